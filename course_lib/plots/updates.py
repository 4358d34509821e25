"""The record of a learning rule at work: every change of the weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_lib.plots.style import FloatArray


@dataclass(frozen=True)
class Step:
    """A perceptron after one change of its weights.

    Args:
        w: weights, (n_features,).
        b: bias.
        sample: the row of the sample that caused the change; None before the first.
        epoch: the pass through the data, counted from 1; 0 before the first change.
    """

    w: FloatArray
    b: float
    sample: int | None
    epoch: int


def record_updates(
    update: Callable[..., tuple[ArrayLike, float]],
    X: ArrayLike,
    y: ArrayLike,
    *,
    learning_rate: float = 1.0,
    max_epochs: int = 100,
) -> tuple[Step, ...]:
    """Watch a learning rule at work: every change of the weights, from zero weights on.

    Args:
        update: maps (w, b, x, y, learning_rate) to the new (w, b).
        X: samples, (n_samples, n_features), visited from the first row to the last.
        y: labels, (n_samples,).
        learning_rate: passed on to `update`.
        max_epochs: the largest number of passes; it ends sooner after one that changed nothing.

    Returns:
        The start, then one step for each change.
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    steps = [Step(np.zeros(X.shape[1]), 0.0, None, 0)]
    for epoch in range(1, max_epochs + 1):
        before = len(steps)
        for row, (x, label) in enumerate(zip(X, y, strict=True)):
            old = steps[-1]
            w, b = update(old.w.copy(), old.b, x.copy(), label, learning_rate)
            new = Step(np.array(w, dtype=float), float(b), row, epoch)
            if new.b != old.b or not np.array_equal(new.w, old.w):
                steps.append(new)
        if len(steps) == before:
            break
    return tuple(steps)
