"""A model as a graph of functions: chains of them, and graphs without cycles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from graphlib import TopologicalSorter
from typing import Any, TypeAlias

__all__ = ["compose", "evaluate_graph"]

Graph: TypeAlias = Mapping[str, tuple[Callable[..., Any], Sequence[str]]]
"""Name of a node -> the function that computes it, and the names of its parents, in order."""


def compose(functions: Sequence[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    """The chain x -> f_k(... f_2(f_1(x))): each function is given what the one before returned.

        compose([f_1, f_2, f_3]) = f_3 o f_2 o f_1

    The first of the list is applied first, so that a list of layers reads as a network is drawn,
    from input to output; in the formula it stands on the right. The number of functions is the
    depth of the chain. The empty chain changes nothing: it is the identity.

    Args:
        functions: f_1, ..., f_k, each of one argument. The list is copied: changing it later
            does not change the chain.

    Returns:
        A function of one argument.

    Source:
        I. Goodfellow, Y. Bengio and A. Courville (2016), "Deep Learning", MIT Press, chapter 6:
        f(x) = f3(f2(f1(x))), a chain whose length is the depth of the model.

    Example:
        >>> double_then_add_one = compose([lambda x: 2 * x, lambda x: x + 1])
        >>> double_then_add_one(5)
        11
    """
    chain = tuple(functions)
    return lambda x: reduce(lambda value, f: f(value), chain, x)


def evaluate_graph(graph: Graph, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every node of a directed acyclic graph of functions.

    A node can be computed as soon as all its parents are. An order in which parents always come
    before their children is called topological; one exists exactly when there is no cycle. Found
    by taking away, again and again, a node that waits for nothing (Kahn 1962), it costs one look
    at each node and each edge; `graphlib` does that. Each node is computed once, however many
    children it has: following the edges back from the output without a memory would compute it
    once for every *path*, and their number can double with every layer.

    Args:
        graph: name -> (function, names of its parents). The function is called with the values
            of the parents in the order of the names; without parents, with nothing.
        inputs: name -> value, for every parent that is no node of the graph.

    Returns:
        name -> value, for every input and every node.

    Raises:
        ValueError: the graph has a cycle (a `graphlib.CycleError`, which names it).
        KeyError: a parent is neither a node nor an input.

    Source:
        A. B. Kahn (1962), "Topological sorting of large networks", Communications of the ACM 5,
        558-562.

    Example:
        >>> graph = {
        ...     "cost": (lambda y, t: (y - t) ** 2, ["y", "t"]),
        ...     "y": (lambda x: 3 * x, ["x"]),
        ... }
        >>> evaluate_graph(graph, {"x": 2, "t": 5})
        {'x': 2, 't': 5, 'y': 6, 'cost': 1}
    """
    values = dict(inputs)
    order = TopologicalSorter({name: parents for name, (_, parents) in graph.items()})
    for name in order.static_order():
        if name in graph:
            function, parents = graph[name]
            values[name] = function(*(values[parent] for parent in parents))
    return values
