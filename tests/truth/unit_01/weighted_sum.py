"""Answers to weighted-sum: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from functools import reduce
from typing import Any

import numpy as np


def right_dot(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w) + b


def right_loop(x: Any, w: Any, b: Any) -> Any:
    z = b
    for j in range(len(x)):
        z += x[j] * w[j]
    return z


def right_generator_float(x: Any, w: Any, b: Any) -> Any:
    return float(sum(xj * wj for xj, wj in zip(x, w, strict=True)) + b)


def right_einsum(x: Any, w: Any, b: Any) -> Any:
    return np.einsum("i,i->", x, w) + b


def right_float32(x: Any, w: Any, b: Any) -> Any:
    return np.float32(np.asarray(x, np.float32) @ np.asarray(w, np.float32) + np.float32(b))


def right_bias_trick(x: Any, w: Any, b: Any) -> Any:
    return np.append(x, 1) @ np.append(w, b)


def right_lists(x: Any, w: Any, b: Any) -> Any:
    x, w = list(x), list(w)
    return reduce(lambda s, p: s + p[0] * p[1], zip(x, w, strict=True), 0.0) + b


def wrong_weights_truncated(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w.astype(int)) + b


def wrong_bias_truncated(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w) + int(b)


def wrong_float16(x: Any, w: Any, b: Any) -> Any:
    return np.float16(np.dot(x, w) + b)


def wrong_round(x: Any, w: Any, b: Any) -> Any:
    return round(float(np.dot(x, w) + b), 2)


def wrong_relu(x: Any, w: Any, b: Any) -> Any:
    return max(0, np.dot(x, w) + b)


def wrong_abs_weights(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, np.abs(w)) + b


def wrong_reversed_weights(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w[::-1]) + b


def wrong_hard_three(x: Any, w: Any, b: Any) -> Any:
    return x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + b


def wrong_return_in_loop(x: Any, w: Any, b: Any) -> Any:
    z = b
    for j in range(len(x)):
        z += x[j] * w[j]
        return z
    return None


def wrong_overwrites(x: Any, w: Any, b: Any) -> Any:
    z = 0.0
    for j in range(len(x)):
        z = x[j] * w[j]
    return z + b


def wrong_shape_1(x: Any, w: Any, b: Any) -> Any:
    return np.array([np.dot(x, w) + b])


def wrong_in_place(x: Any, w: Any, b: Any) -> Any:
    x *= w
    return x.sum() + b


def wrong_tuple(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w), b


def wrong_skips_last(x: Any, w: Any, b: Any) -> Any:
    z = b
    for j in range(len(x) - 1):
        z += x[j] * w[j]
    return z
