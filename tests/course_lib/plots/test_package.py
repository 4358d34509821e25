"""The package offers what the units draw, and knows nothing else of the course."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course_lib import plots

MODULES = sorted(Path(plots.__file__).parent.glob("*.py"))
UNITS = sorted((Path(__file__).parents[3] / "solutions").glob("*/*.py"))


def test_the_units_use_every_name_that_the_package_offers_and_no_other():
    assert UNITS
    used = {
        name
        for unit in UNITS
        for name in re.findall(r"\bplots\.(\w+)", unit.read_text(encoding="utf-8"))
    }
    assert used == set(plots.__all__)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_pictures_know_no_other_module_of_the_course(module):
    source = module.read_text(encoding="utf-8")
    imported = re.findall(r"^\s*(?:from|import) ([\w.]+)", source, re.MULTILINE)
    ours = [name for name in imported if re.match(r"course_lib|autograder|IPython", name)]
    assert [name for name in ours if not name.startswith("course_lib.plots.")] == []
