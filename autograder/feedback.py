"""Writes one page per submission that tells a student what was right, what was not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.exercises.model import Unit, WrittenQuestion
from autograder.files import safe_name, write_atomically
from autograder.pages import render as render_page
from autograder.results import Result
from autograder.verdict import Part, Verdict
from autograder.wording import (
    NEVER_RUN,
    OUTCOME_WORDS,
    STATUS_WORDS,
    is_answered,
    outcome,
)

SHOWN_FAILURES = 3  # of one part; the others are named only


@dataclass(frozen=True)
class _Exercise:
    """One exercise as the page shows it; `verdict` is None where nothing could be judged."""

    id: str
    title: str
    points: float
    max_points: float
    outcome: str
    verdict: Verdict | None
    answer: str
    read_again: str


@dataclass(frozen=True)
class _Question:
    """One written question with the student's text, empty where nothing was written."""

    question: WrittenQuestion
    text: str


def path_of(student: str, unit: str) -> Path:
    """Where the page of a submission lies below the feedback folder: `<student>/<unit>.html`.

    Names that are no safe part of a path are replaced (see `files.safe_name`), so no identifier
    leads out of the folder or onto another student's page.
    """
    return Path(safe_name(student)) / f"{safe_name(unit)}.html"


def write(results: Sequence[Result], units: Sequence[Unit], directory: Path) -> list[Path]:
    """Write the page of every result below `directory`, and return where the pages are.

    Raises:
        KeyError: a result is of a unit that is not among `units`.
        OSError: `directory` cannot be written.
    """
    by_name = {unit.name: unit for unit in units}
    return [
        write_atomically(
            directory / path_of(result.student, result.unit), page(result, by_name[result.unit])
        )
        for result in results
    ]


def page(result: Result, unit: Unit) -> str:
    """The page of one submission: HTML in one file, without script, about this student only.

    An expected value is shown only where the judge put one into the failure, which it does for
    the examples that the notebook works out, never for hidden cases.
    """
    exercises = list(_exercises(result, unit))
    return render_page(
        "feedback.html",
        ("feedback.css",),
        result=result,
        unit=unit,
        exercises=exercises,
        was_run=bool(result.verdicts) and result.status not in NEVER_RUN,
        questions=list(_questions(result, unit)),
        score=sum(exercise.points for exercise in exercises),
        segments=_segments(exercises),
        status=STATUS_WORDS[result.status],
        words=OUTCOME_WORDS,
        shown=SHOWN_FAILURES,
        went_wrong=_went_wrong,
        all_alike=_all_alike,
    )


def _exercises(result: Result, unit: Unit) -> Iterator[_Exercise]:
    verdicts = {verdict.exercise: verdict for verdict in result.verdicts}
    for exercise in unit.exercises:
        verdict = verdicts.get(exercise.id)
        yield _Exercise(
            exercise.id,
            exercise.title,
            verdict.points if verdict else 0.0,
            exercise.points,
            outcome(verdict) if verdict else "unanswered",
            verdict,
            result.answers.get(exercise.id, ""),
            exercise.read_again,
        )


def _questions(result: Result, unit: Unit) -> Iterator[_Question]:
    for question in unit.written:
        text = result.written.get(question.id, "")
        yield _Question(question, text if is_answered(text) else "")


def _segments(exercises: Sequence[_Exercise]) -> list[tuple[float, float, float, str]]:
    """The score bar: (left, width, filled width, outcome) of each exercise, 100 units wide."""
    total = sum(exercise.max_points for exercise in exercises) or 1.0
    segments, left = [], 0.0
    for exercise in exercises:
        width = 100 * exercise.max_points / total
        filled = 100 * exercise.points / total
        segments.append((round(left, 3), round(width, 3), round(filled, 3), exercise.outcome))
        left += width
    return segments


def _went_wrong(part: Part) -> str:
    """How many cases failed, in words; empty where the answer was never called."""
    kinds = {failure.kind for failure in part.failures}
    if kinds & {"missing", "unanswered"} or kinds == {"stopped"} or part.cases < 2:
        return ""
    failed = min(len({failure.case for failure in part.failures}), part.cases)
    return f"Went wrong on {failed} of {part.cases} cases."


def _all_alike(part: Part) -> bool:
    """Whether all failures are one and the same exception or stop, which is then told once."""
    kinds = {failure.kind for failure in part.failures}
    return kinds <= {"raised", "stopped"} and len({f.message for f in part.failures}) == 1
