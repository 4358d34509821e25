"""`check` in a notebook: the value it shows, and what it says."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from autograder.box import box_html, box_text
from autograder.check import Checked, NotAnsweredYet, check, verdict_of
from autograder.errors import UnknownExercise


def weighted_sum(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w) + b


def without_bias(x: Any, w: Any, b: Any) -> Any:
    return np.dot(x, w)


def placeholder(x: Any, w: Any, b: Any) -> Any:
    raise NotImplementedError


def test_plain_text_is_the_points_as_a_float() -> None:
    assert repr(check("weighted-sum", weighted_sum)) == "1.0"


def test_a_wrong_answer_shows_zero_points() -> None:
    assert repr(check("weighted-sum", without_bias)) == "0.0"


def test_outside_a_notebook_the_box_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    check("weighted-sum", without_bias)
    printed = capsys.readouterr().out
    assert "✗ weighted-sum: not right yet, 0 of 1 point" in printed
    assert "b is left out" in printed


def test_a_placeholder_stops_with_a_friendly_message() -> None:
    with pytest.raises(NotAnsweredYet, match="weighted-sum: not answered yet") as caught:
        check("weighted-sum", placeholder)
    assert caught.value._render_traceback_() == [str(caught.value)]


def test_an_unknown_exercise_names_the_nearest() -> None:
    with pytest.raises(UnknownExercise, match="did you mean 'weighted-sum'"):
        check("weighted-sums", weighted_sum)


def test_the_stop_button_works_while_an_answer_hangs() -> None:
    def interrupted(x: Any, w: Any, b: Any) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("weighted-sum", interrupted)


def test_the_box_escapes_what_the_student_wrote() -> None:
    def hostile(x: Any, w: Any, b: Any) -> Any:
        raise ValueError("<script>alert(1)</script>")

    html = box_html(verdict_of("weighted-sum", hostile))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_box_states_its_own_colours_for_text_and_ground() -> None:
    for answer in (weighted_sum, without_bias, placeholder):
        opening = box_html(verdict_of("weighted-sum", answer)).split(">")[0]
        assert re.search(r"background:#\w{6};color:#\w{6}", opening)


def test_the_box_says_in_words_what_its_colour_says() -> None:
    texts = [box_text(verdict_of("weighted-sum", a)) for a in (weighted_sum, without_bias)]
    assert "passed" in texts[0]
    assert "not right yet" in texts[1]


def test_a_checked_answer_carries_its_verdict() -> None:
    shown = check("weighted-sum", weighted_sum)
    assert isinstance(shown, Checked)
    assert shown.verdict.exercise == "weighted-sum"
