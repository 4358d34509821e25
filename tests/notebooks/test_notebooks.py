"""The notebooks in the repository: built from their sources, released, and without answers."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from autograder import build, exercises, release
from autograder.course import open_course
from autograder.nbfile import read_notebook
from autograder.submission import load_release, read, sanitise

COURSE = open_course(Path(__file__).parents[2])
every_unit = pytest.mark.parametrize("unit", COURSE.units)


def test_the_course_has_notebooks_for_exactly_its_units() -> None:
    assert exercises.unit_names() == COURSE.units
    assert set(COURSE.units) == {p.parent.name for p in COURSE.root.glob("notebooks/*/*.ipynb")}


@every_unit
def test_the_solution_is_built_from_its_source(unit: str) -> None:
    assert build.stale_cells(unit, COURSE) == [], f"run: autograder build {unit}"


@every_unit
def test_the_release_is_made_from_the_solution(unit: str) -> None:
    assert release.is_fresh(unit, COURSE), f"run: autograder release {unit}"


@every_unit
def test_no_answer_is_released(unit: str) -> None:
    assert release.answers_in_release(unit, COURSE) == []


@every_unit
@pytest.mark.parametrize("which", ["solution", "release"])
def test_a_notebook_is_valid_and_opens_with_the_usual_kernel(unit: str, which: str) -> None:
    notebook = read_notebook(getattr(COURSE, which)(unit))
    nbformat.validate(notebook)
    assert build.KERNELSPEC == notebook.metadata.kernelspec


@every_unit
def test_no_cell_of_the_solution_failed(unit: str) -> None:
    cells = read_notebook(COURSE.solution(unit)).cells
    errors = [out for one in cells for out in one.get("outputs", ()) if out.output_type == "error"]
    assert errors == []


@every_unit
def test_every_check_of_the_solution_gives_full_points(unit: str) -> None:
    cells = read_notebook(COURSE.solution(unit)).cells
    checks = [one for one in cells if one.metadata.get("nbgrader", {}).get("grade")]
    checks = [one for one in checks if one.cell_type == "code"]
    given = {one.id: float(one.outputs[-1].data["text/plain"]) for one in checks}
    assert {one.id: float(one.metadata.nbgrader.points) for one in checks} == given


@every_unit
def test_the_solution_as_a_submission_needs_no_repair(unit: str) -> None:
    template = load_release(COURSE.release(unit), exercises.unit(unit))
    submitted = read(COURSE.solution(unit).read_bytes())
    sanitised = sanitise(submitted, exercises.unit(unit), template)
    assert sanitised.repairs == ()
    assert set(exercises.unit(unit).by_id) == set(sanitised.answers)


@every_unit
def test_the_release_as_a_submission_answers_nothing(unit: str) -> None:
    template = load_release(COURSE.release(unit), exercises.unit(unit))
    submitted = read(COURSE.release(unit).read_bytes())
    sanitised = sanitise(submitted, exercises.unit(unit), template)
    assert sanitised.repairs == ()
    assert sanitised.answers == {}
    assert sanitised.written == {}
