"""The command line: help, exit codes, one clear line for wrong use."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from autograder.cli import commands

ROOT = Path(__file__).parents[2]
UNIT = "01_perceptron"
RELEASE = ROOT / "notebooks" / UNIT / f"{UNIT}.ipynb"

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Runs a command in the course's folder."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("AUTOGRADER_SECRET", "a secret for the tests only")
    runner = CliRunner()
    return lambda *args: runner.invoke(commands, [str(arg) for arg in args])


@pytest.fixture
def class_folder(tmp_path: Path) -> Path:
    """A class of three: nothing answered, an empty file, nothing handed in."""
    folder = tmp_path / "class"
    for student, data in {"ada": RELEASE.read_bytes(), "ben": b""}.items():
        path = folder / student / UNIT / f"{UNIT}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    (folder / "cy").mkdir()
    return folder


def assert_refused(result: Result, *words: str) -> None:
    """Exit code 2, one line on standard error, no traceback."""
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    assert len(result.stderr.strip().splitlines()) == 1
    for word in words:
        assert word in result.stderr


def read_rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_a_help_text(invoke: Invoke, name: str) -> None:
    result = invoke(name, "--help")
    assert result.exit_code == 0
    command = commands.commands[name]
    assert command.help
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert all(option.help for option in options)


def test_a_class_is_graded_into_every_file(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    result = invoke("grade", class_folder, "--output", output, "--seed", 1)
    assert result.exit_code == 1, result.output  # ben's file needs a person
    rows = read_rows(output / "submissions.csv")
    assert {row["student"]: row["status"] for row in rows} == {
        "ada": "graded",
        "ben": "unreadable",
        "cy": "missing",
    }
    assert len(read_rows(output / "grades.csv")) == 36
    for name in ("gradebook.db", "report.html", f"feedback/ada/{UNIT}.html"):
        assert (output / name).is_file(), name
    again = invoke("grade", class_folder, "--output", output, "--seed", 1)
    assert "3 of 3 were graded before and unchanged" in again.stderr


def test_exit_code_0_when_nothing_needs_a_person(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("grade", RELEASE, "--student", "ada", "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output


def test_the_report_is_written_again_from_stored_results(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    invoke("grade", class_folder, "--output", output)
    (output / "report.html").unlink()
    assert invoke("report", "--output", output).exit_code == 0
    assert (output / "report.html").is_file()


def test_grading_one_student_again_keeps_the_rest_of_the_class(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    invoke("grade", class_folder, "--output", output)
    result = invoke("grade", class_folder, "--output", output, "--student", "cy", "--fresh")
    assert result.exit_code == 0, result.output
    students = [row["student"] for row in read_rows(output / "submissions.csv")]
    assert students == ["ada", "ben", "cy"]


def test_a_student_who_is_gone_leaves_the_tables(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    invoke("grade", class_folder, "--output", output)
    (class_folder / "cy").rmdir()
    invoke("grade", class_folder, "--output", output)
    students = [row["student"] for row in read_rows(output / "submissions.csv")]
    assert students == ["ada", "ben"]


@pytest.mark.parametrize("form", ["csv", "canvas", "moodle"])
def test_scores_are_exported(invoke: Invoke, class_folder: Path, tmp_path: Path, form: str) -> None:
    output = tmp_path / "out"
    invoke("grade", class_folder, "--output", output)
    result = invoke("export", "--format", form, "--output", output)
    assert result.exit_code == 0, result.output
    assert "ada" in Path(result.stdout.strip()).read_text(encoding="utf-8")


def test_an_unknown_unit_is_refused(invoke: Invoke, class_folder: Path, tmp_path: Path) -> None:
    result = invoke("grade", class_folder, "--unit", "99_none", "--output", tmp_path / "out")
    assert_refused(result, "unknown unit '99_none'", UNIT)


def test_an_empty_folder_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    result = invoke("grade", tmp_path / "class", "--output", tmp_path / "out")
    assert_refused(result, "nothing to grade")


def test_a_path_that_does_not_exist_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    assert_refused(invoke("grade", tmp_path / "none", "--output", tmp_path), "does not exist")


def test_an_output_that_cannot_be_written_is_refused(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    result = invoke("grade", class_folder, "--output", tmp_path / "file" / "out")
    assert_refused(result, "cannot write to")


def test_a_gradebook_that_is_no_database_is_refused_before_any_work(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book.db"
    book.write_text("this is no database, it is a letter to my aunt\n" * 50)
    result = invoke("grade", class_folder, "--output", tmp_path / "out", "--gradebook", book)
    assert_refused(result, "book.db")
    assert not (tmp_path / "out" / "grades.csv").exists()
    assert book.read_text().startswith("this is no database")


def test_a_gradebook_of_something_else_is_refused(
    invoke: Invoke, class_folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "other.db"
    connection = sqlite3.connect(book)
    connection.execute("create table recipes (name text)")
    connection.commit()
    connection.close()
    result = invoke("grade", class_folder, "--output", tmp_path / "out", "--gradebook", book)
    assert_refused(result, "other.db")


def test_without_bubblewrap_grading_refuses_with_instructions(
    invoke: Invoke, class_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTOGRADER_BWRAP", "/nonexistent")
    result = invoke("grade", class_folder, "--output", tmp_path / "out")
    assert_refused(result, "cannot be isolated", "AUTOGRADER_BWRAP", "autograder doctor")


def test_without_a_sandbox_every_run_warns(invoke: Invoke, tmp_path: Path) -> None:
    for _ in range(2):
        result = invoke(
            "grade", RELEASE, "--student", "ada", "--output", tmp_path / "out", "--sandbox", "none"
        )
        assert result.exit_code == 0, result.output
        assert "warning: --sandbox none runs student code as you" in result.stderr


def test_reporting_before_grading_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    assert_refused(invoke("report", "--output", tmp_path), "run `autograder grade` first")


def test_outside_a_course_one_line_says_so(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_refused(invoke("release"), "no course.toml")


def test_check_says_what_a_student_would_see(invoke: Invoke) -> None:
    result = invoke("check", RELEASE)
    assert result.exit_code == 1
    assert "weighted-sum: not answered yet" in result.stdout
    assert "0 of 29 points" in result.stdout


def test_check_of_an_unreadable_file_says_why(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / f"{UNIT}.ipynb"
    path.write_text(json.dumps({"no": "notebook"}))
    result = invoke("check", path)
    assert result.exit_code == 1
    assert "unreadable" in result.stdout


def test_all_exercises_are_listed_with_their_mistakes(invoke: Invoke) -> None:
    result = invoke("exercises", "--mistakes")
    assert result.exit_code == 0
    assert "neuron-gradient" in result.stdout


def test_the_doctor_tells_what_is_missing(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder import doctor
    from autograder.sandbox import Fact

    monkeypatch.setattr(doctor, "_tensorflow", lambda: Fact("tensorflow", True, "stand-in"))
    monkeypatch.setenv("AUTOGRADER_BWRAP", "/nonexistent")
    result = invoke("doctor")
    assert result.exit_code == 1
    assert "NO  bubblewrap" in result.stdout
    assert "→" in result.stdout
