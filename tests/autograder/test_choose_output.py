"""What students are told whose table of outputs and costs cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.exercises import unit
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import Observation
from autograder.verdict import Verdict

CHOOSE_OUTPUT = unit("03_costs_and_outputs").by_id["choose-output"]
RIGHT: dict[str, Any] = CHOOSE_OUTPUT.reference()


def verdict(task: str, entry: Any) -> Verdict:
    """The verdict on a table that is right but for one entry."""
    ready = marking(CHOOSE_OUTPUT, 1957)
    observation = Observation("returned", value={**RIGHT, task: entry})
    return judge(ready, [observation] * len(ready.cases))


@pytest.mark.parametrize("task", RIGHT)
def test_a_pair_in_the_reverse_order_is_called_so(task: str) -> None:
    (failure,) = verdict(task, RIGHT[task][::-1]).failures
    expected = f"the order is reversed for {task!r}: the activation comes first, then the loss"
    assert expected == failure.message


def test_the_reverse_order_is_seen_through_capitals_and_blanks() -> None:
    (failure,) = verdict("spam or not", (" MSE", "Sigmoid ")).failures
    assert "the order is reversed" in failure.message


def test_a_word_that_is_not_offered_is_answered_with_those_that_are() -> None:
    (failure,) = verdict("spam or not", ("mse", "mse")).failures
    expected = "choose one of linear, sigmoid, softmax (in quotes) for 'spam or not'"
    assert expected == failure.message


def test_the_other_entries_keep_their_points() -> None:
    assert verdict("spam or not", ("mse", "linear")).points == 4.0
