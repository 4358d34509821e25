"""The parts of which the diagrams are made: a sheet without axes, nodes, tags and arrows."""

from __future__ import annotations

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

from course_lib.plots.style import GREY, INK, PALE, Point


def sheet(width: float, height: float, x: float, y: float) -> tuple[Figure, Axes]:
    """Axes without frame, x units wide and y units high, at one scale."""
    figure, ax = plt.subplots(figsize=(width, height))
    ax.set(xlim=(0, x), ylim=(0, y), aspect="equal")
    ax.axis("off")
    return figure, ax


def node(
    ax: Axes, center: Point, text: str, color: str, radius: float = 3.6, fontsize: float = 14
) -> None:
    """A circle with a name in it."""
    ax.add_patch(Circle(center, radius, facecolor=color, edgecolor=INK, linewidth=1.4, zorder=3))
    ax.text(*center, text, ha="center", va="center", fontsize=fontsize, zorder=4)


def tag(ax: Axes, center: Point, text: str) -> None:
    """A name on a small white label, for instance of a weight on its connection."""
    box = {"boxstyle": "round,pad=0.18", "facecolor": "white", "edgecolor": PALE}
    ax.text(*center, text, ha="center", va="center", fontsize=12, bbox=box, zorder=2)


def arrow(ax: Axes, start: Point, end: Point) -> None:
    """A straight arrow from one point to another."""
    style = {"arrowstyle": "-|>", "color": INK, "lw": 1.8, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xy=end, xytext=start, arrowprops=style)


def step_glyph(ax: Axes, center: Point, size: float) -> None:
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


def label(ax: Axes, text: str, tip: Point, place: Point) -> None:
    """A name at `place`, with a thin line from it to the thing at `tip`."""
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


def capsule(
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
