"""Turns an untrusted notebook into what is to be executed, probed and kept."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypedDict

from autograder.exercises.model import Unit
from autograder.submission.answers import settle_answers, settle_written
from autograder.submission.given import settle_checks, settle_locked
from autograder.submission.pieces import Piece, piece_of
from autograder.submission.recognition import Found, recognise
from autograder.submission.template import Release


class CellStep(TypedDict):
    """Execute `source`; `index` is the cell's place in `Sanitised.notebook`."""

    kind: Literal["cell"]
    index: int
    source: str


class ProbeStep(TypedDict):
    """Probe `exercise`; `index` is the place of its check cell in `Sanitised.notebook`."""

    kind: Literal["probe"]
    index: int
    exercise: str


Step = CellStep | ProbeStep


@dataclass(frozen=True)
class Sanitised:
    """A submission put in order: check cells and points are ours, answers the student's.

    Args:
        unit: name of the unit.
        steps: what the worker does, in this order; plain JSON, each index occurs once.
        repairs: what had to be put right, one sentence each; they cost nothing.
        answers: exercise -> the student's source; no entry where the cell was left empty.
        written: written question -> the student's text; no entry where it was left empty.
        notebook: nbformat-4 JSON for the autograded copy, without outputs: the student's cells in
            their order, our check and given cells, our metadata.
        answer_cells: exercise -> indices of the executed cells that answer it.
        untouched: indices of executed answer cells that are still as they were released.
    """

    unit: str
    steps: tuple[Step, ...]
    repairs: tuple[str, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    notebook: dict[str, Any] = field(default_factory=dict, repr=False)
    answer_cells: dict[str, tuple[int, ...]] = field(default_factory=dict)
    untouched: frozenset[int] = frozenset()


def sanitise(notebook: Mapping[str, Any], unit: Unit, template: Release) -> Sanitised:
    """Put a student's notebook (from `read`) in order, by the release that the student was given.

    Nothing of it is executed, and no metadata of it survives. The order of the student's own
    cells is kept; every repair is reported.
    """
    found = recognise(notebook["cells"], template)
    pieces = [piece_of(one) for one in found]
    repairs = _lost_labels(found)
    # Answers first: where given cells and checks belong depends on where the answers stand.
    answers = settle_answers(pieces, template, unit, repairs)
    written = settle_written(pieces, template, unit, repairs)
    settle_locked(pieces, template, repairs)
    settle_checks(pieces, template, unit, repairs)
    if not any(one.key for one in found):
        repairs = [f"No cell of {unit.name} was found in this notebook; is it the right file?"]
    return Sanitised(
        unit=unit.name,
        steps=tuple(_steps(pieces)),
        repairs=tuple(repairs),
        answers=answers,
        written=written,
        notebook=_notebook(pieces, template),
        answer_cells={e.id: _answer_cells(pieces, e.id) for e in unit.exercises if e.id in answers},
        untouched=frozenset(
            i
            for i, p in enumerate(pieces)
            if p.runs and p.exercises and not p.exercises & answers.keys()
        ),
    )


def without(sanitised: Sanitised, index: int) -> Sanitised:
    """The same plan without the step of cell `index`, which hung or ended its process.

    Raises:
        ValueError: no step has that index.
    """
    steps = tuple(step for step in sanitised.steps if step["index"] != index)
    if len(steps) == len(sanitised.steps):
        raise ValueError(f"no step has index {index}")
    return replace(sanitised, steps=steps)


def _lost_labels(found: list[Found]) -> list[str]:
    lost = sum(not one.labelled for one in found)
    if not lost:
        return []
    cells = "1 cell was" if lost == 1 else f"{lost} cells were"
    return [f"{cells} without the course's label or had a wrong one; recognised by the text."]


def _steps(pieces: list[Piece]) -> Iterator[Step]:
    for index, piece in enumerate(pieces):
        if piece.probe:
            yield {"kind": "probe", "index": index, "exercise": piece.probe}
        elif piece.runs and piece.source.strip():
            yield {"kind": "cell", "index": index, "source": piece.source}


def _answer_cells(pieces: list[Piece], key: str) -> tuple[int, ...]:
    return tuple(index for index, piece in enumerate(pieces) if key in piece.exercises)


def _notebook(pieces: list[Piece], template: Release) -> dict[str, Any]:
    """All pieces as one notebook; the student's own cells get new ids, so that all differ."""
    cells = [
        dict(piece.content) if piece.has_label else {**piece.content, "id": f"own-{index}"}
        for index, piece in enumerate(pieces)
    ]
    metadata = copy.deepcopy(dict(template.metadata))
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
