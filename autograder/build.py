"""Builds a unit's solution notebook, executed and with outputs, from the text that people edit."""

from __future__ import annotations

import base64
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course import Course
from autograder.errors import AutograderError
from autograder.files import write_atomically
from autograder.nbfile import node, notebook_text, read_notebook
from autograder.pictures import smaller_png

if TYPE_CHECKING:
    from nbformat import NotebookNode

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE_INFO = {  # what the kernel says of itself, without the version of this machine's Python
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
ENVIRONMENT = {  # one thread and one hash seed: the same numbers on every run
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}
LARGEST_PICTURE = 100_000  # bytes
CELL_SECONDS = 300

_NBGRADER = {
    "grade": False,
    "locked": False,
    "schema_version": 3,
    "solution": False,
    "task": False,
}
_OF_JUPYTEXT = ("lines_to_next_cell", "lines_to_end_of_cell_marker")
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{6,}")


def build(unit: str, course: Course) -> Path:
    """Execute the text source of `unit` and write `solutions/NN_unit/NN_unit.ipynb`.

    The same source gives the same notebook, byte for byte, wherever the libraries are the same.

    Raises:
        UnknownUnit: the course has no such unit.
        AutograderError: the source is no notebook, a cell failed (the text names it), or an output
            is too large or would differ from run to run.
    """
    notebook = read_source(unit, course)
    language_info = notebook.metadata.language_info
    _execute(notebook, course.source(unit))
    notebook.metadata.language_info = language_info  # the kernel's own has a version number
    for number, cell in enumerate(notebook.cells):
        _tidy_outputs(cell, f"cell {number} of {unit} ({_label(cell)})")
    return write_atomically(course.solution(unit), notebook_text(notebook))


def is_fresh(unit: str, course: Course) -> bool:
    """Whether the solution notebook has the cells of the text source, and was executed."""
    return not stale_cells(unit, course)


def stale_cells(unit: str, course: Course) -> list[str]:
    """What differs between the text source and the solution notebook, without executing anything.

    Compared are each cell's type, source, metadata and id, and the notebook's metadata; each code
    cell must have been executed. The list is empty when the notebook is fresh.
    """
    path = course.solution(unit)
    if not path.is_file():
        return [f"{path.name} was never built"]
    built, source = read_notebook(path), read_source(unit, course)
    stale = [] if built.metadata == source.metadata else ["the notebook's metadata differ"]
    if len(built.cells) != len(source.cells):
        stale.append(f"{len(built.cells)} cells instead of {len(source.cells)}")
    for number, (old, new) in enumerate(zip(built.cells, source.cells, strict=False)):
        if any(old.get(key) != new[key] for key in ("cell_type", "source", "metadata", "id")):
            stale.append(f"cell {number} ({_label(new)}) differs")
        elif old.cell_type == "code" and old.source and old.execution_count is None:
            stale.append(f"cell {number} ({_label(new)}) was not executed")
    return stale


def read_source(unit: str, course: Course) -> NotebookNode:
    """The text source of `unit` as a notebook that is not executed yet.

    Cell ids are derived from the `grade_id` of a cell, or else from its place behind the nearest
    cell before it that has one, so that an edit changes few of them.

    Raises:
        UnknownUnit: the course has no such unit.
        AutograderError: the source cannot be read.
    """
    import jupytext

    path = course.source(unit)
    try:
        notebook: NotebookNode = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    except (OSError, ValueError, SyntaxError) as error:
        raise AutograderError(f"cannot read {path} as a notebook: {error}") from error
    notebook.metadata = node({"kernelspec": KERNELSPEC, "language_info": LANGUAGE_INFO})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for cell, identifier in zip(notebook.cells, _cell_ids(notebook.cells), strict=True):
        cell.id = identifier
        for key in _OF_JUPYTEXT:
            cell.metadata.pop(key, None)
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader = node(_NBGRADER | cell.metadata.nbgrader)
    return notebook


def _cell_ids(cells: list[Any]) -> Iterator[str]:
    behind: Counter[str] = Counter()
    last = "start"
    for cell in cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id:
            last = grade_id
            yield grade_id
        else:
            behind[last] += 1
            yield f"{last}-{behind[last]}"


def _execute(notebook: NotebookNode, source: Path) -> None:
    """Run all cells in this interpreter's kernel, in the folder of the source."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    current = 0

    def remember(cell: Any, cell_index: int) -> None:
        nonlocal current
        current = cell_index

    with tempfile.TemporaryDirectory() as scratch:
        client = NotebookClient(
            notebook,
            km=_kernel_of_this_python(Path(scratch)),
            timeout=CELL_SECONDS,
            record_timing=False,
            coalesce_streams=True,
            on_cell_start=remember,
            resources={"metadata": {"path": str(source.parent)}},
        )
        environment = os.environ | ENVIRONMENT | {"IPYTHONDIR": scratch}  # not the user's profile
        try:
            client.execute(cleanup_kc=True, env=environment)
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            where = f"cell {current} of {source} ({_label(notebook.cells[current])})"
            raise AutograderError(f"{where} failed: {_reason(error)}") from error


def _kernel_of_this_python(scratch: Path) -> Any:
    """A kernel manager that starts the running interpreter, whatever kernels are registered."""
    from ipykernel.kernelspec import RESOURCES, get_kernel_dict
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class ThisPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            return KernelSpec(resource_dir=RESOURCES, **get_kernel_dict())

    return AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=ThisPython(),
        connection_file=str(scratch / "kernel.json"),
        transport="ipc" if os.name == "posix" else "tcp",  # nobody else can listen
    )


def _reason(error: Exception) -> str:
    """The exception of the cell in one line, or what the kernel died of."""
    name, value = getattr(error, "ename", ""), getattr(error, "evalue", "")
    return f"{name}: {value}" if name else str(error).strip().splitlines()[0]


def _tidy_outputs(cell: Any, where: str) -> None:
    """Make pictures small, and refuse what would make every build differ."""
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        texts = [output.get("text", ""), *(v for k, v in data.items() if k.startswith("text/"))]
        if any(_ADDRESS.search(text) for text in texts):
            raise AutograderError(f"{where} shows an address in memory, which differs every time")
        if "image/png" in data:
            png = smaller_png(base64.b64decode(data["image/png"]))
            if len(png) > LARGEST_PICTURE:
                raise AutograderError(
                    f"{where} draws a picture of {len(png):,} bytes, more than {LARGEST_PICTURE:,}"
                )
            data["image/png"] = base64.b64encode(png).decode("ascii")


def _label(cell: Any) -> str:
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    return str(grade_id or next(iter(cell.source.strip().splitlines()), "empty")[:60])
