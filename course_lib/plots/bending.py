"""What hidden layers do to the plane: they bend it, fold it, and lay it onto itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.plane import boundary, classes, grid_over, paint
from course_lib.plots.style import CLASS_TINTS, GREY, INK, SKY, FloatArray

Stage = Callable[[FloatArray], ArrayLike]
"""Maps samples, (n, 2), to where a layer puts them, (n, 2)."""


def bent_planes(
    stages: Mapping[str, Stage],
    X: ArrayLike,
    y: ArrayLike,
    cut: tuple[ArrayLike, float],
    names: Sequence[str] = ("label 0", "label 1"),
) -> Figure:
    """Samples on squared paper, and where each stage puts the samples and the paper.

    Args:
        stages: title -> map of the plane. The first is what goes in, drawn as it is.
        X: samples, (n_samples, 2).
        y: labels 0 or 1, (n_samples,).
        cut: weights, (2,), and bias of the output unit, whose line is drawn in the last panel.
        names: the two classes, for the legend.
    """
    X = np.asarray(X, dtype=float)
    figure, axes = plt.subplots(1, len(stages), figsize=(4.1 * len(stages), 4.5), squeeze=False)
    paper = _squared_paper(X)
    for number, (ax, (title, stage)) in enumerate(zip(axes[0], stages.items(), strict=True)):
        for line in paper:
            bent = np.asarray(stage(line), dtype=float)
            ax.plot(*bent.T, color=SKY, linewidth=0.7, alpha=0.8, zorder=1)
        classes(ax, np.asarray(stage(X), dtype=float), y, names)
        name = "x" if number == 0 else "h" if len(stages) == 2 else f"h^{{({number})}}"
        ax.set(title=title, xlabel=f"${name}_1$", ylabel=f"${name}_2$")
        ax.margins(0.06)
    handles, labels = axes[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncol=2, frameon=False)
    boundary(axes[0, -1], np.asarray(cut[0], dtype=float).ravel(), _number(cut[1]))
    return figure


def unfolded(panels: Mapping[str, Stage], span: float) -> Figure:
    """Where each of some networks answers with a positive number, on the plane of its inputs.

    Args:
        panels: title -> map of samples, (n, 2), to n numbers, or to rows of which the first counts.
        span: the pictures go from -span to span.
    """
    figure, axes = plt.subplots(1, len(panels), figsize=(3.3 * len(panels), 3.7), sharey=True)
    for ax, (title, network) in zip(np.atleast_1d(axes), panels.items(), strict=True):
        ax.set(xlim=(-span, span), ylim=(-span, span), aspect="equal", xlabel="$x_1$", title=title)
        _answer_map(ax, network)
    np.atleast_1d(axes)[0].set_ylabel("$x_2$")
    return figure


def _answer_map(ax: Axes, network: Stage) -> None:
    """The sign of a network's answer as a tint, and the line on which it is 0."""
    grid, shape, extent = grid_over(ax, 321)
    answers = np.asarray(network(grid), dtype=float).reshape(len(grid), -1)[:, 0].reshape(shape)
    paint(ax, (answers >= 0).astype(float), extent, ListedColormap(CLASS_TINTS))
    if answers.min() < 0 < answers.max():
        x, y = grid[: shape[1], 0], grid[:: shape[1], 1]
        ax.contour(x, y, answers, levels=[0.0], colors=INK, linewidths=1.3)
    ax.axhline(0, color=GREY, linewidth=0.6)
    ax.axvline(0, color=GREY, linewidth=0.6)


def _squared_paper(X: FloatArray) -> list[FloatArray]:
    """Horizontal and vertical lines around the samples, each as points, (n, 2)."""
    center, reach = (X.max(axis=0) + X.min(axis=0)) / 2, 0.58 * np.ptp(X, axis=0).max()
    steps, along = np.linspace(-reach, reach, 17), np.linspace(-reach, reach, 513)
    across = [np.column_stack([along, np.full_like(along, step)]) for step in steps]
    return [center + line for line in (*across, *(line[:, ::-1] for line in across))]


def _number(value: ArrayLike) -> float:
    return float(np.asarray(value, dtype=float).ravel()[0])
