"""Gradient descent with one sigmoid neuron."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from autograder.exercises.perceptron.drawing import (
    Rng,
    labels,
)
from autograder.exercises.perceptron.gradient import GRADIENT_MISTAKES, gradient_with
from course_lib import perceptron as reference
from course_lib.activations import sigmoid, step
from course_lib.losses import binary_crossentropy


def _train_neuron_cases(rng: Rng) -> list[Case]:
    X, y = rng.normal(size=(12, 2)), labels(rng, 12)
    X3 = np.array([[1.0, 2.0], [-1.0, 0.5], [0.5, -1.0]])
    labels6 = np.array([0, 1, 1, 0, 1, 0])
    inseparable = np.array([[2.0, 1], [-1, 2], [1, -1], [-2, -1], [1, 2], [-1, -2]])
    separable = np.array([[-2.0, -1], [2, 1], [-1, -2], [1, 3]])
    wide = np.array([[12.0, -5], [20, 3], [-15, 8], [-6, -10]])
    return [
        Case("one update", (X3, np.array([1, 0, 1]), 0.5, 1), show=True),
        Case("two updates", (X, y, 0.5, 2)),
        Case("twenty epochs", (X, y, 0.5, 20)),
        Case("more features than rows", (rng.normal(size=(3, 5)), np.array([0, 1, 1]), 0.2, 8)),
        Case("one feature", (rng.normal(size=(6, 1)), labels(rng, 6), 0.3, 10)),
        Case("one row", (np.array([[1.0, -2.0]]), np.array([1]), 0.1, 5)),
        Case("unequal classes", (rng.normal(size=(9, 3)) + 1, np.eye(9, dtype=int)[4], 0.1, 12)),
        Case("integer inputs", (rng.integers(-2, 3, (8, 3)), labels(rng, 8), 0.1, 15)),
        Case("float32 inputs", (X.astype(np.float32), y, 0.1, 10)),
        Case("more than 32 rows", (rng.normal(size=(40, 2)), labels(rng, 40), 0.5, 3)),
        Case("a rate so large that the loss bounces", (inseparable, labels6, 10.0, 4)),
        Case("nothing to learn, the loss stays the same", (0 * X3[:2], labels6[:2], 0.5, 6)),
        Case("large features, outputs close to 0 and 1", (wide, np.array([1, 1, 0, 0]), 0.05, 5)),
        Case("separable, until the loss is small", (separable, np.array([0, 1, 0, 1]), 1.0, 30)),
        Case("the default rate and epochs", (X, y)),
    ]


def _descent(
    gradient: Callable[..., Any] | None = None,
    *,
    loss: Callable[[Any, Any], Any] = binary_crossentropy,
    respond: Callable[[Any], Any] = sigmoid,
    gain: Callable[[float], float] = lambda eta: eta,
    after: bool = False,
    extra: int = 0,
    start: tuple[float, float] = (0.0, 0.0),
    train_bias: bool = True,
    bias_gain: Callable[[float], float] = lambda eta: eta,
    per_sample: bool = False,
) -> Callable[..., Any]:
    """Gradient descent with exchangeable parts, from which the wrong loops are made."""
    slope = gradient or gradient_with()

    def train(X: Any, y: Any, learning_rate: float = 0.1, epochs: int = 100) -> Any:
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        w, b, losses = np.full(X.shape[1], start[0]), start[1], []
        for _ in range(epochs + extra):
            before = loss(y, respond(X @ w + b))
            rows = [slice(i, i + 1) for i in range(len(X))] if per_sample else [slice(None)]
            for row in rows:
                dw, db = slope(X[row], y[row], w, b)
                eta = gain(learning_rate)
                w, b = w - eta * dw, b - bias_gain(eta) * db * train_bias
            losses.append(loss(y, respond(X @ w + b)) if after else before)
        return w, b, losses

    return train


def _dropped_term_loss(y: Any, p: Any) -> float:
    return float(np.mean(-y * np.log(np.maximum(p, 1e-7))))


def _dropped_term_loss_unclipped(y: Any, p: Any) -> float:
    return float(np.mean(-y * np.log(p)))


def _binary_loss(y: Any, p: Any) -> float:
    return float(binary_crossentropy(y, p) / np.log(2))


def _summed_loss(y: Any, p: Any) -> float:
    return float(binary_crossentropy(y, p) * len(y))


def _squared_loss(y: Any, p: Any) -> float:
    return float(np.mean((p - y) ** 2))


def _half_squared_loss(y: Any, p: Any) -> float:
    return _squared_loss(y, p) / 2


_SLOPES = {mistake.id: mistake.implementation for mistake in GRADIENT_MISTAKES}
_MEASURED = {
    name: tuple(_descent(_SLOPES[name], loss=loss) for loss in losses)
    for name, losses in {
        "sum-instead-of-mean": (_summed_loss,),
        "squared-error": (_squared_loss,),
        "extra-sigmoid-derivative": (_squared_loss, _half_squared_loss),
        "dropped-term": (_dropped_term_loss, _dropped_term_loss_unclipped),
    }.items()
} | {"step-instead-of-sigmoid": (_descent(_SLOPES["step-instead-of-sigmoid"], respond=step),)}
"""Wrong gradients whose error also shows in the losses."""


def _last_loss_only(*args: Any) -> Any:
    w, b, losses = _descent()(*args)
    return w, b, losses[-1]


def _final_loss_appended(*args: Any) -> Any:
    w, b, losses = _descent()(*args)
    return w, b, [*losses, binary_crossentropy(args[1], sigmoid(args[0] @ w + b))]


def _last_update_missing(X: Any, y: Any, learning_rate: float = 0.1, epochs: int = 100) -> Any:
    w, b, _ = _descent(extra=-1)(X, y, learning_rate, epochs)
    return w, b, _descent()(X, y, learning_rate, epochs)[2]


def _hundred_epochs(X: Any, y: Any, learning_rate: float = 0.1, epochs: int = 100) -> Any:
    return _descent()(X, y, learning_rate, 100)


def _bias_after_weights(X: Any, y: Any, learning_rate: float = 0.1, epochs: int = 100) -> Any:
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        losses.append(binary_crossentropy(y, sigmoid(X @ w + b)))
        w = w - learning_rate * gradient_with()(X, y, w, b)[0]
        b = b - learning_rate * gradient_with()(X, y, w, b)[1]
    return w, b, losses


_SEEN_OTHERWISE = {
    "broadcast-shape",
    "db-per-sample",
    "db-zero",
    "error-reversed",
    "not-summed",
    "updated-weights-returned",
}
"""Wrong gradients that stop the training with an error or have a name of their own there."""


TRAIN_NEURON = Exercise(
    id="train-neuron",
    title="Training a sigmoid neuron",
    points=3,
    reference=reference.train_neuron,
    arguments=("X", "y", "learning_rate", "epochs"),
    returns=("w", "b", "losses"),
    cases=_train_neuron_cases,
    tolerance=Tolerance(rtol=1e-4, atol=1e-5),
    read_again="Training the neuron",
    mistakes=(
        Mistake(
            "loss-after-update",
            _descent(after=True),
            "Your losses are measured after each update; the first one should be the loss of the "
            "untrained neuron.",
            "What is the cross-entropy of a neuron that answers 0.5 to everything?",
        ),
        Mistake(
            "one-epoch-too-many",
            _descent(extra=1),
            "You train for one epoch more than asked.",
            "How many losses must there be for epochs = 1?",
        ),
        Mistake(
            "uphill",
            _descent(gain=lambda eta: -eta),
            "You walk uphill: the loss grows from epoch to epoch.",
            "The gradient points to where the cost rises. Which way do you want to go?",
        ),
        Mistake(
            "rate-unused",
            _descent(gain=lambda eta: 1.0),
            "The learning rate has no influence on your steps.",
            "Where does eta stand in the update?",
        ),
        Mistake(
            "bias-not-updated",
            _descent(train_bias=False),
            "Your bias never learns.",
            "Two gradients come back. Are both used?",
        ),
        Mistake(
            "start-at-one",
            _descent(start=(1.0, 1.0)),
            "Your weights or your bias start at 1 instead of 0.",
            "With what weights does the text ask you to begin?",
            also=(_descent(start=(1.0, 0.0)), _descent(start=(0.0, 1.0))),
        ),
        Mistake(
            "updated-per-sample",
            _descent(per_sample=True),
            "You take a step after every sample. Here one epoch is one step, on the whole batch.",
            "How many updates are there in one epoch?",
        ),
        Mistake(
            "loss-without-second-term",
            _descent(loss=_dropped_term_loss),
            "The weights are right, but the losses ignore the samples with label 0: the "
            "(1 - y) log(1 - p) term is missing.",
            "What does your loss say about a sample with y = 0?",
            also=(_descent(loss=_dropped_term_loss_unclipped),),
        ),
        Mistake(
            "summed-loss",
            _descent(loss=_summed_loss),
            "The weights are right, but the losses are summed over the batch instead of averaged.",
            "The cost is the mean over the samples.",
        ),
        Mistake(
            "last-loss-only",
            _last_loss_only,
            "You return one loss; what is asked for is one per epoch.",
            "What must be drawn in the training curve?",
        ),
        Mistake(
            "one-epoch-too-few",
            _descent(extra=-1),
            "You train for one epoch less than asked.",
            "How many losses must there be for epochs = 1?",
        ),
        Mistake(
            "last-update-missing",
            _last_update_missing,
            "The losses are right, but the last update is missing from w and b.",
            "For epochs = 1, how often must the weights change?",
        ),
        Mistake(
            "final-loss-appended",
            _final_loss_appended,
            "There is one loss too many: the loss after the last update does not belong to the "
            "list.",
            "One loss for each epoch, measured before its update: how many is that?",
        ),
        Mistake(
            "epochs-unused",
            _hundred_epochs,
            "The number of epochs has no influence: your training always runs for 100.",
            "Is there a 100 in your loop? Where should the number of epochs come from?",
        ),
        Mistake(
            "rate-fixed",
            _descent(gain=lambda eta: 0.1),
            "Your learning rate is 0.1, whatever rate is asked for.",
            "Is there a 0.1 in your update? 0.1 is only the value when none is given.",
        ),
        Mistake(
            "bias-without-rate",
            _descent(bias_gain=lambda eta: 1.0),
            "The learning rate is missing from the update of the bias.",
            "Both formulas have the same factor in front.",
        ),
        Mistake(
            "bias-after-weights",
            _bias_after_weights,
            "You compute db with the new w. Both gradients belong to the same point, the one "
            "before the step.",
            "In which order do your lines compute dw, change w, and compute db?",
        ),
        Mistake(
            "squared-loss",
            _descent(loss=_squared_loss),
            "The weights are right, but your losses are squared errors.",
            "Which cost does the exercise name?",
            also=(_descent(loss=_half_squared_loss),),
        ),
        Mistake(
            "loss-in-bits",
            _descent(loss=_binary_loss),
            "The weights are right, but the losses use the logarithm to base 2.",
            "What is the cross-entropy of a neuron that answers 0.5 to everything, with the "
            "natural logarithm?",
        ),
        Mistake(
            "loss-arguments-swapped",
            _descent(loss=lambda y, p: binary_crossentropy(p, y)),
            "The weights are right, but the losses are far too large: labels and outputs seem to "
            "have changed places.",
            "In which order does the function for the loss take its two arguments?",
        ),
        *(
            Mistake(
                m.id,
                _descent(m.implementation),
                m.explanation,
                m.hint,
                also=_MEASURED.get(m.id, ()),
            )
            for m in GRADIENT_MISTAKES
            if m.id not in _SEEN_OTHERWISE
        ),
    ),
)
