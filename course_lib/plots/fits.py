"""Models with few and with many degrees of freedom, fitted to the same few points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, GREY, INK, VERMILLION, FloatArray

Curve = Callable[[FloatArray], ArrayLike]


def polynomial_fits(x: ArrayLike, y: ArrayLike, truth: Curve, fits: Mapping[str, Curve]) -> Figure:
    """The same points, the curve they come from, and one fitted curve a panel.

    Args:
        x: where the points are, (n,).
        y: their heights, (n,).
        truth: the curve from which the points were drawn, noise apart.
        fits: for each title the fitted curve.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    figure, axes = plt.subplots(1, len(fits), figsize=(12, 3.5), sharey=True, squeeze=False)
    grid = np.linspace(x.min(), x.max(), 400)
    room = 0.6 * (y.max() - y.min())
    for ax, (title, fit) in zip(axes[0], fits.items(), strict=True):
        ax.plot(grid, truth(grid), "--", color=GREY, label="the truth")
        ax.plot(grid, fit(grid), color=VERMILLION, label="the fit")
        ax.plot(x, y, "o", color=BLUE, markeredgecolor=INK, label="the samples")
        ax.set(xlabel="x", title=title, ylim=(y.min() - room, y.max() + room))
    axes[0, 0].set_ylabel("y")
    axes[0, 0].legend(loc="upper right", fontsize=10)
    return figure


def fit_errors(ax: Axes, degrees: Sequence[int], old: ArrayLike, new: ArrayLike) -> None:
    """Errors on the samples of the fit, and on new ones, against the degree of the polynomial.

    Args:
        ax: where to draw.
        degrees: degree of each polynomial.
        old: root mean squared error of each on the samples it was fitted to.
        new: root mean squared error of each on new samples.
    """
    new = np.asarray(new, dtype=float)
    ax.plot(degrees, np.asarray(old, dtype=float), "o-", color=BLUE, label="on the samples fitted")
    ax.plot(degrees, new, "^--", color=VERMILLION, label="on new samples")
    lowest = int(np.argmin(new))
    ax.axvline(degrees[lowest], color=GREY, linestyle=":", linewidth=1.5)
    ax.set(xlabel="degree of the polynomial", ylabel="root mean squared error", yscale="log")
    ax.set_xticks(list(degrees))
    ax.legend()
