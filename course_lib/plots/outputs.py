"""What an output unit says, and what a cost makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.style import (
    BLUE,
    CLASS_COLORS,
    GREY,
    INK,
    LINE_STYLES,
    SKY,
    VERMILLION,
    FloatArray,
)


def gaussian_output(
    ax: Axes,
    x: ArrayLike,
    y: ArrayLike,
    predict: Callable[[FloatArray], ArrayLike],
    sigma: float,
    at: Sequence[float],
) -> None:
    """Targets around a linear output, with the normal distribution that it stands for.

    Args:
        ax: where to draw.
        x: one feature, (n_samples,).
        y: targets, (n_samples,).
        predict: maps features, (n,), to outputs, (n,).
        sigma: standard deviation of the targets around the output.
        at: features at which a bell is drawn.
    """
    x = np.asarray(x, dtype=float)
    line = np.array([x.min(), x.max()])
    ax.plot(line, predict(line), color=VERMILLION, label="output of the linear unit")
    ax.scatter(x, y, s=26, color=BLUE, edgecolors="white", linewidths=0.6, zorder=3, label="data")
    deviations = np.linspace(-3, 3, 61)
    bell = 0.09 * np.ptp(line) * np.exp(-(deviations**2) / 2)
    for k, place in enumerate(at):
        mean = float(np.asarray(predict(np.array([place])))[0])
        heights = mean + sigma * deviations
        ax.fill_betweenx(heights, place, place + bell, color=SKY, alpha=0.5, linewidth=0, zorder=2)
        ax.plot(place + bell, heights, color=INK, linewidth=1, zorder=2)
        ax.plot([place] * 2, heights[[0, -1]], color=GREY, linewidth=1, zorder=2)
        if k == 0:
            ax.plot([], [], color=INK, linewidth=1, label="how probable each target is, given $x$")
    ax.legend(loc="upper left")


def lowest_points(ax: Axes, x: ArrayLike, curves: Mapping[str, ArrayLike]) -> dict[str, float]:
    """Some costs of one number, each with a dot at its lowest point.

    Args:
        ax: where to draw.
        x: the number, (n,).
        curves: for each name the cost, (n,).

    Returns:
        For each name where the cost is lowest.
    """
    x, best = np.asarray(x, dtype=float), {}
    for (name, values), style in zip(curves.items(), LINE_STYLES, strict=False):
        costs = np.asarray(values, dtype=float)
        k = int(np.argmin(costs))
        (line,) = ax.plot(x, costs, style, label=name)
        ax.plot(x[k], costs[k], "o", color=line.get_color(), markersize=9, clip_on=False, zorder=4)
        best[name] = float(x[k])
    ax.legend()
    return best


def shares_and_probability(
    ax: Axes, x: ArrayLike, y: ArrayLike, p: Callable[[FloatArray], ArrayLike], bins: ArrayLike
) -> None:
    """The probability of a 1 over one feature, beside the share of ones among similar samples.

    Args:
        ax: where to draw.
        x: one feature, (n_samples,).
        y: labels 0 or 1, (n_samples,).
        p: maps features, (n,), to probabilities, (n,).
        bins: limits of the groups of similar samples, rising.
    """
    x, y, bins = np.asarray(x, dtype=float), np.asarray(y), np.asarray(bins, dtype=float)
    for label, height in enumerate((-0.06, 1.06)):
        places = x[y == label]
        ax.scatter(places, np.full(len(places), height), marker="|", color=CLASS_COLORS[label])
    group = np.digitize(x, bins)
    kept = [g for g in range(1, len(bins)) if np.any(group == g)]
    ax.scatter(
        [x[group == g].mean() for g in kept],
        [y[group == g].mean() for g in kept],
        s=[6 * np.sum(group == g) for g in kept],
        color=SKY,
        edgecolors=INK,
        linewidths=0.8,
        zorder=3,
        label="share of ones in a group\n(area: size of the group)",
    )
    grid = np.linspace(x.min(), x.max(), 200)
    ax.plot(grid, p(grid), color=VERMILLION, zorder=4, label="what the sigmoid unit says")
    ax.set(ylim=(-0.12, 1.12))
    ax.legend(loc="center left", bbox_to_anchor=(0, 0.62))


def output_bars(
    outputs: Mapping[str, ArrayLike], names: Sequence[str], right: int | None = None
) -> Figure:
    """The outputs of some units as bars, one panel for each title.

    Args:
        outputs: for each title one number per unit, (n_units,).
        names: the units.
        right: the unit of the right answer, drawn in another colour.
    """
    figure, axes = plt.subplots(
        1, len(outputs), figsize=(3.3 * len(outputs), 0.9 + 0.27 * len(names)), sharey=True
    )
    colors = [VERMILLION if k == right else BLUE for k in range(len(names))]
    for ax, (title, values) in zip(np.atleast_1d(axes), outputs.items(), strict=True):
        heights = np.asarray(values, dtype=float).reshape(-1)
        ax.barh(np.arange(len(names)), heights, color=colors)
        for k, height in enumerate(heights):
            ax.text(
                max(height, 0) + 0.03,
                k,
                f"{height:.2f}".replace("-", "−"),
                va="center",
                fontsize=10.5,
            )
        ax.axvline(0, color=INK, linewidth=0.8)
        ax.set(title=title, xlim=(min(-0.05, heights.min() - 0.05), max(1.0, heights.max()) + 0.32))
        ax.set(xlabel="output", yticks=np.arange(len(names)), yticklabels=names)
        ax.set_ylim(len(names) - 0.5, -0.5)
    return figure


def saturation(
    z: ArrayLike,
    costs: Mapping[str, ArrayLike],
    slopes: Mapping[str, ArrayLike],
    learning: Mapping[str, ArrayLike],
) -> Figure:
    """Costs of one sigmoid unit against its logit, their slopes, and how it learns with each.

    Args:
        z: logits, (n,).
        costs: for each name the cost at each logit, (n,).
        slopes: for each name the derivative with respect to the logit, (n,).
        learning: for each name the outputs p after each update, (n_updates,).
    """
    figure, axes = plt.subplots(1, 3, figsize=(13, 3.9))
    for name, style in zip(costs, LINE_STYLES, strict=False):
        axes[0].plot(z, costs[name], style, label=name)
        axes[1].plot(z, slopes[name], style, label=name)
        axes[2].plot(np.asarray(learning[name], dtype=float), style, label=name)
    axes[0].set(xlabel="logit z", ylabel="cost", title="the cost, if the right answer is 1")
    axes[1].set(xlabel="logit z", ylabel="d cost / d z", title="its slope")
    axes[2].set(xlabel="update", ylabel="output p", ylim=(-0.03, 1.03), title="learning")
    axes[0].legend()
    return figure
