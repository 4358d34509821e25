"""What the judge says of one answer: frozen records, plain data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FailureKind = Literal[
    "missing",  # the name was never defined
    "unanswered",  # the placeholder is still there
    "raised",  # the answer raised an exception
    "type",  # what came back is of the wrong kind (None, text, an object ...)
    "shape",
    "nan",  # NaN or infinity where a finite number was expected
    "value",
    "mutated",  # the answer changed its input
    "random",  # the same call gave another result
    "stopped",  # the answer ran into a limit (time, memory) or ended its process
]


@dataclass(frozen=True)
class Failure:
    """One case that went wrong.

    `inputs`, `got` and `expected` are short texts for people; `expected` is empty where showing
    it would give the answer away.
    """

    case: str
    kind: FailureKind
    message: str
    inputs: str = ""
    got: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """The named mistake (or general pattern) that explains the failures."""

    mistake: str
    explanation: str
    hint: str = ""


@dataclass(frozen=True)
class Part:
    """A share of an exercise's points, earned whole or not at all."""

    name: str
    points: float
    max_points: float
    cases: int
    failures: tuple[Failure, ...] = ()
    diagnosis: Diagnosis | None = None

    @property
    def passed(self) -> bool:
        return not self.failures


@dataclass(frozen=True)
class Verdict:
    """The judgement of one exercise: `points` is a finite float in [0, `max_points`]."""

    exercise: str
    title: str
    points: float
    max_points: float
    parts: tuple[Part, ...]

    @property
    def passed(self) -> bool:
        return all(part.passed for part in self.parts)

    @property
    def failures(self) -> tuple[Failure, ...]:
        return tuple(failure for part in self.parts for failure in part.failures)

    @property
    def diagnoses(self) -> tuple[Diagnosis, ...]:
        return tuple(part.diagnosis for part in self.parts if part.diagnosis is not None)

    @property
    def mistake(self) -> str:
        """Identifier of the first diagnosed mistake, or the empty string."""
        return self.diagnoses[0].mistake if self.diagnoses else ""

    @property
    def unanswered(self) -> bool:
        """Whether nothing at all was handed in for this exercise."""
        kinds = {failure.kind for failure in self.failures}
        return bool(kinds) and kinds <= {"missing", "unanswered"}

    @property
    def message(self) -> str:
        """One line for a table: the diagnosis if there is one, else the first failure."""
        if self.passed:
            return ""
        if self.diagnoses:
            return self.diagnoses[0].explanation
        return self.failures[0].message
