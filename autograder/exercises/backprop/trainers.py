"""Training loops with exchangeable parts, from which the wrong ones are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array
from course_lib import backprop as reference
from course_lib.activations import relu
from course_lib.backprop import softmax_crossentropy_backward
from course_lib.losses import softmax_crossentropy_logits
from course_lib.mlp import mlp_forward

Layers = list[Array]
Update = Callable[[Array, Array, Layers, Layers, float], tuple[Layers, Layers]]
Picks = Callable[[int, int, np.random.Generator], Iterator[tuple[Any, Any]]]


def fresh(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches in an order drawn anew."""
    order = rng.permutation(n)
    for start in range(0, n, size):
        yield order[start : start + size], order[start : start + size]


def in_order(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches as the samples stand."""
    for start in range(0, n, size):
        yield slice(start, start + size), slice(start, start + size)


def first_epochs_order(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches in one random order, the same each time."""
    yield from fresh(n, size, np.random.default_rng(0))


def apart(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches of rows and of labels, each in an order of its own."""
    for (rows, _), (others, _) in zip(fresh(n, size, rng), fresh(n, size, rng), strict=True):
        yield rows, others


def rows_only(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches of shuffled rows, with labels as they stand."""
    for (rows, _), (others, _) in zip(fresh(n, size, rng), in_order(n, size, rng), strict=True):
        yield rows, others


def whole_ones(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches of full size only."""
    order = rng.permutation(n)
    for start in range(0, n - size + 1, size):
        yield order[start : start + size], order[start : start + size]


def only_one(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """The first batch alone."""
    yield next(fresh(n, size, rng))


def all_at_once(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """One batch of all samples."""
    return fresh(n, n, rng)


def one_by_one(n: int, size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Batches of one sample."""
    return fresh(n, 1, rng)


def descend(
    gradient: Callable[..., Any] = reference.mlp_backward,
    gain: Callable[[float], float] = lambda eta: eta,
    biases_move: bool = True,
) -> Update:
    """One step of gradient descent with one batch."""

    def update(X: Array, y: Array, W: Layers, b: Layers, eta: float) -> tuple[Layers, Layers]:
        d_W, d_b = gradient(X, y, W, b)
        moved = [p - gain(eta) * d for p, d in zip(W, d_W, strict=True)]
        return moved, [p - gain(eta) * d * biases_move for p, d in zip(b, d_b, strict=True)]

    return update


def updated_too_early(
    X: Array, y: Array, W: Layers, b: Layers, eta: float
) -> tuple[Layers, Layers]:
    """A sweep that updates each layer before it passes the error on."""
    zs, activations = mlp_forward(X, W, b)
    inputs, W, b = [X, *activations[:-1]], list(W), list(b)
    d_z = softmax_crossentropy_backward(zs[-1], y)
    for at in reversed(range(len(W))):
        W[at] = W[at] - eta * inputs[at].T @ d_z
        b[at] = b[at] - eta * d_z.sum(axis=0)
        if at:
            d_z = d_z @ W[at].T * (zs[at - 1] > 0)
    return W, b


def biases_later(X: Array, y: Array, W: Layers, b: Layers, eta: float) -> tuple[Layers, Layers]:
    """Two backward passes: the second, for the biases, after the weights have moved."""
    W, _ = descend()(X, y, W, b, eta)
    return W, descend()(X, y, W, b, eta)[1]


def weights_later(X: Array, y: Array, W: Layers, b: Layers, eta: float) -> tuple[Layers, Layers]:
    """Two backward passes: the second, for the weights, after the biases have moved."""
    _, b = descend()(X, y, W, b, eta)
    return descend()(X, y, W, b, eta)[0], b


def mean_loss(X: Array, y: Array, W: Layers, b: Layers) -> float:
    """The mean cross-entropy of a network on samples."""
    return softmax_crossentropy_logits(y, mlp_forward(X, W, b)[0][-1])


def loss_of_relu_scores(X: Array, y: Array, W: Layers, b: Layers) -> float:
    """The same with a ReLU on the scores."""
    return softmax_crossentropy_logits(y, relu(mlp_forward(X, W, b)[0][-1]))


Parameters = tuple[Layers, Layers]
LossAt = Callable[[Any, Any, Parameters], float]
Told = Callable[[LossAt, list[Parameters], list[tuple[Any, Any]]], list[float]]
ALL = slice(None)


def after_epoch(loss: LossAt, states: list[Parameters], batches: Any) -> list[float]:
    """The loss over all samples at the end."""
    return [loss(ALL, ALL, states[-1])]


def before_epoch(loss: LossAt, states: list[Parameters], batches: Any) -> list[float]:
    """The loss over all samples at the start."""
    return [loss(ALL, ALL, states[0])]


def each_batch_before(loss: LossAt, states: list[Parameters], batches: Any) -> list[float]:
    """The loss of each batch before its update."""
    return [loss(i, j, state) for (i, j), state in zip(batches, states[:-1], strict=True)]


def each_batch_after(loss: LossAt, states: list[Parameters], batches: Any) -> list[float]:
    """The loss of each batch after its update."""
    return [loss(i, j, state) for (i, j), state in zip(batches, states[1:], strict=True)]


def each_step(loss: LossAt, states: list[Parameters], batches: Any) -> list[float]:
    """The loss over all samples after each update."""
    return [loss(ALL, ALL, state) for state in states[1:]]


def trainer(
    update: Update | None = None,
    *,
    picks: Picks = fresh,
    loss: Callable[..., float] = mean_loss,
    told: Told = after_epoch,
    extra: int = 0,
    begin: str = "once",
) -> Callable[..., Any]:
    """A training loop with exchangeable parts, from which the wrong loops are made.

    Args:
        update: one step with one batch.
        picks: the batches of one epoch, as pairs of indices (of the rows, of the labels).
        loss: of a network on samples.
        told: the losses that one epoch adds to the list.
        extra: epochs run beyond those asked for.
        begin: "once", "each epoch" (from the first parameters again), "and end" (only one epoch's
            batches exist).
    """
    step = update or descend()

    def train(
        X: Any, y: Any, weights: Any, biases: Any, rate: Any, size: Any, n: Any, rng: Any
    ) -> Any:
        X, y = np.asarray(X, dtype=float), np.asarray(y)
        start = [np.array(W, float) for W in weights], [np.array(b, float) for b in biases]
        now, losses = start, []
        for epoch in range(n + extra):
            dry = begin == "and end" and epoch > 0
            batches = [] if dry else list(picks(len(X), size, rng))
            states = [start if begin == "each epoch" else now]
            for i, j in batches:
                states.append(step(X[i], y[j], *states[-1], rate))
            now = states[-1]
            losses += told(lambda i, j, state: loss(X[i], y[j], *state), states, batches)
        return *now, losses

    return train


def last_loss(*args: Any) -> Any:
    """Returns the last loss in the place of the list."""
    W, b, losses = trainer()(*args)
    return W, b, losses[-1]


def first_loss_too(*args: Any) -> Any:
    """Puts the loss of the untrained network in front."""
    W, b, losses = trainer()(*args)
    return W, b, [mean_loss(*args[:4]), *losses]


def first_parameters(*args: Any) -> Any:
    """Returns what it was given."""
    return args[2], args[3], trainer()(*args)[2]


def best_epoch(*args: Any) -> Any:
    """Returns the parameters of the best epoch."""
    same_order = deepcopy(args[7])
    losses = trainer()(*args)[2]
    best = int(np.argmin(losses)) + 1
    return *trainer()(*args[:6], best, same_order)[:2], losses


def first_epochs_parameters(*args: Any) -> Any:
    """Returns after one epoch."""
    W, b, losses = trainer()(*args[:6], 1, args[7])
    return W, b, losses
