"""Where the error starts: softmax and cross-entropy, differentiated in one go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng, labels
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import backprop as reference
from course_lib.activations import sigmoid, softmax

Error = Callable[[Array, Array, Array], Array]


def _cases(rng: Rng) -> list[Case]:
    def draw(n: int, k: int) -> tuple[Array, Array]:
        return rng.normal(size=(n, k)) * 2, labels(rng, n, k)

    z = np.array([[2.0, 0.0, -1.0], [0.0, 0.0, 0.0]])
    z32, y32 = draw(4, 3)
    return [
        Case("a small example", (z, np.array([0, 2])), show=True),
        Case("more samples than classes", draw(7, 3)),
        Case("more classes than samples", draw(3, 6)),
        Case("as many samples as classes", draw(4, 4)),
        Case("one sample", draw(1, 5)),
        Case("two classes", draw(6, 2)),
        Case("all of one class", (rng.normal(size=(5, 3)), np.full(5, 1))),
        Case("equal scores", (np.full((3, 4), 0.5), np.array([3, 0, 1]))),
        Case("integer scores", (rng.integers(-3, 4, (5, 3)), labels(rng, 5, 3))),
        Case("float32 scores", (z32.astype(np.float32), y32)),
        Case("scores of 1000", (1000 + rng.integers(-8, 9, (3, 4)) / 4, labels(rng, 3, 4))),
        Case("scores of -1000", (rng.integers(-2, 3, (2, 3)) - 1000.0, np.array([1, 0]))),
        Case(
            "certain and wrong",
            (np.array([[1000.0, -1000.0, 0.0], [1.0, 0.5, -1.0]]), np.array([1, 2])),
        ),
        Case(
            "certain and wrong, two classes",
            (np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.5, -1.0]]), np.array([1, 0, 0])),
        ),
        Case(
            "rows far apart",
            (np.array([[1000.0, 999.0, 998.0], [-1000.0, -999.0, -1001.0]]), np.array([1, 1])),
        ),
    ]


def one_hot(y: Array, shape: tuple[int, ...]) -> Array:
    """One row for each label, 1 in its column."""
    rows = np.zeros(shape)
    rows[np.arange(len(y)), y] = 1.0
    return rows


def error_with(
    error: Error = lambda P, t, z: P - t,
    probabilities: Callable[[Array], Array] = softmax,
    scale: Callable[[int, int], float] = lambda n, k: 1 / n,
) -> Callable[..., Any]:
    """The gradient with exchangeable parts, from which the wrong ones are made."""

    def backward(z: Any, y: Any) -> Array:
        z = np.asarray(z, dtype=float)
        n, k = z.shape
        targets = one_hot(np.asarray(y), z.shape)
        return np.asarray(scale(n, k) * error(probabilities(z), targets, z))

    return backward


def _unshifted(z: Array) -> Array:
    e = np.exp(z)
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def _shifted_by_one_maximum(z: Array) -> Array:
    return _unshifted(z - z.max())


def _without_keepdims(largest: Callable[[Array], Any]) -> Callable[[Array], Array]:
    def divide(z: Array) -> Array:
        e = np.exp(z - largest(z))
        return np.asarray(e / e.sum(axis=1))

    return divide


def _over_samples(z: Array) -> Array:
    e = np.exp(z - z.max(axis=0))
    return np.asarray(e / e.sum(axis=0))


def _over_everything(z: Array) -> Array:
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum())


def _whole_columns(z: Any, y: Any) -> Array:
    P = softmax(z)
    P[:, np.asarray(y)] -= 1
    return P / len(P)


def _jacobian_on_error(P: Array, t: Array, z: Array) -> Array:
    error = P - t
    return np.asarray(P * (error - np.sum(P * error, axis=1, keepdims=True)))


def _by_way_of_p(at_p: Callable[[Array, Array], Array]) -> Error:
    """First to the probabilities, then through the softmax: right where no p is 0."""

    def error(P: Array, t: Array, z: Array) -> Array:
        slope = at_p(P, t)
        return np.asarray(P * (slope - np.sum(P * slope, axis=1, keepdims=True)))

    return error


ERROR_MISTAKES = (
    Mistake(
        "not-divided",
        error_with(scale=lambda n, k: 1.0),
        "Your gradient is summed over the batch: the division by the number of samples is missing.",
        "J is a mean over the samples. Double the batch by repeating every row: what should "
        "happen to each row of the gradient?",
    ),
    Mistake(
        "divided-twice",
        error_with(scale=lambda n, k: 1 / n**2),
        "Your gradient is divided by the number of samples twice.",
        "Is there a mean and a division as well?",
    ),
    Mistake(
        "error-reversed",
        error_with(lambda P, t, z: t - P),
        "Your gradient has the wrong sign: it points downhill.",
        "If the score of a wrong class rises, does the cost rise or fall?",
    ),
    Mistake(
        "extra-slope",
        error_with(lambda P, t, z: (P - t) * P * (1 - P)),
        "There is a factor p(1 - p) too many, a slope of the output. With the cross-entropy it "
        "has cancelled.",
        "Follow the derivation once more: what does the derivative of the logarithm contribute?",
        also=(error_with(_jacobian_on_error),),
    ),
    Mistake(
        "labels-ignored",
        error_with(lambda P, t, z: P),
        "The labels have no influence on your gradient.",
        "Where is the error, the difference between what came and what should have come?",
    ),
    Mistake(
        "softmax-missing",
        error_with(probabilities=lambda z: z),
        "You compare the labels with the scores themselves: the softmax is missing.",
        "What must every row of probabilities sum to?",
    ),
    Mistake(
        "sigmoid-for-softmax",
        error_with(probabilities=sigmoid),
        "You apply a sigmoid to every score by itself; the softmax looks at the whole row.",
        "What must every row of probabilities sum to?",
    ),
    Mistake(
        "softmax-twice",
        error_with(probabilities=lambda z: softmax(softmax(z))),
        "The softmax is applied twice: its probabilities go through it once more as if they were "
        "scores.",
        "Do scores or probabilities come into this function?",
    ),
    Mistake(
        "softmax-over-samples",
        error_with(probabilities=_over_samples),
        "Your softmax runs down the columns: the samples compete with each other instead of the "
        "classes.",
        "Which axis of z counts the classes?",
    ),
)
"""Wrong errors at the output, which a whole network can make as well."""

SOFTMAX_CROSSENTROPY_BACKWARD = Exercise(
    id="softmax-crossentropy-backward",
    title="The error at the output",
    points=2,
    reference=reference.softmax_crossentropy_backward,
    arguments=("z", "y"),
    returns=("the gradient",),
    cases=_cases,
    read_again="Where the error starts",
    mistakes=(
        *ERROR_MISTAKES,
        Mistake(
            "divided-by-classes",
            error_with(scale=lambda n, k: 1 / k),
            "You divide by the number of classes; the mean is over the samples.",
            "Which axis of z counts the samples?",
        ),
        Mistake(
            "mean-over-all-entries",
            error_with(scale=lambda n, k: 1 / (n * k)),
            "You divide by the number of all entries, samples times classes. The mean is over the "
            "samples only.",
            "How many numbers does J average: one for each sample, or one for each score?",
        ),
        Mistake(
            "softmax-over-everything",
            error_with(probabilities=_over_everything),
            "Your softmax divides by the sum over the whole batch.",
            "What must every row of probabilities sum to?",
        ),
        Mistake(
            "no-keepdims",
            error_with(probabilities=_without_keepdims(lambda z: z.max(axis=1, keepdims=True))),
            "The sums of the rows stand in a row instead of a column, so that they divide the "
            "columns.",
            "Print the shape of the sums. Along which axis does NumPy lay them?",
            also=(
                error_with(probabilities=_without_keepdims(np.max)),
                error_with(probabilities=_without_keepdims(lambda z: z.max(axis=1))),
            ),
        ),
        Mistake(
            "no-shift",
            error_with(probabilities=_unshifted),
            "For moderate scores your gradient is right; for scores of 1000 the exponential "
            "overflows.",
            "Subtracting the same number from all scores of a row changes nothing. Which number "
            "would keep the exponentials small?",
        ),
        Mistake(
            "one-global-maximum",
            error_with(probabilities=_shifted_by_one_maximum),
            "You shift all rows by one maximum, that of the whole batch. In a row far below it all "
            "exponentials become 0, and 0 is divided by 0.",
            "Whose largest score should be subtracted from a row?",
        ),
        Mistake(
            "gradient-at-probabilities",
            error_with(lambda P, t, z: -t / P),
            "You stop at the probabilities: this is the derivative with respect to p. The way "
            "through the softmax, from p back to z, is missing.",
            "What is asked for is dJ/dz. How does p depend on z?",
            also=(
                error_with(lambda P, t, z: -t / np.clip(P, 1e-7, 1 - 1e-7)),
                error_with(lambda P, t, z: np.where(t == 1, -1 / P, 0)),
                error_with(lambda P, t, z: -t / (P + 1e-7)),
                error_with(lambda P, t, z: -t / (P + 1e-8)),
                error_with(lambda P, t, z: -t / (P + 1e-12)),
            ),
        ),
        Mistake(
            "by-way-of-p",
            error_with(_by_way_of_p(lambda P, t: np.where(t == 1, -1 / P, 0))),
            "You go by way of the probabilities and divide by p. That is right on paper, but a "
            "network that is certain and wrong has p = 0, and infinity times 0 is no number.",
            "Multiply both derivatives on paper first. What is left of the division?",
            also=(error_with(_by_way_of_p(lambda P, t: -t / P)),),
        ),
        Mistake(
            "by-way-of-guarded-p",
            error_with(_by_way_of_p(lambda P, t: -t / (P + 1e-12))),
            "You go by way of the probabilities, and keep the division by p from failing with a "
            "small number. Where the network is certain and wrong, your gradient is 0; it should "
            "be largest there.",
            "Multiply both derivatives on paper first. What is left of the division?",
            also=(
                error_with(_by_way_of_p(lambda P, t: -t / (P + 1e-8))),
                error_with(_by_way_of_p(lambda P, t: -t / (P + 1e-7))),
                error_with(_by_way_of_p(lambda P, t: -t / np.clip(P, 1e-7, 1 - 1e-7))),
            ),
        ),
        Mistake(
            "true-class-only",
            error_with(lambda P, t, z: (P - 1) * t),
            "Only the score of the right class gets a gradient; the others stay 0.",
            "Does the cost change when the score of a wrong class rises?",
        ),
        Mistake(
            "whole-columns",
            _whole_columns,
            "The 1 is subtracted from whole columns: from every sample, not only from the one that "
            "has the label.",
            "Which pairs of row and column should be picked? Two lists of indices are needed.",
        ),
        Mistake(
            "label-subtracted",
            lambda z, y: (softmax(z) - np.asarray(y)[:, None]) / len(z),
            "You subtract the number of the class, 0, 1, 2 and so on, from the probabilities.",
            "A label names a column. How does it become a row of probabilities?",
        ),
        Mistake(
            "squared-error",
            error_with(lambda P, t, z: 2 * (P - t)),
            "Your gradient is twice too large, as if a square had been differentiated.",
            "Which cost does the exercise name? Is there a square in it?",
        ),
    ),
)
