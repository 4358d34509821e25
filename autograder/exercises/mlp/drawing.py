"""What the unit's cases are drawn from, and networks with exchangeable parts for wrong answers.

Numbers are small multiples of 1/2 wherever a decision hangs on them, so that float32, float64 and
any order of summation agree about it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rng = np.random.Generator
Layers = Sequence[Array]
Forward = Callable[[Array, Layers, Layers], tuple[list[Array], list[Array]]]
Network = Callable[[Array, Layers, Layers], Any]

NO_BIAS = "Your result does not change when the biases change: b is left out."
NO_BIAS_HINT = "Which term of the formula does not depend on the samples at all?"
BIAS_SIGN = "Your biases work in the wrong direction, as if they were thresholds to subtract."
BIAS_SIGN_HINT = "Is b added or subtracted in the formula?"


def halves(rng: Rng, *shape: int) -> Array:
    """Multiples of 1/2 in [-3, 3]: sums and products of a few of them are exact."""
    return rng.integers(-6, 7, size=shape) / 2.0


def network(rng: Rng, *sizes: int) -> tuple[list[Array], list[Array]]:
    """Weights and biases of a network of these layer sizes, multiples of 1/2."""
    weights = [halves(rng, n, k) for n, k in pairwise(sizes)]
    return weights, [halves(rng, k) for k in sizes[1:]]


def task(rng: Rng, n: int, *sizes: int) -> tuple[Array, list[Array], list[Array]]:
    """Some samples and a network; units on both sides of 0 with every seed."""
    weights, biases = network(rng, *sizes)
    X = halves(rng, n, sizes[0])
    X[0, 0], weights[0][0, 0] = 1.5, -2.5
    biases = [np.where(b == 0, 1.5, b) for b in biases]
    return X, weights, biases


def as_type(task: Any, dtype: Any, *, double: bool = False) -> Any:
    """Samples and network in another dtype, doubled where halves must become whole numbers."""
    factor = 2 if double else 1
    X, weights, biases = task
    layers = [[(factor * array).astype(dtype) for array in arrays] for arrays in (weights, biases)]
    return ((factor * X).astype(dtype), *layers)


def relu(z: Array) -> Array:
    """max(0, z), entry by entry."""
    return np.maximum(0, z)


def plain(z: Array) -> Array:
    """No activation."""
    return z


def logistic(z: Array) -> Array:
    """The logistic function, without overflow."""
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def fires(z: Array) -> Array:
    """The threshold unit's step, as decimals."""
    return (np.asarray(z) >= 0).astype(float)


def row_softmax(z: Array) -> Array:
    """The softmax of each row, without overflow."""
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def forward(
    hidden: Callable[[Array], Array] = relu,
    last: Callable[[Array], Array] = plain,
    affine: Callable[[Array, Array, Array], Array] = lambda A, W, b: A @ W + b,
    passed: Callable[[Array, Array], Array] = lambda z, a: a,
) -> Forward:
    """A forward pass with exchangeable parts, from which the wrong ones are made.

    Args:
        hidden: activation of the hidden layers.
        last: activation of the output layer.
        affine: what a layer makes of its input, its weights and its biases.
        passed: what the next layer is given, of z and a.
    """

    def run(X: Array, weights: Layers, biases: Layers) -> tuple[list[Array], list[Array]]:
        zs: list[Array] = []
        activations: list[Array] = []
        A = np.asarray(X, dtype=float)
        for number, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
            z = affine(A, np.asarray(W), np.asarray(b))
            a = (last if number == len(weights) else hidden)(z)
            A = passed(z, a)
            zs.append(z)
            activations.append(a)
        return zs, activations

    return run
