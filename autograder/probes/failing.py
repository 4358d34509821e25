"""Tells of an exception that student code raised: one line, and the student's own source line."""

from __future__ import annotations

import linecache
from types import CodeType, TracebackType
from typing import Any

from autograder.probes.observation import ERROR_LENGTH, LINE_LENGTH
from autograder.probes.plain import clean, type_name


def describe(error: BaseException) -> str:
    """The exception in one line, "ValueError: what it says", whatever its `__str__` does."""
    text = message(error)
    return clean(f"{kind(error)}: {text}" if text else kind(error), ERROR_LENGTH)


def kind(error: BaseException) -> str:
    """The name of the exception's type; "MemoryError" for every kind of it."""
    if type.__subclasscheck__(MemoryError, type(error)):
        return "MemoryError"
    return type_name(error)


def message(error: BaseException) -> str:
    """What the exception says, on one line; empty where it cannot be asked."""
    try:
        if isinstance(error, SyntaxError) and error.lineno:
            return clean(f"{error.msg} (line {error.lineno})", ERROR_LENGTH)
        return clean(str(error), ERROR_LENGTH)
    except BaseException:
        return ""  # the student's own __str__ failed: the type still says something


def own_line(
    trace: TracebackType | None, own: dict[str, Any] | None
) -> tuple[str, CodeType | None]:
    """The innermost source line in code whose globals are `own`, and the code that raised at all.

    The student's functions have the notebook's namespace as their globals, whatever the file
    names say; a line of NumPy's would tell a student little.
    """
    line, innermost = "", None
    while trace is not None:
        frame = trace.tb_frame
        innermost = frame.f_code
        if own is not None and frame.f_globals is own:
            line = source_line(innermost.co_filename, trace.tb_lineno) or line
        trace = trace.tb_next
    return line, innermost


def source_line(filename: str, number: int) -> str:
    """One line of source, without its indentation; empty where it is not known."""
    try:
        line = linecache.getline(filename, number)
    except Exception:
        return ""  # a loader of the student's own making failed: no line is known
    return clean(line, LINE_LENGTH) if type(line) is str else ""
