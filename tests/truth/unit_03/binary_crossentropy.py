"""Answers to binary-crossentropy: right ones, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import xlog1py, xlogy


def right_formula(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


def right_loop(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    costs = []
    for y, p in zip(np.ravel(y_true), np.ravel(y_pred), strict=True):
        q = min(max(float(p), epsilon), 1 - epsilon)
        costs.append(-math.log(q) if y == 1 else -math.log(1 - q))
    return sum(costs) / len(costs)


def right_probability_of_the_answer(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.minimum(np.maximum(y_pred, epsilon), 1 - epsilon)
    return np.mean(-np.log(np.where(np.asarray(y_true) == 1, p, 1 - p)))


def right_scipy(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return float(-(xlogy(y_true, p) + xlog1py(1 - y_true, -p)).mean())


def right_power(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.log(p**y_true * (1 - p) ** (1 - y_true)).sum() / -np.size(y_true)


def right_two_groups(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(np.ravel(y_pred), epsilon, 1 - epsilon)
    ones = np.ravel(y_true) == 1
    return -(np.log(p[ones]).sum() + np.log(1 - p[~ones]).sum()) / p.size


def wrong_first_term_only(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.mean(y_true * np.log(p))


def wrong_no_clip(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))


def wrong_sum_over_units(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return -np.sum(y_true * np.log(p) + (1 - y_true) * np.log(1 - p)) / len(y_true)


def wrong_sign(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


def wrong_epsilon_ignored(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


def wrong_clips_in_place(y_true: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    y_pred[y_pred < epsilon] = epsilon
    y_pred[y_pred > 1 - epsilon] = 1 - epsilon
    return -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
