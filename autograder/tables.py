"""Writes `grades.csv` (a line per exercise) and `submissions.csv` (a line per submission).

Text that a spreadsheet would take for a formula is defused with an apostrophe in front, which
Excel, LibreOffice and Google Sheets read as "this is text": a student called `=1+1` stands in the
file as `'=1+1`. Numbers are written as numbers, negative ones too. Written questions have no line:
their points come from a person and live in the gradebook.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.exercises.model import Unit
from autograder.files import write_atomically
from autograder.results import Result
from autograder.text import one_line, plain
from autograder.wording import NEVER_RUN

GRADES = ("student", "unit", "exercise", "score", "max_score", "status", "mistake", "message")
SUBMISSIONS = ("student", "unit", "score", "max_score", "status", "seconds", "reason")

_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")

Cell = str | float | None


def write_grades(results: Sequence[Result], units: Sequence[Unit], path: Path) -> Path:
    """Write one line per submission and exercise, ordered by student, unit and course.

    Every exercise of the unit has its line, whatever became of the submission. Where nothing was
    run (unreadable, missing) the score is 0.0 and the message is the submission's reason.

    Raises:
        OSError: `path` cannot be written.
    """
    by_name = {unit.name: unit for unit in units}
    rows = (row for r in ordered(results) for row in _grade_rows(r, by_name.get(r.unit)))
    return write_csv(path, GRADES, rows)


def write_submissions(results: Sequence[Result], path: Path, units: Sequence[Unit] = ()) -> Path:
    """Write one line per submission, ordered by student and unit.

    Args:
        units: say what a submission without verdicts could have scored; where the unit is not
            among them, its `max_score` is that of the verdicts.

    Raises:
        OSError: `path` cannot be written.
    """
    most = {unit.name: unit.max_points for unit in units}
    rows = (
        (
            result.student,
            result.unit,
            result.score,
            most.get(result.unit, result.max_score),
            result.status,
            round(float(result.seconds), 3),
            one_line(result.reason),
        )
        for result in ordered(results)
    )
    return write_csv(path, SUBMISSIONS, rows)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Path:
    """Write a table as UTF-8, comma-separated (RFC 4180, lines end with LF), every cell defused."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([defuse(name) for name in header])
    writer.writerows([defuse(cell) for cell in row] for row in rows)
    return write_atomically(path, buffer.getvalue())


def defuse(cell: Cell) -> Cell:
    """The cell as a spreadsheet may see it: text that it would execute gets an apostrophe.

    That is text whose first visible character is one of `= + - @` (or its full-width twin) or
    whose first character is a tab or a line break, the list of OWASP's "CSV Injection". A lone
    "-" is no formula and stays. Control characters and lone surrogates are replaced on the way.

    >>> defuse("=cmd|' /C calc'!A0"), defuse(-1.5), defuse("s01")
    ("'=cmd|' /C calc'!A0", -1.5, 's01')
    """
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    risky = text.lstrip().startswith(_FORMULA) or text.startswith(("\t", "\n"))
    return f"'{text}" if risky and text != "-" else text


def ordered(results: Iterable[Result]) -> list[Result]:
    """The results by student, then unit: the order of every table."""
    return sorted(results, key=lambda result: (result.student, result.unit))


def _grade_rows(result: Result, unit: Unit | None) -> Iterator[tuple[Cell, ...]]:
    verdicts = {verdict.exercise: verdict for verdict in result.verdicts}
    points = {v.exercise: v.max_points for v in result.verdicts}
    if unit is not None:
        points = {exercise.id: exercise.points for exercise in unit.exercises}
    judged = result.status not in NEVER_RUN
    for exercise, most in points.items():
        verdict = verdicts.get(exercise)
        yield (
            result.student,
            result.unit,
            exercise,
            float(verdict.points) if verdict else 0.0,
            float(most),
            result.status,
            verdict.mistake if verdict else "",
            one_line(verdict.message if judged and verdict else result.reason),
        )
