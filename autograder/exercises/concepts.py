"""Turns a multiple-choice table into an exercise: questions are parts, wrong options mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from autograder.exercises.model import Case, Exercise, Mistake, NotAnswered

OPTIONS = "abcd"


def concept_check(
    id: str, title: str, right: Mapping[str, str], wrong: Mapping[tuple[str, str], str]
) -> Exercise:
    """A concept check of one point per question.

    Args:
        id: identifier of the exercise; the student fills the dictionary of that name.
        title: a few words.
        right: question -> right letter.
        wrong: (question, wrong letter) -> why it is wrong, for the student who chose it.
    """
    return Exercise(
        id=id,
        title=title,
        points=float(len(right)),
        probe="value",
        reference=partial(dict, right),
        cases=lambda rng: [Case(f"question {q[1:]}", part=q) for q in right],
        view=_chosen_option,
        returns=("the chosen option",),
        mistakes=tuple(
            Mistake(
                id=f"{question}-{letter}",
                implementation=partial(dict, {**right, question: letter}),
                explanation=f"Question {question[1:]}, option {letter}: {text}",
                part=question,
            )
            for (question, letter), text in wrong.items()
        ),
        read_again="Concept check",
    )


def _chosen_option(case: Case, value: Any) -> str:
    """The letter chosen for one question, as "a" to "d"."""
    if not isinstance(value, dict):
        raise ValueError("the answers must be a dictionary such as {'q1': 'a'}")
    chosen = value.get(case.part)
    if chosen is None:
        raise NotAnswered(f"{case.name} is not answered yet")
    if not isinstance(chosen, str) or chosen.strip().lower() not in tuple(OPTIONS):
        raise ValueError(f"answer {case.name} with one of the letters a, b, c, d in quotes")
    return chosen.strip().lower()
