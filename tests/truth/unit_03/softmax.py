"""Answers to softmax: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import log_softmax
from scipy.special import softmax as scipy_softmax


def right_subtract_the_maximum(z: Any) -> Any:
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def right_loops(z: Any) -> Any:
    p = np.zeros(np.shape(z))
    for i, row in enumerate(z):
        e = [math.exp(float(v) - float(max(row))) for v in row]
        for k, value in enumerate(e):
            p[i, k] = value / sum(e)
    return p


def right_scipy(z: Any) -> Any:
    return scipy_softmax(z, axis=1)


def right_by_way_of_logs(z: Any) -> Any:
    return np.exp(log_softmax(np.asarray(z, dtype=float), axis=-1))


def right_transposed(z: Any) -> Any:
    e = np.exp((z.T - z.max(axis=1)).T)
    return (e.T / e.sum(axis=1)).T


def right_float32(z: Any) -> Any:
    z_32 = np.asarray(z, np.float32)
    e = np.exp(z_32 - z_32.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


def wrong_over_samples(z: Any) -> Any:
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def wrong_without_maximum(z: Any) -> Any:
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def wrong_maximum_of_the_batch(z: Any) -> Any:
    """0/0 in a row that lies far below another one."""
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)


def wrong_sum_of_the_batch(z: Any) -> Any:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum()


def wrong_shift_in_place(z: Any) -> Any:
    z -= z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def wrong_clipped_logits(z: Any) -> Any:
    """No overflow, but 1000 and 999 become the same."""
    e = np.exp(np.clip(z, -700, 700))
    return e / e.sum(axis=1, keepdims=True)
