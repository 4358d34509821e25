"""Files that students hand in: a notebook is read, anything else refused with a reason."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import UnreadableSubmission
from autograder.submission import read
from autograder.submission.reading import MAX_BYTES, MAX_CELLS

Cell = dict[str, Any]


def file_of(*cells: Any, **notebook: Any) -> bytes:
    whole = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **notebook}
    return json.dumps(whole).encode()


def code(source: Any, **cell: Any) -> Cell:
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], **cell}


def sources(data: bytes) -> list[str]:
    return [cell["source"] for cell in read(data)["cells"]]


def test_a_notebook_becomes_plain_cells() -> None:
    data = file_of(code("x = 1", id="a"), {"cell_type": "markdown", "source": "Hello."})
    assert read(data) == {
        "cells": [
            {"cell_type": "code", "metadata": {}, "source": "x = 1", "id": "a"},
            {"cell_type": "markdown", "metadata": {}, "source": "Hello."},
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def test_outputs_and_unknown_metadata_are_dropped() -> None:
    cell = code("x", outputs=[{"data": "9" * 1000}], metadata={"tags": ["a"], "evil": {"deep": 1}})
    assert "evil" not in json.dumps(read(file_of(cell)))
    assert "999" not in json.dumps(read(file_of(cell)))


def test_the_grade_id_is_kept() -> None:
    cell = code("x", metadata={"nbgrader": {"grade_id": "ltu", "points": 99}})
    assert {"nbgrader": {"grade_id": "ltu"}} == read(file_of(cell))["cells"][0]["metadata"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (["a\n", "b"], "a\nb"),
        (["a", "b"], "a\nb"),
        ([], ""),
        ("a\r\nb\rc", "a\nb\nc"),
        (None, ""),
        (7, ""),
        (["a\n", None, "b"], "a\nb"),
        ("nul \x00 and \ud800", "nul \ufffd and \ufffd"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_sources_of_every_kind_become_text(source: Any, expected: str) -> None:
    assert [expected] == sources(file_of(code(source)))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_of_unicode_is_read(encoding: str) -> None:
    text = json.dumps({"cells": [code("s = 'ä∂'")]}, ensure_ascii=False)
    assert ["s = 'ä∂'"] == sources(text.encode(encoding))


def test_bytes_that_are_no_utf8_cost_only_themselves() -> None:
    data = file_of(code("s = 'QQ'"), code("x = 1")).replace(b"QQ", b"\xe4\xf6")
    assert ["s = '\ufffd\ufffd'", "x = 1"] == sources(data)


def test_zeros_behind_the_end_are_ignored() -> None:
    assert ["x"] == sources(file_of(code("x")) + b"\x00" * 512)


def test_nan_and_infinity_are_ignored() -> None:
    data = (
        b'{"cells": [{"cell_type": "code", "source": "x", "n": NaN, "m": -Infinity, "o": 1e999}]}'
    )
    assert ["x"] == sources(data)


def test_a_number_of_many_digits_is_ignored() -> None:
    data = b'{"nbformat": ' + b"9" * 100_000 + b', "cells": [{"cell_type": "code", "source": "x"}]}'
    assert ["x"] == sources(data)


def test_of_a_doubled_key_the_last_counts() -> None:
    data = b'{"cells": [], "cells": [{"cell_type": "code", "source": "a", "source": "b"}]}'
    assert ["b"] == sources(data)


@pytest.mark.parametrize("minor", [0, 4, 5, 99, None, "5"])
def test_every_minor_version_is_read(minor: Any) -> None:
    assert ["x"] == sources(file_of(code("x"), nbformat_minor=minor))


def test_a_missing_version_is_no_obstacle() -> None:
    assert ["x"] == sources(json.dumps({"cells": [code("x")]}).encode())


def test_version_3_is_read_as_nbformat_upgrades_it() -> None:
    v3 = nbformat.v3
    cells = [
        v3.new_heading_cell("Title", level=2),
        v3.new_code_cell("x = 1\ny = 2", metadata={"nbgrader": {"grade_id": "ltu"}}),
        v3.new_text_cell("markdown", "Hello."),
        v3.new_text_cell("raw", "raw"),
    ]
    old = v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells)])
    upgraded = nbformat.convert(nbformat.from_dict(old), 4)
    ours = read(v3.writes_json(old).encode())
    assert [(c.cell_type, c.source) for c in upgraded.cells] == [
        (c["cell_type"], c["source"]) for c in ours["cells"]
    ]
    assert {"nbgrader": {"grade_id": "ltu"}} == ours["cells"][1]["metadata"]


def test_junk_between_the_cells_is_passed_over() -> None:
    data = file_of(None, 3, "text", [], {}, code("x", metadata=[], id=7), {"cell_type": ["code"]})
    assert [c["cell_type"] for c in read(data)["cells"]] == ["raw", "code", "raw"]


def test_an_id_that_is_none_is_dropped() -> None:
    assert "id" not in read(file_of(code("x", id="not an id!")))["cells"][0]


def test_only_pictures_stay_attached() -> None:
    attached = {
        "a.png": {"image/png": "aGk="},
        "b.svg": {"image/svg+xml": "PHN2Zz4="},
        "c.png": {"image/png": "<script>"},
        "d.png": "aGk=",
    }
    data = file_of({"cell_type": "markdown", "source": "", "attachments": attached})
    assert {"a.png": {"image/png": "aGk="}} == read(data)["cells"][0]["attachments"]


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.ipynb", "{}")
    return out.getvalue()


REFUSED = {
    "nothing": (b"", "the file is empty (0 bytes)"),
    "blanks": (b" \n\t\n", "the file is empty: it holds nothing but blanks or zeros"),
    "zeros": (b"\x00" * 4096, "the file is empty: it holds nothing but blanks or zeros"),
    "too large": (b" " * (MAX_BYTES + 1), "the file has 20 MB, more than 20; clear the outputs"),
    "zip": (archive(), "the file is no notebook but a zip archive"),
    "gzip": (gzip.compress(file_of()), "the file is no notebook but a gzip archive"),
    "pdf": (b"%PDF-1.7", "the file is no notebook but a PDF document"),
    "png": (b"\x89PNG\r\n", "the file is no notebook but a picture"),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer"),
    "html": (b"\n<!DOCTYPE html><html>", "the file is no notebook but a web page"),
    "python": (b"import numpy\nx = 1\n", "no valid JSON in line 1, column 1"),
    "cut": (file_of(code("x = 1"))[:60], "the file breaks off in line 1"),
    "cut in a text": (b'{\n"cells": [{"source": "abc', "the file breaks off in line 2"),
    "broken": (b'{"cells": [\n{,}]}', "no valid JSON in line 2, column 2"),
    "twice": (file_of() + b"\n" + file_of(), "goes on after the end of the notebook (line 2)"),
    "conflict": (
        b'{\n"cells": [\n<<<<<<< HEAD\n{},\n=======\n>>>>>>> main\n]}',
        "the file holds conflict markers of git (line 3)",
    ),
    "list": (b"[1, 2]", "the file is JSON, but no notebook"),
    "number": (b"7", "the file is JSON, but no notebook"),
    "other JSON": (b'{"a": 1}', "no notebook: it has no list of cells"),
    "cells are text": (b'{"cells": "x"}', "no notebook: it has no list of cells"),
    "deep": (b"[" * 100_000 + b"]" * 100_000, "the file is nested too deeply"),
    "deep in a cell": (
        b'{"cells": [{"source": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}]}",
        "the file is nested too deeply",
    ),
    "many parts": (b"[" + b"[]," * 1_000_001 + b"[]]", "the file has too many parts"),
    "many cells": (file_of(*[{}] * (MAX_CELLS + 1)), "the notebook has 3,001 cells"),
    "much code": (file_of(code("x" * 500_001)), "the code cells hold 500,001 characters"),
    "noise": (bytes(range(1, 256)), "no valid JSON in line 1"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_notebook_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSubmission) as refusal:
        read(data)
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_notebook_of_many_large_outputs_is_read() -> None:
    outputs = [{"output_type": "stream", "text": ["x" * 1000] * 1000} for _ in range(15)]
    assert ["x"] == sources(file_of(code("x", outputs=outputs)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
KEYS = ("cell_type", "source", "input", "metadata", "id", "attachments", "level", "nbgrader")
CELLS = st.dictionaries(st.sampled_from(KEYS), JSON | st.sampled_from(["code", "heading", "raw"]))


@settings(max_examples=200, deadline=None)
@given(cells=st.lists(JSON | CELLS))
def test_whatever_the_cells_are_what_comes_out_is_plain(cells: list[Any]) -> None:
    for cell in read(file_of(*cells))["cells"]:
        assert cell["cell_type"] in ("code", "markdown", "raw")
        assert isinstance(cell["source"], str)
        assert cell.keys() <= {"cell_type", "source", "metadata", "id", "attachments"}
        json.dumps(cell, allow_nan=False).encode()


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=200))
def test_whatever_the_bytes_are_the_only_error_is_ours(data: bytes) -> None:
    with pytest.raises(UnreadableSubmission):
        read(data)
