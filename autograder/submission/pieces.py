"""The cells of a submission while it is put in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from autograder.submission.recognition import Found
from autograder.submission.sources import bound_names, code_key
from autograder.submission.template import CourseCell, Release


@dataclass(eq=False)
class Piece:
    """One cell of the notebook in the making.

    Args:
        content: the cell as nbformat-4 JSON.
        found: what it was in the submission; None for a cell that is put back.
        runs: it is executed.
        position: of the course's cell in the release, None for a student's own cell.
        exercises: those that it answers (or would, were it filled in), when it runs.
        probe: the exercise that is probed here, "" for none.
    """

    content: dict[str, Any]
    found: Found | None = None
    runs: bool = False
    position: int | None = None
    exercises: set[str] = field(default_factory=set)
    probe: str = ""

    @property
    def is_code(self) -> bool:
        """Whether it is a code cell."""
        return bool(self.content["cell_type"] == "code")

    @property
    def source(self) -> str:
        """Its text."""
        return str(self.content["source"])

    @cached_property
    def names(self) -> frozenset[str]:
        """What the student's source binds at top level."""
        return bound_names(self.source)

    @cached_property
    def code_key(self) -> str:
        """What its code is compared by."""
        return code_key(self.source)

    def is_found(self, role: str, key: str = "") -> bool:
        """Whether the submission has it as the cell of that role (and key)."""
        return self.found is not None and self.found.role == role and key in ("", self.found.key)

    def turn_into(self, cell_type: str) -> None:
        """Change the type of the cell; code runs, everything else does not."""
        self.content = {"cell_type": cell_type, "metadata": {}, "source": self.source}
        if cell_type == "code":
            self.content |= {"execution_count": None, "outputs": []}
        self.runs = cell_type == "code"

    @property
    def has_label(self) -> bool:
        """Whether it carries the metadata of a course cell."""
        return bool(self.content["metadata"])

    def label(self, course: CourseCell) -> None:
        """Make it the notebook's cell for that course cell, with its type, metadata and id."""
        if self.content["cell_type"] != course.content["cell_type"]:
            self.turn_into(course.content["cell_type"])
        copy = course.copy()
        self.content |= {key: copy[key] for key in ("id", "metadata") if key in copy}


def piece_of(found: Found) -> Piece:
    """The student's cell as it was; code runs if it is an answer or the student's own."""
    content = {**found.cell, "metadata": {}}
    is_code = content["cell_type"] == "code"
    if is_code:
        content |= {"execution_count": None, "outputs": []}
    runs = is_code and found.role in ("own", "answer")
    return Piece(content, found, runs, found.position)


def course_piece(release: Release, position: int) -> Piece:
    """The course's own cell of that position; it runs if it is code."""
    cell = release.cells[position]
    return Piece(content=cell.copy(), position=position, runs=cell.is_code)


def place_for(pieces: list[Piece], position: int) -> int:
    """Where a missing course cell belongs: behind the nearest one before it in the release."""
    before = [
        (piece.position, index)
        for index, piece in enumerate(pieces)
        if piece.position is not None and piece.position < position
    ]
    return max(before)[1] + 1 if before else 0


def remove(pieces: list[Piece], unwanted: Iterable[Piece]) -> None:
    """Take pieces out, by identity."""
    gone = {id(piece) for piece in unwanted}
    pieces[:] = [piece for piece in pieces if id(piece) not in gone]
