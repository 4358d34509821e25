"""Writes the class report: one HTML page for the instructor, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from autograder import feedback
from autograder.analysis import UnitReport, analyse
from autograder.exercises.model import Unit
from autograder.figures import Scores
from autograder.files import write_atomically
from autograder.histogram import histogram
from autograder.pages import render as render_page
from autograder.results import Result
from autograder.wording import OUTCOME_WORDS, STATUS_WORDS

FORMAT = 1  # of the JSON; counts up when a name in it changes its meaning
SHOWN_MISTAKES = 12


def write(
    results: Sequence[Result],
    units: Sequence[Unit],
    directory: Path,
    *,
    feedback_folder: str = "feedback",
) -> Path:
    """Write `report.html` and `report.json` into `directory`, and return the page's path.

    Args:
        feedback_folder: where the feedback pages lie, seen from the report, for the links in
            the table of students; empty for no links.

    Raises:
        OSError: `directory` cannot be written.
    """
    reports = summary(results, units)
    write_atomically(directory / "report.json", as_json(reports))
    return write_atomically(directory / "report.html", page(reports, feedback_folder))


def summary(results: Sequence[Result], units: Sequence[Unit]) -> list[UnitReport]:
    """One record per unit that somebody handed in or should have, in the order of the course."""
    graded = {result.unit for result in results}
    return [analyse(results, unit) for unit in units if unit.name in graded]


def as_json(reports: Sequence[UnitReport]) -> str:
    """The records as JSON: `{"format": 1, "units": [...]}`, names as in `analysis`."""
    units = [asdict(report) for report in reports]
    return json.dumps({"format": FORMAT, "units": units}, indent=1, allow_nan=False) + "\n"


def page(reports: Sequence[UnitReport], feedback_folder: str = "") -> str:
    """The report as HTML in one file; its one script sorts the tables and is not needed."""
    return render_page(
        "report.html",
        ("report.css",),
        "report.js",
        reports=reports,
        histogram=_histogram,
        feedback_folder=feedback_folder,
        feedback_of=lambda student, unit: feedback.path_of(student, unit).as_posix(),
        statuses=STATUS_WORDS,
        words=OUTCOME_WORDS,
        shown=SHOWN_MISTAKES,
    )


def _histogram(scores: Scores) -> object:
    return histogram(scores.bins, scores.mean)
