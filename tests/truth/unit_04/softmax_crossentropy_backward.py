"""Answers to softmax-crossentropy-backward: right ones in different styles, and wrong ones."""

from __future__ import annotations

from typing import Any

import numpy as np


def _softmax(z: Any) -> Any:
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def right_subtract_at_label(z: Any, y: Any) -> Any:
    p = _softmax(z)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)


def right_one_hot(z: Any, y: Any) -> Any:
    return (_softmax(z) - np.eye(np.shape(z)[1])[y]) / np.shape(z)[0]


def right_loops(z: Any, y: Any) -> Any:
    n, k = z.shape
    d_z = np.zeros((n, k))
    for i in range(n):
        top = max(z[i])
        total = sum(np.exp(float(v - top)) for v in z[i])
        for j in range(k):
            d_z[i, j] = (np.exp(float(z[i, j] - top)) / total - (j == y[i])) / n
    return d_z


def right_log_sum_exp(z: Any, y: Any) -> Any:
    z = np.asarray(z, dtype=float)
    log_p = z - np.logaddexp.reduce(z, axis=1)[:, None]
    return (np.exp(log_p) - (np.asarray(y)[:, None] == np.arange(z.shape[1]))) / len(z)


def right_pairs(z: Any, y: Any) -> Any:
    """p_j = 1 / sum_m exp(z_m - z_j), where an overflow means p = 0."""
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore"):
        p = 1 / np.exp(z[:, None, :] - z[:, :, None]).sum(axis=2)
    for i, label in enumerate(y):
        p[i, label] -= 1
    return p / len(z)


def right_jacobian(z: Any, y: Any) -> Any:
    """Softmax derivative times dJ/dp, with the 1/p cancelled in the right column."""
    p = _softmax(z)
    d_z = np.empty_like(p)
    for i, label in enumerate(y):
        e = np.zeros(p.shape[1])
        e[label] = 1.0
        d_z[i] = -(e - p[i])
    return np.divide(d_z, len(p))


def wrong_sum_not_mean(z: Any, y: Any) -> Any:
    return right_one_hot(z, y) * len(y)


def wrong_overflow(z: Any, y: Any) -> Any:
    with np.errstate(all="ignore"):
        e = np.exp(np.asarray(z, dtype=float))
        p = e / e.sum(axis=1, keepdims=True)
    return (p - np.eye(p.shape[1])[y]) / len(y)


def wrong_sign(z: Any, y: Any) -> Any:
    return -right_one_hot(z, y)


def wrong_every_label_column(z: Any, y: Any) -> Any:
    p = _softmax(z)
    p[:, y] -= 1
    return p / len(y)


def wrong_softmax_slope_again(z: Any, y: Any) -> Any:
    p = _softmax(z)
    return (p - np.eye(p.shape[1])[y]) * p * (1 - p) / len(y)


def wrong_divided_by_p(z: Any, y: Any) -> Any:
    """dJ/dp = -1/p times the softmax's Jacobian: infinity times 0 where p is 0."""
    p, rows = _softmax(np.asarray(z, dtype=float)), np.arange(len(y))
    d_p = np.zeros(p.shape)
    with np.errstate(all="ignore"):
        d_p[rows, y] = -1 / p[rows, y]
        return p * (d_p - (d_p * p).sum(axis=1, keepdims=True)) / len(y)
