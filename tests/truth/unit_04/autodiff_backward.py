"""Answers to autodiff-backward: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np


def _order(output: Any) -> Any:
    """Every node after all nodes it was computed from, without recursion."""
    order, seen, todo = [], set(), [(output, False)]
    while todo:
        node, done = todo.pop()
        if done:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            todo.append((node, True))
            todo.extend((parent, False) for parent in node.parents)
    return order


def right_depth_first_order(output: Any) -> Any:
    order = _order(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * slope


def right_count_users(output: Any) -> Any:
    users: dict[int, int] = {id(output): 0}
    todo = [output]
    while todo:
        node = todo.pop()
        node.grad = 0.0
        for parent in node.parents:
            if id(parent) not in users:
                users[id(parent)] = 0
                todo.append(parent)
            users[id(parent)] += 1
    output.grad = 1.0
    ready = [output]
    while ready:
        node = ready.pop()
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad = parent.grad + slope * node.grad
            users[id(parent)] -= 1
            if users[id(parent)] == 0:
                ready.append(parent)


def right_sums_in_a_dict(output: Any) -> Any:
    order = _order(output)
    total = {id(node): 0.0 for node in order}
    total[id(output)] = 1.0
    for node in order[::-1]:
        for k, parent in enumerate(node.parents):
            total[id(parent)] += total[id(node)] * node.local_derivatives[k]
    for node in order:
        node.grad = total[id(node)]


def right_users_listed(output: Any) -> Any:
    """Pull instead of push: each node collects from the nodes that use it."""
    order = _order(output)
    uses: dict[int, Any] = {id(node): [] for node in order}
    for node in order:
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            uses[id(parent)].append((node, slope))
    for node in reversed(order):
        node.grad = 1.0 if node is output else sum(u.grad * slope for u, slope in uses[id(node)])


def right_by_height(output: Any) -> Any:
    """Sorted by the longest way down to a leaf: users always stand higher."""
    order, height = _order(output), {}
    for node in order:
        node.grad = 0.0
        height[id(node)] = 1 + max((height[id(parent)] for parent in node.parents), default=-1)
    output.grad = 1.0
    for node in sorted(order, key=lambda n: -height[id(n)]):
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * slope


def wrong_recursion_limit(output: Any) -> Any:
    order, seen = [], set()

    def visit(node: Any) -> None:
        if id(node) not in seen:
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

    visit(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * slope


def wrong_not_reset(output: Any) -> Any:
    output.grad = 1.0
    for node in reversed(_order(output)):
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * slope


def wrong_replaced_not_added(output: Any) -> Any:
    output.grad = 1.0
    for node in reversed(_order(output)):
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad = node.grad * slope


def wrong_breadth_first(output: Any) -> Any:
    """Handled in the order in which they are met, complete or not."""
    for node in _order(output):
        node.grad = 0.0
    output.grad = 1.0
    queue, seen = [output], {id(output)}
    for node in queue:
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * slope
            if id(parent) not in seen:
                seen.add(id(parent))
                queue.append(parent)


def wrong_twin_parents_once(output: Any) -> Any:
    order = _order(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        slopes = dict(zip(node.parents, node.local_derivatives, strict=True))
        for parent, slope in slopes.items():
            parent.grad += node.grad * slope


def wrong_leaves_only(output: Any) -> Any:
    order = _order(output)
    total = {id(node): 0.0 for node in order}
    total[id(output)] = 1.0
    for node in reversed(order):
        for parent, slope in zip(node.parents, node.local_derivatives, strict=True):
            total[id(parent)] += total[id(node)] * slope
        if not node.parents:
            node.grad = total[id(node)]


def right_sums_in_an_array(output: Any) -> Any:
    order = _order(output)
    place = {id(node): k for k, node in enumerate(order)}
    total = np.zeros(len(order))
    total[-1] = 1.0
    for k in range(len(order) - 1, -1, -1):
        for parent, slope in zip(order[k].parents, order[k].local_derivatives, strict=True):
            total[place[id(parent)]] += total[k] * slope
    for node, grad in zip(order, total, strict=True):
        node.grad = grad
