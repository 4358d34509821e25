"""Puts back what students cannot change: given cells above their use, checks behind the answers."""

from __future__ import annotations

from autograder.exercises.model import Unit
from autograder.submission.pieces import Piece, course_piece, place_for, remove
from autograder.submission.template import Release


def settle_locked(pieces: list[Piece], release: Release, repairs: list[str]) -> None:
    """Replace the given cells by the course's own, in its order and above the first use.

    A given cell stays where the student has it if it comes behind the given cells before it and
    above every answer that follows it in the release; otherwise it goes to its place there.
    """
    last = -1
    for position, course in enumerate(release.cells):
        if course.role != "locked":
            continue
        found = [piece for piece in pieces if piece.is_found("locked", course.key)]
        users = _first_user(pieces, release, position)
        at_place = [p for p in found if last < pieces.index(p) < users]
        _report(repairs, f"The given cell {course.key}", found, bool(at_place))
        own = course_piece(release, position)
        if at_place:
            pieces[pieces.index(at_place[0])] = own
        remove(pieces, found)
        if not at_place:
            highest = min(place_for(pieces, position), _first_user(pieces, release, position))
            pieces.insert(max(highest, last + 1), own)
        last = pieces.index(own)


def settle_checks(pieces: list[Piece], release: Release, unit: Unit, repairs: list[str]) -> None:
    """Replace the check cells by the course's own and probe each exercise there.

    A check stays where the student has it if it comes behind the last answer to its exercise and
    before the next answer to another one; otherwise it goes directly behind its answer.
    """
    for exercise in unit.exercises:
        position = release.position("check", exercise.id)
        found = [piece for piece in pieces if piece.is_found("check", exercise.id)]
        answer = _answer_index(pieces, release, exercise.id)
        at_place = _check_below(pieces, answer, exercise.id)
        _report(repairs, f"The check cell of {exercise.id}", found, at_place is not None)
        own = course_piece(release, position)
        own.runs, own.probe = False, exercise.id
        pieces.insert(answer + 1 if at_place is None else pieces.index(at_place), own)
        remove(pieces, found)


def _first_user(pieces: list[Piece], release: Release, position: int) -> int:
    """Index of the first cell that answers an exercise that follows `position` in the release."""
    for index, piece in enumerate(pieces):
        if any(release.position("answer", key) > position for key in piece.exercises):
            return index
    return len(pieces)


def _answer_index(pieces: list[Piece], release: Release, key: str) -> int:
    """Index of the last cell that answers the exercise, or else of the one that holds its label."""
    answers = [index for index, piece in enumerate(pieces) if key in piece.exercises]
    if answers:
        return answers[-1]
    grade_id = release.cells[release.position("answer", key)].content["metadata"]["nbgrader"]
    return next(
        i for i, p in enumerate(pieces) if p.content["metadata"].get("nbgrader") == grade_id
    )


def _check_below(pieces: list[Piece], answer: int, key: str) -> Piece | None:
    for piece in pieces[answer + 1 :]:
        if piece.exercises - {key}:
            return None
        if piece.is_found("check", key):
            return piece
    return None


def _report(repairs: list[str], cell: str, found: list[Piece], at_place: bool) -> None:
    if not found:
        repairs.append(f"{cell} was missing; it was put back.")
    elif not any(piece.found is not None and piece.found.faithful for piece in found):
        repairs.append(f"{cell} had been changed; the course's own was used.")
    elif not at_place:
        repairs.append(f"{cell} did not stand at its place; it was put back.")
    elif len(found) > 1:
        repairs.append(f"{cell} stood there more than once; one was used.")
