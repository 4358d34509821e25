"""The plane of two features: samples, a neuron's boundary, and its answer at every point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap, LinearSegmentedColormap, ListedColormap
from numpy.typing import ArrayLike

from course_lib.plots.style import (
    CLASS_COLORS,
    CLASS_MARKERS,
    CLASS_TINTS,
    GREY,
    INK,
    FloatArray,
)

Extent = tuple[float, float, float, float]
"""The limits of axes: left, right, bottom, top."""


def classes(
    ax: Axes, X: ArrayLike, y: ArrayLike, names: Sequence[str] = ("label 0", "label 1")
) -> None:
    """Draw samples with two features, label 0 as blue dots and label 1 as orange triangles.

    Args:
        ax: where to draw.
        X: samples, (n_samples, 2).
        y: labels 0 or 1, (n_samples,).
        names: the two classes, for the legend.
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    for label, name in enumerate(names):
        ax.scatter(
            X[y == label, 0],
            X[y == label, 1],
            s=42,
            color=CLASS_COLORS[label],
            marker=CLASS_MARKERS[label],
            edgecolors="white",
            linewidths=0.7,
            label=name,
            zorder=3,
        )


def ring(ax: Axes, point: ArrayLike) -> None:
    """Draw a ring around one sample, (2,)."""
    x, y = np.asarray(point, dtype=float)
    ax.scatter(x, y, s=230, facecolors="none", edgecolors=INK, linewidths=2, zorder=4)


def boundary(ax: Axes, w: ArrayLike, b: float, *, arrow: bool = False, **style: Any) -> None:
    """Draw the line w·x + b = 0 across the axes as they are, and nothing where w is zero.

    Args:
        ax: where to draw; its limits stay.
        w: weights, (2,).
        b: bias.
        arrow: also draw the direction of w.
        style: anything that Matplotlib's lines understand.
    """
    w = np.asarray(w, dtype=float)
    limits = np.array([ax.get_xlim(), ax.get_ylim()])
    ax.set(xlim=tuple(limits[0]), ylim=tuple(limits[1]))
    if not np.any(w):
        return
    center = limits.mean(axis=1)
    foot = center - (w @ center + b) / (w @ w) * w
    along = np.array([-w[1], w[0]])
    ax.axline(tuple(foot), tuple(foot + along), **{"color": INK, "linewidth": 2, **style})
    if arrow:
        tip = foot + 0.2 * np.ptp(limits[0]) * w / np.linalg.norm(w)
        ax.annotate(
            "", xy=tip, xytext=foot, arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 2}
        )


def decision_regions(ax: Axes, decide: Callable[[FloatArray], int]) -> None:
    """Colour the axes by the answer 0 or 1 that `decide` gives to each point x, (2,)."""
    grid, shape, extent = grid_over(ax, 121)
    answers = np.array([decide(x) for x in grid]).reshape(shape)
    paint(ax, answers, extent, ListedColormap(CLASS_TINTS))


def probability_map(ax: Axes, probability: Callable[[FloatArray], ArrayLike]) -> None:
    """Colour the axes by a probability of label 1, with dashed lines at p = 0.1 and p = 0.9.

    Args:
        ax: where to draw; its limits stay.
        probability: maps samples, (n, 2), to n numbers between 0 and 1.
    """
    grid, shape, extent = grid_over(ax, 181)
    p = np.asarray(probability(grid), dtype=float).reshape(shape)
    tints = ["#9cc6e2", "#ffffff", "#f3b68a"]
    shades = LinearSegmentedColormap.from_list("probability", tints, N=21)
    paint(ax, p, extent, shades)
    x, y = grid[: shape[1], 0], grid[:: shape[1], 1]
    ax.contour(x, y, p, levels=[0.1, 0.9], colors=GREY, linewidths=1, linestyles="--")


def grid_over(ax: Axes, n: int) -> tuple[FloatArray, tuple[int, int], Extent]:
    """An n x n grid over the axes as rows, its shape as an image, and the limits."""
    left, right = ax.get_xlim()
    bottom, top = ax.get_ylim()
    x, y = np.meshgrid(np.linspace(left, right, n), np.linspace(bottom, top, n))
    return np.column_stack([x.ravel(), y.ravel()]), (n, n), (left, right, bottom, top)


def paint(ax: Axes, values: FloatArray, extent: Extent, colors: Colormap) -> None:
    """Put an image of values between 0 and 1 behind everything else."""
    ax.imshow(
        values,
        extent=extent,
        origin="lower",
        aspect=ax.get_aspect(),
        cmap=colors,
        vmin=0,
        vmax=1,
        interpolation="nearest",
        zorder=0,
    )
