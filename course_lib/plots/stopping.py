"""The curves of a training run on known and on held-back samples, and where to stop it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from course_lib.plots.style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    LINE_STYLES,
    PURPLE,
    VERMILLION,
    YELLOW,
)

_MARKS = (("-", BLUE), ("--", VERMILLION), ("-.", GREEN), (":", PURPLE))


def overfitting_curves(
    ax: Axes, curves: Mapping[str, ArrayLike], ylabel: str, percent: bool = False
) -> None:
    """One curve over the epochs for each name, for instance the training and the validation loss.

    Args:
        ax: where to draw.
        curves: for each name a value for each epoch; at most four names.
        ylabel: what the values are.
        percent: whether the values are shares, to be written as 0 % to 100 %.
    """
    for (name, numbers), (style, color) in zip(curves.items(), _MARKS, strict=False):
        values = np.asarray(numbers, dtype=float)
        ax.plot(np.arange(1, len(values) + 1), values, style, color=color, label=name)
    ax.set(xlabel="epoch", ylabel=ylabel)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    if percent:
        ax.set_ylim(0, 1.03)
        ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.legend()


def stopping_point(ax: Axes, losses: Sequence[float], beyond: Sequence[float] = ()) -> None:
    """The validation losses of a stopped run: the best epoch, the time of waiting, the stop.

    Args:
        ax: where to draw.
        losses: the validation loss of each epoch until the stop; the best is the first lowest.
        beyond: the losses of the epochs that would have followed, drawn pale.
    """
    losses = [float(loss) for loss in losses]
    best, stop = int(np.argmin(losses)) + 1, len(losses)
    if len(beyond):
        later = [losses[-1], *(float(loss) for loss in beyond)]
        epochs = np.arange(stop, stop + len(later))
        ax.plot(epochs, later, LINE_STYLES[2], color=GREY, label="what would have followed")
    ax.axvspan(best, stop, color=YELLOW, alpha=0.25, linewidth=0, label="waiting in vain")
    ax.plot(np.arange(1, stop + 1), losses, color=VERMILLION, label="validation loss")
    ax.plot(best, losses[best - 1], "*", color=INK, markersize=15, label=f"best: epoch {best}")
    ax.axvline(stop, color=INK, linestyle="--", linewidth=1.5, label=f"stopped after epoch {stop}")
    ax.set(xlabel="epoch", ylabel="validation loss")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    ax.legend()
