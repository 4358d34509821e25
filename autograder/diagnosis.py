"""Names the mistake behind an answer's failures, or says nothing.

First the exercise's own mistakes: one is named when the student's results are the mistake's on
every case that returned a value, or ended in an exception with a meaning. Then general patterns
(`patterns`), each of which must explain every wrong value. A wrong diagnosis is worse than none:
what is not explained is not named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from autograder.exercises.model import Case, Mistake
from autograder.marking import Marking, raised_rightly
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
    telling = [i for i in indices if _is_telling(marking, observations, failures, i)]
    if not telling:
        return None
    strict = all(marking.cases[i].raises for i in telling)
    for mistake in marking.exercise.mistakes:
        if mistake.part not in ("", part):
            continue
        for spelling in mistake.spellings:
            if all(_agree(marking, i, observations[i], spelling, strict) for i in indices):
                return mistake
    return None


def _is_telling(
    marking: Marking,
    observations: Sequence[Observation],
    failures: Sequence[Failure | None],
    index: int,
) -> bool:
    """Whether a wrong result came back, not the exception that is right here, or a false alarm."""
    failure = failures[index]
    return failure is not None and (
        failure.kind in WRONG_RESULT
        or bool(marking.cases[index].raises)
        or _is_false_alarm(marking, index, observations[index])
    )


def _is_false_alarm(marking: Marking, index: int, observation: Observation) -> bool:
    """Whether an exception came out that is right in other cases of the exercise, but not here."""
    elsewhere = (case for case in marking.cases if case.raises)
    return not marking.cases[index].raises and any(
        raised_rightly(case, observation) for case in elsewhere
    )


def _agree(
    marking: Marking, index: int, student: Observation, spelling: Callable[..., Any], strict: bool
) -> bool:
    """Whether the student's observation is what a mistake gives on that case.

    A case in which the student's answer raised an exception tells nothing: one spelling of a
    mistake stumbles over a shape where another does not. So does one that was cut short. But a
    false alarm must be the mistake's, too; and where nothing tells but the missing alarms
    (`strict`), every other failure must be the mistake's.
    """
    theirs = marking.mistaken(spelling, index)
    if marking.cases[index].raises:
        return _ends_alike(marking.cases[index], student, theirs)
    if _is_false_alarm(marking, index, student):
        return _is_false_alarm(marking, index, theirs)
    if student.outcome != "returned":
        return not strict or theirs.outcome != "returned"
    if theirs.outcome != "returned":
        return False
    one, other = _viewed(marking, index, theirs), _viewed(marking, index, student)
    if one is None or other is None:
        return False
    exercise = marking.exercise
    return difference(one, other, exercise.tolerance, equal_nan=True) is None


def _ends_alike(case: Case, student: Observation, theirs: Observation) -> bool:
    """Where an exception is right: whether both raised a right one, the same one, or none."""
    if raised_rightly(case, student) and raised_rightly(case, theirs):
        return True
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
