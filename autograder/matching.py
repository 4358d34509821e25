"""Compares two pieces of plain data, and says in one sentence how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Tolerance
from autograder.probes import Foreign
from autograder.verdict import FailureKind

Array = NDArray[Any]
NUMERIC = "biuf"
FORM = {"type", "shape"}
"""Kinds of difference that come before a wrong value: they are often its reason."""

SHORT = 8
"""As many whole numbers as a sentence may repeat of what came back."""


@dataclass(frozen=True)
class Difference:
    """The first difference found: its kind, and a sentence that gives no answer away."""

    kind: FailureKind
    message: str


def numbers(value: Any) -> Array | None:
    """`value` as a real numeric array, or None when it is anything else.

    Accepts what a right answer may come as: numbers, NumPy scalars, arrays of any real dtype,
    and rectangular nested lists or tuples of them.
    """
    if value is None or isinstance(value, str | dict | Foreign):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, OverflowError):
        return None
    return array if array.dtype.kind in NUMERIC else None


def difference(
    expected: Any,
    got: Any,
    tolerance: Tolerance,
    names: tuple[str, ...] = (),
    *,
    equal_nan: bool = False,
) -> Difference | None:
    """How plain `got` differs from plain `expected`, or None when they agree.

    Args:
        expected: what the reference (or a mistake) gives: a number or array, text, or a tuple
            or dictionary of these. A list is compared as an array, or item by item where it is
            none (arrays of different shapes).
        got: what came back, as `probes.snapshot` copied it.
        tolerance: how closely numbers must agree.
        names: names of the parts of a tuple, or of a single result, for the sentence.
        equal_nan: NaN agrees with NaN, infinity with infinity, and a dictionary may have no
            further entries (to recognise a mistake).
    """
    if isinstance(expected, tuple) or (isinstance(expected, list) and numbers(expected) is None):
        return _tuple_difference(expected, got, tolerance, names, equal_nan)
    name = _quoted(names[0]) if names else "the result"
    if isinstance(expected, dict):
        return _dict_difference(expected, got, tolerance, equal_nan)
    if isinstance(expected, str):
        same = type(got) is str and got == expected
        return None if same else Difference("value", f"{name} is not right")
    return _array_difference(np.asarray(expected), got, tolerance, name, equal_nan)


def _tuple_difference(
    expected: tuple[Any, ...] | list[Any],
    got: Any,
    tolerance: Tolerance,
    names: tuple[str, ...],
    equal_nan: bool,
) -> Difference | None:
    if not isinstance(got, list | tuple):
        wanted = f" ({', '.join(names)})" if names else ""
        return Difference("type", f"{len(expected)} values{wanted} must come back, not {kind(got)}")
    if len(got) != len(expected):
        wanted = f" ({', '.join(names)})" if names else ""
        return Difference(
            "type", f"{len(expected)} values{wanted} must come back; {len(got)} came back"
        )
    labels = _labels(names, len(expected))
    found = [
        part
        for label, one, other in zip(labels, expected, got, strict=True)
        if (part := difference(one, other, tolerance, (label,), equal_nan=equal_nan))
    ]
    return min(found, key=lambda part: part.kind not in FORM, default=None)


def _labels(names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """A name for each part: as declared, or counted within the one thing that has a name."""
    if len(names) == count:
        return names
    if len(names) == 1:
        return tuple(f"{names[0]}[{i}]" for i in range(count))
    return tuple(f"value {i + 1}" for i in range(count))


def _dict_difference(
    expected: dict[Any, Any], got: Any, tolerance: Tolerance, equal_nan: bool
) -> Difference | None:
    if not isinstance(got, dict):
        return Difference("type", f"a dictionary must come back, not {kind(got)}")
    if equal_nan and got.keys() - expected.keys():
        return Difference("type", "the dictionary has other entries")
    for key, one in expected.items():
        if key not in got:
            return Difference("type", f"the dictionary has no entry {key!r}")
        found = difference(one, got[key], tolerance, (str(key),), equal_nan=equal_nan)
        if found:
            return found
    return None


def _array_difference(
    expected: Array, got: Any, tolerance: Tolerance, name: str, equal_nan: bool
) -> Difference | None:
    array = numbers(got)
    if array is None:
        return Difference("type", f"{name} must be {_numeric_kind(expected)}, not {kind(got)}")
    if array.shape != expected.shape and not _is_empty_list_of(expected, got):
        return Difference(
            "shape",
            f"{name} has shape {shape(array)}; expected shape {shape(expected)}",
        )
    if expected.size == 0 or close(expected, array, tolerance, equal_nan=equal_nan):
        return None
    if not np.isfinite(array).all() and np.isfinite(expected).all():
        bad = "nan" if np.isnan(array).any() else "infinite"
        return Difference("nan", f"{name} is {bad} where a finite number is expected")
    if expected.ndim == 0:
        return Difference("value", f"{name} is not the right number")
    if expected.ndim == 1 and array.size <= SHORT and array.dtype.kind in "biu":
        came = " ".join(str(int(number)) for number in array)
        return Difference("value", f"{name} is {came}, which is not right")
    return Difference("value", f"{name} has the right shape, but not the right values")


def _is_empty_list_of(expected: Array, got: Any) -> bool:
    """Whether `got` is the list of no rows: as a list, a table of shape (0, 3) is just []."""
    return isinstance(got, list | tuple) and len(got) == 0 == len(np.atleast_1d(expected))


def _quoted(name: str) -> str:
    """A variable's name in backticks; words as they are."""
    return f"`{name}`" if name.isidentifier() else name


def close(expected: Array, got: Array, tolerance: Tolerance, *, equal_nan: bool = False) -> bool:
    """Whether |got - expected| <= atol + rtol * max|expected| everywhere (same shapes)."""
    a, b = got.astype(np.float64), expected.astype(np.float64)
    finite = np.isfinite(b)
    if not np.array_equal(finite, np.isfinite(a)):
        return False
    if not finite.all() and not (equal_nan and np.array_equal(a[~finite], b[~finite], True)):
        return False
    a, b = a[finite], b[finite]
    if b.size == 0:
        return True
    with np.errstate(over="ignore"):
        bound = tolerance.atol + tolerance.rtol * np.max(np.abs(b))
        return bool(np.all(np.abs(a - b) <= bound))


def shape(array: Array) -> str:
    """A shape as text: "(3, 2)", and "() (a single number)" for a scalar."""
    return "() (a single number)" if array.ndim == 0 else str(array.shape)


def kind(value: Any) -> str:
    """What kind of thing came back, in words: "None", "text", "a dictionary" ..."""
    if value is None:
        return "None (is there a return?)"
    if isinstance(value, Foreign):
        return f"an object of type {value.type_name}" + (f" ({value.reason})" * bool(value.reason))
    if isinstance(value, np.ndarray):
        return f"an array of dtype {value.dtype} and shape {value.shape}"
    words = {
        bool: "a truth value",
        int: "a single number",
        float: "a single number",
        complex: "a complex number",
        str: "text",
        dict: "a dictionary",
        list: "a list that is no rectangular table of numbers",
        tuple: "a tuple",
    }
    return words.get(type(value), type(value).__name__)


def _numeric_kind(expected: Array) -> str:
    return "a number" if expected.ndim == 0 else f"numbers of shape {expected.shape}"
