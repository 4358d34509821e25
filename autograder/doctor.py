"""Says what this machine can and cannot do for the course, by trying it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from autograder.sandbox import Fact, available

_SLOW_IMPORT_SECONDS = 180


def examine() -> Iterator[Fact]:
    """All facts, each as soon as it is known: Python, sandbox, libraries, data, notebooks."""
    yield _python()
    yield from available().facts
    yield from (_library(name) for name in ("numpy", "matplotlib", "nbgrader", "jupyterlab"))
    yield _tensorflow()
    yield from _data()
    yield _browser()


def _python() -> Fact:
    text = f"Python {sys.version.split()[0]}"
    return Fact(
        "python", sys.version_info >= (3, 11), text, "The course needs Python 3.11 or newer."
    )


def _library(name: str) -> Fact:
    try:
        return Fact(name, True, f"version {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        return Fact(name, False, "not installed", "Run `make setup` in the course's folder.")


def _tensorflow() -> Fact:
    """Import TensorFlow in a process of its own: it is slow, and starts threads."""
    command = [sys.executable, "-c", "import tensorflow; print(tensorflow.__version__)"]
    try:
        found = subprocess.run(
            command, capture_output=True, text=True, timeout=_SLOW_IMPORT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        text = f"importing it took longer than {_SLOW_IMPORT_SECONDS} s"
        return Fact("tensorflow", False, text, _TENSORFLOW, needed=False)
    if found.returncode == 0:
        return Fact("tensorflow", True, f"version {found.stdout.strip()} imports")
    said = found.stderr.strip().splitlines()
    text = said[-1] if said else f"importing it ended with code {found.returncode}"
    return Fact("tensorflow", False, text, _TENSORFLOW, needed=False)


_TENSORFLOW = "Only the units from 10 on need it. Run `make setup` in the course's folder."


def _data() -> Iterator[Fact]:
    from course_lib import datasets

    try:
        (x_train, _), (x_test, _) = datasets.load_fashion_mnist()
        text = f"bundled subset of {len(x_train):,} + {len(x_test):,} images is intact"
        yield Fact("fashion-mnist", True, text)
    except (OSError, ValueError) as error:
        yield Fact(
            "fashion-mnist", False, str(error), "Restore course_lib/data from the repository."
        )
    try:
        (x_train, _), (x_test, _) = datasets.load_fashion_mnist(full=True)
        yield Fact("all images", True, f"found {len(x_train):,} + {len(x_test):,}", needed=False)
    except (OSError, ValueError) as error:
        text = "the full 70,000 images were not found; the bundled subset is enough"
        yield Fact("all images", False, text, str(error), needed=False)


def _browser() -> Fact:
    import shutil

    found = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if found:
        return Fact("browser", True, f"{Path(found).name} is there for the browser tests")
    text = "no Chromium; only the project's own browser tests need it"
    return Fact("browser", False, text, "Debian and Ubuntu: apt-get install chromium", needed=False)
