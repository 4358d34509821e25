"""Grades submissions: sanitise, execute in isolation, judge outside; one `Result` for each.

Whatever a submission does ends in a result with a status and a reason. A step that hangs, runs out
of memory or ends its process is left out, and the rest is executed again without it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from autograder import exercises
from autograder.classroom import Work
from autograder.course import Course, Limits, exercise_seed
from autograder.errors import UnreadableSubmission
from autograder.exercises.model import Unit
from autograder.judge import judge
from autograder.marking import Marking, marking
from autograder.probes import Observation
from autograder.results import Result, Status
from autograder.sandbox import CellError, Job, Kind, Policy, Run, run
from autograder.sandbox import CellStep as RunCell
from autograder.sandbox import ProbeStep as RunProbe
from autograder.sandbox.warm import WarmRunner
from autograder.store import Store, fingerprint, key_of
from autograder.submission import Release, Sanitised, load_release, read, sanitise, without
from autograder.verdict import Verdict

MOST_RUNS = 6
"""How often a submission is executed at most: once, and again for each guilty step."""

PLACEHOLDERS = ("NotImplementedError", "autograder.check.NotAnsweredYet")


@dataclass(frozen=True)
class Guilty:
    """A step that was left out of the next run, and why."""

    index: int
    status: Status
    reason: str


@dataclass(frozen=True)
class Grader:
    """Everything that is the same for a whole class.

    Args:
        course: the course that is graded.
        seed: what the cases are drawn from: the course's secret, or a number.
        kind: "bubblewrap", or "none" on the instructor's explicit word.
        public: draw the public cases, as `check` in a notebook does.
        warm: forks workers from warm processes; without it each job gets a jail of its own.
    """

    course: Course
    seed: str | int
    kind: Kind = "bubblewrap"
    public: bool = False
    warm: WarmRunner | None = field(default=None, compare=False)
    releases: dict[str, Release] = field(default_factory=dict, compare=False)

    def execute(self, job: Job, policy: Policy) -> Run:
        """Run a job where this grader runs its jobs."""
        if self.warm is not None:
            return self.warm.run(job, policy)
        return run(job, policy, kind=self.kind)

    def release(self, unit: Unit) -> Release:
        """The notebook that students were given, read once."""
        if unit.name not in self.releases:
            self.releases[unit.name] = load_release(self.course.release(unit.name), unit)
        return self.releases[unit.name]

    def markings(self, unit: Unit) -> dict[str, Marking]:
        """Every exercise of the unit with its cases for this course."""
        return {e.id: marking(e, self._seed(unit.name, e.id)) for e in unit.exercises}

    def _seed(self, unit: str, exercise: str) -> int:
        if self.public and isinstance(self.seed, int):
            return self.seed
        return exercise_seed(self.seed, unit, exercise)

    def grade(self, work: Work) -> Result:
        """The result of one student's work on one unit; never an exception for what is in it."""
        unit = exercises.unit(work.unit)
        started = time.monotonic()
        if work.path is None:
            return _nothing(work, unit, "missing", "no notebook was handed in")
        try:
            sanitised = sanitise(read(work.path.read_bytes()), unit, self.release(unit))
        except OSError as error:
            return _nothing(work, unit, "unreadable", f"the file cannot be read: {error.strerror}")
        except UnreadableSubmission as error:
            return _nothing(work, unit, "unreadable", str(error))
        execution = _execute(sanitised, unit, self)
        status, reason = execution.outcome(sanitised)
        return Result(
            student=work.student,
            unit=work.unit,
            status=status,
            reason=reason,
            seconds=round(time.monotonic() - started, 3),
            verdicts=execution.verdicts(sanitised, self.markings(unit)),
            repairs=sanitised.repairs,
            answers=dict(sanitised.answers),
            written=dict(sanitised.written),
            notebook=execution.notebook(sanitised),
        )


def grade_all(
    works: Sequence[Work],
    grader: Grader,
    store: Store,
    jobs: int = 1,
    progress: Callable[[Result, bool], None] = lambda result, reused: None,
) -> list[Result]:
    """Grade everything, `jobs` at a time, and keep each result as soon as it is there.

    Args:
        works: what to grade.
        grader: how.
        store: where results are kept, and found again after an interruption.
        jobs: how many submissions are executed at once.
        progress: called after each with the result, and whether it was taken from the store.

    Returns:
        one result per work, in the same order.
    """
    releases = [grader.course.release(name) for name in sorted({work.unit for work in works})]
    circumstances = (fingerprint(releases), grader.seed, grader.kind, grader.course.limits)

    def one(work: Work) -> tuple[Result, bool]:
        key = key_of(_bytes(work), *circumstances)
        stored = store.load(work.student, work.unit, key)
        if stored is not None:
            return stored, True
        result = warmed.grade(work)
        store.save(result, key)
        return result, False

    results: dict[int, Result] = {}
    with _warmed(grader) as warmed, ThreadPoolExecutor(max_workers=jobs) as pool:
        futures = {pool.submit(one, work): i for i, work in enumerate(works)}
        try:
            for future in as_completed(futures):
                result, reused = future.result()
                results[futures[future]] = result
                progress(result, reused)
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return [results[i] for i in range(len(works))]


@contextmanager
def _warmed(grader: Grader) -> Iterator[Grader]:
    """The same grader with warm processes, where it runs jobs in jails."""
    if grader.kind != "bubblewrap":
        yield grader
        return
    with WarmRunner() as warm:
        yield replace(grader, warm=warm)


def _bytes(work: Work) -> bytes:
    try:
        return work.path.read_bytes() if work.path else b""
    except OSError:
        return b""


def _nothing(work: Work, unit: Unit, status: Status, reason: str) -> Result:
    """The result of a submission of which there is nothing to execute: every exercise scores 0."""
    verdicts = tuple(
        judge(ready, [Observation("missing", error=reason)] * len(ready.cases))
        for ready in (marking(exercise, 0) for exercise in unit.exercises)
    )
    return Result(work.student, work.unit, status, reason, 0.0, verdicts)


@dataclass
class _Execution:
    """What is known after executing a submission, again and again if need be."""

    guilty: list[Guilty] = field(default_factory=list)
    observations: dict[str, tuple[Observation, ...]] = field(default_factory=dict)
    errors: dict[int, CellError] = field(default_factory=dict)
    outputs: dict[int, tuple[dict[str, Any], ...]] = field(default_factory=dict)

    def take(self, result: Run) -> None:
        """Add what one run has shown; a later run replaces what an earlier one said.

        Except where a name is missing only because its cell was left out meanwhile.
        """
        for exercise, seen in result.observations.items():
            if exercise not in self.observations or seen[0].outcome != "missing":
                self.observations[exercise] = seen
        for index, cell in result.cells.items():
            self.outputs[index] = cell.outputs
            self.errors.pop(index, None)
            if cell.error is not None:
                self.errors[index] = cell.error

    def outcome(self, sanitised: Sanitised) -> tuple[Status, str]:
        """The submission's status, and a sentence that says why."""
        if self.guilty:
            number = len(self.guilty)
            more = f" (and {number - 1} more)" if number > 1 else ""
            return self.guilty[0].status, f"{self.guilty[0].reason}{more}"
        real = [e for i, e in sorted(self.errors.items()) if not _is_placeholder(e)]
        if not real:
            return "graded", ""
        more = f" (and {len(real) - 1} more)" if len(real) > 1 else ""
        return "graded-with-errors", f"a cell raised {_described(real[0])}{more}"

    def verdicts(self, sanitised: Sanitised, markings: dict[str, Marking]) -> tuple[Verdict, ...]:
        """Every exercise of the unit, judged."""
        return tuple(
            judge(ready, self._seen(sanitised, identifier, len(ready.cases)))
            for identifier, ready in markings.items()
        )

    def _seen(self, sanitised: Sanitised, identifier: str, cases: int) -> Sequence[Observation]:
        seen = self.observations.get(identifier)
        own = set(sanitised.answer_cells.get(identifier, ())) | _probes(sanitised, identifier)
        stopped = next((g for g in self.guilty if g.index in own), None)
        if stopped is not None and (seen is None or seen[0].outcome == "missing"):
            return [Observation("stopped", error=stopped.reason)] * cases
        if seen is None:
            reason = "it was not reached: too many cells had to be left out"
            return [Observation("stopped" if self.guilty else "missing", error=reason)] * cases
        if seen[0].outcome == "missing":
            return self._missing(own, seen)
        return seen

    def _missing(self, own: set[int], seen: Sequence[Observation]) -> Sequence[Observation]:
        """The name is not defined: because its own cell failed, if it did."""
        error = next((self.errors[i] for i in sorted(own) if i in self.errors), None)
        if error is None or _is_placeholder(error):
            return seen
        return [Observation("raised", error=_described(error), line=error.line)] * len(seen)

    def notebook(self, sanitised: Sanitised) -> dict[str, Any]:
        """The sanitised notebook with the outputs of its cells."""
        cells = [dict(cell) for cell in sanitised.notebook["cells"]]
        for index, outputs in self.outputs.items():
            cells[index]["outputs"] = list(outputs)
        return {**sanitised.notebook, "cells": cells}


def _probes(sanitised: Sanitised, identifier: str) -> set[int]:
    """Where in the notebook the exercise is probed."""
    return {
        step["index"]
        for step in sanitised.steps
        if step["kind"] == "probe" and step["exercise"] == identifier
    }


def _execute(sanitised: Sanitised, unit: Unit, grader: Grader) -> _Execution:
    """Run the submission until a run comes to its end, leaving out one guilty step each time."""
    execution, plan = _Execution(), sanitised
    deadline = time.monotonic() + grader.course.limits.submission_seconds
    for _ in range(MOST_RUNS):
        left = deadline - time.monotonic()
        if left < 1:
            break
        job, indices = _job(plan, unit, grader.markings(unit))
        result = grader.execute(job, _policy(grader.course.limits, left))
        execution.take(result)
        guilty = _guilty(result, indices)
        if guilty is None:
            break
        execution.guilty.append(guilty)
        plan = without(plan, guilty.index)
    return execution


def _guilty(result: Run, indices: list[int]) -> Guilty | None:
    """The step to leave out of the next run, or None when this run was good to the end.

    A cell that ran into its memory limit and went on has left the memory full for whatever came
    after it, so it is left out, too.
    """
    if result.ending != "done":
        index = indices[min(result.finished, len(indices) - 1)]
        return Guilty(index, _STATUS[result.ending], _why(result))
    full = (c.index for c in result.cells.values() if c.error and c.error.type == "MemoryError")
    index = min(full, default=-1)
    reason = "a cell asked for more memory than it may have"
    return Guilty(index, "out-of-memory", reason) if index >= 0 else None


_STATUS: dict[str, Status] = {
    "timed-out": "timed-out",
    "out-of-memory": "out-of-memory",
    "crashed": "crashed",
}


def _job(plan: Sanitised, unit: Unit, markings: dict[str, Marking]) -> tuple[Job, list[int]]:
    """The job for the sandbox, and the notebook's index of each of its steps."""
    steps: list[RunCell | RunProbe] = []
    for step in plan.steps:
        if step["kind"] == "cell":
            steps.append(RunCell(step["index"], step["source"]))
        else:
            steps.append(_probe(markings[step["exercise"]]))
    indices = [step["index"] for step in plan.steps]
    return Job(tuple(steps), library=unit.library), indices


def _probe(ready: Marking) -> RunProbe:
    exercise = ready.exercise
    cases = tuple(case.args for case in ready.cases)
    return RunProbe(exercise.id, exercise.probe, exercise.name, cases)


def _policy(limits: Limits, left: float) -> Policy:
    return Policy(
        memory=limits.memory_bytes,
        total_seconds=left + 1.0,
        step_seconds=limits.cell_seconds,
    )


def _why(result: Run) -> str:
    """A sentence on the guilty step."""
    step = result.running
    what = "it" if step is None else "a cell"
    if isinstance(step, RunProbe):
        what = f"`{step.name}`, when it was called,"
    return f"{what} was stopped: {result.reason}"


def _is_placeholder(error: CellError) -> bool:
    return error.type in PLACEHOLDERS


def _described(error: CellError) -> str:
    return f"{error.type}: {error.message}" if error.message else error.type
