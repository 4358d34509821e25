"""How much of anything may cross the trust boundary, counted in one place."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


class WireError(ValueError):
    """Data on its way over the trust boundary is malformed, or more than the limits allow."""


class TooMuch(WireError):
    """One of the limits is passed; the text says which."""


@dataclass(frozen=True)
class Limits:
    """The most that one message, or one value, may hold.

    Args:
        size: bytes of a message, arrays included.
        tree: bytes of its JSON part (what bounds the memory that parsing takes).
        depth: containers within containers.
        nodes: values in the tree, keys of dicts included.
        arrays: number of arrays.
        elements: numbers in all arrays together.
        text: characters of one string, and of one element of an array of strings.
        bits: length of an integer.
    """

    size: int = 32 << 20
    tree: int = 4 << 20
    depth: int = 24
    nodes: int = 200_000
    arrays: int = 10_000
    elements: int = 4 << 20
    text: int = 1 << 20
    bits: int = 1024


MESSAGE = Limits()
"""What one message may hold: a step of the job, or what came of it."""

VALUE = Limits(size=4 << 20, nodes=10_000, arrays=1_000, elements=1 << 19, text=100_000, depth=16)
"""What one answer may hold: the result of one call."""


@dataclass
class Meter:
    """Counts what a walk over a value has met, and stops it at the first limit.

    Every method raises `TooMuch`.
    """

    limits: Limits
    nodes: int = field(default=0, init=False)
    arrays: int = field(default=0, init=False)
    elements: int = field(default=0, init=False)

    def node(self, depth: int) -> None:
        """One more value, `depth` containers deep."""
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            raise TooMuch(f"more than {self.limits.nodes} values")
        if depth > self.limits.depth:
            raise TooMuch(f"nested more than {self.limits.depth} deep")

    def room(self, items: int) -> None:
        """A container of `items` is about to be walked: is there room for it at all?"""
        if self.nodes + items > self.limits.nodes:
            raise TooMuch(f"more than {self.limits.nodes} values")

    def array(self, shape: tuple[int, ...], itemsize: int) -> None:
        """One more array; empty axes count as one, since the other axes still have a length."""
        self.arrays += 1
        self.elements += math.prod(max(1, length) for length in shape)
        if self.arrays > self.limits.arrays:
            raise TooMuch(f"more than {self.limits.arrays} arrays")
        if self.elements > self.limits.elements or self.elements * itemsize > self.limits.size:
            raise TooMuch(f"more than {self.limits.elements} numbers in arrays")

    def text(self, length: int) -> None:
        """A string of `length` characters."""
        if length > self.limits.text:
            raise TooMuch(f"text of more than {self.limits.text} characters")

    def integer(self, bits: int) -> None:
        """An integer of `bits` binary digits."""
        if bits > self.limits.bits:
            raise TooMuch(f"an integer of more than {self.limits.bits} bits")
