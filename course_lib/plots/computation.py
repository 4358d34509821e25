"""A graph of numbers, drawn with its values and with what came back to each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from course_lib.plots.style import BLUE, GREY, INK, VERMILLION, Point

HALF_WIDTH, HALF_HEIGHT = 0.26, 0.19


class GraphNode(Protocol):
    """What a node must have to be drawn."""

    value: Any
    parents: Sequence[Any]
    local_derivatives: Sequence[Any]
    grad: Any


def computation_graph(nodes: Mapping[str, tuple[GraphNode, Point]]) -> Figure:
    """Nodes as boxes with value and gradient, arrows from each parent with the local derivative.

    A parent that occurs twice gets one arrow with both derivatives. Parents that are not among
    the nodes are left out.

    Args:
        nodes: for each name its node, and where its box stands, in steps to the right and up.
    """
    across, up = zip(*(place for _, place in nodes.values()), strict=True)
    width, height = max(across) - min(across) + 0.8, max(up) - min(up) + 0.95
    figure, ax = plt.subplots(figsize=(2.0 * width, 1.5 * height))
    ax.set(xlim=(min(across) - 0.4, max(across) + 0.4), ylim=(min(up) - 0.4, max(up) + 0.55))
    ax.axis("off")
    where = {id(node): place for node, place in nodes.values()}
    for name, (node, place) in nodes.items():
        _box(ax, name, node, place)
        arrows: dict[int, list[str]] = {}
        for parent, local in zip(node.parents, node.local_derivatives, strict=False):
            arrows.setdefault(id(parent), []).append("×" + _number(local))
        for parent, locals_ in arrows.items():
            if parent in where:
                _arrow(ax, where[parent], place, ", ".join(locals_))
    return figure


def _box(ax: Axes, name: str, node: GraphNode, place: Point) -> None:
    """The name of a node above a box with its value and its gradient."""
    x, y = place
    corner = (x - HALF_WIDTH, y - HALF_HEIGHT)
    style = "round,pad=0,rounding_size=0.05"
    ax.add_patch(
        FancyBboxPatch(
            corner, 2 * HALF_WIDTH, 2 * HALF_HEIGHT, style, facecolor="white", edgecolor=INK
        )
    )
    ax.text(x, y + 0.31, name, ha="center", va="center", fontsize=12, color=BLUE)
    ax.text(x, y + 0.08, f"value {_number(node.value)}", ha="center", va="center", fontsize=10.5)
    grad = f"grad {_number(node.grad)}"
    ax.text(
        x, y - 0.09, grad, ha="center", va="center", fontsize=10.5, color=VERMILLION, weight="bold"
    )


def _arrow(ax: Axes, start: Point, end: Point, text: str) -> None:
    """An arrow from the right side of one box to the left side of another, with a label on it."""
    tail, tip = (start[0] + HALF_WIDTH, start[1]), (end[0] - HALF_WIDTH, end[1])
    style = {"arrowstyle": "-|>", "color": GREY, "lw": 1.6, "shrinkA": 1, "shrinkB": 1}
    ax.annotate("", xy=tip, xytext=tail, arrowprops=style)
    middle = ((tail[0] + tip[0]) / 2, (tail[1] + tip[1]) / 2 + 0.12)
    ax.text(middle[0], middle[1], text, ha="center", va="center", fontsize=9.5, color=INK)


def _number(value: Any) -> str:
    """A number in few characters, with a real minus sign."""
    return f"{float(value):.4g}".replace("-", "−")
