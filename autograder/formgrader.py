"""Writes the notebooks that formgrader opens when somebody grades by hand.

Formgrader lists a submission from the gradebook, but opens the notebook in nbgrader's folder
`autograded/<student>/<unit>/`, and calls a submission ungraded while that folder is missing. The
notebook's HTML becomes part of a page of the instructor's own Jupyter server, where a script could
do whatever the instructor can. So the copy written here is inert: outputs keep text and pictures
only, Markdown loses raw HTML and links, and no metadata but nbgrader's is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from autograder.files import write_atomically
from autograder.results import Result
from autograder.text import plain, shorten

KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_LINK = re.compile(r"\](?=[(\[:])(?!\(attachment:[\w.-]+\))")
_LONGEST_TEXT = 20_000  # characters of one output

Json = dict[str, Any]


def write_notebooks(results: Iterable[Result], directory: Path) -> list[Path]:
    """Write the notebook of each result below `directory`, nbgrader's `autograded_directory`.

    Where the file could not be read, a notebook that says so takes its place. A missing submission
    is passed over, as is a student whose identifier cannot be the name of a folder.

    Raises:
        OSError: `directory` cannot be written.
    """
    written = []
    for result in results:
        if result.status != "missing" and _is_folder_name(result.student):
            path = directory / result.student / result.unit / f"{result.unit}.ipynb"
            notebook = _apology(result) if result.notebook is None else result.notebook
            text = json.dumps(inert(notebook), indent=1, ensure_ascii=False)
            written.append(write_atomically(path, text + "\n"))
    return written


def inert(notebook: Mapping[str, Any]) -> Json:
    """A copy of an nbformat-4 notebook in which nothing can act when it is shown as HTML."""
    cells = [_cell(cell, number) for number, cell in enumerate(notebook.get("cells", ()))]
    return {"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}


def _apology(result: Result) -> Json:
    source = f"This submission could not be shown: {result.status}. {result.reason}"
    return {"cells": [{"cell_type": "markdown", "source": source}]}


def _is_folder_name(student: str) -> bool:
    return student not in ("", ".", "..") and plain(student) == student and "/" not in student


def _cell(cell: Mapping[str, Any], number: int) -> Json:
    known = cell.get("metadata", {}).get("nbgrader")
    metadata = {} if known is None else {"nbgrader": known}
    common = {"id": f"cell-{number}", "metadata": metadata}
    source = plain(_joined(cell.get("source", "")))
    if cell.get("cell_type") == "code":
        outputs = [kept for output in cell.get("outputs", ()) for kept in _output(output)]
        return {
            "cell_type": "code",
            **common,
            "execution_count": None,
            "outputs": outputs,
            "source": source,
        }
    attachments = _attachments(cell.get("attachments", {}))
    return {"cell_type": "markdown", **common, **attachments, "source": _markdown(source)}


def _markdown(source: str) -> str:
    """Markdown without raw HTML, entities, links and link definitions; pictures attached stay."""
    escaped = source.replace("&", "&amp;").replace("<", "&lt;")
    return _LINK.sub("] ", escaped)


def _attachments(attachments: Mapping[str, Any]) -> Json:
    kept = {name: _pictures(bundle) for name, bundle in attachments.items()}
    kept = {name: pictures for name, pictures in kept.items() if pictures}
    return {"attachments": kept} if kept else {}


def _output(output: Mapping[str, Any]) -> list[Json]:
    match output.get("output_type"):
        case "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            return [{"output_type": "stream", "name": name, "text": _text(output.get("text", ""))}]
        case "error":
            lines = [_text(line) for line in output.get("traceback", ())]
            said = {key: _text(output.get(key, "")) for key in ("ename", "evalue")}
            return [{"output_type": "error", **said, "traceback": lines}]
        case "display_data" | "execute_result":
            data = _pictures(output.get("data", {}))
            if "text/plain" in output.get("data", {}):
                data["text/plain"] = _text(output["data"]["text/plain"])
            return [{"output_type": "display_data", "data": data, "metadata": {}}] if data else []
    return []


def _pictures(bundle: Mapping[str, Any]) -> Json:
    texts = {kind: _joined(bundle[kind]) for kind in _PICTURES if kind in bundle}
    return {kind: text for kind, text in texts.items() if _BASE64.fullmatch(text)}


def _text(text: str | list[str]) -> str:
    return shorten(plain(_joined(text)), _LONGEST_TEXT)


def _joined(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)
