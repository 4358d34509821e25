"""Follows a worker's messages through its job, believing none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from autograder.probes import Observation, WireError, loads, protocol, snapshot
from autograder.probes.plain import clean
from autograder.sandbox.job import CellStep, Job, ProbeStep, Step

_MIME = re.compile(r"[a-z]+/[a-zA-Z0-9.+-]{1,100}")
_MOST_OUTPUTS = 2_000
_MOST_LINES = 200


@dataclass(frozen=True)
class CellError:
    """The exception that ended a cell: its type's name, what it said, the student's own line."""

    type: str
    message: str
    line: str


@dataclass(frozen=True)
class CellResult:
    """A cell that ran to its end: the exception if there was one, and nbformat-4 outputs."""

    index: int
    error: CellError | None
    outputs: tuple[dict[str, Any], ...]


class Transcript:
    """What is known of a run so far.

    Args:
        job: what the worker was told to do; only messages that fit it are taken.
        most_text: characters that the outputs of one cell may hold.
    """

    def __init__(self, job: Job, most_text: int) -> None:
        self.job = job
        self.most_text = most_text
        self.cells: dict[int, CellResult] = {}
        self.observations: dict[str, tuple[Observation, ...]] = {}
        self.ready = False
        self.done = False
        self.finished = 0
        self.running: Step | None = None
        self.dropped = 0
        self.peak_memory = 0

    def take(self, message: bytes) -> bool:
        """One message more; False, and counted, if it is not one that may come now."""
        try:
            self._follow(loads(message))
        except WireError:
            self.dropped += 1
            return False
        return True

    def _follow(self, event: Any) -> None:
        if type(event) is not dict or type(event.get("event")) is not str:
            raise WireError("a message that does not say what it is")
        name = event["event"]
        if name == protocol.READY and not self.ready:
            self.ready = True
        elif not self.ready or self.done:
            raise WireError("a message out of its time")
        elif name == protocol.DONE and self.finished == len(self.job.steps):
            self.done = True
        else:
            self._step(name, event)

    def _step(self, name: str, event: dict[Any, Any]) -> None:
        number = event.get("step")
        if type(number) is not int or number != self.finished or number >= len(self.job.steps):
            raise WireError("a message about another step")
        step = self.job.steps[self.finished]
        kind = "cell" if isinstance(step, CellStep) else "probe"
        if name == protocol.STARTED[kind] and self.running is None:
            self.running = step
        elif name == protocol.FINISHED[kind] and self.running is not None:
            self._finish(step, event)
        else:
            raise WireError("an unknown message, or one out of its time")

    def _finish(self, step: Step, event: dict[Any, Any]) -> None:
        if isinstance(step, CellStep):
            outputs = self._outputs(event.get("outputs"))
            self.cells[step.index] = CellResult(step.index, _error(event.get("error")), outputs)
        else:
            self.observations[step.exercise] = _observations(step, event.get("observations"))
        peak = event.get("peak")
        if type(peak) is int and 0 <= peak < 1 << 48:
            self.peak_memory = max(self.peak_memory, peak)
        self.running = None
        self.finished += 1

    def _outputs(self, plain: Any) -> tuple[dict[str, Any], ...]:
        if type(plain) is not list or len(plain) > _MOST_OUTPUTS:
            raise WireError("outputs that are no list, or too many")
        outputs = tuple(_output(item) for item in plain)
        if sum(map(_length, outputs)) > self.most_text:
            raise WireError("outputs that are too long")
        return outputs


def _error(plain: Any) -> CellError | None:
    if plain is None:
        return None
    kind, message, line = _texts(plain, "type", "message", "line")
    return CellError(clean(kind, 100), clean(message, 300), clean(line, 200))


def _texts(plain: Any, *names: str) -> list[str]:
    """The entries of a dict that have to be text (types first: an array has its own idea of ==)."""
    if type(plain) is not dict or any(type(plain.get(name)) is not str for name in names):
        raise WireError("a dict without the texts that belong in it")
    return [plain[name] for name in names]


def _observations(step: ProbeStep, plain: Any) -> tuple[Observation, ...]:
    """As many as the step has cases, each value held again to the limits of one answer."""
    if type(plain) is not list or len(plain) != len(step.cases):
        raise WireError("not one observation for each case")
    seen = [Observation.from_plain(item) for item in plain]
    return tuple(
        Observation(o.outcome, snapshot(o.value), o.mutated, o.error, o.line) for o in seen
    )


def _output(plain: Any) -> dict[str, Any]:
    """One nbformat-4 output, rebuilt from the parts that are known."""
    (kind,) = _texts(plain, "output_type")
    if kind not in _OUTPUTS:
        raise WireError("an output of unknown type")
    return {"output_type": kind, **_OUTPUTS[kind](plain)}


def _stream(plain: dict[Any, Any]) -> dict[str, Any]:
    name, text = _texts(plain, "name", "text")
    if name not in ("stdout", "stderr"):
        raise WireError("a stream of unknown name")
    return {"name": name, "text": text}


def _display(plain: dict[Any, Any]) -> dict[str, Any]:
    data = plain.get("data")
    if type(data) is not dict or not all(type(mime) is str for mime in data):
        raise WireError("rich output without its data")
    if not all(_MIME.fullmatch(mime) for mime in data):
        raise WireError("rich output of unknown type")
    return {"data": dict(zip(data, _texts(data, *data), strict=True)), "metadata": {}}


def _result(plain: dict[Any, Any]) -> dict[str, Any]:
    count = plain.get("execution_count")
    if type(count) is not int:
        raise WireError("a result without its count")
    return {"execution_count": count, **_display(plain)}


def _traceback(plain: dict[Any, Any]) -> dict[str, Any]:
    name, value = _texts(plain, "ename", "evalue")
    lines = plain.get("traceback")
    if type(lines) is not list or len(lines) > _MOST_LINES:
        raise WireError("an error without its lines")
    if not all(type(line) is str for line in lines):
        raise WireError("an error with lines that are no text")
    return {"ename": clean(name, 100), "evalue": clean(value, 300), "traceback": lines}


_OUTPUTS = {
    "stream": _stream,
    "display_data": _display,
    "execute_result": _result,
    "error": _traceback,
}


def _length(output: dict[str, Any]) -> int:
    texts = [output.get("text", ""), *output.get("data", {}).values(), *output.get("traceback", ())]
    return sum(map(len, texts))
