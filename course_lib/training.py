"""The training loop: epochs of mini-batches, and a history of how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from tqdm import tqdm

from course_lib.backprop import minibatches
from course_lib.layers import Array
from course_lib.network import Network
from course_lib.objectives import Objective
from course_lib.optimizers import Optimizer

__all__ = ["Callback", "EarlyStopping", "History", "Metric", "accuracy", "evaluate", "fit"]

Targets = NDArray[Any]
State = TypeVar("State")

History: TypeAlias = dict[str, list[float]]
"""One number an epoch for "loss", each metric, and with a "val_" before it for validation data."""

Metric: TypeAlias = Callable[[Targets, Array], float]
"""A function (y, outputs) -> number, a mean over the samples; it is recorded under its name."""


def accuracy(y: Targets, outputs: Array) -> float:
    """The share of samples whose largest output is that of the right class.

    Args:
        y: integer labels, (n_samples,).
        outputs: a score per class, (n_samples, n_classes).

    Returns:
        A float from 0 to 1.

    Example:
        >>> accuracy(np.array([0, 1, 1]), np.array([[2.0, 1.0], [0.0, 3.0], [5.0, 4.0]])) * 3
        2.0
    """
    return float(np.mean(outputs.argmax(axis=1) == y))


class Callback:
    """Something that looks on while `fit` trains, and may end it. By default it does nothing."""

    def on_train_begin(self, network: Network) -> None:
        """Called once, before the first epoch."""

    def on_epoch_end(self, network: Network, history: History) -> bool:
        """Called after each epoch, with all that was recorded up to now; True ends the training."""
        return False

    def on_train_end(self, network: Network) -> None:
        """Called once, after the last epoch."""


class EarlyStopping(Callback):
    """Stop when nothing has improved for some time, and go back to the best parameters.

    Which epoch was the best is known only afterwards: the curve may rise and fall again. So go on
    for `patience` epochs after each new minimum, and keep a copy of the parameters there.
    `regularizers.early_stopping` is the same rule as one function that drives the training.

    Args:
        patience: end after so many epochs in a row without a new (strict) minimum, at least 1.
        monitor: what of the history is to become small.

    Attributes:
        best_epoch: the epoch, counted from 0, whose parameters are restored; the first of equals.

    Source:
        L. Prechelt (1998), "Early stopping - but when?", in: Neural Networks: Tricks of the
        Trade, Springer, 55-69.
    """

    def __init__(self, patience: int = 5, monitor: str = "val_loss") -> None:
        if patience < 1:
            raise ValueError(f"a patience of {patience} epochs would not train at all")
        self.patience, self.monitor = patience, monitor

    def on_train_begin(self, network: Network) -> None:
        """Forget an earlier training."""
        self.best, self.best_epoch, self.best_parameters = np.inf, -1, network.parameters

    def on_epoch_end(self, network: Network, history: History) -> bool:
        """Keep the parameters of a new minimum; True when it is too long ago."""
        if self.monitor not in history:
            raise ValueError(f"{self.monitor} is not recorded; there is {', '.join(history)}")
        epoch, value = len(history[self.monitor]) - 1, history[self.monitor][-1]
        if value < self.best:
            self.best, self.best_epoch = value, epoch
            self.best_parameters = [p.copy() for p in network.parameters]
        return epoch - self.best_epoch >= self.patience

    def on_train_end(self, network: Network) -> None:
        """Go back to the best parameters, whether or not the training was ended early."""
        network.parameters = self.best_parameters


def evaluate(
    network: Network,
    X: ArrayLike,
    y: ArrayLike,
    objective: Objective,
    metrics: Sequence[Metric] = (),
) -> dict[str, float]:
    """The loss and the metrics of a network as it is, on data of any size.

    Args:
        network: what to evaluate; in inference mode, nothing is dropped.
        X: (n_samples, n_inputs).
        y: targets for each row, as the objective wants them.
        objective: whose cost is the loss.
        metrics: what to compute besides.

    Returns:
        {"loss": ..., and an entry for each metric under its name}.
    """
    return _measured(np.asarray(y), network.predict(X), objective, metrics)


def fit(
    network: Network,
    X: ArrayLike,
    y: ArrayLike,
    objective: Objective,
    optimizer: Optimizer[Any],
    rng: np.random.Generator,
    *,
    epochs: int = 1,
    batch_size: int = 32,
    metrics: Sequence[Metric] = (),
    validation: tuple[ArrayLike, ArrayLike] | None = None,
    callbacks: Sequence[Callback] = (),
) -> History:
    """Train a network in place: forward, measure the error, backward, tweak; batch by batch.

    A progress bar is shown where standard error is a terminal (so not in a notebook).

    Args:
        network: what to train.
        X: (n_samples, n_inputs), of any numeric dtype; converted to that of the network.
        y: targets for each row, as the objective wants them.
        objective: what to make small.
        optimizer: how.
        rng: shuffles the samples, anew in every epoch.
        epochs: passes over the samples.
        batch_size: samples in a batch; the last batch of an epoch may be smaller.
        metrics: what to record besides the loss.
        validation: (X, y) to evaluate after every epoch, and never to learn from.
        callbacks: called at the end of each epoch, in this order.

    Returns:
        The history. "loss" and the metrics are means over the samples of an epoch, each measured
        just before the step that its batch caused and with dropout at work. Those that begin
        with "val_" belong to the network as it is at the end of the epoch. That is one reason
        why a validation loss can be the lower of the two.

    Raises:
        ValueError: not one target for each row, no samples, or batch_size < 1.

    Example:
        >>> from course_lib import network, objectives, optimizers
        >>> rng = np.random.default_rng(0)
        >>> X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]  # XOR
        >>> history = fit(network.mlp([2, 8, 2], rng), X, y, objectives.softmax_crossentropy,
        ...               optimizers.Adam(0.05), rng, epochs=100, metrics=[accuracy])
        >>> history["accuracy"][-1]
        1.0
    """
    X, y = np.asarray(X, dtype=network.dtype), np.asarray(y)
    if len(X) == 0:
        raise ValueError("there are no samples to learn from")
    state, history = optimizer.start(network.parameters), History()
    for callback in callbacks:
        callback.on_train_begin(network)
    for _ in tqdm(range(epochs), unit="epoch", disable=None):  # None: on a terminal only
        batches = minibatches(X, y, batch_size, rng)
        measured, state = _train_epoch(network, batches, objective, optimizer, state, metrics)
        if validation is not None:
            seen = evaluate(network, *validation, objective, metrics)
            measured |= {f"val_{name}": value for name, value in seen.items()}
        for name, value in measured.items():
            history.setdefault(name, []).append(value)
        endings = [callback.on_epoch_end(network, history) for callback in callbacks]
        if any(endings):
            break
    for callback in callbacks:
        callback.on_train_end(network)
    return history


def _train_epoch(
    network: Network,
    batches: Iterable[tuple[Array, Targets]],
    objective: Objective,
    optimizer: Optimizer[State],
    state: State,
    metrics: Sequence[Metric],
) -> tuple[dict[str, float], State]:
    """One pass over the batches: what was measured on the way, and the optimizer's new state."""
    measured, sizes = [], []
    for X, y in batches:
        outputs = network.forward(X, training=True)
        measured.append(_measured(y, outputs, objective, metrics))
        sizes.append(len(X))
        network.backward(objective.gradient(y, outputs))
        params, state = optimizer.update(network.parameters, network.gradients, state)
        network.parameters = params
    means = {
        name: float(np.average([batch[name] for batch in measured], weights=sizes))
        for name in measured[0]
    }
    return means, state


def _measured(
    y: Targets, outputs: Array, objective: Objective, metrics: Sequence[Metric]
) -> dict[str, float]:
    """The loss and the metrics of some outputs, each under its name."""
    named = {getattr(metric, "__name__", str(metric)): metric(y, outputs) for metric in metrics}
    return {"loss": objective.cost(y, outputs), **named}
