"""The sample class, made once for all tests in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples import make_class

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds `class`, `truth.csv` and `truth_submissions.csv`."""
    folder = tmp_path_factory.mktemp("samples")
    make_class.make(folder / "class", ROOT / "notebooks")
    return folder
