"""Judges an answer: observations against the reference, in a process that runs no student code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.diagnosis import diagnose
from autograder.exercises.model import AGAIN, Case, Exercise, NotAnswered
from autograder.marking import Marking, raised_rightly
from autograder.matching import Difference, difference
from autograder.probes import Observation, is_material, same
from autograder.showing import show, show_arguments
from autograder.verdict import Failure, Part, Verdict


def judge(marking: Marking, observations: Sequence[Observation]) -> Verdict:
    """The verdict on one answer.

    Args:
        marking: the exercise with its cases and what is expected.
        observations: one for each case, in the same order.

    Raises:
        ValueError: the numbers of observations and cases differ.
    """
    exercise = marking.exercise
    if len(observations) != len(marking.cases):
        raise ValueError(f"{len(marking.cases)} cases but {len(observations)} observations")
    failures = [
        _failure(marking, index, observation) for index, observation in enumerate(observations)
    ]
    _mark_random(marking, observations, failures)
    names = list(dict.fromkeys(case.part for case in marking.cases))
    share = exercise.points / len(names)
    parts = tuple(_part(marking, observations, failures, name, share) for name in names)
    points = float(sum(part.points for part in parts))
    return Verdict(exercise.id, exercise.title, points, float(exercise.points), parts)


def _part(
    marking: Marking,
    observations: Sequence[Observation],
    failures: Sequence[Failure | None],
    name: str,
    share: float,
) -> Part:
    indices = [i for i, case in enumerate(marking.cases) if case.part == name]
    found = tuple(failure for i in indices if (failure := failures[i]) is not None)
    points = 0.0 if found else float(share)
    diagnosis = diagnose(marking, observations, failures, indices) if found else None
    return Part(name, points, float(share), len(indices), found, diagnosis)


def _failure(marking: Marking, index: int, observation: Observation) -> Failure | None:
    """What is wrong with one case's observation, or None."""
    exercise, case = marking.exercise, marking.cases[index]
    match observation.outcome:
        case "missing":
            return _plain_failure(
                case, "missing", observation.error or f"`{exercise.name}` is not defined"
            )
        case "unanswered":
            return _plain_failure(case, "unanswered", "not answered yet")
        case "stopped":
            return _plain_failure(case, "stopped", observation.error)
        case "raised" if case.raises and raised_rightly(case, observation):
            return None
        case "raised":
            return _raised(exercise, case, observation)
    if case.raises:
        message = f"a {case.raises[0]} must be raised here, but a result came back"
        return _shown(exercise, case, observation, Difference("value", message))
    return _returned(marking, index, observation)


def _returned(marking: Marking, index: int, observation: Observation) -> Failure | None:
    exercise, case = marking.exercise, marking.cases[index]
    try:
        value = exercise.view(case, observation.value) if exercise.view else observation.value
    except NotAnswered as error:
        return _plain_failure(case, "unanswered", str(error))
    except ValueError as error:
        return _shown(exercise, case, observation, Difference("type", str(error)))
    expected = marking.expected[index]
    found = difference(expected, value, exercise.tolerance, exercise.returns)
    if found is not None:
        return _shown(exercise, case, observation, found, expected if case.show else None)
    if exercise.pure and observation.mutated:
        changed = [_argument(exercise, position) for position in observation.mutated]
        message = f"the result is right, but the input {', '.join(changed)} was changed on the way"
        return Failure(case.name, "mutated", message, show_arguments(exercise.arguments, case.args))
    return None


def _raised(exercise: Exercise, case: Case, observation: Observation) -> Failure:
    where = f", at the line: {observation.line}" if observation.line else ""
    message = f"it raised {observation.error}{where}"
    if observation.error.startswith("NotImplementedError"):
        message = f"it needs something that is not answered yet{where}"
    return Failure(case.name, "raised", message, show_arguments(exercise.arguments, case.args))


def _shown(
    exercise: Exercise,
    case: Case,
    observation: Observation,
    found: Difference,
    expected: Any = None,
) -> Failure:
    return Failure(
        case=case.name,
        kind=found.kind,
        message=found.message,
        inputs=show_arguments(exercise.arguments, case.args),
        got=show(observation.value),
        expected="" if expected is None else show(expected),
    )


def _plain_failure(case: Case, kind: Any, message: str) -> Failure:
    return Failure(case.name, kind, message)


def _argument(exercise: Exercise, position: int) -> str:
    names = exercise.arguments
    return f"`{names[position]}`" if position < len(names) else f"number {position + 1}"


def _mark_random(
    marking: Marking, observations: Sequence[Observation], failures: list[Failure | None]
) -> None:
    """Replace the failure of the repeated first case when the two results differ."""
    last, again = marking.cases[-1], observations[-1]
    first = observations[0]
    if last.name != AGAIN or again.outcome != "returned" or first.outcome != "returned":
        return
    if same(first.value, again.value):
        return
    if not (failures[0] or failures[-1] or _hands_over_a_generator(last)):
        return
    failures[-1] = Failure(
        case=AGAIN,
        kind="random",
        message="the same call gave another result the second time",
        inputs=show_arguments(marking.exercise.arguments, last.args),
        got=f"{show(first.value)} first, then {show(again.value)}",
    )


def _hands_over_a_generator(case: Case) -> bool:
    """Whether all random numbers were to come from one generator, which repeats itself."""
    return any(is_material(arg) and arg["material"] == "generator" for arg in case.args)
