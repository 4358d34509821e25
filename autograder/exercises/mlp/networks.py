"""The forward pass of a whole network.

Long because of its many known mistakes, which share one forward pass with exchangeable parts.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.exercises.mlp.drawing import (
    BIAS_SIGN,
    BIAS_SIGN_HINT,
    NO_BIAS,
    NO_BIAS_HINT,
    Array,
    Layers,
    Network,
    Rng,
    as_type,
    fires,
    forward,
    halves,
    logistic,
    network,
    plain,
    relu,
    row_softmax,
    task,
)
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import mlp as reference


def _forward_cases(rng: Rng) -> list[Case]:
    example = (
        np.array([[1.0, 2.0], [0.0, -1.0]]),
        [np.array([[1.0, -1.0, 0.5], [1.0, -1.0, 0.0]]), np.array([[2.0], [3.0], [-4.0]])],
        [np.array([0.0, 1.0, -1.0]), np.array([1.0])],
    )
    return [
        Case("a small example", example, show=True),
        Case("one layer", task(rng, 4, 3, 2)),
        Case("two layers", task(rng, 5, 3, 4, 2)),
        Case("three layers", task(rng, 4, 2, 5, 3, 4)),
        Case("four layers of the same size", task(rng, 6, 3, 3, 3, 3, 3)),
        Case("five layers", task(rng, 3, 4, 5, 3, 2, 4, 1)),
        Case("one row", task(rng, 1, 3, 4, 2)),
        Case("as many rows as units", task(rng, 3, 3, 3, 3)),
        Case("one feature, one unit a layer", task(rng, 6, 1, 1, 1)),
        Case("every output negative", (*task(rng, 4, 3, 4)[:2], [np.full(4, -60.0)])),
        Case("random decimals", _decimals(rng, 5, 4, 6, 3)),
        Case("integer inputs", as_type(task(rng, 4, 3, 4, 2), np.int64, double=True)),
        Case("integer samples", (rng.integers(-3, 4, (4, 3)), *network(rng, 3, 4, 2))),
        Case("integer samples and weights, decimal biases", _decimal_biases(rng)),
        Case("integer weights", _whole_weights(rng, halves(rng, 5, 3) / 2)),
        Case("float32 inputs", as_type(task(rng, 5, 2, 4, 3), np.float32)),
        Case("large values", (1e6 * halves(rng, 4, 3), *network(rng, 3, 4, 2))),
    ]


def _decimals(rng: Rng, n: int, *sizes: int) -> tuple[Array, list[Array], list[Array]]:
    pairs = list(pairwise(sizes))
    weights = [rng.normal(size=pair) for pair in pairs]
    return rng.normal(size=(n, sizes[0])), weights, [rng.normal(size=k) for _, k in pairs]


def _whole_weights(rng: Rng, X: Array) -> tuple[Array, list[Array], list[Array]]:
    """A network whose weights are whole numbers, and no bias is."""
    weights = [rng.integers(-3, 4, pair) for pair in pairwise((X.shape[1], 4, 2))]
    return X, weights, [halves(rng, W.shape[1]) + 0.25 for W in weights]


def _decimal_biases(rng: Rng) -> tuple[Array, list[Array], list[Array]]:
    return _whole_weights(rng, rng.integers(-3, 4, (4, 3)))


def _only(part: Callable[[Any], Any]) -> Network:
    """The right forward pass, of which something else is returned."""
    return lambda X, weights, biases: part((X, *forward()(X, weights, biases)))


def _fed_with_samples(X: Array, weights: Layers, biases: Layers) -> Any:
    """Every layer sees the samples, where the shapes allow it."""
    zs = [X @ W + b for W, b in zip(weights, biases, strict=True)]
    return zs, [*map(relu, zs[:-1]), zs[-1]]


def _rows_as_units(A: Array, W: Array, b: Array) -> Array:
    return A @ W.T + b


def _column_bias(A: Array, W: Array, b: Array) -> Array:
    return A @ W + (b[:, None] if len(A) == len(b) else b)


def _first_hidden_only(X: Array, weights: Layers, biases: Layers) -> Any:
    zs, activations, A = [], [], X
    for number, (W, b) in enumerate(zip(weights, biases, strict=True)):
        z = A @ W + b
        A = relu(z) if number == 0 and len(weights) > 1 else z
        zs.append(z)
        activations.append(A)
    return zs, activations


MLP_FORWARD = Exercise(
    id="mlp-forward",
    title="The forward pass of a network",
    points=3,
    reference=reference.mlp_forward,
    arguments=("X", "weights", "biases"),
    returns=("zs", "activations"),
    cases=_forward_cases,
    tolerance=Tolerance(2e-5, 1e-6),
    read_again="The forward pass",
    mistakes=(
        Mistake(
            "relu-on-the-output",
            forward(last=relu),
            "Your output layer has a ReLU as well: its negative answers are lost. The last layer "
            "is linear.",
            "How does your loop know that it has arrived at the last layer?",
        ),
        Mistake(
            "no-activation",
            forward(hidden=plain),
            "No layer of yours has an activation: every activation equals its z.",
            "What happens to z on its way to the next layer?",
        ),
        Mistake(
            "z-passed-on",
            forward(passed=lambda z, a: z),
            "You compute the activations, but hand z itself on to the next layer.",
            "What is the input of the second layer: what the first layer has summed up, or what "
            "it answers?",
        ),
        Mistake(
            "activations-in-zs",
            _only(lambda r: (r[2], r[2])),
            "Your list of z holds the activations: the negative sums are gone. Learning will need "
            "both.",
            "When do you put z into its list: before the ReLU or after?",
            also=(_only(lambda r: ([*map(relu, r[1])], r[2])),),
        ),
        Mistake(
            "zs-in-activations",
            _only(lambda r: (r[1], r[1])),
            "Your list of activations holds the sums z. The next layers are given the right "
            "thing, but it is not what you note down.",
            "Which of your two variables do you append to which list?",
        ),
        Mistake(
            "swapped",
            _only(lambda r: (r[2], r[1])),
            "The two lists are right, but they come back in the wrong order.",
            "Which list is to come first?",
        ),
        Mistake(
            "samples-among-activations",
            _only(lambda r: (r[1], [np.asarray(r[0]), *r[2]])),
            "Your list of activations begins with X. It should hold one array for each layer that "
            "computes.",
            "How many arrays must each list have, for a network with two weight matrices?",
        ),
        Mistake(
            "only-the-output",
            _only(lambda r: (r[1][-1], r[2][-1])),
            "Only the last layer comes back. What is asked for are two lists with one array for "
            "every layer.",
            "Where do the values of the earlier layers go in your loop?",
            also=(_only(lambda r: r[1][-1]), _only(lambda r: ([r[1][-1]], [r[2][-1]]))),
        ),
        Mistake(
            "last-layer-missing",
            _only(lambda r: (r[1][:-1], r[2][:-1])),
            "The output layer is missing: your lists are one entry too short.",
            "How many weight matrices are there, and how many does your loop visit?",
        ),
        Mistake(
            "pairs-instead-of-lists",
            _only(lambda r: list(zip(r[1], r[2], strict=True))),
            "You return one list of pairs; two lists are asked for.",
            "What should the caller get who writes zs, activations = ... ?",
        ),
        Mistake(
            "fed-with-samples",
            _fed_with_samples,
            "Every layer of yours is given X. Only the first one sees the samples; each of the "
            "others sees what the layer before it answers.",
            "Does the variable that holds the input of a layer ever change in your loop?",
        ),
        Mistake(
            "step-instead-of-relu",
            forward(hidden=fires),
            "Your hidden units answer 0 or 1, as threshold units do. In this network they are "
            "ReLUs.",
            "Which function did your hidden layer of section 2 use?",
        ),
        Mistake(
            "sigmoid-instead-of-relu",
            forward(hidden=logistic),
            "Your hidden units answer with a sigmoid, between 0 and 1.",
            "Which activation does the text ask for in the hidden layers?",
        ),
        Mistake(
            "softmax-on-the-output",
            forward(last=row_softmax),
            "You put a softmax on the output. Here the last layer is linear.",
            "What does the text say about the activation of the last layer?",
        ),
        Mistake(
            "only-first-layer-has-relu",
            _first_hidden_only,
            "Only the first layer has its ReLU; the other hidden layers are linear.",
            "Which layers are hidden layers in a network with four weight matrices?",
        ),
        Mistake("no-bias", forward(affine=lambda A, W, b: A @ W), NO_BIAS, NO_BIAS_HINT),
        Mistake("bias-sign", forward(affine=lambda A, W, b: A @ W - b), BIAS_SIGN, BIAS_SIGN_HINT),
        Mistake(
            "transposed-weights",
            forward(affine=_rows_as_units),
            "You use the weights as if each unit were a row of its matrix.",
            "A weight matrix has one column per unit. Write the shapes of both factors side by "
            "side.",
        ),
        Mistake(
            "bias-per-sample",
            forward(affine=_column_bias),
            "Your biases stand in a column, so that each belongs to a sample instead of a unit.",
            "Which axis of z counts the units?",
            also=(forward(affine=lambda A, W, b: A @ W + b[:, None]),),
        ),
    ),
)
