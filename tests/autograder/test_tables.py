"""grades.csv and submissions.csv: complete, in order, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from autograder.exercises.model import Unit
from autograder.results import Result
from autograder.tables import GRADES, SUBMISSIONS, defuse, write_grades, write_submissions


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_grades_have_a_line_for_every_exercise_of_every_submission(
    small_class: list[Result], unit: Unit, tmp_path: Path
) -> None:
    rows = _read(write_grades(small_class, [unit], tmp_path / "grades.csv"))

    assert list(GRADES) == list(rows[0])
    assert len(small_class) * len(unit.exercises) == len(rows)


def test_grades_are_ordered_by_student_and_course(
    small_class: list[Result], unit: Unit, tmp_path: Path
) -> None:
    rows = _read(write_grades(small_class[::-1], [unit], tmp_path / "grades.csv"))

    course = [exercise.id for exercise in unit.exercises]
    mine = [row["exercise"] for row in rows if row["student"] == "s03"]
    students = [row["student"] for row in rows if row["student"].startswith("s")]
    assert course == mine
    assert sorted(students) == students


def test_the_order_of_grading_leaves_the_bytes_unchanged(
    small_class: list[Result], unit: Unit, tmp_path: Path
) -> None:
    one = write_grades(small_class, [unit], tmp_path / "one.csv").read_bytes()
    other = write_grades(small_class[::-1], [unit], tmp_path / "other.csv").read_bytes()

    assert one == other


@pytest.mark.parametrize("status", ["unreadable", "missing"])
def test_a_submission_without_verdicts_has_zeros_and_the_reason(
    status: str, stopped_results: list[Result], unit: Unit, tmp_path: Path
) -> None:
    rows = _read(write_grades(stopped_results, [unit], tmp_path / "grades.csv"))

    mine = [row for row in rows if row["student"] == status]
    assert [exercise.points for exercise in unit.exercises] == [float(r["max_score"]) for r in mine]
    assert {("0.0", status)} == {(row["score"], row["status"]) for row in mine}
    assert all(row["message"] for row in mine)


def test_the_message_of_what_was_never_run_is_the_reason(
    make_result: Any, unit: Unit, tmp_path: Path
) -> None:
    result = make_result("ada", status="unreadable", reason="the file is empty")

    rows = _read(write_grades([result], [unit], tmp_path / "grades.csv"))

    assert {"the file is empty"} == {row["message"] for row in rows}


def test_grades_name_the_mistake_and_what_it_is(
    make_result: Any, unit: Unit, small_class: list[Result], tmp_path: Path
) -> None:
    rows = _read(write_grades(small_class, [unit], tmp_path / "grades.csv"))

    named = [row for row in rows if row["mistake"] == "not-divided-by-n"]
    assert {"neuron-gradient"} == {row["exercise"] for row in named}
    assert all(row["message"].startswith("Your gradient is the sum") for row in named)


def test_a_unit_that_the_course_does_not_have_keeps_the_lines_of_its_verdicts(
    make_result: Any, tmp_path: Path
) -> None:
    rows = _read(write_grades([make_result(unit="99_old")], [], tmp_path / "grades.csv"))

    assert 12 == len(rows)


def test_submissions_have_one_line_each(small_class: list[Result], tmp_path: Path) -> None:
    rows = _read(write_submissions(small_class, tmp_path / "submissions.csv"))

    assert list(SUBMISSIONS) == list(rows[0])
    assert len(small_class) == len(rows)


def test_units_say_what_a_missing_submission_could_have_scored(
    stopped_results: list[Result], unit: Unit, tmp_path: Path
) -> None:
    rows = _read(write_submissions(stopped_results, tmp_path / "submissions.csv", [unit]))

    assert {"29.0"} == {row["max_score"] for row in rows}


def test_messages_stay_on_one_line(hostile_result: Result, unit: Unit, tmp_path: Path) -> None:
    path = write_grades([hostile_result], [unit], tmp_path / "grades.csv")

    assert 1 + len(unit.exercises) == path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\uff1d1+1", "-a"],
)
def test_text_that_a_spreadsheet_would_execute_is_defused(text: str) -> None:
    assert str(defuse(text)).startswith("'")


@pytest.mark.parametrize("text", ["s01", "a=b", "1-2", "", "-", "'=1"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert text == defuse(text)


@pytest.mark.parametrize("number", [-1.5, 0.0, 3])
def test_numbers_stay_numbers(number: float) -> None:
    assert number == defuse(number)


def test_a_student_called_like_a_formula_is_defused_in_the_file(
    make_result: Any, unit: Unit, tmp_path: Path
) -> None:
    formula = '=HYPERLINK("http://x","y")'

    rows = _read(write_grades([make_result(formula)], [unit], tmp_path / "grades.csv"))

    assert {f"'{formula}"} == {row["student"] for row in rows}


def test_identifiers_that_are_no_text_can_be_written(make_result: Any, tmp_path: Path) -> None:
    (row,) = _read(write_submissions([make_result("a\udce4\x00")], tmp_path / "submissions.csv"))

    assert "a\ufffd␀" == row["student"]


def test_a_folder_that_cannot_be_written_is_an_error(make_result: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OSError, match="file"):
        write_submissions([make_result()], tmp_path / "file" / "submissions.csv")
