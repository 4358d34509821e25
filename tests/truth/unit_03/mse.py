"""Answers to mse: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_mean_of_squares(y_true: Any, y_pred: Any) -> Any:
    return np.mean((y_true - y_pred) ** 2)


def right_loop_over_entries(y_true: Any, y_pred: Any) -> Any:
    total, count = 0.0, 0
    for t, p in zip(np.ravel(y_true), np.ravel(y_pred), strict=True):
        total += (float(t) - float(p)) ** 2
        count += 1
    return total / count


def right_norm(y_true: Any, y_pred: Any) -> Any:
    return np.linalg.norm(np.ravel(y_true - y_pred)) ** 2 / np.size(y_true)


def right_float32(y_true: Any, y_pred: Any) -> Any:
    d = np.asarray(y_true, np.float32) - np.asarray(y_pred, np.float32)
    return np.mean(d * d)


def right_mean_of_means(y_true: Any, y_pred: Any) -> Any:
    """First over the samples, then over the units: all columns are equally long."""
    return np.mean(np.mean(np.square(y_pred - y_true), axis=0))


def right_variance_plus_bias(y_true: Any, y_pred: Any) -> Any:
    d = np.subtract(y_true, y_pred)
    return float(np.var(d) + np.mean(d) ** 2)


def wrong_sum_over_units(y_true: Any, y_pred: Any) -> Any:
    return np.sum((y_true - y_pred) ** 2) / len(y_true)


def wrong_half(y_true: Any, y_pred: Any) -> Any:
    return 0.5 * np.mean((y_true - y_pred) ** 2)


def wrong_root(y_true: Any, y_pred: Any) -> Any:
    return np.sqrt(np.mean((y_true - y_pred) ** 2))


def wrong_square_of_mean(y_true: Any, y_pred: Any) -> Any:
    return np.mean(y_true - y_pred) ** 2


def wrong_one_number_per_unit(y_true: Any, y_pred: Any) -> Any:
    return np.mean((y_true - y_pred) ** 2, axis=0)


def wrong_in_place(y_true: Any, y_pred: Any) -> Any:
    y_pred -= y_true
    return np.mean(y_pred**2)
