"""Finds what there is to grade: `<student>/NN_unit/NN_unit.ipynb` in a folder, or one notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateutil.parser import parse

from autograder import exercises
from autograder.errors import UsageError

UNNAMED = "student"
"""Who hands in a single notebook that lies in no student's folder."""


@dataclass(frozen=True)
class Work:
    """One student's work on one unit; `path` is None when nothing was handed in."""

    student: str
    unit: str
    path: Path | None


def find_work(paths: Sequence[Path], unit: str = "", student: str = "") -> list[Work]:
    """What the paths hold, in the order of students and units.

    Args:
        paths: folders laid out as `<student>/NN_unit/NN_unit.ipynb`, or notebooks.
        unit: only this unit.
        student: only this student; for a single notebook, whose it is.

    Units are graded that at least one student of a folder has handed in (or `unit`, if given);
    a student of that folder without one gets a work with no path.

    Raises:
        UnknownUnit: the course has no such unit.
        UsageError: a path does not exist or holds nothing to grade, or two paths hold the same
            student's work on the same unit.
    """
    if unit:
        exercises.unit(unit)
    works: list[Work] = []
    for path in paths:
        if path.is_dir():
            works += _in_folder(path, unit, student)
        elif path.is_file():
            works.append(_single(path, unit, student))
        else:
            raise UsageError(f"{path} does not exist")
    _no_doubles(works)
    return sorted(works, key=lambda work: (work.student, work.unit))


def _in_folder(folder: Path, unit: str, student: str) -> list[Work]:
    everybody = _folders(folder)
    students = [p for p in everybody if not student or p.name == student]
    units = [unit] if unit else _units_of(everybody)
    if not students or not units:
        whose = f" of {student}" if student else ""
        raise UsageError(
            f"nothing{whose} to grade in {folder}; expected <student>/NN_unit/NN_unit.ipynb in it"
        )
    return [Work(p.name, name, _notebook(p, name)) for p in students for name in units]


def _units_of(students: Iterable[Path]) -> list[str]:
    present = {folder.name for student in students for folder in _folders(student)}
    return [name for name in exercises.unit_names() if name in present]


def _notebook(student: Path, unit: str) -> Path | None:
    path = student / unit / f"{unit}.ipynb"
    return path if path.is_file() else None


def _single(path: Path, unit: str, student: str) -> Work:
    name = unit or path.stem
    exercises.unit(name)
    above = path.resolve().parent
    in_class = above.name == name and above.parent.parent != above.parent
    owner = above.parent.name if in_class and above.parent.name != "notebooks" else UNNAMED
    return Work(student or owner, name, path)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError as error:
        raise UsageError(f"cannot read {folder}: {error.strerror}") from error


def handed_in(work: Work) -> datetime | None:
    """When the work was handed in, as nbgrader's `timestamp.txt` beside the notebook says (UTC)."""
    if work.path is None:
        return None
    try:
        text = (work.path.parent / "timestamp.txt").read_text(encoding="utf-8").strip()
        when: datetime = parse(text)
    except (OSError, ValueError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _no_doubles(works: Sequence[Work]) -> None:
    seen: set[tuple[str, str]] = set()
    for work in works:
        key = (work.student, work.unit)
        if key in seen:
            raise UsageError(f"{work.student} has handed in {work.unit} twice; give one path only")
        seen.add(key)
