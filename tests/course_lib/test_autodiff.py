"""Reverse mode against derivatives by hand, numeric differences, and very large graphs."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.autodiff import Node, autodiff_backward, topological_order
from course_lib.gradcheck import numeric_gradient

FORMULAS = {
    "sum": lambda x, y: x + y + 2,
    "difference": lambda x, y: 3 - x - y,
    "difference with a number": lambda x, y: x - 2 + (y - 1),
    "product": lambda x, y: 3 * x * y * x,
    "quotient": lambda x, y: x / y + 2 / x + y / 4,
    "power": lambda x, y: x**3 + y**-2 + x**0.5,
    "negative": lambda x, y: -x * -y,
    "one node many times": lambda x, y: (x * x + x) * (x + y) / x,
}
METHODS = {
    "exp": (lambda v: v.exp(), math.exp),
    "log": (lambda v: v.log(), math.log),
    "tanh": (lambda v: v.tanh(), math.tanh),
    "relu": (lambda v: v.relu(), lambda v: max(0.0, v)),
}


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
def test_operators_compute_and_differentiate(formula):
    x, y = Node(1.3), Node(0.7)
    output = formula(x, y)
    autodiff_backward(output)
    assert pytest.approx(formula(1.3, 0.7)) == output.value
    expected = numeric_gradient(lambda v: formula(v[0], v[1]), [1.3, 0.7])
    np.testing.assert_allclose([x.grad, y.grad], expected, rtol=1e-7)


@pytest.mark.parametrize(("method", "function"), METHODS.values(), ids=METHODS)
@pytest.mark.parametrize("at", [0.3, 2.0])
def test_functions_compute_and_differentiate(method, function, at):
    x = Node(at)
    output = method(x)
    autodiff_backward(output)
    assert pytest.approx(function(at)) == output.value
    expected = numeric_gradient(lambda v: function(v[0]), [at])[0]
    assert pytest.approx(expected, rel=1e-8) == x.grad


@pytest.mark.parametrize("at", [0.0, -1.0])
def test_relu_passes_nothing_back_at_zero_and_below(at):
    x = Node(at)
    autodiff_backward(x.relu())
    assert 0.0 == x.grad


def test_the_power_zero_is_a_constant_even_at_zero():
    x = Node(0.0)
    output = x**0
    autodiff_backward(output)
    assert (1.0, 0.0) == (output.value, x.grad)


def test_the_logarithm_of_zero_is_refused():
    with pytest.raises(ValueError, match=r"math domain error|positive"):
        Node(0.0).log()


def test_a_node_alone_has_the_derivative_one():
    x = Node(5)
    autodiff_backward(x)
    assert 1.0 == x.grad


def test_contributions_of_all_uses_are_added():
    x = Node(3.0)
    autodiff_backward(x * x + x + x)
    assert 8.0 == x.grad


def test_what_stood_in_the_gradients_is_forgotten():
    x, y = Node(2.0), Node(3.0)
    z = x * y
    x.grad = y.grad = z.grad = 99.0
    autodiff_backward(z)
    autodiff_backward(z)
    assert (1.0, 3.0, 2.0) == (z.grad, x.grad, y.grad)


def test_inner_nodes_get_their_derivative_too():
    x = Node(2.0)
    inner = x * 3
    autodiff_backward(inner * inner)
    assert 12.0 == inner.grad


def test_nodes_that_the_output_does_not_depend_on_are_left_alone():
    x = Node(2.0)
    inner = x * 3
    later = inner * inner
    later.grad = 99.0
    autodiff_backward(inner)
    assert (99.0, 1.0, 3.0) == (later.grad, inner.grad, x.grad)


@pytest.mark.parametrize("long_way_first", [True, False])
def test_a_node_waits_for_the_longest_way(long_way_first):
    w = Node(2.0)
    x = w * w
    way = x
    for _ in range(5):
        way = way * 2
    autodiff_backward(way * x if long_way_first else x * way)
    assert 4 * 32 * 2.0**3 == w.grad


def test_a_chain_of_a_hundred_thousand_nodes_is_no_deeper_than_any_other():
    x = node = Node(1.0)
    for _ in range(100_000):
        node = node + 1
    autodiff_backward(node)
    assert 1.0 == x.grad
    node = None  # frees the chain link by link, from the outside in


def test_two_to_the_power_of_sixty_paths_are_walked_in_sixty_steps():
    x = node = Node(1.0)
    for _ in range(60):
        node = node + node
    autodiff_backward(node)
    assert 2.0**60 == x.grad
    assert 61 == len(topological_order(node))


def test_every_node_stands_before_its_parents_and_only_once():
    rng = np.random.default_rng(0)
    nodes = [Node(1.0)]
    for _ in range(60):
        a, b = rng.integers(len(nodes), size=2)
        nodes.append(nodes[a] + nodes[b])
    order = topological_order(nodes[-1])
    place = {id(node): i for i, node in enumerate(order)}
    assert len(order) == len(place)
    assert order[0] is nodes[-1]
    assert all(place[id(n)] < place[id(p)] for n in order for p in n.parents)


@given(st.integers(0, 2**31))
def test_random_graphs_agree_with_forward_differentiation(seed):
    rng = np.random.default_rng(seed)
    leaf = Node(float(rng.normal()))
    nodes, tangents = [leaf], [1.0]  # the derivative of each node with respect to the leaf
    for _ in range(12):
        parents = [int(i) for i in rng.integers(len(nodes), size=rng.integers(1, 4))]
        local = [float(d) for d in rng.normal(size=len(parents))]
        nodes.append(Node(0.0, tuple(nodes[i] for i in parents), tuple(local)))
        tangents.append(sum(d * tangents[i] for d, i in zip(local, parents, strict=True)))
    autodiff_backward(nodes[-1])
    assert pytest.approx(tangents[-1], rel=1e-9, abs=1e-9) == leaf.grad


def test_any_object_with_the_four_attributes_will_do():
    class Bare:
        def __init__(self, parents, local_derivatives):
            self.value, self.grad = 1.0, None
            self.parents, self.local_derivatives = parents, local_derivatives

    x = Bare((), ())
    autodiff_backward(Bare((x, x), (2.0, 3.0)))
    assert 5.0 == x.grad


def test_a_node_shows_its_value():
    assert "Node(2.5)" == repr(Node(2.5))


def test_nodes_of_equal_value_are_different_nodes():
    assert Node(1.0) != Node(1.0)
