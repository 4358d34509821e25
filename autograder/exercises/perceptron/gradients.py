"""The smooth neuron: sigmoid, gradient of the cross-entropy, gradient descent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from autograder.exercises.perceptron.drawing import (
    BIAS_SIGN,
    BIAS_SIGN_HINT,
    NO_BIAS,
    NO_BIAS_HINT,
    Array,
    Rng,
    labels,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid, step
from course_lib.losses import binary_crossentropy


def _sigmoid_cases(rng: Rng) -> list[Case]:
    X = np.array([[0.0, 0.0], [1.0, 1.0], [-1.0, 2.0]])
    ramp = np.array([[-1000.0], [-30.0], [0.0], [30.0], [1000.0]])
    return [
        Case("a small example", (X, np.array([1.0, -0.5]), 0.25), show=True),
        Case("non-square", (rng.normal(size=(5, 3)), rng.normal(size=3), 0.5)),
        Case("a negative bias", (rng.normal(size=(4, 2)), rng.normal(size=2), -1.5)),
        Case("one row", (rng.normal(size=(1, 4)), rng.normal(size=4), 0.3)),
        Case("one feature", (rng.normal(size=(6, 1)), np.array([1.5]), -0.4)),
        Case("integer inputs", (rng.integers(-2, 3, (4, 3)), rng.normal(size=3), 0.1)),
        Case(
            "float32 inputs",
            (rng.normal(size=(3, 2)).astype(np.float32), np.ones(2, np.float32), 0.5),
        ),
        Case("huge sums, z = -1000 to 1000", (ramp, np.array([1.0]), 0.0)),
    ]


def _naive_ratio(X: Array, w: Array, b: float) -> Array:
    with np.errstate(all="ignore"):
        e = np.exp(X @ w + b)
        ratio: Array = e / (1 + e)
    return ratio


SIGMOID_NEURON = Exercise(
    id="sigmoid-neuron",
    title="A neuron with a smooth answer",
    points=2,
    reference=reference.sigmoid_neuron,
    arguments=("X", "w", "b"),
    cases=_sigmoid_cases,
    read_again="From step to sigmoid",
    mistakes=(
        Mistake("no-bias", lambda X, w, b: sigmoid(X @ w), NO_BIAS, NO_BIAS_HINT),
        Mistake("bias-sign", lambda X, w, b: sigmoid(X @ w - b), BIAS_SIGN, BIAS_SIGN_HINT),
        Mistake(
            "sign-in-exponent",
            lambda X, w, b: sigmoid(-(X @ w + b)),
            "Your output falls where it should rise: the sign in the exponent is lost.",
            "For a large positive z, should the output be near 1 or near 0?",
        ),
        Mistake(
            "overflow",
            _naive_ratio,
            "For large z your output is nan: exp(z) is infinite, and infinity divided by infinity "
            "is not a number.",
            "Divide numerator and denominator by exp(z). What is left to compute?",
        ),
        Mistake(
            "step-instead-of-sigmoid",
            lambda X, w, b: step(X @ w + b),
            "Your output still jumps from 0 to 1.",
            "This time the answer should be any number between 0 and 1.",
        ),
        Mistake(
            "returns-z",
            lambda X, w, b: X @ w + b,
            "You return the weighted sums themselves: the sigmoid is missing.",
            "Between which two numbers must every output lie?",
        ),
        Mistake(
            "tanh-instead-of-sigmoid",
            lambda X, w, b: np.tanh(X @ w + b),
            "Your outputs run from -1 to 1: that is the hyperbolic tangent.",
            "What is the sigmoid's value at z = 0?",
        ),
        Mistake(
            "missing-minus",
            lambda X, w, b: 1 / (1 + np.exp(np.clip(X @ w, -700, 700)) * np.exp(-b)),
            "The minus in the exponent reaches only part of z.",
            "Put parentheses around the whole weighted sum, bias included.",
        ),
    ),
)


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


def _gradient(
    error: Callable[[Any, Any], Any] = lambda y, p: p - y,
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
    return _gradient(scale_w=scale, scale_b=scale)


def _unsummed(X: Any, y: Any, w: Any, b: Any) -> Any:
    delta = sigmoid(X @ w + b) - y
    return X * delta[:, None] / len(X), np.mean(delta)


def _bias_per_sample(X: Any, y: Any, w: Any, b: Any) -> Any:
    delta = (sigmoid(X @ w + b) - y) / len(X)
    return X.T @ delta, delta


def _column_against_row(X: Any, y: Any, w: Any, b: Any, total: Any = np.mean) -> Any:
    delta = sigmoid((X @ w + b)[:, None]) - y
    return X.T @ delta / len(X), total(delta)


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
        _gradient(scale_b=lambda n: 1.0),
        "dw is right, but db is summed over the batch instead of averaged.",
        "The mean in the cost concerns both gradients.",
    ),
    Mistake(
        "dw-not-averaged",
        _gradient(scale_w=lambda n: 1.0),
        "db is right, but dw is summed over the batch instead of averaged.",
        "The mean in the cost concerns both gradients.",
    ),
    Mistake(
        "error-reversed",
        _gradient(error=lambda y, p: y - p),
        "Your gradient points downhill: the error has the wrong sign.",
        "If the output is too high, does the cost rise or fall with b?",
    ),
    Mistake(
        "extra-sigmoid-derivative",
        _gradient(error=lambda y, p: (p - y) * p * (1 - p)),
        "There is a factor p(1 - p) too many: the sigmoid's slope. With the cross-entropy it "
        "cancels; you have the gradient of half the squared error.",
        "Follow the derivation once more: what does dJ/dp contribute?",
    ),
    Mistake(
        "squared-error",
        _gradient(error=lambda y, p: 2 * (p - y) * p * (1 - p)),
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
        _gradient(error=lambda y, p: -y * (1 - p)),
        "Samples with label 0 have no influence: the cost lacks its term (1 - y) log(1 - p).",
        "What does the cost say about a sample with y = 0?",
    ),
    Mistake(
        "labels-ignored",
        _gradient(error=lambda y, p: p),
        "The labels have no influence on your gradient.",
        "Where is the error, the difference between what came and what should have come?",
    ),
    Mistake(
        "step-instead-of-sigmoid",
        _gradient(respond=step),
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
        also=(lambda X, y, w, b: (_gradient()(X, y, w, b)[0], sigmoid(X @ w + b) - y),),
    ),
    Mistake(
        "broadcast-shape",
        _column_against_row,
        "The outputs stand in a column of shape (n, 1), the labels in a row of shape (n,): their "
        "difference has become a table of n × n.",
        "Print the shapes of both sides of the minus sign.",
        also=(lambda X, y, w, b: _column_against_row(X, y, w, b, np.sum),),
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
    read_again="Downhill: the gradient of the cost",
    mistakes=GRADIENT_MISTAKES,
)


def _train_neuron_cases(rng: Rng) -> list[Case]:
    X, y = rng.normal(size=(12, 2)), labels(rng, 12)
    return [
        Case("one update", (X, y, 0.5, 1), show=True),
        Case("twenty epochs", (X, y, 0.5, 20)),
        Case("more features than rows", (rng.normal(size=(3, 5)), np.array([0, 1, 1]), 0.2, 8)),
        Case("one feature", (rng.normal(size=(6, 1)), labels(rng, 6), 0.3, 10)),
        Case("one row", (np.array([[1.0, -2.0]]), np.array([1]), 0.1, 5)),
        Case("unequal classes", (rng.normal(size=(9, 3)) + 1, np.eye(9, dtype=int)[4], 0.1, 12)),
        Case("integer inputs", (rng.integers(-2, 3, (8, 3)), labels(rng, 8), 0.1, 15)),
        Case("float32 inputs", (X.astype(np.float32), y, 0.1, 10)),
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
    per_sample: bool = False,
) -> Callable[..., Any]:
    """Gradient descent with exchangeable parts, from which the wrong loops are made."""
    slope = gradient or _gradient()

    def train(X: Any, y: Any, learning_rate: float = 0.1, epochs: int = 100) -> Any:
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        w, b, losses = np.full(X.shape[1], start[0]), start[1], []
        for _ in range(epochs + extra):
            before = loss(y, respond(X @ w + b))
            rows = [slice(i, i + 1) for i in range(len(X))] if per_sample else [slice(None)]
            for row in rows:
                dw, db = slope(X[row], y[row], w, b)
                w, b = w - gain(learning_rate) * dw, b - gain(learning_rate) * db * train_bias
            losses.append(loss(y, respond(X @ w + b)) if after else before)
        return w, b, losses

    return train


def _dropped_term_loss(y: Any, p: Any) -> float:
    return float(np.mean(-y * np.log(p)))


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
        "dropped-term": (_dropped_term_loss,),
    }.items()
} | {"step-instead-of-sigmoid": (_descent(_SLOPES["step-instead-of-sigmoid"], respond=step),)}
"""Wrong gradients whose error also shows in the losses."""


def _last_loss_only(*args: Any) -> Any:
    w, b, losses = _descent()(*args)
    return w, b, losses[-1]


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
            "Your weights start at 1 instead of 0.",
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
        *(
            Mistake(
                m.id,
                _descent(m.implementation),
                m.explanation,
                m.hint,
                also=_MEASURED.get(m.id, ()),
            )
            for m in GRADIENT_MISTAKES
            if m.id not in ("error-reversed", "not-summed", "db-per-sample", "broadcast-shape")
        ),
    ),
)
