"""What the unit's cases are drawn from, and sentences that several exercises share.

Data whose answer hinges on `z >= 0` are small integers and halves, exact in float32 and float64 and
in any order of summation, so that no right answer can be refused for a rounding error.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rng = np.random.Generator

GATE_INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])

STRICT = "You seem to fire only when z > 0. At z = 0 exactly, this neuron fires too."
STRICT_HINT = "Look at the definition of the step function: what is step(0)?"
NO_BIAS = "Your result does not change when the bias changes: b is left out."
NO_BIAS_HINT = "Which term of the formula does not depend on x at all?"
BIAS_SIGN = "Your bias works in the wrong direction, as if b were a threshold to be subtracted."
BIAS_SIGN_HINT = "A threshold of 2 is a bias of -2. Which of the two does the formula ask for?"

HALF_AT_ZERO = "At z = 0 you answer one half. In this course the neuron fires there: step(0) = 1."
HALF_AT_ZERO_HINT = "How many different answers does a threshold unit have?"
THREE_VALUED = "Your answers are -1, 0 and 1: that is the sign of z, not the step."
THREE_VALUED_HINT = "The step has two values. Which of them belongs to z = 0?"


def halves(rng: Rng, *shape: int) -> Array:
    """Multiples of 1/2 in [-3, 3]: sums and products of a few of them are exact."""
    return rng.integers(-6, 7, size=shape) / 2.0


def labels(rng: Rng, n: int) -> Array:
    """0/1 labels (int64) with both classes present when n > 1."""
    y = rng.integers(0, 2, size=n)
    if n > 1:
        y[:2] = [0, 1]
    return y
