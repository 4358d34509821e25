"""Turns the policy into the command that starts the worker, in a jail or without one."""

from __future__ import annotations

import functools
import json
import os
import platform
import re
import site
import sys
from collections.abc import Sequence
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import NamedTuple

from autograder.sandbox import launcher
from autograder.sandbox.policy import (
    ENVIRONMENT,
    ISOLATION,
    NOBODY,
    PRIVATE,
    ROOM,
    SCRATCH,
    SYSTEM,
    Policy,
)

BOOT = (
    "import sys; results, *places = sys.argv[1:]; sys.path += places; {imports}"
    "from autograder.worker.{module} import main; main(int(results))"
)
"""What the interpreter is told to run; `-S` keeps .pth files (and so the repository) out.

What the notebook may import of ours (and so Matplotlib) is imported here, before the clock of the
first cell runs.
"""

PYTHON = ("-P", "-s", "-S", "-c")


class Bind(NamedTuple):
    """A file or folder of the machine, and where the jail shows it."""

    source: Path
    target: str


def room(modules: Sequence[str]) -> dict[str, Path]:
    """What the job may import of ours: places below `ROOM`, and the files that stand there.

    Raises:
        ValueError: `course_lib` has no such module.
    """
    package, library = _package("autograder"), _package("course_lib")
    shown = {
        "autograder/__init__.py": package / "__init__.py",
        "autograder/probes": package / "probes",
        "autograder/worker": package / "worker",
    }
    for name in ("__init__", *modules):
        source = library / f"{name}.py"
        if (library / name / "__init__.py").is_file():
            shown[f"course_lib/{name}"] = library / name
            continue
        if not source.is_file():
            raise ValueError(f"course_lib has no module {name!r}")
        shown[f"course_lib/{name}.py"] = source
        compiled = Path(cache_from_source(str(source)))
        if compiled.is_file():
            shown[f"course_lib/__pycache__/{compiled.name}"] = compiled
    if (library / "data").is_dir():
        shown["course_lib/data"] = library / "data"
    return shown


@functools.cache
def _package(name: str) -> Path:
    spec = find_spec(name)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        raise ModuleNotFoundError(f"there is no package {name}", name=name)
    return Path(places[0]).resolve()


@functools.cache
def interpreter() -> Path:
    """The real interpreter, not a virtual environment's link to it (or copy of it)."""
    return Path(getattr(sys, "_base_executable", sys.executable)).resolve()


@functools.cache
def sites() -> tuple[Path, ...]:
    """The folders of installed packages."""
    user = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    places = [Path(place) for place in [*site.getsitepackages(), *user]]
    return tuple(place for place in places if place.is_dir())


def binds(modules: Sequence[str]) -> list[Bind]:
    """Everything that the jail shows, read-only."""
    shown = [Bind(Path(place), place) for place in SYSTEM if _needs_bind(Path(place))]
    python = interpreter()
    prefixes = (python.parents[1], Path(sys.base_prefix), Path(sys.base_exec_prefix))
    own = [python, *[prefix / lib for prefix in prefixes for lib in ("lib", "lib64")], *sites()]
    for place in dict.fromkeys(own):
        if place.exists() and not any(place.is_relative_to(bind.target) for bind in shown):
            shown.append(Bind(place, str(place)))
    return shown + [Bind(source, f"{ROOM}/{place}") for place, source in room(modules).items()]


def _needs_bind(place: Path) -> bool:
    return place.exists() and not place.is_symlink()


def masks(shown: Sequence[Bind], hide: Sequence[Path]) -> list[str]:
    """Folders to cover with nothing: what must not be seen but lies inside something shown."""
    hidden = [_package("autograder"), _package("course_lib"), *(path.resolve() for path in hide)]
    return [
        f"{bind.target}/{path.relative_to(bind.source.resolve())}"
        for path in hidden
        for bind in shown
        if bind.source.resolve() in path.parents and path.is_dir()
    ]


def jailed(
    bwrap: Path, modules: Sequence[str], policy: Policy, seccomp: int, command: Sequence[str]
) -> list[str]:
    """The command line that runs `command` in a jail.

    `seccomp` is an open file descriptor with the first filter. When the grader is root, the line
    begins with `launcher`, which gives that up.
    """
    shown = binds(modules)
    sources = [str(bind.source) for bind in shown]
    as_root = os.geteuid() == 0
    places = [f"{launcher.STAGE}/{n}" for n in range(len(shown))] if as_root else sources
    options = [
        *[word for line in ISOLATION for word in line.words],
        *[word for name, value in ENVIRONMENT.items() for word in ("--setenv", name, value)],
        *_filesystem(shown, places, policy),
        *("--seccomp", str(seccomp)),
    ]
    argv = [_staged(bwrap, shown, places), *options, "--", *command]
    if not as_root:
        return argv
    plan = json.dumps({"sources": sources, "argv": argv, "user": NOBODY})
    return [sys.executable, "-I", "-S", launcher.__file__, plan]


def _staged(program: Path, shown: Sequence[Bind], places: Sequence[str]) -> str:
    """Where to start `program` from: its new place, if it lies inside something that is shown."""
    for bind, place in zip(shown, places, strict=True):
        if program.is_relative_to(bind.source):
            return str(Path(place) / program.relative_to(bind.source))
    return str(program)


def _filesystem(shown: Sequence[Bind], places: Sequence[str], policy: Policy) -> list[str]:
    words: list[str] = []
    for place in SYSTEM:
        if Path(place).is_symlink():
            words += ["--symlink", str(Path(place).readlink()), place]
    # before the binds: a course (and its .venv) may lie below /tmp and must not be covered
    words += ["--size", str(policy.scratch), "--tmpfs", PRIVATE, "--dir", SCRATCH]
    for bind, place in zip(shown, places, strict=True):
        words += ["--ro-bind", place, bind.target]
    for mask in masks(shown, policy.hide):
        words += ["--tmpfs", mask, "--remount-ro", mask]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    return [*words, "--remount-ro", "/", "--chdir", SCRATCH]


def limits(policy: Policy, *, jailed: bool) -> dict[str, int]:
    """What the worker is told to set for itself, by the names that it knows."""
    chosen = {
        "memory": policy.memory,
        "cpu": int(4 * policy.total_seconds) + 1,  # a backstop, should the supervisor be gone
        "file_size": policy.scratch,
        "files": policy.files,
        "core": 0,
        "output": policy.output,
        "output_in_all": policy.output_in_all,
    }
    # before Linux 5.14 the count was over all of the user's processes, outside the jail too
    if jailed and _kernel() >= (5, 14):
        chosen["threads"] = policy.threads
    return chosen


def _kernel() -> tuple[int, int]:
    found = re.match(r"(\d+)\.(\d+)", platform.release())
    return (int(found[1]), int(found[2])) if found else (0, 0)


def worker_command(
    results: int, modules: Sequence[str], root: str = ROOM, module: str = "main"
) -> list[str]:
    """The interpreter's command line.

    Args:
        results: the descriptor that is handed to `main` (the control socket of a warm process).
        modules: what of `course_lib` is imported first.
        root: where `autograder` and `course_lib` stand.
        module: of `autograder.worker`, whose `main` is run: "main" or "warm".
    """
    imports = "".join(f"import course_lib.{name}; " for name in modules)
    boot = BOOT.format(imports=imports, module=module)
    return [str(interpreter()), *PYTHON, boot, str(results), root, *map(str, sites())]


class Unjailed(NamedTuple):
    """How to start the same worker without a jail."""

    argv: list[str]
    environment: dict[str, str]
    scratch: Path


def unjailed(folder: Path, modules: Sequence[str], results: int) -> Unjailed:
    """Lay out below `folder` what a jail would show of ours, and a scratch folder."""
    root, scratch = folder / "room", folder / "work"
    for place, source in room(modules).items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).symlink_to(source)
    scratch.mkdir()
    moved = {name: value.replace(PRIVATE, str(folder)) for name, value in ENVIRONMENT.items()}
    return Unjailed(worker_command(results, modules, str(root)), moved, scratch)
