"""Runs a job in a process that is not to be trusted, and ends it when it must end."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Literal

from autograder.errors import SandboxUnavailable
from autograder.probes import Frames, Observation, WireError, protocol
from autograder.sandbox import bubblewrap, jail, launch, seccomp
from autograder.sandbox.job import CellStep, Job, Step
from autograder.sandbox.policy import Policy
from autograder.sandbox.transcript import CellResult, Transcript

Kind = Literal["bubblewrap", "none"]
Ending = Literal["done", "timed-out", "out-of-memory", "crashed"]

_PIECE = 1 << 18
_TICK = 0.1  # seconds between looks at whether the process still lives
_COMPLAINT_KEPT = 4_000
_MOST_DROPPED = 1_000  # messages that do not fit; more of them are a flood


@dataclass(frozen=True)
class Run:
    """What came of a job: a plain record, checked, holding nothing that student code made.

    Args:
        ending: "done" if every step was reported; else why the process ended before.
        reason: a sentence on the ending; empty when done.
        running: the step that was running when it ended; None when done or between steps.
        finished: how many steps were reported.
        cells: results by the cell's index.
        observations: one for each case, by the exercise's identifier.
        seconds: from the launch to the end.
        peak_memory: bytes, as the worker itself said at the last report; 0 if it never did.
        dropped: messages that did not fit (a sign of forgery).
    """

    ending: Ending
    reason: str
    running: Step | None
    finished: int
    cells: dict[int, CellResult]
    observations: dict[str, tuple[Observation, ...]]
    seconds: float
    peak_memory: int
    dropped: int


def run(job: Job, policy: Policy | None = None, *, kind: Kind = "bubblewrap") -> Run:
    """Run the job in a fresh process and report what came of it.

    Whatever student code does becomes part of the `Run`; it raises nothing here, and takes no
    longer than the policy's `total_seconds` and the moment that clearing away needs. With kind
    "none" there is no jail: only the limits and the boundary of plain data remain, and the caller
    should have warned.

    Raises:
        SandboxUnavailable: the worker cannot start on this machine; the text says what to do.
        ValueError: the job names a module that `course_lib` does not have.
        WireError: an argument of a case is no plain data.
    """
    policy = policy or Policy()
    jailed = kind == "bubblewrap"
    start = launch.jailed if jailed else launch.unjailed
    if jailed:
        bubblewrap.working()  # before anything else is built for it
    filters = [seccomp.second_filter()] if jailed else []
    message = job.to_bytes(jail.limits(policy, jailed=jailed), filters)
    with start(job, policy) as worker:
        return follow(worker, message, job, policy)


def follow(worker: launch.Launched, message: bytes, job: Job, policy: Policy) -> Run:
    """Hand a started worker its job, and see it through to its end.

    Raises:
        SandboxUnavailable: the worker never became ready.
    """
    began = time.monotonic()
    watch = _Watch(worker, message, Transcript(job, 2 * policy.output), policy)
    ending, reason = watch.follow()
    if not watch.transcript.ready:
        said = bubblewrap.last_line(bytes(watch.complaint)) or reason
        raise SandboxUnavailable(f"The worker did not start ({said}). {bubblewrap.ADVICE}")
    return _report(watch.transcript, ending, reason, time.monotonic() - began)


def _report(transcript: Transcript, ending: Ending, reason: str, seconds: float) -> Run:
    return Run(
        ending=ending,
        reason=reason,
        running=transcript.running,
        finished=transcript.finished,
        cells=transcript.cells,
        observations=transcript.observations,
        seconds=seconds,
        peak_memory=transcript.peak_memory,
        dropped=transcript.dropped,
    )


class _Watch:
    """Feeds a worker its job, reads what it says, and watches the clock.

    `heard` is when the worker last said something that fitted; a step's time counts from there.
    """

    def __init__(
        self, worker: launch.Launched, message: bytes, transcript: Transcript, policy: Policy
    ) -> None:
        self.process, self.pipes = worker
        self.unsent = memoryview(message)
        self.transcript = transcript
        self.policy = policy
        self.frames = Frames()
        self.received = 0
        self.complaint = bytearray()
        self.began = self.heard = time.monotonic()
        self.verdict: tuple[Ending, str] | None = None

    def follow(self) -> tuple[Ending, str]:
        """Until the job is done, or has to end."""
        with selectors.DefaultSelector() as self.selector:
            self._register(self.pipes.job, selectors.EVENT_WRITE, self._send)
            self._register(self.pipes.complaints, selectors.EVENT_READ, self._listen)
            self._register(self.pipes.results, selectors.EVENT_READ, self._receive)
            while self.verdict is None:
                self._look_around()
        return self.verdict

    def _register(self, stream: IO[bytes], event: int, act: Callable[[], object]) -> None:
        os.set_blocking(stream.fileno(), False)
        self.selector.register(stream, event, act)

    def _look_around(self) -> None:
        ended = self.process.poll() is not None  # before reading: its last words must be in
        for key, _ in self.selector.select(0 if ended else _TICK):
            key.data()
        late = self._lateness()
        if self.verdict is None and late:
            self.verdict = "timed-out", late
        elif self.verdict is None and ended and not self._receive():
            self.verdict = _how_it_ended(self.process)

    def _lateness(self) -> str:
        now, policy = time.monotonic(), self.policy
        if now - self.began > policy.total_seconds:
            return f"the notebook ran longer than {policy.total_seconds:g} s"
        ready = self.transcript.ready
        allowed = policy.step_seconds if ready else policy.start_seconds
        if now - self.heard > allowed:
            return f"{self._what()} ran longer than {allowed:g} s"
        return ""

    def _what(self) -> str:
        step = self.transcript.running
        if step is None:
            return "the worker"
        return "a cell" if isinstance(step, CellStep) else f"the check of {step.exercise}"

    def _send(self) -> None:
        """A piece of the job; after the last one, the end of the stream."""
        with contextlib.suppress(BrokenPipeError):
            written = os.write(self.pipes.job.fileno(), self.unsent[:_PIECE])
            self.unsent = self.unsent[written:]
            if self.unsent:
                return
        self.selector.unregister(self.pipes.job)
        self.pipes.job.close()

    def _listen(self) -> None:
        """What bubblewrap or the worker's start complains about; the last part of it is kept."""
        data = os.read(self.pipes.complaints.fileno(), _PIECE)
        self.complaint = (self.complaint + data)[-_COMPLAINT_KEPT:]
        if not data:
            self.selector.unregister(self.pipes.complaints)

    def _receive(self) -> bool:
        """A piece of the results; False when there is none."""
        try:
            data = os.read(self.pipes.results.fileno(), _PIECE)
        except BlockingIOError:
            return False
        self.received += len(data)
        if self.received > self.policy.result_bytes:
            self.verdict = "crashed", f"more than {self.policy.result_bytes} bytes came back"
        elif data:
            self._read(data)
        else:
            self.verdict = _how_it_ended(self.process)
        return bool(data)

    def _read(self, data: bytes) -> None:
        try:
            for message in self.frames.feed(data):
                if self.transcript.take(message):
                    self.heard = time.monotonic()
                elif self.transcript.dropped > _MOST_DROPPED:
                    raise WireError("too many messages that do not fit")
        except WireError:
            self.verdict = "crashed", "what came back could not be read"
        if self.transcript.done:
            self.verdict = "done", ""


def _how_it_ended(process: launch.Process) -> tuple[Ending, str]:
    """What the exit code tells; bubblewrap reports a signal as 128 and its number."""
    try:
        code = process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return "crashed", "the process closed its connection"
    if code == protocol.EXIT_OUT_OF_MEMORY:
        return "out-of-memory", "the process ran out of memory"
    if code == protocol.EXIT_BROKEN:
        return "crashed", "the process could not go on: its own functions had been changed"
    number = -code if code < 0 else code - 128
    if number in signal.valid_signals():
        return "crashed", f"the process was ended by {signal.Signals(number).name}"
    return "crashed", f"the process ended itself with exit code {code}"
