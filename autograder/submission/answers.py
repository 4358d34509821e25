"""Finds what a student answered to each exercise and written question, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.exercises.model import Exercise, Unit
from autograder.submission.pieces import Piece, course_piece, place_for, remove
from autograder.submission.sources import code_key, text_key
from autograder.submission.template import CourseCell, Release

_NOTHING = code_key("")


@dataclass(frozen=True)
class _Candidates:
    """The cells around one exercise: empty copies of its answer cell, and those that answer it."""

    empty: list[Piece]
    real: list[Piece]
    elsewhere: bool = False  # the real ones carry another label, or none


def settle_answers(
    pieces: list[Piece], release: Release, unit: Unit, repairs: list[str]
) -> dict[str, str]:
    """Give each exercise exactly one labelled answer cell; return the sources of real answers.

    Real answers run where they stand, and untouched copies of the released cell give way to
    them. Where the exercise's own cell holds none, cells that define its name count. An exercise
    without any answer keeps its released cell, and a deleted one is put back but not run.
    """
    names = frozenset(exercise.name for exercise in unit.exercises)
    found = {e.id: _candidates(pieces, release, e, names) for e in unit.exercises}
    for exercise in sorted(unit.exercises, key=lambda e: found[e.id].elsewhere):
        repairs += _answer_repairs(exercise.id, found[exercise.id])
        _settle_answer(pieces, release, exercise.id, found[exercise.id])
    return {key: _joined(one.real) for key, one in found.items() if one.real}


def settle_written(
    pieces: list[Piece], release: Release, unit: Unit, repairs: list[str]
) -> dict[str, str]:
    """Give each written question exactly one labelled text cell; return the answers.

    Where the label is lost, the student's text below the question counts.
    """
    answers = {}
    for question in unit.written:
        position = release.position("written", question.id)
        stub = release.cells[position].text_key
        found = [piece for piece in pieces if piece.is_found("written", question.id)]
        found = found or _text_below(pieces, position)
        real = [piece for piece in found if text_key(piece.source) not in (stub, "")]
        if any(piece.is_code for piece in real):
            repairs.append(f"The answer to {question.id} had become code; it is text again.")
        for piece in real:
            piece.runs = False
        holder = (real or found or [_put_back(pieces, release, position)])[-1]
        holder.label(release.cells[position])
        remove(pieces, [p for p in found if p not in real and p is not holder])
        if not found:
            repairs.append(f"The answer cell of {question.id} was missing.")
        if real:
            answers[question.id] = _joined(real)
    return answers


def _candidates(
    pieces: list[Piece], release: Release, exercise: Exercise, names: frozenset[str]
) -> _Candidates:
    course = release.cells[release.position("answer", exercise.id)]
    labelled = [piece for piece in pieces if piece.is_found("answer", exercise.id)]
    others = [p for p in pieces if p.runs and p not in labelled and _defines(p, exercise.name)]
    empty = [p for p in pieces if (p in labelled or p in others) and _is_empty(p, course)]
    filled = [piece for piece in labelled if piece not in empty]
    # a copy of the cell may have become the answer to another exercise
    filled = [p for p in filled if exercise.name in p.names or not names & p.names]
    # text beside code is an older attempt that the student put aside
    code = [piece for piece in filled if piece.is_code]
    elsewhere = [piece for piece in others if piece not in empty]
    if elsewhere and not any(exercise.name in piece.names for piece in code):
        return _Candidates(empty, elsewhere, elsewhere=True)
    return _Candidates(empty, code or filled)


def _is_empty(piece: Piece, course: CourseCell) -> bool:
    return piece.code_key in (course.code_key, _NOTHING)


def _defines(piece: Piece, name: str) -> bool:
    return name in piece.source and name in piece.names


def _settle_answer(pieces: list[Piece], release: Release, key: str, one: _Candidates) -> None:
    position = release.position("answer", key)
    running = one.real or one.empty[:1]
    for piece in running:
        piece.exercises.add(key)
        if not piece.is_code:
            piece.turn_into("code")
    holders = [piece for piece in running if not piece.has_label]
    if holders:
        holder = holders[-1]
    else:  # one cell answers several exercises, or nothing is left of this one
        holder = one.empty[0] if one.empty else _put_back(pieces, release, position)
        holder.runs = False
    holder.label(release.cells[position])
    remove(pieces, [piece for piece in one.empty if piece is not holder])


def _answer_repairs(key: str, one: _Candidates) -> list[str]:
    repairs = []
    if one.elsewhere:
        repairs.append(f"The answer to {key} was found in another cell than its own.")
    elif len(one.empty) > (0 if one.real else 1):
        repairs.append(f"An empty copy of the answer cell of {key} was left out.")
    if not one.real and not one.empty:
        repairs.append(f"The answer cell of {key} was missing.")
    if len(one.real) > 1:
        repairs.append(f"{len(one.real)} cells answer {key}; all of them ran, in their order.")
    if any(not piece.is_code for piece in one.real):
        repairs.append(f"The answer cell of {key} had become text; it is code again.")
    return repairs


def _text_below(pieces: list[Piece], position: int) -> list[Piece]:
    """The student's first own text behind the course cell that comes before `position`."""
    for piece in pieces[place_for(pieces, position) :]:
        if piece.position is not None:
            break
        if not piece.is_code and piece.source.strip():
            return [piece]
    return []


def _put_back(pieces: list[Piece], release: Release, position: int) -> Piece:
    piece = course_piece(release, position)
    pieces.insert(place_for(pieces, position), piece)
    return piece


def _joined(pieces: list[Piece]) -> str:
    return "\n\n".join(piece.source for piece in pieces)
