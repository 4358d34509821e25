"""Answers to l1-penalty: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _value(weights: Any, l1: Any) -> Any:
    return l1 * sum(np.sum(np.abs(W)) for W in weights)


def _zeros(biases: Any) -> Any:
    return [np.zeros(np.shape(b)) for b in biases]


def right_sign(weights: Any, biases: Any, l1: Any) -> Any:
    value = l1 * sum(np.abs(W).sum() for W in weights)
    return value, [l1 * np.sign(W) for W in weights], [np.zeros_like(b) for b in biases]


def right_loops(weights: Any, biases: Any, l1: Any) -> Any:
    value, d_weights = 0.0, []
    for W in weights:
        d_W = np.zeros(W.shape)
        for place, w in np.ndenumerate(W):
            value += l1 * abs(float(w))
            if w > 0:
                d_W[place] = l1
            elif w < 0:
                d_W[place] = -l1
        d_weights.append(d_W)
    return value, d_weights, [np.zeros(b.shape) for b in biases]


def right_comparisons(weights: Any, biases: Any, l1: Any) -> Any:
    signs = [(W > 0) * 1.0 - (W < 0) * 1.0 for W in weights]
    value = l1 * sum(np.vdot(s, W) for s, W in zip(signs, weights, strict=True))
    return value, [l1 * s for s in signs], [0.0 * b for b in biases]


def right_where(weights: Any, biases: Any, l1: Any) -> Any:
    d_weights = [np.where(W == 0, 0.0, np.where(W > 0, l1, -l1)) for W in weights]
    value = sum(float(np.sum(d * W)) for d, W in zip(d_weights, weights, strict=True))
    return value, d_weights, [np.zeros(len(b)) for b in biases]


def right_divided_by_size(weights: Any, biases: Any, l1: Any) -> Any:
    value = l1 * sum(np.linalg.norm(np.ravel(W), 1) for W in weights)
    d_weights = [l1 * W / np.where(W == 0, 1, np.abs(W)) for W in weights]
    return value, d_weights, _zeros(biases)


def right_float32(weights: Any, biases: Any, l1: Any) -> Any:
    narrow = [np.asarray(W, dtype=np.float32) for W in weights]
    d_weights = [np.float32(l1) * np.sign(W) for W in narrow]
    return np.float32(l1) * sum(np.abs(W).sum() for W in narrow), d_weights, _zeros(biases)


def wrong_sign_of_zero(weights: Any, biases: Any, l1: Any) -> Any:
    return _value(weights, l1), [np.where(W >= 0, l1, -l1) for W in weights], _zeros(biases)


def wrong_nan_at_zero(weights: Any, biases: Any, l1: Any) -> Any:
    return _value(weights, l1), [l1 * W / np.abs(W) for W in weights], _zeros(biases)


def wrong_without_size(weights: Any, biases: Any, l1: Any) -> Any:
    value = l1 * sum(np.sum(W) for W in weights)
    return value, [l1 * np.sign(W) for W in weights], _zeros(biases)


def wrong_gradient_without_sign(weights: Any, biases: Any, l1: Any) -> Any:
    return _value(weights, l1), [l1 * np.abs(W) for W in weights], _zeros(biases)


def wrong_no_lambda_in_gradient(weights: Any, biases: Any, l1: Any) -> Any:
    return _value(weights, l1), [np.sign(W) for W in weights], _zeros(biases)


def wrong_biases_pay(weights: Any, biases: Any, l1: Any) -> Any:
    value = _value(weights, l1) + _value(biases, l1)
    return value, [l1 * np.sign(W) for W in weights], [l1 * np.sign(b) for b in biases]
