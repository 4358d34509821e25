"""Answers to evaluate-graph: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

import graphlib
from collections import OrderedDict, defaultdict, deque
from typing import Any


def right_graphlib(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    order = graphlib.TopologicalSorter({name: parents for name, (_, parents) in graph.items()})
    for name in order.static_order():
        if name in graph:
            function, parents = graph[name]
            values[name] = function(*(values[parent] for parent in parents))
    return values


def right_rounds(graph: Any, inputs: Any) -> Any:
    values, left = dict(inputs), dict(graph)
    while left:
        ready = [name for name in left if all(parent in values for parent in left[name][1])]
        if not ready:
            raise ValueError("the graph has a cycle")
        for name in ready:
            function, parents = left.pop(name)
            values[name] = function(*[values[parent] for parent in parents])
    return values


def right_recursive_with_memory(graph: Any, inputs: Any) -> Any:
    values, open_now = dict(inputs), set()

    def value(name: str) -> Any:
        if name in values:
            return values[name]
        if name in open_now:
            raise ValueError(f"cycle through {name}")
        open_now.add(name)
        function, parents = graph[name]
        values[name] = function(*[value(parent) for parent in parents])
        return values[name]

    for name in graph:
        value(name)
    return values


def right_kahn(graph: Any, inputs: Any) -> Any:
    waits = {name: {p for p in parents if p in graph} for name, (_, parents) in graph.items()}
    ready = deque(name for name, parents in waits.items() if not parents)
    values = {**inputs}
    while ready:
        name = ready.popleft()
        function, parents = graph[name]
        values[name] = function(*map(values.get, parents))
        for child, missing in waits.items():
            if name in missing:
                missing.remove(name)
                if not missing:
                    ready.append(child)
    if len(values) < len(set(graph) | set(inputs)):
        raise ValueError("cycle")
    return values


def right_n_passes(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    for _ in range(len(graph)):
        for name, (function, parents) in graph.items():
            if name not in values and set(parents) <= set(values):
                values[name] = function(*[values[parent] for parent in parents])
    if any(name not in values for name in graph):
        raise ValueError("cycle")
    return values


def right_order_first(graph: Any, inputs: Any) -> Any:
    order: list[str] = []
    while len(order) < len(graph):
        before = len(order)
        for name, (_, parents) in graph.items():
            if name not in order and all(p in order or p not in graph for p in parents):
                order.append(name)
        if len(order) == before:
            raise ValueError("no topological order: there is a cycle")
    values = inputs.copy()
    for name in order:
        values[name] = graph[name][0](*(values[parent] for parent in graph[name][1]))
    return values


def wrong_order_of_the_dictionary(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    for name, (function, parents) in graph.items():
        values[name] = function(*[values[parent] for parent in parents])
    return values


def wrong_without_memory(graph: Any, inputs: Any) -> Any:
    def value(name: str, path: tuple[str, ...] = ()) -> Any:
        if name in path:
            raise ValueError("cycle")
        if name in inputs:
            return inputs[name]
        function, parents = graph[name]
        return function(*[value(parent, (*path, name)) for parent in parents])

    return {**inputs, **{name: value(name) for name in graph}}


def wrong_inputs_changed(graph: Any, inputs: Any) -> Any:
    left = dict(graph)
    while left:
        ready = [name for name in left if all(parent in inputs for parent in left[name][1])]
        if not ready:
            raise ValueError("cycle")
        for name in ready:
            function, parents = left.pop(name)
            inputs[name] = function(*[inputs[parent] for parent in parents])
    return inputs


def wrong_graph_emptied(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    while graph:
        ready = [name for name in graph if all(parent in values for parent in graph[name][1])]
        if not ready:
            raise ValueError("cycle")
        for name in ready:
            function, parents = graph.pop(name)
            values[name] = function(*[values[parent] for parent in parents])
    return values


def wrong_inputs_left_out(graph: Any, inputs: Any) -> Any:
    values = right_rounds(graph, inputs)
    return {name: values[name] for name in graph}


def wrong_cycle_left_out(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    for _ in range(len(graph)):
        for name, (function, parents) in graph.items():
            if name not in values and all(parent in values for parent in parents):
                values[name] = function(*[values[parent] for parent in parents])
    return values


def wrong_parents_sorted(graph: Any, inputs: Any) -> Any:
    values, left = dict(inputs), dict(graph)
    while left:
        ready = [name for name in left if all(parent in values for parent in left[name][1])]
        if not ready:
            raise ValueError("the graph has a cycle")
        for name in ready:
            function, parents = left.pop(name)
            values[name] = function(*[values[parent] for parent in sorted(set(parents))])
    return values


def wrong_parent_named_twice_never_ready(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    missing = {name: sum(p in graph for p in parents) for name, (_, parents) in graph.items()}
    ready = [name for name in graph if missing[name] == 0]
    while ready:
        name = ready.pop(0)
        function, parents = graph[name]
        values[name] = function(*[values[parent] for parent in parents])
        for child, (_, child_parents) in graph.items():
            if name in child_parents:
                missing[child] -= 1
                if missing[child] == 0:
                    ready.append(child)
    if any(missing.values()):
        raise ValueError("cycle")
    return values


def right_ordered_dict(graph: Any, inputs: Any) -> Any:
    return OrderedDict(right_graphlib(graph, inputs))


def right_defaultdict(graph: Any, inputs: Any) -> Any:
    values: Any = defaultdict(float, inputs)
    values.update(right_rounds(graph, inputs))
    return values


def wrong_ten_passes(graph: Any, inputs: Any) -> Any:
    values = dict(inputs)
    for _ in range(10):
        for name, (function, parents) in graph.items():
            if name not in values and set(parents) <= set(values):
                values[name] = function(*[values[parent] for parent in parents])
    if any(name not in values for name in graph):
        raise ValueError("cycle")
    return values


def wrong_zero_is_missing(graph: Any, inputs: Any) -> Any:
    values, left = dict(inputs), dict(graph)

    def known(name: str) -> bool:
        value = values.get(name)
        return value is not None and (not isinstance(value, int | float) or bool(value))

    while left:
        ready = [name for name in left if all(map(known, left[name][1]))]
        if not ready:
            raise ValueError("cycle")
        for name in ready:
            function, parents = left.pop(name)
            values[name] = function(*[values[parent] for parent in parents])
    return values


def wrong_meeting_ways_are_a_cycle(graph: Any, inputs: Any) -> Any:
    def search(name: str, met: set[str]) -> None:
        if name in met:
            raise ValueError("cycle")
        met.add(name)
        for parent in graph[name][1] if name in graph else ():
            search(parent, met)

    for name in graph:
        search(name, set())
    return right_rounds(graph, inputs)
