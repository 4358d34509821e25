"""Dropout: in each training step another random part of the units is silent.

`rate` is the probability that a unit is dropped, as in Keras, and not that it is kept. Output
units are never dropped.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["dropout_backward", "dropout_forward", "enumerate_subnetworks"]

FloatArray = NDArray[np.float64]
Mask = NDArray[np.bool_]


def dropout_forward(
    X: ArrayLike, rate: float, rng: np.random.Generator, training: bool
) -> tuple[FloatArray, Mask]:
    """Silence each entry with probability `rate`, and make up for it in those that are left.

        output = X / (1 - rate)   where kept       (kept with probability 1 - rate,
                 0                where dropped      every entry by itself)

    The factor keeps the mean as it is: (1 - rate) * X / (1 - rate) + rate * 0 = X. So nothing has
    to change after training, when all units speak. (The paper scales the other way, by 1 - rate
    after training; both give the same network, and this one is called inverted dropout.)

    Args:
        X: outputs of a layer, any shape, usually (n_samples, n_units).
        rate: probability of being dropped, 0 <= rate < 1.
        rng: where the randomness comes from.
        training: when False, nothing is dropped and nothing drawn.

    Returns:
        (output, mask): float64 and bool arrays of X's shape; the mask is True where X was kept,
        and `dropout_backward` needs it.

    Raises:
        ValueError: rate is not in [0, 1).

    Source:
        N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov (2014),
        "Dropout: a simple way to prevent neural networks from overfitting", Journal of Machine
        Learning Research 15, 1929-1958; the scaling in training: section 10.

    Example:
        >>> rng = np.random.default_rng(0)
        >>> dropout_forward([[1.0, 2.0, 3.0, 4.0]], 0.5, rng, training=True)
        (array([[2., 0., 0., 0.]]), array([[ True, False, False, False]]))
        >>> dropout_forward([[1.0, 2.0]], 0.5, rng, training=False)
        (array([[1., 2.]]), array([[ True,  True]]))
    """
    _check_rate(rate)
    X = np.asarray(X, dtype=np.float64)
    if not training:
        return X.copy(), np.ones(X.shape, dtype=bool)
    mask = rng.random(X.shape) >= rate
    return np.where(mask, X / (1 - rate), 0.0), mask


def dropout_backward(d_output: ArrayLike, mask: ArrayLike, rate: float) -> FloatArray:
    """The gradient of a dropout layer: through the same mask, with the same factor.

    Given the mask, each output depends on its own input alone, and linearly:

        output = mask * X / (1 - rate)   =>   dJ/dX = mask * dJ/d_output / (1 - rate)

    It must be the mask of the forward pass; another one would credit units that said nothing.

    Args:
        d_output: gradient of the cost with respect to the output, any shape.
        mask: what `dropout_forward` returned, the same shape; True where kept.
        rate: probability of being dropped, 0 <= rate < 1.

    Returns:
        Gradient with respect to X, float64, the same shape.

    Raises:
        ValueError: rate is not in [0, 1).

    Example:
        >>> dropout_backward([[1.0, 2.0, 3.0]], [[True, False, True]], 0.5)
        array([[2., 0., 6.]])
    """
    _check_rate(rate)
    d_output = np.asarray(d_output, dtype=np.float64)
    return np.where(np.asarray(mask, dtype=bool), d_output / (1 - rate), 0.0)


def enumerate_subnetworks(
    h: ArrayLike, w: ArrayLike, b: float
) -> tuple[NDArray[np.int64], FloatArray]:
    """All networks that dropout can make of N hidden units, and what each one answers.

    Each unit is kept or not, so there are 2^N masks m, and

        output(m) = sum_j m_j h_j w_j + b

    With rate 1/2 all masks are equally likely, and since the output is linear in m, their mean
    output is that of one network with halved weights, sum_j h_j w_j / 2 + b, exactly. That is what
    scaling the weights computes in a single pass; behind a non-linearity it is an approximation.

    Args:
        h: outputs of the hidden units, (N,).
        w: weights of the output unit, (N,).
        b: its bias, a number.

    Returns:
        (masks, outputs): int64 of shape (2^N, N) with entries 0 and 1, row i being i in binary
        with the first unit as its highest digit; float64 of shape (2^N,).

    Source:
        N. Srivastava et al. (2014), as for `dropout_forward`, section 1.

    Example:
        >>> masks, outputs = enumerate_subnetworks([1.0, 2.0], [10.0, 100.0], 0.5)
        >>> masks.tolist()
        [[0, 0], [0, 1], [1, 0], [1, 1]]
        >>> outputs.tolist()
        [0.5, 200.5, 10.5, 210.5]
    """
    contributions = np.asarray(h, dtype=np.float64) * np.asarray(w, dtype=np.float64)
    n_units = len(contributions)
    digits = np.arange(n_units)[::-1]
    masks = np.arange(2**n_units)[:, np.newaxis] >> digits & 1
    return masks, masks @ contributions + b


def _check_rate(rate: float) -> None:
    if not 0 <= rate < 1:
        raise ValueError(f"rate must be at least 0 and less than 1, not {rate}")
