"""Walks through a graph of numbers that go wrong, each in its own way.

A walk along every path would never come back from 2^60 of them, so these give up after some
thousand steps.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from course_lib import autodiff as reference

Walk = Callable[[Any], None]
PATIENCE = 8_000
"""Steps after which a wrong walk is given up; enough for 2^10 paths behind 4,000 nodes."""


class GivenUp(RuntimeError):
    """A wrong walk has taken more steps than anybody would wait for."""


def steps() -> Callable[[], None]:
    """A counter that raises GivenUp when the patience is used up."""
    left = iter(range(PATIENCE))

    def step() -> None:
        if next(left, None) is None:
            raise GivenUp

    return step


def edges(node: Any) -> Iterator[tuple[Any, float]]:
    """A node's parents with their local derivatives."""
    return zip(node.parents, node.local_derivatives, strict=True)


def swept(
    *,
    pass_on: Callable[[Any, Any, float], None] | None = None,
    begin: Callable[[Any], float] = lambda output: 1.0,
    reset: Callable[[list[Any]], None] | None = None,
    order: Callable[[Any], list[Any]] = reference.topological_order,
    edges: Callable[[Any], Any] = edges,
) -> Walk:
    """A walk in a fixed order with exchangeable parts, from which wrong ones are made."""

    def accumulate(node: Any, parent: Any, derivative: float) -> None:
        parent.grad += node.grad * derivative

    def backward(output: Any) -> None:
        nodes = order(output)
        (reset or to_zero)(nodes)
        output.grad = begin(output)
        for node in nodes:
            for parent, derivative in edges(node):
                (pass_on or accumulate)(node, parent, derivative)

    return backward


def to_zero(nodes: list[Any]) -> None:
    """Resets all gradients."""
    for node in nodes:
        node.grad = 0.0


def leave(nodes: list[Any]) -> None:
    """Nothing is reset."""


def assign(node: Any, parent: Any, derivative: float) -> None:
    """Replaces what the parent had."""
    parent.grad = node.grad * derivative


def by_counting(output: Any, last_first: bool = True) -> list[Any]:
    """Another topological order: a node is ready when all that use it have been visited."""
    nodes = reference.topological_order(output)
    uses = {id(node): 0 for node in nodes}
    for node in nodes:
        for parent in node.parents:
            uses[id(parent)] += 1
    ready, order = deque([output]), []
    while ready:
        order.append(ready.pop() if last_first else ready.popleft())
        for parent in order[-1].parents:
            uses[id(parent)] -= 1
            if uses[id(parent)] == 0:
                ready.append(parent)
    return order


def by_counting_in_turn(output: Any) -> list[Any]:
    """The same, first come, first served."""
    return by_counting(output, last_first=False)


def parents_reversed(output: Any) -> list[Any]:
    """The order that a walk into the depth gives which takes the last parent first."""
    finished, seen = [], {id(output)}
    path = [(output, iter(output.parents[::-1]))]
    while path:
        node, waiting = path[-1]
        parent = next(waiting, None)
        if parent is None:
            finished.append(node)
            path.pop()
        elif id(parent) not in seen:
            seen.add(id(parent))
            path.append((parent, iter(parent.parents[::-1])))
    return finished[::-1]


def breadth_first(output: Any) -> list[Any]:
    """Level by level from the output."""
    order, seen = [output], {id(output)}
    for node in order:
        for parent in node.parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                order.append(parent)
    return order


def depth_first(output: Any) -> list[Any]:
    """Into the depth, nodes marked when they are seen."""
    order, seen, stack = [], {id(output)}, [output]
    while stack:
        order.append(stack.pop())
        for parent in order[-1].parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append(parent)
    return order


def depth_first_marked_late(output: Any) -> list[Any]:
    """Into the depth, nodes marked when they are visited."""
    order, seen, stack = [], set(), [output]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            order.append(node)
            stack.extend(node.parents)
    return order


def descending_preorder(output: Any) -> list[Any]:
    """Into the depth, first parents first."""
    order, seen, stack = [], set(), [output]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            order.append(node)
            stack.extend(node.parents[::-1])
    return order


def along_every_path(reset: bool) -> Walk:
    """The right sums, path by path: each call carries the derivative of its own path."""

    def backward(output: Any) -> None:
        if reset:
            to_zero(reference.topological_order(output))
        else:
            output.grad = 0.0
        step = steps()

        def carry(node: Any, derivative: float) -> None:
            step()
            node.grad += derivative
            for parent, local in edges(node):
                carry(parent, derivative * local)

        carry(output, 1.0)

    return backward


def carried_by_list(output: Any) -> None:
    """Along every path, without calling itself."""
    to_zero(reference.topological_order(output))
    step, waiting = steps(), [(output, 1.0)]
    while waiting:
        step()
        node, derivative = waiting.pop()
        node.grad += derivative
        waiting += [(parent, derivative * local) for parent, local in edges(node)]


def on_every_visit(reset: bool, pass_on: Callable[[Any, Any, float], None], how: str) -> Walk:
    """Each visit of a node passes on all that has arrived there so far, once more."""

    def backward(output: Any) -> None:
        (to_zero if reset else leave)(reference.topological_order(output))
        output.grad = 1.0
        {"recursive": recursive, "queue": queued, "stack": stacked}[how](output, pass_on)

    return backward


def recursive(output: Any, pass_on: Callable[[Any, Any, float], None]) -> None:
    """Visits by calls."""
    step = steps()

    def visit(node: Any) -> None:
        step()
        for parent, local in edges(node):
            pass_on(node, parent, local)
            visit(parent)

    visit(output)


def queued(output: Any, pass_on: Callable[[Any, Any, float], None]) -> None:
    """Visits in the order of arrival."""
    step, waiting = steps(), deque([output])
    while waiting:
        step()
        node = waiting.popleft()
        for parent, local in edges(node):
            pass_on(node, parent, local)
            waiting.append(parent)


def stacked(output: Any, pass_on: Callable[[Any, Any, float], None]) -> None:
    """Visits the latest arrival first."""
    step, waiting = steps(), [output]
    while waiting:
        step()
        node = waiting.pop()
        for parent, local in edges(node):
            pass_on(node, parent, local)
            waiting.append(parent)


def add(node: Any, parent: Any, derivative: float) -> None:
    """The right contribution."""
    parent.grad += node.grad * derivative


def one_level(reset: bool) -> Walk:
    """Only the direct parents."""

    def backward(output: Any) -> None:
        (to_zero if reset else leave)(reference.topological_order(output))
        output.grad = 1.0
        for parent in output.parents:
            parent.grad = 0.0
        for parent, derivative in edges(output):
            parent.grad += derivative

    return backward


def leaves_only(inner_reset: bool, output_set: bool) -> Walk:
    """Right in the leaves; inner nodes are 0 in the end, or what they were before."""

    def backward(output: Any) -> None:
        nodes = reference.topological_order(output)
        before = [0.0 if inner_reset else node.grad for node in nodes]
        reference.autodiff_backward(output)
        for node, grad in zip(nodes, before, strict=True):
            if node.parents and not (output_set and node is output):
                node.grad = grad

    return backward


def leaves_by_path(inner_reset: bool) -> Walk:
    """Along every path, and only at its end something is written."""

    def backward(output: Any) -> None:
        for node in reference.topological_order(output):
            if inner_reset or not node.parents:
                node.grad = 0.0
        step = steps()

        def carry(node: Any, derivative: float) -> None:
            step()
            if not node.parents:
                node.grad += derivative
            for parent, local in edges(node):
                carry(parent, derivative * local)

        carry(output, 1.0)

    return backward


def upstream_ignored(node: Any, parent: Any, derivative: float) -> None:
    """The local derivative alone."""
    parent.grad += derivative


def derivative_ignored(node: Any, parent: Any, derivative: float) -> None:
    """What arrived alone."""
    parent.grad += node.grad


def parents_value(node: Any, parent: Any, derivative: float) -> None:
    """The parent's value for the derivative."""
    parent.grad += node.grad * parent.value


def nodes_value(node: Any, parent: Any, derivative: float) -> None:
    """The node's value for the derivative."""
    parent.grad += node.grad * node.value


def summed(node: Any, parent: Any, derivative: float) -> None:
    """A sum for the product."""
    parent.grad += node.grad + derivative
