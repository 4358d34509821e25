"""Stock nbgrader makes the same release of the course's own units as `autograder release` does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.build import read_source
from autograder.course import Course, open_course
from autograder.nbfile import notebook_text
from autograder.release import release

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of the course with solutions that were not executed, and files that must stay."""
    root = tmp_path_factory.mktemp("course")
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    for unit in open_course(ROOT).units:
        folder = root / "solutions" / unit
        folder.mkdir(parents=True)
        shutil.copy(ROOT / "solutions" / unit / f"{unit}.py", folder)
        course = open_course(root)
        solution = notebook_text(read_source(unit, course))
        course.solution(unit).write_text(solution, encoding="utf-8")
        for stray in (".hidden.py", "notes.py~"):
            (folder / stray).write_text("an answer", encoding="utf-8")
        (folder / "__pycache__").mkdir()
        (folder / "__pycache__" / "answers.pyc").touch()
    return open_course(root)


def files(folder: Path) -> dict[Path, bytes]:
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def nbgrader(course: Course, *arguments: str) -> None:
    """Run nbgrader as an instructor does; it finds its helper programs beside this Python."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course.root,
        env=os.environ | {"PATH": path, "JUPYTER_NO_CONFIG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_generate_assignment_gives_our_release_byte_for_byte(tree: Course) -> None:
    for unit in tree.units:
        release(unit, tree)
    ours = files(tree.root / "notebooks")
    shutil.rmtree(tree.root / "notebooks")
    for unit in tree.units:
        nbgrader(tree, "generate_assignment", unit)
    assert {Path(unit, f"{unit}.ipynb") for unit in tree.units} == ours.keys()
    assert ours == files(tree.root / "notebooks")
