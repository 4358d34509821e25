"""An exercise made ready for judging: its cases, what is expected, and what each mistake gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from autograder.exercises.model import Case, Exercise
from autograder.probes import Observation, observe_target


@dataclass(frozen=True)
class Marking:
    """Everything about an exercise that is the same for a whole class.

    Args:
        exercise: the exercise.
        cases: the cases drawn for one seed.
        expected: what the reference gives on each case (after the exercise's view).
    """

    exercise: Exercise
    cases: tuple[Case, ...]
    expected: tuple[Any, ...]

    _wrong: dict[tuple[Callable[..., Any], int], Observation] = field(
        default_factory=dict, compare=False
    )

    def mistaken(self, spelling: Callable[..., Any], index: int) -> Observation:
        """What a wrong implementation gives on one case, computed when first asked for.

        It is the plain value, before the exercise's view.
        """
        key = (spelling, index)
        if key not in self._wrong:
            self._wrong[key] = _run(self.exercise, spelling, self.cases[index : index + 1])[0]
        return self._wrong[key]


@lru_cache(maxsize=512)
def marking(exercise: Exercise, seed: int) -> Marking:
    """The marking of `exercise` for the cases that `seed` draws; computed once per process.

    Raises:
        RuntimeError: the reference itself fails on one of its cases (a fault of the exercise).
    """
    cases = exercise.draw(seed)
    observations = _run(exercise, exercise.reference, cases)
    expected: list[Any] = []
    for case, observation in zip(cases, observations, strict=True):
        if case.raises and raised_rightly(case, observation):
            expected.append(None)
            continue
        if observation.outcome != "returned" or (exercise.pure and observation.mutated):
            raise RuntimeError(
                f"the reference of {exercise.id!r} fails on {case.name!r}: {observation.error}"
            )
        value = observation.value
        expected.append(exercise.view(case, value) if exercise.view else value)
    return Marking(exercise, cases, tuple(expected))


def _run(
    exercise: Exercise, implementation: Callable[..., Any], cases: Sequence[Case]
) -> tuple[Observation, ...]:
    if exercise.probe == "value":
        return tuple(observe_target("value", implementation(), [()] * len(cases)))
    return tuple(observe_target(exercise.probe, implementation, [case.args for case in cases]))


def raised_rightly(case: Case, observation: Observation) -> bool:
    """Whether one of the exceptions came out that are right in this case."""
    kind = observation.error.partition(":")[0].rpartition(".")[2]
    return observation.outcome == "raised" and kind in case.raises
