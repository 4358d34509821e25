"""A layer of neurons: as a diagram, and as the pieces into which it cuts the plane."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.plane import boundary, grid_over, paint
from course_lib.plots.sketch import arrow, node, sheet, step_glyph, tag
from course_lib.plots.style import LINE_STYLES, UNIT_COLORS, YELLOW, FloatArray


def layer_diagram(n_inputs: int, n_units: int) -> Figure:
    """A perceptron: inputs and the bias neuron on the left, a layer of LTUs on the right."""
    figure, ax = sheet(9, 4.6, 90, 46)
    left = np.linspace(38, 8, n_inputs + 1)
    right = np.linspace(38, 8, n_units)
    for j, y_unit in enumerate(right, start=1):
        for i, y_input in enumerate(left):
            ax.plot(
                [20, 60],
                [y_input, y_unit],
                color=UNIT_COLORS[j - 1],
                linestyle=LINE_STYLES[j - 1],
                linewidth=1.6,
                zorder=1,
            )
            name = f"$b_{j}$" if i == 0 else f"$w_{{{i}{j}}}$"
            tag(ax, (51.2, y_input + 0.78 * (y_unit - y_input)), name)
        arrow(ax, (64, y_unit), (76, y_unit))
        node(ax, (60, y_unit), "", "#fbe0cb")
        step_glyph(ax, (60, y_unit), 2.2)
        ax.text(77.5, y_unit, rf"$\hat y_{j}$", va="center", fontsize=15)
    for i, y_input in enumerate(left):
        node(ax, (20, y_input), "1" if i == 0 else f"$x_{i}$", YELLOW if i == 0 else "#d6e7f3")
    ax.text(14, left[0], "bias neuron:\nalways 1", ha="right", va="center")
    ax.text(14, left[1:].mean(), "inputs", ha="right", va="center")
    ax.text(60, 45, "a layer of linear threshold units", ha="center", va="center")
    return figure


def layer_regions(
    outputs: Callable[[FloatArray], ArrayLike], W: ArrayLike, b: ArrayLike, span: float = 3.0
) -> tuple[Figure, set[str]]:
    """The plane, cut by a layer of neurons with two inputs; each piece shows its code of answers.

    Args:
        outputs: maps samples, (n, 2), to 0 or 1, (n, n_units).
        W: weights, (2, n_units).
        b: biases, (n_units,).
        span: the picture goes from -span to span.

    Returns:
        The figure, and the codes that occur in it ("011" and so on).
    """
    figure, ax = plt.subplots(figsize=(5.4, 5.2))
    ax.set(xlim=(-span, span), ylim=(-span, span), aspect="equal")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", title="one line per neuron, one code per piece")
    grid, shape, extent = grid_over(ax, 241)
    answers = np.asarray(outputs(grid), dtype=int)
    numbers = answers @ (1 << np.arange(answers.shape[1])[::-1])
    tints = ["#ffffff", "#d6e7f3", "#fbe0cb", "#d5efe6", "#f6e4ee", "#fdf0cf", "#e2f2fb", "#e8e8e8"]
    paint(ax, numbers.reshape(shape) / 7, extent, ListedColormap(tints))
    for j, (w, bias) in enumerate(zip(np.asarray(W).T, np.asarray(b), strict=True)):
        boundary(ax, w, float(bias), color=UNIT_COLORS[j], linestyle=LINE_STYLES[j])
        ax.plot([], [], color=UNIT_COLORS[j], linestyle=LINE_STYLES[j], label=f"neuron {j + 1}")
    ax.legend(loc="lower left")
    codes = set()
    for number in np.unique(numbers):
        code = f"{number:0{answers.shape[1]}b}"
        x, y = grid[numbers == number].mean(axis=0)
        ax.text(x, y, code, ha="center", va="center", family="monospace", fontsize=14)
        codes.add(code)
    return figure, codes
