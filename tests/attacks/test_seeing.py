"""What student code tries to see: each attempt is a cell of one shared run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

import autograder

REPOSITORY = Path(autograder.__file__).parents[1]
SECRET = "a-variable-of-the-grader"

IMPORTS = {
    "the_exercises": "autograder.exercises",
    "the_judge": "autograder.judge",
    "the_sandbox": "autograder.sandbox",
    "the_real_check": "autograder.box",
    "a_reference": "course_lib.perceptron",
    "another_reference": "course_lib.activations",
}
FILES = {
    "the_sources": REPOSITORY / "autograder" / "judge.py",
    "the_references": REPOSITORY / "course_lib" / "perceptron.py",
    "the_exercises": REPOSITORY / "autograder" / "exercises" / "01_perceptron.py",
    "the_course": REPOSITORY / "pyproject.toml",
    "the_accounts": Path("/etc/passwd"),
    "a_references_bytecode": REPOSITORY / "course_lib" / "__pycache__",
    "the_home": Path.home() / ".bashrc",
}
FOLDERS = {
    "the_solutions": REPOSITORY / "solutions",
    "the_notebooks": REPOSITORY / "notebooks",
    "the_history": REPOSITORY / ".git",
    "system_settings": Path("/sys/kernel"),
    "programs": Path("/usr/bin"),
    "the_graders_temporary_files": Path("/var/tmp"),
}
LOOKS = {
    "environment": "import os; print(dict(os.environ))",
    "launchers_environment": "print(open('/proc/1/environ').read())",
    "launchers_arguments": "print(open('/proc/1/cmdline').read())",
    "processes": "print(sorted(name for name in os.listdir('/proc') if name.isdigit()))",
    "network": "import socket; print([name for _, name in socket.if_nameindex()])",
    "repository": f"print(os.listdir({str(REPOSITORY)!r}))",
    "etc": "print(os.listdir('/etc'))",
    "course_lib": "import course_lib; print(sorted(os.listdir(course_lib.__path__[0])))",
    "host": "print(os.uname().nodename)",
    "interfaces": "print(open('/proc/net/dev').read())",
    "user": "print(os.getuid(), open('/proc/self/status').read())",
    "descriptors": (
        "print([os.readlink(f'/proc/self/fd/{fd}') for fd in os.listdir('/proc/self/fd')"
        " if os.path.exists(f'/proc/self/fd/{fd}')])"
    ),
}
CELLS = {
    **{f"import {name}": f"import {module}" for name, module in IMPORTS.items()},
    **{f"read {name}": f"open({str(path)!r}).read()" for name, path in FILES.items()},
    **{f"list {name}": f"import os; os.listdir({str(path)!r})" for name, path in FOLDERS.items()},
    **LOOKS,
}


class Seen(Protocol):
    def error(self, cell: int) -> str: ...
    def text(self, cell: int) -> str: ...


@pytest.fixture(scope="module")
def look(attack: Callable[..., Seen]) -> Seen:
    """All attempts, in one jail, started by a grader with a secret in its environment."""
    os.environ["AUTOGRADER_TEST_SECRET"] = SECRET
    try:
        return attack(*CELLS.values(), names=())
    finally:
        del os.environ["AUTOGRADER_TEST_SECRET"]


def error(look: Seen, name: str) -> str:
    return look.error(list(CELLS).index(name))


def text(look: Seen, name: str) -> str:
    return look.text(list(CELLS).index(name))


@pytest.mark.parametrize("name", IMPORTS)
def test_an_import_of_what_is_not_shown_fails(look: Seen, name: str) -> None:
    assert error(look, f"import {name}") == "ModuleNotFoundError"


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_graders_is_not_there(look: Seen, name: str) -> None:
    assert error(look, f"read {name}") == "FileNotFoundError"


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_the_graders_is_not_there(look: Seen, name: str) -> None:
    assert error(look, f"list {name}") == "FileNotFoundError"


@pytest.mark.parametrize("name", ["environment", "launchers_environment"])
def test_the_graders_environment_is_not_passed_on(look: Seen, name: str) -> None:
    assert error(look, name) in ("", "PermissionError")  # of a warm jail it cannot even be read
    assert SECRET not in text(look, name)


def test_the_launchers_arguments_hold_nothing_but_the_jail(look: Seen) -> None:
    assert error(look, "launchers_arguments") == ""
    assert SECRET not in text(look, "launchers_arguments")
    assert "weighted_sum" not in text(look, "launchers_arguments")


def test_only_the_jails_own_processes_are_visible(look: Seen) -> None:
    assert text(look, "processes").strip() in ("['1', '2']", "['1', '2', '3']")


def test_there_is_no_network_but_loopback(look: Seen) -> None:
    lines = text(look, "interfaces").splitlines()[2:]
    assert [line.split(":")[0].strip() for line in lines if line] == ["lo"]


def test_of_the_repository_only_the_virtual_environment_can_be_there(look: Seen) -> None:
    assert text(look, "repository").strip() in ("['.venv']", "")


def test_of_the_settings_only_the_loaders_cache_is_there(look: Seen) -> None:
    assert text(look, "etc").strip() == "['ld.so.cache']"


def test_of_the_library_only_what_the_job_names_is_there(look: Seen) -> None:
    shown = {"['__init__.py']", "['__init__.py', 'data']", "['__init__.py', '__pycache__']"}
    shown.add("['__init__.py', '__pycache__', 'data']")
    assert text(look, "course_lib").strip() in shown


def test_the_machines_name_is_hidden(look: Seen) -> None:
    assert text(look, "host").strip() == "jail"


def test_the_jail_has_no_privilege_left(look: Seen) -> None:
    status = text(look, "user")
    assert status.startswith("1000 ")
    assert "CapEff:\t0000000000000000" in status
    assert "CapBnd:\t0000000000000000" in status
    assert "NoNewPrivs:\t1" in status
    assert "Seccomp:\t2" in status


def test_no_file_of_the_graders_is_open(look: Seen) -> None:
    assert error(look, "descriptors") == ""
    assert str(REPOSITORY) not in text(look, "descriptors")
