"""The gradient of the cross-entropy, and the wrong gradients that are made from its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from autograder.exercises.perceptron.drawing import (
    Array,
    Rng,
    labels,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid, step


def _gradient_cases(rng: Rng) -> list[Case]:
    X = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]])

    def draw(n: int, d: int) -> tuple[Array, Array, Array, float]:
        return rng.normal(size=(n, d)), labels(rng, n), rng.normal(size=d), 0.4

    X5, y5, w5, b5 = draw(6, 3)
    return [
        Case("zero weights", (X, np.array([1, 0, 0]), np.zeros(2), 0.0), show=True),
        Case("more rows than features", draw(7, 3)),
        Case("more features than rows", draw(3, 5)),
        Case("as many rows as features", draw(4, 4)),
        Case("one row", (rng.normal(size=(1, 3)), np.array([1]), rng.normal(size=3), -0.2)),
        Case("one feature", draw(5, 1)),
        Case("all labels 0", (rng.normal(size=(4, 2)), np.zeros(4, int), rng.normal(size=2), 0.3)),
        Case(
            "integer inputs",
            (rng.integers(-2, 3, (5, 2)), labels(rng, 5), np.array([0.5, -1]), 0.1),
        ),
        Case("float32 inputs", (X5.astype(np.float32), y5.astype(np.float32), w5, b5)),
        Case(
            "a saturated neuron, z = 1000",
            (np.array([[10.0], [-10.0], [1.0]]), np.array([1, 1, 0]), np.array([100.0]), 0.0),
        ),
    ]


def gradient_with(
    error: Callable[[Any, Any], Any] = lambda y, p: p - y,
    *,
    scale_w: Callable[[int], float] = lambda n: 1 / n,
    scale_b: Callable[[int], float] = lambda n: 1 / n,
    respond: Callable[[Any], Any] = sigmoid,
) -> Callable[..., Any]:
    """The gradient with exchangeable parts, from which the wrong gradients are made."""

    def gradient(X: Any, y: Any, w: Any, b: Any) -> Any:
        delta = error(y, respond(X @ w + b))
        n = len(X)
        return scale_w(n) * (X.T @ delta), scale_b(n) * np.sum(delta)

    return gradient


def _scaled(scale: Callable[[int], float]) -> Callable[..., Any]:
    return gradient_with(scale_w=scale, scale_b=scale)


def _unsummed(X: Any, y: Any, w: Any, b: Any) -> Any:
    delta = sigmoid(X @ w + b) - y
    return X * delta[:, None] / len(X), np.mean(delta)


def _bias_per_sample(X: Any, y: Any, w: Any, b: Any) -> Any:
    delta = (sigmoid(X @ w + b) - y) / len(X)
    return X.T @ delta, delta


def _column_against_row(X: Any, y: Any, w: Any, b: Any, total: Any = np.mean) -> Any:
    delta = sigmoid((X @ w + b)[:, None]) - y
    return X.T @ delta / len(X), total(delta)


def _updated(X: Any, y: Any, w: Any, b: Any) -> Any:
    dw, db = gradient_with()(X, y, w, b)
    return w - dw, b - db


GRADIENT_MISTAKES = (
    Mistake(
        "sum-instead-of-mean",
        _scaled(lambda n: 1.0),
        "Your gradient is summed over the batch. The cost is a mean, so its gradient is one too.",
        "Double the batch by repeating every row: should the gradient double?",
    ),
    Mistake(
        "divided-twice",
        _scaled(lambda n: 1 / n**2),
        "Your gradient is divided by the number of samples twice.",
        "Is there a mean and a division as well?",
    ),
    Mistake(
        "db-not-averaged",
        gradient_with(scale_b=lambda n: 1.0),
        "dw is right, but db is summed over the batch instead of averaged.",
        "The mean in the cost concerns both gradients.",
    ),
    Mistake(
        "dw-not-averaged",
        gradient_with(scale_w=lambda n: 1.0),
        "db is right, but dw is summed over the batch instead of averaged.",
        "The mean in the cost concerns both gradients.",
    ),
    Mistake(
        "error-reversed",
        gradient_with(error=lambda y, p: y - p),
        "Your gradient points downhill: the error has the wrong sign.",
        "If the output is too high, does the cost rise or fall with b?",
    ),
    Mistake(
        "extra-sigmoid-derivative",
        gradient_with(error=lambda y, p: (p - y) * p * (1 - p)),
        "There is a factor p(1 - p) too many: the sigmoid's slope. With the cross-entropy it "
        "cancels; you have the gradient of half the squared error.",
        "Follow the derivation once more: what does dJ/dp contribute?",
    ),
    Mistake(
        "squared-error",
        gradient_with(error=lambda y, p: 2 * (p - y) * p * (1 - p)),
        "This is the gradient of the squared error, not of the cross-entropy.",
        "Which cost does the exercise name?",
    ),
    Mistake(
        "factor-two",
        _scaled(lambda n: 2 / n),
        "Your gradient is twice as long as it should be.",
        "The factor 2 belongs to the square of the squared error. Is there a square here?",
    ),
    Mistake(
        "dropped-term",
        gradient_with(error=lambda y, p: -y * (1 - p)),
        "Samples with label 0 have no influence: the cost lacks its term (1 - y) log(1 - p).",
        "What does the cost say about a sample with y = 0?",
    ),
    Mistake(
        "labels-ignored",
        gradient_with(error=lambda y, p: p),
        "The labels have no influence on your gradient.",
        "Where is the error, the difference between what came and what should have come?",
    ),
    Mistake(
        "step-instead-of-sigmoid",
        gradient_with(respond=step),
        "You compare the labels with the step's 0 or 1 instead of the sigmoid's output.",
        "Which neuron has a gradient at all?",
    ),
    Mistake(
        "not-summed",
        _unsummed,
        "dw has one row per sample; the contributions of the samples are not added up.",
        "dw must have the shape of w.",
    ),
    Mistake(
        "db-per-sample",
        _bias_per_sample,
        "db has one entry per sample; there is only one bias.",
        "db must have the shape of b: one number.",
        also=(lambda X, y, w, b: (gradient_with()(X, y, w, b)[0], sigmoid(X @ w + b) - y),),
    ),
    Mistake(
        "broadcast-shape",
        _column_against_row,
        "The outputs stand in a column of shape (n, 1), the labels in a row of shape (n,): their "
        "difference has become a table of n × n.",
        "Print the shapes of both sides of the minus sign.",
        also=(lambda X, y, w, b: _column_against_row(X, y, w, b, np.sum),),
    ),
    Mistake(
        "divided-by-features",
        lambda X, y, w, b: _scaled(lambda n: 1 / X.shape[1])(X, y, w, b),
        "You divide by the number of features; the mean is over the samples.",
        "Which axis of X counts the samples?",
        also=(
            lambda X, y, w, b: (
                _scaled(lambda n: 1 / X.shape[1])(X, y, w, b)[0],
                gradient_with()(X, y, w, b)[1],
            ),
        ),
    ),
    Mistake(
        "prediction-without-bias",
        lambda X, y, w, b: gradient_with()(X, y, w, 0.0),
        "The bias is missing from the neuron's output p.",
        "Which of the arguments does your function not use?",
    ),
    Mistake(
        "sigmoid-missing",
        gradient_with(respond=lambda z: z),
        "You compare the labels with z itself: the sigmoid is missing.",
        "Between which two numbers must p lie?",
    ),
    Mistake(
        "signed-labels",
        gradient_with(error=lambda y, p: p - (2 * y - 1)),
        "Your labels run from -1 to 1; in this course they are 0 and 1.",
        "What is the error when p is nearly 0 and rightly so?",
    ),
    Mistake(
        "db-zero",
        lambda X, y, w, b: (gradient_with()(X, y, w, b)[0], 0.0),
        "dw is right, but db is always 0.",
        "The bias is the weight of an input that is always 1. What does your formula for dw say "
        "for it?",
    ),
    Mistake(
        "absolute-error",
        gradient_with(error=lambda y, p: np.abs(p - y)),
        "The errors have lost their signs.",
        "Does the cost rise or fall with b when p is too low? And when it is too high?",
    ),
    Mistake(
        "updated-weights-returned",
        _updated,
        "You return weights and bias after a step; what is asked for is the gradient alone.",
        "The step, with its learning rate, is the task of the next exercise.",
    ),
    Mistake(
        "last-sample-only",
        lambda X, y, w, b: gradient_with()(X[-1:], y[-1:], w, b),
        "Only the last sample has an influence: each round of the loop seems to overwrite what "
        "the one before has found.",
        "What must happen to the old value when the next sample's share arrives?",
    ),
)

NEURON_GRADIENT = Exercise(
    id="neuron-gradient",
    title="The gradient of the cross-entropy",
    points=3,
    reference=reference.neuron_gradient,
    arguments=("X", "y", "w", "b"),
    returns=("dw", "db"),
    cases=_gradient_cases,
    # In float32, z (a sum of terms below 10) is off by some 1e-6, p by a quarter of that, and the
    # mean of (p - y) x with |x| below 5 by some 1e-6, however small the sum that remains.
    tolerance=Tolerance(atol=5e-6),
    read_again="Downhill: the gradient of the cost",
    mistakes=GRADIENT_MISTAKES,
)
