"""Methods side by side, each with its spread over repeated runs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, GREY, PALE, VERMILLION

_MARKS = (("o", BLUE, 0.14), ("^", VERMILLION, -0.14))


def method_scores(
    ax: Axes, scores: Mapping[str, Mapping[str, ArrayLike]], xlabel: str = "accuracy"
) -> None:
    """Mean and standard deviation of each method's scores, one line a method.

    Args:
        ax: where to draw.
        scores: for each method, and for each way to run it (at most two), a score for each seed.
        xlabel: what a score is.
    """
    names = list(scores)
    for place, name in enumerate(reversed(names)):
        ax.axhline(place, color=PALE, linewidth=0.8, zorder=0)
        for (way, runs), (marker, color, offset) in zip(scores[name].items(), _MARKS, strict=False):
            values = np.asarray(runs, dtype=float)
            y, label = np.full(len(values), place + offset), way if place == 0 else None
            ax.plot(values, y, ".", color=GREY, markersize=4, zorder=1)
            ax.errorbar(
                values.mean(),
                place + offset,
                xerr=values.std(ddof=1) if len(values) > 1 else 0.0,
                fmt=marker,
                color=color,
                capsize=3,
                linewidth=1.6,
                label=label,
            )
    ax.set_yticks(range(len(names)), reversed(names))
    ax.set(xlabel=xlabel, ylim=(-0.6, len(names) - 0.4))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.xaxis.set_major_locator(MaxNLocator(steps=[1, 2, 5, 10]))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
