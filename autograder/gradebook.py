"""Writes results into nbgrader's database, so that formgrader and nbgrader's commands open it.

What stands where: assignment and notebook are called like the unit; an exercise `ltu` is the grade
cell `check-ltu` with its points and the solution cell `ltu`, whose automatic comment says what went
wrong; a written question is one cell that is both, graded by hand. A student who handed nothing in
has no submission, which is how nbgrader says it (its export gives them zero); a submission from an
earlier run then scores zero, as under `nbgrader autograde`.

What people own is never written: manual scores, extra credit, manual comments, flags, extensions,
late penalties, names of students. A cell that the course no longer has stays where it is, because
somebody may have graded it.

`nbgrader.api.Gradebook` commits after every row: 50 ms per student of twelve exercises, measured.
This module uses its models and its session, and writes everything as one transaction of few bulk
statements: half a millisecond. Importing it costs two seconds (all of nbgrader): import it late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.utils import parse_utc
from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.orm import Session

from autograder.database import open_gradebook
from autograder.exercises.model import Unit
from autograder.export import Total
from autograder.marks import comments_of, scores_of
from autograder.mastercells import Cells, record_unit
from autograder.results import Result

_BATCH = 500  # students; keeps statements below SQLite's limit on variables
_LONGEST_ID = 128  # of a student, in nbgrader's tables

Releases = Mapping[str, Mapping[str, Any]]
Timestamps = Mapping[tuple[str, str], datetime]


def write(
    results: Sequence[Result],
    units: Sequence[Unit],
    url: str,
    *,
    releases: Releases | None = None,
    timestamps: Timestamps | None = None,
    course_id: str = "default_course",
) -> None:
    """Write results in one transaction; writing the same results again changes nothing.

    Args:
        url: `sqlite:///…`, `postgresql://…`, or the path of an SQLite file.
        releases: unit -> its student notebook (nbformat-4 JSON). With it the source cells are
            recorded, which `nbgrader autograde` and `nbgrader generate_assignment` need later.
        timestamps: (student, unit) -> when it was handed in (UTC where there is no zone).
            formgrader calls a submission ungraded while `submitted/…/timestamp.txt` says otherwise.
        course_id: nbgrader's `CourseDirectory.course_id`, where the course sets one.

    Raises:
        GradebookError: the database cannot be opened, is none, or refuses what is written.
    """
    with open_gradebook(url, course_id) as book:
        session = book.db()
        for unit in units:
            of_unit = {student_key(r.student): r for r in results if r.unit == unit.name}
            if not of_unit:
                continue
            cells = record_unit(session, unit, (releases or {}).get(unit.name), course_id)
            times = {
                student_key(s): t for (s, u), t in (timestamps or {}).items() if u == unit.name
            }
            students = sorted(of_unit)
            for start in range(0, len(students), _BATCH):
                batch = {student: of_unit[student] for student in students[start : start + _BATCH]}
                _write_batch(session, unit, cells, batch, times)
        session.commit()


def totals(url: str, *, course_id: str = "default_course") -> dict[tuple[str, str], Total]:
    """(student, unit) -> the score that counts, hand grading and late penalties included.

    Raises:
        GradebookError: the database cannot be opened or is none.
    """
    who = (SubmittedAssignment.student_id, Assignment.id)
    joined = select(*who).select_from(SubmittedAssignment).join(Assignment).join(SubmittedNotebook)
    points = joined.add_columns(func.sum(Grade.score)).join(Grade).group_by(*who)
    late = joined.add_columns(func.sum(SubmittedNotebook.late_submission_penalty)).group_by(*who)
    with open_gradebook(url, course_id) as book:
        session = book.db()
        units = {
            row.id: row
            for row in session.execute(select(Assignment.id, Assignment.name, Assignment.max_score))
        }
        penalty = {(student, unit): minus or 0.0 for student, unit, minus in session.execute(late)}
        return {
            (student, units[unit].name): Total(
                max(0.0, float(plus) - penalty[student, unit]), float(units[unit].max_score)
            )
            for student, unit, plus in session.execute(points)
        }


def student_key(student: str) -> str:
    """The identifier under which a student stands in the database: their own where it fits.

    Lone surrogates and NUL, which a database cannot hold, become escapes; what is longer than
    128 characters ends in a digest.
    """
    key = student.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
    if len(key) <= _LONGEST_ID:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:10]
    return f"{key[: _LONGEST_ID - 11]}~{digest}"


def _write_batch(
    session: Session,
    unit: Unit,
    cells: Cells,
    results: Mapping[str, Result],
    times: Mapping[str, datetime],
) -> None:
    """Write the submissions of some students to one unit, each with its grades and comments."""
    known = set(session.scalars(select(Student.id).where(Student.id.in_(results))))
    _insert(session, Student, ({"id": student} for student in results if student not in known))
    notebooks = _submitted_notebooks(session, cells, results)
    _stamp(session, cells, {s: times[s] for s in notebooks if s in times})
    scores, comments = {}, {}
    for student, notebook in notebooks.items():
        for name, score in scores_of(unit, results[student]).items():
            scores[notebook, cells.grade[name]] = score
        for name, comment in comments_of(unit, results[student]).items():
            comments[notebook, cells.solution[name]] = comment
    _merge(session, Grade, "auto_score", scores)
    _merge(session, Comment, "auto_comment", comments)
    _ask_for_people(session, cells, notebooks.values())


def _submitted_notebooks(
    session: Session, cells: Cells, results: Mapping[str, Result]
) -> dict[str, str]:
    """By student, the submitted notebook's identifier; created unless nothing was handed in."""
    same = and_(
        SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        SubmittedNotebook.notebook_id == cells.notebook,
    )
    rows = session.execute(
        select(SubmittedAssignment.student_id, SubmittedAssignment.id, SubmittedNotebook.id)
        .outerjoin(SubmittedNotebook, same)
        .where(SubmittedAssignment.assignment_id == cells.assignment)
        .where(SubmittedAssignment.student_id.in_(results))
    ).all()
    submissions = {student: submission for student, submission, _ in rows}
    notebooks = {student: notebook for student, _, notebook in rows if notebook}
    handed_in = (student for student, result in results.items() if result.status != "missing")
    new = {student: new_uuid() for student in handed_in if student not in submissions}
    unit = {"assignment_id": cells.assignment}
    _insert(session, SubmittedAssignment, ({"id": new[s], "student_id": s, **unit} for s in new))
    submissions |= new
    fresh = {student: new_uuid() for student in submissions if student not in notebooks}
    page = {"notebook_id": cells.notebook}
    rows_of = ({"id": fresh[s], "assignment_id": submissions[s], **page} for s in fresh)
    _insert(session, SubmittedNotebook, rows_of)
    return notebooks | fresh


def _stamp(session: Session, cells: Cells, times: Mapping[str, datetime]) -> None:
    columns = (
        SubmittedAssignment.id,
        SubmittedAssignment.student_id,
        SubmittedAssignment.timestamp,
    )
    rows = session.execute(
        select(*columns)
        .where(SubmittedAssignment.assignment_id == cells.assignment)
        .where(SubmittedAssignment.student_id.in_(times))
    )
    wanted = ((key, parse_utc(times[student]), known) for key, student, known in rows)
    changed = ({"id": key, "timestamp": time} for key, time, known in wanted if time != known)
    _update(session, SubmittedAssignment, changed)


def _merge(
    session: Session, model: Any, column: str, wanted: Mapping[tuple[str, str], float | str | None]
) -> None:
    """Set a column of the rows found by (submitted notebook, cell); add the missing ones."""
    notebooks = {notebook for notebook, _ in wanted}
    rows = session.execute(
        select(model.id, model.notebook_id, model.cell_id, getattr(model, column)).where(
            model.notebook_id.in_(notebooks)
        )
    )
    present = {(notebook, cell): (key, value) for key, notebook, cell, value in rows}
    new = ((key, value) for key, value in wanted.items() if key not in present)
    _insert(session, model, ({"notebook_id": n, "cell_id": c, column: v} for (n, c), v in new))
    known = ((*present[key], value) for key, value in wanted.items() if key in present)
    _update(session, model, ({"id": i, column: v} for i, old, v in known if old != v))


def _ask_for_people(session: Session, cells: Cells, notebooks: Collection[str]) -> None:
    """A grade waits for a person while neither the grader nor a person has given a score."""
    waits = and_(Grade.auto_score.is_(None), Grade.manual_score.is_(None))
    session.execute(
        update(Grade)
        .where(Grade.notebook_id.in_(notebooks), Grade.cell_id.in_(cells.grade.values()))
        .where(Grade.needs_manual_grade != waits)
        .values(needs_manual_grade=waits)
        .execution_options(synchronize_session=False)
    )


def _insert(session: Session, model: Any, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):  # rendered nulls keep rows with and without a score in one statement
        session.execute(insert(model).execution_options(render_nulls=True), listed)


def _update(session: Session, model: Any, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        session.execute(update(model), listed)
