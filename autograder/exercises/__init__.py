"""The course's exercises, one module per unit, found by name."""

from __future__ import annotations

import importlib
import re
from functools import cache
from pathlib import Path

from autograder.errors import UnknownExercise, UnknownUnit
from autograder.exercises.model import (
    Case,
    Exercise,
    Mistake,
    NotAnswered,
    Tolerance,
    Unit,
    WrittenQuestion,
)

__all__ = [
    "Case",
    "Exercise",
    "Mistake",
    "NotAnswered",
    "Tolerance",
    "Unit",
    "WrittenQuestion",
    "exercise",
    "unit",
    "unit_names",
]

_UNIT_MODULE = re.compile(r"\d\d_[a-z0-9_]+")


@cache
def unit_names() -> tuple[str, ...]:
    """Names of all units, in the order of the course."""
    here = Path(__file__).parent
    return tuple(sorted(p.stem for p in here.glob("*.py") if _UNIT_MODULE.fullmatch(p.stem)))


@cache
def unit(name: str) -> Unit:
    """The unit called `name` ("01_perceptron").

    Raises:
        UnknownUnit: there is none; the message lists those that exist.
    """
    if name not in unit_names():
        raise UnknownUnit(f"unknown unit {name!r}; the course has: {', '.join(unit_names())}")
    found: Unit = importlib.import_module(f"{__name__}.{name}").UNIT
    return found


@cache
def exercise(identifier: str) -> Exercise:
    """The exercise with that identifier ("neuron-gradient"), of whichever unit.

    Raises:
        UnknownExercise: there is none; the message names the nearest.
    """
    by_id = {e.id: e for name in unit_names() for e in unit(name).exercises}
    if identifier not in by_id:
        import difflib

        near = difflib.get_close_matches(identifier, by_id, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownExercise(f"unknown exercise {identifier!r}{hint}")
    return by_id[identifier]
