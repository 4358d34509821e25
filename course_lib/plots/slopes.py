"""Activation functions above their derivatives."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, GREY, VERMILLION


def activations_with_slopes(
    z: ArrayLike, curves: Mapping[str, tuple[ArrayLike, ArrayLike]]
) -> Figure:
    """One column for each activation: the function in the upper row, its slope in the lower.

    Args:
        z: pre-activations in rising order, (n,).
        curves: for each name the values of the function and of its derivative, both (n,).
    """
    z = np.asarray(z, dtype=float)
    figure, axes = plt.subplots(
        2, len(curves), figsize=(11.5, 4.8), sharex=True, sharey="row", squeeze=False
    )
    for column, (name, (values, slopes)) in enumerate(curves.items()):
        slope = np.asarray(slopes, dtype=float)
        for ax, line, color in zip(
            axes[:, column], (values, slope), (BLUE, VERMILLION), strict=True
        ):
            ax.axhline(0, color=GREY, linewidth=0.7, zorder=0)
            ax.axvline(0, color=GREY, linewidth=0.7, zorder=0)
            ax.plot(z, np.asarray(line, dtype=float), "-" if color == BLUE else "--", color=color)
        axes[0, column].set(title=name, ylim=(-1.15, 2.2))
        axes[1, column].set(xlabel="z", ylim=(-0.12, 1.2), yticks=[0, 0.25, 0.5, 0.75, 1])
        axes[1, column].set(xticks=np.round([z[0], 0, z[-1]], 1))
        axes[1, column].set_title(f"at most {np.max(slope):.2g}", fontsize=11, color=VERMILLION)
    axes[0, 0].set_ylabel("what it puts out")
    axes[1, 0].set_ylabel("its slope")
    return figure
