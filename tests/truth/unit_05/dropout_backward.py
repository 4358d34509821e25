"""Answers to dropout-backward: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_product(d_output: Any, mask: Any, rate: Any) -> Any:
    return d_output * mask / (1 - rate)


def right_where(d_output: Any, mask: Any, rate: Any) -> Any:
    return np.where(mask, np.divide(d_output, 1 - rate), 0.0)


def right_loops(d_output: Any, mask: Any, rate: Any) -> Any:
    d_X = np.zeros(d_output.shape)
    for i in range(d_X.shape[0]):
        for j in range(d_X.shape[1]):
            if mask[i, j]:
                d_X[i, j] = d_output[i, j] / (1 - rate)
    return d_X


def right_boolean_index(d_output: Any, mask: Any, rate: Any) -> Any:
    d_X = np.array(d_output, dtype=float)
    d_X[~mask] = 0
    d_X[mask] /= 1 - rate
    return d_X


def right_float32(d_output: Any, mask: Any, rate: Any) -> Any:
    factor = mask.astype(np.float32) / np.float32(1 - rate)
    return np.asarray(d_output, dtype=np.float32) * factor


def wrong_no_factor(d_output: Any, mask: Any, rate: Any) -> Any:
    return d_output * mask


def wrong_no_mask(d_output: Any, mask: Any, rate: Any) -> Any:
    return d_output / (1 - rate)


def wrong_dropped_ones(d_output: Any, mask: Any, rate: Any) -> Any:
    return d_output * ~mask / (1 - rate)


def wrong_times_keep(d_output: Any, mask: Any, rate: Any) -> Any:
    return d_output * mask * (1 - rate)


def wrong_in_place(d_output: Any, mask: Any, rate: Any) -> Any:
    d_output[~mask] = 0
    return d_output / (1 - rate)


def wrong_loses_decimals(d_output: Any, mask: Any, rate: Any) -> Any:
    d_X = np.zeros_like(d_output)
    d_X[mask] = d_output[mask] / (1 - rate)
    return d_X
