"""Rosenblatt's rule for one sample, and the wrong rules that are made from its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    BIAS_SIGN,
    BIAS_SIGN_HINT,
    STRICT,
    STRICT_HINT,
    Rng,
    halves,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid


def _update_cases(rng: Rng) -> list[Case]:
    w, x = np.array([1.0, -1.0]), np.array([2.0, 1.0])
    w3, x3 = halves(rng, 3), halves(rng, 3) + 0.25
    z3 = float(w3 @ x3)
    return [
        Case("a small example: fires but should not", (w, 0.0, x, 0, 0.5), show=True),
        Case("silent but should fire", (w, -3.0, x, 1, 0.5)),
        Case("rightly fires: nothing changes", (w, 0.5, x, 1, 0.5)),
        Case("rightly silent: nothing changes", (w, -2.5, x, 0, 0.5)),
        Case("a sum of exactly 0, label 0", (w, -1.0, x, 0, 1.0)),
        Case("a sum of exactly 0, label 1", (w, -1.0, x, 1, 1.0)),
        Case("all weights zero", (np.zeros(3), 0.0, np.array([1.0, -2.0, 0.5]), 0, 0.1)),
        Case("three features, too low", (w3, -z3 - 2.0, x3, 1, 0.25)),
        Case("three features, too high", (w3, -z3 + 2.0, x3, 0, 0.25)),
        Case("one feature", (np.array([0.5]), -4.0, np.array([3.0]), 1, 2.0)),
        Case("integer x", (np.array([0.5, -0.5]), -3.0, np.array([2, 4]), 1, 0.1)),
        Case(
            "float32 inputs",
            (w.astype(np.float32), -3.0, x.astype(np.float32), 1, 0.5),
        ),
        Case("large values", (w, -3e6, 1e6 * x, 1, 0.5)),
        Case("a sum between -1 and 0, label 1", (w, -1.5, x, 1, 0.5)),
        Case("integer w, rate 0.5", (np.array([1, -1]), 0, np.array([1, 3]), 1, 0.5)),
    ]


Update = Callable[..., tuple[Any, Any]]


def rosenblatt(
    predict: Callable[[Any], Any] = lambda z: float(z >= 0),
    change: Callable[[Any, Any], Any] = lambda y, y_hat: y - y_hat,
    weight_gain: Callable[[Any], Any] = lambda eta: eta,
    bias_gain: Callable[[Any, Any], Any] = lambda eta, x: eta,
) -> Update:
    """Rosenblatt's rule with exchangeable parts, from which the wrong rules are made."""

    def update(w: Any, b: Any, x: Any, y: Any, eta: Any) -> tuple[Any, Any]:
        delta = change(y, predict(x @ w + b))
        return w + weight_gain(eta) * delta * x, b + bias_gain(eta, x) * delta

    return update


def _moved(w: Any, b: Any, x: Any, change: Any) -> tuple[Any, Any]:
    return w + change * x, b + change


def _predicted_twice(w: Any, b: Any, x: Any, y: Any, eta: Any) -> tuple[Any, Any]:
    w = rosenblatt()(w, b, x, y, eta)[0]
    return w, rosenblatt()(w, b, x, y, eta)[1]


def until_right(w: Any, b: Any, x: Any, y: Any, eta: Any) -> tuple[Any, Any]:
    """A wrong rule: the step is repeated until the sample is classified rightly."""
    for _ in range(1000):
        if float(x @ w + b >= 0) == y:
            break
        w, b = rosenblatt()(w, b, x, y, eta)
    return w, b


UPDATE_MISTAKES = (
    Mistake("strict-threshold", rosenblatt(predict=lambda z: float(z > 0)), STRICT, STRICT_HINT),
    Mistake(
        "error-reversed",
        rosenblatt(change=lambda y, y_hat: y_hat - y),
        "Your weights move away from the right answer: the error has the wrong sign.",
        "If the neuron is silent but should fire, must its weights on active inputs rise or fall?",
    ),
    Mistake(
        "rate-unused",
        rosenblatt(weight_gain=lambda eta: 1.0, bias_gain=lambda eta, x: 1.0),
        "The learning rate has no influence on your step.",
        "Where does eta stand in the two formulas?",
    ),
    Mistake(
        "bias-not-updated",
        rosenblatt(bias_gain=lambda eta, x: 0.0),
        "Your bias never learns.",
        "The bias is the weight of an input that is always 1. What does the rule say for it?",
    ),
    Mistake(
        "bias-per-feature",
        rosenblatt(bias_gain=lambda eta, x: eta * len(x)),
        "Your bias is updated once for every feature instead of once for the sample.",
        "Is the line that changes b inside a loop over the features?",
    ),
    Mistake(
        "bias-without-rate",
        rosenblatt(bias_gain=lambda eta, x: 1.0),
        "The learning rate is missing from the update of the bias.",
        "Both formulas have the same factor in front.",
    ),
    Mistake(
        "bias-times-input",
        rosenblatt(bias_gain=lambda eta, x: eta * np.sum(x)),
        "The inputs enter your update of the bias.",
        "The bias belongs to an input that is always 1. What is x_0?",
    ),
    Mistake(
        "hebb-instead-of-rosenblatt",
        rosenblatt(change=lambda y, y_hat: y),
        "You also learn when the prediction was right: the prediction plays no part.",
        "Rosenblatt's rule learns from the error. How large is it when the answer was right?",
    ),
    Mistake(
        "sigmoid-instead-of-step",
        rosenblatt(predict=sigmoid),
        "You learn a little at every sample, as a sigmoid neuron does. Rosenblatt's rule compares "
        "the label with the neuron's 0 or 1.",
        "What does the neuron answer: z, a number between 0 and 1, or one of two values?",
    ),
    Mistake(
        "no-step",
        rosenblatt(predict=lambda z: z),
        "You compare the label with the weighted sum z itself (that is Widrow and Hoff's rule).",
        "What does the threshold turn z into before it is compared with the label?",
    ),
    Mistake(
        "mixed-labels",
        rosenblatt(predict=lambda z: 1.0 if z >= 0 else -1.0),
        "Your prediction is -1 or 1, but the labels of this unit are 0 and 1.",
        "What is the error when the neuron is rightly silent? It must be 0.",
    ),
    Mistake(
        "signed-labels",
        rosenblatt(
            predict=lambda z: 1.0 if z >= 0 else -1.0, change=lambda y, y_hat: (2 * y - 1) - y_hat
        ),
        "Your steps are twice as long: labels and predictions run from -1 to 1 here.",
        "With 0 and 1 an error is -1, 0 or 1. How large are yours?",
    ),
    Mistake(
        "bias-reversed",
        rosenblatt(bias_gain=lambda eta, x: -eta),
        "Your weights learn, but your bias moves in the opposite direction.",
        "If the neuron is silent but should fire, should b rise or fall?",
    ),
    Mistake(
        "input-missing",
        lambda w, b, x, y, eta: _moved(w, b, np.ones_like(x), eta * (y - float(x @ w + b >= 0))),
        "All weights change by the same amount: the inputs are missing from your update.",
        "Should a weight whose input was 0 change at all?",
    ),
    Mistake(
        "absolute-error",
        rosenblatt(change=lambda y, y_hat: abs(y - y_hat)),
        "Your error has lost its sign: you step in the same direction after a missed firing and "
        "after a false one.",
        "When the neuron fires but should not, must z become larger or smaller?",
    ),
    Mistake(
        "only-missed-ones",
        rosenblatt(change=lambda y, y_hat: max(y - y_hat, 0)),
        "You learn when the neuron should have fired, but not when it should have been silent.",
        "There are two ways to be wrong. Which one does your function leave out?",
        also=(rosenblatt(change=lambda y, y_hat: y * (1 - y_hat)),),
    ),
    Mistake(
        "prediction-without-bias",
        lambda w, b, x, y, eta: _moved(w, b, x, eta * (y - float(x @ w >= 0))),
        "Your prediction does not depend on the bias.",
        "What reaches the step function besides the weighted inputs?",
    ),
    Mistake(
        "bias-as-threshold",
        lambda w, b, x, y, eta: _moved(w, b, x, eta * (y - float(x @ w >= b))),
        BIAS_SIGN,
        BIAS_SIGN_HINT,
        also=(
            lambda w, b, x, y, eta: (
                _moved(w, b, x, eta * (y - float(x @ w >= b)))[0],
                b - eta * (y - float(x @ w >= b)),
            ),
        ),
    ),
)

STEP_MISTAKES = (
    Mistake(
        "only-the-change",
        lambda w, b, x, y, eta: _moved(0 * w, 0.0, x, eta * (y - float(x @ w + b >= 0))),
        "You return the changes alone; the weights and the bias that were there before are lost.",
        "What are the new weights, when the change has been added?",
    ),
    Mistake(
        "predicted-twice",
        _predicted_twice,
        "w is right, but for b you predict again, with the weights that have just changed.",
        "The formulas for w and b hold one and the same error. When must it be computed?",
    ),
    Mistake(
        "repeated-until-right",
        until_right,
        "You repeat the step until the sample is classified rightly; the rule takes one step.",
        "Is there a loop in your function? What for?",
    ),
    Mistake(
        "rounded-before-step",
        rosenblatt(predict=lambda z: float(int(z) >= 0)),
        "Your neuron fires although z lies a little below 0: z seems to be rounded to a whole "
        "number before it is compared.",
        "What does int() make of -0.5?",
        also=(
            rosenblatt(predict=lambda z: float(round(float(z)) >= 0)),
            rosenblatt(predict=lambda z: float(z > -1)),
        ),
    ),
)
"""Mistakes that are told apart in one update, but hardly in a whole training."""

PERCEPTRON_UPDATE = Exercise(
    id="perceptron-update",
    title="Rosenblatt's rule for one sample",
    points=2,
    reference=reference.perceptron_update,
    arguments=("w", "b", "x", "y", "learning_rate"),
    returns=("w", "b"),
    cases=_update_cases,
    read_again="Rosenblatt's rule",
    mistakes=(*UPDATE_MISTAKES, *STEP_MISTAKES),
)
