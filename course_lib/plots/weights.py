"""Weights seen in two ways: as the ground of a cost landscape, and as an image."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, INK, VERMILLION, FloatArray


def cost_landscape(
    cost: Callable[[FloatArray, float], float],
    gradient: Callable[[FloatArray, float], ArrayLike],
    bias: float,
    xlabel: str,
    ylabel: str,
) -> Figure:
    """Contour lines of a cost over two weights, with arrows that point down its gradient.

    Args:
        cost: maps weights, (2,), and a bias to the cost.
        gradient: maps the same to the derivative with respect to the weights, (2,).
        bias: the bias, kept fixed in this picture.
        xlabel: name of the first weight.
        ylabel: name of the second weight.
    """
    figure, ax = plt.subplots(figsize=(6.5, 5.2))
    x, y = np.linspace(-2.2, 4.8, 71), np.linspace(-3.6, 2.4, 61)
    values = np.array([[cost(np.array([u, v]), bias) for u in x] for v in y])
    levels = values.min() + np.array([0.005, 0.03, 0.08, 0.16, 0.28, 0.45, 0.7, 1.0, 1.4, 1.9])
    contours = ax.contour(x, y, values, levels=levels, colors=BLUE, linewidths=1.2)
    ax.clabel(contours, fmt="%.2f", fontsize=9)
    starts = np.array([(u, v) for u in np.arange(-1.5, 4.6, 1.5) for v in np.arange(-3, 2.1, 1.25)])
    arrows = np.array([-np.asarray(gradient(start, bias), dtype=float) for start in starts])
    ax.quiver(
        *starts.T,
        *arrows.T,
        angles="xy",
        scale_units="xy",
        scale=0.35,
        color=VERMILLION,
        width=0.006,
        zorder=3,
    )
    best = np.unravel_index(values.argmin(), values.shape)
    ax.plot(x[best[1]], y[best[0]], "*", color=INK, markersize=15, label="lowest point")
    ax.plot(
        [],
        [],
        color=VERMILLION,
        marker=r"$\rightarrow$",
        linestyle="",
        markersize=16,
        label="minus the gradient",
    )
    ax.set(
        aspect="equal",
        xlabel=xlabel,
        ylabel=ylabel,
        title=f"cost for the bias {bias:g}".replace("-", "−"),
    )
    ax.legend(loc="upper right")
    return figure


def weights_as_image(
    X: ArrayLike,
    y: ArrayLike,
    neurons: Mapping[str, ArrayLike],
    names: Sequence[str],
    side: int = 28,
) -> Figure:
    """The mean image of each of two classes, and the weights of some neurons as images.

    Args:
        X: images as rows, (n_samples, side * side).
        y: labels 0 or 1, (n_samples,).
        neurons: for each title the weights, (side * side,).
        names: the two classes.
        side: height and width of an image.
    """
    X, y = np.asarray(X), np.asarray(y)
    figure, axes = plt.subplots(1, 2 + len(neurons), figsize=(12.5, 3.3))
    for label, name in enumerate(names):
        axes[label].imshow(X[y == label].mean(axis=0).reshape(side, side), cmap="gray_r")
        axes[label].set_title(f"{name}: mean image")
    colors = LinearSegmentedColormap.from_list("weight", [BLUE, "#ffffff", VERMILLION])
    for ax, (title, w) in zip(axes[2:], neurons.items(), strict=True):
        image = np.asarray(w, dtype=float).reshape(side, side)
        most = np.abs(image).max() or 1.0
        ax.imshow(image / most, cmap=colors, vmin=-1, vmax=1)
        ax.set_title(title)
    scale = ScalarMappable(Normalize(-1, 1), colors)
    bar = figure.colorbar(scale, ax=axes[-1], shrink=0.9, ticks=[-1, 0, 1])
    bar.ax.set_yticklabels([f"speaks for\n{names[0]}", "says nothing", f"speaks for\n{names[1]}"])
    for ax in axes:
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
    return figure
