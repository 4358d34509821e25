"""One neuron drawn twice: with a bias, and without one but with an input more."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_lib.plots.plane import boundary, classes
from course_lib.plots.style import GREY, INK


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
