"""Answers to ltu: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

import math
from typing import Any

import numpy as np


def right_if(x: Any, w: Any, b: Any) -> Any:
    if np.dot(x, w) + b >= 0:
        return 1
    return 0


def right_numpy_bool(x: Any, w: Any, b: Any) -> Any:
    return x @ w + b >= 0


def right_heaviside(x: Any, w: Any, b: Any) -> Any:
    return np.heaviside(x @ w + b, 1)


def right_loop(x: Any, w: Any, b: Any) -> Any:
    z = 0.0
    for xj, wj in zip(x, w, strict=True):
        z += xj * wj
    z += b
    return 0 if z < 0 else 1


def right_threshold(x: Any, w: Any, b: Any) -> Any:
    return 1 if sum(xj * wj for xj, wj in zip(x, w, strict=True)) >= -b else 0


def right_fsum(x: Any, w: Any, b: Any) -> Any:
    return int(
        math.fsum([float(b), *(float(p) * float(q) for p, q in zip(x, w, strict=True))]) >= 0
    )


def right_sign_trick(x: Any, w: Any, b: Any) -> Any:
    return int(np.sign(np.sign(x @ w + b) + 0.5) > 0)


def wrong_int_truncates(x: Any, w: Any, b: Any) -> Any:
    return 1 if int(x @ w + b) >= 0 else 0


def wrong_round_first(x: Any, w: Any, b: Any) -> Any:
    return 1 if round(float(x @ w + b)) >= 0 else 0


def wrong_above_minus_one(x: Any, w: Any, b: Any) -> Any:
    return 1 if x @ w + b > -1 else 0


def wrong_ceil(x: Any, w: Any, b: Any) -> Any:
    return 1 if np.ceil(x @ w + b) >= 0 else 0


def wrong_bias_truncated(x: Any, w: Any, b: Any) -> Any:
    return int(x @ w + int(b) >= 0)


def wrong_int_array(x: Any, w: Any, b: Any) -> Any:
    z = np.zeros(1, dtype=int)
    for j in range(len(x)):
        z[0] += x[j] * w[j]
    return 1 if z[0] + b >= 0 else 0


def wrong_zero_only_if_all_zero(x: Any, w: Any, b: Any) -> Any:
    # step(0) = 1 patched in for one special case only
    z = x @ w + b
    if b == 0 and not np.any(x):
        return 1
    return int(z > 0)


def wrong_strict(x: Any, w: Any, b: Any) -> Any:
    return int(x @ w + b > 0)


def wrong_half(x: Any, w: Any, b: Any) -> Any:
    return np.heaviside(x @ w + b, 0.5)


def wrong_none_at_zero(x: Any, w: Any, b: Any) -> Any:
    z = x @ w + b
    if z > 0:
        return 1
    if z < 0:
        return 0
    return None


def wrong_sign(x: Any, w: Any, b: Any) -> Any:
    return np.sign(x @ w + b)


def wrong_elementwise_all(x: Any, w: Any, b: Any) -> Any:
    return int(np.all(x * w + b >= 0))


def wrong_hard_two(x: Any, w: Any, b: Any) -> Any:
    return int(x[0] * w[0] + x[1] * w[1] + b >= 0)


def wrong_truthy(x: Any, w: Any, b: Any) -> Any:
    return 1 if x @ w + b else 0
