"""Wrong ways to evaluate a graph that report a cycle where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.exercises.mlp.misorder import Graph, Inputs
from course_lib import graph as reference


def met_again(*, inputs_too: bool = False) -> Callable[[Graph, Inputs], Any]:
    """Every name that is met a second time counts as a part of a cycle."""

    def evaluate(graph: Graph, inputs: Inputs) -> Any:
        values, met = dict(inputs), set[str]()

        def value(name: str) -> Any:
            if name in inputs and not inputs_too:
                return inputs[name]
            if name in met:
                raise ValueError("cycle")
            met.add(name)
            if name not in values:
                function, parents = graph[name]
                values[name] = function(*[value(parent) for parent in parents])
            return values[name]

        for name in graph:
            if name not in values:
                value(name)
        return values

    return evaluate


def searched(*, inputs_too: bool = False) -> Callable[[Graph, Inputs], Any]:
    """A search for cycles from each node, which forgets that two ways may meet."""

    def search(graph: Graph, name: str, met: set[str]) -> None:
        if name not in graph and not inputs_too:
            return
        if name in met:
            raise ValueError("cycle")
        met.add(name)
        for parent in graph[name][1] if name in graph else ():
            search(graph, parent, met)

    def evaluate(graph: Graph, inputs: Inputs) -> Any:
        for name in graph:
            search(graph, name, set())
        return reference.evaluate_graph(graph, inputs)

    return evaluate


def zero_as_missing(graph: Graph, inputs: Inputs) -> Any:
    """A node waits for parents whose value is not true."""
    values, left = dict(inputs), list(graph)
    while left:
        ready = [name for name in left if all(values.get(p) for p in graph[name][1])]
        if not ready:
            raise ValueError("cycle")
        for name in ready:
            function, parents = graph[name]
            values[name] = function(*[values[parent] for parent in parents])
            left.remove(name)
    return values


def counted_twice(*, inputs_too: bool = False) -> Callable[[Graph, Inputs], Any]:
    """A parent that is named twice is waited for twice, and comes once."""

    def evaluate(graph: Graph, inputs: Inputs) -> Any:
        values = dict(inputs)
        counted = {*graph, *inputs} if inputs_too else set(graph)
        missing = {name: sum(p in counted for p in graph[name][1]) for name in graph}
        done = list(inputs) if inputs_too else []
        ready = [name for name in graph if not missing[name]]
        while done or ready:
            name = (done or ready).pop(0)
            if name in graph:
                function, parents = graph[name]
                values[name] = function(*[values[parent] for parent in parents])
            for child in graph:
                if name in graph[child][1]:
                    missing[child] -= 1
                    if not missing[child]:
                        ready.append(child)
        if any(missing.values()):
            raise ValueError("cycle")
        return values

    return evaluate
