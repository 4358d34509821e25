"""Answers to minibatches: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def right_permutation(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    order = rng.permutation(len(y))
    starts = range(0, len(y), batch_size)
    return [(X[order[s : s + batch_size]], y[order[s : s + batch_size]]) for s in starts]


def right_generator(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    order = np.arange(len(X))
    rng.shuffle(order)
    X_new, y_new = X[order], y[order]
    start = 0
    while start < len(X):
        yield X_new[start : start + batch_size], y_new[start : start + batch_size]
        start += batch_size


def right_sort_random_keys(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    order = np.argsort(rng.random(len(y)))
    parts = np.split(order, np.arange(batch_size, len(y), batch_size))
    return tuple((X[part], y[part]) for part in parts)


def right_hat(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    """Draw one sample after the other from a hat."""
    hat, batches = list(range(len(y))), []
    while hat:
        chosen = [hat.pop(rng.integers(len(hat))) for _ in range(min(batch_size, len(hat)))]
        batches.append((np.array([X[i] for i in chosen]), np.array([y[i] for i in chosen])))
    return batches


def right_choice(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    left = np.arange(len(y))
    while len(left):
        chosen = rng.choice(left, size=min(batch_size, len(left)), replace=False)
        left = np.setdiff1d(left, chosen)
        yield [X[chosen], y[chosen]]


def wrong_no_shuffle(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    starts = range(0, len(y), batch_size)
    return [(X[s : s + batch_size], y[s : s + batch_size]) for s in starts]


def wrong_shuffled_apart(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    return wrong_no_shuffle(rng.permutation(X), rng.permutation(y), batch_size, rng)


def wrong_last_batch_lost(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    order = rng.permutation(len(y))
    parts = [order[k * batch_size : (k + 1) * batch_size] for k in range(len(y) // batch_size)]
    return [(X[part], y[part]) for part in parts]


def wrong_with_replacement(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    for s in range(0, len(y), batch_size):
        chosen = rng.integers(0, len(y), size=min(batch_size, len(y) - s))
        yield X[chosen], y[chosen]


def wrong_own_generator(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    return right_permutation(X, y, batch_size, np.random.default_rng(0))


def wrong_even_parts(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    """np.array_split makes parts of similar size, not parts of batch_size."""
    parts = np.array_split(rng.permutation(len(y)), -(-len(y) // batch_size))
    return [(X[part], y[part]) for part in parts]
