"""Reads the bytes of an untrusted notebook file into plain, bounded, uniform cells."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from autograder.errors import UnreadableSubmission

MAX_BYTES = 20_000_000
MAX_BRACKETS = 1_000_000  # lists and objects in the file; bounds the memory that parsing takes
MAX_CELLS = 3_000
MAX_CODE = 500_000  # characters in all code cells; bounds the time that looking at them takes

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive; hand in the .ipynb file that is inside"),
    (b"\x1f\x8b", "a gzip archive; hand in the .ipynb file that is inside"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"version https://git-lfs", "a Git LFS pointer; the notebook itself was not uploaded"),
)
_HTML = re.compile(rb"\s*<(?:!doctype html|html|\?xml|!--)", re.IGNORECASE)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_NOT_TEXT = re.compile(r"[\x00\ud800-\udfff]")  # neither UTF-8 nor a database would take them
_CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_IMAGE = re.compile(r"image/(?:png|jpeg|gif|webp)")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_TYPES = {"code": "code", "markdown": "markdown", "heading": "markdown", "html": "markdown"}


def read(data: bytes) -> dict[str, Any]:
    """The notebook in `data` as plain nbformat-4 JSON, whatever version and encoding it had.

    Each cell has exactly `cell_type` ("code", "markdown" or "raw"), `source` (a str without
    NUL and lone surrogates), `metadata` (at most `{"nbgrader": {"grade_id": str}}`), and may
    have a valid `id` and, below markdown, `attachments` that are pictures. Outputs and all other
    metadata are dropped: nothing that grading does depends on them. Where the JSON has a key twice,
    the last one counts, as in Jupyter.

    Raises:
        UnreadableSubmission: there is no notebook in it; the text tells the student why.
    """
    document = _parse(_decode(data))
    cells = _cells(document)
    if len(cells) > MAX_CELLS:
        raise UnreadableSubmission(
            f"the notebook has {len(cells):,} cells, more than {MAX_CELLS:,}"
        )
    plain = [_cell(cell) for cell in cells if isinstance(cell, dict)]
    code = sum(len(cell["source"]) for cell in plain if cell["cell_type"] == "code")
    if code > MAX_CODE:
        raise UnreadableSubmission(
            f"the code cells hold {code:,} characters, more than {MAX_CODE:,}; "
            "keep data in files, not in cells"
        )
    return {"cells": plain, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableSubmission(
            f"the file has {len(data) / 1e6:.0f} MB, more than {MAX_BYTES / 1e6:.0f}; "
            "clear the outputs of the notebook and save it again"
        )
    if not data:
        raise UnreadableSubmission("the file is empty (0 bytes)")
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableSubmission("the file is empty: it holds nothing but blanks or zeros")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSubmission(f"the file is no notebook but {what}")
    if _HTML.match(data):
        raise UnreadableSubmission(
            "the file is no notebook but a web page; download the .ipynb file itself"
        )
    text = data.decode(json.detect_encoding(data), errors="replace")
    return text.strip("\x00\ufeff \t\r\n")


def _parse(text: str) -> Any:
    if text.count("[") + text.count("{") > MAX_BRACKETS:
        raise UnreadableSubmission("the file has too many parts; clear the outputs and save again")
    try:
        return json.loads(
            text, strict=False, parse_constant=_nothing, parse_float=_number, parse_int=_number
        )
    except json.JSONDecodeError as error:
        raise UnreadableSubmission(_why_no_json(text, error)) from None
    except RecursionError:
        raise UnreadableSubmission("the file is nested too deeply to be a notebook") from None


def _nothing(constant: str) -> None:
    """Python writes NaN and Infinity into JSON, which knows neither; nothing we keep needs them."""


def _number(digits: str) -> float | None:
    value = float(digits)
    return value if math.isfinite(value) else None


def _why_no_json(text: str, error: json.JSONDecodeError) -> str:
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return f"the file holds conflict markers of git (line {line}); resolve the merge first"
    if error.pos >= len(text) or error.msg.startswith("Unterminated string"):
        return (
            f"the file breaks off in line {text.count(chr(10)) + 1}: "
            "it was not saved or uploaded completely"
        )
    if error.msg == "Extra data":
        return f"the file goes on after the end of the notebook (line {error.lineno})"
    return f"the file is no notebook: no valid JSON in line {error.lineno}, column {error.colno}"


def _cells(document: Any) -> list[Any]:
    """The cells of any version: at the top since nbformat 4, in worksheets before."""
    if not isinstance(document, dict):
        raise UnreadableSubmission("the file is JSON, but no notebook")
    cells = document.get("cells")
    if isinstance(cells, list):
        return cells
    worksheets = document.get("worksheets")
    if isinstance(worksheets, list):
        sheets = [sheet.get("cells") for sheet in worksheets if isinstance(sheet, dict)]
        return [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    raise UnreadableSubmission("the file is JSON, but no notebook: it has no list of cells")


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    kind = cell.get("cell_type")
    plain: dict[str, Any] = {
        "cell_type": _TYPES.get(kind, "raw") if isinstance(kind, str) else "raw",
        "metadata": _metadata(cell.get("metadata")),
        "source": _source(cell),
    }
    if isinstance(cell.get("id"), str) and _CELL_ID.fullmatch(cell["id"]):
        plain["id"] = cell["id"]
    attachments = _attachments(cell.get("attachments"))
    if plain["cell_type"] == "markdown" and attachments:
        plain["attachments"] = attachments
    return plain


def _source(cell: dict[str, Any]) -> str:
    """The text of a cell: `source`, or `input` as code cells said before nbformat 4."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        lines = [line for line in source if isinstance(line, str)]
        ended = any(line.endswith("\n") for line in lines)
        source = ("" if ended else "\n").join(lines)
    if not isinstance(source, str):
        return ""
    if cell.get("cell_type") == "heading":
        level = cell.get("level")
        hashes = int(level) if isinstance(level, float) and 1 <= level <= 6 else 1
        source = f"{'#' * hashes} {source}"
    return _NOT_TEXT.sub("\ufffd", source.replace("\r\n", "\n").replace("\r", "\n"))


def _metadata(metadata: Any) -> dict[str, Any]:
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return {"nbgrader": {"grade_id": grade_id}} if isinstance(grade_id, str) else {}


def _attachments(attachments: Any) -> dict[str, dict[str, str]]:
    """Pictures pasted into a markdown cell, as nbformat keeps them: name -> type -> base64."""
    if not isinstance(attachments, dict):
        return {}
    pictures = {
        _NOT_TEXT.sub("\ufffd", name): {
            kind: image
            for kind, image in bundle.items()
            if _IMAGE.fullmatch(kind) and isinstance(image, str) and _BASE64.fullmatch(image)
        }
        for name, bundle in attachments.items()
        if isinstance(bundle, dict)
    }
    return {name: bundle for name, bundle in pictures.items() if bundle}
