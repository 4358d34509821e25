"""Collects what a cell shows as nbformat-4 outputs, up to a stated size.

The cap stands here, where the text is made: an endless `print` that a parent had to read would
otherwise cost its memory, and every result with it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

CUT = "\n[the rest of the output is left out: it is too long]\n"
MOST_OUTPUTS = 500
"""So many separate outputs a cell may have; more are cut like text that is too long."""

_ERROR_LINES = 50
_ERROR_LINE = 2_000


class Recorder:
    """The outputs of one cell after the other.

    Args:
        per_cell: characters that one cell may show; what is more is left out, with a note.
        in_all: characters that all cells together may show.
    """

    def __init__(self, per_cell: int, in_all: int) -> None:
        self.per_cell = per_cell
        self.in_all = in_all
        self.muted = False
        self._begin()

    def _begin(self) -> None:
        self.outputs: list[dict[str, Any]] = []
        self.limit = min(self.per_cell, self.in_all)
        self.room = self.limit
        self.cut = False
        self._texts: list[str] = []

    def take(self) -> list[dict[str, Any]]:
        """The outputs since the last call; begins anew."""
        self._join()
        taken = self.outputs
        self.in_all -= self.limit - max(0, self.room)
        self._begin()
        return taken

    def clear(self) -> None:
        """Forget what the cell has shown (`clear_output`); what it used up stays used up."""
        self._join()
        self.outputs = []

    def stream(self, name: str, text: str) -> None:
        """Text on "stdout" or "stderr"."""
        if self.muted or self.cut or not text:
            return
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") != "stream" or last.get("name") != name:
            self._join()
            self.outputs.append({"output_type": "stream", "name": name, "text": ""})
        self._texts.append(_plain(text[: max(0, self.room)]))
        self._use(len(text))

    def display(self, data: Mapping[str, Any], count: int | None = None) -> None:
        """Rich output; `count` is the execution count of a cell's result."""
        texts = {
            mime: _plain(item) for mime, item in list(data.items())[:20] if isinstance(item, str)
        }
        size = sum(map(len, texts.values()))
        if self.muted or self.cut or not texts:
            return
        self._join()
        if size <= self.room:
            self.outputs.append(_bundle(texts, count))
        self._use(size)

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        """The exception that ended the cell, cut short; left out only after very many others."""
        self._join()
        if self.muted or len(self.outputs) > 2 * MOST_OUTPUTS:
            return
        lines = [_plain(line[:_ERROR_LINE]) for line in traceback[:_ERROR_LINES]]
        output = {"output_type": "error", "ename": name, "evalue": value, "traceback": lines}
        self.outputs.append(output)

    def _use(self, size: int) -> None:
        self.room -= size
        if self.room < 0 or len(self.outputs) >= MOST_OUTPUTS:
            self.cut = True
            self._join()
            self.outputs.append({"output_type": "stream", "name": "stderr", "text": CUT})

    def _join(self) -> None:
        """Put the pieces of the last stream together (once, not on every `print`)."""
        if self._texts:
            self.outputs[-1]["text"] += "".join(self._texts)
            self._texts = []


def _bundle(texts: dict[str, str], count: int | None) -> dict[str, Any]:
    if count is None:
        return {"output_type": "display_data", "data": texts, "metadata": {}}
    return {
        "output_type": "execute_result",
        "execution_count": count,
        "data": texts,
        "metadata": {},
    }


def _plain(text: str) -> str:
    """An exact `str` that UTF-8 can encode."""
    return str.encode(text, "utf-8", "backslashreplace").decode("utf-8")


class Stream(io.TextIOBase):
    """Stands in for `sys.stdout` or `sys.stderr`."""

    def __init__(self, name: str, recorder: Recorder) -> None:
        self.name = name
        self.recorder = recorder

    encoding = "utf-8"
    errors = "backslashreplace"

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str) -> int:
        """Record the text.

        Raises:
            TypeError: it is no text.
        """
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.recorder.stream(self.name, text)
        return len(text)
