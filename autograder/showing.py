"""Writes plain data as short text for people."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.probes import Foreign, is_material, materials

LONGEST = 400


def show(value: Any) -> str:
    """Plain data as text of at most `LONGEST` characters; arrays as nested lists with 4 digits."""
    text = _show(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def show_arguments(names: tuple[str, ...], args: tuple[Any, ...]) -> str:
    """A call's arguments, one per line: "x = [1. 2. 3.]"."""
    labels = (*names, *(f"argument {i + 1}" for i in range(len(names), len(args))))
    return "\n".join(f"{label} = {show(arg)}" for label, arg in zip(labels, args, strict=False))


def _show(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return _show_array(value)
    if isinstance(value, Foreign):
        return f"<{value.type_name}>"
    if is_material(value):
        return materials.describe(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_show(item)}" for key, item in _first(value)) + "}"
    if isinstance(value, list | tuple):
        inner = ", ".join(_show(item) for item in value[:20]) + (", …" if len(value) > 20 else "")
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    if type(value) is float:
        return f"{value:.6g}"
    return repr(value)[: 2 * LONGEST]


def _first(value: dict[Any, Any]) -> list[tuple[Any, Any]]:
    return list(value.items())[:20]


def _show_array(array: Any) -> str:
    if array.ndim == 0:
        return _show(array.item())
    text = np.array2string(array, precision=4, threshold=40, edgeitems=3)
    if array.dtype == np.float64:
        return text
    return f"{text} ({array.dtype})"
