"""Answers to neuron-gradient: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import expit


def _sig(z: Any) -> Any:
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def _bce(y: Any, p: Any) -> Any:
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def _err(X: Any, y: Any, w: Any, b: Any) -> Any:
    return expit(X @ w + b) - y


def right_matmul(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _sig(X @ w + b) - y
    return X.T @ e / len(y), e.mean()


def right_loops(X: Any, y: Any, w: Any, b: Any) -> Any:
    n, d = X.shape
    dw, db = np.zeros(d), 0.0
    for i in range(n):
        p = float(expit(X[i] @ w + b))
        for j in range(d):
            dw[j] += (p - y[i]) * X[i, j] / n
        db += (p - y[i]) / n
    return dw, db


def right_broadcast_mean(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = expit(X @ w + b) - y
    return np.mean(e[:, None] * X, axis=0), np.mean(e)


def right_einsum(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = expit(X @ w + b) - y
    return np.einsum("n,nj->j", e, X) / X.shape[0], e.sum() / X.shape[0]


def right_augmented(X: Any, y: Any, w: Any, b: Any) -> Any:
    X_1 = np.column_stack([np.ones(len(X)), X])
    g = (expit(X_1 @ np.append(b, w)) - y) @ X_1 / len(X)
    return g[1:], g[0]


def right_float32(X: Any, y: Any, w: Any, b: Any) -> Any:
    X_32 = X.astype(np.float32)
    e = expit(X_32 @ np.asarray(w, np.float32) + np.float32(b)).astype(np.float32) - np.asarray(
        y, np.float32
    )
    return (e @ X_32) / np.float32(len(y)), np.mean(e)


def right_two_classes_apart(X: Any, y: Any, w: Any, b: Any) -> Any:
    p = expit(X @ w + b)
    ones = y == 1
    dw = ((p[ones] - 1) @ X[ones] + p[~ones] @ X[~ones]) / len(y)
    return dw, ((p[ones] - 1).sum() + p[~ones].sum()) / len(y)


def right_central_differences(X: Any, y: Any, w: Any, b: Any) -> Any:
    """Another algorithm: measured instead of derived, with the exact cost."""

    def cost(w: Any, b: Any) -> Any:
        z = X @ w + b
        return np.mean(np.logaddexp(0, z) - y * z)

    w = np.asarray(w, dtype=float)
    h = 1e-5
    dw = np.array([(cost(w + h * u, b) - cost(w - h * u, b)) / (2 * h) for u in np.eye(len(w))])
    return dw, (cost(w, b + h) - cost(w, b - h)) / (2 * h)


def wrong_rounded_p(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = np.round(expit(X @ w + b), 3) - y
    return X.T @ e / len(y), e.mean()


def wrong_square_transposed(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _err(X, y, w, b)
    if X.shape[0] == X.shape[1]:
        return X @ e / len(y), e.mean()
    return X.T @ e / len(y), e.mean()


def wrong_column_broadcast(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = expit(X @ w + b)[:, None] - y
    return X.T @ e.mean(axis=1) / len(y), e.mean()


def wrong_numeric_of_clipped_cost(X: Any, y: Any, w: Any, b: Any) -> Any:
    """Central differences of the given, clipped cost: 0 where p is clipped."""

    def cost(w: Any, b: Any) -> Any:
        return _bce(y, expit(X @ w + b))

    w = np.asarray(w, dtype=float)
    h = 1e-6
    dw = np.array([(cost(w + h * u, b) - cost(w - h * u, b)) / (2 * h) for u in np.eye(len(w))])
    return dw, (cost(w, b + h) - cost(w, b - h)) / (2 * h)


def wrong_through_clipped_p(X: Any, y: Any, w: Any, b: Any) -> Any:
    """dl/dp times dp/dz without cancelling: 0/0 where p is 0 or 1."""
    p = expit(X @ w + b)
    e = (-y / p + (1 - y) / (1 - p)) * p * (1 - p)
    return X.T @ e / len(y), e.mean()


def wrong_clipped_gradient(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _err(X, y, w, b)
    return np.clip(X.T @ e / len(y), -1, 1), e.mean()


def wrong_weight_decay(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _err(X, y, w, b)
    return X.T @ e / len(y) + 0.01 * w, e.mean()


def wrong_forward_difference(X: Any, y: Any, w: Any, b: Any) -> Any:
    def cost(w: Any, b: Any) -> Any:
        return _bce(y, expit(X @ w + b))

    w = np.asarray(w, dtype=float)
    h = 1e-2
    return np.array([(cost(w + h * u, b) - cost(w, b)) / h for u in np.eye(len(w))]), (
        cost(w, b + h) - cost(w, b)
    ) / h


def wrong_zeros_like_first_row(X: Any, y: Any, w: Any, b: Any) -> Any:
    dw = np.zeros_like(X[0])
    e = expit(X @ w + b) - y
    for i in range(len(y)):
        for j in range(len(dw)):
            dw[j] += e[i] * X[i, j] / len(y)
    return dw, e.mean()


def wrong_n_minus_one(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _err(X, y, w, b)
    return X.T @ e / (len(y) - 1), e.mean()


def wrong_db_zero(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _err(X, y, w, b)
    return X.T @ e / len(y), 0.0


def wrong_in_place_X(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _err(X, y, w, b)
    X *= e[:, None]
    return X.mean(axis=0), e.mean()


def wrong_no_bias_in_p(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = expit(X @ w) - y
    return X.T @ e / len(y), e.mean()
