"""Exports have the columns that the learning platforms import."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import UsageError
from autograder.exercises.model import Unit
from autograder.export import FORMATS, Total, write


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def units(unit: Unit) -> list[Unit]:
    second = Unit("02_mlp", "The multi-layer perceptron", unit.exercises[:2])
    never_graded = Unit("03_costs", "Costs", unit.exercises[:1])
    return [unit, second, never_graded]


@pytest.fixture
def results(make_result: Any, stopped_results: list[Any]) -> list[Any]:
    missing = next(result for result in stopped_results if result.status == "missing")
    full = make_result("ben")
    second = make_result("ada", unit="02_mlp", verdicts=full.verdicts[:2])
    return [full, make_result("ada"), second, missing]


def test_csv_has_a_column_per_graded_unit_and_the_totals(
    results: list[Any], units: list[Unit], tmp_path: Path
) -> None:
    assert [
        ["student", "01_perceptron", "02_mlp", "total", "max_total"],
        ["ada", "29.0", "2.0", "31.0", "31.0"],
        ["ben", "29.0", "", "29.0", "31.0"],
        ["missing", "0.0", "", "0.0", "31.0"],
    ] == _table(write(results, units, "csv", tmp_path / "out.csv"))


def test_canvas_has_its_four_columns_and_the_points_possible(
    results: list[Any], units: list[Unit], tmp_path: Path
) -> None:
    assert [
        ["Student", "ID", "SIS Login ID", "Section", "01_perceptron", "02_mlp"],
        ["    Points Possible", "", "", "", "29.0", "2.0"],
        ["ada", "", "ada", "", "29.0", "2.0"],
        ["ben", "", "ben", "", "29.0", ""],
        ["missing", "", "missing", "", "0.0", ""],
    ] == _table(write(results, units, "canvas", tmp_path / "out.csv"))


def test_moodle_has_an_identifier_and_a_dash_for_no_grade(
    results: list[Any], units: list[Unit], tmp_path: Path
) -> None:
    assert [
        ["Username", "01_perceptron", "02_mlp"],
        ["ada", "29.0", "2.0"],
        ["ben", "29.0", "-"],
        ["missing", "0.0", "-"],
    ] == _table(write(results, units, "moodle", tmp_path / "out.csv"))


def test_moodle_calls_addresses_addresses(make_result: Any, unit: Unit, tmp_path: Path) -> None:
    table = _table(write([make_result("a@x.org")], [unit], "moodle", tmp_path / "out.csv"))

    assert "Email address" == table[0][0]


def test_totals_of_the_gradebook_replace_the_automatic_scores(
    results: list[Any], units: list[Unit], tmp_path: Path
) -> None:
    totals = {("ada", "01_perceptron"): Total(32.5, 33.0)}

    table = _table(write(results, units, "canvas", tmp_path / "out.csv", totals=totals))

    assert ["33.0", "32.5", "29.0"] == [row[4] for row in table[1:4]]


@pytest.mark.parametrize("format", FORMATS)
def test_formulas_are_defused_in_every_format(
    format: str, make_result: Any, unit: Unit, tmp_path: Path
) -> None:
    table = _table(write([make_result("=1+1")], [unit], format, tmp_path / "out.csv"))

    assert "'=1+1" == table[-1][0]


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_class_is_a_table_without_students(
    format: str, unit: Unit, tmp_path: Path
) -> None:
    table = _table(write([], [unit], format, tmp_path / "out.csv"))

    assert len(table) <= 2


def test_an_unknown_format_names_the_known_ones(unit: Unit, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose from: csv, canvas, moodle"):
        write([], [unit], "blackboard", tmp_path / "out.csv")
