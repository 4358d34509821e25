"""Truth tables of two inputs, and the lines with which a neuron computes them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_lib.plots.plane import boundary, decision_regions
from course_lib.plots.style import BLUE, CLASS_COLORS, GREY, INK, PALE, VERMILLION, Point

Neuron = tuple[ArrayLike, float]
"""The weights and the bias of one neuron."""

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))


def gate(
    ax: Axes,
    name: str,
    neuron: Callable[[ArrayLike, ArrayLike, float], int],
    w: ArrayLike,
    b: float,
) -> None:
    """Draw what a neuron answers to the four pairs of 0 and 1, and its boundary.

    Args:
        ax: where to draw.
        name: the title.
        neuron: maps (x, w, b) to 0 or 1.
        w: weights, (2,).
        b: bias.
    """
    ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), aspect="equal", xlabel="$x_1$", title=name)
    ax.set(xticks=(0, 1), yticks=(0, 1), ylabel="$x_2$")
    w = np.asarray(w, dtype=float)
    decision_regions(ax, lambda x: neuron(x, w, b))
    boundary(ax, w, b)
    for corner in CORNERS:
        _answer(ax, corner, int(neuron(np.array(corner), w, b)))


def xor_without_a_line(lines: Sequence[Neuron]) -> Figure:
    """XOR twice: with lines that get three of its four rows right, and with crossing diagonals.

    Args:
        lines: pairs (w, b).
    """
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4.3))
    for ax in (left, right):
        ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), aspect="equal", xticks=(0, 1), yticks=(0, 1))
        ax.set(xlabel="$x_1$", ylabel="$x_2$")
        for corner in CORNERS:
            _answer(ax, corner, corner[0] ^ corner[1])
    for w, b in lines:
        boundary(left, w, b, color=GREY, linewidth=1)
    left.set_title("three right, one wrong: every time")
    right.plot([0, 1], [1, 0], color=VERMILLION, linewidth=3, zorder=2)
    right.plot([0, 1], [0, 1], color=BLUE, linewidth=3, linestyle="--", zorder=2)
    right.scatter(0.5, 0.5, s=330, color="white", edgecolors=INK, linewidths=2, zorder=5)
    right.text(0.5, 0.5, "?", ha="center", va="center_baseline", fontsize=13, zorder=6)
    right.set_title("the middle would have to be on both sides")
    return figure


def truth_tables(found: Mapping[tuple[int, ...], Sequence[Neuron]]) -> Figure:
    """All 16 truth tables of two inputs, each with the line of a neuron that computes it.

    Args:
        found: maps a table, the answers to 00, 01, 10, 11, to neurons (w, b); the one whose line
            is most clearly seen is drawn. A table that is not in it gets the words "no line".
    """
    names: dict[tuple[int, ...], str] = {
        (0, 0, 0, 0): "never",
        (0, 0, 0, 1): "AND",
        (0, 0, 1, 1): "$x_1$",
        (0, 1, 0, 1): "$x_2$",
        (0, 1, 1, 0): "XOR",
        (0, 1, 1, 1): "OR",
        (1, 0, 0, 0): "NOR",
        (1, 0, 0, 1): "XNOR",
        (1, 0, 1, 0): "not $x_2$",
        (1, 1, 0, 0): "not $x_1$",
        (1, 1, 1, 0): "NAND",
        (1, 1, 1, 1): "always",
    }
    figure, axes = plt.subplots(2, 8, figsize=(12, 3.7))
    for number, ax in enumerate(axes.flat):
        table = tuple(int(bit) for bit in f"{number:04b}")
        ax.set(xlim=(-0.7, 1.7), ylim=(-0.7, 1.7), aspect="equal", xticks=[], yticks=[])
        ax.set_title(names.get(table, ""), fontsize=12)
        ax.spines[:].set(visible=True, color=PALE)
        if table in found:
            boundary(ax, *max(found[table], key=_clearance), linewidth=1.5)
        else:
            ax.spines[:].set(color=VERMILLION, linewidth=3)
            ax.text(0.5, 0.5, "no line", color=VERMILLION, ha="center", va="center")
        for corner, answer in zip(CORNERS, table, strict=True):
            _answer(ax, corner, answer, size=130)
    return figure


def _answer(ax: Axes, corner: Point, answer: int, size: float = 330) -> None:
    """One corner of a truth table with its answer written into it."""
    color, marker = CLASS_COLORS[answer], ("o", "s")[answer]
    ax.scatter(*corner, s=size, color=color, marker=marker, edgecolors="white", zorder=5)
    ax.text(
        *corner,
        str(answer),
        color="white",
        ha="center",
        va="center_baseline",
        fontsize=0.6 * math.sqrt(size),
        fontweight="bold",
        zorder=6,
    )


def _clearance(neuron: Neuron) -> float:
    """How far a line keeps from the four corners; lines outside the picture come last."""
    w = np.asarray(neuron[0], dtype=float)
    distances = np.abs(np.array(CORNERS) @ w + neuron[1]) / np.linalg.norm(w)
    clearance = float(distances.min())
    return clearance if clearance < 0.45 else -clearance
