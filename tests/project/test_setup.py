"""The set-up, run for real on a project of one module whose lock names no package."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("Makefile", "scripts/setup.sh", "scripts/setup.py")

PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "tiny"
version = "1"
"""
# The least that pip accepts: an editable wheel is a .pth file and three lines of metadata.
BACKEND = """\
import pathlib, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    files = {
        "tiny.pth": str(pathlib.Path.cwd()),
        "tiny-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n",
        "tiny-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nTag: py3-none-any\\n",
    }
    files["tiny-1.dist-info/RECORD"] = "".join(name + ",,\\n" for name in files)
    with zipfile.ZipFile(pathlib.Path(wheel_directory, "tiny-1-py3-none-any.whl"), "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return "tiny-1-py3-none-any.whl"
"""


def make_project(folder: Path) -> Path:
    for name in OURS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "tiny.py").write_text('GREETING = "hello"\n')
    (folder / "requirements.lock").write_text("# nothing\n")
    return folder


def make_setup(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONDONTWRITEBYTECODE": "1", **more}
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):  # this test may itself run under make
        environment.pop(name, None)
    return subprocess.run(
        ["make", "setup"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "a project")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A project in a folder with a space in its name, and what its set-up printed."""
    folder = make_project(tmp_path_factory.mktemp("set up") / "a project")
    done = make_setup(folder)
    assert 0 == done.returncode, done.stderr
    return folder, done.stdout


@pytest.fixture
def ready(first: tuple[Path, str]) -> Iterator[Path]:
    """The project after its set-up; a test may break it, as the next one finds it repaired."""
    yield first[0]
    assert 0 == make_setup(first[0]).returncode


def test_every_step_is_one_line(first: tuple[Path, str]) -> None:
    lines = first[1].splitlines()
    assert 5 == len(lines)
    assert [] == [line for line in lines if not line.startswith("set-up: ")]
    assert "set-up: done" == lines[-1]


def test_the_project_is_importable_from_anywhere(ready: Path, tmp_path: Path) -> None:
    command = [ready / ".venv/bin/python", "-c", "import tiny; print(tiny.GREETING)"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "hello\n" == said.stdout


def test_bytecode_is_there_although_python_was_told_to_write_none(ready: Path) -> None:
    pip = next(ready.glob(".venv/lib/python3*/site-packages/pip"))
    assert list(pip.glob("__pycache__/__init__.*.pyc"))


def test_a_second_call_does_and_says_nothing(ready: Path) -> None:
    before = (ready / ".venv/set-up.txt").stat().st_mtime_ns
    again = make_setup(ready)
    assert (0, "", "") == (again.returncode, again.stdout, again.stderr)
    assert before == (ready / ".venv/set-up.txt").stat().st_mtime_ns


def test_a_touched_lock_is_no_reason_to_install(ready: Path) -> None:
    (ready / "requirements.lock").touch()
    again = make_setup(ready)
    assert (0, "", "") == (again.returncode, again.stdout, again.stderr)


def test_a_setting_of_a_tool_is_no_reason_to_install(ready: Path) -> None:
    (ready / "pyproject.toml").write_text(PYPROJECT + "[tool.ruff]\nline-length = 80\n")
    assert "" == make_setup(ready).stdout


def test_a_changed_lock_is_installed_into_the_same_environment(ready: Path) -> None:
    kept = ready / ".venv" / "kept"
    kept.touch()
    (ready / "requirements.lock").write_text("# nothing, said otherwise\n")
    assert "installing the packages" in make_setup(ready).stdout
    assert kept.exists()


def test_a_set_up_that_was_cut_short_is_started_again(ready: Path) -> None:
    (ready / ".venv/set-up-under-way").touch()
    (ready / ".venv/set-up.txt").unlink()
    half_done = ready / ".venv" / "half-done"
    half_done.touch()
    assert "making .venv" in make_setup(ready).stdout
    assert not half_done.exists()


def test_an_environment_whose_python_is_gone_is_made_again(ready: Path) -> None:
    for link in ready.glob(".venv/bin/python*"):
        link.unlink()
    assert "making .venv" in make_setup(ready).stdout


def test_an_environment_that_was_moved_is_made_again(ready: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(ready, moved, symlinks=True)
    assert "making .venv" in make_setup(moved).stdout
    pip = (moved / ".venv/bin/pip").read_text()
    assert str(moved) in pip


def test_a_failure_ends_with_the_end_of_the_log(project: Path) -> None:
    pin = "no-such-package==1 --hash=sha256:" + 64 * "0"
    (project / "requirements.lock").write_text(pin + "\n")
    failed = make_setup(project, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert 2 == failed.returncode
    assert "set-up: installing the packages failed" in failed.stderr
    assert "No matching distribution found for no-such-package==1" in failed.stderr


def test_a_failed_set_up_is_not_taken_for_done(project: Path) -> None:
    (project / "backend.py").write_text("raise SystemExit(1)\n")
    assert 2 == make_setup(project).returncode
    (project / "backend.py").write_text(BACKEND)
    assert make_setup(project).stdout.endswith("set-up: done\n")


def test_a_second_set_up_waits_for_the_first(ready: Path) -> None:
    (ready / "requirements.lock").touch()
    environment = {**os.environ, "PYTHON": sys.executable}
    with (ready / "requirements.lock").open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = subprocess.Popen(
            ["sh", "scripts/setup.sh"], cwd=ready, env=environment, stdout=subprocess.PIPE
        )
        assert second.stdout is not None
        assert b"waiting for it" in second.stdout.readline()
        assert second.poll() is None
    assert b"" == second.communicate()[0]
    assert 0 == second.returncode


@pytest.fixture
def only(tmp_path: Path) -> Path:
    """A folder for PATH that holds what the script calls, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "dirname", "tail", "cat"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    return folder


def add_python(folder: Path, name: str, change: str) -> None:
    """A Python that pretends: `change` is run before the script's question is put to it."""
    question = f'exec {sys.executable!r} -c "import sys; {change}; exec(sys.argv[1])" "$3"'
    (folder / name).write_text(f"#!/bin/sh\n{question}\n")
    (folder / name).chmod(0o755)


def find_python(project: Path, path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "scripts/setup.sh"],
        cwd=project,
        env={"PATH": str(path), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_python_the_error_says_what_to_install(project: Path, only: Path) -> None:
    refused = find_python(project, only)
    assert 1 == refused.returncode
    assert "python3.11 is not there" in refused.stderr
    assert "apt install python3 python3-venv" in refused.stderr


def test_a_python_that_is_too_old_is_refused(project: Path, only: Path) -> None:
    add_python(only, "python3", "sys.version_info = (3, 10, 2)")
    assert "python3 is Python 3.10.2, older than 3.11" in find_python(project, only).stderr


def test_a_python_that_is_too_new_is_refused(project: Path, only: Path) -> None:
    add_python(only, "python3", "sys.version_info = (3, 14, 0)")
    assert "python3 is Python 3.14.0, newer than" in find_python(project, only).stderr


def test_a_python_without_ensurepip_is_refused_by_its_package(project: Path, only: Path) -> None:
    add_python(only, "python3.12", "sys.version_info = (3, 12, 1); sys.modules['ensurepip'] = None")
    assert "apt install python3.12-venv" in find_python(project, only).stderr


def test_a_command_that_fails_is_passed_over(project: Path, only: Path) -> None:
    add_python(only, "python3.11", "sys.exit('no such version')")
    add_python(only, "python3.12", "sys._base_executable = '/bin/echo'")
    assert "-I scripts/setup.py\n" == find_python(project, only).stdout


def test_the_python_that_is_named_comes_first(project: Path, only: Path) -> None:
    add_python(only, "python3.11", "sys._base_executable = '/bin/false'")
    add_python(only, "mine", "sys._base_executable = '/bin/echo'")
    assert 0 == find_python(project, only, PYTHON="mine").returncode
