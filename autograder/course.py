"""The course as a folder: its units, its settings, and the secret with which it grades."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import UnknownUnit, UsageError

SETTINGS = "course.toml"
SECRET_VARIABLE = "AUTOGRADER_SECRET"
SECRET_FILE = Path(".autograder", "secret")
PUBLIC_SEED = 1957
"""Seed of the cases that students see in their notebooks."""

_UNIT_NAME = re.compile(r"\d\d_[a-z0-9_]+")
_SHORTEST_SECRET = 16


@dataclass(frozen=True)
class Limits:
    """What one submission may use when it is graded."""

    cell_seconds: float = 10.0
    submission_seconds: float = 60.0
    memory_bytes: int = 2 * 1024**3


@dataclass(frozen=True)
class Course:
    """One course: its root folder and its settings. `open_course` makes it."""

    root: Path
    name: str = "course"
    limits: Limits = Limits()

    @property
    def units(self) -> tuple[str, ...]:
        """Names of the units that have a text source, in the order of the course."""
        sources = self.root.glob("solutions/*/*.py")
        return tuple(sorted(p.stem for p in sources if _is_unit_source(p)))

    def source(self, unit: str) -> Path:
        """The text source that people edit (`solutions/NN_unit/NN_unit.py`).

        This and the two paths below raise `UnknownUnit` for a unit the course does not have.
        """
        return self._solutions(unit) / f"{unit}.py"

    def solution(self, unit: str) -> Path:
        """The executed notebook with the answers (`solutions/NN_unit/NN_unit.ipynb`)."""
        return self._solutions(unit) / f"{unit}.ipynb"

    def release(self, unit: str) -> Path:
        """The notebook that students get (`notebooks/NN_unit/NN_unit.ipynb`)."""
        self._solutions(unit)
        return self.root / "notebooks" / unit / f"{unit}.ipynb"

    def secret(self) -> str:
        """The secret from which the cases of grading are drawn.

        It comes from the environment variable AUTOGRADER_SECRET, or else from the file
        `.autograder/secret`, which the first call creates, readable by its owner only.

        Raises:
            UsageError: the secret is too short, or its file can neither be read nor created.
        """
        given = os.environ.get(SECRET_VARIABLE)
        if given is not None:
            return _long_enough(given.strip(), SECRET_VARIABLE)
        path = self.root / SECRET_FILE
        try:
            return _long_enough(_read_or_create(path), str(SECRET_FILE))
        except OSError as error:
            raise UsageError(
                f"cannot read or create {path} ({error.strerror}); "
                f"set {SECRET_VARIABLE} to a long random text instead"
            ) from error

    def _solutions(self, unit: str) -> Path:
        if unit not in self.units:
            raise UnknownUnit(f"unknown unit {unit!r}; the course has: {', '.join(self.units)}")
        return self.root / "solutions" / unit


def open_course(root: Path | None = None) -> Course:
    """The course in folder `root`, or the one that the current directory lies in.

    Raises:
        UsageError: there is no `course.toml`, or something in it is wrong; the text names it.
    """
    if root is None:
        here = Path.cwd()
        root = next((p for p in (here, *here.parents) if (p / SETTINGS).is_file()), None)
        if root is None:
            raise UsageError(f"no {SETTINGS} in {here} or above it; run this inside the course")
    try:
        settings = tomllib.loads((root / SETTINGS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"no {SETTINGS} in {root}; this is not the folder of a course") from None
    except OSError as error:
        raise UsageError(f"cannot read {root / SETTINGS}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{root / SETTINGS} is not valid TOML: {error}") from error
    return _course(root.resolve(), settings)


def exercise_seed(secret: str | int, unit: str, exercise: str) -> int:
    """The seed of one exercise's cases, in [0, 2**63).

    HMAC-SHA256 (RFC 2104) of unit and exercise, keyed with the course's secret (a text) or with
    a plain seed (an integer such as `PUBLIC_SEED`, which anybody may know). The same arguments
    always give the same seed; without the secret nobody can compute it.

    >>> exercise_seed(PUBLIC_SEED, "01_perceptron", "ltu")
    6266292548452005756
    """
    kind = "seed" if isinstance(secret, int) else "secret"
    message = f"{unit}/{exercise}".encode()
    digest = hmac.digest(f"{kind}:{secret}".encode(), message, hashlib.sha256)
    return int.from_bytes(digest[:8], "big") >> 1


def _is_unit_source(path: Path) -> bool:
    return path.stem == path.parent.name and _UNIT_NAME.fullmatch(path.stem) is not None


def _read_or_create(path: Path) -> str:
    """The text of `path`; two processes that create it at once end with the same one."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix="secret.")  # mode 0600
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32) + "\n")
            os.link(beside, path)  # unlike a rename, this never replaces another's secret
        except FileExistsError:
            pass
        finally:
            Path(beside).unlink()
    return path.read_text(encoding="utf-8", errors="replace").strip()


def _long_enough(secret: str, origin: str) -> str:
    if len(secret) < _SHORTEST_SECRET:
        raise UsageError(f"the secret in {origin} is shorter than {_SHORTEST_SECRET} characters")
    return secret


def _course(root: Path, settings: dict[str, Any]) -> Course:
    _only_known("", settings, ("name", "limits"))
    limits = settings.get("limits", {})
    if not isinstance(limits, dict):
        raise UsageError(f"{SETTINGS}: limits must be a table, [limits]")
    _only_known("limits.", limits, ("cell_seconds", "submission_seconds", "memory_mib"))
    name = settings.get("name", "course")
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"{SETTINGS}: name must be a text, not {name!r}")
    default = Limits()
    return Course(
        root=root,
        name=name,
        limits=Limits(
            cell_seconds=_positive(limits, "cell_seconds", default.cell_seconds),
            submission_seconds=_positive(limits, "submission_seconds", default.submission_seconds),
            memory_bytes=int(_positive(limits, "memory_mib", default.memory_bytes / 2**20) * 2**20),
        ),
    )


def _only_known(prefix: str, table: dict[str, Any], known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            names = ", ".join(prefix + k for k in known)
            raise UsageError(f"{SETTINGS}: unknown setting {prefix}{key}; known are: {names}")


def _positive(limits: dict[str, Any], key: str, default: float) -> float:
    value = limits.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e9:
        raise UsageError(f"{SETTINGS}: limits.{key} must be a positive number, not {value!r}")
    return float(value)
