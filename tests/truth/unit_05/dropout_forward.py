"""Answers to dropout-forward: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_random(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return X * mask / (1 - rate), mask


def right_binomial(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    mask = np.full(X.shape, True)
    if training:
        mask = rng.binomial(1, 1 - rate, size=X.shape).astype(bool)
    factor = 1 / (1 - rate) if training else 1.0
    return np.where(mask, X * factor, 0.0), mask


def right_loops(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    output = np.array(X, dtype=float)
    mask = np.ones(X.shape, dtype=bool)
    if training:
        for i in range(X.shape[0]):
            for j in range(X.shape[1]):
                if rng.random() < rate:
                    output[i, j], mask[i, j] = 0.0, False
                else:
                    output[i, j] /= 1 - rate
    return output, mask


def right_choice(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if training:
        mask = rng.choice([False, True], size=X.shape, p=[rate, 1 - rate])
        output = np.zeros(X.shape)
        output[mask] = X[mask] / (1 - rate)
        return output, mask
    return X * 1.0, np.ones_like(X, dtype=bool)


def right_float32(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    X_32 = np.asarray(X, dtype=np.float32)
    if not training or rate == 0:
        return X_32, np.ones(X.shape, dtype=np.bool_)
    mask = rng.random(X.shape, dtype=np.float32) < np.float32(1 - rate)
    return X_32 * mask / np.float32(1 - rate), mask


def right_row_by_row(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    p = rate if training else 0.0
    rows = [rng.uniform(size=len(x)) if training else np.ones(len(x)) for x in X]
    mask = np.array(rows) >= p
    return np.multiply(X, mask) / (1 - p), mask


def wrong_keeps_with_rate(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) < rate
    return X * mask / (1 - rate), mask


def wrong_no_factor(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return X * mask, mask


def wrong_factor_after_training(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if not training:
        return X * (1 - rate), np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return X * mask, mask


def wrong_one_mask_for_all_rows(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    mask = np.tile(rng.random(X.shape[1]) >= rate, (X.shape[0], 1))
    return X * mask / (1 - rate), mask


def wrong_own_generator(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    """All random numbers should come from rng."""
    return right_random(X, rate, np.random.default_rng(), training)


def wrong_mask_of_the_dropped(X: Any, rate: Any, rng: Any, training: Any) -> Any:
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    dropped = rng.random(X.shape) < rate
    return X * ~dropped / (1 - rate), dropped
