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
from autograder.exercises import unit
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe
from autograder.results import STATUSES
from autograder.submission import load_release, read, sanitise
from samples import unit_01
from samples.unit_01.concepts import RIGHT as LETTERS

ROOT = Path(__file__).resolve().parents[2]
UNIT = unit(unit_01.UNIT)
GRADING_SEED = 2026
"""The seed of `make grade`."""

HARMLESS = [student.name for group in unit_01.HARMLESS for student in unit_01.GROUPS[group]]

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


def truth_of(made: Path, student: str) -> list[Row]:
    with (made / "truth.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["student"] == student]
    return [(row["exercise"], float(row["score"]), row["mistake"]) for row in rows]


def judged(made: Path, student: str, seed: int) -> list[Row]:
    """What the judge says of a submission that runs in this process."""
    path = made / "class" / student / UNIT.name / f"{UNIT.name}.ipynb"
    release = load_release(ROOT / "notebooks" / UNIT.name / f"{UNIT.name}.ipynb", UNIT)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    namespace["get_ipython"] = lambda: Magics(namespace)
    points: dict[str, Row] = {}
    for step in sanitise(read(path.read_bytes()), UNIT, release).steps:
        if step["kind"] == "cell":
            run(step["source"], namespace)
        else:
            points[step["exercise"]] = verdict(step["exercise"], namespace, seed)
    return [points[exercise.id] for exercise in UNIT.exercises]


def run(source: str, namespace: dict[str, Any]) -> None:
    """One cell, as IPython would run it; what students forgot or left open ends only the cell."""
    source = TransformerManager().transform_cell(source)  # type: ignore[no-untyped-call]  # IPython's
    with contextlib.suppress(ImportError, NotImplementedError):
        exec(source, namespace)


def verdict(exercise: str, namespace: dict[str, Any], seed: int) -> Row:
    asked = UNIT.by_id[exercise]
    ready = marking(asked, exercise_seed(seed, UNIT.name, exercise))
    cases = [case.args for case in ready.cases]
    said = judge(ready, observe(asked.probe, namespace, asked.name, cases))
    return exercise, said.points, said.mistake


@pytest.mark.parametrize("seed", [GRADING_SEED, PUBLIC_SEED])
@pytest.mark.parametrize("student", HARMLESS)
def test_the_judge_agrees_with_the_truth(
    student: str, seed: int, made: Path, quiet: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert truth_of(made, student) == judged(made, student, seed)


def test_every_submission_has_a_row_for_every_exercise(made: Path) -> None:
    exercises = [exercise.id for exercise in UNIT.exercises]
    for group in unit_01.GROUPS.values():
        for student in group:
            assert exercises == [exercise for exercise, _, _ in truth_of(made, student.name)]


def test_every_status_occurs() -> None:
    statuses = {student.status for group in unit_01.GROUPS.values() for student in group}
    assert set(STATUSES) == statuses


@pytest.mark.parametrize("exercise", UNIT.exercises, ids=lambda exercise: exercise.id)
def test_somebody_makes_every_mistake_that_the_unit_declares(exercise: Any, made: Path) -> None:
    with (made / "truth.csv").open(newline="") as file:
        seen = {row["mistake"] for row in csv.DictReader(file) if row["exercise"] == exercise.id}
    assert set() == {mistake.id for mistake in exercise.mistakes} - seen


def test_somebody_gets_every_exercise_right_and_somebody_wrong(made: Path) -> None:
    with (made / "truth.csv").open(newline="") as file:
        rows = [(row["exercise"], float(row["score"])) for row in csv.DictReader(file)]
    for exercise in UNIT.exercises:
        scores = {score for name, score in rows if name == exercise.id}
        assert {0.0, float(exercise.points)} <= scores


def test_no_score_is_more_than_the_exercise_is_worth(made: Path) -> None:
    with (made / "truth.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            assert 0.0 <= float(row["score"]) <= UNIT.by_id[row["exercise"]].points


def test_full_points_and_a_mistake_never_stand_together(made: Path) -> None:
    with (made / "truth.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            full = float(row["score"]) == UNIT.by_id[row["exercise"]].points
            assert not (full and row["mistake"]), row


def test_every_answer_of_the_book_is_given_by_somebody() -> None:
    book = unit_01.book({exercise.id: float(exercise.points) for exercise in UNIT.exercises})
    used = Counter(
        (exercise, answer.source)
        for group in unit_01.GROUPS.values()
        for student in group
        for exercise, answer in student.chosen(book).items()
    )
    unused = [
        f"{exercise}: {name}"
        for exercise, answers in book.items()
        for name, answer in answers.items()
        if (exercise, answer.source) not in used
    ]
    assert [] == unused


def test_the_right_letters_are_those_of_the_concept_check() -> None:
    right = UNIT.by_id["perceptron-concepts"].reference()
    assert "".join(right.values()) == LETTERS
