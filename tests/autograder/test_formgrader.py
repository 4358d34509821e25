"""The notebooks for grading by hand show everything and can do nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter

from autograder.formgrader import inert, write_notebooks
from autograder.results import Result

NAME = "01_perceptron"
ATTACK = "<script>alert(1)</script>"
LINKS = (
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](< java\tscript:alert(1)>)",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
)


def _code(source: str, *outputs: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": [*outputs], "metadata": metadata}


def _display(data: dict[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": {"image/png": {"width": "x>"}}}


def _shown(*cells: dict[str, Any]) -> str:
    """The HTML that nbgrader's own template base makes of the cells."""
    notebook = nbformat.reads(json.dumps(inert({"cells": list(cells)})), as_version=4)  # type: ignore[no-untyped-call]  # nbformat
    nbformat.validate(notebook)
    exporter = HTMLExporter(template_name="classic")  # type: ignore[no-untyped-call]  # nbconvert
    html, _ = exporter.from_notebook_node(notebook)
    return str(html).partition("<body")[2]


def _markdown(source: str, **fields: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": source, "metadata": {}, **fields}


def test_the_students_code_and_its_text_output_are_kept() -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": ["one\n", "two"]}

    (cell,) = inert({"cells": [_code("x = 1", stream)]})["cells"]

    assert ("x = 1", "one\ntwo") == (cell["source"], cell["outputs"][0]["text"])


def test_an_error_is_kept_without_its_colours() -> None:
    error = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\x1b[31mE\x1b[0m"]}

    (cell,) = inert({"cells": [_code("boom", error)]})["cells"]

    assert ["E"] == cell["outputs"][0]["traceback"]


@pytest.mark.parametrize(
    "kind",
    ["text/html", "application/javascript", "image/svg+xml", "text/markdown", "text/latex",
     "application/vnd.jupyter.widget-view+json"],
)  # fmt: skip
def test_output_that_could_act_is_dropped(kind: str) -> None:
    assert "alert" not in _shown(_code("", _display({kind: ATTACK})))


def test_pictures_are_kept_only_if_they_are_pictures() -> None:
    pictures = _code("", _display({"image/png": "aGk=\n"}), _display({"image/png": f'"{ATTACK}'}))

    page = _shown(pictures)

    assert "data:image/png;base64,aGk=" in page
    assert "alert" not in page
    assert "width" not in page.partition("aGk=")[2].partition(">")[0]


def test_a_huge_output_is_shortened() -> None:
    stream = {"output_type": "stream", "name": "stderr", "text": "x" * 10**6}

    (cell,) = inert({"cells": [_code("", stream)]})["cells"]

    assert len(cell["outputs"][0]["text"]) < 25_000


@pytest.mark.parametrize("kind", ["markdown", "raw", "something else"])
def test_text_that_holds_tags_shows_them(kind: str) -> None:
    page = _shown({"cell_type": kind, "source": ATTACK, "metadata": {"raw_mimetype": "text/html"}})

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("link", LINKS)
def test_links_do_not_lead_anywhere(link: str) -> None:
    page = _shown(_markdown(link))

    assert 'href="java' not in page.lower()
    assert 'src="java' not in page.lower()


def test_mathematics_and_emphasis_are_still_rendered() -> None:
    page = _shown(_markdown("so **this** is $a < b$"))

    assert "<strong>this</strong>" in page
    assert "$a &lt; b$" in page or "$a &amp;lt; b$" in page


def test_a_photo_attached_to_an_answer_is_kept() -> None:
    attachments = {"photo.png": {"image/png": "aGk="}, "x.svg": {"image/svg+xml": ATTACK}}

    page = _shown(_markdown("![photo](attachment:photo.png)", attachments=attachments))

    assert "data:image/png;base64,aGk=" in page
    assert "alert" not in page


def test_metadata_is_nbgraders_only() -> None:
    cell = _code("x", nbgrader={"grade_id": "ltu"}, tags=[ATTACK], other=ATTACK)

    notebook = inert({"cells": [cell], "metadata": {"widgets": ATTACK}})

    assert {"nbgrader": {"grade_id": "ltu"}} == notebook["cells"][0]["metadata"]
    assert ATTACK not in json.dumps(notebook)


def test_a_result_becomes_the_notebook_that_formgrader_opens(
    make_result: Any, tmp_path: Path
) -> None:
    result = make_result("ada", notebook={"cells": [_code("x = 1")]})

    (path,) = write_notebooks([result], tmp_path)

    assert tmp_path / "ada" / NAME / f"{NAME}.ipynb" == path
    nbformat.validate(nbformat.reads(path.read_text(encoding="utf-8"), as_version=4))  # type: ignore[no-untyped-call]  # nbformat


def test_an_unreadable_submission_becomes_a_notebook_that_says_so(
    stopped_results: list[Result], tmp_path: Path
) -> None:
    unreadable = next(result for result in stopped_results if result.status == "unreadable")

    (path,) = write_notebooks([unreadable], tmp_path)

    assert unreadable.reason in path.read_text(encoding="utf-8")


def test_a_missing_submission_has_no_notebook(
    stopped_results: list[Result], tmp_path: Path
) -> None:
    missing = next(result for result in stopped_results if result.status == "missing")

    assert [] == write_notebooks([missing], tmp_path)


@pytest.mark.parametrize("student", ["../../etc", "a/b", "..", ".", "", "a\x00", "\udce4"])
def test_a_student_whose_name_is_no_folder_is_passed_over(
    student: str, make_result: Any, tmp_path: Path
) -> None:
    assert [] == write_notebooks([make_result(student, notebook={"cells": []})], tmp_path / "out")
    assert [] == list(tmp_path.iterdir())
