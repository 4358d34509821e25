"""A network of neurons, drawn from its own weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from numpy.typing import ArrayLike

from course_lib.plots.sketch import arrow, node, tag
from course_lib.plots.style import BLUE, GREY, PALE, VERMILLION, YELLOW, FloatArray

FACES = {"input": "#d6e7f3", "hidden": "#f5d7a8", "output": "#fbe0cb"}
COLUMN, ROW, RADIUS = 34.0, 14.0, 3.6
MOST_TAGS = 16
"""With more connections than that, their numbers are left out."""


def network_diagram(
    ax: Axes, weights: Sequence[ArrayLike], biases: Sequence[ArrayLike], title: str = ""
) -> None:
    """Draw every neuron and every connection of a fully connected network.

    Layers stand from left to right. Every layer but the output has its bias neuron, which is
    always 1, on top. The line of a connection is the wider the larger its weight: blue and solid
    where it excites, orange and dashed where it inhibits, thin and grey where the weight is 0.
    Small networks show the numbers, too.

    Args:
        ax: where to draw; gets limits of its own, and no frame.
        weights: (n_inputs, n_units) for each layer.
        biases: (n_units,) for each layer.
        title: a few words.
    """
    matrices = [_with_bias(W, b) for W, b in zip(weights, biases, strict=True)]
    sizes = [len(matrices[0]) - 1, *(matrix.shape[1] for matrix in matrices)]
    last = len(sizes) - 1
    places = [_places(k, n, bias=k < last) for k, n in enumerate(sizes)]
    most = max(float(np.abs(matrix).max()) for matrix in matrices) or 1.0
    numbered = sum(matrix.size for matrix in matrices) <= MOST_TAGS
    for k, matrix in enumerate(matrices):
        units = places[k + 1][1:] if k + 1 < last else places[k + 1]
        _connections(ax, places[k], units, matrix, most, numbered)
    for k, column in enumerate(places):
        _layer(ax, column, k, last)
    _frame(ax, places, title)


def _with_bias(W: ArrayLike, b: ArrayLike) -> FloatArray:
    """The biases as a first row above the weights, (1 + n_inputs, n_units)."""
    return np.vstack([np.atleast_1d(np.asarray(b, float)), np.asarray(W, float)])


def _places(column: int, n_units: int, *, bias: bool) -> FloatArray:
    """The centres of one layer's neurons, (n, 2), from top to bottom, the bias neuron first."""
    n = n_units + bias
    y = ROW * ((n - 1) / 2 - np.arange(n))
    return np.column_stack([np.full(n, COLUMN * column), y])


def _connections(
    ax: Axes,
    left: FloatArray,
    right: FloatArray,
    matrix: FloatArray,
    most: float,
    numbered: bool,
) -> None:
    """The lines between two layers, with their numbers at places where they do not meet."""
    for i, start in enumerate(left):
        for j, end in enumerate(right):
            weight = float(matrix[i, j])
            color, style = (BLUE, "-") if weight > 0 else (VERMILLION, "--")
            ax.plot(
                *np.array([start, end]).T,
                color=color if weight else PALE,
                linestyle=style if weight else "-",
                linewidth=0.8 + 3.2 * abs(weight) / most,
                zorder=1,
            )
            if numbered:
                spot = start + (0.42 if j % 2 else 0.24) * (end - start)
                tag(ax, (float(spot[0]), float(spot[1])), f"{weight:g}".replace("-", "−"))


def _layer(ax: Axes, column: FloatArray, number: int, last: int) -> None:
    """The neurons of one layer, and its name under them."""
    kind = "input" if number == 0 else "output" if number == last else "hidden"
    for row, (x, y) in enumerate(column):
        is_bias = row == 0 and number < last
        unit = row + (number == last)
        letter = {"input": "x", "hidden": "h", "output": r"\hat y"}[kind]
        which = f"_{{{unit}}}" if len(column) > 1 else ""
        which += f"^{{({number})}}" if kind == "hidden" and last > 2 else ""
        name = "1" if is_bias else f"${letter}{which}$"
        face = YELLOW if is_bias else FACES[kind]
        node(ax, (float(x), float(y)), name, face, radius=RADIUS, fontsize=13)
        if number == last:
            arrow(ax, (x + RADIUS, y), (x + 3 * RADIUS, y))
    name = f"hidden layer {number}" if kind == "hidden" and last > 2 else f"{kind} layer"
    x, lowest = column[0, 0], column[:, 1].min()
    ax.text(x, lowest - 7.5, name, ha="center", va="center", fontsize=11, color=GREY)


def _frame(ax: Axes, places: Sequence[FloatArray], title: str) -> None:
    """Limits around everything, the title, and what the lines mean."""
    everything = np.vstack(places)
    low, high = everything.min(axis=0), everything.max(axis=0)
    ax.set(xlim=(low[0] - 10, high[0] + 14), ylim=(low[1] - 15, high[1] + 7), aspect="equal")
    ax.axis("off")
    if title:
        ax.set_title(title)
    lines = [
        Line2D([], [], color=BLUE, linewidth=2.5, label="excites"),
        Line2D([], [], color=VERMILLION, linewidth=2.5, linestyle="--", label="inhibits"),
    ]
    ax.legend(handles=lines, loc="lower center", ncol=2, frameon=False, borderaxespad=0)
