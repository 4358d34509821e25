"""What nbgrader's own programs make of the gradebook and the notebooks that grading leaves."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder import formgrader, gradebook
from autograder.exercises.model import Exercise, Unit, WrittenQuestion
from autograder.results import Result
from autograder.verdict import Failure, Part, Verdict

UNIT = "01_perceptron"
CONFIG = """
c = get_config()
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.autograded_directory = "grading/autograded"
c.CourseDirectory.db_url = "sqlite:///grading/gradebook.db"
c.ClearSolutions.code_stub = {"python": "..."}
"""


@dataclass(frozen=True)
class Server:
    """A Jupyter server with formgrader, and how to ask it."""

    address: str
    token: str

    def ask(self, path: str, method: str = "GET", data: Any = None) -> str:
        body = None if data is None else json.dumps(data).encode()
        headers = {"Authorization": f"token {self.token}"}
        url = f"{self.address}/formgrader{path}"
        request = urllib.request.Request(url, body, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return str(answer.read().decode())

    def json(self, path: str, method: str = "GET", data: Any = None) -> Any:
        return json.loads(self.ask(path, method, data))


def _metadata(name: str, **fields: object) -> dict[str, Any]:
    base: dict[str, object] = {
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
        "schema_version": 3,
    }
    return {"nbgrader": {**base, "grade_id": name, **fields}}


def _notebook(ltu: str, written: str) -> dict[str, Any]:
    code: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
    check = _metadata("check-ltu", grade=True, locked=True, points=2)
    cells = [
        {"cell_type": "markdown", "metadata": _metadata("intro", locked=True), "source": "# Unit"},
        {**code, "metadata": _metadata("ltu", solution=True), "source": ltu},
        {**code, "metadata": check, "source": "2.0"},
        {
            "cell_type": "markdown",
            "metadata": _metadata("why", grade=True, solution=True, points=4),
            "source": written,
        },
    ]
    numbered = [{"id": f"cell-{n}", **cell} for n, cell in enumerate(cells)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel}
    return {"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


SOLUTION = _notebook(
    "### BEGIN SOLUTION\ndef ltu(): return 1\n### END SOLUTION", "The model answer."
)
RELEASE = _notebook("...", "YOUR ANSWER HERE")
STUDENTS = {
    "ada": ("def ltu(): return 1", "One line <script>alert(1)</script> [x](javascript:alert(2))"),
    "ben": ("def ltu(): return 0", "YOUR ANSWER HERE"),
}


def _course_unit() -> Unit:
    exercise = Exercise("ltu", "Threshold", 2.0, lambda: 1, lambda rng: [])
    return Unit(UNIT, "The perceptron", (exercise,), (WrittenQuestion("why", "Why?", 4.0),))


def _result(student: str, points: float) -> Result:
    failures = () if points == 2.0 else (Failure("one row", "value", "The value differs."),)
    verdict = Verdict("ltu", "Threshold", points, 2.0, (Part("all", points, 2.0, 3, failures),))
    answer, written = STUDENTS[student]
    notebook = _notebook(answer, written)
    html = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"text/html": "<script>3</script>"},
    }
    notebook["cells"][1]["outputs"] = [html]
    return Result(
        student,
        UNIT,
        "graded",
        "",
        0.1,
        (verdict,),
        (),
        {"ltu": answer},
        {"why": written},
        notebook,
    )


def _results() -> list[Result]:
    unreadable = Result("cleo", UNIT, "unreadable", "the file is no JSON", 0.0)
    missing = Result("dan", UNIT, "missing", "no notebook was handed in", 0.0)
    return [_result("ada", 2.0), _result("ben", 0.5), unreadable, missing]


def _save(notebook: dict[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / f"{UNIT}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def _database(course: Path) -> str:
    return f"sqlite:///{course / 'grading' / 'gradebook.db'}"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course directory as grading leaves it; eve handed in after that."""
    root = tmp_path_factory.mktemp("course")
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    _save(SOLUTION, root / "solutions" / UNIT)
    _save(RELEASE, root / "notebooks" / UNIT)
    for student in ("ada", "ben", "cleo", "eve"):
        _save(RELEASE, root / "submitted" / student / UNIT)
    (root / "grading").mkdir()
    gradebook.write(_results(), [_course_unit()], _database(root), releases={UNIT: RELEASE})
    formgrader.write_notebooks(_results(), root / "grading" / "autograded")
    return root


def _environment(course: Path) -> dict[str, str]:
    places = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    beside = course.with_name(f"{course.name}-jupyter")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **dict.fromkeys(places, str(beside)), "PATH": programs}


@pytest.fixture(scope="module")
def server(course: Path) -> Iterator[Server]:
    """A Jupyter server in the course directory, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(16)
    options = [
        f"--ServerApp.root_dir={course}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", *options]
    log = course.with_name("server.log").open("w")
    with (
        log,
        subprocess.Popen(
            command, cwd=course, env=_environment(course), stdout=log, stderr=log
        ) as process,
    ):
        try:
            running = Server(f"http://127.0.0.1:{port}", token)
            _wait_for(running, process)
            yield running
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(15)
            process.kill()


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server ended by itself; see server.log"
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            server.ask("/api/status")
            return
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


def _nbgrader(course: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "nbgrader", *arguments, "--log-level=ERROR"]
    done = subprocess.run(
        command,
        cwd=course,
        env=_environment(course),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_formgrader_shows_its_page_of_submissions(server: Server) -> None:
    page = server.ask(f"/manage_submissions/{UNIT}")

    assert UNIT in page


def test_formgrader_counts_every_submission_folder(server: Server) -> None:
    (assignment,) = server.json("/api/assignments")

    assert (UNIT, 4, 6.0) == (
        assignment["name"],
        assignment["num_submissions"],
        assignment["max_score"],
    )


def test_formgrader_lists_graded_submissions_with_their_scores(server: Server) -> None:
    listed = server.json(f"/api/submissions/{UNIT}")

    graded = {s["student"]: (s["score"], s["max_score"]) for s in listed if s["autograded"]}
    assert {"ada": (2.0, 6.0), "ben": (0.5, 6.0), "cleo": (0.0, 6.0)} == graded


def test_formgrader_calls_a_submission_without_autograded_folder_ungraded(server: Server) -> None:
    listed = server.json(f"/api/submissions/{UNIT}")

    assert ["eve"] == [s["student"] for s in listed if not s["autograded"]]


def test_formgrader_asks_for_a_person_only_where_something_was_written(server: Server) -> None:
    listed = server.json(f"/api/submissions/{UNIT}")

    assert ["ada"] == [s["student"] for s in listed if s["needs_manual_grade"]]


def test_formgrader_opens_the_notebook_for_grading_without_any_script_of_the_student(
    server: Server,
) -> None:
    submissions = server.json(f"/api/submitted_notebooks/{UNIT}/{UNIT}")
    (ada,) = (s["id"] for s in submissions if s["student"] == "ada")

    page = server.ask(f"/submissions/{ada}/")

    assert "def" in page
    assert "ltu" in page
    for attack in ("<script>alert(1)", 'href="javascript:', "<script>3"):
        assert attack not in page


def test_a_score_given_in_formgrader_survives_the_next_grading(
    server: Server, course: Path
) -> None:
    submissions = server.json(f"/api/submitted_notebooks/{UNIT}/{UNIT}")
    (ada,) = (s["id"] for s in submissions if s["student"] == "ada")
    grades = server.json(f"/api/grades?submission_id={ada}")
    (why,) = (grade["id"] for grade in grades if grade["name"] == "why")

    server.ask(f"/api/grade/{why}", "PUT", {"manual_score": 3.5, "extra_credit": 0.5})
    gradebook.write(_results(), [_course_unit()], _database(course))

    listed = server.json(f"/api/submissions/{UNIT}")
    (score,) = ((s["score"], s["needs_manual_grade"]) for s in listed if s["student"] == "ada")
    assert (6.0, False) == score


def test_nbgrader_export_gives_zero_to_a_student_who_handed_nothing_in(course: Path) -> None:
    _nbgrader(course, "export", "--to=export.csv")

    with (course / "export.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert {"ben": 0.5, "cleo": 0.0, "dan": 0.0} == {s: scores[s] for s in ("ben", "cleo", "dan")}


def test_nbgrader_generate_feedback_works_on_the_notebooks_left_by_grading(course: Path) -> None:
    _nbgrader(course, "generate_feedback", UNIT)

    page = (course / "feedback" / "ben" / UNIT / f"{UNIT}.html").read_text(encoding="utf-8")
    assert "Score: 0.5 / 6.0" in page
    assert "Went wrong on: one row." in page


def test_nbgrader_generate_assignment_accepts_the_cells_that_grading_recorded(course: Path) -> None:
    _nbgrader(course, "generate_assignment", UNIT, "--force")

    assert (course / "notebooks" / UNIT / f"{UNIT}.ipynb").is_file()
