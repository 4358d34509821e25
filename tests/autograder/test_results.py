"""A result survives being written and read, whatever a student put into it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from autograder.results import STATUSES, Result


def test_every_kind_of_result_comes_back_as_it_was(small_class: list[Result]) -> None:
    assert small_class == [Result.from_json(result.to_json()) for result in small_class]


def test_hostile_text_is_stored_as_ascii(hostile_result: Result) -> None:
    text = hostile_result.to_json()

    assert text.isascii()
    assert "\n" not in text


def test_a_notebook_comes_back_as_it_was(make_result: Any) -> None:
    notebook = {"cells": [{"cell_type": "code", "source": "x"}], "nbformat": 4}

    result = make_result(notebook=notebook)

    assert notebook == Result.from_json(result.to_json()).notebook


def test_the_score_is_the_sum_of_the_verdicts(make_result: Any) -> None:
    result = make_result()

    assert (29.0, 29.0) == (result.score, result.max_score)


def test_a_result_without_verdicts_scores_zero(stopped_results: list[Result]) -> None:
    missing = next(result for result in stopped_results if result.status == "missing")

    assert (0.0, float) == (missing.score, type(missing.score))


def test_scores_that_are_no_number_cannot_be_written(make_result: Any) -> None:
    with pytest.raises(ValueError, match="JSON"):
        make_result(seconds=float("nan")).to_json()


def test_there_are_seven_statuses() -> None:
    stopped = ("timed-out", "out-of-memory", "crashed")

    assert ("graded", "graded-with-errors", *stopped, "unreadable", "missing") == STATUSES


def test_the_words_of_a_result_are_json_text(hostile_result: Result) -> None:
    assert hostile_result.reason == json.loads(hostile_result.to_json())["reason"]
