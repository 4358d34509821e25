"""Curves of a network that learns: costs by epoch, accuracies by epoch and by update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course_lib.plots.style import GREY, INK, LINE_STYLES

MARKERS = ("o", "s", "^", "D")


def epoch_curves(ax: Axes, curves: Mapping[str, Sequence[float]], ylabel: str) -> None:
    """One value after each epoch, one curve for each name; epochs are counted from 1."""
    for (name, values), style, marker in zip(curves.items(), LINE_STYLES, MARKERS, strict=False):
        epochs = np.arange(1, len(values) + 1)
        ax.plot(epochs, values, style, marker=marker, markersize=5, label=name)
    ax.set(xlabel="epoch", ylabel=ylabel, ylim=(0, None))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    ax.legend()


def training_history(
    history: Mapping[str, Sequence[float]], goal: float, change: int | None = None
) -> Figure:
    """The cost on the left, the shares of right answers on the right, after each epoch.

    Args:
        history: "loss", "training" and "test", each with one number for each epoch.
        goal: the share of right answers to reach.
        change: the number of epochs after which the learning rate was lowered, if it was.
    """
    figure, (ax_loss, ax_share) = plt.subplots(1, 2, figsize=(11.5, 4))
    epoch_curves(ax_loss, {"all training pictures": history["loss"]}, "mean cross-entropy")
    shares = {f"{name} pictures": history[name] for name in ("training", "test")}
    epoch_curves(ax_share, shares, "right answers")
    ax_share.axhline(goal, color=INK, linestyle=":", label=f"goal: {goal:.0%}")
    lowest = min(*history["training"], *history["test"], goal)
    ax_share.set(ylim=(np.floor(20 * lowest) / 20 - 0.05, 1))
    ax_share.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax_share.legend(loc="lower right")
    if change is not None:
        for ax in (ax_loss, ax_share):
            ax.axvline(change + 0.5, color=GREY, linewidth=1, linestyle="-.")
            ax.set_title("dash-dotted line: from here on smaller steps", fontsize=11, color=GREY)
    return figure


def update_curves(
    ax: Axes, curves: Mapping[str, Sequence[float]], ylabel: str, epoch: float
) -> None:
    """A share after each update, one curve for each name, with a line where an epoch ends.

    Args:
        ax: where to draw.
        curves: for each name one share after each update.
        ylabel: what the shares are.
        epoch: the number of updates in an epoch.
    """
    longest = max(len(values) for values in curves.values())
    for (name, values), style in zip(curves.items(), LINE_STYLES, strict=False):
        ax.plot(np.arange(1, len(values) + 1), values, style, linewidth=1.6, label=name)
    for end in np.arange(epoch, longest + 0.5, epoch):
        ax.axvline(end, color=GREY, linewidth=1, linestyle=":")
    ax.set(xlabel="update (dotted lines: end of an epoch)", ylabel=ylabel, ylim=(0, 1))
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
