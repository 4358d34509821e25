"""A student at work: JupyterLab in a browser, one right answer, one wrong one, one unanswered."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "01_perceptron" / "01_perceptron.ipynb"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
TOKEN = "for-this-test-only"
SLOW = 120_000  # milliseconds that a page, a kernel or a cell may take on a busy machine

RIGHT = "def weighted_sum(x, w, b):\nreturn sum(u * v for u, v in zip(x, w)) + b"
WRONG = "def ltu(x, w, b):\nreturn int(weighted_sum(x, w, b) > 0)"

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Debian's chromium (apt-get install chromium)"
)


@dataclass(frozen=True)
class Lab:
    url: str
    folder: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab, started by `make lab` on the student notebooks, in a home of its own."""
    home = tmp_path_factory.mktemp("home")
    work = home / "notebooks"
    shutil.copytree(ROOT / "notebooks", work)
    port = free_port()
    arguments = (
        f"--no-browser --port={port} --IdentityProvider.token={TOKEN} --allow-root "
        "--LabApp.expose_app_in_browser=True "
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate "
        "--LabApp.news_url="
    )
    environment = {**os.environ, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / "config")}
    environment |= {
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "run"),
    }
    with (home / "lab.log").open("w") as log:
        process = subprocess.Popen(
            ["make", "--no-print-directory", "lab", f"LAB_DIR={work}", f"LAB_ARGS={arguments}"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        await_server(url, process, home / "lab.log")
        yield Lab(url, work)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def await_server(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"JupyterLab ended:\n{log.read_text()}")
        try:
            urllib.request.urlopen(f"{url}/api?token={TOKEN}", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not answer:\n{log.read_text()}")


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Page]:
    """The student notebook, open, with a kernel that is ready."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(SLOW)
        page.goto(f"{lab.url}/lab/tree/01_perceptron/01_perceptron.ipynb?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.wait_for_function(
            """() => window.jupyterapp?.shell.currentWidget?.sessionContext
                ?.session?.kernel?.status === 'idle'"""
        )
        run_cell(page, "setup")
        yield page
        browser.close()


def run_cell(page: Page, grade_id: str, source: str | None = None) -> Any:
    """Go to the cell, type `source` into it if given, run it with the keyboard; the cell."""
    index = page.evaluate(
        """grade_id => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            const index = notebook.widgets.findIndex(
                cell => cell.model.metadata.nbgrader?.grade_id === grade_id);
            notebook.activeCellIndex = index;
            return notebook.scrollToItem(index, 'center').then(() => index);
        }""",
        grade_id,
    )
    cell = page.locator(f".jp-Cell[data-windowed-list-index='{index}']")
    editor = cell.locator(".cm-content")
    editor.click()
    if source is not None:
        page.keyboard.press("Control+a")
        page.keyboard.type(source)
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        """index => {
            const cell = window.jupyterapp.shell.currentWidget.content.widgets[index];
            return cell.model.executionCount !== null && cell.model.executionState !== 'running';
        }""",
        arg=index,
    )
    return cell


def test_a_right_answer_is_told_so_in_a_green_box(page: Page) -> None:
    run_cell(page, "weighted-sum", RIGHT)
    box = run_cell(page, "check-weighted-sum").locator("div[role=status]")
    expect(box).to_contain_text("passed, 1 of 1 point")
    assert box.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(227, 244, 238)"


def test_a_wrong_answer_is_explained_in_a_red_box(page: Page) -> None:
    run_cell(page, "ltu", WRONG)
    box = run_cell(page, "check-ltu").locator("div[role=status]")
    expect(box).to_contain_text("not right yet, 0 of 1 point")
    expect(box).to_contain_text("You seem to fire only when z > 0")
    expect(box).to_contain_text("what is step(0)?")
    assert box.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(253, 238, 230)"


def test_an_unanswered_exercise_is_told_so_without_a_traceback(page: Page) -> None:
    run_cell(page, "logic-gates")
    cell = run_cell(page, "check-logic-gates")
    output = cell.locator(".jp-OutputArea")
    expect(output).to_contain_text("logic-gates: not answered yet")
    expect(output).not_to_contain_text("Traceback")


def test_what_the_student_did_is_saved_in_the_notebook(page: Page, lab: Lab) -> None:
    page.evaluate("""() => window.jupyterapp.shell.currentWidget.context.save()""")
    path = lab.folder / "01_perceptron" / "01_perceptron.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells]
    assert any("zip(x, w)" in source for source in sources)
