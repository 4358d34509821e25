"""The passage of a gradient through one dense layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import backprop as reference

Product = Callable[[Array, Array, Array], Any]


def _cases(rng: Rng) -> list[Case]:
    def draw(n: int, d: int, k: int) -> tuple[Array, Array, Array]:
        return rng.normal(size=(n, k)), rng.normal(size=(n, d)), rng.normal(size=(d, k))

    d_Z = np.array([[1.0, -1.0], [2.0, 0.5], [0.0, 3.0]])
    X = np.array([[1.0, 2.0, 0.0, -1.0], [0.0, 1.0, -2.0, 1.0], [3.0, -1.0, 1.0, 0.5]])
    W = np.array([[1.0, 0.0], [2.0, -1.0], [0.5, 1.0], [-1.0, 3.0]])
    small, big = draw(5, 2, 3), draw(3, 4, 2)
    integers = [rng.integers(-4, 5, shape) for shape in ((4, 3), (4, 2), (2, 3))]
    whole = rng.integers(-3, 4, (5, 2)), rng.integers(-3, 4, (2, 3))
    return [
        Case("a small example", (d_Z, X, W), show=True),
        Case("more samples than units", draw(7, 3, 2)),
        Case("more units than samples", draw(2, 3, 5)),
        Case("as many inputs as units", draw(6, 4, 4)),
        Case("as many samples as inputs", draw(4, 4, 3)),
        Case("as many samples, inputs and units", draw(3, 3, 3)),
        Case("one sample", draw(1, 4, 3)),
        Case("one input", draw(5, 1, 3)),
        Case("one unit", draw(4, 3, 1)),
        Case("integer inputs", tuple(integers)),
        Case("integer inputs, a gradient with decimals", (small[0], *whole)),
        Case("float32 inputs", tuple(array.astype(np.float32) for array in draw(5, 3, 4))),
        Case("a tiny gradient", (1e-3 * small[0], *small[1:])),
        Case("a huge gradient", (1e6 * big[0], *big[1:])),
        Case("no gradient arrives", (np.zeros((4, 2)), *draw(4, 3, 2)[1:])),
    ]


def _d_X(d_Z: Array, X: Array, W: Array) -> Array:
    return np.asarray(d_Z @ W.T)


def _d_W(d_Z: Array, X: Array, W: Array) -> Array:
    return np.asarray(X.T @ d_Z)


def _d_b(d_Z: Array, X: Array, W: Array) -> Array:
    return np.asarray(d_Z.sum(axis=0))


def _layer(d_X: Product = _d_X, d_W: Product = _d_W, d_b: Product = _d_b) -> Callable[..., Any]:
    """The three products, each of which may be exchanged for a wrong one."""

    def backward(d_Z: Any, X: Any, W: Any) -> tuple[Any, Any, Any]:
        arrays = np.asarray(d_Z, float), np.asarray(X, float), np.asarray(W, float)
        return d_X(*arrays), d_W(*arrays), d_b(*arrays)

    return backward


def _reordered(*order: int) -> Callable[..., Any]:
    def backward(d_Z: Any, X: Any, W: Any) -> tuple[Any, ...]:
        right = _layer()(d_Z, X, W)
        return tuple(right[i] for i in order)

    return backward


def _in_the_dtype_given(d_Z: Any, X: Any, W: Any) -> Any:
    d_X, d_W = np.zeros_like(X), np.zeros_like(W)
    for i in range(len(X)):
        for j in range(len(W)):
            for k in range(W.shape[1]):
                d_X[i, j] += d_Z[i, k] * W[j, k]
                d_W[j, k] += d_Z[i, k] * X[i, j]
    return d_X, d_W, d_Z.sum(axis=0)


def _cut_off(d_Z: Any, X: Any, W: Any) -> Any:
    d_X, d_W, d_b = _layer()(d_Z, X, W)
    return d_X.astype(X.dtype), d_W.astype(W.dtype), d_b


def _ones(product: Product) -> Product:
    return lambda d_Z, X, W: product(np.ones_like(d_Z), X, W)


def _averaged(product: Product) -> Product:
    return lambda d_Z, X, W: product(d_Z, X, W) / len(d_Z)


def _last_sample(product: Product) -> Product:
    return lambda d_Z, X, W: product(d_Z[-1:], X[-1:], W)


DENSE_BACKWARD = Exercise(
    id="dense-backward",
    title="Back through a dense layer",
    points=3,
    reference=reference.dense_backward,
    arguments=("d_Z", "X", "W"),
    returns=("d_X", "d_W", "d_b"),
    cases=_cases,
    # In float32 a sum of a few products below 10 is off by some 1e-6, however small it is.
    tolerance=Tolerance(rtol=1e-5, atol=5e-6),
    read_again="Back through one layer",
    mistakes=(
        Mistake(
            "divided-by-n",
            _layer(d_W=_averaged(_d_W), d_b=_averaged(_d_b)),
            "You divide by the number of samples here. The cost is a mean, and its division is in "
            "d_Z already: with yours it is divided twice.",
            "Who made d_Z, and what did the mean over the batch put into it?",
            also=(_layer(_averaged(_d_X), _averaged(_d_W), _averaged(_d_b)),),
        ),
        Mistake(
            "db-averaged",
            _layer(d_b=lambda d_Z, X, W: d_Z.mean(axis=0)),
            "d_W is right, but d_b is the mean over the batch instead of the sum.",
            "d_b follows the same rule as d_W, for an input that is always 1. What would that rule "
            "give?",
        ),
        Mistake(
            "dw-averaged",
            _layer(d_W=_averaged(_d_W)),
            "d_b is right, but d_W is divided by the number of samples.",
            "The division of the mean is in d_Z already. Where does yours come from?",
        ),
        Mistake(
            "upstream-ignored",
            _layer(_ones(_d_X), _ones(_d_W), _ones(_d_b)),
            "What arrives from above has no influence: you differentiate the sum of the outputs, "
            "as if every entry of d_Z were 1.",
            "By the chain rule each local derivative is multiplied by something. By what?",
            also=(
                _layer(
                    lambda d_Z, X, W: np.broadcast_to(W.sum(axis=1), X.shape),
                    _ones(_d_W),
                    lambda d_Z, X, W: np.ones(W.shape[1]),
                ),
            ),
        ),
        Mistake(
            "upstream-ignored-below",
            _layer(d_X=_ones(_d_X)),
            "d_W and d_b are right, but what you pass down does not depend on what arrived from "
            "above.",
            "If nothing arrives, should the layer below be told anything?",
            also=(_layer(d_X=lambda d_Z, X, W: W.T), _layer(d_X=lambda d_Z, X, W: W)),
        ),
        Mistake(
            "bias-gradient-of-ones",
            _layer(d_b=lambda d_Z, X, W: np.ones(W.shape[1])),
            "d_b is 1 for every unit: that is the local derivative, without what arrives from "
            "above.",
            "By what must the local derivative be multiplied, and over what must be summed?",
            also=(_layer(d_b=_ones(_d_b)),),
        ),
        Mistake(
            "dw-transposed",
            _layer(d_W=lambda d_Z, X, W: d_Z.T @ X),
            "Your d_W is transposed: it has one row per unit.",
            "A gradient has the shape of what it belongs to. What is the shape of W?",
        ),
        Mistake(
            "w-not-transposed",
            _layer(d_X=lambda d_Z, X, W: d_Z @ W),
            "You pass the gradient down through W as it stands; that fits only when a layer has as "
            "many inputs as units, and is wrong even then.",
            "d_Z has a column per unit, d_X needs a column per input. Write the shapes side by "
            "side.",
        ),
        Mistake(
            "db-wrong-axis",
            _layer(d_b=lambda d_Z, X, W: d_Z.sum(axis=1)),
            "d_b has one entry per sample; it is summed along the wrong axis.",
            "d_b must have the shape of b. Which axis of d_Z counts the samples?",
            also=(
                _layer(d_b=lambda d_Z, X, W: d_Z.mean(axis=1)),
                _layer(d_b=lambda d_Z, X, W: d_Z.sum(axis=1, keepdims=True)),
            ),
        ),
        Mistake(
            "db-not-summed",
            _layer(d_b=lambda d_Z, X, W: d_Z),
            "d_b still has a row for every sample: it is not summed over the batch.",
            "One bias serves all samples. What happens to their contributions?",
        ),
        Mistake(
            "db-one-number",
            _layer(d_b=lambda d_Z, X, W: d_Z.sum()),
            "d_b is a single number: you sum over the units as well.",
            "How many biases has the layer?",
        ),
        Mistake(
            "db-keeps-axis",
            _layer(d_b=lambda d_Z, X, W: d_Z.sum(axis=0, keepdims=True)),
            "The numbers in d_b are right, but it is a table of one row; b is a vector.",
            "Print the shape of your d_b and compare it with that of b.",
        ),
        Mistake(
            "entrywise-product",
            _layer(d_W=lambda d_Z, X, W: X * d_Z),
            "You multiply entry by entry where a matrix product belongs.",
            "An entry of d_W collects something from every sample. Which product sums over them?",
            also=(
                _layer(d_W=lambda d_Z, X, W: X.T * d_Z),
                _layer(lambda d_Z, X, W: d_Z * W.T, lambda d_Z, X, W: X.T * d_Z),
                _layer(lambda d_Z, X, W: d_Z * W, lambda d_Z, X, W: X * d_Z),
                _layer(d_X=lambda d_Z, X, W: d_Z * W.T),
                _layer(d_X=lambda d_Z, X, W: d_Z * W),
            ),
        ),
        Mistake(
            "not-summed-over-samples",
            _layer(d_W=lambda d_Z, X, W: X[:, :, None] * d_Z[:, None, :]),
            "Your d_W has three axes: one table for every sample, not summed.",
            "d_W must have the shape of W. What becomes of the contributions of the samples?",
        ),
        Mistake(
            "last-sample-only",
            _layer(d_W=_last_sample(_d_W), d_b=_last_sample(_d_b)),
            "Only the last sample enters your gradients: each round of the loop overwrites what "
            "the one before has found.",
            "What must happen to the old value when the next sample's share arrives?",
            also=(_layer(d_W=_last_sample(_d_W)),),
        ),
        Mistake(
            "slope-of-relu",
            _layer(d_X=lambda d_Z, X, W: d_Z @ W.T * (X > 0)),
            "d_X has zeros where X is not positive: the slope of a ReLU is in it already. This "
            "layer has no activation.",
            "Whose job is it to multiply with the slope: the layer's, or that of the activation "
            "below it?",
        ),
        Mistake(
            "results-reordered",
            _reordered(1, 2, 0),
            "The three gradients are right, but they come back in another order.",
            "In which order does the text ask for d_X, d_W and d_b?",
            also=(
                _reordered(1, 0, 2),
                _reordered(0, 2, 1),
                _reordered(2, 1, 0),
                _reordered(2, 0, 1),
            ),
        ),
        Mistake(
            "integers-kept",
            _in_the_dtype_given,
            "When the inputs are integers, your gradients lose their decimals: they are added up "
            "in arrays that can hold whole numbers only.",
            "Of which dtype is an array that is made to be like X?",
            also=(_cut_off,),
        ),
        Mistake(
            "samples-for-weights",
            _layer(d_W=lambda d_Z, X, W: W * d_Z.sum(axis=0)),
            "Your d_W is made of the weights themselves. A weight acts on the cost through the "
            "input it is multiplied by.",
            "In Z = XW + b, what stands beside W, and is therefore its local derivative?",
        ),
        Mistake(
            "inputs-for-inputs",
            _layer(d_X=lambda d_Z, X, W: X * d_Z.sum(axis=1, keepdims=True)),
            "Your d_X is made of X itself. An input acts on the cost through the weights it is "
            "multiplied by.",
            "In Z = XW + b, what stands beside X, and is therefore its local derivative?",
        ),
    ),
)
