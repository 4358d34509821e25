"""Runs hostile cells in a real jail, a fresh one and a warm one, and tells what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from autograder.probes import Observation
from autograder.sandbox import CellStep, Job, Policy, ProbeStep, Run, available, run
from autograder.sandbox.warm import WarmRunner

MIB = 1 << 20
QUICK = Policy(memory=1024 * MIB, total_seconds=30.0, step_seconds=15.0)


@dataclass(frozen=True)
class Attacked:
    """A run of hostile cells, numbered from 0, followed by probes of what they define."""

    run: Run

    def text(self, cell: int) -> str:
        """What a cell printed."""
        outputs = self.run.cells[cell].outputs
        return "".join(output.get("text", "") for output in outputs)

    def error(self, cell: int) -> str:
        """The type of the exception that ended a cell, or the empty text."""
        error = self.run.cells[cell].error
        return error.type if error is not None else ""

    def seen(self, name: str = "answer") -> Observation:
        """The observation of the probe of `name`."""
        (observation,) = self.run.observations[name]
        return observation


Attack = Callable[..., Attacked]


@pytest.fixture(scope="session", params=["fresh", "warm"])
def attack(request: pytest.FixtureRequest) -> Iterator[Attack]:
    """Runs cells, then calls each of `names` with `args`; other keywords change the policy.

    `attack("answer = len", args=([],), step_seconds=2.0)`
    """
    jail = next((fact for fact in available().facts if not fact.ok and fact.needed), None)
    if jail is not None:
        pytest.skip(f"no sandbox on this machine: {jail.text} {jail.advice}")

    def runs(
        *cells: str,
        args: tuple[Any, ...] = (1.0,),
        names: tuple[str, ...] = ("answer",),
        library: tuple[str, ...] = (),
        **limits: Any,
    ) -> Attacked:
        steps = [CellStep(number, source) for number, source in enumerate(cells)]
        probes = [ProbeStep(name, "call", name, (args,)) for name in names]
        return Attacked(runner(Job((*steps, *probes), library), replace(QUICK, **limits)))

    with WarmRunner() as warm:
        runner = warm.run if request.param == "warm" else run
        yield runs
