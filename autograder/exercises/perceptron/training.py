"""Training with Rosenblatt's rule, until nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    GATE_INPUTS,
    Array,
    Rng,
    labels,
)
from autograder.exercises.perceptron.rosenblatt import (
    UPDATE_MISTAKES,
    Update,
    rosenblatt,
    until_right,
)
from course_lib import perceptron as reference


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
        Case("integer X, rate 0.5", (GATE_INPUTS, np.array([0, 0, 0, 1]), 0.5, 30)),
        Case(
            "a sample that stays wrong after one update",
            (np.array([[3.0], [1.0]]), np.array([0, 1]), 1.0, 40),
        ),
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
    skip_last: bool = False,
    first_epoch_only: bool = False,
    signed_labels: bool = False,
    bias_counts: float = 1.0,
) -> Callable[..., Any]:
    """Rosenblatt's training loop with exchangeable parts, from which the wrong loops are made."""
    rule = update or rosenblatt()

    def train(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
        w, b, mistakes = np.full(X.shape[1], start[0]), start[1], []
        X, y = np.asarray(X, dtype=float)[::order], np.asarray(y)[::order]
        y = 2 * y - 1 if signed_labels else y
        seen = len(X) - 1 if skip_last else len(X)
        for _ in range(max_epochs + extra_epochs):
            seen_w, seen_b, wrong = w, b, 0
            for x_i, y_i in zip(X[:seen], y[:seen], strict=True):
                old_w, old_b = (seen_w, seen_b) if batch else (w, b)
                wrong += int(predict(x_i @ old_w + bias_counts * old_b) != y_i)
                new_w, new_b = rule(old_w, old_b, x_i, y_i, learning_rate)
                w, b = w + (new_w - old_w), b + (new_b - old_b)
            if count == "after":
                wrong = int(np.sum((X @ w + b >= 0) != y))
            if wrong == 0 and stop and not keep_last:
                break
            mistakes.append(wrong)
            clean = bool(np.all((X @ w + b >= 0) == y)) if count == "look ahead" else wrong == 0
            if (clean and stop) or first_epoch_only:
                break
        return w, b, mistakes

    return train


def _signed_counts(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
    """The errors themselves are added up; training ends when their sum is 0."""
    w, b, sums = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_epochs):
        total = 0
        for x_i, y_i in zip(X, y, strict=True):
            total += int(y_i) - int(x_i @ w + b >= 0)
            w, b = rosenblatt()(w, b, x_i, y_i, learning_rate)
        sums.append(total)
        if total == 0:
            break
    return w, b, sums


def _stopped_by_sum(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
    """The count is right, but the errors' sum of 0 ends the training."""
    epochs = len(_signed_counts(X, y, learning_rate, max_epochs)[2])
    return _trainer()(X, y, learning_rate, epochs)


def _signed_but_stopped_rightly(*args: Any) -> Any:
    """The errors are added up for the list only; a right epoch is recognised as one."""
    w, b, mistakes = _trainer()(*args)
    X, y, rate = args[0], args[1], args[2] if len(args) > 2 else 1.0
    ends = [_trainer(stop=False)(X, y, rate, k)[1] for k in range(len(mistakes) + 1)]
    return w, b, [(after - before) / rate for before, after in pairwise(ends)]


def _cumulative(*args: Any) -> Any:
    w, b, mistakes = _trainer()(*args)
    return w, b, np.cumsum(mistakes).tolist()


def _never_reset(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
    w, b, mistakes = _trainer()(X, y, learning_rate, max_epochs)
    more = (max_epochs - len(mistakes)) * (mistakes[0] > 0)
    return w, b, np.cumsum([*mistakes, *[0] * more]).tolist()


def _restarted(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
    w, b, mistakes = _trainer()(X, y, learning_rate, 1)
    return w, b, mistakes * (max_epochs if mistakes[0] else 1)


def _shares(*args: Any) -> Any:
    w, b, mistakes = _trainer()(*args)
    return w, b, [count / len(args[1]) for count in mistakes]


def _always_hundred(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
    return _trainer()(X, y, learning_rate, 100)


def _repeating(X: Any, y: Any, learning_rate: float = 1.0, max_epochs: int = 100) -> Any:
    return _trainer(until_right)(X, y, learning_rate, max_epochs)


def _total_mistakes(*args: Any) -> Any:
    w, b, mistakes = _trainer()(*args)
    return w, b, sum(mistakes)


_RULES = {mistake.id: mistake.implementation for mistake in UPDATE_MISTAKES}
_SPELLINGS = {mistake.id: mistake.spellings for mistake in UPDATE_MISTAKES}
_COUNTED = {
    "prediction-without-bias": (_trainer(_RULES["prediction-without-bias"], bias_counts=0.0),),
    "bias-as-threshold": tuple(
        _trainer(rule, bias_counts=-1.0) for rule in _SPELLINGS["bias-as-threshold"]
    ),
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
            "Your weights or your bias start at 1 instead of 0.",
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
        Mistake(
            "one-epoch-too-few",
            _trainer(extra_epochs=-1),
            "You train for one epoch less than max_epochs allows.",
            "Count how often your loop runs for max_epochs = 1.",
        ),
        Mistake(
            "max-epochs-unused",
            _always_hundred,
            "max_epochs has no influence: your training runs for 100 epochs where fewer are asked "
            "for.",
            "Is there a 100 in your loop? Where should the number of epochs come from?",
        ),
        Mistake(
            "stops-one-epoch-early",
            _trainer(count="look ahead"),
            "You stop as soon as the weights are right at the end of an epoch. The epoch without "
            "a mistake, which would prove it, is missing.",
            "Which number must stand last in the list when training succeeds?",
        ),
        Mistake(
            "only-first-epoch",
            _trainer(first_epoch_only=True),
            "Training ends after its first epoch.",
            "How far is the return indented? A function ends at the first return that it meets.",
        ),
        Mistake(
            "signed-errors-added",
            _signed_counts,
            "You add up the errors with their signs, so that a +1 and a -1 cancel and two mistakes "
            "look like none.",
            "How many mistakes are an error of 1 and an error of -1 together?",
            also=(_stopped_by_sum, _signed_but_stopped_rightly),
        ),
        Mistake(
            "counter-not-reset",
            _cumulative,
            "Your counts grow from epoch to epoch: each includes the mistakes of those before.",
            "When must the counter go back to 0?",
            also=(_never_reset,),
        ),
        Mistake(
            "weights-reset",
            _restarted,
            "Every epoch begins with weights of 0 again: what was learned before is forgotten.",
            "Which lines of yours must run once, and which in every epoch?",
        ),
        Mistake(
            "last-sample-skipped",
            _trainer(skip_last=True),
            "The last sample is never visited.",
            "Write down which indices your loop visits when there are four samples.",
        ),
        Mistake(
            "minus-one-labels",
            _trainer(signed_labels=True),
            "Your labels run from -1 to 1, but the step answers 0 or 1: a rightly silent neuron "
            "is still counted as wrong.",
            "What is the error when the neuron is rightly silent? It must be 0.",
        ),
        Mistake(
            "share-instead-of-count",
            _shares,
            "Your list holds the share of wrong predictions; what is asked for is their number.",
            "Is there a mean, or a division by the number of samples?",
        ),
        Mistake(
            "repeated-until-right",
            _repeating,
            "You repeat the step on one sample until it is classified rightly; the rule takes one "
            "step and moves on to the next sample.",
            "How often may a sample change the weights in one epoch?",
        ),
        *(
            Mistake(
                m.id, _trainer(m.implementation), m.explanation, m.hint, also=_COUNTED.get(m.id, ())
            )
            for m in UPDATE_MISTAKES
        ),
    ),
)
