"""The notebook's front end: `check("neuron-gradient", neuron_gradient)` judges an answer at once.

It runs the same probes and the same judge as grading does, in one process and on public cases.
"""

from __future__ import annotations

import sys

from autograder import exercises
from autograder.box import box_html, box_text
from autograder.course import PUBLIC_SEED
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe_target
from autograder.verdict import Verdict

__all__ = ["Checked", "NotAnsweredYet", "check", "verdict_of"]


class Checked:
    """A verdict as a notebook shows it: a coloured box, and as plain text the points as a float.

    The plain text is what nbgrader reads as partial credit, so it is nothing but the number.
    """

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def __repr__(self) -> str:
        return repr(float(self.verdict.points))

    def _repr_html_(self) -> str:
        return box_html(self.verdict)


class NotAnsweredYet(Exception):
    """Stops "Run all" at the first exercise that still holds its placeholder, in a friendly way."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(box_text(verdict))

    def _render_traceback_(self) -> list[str]:
        """What IPython prints instead of a traceback."""
        return [str(self)]


def check(identifier: str, target: object) -> Checked:
    """Judge what the student defined, on the notebook's public cases.

    Args:
        identifier: the exercise, e.g. "neuron-gradient".
        target: what the student defined: a function, or a value such as the concept check's
            dictionary.

    Raises:
        NotAnsweredYet: the placeholder is still there.
        UnknownExercise: there is no such exercise.
    """
    verdict = verdict_of(identifier, target)
    if verdict.unanswered and verdict.points == 0:
        raise NotAnsweredYet(verdict)
    if not _shows_html():
        print(box_text(verdict))
    return Checked(verdict)


def verdict_of(identifier: str, target: object, seed: int = PUBLIC_SEED) -> Verdict:
    """The verdict on `target` for the cases that `seed` draws."""
    exercise = exercises.exercise(identifier)
    ready = marking(exercise, seed)
    observations = observe_target(
        exercise.probe,
        target,
        [case.args for case in ready.cases],
        let_through=(KeyboardInterrupt,),
    )
    return judge(ready, observations)


def _shows_html() -> bool:
    """Whether a Jupyter kernel runs this: its front ends show the box."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return shell is not None and hasattr(shell, "kernel")
