"""Makes what a case needs and no wire can carry: generators, functions, training runs, graphs.

In a case such a thing is a dictionary of plain data, written with the functions below; wherever it
stands among the arguments, the probe puts the real thing in its place before the answer is called.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Material: TypeAlias = dict[str, Any]
Array: TypeAlias = NDArray[Any]

_KIND = "material"


def generator(seed: int) -> Material:
    """`np.random.default_rng(seed)`, fresh for each call."""
    return {_KIND: "generator", "seed": seed}


def function(arguments: str, expression: str) -> Material:
    """A function of NumPy arrays, such as `function("x", "np.sum(x ** 2)")`.

    Equal ones are one and the same object within a call: a list may hold a function twice.
    """
    return {_KIND: "function", "arguments": arguments, "expression": expression}


def training(states: Sequence[Sequence[Array]], losses: Sequence[float]) -> Material:
    """A function that plays one epoch of training each time it is called with a list of arrays.

    The k-th call writes `states[k]` into these arrays, in place, and returns `losses[k]`. One call
    more than there are losses raises RuntimeError.
    """
    return {_KIND: "training", "states": [list(s) for s in states], "losses": list(losses)}


def graph(nodes: Sequence[tuple[float, Sequence[int], Sequence[float]]], output: int) -> Material:
    """One node of a graph of numbers, from which its ancestors can be reached; see `Node`.

    Args:
        nodes: for each node its value, the indices of its parents (each may occur twice), and the
            local derivative with respect to each of them.
        output: index of the node that is handed over.
    """
    plain = [[float(v), list(p), [float(d) for d in local]] for v, p, local in nodes]
    return {_KIND: "graph", "nodes": plain, "output": output}


class Node:
    """A number that knows from which numbers it was computed.

    Attributes:
        value: the number.
        parents: the nodes it was computed from.
        local_derivatives: its derivative with respect to each parent.
        grad: where a backward pass writes the derivative of the output; 99 says that none did.
    """

    def __init__(self, value: float, parents: tuple[Node, ...], local: tuple[float, ...]) -> None:
        self.value = value
        self.parents = parents
        self.local_derivatives = local
        self.grad: object = 99.0


def _plain_number(value: object) -> object:
    """A NumPy scalar as Python's number: thousands of them are too many arrays for an answer."""
    if type(value) is np.float64 or type(value) is np.float32:
        return value.item()
    return value


def is_material(value: object) -> bool:
    """Whether it is a dictionary that `Workshop.make` turns into something else."""
    return type(value) is dict and _KIND in value


class Workshop:
    """Makes the materials of one call, and knows afterwards what became of them."""

    def __init__(self) -> None:
        self._nodes: list[list[Node]] = []
        self._functions: dict[tuple[str, str], Callable[..., Any]] = {}

    def make(self, value: Any) -> Any:
        """`value` with every material in it replaced, in lists, tuples and dictionaries too."""
        kind = type(value)
        if is_material(value):
            return _MAKERS[value[_KIND]](self, value)
        if kind is list or kind is tuple:
            return kind(self.make(item) for item in value)
        if kind is dict:
            return {key: self.make(item) for key, item in value.items()}
        return value

    def effects(self) -> list[object]:
        """The `grad` of all nodes of all graphs, in the order of their declaration."""
        return [_plain_number(node.grad) for nodes in self._nodes for node in nodes]

    def graph(self, plain: Material) -> Node:
        """Build a declared graph; the node that is handed over."""
        nodes: list[Node] = []
        for value, parents, local in plain["nodes"]:
            nodes.append(Node(value, tuple(nodes[i] for i in parents), tuple(local)))
        self._nodes.append(nodes)
        return nodes[plain["output"]]

    def function(self, plain: Material) -> Callable[..., Any]:
        """Make a declared function; the one that was made before if there is an equal one."""
        key = plain["arguments"], plain["expression"]
        if key not in self._functions:
            self._functions[key] = _function(plain)
        return self._functions[key]


def _generator(plain: Material) -> np.random.Generator:
    return np.random.default_rng(plain["seed"])


def _function(plain: Material) -> Callable[..., Any]:
    source = f"lambda {plain['arguments']}: {plain['expression']}"
    made: Callable[..., Any] = eval(source, {"np": np})  # noqa: S307  # our own text, from a case
    return made


def _training(plain: Material) -> Callable[[Sequence[Array]], float]:
    epochs = iter(list(zip(plain["states"], plain["losses"], strict=True)))

    def train_epoch(weights: Sequence[Array]) -> float:
        try:
            state, loss = next(epochs)
        except StopIteration:
            raise RuntimeError("training went on after the epoch in which it had to stop") from None
        for array, values in zip(weights, state, strict=True):
            array[...] = values
        return float(loss)

    return train_epoch


_MAKERS: dict[str, Callable[[Workshop, Material], Any]] = {
    "generator": lambda workshop, plain: _generator(plain),
    "function": Workshop.function,
    "training": lambda workshop, plain: _training(plain),
    "graph": Workshop.graph,
}


def describe(plain: Material) -> str:
    """A material as a student reads it beside a failing case."""
    match plain[_KIND]:
        case "generator":
            return f"np.random.default_rng({plain['seed']})"
        case "function":
            return f"lambda {plain['arguments']}: {plain['expression']}"
        case "training":
            losses = ", ".join(f"{loss:g}" for loss in plain["losses"])
            return f"<trains one epoch; the validation losses are {losses}>"
        case _:
            return f"<a node whose graph has {len(plain['nodes'])} nodes>"
