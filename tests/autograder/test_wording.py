"""Every status and outcome has words for those who read it."""

from __future__ import annotations

import pytest

from autograder.results import STATUSES
from autograder.wording import NEEDS_A_PERSON, STATUS_WORDS, is_answered


def test_every_status_has_words_for_students_and_instructors() -> None:
    assert STATUSES == tuple(STATUS_WORDS)
    for words in STATUS_WORDS.values():
        assert all((words.title, words.student, words.instructor))


def test_those_who_need_a_person_have_a_status_that_exists() -> None:
    assert set(NEEDS_A_PERSON) <= set(STATUSES)


@pytest.mark.parametrize("text", ["", " \n\t", "YOUR ANSWER HERE", "\nYOUR ANSWER HERE\n"])
def test_blanks_and_the_placeholder_are_no_answer(text: str) -> None:
    assert not is_answered(text)


@pytest.mark.parametrize("text", ["x", "YOUR ANSWER HERE: because"])
def test_anything_else_is_an_answer(text: str) -> None:
    assert is_answered(text)
