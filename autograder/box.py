"""Draws a verdict as the box that a student sees: HTML for a notebook, text for a terminal."""

from __future__ import annotations

import re
import textwrap
from html import escape

from autograder.verdict import Failure, Part, Verdict

_STYLES = {
    "passed": ("#e3f4ee", "#00614a", "#009e73"),
    "wrong": ("#fdeee6", "#7a2f00", "#d55e00"),
    "open": ("#fff6dc", "#5c4400", "#e69f00"),
}
"""Background, text and edge per state (Okabe-Ito hues); fixed, so that dark themes stay legible."""

_MARKS = {"passed": "✓", "wrong": "✗", "open": "…"}


def state(verdict: Verdict) -> str:
    """The verdict as one word: "passed", "open" (nothing answered yet) or "wrong"."""
    if verdict.passed:
        return "passed"
    return "open" if verdict.unanswered and verdict.points == 0 else "wrong"


def headline(verdict: Verdict) -> str:
    """One line: what was checked, and the points."""
    if state(verdict) == "open":
        return f"{verdict.exercise}: not answered yet"
    points = f"{verdict.points:g} of {verdict.max_points:g} point{_s(verdict.max_points)}"
    word = "passed" if verdict.passed else "not right yet"
    return f"{verdict.exercise}: {word}, {points}"


def box_text(verdict: Verdict) -> str:
    """The box as plain text."""
    kind = state(verdict)
    lines = [f"{_MARKS[kind]} {headline(verdict)}"]
    if kind == "open":
        lines.append(_OPEN)
    for part in verdict.parts:
        if part.failures and kind == "wrong":
            lines += _part_text(part)
    return "\n".join(lines)


def box_html(verdict: Verdict) -> str:
    """The box as HTML: no script, no outside resource, every text escaped."""
    kind = state(verdict)
    background, colour, edge = _STYLES[kind]
    body = "".join(_part_html(part) for part in verdict.parts if part.failures and kind == "wrong")
    if kind == "open":
        body = _paragraph(_OPEN)
    return (
        f"<div role='status' style='background:{background};color:{colour};"
        f"border-left:6px solid {edge};border-radius:4px;padding:.7em 1em;margin:.3em 0;"
        "max-width:52em;font-family:system-ui,sans-serif;font-size:14px;line-height:1.45'>"
        f"<strong>{_MARKS[kind]} {escape(headline(verdict))}</strong>{body}</div>"
    )


_OPEN = (
    "Replace the line `raise NotImplementedError()` in the answer cell above by your own, run that "
    "cell, then run this one again."
)


def _part_text(part: Part) -> list[str]:
    failure = part.failures[0]
    lines = [f"  {_which(part)}: {failure.message}"]
    lines += [textwrap.indent(text, "    ") for _, text in _details(failure)]
    if part.diagnosis:
        lines += textwrap.wrap(part.diagnosis.explanation, 88, initial_indent="  → ")
        if part.diagnosis.hint:
            lines += textwrap.wrap(f"Hint: {part.diagnosis.hint}", 88, initial_indent="  ")
    return lines


def _part_html(part: Part) -> str:
    failure = part.failures[0]
    pieces = []
    if part.diagnosis:
        pieces.append(_paragraph(part.diagnosis.explanation, weight=600))
        if part.diagnosis.hint:
            pieces.append(_paragraph(f"Hint: {part.diagnosis.hint}"))
    pieces.append(_paragraph(f"{_which(part)}: {failure.message}"))
    details = "\n".join(text for _, text in _details(failure))
    if details:
        pieces.append(
            "<pre style='background:#ffffffb3;color:#222;margin:.4em 0 0;padding:.5em .7em;"
            "border-radius:3px;font-size:12.5px;overflow-x:auto;white-space:pre-wrap'>"
            f"{escape(details)}</pre>"
        )
    return "".join(pieces)


def _paragraph(text: str, weight: int = 400) -> str:
    prose = re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))
    return f"<p style='margin:.4em 0 0;font-weight:{weight}'>{prose}</p>"


def _which(part: Part) -> str:
    """Which case failed, and how many more."""
    failure = part.failures[0]
    more = len(part.failures) - 1
    others = f" (and {more} more of {part.cases} cases)" if more else ""
    return f"{failure.case[:1].upper()}{failure.case[1:]}{others}"


def _details(failure: Failure) -> list[tuple[str, str]]:
    """Labelled inputs, result and expected value, as far as they may be shown."""
    rows = [
        ("input", failure.inputs),
        ("came back", f"came back: {failure.got}" if failure.got else ""),
        ("expected", f"expected:  {failure.expected}" if failure.expected else ""),
    ]
    return [(label, text) for label, text in rows if text]


def _s(number: float) -> str:
    return "" if number == 1 else "s"
