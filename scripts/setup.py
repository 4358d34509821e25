"""Makes `.venv` hold what requirements.lock names and the project itself, and then stays silent.

Needs only Python's standard library. A file inside the environment says what it was made from:
while that is true, nothing is done. Another file stands there while the set-up is under way: a
set-up that was cut short leaves it behind, and the next one starts afresh.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "set-up.txt"
UNDER_WAY = VENV / "set-up-under-way"
LOG = VENV / "setup.log"
# pip mentions each package that an index lacks, and each pin for other machines: most of its lines.
NOISE = ("WARNING: Location ", "Ignoring ", "[notice]")
# Set by a user's own pip, these would install somewhere else.
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")


class StepFailed(Exception):
    """A step ended with an error; the log says which."""


def main() -> int:
    """Set up, unless it was done already; 0 when the environment is ready."""
    try:
        with LOCK.open("r+b") as lock:
            os.set_inheritable(lock.fileno(), True)  # see `logged`
            wait_for_others(lock)
            if is_done():
                STAMP.touch()  # make compares times: the files were touched, not changed
            else:
                set_up()
    except StepFailed as failure:
        complain(f"{failure} failed. The end of {LOG.relative_to(ROOT)}:\n{end_of_log()}")
        return 1
    except OSError as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        complain("interrupted; the next call starts it again")
        return 130
    return 0


def wait_for_others(lock: BinaryIO) -> None:
    """Return when no other set-up, nor a pip that one left behind, works in this folder."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("another set-up is under way in this folder; waiting for it")
        fcntl.flock(lock, fcntl.LOCK_EX)


def is_done() -> bool:
    """Whether the environment was made, here, from the lock and the project as they are now."""
    if UNDER_WAY.exists() or not PYTHON.exists() or not STAMP.exists():
        return False
    return STAMP.read_text(encoding="utf-8") == description()


def description() -> str:
    """What the environment is made from; it cannot be moved, so its place belongs to it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {
        "build-system": project.get("build-system"),
        "project": project.get("project"),
        "hatch": project.get("tool", {}).get("hatch"),
    }
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(json.dumps(installed, sort_keys=True).encode())
    return f"root = {ROOT}\nsha256 = {digest.hexdigest()}\n"


def set_up() -> None:
    """Every step, in order: nothing may be installed before the mark that it is under way."""
    if must_start_afresh():
        shutil.rmtree(VENV)
    VENV.mkdir(exist_ok=True)
    UNDER_WAY.touch()
    STAMP.unlink(missing_ok=True)
    LOG.write_text("", encoding="utf-8")
    if not PYTHON.exists():
        make_environment()
    install_lock()
    install_project()
    compile_bytecode()
    STAMP.write_text(description(), encoding="utf-8")
    UNDER_WAY.unlink()
    say("done")


def must_start_afresh() -> bool:
    """Whether what stands in `.venv` is half made, broken, or was made in another place."""
    if not VENV.exists():
        return False
    if UNDER_WAY.exists() or not PYTHON.exists():
        return True
    return STAMP.exists() and f"root = {ROOT}\n" not in STAMP.read_text(encoding="utf-8")


def make_environment() -> None:
    """Make an empty `.venv` with the Python that runs this."""
    version = ".".join(map(str, sys.version_info[:3]))
    say(f"making .venv with Python {version} ({sys.executable})")
    run("making .venv", sys.executable, "-I", "-m", "venv", str(VENV))


def install_lock() -> None:
    """Install exactly the locked packages, as wheels: no package's own set-up code runs."""
    say("installing the packages of requirements.lock (2.5 GB on disk, a few minutes)")
    wheels = ("--only-binary", ":all:", "--require-hashes", "--no-deps", "--no-compile")
    pip("installing the packages", "install", *wheels, "--requirement", str(LOCK))


def install_project() -> None:
    """Install the project as a link to this folder, with the build tools that the lock holds."""
    say("installing the project itself")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--no-compile")
    pip("installing the project", "install", *offline, "--editable", str(ROOT))


def compile_bytecode() -> None:
    """Compile everything once: student code runs where no bytecode can be written."""
    say("compiling bytecode")
    folders = [site_packages(), *(ROOT / name for name in ("autograder", "course_lib"))]
    existing = [str(folder) for folder in folders if folder.is_dir()]
    # Its exit code counts files that no Python 3 can compile, and some packages carry such files.
    logged(PYTHON, "-I", "-m", "compileall", "-q", "-j", "0", *existing)
    tensorflow = site_packages() / "tensorflow"
    if tensorflow.is_dir() and not list((tensorflow / "__pycache__").glob("__init__.*.pyc")):
        raise StepFailed("compiling bytecode")


def site_packages() -> Path:
    return next(VENV.glob("lib/python3*/site-packages"))


def pip(step: str, *arguments: str) -> None:
    run(step, PYTHON, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments)


def run(step: str, *command: str | Path) -> None:
    """Run a command with its output in the log.

    Raises:
        StepFailed: it ended with an error.
    """
    if logged(*command) != 0:
        raise StepFailed(step)


def logged(*command: str | Path) -> int:
    """Run a command with its output in the log, and return its exit code.

    The command inherits the lock: should this process be killed, the next set-up still waits
    until what it started has ended.
    """
    environment = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"\n$ {' '.join(map(str, command))}\n")
        log.flush()
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            close_fds=False,
            check=False,
        ).returncode


def end_of_log(lines: int = 30) -> str:
    text = LOG.read_text(encoding="utf-8", errors="replace")
    telling = [line for line in text.splitlines() if line and not line.startswith(NOISE)]
    return "\n".join(telling[-lines:])


def say(text: str) -> None:
    print(f"set-up: {text}", flush=True)


def complain(text: str) -> None:
    print(f"set-up: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
