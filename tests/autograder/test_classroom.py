"""Finding what there is to grade."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.classroom import Work, find_work, handed_in
from autograder.errors import UnknownUnit, UsageError

UNIT = "01_perceptron"


def hand_in(folder: Path, student: str, unit: str = UNIT) -> Path:
    path = folder / student / unit / f"{unit}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("{}")
    return path


def test_a_folder_gives_each_students_units_in_order(tmp_path: Path) -> None:
    second, first = hand_in(tmp_path, "zoe"), hand_in(tmp_path, "ada")
    assert [Work("ada", UNIT, first), Work("zoe", UNIT, second)] == find_work([tmp_path])


def test_a_student_without_a_notebook_is_missing(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    (tmp_path / "ben").mkdir()
    assert Work("ben", UNIT, None) in find_work([tmp_path])


def test_hidden_folders_and_loose_files_are_no_students(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.txt").write_text("")
    assert ["ada"] == [work.student for work in find_work([tmp_path])]


def test_one_student_can_be_picked(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    hand_in(tmp_path, "ben")
    assert ["ben"] == [work.student for work in find_work([tmp_path], student="ben")]


def test_a_single_notebook_knows_its_student_by_its_folders(tmp_path: Path) -> None:
    path = hand_in(tmp_path, "ada")
    assert [Work("ada", UNIT, path)] == find_work([path])


def test_a_single_notebook_may_be_called_anything(tmp_path: Path) -> None:
    path = tmp_path / "final-final.ipynb"
    path.write_text("{}")
    assert [Work("ada", UNIT, path)] == find_work([path], unit=UNIT, student="ada")
    assert [Work("student", UNIT, path)] == find_work([path], unit=UNIT)


def test_a_unit_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    with pytest.raises(UnknownUnit, match="99_none"):
        find_work([tmp_path], unit="99_none")


def test_a_notebook_of_no_unit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "homework.ipynb"
    path.write_text("{}")
    with pytest.raises(UnknownUnit, match="homework"):
        find_work([path])


@pytest.mark.parametrize("layout", ["empty", "students without units", "absent"])
def test_nothing_to_grade_is_refused(tmp_path: Path, layout: str) -> None:
    folder = tmp_path / "class"
    if layout != "absent":
        folder.mkdir()
    if layout == "students without units":
        (folder / "ada").mkdir()
    with pytest.raises(UsageError, match=r"nothing to grade|does not exist"):
        find_work([folder])


def test_a_student_who_is_not_there_is_named(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    with pytest.raises(UsageError, match="nothing of ben to grade"):
        find_work([tmp_path], student="ben")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23 21:00:00.5 UTC", datetime(2026, 11, 23, 21, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-23 21:00", datetime(2026, 11, 23, 21, tzinfo=UTC)),
        ("last Tuesday, I think", None),
        ("", None),
    ],
)
def test_the_time_of_handing_in_is_read_from_nbgraders_file(
    tmp_path: Path, text: str, expected: datetime | None
) -> None:
    path = hand_in(tmp_path, "ada")
    (path.parent / "timestamp.txt").write_text(text)
    assert expected == handed_in(Work("ada", UNIT, path))


def test_without_nbgraders_file_the_time_is_unknown(tmp_path: Path) -> None:
    assert handed_in(Work("ada", UNIT, hand_in(tmp_path, "ada"))) is None
    assert handed_in(Work("ada", UNIT, None)) is None


def test_the_same_work_from_two_paths_is_refused(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada")
    with pytest.raises(UsageError, match="twice"):
        find_work([tmp_path, tmp_path])
