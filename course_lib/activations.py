"""Activation functions: what a neuron makes of its weighted sum."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["sigmoid", "step"]


def step(z: ArrayLike) -> NDArray[np.int64]:
    """Fire or stay silent: 1 where z >= 0, else 0.

        step(z) = 1 if z >= 0
                  0 if z < 0

    This is the all-or-none output of McCulloch and Pitts (1943), shifted so that the threshold
    is 0. The boundary belongs to the neuron that fires: step(0) = 1, and step(-0.0) = 1 too.
    Where z is NaN the comparison is false and the result is 0.

    Args:
        z: numbers of any shape and numeric dtype.

    Returns:
        int64 array of the shape of z (a NumPy scalar when z is one number).

    Source:
        W. S. McCulloch and W. Pitts (1943), "A logical calculus of the ideas immanent in nervous
        activity", Bulletin of Mathematical Biophysics 5, 115-133.

    Example:
        >>> step([-2.5, 0, 3])
        array([0, 1, 1])
    """
    fires = np.asarray(z, dtype=np.float64) >= 0
    return fires.astype(np.int64)


def sigmoid(z: ArrayLike) -> NDArray[np.float64]:
    """A step with a soft edge: the logistic function, rising from 0 through 1/2 to 1.

        sigmoid(z) = 1 / (1 + exp(-z)) = exp(z) / (1 + exp(z))

    The two forms are equal on paper. In floating point the first overflows for z = -1000 and
    the second for z = 1000, each because it takes the exponential of a large *positive* number.
    So use each on its own side. With e = exp(-|z|), which never exceeds 1,

        sigmoid(z) = 1 / (1 + e)   where z >= 0
                     e / (1 + e)   where z < 0

    and nothing can overflow: for |z| = 1000, e becomes 0 and the result exactly 0 or 1.
    `scipy.special.expit` computes the same function, compiled and several times faster; here it
    is the yardstick of the tests, because the two lines below are the lesson.

    Its slope is sigmoid(z) (1 - sigmoid(z)), at most 1/4 (at z = 0).

    Args:
        z: numbers of any shape and numeric dtype; infinities are allowed, NaN stays NaN.

    Returns:
        float64 array of the shape of z (a NumPy scalar when z is one number), in [0, 1].

    Example:
        >>> sigmoid([-1000, 0, 1000])
        array([0. , 0.5, 1. ])
    """
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    p: NDArray[np.float64] = np.where(z >= 0, 1.0, e) / (1.0 + e)
    return p
