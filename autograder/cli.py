"""The command line, where execution, gradebook and pages come together.

Exit code 0: the work is done; 1: done, but something needs attention; 2: wrong use.
Slow libraries are imported by the command that needs them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder import exercises
from autograder.course import PUBLIC_SEED, Course, open_course
from autograder.errors import AutograderError, SandboxUnavailable, UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from autograder.classroom import Work
    from autograder.results import Result
    from autograder.store import Store

ATTENTION = 1
FORMATS = ("csv", "canvas", "moodle")
SANDBOXES = ("bubblewrap", "none")
UNSAFE = (
    "warning: --sandbox none runs student code as you, with all your files and your network. "
    "Only grade code that you trust."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="deep-networks-course", prog_name="autograder")
def commands() -> None:
    """Grade the course's notebooks: in a sandbox, with reasons, into nbgrader's gradebook."""


def main() -> None:
    """Entry point of the console script."""
    commands(prog_name="autograder")


def _errors_in_one_line(command: Callable[..., Any]) -> Callable[..., Any]:
    """Say an expected error in one line, with its exit code, instead of a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except AutograderError as error:
            click.echo(f"autograder: {error}", err=True)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            sys.exit(0)

    return run


_unit_option = click.option("--unit", default="", metavar="NN_unit", help="Only this unit.")
_student_option = click.option("--student", default="", metavar="ID", help="Only this student.")
_sandbox_option = click.option(
    "--sandbox",
    type=click.Choice(SANDBOXES),
    default="bubblewrap",
    show_default=True,
    help="How student code is isolated; 'none' trusts it entirely.",
)
_output_option = click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("grading"),
    show_default=True,
    help="Folder of the results.",
)
_gradebook_option = click.option(
    "--gradebook",
    default="",
    metavar="URL",
    help="nbgrader's database: a path or a URL of SQLAlchemy's.  [default: OUTPUT/gradebook.db]",
)


@commands.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_output_option
@_unit_option
@_student_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=os.cpu_count() or 1,
    show_default="one per core",
    help="Submissions executed at once.",
)
@_sandbox_option
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=None,
    help="Draw the cases from this number instead of the course's secret.",
)
@_gradebook_option
@click.option(
    "--resume/--fresh",
    default=True,
    show_default=True,
    help="Keep results of an earlier run whose submission has not changed, or grade all anew.",
)
@_errors_in_one_line
def grade(
    paths: Sequence[Path],
    output: Path,
    unit: str,
    student: str,
    jobs: int,
    sandbox: str,
    seed: int | None,
    gradebook: str,
    resume: bool,
) -> None:
    """Grade PATHS: folders laid out as <student>/NN_unit/NN_unit.ipynb, or single notebooks.

    Writes grades.csv, submissions.csv, gradebook.db, feedback/ and report.html into OUTPUT.
    Submissions that were graded before and have not changed are not executed again. With --unit,
    --student or a single notebook, the rest of the class keeps its results. Ends with code 1 when
    a submission needs a person (unreadable, crashed, out of time or memory).
    """
    from autograder.classroom import find_work, handed_in
    from autograder.engine import Grader, grade_all
    from autograder.files import held, remove_parts
    from autograder.store import Store
    from autograder.summary import Progress, print_summary

    course = open_course()
    works = find_work(paths, unit, student)
    _prepare(output)
    database = gradebook or str(output / "gradebook.db")
    _check_gradebook(database)
    _check_sandbox(sandbox)
    secret = seed if seed is not None else course.secret()
    store = Store(output / "results")
    a_part = bool(unit or student or any(path.is_file() for path in paths))
    grader = Grader(course, secret, kind=sandbox)  # type: ignore[arg-type]  # click checked it
    with held(output):
        remove_parts(output)
        _forget(store, works, a_part, resume)
        with Progress(len(works)) as progress:
            results = grade_all(works, grader, store, jobs, progress.advance)
        times = {(w.student, w.unit): when for w in works if (when := handed_in(w)) is not None}
        _write_everything(course, list(store.results()), output, database, times)
    sys.exit(ATTENTION if print_summary(results, output, database) else 0)


def _forget(store: Store, works: Sequence[Work], a_part: bool, resume: bool) -> None:
    """Drop stored results of students who are gone, and with --fresh those to be graded anew."""
    now = {(work.student, work.unit) for work in works}
    before = {(result.student, result.unit) for result in store.results()}
    keep = before if a_part else before & now
    store.clear(keep if resume else keep - now)


def _prepare(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
        probe = output / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageError(f"cannot write to {output}: {error.strerror}") from error


def _check_gradebook(url: str) -> None:
    from autograder.gradebook import totals

    totals(url)


def _check_sandbox(kind: str) -> None:
    """Refuse before the first submission, not at it; or warn, on every run."""
    from autograder.sandbox import available

    if kind == "none":
        click.secho(UNSAFE, fg="yellow", err=True)
        return
    facts = available()
    if not facts.usable:
        missing = next(fact for fact in facts.facts if fact.needed and not fact.ok)
        raise SandboxUnavailable(
            f"student code cannot be isolated here: {missing.name}: {missing.text}. "
            f"{missing.advice} `autograder doctor` says more; `--sandbox none` grades without."
        )


def _write_everything(
    course: Course,
    results: Sequence[Result],
    output: Path,
    database: str,
    times: Mapping[tuple[str, str], datetime] | None = None,
) -> None:
    from autograder import feedback, formgrader, gradebook, report, tables

    units = [exercises.unit(name) for name in sorted({result.unit for result in results})]
    releases = {unit.name: _release(course, unit.name) for unit in units}
    try:
        tables.write_grades(results, units, output / "grades.csv")
        tables.write_submissions(results, output / "submissions.csv", units)
        feedback.write(results, units, output / "feedback")
        report.write(results, units, output)
        formgrader.write_notebooks(results, output / "autograded")
    except OSError as error:
        raise UsageError(f"cannot write to {output}: {error.strerror}") from error
    gradebook.write(results, units, database, releases=releases, timestamps=times)


def _release(course: Course, unit: str) -> dict[str, Any]:
    import json

    notebook: dict[str, Any] = json.loads(course.release(unit).read_text(encoding="utf-8"))
    return notebook


@commands.command()
@click.argument("notebook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_unit_option
@_sandbox_option
@_errors_in_one_line
def check(notebook: Path, unit: str, sandbox: str) -> None:
    """Check a NOTEBOOK on the public cases: what a student would see, in the terminal.

    Ends with code 1 when something is not right yet.
    """
    from autograder.classroom import find_work
    from autograder.engine import Grader
    from autograder.summary import print_check

    course = open_course()
    (work,) = find_work([notebook], unit)
    _check_sandbox(sandbox)
    grader = Grader(course, PUBLIC_SEED, kind=sandbox, public=True)  # type: ignore[arg-type]  # as above
    sys.exit(0 if print_check(grader.grade(work)) else ATTENTION)


@commands.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@_errors_in_one_line
def build(units: Sequence[str]) -> None:
    """Execute the text sources of all units (or of each UNIT) into solution notebooks."""
    from autograder.build import build as build_unit

    course = open_course()
    for name in units or course.units:
        click.echo(f"{name}: executing its cells", err=True)
        click.echo(build_unit(name, course).relative_to(course.root))


@commands.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@_errors_in_one_line
def release(units: Sequence[str]) -> None:
    """Make the student notebooks of all units (or of each UNIT): no answers, locked checks."""
    from autograder.release import release as release_unit

    course = open_course()
    for name in units or course.units:
        click.echo(release_unit(name, course).relative_to(course.root))


@commands.command()
@_output_option
@_errors_in_one_line
def report(output: Path) -> None:
    """Write the tables, feedback pages and the class report again, from stored results."""
    from autograder.summary import print_summary

    results = _stored(output)
    database = str(output / "gradebook.db")
    _write_everything(open_course(), results, output, database)
    print_summary(results, output, database)


@commands.command()
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True, help="For whom.")
@_output_option
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.  [default: OUTPUT/FORMAT.csv]",
)
@_gradebook_option
@_errors_in_one_line
def export(format_: str, output: Path, to: Path | None, gradebook: str) -> None:
    """Write the class's scores for a learning management system, hand grading included."""
    from autograder import export as exports
    from autograder.gradebook import totals

    results = _stored(output)
    units = [exercises.unit(name) for name in sorted({result.unit for result in results})]
    database = gradebook or str(output / "gradebook.db")
    target = to or output / f"{'scores' if format_ == 'csv' else format_}.csv"
    try:
        click.echo(exports.write(results, units, format_, target, totals=totals(database)))
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror}") from error


def _stored(output: Path) -> list[Result]:
    from autograder.store import Store

    results = list(Store(output / "results").results())
    if not results:
        raise UsageError(f"no results in {output}; run `autograder grade` first")
    return results


@commands.command()
@_errors_in_one_line
def doctor() -> None:
    """Say what this machine can do: sandbox, libraries, data; and what to do if it cannot.

    Ends with code 1 when something that is needed is missing.
    """
    from autograder.doctor import examine
    from autograder.summary import print_facts

    sys.exit(0 if print_facts(examine()) else ATTENTION)


@commands.command(name="exercises")
@_unit_option
@click.option("--mistakes", is_flag=True, help="Name the known mistakes of each exercise, too.")
@_errors_in_one_line
def list_exercises(unit: str, mistakes: bool) -> None:
    """List all exercises: points, where the reference stands, known mistakes."""
    from autograder.summary import print_exercises

    names = [unit] if unit else exercises.unit_names()
    print_exercises([exercises.unit(name) for name in names], mistakes)
