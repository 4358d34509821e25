"""What came of probing an answer on one case: the only thing a judge ever sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from autograder.probes.limits import WireError
from autograder.probes.plain import Plain, clean

Outcome = Literal[
    "returned",  # a value came back
    "raised",  # an exception came out
    "unanswered",  # the placeholder is still there
    "missing",  # the name is not defined
    "stopped",  # a limit was hit, or the process ended (only the supervisor says so)
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

ERROR_LENGTH = 300
LINE_LENGTH = 200


@dataclass(frozen=True)
class Observation:
    """One case's outcome, as plain data.

    Args:
        outcome: what happened.
        value: what came back, as `snapshot` copied it (None unless something was returned).
        mutated: indices of the arguments that the answer changed.
        error: one line, "ValueError: operands could not be broadcast ...".
        line: the student's own source line that raised it, where known.
    """

    outcome: Outcome
    value: Plain = None
    mutated: tuple[int, ...] = ()
    error: str = ""
    line: str = ""

    def to_plain(self) -> Plain:
        """The observation as plain data for the wire."""
        return [self.outcome, self.value, self.mutated, self.error, self.line]

    @classmethod
    def from_plain(cls, plain: Plain) -> Observation:
        """Read back what `to_plain` gave, from a process that is not to be trusted.

        Raises:
            WireError: it is no observation that a worker may make.
        """
        match plain:
            case [str(outcome), value, tuple(mutated), str(error), str(line)]:
                pass
            case _:
                raise WireError("no observation")
        known = next((name for name in OUTCOMES if name == outcome), None)
        if known is None or known == "stopped":
            raise WireError("an observation with an outcome that a worker cannot report")
        indices = tuple(index for index in mutated if type(index) is int and 0 <= index < 100)
        if len(indices) != len(mutated) or len(indices) > 100:
            raise WireError("an observation with impossible argument indices")
        value = value if known == "returned" else None
        return cls(known, value, indices, clean(error, ERROR_LENGTH), clean(line, LINE_LENGTH))
