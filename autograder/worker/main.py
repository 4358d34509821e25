"""The worker's way through a job: read it, confine itself, run step after step, report each."""

from __future__ import annotations

import builtins
import os
import random
import sys
import traceback
import types
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from autograder.probes import (
    Frames,
    Observation,
    WireError,
    dumps,
    frame,
    loads,
    observe,
    protocol,
)
from autograder.probes.failing import kind, message, own_line
from autograder.worker import confine
from autograder.worker.outputs import Recorder, Stream

Plain = dict[str, Any]


def main(results: int) -> NoReturn:
    """Run the job that stands on standard input; write what came of it to `results`.

    Ends the process by `os._exit`, so that nothing a student left behind (threads, `atexit`,
    `__del__`) runs afterwards.
    """
    code = protocol.EXIT_BROKEN
    try:
        job = read_job(0)
        Worker(job, confine.move_up(results)).run()
        code = 0
    except MemoryError:
        code = protocol.EXIT_OUT_OF_MEMORY
    except BaseException:  # noqa: BLE001  # whatever it is, the process ends here
        # our own fault before "ready"; afterwards nobody reads standard error any more
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)


def read_job(descriptor: int) -> Plain:
    """The one framed message that the supervisor writes.

    Raises:
        WireError: the stream ends before it.
    """
    frames = Frames()
    while data := os.read(descriptor, 1 << 20):
        for whole in frames.feed(data):
            job: Plain = loads(whole)
            return job
    raise WireError("the job ends too early")


class Worker:
    """One job, one shell, one namespace."""

    def __init__(self, job: Plain, results: int) -> None:
        self.job = job
        self.results = results
        limits = dict(job["limits"])
        self.recorder = Recorder(limits.pop("output"), limits.pop("output_in_all"))
        self.streams = Stream("stdout", self.recorder), Stream("stderr", self.recorder)
        confine.limit(limits)
        self.shell = self.start_shell()
        for program in job["filters"]:
            confine.filter_system_calls(program.tobytes())
        confine.quiet_stdio()

    def start_shell(self) -> Any:
        """IPython with the notebook's `check` replaced by one that does nothing."""
        from autograder.worker.shell import Shell

        stub_check()
        builtins.input = no_input
        random.seed(self.job["seed"])
        np.random.seed(self.job["seed"])  # noqa: NPY002  # the one that a notebook may use
        sys.argv = [""]
        sys.path.append(str(Path.cwd()))
        sys.stdout, sys.stderr = self.streams
        return Shell.start(self.recorder)

    def run(self) -> None:
        """Every step, each reported when it begins and when it ends."""
        self.send({"event": protocol.READY})
        for number, step in enumerate(self.job["steps"]):
            self.send({"event": protocol.STARTED[step["kind"]], "step": number})
            found = self.cell(step) if step["kind"] == "cell" else self.probe(step)
            event = {"event": protocol.FINISHED[step["kind"]], "step": number, **found}
            self.send({**event, "peak": confine.peak_memory()})
        self.send({"event": protocol.DONE})

    def send(self, event: Plain) -> None:
        """Write one message; a large one in as many pieces as the pipe takes."""
        view = memoryview(frame(dumps(event)))
        while view:
            view = view[os.write(self.results, view) :]

    def cell(self, step: Plain) -> Plain:
        """Run one cell; its outputs, and the exception that ended it."""
        sys.stdout, sys.stderr = self.streams
        result = self.shell.run_cell(step["source"], store_history=True)
        self.shell.last_execution_result = None
        with confine.reserve():
            error = result.error_before_exec
            if error is None:  # not "or": an exception of the student's may have a truth value
                error = result.error_in_exec
            found = {"error": self.failure(error) if error is not None else None}
            close_figures()
            return found | {"outputs": sendable(self.recorder.take(), [])}

    def failure(self, error: BaseException) -> Plain:
        """The exception as plain data; lets go of the memory that its frames hold."""
        line, _ = own_line(error.__traceback__, self.shell.user_ns)
        if isinstance(error, SyntaxError) and type(error.text) is str:
            line = error.text.strip()[:200]
        traceback.clear_frames(error.__traceback__)
        return {"type": kind(error), "message": message(error), "line": line}

    def probe(self, step: Plain) -> Plain:
        """Observe one answer; what the student prints meanwhile is dropped.

        It could show the hidden inputs.
        """
        cases = step["cases"]
        self.recorder.muted = True
        sys.stdout, sys.stderr = self.streams
        try:
            seen = observe(step["probe"], self.shell.user_ns, step["name"], cases)
        finally:
            self.recorder.muted = False
        with confine.reserve():
            close_figures()
            refusal = Observation("raised", error="ValueError: the answers are too much to keep")
            plain = [observation.to_plain() for observation in seen]
            return {"observations": sendable(plain, [refusal.to_plain()] * len(seen))}


def sendable(plain: list[Any], otherwise: list[Any]) -> list[Any]:
    """`plain` if it fits into a message, else what stands for it."""
    try:
        dumps(plain)
    except WireError:
        return otherwise
    return plain


def stub_check() -> None:
    """Put a module in the place of `autograder.check`: the probes of the job do its work."""
    stub = types.ModuleType("autograder.check")
    stub.check = lambda *args, **kwargs: None  # type: ignore[attr-defined]  # it has nothing yet
    sys.modules["autograder.check"] = stub
    sys.modules["autograder"].check = stub  # type: ignore[attr-defined]  # set as an import would


def no_input(prompt: object = "") -> NoReturn:
    """Nobody sits at the keyboard."""
    raise EOFError("input() gets no answer while a notebook is graded")


def close_figures() -> None:
    """Free the memory of all Matplotlib figures, if there are any."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")
