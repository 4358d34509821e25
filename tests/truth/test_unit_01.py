"""Answers of a stranger to unit 01: the right ones pass, the wrong ones that come close do not."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from autograder import exercises
from autograder.exercises import Exercise
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe_target
from autograder.verdict import Verdict

SEEDS = (1957, 11, 12)
UNIT = exercises.unit("01_perceptron")
ANSWERS = Path(__file__).parent / "unit_01"
Answer = Callable[..., Any]


def read(path: Path) -> ModuleType:
    """The module of answers in that file."""
    spec = spec_from_file_location(f"truth_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(kind: str) -> list[Any]:
    """All functions named "right_..." or "wrong_...", each with its exercise."""
    found = []
    for path in sorted(ANSWERS.glob("*.py")):
        exercise = UNIT.by_id[path.stem.replace("_", "-")]
        for name, answer in vars(read(path)).items():
            if name.startswith(f"{kind}_"):
                found.append(pytest.param(exercise, answer, id=f"{exercise.id}-{name}"))
    return found


def verdict(exercise: Exercise, answer: Answer, seed: int) -> Verdict:
    ready = marking(exercise, seed)
    return judge(ready, observe_target("call", answer, [case.args for case in ready.cases]))


@pytest.mark.parametrize(("exercise", "answer"), answers("right"))
def test_a_right_answer_earns_full_points_in_any_style(exercise: Exercise, answer: Answer) -> None:
    for seed in SEEDS:
        result = verdict(exercise, answer, seed)
        assert (exercise.points, ()) == (result.points, result.failures)


@pytest.mark.parametrize(("exercise", "answer"), answers("wrong"))
def test_a_wrong_answer_earns_nothing_for_any_seed(exercise: Exercise, answer: Answer) -> None:
    for seed in SEEDS:
        assert verdict(exercise, answer, seed).points == 0


def test_every_exercise_that_is_called_has_answers_of_both_kinds() -> None:
    called = {exercise.id for exercise in UNIT.exercises if exercise.probe == "call"}
    for kind in ("right", "wrong"):
        assert {parameters.values[0].id for parameters in answers(kind)} == called
