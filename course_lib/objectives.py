"""Objectives: a cost of a network's outputs, together with its gradient.

The outputs are sums (logits): the activation of the output unit is part of the objective, so that
logarithm and exponential meet and cancel instead of overflowing. The formulas are those of
`losses` and `backprop`, in float64; a gradient is returned in the float type of the outputs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_lib.backprop import softmax_crossentropy_backward
from course_lib.losses import (
    mse,
    output_gradients,
    sigmoid_crossentropy_logits,
    softmax_crossentropy_logits,
)

__all__ = ["Objective", "sigmoid_crossentropy", "softmax_crossentropy", "squared_error"]

Array = NDArray[np.floating[Any]]
Targets = NDArray[Any]


@dataclass(frozen=True)
class Objective:
    """What training makes small: J(y, z) for targets y and outputs z, a mean over the samples.

    Attributes:
        cost: the function (y, z) -> J.
        slope: the function (y, z) -> dJ/dz, float64.

    Example:
        >>> y, z = np.array([1]), np.zeros((1, 2), np.float32)
        >>> round(softmax_crossentropy.cost(y, z), 4), softmax_crossentropy.gradient(y, z)
        (0.6931, array([[ 0.5, -0.5]], dtype=float32))
    """

    cost: Callable[[Targets, Array], float]
    slope: Callable[[Targets, Array], NDArray[np.float64]]

    def gradient(self, y: Targets, z: Array) -> Array:
        """dJ/dz in z's float type, of the shape of z."""
        return self.slope(y, z).astype(z.dtype, copy=False)


def _softmax_slope(y: Targets, z: Array) -> NDArray[np.float64]:
    return softmax_crossentropy_backward(z, y)


def _sigmoid_slope(y: Targets, z: Array) -> NDArray[np.float64]:
    """The cost is a mean over the units too, where `output_gradients` has their sum."""
    slope: NDArray[np.float64] = output_gradients("sigmoid", y, z) / z.shape[1]
    return slope


def _squared_slope(y: Targets, z: Array) -> NDArray[np.float64]:
    """As above, and the square without the 1/2 that `output_gradients` has."""
    slope: NDArray[np.float64] = 2 * output_gradients("linear", y, z) / z.shape[1]
    return slope


softmax_crossentropy = Objective(softmax_crossentropy_logits, _softmax_slope)
"""One of k classes: y integer labels (n_samples,), z (n_samples, k)."""

sigmoid_crossentropy = Objective(sigmoid_crossentropy_logits, _sigmoid_slope)
"""Yes or no, once or k times: y of 0 and 1, and z, both (n_samples, k); the mean of all entries."""

squared_error = Objective(mse, _squared_slope)
"""Numbers: y and z both (n_samples, k); the mean of all entries."""
