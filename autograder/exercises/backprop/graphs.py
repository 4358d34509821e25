"""Graphs of numbers as plain lists: each node's value, its parents, and its local derivatives."""

from __future__ import annotations

import numpy as np

from autograder.exercises.backprop.drawing import Rng
from autograder.probes.materials import Material, graph


class Drawing:
    """A graph that grows node by node; a node is named by its index."""

    def __init__(self) -> None:
        self.nodes: list[tuple[float, list[int], list[float]]] = []

    def leaf(self, value: float) -> int:
        """A number that was not computed."""
        return self.node(value, [], [])

    def node(self, value: float, parents: list[int], derivatives: list[float]) -> int:
        """Any node."""
        self.nodes.append((float(value), parents, [float(d) for d in derivatives]))
        return len(self.nodes) - 1

    def add(self, a: int, b: int) -> int:
        """The sum of two nodes."""
        return self.node(self.value(a) + self.value(b), [a, b], [1, 1])

    def multiply(self, a: int, b: int) -> int:
        """The product of two nodes."""
        return self.node(self.value(a) * self.value(b), [a, b], [self.value(b), self.value(a)])

    def scale(self, a: int, factor: float) -> int:
        """A node times a plain number."""
        return self.node(factor * self.value(a), [a], [factor])

    def value(self, node: int) -> float:
        """The value of a node."""
        return self.nodes[node][0]

    def ending_in(self, output: int) -> Material:
        """The material of which the probe makes the graph; `output` is handed over."""
        return graph(self.nodes, output)


def chain(length: int, factor: float = 1.0) -> Material:
    """Nodes in a row, each the one before times a factor."""
    drawing = Drawing()
    last = drawing.leaf(1.5)
    for _ in range(length - 1):
        last = drawing.scale(last, factor)
    return drawing.ending_in(last)


def ladder(rungs: int, length: int) -> Material:
    """2^rungs paths: x -> x/2 + x/2 again and again, and then `length` nodes in a row.

    The row lies between the output and the ladder, so that a walk along every path that calls
    itself ends at Python's own limit before it is lost in the ladder.
    """
    drawing = Drawing()
    last = drawing.leaf(3.0)
    for _ in range(rungs):
        last = drawing.node(3.0, [last, last], [0.5, 0.5])
    for _ in range(length):
        last = drawing.scale(last, 1.0)
    return drawing.ending_in(last)


def woven(rng: Rng, leaves: int, inner: int) -> Material:
    """Random products and sums of nodes that came before, each used by the next one at least."""
    drawing = Drawing()
    for _ in range(leaves):
        drawing.leaf(rng.uniform(0.5, 1.5))
    for _ in range(inner):
        other = int(rng.integers(len(drawing.nodes)))
        join = drawing.multiply if rng.random() < 0.5 else drawing.add
        drawing.scale(join(len(drawing.nodes) - 1, other), float(rng.uniform(0.3, 0.6)))
    return drawing.ending_in(len(drawing.nodes) - 1)


def detour(rng: Rng, length: int, long_way_first: bool) -> Material:
    """A node x reaches the output directly and by a longer way, and depends on w itself.

    Whoever passes on what has arrived at x before the longer way has come back tells w too little.
    """
    drawing = Drawing()
    w = drawing.leaf(rng.uniform(1, 2))
    x = drawing.multiply(w, w)
    way = x
    for _ in range(length):
        way = drawing.scale(way, float(rng.uniform(1.1, 1.4)))
    ends = [way, x] if long_way_first else [x, way]
    return drawing.ending_in(drawing.multiply(*ends))


def cancelling() -> Material:
    """Two effects of x cancel exactly, however large each of them is: so do those of w behind x.

    Added up at x they are 0. Carried on to w one by one, each overflows, and infinity less
    infinity is no number.
    """
    drawing = Drawing()
    w = drawing.leaf(1.0)
    x = drawing.node(1.0, [w], [1e200])
    return drawing.ending_in(drawing.node(0.0, [x, x], [1e200, -1e200]))


def small_example() -> Material:
    """The graph of x y + x for x = 3 and y = 2."""
    drawing = Drawing()
    x, y = drawing.leaf(3), drawing.leaf(2)
    return drawing.ending_in(drawing.add(drawing.multiply(x, y), x))


def power(rng: Rng) -> Material:
    """The graph of u (u u) with u = v + v: nodes meet the same parent twice."""
    drawing = Drawing()
    v = drawing.leaf(rng.uniform(0.5, 1.5))
    u = drawing.add(v, v)
    return drawing.ending_in(drawing.multiply(u, drawing.multiply(u, u)))


def fan(rng: Rng, width: int) -> Material:
    """One leaf is used by many nodes, and all of them are summed."""
    drawing = Drawing()
    x = drawing.leaf(rng.normal())
    total = drawing.scale(x, float(rng.normal()))
    for _ in range(width - 1):
        total = drawing.add(total, drawing.scale(x, float(rng.normal())))
    return drawing.ending_in(total)


def neuron(rng: Rng) -> Material:
    """tanh(w . x + b), as the notebook's nodes would write it down."""
    drawing = Drawing()
    weights = [drawing.leaf(value) for value in rng.normal(size=3)]
    inputs = [drawing.leaf(value) for value in rng.normal(size=3)]
    z = drawing.leaf(0.25)
    for w, x in zip(weights, inputs, strict=True):
        z = drawing.add(z, drawing.multiply(w, x))
    t = float(np.tanh(drawing.value(z)))
    return drawing.ending_in(drawing.node(t, [z], [1 - t * t]))


def middle(rng: Rng) -> Material:
    """The output is used further on; what comes after it does not concern its derivatives."""
    drawing = Drawing()
    a, b = drawing.leaf(rng.normal()), drawing.leaf(rng.normal())
    output = drawing.multiply(a, drawing.scale(b, 3.0))
    drawing.add(output, drawing.multiply(output, a))
    return drawing.ending_in(output)


def leaf_alone() -> Material:
    """A single node: its derivative with respect to itself is 1."""
    drawing = Drawing()
    return drawing.ending_in(drawing.leaf(7.0))
