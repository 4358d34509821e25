"""The pictures of the course, drawn in one style that colour-blind readers can read, too.

Every picture shows what the caller's functions answer; nothing here computes a neuron, a rule or
a gradient of its own. The module is long for a reason: the sandbox of a unit sees one module of
pictures. Colours are those of Okabe and Ito (2008), "Color universal design"; classes differ in
their markers as well.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, LinearSegmentedColormap, ListedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "CLASS_COLORS",
    "BoundaryFilm",
    "Step",
    "accuracy_curves",
    "animate_boundary",
    "boundary",
    "classes",
    "conditioning",
    "cost_landscape",
    "decision_regions",
    "gate",
    "layer_diagram",
    "layer_regions",
    "lifted",
    "loss_curves",
    "mistakes_by_order",
    "mistakes_per_epoch",
    "neuron_and_ltu",
    "probability_map",
    "record_updates",
    "ring",
    "threshold_on_a_line",
    "truth_tables",
    "use_style",
    "weights_as_image",
    "xor_without_a_line",
]

FloatArray = NDArray[np.float64]
Point = tuple[float, float]
Extent = tuple[float, float, float, float]
Neuron = tuple[ArrayLike, float]
"""The weights and the bias of one neuron."""

INK, GREY, PALE = "#222222", "#666666", "#d9d9d9"
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILLION, PURPLE = "#0072B2", "#D55E00", "#CC79A7"
CLASS_COLORS = (BLUE, VERMILLION)
"""The colour of label 0 and of label 1."""
CLASS_MARKERS = ("o", "^")
CLASS_TINTS = ("#d6e7f3", "#fbe0cb")
UNIT_COLORS = (BLUE, VERMILLION, GREEN, PURPLE)
LINE_STYLES = ("-", "--", ":", "-.")
CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))


def use_style() -> None:
    """Set Matplotlib's defaults for the course: white paper, legible letters, safe colours."""
    mpl.rcParams.update(
        {
            "figure.dpi": 90,
            "savefig.dpi": "figure",
            "figure.facecolor": "white",
            "savefig.facecolor": "white",
            "axes.facecolor": "white",
            "figure.constrained_layout.use": True,
            "font.size": 12,
            "axes.titlesize": 12.5,
            "legend.fontsize": 11,
            "legend.framealpha": 0.9,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "lines.linewidth": 2,
            "axes.prop_cycle": cycler(color=[BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY]),
        }
    )


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
    grid, shape, extent = _grid(ax, 121)
    answers = np.array([decide(x) for x in grid]).reshape(shape)
    _paint(ax, answers, extent, ListedColormap(CLASS_TINTS))


def probability_map(ax: Axes, probability: Callable[[FloatArray], ArrayLike]) -> None:
    """Colour the axes by a probability of label 1, with dashed lines at p = 0.1 and p = 0.9.

    Args:
        ax: where to draw; its limits stay.
        probability: maps samples, (n, 2), to n numbers between 0 and 1.
    """
    grid, shape, extent = _grid(ax, 181)
    p = np.asarray(probability(grid), dtype=float).reshape(shape)
    tints = ["#9cc6e2", "#ffffff", "#f3b68a"]
    shades = LinearSegmentedColormap.from_list("probability", tints, N=21)
    _paint(ax, p, extent, shades)
    x, y = grid[: shape[1], 0], grid[:: shape[1], 1]
    ax.contour(x, y, p, levels=[0.1, 0.9], colors=GREY, linewidths=1, linestyles="--")


def _grid(ax: Axes, n: int) -> tuple[FloatArray, tuple[int, int], Extent]:
    """An n x n grid over the axes as rows, its shape as an image, and the limits."""
    left, right = ax.get_xlim()
    bottom, top = ax.get_ylim()
    x, y = np.meshgrid(np.linspace(left, right, n), np.linspace(bottom, top, n))
    return np.column_stack([x.ravel(), y.ravel()]), (n, n), (left, right, bottom, top)


def _paint(ax: Axes, values: FloatArray, extent: Extent, colors: Colormap) -> None:
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


def gate(
    ax: Axes,
    name: str,
    neuron: Callable[[ArrayLike, ArrayLike, float], int],
    w: ArrayLike,
    b: float,
) -> None:
    """Draw what a neuron answers to the four pairs of 0 and 1, and its boundary.

    Args:
        ax: where to draw.
        name: the title.
        neuron: maps (x, w, b) to 0 or 1.
        w: weights, (2,).
        b: bias.
    """
    ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), aspect="equal", xlabel="$x_1$", title=name)
    ax.set(xticks=(0, 1), yticks=(0, 1), ylabel="$x_2$")
    w = np.asarray(w, dtype=float)
    decision_regions(ax, lambda x: neuron(x, w, b))
    boundary(ax, w, b)
    for corner in CORNERS:
        _answer(ax, corner, int(neuron(np.array(corner), w, b)))


def _answer(ax: Axes, corner: Point, answer: int, size: float = 330) -> None:
    """One corner of a truth table with its answer written into it."""
    color, marker = CLASS_COLORS[answer], ("o", "s")[answer]
    ax.scatter(*corner, s=size, color=color, marker=marker, edgecolors="white", zorder=5)
    ax.text(
        *corner,
        str(answer),
        color="white",
        ha="center",
        va="center_baseline",
        fontsize=0.6 * math.sqrt(size),
        fontweight="bold",
        zorder=6,
    )


def xor_without_a_line(lines: Sequence[Neuron]) -> Figure:
    """XOR twice: with lines that get three of its four rows right, and with crossing diagonals.

    Args:
        lines: pairs (w, b).
    """
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4.3))
    for ax in (left, right):
        ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), aspect="equal", xticks=(0, 1), yticks=(0, 1))
        ax.set(xlabel="$x_1$", ylabel="$x_2$")
        for corner in CORNERS:
            _answer(ax, corner, corner[0] ^ corner[1])
    for w, b in lines:
        boundary(left, w, b, color=GREY, linewidth=1)
    left.set_title("three right, one wrong: every time")
    right.plot([0, 1], [1, 0], color=VERMILLION, linewidth=3, zorder=2)
    right.plot([0, 1], [0, 1], color=BLUE, linewidth=3, linestyle="--", zorder=2)
    right.scatter(0.5, 0.5, s=330, color="white", edgecolors=INK, linewidths=2, zorder=5)
    right.text(0.5, 0.5, "?", ha="center", va="center_baseline", fontsize=13, zorder=6)
    right.set_title("the middle would have to be on both sides")
    return figure


def truth_tables(found: Mapping[tuple[int, ...], Sequence[Neuron]]) -> Figure:
    """All 16 truth tables of two inputs, each with the line of a neuron that computes it.

    Args:
        found: maps a table, the answers to 00, 01, 10, 11, to neurons (w, b); the one whose line
            is most clearly seen is drawn. A table that is not in it gets the words "no line".
    """
    names: dict[tuple[int, ...], str] = {
        (0, 0, 0, 0): "never",
        (0, 0, 0, 1): "AND",
        (0, 0, 1, 1): "$x_1$",
        (0, 1, 0, 1): "$x_2$",
        (0, 1, 1, 0): "XOR",
        (0, 1, 1, 1): "OR",
        (1, 0, 0, 0): "NOR",
        (1, 0, 0, 1): "XNOR",
        (1, 0, 1, 0): "not $x_2$",
        (1, 1, 0, 0): "not $x_1$",
        (1, 1, 1, 0): "NAND",
        (1, 1, 1, 1): "always",
    }
    figure, axes = plt.subplots(2, 8, figsize=(12, 3.7))
    for number, ax in enumerate(axes.flat):
        table = tuple(int(bit) for bit in f"{number:04b}")
        ax.set(xlim=(-0.7, 1.7), ylim=(-0.7, 1.7), aspect="equal", xticks=[], yticks=[])
        ax.set_title(names.get(table, ""), fontsize=12)
        ax.spines[:].set(visible=True, color=PALE)
        if table in found:
            boundary(ax, *max(found[table], key=_clearance), linewidth=1.5)
        else:
            ax.spines[:].set(color=VERMILLION, linewidth=3)
            ax.text(0.5, 0.5, "no line", color=VERMILLION, ha="center", va="center")
        for corner, answer in zip(CORNERS, table, strict=True):
            _answer(ax, corner, answer, size=130)
    return figure


def _clearance(neuron: Neuron) -> float:
    """How far a line keeps from the four corners; lines outside the picture come last."""
    w = np.asarray(neuron[0], dtype=float)
    distances = np.abs(np.array(CORNERS) @ w + neuron[1]) / np.linalg.norm(w)
    clearance = float(distances.min())
    return clearance if clearance < 0.45 else -clearance


def threshold_on_a_line(ax: Axes, x: ArrayLike, answers: ArrayLike, threshold: float) -> None:
    """Samples with one feature on a number line, with the threshold from which a neuron fires.

    Args:
        ax: where to draw.
        x: the feature, (n_samples,).
        answers: what the neuron answers, 0 or 1, (n_samples,).
        threshold: where the answer changes.
    """
    x = np.asarray(x, dtype=float)
    classes(ax, np.column_stack([x, np.zeros_like(x)]), answers, ("keeps quiet", "fires"))
    ax.axhline(0, color=GREY, linewidth=1, zorder=1)
    ax.plot([threshold] * 2, [-0.5, 0.5], color=INK, linewidth=2.5)
    ax.text(threshold, 0.58, f"threshold {threshold:g}", ha="center")
    ax.set(ylim=(-1.2, 1.2), yticks=[], xlabel="$x_1$", title="one input, with a bias")
    ax.spines["left"].set_visible(False)
    ax.legend(loc="lower right")


def lifted(ax: Axes, X: ArrayLike, answers: ArrayLike, w: ArrayLike) -> None:
    """Samples (x_0, x_1) with x_0 = 1, and the boundary through the origin that has no bias.

    Args:
        ax: where to draw.
        X: samples with the bias input in front, (n_samples, 2).
        answers: what the neuron answers, 0 or 1, (n_samples,).
        w: weights (w_0, w_1).
    """
    ax.set(xlim=(-0.4, 2.0), ylim=(-0.8, 6), xlabel="$x_0$", ylabel="$x_1$")
    ax.axvline(1, color=GREY, linewidth=1, zorder=1)
    boundary(ax, w, 0.0)
    classes(ax, X, answers, ("keeps quiet", "fires"))
    ax.plot(0, 0, "s", color=INK)
    ax.annotate("origin", (0, 0), (0.08, -0.45))
    ax.text(1.05, -0.45, "all samples have $x_0 = 1$", color=GREY)
    ax.set_title("two inputs, without a bias")


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
    grid, shape, extent = _grid(ax, 241)
    answers = np.asarray(outputs(grid), dtype=int)
    numbers = answers @ (1 << np.arange(answers.shape[1])[::-1])
    tints = ["#ffffff", "#d6e7f3", "#fbe0cb", "#d5efe6", "#f6e4ee", "#fdf0cf", "#e2f2fb", "#e8e8e8"]
    _paint(ax, numbers.reshape(shape) / 7, extent, ListedColormap(tints))
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


def conditioning(
    history: Sequence[tuple[float, float, int]], first_without_food: int, threshold: float
) -> Figure:
    """Two weights over the trials of a conditioning experiment, and when the dog drooled.

    Args:
        history: for each trial the weight of the food, the weight of the bell, and whether it
            drooled (1 or 0).
        first_without_food: the first trial (counted from 1) in which only the bell rings.
        threshold: the weight of the bell from which it needs no food.
    """
    food, bell, drools = np.asarray(history, dtype=float).T
    trials = np.arange(1, len(food) + 1)
    figure, ax = plt.subplots(figsize=(9, 3.9))
    ax.axvspan(0.5, first_without_food - 0.5, color=YELLOW, alpha=0.25, linewidth=0)
    ax.axhline(threshold, color=GREY, linestyle=":", label="enough to drool at the bell alone")
    ax.plot(trials, food, "s-", color=GREEN, label="weight of the food")
    ax.plot(trials, bell, "o-", color=BLUE, label="weight of the bell")
    ax.scatter(
        trials[drools == 1],
        np.full(int(drools.sum()), -0.35),
        marker="v",
        color=SKY,
        s=70,
        edgecolors=INK,
        linewidths=0.6,
        label="drools",
    )
    top = ax.get_ylim()[1]
    ax.text((first_without_food) / 2, top, "bell and food", ha="center", va="top")
    ax.text((first_without_food + len(food)) / 2, top, "bell only", ha="center", va="top")
    ax.set(xlim=(0.5, len(food) + 0.5), ylim=(-0.6, top + 0.2), xlabel="trial", ylabel="weight")
    _whole_numbers(ax)
    ax.legend(loc="upper left", bbox_to_anchor=(0.26, 0.93))
    return figure


def mistakes_per_epoch(ax: Axes, mistakes: Sequence[int], bound: float | None = None) -> None:
    """Wrong predictions in each epoch; with a bound also their running total, on a log scale.

    Args:
        ax: where to draw.
        mistakes: the number of wrong predictions in each epoch.
        bound: Novikoff's bound R²/γ² on the total, if there is one.
    """
    epochs = np.arange(1, len(mistakes) + 1)
    ax.set(xlabel="epoch", ylabel="mistakes", title="mistakes per epoch")
    _whole_numbers(ax)
    if bound is None:
        ax.bar(epochs, mistakes, color=SKY)
        return
    made = np.asarray(mistakes) > 0
    ax.plot(epochs[made], np.asarray(mistakes)[made], ".", color=SKY, label="in this epoch")
    ax.plot(epochs, np.cumsum(mistakes), color=BLUE, label="so far, all epochs together")
    ax.axhline(bound, color=VERMILLION, linestyle="--", label=f"bound R²/γ² = {bound:,.0f}")
    ax.set(yscale="log", ylim=(0.7, 3 * bound), title="mistakes against Novikoff's bound")
    ax.legend(loc="upper right", bbox_to_anchor=(1, 0.88))


def _whole_numbers(ax: Axes) -> None:
    """Ticks at round whole numbers on the horizontal axis."""
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))


def mistakes_by_order(ax: Axes, totals: Sequence[int], bound: float) -> None:
    """How often each total of mistakes occurred over many orders of the samples.

    Args:
        ax: where to draw.
        totals: one total for each order.
        bound: Novikoff's bound R²/γ².
    """
    values, counts = np.unique(totals, return_counts=True)
    ax.vlines(values, 0, counts, color=BLUE, linewidth=6)
    ax.axvline(bound, color=VERMILLION, linestyle="--")
    ax.text(0.93 * bound, 0.93 * max(counts), f"bound {bound:.0f}", color=VERMILLION, ha="right")
    ax.set(xscale="log", xlim=(0.8, 1.5 * bound), ylim=(0, None))
    ax.set(xlabel="mistakes until training stopped (log scale)", ylabel="number of orders")
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")


def loss_curves(ax: Axes, losses: Mapping[str, Sequence[float]]) -> None:
    """The cost before each update, one curve for each name."""
    for (name, values), style in zip(losses.items(), LINE_STYLES, strict=False):
        ax.plot(values, style, label=name)
    ax.set(xlabel="update", ylabel="mean binary cross-entropy", ylim=(0, None))
    ax.legend()


def accuracy_curves(ax: Axes, accuracy: Mapping[str, Sequence[float]], baseline: float) -> None:
    """The share of right answers after each update, and the share that a constant answer gets.

    Args:
        ax: where to draw.
        accuracy: one list of shares for each curve.
        baseline: what answering always the same gets.
    """
    for (name, values), width in zip(accuracy.items(), (1.2, 3.0), strict=False):
        ax.plot(np.arange(1, len(values) + 1), values, linewidth=width, label=name)
    ax.axhline(baseline, color=INK, linestyle=":", label="always the commoner species")
    ax.set(xlabel="update", ylabel="right answers", ylim=(0, 1))
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.legend(loc="lower center", ncols=3)


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
    contours = ax.contour(x, y, values, levels=levels, cmap="viridis_r", linewidths=1.4)
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


def layer_diagram(n_inputs: int, n_units: int) -> Figure:
    """A perceptron: inputs and the bias neuron on the left, a layer of LTUs on the right."""
    figure, ax = _sheet(9, 4.6, 90, 46)
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
            _tag(ax, (51.2, y_input + 0.78 * (y_unit - y_input)), name)
        _arrow(ax, (64, y_unit), (76, y_unit))
        _node(ax, (60, y_unit), "", "#fbe0cb")
        _step_glyph(ax, (60, y_unit), 2.2)
        ax.text(77.5, y_unit, rf"$\hat y_{j}$", va="center", fontsize=15)
    for i, y_input in enumerate(left):
        _node(ax, (20, y_input), "1" if i == 0 else f"$x_{i}$", YELLOW if i == 0 else "#d6e7f3")
    ax.text(14, left[0], "bias neuron:\nalways 1", ha="right", va="center")
    ax.text(14, left[1:].mean(), "inputs", ha="right", va="center")
    ax.text(60, 45, "a layer of linear threshold units", ha="center", va="center")
    return figure


def neuron_and_ltu() -> Figure:
    """A biological neuron, and under it the linear threshold unit, part above part."""
    figure, ax = _sheet(10.6, 6.45, 115, 70)
    columns = ((0, 36, "receive"), (36, 56, "add up"), (56, 70, "decide"), (70, 115, "pass on"))
    for number, (start, stop, title) in enumerate(columns):
        color = ("#f3f6f9", "#e6edf3")[number % 2]
        ax.add_patch(Rectangle((start, 0), stop - start, 70, facecolor=color, zorder=0))
        ax.text((start + stop) / 2, 67.2, title, ha="center", va="center", fontsize=14, color=GREY)
    ax.plot([0, 115], [31.5, 31.5], color="white", linewidth=4, zorder=0.5)
    _draw_neuron(ax)
    _draw_ltu(ax)
    return figure


def _draw_neuron(ax: Axes) -> None:
    """The upper half of `neuron_and_ltu`."""
    shapes = [_tapered(*branch) for branch in _BRANCHES] + [_blob((46, 48), 6.2)]
    for shape in shapes:  # first all rims, then all fillings: the cell is one body
        ax.add_patch(Polygon(shape, facecolor=RIM, edgecolor=RIM, linewidth=2.4, zorder=2))
    for shape in shapes:
        ax.add_patch(Polygon(shape, facecolor=CELL, edgecolor="none", zorder=3))
    ax.add_patch(Circle((46.3, 48), 2.5, facecolor="#c98a2b", edgecolor=RIM, zorder=4))
    for start in (72.0, 78.4, 84.8):
        ax.add_patch(_capsule((start, 46.6), 5.5, 2.8, "#cfd8e3", "#6d7f95", zorder=4))
    for x, y in ((105, 56.5), (107.5, 50.6), (106.3, 43.8), (102, 38.4)):
        ax.add_patch(Circle((x, y), 1.25, facecolor=CELL, edgecolor=RIM, linewidth=1.2, zorder=4))
    for (x, y), color in _SYNAPSES:
        axon = _tapered((3.5, y + 0.8), (10, y + 1.6), (x - 2.4, y), 0.7, 0.9)
        ax.add_patch(Polygon(axon, color=color, zorder=2))
        ax.add_patch(Circle((x - 2.2, y), 1.1, color=color, zorder=4))
    for text, tip, place in _NEURON_LABELS:
        _label(ax, text, tip, place)
    ax.text(9, 63.9, "axons of other cells:", ha="center", va="center", fontsize=11)
    ax.text(7.2, 61.9, "this one excites", ha="center", va="center", fontsize=9.5, color=BLUE)
    ax.text(
        7.2, 54.6, "this one inhibits", ha="center", va="center", fontsize=9.5, color=VERMILLION
    )
    ax.text(104, 62.2, "synapses with\nthe next cells", ha="center", va="center", fontsize=11)
    ax.text(113, 33.9, "a neuron", fontsize=13, fontweight="bold", ha="right", va="center")


CELL, RIM = "#f5d7a8", "#9c6b1e"
_BRANCHES = (  # start, bend and end of a curve, its width at the start and at the end
    ((43, 50), (34, 60.5), (20.5, 60), 2.6, 0.8),
    ((30.2, 57.5), (26, 57.5), (20, 53), 1.2, 0.5),
    ((43, 47.5), (33, 48.2), (18.5, 46.6), 2.6, 0.7),
    ((31, 47.5), (26, 46.5), (20, 41.6), 1.2, 0.5),
    ((44, 45.5), (37, 37.5), (21, 36.8), 2.6, 0.8),
    ((45, 51), (45.5, 59), (40, 63), 2.2, 0.5),
    ((46, 44.5), (47, 39), (42.5, 35.2), 2.2, 0.5),
    ((47, 48), (57, 48), (66, 48), 6.4, 1.4),
    ((65.5, 48), (84, 48), (97, 48), 1.4, 1.2),
    ((96, 48), (102, 48.3), (105, 56.5), 1.2, 0.7),
    ((96, 48), (103, 48.4), (107.5, 50.6), 1.2, 0.7),
    ((96, 48), (103, 47.6), (106.3, 43.8), 1.2, 0.7),
    ((96, 48), (101, 46.5), (102, 38.4), 1.2, 0.7),
)
_SYNAPSES = (
    ((20.5, 60), BLUE),
    ((20, 53), VERMILLION),
    ((18.5, 46.6), BLUE),
    ((20, 41.6), BLUE),
    ((21, 36.8), BLUE),
)
_NEURON_LABELS = (
    ("synapse", (19.2, 40.9), (11, 38.8)),
    ("dendrites", (30.5, 39.4), (29.5, 34.4)),
    ("cell body", (50.3, 52), (53, 58)),
    ("nucleus", (47, 45.9), (51, 39.2)),
    ("axon hillock:\nfires or not", (60, 47), (62.8, 40.6)),
    ("axon", (69, 48.5), (69, 54.5)),
    ("myelin", (81.1, 49.4), (81.1, 54.5)),
)


def _draw_ltu(ax: Axes) -> None:
    """The lower half of `neuron_and_ltu`."""
    rows = (
        (26, "1", "$b$"),
        (19.4, "$x_1$", "$w_1$"),
        (12.8, "$x_2$", "$w_2$"),
        (4.4, "$x_n$", "$w_n$"),
    )
    for y, name, weight in rows:
        ax.plot([10, 46], [y, 15.5], color=GREY, linewidth=1.6, zorder=1)
        _tag(ax, (24, y + (15.5 - y) * 14 / 36), weight)
        _node(ax, (10, y), name, YELLOW if name == "1" else CLASS_TINTS[0], radius=2.6)
    ax.text(10, 8.7, "⋮", ha="center", va="center", fontsize=15)
    ax.text(6.2, 26, "bias\nneuron", ha="right", va="center", fontsize=11)
    ax.text(6.2, 12.8, "inputs", ha="right", va="center", fontsize=11)
    ax.text(24, 27.5, "weights", ha="center", va="center", fontsize=11)
    _node(ax, (46, 15.5), r"$\Sigma$", CELL, radius=5.4, fontsize=22)
    ax.text(46, 25.2, r"$z=\mathbf{w}\cdot\mathbf{x}+b$", ha="center", va="center", fontsize=13)
    _arrow(ax, (51.4, 15.5), (58, 15.5))
    ax.add_patch(_capsule((58.2, 11.2), 9.6, 8.6, CLASS_TINTS[1], RIM, rounding=1.0, zorder=3))
    _step_glyph(ax, (63, 15.5), 3.0)
    ax.text(63, 25.2, r"$z\geq 0\,$?", ha="center", va="center", fontsize=13)
    _arrow(ax, (67.9, 15.5), (97, 15.5))
    ax.text(99.5, 15.5, r"$\hat y$", va="center", fontsize=20)
    ax.text(83, 18.2, "output: 1 or 0", ha="center", va="center", fontsize=11)
    name = "a linear threshold unit (LTU)"
    ax.text(113, 2.4, name, fontsize=13, fontweight="bold", ha="right", va="center")


def _sheet(width: float, height: float, x: float, y: float) -> tuple[Figure, Axes]:
    """Axes without frame, x units wide and y units high, at one scale."""
    figure, ax = plt.subplots(figsize=(width, height))
    ax.set(xlim=(0, x), ylim=(0, y), aspect="equal")
    ax.axis("off")
    return figure, ax


def _node(
    ax: Axes, center: Point, text: str, color: str, radius: float = 3.6, fontsize: float = 14
) -> None:
    ax.add_patch(Circle(center, radius, facecolor=color, edgecolor=INK, linewidth=1.4, zorder=3))
    ax.text(*center, text, ha="center", va="center", fontsize=fontsize, zorder=4)


def _tag(ax: Axes, center: Point, text: str) -> None:
    box = {"boxstyle": "round,pad=0.18", "facecolor": "white", "edgecolor": PALE}
    ax.text(*center, text, ha="center", va="center", fontsize=12, bbox=box, zorder=2)


def _arrow(ax: Axes, start: Point, end: Point) -> None:
    arrow = {"arrowstyle": "-|>", "color": INK, "lw": 1.8, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xy=end, xytext=start, arrowprops=arrow)


def _step_glyph(ax: Axes, center: Point, size: float) -> None:
    """The graph of the step function as a small sign."""
    x, y = center
    ax.plot(
        [x - size, x, x, x + size],
        [y - 0.6 * size, y - 0.6 * size, y + 0.6 * size, y + 0.6 * size],
        color=INK,
        linewidth=2.2,
        zorder=5,
        solid_capstyle="round",
    )


def _label(ax: Axes, text: str, tip: Point, place: Point) -> None:
    ax.annotate(
        text,
        xy=tip,
        xytext=place,
        ha="center",
        va="center",
        fontsize=11,
        zorder=6,
        arrowprops={"arrowstyle": "-", "color": GREY, "lw": 1, "shrinkA": 1, "shrinkB": 0},
    )


def _capsule(
    corner: Point,
    width: float,
    height: float,
    face: str,
    edge: str,
    *,
    rounding: float | None = None,
    zorder: float = 3,
) -> FancyBboxPatch:
    """A box with round ends."""
    style = f"round,pad=0,rounding_size={height / 2 if rounding is None else rounding}"
    return FancyBboxPatch(
        corner, width, height, boxstyle=style, facecolor=face, edgecolor=edge, zorder=zorder
    )


def _tapered(start: Point, bend: Point, end: Point, thick: float, thin: float) -> FloatArray:
    """The outline of a branch along a quadratic Bézier curve that gets thinner."""
    t = np.linspace(0, 1, 24)[:, None]
    a, c, e = (np.array(point, dtype=float) for point in (start, bend, end))
    path = (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t**2 * e
    tangent = 2 * (1 - t) * (c - a) + 2 * t * (e - c)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    half = (thick + (thin - thick) * np.sqrt(t)) / 2
    return np.vstack([path + half * normal, (path - half * normal)[::-1]])


def _blob(center: Point, radius: float) -> FloatArray:
    """A round body with a slightly uneven rim."""
    angle = np.linspace(0, 2 * np.pi, 90)
    r = radius * (1 + 0.07 * np.cos(3 * angle + 0.6) + 0.03 * np.cos(5 * angle))
    return np.column_stack([center[0] + r * np.cos(angle), center[1] + r * np.sin(angle)])


@dataclass(frozen=True)
class Step:
    """A perceptron after one change of its weights.

    Args:
        w: weights, (n_features,).
        b: bias.
        sample: the row of the sample that caused the change; None before the first.
        epoch: the pass through the data, counted from 1; 0 before the first change.
    """

    w: FloatArray
    b: float
    sample: int | None
    epoch: int


def record_updates(
    update: Callable[..., tuple[ArrayLike, float]],
    X: ArrayLike,
    y: ArrayLike,
    *,
    learning_rate: float = 1.0,
    max_epochs: int = 100,
) -> tuple[Step, ...]:
    """Watch a learning rule at work: every change of the weights, from zero weights on.

    Args:
        update: maps (w, b, x, y, learning_rate) to the new (w, b).
        X: samples, (n_samples, n_features), visited from the first row to the last.
        y: labels, (n_samples,).
        learning_rate: passed on to `update`.
        max_epochs: the largest number of passes; it ends sooner after one that changed nothing.

    Returns:
        The start, then one step for each change.
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    steps = [Step(np.zeros(X.shape[1]), 0.0, None, 0)]
    for epoch in range(1, max_epochs + 1):
        before = len(steps)
        for row, (x, label) in enumerate(zip(X, y, strict=True)):
            old = steps[-1]
            w, b = update(old.w.copy(), old.b, x.copy(), label, learning_rate)
            new = Step(np.array(w, dtype=float), float(b), row, epoch)
            if new.b != old.b or not np.array_equal(new.w, old.w):
                steps.append(new)
        if len(steps) == before:
            break
    return tuple(steps)


class BoundaryFilm:
    """A film of a moving decision boundary that a notebook plays; made by `animate_boundary`."""

    def __init__(self, page: str, n_updates: int) -> None:
        self._page = page
        self._n_updates = n_updates

    def __repr__(self) -> str:
        return f"BoundaryFilm({self._n_updates} updates)"

    def _repr_html_(self) -> str:
        return self._page


def animate_boundary(
    steps: Sequence[Step],
    X: ArrayLike,
    y: ArrayLike,
    *,
    names: Sequence[str] = ("label 0", "label 1"),
    xlabel: str = "$x_1$",
    ylabel: str = "$x_2$",
    xlim: Point | None = None,
    ylim: Point | None = None,
) -> BoundaryFilm:
    """A film of the decision boundary, update by update, with buttons to step through it.

    It is one SVG picture that moves by itself (SMIL), so it needs neither ffmpeg nor a script.
    Where scripts may run (a trusted notebook, an exported page), a few lines of JavaScript put a
    player around it. The same input gives the same bytes.

    Args:
        steps: what `record_updates` returned, for samples with two features.
        X: samples, (n_samples, 2).
        y: labels 0 or 1, (n_samples,).
        names: the two classes.
        xlabel: name and unit of the first feature.
        ylabel: name and unit of the second feature.
        xlim: the part of the first feature to show; all samples by default.
        ylim: the part of the second feature to show.

    Raises:
        ValueError: there is no step, or the samples do not have two features.
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=int)
    if not steps or X.ndim != 2 or X.shape[1] != 2:
        raise ValueError("a film needs at least one step, and samples with two features")
    view = _View(xlim or _limits(X[:, 0]), ylim or _limits(X[:, 1]))
    frames = [_frame(step, view, X, y, names, len(steps) - 1) for step in steps]
    digest = hashlib.sha256(repr((frames, X.tolist(), y.tolist())).encode()).hexdigest()[:10]
    film = f"film-{digest}"
    svg = _film_svg(film, frames, view, X, y, names, xlabel, ylabel)
    return BoundaryFilm(_film_page(film, svg, frames), len(steps) - 1)


_WIDTH, _HEIGHT = 720, 470
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 14, 62, 56
_FAR = 3000.0
_HOLD, _MOVE, _MOVES = 0.7, 0.5, 6


@dataclass(frozen=True)
class _View:
    """The window of a film: which part of the plane lies on which pixels."""

    xlim: Point
    ylim: Point

    def pixel(self, point: ArrayLike) -> Point:
        """The pixel of a point of the plane."""
        x, y = np.asarray(point, dtype=float)
        sx, sy = self._scales()
        return _LEFT + (x - self.xlim[0]) * sx, _HEIGHT - _BOTTOM - (y - self.ylim[0]) * sy

    def plane(self, w: ArrayLike, b: float) -> tuple[float, float, float]:
        """The net input as a function of the pixel: its two slopes and its value at the centre."""
        w = np.asarray(w, dtype=float)
        sx, sy = self._scales()
        center = np.array([np.mean(self.xlim), np.mean(self.ylim)])
        return float(w[0] / sx), float(-w[1] / sy), float(w @ center + b)

    def _scales(self) -> Point:
        return (
            (_WIDTH - _LEFT - _RIGHT) / (self.xlim[1] - self.xlim[0]),
            (_HEIGHT - _TOP - _BOTTOM) / (self.ylim[1] - self.ylim[0]),
        )


@dataclass(frozen=True)
class _Frame:
    """One still of a film: a plane in pixels, a ring around a sample, and a caption."""

    plane: tuple[float, float, float]
    ring: Point
    caption: str


def _limits(values: FloatArray) -> Point:
    """The range of some values with a margin of 8 % on both sides."""
    low, high = float(values.min()), float(values.max())
    margin = 0.08 * (high - low) or 1.0
    return low - margin, high + margin


def _frame(
    step: Step, view: _View, X: FloatArray, y: NDArray[np.int64], names: Sequence[str], total: int
) -> _Frame:
    slope_x, slope_y, middle = (_rounded(number) for number in view.plane(step.w, step.b))
    if step.sample is None:
        caption = f"start: all weights are zero, so every sample is taken for {names[1]}"
        return _Frame((slope_x, slope_y, middle), (-99.0, -99.0), caption)
    label = y[step.sample]
    ring_x, ring_y = (round(number, 1) for number in view.pixel(X[step.sample]))
    return _Frame(
        (slope_x, slope_y, middle),
        (ring_x, ring_y),
        f"epoch {step.epoch}: {names[label]} taken for {names[1 - label]}, line corrected",
    )


def _rounded(number: float) -> float:
    """Six significant digits, so that the last bits of a machine do not show in a file."""
    return float(f"{number:.6g}")


def _pose(plane: tuple[float, float, float]) -> tuple[float, float, float]:
    """Where the boundary of a plane lies: a pixel on it, and the angle of its firing side."""
    slope_x, slope_y, middle = plane
    length = math.hypot(slope_x, slope_y)
    center_x, center_y = (_LEFT + _WIDTH - _RIGHT) / 2, (_TOP + _HEIGHT - _BOTTOM) / 2
    if length == 0:
        return center_x - math.copysign(_FAR, middle + 0.0), center_y, 0.0
    shift = max(-_FAR, min(_FAR, middle / length))
    x, y = center_x - shift * slope_x / length, center_y - shift * slope_y / length
    return round(x, 1), round(y, 1), round(math.degrees(math.atan2(slope_y, slope_x)), 2)


def _poses(frames: Sequence[_Frame]) -> tuple[list[tuple[float, float, float]], list[float]]:
    """The poses of the moving boundary, and their moments in seconds.

    Between two stills the plane moves from the old weights to the new ones on a straight line.
    """
    poses, moments, now = [_pose(frames[0].plane)], [0.0], _HOLD
    for old, new in pairwise(frames):
        for k in range(_MOVES + 1):
            share = k / _MOVES
            mixed = [(1 - share) * a + share * z for a, z in zip(old.plane, new.plane, strict=True)]
            x, y, angle = _pose((mixed[0], mixed[1], mixed[2]))
            turns = round((poses[-1][2] - angle) / 360)
            poses.append((x, y, round(angle + 360 * turns, 2)))
            moments.append(now + share * _MOVE)
        now += _MOVE + _HOLD
    poses.append(poses[-1])
    moments.append(now + 2 * _HOLD)
    return poses, moments


def _film_svg(
    film: str,
    frames: Sequence[_Frame],
    view: _View,
    X: FloatArray,
    y: NDArray[np.int64],
    names: Sequence[str],
    xlabel: str,
    ylabel: str,
) -> str:
    """The film as one SVG picture that moves by itself."""
    poses, moments = _poses(frames)
    length = moments[-1]
    times = ";".join(f"{moment / length:.4f}".rstrip("0").rstrip(".") for moment in moments)
    timing = f'dur="{length:.1f}s" repeatCount="indefinite"'
    shift = ";".join(f"{x:g},{y:g}" for x, y, _ in poses)
    turn = ";".join(f"{angle:g}" for _, _, angle in poses)
    x0, y0, angle0 = poses[0]
    inner_w, inner_h = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    size = f'x="{_LEFT}" y="{_TOP}" width="{inner_w}" height="{inner_h}"'
    moving = f'<animateTransform attributeName="transform" keyTimes="{times}" {timing}'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"',
        f' font-family="DejaVu Sans,Verdana,sans-serif" font-size="14" fill="{INK}">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<clipPath id="{film}-c"><rect {size}/></clipPath><g clip-path="url(#{film}-c)">',
        f'<rect {size} fill="{CLASS_TINTS[0]}"/>',
        f'<g class="at" transform="translate({x0:g},{y0:g})">',
        f'{moving} type="translate" values="{shift}"/>',
        f'<g class="turned" transform="rotate({angle0:g})">',
        f'{moving} type="rotate" values="{turn}"/>',
        f'<rect y="-{2 * _FAR:g}" width="{3 * _FAR:g}" height="{4 * _FAR:g}"',
        f' fill="{CLASS_TINTS[1]}"/>',
        f'<path d="M0-{2 * _FAR:g}V{2 * _FAR:g}" stroke="{INK}" stroke-width="2.5"/></g></g>',
        *_film_samples(view, X, y),
        _film_ring(frames, length),
        "</g>",
        *_film_axes(view, xlabel, ylabel),
        *_film_legend(names),
        *_film_captions(frames, length),
        "</svg>",
    ]
    return "".join(parts)


def _film_samples(view: _View, X: FloatArray, y: NDArray[np.int64]) -> list[str]:
    """The samples as dots and triangles, each drawn over the ones before."""
    shapes = ("m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "m0-5l5 9h-10z")
    parts = []
    for label in (0, 1):
        parts.append(f'<g fill="{CLASS_COLORS[label]}" stroke="#fff" stroke-width=".7">')
        for sample in X[y == label]:
            px, py = view.pixel(sample)
            parts.append(f'<path d="M{px:.1f} {py:.1f}{shapes[label]}"/>')
        parts.append("</g>")
    return parts


def _begins(frames: Sequence[_Frame], length: float) -> list[float]:
    """When each still begins, as a share of the film."""
    starts = [0.0] + [_HOLD + k * (_MOVE + _HOLD) for k in range(len(frames) - 1)]
    return [round(start / length, 4) for start in starts]


def _film_ring(frames: Sequence[_Frame], length: float) -> str:
    """The ring around the sample that was mistaken."""
    times = ";".join(f"{begin:g}" for begin in _begins(frames, length))
    animations = "".join(
        f'<animate attributeName="{name}" calcMode="discrete" keyTimes="{times}" '
        f'values="{";".join(f"{frame.ring[axis]:g}" for frame in frames)}" dur="{length:.1f}s" '
        f'repeatCount="indefinite"/>'
        for axis, name in enumerate(("cx", "cy"))
    )
    return (
        f'<circle class="ring" cx="-99" cy="-99" r="11" fill="none" stroke="{INK}" '
        f'stroke-width="2.5">{animations}</circle>'
    )


def _film_axes(view: _View, xlabel: str, ylabel: str) -> list[str]:
    """The frame of the picture, its ticks and its labels."""
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    parts = [f'<path d="M{_LEFT} {_TOP}V{bottom}H{right}" fill="none" stroke="{INK}"/>']
    for tick in _ticks(view.xlim):
        x = view.pixel((tick, view.ylim[0]))[0]
        parts.append(f'<path d="M{x:.1f} {bottom}v5" stroke="{INK}"/>')
        parts.append(_text(f"{tick:g}", x, bottom + 20))
    for tick in _ticks(view.ylim):
        y = view.pixel((view.xlim[0], tick))[1]
        parts.append(f'<path d="M{_LEFT} {y:.1f}h-5" stroke="{INK}"/>')
        parts.append(_text(f"{tick:g}", _LEFT - 9, y + 5, anchor="end"))
    parts.append(_text(xlabel, (_LEFT + right) / 2, _HEIGHT - 12))
    middle = (_TOP + bottom) / 2
    parts.append(_text(ylabel, 18, middle, extra=f' transform="rotate(-90 18 {middle:g})"'))
    return parts


def _ticks(limits: Point) -> list[float]:
    """Round numbers within some limits."""
    ticks = MaxNLocator(7).tick_values(*limits)
    return [float(tick) for tick in ticks if limits[0] <= tick <= limits[1]]


def _film_legend(names: Sequence[str]) -> list[str]:
    """Which sign is which class, in the top right corner above the picture."""
    right = _WIDTH - _RIGHT
    return [
        f'<path fill="{CLASS_COLORS[0]}" d="M{right - 205} 20m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"/>',
        _text(names[0], right - 194, 25, anchor="start"),
        f'<path fill="{CLASS_COLORS[1]}" d="M{right - 95} 20m0-5l5 9h-10z"/>',
        _text(names[1], right - 84, 25, anchor="start"),
    ]


def _film_captions(frames: Sequence[_Frame], length: float) -> list[str]:
    """Two lines of text per still, which are visible while it is shown."""
    begins = _begins(frames, length)
    parts = []
    for shown, frame in enumerate(frames):
        values = ["hidden", "visible", "hidden"][shown == 0 :]
        times = [0.0, *begins[shown : shown + 2]][shown == 0 :]
        animation = (
            f'<animate attributeName="visibility" calcMode="discrete" '
            f'keyTimes="{";".join(f"{time:g}" for time in times)}" '
            f'values="{";".join(values[: len(times)])}" dur="{length:.1f}s" '
            f'repeatCount="indefinite"/>'
        )
        count = f"mistake {shown} of {len(frames) - 1}" if shown else "before training"
        hidden = ' visibility="hidden"' if shown else ""
        for text, y, weight in ((count, 25, ' font-weight="bold"'), (frame.caption, 47, "")):
            extra = f' class="caption"{weight}{hidden}'
            parts.append(_text(text, _LEFT, y, anchor="start", extra=extra, inside=animation))
    return parts


def _text(
    text: str, x: float, y: float, *, anchor: str = "middle", extra: str = "", inside: str = ""
) -> str:
    """One line of text; letters beyond ASCII become references, so that any decoder reads them."""
    safe = html.escape(text).encode("ascii", "xmlcharrefreplace").decode()
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{extra}>{safe}{inside}</text>'


def _film_page(film: str, svg: str, frames: Sequence[_Frame]) -> str:
    """The picture as HTML, with the script that puts a player around it."""
    picture = base64.b64encode(svg.encode("ascii")).decode()
    plan = {
        "id": film,
        "planes": [frame.plane for frame in frames],
        "rings": [frame.ring for frame in frames],
        "center": [(_LEFT + _WIDTH - _RIGHT) / 2, (_TOP + _HEIGHT - _BOTTOM) / 2],
        "far": _FAR,
    }
    alt = (
        f"Film: the decision boundary after each of {len(frames) - 1} mistakes. "
        f"Last one: {frames[-1].caption}."
    )
    return (
        f'<div id="{film}" style="max-width:{_WIDTH}px;background-color:#fff;color:{INK};'
        'border:1px solid #ccc;border-radius:6px;padding:6px;font:14px sans-serif">'
        f'<img alt="{html.escape(alt)}" style="width:100%;height:auto" '
        f'src="data:image/svg+xml;base64,{picture}"></div>'
        f"<script>({_PLAYER})({json.dumps(plan, separators=(',', ':'))})</script>"
    )


_PLAYER = """function (plan) {
  const last = plan.planes.length - 1;
  function start(box) {
    const image = box.querySelector("img");
    if (!image) return;
    const stage = document.createElement("div");
    stage.setAttribute("role", "img");
    stage.setAttribute("aria-label", image.alt);
    stage.innerHTML = atob(image.src.split(",")[1]);
    stage.querySelectorAll("animate, animateTransform").forEach(a => a.remove());
    const at = stage.querySelector(".at"), turned = stage.querySelector(".turned");
    const ring = stage.querySelector(".ring"), captions = stage.querySelectorAll(".caption");
    const bar = document.createElement("div");
    bar.style.cssText = "display:flex;gap:8px;align-items:center;padding:4px 2px";
    function button(text, label) {
      const b = document.createElement("button");
      b.type = "button"; b.textContent = text; b.setAttribute("aria-label", label);
      b.style.cssText = "font:inherit;color:#222;background:#eef2f6;border:1px solid #8a97a5;" +
        "border-radius:4px;padding:4px 12px;min-width:64px;cursor:pointer";
      bar.appendChild(b); return b;
    }
    const back = button("Back", "one mistake back"), play = button("Play", "play or pause");
    const next = button("Next", "one mistake on");
    const slider = document.createElement("input");
    slider.type = "range"; slider.min = 0; slider.max = last; slider.step = 1;
    slider.setAttribute("aria-label", "mistake");
    slider.style.cssText = "flex:1;min-width:60px;accent-color:#0072B2";
    const count = document.createElement("span");
    count.style.cssText = "min-width:58px;text-align:right";
    bar.append(slider, count);
    let now = 0, where = 0, timer = null, moving = null;
    function draw(s) {
      const k = Math.min(last, Math.floor(s)), m = Math.min(last, k + 1), t = s - k;
      const mix = i => (1 - t) * plan.planes[k][i] + t * plan.planes[m][i];
      const a = mix(0), b = mix(1), c = mix(2), n = Math.hypot(a, b);
      const d = n ? Math.max(-plan.far, Math.min(plan.far, c / n)) : (c < 0 ? -1 : 1) * plan.far;
      const u = n ? a / n : 1, v = n ? b / n : 0;
      const x = plan.center[0] - d * u, y = plan.center[1] - d * v;
      at.setAttribute("transform", `translate(${x},${y})`);
      turned.setAttribute("transform", `rotate(${Math.atan2(v, u) * 180 / Math.PI})`);
      where = s;
    }
    function go(k) {
      now = Math.max(0, Math.min(last, k));
      slider.value = now; count.textContent = now + " / " + last;
      captions.forEach((c, i) => {
        c.setAttribute("visibility", i >> 1 === now ? "visible" : "hidden");
      });
      ring.setAttribute("cx", plan.rings[now][0]); ring.setAttribute("cy", plan.rings[now][1]);
      cancelAnimationFrame(moving);
      if (now !== Math.floor(where) + 1) { draw(now); return; }
      const from = performance.now();
      moving = requestAnimationFrame(function tick(time) {
        const share = Math.min(1, Math.max(0, (time - from) / 450));
        draw(share < 1 ? now - 1 + share : now);
        if (share < 1) moving = requestAnimationFrame(tick);
      });
    }
    function pause() { clearInterval(timer); timer = null; play.textContent = "Play"; }
    function run() {
      if (now === last) go(0);
      play.textContent = "Pause";
      timer = setInterval(() => {
        if (!stage.isConnected || now === last) pause(); else go(now + 1);
      }, 1200);
    }
    back.onclick = () => { pause(); go(now - 1); };
    next.onclick = () => { pause(); go(now + 1); };
    play.onclick = () => { if (timer) pause(); else run(); };
    slider.oninput = () => { pause(); go(Number(slider.value)); };
    image.replaceWith(stage, bar);
    go(0);
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) run();
  }
  function startAll() { document.querySelectorAll("#" + plan.id).forEach(start); }
  startAll();
  setTimeout(startAll, 0);
}"""
