"""How a notebook came to be written to its file: versions of the format, and accidents."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from samples.notebook import Cell, Notebook

Save = Callable[[Notebook], bytes | None]


def jupyter(notebook: Notebook) -> bytes:
    """As Jupyter writes it: nbformat 4.5, one string per line of source."""
    cells = [{**cell, "source": _lines(cell["source"])} for cell in notebook["cells"]]
    return _json({**notebook, "cells": cells})


def version_4(minor: int) -> Save:
    """The versions 4.0 to 4.4, in which cells had no ids yet."""

    def save(notebook: Notebook) -> bytes:
        cells = [{k: v for k, v in cell.items() if k != "id"} for cell in notebook["cells"]]
        return jupyter({**notebook, "cells": cells, "nbformat_minor": minor})

    return save


def version_3(notebook: Notebook) -> bytes:
    """The version of IPython 1 and 2: worksheets, `input` for code, cells that are headings."""
    sheet = {"cells": [_cell_of_version_3(cell) for cell in notebook["cells"]], "metadata": {}}
    return _json(
        {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [sheet]}
    )


def _cell_of_version_3(cell: Cell) -> Cell:
    metadata, source = cell["metadata"], cell["source"]
    if cell["cell_type"] == "code":
        kept = {"cell_type": "code", "metadata": metadata, "input": _lines(source)}
        return {**kept, "collapsed": False, "language": "python", "outputs": []}
    marks, _, title = source.partition(" ")
    if marks in ("#", "##", "###") and "\n" not in title:
        kept = {"cell_type": "heading", "level": len(marks), "metadata": metadata}
        return {**kept, "source": [title]}
    return {"cell_type": cell["cell_type"], "metadata": metadata, "source": _lines(source)}


def bare(notebook: Notebook) -> bytes:
    """No metadata anywhere, no ids, no outputs: what some converters leave."""
    cells = [{"cell_type": c["cell_type"], "source": c["source"]} for c in notebook["cells"]]
    return _json({"cells": cells, "nbformat": 4, "nbformat_minor": 2})


def windows(notebook: Notebook) -> bytes:
    """Saved again by an editor that puts a byte-order mark in front and ends lines with CR LF."""
    changed = copy.deepcopy(notebook)
    for cell in changed["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")
    return b"\xef\xbb\xbf" + jupyter(changed).replace(b"\n", b"\r\n")


def cut_off(notebook: Notebook) -> bytes:
    """An upload that broke off after two thirds."""
    whole = jupyter(notebook)
    return whole[: 2 * len(whole) // 3]


def in_conflict(notebook: Notebook) -> bytes:
    """A merge that nobody resolved."""
    lines = jupyter(notebook).decode().splitlines(keepends=True)
    middle = len(lines) // 2
    ours, theirs = lines[middle], lines[middle + 1]
    marked = ["<<<<<<< HEAD\n", ours, "=======\n", theirs, ">>>>>>> origin/main\n"]
    return "".join([*lines[:middle], *marked, *lines[middle + 2 :]]).encode()


def script(notebook: Notebook) -> bytes:
    """Python with the name of a notebook."""
    code = (cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code")
    return "\n\n\n".join(code).encode()


def web_page(notebook: Notebook) -> bytes:
    """The page that shows the notebook, saved in place of the notebook."""
    title = notebook["cells"][0]["source"].splitlines()[0].lstrip("# ")
    head = f"<head><title>{title}</title></head>"
    return f"<!DOCTYPE html>\n<html>{head}<body>Loading …</body></html>\n".encode()


def empty(notebook: Notebook) -> bytes:
    """A full disk, or an upload that never began."""
    return b""


def nothing(notebook: Notebook) -> None:
    """No file at all."""


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
