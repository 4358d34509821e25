"""Stock `nbgrader autograde` gives honest submissions the points that our grader gives.

A few of them here; all of them with AUTOGRADER_ALL_SAMPLES=1, as the nightly run does.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from samples import unit_01
from samples.make_class import make

ROOT = Path(__file__).parents[2]
UNIT = "01_perceptron"
HONEST = ("Right", "Mistaken", "Unfinished")
FEW = ("dubois", "costa", "weber", "ito")

Points = dict[tuple[str, str], float]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course's tree in which the chosen students have handed in."""
    root = tmp_path_factory.mktemp("course")
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    for name in ("solutions", "notebooks"):
        shutil.copytree(ROOT / name, root / name)
    make(root / "class", ROOT / "notebooks")
    for student in chosen(root / "truth_submissions.csv"):
        handed_in = Path(student) / UNIT
        shutil.copytree(root / "class" / handed_in, root / "submitted" / handed_in)
    return root


def chosen(truth: Path) -> list[str]:
    """A few students, or everybody honest whose notebook runs from top to bottom."""
    if not os.environ.get("AUTOGRADER_ALL_SAMPLES"):
        return list(FEW)
    with truth.open(encoding="utf-8") as file:
        graded = {row["student"] for row in csv.DictReader(file) if row["status"] == "graded"}
    honest = {s.name for name, group in unit_01.GROUPS.items() if name in HONEST for s in group}
    return sorted(graded & honest)


def run(course: Path, *command: str) -> None:
    """A command as an instructor runs it in the course's folder."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=course,
        env=os.environ | {"PATH": path, "JUPYTER_NO_CONFIG": "1", "AUTOGRADER_SECRET": "x" * 32},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr


@pytest.fixture(scope="module")
def stock(course: Path) -> Points:
    """What stock nbgrader gives, read from its gradebook."""
    run(course, "nbgrader", "generate_assignment", UNIT, "--force")
    run(course, "nbgrader", "autograde", UNIT)
    return dict(stock_points(course))


def stock_points(course: Path) -> Iterator[tuple[tuple[str, str], float]]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        for submission in book.assignment_submissions(UNIT):
            for grade in submission.notebooks[0].grades:
                if grade.name.startswith("check-"):
                    exercise = grade.name.removeprefix("check-")
                    yield (submission.student_id, exercise), float(grade.auto_score or 0.0)


@pytest.fixture(scope="module")
def ours(course: Path) -> Points:
    """What our grader gives."""
    run(course, "autograder", "grade", "submitted", "--output", "grading")
    with (course / "grading" / "grades.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {(row["student"], row["exercise"]): float(row["score"]) for row in rows}


def test_stock_nbgrader_gives_the_same_points_as_our_grader(stock: Points, ours: Points) -> None:
    assert len(ours) >= 12 * len(FEW)
    assert stock == ours
