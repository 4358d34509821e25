"""What grading one submission ends in: a status, a reason and a verdict for each exercise."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Literal, get_args

from autograder.verdict import Diagnosis, Failure, Part, Verdict

Status = Literal[
    "graded",  # every cell ran
    "graded-with-errors",  # some cell raised an exception; the rest counted
    "timed-out",  # some cell ran over its time; the rest counted
    "out-of-memory",  # some cell ran over its memory; the rest counted
    "crashed",  # some cell ended the process; the rest counted
    "unreadable",  # the file is no notebook
    "missing",  # nothing was handed in
]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True)
class Result:
    """One row of `submissions.csv`, with everything that feedback, report and gradebook show.

    `answers` maps an exercise to the student's source, `written` a written question to the
    student's text; both are untrusted text. `notebook` is the sanitised notebook as plain
    nbformat-4 JSON with captured outputs, or None when there was none to read.
    """

    student: str
    unit: str
    status: Status
    reason: str
    seconds: float
    verdicts: tuple[Verdict, ...] = ()
    repairs: tuple[str, ...] = ()
    answers: dict[str, str] = dataclasses.field(default_factory=dict)
    written: dict[str, str] = dataclasses.field(default_factory=dict)
    notebook: dict[str, Any] | None = None

    @property
    def score(self) -> float:
        return float(sum(verdict.points for verdict in self.verdicts))

    @property
    def max_score(self) -> float:
        return float(sum(verdict.max_points for verdict in self.verdicts))

    def to_json(self) -> str:
        """The result as JSON text, read back by `from_json`."""
        return json.dumps(dataclasses.asdict(self), allow_nan=False, ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str) -> Result:
        """Rebuild a result that `to_json` wrote (our own file, not a student's)."""
        data = json.loads(text)
        data["verdicts"] = tuple(_verdict(item) for item in data["verdicts"])
        data["repairs"] = tuple(data["repairs"])
        return cls(**data)


def _verdict(data: dict[str, Any]) -> Verdict:
    return Verdict(**{**data, "parts": tuple(_part(item) for item in data["parts"])})


def _part(data: dict[str, Any]) -> Part:
    failures = tuple(Failure(**item) for item in data["failures"])
    diagnosis = Diagnosis(**data["diagnosis"]) if data["diagnosis"] else None
    return Part(**{**data, "failures": failures, "diagnosis": diagnosis})
