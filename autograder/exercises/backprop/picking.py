"""Ways of picking mini-batches that are wrong, each in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array
from course_lib import backprop as reference

Pick = Callable[[int, int, np.random.Generator], Iterator[tuple[Any, Any]]]


def picked(picks: Pick) -> Callable[..., Any]:
    """Batches from index arrays (of the rows, of the labels)."""

    def batches(X: Any, y: Any, batch_size: Any, rng: Any) -> list[Any]:
        X, y = np.asarray(X), np.asarray(y)
        return [(X[i], y[j]) for i, j in picks(len(X), batch_size, rng)]

    return batches


def from_orders(
    rows: Callable[[int, np.random.Generator], Array] = lambda n, rng: rng.permutation(n),
    labels: Callable[[int, np.random.Generator], Array] | None = None,
    starts: Callable[[int, int], Any] = lambda n, size: range(0, n, size),
    size_used: Callable[[int, int], int] = lambda n, size: size,
) -> Callable[..., Any]:
    """Batches cut out of an order of the rows (and another of the labels, where they differ)."""

    def picks(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
        i = rows(n, rng)
        j = i if labels is None else labels(n, rng)
        step = size_used(n, size)
        for start in starts(n, step):
            yield i[start : start + step], j[start : start + step]

    return picked(picks)


def unshuffled(n: int, rng: np.random.Generator) -> Array:
    """The samples as they stand."""
    return np.arange(n)


def permuted(n: int, rng: np.random.Generator) -> Array:
    """A random order."""
    return rng.permutation(n)


def blocks_shuffled(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches of neighbours, in random order."""
    starts = np.arange(0, n, size)
    for start in rng.permutation(starts):
        block = np.arange(n)[start : start + size]
        yield block, block


def within_blocks(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches of neighbours, each shuffled."""
    for start in range(0, n, size):
        block = rng.permutation(np.arange(n)[start : start + size])
        yield block, block


def drawn_anew(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Samples drawn with replacement."""
    for start in range(0, n, size):
        i = rng.integers(0, n, size=min(size, n - start))
        yield i, i


def drawn_full(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """The same, every batch of full size."""
    for _ in range(0, n, size):
        i = rng.integers(0, n, size=size)
        yield i, i


def floor_drawn(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """The same, without the last short batch."""
    for _ in range(n // size):
        i = rng.integers(0, n, size=size)
        yield i, i


def order_per_batch(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """A new random order for each batch."""
    for start in range(0, n, size):
        i = rng.permutation(n)[start : start + size]
        yield i, i


def choice_per_batch(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """A new choice without replacement for each batch."""
    for _ in range(0, n, size):
        i = rng.permutation(n)[:size]
        yield i, i


def wrapped(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """The last batch filled up from the beginning."""
    order = rng.permutation(n)
    for start in range(0, n, size):
        i = np.take(order, np.arange(start, start + size), mode="wrap")
        yield i, i


def filled_with_last(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """The last batch filled up with its last sample."""
    order = rng.permutation(n)
    for start in range(0, n, size):
        i = order[np.minimum(np.arange(start, start + size), n - 1)]
        yield i, i


def split(pieces: Callable[[int, int], int]) -> Callable[..., Any]:
    """Parts of about equal size."""

    def picks(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
        for i in np.array_split(rng.permutation(n), pieces(n, size)):
            yield i, i

    return picked(picks)


def swapped(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    """Labels first."""
    return [(labels, rows) for rows, labels in reference.minibatches(X, y, batch_size, rng)]


def without_end(X: Any, y: Any, batch_size: Any, rng: Any) -> Iterator[Any]:
    """Epoch after epoch."""
    while True:
        yield from reference.minibatches(X, y, batch_size, rng)
