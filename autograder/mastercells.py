"""Records a unit in nbgrader's database: its assignment, its notebook and its cells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import from_dict
from nbgrader import utils
from nbgrader.api import (
    Assignment,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    new_uuid,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from autograder.exercises.model import Unit


@dataclass(frozen=True)
class Cells:
    """Database identifiers of one unit, of its notebook, and of its cells by exercise."""

    assignment: str
    notebook: str
    grade: dict[str, str]
    solution: dict[str, str]


def record_unit(
    session: Session, unit: Unit, release: Mapping[str, Any] | None, course_id: str
) -> Cells:
    """Create or update the master version of `unit`; cells that it no longer has stay.

    Args:
        release: the student notebook (nbformat-4 JSON), from which the source cells are recorded
            as `nbgrader generate_assignment` does it; without it they are left alone.
    """
    assignment = _put(session, Assignment, {"name": unit.name}, {}, course_id=course_id)
    key = {"name": unit.name, "assignment_id": assignment.id}
    kernel = {} if release is None else {"kernelspec": _kernelspec(release)}
    notebook = {"notebook_id": _put(session, Notebook, key, kernel).id}
    grade, solution = {}, {}
    for name, cell, points, kind in _graded(unit):
        values = {"max_score": points, "cell_type": kind}
        grade[name] = _put(session, GradeCell, {"name": cell, **notebook}, values).id
        solution[name] = _put(session, SolutionCell, {"name": name, **notebook}, {}).id
    for name, values in _source_cells(release or {}):
        _put(session, SourceCell, {"name": name, **notebook}, values)
    session.flush()
    return Cells(assignment.id, notebook["notebook_id"], grade, solution)


def _graded(unit: Unit) -> Iterator[tuple[str, str, float, str]]:
    """(identifier, name of its grade cell, points, type of that cell) of all that has points."""
    for exercise in unit.exercises:
        yield exercise.id, f"check-{exercise.id}", float(exercise.points), "code"
    for question in unit.written:
        yield question.id, question.id, float(question.points), "markdown"


def _put(
    session: Session, model: Any, key: dict[str, Any], values: dict[str, Any], **only_new: Any
) -> Any:
    """The row of `model` that has `key`, holding `values`; a new one where there is none."""
    row = session.scalar(select(model).filter_by(**key))
    if row is None:
        row = model(**key, **values, **only_new)
        row.id = new_uuid()
        session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _kernelspec(release: Mapping[str, Any]) -> str:
    return json.dumps(release.get("metadata", {}).get("kernelspec", {}))


def _source_cells(release: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What nbgrader's `SaveCells` keeps of each cell that is graded, answered or locked."""
    for cell in from_dict(dict(release)).get("cells", []):  # type: ignore[no-untyped-call]  # nbformat
        if not any(is_a(cell) for is_a in (utils.is_grade, utils.is_solution, utils.is_locked)):
            continue
        cell.source = cell.source if isinstance(cell.source, str) else "".join(cell.source)
        yield (
            cell.metadata.nbgrader.grade_id,
            {
                "cell_type": cell.cell_type,
                "locked": bool(utils.is_locked(cell)),
                "source": cell.source,
                "checksum": utils.compute_checksum(cell),
            },
        )
