"""Observes what a student defined: calls it on cases, or reads its value.

The same functions run in the jail, where the worker feeds them, and in a notebook, where `check`
does. They know no right answer.
"""

from __future__ import annotations

import operator
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from types import CodeType, FunctionType
from typing import Any, Literal, get_args

import numpy as np

from autograder.probes.failing import describe, own_line
from autograder.probes.materials import Workshop
from autograder.probes.observation import Observation, Outcome
from autograder.probes.plain import Foreign, Plain, fresh, same, snapshot, type_name

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
    last argument back, a list of inputs: the function that must come back is applied to each of
    them in turn, and the list of the results is what is observed. The functions of all cases are
    made before the first one is applied, so that functions that share something, or that work
    only once, show it. "iterate" takes the items of what comes back. "effect" looks at what became
    of the materials. "value" takes a snapshot of the target, the same for each case.

    An argument counts as changed when its snapshot is another afterwards, or when another object
    stands in the place of one that a snapshot only names (functions, which look all the same).

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
    if _is_placeholder(target):
        return [Observation("unanswered")] * len(cases)
    if not callable(target):
        error = f"TypeError: a function was expected, not {_a(target)}"
        return [Observation("raised", error=error)] * len(cases)
    if probe == "apply":
        return _observe_applied([_Call(target, case, let_through) for case in cases])
    return [_Call(target, case, let_through).observe(_WAYS[probe]) for case in cases]


def _read(target: object) -> Observation:
    if _is_placeholder(target):
        return Observation("unanswered")
    return Observation("returned", snapshot(target))


def _is_placeholder(value: object) -> bool:
    return any(value is placeholder for placeholder in _PLACEHOLDERS)


def _a(value: object) -> str:
    name = type_name(value)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


class _Call:
    """The target with one case's arguments, made anew, and what they were in the beginning."""

    def __init__(
        self, target: Callable[..., object], case: tuple[object, ...], let_through: Exceptions
    ) -> None:
        self.target = target
        self.let_through = let_through
        self.workshop = Workshop()
        self.args: tuple[Any, ...] = self.workshop.make(fresh(tuple(case)))
        self.before = [snapshot(arg) for arg in self.args]
        self.things = [_things(*pair) for pair in zip(self.before, self.args, strict=True)]
        self.made: object = None

    def observe(self, way: Way) -> Observation:
        """What comes of it on that way, whatever happens."""
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            observation = self.outcome(way)
        return replace(observation, mutated=tuple(self.changed()))

    def outcome(self, way: Way) -> Observation:
        try:
            value = way(self)
        except self.let_through:
            raise
        except BaseException as error:
            return _raised(error, self.target)
        if _is_placeholder(value):
            return Observation("unanswered")
        return Observation("returned", snapshot(value))

    def changed(self) -> Iterator[int]:
        """The positions of the arguments that are not what they were."""
        for i, arg in enumerate(self.args):
            after = snapshot(arg)
            if not same(self.before[i], after) or not _identical(
                self.things[i], _things(after, arg)
            ):
                yield i


def _things(plain: Plain, value: Any) -> list[object]:
    """The objects in `value` of which its snapshot `plain` says no more than the type."""
    if type(plain) is Foreign:
        return [value]
    items: Iterable[tuple[Plain, object]] = ()
    if type(plain) is list or type(plain) is tuple:
        items = zip(plain, value, strict=False)
    elif type(plain) is dict:
        items = zip(plain.values(), dict.values(value), strict=False)
    return [thing for one, other in items for thing in _things(one, other)]


def _identical(before: list[object], after: list[object]) -> bool:
    return len(before) == len(after) and all(map(operator.is_, before, after))


def _returned(call: _Call) -> object:
    return call.target(*call.args)


def _observe_applied(calls: list[_Call]) -> list[Observation]:
    """Make the functions of all calls, then apply each to its inputs."""
    seen = [call.observe(_make) for call in calls]
    return [
        call.observe(_applied) if made.outcome == "returned" else made
        for call, made in zip(calls, seen, strict=True)
    ]


def _make(call: _Call) -> None:
    call.made = call.target(*call.args[:-1])


def _applied(call: _Call) -> object:
    """The list of results; None or a placeholder where there is nothing else."""
    made = call.made
    if made is None or _is_placeholder(made):
        return made
    if not callable(made):
        raise TypeError(f"a function must come back, not {_a(made)}")
    results = [made(x) for x in call.args[-1]]
    if results and (_is_placeholder(results[0]) or all(result is None for result in results)):
        return results[0]
    return results


def _iterated(call: _Call) -> object:
    made = call.target(*call.args)
    if made is None or _is_placeholder(made):
        return made
    if not isinstance(made, Iterable):
        raise TypeError(f"something to loop over must come back, not {_a(made)}")
    return list(islice(made, MOST_ITEMS))


def _effected(call: _Call) -> object:
    value = call.target(*call.args)
    return value if _is_placeholder(value) else call.workshop.effects()


Way = Callable[[_Call], object]
_WAYS: dict[str, Way] = {"call": _returned, "iterate": _iterated, "effect": _effected}


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
