"""Costs as landscapes over two weights: seen from the side, and from above with paths downhill."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, PowerNorm
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, GREY, INK, ORANGE, VERMILLION, FloatArray

Grid = tuple[FloatArray, FloatArray, FloatArray]
"""The coordinates (n,) and (n,), and the cost at each crossing, (n, n), one row per second one."""

_HEIGHTS = LinearSegmentedColormap.from_list("heights", ["#0b3c5d", BLUE, "#9fcbe6", "#f7f7f7"])


def cost_grid(
    cost: Callable[[float, float], float],
    xlim: tuple[float, float],
    ylim: tuple[float, float],
    n: int = 61,
) -> Grid:
    """The cost at every crossing of an n x n grid.

    Args:
        cost: maps two weights to a number.
        xlim: the range of the first weight.
        ylim: the range of the second weight.
        n: grid lines in each direction.
    """
    x, y = np.linspace(*xlim, n), np.linspace(*ylim, n)
    return x, y, np.array([[float(cost(u, v)) for u in x] for v in y])


def cost_surfaces(
    surfaces: Mapping[str, Grid],
    labels: Sequence[tuple[str, str]],
    views: Sequence[tuple[float, float]],
) -> Figure:
    """Some landscapes side by side, seen from above and from the side.

    Args:
        surfaces: for each title what `cost_grid` gave.
        labels: for each landscape the names of its two weights.
        views: for each landscape the elevation and the azimuth of the eye, in degrees.
    """
    figure = plt.figure(figsize=(5.2 * len(surfaces), 4.6))
    for k, (title, (x, y, values)) in enumerate(surfaces.items()):
        ax = figure.add_subplot(1, len(surfaces), k + 1, projection="3d")
        ax.plot_surface(
            *np.meshgrid(x, y),
            values,
            cmap=_HEIGHTS,
            norm=PowerNorm(0.5),
            rcount=45,
            ccount=45,
            linewidth=0.25,
            edgecolor="#00000030",
        )
        ax.set(xlabel=labels[k][0], ylabel=labels[k][1], title=title)
        ax.set_zlabel("cost", labelpad=8)
        for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
            axis.set_major_locator(MaxNLocator(5))
        ax.set_box_aspect((1, 1, 0.75), zoom=0.86)
        ax.view_init(*views[k])
    return figure


def descent_map(
    ax: Axes,
    grid: Grid,
    paths: Sequence[ArrayLike],
    minima: ArrayLike,
    others: ArrayLike = (),
) -> None:
    """A landscape from above: contour lines, paths from their starts (dots) to their ends.

    Args:
        ax: where to draw.
        grid: what `cost_grid` gave.
        paths: for each start the places visited, (n_steps, 2), the start first.
        minima: the lowest points, (n_minima, 2), drawn as stars.
        others: other places with a level floor, (n_others, 2), drawn as crosses.
    """
    x, y, values = grid
    low, high = float(values.min()), float(values.max())
    levels = low + (high - low) * np.linspace(0, 1, 15)[1:] ** 2
    ax.contourf(x, y, values, levels=[low, *levels], cmap=_HEIGHTS, alpha=0.45)
    ax.contour(x, y, values, levels=levels, colors=GREY, linewidths=0.7)
    for path in paths:
        places = np.asarray(path, dtype=float)
        ax.plot(*places.T, color=VERMILLION, linewidth=1.6, zorder=3)
        ax.plot(*places[0], "o", color=VERMILLION, markersize=6, zorder=4)
    ax.plot([], [], "o-", color=VERMILLION, label="a start and its way down")
    ax.plot(
        *np.reshape(minima, (-1, 2)).T,
        "*",
        color=INK,
        markersize=16,
        zorder=5,
        label="lowest point",
    )
    if len(others := np.reshape(others, (-1, 2))):
        ax.plot(*others.T, "X", color=INK, markersize=11, zorder=5, label="level, but not lowest")
    ax.set(xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))


def between(ax: Axes, curves: Mapping[str, ArrayLike]) -> None:
    """The cost along straight lines between two places, with the chord from end to end.

    A cost is convex when no such curve ever rises above its chord.

    Args:
        ax: where to draw.
        curves: for each name the costs at equal distances from the one place to the other.
    """
    for (name, values), color, style in zip(
        curves.items(), (BLUE, VERMILLION, ORANGE), ("-", "--", "-."), strict=False
    ):
        costs = np.asarray(values, dtype=float)
        t = np.linspace(0, 1, len(costs))
        ax.plot(t, costs, style, color=color, label=name)
        ax.plot([0, 1], costs[[0, -1]], "o:", color=color, linewidth=1.5)
    ax.plot([], [], "o:", color=GREY, linewidth=1.5, label="straight line from end to end")
    ax.set(xlabel="how far from the one place to the other", ylabel="cost", ylim=(0, None))
    ax.legend()
