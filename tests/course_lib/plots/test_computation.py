"""A graph of numbers shows values, gradients and local derivatives."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from course_lib import plots


def node(value, parents=(), local=(), grad=0.0):
    return SimpleNamespace(value=value, parents=parents, local_derivatives=local, grad=grad)


@pytest.fixture
def product():
    """a * a, with another parent that is not drawn."""
    a, hidden = node(-3.0, grad=-6.0), node(1.0)
    return a, node(9.0, (a, a, hidden), (-3.0, -3.0, 7.0), grad=1.0)


def test_every_node_shows_its_value_and_its_gradient(product, texts):
    a, square = product
    shown = texts(plots.computation_graph({"a": (a, (0, 0)), "a·a": (square, (1, 0))}))
    assert {"a", "value −3", "grad −6", "a·a", "value 9", "grad 1"} <= set(shown)


def test_a_parent_that_occurs_twice_gets_one_arrow_with_both_derivatives(product, texts):
    a, square = product
    shown = texts(plots.computation_graph({"a": (a, (0, 0)), "a·a": (square, (1, 0))}))
    assert [text for text in shown if "×" in text] == ["×−3, ×−3"]


def test_parents_that_are_not_drawn_get_no_arrow(product, texts):
    shown = texts(plots.computation_graph({"a·a": (product[1], (1, 0))}))
    assert [text for text in shown if "×" in text] == []
