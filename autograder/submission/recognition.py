"""Tells which cell of the released notebook each cell of a submission is, or was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any, Literal

from autograder.submission.sources import bound_names, text_key
from autograder.submission.template import Release, Role


@dataclass(frozen=True)
class Found:
    """One cell of a submission and what it was recognised as.

    Args:
        cell: the cell as `read` gives it.
        role: the role of the course's cell that it is, or "own" for the student's own cell.
        key: the key of that course cell ("" for one without).
        position: where that course cell stands in the release; None for an own cell.
        faithful: it has the type and the text of the course's cell.
        labelled: its `grade_id` says the same.
    """

    cell: Mapping[str, Any]
    role: Role | Literal["own"]
    key: str = ""
    position: int | None = None
    faithful: bool = False
    labelled: bool = True


def recognise(cells: Iterable[Mapping[str, Any]], release: Release) -> list[Found]:
    """Each cell with its role; the order is kept.

    A cell that has the text of a course cell is that cell. Otherwise its `grade_id` counts, then
    its `id`. Metadata are hints only: what an answer is worth never depends on them.

    A changed copy of a cell that students cannot change is the student's own cell where the
    original stands in the notebook too, or where it binds names that the original does not (an
    added import); the original is recognised besides, at the same place.
    """
    found = [_recognise(cell, release) for cell in cells]
    intact = {(one.role, one.key) for one in found if one.faithful}
    return [part for one in found for part in _without_changes(one, intact, release)]


def _recognise(cell: Mapping[str, Any], release: Release) -> Found:
    grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    labelled = release.by_grade_id.get(grade_id)
    position = _position(cell, labelled, release)
    if position is None:
        return Found(cell, "own")
    course_cell = release.cells[position]
    faithful = (
        cell["cell_type"] == course_cell.content["cell_type"]
        and text_key(cell["source"]) == course_cell.text_key
    )
    role: Role | Literal["own"] = course_cell.role
    if role == "other" or (role == "picture" and not faithful):
        role = "own"
    return Found(
        cell, role, course_cell.key, position, faithful, not course_cell.key or position == labelled
    )


def _position(cell: Mapping[str, Any], labelled: int | None, release: Release) -> int | None:
    key = text_key(cell["source"])
    if labelled is not None and release.cells[labelled].text_key == key:
        return labelled
    if key in release.by_text:
        return release.by_text[key]
    return labelled if labelled is not None else release.by_cell_id.get(cell.get("id", ""))


def _without_changes(one: Found, intact: Set[tuple[str, str]], release: Release) -> list[Found]:
    """The cell itself, or what remains of a check or locked cell that was changed."""
    if one.faithful or one.position is None or one.role not in ("check", "locked"):
        return [one]
    own = Found(one.cell, "own")
    if (one.role, one.key) in intact:
        return [own]
    is_code = one.cell["cell_type"] == "code"
    adds = is_code and bound_names(one.cell["source"]) - release.cells[one.position].names
    return [own, one] if adds else [one]
