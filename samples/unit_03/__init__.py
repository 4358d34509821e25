"""The sample class's submissions to unit 03."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from samples.answerbook import Answer, Book, read_book
from samples.student import Student
from samples.unit_03.choices import choices
from samples.unit_03.concepts import RIGHT as LETTERS
from samples.unit_03.concepts import concepts
from samples.unit_03.mistaken import MISTAKEN
from samples.unit_03.right import RIGHT
from samples.unit_03.unfinished import DAMAGED, UNFINISHED

UNIT = "03_costs_and_outputs"
QUESTION = "costs-written"

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
    made: dict[str, dict[str, Answer]] = {
        "choose-output": {"plain": choices()},
        "costs-concepts": {"plain": concepts(LETTERS)},
    }
    answers = {**read_book(Path(__file__).parent / "answers", points), **made}
    missing = set(points) - set(answers)
    if missing:
        raise LookupError(f"no sample answers to {', '.join(sorted(missing))}")
    return {exercise: answers[exercise] for exercise in points}
