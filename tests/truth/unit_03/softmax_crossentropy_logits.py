"""Answers to softmax-crossentropy-logits: right ones, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import log_softmax, logsumexp, softmax


def right_maximum_taken_out(y: Any, z: Any) -> Any:
    m = z.max(axis=1, keepdims=True)
    log_sum = m[:, 0] + np.log(np.sum(np.exp(z - m), axis=1))
    return np.mean(log_sum - z[np.arange(len(y)), y])


def right_loops(y: Any, z: Any) -> Any:
    total = 0.0
    for label, row in zip(y, z, strict=True):
        m = float(max(row))
        log_sum = m + math.log(sum(math.exp(float(v) - m) for v in row))
        total += log_sum - float(row[label])
    return total / len(y)


def right_scipy(y: Any, z: Any) -> Any:
    return np.mean(logsumexp(z, axis=1) - z[range(len(y)), y])


def right_log_softmax_and_one_hot(y: Any, z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    return -np.sum(np.eye(z.shape[1])[y] * log_softmax(z, axis=1)) / len(z)


def right_take_along_axis(y: Any, z: Any) -> Any:
    shifted = z - np.take_along_axis(z, np.asarray(y)[:, None], axis=1)
    return float(np.logaddexp.reduce(shifted, axis=1).mean())


def right_float32(y: Any, z: Any) -> Any:
    z = np.asarray(z, np.float32)
    z = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y])


def wrong_overflow(y: Any, z: Any) -> Any:
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y])


def wrong_all_columns_picked(y: Any, z: Any) -> Any:
    return np.mean(logsumexp(z, axis=1) - z[:, y])


def wrong_by_way_of_clipped_p(y: Any, z: Any) -> Any:
    p = softmax(z, axis=1)[np.arange(len(y)), y]
    return -np.mean(np.log(np.clip(p, 1e-7, 1 - 1e-7)))


def wrong_maximum_not_put_back(y: Any, z: Any) -> Any:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.mean(np.log(e.sum(axis=1)) - z[np.arange(len(y)), y])


def wrong_sum_over_samples(y: Any, z: Any) -> Any:
    return np.sum(logsumexp(z, axis=1) - z[np.arange(len(y)), y])


def wrong_maximum_of_the_batch(y: Any, z: Any) -> Any:
    """The logarithm of 0 in a row that lies far below another one."""
    log_sum = z.max() + np.log(np.exp(z - z.max()).sum(axis=1))
    return np.mean(log_sum - z[np.arange(len(y)), y])
