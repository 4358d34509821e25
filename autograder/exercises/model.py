"""The words in which an exercise is declared: unit, exercise, case, mistake, tolerance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

AGAIN = "the first case once more"
"""Name of the repetition that `Exercise.draw` adds: the same call must give the same result."""


class NotAnswered(ValueError):
    """Raised by a view when the student has not answered this part yet."""


@dataclass(frozen=True)
class Case:
    """One input on which an answer is probed.

    Args:
        name: what is special about it, as a student would say it ("one row").
        args: positional arguments, plain data (arrays, numbers, text, lists, dicts of them) and
            materials (`probes.materials`: generators, functions, training runs, graphs).
        part: the share of the exercise that this case belongs to.
        show: the expected value may be shown (a small example that the notebook works out).
        raises: names of exceptions, one of which is the right answer here; empty: none is.
    """

    name: str
    args: tuple[Any, ...] = ()
    part: str = "all"
    show: bool = False
    raises: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mistake:
    """A named wrong implementation, with the words for a student who wrote it.

    `implementation` has the signature of the reference; `also` holds other spellings of the same
    mistake that give other results (a wrong rule, with the loss counted one way or the other).
    `explanation` says what the student probably did, `hint` where to look; neither gives the
    answer. `part` limits the mistake to one part of the exercise (empty: any).
    """

    id: str
    implementation: Callable[..., Any]
    explanation: str
    hint: str = ""
    part: str = ""
    also: tuple[Callable[..., Any], ...] = ()

    @property
    def spellings(self) -> tuple[Callable[..., Any], ...]:
        """All implementations, the main one first."""
        return (self.implementation, *self.also)


@dataclass(frozen=True)
class Tolerance:
    """Two numbers a, b agree when |a - b| <= atol + rtol * max|b|.

    The maximum is over the whole expected array, so that an entry that cancels to nearly zero
    does not ask a float32 answer for more digits than its neighbours have.
    """

    rtol: float = 1e-5
    atol: float = 1e-8


@dataclass(frozen=True)
class Exercise:
    """One graded task.

    Args:
        id: identifier, `grade_id` of the answer cell ("neuron-gradient").
        title: a few words for pages and tables.
        points: full marks.
        reference: the right implementation (from `course_lib`).
        cases: draws the cases from a seeded generator, edge cases included.
        mistakes: known wrong implementations.
        tolerance: how closely numbers must agree.
        returns: names of what comes back, used in messages ("w", "b").
        arguments: names of the arguments, used in messages.
        probe: how the answer is observed (see `probes.observe_target`): "call" a function,
            "apply" the function it makes to each item of the case's last argument, a list,
            "iterate" over what it gives, look at the "effect" on its arguments, or read a "value".
        view: maps (case, plain value) to what is compared, where many answers are right;
            raises ValueError with a sentence for a student when the value has no such view
            (NotAnswered when there is no answer yet).
        pure: inputs must be left as they were.
        read_again: where in the unit to read again.
    """

    id: str
    title: str
    points: float
    reference: Callable[..., Any]
    cases: Callable[[np.random.Generator], Sequence[Case]]
    mistakes: tuple[Mistake, ...] = ()
    tolerance: Tolerance = Tolerance()
    returns: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    probe: str = "call"
    view: Callable[[Case, Any], Any] | None = None
    pure: bool = True
    read_again: str = ""

    @property
    def name(self) -> str:
        """What the student defines: the identifier with underscores."""
        return self.id.replace("-", "_")

    def draw(self, seed: int) -> tuple[Case, ...]:
        """The cases for that seed; a called function meets the first one a second time."""
        cases = tuple(self.cases(np.random.default_rng(seed)))
        if self.probe == "value" or not cases[0].args:
            return cases
        return (*cases, replace(cases[0], name=AGAIN))


@dataclass(frozen=True)
class WrittenQuestion:
    """A question answered in words and graded by hand in formgrader."""

    id: str
    title: str
    points: float


@dataclass(frozen=True)
class Unit:
    """One notebook: its exercises in order, and the modules of `course_lib` its answers may use.

    `library` names what the sandbox shows of `course_lib`; references of the unit's own
    exercises are never among it.
    """

    name: str
    title: str
    exercises: tuple[Exercise, ...]
    written: tuple[WrittenQuestion, ...] = ()
    library: tuple[str, ...] = ()
    by_id: dict[str, Exercise] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {exercise.id: exercise for exercise in self.exercises})

    @property
    def max_points(self) -> float:
        """Points that the judge gives (without the written questions)."""
        return float(sum(exercise.points for exercise in self.exercises))
