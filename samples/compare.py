"""Compares what grading said of the sample class with the truth, row by row.

    python samples/compare.py GRADING_DIR [--truth samples]

reads `grades.csv` and `submissions.csv` of GRADING_DIR. Every exercise must have its score and its
mistake, every submission its status; no row may be missing, twice there, or too many. Exit code 0
when all agree, 1 when something differs, 2 when a file cannot be read.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent

MOST_SHOWN = 100
"""Differences that are listed; what they are in all is said in the last line."""

Key = tuple[str, ...]
Rows = Mapping[Key, Mapping[str, str]]

EXERCISE = ("student", "unit", "exercise")
SUBMISSION = ("student", "unit")


class Unusable(Exception):
    """A table cannot be read; the text says which, and why."""


@dataclass(frozen=True)
class Difference:
    """One thing that grading and truth do not agree on."""

    kind: str
    row: str
    expected: str
    actual: str


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compare the graded sample class with its truth.")
    parser.add_argument("grading", type=Path, help="the folder that `autograder grade` wrote")
    parser.add_argument("--truth", type=Path, default=HERE, help="the folder of the truth")
    options = parser.parse_args(arguments)
    graded = options.grading
    try:
        exercises = read(options.truth / "truth.csv", EXERCISE)
        submissions = read(options.truth / "truth_submissions.csv", SUBMISSION)
        differences = [
            *compare(exercises, read(graded / "grades.csv", EXERCISE), ("score", "mistake")),
            *compare(submissions, read(graded / "submissions.csv", SUBMISSION), ("status",)),
        ]
    except Unusable as error:
        print(f"compare.py: {error}", file=sys.stderr)
        return 2
    if differences:
        print(table(differences))
        return 1
    print(f"{len(exercises)} exercise rows and {len(submissions)} submissions agree with the truth")
    return 0


def read(path: Path, key: Sequence[str]) -> Rows:
    """The rows of a CSV file by their key.

    Raises:
        Unusable: there is no such file, it lacks a column, or two rows have the same key.
    """
    rows: dict[Key, dict[str, str]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                name = tuple(row[column] for column in key)
                if name in rows:
                    raise Unusable(f"{path} has two rows for {' '.join(name)}")
                rows[name] = row
    except OSError as error:
        raise Unusable(f"cannot read {path}: {error.strerror}") from None
    except KeyError as error:
        raise Unusable(f"{path} has no column {error}") from None
    return rows


def compare(truth: Rows, found: Rows, columns: Sequence[str]) -> Iterator[Difference]:
    """What differs, ordered by kind and then by row."""
    for name in sorted(set(truth) - set(found)):
        yield Difference("row missing", label(name), "a row", "none")
    for name in sorted(set(found) - set(truth)):
        yield Difference("row too many", label(name), "none", "a row")
    for column in columns:
        for name in sorted(set(truth) & set(found)):
            expected, actual = truth[name][column], found[name].get(column)
            if actual is None or not agree(column, expected, actual):
                yield Difference(column, label(name), expected or "-", actual or "-")


def agree(column: str, expected: str, actual: str) -> bool:
    """Scores agree as numbers, everything else as text."""
    if column != "score":
        return expected == actual
    try:
        return float(expected) == float(actual)
    except ValueError:
        return False


def label(name: Key) -> str:
    """The key as people read it; of the unit, which an exercise implies, only the number."""
    return " ".join((name[0], name[1][:2], *name[2:]))


def table(differences: Sequence[Difference]) -> str:
    rows = [("differs in", "row", "expected", "actual")]
    rows += [(d.kind, d.row, d.expected, d.actual) for d in differences[:MOST_SHOWN]]
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    if len(differences) > MOST_SHOWN:
        lines.append(f"... and {len(differences) - MOST_SHOWN} more")
    kinds = {d.kind: sum(other.kind == d.kind for other in differences) for d in differences}
    total = ", ".join(f"{count} in {kind!r}" for kind, count in kinds.items())
    word = "difference" if len(differences) == 1 else "differences"
    return "\n".join(line.rstrip() for line in [*lines, "", f"{len(differences)} {word}: {total}"])


if __name__ == "__main__":
    sys.exit(main())
