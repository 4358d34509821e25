"""Turns whatever student code made into plain data: exact built-in types and plain arrays.

Nothing here calls an operator or a method of an object that student code made: types are compared
by identity, containers are read through the built-in type's own methods, and everything else
becomes a `Foreign`, which only names what was there.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias, Union

import numpy as np
from numpy.typing import NDArray

from autograder.probes.limits import VALUE, Limits, Meter, TooMuch

Array: TypeAlias = NDArray[Any]


@dataclass(frozen=True)
class Foreign:
    """Stands for a value that is not plain data.

    `type_name` is "package.Type" (without the package for built-in types and the notebook's own);
    `reason` says what is wrong where the type alone does not ("dtype object").
    """

    type_name: str
    reason: str = ""


Plain: TypeAlias = Union[
    bool,
    int,
    float,
    complex,
    str,
    Array,
    Foreign,
    "list[Plain]",
    "tuple[Plain, ...]",
    "dict[str | int, Plain]",
    None,
]
"""All that `snapshot` returns."""

_NUMBER_CODES = "?bBhHiIlLqQefdFD"
_NUMBERS = frozenset(id(np.dtype(code).type) for code in _NUMBER_CODES)
_ATOMS = frozenset(map(id, (bool, float, complex, type(None))))
_DICTS = frozenset(map(id, (dict, OrderedDict, defaultdict)))
# Sets of identities, since `kind in (bool, float)` would ask a metaclass of the student's.

_qualname = type.__dict__["__qualname__"].__get__
_module = type.__dict__["__module__"].__get__


def type_name(value: object) -> str:
    """The name of the value's type, "package.Type", without asking the type's own code."""
    kind = type(value)
    name = _qualname(kind)
    try:
        module = _module(kind)
    except AttributeError:  # a class made where no `__name__` was defined has none
        module = None
    name = clean(name if type(name) is str else "?", 100)
    if type(module) is not str or module in ("builtins", "__main__"):
        return name
    return f"{clean(module, 100)}.{name}"


def clean(text: str, length: int) -> str:
    """At most `length` characters of an exact `str`, on one line, encodable as UTF-8."""
    head = str.__str__(text)[: 4 * length]
    line = " ".join(head.encode("utf-8", "backslashreplace").decode("utf-8").split())
    return line if len(line) <= length else line[: length - 1] + "…"


def snapshot(value: object, limits: Limits = VALUE) -> Plain:
    """A deep, independent copy of `value` in which everything is plain data.

    None, bool, int, float, complex, str, list, tuple and dict (keys str or int) stay what they
    are when their type is exactly that; an OrderedDict or defaultdict becomes a dict. Arrays of
    exactly `numpy.ndarray` keep shape and dtype and become C-contiguous in native byte order (0-d
    stays 0-d); NumPy scalars become 0-d arrays of their dtype. Everything else becomes a `Foreign`
    in its place. A value that passes the limits, or contains itself, becomes one `Foreign` as a
    whole.

    >>> snapshot((1, [2.0, {3}]))
    (1, [2.0, Foreign(type_name='set', reason='')])
    """
    try:
        return _Walk(limits).copy(value, 0)
    except TooMuch as error:
        return Foreign(type_name(value), str(error))


def fresh(value: Any) -> Any:
    """A deep copy of plain data that we made ourselves; NumPy scalars stay scalars.

    Used for the arguments of a probed call, so that no answer sees what another one changed.
    """
    kind = type(value)
    if kind is np.ndarray:
        return np.array(value, order="C", copy=True)
    if kind is list:
        return [fresh(item) for item in value]
    if kind is tuple:
        return tuple([fresh(item) for item in value])
    if kind is dict:
        return {key: fresh(item) for key, item in value.items()}
    return value


def same(a: Plain, b: Plain) -> bool:
    """Whether two snapshots are the same to the last bit (NaN equals NaN, 0.0 is not -0.0)."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    if isinstance(a, float | complex):
        return repr(a) == repr(b)
    return a == b


class _Walk:
    """One walk over one value; remembers what it is inside of, to notice cycles."""

    def __init__(self, limits: Limits) -> None:
        self.meter = Meter(limits)
        self.inside: set[int] = set()

    def copy(self, value: object, depth: int) -> Plain:
        self.meter.node(depth)
        kind = type(value)
        if id(kind) in _ATOMS:
            return value  # type: ignore[return-value]  # narrowed by identity of the type
        if kind is int:
            return self.integer(value)  # type: ignore[arg-type]  # as above
        if kind is str:
            return self.string(value)  # type: ignore[arg-type]  # as above
        if kind is np.ndarray:
            return self.array(value)  # type: ignore[arg-type]  # as above
        if is_scalar_type(kind):
            return self.array(np.asarray(value))
        if kind is list or kind is tuple or id(kind) in _DICTS:
            return self.container(value, depth)
        if kind is Foreign:
            return self.foreign(value)  # type: ignore[arg-type]  # as above
        return Foreign(type_name(value))

    def foreign(self, value: Foreign) -> Foreign:
        """What is foreign already stays so: a snapshot's snapshot is the same."""
        if type(value.type_name) is not str or type(value.reason) is not str:
            return Foreign("Foreign")
        return Foreign(clean(value.type_name, 200), clean(value.reason, 200))

    def integer(self, value: int) -> int:
        self.meter.integer(value.bit_length())
        return value

    def string(self, value: str) -> str:
        """Text as it is; half a surrogate pair, which no file can hold, is written as an escape."""
        self.meter.text(len(value))
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "backslashreplace").decode("utf-8")
        return value

    def array(self, value: Array) -> Plain:
        dtype = value.dtype
        if not is_plain_dtype(dtype):
            return Foreign("numpy.ndarray", f"dtype {clean(str(dtype), 60)}")
        self.meter.array(value.shape, dtype.itemsize)
        if dtype.type is np.str_:
            self.meter.text(dtype.itemsize // 4)
        copied = np.array(value, dtype=native(dtype), order="C", copy=True)
        if dtype.type is np.str_ and not is_text(copied):
            return Foreign("numpy.ndarray", "text that is no Unicode")
        return copied

    def container(self, value: Any, depth: int) -> Plain:
        self.meter.room(len(value))
        if id(value) in self.inside:
            raise TooMuch("contains itself")
        self.inside.add(id(value))
        try:
            if id(type(value)) in _DICTS:
                return self.mapping(list(dict.items(value)), depth)
            items = self.items(list(value), depth)
        finally:
            self.inside.discard(id(value))
        return items if type(value) is list else tuple(items)

    def items(self, values: Iterable[object], depth: int) -> list[Plain]:
        return [self.copy(item, depth + 1) for item in values]

    def mapping(self, pairs: list[tuple[object, object]], depth: int) -> Plain:
        copied: dict[str | int, Plain] = {}
        for key, item in pairs:
            self.meter.node(depth + 1)
            if type(key) is str:
                copied[self.string(key)] = self.copy(item, depth + 1)
            elif type(key) is int:
                copied[self.integer(key)] = self.copy(item, depth + 1)
            else:
                return Foreign("dict", f"a key of type {type_name(key)}")
        return copied


def is_scalar_type(kind: type) -> bool:
    """Whether it is one of NumPy's scalar types whose arrays are plain.

    That is bool, integers, floats of 16 to 64 bits, complex, and text.
    """
    return id(kind) in _NUMBERS or kind is np.str_


def is_plain_dtype(dtype: np.dtype[Any]) -> bool:
    """Whether arrays of that dtype are plain: numbers of the usual kinds, or fixed-width text."""
    return id(dtype.type) in _NUMBERS or (dtype.type is np.str_ and dtype.itemsize > 0)


def native(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The same dtype in this machine's byte order, under its usual name (`int64` for "q")."""
    return np.dtype(dtype.newbyteorder("=").str)


def is_text(array: Array) -> bool:
    """Whether an array of fixed-width strings holds code points that UTF-8 can encode."""
    codes = np.frombuffer(array.tobytes(), dtype=np.uint32)
    return not bool(np.any((codes > 0x10FFFF) | ((codes >= 0xD800) & (codes <= 0xDFFF))))
