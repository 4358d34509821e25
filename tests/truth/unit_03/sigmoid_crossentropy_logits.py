"""Answers to sigmoid-crossentropy-logits: right ones, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import expit, log_expit


def right_one_line(y_true: Any, z: Any) -> Any:
    return np.mean(np.maximum(z, 0) - y_true * z + np.log1p(np.exp(-np.abs(z))))


def right_logaddexp(y_true: Any, z: Any) -> Any:
    return (np.logaddexp(0, z) - y_true * z).mean()


def right_loop(y_true: Any, z: Any) -> Any:
    costs = []
    for y, v in zip(np.ravel(y_true).tolist(), np.ravel(z).tolist(), strict=True):
        costs.append(max(v, 0.0) - y * v + math.log1p(math.exp(-abs(v))))
    return sum(costs) / len(costs)


def right_scipy(y_true: Any, z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    return -np.mean(y_true * log_expit(z) + (1 - y_true) * log_expit(-z))


def right_signed_logit(y_true: Any, z: Any) -> Any:
    """The surprise depends on how far the logit points in the wrong direction."""
    return float(np.mean(np.logaddexp(0, (1 - 2 * np.asarray(y_true, dtype=int)) * z)))


def right_float32(y_true: Any, z: Any) -> Any:
    y, z = np.asarray(y_true, np.float32), np.asarray(z, np.float32)
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))


def wrong_overflow(y_true: Any, z: Any) -> Any:
    return np.mean((1 - y_true) * z + np.log(1 + np.exp(-np.asarray(z, dtype=float))))


def wrong_by_way_of_clipped_p(y_true: Any, z: Any) -> Any:
    p = np.clip(expit(z), 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


def wrong_sum_over_units(y_true: Any, z: Any) -> Any:
    return np.sum(np.maximum(z, 0) - y_true * z + np.log1p(np.exp(-np.abs(z)))) / len(z)


def wrong_no_logarithm(y_true: Any, z: Any) -> Any:
    return np.mean(np.maximum(z, 0) - y_true * z)


def wrong_plus_yz(y_true: Any, z: Any) -> Any:
    return np.mean(np.maximum(z, 0) + y_true * z + np.log1p(np.exp(-np.abs(z))))


def wrong_labels_turned_round(y_true: Any, z: Any) -> Any:
    return np.mean(np.maximum(z, 0) - (1 - y_true) * z + np.log1p(np.exp(-np.abs(z))))
