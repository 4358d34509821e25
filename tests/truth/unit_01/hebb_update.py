"""Answers to hebb-update: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_outer(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * np.outer(x, y)


def right_loop(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    new = np.array(W, dtype=float)
    for i in range(len(x)):
        for j in range(len(y)):
            new[i, j] += learning_rate * x[i] * y[j]
    return new


def right_broadcast(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * x[:, None] * y


def right_einsum(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + np.einsum(",i,j->ij", learning_rate, x, y)


def right_columns(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return np.column_stack([W[:, j] + learning_rate * y[j] * x for j in range(W.shape[1])])


def right_float32(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    W, x, y = (np.asarray(a, np.float32) for a in (W, x, y))
    return W + np.float32(learning_rate) * np.multiply.outer(x, y)


def right_kron(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * np.kron(x, y).reshape(W.shape)


def wrong_int_copy(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    new = W.copy()
    for i in range(len(x)):
        for j in range(len(y)):
            new[i, j] += learning_rate * x[i] * y[j]
    return new


def wrong_zeros_like(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    delta = np.zeros_like(W)
    for i in range(len(x)):
        for j in range(len(y)):
            delta[i, j] = learning_rate * x[i] * y[j]
    return W + delta


def wrong_outer_swapped_if_square(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    if len(x) == len(y):
        return W + learning_rate * np.outer(y, x)
    return W + learning_rate * np.outer(x, y)


def wrong_rounds(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return np.round(W + learning_rate * np.outer(x, y), 1)


def wrong_shared_tail(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    new = W.astype(float)
    for i in range(len(x)):
        for j in range(len(y) - 1):
            new[i, j] += learning_rate * x[i] * y[j]
    return new


def wrong_both_one(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * np.outer(x == 1, y == 1)


def wrong_nonzero(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * np.outer(x != 0, y != 0)


def wrong_only_positive_inputs(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * np.outer(np.maximum(x, 0), y)


def wrong_own_outputs(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    y = (x @ W >= 0).astype(int)
    return W + learning_rate * np.outer(x, y)


def wrong_eta_twice(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W + learning_rate * np.outer(learning_rate * x, y)


def wrong_in_place(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    W += learning_rate * np.outer(x, y)
    return W


def wrong_multiplies(W: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    return W * (1 + learning_rate * np.outer(x, y))
