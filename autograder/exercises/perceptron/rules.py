"""Rules that learn from one sample at a time: Hebb, Rosenblatt, and training with the latter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    GATE_INPUTS,
    STRICT,
    STRICT_HINT,
    Array,
    Rng,
    halves,
    labels,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid, step


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
    ),
)


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
    ]


Update = Callable[..., tuple[Any, Any]]


def _rosenblatt(
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


UPDATE_MISTAKES = (
    Mistake("strict-threshold", _rosenblatt(predict=lambda z: float(z > 0)), STRICT, STRICT_HINT),
    Mistake(
        "error-reversed",
        _rosenblatt(change=lambda y, y_hat: y_hat - y),
        "Your weights move away from the right answer: the error has the wrong sign.",
        "If the neuron is silent but should fire, must its weights on active inputs rise or fall?",
    ),
    Mistake(
        "rate-unused",
        _rosenblatt(weight_gain=lambda eta: 1.0, bias_gain=lambda eta, x: 1.0),
        "The learning rate has no influence on your step.",
        "Where does eta stand in the two formulas?",
    ),
    Mistake(
        "bias-not-updated",
        _rosenblatt(bias_gain=lambda eta, x: 0.0),
        "Your bias never learns.",
        "The bias is the weight of an input that is always 1. What does the rule say for it?",
    ),
    Mistake(
        "bias-per-feature",
        _rosenblatt(bias_gain=lambda eta, x: eta * len(x)),
        "Your bias is updated once for every feature instead of once for the sample.",
        "Is the line that changes b inside a loop over the features?",
    ),
    Mistake(
        "bias-without-rate",
        _rosenblatt(bias_gain=lambda eta, x: 1.0),
        "The learning rate is missing from the update of the bias.",
        "Both formulas have the same factor in front.",
    ),
    Mistake(
        "bias-times-input",
        _rosenblatt(bias_gain=lambda eta, x: eta * np.sum(x)),
        "The inputs enter your update of the bias.",
        "The bias belongs to an input that is always 1. What is x_0?",
    ),
    Mistake(
        "hebb-instead-of-rosenblatt",
        _rosenblatt(change=lambda y, y_hat: y),
        "You also learn when the prediction was right: the prediction plays no part.",
        "Rosenblatt's rule learns from the error. How large is it when the answer was right?",
    ),
    Mistake(
        "sigmoid-instead-of-step",
        _rosenblatt(predict=sigmoid),
        "You learn a little at every sample, as a sigmoid neuron does. Rosenblatt's rule compares "
        "the label with the neuron's 0 or 1.",
        "What does the neuron answer: z, a number between 0 and 1, or one of two values?",
    ),
    Mistake(
        "no-step",
        _rosenblatt(predict=lambda z: z),
        "You compare the label with the weighted sum z itself (that is Widrow and Hoff's rule).",
        "What does the threshold turn z into before it is compared with the label?",
    ),
    Mistake(
        "mixed-labels",
        _rosenblatt(predict=lambda z: 1.0 if z >= 0 else -1.0),
        "Your prediction is -1 or 1, but the labels of this unit are 0 and 1.",
        "What is the error when the neuron is rightly silent? It must be 0.",
    ),
    Mistake(
        "signed-labels",
        _rosenblatt(
            predict=lambda z: 1.0 if z >= 0 else -1.0, change=lambda y, y_hat: (2 * y - 1) - y_hat
        ),
        "Your steps are twice as long: labels and predictions run from -1 to 1 here.",
        "With 0 and 1 an error is -1, 0 or 1. How large are yours?",
    ),
)

PERCEPTRON_UPDATE = Exercise(
    id="perceptron-update",
    title="Rosenblatt's rule for one sample",
    points=2,
    reference=reference.perceptron_update,
    arguments=("w", "b", "x", "y", "learning_rate"),
    returns=("w", "b"),
    cases=_update_cases,
    read_again="Rosenblatt's rule",
    mistakes=UPDATE_MISTAKES,
)


def _separable(rng: Rng, n: int, d: int) -> tuple[Array, Array]:
    """Integer points (n, d) with a gap around a random plane, labels int64 (n,)."""
    normal = rng.integers(1, 4, size=d) * rng.choice([-1, 1], size=d)
    X = rng.integers(-4, 5, size=(8 * n, d)).astype(float)
    z = X @ normal + 0.5
    X, z = X[np.abs(z) > 1], z[np.abs(z) > 1]
    pick = np.concatenate([np.flatnonzero(z < 0)[: n // 2], np.flatnonzero(z > 0)[: n - n // 2]])
    pick = rng.permutation(pick)
    return X[pick], (z[pick] >= 0).astype(int)


def _train_cases(rng: Rng) -> list[Case]:
    gates = GATE_INPUTS.astype(float)
    line = np.array([[-2.0], [3.0], [-1.0], [1.0]])
    return [
        Case("the AND gate", (gates, np.array([0, 0, 0, 1]), 1.0, 20), show=True),
        Case("the NAND gate, rate 0.5", (gates, np.array([1, 1, 1, 0]), 0.5, 50)),
        Case("XOR, which is never learned", (gates, np.array([0, 1, 1, 0]), 1.0, 9)),
        Case("one epoch only", (gates, np.array([0, 1, 1, 1]), 1.0, 1)),
        Case("nothing to learn", (gates, np.ones(4, int), 1.0, 10)),
        Case("one feature", (line, np.array([0, 1, 0, 1]), 1.0, 30)),
        Case("one row", (np.array([[1.0, -2.0, 0.5]]), np.array([0]), 0.5, 10)),
        Case("separable points", (*_separable(rng, 12, 2), 1.0, 60)),
        Case("four features", (*_separable(rng, 14, 4), 0.25, 60)),
        Case("integer inputs", (rng.integers(-3, 4, (9, 3)), labels(rng, 9), 1.0, 6)),
        Case("float32 inputs", (gates.astype(np.float32), np.array([0, 1, 1, 1]), 0.5, 30)),
        Case("the default rate and epochs", (gates, np.array([0, 1, 1, 1]))),
    ]


def _trainer(
    update: Update | None = None,
    *,
    stop: bool = True,
    keep_last: bool = True,
    extra_epochs: int = 0,
    count: str = "visit",
    batch: bool = False,
    start: tuple[float, float] = (0.0, 0.0),
    order: int = 1,
    predict: Callable[[Any], Any] = lambda z: z >= 0,
) -> Callable[..., Any]:
    """Rosenblatt's training loop with exchangeable parts, from which the wrong loops are made."""
    rule = update or _rosenblatt()

    def train(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
        w, b, mistakes = np.full(X.shape[1], start[0]), start[1], []
        X, y = np.asarray(X, dtype=float)[::order], np.asarray(y)[::order]
        for _ in range(max_epochs + extra_epochs):
            seen_w, seen_b, wrong = w, b, 0
            for x_i, y_i in zip(X, y, strict=True):
                old_w, old_b = (seen_w, seen_b) if batch else (w, b)
                wrong += int(predict(x_i @ old_w + old_b) != y_i)
                new_w, new_b = rule(old_w, old_b, x_i, y_i, learning_rate)
                w, b = w + (new_w - old_w), b + (new_b - old_b)
            if count == "after":
                wrong = int(np.sum((X @ w + b >= 0) != y))
            if wrong == 0 and stop and not keep_last:
                break
            mistakes.append(wrong)
            if wrong == 0 and stop:
                break
        return w, b, mistakes

    return train


def _total_mistakes(*args: Any) -> Any:
    w, b, mistakes = _trainer()(*args)
    return w, b, sum(mistakes)


_RULES = {mistake.id: mistake.implementation for mistake in UPDATE_MISTAKES}
_COUNTED = {
    "strict-threshold": (_trainer(_RULES["strict-threshold"], predict=lambda z: z > 0),),
    "mixed-labels": (_trainer(_RULES["mixed-labels"], predict=lambda z: 1 if z >= 0 else -1),),
}
"""Wrong rules whose wrong prediction also enters the count of mistakes."""


TRAIN_PERCEPTRON = Exercise(
    id="train-perceptron",
    title="Training a perceptron",
    points=3,
    reference=reference.train_perceptron,
    arguments=("X", "y", "learning_rate", "max_epochs"),
    returns=("w", "b", "mistakes"),
    cases=_train_cases,
    read_again="Learning until nothing is wrong",
    mistakes=(
        Mistake(
            "never-stops",
            _trainer(stop=False),
            "Training goes on after an epoch without a mistake.",
            "When nothing was wrong in a whole epoch, nothing will ever change again.",
        ),
        Mistake(
            "last-epoch-missing",
            _trainer(keep_last=False),
            "The epoch without a mistake is missing from your list: it should end with its 0.",
            "Do you leave the loop before or after writing down the count?",
        ),
        Mistake(
            "one-epoch-too-many",
            _trainer(extra_epochs=1),
            "You train for one epoch more than max_epochs allows.",
            "Count how often your loop runs for max_epochs = 1.",
        ),
        Mistake(
            "counted-after-epoch",
            _trainer(count="after"),
            "You count the mistakes at the end of the epoch, with weights that have already seen "
            "the samples. What is asked for is the count at the visit, before the update.",
            "When exactly do you decide whether a prediction was wrong?",
        ),
        Mistake(
            "updated-once-per-epoch",
            _trainer(batch=True),
            "All samples of an epoch are judged with the same weights, and the weights change only "
            "at its end. Rosenblatt's rule changes them after every sample.",
            "Which weights does the second sample of an epoch see?",
        ),
        Mistake(
            "start-at-one",
            _trainer(start=(1.0, 1.0)),
            "Your weights start at 1 instead of 0.",
            "With what weights does the text ask you to begin?",
            also=(_trainer(start=(1.0, 0.0)), _trainer(start=(0.0, 1.0))),
        ),
        Mistake(
            "reversed-order",
            _trainer(order=-1),
            "You visit the samples from last to first.",
            "The order is the order of the rows of X.",
        ),
        Mistake(
            "total-instead-of-list",
            _total_mistakes,
            "You return the total number of mistakes; what is asked for is one count per epoch.",
            "How many numbers does the picture of mistakes per epoch need?",
        ),
        *(
            Mistake(
                m.id, _trainer(m.implementation), m.explanation, m.hint, also=_COUNTED.get(m.id, ())
            )
            for m in UPDATE_MISTAKES
        ),
    ),
)
