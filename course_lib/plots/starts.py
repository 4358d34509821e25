"""Many starts of one training: how each went, where it ended, and what it had learned there."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullLocator
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, GREEN, INK, LINE_STYLES, PURPLE, VERMILLION

_VALLEYS = (BLUE, VERMILLION, GREEN, PURPLE)
_MARKERS = ("o", "^", "s", "D")


def random_starts(
    losses: ArrayLike,
    valley: ArrayLike,
    x: ArrayLike,
    y: ArrayLike,
    fits: ArrayLike,
) -> Figure:
    """The costs of many trainings, the last cost of each in rising order, and the learned curves.

    Args:
        losses: the cost before each update, (n_steps, n_starts).
        valley: for each start the number of the valley in which it ended, 0 for the lowest,
            (n_starts,).
        x: one feature, (n_samples,).
        y: targets, (n_samples,).
        fits: what each network answers in the end, (n_starts, n_samples).
    """
    losses, fits, valleys = np.asarray(losses), np.asarray(fits), np.asarray(valley, dtype=int)
    figure, (ax_way, ax_end, ax_fit) = plt.subplots(1, 3, figsize=(13, 4.1))
    order = np.argsort(losses[-1], kind="stable")
    rank = np.empty(len(order), dtype=int)
    rank[order] = np.arange(1, len(order) + 1)
    ax_fit.plot(x, y, ".", color=INK, label="data", zorder=4)
    for k in np.unique(valleys):
        color, style = _VALLEYS[k % 4], LINE_STYLES[k % 4]
        mine = valleys == k
        ax_way.plot(losses[:, mine], style, color=color, linewidth=0.8, alpha=0.7)
        ax_end.plot(rank[mine], losses[-1, mine], _MARKERS[k % 4], color=color, markersize=5)
        ax_fit.plot(x, fits[mine].T, style, color=color, linewidth=1, alpha=0.6)
        name = f"{int(mine.sum())} starts end like this"
        ax_fit.plot([], [], style, color=color, label=name)
    ax_way.set(xlabel="update", ylabel="mean squared error", yscale="log", title="the way")
    ax_way.set(xscale="log", xlim=(1, len(losses)))
    ax_end.set(xlabel="start, in order of its last cost", ylabel="last cost", title="the end")
    ax_end.set_ylim(0, None)
    ax_fit.set(xlabel="$x$", ylabel="$y$", title="what was learned")
    bottom, top = ax_fit.get_ylim()
    ax_fit.set_ylim(bottom, top + 0.42 * (top - bottom))
    ax_fit.legend(loc="upper center")
    return figure


def last_costs(ax: Axes, groups: Mapping[str, ArrayLike], limit: float) -> None:
    """The last costs of many starts as dots, one row for each group.

    Args:
        ax: where to draw; its horizontal axis becomes logarithmic.
        groups: for each name the last costs, (n_starts,).
        limit: a cost below which a training counts as successful.
    """
    rng = np.random.default_rng(0)
    for row, values in enumerate(groups.values()):
        costs = np.asarray(values, dtype=float)
        good = costs < limit
        heights = row + rng.uniform(-0.26, 0.26, len(costs))
        ax.plot(costs[good], heights[good], "o", color=BLUE, markersize=5, alpha=0.7)
        ax.plot(costs[~good], heights[~good], "^", color=VERMILLION, markersize=5, alpha=0.7)
        share = f"{np.mean(good):.0%}"
        ax.text(1.01, row, share, transform=ax.get_yaxis_transform(), va="center")
    ax.axvline(limit, color=INK, linestyle=":", linewidth=1.5)
    ax.set(xscale="log", xlabel="last cost (log scale)")
    ax.set(yticks=range(len(groups)), yticklabels=list(groups))
    ax.xaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_ylim(len(groups) - 0.5, -0.5)
