"""Hebb's rule for one sample."""

from __future__ import annotations

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    Rng,
)
from course_lib import perceptron as reference
from course_lib.activations import step


def _hebb_cases(rng: Rng) -> list[Case]:
    return [
        Case(
            "a small example",
            (np.zeros((3, 2)), np.array([1.0, 0.0, 2.0]), np.array([1.0, 0.0]), 0.5),
            show=True,
        ),
        Case("non-square", (rng.normal(size=(4, 2)), rng.normal(size=4), np.ones(2), 0.1)),
        Case(
            "as many inputs as neurons",
            (rng.normal(size=(3, 3)), rng.normal(size=3), np.array([1.0, 0.0, 1.0]), 0.2),
        ),
        Case(
            "one input", (rng.normal(size=(1, 3)), np.array([2.0]), np.array([0.0, 1.0, 1.0]), 0.3)
        ),
        Case("one neuron", (rng.normal(size=(3, 1)), rng.normal(size=3), np.array([1.0]), 0.5)),
        Case("no neuron fires", (rng.normal(size=(2, 3)), rng.normal(size=2), np.zeros(3), 0.5)),
        Case(
            "integer x and y",
            (rng.normal(size=(3, 2)), np.array([1, 0, 2]), np.array([1, 1]), 0.25),
        ),
        Case(
            "float32 inputs",
            (np.ones((2, 3), np.float32), np.array([1, 2], np.float32), np.eye(3)[1], 0.5),
        ),
        Case("large values", (np.ones((2, 2)), np.array([1e6, 2e6]), np.array([1.0, 0.0]), 10.0)),
        Case(
            "integer W, rate 0.5",
            (rng.integers(-3, 4, (3, 2)), np.array([1.0, 3.0, -1.0]), np.array([1.0, 0.0]), 0.5),
        ),
    ]


HEBB_UPDATE = Exercise(
    id="hebb-update",
    title="Hebb's rule",
    points=2,
    reference=reference.hebb_update,
    arguments=("W", "x", "y", "learning_rate"),
    cases=_hebb_cases,
    read_again="Hebb's rule",
    mistakes=(
        Mistake(
            "rate-unused",
            lambda W, x, y, eta: W + np.outer(x, y),
            "The learning rate has no influence on your step.",
            "Where does eta stand in the formula?",
        ),
        Mistake(
            "old-weights-lost",
            lambda W, x, y, eta: eta * np.outer(x, y),
            "You return only the change; the weights that were there before are lost.",
            "A rule for learning changes W, it does not start again.",
        ),
        Mistake(
            "sign-reversed",
            lambda W, x, y, eta: W - eta * np.outer(x, y),
            "Your connections get weaker when both ends are active.",
            "Cells that fire together wire together: does the weight rise or fall?",
        ),
        Mistake(
            "transposed-update",
            lambda W, x, y, eta: W + eta * np.outer(y, x),
            "Your change has one row per neuron; W has one row per input.",
            "Which of x and y runs along the rows of W?",
        ),
        Mistake(
            "output-ignored",
            lambda W, x, y, eta: W + eta * np.outer(x, np.ones_like(y)),
            "Every neuron learns, also those that did not fire.",
            "Hebb's rule needs activity on both sides. Where does y enter?",
        ),
        Mistake(
            "input-ignored",
            lambda W, x, y, eta: W + eta * np.outer(np.ones_like(x), y),
            "All inputs of a neuron learn alike, whether they were active or not.",
            "Hebb's rule needs activity on both sides. Where does x enter?",
        ),
        Mistake(
            "rosenblatt-instead-of-hebb",
            lambda W, x, y, eta: W + eta * np.outer(x, y - step(x @ W)),
            "You learn from an error. Hebb's rule knows no target and no error.",
            "Rosenblatt's rule comes next. What does Hebb's rule multiply x by?",
        ),
        Mistake(
            "summed-to-one-number",
            lambda W, x, y, eta: W + eta * np.sum(x) * np.sum(y),
            "Every weight changes by the same amount.",
            "The weight between input i and neuron j listens to x_i and y_j only.",
        ),
        Mistake(
            "no-outer-product",
            lambda W, x, y, eta: W + eta * x * y,
            "You multiply x and y entry by entry (or into one number). But every x_i must meet "
            "every y_j: that is a whole table of products.",
            "With four inputs and two neurons, how many connections are there, and how many "
            "products have you computed?",
            also=(
                lambda W, x, y, eta: W + eta * np.dot(x, y),
                lambda W, x, y, eta: W + eta * (x * y)[:, None],
            ),
        ),
        Mistake(
            "binarised-input",
            lambda W, x, y, eta: W + eta * np.outer(x > 0, y > 0),
            "You only ask whether an input is active, not how strongly: every active input learns "
            "by the same amount.",
            "What does the formula multiply y_j by: a yes or no, or x_i itself?",
            also=(
                lambda W, x, y, eta: W + eta * np.outer(x != 0, y != 0),
                lambda W, x, y, eta: W + eta * np.outer(x == 1, y == 1),
                lambda W, x, y, eta: W + eta * np.outer(x >= 0, y),
            ),
        ),
        Mistake(
            "one-minus-output",
            lambda W, x, y, eta: W + eta * np.outer(x, 1 - y),
            "The neurons that fired do not learn, and the silent ones do: 1 - y stands where y "
            "should.",
            "Whose connections grow by Hebb's rule: those of active or of silent neurons?",
        ),
        Mistake(
            "output-recomputed",
            lambda W, x, y, eta: W + eta * np.outer(x, step(x @ W)),
            "You compute the neurons' outputs again instead of taking the y that you are given.",
            "Which of the arguments does your function not use?",
        ),
        Mistake(
            "multiplied-into-weights",
            lambda W, x, y, eta: W * (1 + eta * np.outer(x, y)),
            "Your change is multiplied by the old weights, so that a weight of 0 can never grow.",
            "Start with all weights at 0. What does the formula make of them?",
        ),
        Mistake(
            "rate-squared",
            lambda W, x, y, eta: W + eta * np.outer(eta * x, y),
            "The learning rate enters your step twice.",
            "Double the learning rate: by how much should the step grow?",
        ),
    ),
)
