"""The sample class's submissions to unit 04."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from samples.answerbook import Book, read_book
from samples.student import Student
from samples.unit_04.concepts import RIGHT as LETTERS
from samples.unit_04.concepts import concepts
from samples.unit_04.mistaken import MISTAKEN
from samples.unit_04.right import RIGHT
from samples.unit_04.slipping import SLIPPING
from samples.unit_04.unfinished import UNFINISHED

UNIT = "04_backprop"
QUESTION = "backprop-written"

GROUPS: Mapping[str, tuple[Student, ...]] = {
    "Right": RIGHT,
    "Mistaken": MISTAKEN,
    "Slipping": SLIPPING,
    "Unfinished": UNFINISHED,
}
HARMLESS = ("Right", "Mistaken", "Slipping", "Unfinished")
"""Groups whose code may run without a sandbox."""


def book(points: Mapping[str, float]) -> Book:
    """All answers to the unit's exercises, in the order of `points` (exercise -> full marks).

    Raises:
        LookupError: no answers stand here to one of the exercises.
    """
    folder = Path(__file__).parent / "answers"
    answers = {**read_book(folder, points), "backprop-concepts": {"plain": concepts(LETTERS)}}
    missing = set(points) - set(answers)
    if missing:
        raise LookupError(f"no sample answers to {', '.join(sorted(missing))}")
    return {exercise: answers[exercise] for exercise in points}
