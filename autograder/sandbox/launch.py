"""Starts the worker with its pipes, and clears it away with everything that it started."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, NamedTuple, Protocol

from autograder.sandbox import bubblewrap, jail
from autograder.sandbox.job import Job
from autograder.sandbox.policy import Policy

_PATIENCE = 5.0  # seconds that the kernel may take to clear away what was killed


class Pipes(NamedTuple):
    """The three pipes of a worker: our ends, and the ends that it is given."""

    job: IO[bytes]
    results: IO[bytes]
    complaints: IO[bytes]
    theirs: tuple[IO[bytes], IO[bytes], IO[bytes]]


class Process(Protocol):
    """What is asked of a running process; `subprocess.Popen` knows it."""

    def poll(self) -> int | None:
        """The exit code, None while it runs."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, waited for.

        Raises:
            subprocess.TimeoutExpired: it did not end in time.
        """
        ...


class Launched(NamedTuple):
    """A running worker: its process (or bubblewrap's, around it) and its pipes."""

    process: Process
    pipes: Pipes


@contextlib.contextmanager
def jailed(job: Job, policy: Policy) -> Iterator[Launched]:
    """A worker in a jail; on leaving, it and all that it started are gone.

    Raises:
        SandboxUnavailable: no bubblewrap starts on this machine.
    """
    bwrap = bubblewrap.working()
    with bubblewrap.filter_descriptor() as program, open_pipes() as pipes:
        results = pipes.theirs[1].fileno()
        command = jail.worker_command(results, job.modules)
        argv = jail.jailed(bwrap, job.modules, policy, program, command)
        with started(argv, pipes, (results, program)) as process:
            yield Launched(process, pipes)
        _await_end(pipes.results)


@contextlib.contextmanager
def unjailed(job: Job, policy: Policy) -> Iterator[Launched]:
    """The same worker without a jail, in a temporary folder of its own."""
    with TemporaryDirectory(prefix="autograder-") as name, open_pipes() as pipes:
        results = pipes.theirs[1].fileno()
        argv, environment, scratch = jail.unjailed(Path(name), job.modules, results)
        with started(argv, pipes, (results,), environment, scratch) as process:
            yield Launched(process, pipes)


@contextlib.contextmanager
def open_pipes() -> Iterator[Pipes]:
    """Three fresh pipes, closed afterwards."""
    with contextlib.ExitStack() as stack:
        ends = [pipe(stack) for _ in range(3)]
        (job_out, job_in), (results, results_in), (complaints, complaints_in) = ends
        yield Pipes(job_in, results, complaints, (job_out, results_in, complaints_in))


def pipe(stack: contextlib.ExitStack) -> tuple[IO[bytes], IO[bytes]]:
    """A pipe's two ends, closed with the stack: what is written to the second, the first reads."""
    reading, writing = os.pipe()
    source = stack.enter_context(os.fdopen(reading, "rb", 0))
    return source, stack.enter_context(os.fdopen(writing, "wb", 0))


@contextlib.contextmanager
def started(
    argv: Sequence[str],
    pipes: Pipes,
    passed: Sequence[int],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a session of its own, killed with its whole group on leaving."""
    process = subprocess.Popen(
        argv,
        stdin=pipes.theirs[0],
        stdout=subprocess.DEVNULL,
        stderr=pipes.theirs[2],
        env=dict(environment or {}),
        cwd=folder,
        pass_fds=passed,
        start_new_session=True,
    )
    try:
        for end in pipes.theirs:  # else the end of the worker would not end our reading
            end.close()
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _await_end(results: IO[bytes]) -> None:
    """Wait until nobody can write results any more: then the whole jail is gone."""
    with selectors.DefaultSelector() as selector:
        selector.register(results, selectors.EVENT_READ)
        while selector.select(_PATIENCE):
            if not results.read(1 << 16):
                return
