"""A small network, drawn several times: a sample on its way forward, its error on the way back."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from numpy.typing import ArrayLike, NDArray

from course_lib.plots.style import BLUE, GREY, INK, PALE, VERMILLION, FloatArray

SIGNED = LinearSegmentedColormap.from_list("signed", [BLUE, "#ffffff", VERMILLION])
WIDTH, HEIGHT, RADIUS = 10.0, 6.4, 0.68


def backward_flow(
    x: ArrayLike,
    zs: Sequence[ArrayLike],
    weights: Sequence[ArrayLike],
    d_weights: Sequence[ArrayLike],
    d_zs: Sequence[ArrayLike],
) -> Figure:
    """The forward pass of one sample, then the backward pass, one layer more in each drawing.

    Circles hold what a unit puts out (forward) or the derivative of the cost with respect to its
    pre-activation (backward); lines show weights (forward) or their derivatives (backward). Hidden
    units with a pre-activation of 0 or less are ReLUs that are off; they get a dashed rim.

    Args:
        x: the sample, (n_features,).
        zs: the pre-activations of each layer, (n_units,).
        weights: (n_inputs, n_units) for each layer.
        d_weights: the derivatives of the cost with respect to the weights, shaped like them.
        d_zs: the same for the pre-activations, (n_units,) for each layer.
    """
    z, W, d_W, d_z = (
        [np.asarray(array, dtype=float) for array in arrays]
        for arrays in (zs, weights, d_weights, d_zs)
    )
    outputs = [np.asarray(x, dtype=float), *(np.maximum(0, v) for v in z[:-1]), z[-1]]
    hidden = range(1, len(W))
    off = [
        (z[i - 1] <= 0) if i in hidden else np.zeros(len(v), bool) for i, v in enumerate(outputs)
    ]
    figure, axes = _panels(1 + len(W))
    _draw(axes[0], outputs, W, off, "forward: what each unit puts out")
    for ax, lowest in zip(axes[1:], reversed(range(len(W))), strict=False):
        units = [None if i <= lowest else d_z[i - 1] for i in range(len(W) + 1)]
        lines = [None if i < lowest else d_W[i] for i in range(len(W))]
        _draw(ax, units, lines, off, f"back through layer {lowest}: its ∂J/∂z and ∂J/∂w")
    scale = ScalarMappable(Normalize(-1, 1), SIGNED)
    bar = figure.colorbar(scale, ax=axes, orientation="horizontal", shrink=0.45, aspect=40)
    bar.set_ticks([-1, 0, 1], labels=["negative", "0", "positive"])
    return figure


def _panels(number: int) -> tuple[Figure, list[Axes]]:
    """Empty drawings of one scale, two in a row."""
    rows = -(-number // 2)
    figure, grid = plt.subplots(rows, 2, figsize=(11, 3.9 * rows + 0.6), squeeze=False)
    for ax in grid.flat:
        ax.set(xlim=(-0.9, WIDTH + 0.9), ylim=(-1.9, HEIGHT + 0.8), aspect="equal")
        ax.axis("off")
    return figure, list(grid.flat)


def _draw(
    ax: Axes,
    values: Sequence[FloatArray | None],
    lines: Sequence[FloatArray | None],
    off: Sequence[NDArray[np.bool_]],
    title: str,
) -> None:
    """One network; None stands for what is not known yet."""
    ax.set_title(title, pad=2)
    places = [_places(i, len(units), len(off)) for i, units in enumerate(off)]
    for i, matrix in enumerate(lines):
        _draw_lines(ax, places[i], places[i + 1], matrix)
    known = [np.abs(v).max() for v in values[1:] if v is not None]
    most = max(known, default=1.0) or 1.0
    for i, (column, units, closed) in enumerate(zip(places, values, off, strict=True)):
        for k, center in enumerate(column):
            _draw_unit(ax, center, None if units is None else units[k], most, bool(closed[k]))
        name = "input" if i == 0 else f"layer {i - 1}"
        ax.text(column[0, 0], -1.5, name, ha="center", va="center", fontsize=11, color=GREY)


def _places(column: int, n_units: int, n_columns: int) -> FloatArray:
    """The centres of the units of one layer, (n_units, 2), the first one on top."""
    x = WIDTH * column / (n_columns - 1)
    gap = min(1.6, HEIGHT / max(n_units - 1, 1))
    y = HEIGHT / 2 + gap * ((n_units - 1) / 2 - np.arange(n_units))
    return np.column_stack([np.full(n_units, x), y])


def _draw_lines(ax: Axes, lower: FloatArray, upper: FloatArray, matrix: FloatArray | None) -> None:
    """The connections of one layer: faint where nothing is known, none where the value is 0."""
    most = 1.0 if matrix is None else (np.abs(matrix).max() or 1.0)
    for i, start in enumerate(lower):
        for j, end in enumerate(upper):
            ends = np.array([start, end]).T
            if matrix is None:
                ax.plot(*ends, color=PALE, linewidth=0.6, zorder=1)
            elif matrix[i, j] != 0:
                share = matrix[i, j] / most
                color, style = (VERMILLION, "-") if share > 0 else (BLUE, "--")
                width = 0.5 + 3.5 * abs(share)
                ax.plot(*ends, style, color=color, linewidth=width, alpha=0.75, zorder=1)


def _draw_unit(ax: Axes, center: FloatArray, value: float | None, most: float, off: bool) -> None:
    """A unit and its number; grey where it has none yet, with a dotted rim where it is off."""
    face = "#f2f2f2" if value is None else SIGNED(0.5 + 0.32 * float(np.clip(value / most, -1, 1)))
    ax.add_patch(
        Circle(
            (center[0], center[1]),
            RADIUS,
            facecolor=face,
            edgecolor=GREY if off else INK,
            linestyle=":" if off else "-",
            linewidth=2.2 if off else 1.4,
            zorder=3,
        )
    )
    if value is not None:
        text = "0" if value == 0 else f"{value:.2f}".replace("-", "−")
        ax.text(center[0], center[1], text, ha="center", va="center", fontsize=10, zorder=4)
