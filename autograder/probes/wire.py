"""The wire format: plain data as bytes, read back strictly.

A message is `b"AGW1"`, the length of a JSON text (4 bytes, big-endian), the JSON text, and the
arrays it mentions, in that order, each as its length (8 bytes, big-endian) and a `.npy` file of
version 1.0. In the JSON, None, bool, int, str and list are themselves; every other value is an
object with one key that says what it is:

    {"f": "0x1.8p+0"}      float, exact; also "nan", "inf", "-inf"
    {"c": [re, im]}        complex, two such texts
    {"t": [...]}           tuple
    {"d": [[key, value]]}  dict, in its order
    {"a": 0}               the array with that number
    {"s": 0}               the NumPy scalar that this 0-d array holds
    {"x": [name, reason]}  Foreign

`loads` takes bytes from a process that is not to be trusted: it accepts exactly what `dumps`
writes, never unpickles, and raises `WireError` for everything else.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np

from autograder.probes import npy
from autograder.probes.limits import MESSAGE, Limits, Meter, WireError
from autograder.probes.plain import Array, Foreign, is_scalar_type

MAGIC = b"AGW1"
_HEAD = struct.Struct(">4sI")
_LENGTH = struct.Struct(">Q")
_FLOAT = re.compile(r"nan|-?inf|-?0x[01]\.[0-9a-f]{1,13}p[+-][0-9]{1,4}", re.ASCII)


def dumps(plain: object, limits: Limits = MESSAGE) -> bytes:
    """Plain data as one message.

    NumPy scalars stay scalars here (arguments of a case need them); see `snapshot` for results.

    Raises:
        WireError: the value is not plain data, or passes the limits.
    """
    encoder = _Encoder(limits)
    tree = json.dumps(encoder.node(plain, 0), ensure_ascii=True, separators=(",", ":")).encode()
    parts = [_HEAD.pack(MAGIC, len(tree)), tree]
    for blob in encoder.blobs:
        parts += [_LENGTH.pack(len(blob)), blob]
    if len(tree) > limits.tree or sum(map(len, parts)) > limits.size:
        raise WireError("the message is too large")
    return b"".join(parts)


def loads(data: bytes | memoryview, limits: Limits = MESSAGE) -> Any:
    """Rebuild what `dumps` wrote, as exact built-in types and plain, writable, owned arrays.

    Raises:
        WireError: anything else is in `data`, or it passes the limits.
    """
    view = memoryview(data)
    if len(view) > limits.size:
        raise WireError("the message is too large")
    if len(view) < _HEAD.size:
        raise WireError("the message is too short")
    magic, length = _HEAD.unpack_from(view)
    if magic != MAGIC or length > limits.tree or _HEAD.size + length > len(view):
        raise WireError("the message does not begin as it should")
    tree = _parse(bytes(view[_HEAD.size : _HEAD.size + length]))
    decoder = _Decoder(limits, _blobs(view[_HEAD.size + length :], limits))
    value = decoder.node(tree, 0)
    if decoder.used != len(decoder.blobs):
        raise WireError("the message holds arrays that nothing mentions")
    return value


def _blobs(view: memoryview, limits: Limits) -> list[memoryview]:
    blobs: list[memoryview] = []
    while len(view):
        if len(view) < _LENGTH.size or len(blobs) == limits.arrays:
            raise WireError("the arrays of the message are cut off, or too many")
        (length,) = _LENGTH.unpack_from(view)
        if length > len(view) - _LENGTH.size:
            raise WireError("an array of the message is cut off")
        blobs.append(view[_LENGTH.size : _LENGTH.size + length])
        view = view[_LENGTH.size + length :]
    return blobs


def _parse(tree: bytes) -> Any:
    try:
        return json.loads(
            tree.decode("ascii"),
            object_pairs_hook=_one_pair,
            parse_int=_integer,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except WireError:
        raise
    except (ValueError, RecursionError) as error:
        raise WireError("the message holds no JSON") from error


def _one_pair(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) != 1:
        raise WireError("a node of the message has not exactly one tag")
    return dict(pairs)


def _integer(digits: str) -> int:
    if len(digits) > 4000:  # the exact limit is checked on the number; this bounds the work
        raise WireError("an integer is too long")
    return int(digits)


def _refuse(text: str) -> NoReturn:
    raise WireError(f"a bare {text[:20]} in the message")


class _Encoder:
    """Writes one value; gathers its arrays in the order in which the tree mentions them."""

    def __init__(self, limits: Limits) -> None:
        self.meter = Meter(limits)
        self.blobs: list[bytes] = []

    def node(self, value: Any, depth: int) -> Any:
        self.meter.node(depth)
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            self.meter.integer(value.bit_length())
            return value
        if kind is str:
            return self.text(value)
        if kind is list:
            return self.items(value, depth)
        return self.tagged(value, kind, depth)

    def tagged(self, value: Any, kind: type, depth: int) -> dict[str, Any]:
        if kind is float:
            return {"f": value.hex()}
        if kind is complex:
            return {"c": [value.real.hex(), value.imag.hex()]}
        if kind is tuple:
            return {"t": self.items(value, depth)}
        if kind is dict:
            return {"d": [self.pair(key, item, depth) for key, item in value.items()]}
        if kind is np.ndarray:
            return {"a": self.array(value)}
        if is_scalar_type(kind):
            return {"s": self.array(np.asarray(value))}
        if kind is Foreign:
            return {"x": [self.text(value.type_name), self.text(value.reason)]}
        raise WireError(f"a value of type {kind.__name__} is no plain data")

    def items(self, values: Any, depth: int) -> list[Any]:
        self.meter.room(len(values))
        return [self.node(item, depth + 1) for item in values]

    def pair(self, key: Any, item: Any, depth: int) -> list[Any]:
        if type(key) is not str and type(key) is not int:
            raise WireError(f"a key of type {type(key).__name__} is no plain data")
        return [self.node(key, depth + 1), self.node(item, depth + 1)]

    def text(self, value: str) -> str:
        self.meter.text(len(value))
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise WireError("text that UTF-8 cannot encode") from error
        return value

    def array(self, value: Array) -> int:
        self.blobs.append(npy.dumps(value, self.meter))
        return len(self.blobs) - 1


class _Decoder:
    """Reads one value; takes its arrays in the order in which the tree mentions them."""

    def __init__(self, limits: Limits, blobs: list[memoryview]) -> None:
        self.meter = Meter(limits)
        self.blobs = blobs
        self.used = 0
        self.tags: dict[str, Callable[[Any, int], Any]] = {
            "f": lambda body, depth: _float(body),
            "c": lambda body, depth: complex(*map(_float, _pair(body))),
            "t": lambda body, depth: tuple(self.items(body, depth)),
            "d": self.mapping,
            "a": lambda body, depth: self.array(body),
            "s": lambda body, depth: self.scalar(body),
            "x": lambda body, depth: Foreign(*map(self.text, _pair(body))),
        }

    def node(self, value: Any, depth: int) -> Any:
        self.meter.node(depth)
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            self.meter.integer(value.bit_length())
            return value
        if kind is str:
            return self.text(value)
        if kind is list:
            return self.items(value, depth)
        ((tag, body),) = value.items()
        if tag not in self.tags:
            raise WireError("a node of the message has an unknown tag")
        return self.tags[tag](body, depth)

    def items(self, body: Any, depth: int) -> list[Any]:
        if type(body) is not list:
            raise WireError("a node of the message holds no list")
        return [self.node(item, depth + 1) for item in body]

    def mapping(self, body: Any, depth: int) -> dict[Any, Any]:
        if type(body) is not list:
            raise WireError("a node of the message holds no list")
        rebuilt: dict[Any, Any] = {}
        for key, item in map(_pair, body):
            if (type(key) is not str and type(key) is not int) or key in rebuilt:
                raise WireError("a dict with a key that is repeated, or no text or integer")
            rebuilt[self.node(key, depth + 1)] = self.node(item, depth + 1)
        return rebuilt

    def text(self, value: Any) -> str:
        if type(value) is not str:
            raise WireError("text was expected")
        self.meter.text(len(value))
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise WireError("text that UTF-8 cannot encode") from error
        return value

    def array(self, index: Any) -> Array:
        if type(index) is not int or index != self.used or index >= len(self.blobs):
            raise WireError("an array that is not the next one")
        self.used += 1
        return npy.loads(self.blobs[index], self.meter)

    def scalar(self, index: Any) -> Any:
        array = self.array(index)
        if array.ndim:
            raise WireError("a scalar with a shape")
        return array[()]


def _pair(body: Any) -> list[Any]:
    if type(body) is not list or len(body) != 2:
        raise WireError("a pair was expected")
    return body


def _float(body: Any) -> float:
    if type(body) is not str or not _FLOAT.fullmatch(body):
        raise WireError("a float was expected")
    try:
        return float.fromhex(body)
    except OverflowError as error:
        raise WireError("a float out of range") from error
