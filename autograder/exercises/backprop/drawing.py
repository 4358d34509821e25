"""What the unit's cases are drawn from: gradients, labels and small networks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rng = np.random.Generator
Network = tuple[list[Array], list[Array]]


def labels(rng: Rng, n: int, k: int) -> Array:
    """Integer labels from 0 to k - 1; the first ones are all different."""
    y = rng.integers(0, k, size=n)
    y[: min(n, k)] = rng.permutation(k)[: min(n, k)]
    return y


def network(rng: Rng, sizes: Sequence[int], scale: float = 1.0) -> Network:
    """Random weights and biases (none of them 0) for layers of these sizes, inputs first."""
    weights = [scale * rng.normal(size=(n, k)) for n, k in pairwise(sizes)]
    return weights, [scale * rng.normal(size=k) for k in sizes[1:]]


def float32(arrays: Sequence[Array]) -> list[Array]:
    """The arrays in single precision."""
    return [array.astype(np.float32) for array in arrays]
