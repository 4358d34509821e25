"""The generator: the same bytes each time, nothing lost, nothing of others touched."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from samples import make_class, unit_01
from samples.units import UNITS

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "notebooks"
SUBMISSIONS = [(unit.name, student.name) for unit, student in make_class.everybody()]


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def submission(made: Path, student: str) -> Path:
    return made / "class" / student / unit_01.UNIT / f"{unit_01.UNIT}.ipynb"


def cells(made: Path, student: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(submission(made, student).read_bytes())["cells"]
    return found


def test_two_runs_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    make_class.make(tmp_path / "class", RELEASE)
    assert files(made) == files(tmp_path)


def test_the_committed_truth_is_fresh(made: Path) -> None:
    for name in ("truth.csv", "truth_submissions.csv"):
        assert (made / name).read_text() == (ROOT / "samples" / name).read_text()


def test_the_readme_lists_every_student() -> None:
    readme = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    assert make_class.table() in readme, "paste what `python samples/make_class.py --list` prints"


def test_nobody_hands_in_a_unit_twice_and_names_are_safe_as_folders() -> None:
    assert sorted(set(SUBMISSIONS)) == sorted(SUBMISSIONS)
    assert [] == [name for _, name in SUBMISSIONS if not re.fullmatch(r"[a-z][a-z-]{1,30}", name)]


def test_every_submission_has_a_folder_and_all_but_the_missing_a_file(made: Path) -> None:
    folders = [(p.name, p.parent.name) for p in (made / "class").glob("*/*") if p.is_dir()]
    assert sorted(SUBMISSIONS) == sorted(folders)
    without = [
        (unit, name)
        for unit, name in SUBMISSIONS
        if not (made / "class" / name / unit / f"{unit}.ipynb").exists()
    ]
    assert [(unit_01.UNIT, "walker")] == without


def test_every_unit_after_the_first_is_handed_in_a_dozen_times() -> None:
    assert [] == [unit.name for unit in UNITS if len(list(unit.students())) < 12]


def test_a_second_run_touches_no_file(tmp_path: Path) -> None:
    make_class.make(tmp_path / "class", RELEASE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    make_class.make(tmp_path / "class", RELEASE)
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_what_was_changed_by_hand_is_made_anew(tmp_path: Path) -> None:
    make_class.make(tmp_path / "class", RELEASE)
    right = submission(tmp_path, "abebe").read_bytes()
    submission(tmp_path, "abebe").write_text("spoilt")
    make_class.make(tmp_path / "class", RELEASE)
    assert right == submission(tmp_path, "abebe").read_bytes()


def test_a_student_who_left_the_class_leaves_no_folder(tmp_path: Path) -> None:
    make_class.make(tmp_path / "class", RELEASE)
    (tmp_path / "class" / "somebody" / unit_01.UNIT).mkdir(parents=True)
    make_class.make(tmp_path / "class", RELEASE)
    assert not (tmp_path / "class" / "somebody").exists()


def test_a_folder_of_real_submissions_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real = tmp_path / "submitted" / "somebody" / unit_01.UNIT
    real.mkdir(parents=True)
    assert 2 == make_class.main(["--output", str(tmp_path / "submitted")])
    assert real.exists()
    assert "holds something else" in capsys.readouterr().err


def test_a_release_that_is_not_there_gives_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = make_class.main(["--output", str(tmp_path / "class"), "--release", str(tmp_path)])
    assert 2 == code
    assert "make it with: make build" in capsys.readouterr().err


def test_the_list_names_everybody(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == make_class.main(["--list"])
    listed = re.findall(r"^\| `([a-z-]+)`", capsys.readouterr().out, flags=re.MULTILINE)
    assert [student.name for unit in UNITS for student in unit.students()] == listed


def test_an_empty_submission_is_the_released_notebook(made: Path) -> None:
    released = make_class.read_release(RELEASE, unit_01.UNIT)["cells"]
    handed_in = cells(made, "hughes")
    assert released == [{**cell, "source": "".join(cell["source"])} for cell in handed_in]


def test_cell_ids_are_unique_within_each_notebook(made: Path) -> None:
    for name in ("lopez", "quinn", "garcia", "bobby-tables"):
        identifiers = [cell["id"] for cell in cells(made, name)]
        assert len(set(identifiers)) == len(identifiers), name


@pytest.mark.parametrize(
    ("student", "version"),
    [("abebe", (4, 5)), ("silva", (4, 0)), ("smith", (4, 4)), ("sato", (3, 0))],
)
def test_notebooks_say_which_version_they_are(
    student: str, version: tuple[int, int], made: Path
) -> None:
    notebook = json.loads(submission(made, student).read_bytes())
    assert version == (notebook["nbformat"], notebook["nbformat_minor"])


def test_cells_have_ids_only_where_their_version_knows_them(made: Path) -> None:
    assert all("id" in cell for cell in cells(made, "abebe"))
    assert not any("id" in cell for cell in cells(made, "silva"))


def test_the_older_version_keeps_its_code_in_worksheets(made: Path) -> None:
    notebook = json.loads(submission(made, "sato").read_bytes())
    [sheet] = notebook["worksheets"]
    kinds = {cell["cell_type"] for cell in sheet["cells"]}
    assert {"code", "markdown", "heading"} == kinds
    assert all("input" in cell for cell in sheet["cells"] if cell["cell_type"] == "code")


@pytest.mark.parametrize("student", ["torres", "ulrich", "vargas", "vogel", "wagner"])
def test_an_unreadable_file_is_no_json(student: str, made: Path) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|Invalid|Extra"):
        json.loads(submission(made, student).read_bytes())


def test_truth_rows_are_plain_numbers_and_words(made: Path) -> None:
    with (made / "truth.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(re.fullmatch(r"\d\.\d", row["score"]) for row in rows)
    assert all(re.fullmatch(r"[a-z0-9-]*", row["mistake"]) for row in rows)
