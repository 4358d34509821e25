"""What students do to a notebook, as functions on its JSON (nbformat 4).

Each function that takes no notebook returns an edit: a function that changes one in place.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from typing import Any

Cell = dict[str, Any]
Notebook = dict[str, Any]
Edit = Callable[[Notebook], None]


def grade_id(cell: Cell) -> str:
    """What nbgrader calls the cell; empty where it has no name for it."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def find(notebook: Notebook, name: str) -> int:
    """The position of the (first) cell with that `grade_id`.

    Raises:
        LookupError: there is none.
    """
    for position, cell in enumerate(notebook["cells"]):
        if grade_id(cell) == name:
            return position
    raise LookupError(f"the notebook has no cell {name!r}")


def points_of(notebook: Notebook) -> dict[str, float]:
    """Exercise -> full marks, from the check cells; in the order of the notebook."""
    checks = [cell for cell in notebook["cells"] if grade_id(cell).startswith("check-")]
    return {
        grade_id(cell).removeprefix("check-"): float(cell["metadata"]["nbgrader"]["points"])
        for cell in checks
    }


def own_cell(source: str, cell_type: str = "code") -> Cell:
    """A cell that the student added; its id follows from its text."""
    identifier = hashlib.sha256(source.encode()).hexdigest()[:8]
    cell: Cell = {"cell_type": cell_type, "id": identifier, "metadata": {}, "source": source}
    if cell_type == "code":
        cell |= {"execution_count": None, "outputs": []}
    return cell


def write(name: str, source: str) -> Edit:
    """The text of the cell `name` is replaced."""

    def edit(notebook: Notebook) -> None:
        notebook["cells"][find(notebook, name)]["source"] = source

    return edit


def insert(source: str, before: str, cell_type: str = "code") -> Edit:
    """A cell of the student's own in front of the cell `before`."""

    def edit(notebook: Notebook) -> None:
        notebook["cells"].insert(find(notebook, before), own_cell(source, cell_type))

    return edit


def append(source: str, cell_type: str = "code") -> Edit:
    """A cell of the student's own at the end."""

    def edit(notebook: Notebook) -> None:
        notebook["cells"].append(own_cell(source, cell_type))

    return edit


def delete(*names: str) -> Edit:
    """The cells are gone."""

    def edit(notebook: Notebook) -> None:
        for name in names:
            del notebook["cells"][find(notebook, name)]

    return edit


def duplicate(name: str, source: str | None = None) -> Edit:
    """A copy follows the cell, metadata and all, as Jupyter makes it; perhaps with another text."""

    def edit(notebook: Notebook) -> None:
        position = find(notebook, name)
        twin = copy.deepcopy(notebook["cells"][position])
        twin["source"] = twin["source"] if source is None else source
        twin["id"] = hashlib.sha256(f"{name} {len(notebook['cells'])}".encode()).hexdigest()[:8]
        notebook["cells"].insert(position + 1, twin)

    return edit


def move(name: str, before: str) -> Edit:
    """The cell `name` now stands in front of the cell `before`."""

    def edit(notebook: Notebook) -> None:
        cell = notebook["cells"].pop(find(notebook, name))
        notebook["cells"].insert(find(notebook, before), cell)

    return edit


def retype(name: str, cell_type: str) -> Edit:
    """The cell has another type, as after pressing M, R or Y in Jupyter."""

    def edit(notebook: Notebook) -> None:
        cell = notebook["cells"][find(notebook, name)]
        cell["cell_type"] = cell_type
        for key in ("execution_count", "outputs"):
            cell.pop(key, None)
        if cell_type == "code":
            cell |= {"execution_count": None, "outputs": []}

    return edit


def relabel(name: str, **changes: Any) -> Edit:
    """The metadata that nbgrader keeps in the cell are changed."""

    def edit(notebook: Notebook) -> None:
        notebook["cells"][find(notebook, name)]["metadata"]["nbgrader"].update(changes)

    return edit


def forget_labels(notebook: Notebook) -> None:
    """All metadata of all cells are lost, as after a detour through another program."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}


def claim_full_points(notebook: Notebook) -> None:
    """The outputs of the check cells, as saved in the file, say that all is right."""
    for cell in notebook["cells"]:
        if not grade_id(cell).startswith("check-"):
            continue
        data = {"text/plain": str(cell["metadata"]["nbgrader"]["points"])}
        result = {"output_type": "execute_result", "execution_count": 1, "metadata": {}}
        cell |= {"execution_count": 1, "outputs": [{**result, "data": data}]}
