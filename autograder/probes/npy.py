"""Plain arrays as `.npy` files of version 1.0 (numpy.lib.format), without pickle.

The reader does not use `numpy.load`: it accepts only the header that the writer makes and checks
every number in it against the bytes that are there, before any array is allocated.
"""

from __future__ import annotations

import re
import struct

import numpy as np

from autograder.probes.limits import Meter, WireError
from autograder.probes.plain import Array, is_plain_dtype, is_text, native

_MAGIC = b"\x93NUMPY\x01\x00"
_HEADER_LENGTH = struct.Struct("<H")
_ALIGNMENT = 64
_MAX_AXES = 32
_HEADER = re.compile(
    r"\{'descr': '(?P<dtype>[<>|][a-zA-Z][0-9]{1,7})', 'fortran_order': False, "
    r"'shape': \((?P<shape>|[0-9]{1,9},|[0-9]{1,9}(?:, [0-9]{1,9})+)\), \} *\n",
    re.ASCII,
)


def dumps(array: Array, meter: Meter) -> bytes:
    """The array as a `.npy` file.

    Raises:
        WireError: its dtype is not plain, or the meter says that it is too much.
    """
    if not is_plain_dtype(array.dtype):
        raise WireError(f"an array of dtype {array.dtype} is no plain data")
    _count(array.shape, array.dtype, meter)
    dtype = native(array.dtype)
    header = f"{{'descr': '{dtype.str}', 'fortran_order': False, 'shape': {array.shape!r}, }}"
    taken = len(_MAGIC) + _HEADER_LENGTH.size + len(header) + 1
    header += " " * (-taken % _ALIGNMENT) + "\n"
    body = np.asarray(array, dtype=dtype, order="C").tobytes()
    return _MAGIC + _HEADER_LENGTH.pack(len(header)) + header.encode("ascii") + body


def loads(data: bytes | memoryview, meter: Meter) -> Array:
    """A new, writable array from a `.npy` file of an untrusted process.

    Raises:
        WireError: the header is not what `dumps` writes, it lies about the bytes that follow, or
            the meter says that it is too much.
    """
    view = memoryview(data)
    dtype, shape, body = _header(view)
    _count(shape, dtype, meter)
    size = dtype.itemsize
    for length in shape:
        size *= length
    if len(body) != size:
        raise WireError("an array's header does not fit its bytes")
    array = np.empty(shape, dtype)
    if dtype.type is np.bool_:  # any byte but 0 and 1 would make an invalid bool
        array[...] = np.frombuffer(body, np.uint8).reshape(shape) != 0
    elif size:
        array[...] = np.frombuffer(body, dtype).reshape(shape)
    if dtype.type is np.str_ and not is_text(array):
        raise WireError("an array of text that is no Unicode")
    return array


def _header(view: memoryview) -> tuple[np.dtype[np.generic], tuple[int, ...], memoryview]:
    start = len(_MAGIC) + _HEADER_LENGTH.size
    if len(view) < start or view[: len(_MAGIC)] != _MAGIC:
        raise WireError("an array without the magic string of .npy, version 1.0")
    (length,) = _HEADER_LENGTH.unpack_from(view, len(_MAGIC))
    found = _HEADER.fullmatch(bytes(view[start : start + length]).decode("latin-1"))
    if found is None:
        raise WireError("an array's header is not one that we write")
    try:
        dtype = np.dtype(found["dtype"])
    except TypeError as error:
        raise WireError("an array of unknown dtype") from error
    if not is_plain_dtype(dtype) or dtype.str != found["dtype"] or dtype != native(dtype):
        raise WireError("an array's dtype is not plain")
    shape = tuple(int(length) for length in found["shape"].split(",") if length.strip())
    return dtype, shape, view[start + length :]


def _count(shape: tuple[int, ...], dtype: np.dtype[np.generic], meter: Meter) -> None:
    if len(shape) > _MAX_AXES:
        raise WireError(f"an array of more than {_MAX_AXES} axes")
    meter.array(shape, dtype.itemsize)
    if dtype.type is np.str_:
        meter.text(dtype.itemsize // 4)
