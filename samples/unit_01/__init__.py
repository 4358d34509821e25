"""The sample class's submissions to unit 01."""

from __future__ import annotations

from collections.abc import Mapping

from samples.answerbook import Book, read_book
from samples.student import Student
from samples.unit_01.concepts import RIGHT as LETTERS
from samples.unit_01.concepts import concepts
from samples.unit_01.damaged import DAMAGED, LOST
from samples.unit_01.hostile import ACCIDENTS, HOSTILE
from samples.unit_01.material import ANSWERS
from samples.unit_01.mistaken import MISTAKEN
from samples.unit_01.right import RIGHT
from samples.unit_01.unfinished import UNFINISHED

UNIT = "01_perceptron"
QUESTION = "perceptron-written"

GROUPS: Mapping[str, tuple[Student, ...]] = {
    "Right": RIGHT,
    "Mistaken": MISTAKEN,
    "Unfinished": UNFINISHED,
    "Damaged": DAMAGED,
    "Lost": LOST,
    "Accidents": ACCIDENTS,
    "Hostile": HOSTILE,
}
HARMLESS = ("Right", "Mistaken", "Unfinished", "Damaged")
"""Groups whose code may run without a sandbox."""


def book(points: Mapping[str, float]) -> Book:
    """All answers to the unit's exercises, in the order of `points` (exercise -> full marks).

    Raises:
        LookupError: no answers stand here to one of the exercises.
    """
    answers = {**read_book(ANSWERS, points), "perceptron-concepts": {"plain": concepts(LETTERS)}}
    missing = set(points) - set(answers)
    if missing:
        raise LookupError(f"no sample answers to {', '.join(sorted(missing))}")
    return {exercise: answers[exercise] for exercise in points}
