"""The drawing of a biological neuron above the linear threshold unit that was made of it."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Rectangle

from course_lib.plots.sketch import arrow, capsule, label, node, sheet, step_glyph, tag
from course_lib.plots.style import BLUE, CLASS_TINTS, GREY, VERMILLION, YELLOW, FloatArray, Point

CELL, RIM = "#f5d7a8", "#9c6b1e"
_BRANCHES = (  # start, bend and end of a curve, its width at the start and at the end
    ((43, 50), (34, 60.5), (20.5, 60), 2.6, 0.8),
    ((32.2, 58.0), (27, 57.6), (20, 53), 1.2, 0.5),
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
    ("synapse", (20.4, 37.2), (20.2, 33.9)),
    ("dendrites", (30.5, 39.4), (30.7, 33.9)),
    ("cell body", (50.3, 52), (53, 58)),
    ("nucleus", (47, 45.9), (51, 39.2)),
    ("axon hillock:\nfires or not", (60, 47), (62.8, 40.6)),
    ("axon", (69, 48.5), (69, 54.5)),
    ("myelin", (81.1, 49.4), (81.1, 54.5)),
)


def neuron_and_ltu() -> Figure:
    """A biological neuron, and under it the linear threshold unit, part above part."""
    figure, ax = sheet(9.2, 5.6, 115, 70)
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
        ax.add_patch(capsule((start, 46.6), 5.5, 2.8, "#cfd8e3", "#6d7f95", zorder=4))
    for x, y in ((105, 56.5), (107.5, 50.6), (106.3, 43.8), (102, 38.4)):
        ax.add_patch(Circle((x, y), 1.25, facecolor=CELL, edgecolor=RIM, linewidth=1.2, zorder=4))
    for (x, y), color in _SYNAPSES:
        ax.plot([3.5, x - 2.4], [y, y], color=color, linewidth=4, zorder=2)
        ax.add_patch(Circle((x - 2.2, y), 1.1, color=color, zorder=4))
    for text, tip, place in _NEURON_LABELS:
        label(ax, text, tip, place)
    ax.text(2.5, 63.4, "an axon that excites", va="center", fontsize=11, color=BLUE)
    ax.text(2.5, 56.4, "one that inhibits", va="center", fontsize=11, color=VERMILLION)
    ax.text(104, 62.2, "synapses with\nthe next cells", ha="center", va="center", fontsize=11)
    ax.text(113, 33.9, "a neuron", fontsize=13, fontweight="bold", ha="right", va="center")


def _draw_ltu(ax: Axes) -> None:
    """The lower half of `neuron_and_ltu`."""
    rows = (
        (26, "1", "$b$"),
        (19.4, "$x_1$", "$w_1$"),
        (12.8, "$x_2$", "$w_2$"),
        (4.4, "$x_n$", "$w_n$"),
    )
    for y, name, weight in rows:
        ax.plot([12, 46], [y, 15.5], color=GREY, linewidth=1.6, zorder=1)
        tag(ax, (25, y + (15.5 - y) * 13 / 34), weight)
        node(ax, (12, y), name, YELLOW if name == "1" else CLASS_TINTS[0], radius=2.6)
    ax.text(12, 8.7, "⋮", ha="center", va="center", fontsize=15)
    ax.text(8.4, 26, "bias\nneuron", ha="right", va="center", fontsize=11)
    ax.text(8.4, 12.8, "inputs", ha="right", va="center", fontsize=11)
    ax.text(25, 27.5, "weights", ha="center", va="center", fontsize=11)
    node(ax, (46, 15.5), r"$\Sigma$", CELL, radius=5.4, fontsize=22)
    ax.text(46, 25.2, r"$z=\mathbf{w}\cdot\mathbf{x}+b$", ha="center", va="center", fontsize=13)
    arrow(ax, (51.4, 15.5), (58, 15.5))
    ax.add_patch(capsule((58.2, 11.2), 9.6, 8.6, CLASS_TINTS[1], RIM, rounding=1.0, zorder=3))
    step_glyph(ax, (63, 15.5), 3.0)
    ax.text(63, 25.2, r"$z\geq 0\,$?", ha="center", va="center", fontsize=13)
    arrow(ax, (67.9, 15.5), (97, 15.5))
    ax.text(99.5, 15.5, r"$\hat y$", va="center", fontsize=20)
    ax.text(83, 18.2, "output: 1 or 0", ha="center", va="center", fontsize=11)
    name = "a linear threshold unit (LTU)"
    ax.text(113, 2.4, name, fontsize=13, fontweight="bold", ha="right", va="center")


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
