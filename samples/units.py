"""The units to which the sample class hands something in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from samples import unit_01, unit_02, unit_03, unit_04, unit_05
from samples.answerbook import Book
from samples.student import Student


@dataclass(frozen=True)
class SampleUnit:
    """What a package `samples.unit_NN` declares.

    Args:
        name: the unit.
        question: `grade_id` of its written question.
        groups: name of a group -> its students.
        harmless: groups whose code may run without a sandbox.
        book: all answers to the unit's exercises, from their points.
    """

    name: str
    question: str
    groups: Mapping[str, tuple[Student, ...]]
    harmless: tuple[str, ...]
    book: Callable[[Mapping[str, float]], Book]

    def students(self) -> Iterator[Student]:
        """Everybody who hands this unit in, group by group."""
        for group in self.groups.values():
            yield from group


UNITS = tuple(
    SampleUnit(unit.UNIT, unit.QUESTION, unit.GROUPS, unit.HARMLESS, unit.book)
    for unit in (unit_01, unit_02, unit_03, unit_04, unit_05)
)
