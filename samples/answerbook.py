"""Reads the students' answers from Python files whose cell headings say what each is worth.

A file holds the answers to one exercise, in jupytext's percent cells:

    # %% right: loops                          full points
    # %% mistake: no-bias                      no points; the unit declares a mistake of that id
    # %% mistake: minus-lost (bias-sign)       another spelling of the declared mistake bias-sign
    # %% mistake: and-is-or, 2 points          some of the points
    # %% pattern: prints (returns-nothing)     no points; a general pattern of that id
    # %% wrong: typo                           no points, and no diagnosis is due
    # %% unanswered: raise-in-front            no points; the placeholder is still in the way
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

KINDS = ("right", "mistake", "pattern", "wrong", "unanswered")

_HEADING = re.compile(r"# %% (\w+): ([\w.-]+)(?: \(([\w-]+)\))?(?:, ([\d.]+) points?)?")


@dataclass(frozen=True)
class Answer:
    """The text of one answer cell, with its truth: points and the mistake to be diagnosed."""

    source: str
    points: float = 0.0
    mistake: str = ""
    kind: str = "wrong"


Book = Mapping[str, Mapping[str, Answer]]
"""Exercise -> name of an answer -> the answer."""


def read_book(folder: Path, points: Mapping[str, float]) -> Book:
    """The answers in `folder`, one file for each exercise that has one.

    Args:
        folder: holds `<exercise>.py` files.
        points: exercise -> full marks.

    Raises:
        ValueError: a heading is not of the form above, or a name occurs twice.
    """
    files = {exercise: folder / f"{exercise}.py" for exercise in points}
    return {
        exercise: _unique(exercise, _answers(path, points[exercise]))
        for exercise, path in files.items()
        if path.exists()
    }


def read_cells(path: Path) -> dict[str, str]:
    """The cells of one file by name, whatever their kind: students' cells that answer nothing."""
    return {match[2]: source for match, source in _cells(path)}


def _answers(path: Path, full: float) -> Iterator[tuple[str, Answer]]:
    for match, source in _cells(path):
        kind, name, said, points = match.groups()
        if kind not in KINDS:
            raise ValueError(f"{path.name}: {match[0]!r} begins with none of {', '.join(KINDS)}")
        mistake = (said or name) if kind in ("mistake", "pattern") else ""
        earned = float(points) if points else full * (kind == "right")
        yield name, Answer(source, earned, mistake, kind)


def _cells(path: Path) -> Iterator[tuple[re.Match[str], str]]:
    parts = re.split(r"^(# %%.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for heading, source in zip(parts[1::2], parts[2::2], strict=True):
        match = _HEADING.fullmatch(heading)
        if match is None:
            raise ValueError(f"{path.name}: cannot read the heading {heading!r}")
        yield match, source.strip("\n")


def _unique(exercise: str, answers: Iterator[tuple[str, Answer]]) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for name, answer in answers:
        if name in found:
            raise ValueError(f"{exercise}.py: two answers are called {name!r}")
        found[name] = answer
    return found
