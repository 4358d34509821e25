"""Wrong ways to evaluate a graph of functions, from which the known mistakes are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from graphlib import CycleError
from typing import Any

from course_lib import graph as reference

Graph = Mapping[str, tuple[Callable[..., Any], list[str]]]
Inputs = Mapping[str, Any]


def by_hand(evaluate: Callable[[Graph, Inputs], Any]) -> Callable[[Graph, Inputs], Any]:
    """The same, but a cycle is reported as those do who look for it themselves."""

    def with_own_error(graph: Graph, inputs: Inputs) -> Any:
        try:
            return evaluate(graph, inputs)
        except CycleError:
            raise ValueError("the graph has a cycle") from None

    return with_own_error


def without_inputs(graph: Graph, inputs: Inputs) -> Any:
    """The nodes alone."""
    values = reference.evaluate_graph(graph, inputs)
    return {name: values[name] for name in graph}


def last_value(graph: Graph, inputs: Inputs) -> Any:
    """The value of the node that was computed last."""
    values = reference.evaluate_graph(graph, inputs)
    return list(values.values())[-1] if graph else values


def last_written(graph: Graph, inputs: Inputs) -> Any:
    """The value of the node that stands last in the dictionary."""
    values = reference.evaluate_graph(graph, inputs)
    return values[list(graph)[-1]] if graph else values


def in_order(values: Callable[[Inputs], Any]) -> Callable[[Graph, Inputs], Any]:
    """Each node once, in the order in which the dictionary has them."""

    def evaluate(graph: Graph, inputs: Inputs) -> Any:
        found = dict(inputs)
        for name, (function, parents) in graph.items():
            known = values(found)
            found[name] = function(*(known[parent] for parent in parents))
        return found

    return evaluate


class Zeros(dict[str, Any]):
    """What is not known yet counts as 0."""

    def __missing__(self, key: str) -> int:
        return 0


def one_pass(graph: Graph, inputs: Inputs) -> Any:
    """One walk through the dictionary, past everything that is not ready."""
    found = dict(inputs)
    for name, (function, parents) in graph.items():
        if all(parent in found for parent in parents):
            found[name] = function(*(found[parent] for parent in parents))
    return found


def until_nothing_changes(graph: Graph, inputs: Inputs) -> Any:
    """Walk after walk; what is in a cycle is left out."""
    found = dict(inputs)
    for _ in graph:
        for name, (function, parents) in graph.items():
            if name not in found and all(parent in found for parent in parents):
                found[name] = function(*(found[parent] for parent in parents))
    return found


def without_memory(graph: Graph, inputs: Inputs) -> Any:
    """Each node computed anew for each of its children."""
    reference.evaluate_graph(quiet(graph), dict.fromkeys(inputs))  # a cycle is an error here, too

    def value(name: str) -> Any:
        if name not in graph:
            return inputs[name]
        function, parents = graph[name]
        return function(*(value(parent) for parent in parents))

    return {**inputs, **{name: value(name) for name in graph}}


def quiet(graph: Graph) -> Graph:
    """The same edges, with functions that do nothing."""
    return {name: (lambda *args: None, parents) for name, (_, parents) in graph.items()}


def unprotected_recursion(graph: Graph, inputs: Inputs) -> Any:
    """Each node asks its parents; in a cycle, for ever."""
    values = dict(inputs)

    def value(name: str) -> Any:
        if name not in values:
            function, parents = graph[name]
            values[name] = function(*[value(parent) for parent in parents])
        return values[name]

    for name in graph:
        value(name)
    return values


def raising(exception: type[Exception]) -> Callable[[Graph, Inputs], Any]:
    """Right, but a cycle is reported by another exception."""

    def evaluate(graph: Graph, inputs: Inputs) -> Any:
        try:
            return reference.evaluate_graph(graph, inputs)
        except ValueError:
            raise exception("cycle") from None

    return evaluate


def nothing_on_cycle(graph: Graph, inputs: Inputs) -> Any:
    """Right, but a cycle gives None."""
    try:
        return reference.evaluate_graph(graph, inputs)
    except ValueError:
        return None


def ordered(arrange: Callable[[list[Any]], list[Any]]) -> Callable[[Graph, Inputs], Any]:
    """The parents' values handed over in another order."""

    def evaluate(graph: Graph, inputs: Inputs) -> Any:
        turned = {
            name: (lambda *args, f=function: f(*arrange(list(args))), parents)
            for name, (function, parents) in graph.items()
        }
        return reference.evaluate_graph(turned, inputs)

    return evaluate


def parents_sorted(graph: Graph, inputs: Inputs) -> Any:
    """The parents in the order of the alphabet."""
    turned = {name: (function, sorted(parents)) for name, (function, parents) in graph.items()}
    return reference.evaluate_graph(turned, inputs)


def inputs_in_order(graph: Graph, inputs: Inputs) -> Any:
    """Parents are taken from the inputs' dictionary as far as they stand in it, then the rest."""
    turned = {
        name: (
            function,
            sorted(parents, key=lambda p: list(inputs).index(p) if p in inputs else 99),
        )
        for name, (function, parents) in graph.items()
    }
    return reference.evaluate_graph(turned, inputs)
