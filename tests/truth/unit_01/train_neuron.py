"""Answers to train-neuron: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import expit


def _sig(z: Any) -> Any:
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def _bce(y: Any, p: Any) -> Any:
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def _grad(X: Any, y: Any, w: Any, b: Any) -> Any:
    e = _sig(X @ w + b) - y
    return X.T @ e / len(y), e.mean()


def _gd(X: Any, y: Any, eta: Any, epochs: Any, *, grad: Any = _grad, stop: Any = False) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        dw, db = grad(X, y, w, b)
        w, b = w - eta * dw, b - eta * db
        if stop and len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-6:
            break
    return w, b, losses


def right_standard(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(_bce(y, _sig(X @ w + b)))
        dw, db = _grad(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, losses


def right_augmented(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    X_1 = np.column_stack([np.ones(len(X)), X])
    v = np.zeros(X_1.shape[1])
    losses = []
    for _ in range(epochs):
        p = expit(X_1 @ v)
        losses.append(float(_bce(y, p)))
        v = v + learning_rate * X_1.T @ (y - p) / len(y)
    return v[1:], v[0], losses


def right_loops(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    n, d = X.shape
    w, b = [0.0] * d, 0.0
    losses = []
    for _ in range(epochs):
        gw, gb, cost = [0.0] * d, 0.0, 0.0
        for i in range(n):
            z = b + sum(w[j] * float(X[i, j]) for j in range(d))
            p = float(expit(z))
            q = min(max(p, 1e-7), 1 - 1e-7)
            cost -= math.log(q) if y[i] == 1 else math.log(1 - q)
            for j in range(d):
                gw[j] += (p - float(y[i])) * float(X[i, j])
            gb += p - float(y[i])
        losses.append(cost / n)
        for j in range(d):
            w[j] -= learning_rate * gw[j] / n
        b -= learning_rate * gb / n
    return np.array(w), b, losses


def right_in_place_on_own_arrays(
    X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100
) -> Any:
    w, b = np.zeros(X.shape[1]), 0.0
    losses = [0.0] * epochs
    for k in range(epochs):
        losses[k] = _bce(y, expit(X @ w + b))
        dw, db = _grad(X, y, w, b)
        w -= learning_rate * dw
        b -= learning_rate * db
    return w, b, losses


def right_exact_loss(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    """The cost from z, without clipping: another value only when p is within 1e-7 of 0 or 1."""
    losses: list[float] = []
    w, b = np.zeros(X.shape[1]), 0.0
    while len(losses) < epochs:
        z = X @ w + b
        losses.append(np.mean(np.logaddexp(0, z) - y * z))
        e = expit(z) - y
        w, b = w - learning_rate * (e @ X) / len(y), b - learning_rate * np.mean(e)
    return w, b, losses


def right_float32_data(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    losses: list[float] = []
    X_32, w, b = X.astype(np.float32), np.zeros(X.shape[1], np.float32), np.float32(0)
    for _ in range(epochs):
        p = expit(X_32 @ w + b)
        losses.append(float(_bce(y, p.astype(float))))
        e = (p - y).astype(np.float32)
        w = w - np.float32(learning_rate) * (e @ X_32) / np.float32(len(y))
        b = b - np.float32(learning_rate) * e.mean()
    return w, b, losses


def right_losses_array(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = right_standard(X, y, learning_rate, epochs)
    return [w, float(b), np.array(losses)]


def wrong_early_stop(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    return _gd(X, y, learning_rate, epochs, stop=True)


def wrong_stops_when_good_enough(
    X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100
) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        dw, db = _grad(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
        if losses[-1] < 0.05:
            break
    return w, b, losses


def wrong_stops_when_loss_rises(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
        dw, db = _grad(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, losses


def wrong_best_weights(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    """Returns the weights with the lowest cost seen."""
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    best = (w, b, np.inf)
    for _ in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        dw, db = _grad(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
        c = _bce(y, expit(X @ w + b))
        if c < best[2]:
            best = (w, b, c)
    return best[0], best[1], losses


def wrong_learning_rate_capped(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    return _gd(X, y, min(learning_rate, 1.0), epochs)


def wrong_clips_gradient(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    def grad(X: Any, y: Any, w: Any, b: Any) -> Any:
        dw, db = _grad(X, y, w, b)
        return np.clip(dw, -1, 1), db

    return _gd(X, y, learning_rate, epochs, grad=grad)


def wrong_minibatch_32(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        for s in range(0, len(y), 32):
            dw, db = _grad(X[s : s + 32], y[s : s + 32], w, b)
            w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b, losses


def wrong_sequential(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    """w first, then db with the new w."""
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        w = w - learning_rate * _grad(X, y, w, b)[0]
        b = b - learning_rate * _grad(X, y, w, b)[1]
    return w, b, losses


def wrong_rounded_losses(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = _gd(X, y, learning_rate, epochs)
    return w, b, [round(float(v), 3) for v in losses]


def wrong_last_update_missing(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = _gd(X, y, learning_rate, max(epochs - 1, 0))
    return w, b, [*losses, _bce(y, expit(X @ w + b))][:epochs]


def wrong_final_loss_too(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = _gd(X, y, learning_rate, epochs)
    return w, b, [*losses, _bce(y, expit(X @ w + b))]


def wrong_decay(X: Any, y: Any, learning_rate: Any = 0.1, epochs: Any = 100) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for k in range(epochs):
        losses.append(_bce(y, expit(X @ w + b)))
        dw, db = _grad(X, y, w, b)
        w, b = w - learning_rate / (1 + 0.01 * k) * dw, b - learning_rate / (1 + 0.01 * k) * db
    return w, b, losses
