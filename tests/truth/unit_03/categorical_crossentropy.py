"""Answers to categorical-crossentropy: right ones, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import xlogy


def right_formula(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    return np.mean(-np.sum(y_one_hot * np.log(p), axis=1))


def right_loops(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    total = 0.0
    for targets, outputs in zip(y_one_hot, y_pred, strict=True):
        for y, p in zip(targets, outputs, strict=True):
            total -= float(y) * math.log(min(max(float(p), epsilon), 1 - epsilon))
    return total / len(y_one_hot)


def right_pick_by_label(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    right = y_pred[np.arange(len(y_pred)), np.argmax(y_one_hot, axis=1)]
    return -np.log(np.clip(right, epsilon, 1 - epsilon)).mean()


def right_mask(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    return float(-np.mean(np.log(np.clip(y_pred[y_one_hot == 1], epsilon, 1 - epsilon))))


def right_scipy(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.minimum(np.maximum(y_pred, epsilon), 1 - epsilon)
    return -xlogy(y_one_hot, p).sum() / y_one_hot.shape[0]


def right_einsum(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    logs = np.log(np.clip(y_pred, epsilon, 1 - epsilon))
    return -np.einsum("nk,nk->", np.asarray(y_one_hot, dtype=float), logs) / len(y_pred)


def wrong_mean_over_entries(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    return -np.mean(y_one_hot * np.log(np.clip(y_pred, epsilon, 1 - epsilon)))


def wrong_sum_over_samples(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    return -np.sum(y_one_hot * np.log(np.clip(y_pred, epsilon, 1 - epsilon)))


def wrong_binary(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, epsilon, 1 - epsilon)
    entries = y_one_hot * np.log(p) + (1 - y_one_hot) * np.log(1 - p)
    return -np.mean(entries.sum(axis=1))


def wrong_no_clip(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    return -np.mean(np.sum(y_one_hot * np.log(y_pred), axis=1))


def wrong_epsilon_ignored(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    p = np.clip(y_pred, 1e-7, 1 - 1e-7)
    return -np.mean(np.sum(y_one_hot * np.log(p), axis=1))


def wrong_most_probable_class(y_one_hot: Any, y_pred: Any, epsilon: float = 1e-7) -> Any:
    return -np.mean(np.log(np.clip(y_pred, epsilon, 1 - epsilon).max(axis=1)))
