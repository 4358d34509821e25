"""From the solution notebook to the one that students get, without an answer in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.utils import find_all_files

from autograder.course import Course, exercise_seed, open_course
from autograder.errors import AutograderError, UnknownUnit
from autograder.release import answers_in_release, is_fresh, nbgrader_config, release

ROOT = Path(__file__).parents[2]
UNIT = "01_tiny"
SECRET = "a-long-secret-of-the-class"

DOUBLE = '''def double_it(x):
    """Twice x."""
    ### BEGIN SOLUTION
    twice_as_much = 2 * x + 0
    return twice_as_much
    ### END SOLUTION
'''
WHY = "<!-- ### BEGIN SOLUTION -->\nBecause doubling adds x to itself.\n<!-- ### END SOLUTION -->"
STUB = "# YOUR CODE HERE\n    raise NotImplementedError()"


def cell(id: str, source: str, kind: str = "code", **nbgrader: Any) -> dict[str, Any]:
    metadata: dict[str, Any] = {}
    if nbgrader:
        base = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
        metadata = {"nbgrader": {**base, "task": False, "grade_id": id, **nbgrader}}
    made = {"cell_type": kind, "id": id, "metadata": metadata, "source": source}
    if kind == "code":
        output = {"output_type": "stream", "name": "stdout", "text": "twice_as_much = 2 * x + 0"}
        made |= {"execution_count": 1, "outputs": [output]}
    return made


def solution() -> list[dict[str, Any]]:
    return [
        cell("title", "# A tiny unit", "markdown"),
        cell("setup", "import math", locked=True),
        cell("double-it", DOUBLE, solution=True),
        cell("check-double-it", 'check("double-it", double_it)', grade=True, locked=True, points=1),
        cell("picture", "print(double_it(2))"),
        cell("whole", "total = sum([1, 2, 3])", solution=True),
        cell("why", WHY, "markdown", grade=True, solution=True, points=2),
    ]


def write_solution(course: Course, cells: list[dict[str, Any]]) -> None:
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    path = course.root / "solutions" / UNIT / f"{UNIT}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".py").write_text("# the text source, with every answer\n", encoding="utf-8")
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    monkeypatch.delenv("AUTOGRADER_SECRET", raising=False)
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, tmp_path)
    course = open_course(tmp_path)
    write_solution(course, solution())
    return course


def released(course: Course) -> dict[str, Any]:
    notebook = nbformat.read(release(UNIT, course), as_version=4)
    return {one.id: one for one in notebook.cells}


def test_an_answer_gives_way_to_the_placeholder(course: Course) -> None:
    expected = f'def double_it(x):\n    """Twice x."""\n    {STUB}\n'
    assert expected == released(course)["double-it"].source


def test_an_answer_cell_without_region_is_all_placeholder(course: Course) -> None:
    assert "# YOUR CODE HERE\nraise NotImplementedError()" == released(course)["whole"].source


def test_a_model_answer_gives_way_to_a_request(course: Course) -> None:
    assert "YOUR ANSWER HERE" == released(course)["why"].source


def test_everything_else_stays(course: Course) -> None:
    cells = released(course)
    for one in solution():
        if one["id"] in ("title", "setup", "check-double-it", "picture"):
            assert one["source"] == cells[one["id"]].source


def test_no_output_is_released(course: Course) -> None:
    code = [one for one in released(course).values() if one.cell_type == "code"]
    assert [([], None)] * len(code) == [(one.outputs, one.execution_count) for one in code]


def test_checks_and_given_cells_are_locked(course: Course) -> None:
    cells = released(course)
    for name in ("setup", "check-double-it"):
        assert (False, False) == (cells[name].metadata.deletable, cells[name].metadata.editable)
    assert "editable" not in cells["double-it"].metadata


def test_labelled_cells_have_checksums(course: Course) -> None:
    labelled = [c.metadata.nbgrader for c in released(course).values() if "nbgrader" in c.metadata]
    assert all(len(nbgrader.checksum) == 32 for nbgrader in labelled)


def test_a_release_is_a_valid_notebook_for_the_usual_kernel(course: Course) -> None:
    notebook = nbformat.read(release(UNIT, course), as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"


def test_releasing_twice_changes_nothing(course: Course) -> None:
    assert release(UNIT, course).read_bytes() == release(UNIT, course).read_bytes()


def test_a_release_is_fresh_until_the_solution_changes(course: Course) -> None:
    assert not is_fresh(UNIT, course)
    release(UNIT, course)
    assert is_fresh(UNIT, course)
    changed = solution()
    changed[0]["source"] = "# Another title"
    write_solution(course, changed)
    assert not is_fresh(UNIT, course)


def refusal(course: Course, cells: list[dict[str, Any]]) -> str:
    """What `release` says to that solution; it must not have written anything."""
    write_solution(course, cells)
    with pytest.raises(AutograderError) as error:
        release(UNIT, course)
    assert not course.release(UNIT).exists()
    return str(error.value)


def test_an_answer_repeated_in_another_cell_is_refused(course: Course) -> None:
    cells = [*solution(), cell("extra", "twice_as_much = 2*x + 0\nreturn twice_as_much")]
    assert "the answer of double-it is in the notebook: twice_as_much=2*x+0" in refusal(
        course, cells
    )


def test_an_answer_repeated_in_the_prose_is_refused(course: Course) -> None:
    text = "Write `total = sum([1, 2, 3])` here."
    cells = [*solution(), cell("extra", text, "markdown")]
    assert "the answer of whole is in the notebook" in refusal(course, cells)


def test_a_call_that_an_answer_shares_with_a_picture_is_no_leak(course: Course) -> None:
    cells = solution()
    cells[2]["source"] = DOUBLE.replace("twice_", "figure, axes = plt.subplots()\n    twice_", 1)
    cells[4]["source"] = "figure, axes = plt.subplots()"
    write_solution(course, cells)
    assert "subplots" not in released(course)["double-it"].source
    assert answers_in_release(UNIT, course) == []


def test_a_region_outside_of_an_answer_cell_is_refused(course: Course) -> None:
    cells = [*solution(), cell("extra", DOUBLE)]
    assert "Solution region detected in a non-solution cell" in refusal(course, cells)


def test_a_region_without_end_is_refused(course: Course) -> None:
    cells = [*solution(), cell("extra", "### BEGIN SOLUTION\nx = 1", solution=True)]
    assert "no end solution statement found" in refusal(course, cells)


def test_a_label_that_two_cells_have_is_refused(course: Course) -> None:
    cells = [*solution(), cell("double-it", "pass", solution=True)]
    cells[-1]["id"] = "other"
    assert "cannot be released" in refusal(course, cells)


def test_a_hidden_test_is_not_released(course: Course) -> None:
    cells = solution()
    cells[3]["source"] += (
        "\n### BEGIN HIDDEN TESTS\nassert double_it(7) == 14\n### END HIDDEN TESTS"
    )
    write_solution(course, cells)
    assert 'check("double-it", double_it)' == released(course)["check-double-it"].source


@pytest.mark.parametrize("text", [SECRET, str(exercise_seed(SECRET, UNIT, "double-it"))])
def test_a_secret_is_not_released(
    course: Course, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTOGRADER_SECRET", SECRET)
    cells = [*solution(), cell("extra", f"seed = '{text}'")]
    assert "secret or a seed of grading is in the notebook" in refusal(course, cells)


def test_the_secret_in_the_file_is_not_released(course: Course) -> None:
    cells = [*solution(), cell("extra", f"seed = '{course.secret()}'")]
    assert "secret or a seed of grading is in the notebook" in refusal(course, cells)


def test_releasing_creates_no_secret(course: Course) -> None:
    release(UNIT, course)
    assert not (course.root / ".autograder").exists()


def test_a_solution_that_was_not_built_cannot_be_released(course: Course) -> None:
    course.solution(UNIT).unlink()
    with pytest.raises(AutograderError, match="make it with: autograder build 01_tiny"):
        release(UNIT, course)


def test_an_unknown_unit_cannot_be_released(course: Course) -> None:
    with pytest.raises(UnknownUnit):
        release("02_none", course)


def test_a_text_source_beside_the_release_is_found(course: Course) -> None:
    release(UNIT, course)
    shutil.copy(course.source(UNIT), course.release(UNIT).parent)
    assert answers_in_release(UNIT, course) == ["01_tiny.py does not belong into 01_tiny"]
    with pytest.raises(AutograderError, match=r"01_tiny\.py does not belong into 01_tiny"):
        release(UNIT, course)


def test_data_of_the_unit_may_stand_beside_the_release(course: Course) -> None:
    folder = release(UNIT, course).parent
    for place in (course.solution(UNIT).parent, folder):
        (place / "data").mkdir()
        (place / "data" / "penguins.csv").touch()
    assert answers_in_release(UNIT, course) == []


def test_checkpoints_of_jupyter_are_nobody_s_leak(course: Course) -> None:
    folder = release(UNIT, course).parent / ".ipynb_checkpoints"
    folder.mkdir()
    (folder / "01_tiny-checkpoint.ipynb").touch()
    assert answers_in_release(UNIT, course) == []


def test_an_answer_that_came_into_the_release_later_is_found(course: Course) -> None:
    shutil.copy(course.solution(UNIT), release(UNIT, course))
    assert [leak.split(": ")[0] for leak in answers_in_release(UNIT, course)] == [
        "the answer of double-it is in the notebook",
        "the answer of whole is in the notebook",
        "the answer of why is in the notebook",
    ]


def test_an_answer_hidden_in_an_output_is_found(course: Course) -> None:
    path = release(UNIT, course)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][1]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": ["total = sum([1, 2, 3])"]}
    ]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert any("the answer of whole" in leak for leak in answers_in_release(UNIT, course))


def test_a_missing_release_is_reported(course: Course) -> None:
    assert answers_in_release(UNIT, course) == ["there is no 01_tiny.ipynb"]


def test_nbgrader_copies_no_source_and_nothing_hidden(course: Course) -> None:
    folder = course.solution(UNIT).parent
    for name in (".secret.py", "helper.py", "old.py~", "x.pyc", "gradebook.db", "data.csv"):
        (folder / name).touch()
    for name in ("__pycache__", ".ipynb_checkpoints"):
        (folder / name).mkdir()
        (folder / name / "inside.txt").touch()
    ignore = nbgrader_config(course).CourseDirectory.ignore
    copied = find_all_files(str(folder), [*ignore, "*.ipynb"])
    assert ["data.csv"] == [Path(path).name for path in copied]


def test_nbgrader_keeps_the_folders_of_the_course(course: Course) -> None:
    config = nbgrader_config(course).CourseDirectory
    assert config.root == str(course.root)
    assert ("solutions", "notebooks") == (config.source_directory, config.release_directory)
    assert config.db_url == f"sqlite:///{course.root / 'gradebook.db'}"
