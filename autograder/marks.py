"""What nbgrader is told about a submission: a score and a comment for each of its cells."""

from __future__ import annotations

import html
import math

from autograder.exercises.model import Unit
from autograder.results import Result
from autograder.text import plain
from autograder.verdict import Verdict
from autograder.wording import is_answered

NO_RESPONSE = "No response."  # as nbgrader's own autograder words it


def scores_of(unit: Unit, result: Result) -> dict[str, float | None]:
    """Exercise or question -> what the grader gives; None where a person has to read."""
    verdicts = {verdict.exercise: verdict for verdict in result.verdicts}
    scores: dict[str, float | None] = {
        e.id: _points(verdicts[e.id]) if e.id in verdicts else 0.0 for e in unit.exercises
    }
    for question in unit.written:
        scores[question.id] = None if is_answered(result.written.get(question.id, "")) else 0.0
    return scores


def _points(verdict: Verdict) -> float:
    points = float(verdict.points)
    if not math.isfinite(points):
        raise ValueError(f"the score of {verdict.exercise} is {points}")
    return points


def comments_of(unit: Unit, result: Result) -> dict[str, str | None]:
    """Exercise or question -> the automatic comment; None where there is nothing to say."""
    verdicts = {verdict.exercise: verdict for verdict in result.verdicts}
    comments = {e.id: _comment(verdicts.get(e.id)) for e in unit.exercises}
    for question in unit.written:
        answered = is_answered(result.written.get(question.id, ""))
        comments[question.id] = None if answered else NO_RESPONSE
    return comments


def _comment(verdict: Verdict | None) -> str | None:
    """Our own words only: nbgrader's feedback page renders comments as Markdown, unescaped."""
    if verdict is None or verdict.unanswered:
        return NO_RESPONSE
    if verdict.passed:
        return None
    said = [f"{d.explanation} {d.hint}".strip() for d in verdict.diagnoses]
    cases = ", ".join(dict.fromkeys(failure.case for failure in verdict.failures))
    text = "\n\n".join(said) or f"Went wrong on: {cases}."
    return html.escape(plain(text), quote=False)
