"""What the unit's cases are drawn from, and what several of its mistakes have in common."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rng = np.random.Generator

EPSILON = 1e-7
EPSILONS = (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)
"""Distances from 0 and 1 that people choose when they clip a probability."""

SUM = "Your cost is summed over the samples; it should be their mean."
SUM_HINT = "Give every sample to your function twice: should the cost double?"
TWICE = "Your cost is divided by the number of samples twice."
TWICE_HINT = "Is there a mean, and a division as well?"
PER_UNIT = "You divide by the number of samples only. Each unit of each sample is one entry."
PER_UNIT_HINT = "How many numbers are added up when there are 5 samples and 3 units?"
MINUS = "Your cost is negative: the minus in front of the logarithms is missing."
MINUS_HINT = "What sign has the logarithm of a probability?"
NOT_AVERAGED = "You return the costs one by one. One number for the whole batch is asked for."
NOT_AVERAGED_HINT = "By what are the costs of the samples made into one number?"
LOG_ZERO_HINT = "Which predictions have no finite logarithm, and what keeps p away from them?"
WRONG_BASE = "Your logarithm has another base: the cost is in bits or in digits."
WRONG_BASE_HINT = "Which logarithm is the inverse of the exponential function?"
EXCHANGED = "Targets and predictions have changed places: you take the logarithm of the targets."
EXCHANGED_HINT = "Which of the two is a probability that can be 0.3, and so has a logarithm?"
EPSILON_ADDED = "You add epsilon inside the logarithm; the probability is to be clipped instead."
EPSILON_ADDED_HINT = "Which p should change when epsilon is 0.01: all of them, or only the extreme?"
EPSILON_UNUSED = "You do not use the epsilon that you are given, but a number of your own."
EPSILON_UNUSED_HINT = "What should a certain and wrong prediction cost when epsilon is 0.01?"
NO_LOGARITHM = "There is no logarithm in your cost: you work with the probabilities themselves."
NO_LOGARITHM_HINT = "What should it cost to call impossible what then happened?"


def targets(rng: Rng, *shape: int) -> Array:
    """0/1 targets (int64) with both values present where there are two entries."""
    y = rng.integers(0, 2, size=shape)
    if y.size > 1:
        y.flat[:2] = [0, 1]
    return y


def certainties(rng: Rng, *shape: int) -> Array:
    """Probabilities that stay clear of 0 and 1, where float32 has as many digits as needed."""
    return rng.uniform(0.05, 0.95, size=shape)


def labels(rng: Rng, n: int, k: int) -> Array:
    """Integer labels, neither all the same nor in order, when n > 1 and k > 1."""
    y = rng.integers(0, k, size=n)
    if n > 1 and k > 1:
        y[:2] = [k - 1, 0]
    return y


def rows_of_probabilities(rng: Rng, n: int, k: int) -> Array:
    """Rows that sum to 1, no entry near 0."""
    shares = rng.uniform(0.2, 1.0, size=(n, k))
    p: Array = shares / shares.sum(axis=1, keepdims=True)
    return p
