"""A graph of functions, drawn so that every arrow points to the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Any, TypeAlias

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_lib.plots.sketch import arrow, capsule
from course_lib.plots.style import GREY, INK, Point

Graph: TypeAlias = Mapping[str, tuple[Any, Sequence[str]]]
"""Name of a node -> its function, and the names of its parents."""

COLUMN, ROW, WIDTH, HEIGHT = 24.0, 11.0, 15.0, 8.0
FACES = {"input": "#d6e7f3", "function": "#f5d7a8", "last": "#fbe0cb"}


def graph_diagram(graph: Graph, values: Mapping[str, Any] | None = None) -> Figure:
    """Draw a directed acyclic graph in columns, every parent to the left of its children.

    Inputs (parents that are no nodes) are blue, and what nobody needs any more is orange. An
    arrow that skips a column has a place of its own there, so that it runs through no box.

    Args:
        graph: name -> (function, names of the parents).
        values: name -> a number, or an array, of which the shape is written.

    Raises:
        ValueError: the graph has a cycle.
    """
    columns = _columns(graph)
    routes = {
        (parent, name): [parent, *_stopovers(parent, name, columns), name]
        for name, (_, parents) in graph.items()
        for parent in parents
    }
    places = _places(columns, routes)
    figure, ax = _canvas(places.values())
    for route in routes.values():
        _route(ax, [places[stop] for stop in route])
    needed = {parent for parent, _ in routes}
    for name in columns:
        kind = "input" if name not in graph else "function" if name in needed else "last"
        _box(ax, places[name], name, FACES[kind], _shown((values or {}).get(name)))
    return figure


def _columns(graph: Graph) -> dict[str, int]:
    """The column of each input and node: as far to the right as its children leave it."""
    depth = _depths(graph)
    column = dict.fromkeys(depth, max(depth.values()))
    for name in sorted(graph, key=lambda name: -depth[name]):
        for parent in graph[name][1]:
            column[parent] = min(column[parent], column[name] - 1)
    return column


def _depths(graph: Graph) -> dict[str, int]:
    """The length of the longest way to each input and node; inputs have 0."""
    parents = [parent for _, names in graph.values() for parent in names]
    depth = {name: 0 for name in parents if name not in graph}
    waiting = list(graph)
    while waiting:
        ready = [name for name in waiting if all(p in depth for p in graph[name][1])]
        if not ready:
            raise ValueError(f"a cycle among {', '.join(waiting)} cannot be drawn in columns")
        depth |= {name: 1 + max((depth[p] for p in graph[name][1]), default=0) for name in ready}
        waiting = [name for name in waiting if name not in ready]
    return depth


def _stopovers(parent: str, name: str, columns: dict[str, int]) -> list[str]:
    """Names for the places in the columns that an arrow skips."""
    return [f"{parent}>{name}>{k}" for k in range(columns[parent] + 1, columns[name])]


def _places(
    columns: dict[str, int], routes: Mapping[tuple[str, str], Sequence[str]]
) -> dict[str, Point]:
    """The centre of each box and of each stopover: close to what stands to its left."""
    before: dict[str, list[str]] = {}
    members: dict[int, list[str]] = {}
    for name, number in columns.items():
        members.setdefault(number, []).append(name)
    for route in routes.values():
        for number, (one, other) in enumerate(pairwise(route)):
            before.setdefault(other, []).append(one)
            if other != route[-1]:
                members.setdefault(columns[route[0]] + number + 1, []).append(other)
    places: dict[str, Point] = {}
    for number in sorted(members):
        names = _ordered(members[number], before, places)
        for row, name in enumerate(names):
            places[name] = (COLUMN * number, ROW * ((len(names) - 1) / 2 - row))
    return places


def _ordered(
    names: Sequence[str], before: Mapping[str, Sequence[str]], places: Mapping[str, Point]
) -> list[str]:
    """The members of a column from top to bottom: by the mean height of what leads to them.

    An input, to which nothing leads, stands under those that share a child with it.
    """
    wish = {n: fmean(places[left][1] for left in before[n]) for n in names if n in before}
    for name in names:
        if name not in before:
            shared = [m for m in wish for lefts in before.values() if {m, name} <= set(lefts)]
            wish[name] = min((wish[m] for m in shared), default=0.0) - 0.1
    return sorted(names, key=wish.__getitem__, reverse=True)


def _canvas(places: Iterable[Point]) -> tuple[Figure, Axes]:
    """Axes without a frame, just large enough."""
    x, y = np.array(list(places)).T
    width, height = np.ptp(x) + WIDTH + 3, np.ptp(y) + HEIGHT + 3
    figure, ax = plt.subplots(figsize=(0.085 * width, 0.085 * height))
    ax.set(xlim=(x.min() - WIDTH / 2 - 1.5, x.max() + WIDTH / 2 + 1.5), aspect="equal")
    ax.set_ylim(y.min() - HEIGHT / 2 - 1.5, y.max() + HEIGHT / 2 + 1.5)
    ax.axis("off")
    return figure, ax


def _route(ax: Axes, stops: Sequence[Point]) -> None:
    """An arrow from the right side of the first box to the left side of the last."""
    (x, y), *between, (end_x, end_y) = stops
    corners = [(x + WIDTH / 2, y)]
    for stop_x, stop_y in between:
        corners += [(stop_x - WIDTH / 2, stop_y), (stop_x + WIDTH / 2, stop_y)]
    ax.plot(*np.array(corners).T, color=INK, linewidth=1.8, solid_joinstyle="round", zorder=1)
    arrow(ax, corners[-1], (end_x - WIDTH / 2, end_y))


def _box(ax: Axes, place: Point, name: str, face: str, value: str) -> None:
    """One node: its name, and what came out there."""
    x, y = place
    corner = (x - WIDTH / 2, y - HEIGHT / 2)
    ax.add_patch(capsule(corner, WIDTH, HEIGHT, face, INK, rounding=2.5, zorder=3))
    raised = 1.5 if value else 0.0
    ax.text(x, y + raised, name, ha="center", va="center", fontsize=12, zorder=4)
    if value:
        ax.text(x, y - 2.0, value, ha="center", va="center", fontsize=9.5, color=GREY, zorder=4)


def _shown(value: Any) -> str:
    """A number with few digits, an array as its shape, nothing for what has no value."""
    if value is None:
        return ""
    array = np.asarray(value)
    if array.size == 1:
        return f"{float(array.ravel()[0]):.4g}".replace("-", "−")
    return " × ".join(map(str, array.shape))
