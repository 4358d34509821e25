"""The pieces into which a hidden layer of ReLUs cuts the plane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.plane import boundary, grid_over, paint
from course_lib.plots.style import INK, FloatArray

Layer = Callable[[FloatArray, FloatArray, FloatArray], ArrayLike]
"""Maps samples (n, 2), weights (2, k) and biases (k,) to the answers of k units, (n, k)."""

TINTS = (
    "#ffffff",
    "#e3eef6",
    "#c6dcec",
    "#a9cbe3",
    "#8cb9d9",
    "#6fa8d0",
    "#5296c6",
    "#3585bd",
    "#1f74ad",
)


def relu_pieces(
    layer: Layer,
    W: ArrayLike,
    b: ArrayLike,
    v: ArrayLike,
    sizes: Sequence[int],
    span: float = 3.0,
) -> tuple[Figure, list[int]]:
    """Above: the pieces cut by the first units of a layer. Below: the sum that an output makes.

    The tint says how many units are active in a piece; the contour lines below are straight in
    every piece, and bend where they pass from one to the next.

    Args:
        layer: computes a hidden layer.
        W: weights of all units, (2, n_units).
        b: their biases, (n_units,).
        v: the weights with which the output adds up their answers, (n_units,).
        sizes: for each column of the picture, how many units take part; 8 at most.
        span: the picture goes from -span to span.

    Returns:
        The figure, and for each column the number of pieces that were found.
    """
    W, b, v = (np.asarray(array, dtype=float) for array in (W, b, v))
    figure, axes = plt.subplots(
        2, len(sizes), figsize=(3.2 * len(sizes), 6.6), sharex=True, sharey=True, squeeze=False
    )
    counts = []
    for column, n_units in zip(axes.T, sizes, strict=True):
        column[0].set(xlim=(-span, span), ylim=(-span, span))
        grid, shape, extent = grid_over(column[0], 401)
        answers = np.asarray(layer(grid, W[:, :n_units], b[:n_units]), dtype=float)
        active = answers > 0
        counts.append(len(np.unique(active, axis=0)))
        number = active.sum(axis=1).reshape(shape)
        paint(column[0], number / (len(TINTS) - 1), extent, ListedColormap(TINTS))
        for w, bias in zip(W.T[:n_units], b, strict=False):
            boundary(column[0], w, float(bias), linewidth=1.3)
        _contours(column[1], grid, (answers @ v[:n_units]).reshape(shape))
        units = "1 unit" if n_units == 1 else f"{n_units} units"
        column[0].set_title(f"{units}: {counts[-1]} pieces")
        column[1].set(xlabel="$x_1$", aspect="equal")
        column[0].set_aspect("equal")
    for ax, row in zip(axes[:, 0], ("hidden units", "output"), strict=True):
        ax.set_ylabel(f"{row}\n\n$x_2$")
    return figure, counts


def _contours(ax: Axes, grid: FloatArray, heights: FloatArray) -> None:
    """Lines of equal height, dashed below 0."""
    n = len(heights)
    x, y = grid[:n, 0], grid[::n, 1]
    if np.ptp(heights) > 0:
        ax.contour(x, y, heights, levels=16, colors=INK, linewidths=1.1)
