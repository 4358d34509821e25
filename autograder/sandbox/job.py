"""What is to be run in a jail: cells and probes, in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from autograder.probes import dumps, frame

_MODULE = re.compile(r"(?:course_lib\.)?([a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class CellStep:
    """Run a cell's source; `index` is the caller's number for it."""

    index: int
    source: str

    def to_plain(self) -> dict[str, Any]:
        """The step as `autograder.probes.protocol` describes it."""
        return {"kind": "cell", "index": self.index, "source": self.source}


@dataclass(frozen=True)
class ProbeStep:
    """Observe what the cells so far have defined as `name`, on each case's arguments."""

    exercise: str
    probe: str
    name: str
    cases: tuple[tuple[Any, ...], ...]

    def to_plain(self) -> dict[str, Any]:
        """The step as `autograder.probes.protocol` describes it."""
        return {
            "kind": "probe",
            "exercise": self.exercise,
            "probe": self.probe,
            "name": self.name,
            "cases": [tuple(case) for case in self.cases],
        }


Step: TypeAlias = CellStep | ProbeStep


@dataclass(frozen=True)
class Job:
    """The steps of one run.

    Args:
        steps: what to do, in order.
        library: the modules of `course_lib` that the notebook may import ("plots"); the worker
            imports them before the clock of the first step runs.
        seed: of the global random generators of `random` and `numpy.random`.
    """

    steps: tuple[Step, ...]
    library: tuple[str, ...] = ()
    seed: int = 0

    @property
    def modules(self) -> tuple[str, ...]:
        """The names in `library`, without the package's.

        Raises:
            ValueError: one of them is no module name.
        """
        found = [_MODULE.fullmatch(name) for name in self.library]
        if None in found:
            raise ValueError(f"library: not all of these are modules of course_lib: {self.library}")
        return tuple(match[1] for match in found if match is not None)

    def to_bytes(self, limits: Mapping[str, int], filters: Sequence[bytes]) -> bytes:
        """The frame that the worker reads.

        Raises:
            WireError: a case's argument is no plain data, or the job is too large.
        """
        plain = {
            "seed": self.seed,
            "filters": [np.frombuffer(program, dtype=np.uint8) for program in filters],
            "limits": dict(limits),
            "steps": [step.to_plain() for step in self.steps],
        }
        return frame(dumps(plain))
