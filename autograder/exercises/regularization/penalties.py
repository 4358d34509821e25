"""Penalties on large weights: their value, and their gradients for weights and biases."""

from __future__ import annotations

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, layers
from autograder.exercises.regularization.penalising import penalised, shared_mistakes
from course_lib import regularizers as reference


def _penalty_cases(rng: Rng) -> list[Case]:
    W, b = np.array([[0.5, -2.0, 0.0], [1.0, 0.0, -3.0]]), np.array([1.0, -2.0, 4.0])
    two, two_biases = layers(rng, (4, 3, 2))
    three, three_biases = layers(rng, (3, 5, 2, 4))
    whole = [rng.integers(-4, 5, size=(3, 2)), np.array([[3], [-2]])]
    twins, twin_biases = layers(rng, (3, 3, 3))
    return [
        Case("a small example", ([W], [b], 0.25), show=True),
        Case("two layers", (two, two_biases, 0.1)),
        Case("three layers", (three, three_biases, 0.7)),
        Case("one weight", (*layers(rng, (1, 1)), 0.3)),
        Case("one input, one output", (*layers(rng, (1, 4, 1)), 0.05)),
        Case("layers of the same shape", (twins, twin_biases, 0.4)),
        Case("a factor above 1", (*layers(rng, (2, 3)), 2.5)),
        Case("a factor of 1", (*layers(rng, (3, 2)), 1.0)),
        Case("a factor of 0", (*layers(rng, (2, 4)), 0.0)),
        Case("weights that are all 0", ([np.zeros((2, 3))], [np.ones(3)], 0.5)),
        Case("integer inputs", (whole, [np.array([2, -1]), np.array([5])], 0.125)),
        Case("float32 inputs", ([w.astype(np.float32) for w in two], two_biases, 0.25)),
        Case("large weights", ([1e3 * w for w in two], two_biases, 0.01)),
        Case("small weights", ([1e-3 * w for w in two], two_biases, 10.0)),
    ]


def _norm(W: Array) -> float:
    return float(np.sqrt(np.sum(W**2)))


def _square(W: Array) -> float:
    return float(np.sum(np.asarray(W, dtype=float) ** 2))


def _size(W: Array) -> float:
    return float(np.sum(np.abs(W)))


def _quotient(W: Array) -> Array:
    """The sign as a weight divided by its size: nan at 0."""
    with np.errstate(invalid="ignore"):
        sign: Array = np.asarray(W) / np.abs(W)
    return sign


L2_PENALTY = Exercise(
    id="l2-penalty",
    title="The ℓ2 penalty and its gradient",
    points=1,
    reference=reference.l2_penalty,
    arguments=("weights", "biases", "l2"),
    returns=("value", "d_weights", "d_biases"),
    cases=_penalty_cases,
    read_again="ℓ2: the square of every weight",
    mistakes=(
        Mistake(
            "factor-two-missing",
            penalised(_square, lambda W: W),
            "The factor 2 is missing from your gradients.",
            "What is the derivative of the square of w?",
        ),
        Mistake(
            "half-in-value",
            penalised(_square, lambda W: W, value_factor=lambda f: f / 2),
            "You use the convention with one half in front. It is a good one, but here there is "
            "no half, in the value as in the gradient.",
            "By which factor do the two conventions differ?",
            also=(penalised(_square, lambda W: 2 * W, value_factor=lambda f: f / 2),),
        ),
        Mistake(
            "root-of-sum",
            penalised(_square, lambda W: 2 * W, of_sum=np.sqrt),
            "You take a square root: your value is the norm of the weights. What is asked for is "
            "the sum of their squares.",
            "Is there a root in the formula?",
            also=(
                penalised(_norm, lambda W: 2 * W),
                penalised(_norm, lambda W: W / max(_norm(W), 1e-12)),
            ),
        ),
        Mistake(
            "l1-instead-of-l2",
            penalised(_size, np.sign),
            "That is the ℓ1 penalty: you take the sizes of the weights. Here their squares count.",
            "How much should a weight of 3 cost, compared with one of 1?",
            also=(penalised(_size, lambda W: 2 * W),),
        ),
        Mistake(
            "square-of-sum",
            penalised(lambda W: float(np.sum(W)) ** 2, lambda W: 2 * W),
            "You add up the weights and square the sum. So weights of opposite sign cancel.",
            "In which order do your lines square and add?",
            also=(
                penalised(lambda W: float(np.sum(W)), lambda W: 2 * W, of_sum=lambda t: t * t),
                penalised(
                    lambda W: float(np.sum(W)) ** 2,
                    lambda W: np.full(np.shape(W), 2 * float(np.sum(W))),
                ),
            ),
        ),
        Mistake(
            "squares-in-gradient",
            penalised(_square, lambda W: np.asarray(W, dtype=float) ** 2),
            "Your gradients hold the squares themselves, and not their derivatives.",
            "A negative weight must be pulled up, a positive one down. Can a square tell them "
            "apart?",
            also=(penalised(_square, lambda W: 2 * np.asarray(W, dtype=float) ** 2),),
        ),
        *shared_mistakes(_square, lambda W: 2 * W, reference.l2_penalty, "l2"),
    ),
)


L1_PENALTY = Exercise(
    id="l1-penalty",
    title="The ℓ1 penalty and its gradient",
    points=1,
    reference=reference.l1_penalty,
    arguments=("weights", "biases", "l1"),
    returns=("value", "d_weights", "d_biases"),
    cases=_penalty_cases,
    read_again="ℓ1: the size of every weight",
    mistakes=(
        Mistake(
            "gradient-without-sign",
            penalised(_size, lambda W: np.ones(np.shape(W))),
            "Your gradients are the same for positive and negative weights: the sign is missing.",
            "A negative weight must be pulled up towards 0. Which way does your gradient push it?",
        ),
        Mistake(
            "sign-of-zero",
            penalised(_size, lambda W: np.where(np.asarray(W) >= 0, 1.0, -1.0)),
            "Your gradient pulls at weights that are exactly 0. In this course sign(0) = 0.",
            "What does your comparison say of a weight of 0?",
            also=(penalised(_size, lambda W: np.where(np.asarray(W) > 0, 1.0, -1.0)),),
        ),
        Mistake(
            "nan-at-zero",
            penalised(_size, _quotient),
            "Your gradient is nan where a weight is exactly 0: there you divide 0 by 0. In this "
            "course sign(0) = 0.",
            "What do you divide by when the weight is 0?",
        ),
        Mistake(
            "value-without-absolute",
            penalised(lambda W: float(np.sum(W)), np.sign),
            "Your value adds up the weights with their signs, so that 3 and -3 cancel.",
            "What does a weight of -3 cost, and what one of 3?",
            also=(
                penalised(lambda W: float(np.sum(W)), lambda W: np.ones(np.shape(W))),
                penalised(lambda W: abs(float(np.sum(W))), np.sign),
            ),
        ),
        Mistake(
            "absolute-values-in-gradient",
            penalised(_size, np.abs),
            "Your gradients hold the sizes of the weights, and not the derivatives of these sizes.",
            "How much more does a weight cost when it grows from 3 to 4, and when it grows from 1 "
            "to 2?",
        ),
        Mistake(
            "weights-in-gradient",
            penalised(_size, lambda W: 1.0 * np.asarray(W)),
            "Your gradients are proportional to the weights. The pull of ℓ1 is the same for small "
            "and for large ones.",
            "What is the slope of the absolute value at 3, and what at 0.1?",
            also=(penalised(_size, lambda W: 2.0 * np.asarray(W)),),
        ),
        Mistake(
            "l2-instead-of-l1",
            penalised(_square, lambda W: 2 * W),
            "That is the ℓ2 penalty: you square the weights. Here their sizes count.",
            "How much should a weight of 3 cost, compared with one of 1?",
            also=(penalised(_square, np.sign), penalised(_square, lambda W: W)),
        ),
        Mistake(
            "largest-column",
            penalised(lambda W: float(np.linalg.norm(np.atleast_2d(W), 1)), np.sign),
            "Your value is NumPy's 1-norm of a matrix, which is the largest sum of a column. What "
            "is asked for is the sum over all entries.",
            "What does a norm of a whole matrix count, as it stands in the documentation?",
        ),
        *shared_mistakes(_size, np.sign, reference.l1_penalty, "l1"),
    ),
)
