"""Runs jobs in forks of a process that has imported everything already.

    with WarmRunner() as runner:
        done = runner.run(job, policy)

One warm process stands in a jail of its own for each thread that runs jobs and each set of modules
that these may import; `autograder.worker.warm` is what runs there, `isolation` how a fork is shut
off from it. A warm process that has ended is replaced.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import IO

from autograder.errors import SandboxUnavailable
from autograder.probes import protocol
from autograder.sandbox import bubblewrap, jail, launch, seccomp, supervisor
from autograder.sandbox.job import Job
from autograder.sandbox.policy import Policy

_SCRATCH = struct.Struct("=QQ")
_CODE = struct.Struct("=i")
ATTEMPTS = 2
"""A job under which this many warm processes end is to blame for it."""

_PATIENCE = 10.0  # seconds that the kernel may take to clear away what was killed


class WarmRunner:
    """Keeps warm processes, one for each thread and set of modules, until it is closed."""

    def __init__(self) -> None:
        self._stack = contextlib.ExitStack()
        self._processes: dict[tuple[int, tuple[str, ...]], WarmProcess] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> WarmRunner:
        """Nothing is started before the first job."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all warm processes."""
        with self._lock:
            self._stack.close()
            self._processes.clear()

    def run(self, job: Job, policy: Policy | None = None) -> supervisor.Run:
        """Run the job in a fork of a warm process; as `sandbox.run` in all else.

        A job whose warm process ends under it is run once more in another one. Where no fork can
        be isolated (a bubblewrap that may make namespaces, on a machine where others may not), the
        job gets a jail of its own, as in `sandbox.run`.

        Raises:
            SandboxUnavailable: no worker can be started on this machine.
            ValueError: the job names a module that `course_lib` does not have.
            WireError: an argument of a case is no plain data.
        """
        policy = policy or Policy()
        filters = [seccomp.first_filter(), seccomp.second_filter()]
        message = job.to_bytes(jail.limits(policy, jailed=True), filters)
        done = None
        for _ in range(ATTEMPTS):
            try:
                process = self._process(job, policy)
                done = process.run(message, job, policy)
            except (OSError, SandboxUnavailable):
                continue
            if done.ending == "done" or process.alive:
                return done
        return done or supervisor.run(job, policy)

    def _process(self, job: Job, policy: Policy) -> WarmProcess:
        key = (threading.get_ident(), job.modules)
        with self._lock:
            found = self._processes.get(key)
        if found is not None and found.alive:
            return found
        started = WarmProcess(job.modules, policy)
        with self._lock:
            self._stack.callback(started.close)
            self._processes[key] = started
        if found is not None:
            found.close()
        return started


class WarmProcess:
    """One warm process in its jail, serving one job at a time.

    Raises:
        SandboxUnavailable: it does not start; the text says why.
    """

    def __init__(self, modules: tuple[str, ...], policy: Policy) -> None:
        self._stack = contextlib.ExitStack()
        try:
            self._start(modules, policy)
        except BaseException:
            self._stack.close()
            raise

    def _start(self, modules: tuple[str, ...], policy: Policy) -> None:
        bwrap = bubblewrap.working()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._channel = self._stack.enter_context(ours)
        pipes = self._stack.enter_context(launch.open_pipes())
        program = self._stack.enter_context(bubblewrap.filter_descriptor(seccomp.warm_filter()))
        control = theirs.fileno()
        command = jail.worker_command(control, modules, module="warm")
        argv = jail.jailed(bwrap, modules, policy, program, command)
        started = launch.started(argv, pipes, (control, program))
        self._process = self._stack.enter_context(started)
        theirs.close()
        ours.settimeout(policy.start_seconds)
        try:
            said = ours.recv(64)
        except TimeoutError:
            said = b""
        if said != protocol.READY.encode():
            complaint = _drain(pipes.complaints)
            reason = bubblewrap.last_line(complaint) or "it said nothing"
            raise SandboxUnavailable(f"The worker did not start ({reason}). {bubblewrap.ADVICE}")

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def run(self, message: bytes, job: Job, policy: Policy) -> supervisor.Run:
        """Fork a worker, and see it through to its end.

        Raises:
            OSError: the warm process has ended.
            SandboxUnavailable: the worker could not be isolated.
        """
        with self._fork(policy) as worker:
            return supervisor.follow(worker, message, job, policy)

    @contextlib.contextmanager
    def _fork(self, policy: Policy) -> Iterator[launch.Launched]:
        with launch.open_pipes() as pipes, contextlib.ExitStack() as stack:
            lifeline, ours = launch.pipe(stack)
            status, said = launch.pipe(stack)
            job, results, complaints = pipes.theirs
            ends = (job, results, complaints, lifeline, said)
            words = _SCRATCH.pack(policy.scratch, policy.inodes)
            socket.send_fds(self._channel, [words], [end.fileno() for end in ends])
            for end in ends:
                end.close()
            forked = Forked(status)
            try:
                yield launch.Launched(forked, pipes)
            finally:
                ours.close()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    forked.wait(_PATIENCE)

    def close(self) -> None:
        """End it, with every worker that it forked."""
        self._stack.close()


class Forked:
    """A forked worker, known by what its watcher writes when it has ended."""

    def __init__(self, status: IO[bytes]) -> None:
        self._status = status
        self._code: int | None = None

    def poll(self) -> int | None:
        """The exit code, None while it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, waited for; that of a killed process where nobody could tell.

        Raises:
            subprocess.TimeoutExpired: it did not end in time.
        """
        if self._code is None:
            with selectors.DefaultSelector() as selector:
                selector.register(self._status, selectors.EVENT_READ)
                if not selector.select(timeout):
                    raise subprocess.TimeoutExpired("worker", timeout or 0.0)
            said = os.read(self._status.fileno(), _CODE.size)
            self._code = _CODE.unpack(said)[0] if len(said) == _CODE.size else -9
        return self._code


def _drain(stream: IO[bytes]) -> bytes:
    os.set_blocking(stream.fileno(), False)
    with contextlib.suppress(BlockingIOError):
        return os.read(stream.fileno(), 1 << 16)
    return b""
