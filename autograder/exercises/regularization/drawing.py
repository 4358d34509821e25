"""What the unit's cases are drawn from: layers of weights, batches, and images to move about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rng = np.random.Generator


def seed(rng: Rng) -> int:
    """A seed for the generator of one case, far from those that people type."""
    return int(rng.integers(10**6, 10**9))


def layers(rng: Rng, sizes: Sequence[int]) -> tuple[list[Array], list[Array]]:
    """Weights and biases of a network with these layer sizes; no entry is near 0."""
    weights = [away_from_zero(rng, n, k) for n, k in pairwise(sizes)]
    return weights, [away_from_zero(rng, k) for k in sizes[1:]]


def away_from_zero(rng: Rng, *shape: int) -> Array:
    """Numbers of both signs with sizes from 0.2 to 2."""
    return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.2, 2.0, size=shape)


def framed(rng: Rng, height: int, width: int) -> Array:
    """An image of random grey values inside a border of zeros.

    With this border all sound ways to interpolate agree: those that fade out over the edge, and
    those that cut off there.
    """
    image = np.zeros((height, width))
    image[1:-1, 1:-1] = rng.uniform(0.1, 1.0, size=(height - 2, width - 2))
    return image
