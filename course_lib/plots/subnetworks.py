"""Every network that is left when some hidden units are silent."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from numpy.typing import ArrayLike

from course_lib.plots.style import BLUE, GREY, INK, PALE, SKY, VERMILLION


def subnetworks(masks: ArrayLike, outputs: ArrayLike) -> Figure:
    """A small diagram for each mask: which hidden units speak, and what comes out.

    Args:
        masks: 1 or 0 for each hidden unit, (n_networks, n_units).
        outputs: what each network puts out, (n_networks,).
    """
    masks, outputs = np.asarray(masks, dtype=float), np.asarray(outputs, dtype=float)
    order = np.lexsort((*masks.T[::-1], -masks.sum(axis=1)))
    columns = int(np.ceil(np.sqrt(len(masks)) * 2))
    rows = -(-len(masks) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(1.55 * columns, 2.35 * rows), squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for ax, index in zip(axes.flat, order, strict=False):
        _network(ax, masks[index] > 0.5)
        output = np.round(outputs[index], 2) + 0.0  # a rounded -0.001 is no "-0.00"
        ax.set_title(f"{output:+.2f}".replace("-", "−"), fontsize=12)
    return figure


def _network(ax: Axes, speaks: ArrayLike) -> None:
    """Hidden units in a column, the output beside them, lines from those that speak."""
    speaks = np.asarray(speaks, dtype=bool)
    ax.set(xlim=(-0.4, 1.5), ylim=(-0.6, len(speaks) - 0.4), aspect="equal")
    middle = (len(speaks) - 1) / 2
    for height, on in zip(range(len(speaks))[::-1], speaks, strict=True):
        if on:
            ax.plot([0, 1.1], [height, middle], color=BLUE, linewidth=1.4, zorder=1)
        face, edge, style = (SKY, INK, "-") if on else ("white", GREY, ":")
        ax.add_patch(
            Circle((0, height), 0.3, facecolor=face, edgecolor=edge, linestyle=style, zorder=2)
        )
        if not on:
            ax.plot(0, height, "x", color=GREY, markersize=7, markeredgewidth=1.3, zorder=3)
    face = VERMILLION if speaks.any() else PALE
    ax.add_patch(Circle((1.1, middle), 0.3, facecolor=face, edgecolor=INK, zorder=2))
