"""What changes while a neuron learns: its weights, its mistakes, its cost, its right answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course_lib.plots.style import BLUE, GREEN, GREY, INK, LINE_STYLES, SKY, VERMILLION, YELLOW


def conditioning(
    history: Sequence[tuple[float, float, int]], first_without_food: int, threshold: float
) -> Figure:
    """Two weights over the trials of a conditioning experiment, and when the dog drooled.

    Args:
        history: for each trial the weight of the food, the weight of the bell, and whether it
            drooled (1 or 0).
        first_without_food: the first trial (counted from 1) in which only the bell rings.
        threshold: the weight of the bell from which it needs no food.
    """
    food, bell, drools = np.asarray(history, dtype=float).T
    trials = np.arange(1, len(food) + 1)
    figure, ax = plt.subplots(figsize=(11.5, 3.9))
    ax.axvspan(0.5, first_without_food - 0.5, color=YELLOW, alpha=0.25, linewidth=0)
    ax.axhline(threshold, color=GREY, linestyle=":", label="enough for the bell alone")
    ax.plot(trials, food, "s-", color=GREEN, label="weight of the food")
    ax.plot(trials, bell, "o-", color=BLUE, label="weight of the bell")
    ax.scatter(
        trials[drools == 1],
        np.full(int(drools.sum()), -0.35),
        marker="v",
        color=SKY,
        s=70,
        edgecolors=INK,
        linewidths=0.6,
        label="drools",
    )
    top = ax.get_ylim()[1]
    ax.text((first_without_food) / 2, top, "bell and food", ha="center", va="top")
    ax.text((first_without_food + len(food)) / 2, top, "bell only", ha="center", va="top")
    ax.set(xlim=(0.5, len(food) + 0.5), ylim=(-0.6, top + 0.2), xlabel="trial", ylabel="weight")
    _whole_numbers(ax)
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    return figure


def mistakes_per_epoch(ax: Axes, mistakes: Sequence[int], bound: float | None = None) -> None:
    """Wrong predictions in each epoch; with a bound also their running total, on a log scale.

    Args:
        ax: where to draw.
        mistakes: the number of wrong predictions in each epoch.
        bound: Novikoff's bound R²/γ² on the total, if there is one.
    """
    epochs = np.arange(1, len(mistakes) + 1)
    ax.set(xlabel="epoch", ylabel="mistakes", title="mistakes per epoch")
    _whole_numbers(ax)
    if bound is None:
        ax.bar(epochs, mistakes, color=SKY)
        return
    made = np.asarray(mistakes) > 0
    ax.plot(epochs[made], np.asarray(mistakes)[made], ".", color=SKY, label="in this epoch")
    ax.plot(epochs, np.cumsum(mistakes), color=BLUE, label="so far, all epochs together")
    ax.axhline(bound, color=VERMILLION, linestyle="--", label=f"bound R²/γ² = {bound:,.0f}")
    ax.set(yscale="log", ylim=(0.7, 3 * bound), title="mistakes against Novikoff's bound")
    ax.legend(loc="upper right", bbox_to_anchor=(1, 0.88))


def mistakes_by_order(ax: Axes, totals: Sequence[int], bound: float) -> None:
    """How often each total of mistakes occurred over many orders of the samples.

    Args:
        ax: where to draw.
        totals: one total for each order.
        bound: Novikoff's bound R²/γ².
    """
    values, counts = np.unique(totals, return_counts=True)
    ax.vlines(values, 0, counts, color=BLUE, linewidth=6)
    ax.axvline(bound, color=VERMILLION, linestyle="--")
    ax.text(0.93 * bound, 0.93 * max(counts), f"bound {bound:.0f}", color=VERMILLION, ha="right")
    ax.set(xscale="log", xlim=(0.8, 1.5 * bound), ylim=(0, None))
    ax.set(xlabel="mistakes until training stopped (log scale)", ylabel="number of orders")
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")


def _whole_numbers(ax: Axes) -> None:
    """Ticks at round whole numbers on the horizontal axis."""
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))


def loss_curves(ax: Axes, losses: Mapping[str, Sequence[float]]) -> None:
    """The cost before each update, one curve for each name."""
    for (name, values), style in zip(losses.items(), LINE_STYLES, strict=False):
        ax.plot(values, style, label=name)
    ax.set(xlabel="update", ylabel="mean binary cross-entropy", ylim=(0, None))
    ax.legend()


def accuracy_curves(ax: Axes, accuracy: Mapping[str, Sequence[float]], baseline: float) -> None:
    """The share of right answers after each update, and the share that a constant answer gets.

    Args:
        ax: where to draw.
        accuracy: one list of shares for each curve.
        baseline: what answering always the same gets.
    """
    for (name, values), width in zip(accuracy.items(), (1.2, 3.0), strict=False):
        ax.plot(np.arange(1, len(values) + 1), values, linewidth=width, label=name)
    ax.axhline(baseline, color=INK, linestyle=":", label="always the commoner species")
    ax.set(xlabel="update", ylabel="right answers", ylim=(0, 1))
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.legend(loc="lower center", ncols=3)
