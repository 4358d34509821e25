"""From text source to the executed solution notebook."""

from __future__ import annotations

import base64
import io
import json
import sys
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from PIL import Image

from autograder.build import ENVIRONMENT, build, is_fresh, read_source, stale_cells
from autograder.course import Course
from autograder.errors import AutograderError, UnknownUnit
from autograder.pictures import smaller_png

UNIT = "01_tiny"
SOURCE = """\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Some other kernel
#     language: python
#     name: other
# ---

# %% [markdown]
# # A tiny unit

# %% nbgrader={"grade_id": "setup", "locked": true}
import os
import sys
from pathlib import Path

import matplotlib.pyplot as plt


# %%
def helper(x):
    return x


# %% tags=["picture"]
for i in range(3):
    print(i, flush=True)
plt.plot([1, 2, 3])
plt.show()

# %% nbgrader={"grade_id": "double-it", "solution": true}
def double_it(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% nbgrader={"grade_id": "check-double-it", "grade": true, "locked": true, "points": 1}
double_it(2)

# %%
# %matplotlib inline
(Path.cwd().name, sys.executable, os.environ["OPENBLAS_NUM_THREADS"], hash("a"))
"""


def course_with(tmp_path: Path, source: str) -> Course:
    course = Course(tmp_path)
    folder = tmp_path / "solutions" / UNIT
    folder.mkdir(parents=True)
    (folder / f"{UNIT}.py").write_text(source, encoding="utf-8")
    return course


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = course_with(tmp_path_factory.mktemp("course"), SOURCE)
    build(UNIT, course)
    return course


@pytest.fixture
def copied(built: Course, tmp_path: Path) -> Course:
    """A copy of the built course that a test may spoil."""
    course = course_with(tmp_path, SOURCE)
    course.solution(UNIT).write_bytes(built.solution(UNIT).read_bytes())
    return course


def cells(course: Course) -> list[Any]:
    notebook = json.loads(course.solution(UNIT).read_text(encoding="utf-8"))
    return list(notebook["cells"])


def test_the_notebook_is_executed_in_its_folder_by_this_python(built: Course) -> None:
    (output,) = cells(built)[-1]["outputs"]
    folder, python, threads, _ = eval("".join(output["data"]["text/plain"]))
    assert (UNIT, sys.executable, "1") == (folder, python, threads)


def test_building_again_gives_the_same_bytes(built: Course, tmp_path: Path) -> None:
    again = build(UNIT, course_with(tmp_path, SOURCE))
    assert built.solution(UNIT).read_bytes() == again.read_bytes()


def test_magics_are_magics_in_the_notebook(built: Course) -> None:
    assert "%matplotlib inline\n" == cells(built)[-1]["source"][0]


def test_a_built_notebook_is_valid_and_names_the_usual_kernel(built: Course) -> None:
    notebook = nbformat.read(built.solution(UNIT), as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert "version" not in notebook.metadata.language_info
    assert sorted(notebook.metadata) == ["kernelspec", "language_info"]


def test_cells_keep_only_the_course_s_metadata(built: Course) -> None:
    assert [sorted(cell["metadata"]) for cell in cells(built)] == [
        *([], ["nbgrader"], [], ["tags"], ["nbgrader"], ["nbgrader"], [])
    ]


def test_nbgrader_s_metadata_are_filled_up(built: Course) -> None:
    assert cells(built)[1]["metadata"]["nbgrader"] == {
        "grade": False,
        "grade_id": "setup",
        "locked": True,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }


def test_ids_come_from_labels_and_places(built: Course) -> None:
    assert [cell["id"] for cell in cells(built)] == [
        *("start-1", "setup", "setup-1", "setup-2"),
        *("double-it", "check-double-it", "check-double-it-1"),
    ]


def test_printed_lines_are_one_output(built: Course) -> None:
    stream, _ = cells(built)[3]["outputs"]
    assert ["0\n", "1\n", "2\n"] == stream["text"]


def test_pictures_are_small(built: Course) -> None:
    _, figure = cells(built)[3]["outputs"]
    png = base64.b64decode(figure["data"]["image/png"])
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.mode == "P"
    assert len(png) < 20_000


def test_a_built_notebook_is_fresh(built: Course) -> None:
    assert stale_cells(UNIT, built) == []
    assert is_fresh(UNIT, built)


def test_a_notebook_that_was_never_built_is_stale(tmp_path: Path) -> None:
    assert stale_cells(UNIT, course_with(tmp_path, SOURCE)) == ["01_tiny.ipynb was never built"]


def test_an_edited_source_makes_the_notebook_stale(copied: Course) -> None:
    edit(copied.source(UNIT), "return 2 * x", "return x + x")
    assert stale_cells(UNIT, copied) == ["cell 4 (double-it) differs"]


def test_edited_metadata_make_the_notebook_stale(copied: Course) -> None:
    edit(copied.source(UNIT), '"points": 1', '"points": 2')
    assert stale_cells(UNIT, copied) == ["cell 5 (check-double-it) differs"]


def test_an_added_cell_makes_the_notebook_stale(copied: Course) -> None:
    copied.source(UNIT).write_text(SOURCE + "\n# %%\n1 + 1\n", encoding="utf-8")
    assert stale_cells(UNIT, copied) == ["7 cells instead of 8"]


def test_a_cell_without_execution_is_stale(copied: Course) -> None:
    edit(copied.solution(UNIT), '"execution_count": 2', '"execution_count": null')
    assert stale_cells(UNIT, copied) == ["cell 2 (def helper(x):) was not executed"]


def test_another_kernel_is_stale(copied: Course) -> None:
    edit(copied.solution(UNIT), '"name": "python3"', '"name": "python4"')
    assert stale_cells(UNIT, copied) == ["the notebook's metadata differ"]


def test_a_failing_cell_is_named(tmp_path: Path) -> None:
    course = course_with(tmp_path, SOURCE.replace("return 2 * x", "return 2 / 0"))
    with pytest.raises(
        AutograderError, match=r"cell 5 of .*01_tiny.py \(check-double-it\) failed: Zero"
    ):
        build(UNIT, course)
    assert not course.solution(UNIT).exists()


def test_a_kernel_that_dies_is_named(tmp_path: Path) -> None:
    course = course_with(tmp_path, "# %%\nx = 1\n\n# %%\nimport os\nos._exit(3)\n")
    with pytest.raises(AutograderError, match=r"cell 1 of .* \(import os\) failed: Kernel died"):
        build(UNIT, course)


def test_an_address_in_the_output_is_refused(tmp_path: Path) -> None:
    course = course_with(tmp_path, "# %%\nobject()\n")
    with pytest.raises(AutograderError, match=r"cell 0 of 01_tiny \(object\(\)\) shows an address"):
        build(UNIT, course)


def test_a_picture_that_is_too_large_is_refused(tmp_path: Path) -> None:
    source = """# %%
import numpy as np
from PIL import Image
from IPython.display import display
display(Image.fromarray(np.random.default_rng(0).integers(0, 256, (300, 300, 3), dtype=np.uint8)))
"""
    course = course_with(tmp_path, source)
    with pytest.raises(
        AutograderError, match=r"draws a picture of [\d,]+ bytes, more than 100,000"
    ):
        build(UNIT, course)


def test_an_unknown_unit_cannot_be_built(tmp_path: Path) -> None:
    with pytest.raises(UnknownUnit):
        build("02_none", course_with(tmp_path, SOURCE))


def test_a_source_that_is_no_text_is_refused(tmp_path: Path) -> None:
    course = course_with(tmp_path, SOURCE)
    course.source(UNIT).write_bytes(b"# %%\n\xff\xfe")
    with pytest.raises(AutograderError, match=r"cannot read .* as a notebook"):
        read_source(UNIT, course)


def test_the_kernel_is_told_to_be_repeatable() -> None:
    assert ENVIRONMENT["PYTHONHASHSEED"] == "0"
    assert ENVIRONMENT["OPENBLAS_NUM_THREADS"] == "1"


def png_of(pixels: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.asarray(pixels, dtype=np.uint8)).save(out, "PNG")
    return out.getvalue()


def pixels_of(png: bytes) -> Any:
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGBA"), dtype=int)


def test_a_picture_of_few_colours_gets_a_palette_and_keeps_every_pixel() -> None:
    rng = np.random.default_rng(1)
    colours = rng.integers(0, 256, size=(50, 3))
    png = png_of(colours[rng.integers(0, 50, size=(80, 80))])
    small = smaller_png(png)
    assert len(small) < len(png)
    assert np.array_equal(pixels_of(png), pixels_of(small))


def test_a_photograph_keeps_its_colours() -> None:
    png = png_of(np.random.default_rng(2).integers(0, 256, size=(64, 64, 3)))
    assert np.array_equal(pixels_of(png), pixels_of(smaller_png(png)))


def test_a_transparent_picture_stays_transparent() -> None:
    pixels = np.full((40, 40, 4), 200)
    pixels[:20, :, 3] = 0
    png = png_of(pixels)
    assert np.array_equal(pixels_of(png), pixels_of(smaller_png(png)))


def test_a_palette_differs_by_less_than_anybody_sees() -> None:
    x = np.linspace(0, 255, 200)
    png = png_of(
        np.stack([np.tile(x, (50, 1)), np.tile(x[::-1], (50, 1)), np.full((50, 200), 90)], 2)
    )
    difference = np.abs(pixels_of(png) - pixels_of(smaller_png(png)))
    assert difference.max() <= 24
    assert np.sqrt(np.mean(difference**2)) <= 1.5
