"""The truth: complete, and what the judge says of the answers that are safe to run here."""

from __future__ import annotations

import contextlib
import csv
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from autograder.course import PUBLIC_SEED, exercise_seed
from autograder.exercises import Exercise, Unit, unit
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe
from autograder.results import STATUSES
from autograder.submission import load_release, read, sanitise
from samples.units import UNITS, SampleUnit

ROOT = Path(__file__).resolve().parents[2]
GRADING_SEED = 2026
"""The seed of `make grade`."""

HARMLESS = [
    pytest.param(unit(sample.name), student.name, id=f"{sample.name}-{student.name}")
    for sample in UNITS
    for group in sample.harmless
    for student in sample.groups[group]
]
EXERCISES = [exercise for sample in UNITS for exercise in unit(sample.name).exercises]

every_unit = pytest.mark.parametrize("sample", UNITS, ids=lambda sample: sample.name)
every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)

SEVERAL = 4
"""Mistakes of each exercise that sample students make at least; tests/contracts makes them all."""

Row = tuple[str, float, str]


class Magics:
    """What stands in for IPython: cell magics run their cell, others do nothing."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace

    def run_line_magic(self, *words: str) -> None:
        pass

    def run_cell_magic(self, magic: str, line: str, source: str) -> None:
        exec(source, self.namespace)


@pytest.fixture
def quiet() -> Iterator[None]:
    """Students' code may warn and change Matplotlib's settings; the tests around it see nothing."""
    with warnings.catch_warnings(), np.errstate(all="ignore"), mpl.rc_context():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture(scope="session")
def truth(made: Path) -> list[dict[str, str]]:
    with (made / "truth.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def truth_of(truth: list[dict[str, str]], unit: str, student: str) -> list[Row]:
    rows = [row for row in truth if (row["unit"], row["student"]) == (unit, student)]
    return [(row["exercise"], float(row["score"]), row["mistake"]) for row in rows]


def judged(made: Path, unit: Unit, student: str, seed: int) -> list[Row]:
    """What the judge says of a submission that runs in this process."""
    path = made / "class" / student / unit.name / f"{unit.name}.ipynb"
    release = load_release(ROOT / "notebooks" / unit.name / f"{unit.name}.ipynb", unit)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    namespace["get_ipython"] = lambda: Magics(namespace)
    points: dict[str, Row] = {}
    for step in sanitise(read(path.read_bytes()), unit, release).steps:
        if step["kind"] == "cell":
            run(step["source"], namespace)
        else:
            points[step["exercise"]] = verdict(unit, step["exercise"], namespace, seed)
    return [points[exercise.id] for exercise in unit.exercises]


def run(source: str, namespace: dict[str, Any]) -> None:
    """One cell, as IPython would run it; what students forgot or left open ends only the cell."""
    source = TransformerManager().transform_cell(source)  # type: ignore[no-untyped-call]  # IPython's
    with contextlib.suppress(ImportError, NotImplementedError):
        exec(source, namespace)


def verdict(unit: Unit, exercise: str, namespace: dict[str, Any], seed: int) -> Row:
    asked = unit.by_id[exercise]
    ready = marking(asked, exercise_seed(seed, unit.name, exercise))
    cases = [case.args for case in ready.cases]
    said = judge(ready, observe(asked.probe, namespace, asked.name, cases))
    return exercise, said.points, said.mistake


@pytest.mark.parametrize("seed", [GRADING_SEED, PUBLIC_SEED])
@pytest.mark.parametrize(("unit", "student"), HARMLESS)
def test_the_judge_agrees_with_the_truth(
    unit: Unit,
    student: str,
    seed: int,
    made: Path,
    truth: list[dict[str, str]],
    quiet: None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert truth_of(truth, unit.name, student) == judged(made, unit, student, seed)


@every_unit
def test_every_submission_has_a_row_for_every_exercise(
    sample: SampleUnit, truth: list[dict[str, str]]
) -> None:
    exercises = [exercise.id for exercise in unit(sample.name).exercises]
    for student in sample.students():
        rows = truth_of(truth, sample.name, student.name)
        assert exercises == [exercise for exercise, _, _ in rows]


def test_every_status_occurs() -> None:
    assert set(STATUSES) == {student.status for sample in UNITS for student in sample.students()}


@every_exercise
def test_students_make_several_of_the_mistakes_that_the_unit_declares(
    exercise: Exercise, truth: list[dict[str, str]]
) -> None:
    seen = {row["mistake"] for row in truth if row["exercise"] == exercise.id}
    declared = {mistake.id for mistake in exercise.mistakes}
    assert len(declared & seen) >= min(len(declared), SEVERAL), sorted(declared - seen)


@every_exercise
def test_somebody_gets_every_exercise_right_and_somebody_wrong(
    exercise: Exercise, truth: list[dict[str, str]]
) -> None:
    scores = {float(row["score"]) for row in truth if row["exercise"] == exercise.id}
    assert {0.0, float(exercise.points)} <= scores


@every_exercise
def test_no_score_is_more_than_the_exercise_is_worth(
    exercise: Exercise, truth: list[dict[str, str]]
) -> None:
    rows = [row for row in truth if row["exercise"] == exercise.id]
    assert [] == [row for row in rows if not 0.0 <= float(row["score"]) <= exercise.points]


@every_exercise
def test_full_points_and_a_mistake_never_stand_together(
    exercise: Exercise, truth: list[dict[str, str]]
) -> None:
    full = [
        row
        for row in truth
        if row["exercise"] == exercise.id and float(row["score"]) == exercise.points
    ]
    assert [] == [row for row in full if row["mistake"]]


@every_unit
def test_every_answer_of_the_book_is_given_by_somebody(sample: SampleUnit) -> None:
    book = sample.book({e.id: float(e.points) for e in unit(sample.name).exercises})
    used = Counter(
        (exercise, answer.source)
        for student in sample.students()
        for exercise, answer in student.chosen(book).items()
    )
    unused = [
        f"{exercise}: {name}"
        for exercise, answers in book.items()
        for name, answer in answers.items()
        if (exercise, answer.source) not in used
    ]
    assert [] == unused
