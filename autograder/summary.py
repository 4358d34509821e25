"""What the command line prints: progress, tables, facts; in colour on a terminal only."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from autograder.box import box_text, state
from autograder.exercises.model import Unit
from autograder.results import STATUSES, Result
from autograder.sandbox import Fact
from autograder.text import one_line
from autograder.wording import NEEDS_A_PERSON, STATUS_WORDS

_COLOURS = {"passed": "green", "wrong": "red", "open": "yellow"}
_PLAIN_STEPS = 10
"""How many lines of progress are printed where there is no terminal."""


class Progress:
    """A progress bar on a terminal, and now and then a line elsewhere; both on standard error."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = self.reused = 0
        self.console = Console(stderr=True)
        self.bar = Bar(
            TextColumn("grading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[last]}"),
            console=self.console,
            disable=not self.console.is_terminal,
        )

    def __enter__(self) -> Self:
        self.bar.start()
        self.task = self.bar.add_task("grading", total=self.total, last="")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.bar.stop()
        if self.reused and kind is None:
            self.console.print(f"{self.reused} of {self.total} were graded before and unchanged")

    def advance(self, result: Result, reused: bool) -> None:
        """One submission more is done."""
        self.done += 1
        self.reused += reused
        last = one_line(f"{result.student}: {result.status}", 60)
        self.bar.update(self.task, advance=1, last=Text(last).markup)
        step = max(1, self.total // _PLAIN_STEPS)
        if not self.console.is_terminal and (self.done % step == 0 or self.done == self.total):
            print(f"graded {self.done} of {self.total}", file=sys.stderr, flush=True)


def print_summary(results: Sequence[Result], output: Path, database: str) -> bool:
    """Print what grading came to and where to look; True when something needs a person."""
    console = Console()
    for unit in sorted({result.unit for result in results}):
        console.print(_class_table(unit, [r for r in results if r.unit == unit]))
    attention = [r for r in results if r.status in NEEDS_A_PERSON]
    if attention:
        console.print(_attention_table(attention))
    places = {
        "class report": output / "report.html",
        "feedback": output / "feedback",
        "scores": output / "grades.csv",
        "submissions": output / "submissions.csv",
        "gradebook": database,
    }
    for what, where in places.items():
        console.print(f"{what:>13}  {where}", soft_wrap=True, highlight=False, markup=False)
    return bool(attention)


def _class_table(unit: str, results: Sequence[Result]) -> Table:
    table = Table(title=f"{unit}: {len(results)} submissions", title_justify="left")
    table.add_column("status")
    table.add_column("submissions", justify="right")
    table.add_column("median score", justify="right")
    counts = Counter(result.status for result in results)
    for status in STATUSES:
        if counts[status]:
            middle = median(r.score for r in results if r.status == status)
            most = max(r.max_score for r in results)
            table.add_row(
                STATUS_WORDS[status].title, str(counts[status]), f"{middle:g} of {most:g}"
            )
    return table


def _attention_table(results: Sequence[Result]) -> Table:
    table = Table(title="These need a person", title_justify="left")
    for column in ("student", "unit", "status", "reason"):
        table.add_column(column)
    for result in results:
        table.add_row(
            *map(Text, (one_line(result.student, 40), result.unit, result.status)),
            Text(one_line(result.reason, 120)),
        )
    return table


def print_check(result: Result) -> bool:
    """Print every verdict as a student would see it; True when all exercises are right."""
    console = Console()
    if not result.verdicts or result.status == "unreadable":
        console.print(Text(f"{result.status}: {result.reason}", style="red"))
        return False
    for verdict in result.verdicts:
        console.print(Text(box_text(verdict), style=_COLOURS[state(verdict)]))
    for repair in result.repairs:
        console.print(Text(f"repaired: {repair}", style="yellow"))
    if result.reason:
        console.print(Text(f"{result.status}: {result.reason}", style="yellow"))
    console.print(Text(f"{result.score:g} of {result.max_score:g} points", style="bold"))
    return all(verdict.passed for verdict in result.verdicts)


def print_facts(facts: Iterable[Fact]) -> bool:
    """Print each fact as it comes; True when everything that is needed is there."""
    console = Console()
    good = True
    for fact in facts:
        good = good and (fact.ok or not fact.needed)
        mark, style = ("ok", "green") if fact.ok else ("NO", "red")
        if not fact.ok and not fact.needed:
            mark, style = "no", "yellow"
        line = Text.assemble((f"{mark:>3}", style), f"  {fact.name}: {fact.text}")
        console.print(line, soft_wrap=True)
        if not fact.ok and fact.advice:
            console.print(Text(f"       → {fact.advice}"), soft_wrap=True)
    return good


def print_exercises(units: Sequence[Unit], mistakes: bool) -> None:
    """Print every exercise with its points, its reference and its known mistakes."""
    console = Console()
    for unit in units:
        table = Table(title=f"{unit.name}: {unit.title}", title_justify="left")
        for column in ("exercise", "points", "reference", "known mistakes"):
            table.add_column(column, justify="right" if column == "points" else "left")
        for exercise in unit.exercises:
            reference = getattr(exercise.reference, "__module__", "")
            where = f"{reference}.{exercise.name}" if reference.startswith("course_lib") else "-"
            known = [mistake.id for mistake in exercise.mistakes]
            shown = ", ".join(known) if mistakes else str(len(known))
            table.add_row(exercise.id, f"{exercise.points:g}", where, shown)
        for question in unit.written:
            table.add_row(question.id, f"{question.points:g}", "graded by hand", "-")
        console.print(table)
