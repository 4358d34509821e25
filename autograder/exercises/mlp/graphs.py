"""Graphs of functions: evaluating a directed acyclic graph in topological order."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.exercises.mlp.drawing import Rng, halves
from autograder.exercises.mlp.misalarm import (
    counted_twice,
    met_again,
    searched,
    zero_as_missing,
)
from autograder.exercises.mlp.misorder import (
    Zeros,
    by_hand,
    in_order,
    inputs_in_order,
    last_value,
    last_written,
    nothing_on_cycle,
    one_pass,
    ordered,
    parents_sorted,
    raising,
    unprotected_recursion,
    until_nothing_changes,
    without_inputs,
    without_memory,
)
from autograder.exercises.model import Case, Exercise, Mistake
from autograder.probes import materials
from course_lib import graph as reference

CYCLE = ("ValueError", "CycleError")

_SUM, _DIFFERENCE = materials.function("a, b", "a + b"), materials.function("a, b", "a - b")
_SQUARE, _DOUBLE = materials.function("a", "a ** 2"), materials.function("a", "2 * a")
_COUNTING = materials.function("a, calls=[]", "(calls.append(1), a + 10 * len(calls))[1]")
"""Gives another value each time it is called."""


def _evaluate_cases(rng: Rng) -> list[Case]:
    x, t = (int(number) for number in rng.choice(np.arange(2, 30), size=2, replace=False))
    chain = {
        "y": (_DOUBLE, ["x"]),
        "error": (_DIFFERENCE, ["y", "t"]),
        "cost": (_SQUARE, ["error"]),
    }
    diamond = {"s": (_SQUARE, ["x"]), "d": (_DOUBLE, ["x"]), "out": (_DIFFERENCE, ["s", "d"])}
    shared = {
        "a": (_COUNTING, ["x"]),
        "b": (_DOUBLE, ["a"]),
        "c": (_DIFFERENCE, ["a", "b"]),
        "d": (_SUM, ["c", "a"]),
    }
    skip = {"h": (_SQUARE, ["x"]), "g": (_DOUBLE, ["h"]), "out": (_SUM, ["g", "x"])}
    loop = {"a": (_SUM, ["x", "c"]), "b": (_DOUBLE, ["a"]), "c": (_SQUARE, ["b"])}
    return [
        Case("a small example", (chain, {"x": x, "t": t}), show=True),
        Case("the same graph written from the end", (_reversed(chain), {"x": x + 1, "t": t})),
        Case("two ways that meet again", (diamond, {"x": x + 2})),
        Case("two ways, written from the end", (_reversed(diamond), {"x": x / 4})),
        Case("a link that skips a node", (_reversed(skip), {"x": t + 1})),
        Case("a node with a child in every other", (_shuffled(rng, shared), {"x": x})),
        Case("one node", ({"y": (_DOUBLE, ["x"])}, {"x": t + 0.5})),
        Case(
            "parents in another order than they were made",
            ({"y": (_DIFFERENCE, ["t", "x"]), "z": (_DIFFERENCE, ["y", "t"])}, {"x": x, "t": t}),
        ),
        Case("the same parent twice", ({"y": (_SUM, ["x", "x"])}, {"x": x})),
        Case(
            "a node without parents",
            ({"y": (_SUM, ["x", "one"]), "one": (materials.function("", "1"), [])}, {"x": t}),
        ),
        Case("a network with arrays", _network(rng)),
        Case("an input that nobody uses", (diamond, {"unused": t, "x": x + 3})),
        Case("no nodes", ({}, {"x": x})),
        Case("a long chain, shuffled", _long_chain(rng, 24)),
        Case("a long chain, written from the end", _from_the_end(*_long_chain(rng, 20))),
        Case(
            "the same node twice as a parent",
            (_reversed({"y": (_DOUBLE, ["x"]), "z": (_SUM, ["y", "y"])}), {"x": x}),
        ),
        Case(
            "a node with the value 0",
            (
                _reversed({"d": (_DIFFERENCE, ["x", "t"]), "y": (_SUM, ["d", "t"])}),
                {"x": x, "t": x},
            ),
        ),
        Case("an input with the value 0", (diamond, {"x": 0})),
        Case("two outputs", ({"u": (_SQUARE, ["x"]), "v": (_DOUBLE, ["x"])}, {"x": x + 4})),
        Case("a cycle of three", (loop, {"x": x}), raises=CYCLE),
        Case("a node that is its own parent", ({"a": (_SUM, ["x", "a"])}, {"x": x}), raises=CYCLE),
        Case(
            "a cycle behind good nodes",
            ({**diamond, "p": (_SUM, ["out", "q"]), "q": (_DOUBLE, ["p"])}, {"x": x}),
            raises=CYCLE,
        ),
    ]


def _reversed(graph: dict[str, Any]) -> dict[str, Any]:
    return dict(reversed(graph.items()))


def _shuffled(rng: Rng, graph: dict[str, Any]) -> dict[str, Any]:
    """The nodes in a random order, but never one in which parents come first."""
    names = list(graph)
    order = [names[i] for i in rng.permutation(len(names))]
    if order == names:
        order.reverse()
    return {name: graph[name] for name in order}


def _network(rng: Rng) -> tuple[dict[str, Any], dict[str, Any]]:
    graph = {
        "out": (materials.function("h, W, b", "h @ W + b"), ["h", "W2", "b2"]),
        "h": (materials.function("z", "np.maximum(0, z)"), ["z"]),
        "z": (materials.function("x, W, b", "x @ W + b"), ["x", "W1", "b1"]),
    }
    inputs = {
        "x": halves(rng, 4, 3),
        "W1": halves(rng, 3, 2),
        "b1": halves(rng, 2) + 1,
        "W2": halves(rng, 2, 5),
        "b2": halves(rng, 5),
    }
    return graph, inputs


def _from_the_end(graph: dict[str, Any], inputs: Any) -> tuple[dict[str, Any], Any]:
    """A chain with its last node first."""
    return {f"f{k}": graph[f"f{k}"] for k in range(len(graph), 0, -1)}, inputs


def _long_chain(rng: Rng, length: int) -> tuple[dict[str, Any], dict[str, Any]]:
    step = materials.function("a", f"3 * a % 101 + {int(rng.integers(1, 9))}")
    chain = {f"f{k}": (step, [f"f{k - 1}" if k > 1 else "x"]) for k in range(1, length + 1)}
    return _shuffled(rng, chain), {"x": int(rng.integers(1, 50))}


EVALUATE_GRAPH = Exercise(
    id="evaluate-graph",
    title="Evaluating a graph of functions",
    points=3,
    reference=reference.evaluate_graph,
    arguments=("graph", "inputs"),
    cases=_evaluate_cases,
    read_again="Any graph without cycles",
    mistakes=(  # those whose results lack entries come last: they are part of the right ones
        Mistake(
            "order-of-the-dictionary",
            in_order(lambda found: found),
            "You compute the nodes in the order in which the dictionary holds them. That works "
            "only if parents happen to stand before their children.",
            "Which of the nodes can be computed first? And which after it?",
            also=(in_order(Zeros),),
        ),
        Mistake(
            "cycle-unnoticed",
            until_nothing_changes,
            "A graph with a cycle is no error for you: its nodes are left out. The exercise asks "
            "for a ValueError.",
            "How can you see that a whole walk through the graph made no progress, although nodes "
            "are left?",
            also=(nothing_on_cycle,),
        ),
        Mistake(
            "cycle-ends-in-recursion-error",
            unprotected_recursion,
            "In a cycle your function calls itself until Python gives up. A ValueError is asked "
            "for, raised by you.",
            "How could you notice that you are asked for a node whose value you are just "
            "computing?",
        ),
        Mistake(
            "another-exception",
            raising(RuntimeError),
            "You notice the cycle, but raise another exception than the one that is asked for.",
            "Which exception does the text name?",
            also=tuple(map(raising, (Exception, KeyError, AssertionError, IndexError, TypeError))),
        ),
        Mistake(
            "meeting-again-taken-for-a-cycle",
            met_again(),
            "You report a cycle where there is none: a node to which two ways lead counts for you "
            "as one that leads back to itself.",
            "When are you done with a node, and what should happen if you are asked for it after "
            "that?",
            also=(met_again(inputs_too=True), searched(), searched(inputs_too=True)),
        ),
        Mistake(
            "zero-taken-for-missing",
            zero_as_missing,
            "A node whose value is 0 counts for you as one that has no value yet.",
            "What does Python make of the number 0 where a truth value is asked for? And of an "
            "array?",
        ),
        Mistake(
            "parent-counted-twice",
            counted_twice(),
            "You report a cycle where there is none: a node that names the same parent twice waits "
            "for it for ever.",
            "By how much does your count go down when that parent gets its value, and how high did "
            "it start?",
            also=(counted_twice(inputs_too=True),),
        ),
        Mistake(
            "computed-again",
            by_hand(without_memory),
            "A node with several children is computed several times, once for each of them. Each "
            "node must be computed once: it may be costly, or random, and in a deep graph the "
            "number of ways to a node doubles and doubles.",
            "Where do you look up whether a node has a value already?",
            also=(without_memory,),
        ),
        Mistake(
            "only-the-last-value",
            by_hand(last_value),
            "You return the value of one node; the values of all of them are asked for.",
            "What is the type of the result that the exercise asks for?",
            also=(last_value, by_hand(last_written), last_written),
        ),
        Mistake(
            "parents-reversed",
            by_hand(ordered(lambda args: args[::-1])),
            "The parents' values are handed over in reverse order.",
            "Does the order of the arguments matter in a difference?",
            also=(ordered(lambda args: args[::-1]),),
        ),
        Mistake(
            "parents-sorted",
            by_hand(parents_sorted),
            "The parents' values are handed over in another order than the graph names them: "
            "sorted, or as the inputs happen to stand.",
            "Which order does the list of parents give, and where does it get lost?",
            also=(parents_sorted, by_hand(inputs_in_order), inputs_in_order),
        ),
        Mistake(
            "inputs-missing",
            by_hand(without_inputs),
            "The values of the nodes are right, but the inputs are missing in your result.",
            "The dictionary that must come back holds every node and what else?",
            also=(without_inputs,),
        ),
        Mistake(
            "only-one-pass",
            one_pass,
            "Nodes whose parents are not known yet when you come by are never computed.",
            "After one walk through the dictionary, which nodes have become computable that were "
            "not before?",
        ),
    ),
)
