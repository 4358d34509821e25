"""The error of a numeric gradient against the size of the nudge: the U curve."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_lib.plots.style import GREY, LINE_STYLES, UNIT_COLORS

MARKERS = ("o", "s", "^", "D")


def gradient_check_error(ax: Axes, steps: ArrayLike, errors: Mapping[str, ArrayLike]) -> None:
    """Relative errors on two logarithmic scales, the smallest of each curve in a ring.

    Args:
        ax: where to draw.
        steps: the sizes h of the nudge, (n,), all positive.
        errors: for each way of differentiating its errors, (n,); an error of 0 is left out.
    """
    steps = np.asarray(steps, dtype=float)
    looks = zip(LINE_STYLES, MARKERS, UNIT_COLORS, strict=True)
    for (name, values), (style, marker, color) in zip(errors.items(), looks, strict=False):
        error = np.asarray(values, dtype=float)
        error = np.where(error > 0, error, np.nan)
        ax.plot(steps, error, style, color=color, marker=marker, markersize=4, label=name)
        if not np.all(np.isnan(error)):
            best = np.nanargmin(error)
            ax.plot(steps[best], error[best], "o", ms=14, mfc="none", mec=color, mew=2)
    ax.set(xscale="log", yscale="log", xlabel="size of the nudge h", ylabel="relative error")
    for x, align, text in ((0.02, "left", "rounding"), (0.98, "right", "formula")):
        ax.text(x, 0.03, f"{text} errs here", transform=ax.transAxes, ha=align, color=GREY)
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, 1.14), ncols=3)
