"""Writes scores in the form that a learning platform imports: one line per student.

All formats have one column per unit. The scores are what the grader gave, out of the points that
it can give; with `totals` (see `gradebook.totals`) they are what stands in the gradebook, hand
grading included. An empty score means "no result for this student", never zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from autograder.errors import UsageError
from autograder.exercises.model import Unit
from autograder.results import Result
from autograder.tables import Cell, write_csv

Format = Literal["csv", "canvas", "moodle"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True)
class Total:
    """A student's score in one unit, and the most that could be scored."""

    score: float
    max_score: float


Totals = Mapping[tuple[str, str], Total]
NO_GRADE = "-"
_Table = tuple[list[str], list[list[Cell]]]


def write(
    results: Sequence[Result],
    units: Sequence[Unit],
    format: str,
    path: Path,
    *,
    totals: Totals | None = None,
) -> Path:
    """Write the class's scores to `path` in one of `FORMATS`.

    Args:
        totals: scores by (student, unit) that take the place of those in `results`; a student
            whom they do not know keeps the score of the result (0 for a missing submission).

    Raises:
        UsageError: no such format; the message names those that exist.
        OSError: `path` cannot be written.
    """
    layout = _LAYOUTS.get(format)
    if layout is None:
        raise UsageError(f"unknown export format {format!r}; choose from: {', '.join(FORMATS)}")
    scores = {**_automatic(results, units), **(totals or {})}
    present = {unit for _, unit in scores}
    header, rows = layout(scores, [unit for unit in units if unit.name in present])
    return write_csv(path, header, rows)


def _automatic(results: Sequence[Result], units: Sequence[Unit]) -> Totals:
    most = {unit.name: unit.max_points for unit in units}
    return {(r.student, r.unit): Total(r.score, most.get(r.unit, r.max_score)) for r in results}


def _most(scores: Totals, unit: Unit) -> float:
    return max(total.max_score for (_, name), total in scores.items() if name == unit.name)


def _students(scores: Totals) -> list[str]:
    return sorted({student for student, _ in scores})


def _score(scores: Totals, student: str, unit: Unit) -> float | None:
    total = scores.get((student, unit.name))
    return None if total is None else total.score


def _csv(scores: Totals, units: Sequence[Unit]) -> _Table:
    """A plain table: student, a column per unit, the sum and the most that could be scored."""
    rows: list[list[Cell]] = []
    for student in _students(scores):
        of_units = [_score(scores, student, unit) for unit in units]
        total = sum(score for score in of_units if score is not None)
        rows.append([student, *of_units, total, sum(_most(scores, unit) for unit in units)])
    return ["student", *(unit.name for unit in units), "total", "max_total"], rows


def _canvas(scores: Totals, units: Sequence[Unit]) -> _Table:
    """The file that Canvas's gradebook imports.

    Student, ID, SIS Login ID, Section, then a column per assignment; the second line starts with
    "Points Possible". Canvas looks a student up by ID (its own number, unknown here and left
    empty), then by SIS Login ID, then by name, so the student's identifier stands under SIS Login
    ID. A column that no assignment is called becomes a new assignment after Canvas has asked; an
    empty score changes nothing.

    Source: `lib/gradebook_importer.rb` and `lib/gradebook_exporter.rb` of instructure/canvas-lms;
    "How do I import grades in the Gradebook?" in the Canvas instructor guide.
    """
    header = ["Student", "ID", "SIS Login ID", "Section", *(unit.name for unit in units)]
    possible: list[Cell] = ["    Points Possible", None, None, None]
    rows: list[list[Cell]] = [[*possible, *(_most(scores, unit) for unit in units)]]
    for student in _students(scores):
        of_units = [_score(scores, student, unit) for unit in units]
        rows.append([student, None, student, None, *of_units])
    return header, rows


def _moodle(scores: Totals, units: Sequence[Unit]) -> _Table:
    """A file for Moodle's Grades > Import > CSV file.

    One column identifies the student, one column per unit holds the points. In the import form,
    map the first column to "username" (or to "Email address" where the identifiers are addresses,
    or "ID number"), and each unit to its grade item or to "new grade item". "-" is Moodle's own
    sign for no grade. Moodle refuses the whole file when one identifier is unknown to it, and
    points above the maximum of the grade item.

    Source: "Grade import" in the Moodle documentation (docs.moodle.org/en/Grade_import);
    `grade/import/csv/classes/load_data.php` of moodle/moodle.
    """
    students = _students(scores)
    by_mail = bool(students) and all("@" in student.strip("@") for student in students)
    header = ["Email address" if by_mail else "Username", *(unit.name for unit in units)]
    return header, [[student, *_moodle_scores(scores, student, units)] for student in students]


def _moodle_scores(scores: Totals, student: str, units: Sequence[Unit]) -> list[Cell]:
    of_units = (_score(scores, student, unit) for unit in units)
    return [NO_GRADE if score is None else score for score in of_units]


_LAYOUTS: dict[str, Callable[[Totals, Sequence[Unit]], _Table]] = {
    "csv": _csv,
    "canvas": _canvas,
    "moodle": _moodle,
}
