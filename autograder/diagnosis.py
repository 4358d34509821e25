"""Names the mistake behind an answer's failures, or says nothing.

First the exercise's own mistakes: one is named when the student's results are the mistake's on
every case that returned a value. Then general patterns (`patterns`), each of which must explain
every wrong value. A wrong diagnosis is worse than none: what is not explained is not named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from autograder.exercises.model import Mistake
from autograder.marking import Marking
from autograder.matching import difference
from autograder.patterns import Evidence, recognise
from autograder.probes import Observation
from autograder.verdict import Diagnosis, Failure

SILENT = {"missing", "unanswered", "stopped"}
"""Failures that say nothing about how the student thinks."""

WRONG_RESULT = {"value", "shape", "nan", "type"}


def diagnose(
    marking: Marking,
    observations: Sequence[Observation],
    failures: Sequence[Failure | None],
    indices: Sequence[int],
) -> Diagnosis | None:
    """The diagnosis of one part of an exercise.

    Args:
        marking: the exercise with its cases and expected values.
        observations: the student's, one per case.
        failures: what is wrong with each case, None where nothing is.
        indices: the cases of this part.
    """
    kinds = {failure.kind for i in indices if (failure := failures[i]) is not None}
    if not kinds or kinds <= SILENT:
        return None
    mistake = _matching_mistake(marking, observations, failures, indices)
    if mistake is not None:
        return Diagnosis(mistake.id, mistake.explanation, mistake.hint)
    evidence = Evidence(
        exercise=marking.exercise,
        cases=tuple(marking.cases[i] for i in indices),
        expected=tuple(marking.expected[i] for i in indices),
        observations=tuple(observations[i] for i in indices),
        failures=tuple(failures[i] for i in indices),
    )
    return recognise(evidence)


def _matching_mistake(
    marking: Marking,
    observations: Sequence[Observation],
    failures: Sequence[Failure | None],
    indices: Sequence[int],
) -> Mistake | None:
    """The first mistake whose results are the student's on every case of this part."""
    part = marking.cases[indices[0]].part
    if not any(_is_telling(marking, failures, i) for i in indices):
        return None
    for mistake in marking.exercise.mistakes:
        if mistake.part not in ("", part):
            continue
        for spelling in mistake.spellings:
            if all(_agree(marking, i, observations[i], spelling) for i in indices):
                return mistake
    return None


def _is_telling(marking: Marking, failures: Sequence[Failure | None], index: int) -> bool:
    """Whether a wrong result came back, or not the exception that is right in this case."""
    failure = failures[index]
    return failure is not None and (
        failure.kind in WRONG_RESULT or bool(marking.cases[index].raises)
    )


def _agree(
    marking: Marking, index: int, student: Observation, spelling: Callable[..., Any]
) -> bool:
    """Whether the student's observation is what a mistake gives on that case.

    A case in which the student's answer raised an exception tells nothing: one spelling of a
    mistake stumbles over a shape where another does not. So does one that was cut short.
    """
    theirs = marking.mistaken(spelling, index)
    if marking.cases[index].raises:
        return _ends_alike(student, theirs)
    if student.outcome != "returned":
        return True
    if theirs.outcome != "returned":
        return False
    one, other = _viewed(marking, index, theirs), _viewed(marking, index, student)
    if one is None or other is None:
        return False
    exercise = marking.exercise
    return difference(one, other, exercise.tolerance, equal_nan=True) is None


def _ends_alike(student: Observation, theirs: Observation) -> bool:
    """Where an exception is right: whether both raised the same one, or both none."""
    return (student.outcome, _kind(student)) == (theirs.outcome, _kind(theirs))


def _kind(observation: Observation) -> str:
    return observation.error.partition(":")[0]


def _viewed(marking: Marking, index: int, observation: Observation) -> Any:
    """What is compared of an observation's value, or None when it has no view."""
    view = marking.exercise.view
    if view is None:
        return observation.value
    try:
        return view(marking.cases[index], observation.value)
    except ValueError:
        return None
