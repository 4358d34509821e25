"""The sample class's submissions to unit 05."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from samples.answerbook import Book, read_book
from samples.student import Student
from samples.unit_05.concepts import RIGHT as LETTERS
from samples.unit_05.concepts import concepts
from samples.unit_05.damaged import DAMAGED
from samples.unit_05.mistaken import MISTAKEN
from samples.unit_05.right import RIGHT
from samples.unit_05.unfinished import UNFINISHED

UNIT = "05_regularization"
QUESTION = "regularization-written"

GROUPS: Mapping[str, tuple[Student, ...]] = {
    "Right": RIGHT,
    "Mistaken": MISTAKEN,
    "Unfinished": UNFINISHED,
    "Damaged": DAMAGED,
}
HARMLESS = ("Right", "Mistaken", "Unfinished", "Damaged")
"""Groups whose code may run without a sandbox."""


def book(points: Mapping[str, float]) -> Book:
    """All answers to the unit's exercises, in the order of `points` (exercise -> full marks).

    Raises:
        LookupError: no answers stand here to one of the exercises.
    """
    folder = Path(__file__).parent / "answers"
    answers = {**read_book(folder, points), "regularization-concepts": {"plain": concepts(LETTERS)}}
    missing = set(points) - set(answers)
    if missing:
        raise LookupError(f"no sample answers to {', '.join(sorted(missing))}")
    return {exercise: answers[exercise] for exercise in points}
