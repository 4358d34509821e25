"""Answers of strangers to every unit: right ones pass, wrong ones that come close do not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from autograder import exercises
from autograder.exercises import Exercise, Unit
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe_target
from autograder.verdict import Verdict

SEEDS = (1957, 11, 12)
FOLDERS = sorted(Path(__file__).parent.glob("unit_[0-9][0-9]"))
Answer = Callable[..., Any]


def unit_of(folder: Path) -> Unit:
    """The unit whose number the folder's name ends with."""
    number = folder.name.removeprefix("unit_")
    (name,) = (name for name in exercises.unit_names() if name.startswith(f"{number}_"))
    return exercises.unit(name)


@cache
def read(path: Path) -> ModuleType:
    """The module of answers in that file."""
    spec = spec_from_file_location(f"truth_{path.parent.name}_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(kind: str, folder: Path) -> list[Any]:
    """All functions named "right_..." or "wrong_..." in a folder, each with its exercise."""
    unit, found = unit_of(folder), []
    for path in sorted(folder.glob("*.py")):
        exercise = unit.by_id[path.stem.replace("_", "-")]
        for name, answer in vars(read(path)).items():
            if name.startswith(f"{kind}_"):
                label = f"{folder.name}-{exercise.id}-{name}"
                found.append(pytest.param(exercise, answer, id=label))
    return found


def all_answers(kind: str) -> list[Any]:
    return [found for folder in FOLDERS for found in answers(kind, folder)]


def verdict(exercise: Exercise, answer: Answer, seed: int) -> Verdict:
    ready = marking(exercise, seed)
    target = answer() if exercise.probe == "value" else answer
    return judge(ready, observe_target(exercise.probe, target, [case.args for case in ready.cases]))


@pytest.mark.parametrize(("exercise", "answer"), all_answers("right"))
def test_a_right_answer_earns_full_points_in_any_style(exercise: Exercise, answer: Answer) -> None:
    for seed in SEEDS:
        result = verdict(exercise, answer, seed)
        assert (exercise.points, ()) == (result.points, result.failures)


@pytest.mark.parametrize(("exercise", "answer"), all_answers("wrong"))
def test_a_wrong_answer_earns_nothing_for_any_seed(exercise: Exercise, answer: Answer) -> None:
    for seed in SEEDS:
        result = verdict(exercise, answer, seed)
        assert 0 == min(part.points for part in result.parts)  # most exercises have one part


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_exercise_that_is_called_has_answers_of_both_kinds(folder: Path) -> None:
    called = {exercise.id for exercise in unit_of(folder).exercises if exercise.probe != "value"}
    for kind in ("right", "wrong"):
        assert {found.values[0].id for found in answers(kind, folder)} == called
