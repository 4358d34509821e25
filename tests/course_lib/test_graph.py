"""Chains and graphs of functions: order, depth, sharing, and cycles."""

from __future__ import annotations

import graphlib
import itertools

import numpy as np
import pytest

from course_lib.graph import compose, evaluate_graph


def double(x):
    return 2 * x


def plus_one(x):
    return x + 1


def test_the_first_function_is_applied_first():
    assert (compose([double, plus_one])(5), compose([plus_one, double])(5)) == (11, 12)


def test_the_empty_chain_is_the_identity():
    x = np.arange(3)
    assert compose([])(x) is x


def test_chains_can_be_chained():
    inner = compose([double, plus_one])
    assert compose([inner, inner])(5) == 23


def test_a_chain_can_be_thousands_of_functions_long():
    assert compose([plus_one] * 5000)(0) == 5000


def test_changing_the_list_later_does_not_change_the_chain():
    functions = [double]
    chain = compose(functions)
    functions.append(plus_one)
    assert chain(5) == 10


def test_an_iterator_of_functions_can_be_applied_twice():
    chain = compose(iter([double, plus_one]))
    assert (chain(5), chain(5)) == (11, 11)


CHAIN = {
    "cost": (lambda error: error**2, ["error"]),
    "error": (lambda y, t: y - t, ["y", "t"]),
    "y": (lambda x: 2 * x, ["x"]),
}


@pytest.mark.parametrize("order", list(itertools.permutations(CHAIN)), ids="-".join)
def test_the_order_of_the_dictionary_is_of_no_importance(order):
    graph = {name: CHAIN[name] for name in order}
    assert evaluate_graph(graph, {"x": 3, "t": 4}) == {
        "x": 3,
        "t": 4,
        "y": 6,
        "error": 2,
        "cost": 4,
    }


def test_a_node_with_many_children_is_computed_once():
    calls = []

    def counted(x):
        calls.append(x)
        return x

    graph = {
        "a": (counted, ["x"]),
        "b": (plus_one, ["a"]),
        "c": (lambda *parents: sum(parents), ["a", "b", "a"]),
    }
    assert evaluate_graph(graph, {"x": 1})["c"] == 4
    assert calls == [1]


def test_a_graph_with_very_many_paths_takes_no_longer():
    graph = {
        f"n{k}": (lambda a, b: (a + b) % 97, [f"n{k - 1}"] * 2 if k else ["x", "x"])
        for k in range(60)
    }
    assert evaluate_graph(graph, {"x": 1})["n59"] == pow(2, 60, 97)


def test_a_deep_graph_does_not_exhaust_the_stack():
    graph = {f"n{k}": (plus_one, [f"n{k - 1}" if k else "x"]) for k in reversed(range(5000))}
    assert evaluate_graph(graph, {"x": 0})["n4999"] == 5000


def test_a_node_without_parents_is_a_constant():
    assert evaluate_graph({"one": (lambda: 1, [])}, {}) == {"one": 1}


def test_no_nodes_leave_the_inputs():
    assert evaluate_graph({}, {"x": 1}) == {"x": 1}


def test_the_inputs_are_not_changed():
    inputs = {"x": 1}
    evaluate_graph({"y": (double, ["x"])}, inputs)
    assert inputs == {"x": 1}


@pytest.mark.parametrize(
    "graph",
    [
        {"a": (double, ["a"])},
        {"a": (double, ["b"]), "b": (double, ["a"])},
        {"y": (double, ["x"]), "a": (double, ["b"]), "b": (double, ["a"])},
    ],
    ids=["itself", "two", "beside good nodes"],
)
def test_a_cycle_is_an_error(graph):
    with pytest.raises(ValueError, match="cycle") as caught:
        evaluate_graph(graph, {"x": 1})
    assert caught.type is graphlib.CycleError


def test_a_parent_that_is_nowhere_is_an_error():
    with pytest.raises(KeyError, match="nowhere"):
        evaluate_graph({"y": (double, ["nowhere"])}, {"x": 1})
