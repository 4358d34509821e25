"""A run that is killed at any instant and taken up again ends as if nothing had happened.

A dozen instants in every run of the tests; AUTOGRADER_KILLS=100 (`make soak`) for a hundred.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.files import held
from autograder.sandbox import available
from samples import make_class

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("AUTOGRADER_KILLS", "12"))
STUDENTS = ("abebe", "ivanov", "larsen", "weber", "torres", "walker")
UNIT = "01_perceptron"

pytestmark = pytest.mark.skipif(
    any(fact.needed and not fact.ok for fact in available().facts),
    reason="no sandbox on this machine",
)


def start(folder: Path, output: Path) -> subprocess.Popen[bytes]:
    """A run of the command line in a session of its own."""
    command = [sys.executable, "-m", "autograder", "grade", str(folder), "--output", str(output)]
    return subprocess.Popen(
        [*command, "--seed", "5", "--jobs", "2"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(folder: Path, output: Path) -> None:
    run = start(folder, output)
    _, said = run.communicate(timeout=300)
    assert run.returncode in (0, 1), said.decode()


def gradebook(output: Path) -> list[tuple[object, ...]]:
    """Every score of the gradebook, with whom and what it belongs to."""
    query = """
        SELECT student.id, assignment.name, base_cell.name, grade.auto_score, grade.manual_score,
               grade.needs_manual_grade
        FROM grade
        JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
        JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
        JOIN student ON submitted_assignment.student_id = student.id
        JOIN assignment ON submitted_assignment.assignment_id = assignment.id
        JOIN base_cell ON grade.cell_id = base_cell.id
        ORDER BY 1, 2, 3"""
    with sqlite3.connect(output / "gradebook.db") as database:
        return database.execute(query).fetchall()


@pytest.fixture(scope="module")
def small_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    whole = tmp_path_factory.mktemp("killed")
    make_class.make(whole / "class", ROOT / "notebooks")
    for student in STUDENTS:
        shutil.copytree(whole / "class" / student / UNIT, whole / "small" / student / UNIT)
    return whole / "small"


@pytest.fixture(scope="module")
def undisturbed(small_class: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("undisturbed")
    finish(small_class, output)
    return output


@pytest.fixture(scope="module")
def duration(small_class: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that a run takes on this machine now; only chooses the instants of the kills."""
    began = time.monotonic()
    finish(small_class, tmp_path_factory.mktemp("timed"))
    return time.monotonic() - began


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_is_taken_up_again_with_nothing_lost_or_doubled(
    number: int, small_class: Path, undisturbed: Path, duration: float, tmp_path: Path
) -> None:
    instant = duration * random.Random(number).random()
    killed = start(small_class, tmp_path)
    time.sleep(instant)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate()
    finish(small_class, tmp_path)
    assert (undisturbed / "grades.csv").read_bytes() == (tmp_path / "grades.csv").read_bytes()
    assert gradebook(undisturbed) == gradebook(tmp_path)
    assert [] == [path.name for path in tmp_path.rglob("*.part")]


def test_a_second_run_into_the_same_folder_is_refused(small_class: Path, tmp_path: Path) -> None:
    with held(tmp_path):
        second = start(small_class, tmp_path)
        _, said = second.communicate(timeout=60)
    assert 2 == second.returncode
    assert b"another run (process" in said
