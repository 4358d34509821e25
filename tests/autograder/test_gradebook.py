"""The gradebook holds what was graded, and keeps what people wrote."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from nbformat import from_dict
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy import Engine, event

from autograder import gradebook
from autograder.errors import GradebookError
from autograder.exercises.model import Unit, WrittenQuestion
from autograder.export import Total
from autograder.results import Result
from autograder.verdict import Failure, Part, Verdict

NAME = "01_perceptron"
QUESTION = "perceptron-written"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'gradebook.db'}"


@pytest.fixture
def book(url: str) -> Iterator[Gradebook]:
    """The database as nbgrader sees it: opened at the first question, up to date at each."""
    opened: list[Gradebook] = []

    class Late:
        def __getattr__(self, name: str) -> Any:
            if not opened:
                opened.append(Gradebook(url))
            opened[0].db.commit()
            return getattr(opened[0], name)

    yield Late()
    for one in opened:
        one.close()


def _grade(book: Gradebook, student: str, cell: str) -> Any:
    return book.find_grade(cell, NAME, NAME, student)


def _wrong(exercise: str = "ltu", points: float = 0.0) -> Verdict:
    part = Part("all", points, 1.0, 14, (Failure("one row", "value", "<b>student text</b>"),))
    return Verdict(exercise, "The threshold", points, 1.0, (part,))


def _dump(url: str) -> list[str]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return sorted(connection.iterdump())


def test_assignment_and_notebook_are_called_like_the_unit(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result()], [unit], url)

    assert [NAME] == [notebook.name for notebook in book.find_assignment(NAME).notebooks]
    assert 33.0 == book.find_assignment(NAME).max_score


def test_an_exercise_has_a_grade_cell_and_a_solution_cell(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result()], [unit], url)

    cell = book.find_grade_cell("check-logic-gates", NAME, NAME)
    assert (3.0, "code") == (cell.max_score, cell.cell_type)
    assert "logic-gates" == book.find_solution_cell("logic-gates", NAME, NAME).name


def test_a_written_question_is_one_cell_with_points_and_an_answer(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result()], [unit], url)

    cell = book.find_grade_cell(QUESTION, NAME, NAME)
    assert (4.0, "markdown") == (cell.max_score, cell.cell_type)
    assert QUESTION == book.find_solution_cell(QUESTION, NAME, NAME).name


def test_scores_are_plain_floats(make_result: Any, unit: Unit, url: str, book: Gradebook) -> None:
    gradebook.write([make_result("ada", _wrong(points=0.5))], [unit], url)

    score = _grade(book, "ada", "check-ltu").auto_score
    assert (0.5, float) == (score, type(score))
    assert 28.5 == book.find_submission(NAME, "ada").score


def test_a_score_that_is_no_number_stops_the_batch_and_leaves_the_gradebook_as_it_was(
    make_result: Any, unit: Unit, url: str
) -> None:
    gradebook.write([make_result("ada")], [unit], url)
    before = _dump(url)

    with pytest.raises(ValueError, match="the score of ltu is nan"):
        gradebook.write(
            [make_result("ben"), make_result("cleo", _wrong(points=float("nan")))], [unit], url
        )

    assert before == _dump(url)


def test_a_written_answer_waits_for_a_person(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url)

    grade = _grade(book, "ada", QUESTION)
    assert (None, True) == (grade.auto_score, grade.needs_manual_grade)
    assert not _grade(book, "ada", "check-ltu").needs_manual_grade


@pytest.mark.parametrize("text", ["", "  \n", "YOUR ANSWER HERE"])
def test_a_written_question_without_an_answer_scores_zero_and_waits_for_nobody(
    text: str, make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada", written={QUESTION: text})], [unit], url)

    grade = _grade(book, "ada", QUESTION)
    assert (0.0, False) == (grade.auto_score, grade.needs_manual_grade)
    assert "No response." == book.find_comment(QUESTION, NAME, NAME, "ada").auto_comment


def test_writing_the_same_again_changes_nothing(
    small_class: list[Result], unit: Unit, url: str
) -> None:
    gradebook.write(small_class, [unit], url)
    before = _dump(url)

    gradebook.write(small_class, [unit], url)

    assert before == _dump(url)


def test_grading_again_replaces_the_automatic_score_and_comment(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada", _wrong())], [unit], url)
    gradebook.write([make_result("ada")], [unit], url)

    assert 1.0 == _grade(book, "ada", "check-ltu").auto_score
    assert book.find_comment("ltu", NAME, NAME, "ada").auto_comment is None
    assert 1 == len(book.assignment_submissions(NAME))


def test_what_a_person_wrote_survives_grading_again(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url)
    grade, comment = _grade(book, "ada", QUESTION), book.find_comment("ltu", NAME, NAME, "ada")
    grade.manual_score, grade.extra_credit, comment.manual_comment = 3.0, 0.5, "Nice."
    book.db.commit()

    gradebook.write([make_result("ada", _wrong())], [unit], url)

    grade, comment = _grade(book, "ada", QUESTION), book.find_comment("ltu", NAME, NAME, "ada")
    assert (3.0, 0.5, "Nice.") == (grade.manual_score, grade.extra_credit, comment.comment)
    assert not grade.needs_manual_grade


def test_a_manual_score_for_an_exercise_counts_more_than_ours(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada", _wrong())], [unit], url)
    _grade(book, "ada", "check-ltu").manual_score = 1.0
    book.db.commit()

    gradebook.write([make_result("ada", _wrong())], [unit], url)

    grade = _grade(book, "ada", "check-ltu")
    assert (0.0, 1.0, False) == (grade.auto_score, grade.score, grade.needs_manual_grade)


def test_names_of_students_and_due_dates_are_kept(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url)
    book.update_or_create_student("ada", first_name="Ada", last_name="Lovelace")
    book.update_or_create_assignment(NAME, duedate="2030-01-01")

    gradebook.write([make_result("ada"), make_result("ben")], [unit], url)

    assert "Lovelace" == book.find_student("ada").last_name
    assert datetime(2030, 1, 1) == book.find_assignment(NAME).duedate  # noqa: DTZ001  # naive UTC


def _missing(results: list[Result]) -> Result:
    return next(result for result in results if result.status == "missing")


def test_a_missing_submission_makes_a_student_without_a_submission(
    stopped_results: list[Result], unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([_missing(stopped_results)], [unit], url)

    assert "missing" == book.find_student("missing").id
    with pytest.raises(MissingEntry):
        book.find_submission(NAME, "missing")


def test_a_submission_that_has_gone_missing_scores_zero(
    make_result: Any, stopped_results: list[Result], unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("missing")], [unit], url)
    gradebook.write([_missing(stopped_results)], [unit], url)

    submission = book.find_submission(NAME, "missing")
    assert (0.0, False) == (submission.score, submission.needs_manual_grade)


@pytest.mark.parametrize(
    "status", ["unreadable", "crashed", "timed-out", "out-of-memory", "graded-with-errors"]
)
def test_every_other_status_has_a_submission_with_all_its_grades(
    status: str, stopped_results: list[Result], unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write(stopped_results, [unit], url)

    (notebook,) = book.find_submission(NAME, status).notebooks
    assert 13 == len(notebook.grades) == len(notebook.comments)
    assert None not in [grade.auto_score for grade in notebook.grades if grade.name != QUESTION]


def test_a_timestamp_is_left_alone_unless_it_is_known(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url)
    book.update_or_create_submission(NAME, "ada", timestamp="2026-11-01 12:00:00 UTC")

    gradebook.write([make_result("ada"), make_result("ben")], [unit], url)

    stamps = [book.find_submission(NAME, student).timestamp for student in ("ada", "ben")]
    assert [datetime(2026, 11, 1, 12), None] == stamps  # noqa: DTZ001  # nbgrader's are naive UTC


def test_a_known_timestamp_is_recorded_in_utc(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    zone = timezone(timedelta(hours=2))
    known = {("ada", NAME): datetime(2026, 11, 1, 12, tzinfo=zone), ("ada", "99_other"): None}
    known["nobody", NAME] = datetime(2026, 11, 1, tzinfo=UTC)

    gradebook.write([make_result("ada")], [unit], url, timestamps=known)  # type: ignore[arg-type]

    stamp = book.find_submission(NAME, "ada").timestamp
    assert datetime(2026, 11, 1, 10) == stamp  # noqa: DTZ001  # nbgrader's are naive UTC


def _release() -> dict[str, Any]:
    def cell(name: str, source: Any, **fields: object) -> dict[str, Any]:
        known = {"grade": False, "solution": False, "locked": False, "grade_id": name, **fields}
        code: dict[str, object] = {"cell_type": "code", "outputs": [], "execution_count": None}
        return {**code, "metadata": {"nbgrader": known}, "source": source}

    return {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": "prose"},
            cell("imports", ["import numpy\n", "as np"], locked=True),
            cell("ltu", "# YOUR CODE HERE", solution=True),
            cell("check-ltu", 'check("ltu", ltu)', grade=True, locked=True, points=1),
        ],
        "metadata": {"kernelspec": {"name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def test_the_release_gives_the_source_cells_that_nbgrader_would_save(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url, releases={NAME: _release()})

    notebook = book.find_notebook(NAME, NAME)
    cells = {cell.name: cell for cell in notebook.source_cells}
    assert {"imports": True, "ltu": False, "check-ltu": True} == {
        name: cell.locked for name, cell in cells.items()
    }
    assert "import numpy\nas np" == cells["imports"].source
    check = from_dict(_release()).cells[3]  # type: ignore[no-untyped-call]  # nbformat
    assert utils.compute_checksum(check) == cells["check-ltu"].checksum
    assert '{"name": "python3"}' == notebook.kernelspec


def test_without_a_release_the_source_cells_stay(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url, releases={NAME: _release()})
    gradebook.write([make_result("ada")], [unit], url)

    assert 3 == len(book.find_notebook(NAME, NAME).source_cells)
    assert '{"name": "python3"}' == book.find_notebook(NAME, NAME).kernelspec


def test_a_new_exercise_is_added_to_submissions_that_are_there_already(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    shorter = Unit(NAME, unit.title, unit.exercises[:-1])
    gradebook.write([make_result("ada")], [shorter], url)

    gradebook.write([make_result("ada")], [unit], url)

    assert (29.0, 33.0) == (
        book.find_submission(NAME, "ada").score,
        book.find_submission(NAME, "ada").max_score,
    )


def test_a_cell_that_the_course_no_longer_has_stays(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    older = Unit(NAME, unit.title, unit.exercises, (WrittenQuestion("old", "Old", 2.0),))
    gradebook.write([make_result("ada", written={"old": "text"})], [older], url)
    _grade(book, "ada", "old").manual_score = 2.0
    book.db.commit()

    gradebook.write([make_result("ada")], [unit], url)

    assert 2.0 == _grade(book, "ada", "old").score


def test_changed_points_are_updated(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    question = WrittenQuestion(QUESTION, "Why?", 6.0)
    gradebook.write([make_result("ada")], [unit], url)

    gradebook.write([make_result("ada")], [Unit(NAME, "", unit.exercises, (question,))], url)

    assert 6.0 == book.find_grade_cell(QUESTION, NAME, NAME).max_score


def test_a_comment_says_the_mistake_in_our_words(
    small_class: list[Result], unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write(small_class, [unit], url)

    made = next(v for r in small_class for v in r.verdicts if v.mistake == "not-divided-by-n")
    (student,) = [r.student for r in small_class if made in r.verdicts][:1]
    comment = book.find_comment("neuron-gradient", NAME, NAME, student).auto_comment
    assert comment.startswith("Your gradient is the sum over the samples")
    assert comment.endswith("when every sample is there twice?")


def test_a_comment_never_holds_a_tag(
    hostile_result: Result, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([hostile_result], [unit], url)

    (submission,) = book.assignment_submissions(NAME)
    comments = [comment.auto_comment or "" for comment in submission.notebooks[0].comments]
    assert any("Went wrong on" in comment for comment in comments)
    assert "<" not in "".join(comments)


@pytest.mark.parametrize("student", ["a\udce4", "a\x00b", "x" * 500, "=1+1", "<b>"])
def test_students_with_unusual_identifiers_are_stored(
    student: str, make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result(student)], [unit], url)

    assert 29.0 == book.find_submission(NAME, gradebook.student_key(student)).score


def test_long_identifiers_do_not_collide() -> None:
    keys = {gradebook.student_key("x" * 500 + end) for end in "ab"}

    assert (2, {128}) == (len(keys), {len(key) for key in keys})


def test_a_student_who_was_graded_twice_has_the_last_result(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada", _wrong()), make_result("ada")], [unit], url)

    assert 29.0 == book.find_submission(NAME, "ada").score


def test_results_of_several_units_are_kept_apart(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    second = Unit("02_mlp", "", unit.exercises[:1])
    first = make_result("ada")
    other = make_result("ada", unit="02_mlp", verdicts=first.verdicts[:1])

    gradebook.write([first, other], [unit, second], url)

    assert (29.0, 1.0) == tuple(book.find_submission(u, "ada").score for u in (NAME, "02_mlp"))


def test_a_unit_without_results_is_not_recorded(unit: Unit, url: str, book: Gradebook) -> None:
    gradebook.write([], [unit], url)

    assert [] == book.assignments


def test_a_large_class_takes_few_statements(make_result: Any, unit: Unit, url: str) -> None:
    statements = []

    def count(*arguments: Any) -> None:
        statements.append(arguments[2])

    event.listen(Engine, "before_cursor_execute", count)
    try:
        gradebook.write([make_result(f"s{n:04d}") for n in range(1200)], [unit], url)
    finally:
        event.remove(Engine, "before_cursor_execute", count)

    assert len(statements) < 250


def test_totals_are_what_nbgrader_says(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada"), make_result("ben", _wrong())], [unit], url)
    grade = _grade(book, "ada", QUESTION)
    grade.manual_score, grade.extra_credit = 3.0, 0.5
    book.find_submission_notebook(NAME, NAME, "ben").late_submission_penalty = 8.0
    book.db.commit()

    assert {("ada", NAME): Total(32.5, 33.0), ("ben", NAME): Total(20.0, 33.0)} == (
        gradebook.totals(url)
    )


def test_a_penalty_never_makes_a_score_negative(
    make_result: Any, unit: Unit, url: str, book: Gradebook
) -> None:
    gradebook.write([make_result("ada")], [unit], url)
    book.find_submission_notebook(NAME, NAME, "ada").late_submission_penalty = 80.0
    book.db.commit()

    assert 0.0 == gradebook.totals(url)["ada", NAME].score


def test_an_empty_gradebook_has_no_totals(url: str) -> None:
    assert {} == gradebook.totals(url)


def test_a_file_that_is_no_database_is_refused(
    make_result: Any, unit: Unit, tmp_path: Path
) -> None:
    path = tmp_path / "gradebook.db"
    path.write_bytes(b"not a database " * 100)

    with pytest.raises(GradebookError, match="this file is no database"):
        gradebook.write([make_result()], [unit], str(path))
