"""Derivatives of any computation with numbers: it is written down as a graph, then read backwards.

>>> x, y = Node(3.0), Node(2.0)
>>> z = x * y + x
>>> autodiff_backward(z)
>>> z.value, x.grad, y.grad  # dz/dx = y + 1, dz/dy = x
(9.0, 3.0, 3.0)
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Protocol

__all__ = ["Differentiable", "Node", "autodiff_backward", "topological_order"]


class Differentiable(Protocol):
    """What the backward pass needs of a node; `Node` has it, and so may other classes."""

    grad: float

    @property
    def parents(self) -> Sequence[Differentiable]:
        """The nodes from which it was computed; one of them may occur twice."""

    @property
    def local_derivatives(self) -> Sequence[float]:
        """Its derivative with respect to each parent, the other parents held fixed."""


class Node:
    """A number that remembers how it was computed.

    An operator makes a new node and writes down, while it still knows its operands, the
    derivative with respect to each:

        w = u + v     dw/du = 1      dw/dv = 1
        w = u v       dw/du = v      dw/dv = u
        w = u^k       dw/du = k u^(k-1)

    Plain numbers may stand on either side; they are constants and no nodes. Nodes are compared
    by identity: two nodes of the same value are two places in the graph.

    Attributes:
        value: the number.
        parents: the nodes from which it was computed, none for an input.
        local_derivatives: its derivative with respect to each parent.
        grad: the derivative of an output with respect to it, once `autodiff_backward` ran.

    Example:
        >>> u = Node(2.0)
        >>> w = u * u
        >>> w, w.parents == (u, u), w.local_derivatives
        (Node(4.0), True, (2.0, 2.0))
    """

    def __init__(
        self,
        value: float,
        parents: tuple[Node, ...] = (),
        local_derivatives: tuple[float, ...] = (),
    ) -> None:
        self.value = float(value)
        self.parents = parents
        self.local_derivatives = local_derivatives
        self.grad = 0.0

    def __repr__(self) -> str:
        return f"Node({self.value})"

    def __add__(self, other: Node | float) -> Node:
        if isinstance(other, Node):
            return Node(self.value + other.value, (self, other), (1.0, 1.0))
        return Node(self.value + other, (self,), (1.0,))

    def __mul__(self, other: Node | float) -> Node:
        if isinstance(other, Node):
            return Node(self.value * other.value, (self, other), (other.value, self.value))
        return Node(self.value * other, (self,), (float(other),))

    def __pow__(self, k: float) -> Node:
        slope = k * self.value ** (k - 1) if k else 0.0
        return Node(self.value**k, (self,), (slope,))

    def __neg__(self) -> Node:
        return self * -1.0

    def __sub__(self, other: Node | float) -> Node:
        return self + -other

    def __truediv__(self, other: Node | float) -> Node:
        return self * other**-1.0

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Node:
        return -self + other

    def __rtruediv__(self, other: float) -> Node:
        return self**-1.0 * other

    def exp(self) -> Node:
        """The exponential function, which is its own derivative."""
        e = math.exp(self.value)
        return Node(e, (self,), (e,))

    def log(self) -> Node:
        """The natural logarithm; its derivative is 1 / value.

        Raises:
            ValueError: the value is not positive.
        """
        return Node(math.log(self.value), (self,), (1.0 / self.value,))

    def tanh(self) -> Node:
        """The hyperbolic tangent t; its derivative is 1 - t^2."""
        t = math.tanh(self.value)
        return Node(t, (self,), (1.0 - t * t,))

    def relu(self) -> Node:
        """max(0, value); the derivative at 0 is taken to be 0."""
        return Node(max(0.0, self.value), (self,), (float(self.value > 0),))


def autodiff_backward(output: Differentiable) -> None:
    """Write into `.grad` of every node that `output` depends on the derivative of output.

    Write g_v for the derivative of the output with respect to node v. A change of v reaches the
    output through every node that uses v, and these effects add up (the chain rule):

        g_output = 1
        g_v = sum over all uses of v by a node c of  g_c dc/dv

    g_v is complete only when every g_c is. So the nodes are visited in an order in which each
    comes after all nodes that use it, and each hands g_c dc/dv down to its parents, where it is
    *added*: += and not =, since v may be used more than once.

    Every node is visited once and every edge once, whatever the number of paths: in a ladder of
    60 rungs x -> x + x there are 2^60 paths and 60 nodes. All derivatives together cost a small
    multiple of computing the output, no matter how many inputs there are.

    Gradients that stood in the nodes before are forgotten.

    Args:
        output: the node whose derivatives are wanted.

    Source:
        S. Linnainmaa (1976), "Taylor expansion of the accumulated rounding error", BIT 16,
        146-160; A. G. Baydin, B. A. Pearlmutter, A. A. Radul and J. M. Siskind (2018),
        "Automatic differentiation in machine learning: a survey", Journal of Machine Learning
        Research 18 (153).

    Example:
        >>> x = Node(1.0)
        >>> y = x
        >>> for _ in range(60):
        ...     y = y + y
        >>> autodiff_backward(y)
        >>> x.grad == 2**60
        True
    """
    order = topological_order(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for parent, derivative in zip(node.parents, node.local_derivatives, strict=True):
            parent.grad += node.grad * derivative


def topological_order(output: Differentiable) -> list[Differentiable]:
    """All nodes that output depends on, each before its parents; output comes first.

    A walk into the depth: a node is written down when everything below it has been, and the
    list is turned round in the end. The walk keeps its own stack, one entry for each node
    between the output and where it stands, because Python's own ends at about a thousand.

    Args:
        output: where the walk begins.

    Returns:
        Each node once.

    Source:
        R. Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM Journal on
        Computing 1, 146-160.

    Example:
        >>> x = Node(2.0)
        >>> [node.value for node in topological_order(x * x + x)]
        [6.0, 4.0, 2.0]
    """
    finished: list[Differentiable] = []
    seen = {id(output)}
    path: list[tuple[Differentiable, Iterator[Differentiable]]] = [(output, iter(output.parents))]
    while path:
        node, waiting = path[-1]
        parent = next(waiting, None)
        if parent is None:
            finished.append(node)
            path.pop()
        elif id(parent) not in seen:
            seen.add(id(parent))
            path.append((parent, iter(parent.parents)))
    return finished[::-1]
