"""A drawn graph puts every parent to the left of its children, and no box onto another."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.patches import FancyBboxPatch

from course_lib import plots

GRAPH = {
    "cost": (None, ["out", "t"]),
    "out": (None, ["deep", "x"]),
    "deep": (None, ["h", "W2"]),
    "h": (None, ["x", "W1"]),
}


def places(figure):
    """Each name with the place where it is written."""
    return {text.get_text(): text.get_position() for text in figure.axes[0].texts}


def test_every_node_and_every_input_has_a_box(texts):
    figure = plots.graph_diagram(GRAPH)
    assert {"cost", "out", "deep", "h", "x", "t", "W1", "W2"} <= set(texts(figure))
    boxes = [p for p in figure.axes[0].patches if isinstance(p, FancyBboxPatch)]
    assert len(boxes) == 8


def test_parents_stand_to_the_left_of_their_children():
    where = places(plots.graph_diagram(GRAPH))
    for name, (_, parents) in GRAPH.items():
        assert all(where[parent][0] < where[name][0] for parent in parents)


def test_no_two_boxes_stand_at_the_same_place():
    where = list(places(plots.graph_diagram(GRAPH)).values())
    assert len(set(where)) == len(where)


def test_an_input_stands_directly_before_its_first_child():
    where = places(plots.graph_diagram(GRAPH))
    assert where["t"][0] == where["out"][0]


def test_an_arrow_that_skips_a_column_runs_through_no_box():
    graph = {"b": (None, ["a"]), "c": (None, ["b", "a"])}
    figure = plots.graph_diagram(graph)
    where = places(figure)
    detour = max(figure.axes[0].lines, key=lambda line: len(line.get_xdata()))
    assert len(detour.get_xdata()) == 3
    assert where["b"][1] not in detour.get_ydata()[1:]


def test_values_are_written_as_numbers_or_shapes(texts):
    values = {"cost": -0.5, "h": np.zeros((5, 4)), "x": np.array([[2.0]])}
    assert {"−0.5", "5 × 4", "2"} <= set(texts(plots.graph_diagram(GRAPH, values)))


def test_a_node_without_parents_can_be_drawn(texts):
    figure = plots.graph_diagram({"one": (None, []), "two": (None, ["one", "one"])})
    assert {"one", "two"} <= set(texts(figure))


def test_a_cycle_cannot_be_drawn():
    with pytest.raises(ValueError, match="cycle among a, b"):
        plots.graph_diagram({"a": (None, ["b"]), "b": (None, ["a"])})
