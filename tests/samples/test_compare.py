"""The comparison: silent where all agree, and one line for each thing that does not."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samples import compare

ROOT = Path(__file__).resolve().parents[2]
GRADES = ("student", "unit", "exercise", "score", "max_score", "status", "mistake", "message")
SUBMISSIONS = ("student", "unit", "score", "max_score", "status", "seconds", "reason")

Rows = list[dict[str, str]]
Report = Callable[[], tuple[int, str]]


def read(path: Path) -> Rows:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, header: tuple[str, ...], rows: Rows) -> None:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def grading(made: Path, tmp_path: Path) -> Path:
    """A grading folder that agrees with the truth."""
    write(tmp_path / "grades.csv", GRADES, read(made / "truth.csv"))
    write(tmp_path / "submissions.csv", SUBMISSIONS, read(made / "truth_submissions.csv"))
    return tmp_path


@pytest.fixture
def report(made: Path, grading: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    """Compares, and gives back the exit code and what was printed."""

    def run() -> tuple[int, str]:
        code = compare.main([str(grading), "--truth", str(made)])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def change(path: Path, header: tuple[str, ...], number: int, **values: str) -> None:
    rows = read(path)
    rows[number].update(values)
    write(path, header, rows)


def test_agreement_is_one_line_and_exit_code_0(report: Report) -> None:
    code, text = report()
    assert 0 == code
    assert text.endswith("agree with the truth\n")
    assert 1 == text.count("\n")


def test_a_score_that_is_written_otherwise_agrees(grading: Path, report: Report) -> None:
    rows = read(grading / "grades.csv")
    change(grading / "grades.csv", GRADES, 0, score=f"{float(rows[0]['score']):.4f}")
    assert 0 == report()[0]


@pytest.mark.parametrize("column", ["score", "mistake"])
def test_a_grade_that_differs_is_shown_with_both_values(
    column: str, grading: Path, report: Report
) -> None:
    row = read(grading / "grades.csv")[0]
    change(grading / "grades.csv", GRADES, 0, **{column: "77"})
    code, text = report()
    assert 1 == code
    shown = [column, row["student"], row["unit"][:2], row["exercise"], row[column] or "-", "77"]
    assert shown == text.splitlines()[2].split()
    assert f"1 difference: 1 in '{column}'" in text


def test_a_status_that_differs_is_shown(grading: Path, report: Report) -> None:
    change(grading / "submissions.csv", SUBMISSIONS, 0, status="lost")
    code, text = report()
    assert 1 == code
    assert "lost" in text


def test_a_score_that_is_no_number_differs(grading: Path, report: Report) -> None:
    change(grading / "grades.csv", GRADES, 0, score="many")
    assert 1 == report()[0]


def test_a_missing_row_is_a_difference(grading: Path, report: Report) -> None:
    write(grading / "grades.csv", GRADES, read(grading / "grades.csv")[1:])
    code, text = report()
    assert 1 == code
    assert "1 in 'row missing'" in text


def test_a_row_too_many_is_a_difference(grading: Path, report: Report) -> None:
    rows = read(grading / "submissions.csv")
    write(grading / "submissions.csv", SUBMISSIONS, [*rows, {**rows[0], "student": "nobody"}])
    code, text = report()
    assert 1 == code
    assert "nobody" in text
    assert "1 in 'row too many'" in text


def test_a_row_that_stands_there_twice_is_refused(grading: Path, report: Report) -> None:
    rows = read(grading / "grades.csv")
    write(grading / "grades.csv", GRADES, [*rows, rows[0]])
    code, text = report()
    assert 2 == code
    assert "two rows" in text


def test_a_missing_file_is_one_clear_line(grading: Path, report: Report) -> None:
    (grading / "submissions.csv").unlink()
    code, text = report()
    assert 2 == code
    assert text.startswith("compare.py: cannot read")
    assert 1 == text.count("\n")


def test_a_missing_column_is_one_clear_line(grading: Path, report: Report) -> None:
    (grading / "grades.csv").write_text("student,unit\nabebe,01_perceptron\n")
    assert (2, True) == (report()[0], "no column 'exercise'" in report()[1])


def test_a_missing_value_is_a_difference(grading: Path, report: Report) -> None:
    path = grading / "submissions.csv"
    path.write_text(path.read_text().replace(",status,", ",state,"))
    assert 1 == report()[0]


@pytest.mark.parametrize("script", ["make_class.py", "compare.py"])
def test_the_scripts_have_help_wherever_they_are_called(script: str, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "samples" / script), "--help"]
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(f"usage: {script}")


def test_very_many_differences_are_counted_but_not_all_listed(
    grading: Path, report: Report
) -> None:
    write(
        grading / "grades.csv",
        GRADES,
        [{**row, "score": "9"} for row in read(grading / "grades.csv")],
    )
    code, text = report()
    assert 1 == code
    assert 110 > text.count("\n")
    assert "more\n" in text
