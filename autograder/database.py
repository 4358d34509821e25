"""Opens nbgrader's database, or says in one line why it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from nbgrader.api import Base, Course, Gradebook
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Connection, create_engine, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import GradebookError

_TABLES = frozenset({"assignment", "notebook", "student", "grade", "comment", "base_cell"})


@contextmanager
def open_gradebook(url: str, course_id: str) -> Iterator[Gradebook]:
    """The gradebook of nbgrader at `url`, created where there is none, closed at the end.

    Args:
        url: `sqlite:///…`, `postgresql://…`, or a bare path of an SQLite file.
        course_id: the course under which new assignments are filed.

    Raises:
        GradebookError: the URL makes no sense, its driver is not installed, the file is no
            database or belongs to something else, it cannot be written, or (inside the `with`)
            the database refuses what is written.
    """
    address = _address(url)
    shown = address.render_as_string(hide_password=True)
    try:
        _prepare(address, shown, course_id)
        with Gradebook(address.render_as_string(hide_password=False), course_id) as book:
            yield book
    except SQLAlchemyError as error:
        raise GradebookError(f"gradebook {shown}: {_reason(error)}") from error


def _address(url: str) -> URL:
    if "://" not in url:
        return _sqlite(Path(url).expanduser().absolute())
    try:
        return make_url(url)
    except SQLAlchemyError:
        # The text is not repeated: it may hold a password.
        message = "the gradebook's URL cannot be read; examples: sqlite:///gradebook.db, "
        raise GradebookError(message + "postgresql://user:password@host/database") from None


def _sqlite(path: Path) -> URL:
    if path.is_dir():
        raise GradebookError(f"gradebook {path}: this is a folder, not a database")
    if not path.parent.is_dir():
        raise GradebookError(f"gradebook {path}: the folder {path.parent} does not exist")
    return URL.create("sqlite", database=str(path))


def _prepare(address: URL, shown: str, course_id: str) -> None:
    """Refuse what is no gradebook; create tables, version mark and course where they are missing.

    nbgrader's own constructor would add its tables to whatever database it is given, and calls
    the program `alembic`, which is not on the path of an environment that was not activated.
    """
    try:
        engine = create_engine(address)
    except ImportError as error:
        raise GradebookError(
            f"gradebook {shown}: the driver {error.name!r} is not installed; "
            f"pip install {'psycopg[binary]' if error.name == 'psycopg' else error.name}"
        ) from error
    try:
        with engine.begin() as connection:
            _check(connection, shown)
            known = select(Course.id).where(Course.id == course_id)
            if course_id and connection.execute(known).first() is None:
                connection.execute(insert(Course.__table__).values(id=course_id))
    finally:
        engine.dispose()


def _check(connection: Connection, shown: str) -> None:
    tables = set(inspect(connection).get_table_names())
    versions, scripts = MigrationContext.configure(connection), ScriptDirectory(ALEMBIC_DIR)
    if not tables or (versions.get_current_revision() is None and _is_empty(connection, tables)):
        Base.metadata.create_all(bind=connection)
        versions.stamp(scripts, "head")
    elif not tables >= _TABLES:
        raise GradebookError(
            f"gradebook {shown}: this database belongs to something else "
            f"(it holds {', '.join(sorted(tables)[:3])}); choose another one"
        )
    elif versions.get_current_revision() != scripts.get_current_head():
        raise GradebookError(
            f"gradebook {shown}: written by another version of nbgrader; "
            "bring it up to date with: nbgrader db upgrade"
        )


def _is_empty(connection: Connection, tables: set[str]) -> bool:
    """Whether there are only tables of nbgrader's, and nothing in them.

    Without the mark of a version, which comes last, that is what a run leaves that was killed
    while it made them (SQLite's driver ends the transaction at each table).
    """
    if not tables <= {*Base.metadata.tables, "alembic_version"}:
        return False
    known = [table for name, table in Base.metadata.tables.items() if name in tables]
    return all(connection.execute(select(table).limit(1)).first() is None for table in known)


def _reason(error: SQLAlchemyError) -> str:
    text = str(getattr(error, "orig", None) or error).splitlines()[0]
    if "not a database" in text:
        return "this file is no database"
    if "unable to open" in text or "readonly" in text:
        return f"{text}; does the folder exist, and may you write there?"
    return text
