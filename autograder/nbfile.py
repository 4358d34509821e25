"""Our own notebook files by way of nbformat, which is slow to import and comes without types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import AutograderError

if TYPE_CHECKING:
    from nbformat import NotebookNode


def read_notebook(path: Path) -> NotebookNode:
    """The notebook in `path`, in version 4 of the format.

    Raises:
        AutograderError: there is none.
    """
    import nbformat

    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat
    except (OSError, ValueError) as error:
        raise AutograderError(f"cannot read {path} as a notebook: {error}") from error
    return notebook


def notebook_text(notebook: NotebookNode) -> str:
    """The text of a notebook's file, as Jupyter and nbgrader write it.

    Raises:
        AutograderError: it is no valid notebook.
    """
    import nbformat

    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise AutograderError(f"not a valid notebook: {error.message}") from error
    text: str = nbformat.writes(notebook, version=4)  # type: ignore[no-untyped-call]  # nbformat
    return text if text.endswith("\n") else text + "\n"


def node(value: dict[str, Any]) -> NotebookNode:
    """A dictionary as nbformat wants it, all the way down."""
    import nbformat

    made: NotebookNode = nbformat.from_dict(value)  # type: ignore[no-untyped-call]  # nbformat
    return made
