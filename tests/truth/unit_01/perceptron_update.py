"""Answers to perceptron-update: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _ltu(x: Any, w: Any, b: Any) -> Any:
    return 1 if np.dot(x, w) + b >= 0 else 0


def right_formula(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    error = y - _ltu(x, w, b)
    return w + learning_rate * error * x, b + learning_rate * error


def right_cases(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    fired = np.dot(w, x) + b >= 0
    if y == 1 and not fired:
        return w + learning_rate * x, b + learning_rate
    if y == 0 and fired:
        return w - learning_rate * x, b - learning_rate
    return w.copy(), b


def right_early_exit_same_object(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    y_hat = int(np.dot(w, x) + b >= 0)
    if y_hat == y:
        return w, b
    return w + learning_rate * (y - y_hat) * x, b + learning_rate * (y - y_hat)


def right_loop(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    z = b
    for j in range(len(w)):
        z += w[j] * x[j]
    step = learning_rate * (y - (1 if z >= 0 else 0))
    new = np.zeros(len(w))
    for j in range(len(w)):
        new[j] = w[j] + step * x[j]
    return new, float(b + step)


def right_augmented(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    wt = np.concatenate([[b], w]).astype(float)
    xt = np.concatenate([[1.0], x])
    wt = wt + learning_rate * (y - float(wt @ xt >= 0)) * xt
    return wt[1:], wt[0]


def right_float32(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    w32, x32 = np.asarray(w, np.float32), np.asarray(x, np.float32)
    e = np.float32(y) - np.float32(w32 @ x32 + np.float32(b) >= 0)
    return w32 + np.float32(learning_rate) * e * x32, np.float32(b) + np.float32(learning_rate) * e


def right_copy_then_add(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    new = np.array(w, dtype=float, copy=True)
    e = y - (np.dot(x, w) + b >= 0)
    new += learning_rate * e * np.asarray(x, dtype=float)
    return new, b + learning_rate * e


def wrong_int_copy(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - _ltu(x, w, b)
    new = w.copy()
    for j in range(len(w)):
        new[j] += learning_rate * e * x[j]
    return new, b + learning_rate * e


def wrong_zeros_like(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - _ltu(x, w, b)
    new = np.zeros_like(w)
    for j in range(len(w)):
        new[j] = w[j] + learning_rate * e * x[j]
    return new, b + learning_rate * e


def wrong_int_truncates_z(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - (1 if int(np.dot(w, x) + b) >= 0 else 0)
    return w + learning_rate * e * x, b + learning_rate * e


def wrong_margin_rule(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    # Novikoff's t (w·x + b) <= 0: the same, except at z = 0 with label 1
    t = 2 * y - 1
    if t * (np.dot(w, x) + b) <= 0:
        return w + learning_rate * t * x, b + learning_rate * t
    return w.copy(), b


def wrong_predicts_twice(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    w = w + learning_rate * (y - _ltu(x, w, b)) * x
    b = b + learning_rate * (y - _ltu(x, w, b))  # with the new w
    return w, b


def wrong_until_right(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    for _ in range(1000):
        e = y - _ltu(x, w, b)
        if e == 0 or learning_rate == 0:
            break
        w, b = w + learning_rate * e * x, b + learning_rate * e
    return w, b


def wrong_prediction_without_bias(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - (1 if np.dot(w, x) >= 0 else 0)
    return w + learning_rate * e * x, b + learning_rate * e


def wrong_only_missed_ones(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    if y == 1 and _ltu(x, w, b) == 0:
        return w + learning_rate * x, b + learning_rate
    return w.copy(), b


def wrong_bias_times_b(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - _ltu(x, w, b)
    return w + learning_rate * e * x, b + learning_rate * e * b


def wrong_none_when_right(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - _ltu(x, w, b)
    if e != 0:
        return w + learning_rate * e * x, b + learning_rate * e
    return None


def wrong_strict(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - (1 if np.dot(w, x) + b > 0 else 0)
    return w + learning_rate * e * x, b + learning_rate * e


def wrong_in_place(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - _ltu(x, w, b)
    w += learning_rate * e * x
    b += learning_rate * e
    return w, b


def wrong_bias_wrong_way(w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> Any:
    e = y - _ltu(x, w, b)
    return w + learning_rate * e * x, b - learning_rate * e
