"""Answers to sgd-step: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_comprehension(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [p - learning_rate * g for p, g in zip(params, grads, strict=True)]


def right_float_copies(params: Any, grads: Any, learning_rate: Any) -> Any:
    new = [np.array(p, dtype=float) for p in params]
    for p, g in zip(new, grads, strict=True):
        np.subtract(p, learning_rate * np.asarray(g), out=p)
    return new


def right_entry_by_entry(params: Any, grads: Any, learning_rate: Any) -> Any:
    new = []
    for p, g in zip(params, grads, strict=True):
        q = np.zeros(np.shape(p))
        for i in np.ndindex(*q.shape):
            q[i] = p[i] - learning_rate * g[i]
        new.append(q)
    return new


def right_map(params: Any, grads: Any, learning_rate: Any) -> Any:
    return list(map(lambda p, g: np.add(p, np.multiply(-learning_rate, g)), params, grads))


def right_one_long_vector(params: Any, grads: Any, learning_rate: Any) -> Any:
    flat = np.concatenate([np.ravel(p) for p in params]).astype(float)
    flat = flat - learning_rate * np.concatenate([np.ravel(g) for g in grads])
    ends = np.cumsum([np.size(p) for p in params])[:-1]
    parts = np.split(flat, ends)
    return [part.reshape(np.shape(p)) for part, p in zip(parts, params, strict=True)]


def wrong_uphill(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [p + learning_rate * g for p, g in zip(params, grads, strict=True)]


def wrong_in_place(params: Any, grads: Any, learning_rate: Any) -> Any:
    for p, g in zip(params, grads, strict=True):
        p[...] = p - learning_rate * g
    return params


def wrong_shallow_copy(params: Any, grads: Any, learning_rate: Any) -> Any:
    """A new list of the old arrays."""
    new = list(params)
    for p, g in zip(new, grads, strict=True):
        p[...] = p - learning_rate * g
    return new


def wrong_no_learning_rate(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [p - g for p, g in zip(params, grads, strict=True)]


def wrong_unit_length(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [
        p - learning_rate * g / (np.linalg.norm(g) + 1e-12)
        for p, g in zip(params, grads, strict=True)
    ]


def wrong_returns_the_change(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [-learning_rate * g for g in grads]
