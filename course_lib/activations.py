"""Activation functions: what a neuron makes of its weighted sum."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["activation_derivatives", "relu", "sigmoid", "softmax", "step", "tanh"]


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


def tanh(z: ArrayLike) -> NDArray[np.float64]:
    """The logistic function stretched to run from -1 to 1, through 0 at 0.

        tanh(z) = (exp(z) - exp(-z)) / (exp(z) + exp(-z)) = 2 sigmoid(2 z) - 1

    The two are equal on paper. In floating point the first divides infinity by infinity for
    z = 1000, and the second subtracts two nearly equal numbers for small z: for z = 1e-17 it
    gives 0. As in `sigmoid`, take the exponential of a negative number only, and as the result
    for small z depends on how far that exponential is from 1, ask for the difference itself:
    with m = exp(-2 |z|) - 1 (`numpy.expm1` computes it without subtracting),

        tanh(z) = sign(z) (-m) / (2 + m)

    Its slope is 1 - tanh(z)^2, at most 1 (at z = 0): four times that of the logistic function.

    Args:
        z: numbers of any shape and numeric dtype; infinities are allowed, NaN stays NaN.

    Returns:
        float64 array of the shape of z (a NumPy scalar when z is one number), in [-1, 1].

    Example:
        >>> tanh([-1000, 0, 1000])
        array([-1.,  0.,  1.])
    """
    z = np.asarray(z, dtype=np.float64)
    m = np.expm1(-2.0 * np.abs(z))
    y: NDArray[np.float64] = np.copysign(-m / (2.0 + m), z)
    return y


def relu(z: ArrayLike) -> NDArray[np.float64]:
    """The rectified linear unit: what is positive passes, the rest becomes 0.

        relu(z) = max(0, z)

    Two straight pieces are enough to make a network more than a linear map, they cost one
    comparison, and the slope of the right one is 1 however large z is: nothing saturates there.
    At z = 0 the function has a kink and no derivative; the course takes 0.

    Args:
        z: numbers of any shape and numeric dtype; infinities are allowed, NaN stays NaN.

    Returns:
        float64 array of the shape of z (a NumPy scalar when z is one number), >= 0.

    Source:
        V. Nair and G. E. Hinton (2010), "Rectified linear units improve restricted Boltzmann
        machines", Proceedings of the 27th International Conference on Machine Learning, 807-814.

    Example:
        >>> relu([-2, 0, 3])
        array([0., 0., 3.])
    """
    y: NDArray[np.float64] = np.maximum(np.asarray(z, dtype=np.float64), 0.0)
    return y


def softmax(z: ArrayLike) -> NDArray[np.float64]:
    """Turn each row of scores into probabilities: positive numbers that sum to 1.

        softmax(z)_k = exp(z_k) / sum_j exp(z_j)

    Every output depends on the whole row: raising one score lowers all other probabilities.
    Only differences of scores count, as a constant c added to the row multiplies numerator and
    denominator by exp(c). That freedom keeps the exponentials in range: with c = -max_j z_j the
    largest exponent is 0, so nothing overflows, and the sum is at least 1, so nothing is divided
    by 0. The maximum is that of the row. One maximum for the whole batch would leave rows far
    below it with 0 / 0.

    For two classes this is the logistic function of the difference: softmax((z, 0))_1 =
    sigmoid(z). For one class it is 1, whatever z is.

    Args:
        z: finite scores of any numeric dtype, (n_samples, n_classes): one sample a row. More
            generally the last axis is the one that sums to 1, so one row (n_classes,) will do.

    Returns:
        float64 array of the shape of z; (0, n_classes) for no samples.

    Raises:
        ValueError: z is a single number, or has no classes.

    Source:
        J. S. Bridle (1990), "Probabilistic interpretation of feedforward classification network
        outputs, with relationships to statistical pattern recognition", Neurocomputing, NATO ASI
        Series F68, Springer, 227-236.

    Example:
        >>> softmax([[0, 0], [1000, -1000]])
        array([[0.5, 0.5],
               [1. , 0. ]])
    """
    z = np.asarray(z, dtype=np.float64)
    if z.ndim == 0:
        raise ValueError("softmax compares the scores of a row; one number has none beside it")
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    p: NDArray[np.float64] = e / e.sum(axis=-1, keepdims=True)
    return p


def activation_derivatives(z: ArrayLike) -> dict[str, NDArray[np.float64]]:
    """The slopes of sigmoid, tanh and ReLU at z: what the backward pass multiplies with.

    By the quotient rule, sigmoid'(z) = exp(-z) / (1 + exp(-z))^2, whose two factors are

        sigmoid'(z) = sigmoid(z) (1 - sigmoid(z)) = sigmoid(z) sigmoid(-z)

    From tanh(z) = 2 sigmoid(2 z) - 1 and the chain rule,

        tanh'(z) = 4 sigmoid'(2 z) = 1 - tanh(z)^2

    and of the two straight pieces of ReLU,

        relu'(z) = 1 if z > 0
                   0 if z <= 0

    where the value at the kink is a convention. 1 - sigmoid(z) is written as sigmoid(-z): it is
    the same number, and it stays exact where sigmoid(z) rounds to 1.

    Args:
        z: pre-activations (not activations), numbers of any shape and numeric dtype.

    Returns:
        {"sigmoid": ..., "tanh": ..., "relu": ...}: float64 arrays of the shape of z (NumPy
        scalars when z is one number), finite for every finite z.

    Example:
        >>> slopes = activation_derivatives([-1000, 0, 1])
        >>> slopes["sigmoid"][:2], slopes["tanh"][:2], slopes["relu"]
        (array([0.  , 0.25]), array([0., 1.]), array([0., 0., 1.]))
    """
    z = np.asarray(z, dtype=np.float64)
    return {
        "sigmoid": sigmoid(z) * sigmoid(-z),
        "tanh": 4.0 * sigmoid(2.0 * z) * sigmoid(-2.0 * z),
        "relu": np.heaviside(z, 0.0),  # the second argument is the value at 0
    }
