"""Initializers: the random weights with which a layer starts."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Initializer", "he_normal", "small_normal", "xavier_normal"]

FloatArray = NDArray[np.float64]

Initializer: TypeAlias = Callable[[int, int, np.random.Generator], FloatArray]
"""A function (n_inputs, n_units, rng) that draws weights, float64 (n_inputs, n_units)."""


def small_normal(n_inputs: int, n_units: int, rng: np.random.Generator) -> FloatArray:
    """Small random numbers, whatever the size of the layer: normal with standard deviation 0.01.

    Weights must differ, or all units of a layer compute the same, receive the same gradient and
    stay the same for ever. Being small keeps sigmoids away from saturation. One size for all
    layers is too small for a deep network, where the signal then shrinks from layer to layer;
    the other two initializers take the width of the layer into account.

    Args:
        n_inputs: inputs of the layer (the fan-in of each unit).
        n_units: units of the layer (the fan-out of each input).
        rng: source of the random numbers.

    Returns:
        float64 (n_inputs, n_units).

    Example:
        >>> small_normal(3, 2, np.random.default_rng(0)).shape
        (3, 2)
    """
    return 0.01 * rng.standard_normal((n_inputs, n_units))


def xavier_normal(n_inputs: int, n_units: int, rng: np.random.Generator) -> FloatArray:
    """Glorot's start, for units with a slope of about 1 at 0, such as tanh.

    With independent weights of mean 0 and variance s^2, a sum z_j = sum_i x_i w_ij of n_inputs
    terms and, on the way back, an error d_x_i = sum_j d_z_j w_ij of n_units terms have

        Var(z) = n_inputs s^2 E[x^2]        Var(d_x) = n_units s^2 E[d_z^2]

    Both keep their size if n_inputs s^2 = 1 and n_units s^2 = 1. That is possible only in a
    square layer; Glorot and Bengio meet half-way, at the mean of the two widths:

        s = sqrt(2 / (n_inputs + n_units))

    Keras's `GlorotNormal` has this standard deviation too, but draws from a normal distribution
    that is cut off at two standard deviations (and widened to make up for it).

    Args:
        n_inputs: inputs of the layer (the fan-in of each unit).
        n_units: units of the layer (the fan-out of each input).
        rng: source of the random numbers.

    Returns:
        float64 (n_inputs, n_units).

    Source:
        X. Glorot and Y. Bengio (2010), "Understanding the difficulty of training deep
        feedforward neural networks", Proceedings of AISTATS, 249-256, equation 12.

    Example:
        >>> round(float(xavier_normal(600, 200, np.random.default_rng(0)).std()), 3)
        0.05
    """
    return math.sqrt(2 / (n_inputs + n_units)) * rng.standard_normal((n_inputs, n_units))


def he_normal(n_inputs: int, n_units: int, rng: np.random.Generator) -> FloatArray:
    """He's start, for ReLU: as large as to make up for the half that ReLU takes away.

    If z is symmetric about 0, ReLU keeps half of its square on average, E[relu(z)^2] = Var(z) / 2,
    so from one pre-activation to the next

        Var(z_next) = n_inputs s^2 E[relu(z)^2] = n_inputs s^2 Var(z) / 2

    which keeps its size if

        s = sqrt(2 / n_inputs)

    Keras's `HeNormal` has this standard deviation too, but cuts the distribution off at two
    standard deviations (and widens it to make up for that).

    Args:
        n_inputs: inputs of the layer (the fan-in of each unit).
        n_units: units of the layer.
        rng: source of the random numbers.

    Returns:
        float64 (n_inputs, n_units).

    Source:
        K. He, X. Zhang, S. Ren and J. Sun (2015), "Delving deep into rectifiers: surpassing
        human-level performance on ImageNet classification", arXiv:1502.01852, equation 10.

    Example:
        >>> round(float(he_normal(800, 200, np.random.default_rng(0)).std()), 3)
        0.05
    """
    return math.sqrt(2 / n_inputs) * rng.standard_normal((n_inputs, n_units))
