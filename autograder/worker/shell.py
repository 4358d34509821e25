"""An IPython shell without a kernel: cells run as in a notebook, what they show is recorded."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, NoReturn

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from autograder.probes.failing import describe, kind, message, source_line
from autograder.worker.outputs import Recorder

_SCRIPTS = frozenset(
    {"!", "bash", "cmd", "perl", "pypy", "python", "python2", "python3"}
    | {"ruby", "script", "sh", "sx", "system"}
)
"""Cell magics that hand the cell to another program."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class _Publisher(DisplayPublisher):
    """Records what `display` shows; updates of an earlier display are left out."""

    def publish(
        self, data: Any, metadata: Any = None, *args: Any, update: bool = False, **kwargs: Any
    ) -> None:
        if not update:
            Shell.recorder.display(data)

    def clear_output(self, wait: bool = False) -> None:
        Shell.recorder.clear()


class _Hook(DisplayHook):
    """Records the value of a cell's last line."""

    def write_output_prompt(self) -> None:
        """Say nothing: the count is part of the recorded output."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        Shell.recorder.display(format_dict, self.prompt_count)

    def log_output(self, format_dict: Any) -> None:
        """Keep no second copy of the output."""

    def finish_displayhook(self) -> None:
        self._is_active = False


class Shell(InteractiveShell):
    """Runs cells; nothing in it reaches for a terminal, a window or another process."""

    recorder: Recorder
    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)

    @classmethod
    def start(cls, recorder: Recorder) -> Shell:
        """The process's one shell, writing to `recorder`."""
        cls.recorder = recorder
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.enable_tip = False
        shell: Shell = cls.instance(config=config)
        for noise in ("To exit: use", ".*is non-interactive"):
            warnings.filterwarnings("ignore", message=noise)
        return shell

    def run_cell_magic(self, magic_name: str, line: str, cell: str) -> Any:
        """Run a cell magic, but none that starts a program."""
        if magic_name in _SCRIPTS:
            _refuse()
        return super().run_cell_magic(magic_name, line, cell)  # type: ignore[no-untyped-call]  # IPython

    def ask_exit(self) -> None:
        """Go on: there is no kernel to end, and the next cells are graded as well."""

    def enable_gui(self, gui: Any = None) -> None:
        """Do nothing: there is no window."""

    def enable_matplotlib(self, gui: Any = None) -> tuple[str, str]:
        """Do nothing: figures are drawn with Agg, whatever `%matplotlib` asks for."""
        return "agg", "agg"

    def enable_pylab(self, gui: Any = None, import_all: bool = True) -> tuple[str, str, list[str]]:
        """Do nothing: `%pylab` fills no namespace here."""
        return "agg", "agg", []

    def system_piped(self, cmd: str) -> NoReturn:
        """Refuse `!command`."""
        _refuse()

    system_raw = system_piped
    system = system_piped

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> NoReturn:
        """Refuse `x = !command`."""
        _refuse()

    @contextmanager
    def _tee(self, channel: str) -> Iterator[None]:
        """Keep no second copy of the output (newer versions of IPython keep all of it)."""
        yield

    def _format_exception_for_storage(self, *args: Any, **kwargs: Any) -> list[str]:
        """Keep no second copy of a traceback."""
        return []

    def showtraceback(self, exc_tuple: ExcInfo | None = None, *args: Any, **kwargs: Any) -> None:
        """Record the exception with the student's own lines."""
        error, trace = (exc_tuple or sys.exc_info())[1:3]
        if error is not None:
            lines = traceback_lines(error, trace, self.user_ns)
            self.recorder.error(kind(error), message(error), lines)

    def showsyntaxerror(self, *args: Any, **kwargs: Any) -> None:
        """Record it like any other."""
        self.showtraceback()

    def showindentationerror(self) -> None:
        """Record it like any other."""
        self.showtraceback()


def traceback_lines(
    error: BaseException, trace: TracebackType | None, own: Mapping[str, Any]
) -> list[str]:
    """The student's own lines on the way to the exception, innermost last, and what it says."""
    lines = ["Traceback (most recent call last):"]
    if isinstance(error, SyntaxError) and type(error.text) is str:
        lines += [f"  line {error.lineno}", "    " + error.text.strip()]
    while trace is not None:
        code = trace.tb_frame.f_code
        if trace.tb_frame.f_globals is own:
            where = "the cell" if code.co_name.startswith("<") else code.co_name
            source = source_line(code.co_filename, trace.tb_lineno)
            lines += [f"  in {where}, line {trace.tb_lineno}", f"    {source}"]
        trace = trace.tb_next
    return [*(lines if len(lines) < 45 else [*lines[:21], "  ...", *lines[-20:]]), describe(error)]


def _refuse() -> NoReturn:
    raise PermissionError("shell commands do not run while a notebook is graded")
