"""Observes what a student defined: calls it on cases, or reads its value.

The same functions run in the jail, where the worker feeds them, and in a notebook, where `check`
does. They know no right answer.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from types import CodeType, FunctionType
from typing import Any, Literal, get_args

import numpy as np

from autograder.probes.failing import describe, own_line
from autograder.probes.materials import Workshop
from autograder.probes.observation import Observation, Outcome
from autograder.probes.plain import fresh, same, snapshot, type_name

Probe = Literal["call", "apply", "iterate", "effect", "value"]
PROBES: tuple[Probe, ...] = get_args(Probe)

Exceptions = tuple[type[BaseException], ...]
_PLACEHOLDERS = (Ellipsis, NotImplemented)

MOST_ITEMS = 2000
"""As many items are taken from an iterator at most; it may be endless."""


def observe(
    probe: str,
    namespace: Mapping[str, object],
    name: str,
    cases: Sequence[tuple[object, ...]],
    *,
    let_through: Exceptions = (),
) -> list[Observation]:
    """One observation for each case of what `namespace` calls `name`.

    See `observe_target`; a name that is not defined gives "missing" for each case.
    """
    if name not in namespace:
        return [Observation("missing", error=f"`{name}` is not defined") for _ in cases]
    return observe_target(probe, namespace[name], cases, let_through=let_through)


def observe_target(
    probe: str,
    target: object,
    cases: Sequence[tuple[object, ...]],
    *,
    let_through: Exceptions = (),
) -> list[Observation]:
    """One observation for each case of `target`.

    "call" calls it with fresh copies of the case's arguments, materials made. "apply" holds the
    last argument back, for the function that must come back. "iterate" takes the items of what
    comes back. "effect" looks at what became of the materials. "value" takes a snapshot of the
    target, the same for each case.

    Whatever comes out is an observation, SystemExit and KeyboardInterrupt included, except
    exceptions of `let_through` (a notebook lets KeyboardInterrupt through, so that its stop button
    works). Warnings and floating-point errors are silent meanwhile, and their filters are
    afterwards what they were.

    Raises:
        ValueError: there is no such probe.
    """
    if probe not in PROBES:
        raise ValueError(f"unknown probe {probe!r}; there are: {', '.join(PROBES)}")
    if probe == "value":
        return [_read(target)] * len(cases)
    return [_call(probe, target, case, let_through) for case in cases]


def _read(target: object) -> Observation:
    if _is_placeholder(target):
        return Observation("unanswered")
    return Observation("returned", snapshot(target))


def _is_placeholder(value: object) -> bool:
    return any(value is placeholder for placeholder in _PLACEHOLDERS)


def _call(
    probe: str, target: object, case: tuple[object, ...], let_through: Exceptions
) -> Observation:
    if _is_placeholder(target):
        return Observation("unanswered")
    if not callable(target):
        return Observation("raised", error=f"TypeError: a function was expected, not {_a(target)}")
    workshop = Workshop()
    args = workshop.make(fresh(tuple(case)))
    before = [snapshot(arg) for arg in args]
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        observation = _outcome(_WAYS[probe], target, args, workshop, let_through)
    changed = (i for i, arg in enumerate(args) if not same(before[i], snapshot(arg)))
    return Observation(
        observation.outcome,
        observation.value,
        tuple(changed),
        observation.error,
        observation.line,
    )


def _a(value: object) -> str:
    name = type_name(value)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _outcome(
    way: Way,
    target: Callable[..., object],
    args: tuple[Any, ...],
    workshop: Workshop,
    let_through: Exceptions,
) -> Observation:
    try:
        value = way(target, args, workshop)
    except let_through:
        raise
    except BaseException as error:
        return _raised(error, target)
    if _is_placeholder(value):
        return Observation("unanswered")
    return Observation("returned", snapshot(value))


def _returned(target: Callable[..., object], args: tuple[Any, ...], workshop: Workshop) -> object:
    return target(*args)


def _applied(target: Callable[..., object], args: tuple[Any, ...], workshop: Workshop) -> object:
    made = target(*args[:-1])
    if made is None or _is_placeholder(made):
        return made
    if not callable(made):
        raise TypeError(f"a function must come back, not {_a(made)}")
    return made(args[-1])


def _iterated(target: Callable[..., object], args: tuple[Any, ...], workshop: Workshop) -> object:
    made = target(*args)
    if made is None or _is_placeholder(made):
        return made
    if not isinstance(made, Iterable):
        raise TypeError(f"something to loop over must come back, not {_a(made)}")
    return list(islice(made, MOST_ITEMS))


def _effected(target: Callable[..., object], args: tuple[Any, ...], workshop: Workshop) -> object:
    value = target(*args)
    return value if _is_placeholder(value) else workshop.effects()


Way = Callable[[Callable[..., object], tuple[Any, ...], Workshop], object]
_WAYS: dict[str, Way] = {
    "call": _returned,
    "apply": _applied,
    "iterate": _iterated,
    "effect": _effected,
}


def _raised(error: BaseException, target: object) -> Observation:
    own = target.__globals__ if type(target) is FunctionType else None
    line, code = own_line(sys.exc_info()[2], own)
    placeholder = code is not None and code is _code_of(target)
    outcome: Outcome = "raised"
    if type(error) is NotImplementedError and placeholder:
        outcome = "unanswered"
    return Observation(outcome, error=describe(error), line=line)


def _code_of(target: object) -> CodeType | None:
    """The code of a plain Python function; None for anything else that can be called."""
    return target.__code__ if type(target) is FunctionType else None
