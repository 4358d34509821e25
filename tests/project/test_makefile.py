"""The Makefile's contract, tried with a Python that only writes down what it is asked to run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = {"grade", "test", "lab", "build", "lint", "bench"}
ALSO = {"help", "setup", "nbval", "lock", "clean"}

RECORDER = """\
#!/bin/sh
echo "$@" >> calls
case "$*" in
    *"autograder grade"*) exit ${GRADE:-0} ;;
    *"pytest -n"*) exit ${PYTEST:-0} ;;
esac
"""


def make(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):  # this test may itself run under make
        environment.pop(name, None)
    command = ["make", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def calls(folder: Path) -> list[str]:
    path = folder / "calls"
    return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with a space in its name, as a clone is before its first `make`."""
    folder = tmp_path / "a course"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("requirements.lock", "pyproject.toml", "scripts/setup.py"):
        (folder / name).touch()
    (folder / "scripts/setup.sh").write_text("echo this is the set-up; exit 7\n")
    return folder


@pytest.fixture
def ready(bare: Path) -> Path:
    """The same after its set-up, with the recorder for a Python."""
    (bare / ".venv/bin").mkdir(parents=True)
    (bare / ".venv/bin/python").write_text(RECORDER)
    (bare / ".venv/bin/python").chmod(0o755)
    (bare / ".venv/set-up.txt").write_text(f"root = {bare.resolve()}\nsha256 = 0\n")
    return bare


def test_make_alone_prints_the_help(bare: Path) -> None:
    assert make(bare, "help").stdout == make(bare).stdout


def test_help_names_every_target(bare: Path) -> None:
    named = re.findall(r"^ *make (\w+)\t\w+", make(bare, "help").stdout, re.MULTILINE)
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony is not None
    assert CONTRACT | ALSO == set(named)
    assert CONTRACT | ALSO == set(phony[1].split()) - {"moved"}


@pytest.mark.parametrize("target", sorted(CONTRACT | {"setup", "nbval", "lock"}))
def test_a_target_does_its_own_set_up(target: str, bare: Path) -> None:
    made = make(bare, target)
    assert "this is the set-up\n" == made.stdout
    assert 2 == made.returncode


@pytest.mark.parametrize("target", ["help", "clean"])
def test_a_target_that_needs_no_set_up_does_none(target: str, bare: Path) -> None:
    assert "this is the set-up" not in make(bare, target).stdout


def test_a_set_up_that_was_done_is_not_done_again(ready: Path) -> None:
    made = make(ready, "setup")
    assert (0, "", "") == (made.returncode, made.stdout, made.stderr)


def test_a_newer_lock_asks_for_the_set_up(ready: Path) -> None:
    later = (ready / ".venv/set-up.txt").stat().st_mtime + 1
    os.utime(ready / "requirements.lock", (later, later))
    assert "this is the set-up\n" == make(ready, "setup").stdout


def test_an_environment_from_another_folder_asks_for_the_set_up(ready: Path) -> None:
    (ready / ".venv/set-up.txt").write_text("root = elsewhere\n")
    assert "this is the set-up\n" == make(ready, "setup").stdout


def test_several_targets_at_once_set_up_once(bare: Path) -> None:
    assert "this is the set-up\n" == make(bare, "-j4", "grade", "lint", "build").stdout


def test_grade_makes_the_class_grades_and_compares(ready: Path) -> None:
    assert 0 == make(ready, "grade").returncode
    expected = [
        "samples/make_class.py",
        "-m autograder grade samples/class --output grading --seed 2026",
        "samples/compare.py grading",
    ]
    assert expected == calls(ready)


def test_grade_expects_that_some_submissions_need_attention(ready: Path) -> None:
    assert 0 == make(ready, "grade", GRADE="1").returncode
    assert "samples/compare.py grading" == calls(ready)[-1]


@pytest.mark.parametrize("code", ["2", "130"])
def test_grade_fails_when_grading_does(code: str, ready: Path) -> None:
    assert 2 == make(ready, "grade", GRADE=code).returncode
    assert "samples/compare.py grading" not in calls(ready)


NBVAL = (
    "-m pytest -n 2 --dist loadfile --nbval --nbval-current-env",
    "--nbval-sanitize-with tests/notebooks/sanitize.cfg",
    "solutions/*/*.ipynb",
)


def test_test_runs_all_tests_and_then_nbval(ready: Path) -> None:
    assert 0 == make(ready, "test", "TEST_ARGS=-k gate").returncode
    expected = [
        "-m pytest -n 2 --dist loadfile -k gate",
        " ".join(NBVAL),
    ]
    assert expected == calls(ready)


def test_test_fails_when_a_test_does(ready: Path) -> None:
    assert 2 == make(ready, "test", PYTEST="1").returncode


def test_build_builds_before_it_releases(ready: Path) -> None:
    assert 0 == make(ready, "build").returncode
    assert ["-m autograder build", "-m autograder release"] == calls(ready)


def test_lint_checks_style_format_and_types(ready: Path) -> None:
    assert 0 == make(ready, "lint").returncode
    assert ["-m ruff check .", "-m ruff format --check .", "-m mypy"] == calls(ready)


def test_lab_takes_options(ready: Path) -> None:
    assert 0 == make(ready, "lab", "LAB_ARGS=--no-browser --port 8899").returncode
    assert ["-m jupyterlab --notebook-dir notebooks --no-browser --port 8899"] == calls(ready)


def test_lab_takes_another_folder(ready: Path) -> None:
    assert 0 == make(ready, "lab", "LAB_DIR=my notebooks").returncode
    assert ["-m jupyterlab --notebook-dir my notebooks"] == calls(ready)


def test_bench_says_that_there_is_none(ready: Path) -> None:
    assert "no benchmarks yet: benchmarks/ holds no *.py\n" == make(ready, "bench").stdout


def test_bench_runs_each_benchmark(ready: Path) -> None:
    (ready / "benchmarks").mkdir()
    for name in ("speed.py", "memory.py"):
        (ready / "benchmarks" / name).touch()
    assert 0 == make(ready, "bench").returncode
    assert ["benchmarks/memory.py", "benchmarks/speed.py"] == calls(ready)


def test_clean_leaves_the_environment(ready: Path) -> None:
    for name in ("grading", ".mypy_cache", "autograder/__pycache__", ".venv/lib/__pycache__"):
        (ready / name).mkdir(parents=True)
    assert 0 == make(ready, "clean").returncode
    left = {path.name for path in ready.iterdir()}
    assert {".venv"} == left & {"grading", ".mypy_cache", ".venv"}
    assert not (ready / "autograder/__pycache__").exists()
    assert (ready / ".venv/lib/__pycache__").exists()
