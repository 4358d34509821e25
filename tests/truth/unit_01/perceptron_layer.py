"""Answers to perceptron-layer: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _ltu(x: Any, w: Any, b: Any) -> Any:
    return 1 if np.dot(x, w) + b >= 0 else 0


def right_matmul(X: Any, W: Any, b: Any) -> Any:
    return (X @ W + b >= 0).astype(int)


def right_triple_loop(X: Any, W: Any, b: Any) -> Any:
    n, m = X.shape[0], W.shape[1]
    out = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            z = b[j]
            for k in range(X.shape[1]):
                z += X[i, k] * W[k, j]
            if z >= 0:
                out[i, j] = 1
    return out


def right_by_neuron(X: Any, W: Any, b: Any) -> Any:
    return np.column_stack([[_ltu(x, W[:, j], b[j]) for x in X] for j in range(W.shape[1])])


def right_heaviside(X: Any, W: Any, b: Any) -> Any:
    return np.heaviside(np.dot(X, W) + b, 1.0)


def right_bool(X: Any, W: Any, b: Any) -> Any:
    return X @ W + b >= 0


def right_augmented(X: Any, W: Any, b: Any) -> Any:
    X_1 = np.column_stack([np.ones(len(X)), X])
    return 1 * (X_1 @ np.vstack([b, W]) >= 0)


def right_transposed(X: Any, W: Any, b: Any) -> Any:
    return ((W.T @ X.T + b[:, None]) >= 0).T.astype(np.int8)


def wrong_bias_column_if_it_fits(X: Any, W: Any, b: Any) -> Any:
    if len(X) == len(b):
        return (X @ W + b[:, None] >= 0).astype(int)
    return (X @ W + b >= 0).astype(int)


def wrong_transposed_if_square(X: Any, W: Any, b: Any) -> Any:
    if W.shape[0] == W.shape[1]:
        return (X @ W.T + b >= 0).astype(int)
    return (X @ W + b >= 0).astype(int)


def wrong_reshaped_weights(X: Any, W: Any, b: Any) -> Any:
    return (X @ W.reshape(W.shape[1], W.shape[0]).T + b >= 0).astype(int)


def wrong_truncated(X: Any, W: Any, b: Any) -> Any:
    return ((X @ W + b).astype(int) >= 0).astype(int)


def wrong_rounded(X: Any, W: Any, b: Any) -> Any:
    return (np.round(X @ W + b) >= 0).astype(int)


def wrong_first_bias(X: Any, W: Any, b: Any) -> Any:
    return (X @ W + b[0] >= 0).astype(int)


def wrong_bias_summed(X: Any, W: Any, b: Any) -> Any:
    return (X @ W + b.sum() >= 0).astype(int)


def wrong_squeeze(X: Any, W: Any, b: Any) -> Any:
    return (X @ W + b >= 0).astype(int).squeeze()


def wrong_last_row_forgotten(X: Any, W: Any, b: Any) -> Any:
    out = np.zeros((X.shape[0], W.shape[1]), dtype=int)
    for i in range(X.shape[0] - 1):
        out[i] = X[i] @ W + b >= 0
    return out


def wrong_winner(X: Any, W: Any, b: Any) -> Any:
    Z = X @ W + b
    return (Z == Z.max(axis=1, keepdims=True)).astype(int)


def wrong_strict(X: Any, W: Any, b: Any) -> Any:
    return (X @ W + b > 0).astype(int)


def wrong_in_place(X: Any, W: Any, b: Any) -> Any:
    out = (X @ W + b >= 0).astype(int)
    b -= 1  # "turn the bias into a threshold", in the caller's array
    return out
