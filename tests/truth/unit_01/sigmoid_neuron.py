"""Answers to sigmoid-neuron: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import expit


def right_logaddexp(X: Any, w: Any, b: Any) -> Any:
    return np.exp(-np.logaddexp(0, -(X @ w + b)))


def right_expit(X: Any, w: Any, b: Any) -> Any:
    return expit(X @ w + b)


def right_tanh(X: Any, w: Any, b: Any) -> Any:
    return 0.5 * (1 + np.tanh(0.5 * (X @ w + b)))


def right_masks(X: Any, w: Any, b: Any) -> Any:
    z = np.asarray(X @ w + b, dtype=float)
    p = np.empty_like(z)
    pos = z >= 0
    p[pos] = 1 / (1 + np.exp(-z[pos]))
    p[~pos] = np.exp(z[~pos]) / (1 + np.exp(z[~pos]))
    return p


def right_loop(X: Any, w: Any, b: Any) -> Any:
    out = []
    for x in X:
        z = b
        for j in range(len(w)):
            z += x[j] * w[j]
        out.append(1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z)))
    return np.array(out, dtype=float)


def right_clip(X: Any, w: Any, b: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(X @ w + b, -500, 500)))


def right_naive_overflows_to_inf(X: Any, w: Any, b: Any) -> Any:
    # exp(1000) = inf, and 1 / (1 + inf) = 0: the value is right, NumPy only warns
    return 1 / (1 + np.exp(-(X @ w + b)))


def right_float32(X: Any, w: Any, b: Any) -> Any:
    z = (X.astype(np.float32) @ np.asarray(w, np.float32) + np.float32(b)).astype(np.float32)
    return (0.5 + 0.5 * np.tanh(z / 2)).astype(np.float32)


def wrong_saturates_early(X: Any, w: Any, b: Any) -> Any:
    z = X @ w + b
    return np.where(z > 8, 1.0, np.where(z < -8, 0.0, expit(z)))


def wrong_zeros_like_int(X: Any, w: Any, b: Any) -> Any:
    z = X @ w + b
    p = np.zeros_like(z)
    p[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    p[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return p


def wrong_clip_10(X: Any, w: Any, b: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(X @ w + b, -10, 10)))


def wrong_nan_to_zero(X: Any, w: Any, b: Any) -> Any:
    z = X @ w + b
    return np.nan_to_num(np.exp(z) / (1 + np.exp(z)))


def wrong_one_form_for_the_batch(X: Any, w: Any, b: Any) -> Any:
    z = X @ w + b
    if np.all(z >= 0):
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def wrong_first_sample_decides(X: Any, w: Any, b: Any) -> Any:
    z = X @ w + b
    if len(z) and z[0] >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def wrong_zero_left_out(X: Any, w: Any, b: Any) -> Any:
    z = np.asarray(X @ w + b, dtype=float)
    p = np.zeros(len(z))
    p[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    p[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return p


def wrong_clipped_probability(X: Any, w: Any, b: Any) -> Any:
    return np.clip(expit(X @ w + b), 1e-3, 1 - 1e-3)


def wrong_rounded(X: Any, w: Any, b: Any) -> Any:
    return np.round(expit(X @ w + b), 3)


def wrong_hard_two_features(X: Any, w: Any, b: Any) -> Any:
    return expit(X[:, 0] * w[0] + X[:, 1] * w[1] + b)


def wrong_integer_z(X: Any, w: Any, b: Any) -> Any:
    return expit((X @ w + b).astype(int))


def wrong_tanh_without_half(X: Any, w: Any, b: Any) -> Any:
    return 0.5 * (1 + np.tanh(X @ w + b))


def wrong_math_exp(X: Any, w: Any, b: Any) -> Any:
    return np.array([1 / (1 + math.exp(-(x @ w + b))) for x in X])
