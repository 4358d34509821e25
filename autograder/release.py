"""Makes the notebook that students get from the solution notebook, and lets no answer through."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course import SECRET_FILE, SECRET_VARIABLE, Course, exercise_seed
from autograder.errors import AutograderError
from autograder.files import write_atomically
from autograder.nbfile import notebook_text, read_notebook

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from traitlets.config import Config

CONFIG = "nbgrader_config.py"

_BEGIN, _END = "BEGIN SOLUTION", "END SOLUTION"
_TELLING = 12  # characters without white space; shorter lines ("return w, b") give nothing away
_NOISE = frozenset({".ipynb_checkpoints", "__pycache__", ".DS_Store"})  # never in the repository


def release(unit: str, course: Course) -> Path:
    """Write `notebooks/NN_unit/NN_unit.ipynb`, as `nbgrader generate_assignment` would.

    Raises:
        UnknownUnit: the course has no such unit.
        AutograderError: the solution was not built or does not suit nbgrader, or an answer would
            reach the students; then nothing is written.
    """
    notebook = released(unit, course)
    text = notebook_text(notebook)
    leaks = _leaks_in_text(unit, course, notebook) + _stray_files(unit, course)
    if leaks:
        raise AutograderError(f"{unit} is not released: " + "; ".join(leaks))
    return write_atomically(course.release(unit), text)


def is_fresh(unit: str, course: Course) -> bool:
    """Whether the released notebook is what `release` would write now."""
    path = course.release(unit)
    wanted = notebook_text(released(unit, course))
    return path.is_file() and path.read_text(encoding="utf-8") == wanted


def released(unit: str, course: Course) -> NotebookNode:
    """The solution notebook of `unit` without its answers; nothing is written.

    Raises:
        AutograderError: the solution was not built, or does not suit nbgrader.
    """
    from nbgrader.nbgraderformat import ValidationError

    path = course.solution(unit)
    if not path.is_file():
        raise AutograderError(f"there is no {path}; make it with: autograder build {unit}")
    notebook = read_notebook(path)
    resources: dict[str, Any] = {}
    try:
        for step in _steps(course):
            notebook, resources = step(notebook, resources)
    except (RuntimeError, ValueError, ValidationError) as error:
        raise AutograderError(f"{path} cannot be released: {error}") from error
    return notebook


def answers_in_release(unit: str, course: Course) -> list[str]:
    """Everything in `notebooks/NN_unit/` that should not be there, one line each.

    Looked for are lines of solutions, the course's secret and the seeds that come from it, text
    sources and other files that are not part of the unit. What stands openly in the solution
    (a formula in the prose, a call in a picture) may stand in the release as often, unless
    that gives a whole answer away.
    """
    path = course.release(unit)
    if not path.is_file():
        return [f"there is no {path.name}"]
    notebook = read_notebook(path)
    return _leaks_in_text(unit, course, notebook) + _stray_files(unit, course)


def nbgrader_config(course: Course) -> Config:
    """The settings in `nbgrader_config.py`, which nbgrader's own commands read too."""
    from traitlets.config.loader import PyFileConfigLoader

    return PyFileConfigLoader(CONFIG, path=str(course.root)).load_config()


def _steps(course: Course) -> list[Any]:
    """What `nbgrader generate_assignment` does to a notebook, step by step.

    Three of its steps are left out: headers and generated tests, which the course does not use,
    and SaveCells, which writes to the gradebook. The order matters:
    """
    from nbgrader import preprocessors as pp

    steps = [
        pp.LockCells,  # reads the roles in the metadata, which nothing below changes
        pp.ClearSolutions,  # before the checksums: nbgrader tells by them what was left untouched
        pp.ClearOutput,  # after the answers, which the outputs would give away
        pp.CheckCellMetadata,  # a doubled or missing grade_id is found before anything relies on it
        pp.ClearHiddenTests,
        pp.ClearMarkScheme,
        pp.ComputeChecksums,  # of the cells as students get them, so after all that changes them
        pp.CheckCellMetadata,  # and what is written is valid
    ]
    config = nbgrader_config(course)
    return [step(config=config) for step in steps]


def _leaks_in_text(unit: str, course: Course, notebook: NotebookNode) -> list[str]:
    """Lines of solutions and secrets in a notebook that is to be, or was, released."""
    solution = read_notebook(course.solution(unit))
    text = _squeezed("\n".join(_strings(notebook)))
    public = _squeezed("\n".join(_without_solution(cell) for cell in solution.cells))
    leaks = []
    for where, lines in _solutions(solution.cells):
        stripped_badly = [line for line in lines if text.count(line) > public.count(line)]
        given_away = lines and all(line in text for line in lines)
        if stripped_badly or given_away:
            shown = (stripped_badly or lines)[0]
            leaks.append(f"the answer of {where} is in the notebook: {shown}")
    if any(secret in text for secret in _secrets(unit, course, solution.cells)):
        leaks.append("the course's secret or a seed of grading is in the notebook")
    return leaks


def _solutions(cells: Iterable[Any]) -> Iterator[tuple[str, list[str]]]:
    """The telling lines of each solution region; a solution cell without one is a region."""
    for cell in cells:
        nbgrader = cell.metadata.get("nbgrader", {})
        lines = cell.source.splitlines()
        if _BEGIN in cell.source:
            inside = [line for line, hidden in _marked(lines) if hidden]
        elif nbgrader.get("solution"):
            inside = lines
        else:
            continue
        squeezed = (_squeezed(line) for line in inside if not line.lstrip().startswith("#"))
        yield nbgrader.get("grade_id", "a cell"), [s for s in squeezed if len(s) >= _TELLING]


def _without_solution(cell: Any) -> str:
    if cell.metadata.get("nbgrader", {}).get("solution") and _BEGIN not in cell.source:
        return ""
    return "\n".join(line for line, hidden in _marked(cell.source.splitlines()) if not hidden)


def _marked(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it belongs to a solution; the delimiters are left out.

    This reads the regions on its own, so that a fault in nbgrader's reading shows.
    """
    hidden = False
    for line in lines:
        if _BEGIN in line or _END in line:
            hidden = _BEGIN in line
        else:
            yield line, hidden


def _secrets(unit: str, course: Course, cells: Iterable[Any]) -> list[str]:
    """The secret, where there is one, and the seeds that grading draws from it."""
    secret = os.environ.get(SECRET_VARIABLE, "").strip()
    path = course.root / SECRET_FILE
    if not secret and path.is_file():
        secret = path.read_text(encoding="utf-8").strip()
    if not secret:
        return []
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in cells]
    return [_squeezed(secret), *(str(exercise_seed(secret, unit, i)) for i in ids if i)]


def _stray_files(unit: str, course: Course) -> list[str]:
    """Files beside the released notebook that the unit's source folder does not give away."""
    folder, source = course.release(unit).parent, course.solution(unit).parent
    ignored = nbgrader_config(course).CourseDirectory.ignore
    allowed = {Path(f"{unit}.ipynb"), *_files(source, ignored)}
    return [
        f"{path} does not belong into {folder.name}" for path in sorted(_files(folder) - allowed)
    ]


def _files(folder: Path, ignored: Iterable[str] = ()) -> set[Path]:
    """Files below `folder`, relative to it, without notebooks' checkpoints and bytecode."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    kept = (path for path in found if not _NOISE & set(path.parts))
    patterns = list(ignored)
    return {p for p in kept if not any(Path(part).match(g) for part in p.parts for g in patterns)}


def _strings(value: Any) -> Iterator[str]:
    """Every text in a piece of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (str(key), *_strings(item))
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
