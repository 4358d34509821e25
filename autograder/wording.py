"""The words in which statuses and outcomes are told to students and to instructors."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.results import Status
from autograder.verdict import Verdict


@dataclass(frozen=True)
class StatusWords:
    """One status: its name, what a student reads, what an instructor reads and may do."""

    title: str
    student: str
    instructor: str


STATUS_WORDS: dict[Status, StatusWords] = {
    "graded": StatusWords(
        "Graded",
        "Your notebook ran from top to bottom.",
        "Every cell ran. Nothing to do.",
    ),
    "graded-with-errors": StatusWords(
        "Graded with errors",
        "At least one cell of your notebook stopped with an error. Everything else was graded.",
        "A cell raised an exception; everything else was graded. Nothing to do.",
    ),
    "timed-out": StatusWords(
        "Out of time",
        "A cell ran longer than it may and was stopped. Everything else was graded.",
        "A cell ran over its time, most often an endless loop, and costs only its own exercises. "
        "If the code is right but slow, grade this submission again with a longer limit.",
    ),
    "out-of-memory": StatusWords(
        "Out of memory",
        "A cell asked for more memory than it may have and was stopped. "
        "Everything else was graded.",
        "A cell went over its memory and costs only its own exercises. Look at the cell: a loop "
        "that collects arrays, or a shape that broadcasts to something huge, is the usual cause.",
    ),
    "crashed": StatusWords(
        "Crashed",
        "A cell ended the Python process. Everything else was graded.",
        "A cell ended its process (exit(), os.kill or a crash inside a library) and costs only "
        "its own exercises. Read the cell: it may be an accident or an attempt to trick the "
        "grader.",
    ),
    "unreadable": StatusWords(
        "Unreadable",
        "The file that you handed in is no notebook that can be opened, so nothing could be "
        "graded. Please talk to your instructor and hand it in again.",
        "The file is no notebook: empty, cut off, or something else under the name. Ask for the "
        "file again and grade this student once more; until then the score is 0.",
    ),
    "missing": StatusWords(
        "Missing",
        "No notebook of this unit was handed in.",
        "There is no notebook under the unit's name. Look for a file that was renamed or put "
        "into the wrong folder; until then the score is 0.",
    ),
}

#: There was no notebook to run; verdicts, if there are any, say nothing about the student.
NEVER_RUN: tuple[Status, ...] = ("unreadable", "missing")

#: Submissions that somebody should look at before the scores are published.
NEEDS_A_PERSON: tuple[Status, ...] = ("unreadable", "crashed", "timed-out", "out-of-memory")


def outcome(verdict: Verdict) -> str:
    """How an exercise went: "right", "partly", "wrong" or "unanswered"."""
    if verdict.passed:
        return "right"
    if verdict.unanswered:
        return "unanswered"
    return "partly" if verdict.points > 0 else "wrong"


OUTCOME_WORDS = {
    "right": "right",
    "partly": "partly right",
    "wrong": "not right yet",
    "unanswered": "not answered",
    "by-hand": "graded by hand",
}


def is_answered(text: str) -> bool:
    """Whether a written question holds more than blanks or nbgrader's placeholder."""
    return text.strip() not in ("", "YOUR ANSWER HERE")
