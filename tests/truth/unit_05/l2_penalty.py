"""Answers to l2-penalty: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _value(weights: Any, l2: Any) -> Any:
    return l2 * sum(np.sum(np.asarray(W, dtype=float) ** 2) for W in weights)


def _zeros(biases: Any) -> Any:
    return [np.zeros(np.shape(b)) for b in biases]


def right_comprehensions(weights: Any, biases: Any, l2: Any) -> Any:
    value = l2 * sum(np.sum(W**2) for W in weights)
    return value, [2 * l2 * W for W in weights], [np.zeros_like(b) for b in biases]


def right_loops(weights: Any, biases: Any, l2: Any) -> Any:
    value, d_weights, d_biases = 0.0, [], []
    for W, b in zip(weights, biases, strict=True):
        d_W = np.zeros(W.shape)
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                value += l2 * float(W[i, j]) ** 2
                d_W[i, j] = 2 * l2 * W[i, j]
        d_weights.append(d_W)
        d_biases.append(np.zeros(len(b)))
    return value, d_weights, d_biases


def right_one_long_vector(weights: Any, biases: Any, l2: Any) -> Any:
    w = np.concatenate([np.asarray(W, dtype=float).ravel() for W in weights])
    ends = np.cumsum([np.size(W) for W in weights])[:-1]
    parts = np.split(2 * l2 * w, ends)
    d_weights = [part.reshape(W.shape) for part, W in zip(parts, weights, strict=True)]
    return l2 * (w @ w), d_weights, [0.0 * b for b in biases]


def right_norms(weights: Any, biases: Any, l2: Any) -> Any:
    value = l2 * sum(np.linalg.norm(W) ** 2 for W in weights)
    return value, [l2 * (W + W) for W in weights], [np.zeros(b.shape) for b in biases]


def right_float32(weights: Any, biases: Any, l2: Any) -> Any:
    narrow = [np.asarray(W, dtype=np.float32) for W in weights]
    value = np.float32(l2) * sum(np.vdot(W, W) for W in narrow)
    d_weights = [np.float32(2 * l2) * W for W in narrow]
    return value, d_weights, [np.zeros(b.shape, dtype=np.float32) for b in biases]


def wrong_half(weights: Any, biases: Any, l2: Any) -> Any:
    return 0.5 * _value(weights, l2), [l2 * W for W in weights], _zeros(biases)


def wrong_no_two_in_gradient(weights: Any, biases: Any, l2: Any) -> Any:
    return _value(weights, l2), [l2 * W for W in weights], _zeros(biases)


def wrong_biases_pay(weights: Any, biases: Any, l2: Any) -> Any:
    value = _value(weights, l2) + _value(biases, l2)
    return value, [2 * l2 * W for W in weights], [2 * l2 * b for b in biases]


def wrong_lambda_twice(weights: Any, biases: Any, l2: Any) -> Any:
    return l2 * _value(weights, l2), [2 * l2**2 * W for W in weights], _zeros(biases)


def wrong_norm_not_squared(weights: Any, biases: Any, l2: Any) -> Any:
    value = l2 * sum(np.linalg.norm(W) for W in weights)
    return value, [2 * l2 * W for W in weights], _zeros(biases)


def wrong_last_layer_only(weights: Any, biases: Any, l2: Any) -> Any:
    """The value is set anew in each round of the loop."""
    value, d_weights = 0.0, []
    for W in weights:
        value = l2 * np.sum(W**2)
        d_weights.append(2 * l2 * W)
    return value, d_weights, _zeros(biases)
