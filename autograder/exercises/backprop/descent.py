"""One step downhill for a list of parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import backprop as reference


def _cases(rng: Rng) -> list[Case]:
    def draw(*shapes: tuple[int, ...]) -> tuple[list[Array], list[Array]]:
        return [rng.normal(size=s) for s in shapes], [rng.normal(size=s) for s in shapes]

    W, b = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([0.5, -0.5])
    d_W, d_b = np.array([[10.0, 0.0], [-10.0, 5.0], [0.0, 1.0]]), np.array([1.0, -2.0])
    singles = draw((2, 3), (3,))
    return [
        Case("a small example", ([W, b], [d_W, d_b], 0.1), show=True),
        Case("three layers", (*draw((4, 3), (3,), (3, 5), (5,), (5, 2), (2,)), 0.5)),
        Case("one array", (*draw((3, 4)), 0.25)),
        Case("arrays of one shape", (*draw((2, 2), (2, 2), (2, 2)), 0.03)),
        Case("a rate above 1", (*draw((2, 3), (3,)), 3.0)),
        Case("a rate of 0", (*draw((2, 3), (3,)), 0.0)),
        Case(
            "integer parameters and gradients",
            ([np.array([[1, 2], [3, 4]]), np.array([5, 6])], [np.eye(2, dtype=int), b], 0.5),
        ),
        Case(
            "float32 parameters",
            ([a.astype(np.float32) for a in singles[0]], singles[1], 0.125),
        ),
        Case("huge gradients", ([W, b], [1e6 * d_W, 1e6 * d_b], 0.01)),
        Case("tiny gradients", ([0 * W, 0 * b], [1e-4 * d_W, 1e-4 * d_b], 0.5)),
    ]


def _each(step: Callable[[Array, Array, float], Any]) -> Callable[..., Any]:
    """The same step for every parameter."""

    def update(params: Any, grads: Any, learning_rate: Any) -> list[Any]:
        pairs = zip(params, grads, strict=True)
        return [step(np.asarray(p, float), np.asarray(g, float), learning_rate) for p, g in pairs]

    return update


def _first_only(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [reference.sgd_step(params, grads, learning_rate)[0]]


def _first_changed(params: Any, grads: Any, learning_rate: Any) -> Any:
    return [reference.sgd_step(params, grads, learning_rate)[0], *params[1:]]


def _last_alone(params: Any, grads: Any, learning_rate: Any) -> Any:
    return reference.sgd_step(params, grads, learning_rate)[-1]


def _normalised(p: Array, g: Array, eta: float) -> Array:
    length = np.linalg.norm(g)
    return np.asarray(p - eta * g / length if length else p)


SGD_STEP = Exercise(
    id="sgd-step",
    title="One step of gradient descent",
    points=1,
    reference=reference.sgd_step,
    arguments=("params", "grads", "learning_rate"),
    returns=("the list of new parameters",),
    cases=_cases,
    read_again="One step down",
    mistakes=(
        Mistake(
            "uphill",
            _each(lambda p, g, eta: p + eta * g),
            "You step uphill: along the gradient, to where the cost rises.",
            "The gradient points to where the cost rises fastest. Which way do you want to go?",
        ),
        Mistake(
            "rate-unused",
            _each(lambda p, g, eta: p - g),
            "The learning rate has no influence on your step.",
            "Where does eta stand in the update?",
        ),
        Mistake(
            "step-alone",
            _each(lambda p, g, eta: -eta * g),
            "You return the step itself. What is asked for are the parameters after it.",
            "Where do you stand after a step of that length?",
            also=(_each(lambda p, g, eta: eta * g),),
        ),
        Mistake(
            "divided-by-rate",
            _each(lambda p, g, eta: p - g / eta),
            "You divide by the learning rate: the smaller it is, the longer your step.",
            "A small learning rate should mean a small step.",
        ),
        Mistake(
            "multiplied",
            _each(lambda p, g, eta: p * (1 - eta * g)),
            "The gradient is multiplied with the parameter; a parameter of 0 would never move.",
            "Read the update aloud: the new parameter is the old one minus what?",
        ),
        Mistake(
            "rate-times-difference",
            _each(lambda p, g, eta: eta * (p - g)),
            "The learning rate multiplies the parameter as well: with a rate of 0 everything would "
            "become 0.",
            "Which of the two terms should eta scale?",
        ),
        Mistake(
            "first-only",
            _first_only,
            "Only the first parameter comes back: the function returns in the first round of its "
            "loop.",
            "How far is the return indented?",
            also=(lambda p, g, eta: reference.sgd_step(p, g, eta)[0],),
        ),
        Mistake(
            "first-changed-only",
            _first_changed,
            "Only the first parameter takes a step; the others stay where they were.",
            "Over what does your loop run?",
        ),
        Mistake(
            "last-only",
            _last_alone,
            "Only the last parameter comes back; each round of the loop overwrites the result of "
            "the one before.",
            "How many arrays must come back when three go in?",
            also=(lambda p, g, eta: [_last_alone(p, g, eta)],),
        ),
        Mistake(
            "normalised",
            _each(_normalised),
            "How far you step does not depend on how steep it is: the gradient gives your step its "
            "direction only. In gradient descent a flat slope means a short step.",
            "Make the gradient a hundred times smaller: what should become of the step, and what "
            "becomes of yours?",
            also=(_each(lambda p, g, eta: p - eta * np.sign(g)),),
        ),
        Mistake(
            "averaged-by-rows",
            _each(lambda p, g, eta: p - eta * g / len(p)),
            "Your step is divided by the length of the array. The mean over the samples is in the "
            "gradient already.",
            "Does the update know how many samples there were?",
        ),
    ),
)
