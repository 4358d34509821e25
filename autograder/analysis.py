"""What the results of a class say about a unit: scores, exercises, mistakes, who needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.anonymous import anonymised
from autograder.exercises.model import Unit
from autograder.figures import Scores, discrimination, distribution
from autograder.results import STATUSES, Result
from autograder.verdict import Diagnosis, Verdict
from autograder.wording import NEEDS_A_PERSON, NEVER_RUN, is_answered, outcome


@dataclass(frozen=True)
class Item:
    """One exercise: how many passed, and how well it separates strong from weak submissions.

    `n` submissions could be run. `discrimination` is the corrected item-total correlation, None
    where it is undefined.
    """

    id: str
    title: str
    points: float
    n: int
    passed: int
    partly: int
    wrong: int
    unanswered: int
    mean_points: float
    discrimination: float | None

    @property
    def pass_rate(self) -> float:
        """Share of submissions with full marks, 0 when there is none."""
        return self.passed / self.n if self.n else 0.0


@dataclass(frozen=True)
class MistakeCount:
    """One diagnosed mistake: by how many it was made, and one answer that makes it."""

    exercise: str
    mistake: str
    explanation: str
    count: int
    share: float
    share_of_failed: float
    example: str


@dataclass(frozen=True)
class Attention:
    """A submission that somebody should look at, and why."""

    student: str
    status: str
    reason: str
    repairs: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One student: the status, the score, and points and outcome by exercise (if it was run)."""

    student: str
    status: str
    score: float
    seconds: float
    points: dict[str, float]
    outcomes: dict[str, str]


@dataclass(frozen=True)
class UnitReport:
    """Everything about one unit; `run` of the `submissions` could be run and judged."""

    unit: str
    title: str
    max_score: float
    submissions: int
    run: int
    statuses: dict[str, int]
    scores: Scores | None
    exercises: tuple[Item, ...]
    mistakes: tuple[MistakeCount, ...]
    attention: tuple[Attention, ...]
    to_grade_by_hand: dict[str, int]
    students: tuple[Row, ...]


def analyse(results: Iterable[Result], unit: Unit) -> UnitReport:
    """Look at the results of one unit; those of other units are passed over."""
    mine = sorted((r for r in results if r.unit == unit.name), key=lambda r: r.student)
    run = [result for result in mine if result.verdicts and result.status not in NEVER_RUN]
    statuses = Counter(result.status for result in mine)
    return UnitReport(
        unit.name,
        unit.title,
        unit.max_points,
        len(mine),
        len(run),
        {status: statuses[status] for status in STATUSES},
        distribution([result.score for result in run], unit.max_points),
        _items(run, unit),
        tuple(_mistakes(run, unit)),
        _attention(mine),
        {q.id: sum(is_answered(r.written.get(q.id, "")) for r in mine) for q in unit.written},
        tuple(_row(result) for result in mine),
    )


def _items(run: Sequence[Result], unit: Unit) -> tuple[Item, ...]:
    verdicts = [_by_exercise(result) for result in run]
    points = np.array(
        [[v[e.id].points if e.id in v else 0.0 for e in unit.exercises] for v in verdicts],
        dtype=np.float64,
    ).reshape(len(run), len(unit.exercises))
    separates = discrimination(points)
    items = []
    for column, exercise in enumerate(unit.exercises):
        how = Counter(outcome(v[exercise.id]) for v in verdicts if exercise.id in v)
        items.append(
            Item(
                exercise.id,
                exercise.title,
                exercise.points,
                len(run),
                how["right"],
                how["partly"],
                how["wrong"],
                how["unanswered"],
                float(points[:, column].mean()) if run else 0.0,
                separates[column],
            )
        )
    return tuple(items)


def _mistakes(run: Sequence[Result], unit: Unit) -> list[MistakeCount]:
    """All diagnosed mistakes, the most frequent first; one counts once per submission."""
    made: dict[tuple[str, str], list[tuple[Result, Diagnosis]]] = {}
    failed: Counter[str] = Counter()
    for result in run:
        for verdict in result.verdicts:
            failed[verdict.exercise] += not verdict.passed
            for found in {d.mistake: d for d in verdict.diagnoses}.values():
                made.setdefault((verdict.exercise, found.mistake), []).append((result, found))
    order = {exercise.id: number for number, exercise in enumerate(unit.exercises)}
    counts = [
        MistakeCount(
            exercise,
            mistake,
            cases[0][1].explanation,
            len(cases),
            len(cases) / len(run),
            len(cases) / failed[exercise],
            _example(exercise, [result for result, _ in cases]),
        )
        for (exercise, mistake), cases in made.items()
    ]
    return sorted(counts, key=lambda m: (-m.count, order.get(m.exercise, 99), m.mistake))


def _example(exercise: str, results: Sequence[Result]) -> str:
    """The shortest answer that makes the mistake, without what could tell whose it is."""
    answers = ((result.answers.get(exercise, ""), result.student) for result in results)
    by_length = sorted((len(code), code, student) for code, student in answers if code.strip())
    return anonymised(*by_length[0][1:]) if by_length else ""


def _attention(results: Sequence[Result]) -> tuple[Attention, ...]:
    who = [r for r in results if r.status in NEEDS_A_PERSON or r.repairs]
    who.sort(key=lambda r: (_severity(r), r.student))
    return tuple(Attention(r.student, r.status, r.reason, r.repairs) for r in who)


def _severity(result: Result) -> int:
    stopped = result.status in NEEDS_A_PERSON
    return NEEDS_A_PERSON.index(result.status) if stopped else len(NEEDS_A_PERSON)


def _row(result: Result) -> Row:
    verdicts = _by_exercise(result)
    return Row(
        result.student,
        result.status,
        result.score,
        round(float(result.seconds), 3),
        {name: float(verdict.points) for name, verdict in verdicts.items()},
        {name: outcome(verdict) for name, verdict in verdicts.items()},
    )


def _by_exercise(result: Result) -> dict[str, Verdict]:
    return {verdict.exercise: verdict for verdict in result.verdicts}
