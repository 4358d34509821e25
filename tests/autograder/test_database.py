"""A gradebook is opened or created, and everything else is refused in one line."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import text

from autograder.database import open_gradebook
from autograder.errors import GradebookError


def _refusal(url: str) -> str:
    with pytest.raises(GradebookError) as caught, open_gradebook(url, "course"):
        raise AssertionError("the database was opened")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def _execute(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


@pytest.mark.parametrize("form", ["{path}", "sqlite:///{path}"])
def test_a_path_and_a_url_create_a_gradebook(form: str, tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"

    with open_gradebook(form.format(path=path), "course") as book:
        book.add_student("ada")

    with closing(sqlite3.connect(path)) as connection:
        assert [("ada",)] == connection.execute("SELECT id FROM student").fetchall()


def test_an_empty_file_becomes_a_gradebook(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    path.touch()

    with open_gradebook(str(path), "course") as book:
        assert [] == book.students


def test_a_gradebook_is_created_without_the_program_alembic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))

    with open_gradebook(str(tmp_path / "gradebook.db"), "course") as book:
        assert [] == book.assignments


def test_a_gradebook_made_here_is_up_to_date_for_nbgrader(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    with open_gradebook(str(path), "course"):
        pass

    with Gradebook(f"sqlite:///{path}", "another course") as book:
        book.add_assignment("01_perceptron")
        version = book.db.execute(text("SELECT version_num FROM alembic_version")).scalar_one()

    with open_gradebook(str(path), "course") as book:
        assert ["01_perceptron"] == [assignment.name for assignment in book.assignments]
    assert 12 == len(version)


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and no database at all.\n" * 50, encoding="utf-8")

    assert "this file is no database" in _refusal(str(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "this is a folder" in _refusal(str(tmp_path))


def test_a_path_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in _refusal(str(tmp_path / "nowhere" / "gradebook.db"))


def test_a_url_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    refusal = _refusal(f"sqlite:///{tmp_path / 'nowhere' / 'gradebook.db'}")

    assert "does the folder exist, and may you write there?" in refusal


def test_the_database_of_something_else_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = _execute(tmp_path / "photos.db", "CREATE TABLE photos (name TEXT)")
    before = path.read_bytes()

    refusal = _refusal(str(path))

    assert "belongs to something else (it holds photos)" in refusal
    assert before == path.read_bytes()


def test_a_gradebook_of_another_version_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    with open_gradebook(str(path), "course"):
        pass
    _execute(path, "UPDATE alembic_version SET version_num = '724cde206c17'")

    assert "nbgrader db upgrade" in _refusal(str(path))


def test_a_read_only_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    with open_gradebook(str(path), "another course"):
        pass

    refusal = _refusal(f"sqlite:///file:{path}?mode=ro&uri=true")

    assert "may you write there?" in refusal


def test_a_database_that_refuses_later_says_so_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"

    with (
        pytest.raises(GradebookError, match="no such table: nowhere"),
        open_gradebook(str(path), "course") as book,
    ):
        book.db.execute(text("SELECT * FROM nowhere"))


def test_a_driver_that_is_not_installed_is_named() -> None:
    assert "'pymssql' is not installed" in _refusal("mssql+pymssql://me:secret@host/grades")


def test_an_unknown_kind_of_database_is_refused() -> None:
    assert "nosuchdb" in _refusal("nosuchdb://host/grades")


@pytest.mark.parametrize("url", ["mssql+pymssql://me:secret@host/x", "://me:secret@host"])
def test_a_password_is_never_repeated(url: str) -> None:
    assert "secret" not in _refusal(url)


@pytest.mark.parametrize("left", [("assignment",), ("assignment", "grade", "alembic_version")])
def test_what_a_killed_run_left_half_made_is_completed(
    left: tuple[str, ...], tmp_path: Path
) -> None:
    with open_gradebook(str(tmp_path / "whole.db"), "course"):
        pass
    with closing(sqlite3.connect(tmp_path / "whole.db")) as whole:
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        made = [whole.execute(query, (name,)).fetchone()[0] for name in left]
    path = _execute(tmp_path / "gradebook.db", *made)

    with open_gradebook(str(path), "course") as book:
        book.add_student("ada")
        assert 1 == len(book.students)


def test_an_unmarked_database_that_holds_something_is_refused(tmp_path: Path) -> None:
    with open_gradebook(str(tmp_path / "gradebook.db"), "course") as book:
        book.add_student("ada")
    path = _execute(tmp_path / "gradebook.db", "DELETE FROM alembic_version")
    assert "another version of nbgrader" in _refusal(str(path))
