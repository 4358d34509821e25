"""The released notebook as the template that submissions are compared with."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from autograder.errors import AutograderError
from autograder.exercises.model import Unit
from autograder.submission.sources import bound_names, code_key, text_key

Role = Literal[
    "answer",  # a student's code, one cell per exercise
    "check",  # the call that judges it
    "written",  # a student's text, graded by hand
    "locked",  # given code or text that students must not change
    "picture",  # code that shows something; answers never need it
    "other",  # prose and everything else
]


@dataclass(frozen=True)
class CourseCell:
    """One cell of the released notebook.

    Args:
        role: what it is for.
        key: the exercise of an answer or check, the `grade_id` of a written or locked cell.
        content: the cell as nbformat-4 JSON.
    """

    role: Role
    key: str
    content: Mapping[str, Any] = field(repr=False)

    @property
    def source(self) -> str:
        """Its text."""
        return _text(self.content["source"])

    @property
    def is_code(self) -> bool:
        """Whether it is a code cell."""
        return bool(self.content["cell_type"] == "code")

    @cached_property
    def text_key(self) -> str:
        """What its text is compared by."""
        return text_key(self.source)

    @cached_property
    def code_key(self) -> str:
        """What its code is compared by."""
        return code_key(self.source)

    @cached_property
    def names(self) -> frozenset[str]:
        """What it binds at top level."""
        return bound_names(self.source)

    def copy(self) -> dict[str, Any]:
        """The cell as fresh JSON that the caller may change."""
        return copy.deepcopy(dict(self.content)) | {"source": self.source}


@dataclass(frozen=True)
class Release:
    """The notebook that students of `unit` were given; `load_release` makes it."""

    unit: str
    cells: tuple[CourseCell, ...]
    metadata: Mapping[str, Any] = field(repr=False)

    @cached_property
    def by_grade_id(self) -> dict[str, int]:
        """Positions of the cells that nbgrader knows, by `grade_id`."""
        ids = [cell.content["metadata"].get("nbgrader", {}).get("grade_id") for cell in self.cells]
        return {grade_id: i for i, grade_id in enumerate(ids) if grade_id}

    @cached_property
    def by_cell_id(self) -> dict[str, int]:
        """Positions of all cells, by the `id` that nbformat 4.5 gives them."""
        return {cell.content["id"]: i for i, cell in enumerate(self.cells) if "id" in cell.content}

    @cached_property
    def by_text(self) -> dict[str, int]:
        """Positions of all cells that are not empty, by their text."""
        reverse = reversed(list(enumerate(self.cells)))  # the first of equal cells counts
        return {cell.text_key: i for i, cell in reverse if cell.text_key}

    def position(self, role: Role, key: str) -> int:
        """Where the cell of that role and key stands."""
        return self._positions[role, key]

    @cached_property
    def _positions(self) -> dict[tuple[Role, str], int]:
        return {(cell.role, cell.key): i for i, cell in enumerate(self.cells) if cell.key}


def load_release(path: Path, unit: Unit) -> Release:
    """The released notebook in file `path`, checked against the unit's exercises.

    Raises:
        AutograderError: there is no such file, or it and the exercises disagree.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AutograderError(f"there is no {path}; make it with: autograder release") from None
    return release_of(notebook, unit)


def release_of(notebook: Mapping[str, Any], unit: Unit) -> Release:
    """The released `notebook` (our own nbformat-4 JSON), checked against the unit's exercises.

    Raises:
        AutograderError: an exercise has no answer or check cell, or other points than declared.
    """
    cells = tuple(_course_cell(cell) for cell in notebook["cells"])
    wrong = sorted(_wanted(unit).items() ^ _present(cells).items())
    if wrong:
        raise AutograderError(
            f"the notebook of {unit.name} and its exercises disagree on: "
            + ", ".join(f"{role} cell {key!r} ({points:g})" for (role, key), points in wrong)
        )
    return Release(unit=unit.name, cells=cells, metadata=notebook["metadata"])


def _wanted(unit: Unit) -> dict[tuple[str, str], float]:
    return {
        **{("answer", exercise.id): 0.0 for exercise in unit.exercises},
        **{("check", exercise.id): float(exercise.points) for exercise in unit.exercises},
        **{("written", question.id): float(question.points) for question in unit.written},
    }


def _present(cells: tuple[CourseCell, ...]) -> dict[tuple[str, str], float]:
    graded = [cell for cell in cells if cell.role in ("answer", "check", "written")]
    return {
        (c.role, c.key): float(c.content["metadata"]["nbgrader"].get("points", 0)) for c in graded
    }


def _course_cell(cell: Mapping[str, Any]) -> CourseCell:
    nbgrader = cell["metadata"].get("nbgrader", {})
    grade_id = nbgrader.get("grade_id", "")
    if nbgrader.get("solution"):
        return CourseCell("written" if nbgrader.get("grade") else "answer", grade_id, cell)
    if nbgrader.get("grade"):
        return CourseCell("check", grade_id.removeprefix("check-"), cell)
    if nbgrader.get("locked"):
        return CourseCell("locked", grade_id, cell)
    is_picture = cell["cell_type"] == "code" and "picture" in cell["metadata"].get("tags", [])
    return CourseCell("picture" if is_picture else "other", "", cell)


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)
