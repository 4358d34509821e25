"""How far chance leads a right answer astray, and what an answer draws that ignores `rng`.

Any way of drawing is right, so random results are judged by what must hold for nearly every seed.
Hoeffding's inequality bounds the mean of n independent numbers in [0, 1]:

    P(|mean - expected| >= t) <= 2 exp(-2 n t^2)

With P = 1e-10 for each statement, t = sqrt(log(2e10) / (2 n)); a case that asks fewer than ten
such questions refuses a right answer with probability below 1e-9. For n = 4400 entries, t = 0.052.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from autograder.exercises.regularization.drawing import Array

REFUSED = 1e-10
"""Probability that one statement about a right answer fails by chance."""

USUAL_SEEDS = (0, 1, 7, 42, 123, 1234)
"""What people type when they make a generator of their own; the cases' seeds are at least 10^6."""


def chance(n: int) -> float:
    """The deviation that the mean of n independent numbers in [0, 1] reaches with P < `REFUSED`.

    >>> round(chance(4400), 3)
    0.052
    """
    return math.sqrt(math.log(2 / REFUSED) / (2 * n)) if n else math.inf


Source = np.random.Generator | np.random.RandomState


def own_generators(draw: Callable[[Source], Array]) -> Iterator[Array]:
    """What `draw` makes of generators that ignore the one that was handed over."""
    for seed in USUAL_SEEDS:
        yield draw(np.random.default_rng(seed))
        yield draw(np.random.RandomState(seed))
