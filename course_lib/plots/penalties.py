"""What a price on the weights does to them, seen as geometry and as histograms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    SKY,
    UNIT_COLORS,
    VERMILLION,
    FloatArray,
)


def penalty_geometry(
    cost: Callable[[FloatArray], float],
    lowest: ArrayLike,
    paths: Mapping[str, tuple[ArrayLike, int]],
) -> Figure:
    """A cost over two weights, and where its lowest point goes under a growing restraint.

    Each panel draws the cost's contour lines, the points of one path, and the shape of equal
    l1 or l2 norm through the path's point in the middle.

    Args:
        cost: maps two weights, (2,), to the cost without any restraint.
        lowest: where that is lowest, (2,).
        paths: for each title the solutions from the weakest to the strongest restraint, (m, 2),
            and which norm it restrains, 1 or 2.
    """
    lowest = np.asarray(lowest, dtype=float)
    figure, axes = plt.subplots(1, len(paths), figsize=(12.5, 4.5), sharey=True, squeeze=False)
    side = np.linspace(-1.3, 3.1, 111)
    values = np.array([[cost(np.array([u, v])) for u in side] for v in side])
    levels = values.min() + np.array([0.02, 0.1, 0.25, 0.5, 0.9, 1.5, 2.4, 3.6, 5.2])
    for ax, (title, (solutions, order)) in zip(axes[0], paths.items(), strict=True):
        ax.contour(side, side, values, levels=levels, colors=SKY, linewidths=1.1)
        ax.axhline(0, color=GREY, linewidth=0.8)
        ax.axvline(0, color=GREY, linewidth=0.8)
        path = np.asarray(solutions, dtype=float).reshape(-1, 2)
        middle = path[len(path) // 2]
        _ball(ax, float(np.linalg.norm(middle, order)), order)
        ax.plot(*path.T, "o-", color=VERMILLION, markersize=5, linewidth=1.2, label="the path")
        ax.plot(*lowest, "*", color=INK, markersize=14, label="lowest cost")
        ax.set(aspect="equal", xlabel="$w_1$", title=title, xlim=(-1.3, 3.1), ylim=(-1.3, 2.6))
    axes[0, 0].set_ylabel("$w_2$")
    axes[0, 0].legend(loc="lower right", fontsize=10)
    return figure


def _ball(ax: Axes, radius: float, order: int) -> None:
    """All weights whose norm of this order is at most the radius."""
    angle = np.linspace(0, 2 * np.pi, 361)
    circle = np.stack([np.cos(angle), np.sin(angle)])
    edge = radius * circle / np.linalg.norm(circle, order, axis=0)
    ax.fill(*edge, facecolor=ORANGE, alpha=0.25)
    ax.plot(*edge, color=ORANGE, linewidth=2)


def norm_arrows(
    ax: Axes, W: ArrayLike, moved: ArrayLike, max_value: float, title: str = ""
) -> None:
    """Columns of two weights as points, the circle that may not be left, and where each goes.

    Args:
        ax: where to draw.
        W: weights before, (2, n_units).
        moved: weights afterwards, (2, n_units).
        max_value: radius of the circle.
        title: of the panel.
    """
    before, after = np.asarray(W, dtype=float), np.asarray(moved, dtype=float)
    _ball(ax, max_value, 2)
    ax.plot(*before, "o", color=BLUE, label="before")
    ax.plot(*after, "^", color=VERMILLION, label="after", markersize=8, markerfacecolor="none")
    for start, end in zip(before.T, after.T, strict=True):
        if np.linalg.norm(end - start) > 0.05:
            style = {"arrowstyle": "->", "color": INK, "lw": 1.3, "shrinkA": 4, "shrinkB": 5}
            ax.annotate("", xy=end, xytext=start, arrowprops=style)
    ax.set(aspect="equal", xlabel="first incoming weight", title=title)
    ax.set_ylabel("second incoming weight")
    ax.legend(loc="upper left")


def weight_histograms(networks: Mapping[str, Sequence[ArrayLike]], limit: float = 0.5) -> Figure:
    """How large the weights of some networks are, one panel a network, counts on a log scale.

    Args:
        networks: for each title the weights of a network, arrays of any shapes.
        limit: the range drawn is -limit to limit; what lies beyond counts in the last bars.
    """
    figure, axes = plt.subplots(
        1, len(networks), figsize=(12.5, 3.3), sharex=True, sharey=True, squeeze=False
    )
    bins = np.linspace(-limit, limit, 81)
    colors = (GREY, *UNIT_COLORS[:2], GREEN, *UNIT_COLORS[3:])
    for ax, color, (title, weights) in zip(axes[0], colors, networks.items(), strict=False):
        values = np.concatenate([np.ravel(np.asarray(w, dtype=float)) for w in weights])
        ax.hist(np.clip(values, -limit, limit), bins=bins.tolist(), color=color)
        ax.set(xlabel="weight", title=title, yscale="log")
    axes[0, 0].set(ylabel="number of weights")
    axes[0, 0].set_ylim(bottom=0.7)
    return figure
