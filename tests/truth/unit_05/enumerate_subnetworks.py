"""Answers to enumerate-subnetworks: right ones in different styles, and wrong ones."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import numpy as np


def _all(n: Any) -> Any:
    return np.array(list(product([0, 1], repeat=n)))


def right_product(h: Any, w: Any, b: Any) -> Any:
    masks = np.array(list(product([0, 1], repeat=len(h))))
    return masks, masks @ (h * w) + b


def right_binary_digits(h: Any, w: Any, b: Any) -> Any:
    n = len(h)
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    return masks, (masks * h * w).sum(axis=1) + b


def right_loops(h: Any, w: Any, b: Any) -> Any:
    n = len(h)
    masks, outputs = np.zeros((2**n, n)), np.zeros(2**n)
    for k in range(2**n):
        outputs[k] = b
        for j in range(n):
            if (k // 2**j) % 2:
                masks[k, j] = 1
                outputs[k] += h[j] * w[j]
    return masks, outputs


def right_doubling(h: Any, w: Any, b: Any) -> Any:
    """Each further unit doubles the list: all so far without it, and all so far with it."""
    masks, outputs = np.zeros((1, 0)), np.array([float(b)])
    for h_j, w_j in zip(h, w, strict=True):
        n = len(masks)
        masks = np.vstack([np.c_[masks, np.ones(n)], np.c_[masks, np.zeros(n)]])
        outputs = np.concatenate([outputs + h_j * w_j, outputs])
    return masks, outputs


def right_subsets(h: Any, w: Any, b: Any) -> Any:
    units = range(len(h))
    subsets = [kept for k in range(len(h) + 1) for kept in combinations(units, k)]
    masks = [[1 if j in kept else 0 for j in units] for kept in subsets]
    return np.array(masks), np.array([np.dot(np.multiply(m, h), w) + b for m in masks])


def right_float32(h: Any, w: Any, b: Any) -> Any:
    masks = np.indices((2,) * len(h)).reshape(len(h), -1).T.astype(np.float32)
    terms = np.asarray(h, dtype=np.float32) * np.asarray(w, dtype=np.float32)
    return masks, masks @ terms + np.float32(b)


def wrong_no_bias(h: Any, w: Any, b: Any) -> Any:
    masks = _all(len(h))
    return masks, masks @ (h * w)


def wrong_doubled(h: Any, w: Any, b: Any) -> Any:
    """With the factor of p = 1/2."""
    masks = _all(len(h))
    return masks, 2 * masks @ (h * w) + b


def wrong_without_the_empty_one(h: Any, w: Any, b: Any) -> Any:
    masks = _all(len(h))[1:]
    return masks, masks @ (h * w) + b


def wrong_mask_forgotten_in_h(h: Any, w: Any, b: Any) -> Any:
    masks = _all(len(h))
    return masks, masks @ w + b


def wrong_four_units_only(h: Any, w: Any, b: Any) -> Any:
    masks = np.array(list(product([0, 1], repeat=4)))
    return masks, masks @ (h * w) + b


def wrong_bias_dropped_too(h: Any, w: Any, b: Any) -> Any:
    """Without any kept unit the bias is lost, too."""
    masks = _all(len(h))
    return masks, np.where(masks.any(axis=1), masks @ (h * w) + b, 0.0)
