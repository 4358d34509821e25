"""Makes the sample class: submissions as students hand them in, with the truth beside them.

    python samples/make_class.py [--output samples/class] [--release notebooks]

writes `<student>/<unit>/<unit>.ipynb` under the output folder and, beside that folder, `truth.csv`
(`student,unit,exercise,score,mistake`) and `truth_submissions.csv` (`student,unit,status`). The
truth is what was put in; the grader has no part in it. Two runs give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from samples.answerbook import Book
from samples.notebook import Notebook, points_of
from samples.student import Student
from samples.units import UNITS, SampleUnit

MARKER = ".sample-class"
"""Name of the file by which a folder is known to be ours, so that it may be made anew."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make the sample class and its truth.")
    parser.add_argument("--output", type=Path, default=ROOT / "samples" / "class")
    parser.add_argument("--release", type=Path, default=ROOT / "notebooks")
    parser.add_argument("--list", action="store_true", help="only print who is in it, as Markdown")
    options = parser.parse_args(arguments)
    if options.list:
        print(table())
        return 0
    try:
        count = make(options.output, options.release)
    except (FileExistsError, FileNotFoundError) as error:
        print(f"make_class.py: {error}", file=sys.stderr)
        return 2
    print(f"{count} submissions in {shown(options.output)}, with their truth beside it")
    return 0


def make(output: Path, release: Path) -> int:
    """Make the class in folder `output` from the notebooks in `release`; return its size.

    Files that are right already are not touched, and what an older class left is removed.

    Raises:
        FileExistsError: `output` holds something that is not a sample class.
        FileNotFoundError: a notebook of the release is missing.
    """
    claim(output)
    released = {unit.name: read_release(release, unit.name) for unit in UNITS}
    books = {name: book_of(name, notebook) for name, notebook in released.items()}
    forget(output, {(student.name, unit.name) for unit, student in everybody()})
    for unit, student in everybody():
        folder = output / student.name / unit.name
        hand_in(folder, unit, student, released[unit.name], books[unit.name])
    write_truth(output.parent, books)
    return len(everybody())


def everybody() -> list[tuple[SampleUnit, Student]]:
    """All submissions, unit by unit, in the order of the students' names."""
    return [
        (unit, student)
        for unit in UNITS
        for student in sorted(unit.students(), key=lambda student: student.name)
    ]


def missing() -> list[tuple[SampleUnit, str]]:
    """Who is in the class and hands nothing in, unit by unit."""
    names = {student.name for _, student in everybody()}
    return [
        (unit, name)
        for unit in UNITS
        for name in sorted(names - {student.name for student in unit.students()})
    ]


def book_of(name: str, released: Notebook) -> Book:
    unit = next(unit for unit in UNITS if unit.name == name)
    return unit.book(points_of(released))


def read_release(folder: Path, unit: str) -> Notebook:
    path = folder / unit / f"{unit}.ipynb"
    if not path.exists():
        raise FileNotFoundError(f"there is no {shown(path)}; make it with: make build")
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


def claim(output: Path) -> None:
    """Make `output` ours."""
    marker = output / MARKER
    if output.exists() and any(output.iterdir()) and not marker.exists():
        raise FileExistsError(f"{shown(output)} holds something else; give an empty folder")
    output.mkdir(parents=True, exist_ok=True)
    if not marker.exists():
        marker.touch()


def forget(output: Path, handed_in: set[tuple[str, str]]) -> None:
    """Remove what is no longer handed in: units, and students who left the class."""
    for student in [path for path in output.iterdir() if path.is_dir()]:
        for unit in [path for path in student.iterdir() if path.is_dir()]:
            if (student.name, unit.name) not in handed_in:
                shutil.rmtree(unit)
        if not any(student.iterdir()):
            student.rmdir()


def hand_in(
    folder: Path, unit: SampleUnit, student: Student, released: Notebook, book: Book
) -> None:
    """Write the student's file, or a folder in which no notebook is."""
    folder.mkdir(parents=True, exist_ok=True)
    data = student.file(released, unit.question, book)
    path = folder / f"{unit.name}.ipynb"
    if data is None:
        path.unlink(missing_ok=True)
        write(folder / "notes.txt", b"I shall hand it in tomorrow.\n")
    else:
        write(path, data)


def write_truth(folder: Path, books: Mapping[str, Book]) -> None:
    grades: list[Sequence[object]] = [("student", "unit", "exercise", "score", "mistake")]
    statuses: list[Sequence[object]] = [("student", "unit", "status")]
    for unit, student in everybody():
        statuses.append((student.name, unit.name, student.status))
        for exercise, score, mistake in student.truth(books[unit.name]):
            grades.append((student.name, unit.name, exercise, score, mistake))
    for unit, name in missing():
        statuses.append((name, unit.name, "missing"))
        grades += [(name, unit.name, exercise, 0.0, "") for exercise in books[unit.name]]
    write(folder / "truth.csv", as_csv(grades))
    write(folder / "truth_submissions.csv", as_csv(statuses))


def as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def write(path: Path, data: bytes) -> None:
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)


def table() -> str:
    """Who is in the class, as the Markdown tables of samples/README.md, one for each unit."""
    return "\n\n".join(f"### {unit.name}\n\n{_table(unit)}" for unit in UNITS)


def _table(unit: SampleUnit) -> str:
    lines = ["| student | what was put in | status |", "| --- | --- | --- |"]
    for group, students in unit.groups.items():
        lines.append(f"| **{group}** | | |")
        lines += [f"| `{s.name}` | {s.what} | {s.status} |" for s in students]
    return "\n".join(lines)


def shown(path: Path) -> str:
    """The path as seen from the repository, where it is inside."""
    whole = path.resolve()
    return str(whole.relative_to(ROOT) if whole.is_relative_to(ROOT) else path)


if __name__ == "__main__":
    sys.exit(main())
