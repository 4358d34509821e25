"""An example for the class does not say whose it is."""

from __future__ import annotations

import pytest

from autograder.anonymous import LONGEST_EXAMPLE, anonymised


def test_comments_are_dropped() -> None:
    assert "x = 1\ny = 2" == anonymised("# Ada Lovelace\nx = 1  # Ada\n\n\ny = 2\n", "s01")


def test_docstrings_are_dropped() -> None:
    code = '"""By Ada\n\nand Ben."""\ndef f(x):\n    "Ada"\n    return "kept"\n'

    assert 'def f(x):\n    return "kept"' == anonymised(code, "s01")


def test_the_identifier_is_replaced_wherever_it_is_a_word() -> None:
    assert 'print("…", ada17s)' == anonymised('print("ADA17", ada17s)', "ada17")


def test_a_very_short_identifier_is_left_since_it_may_be_a_variable() -> None:
    assert "x = x + 1" == anonymised("x = x + 1", "x")


@pytest.mark.parametrize("code", ["def f(:\n  '''", "(", "x = '''", "  x\n y"])
def test_code_that_cannot_be_read_is_not_shown(code: str) -> None:
    assert "" == anonymised(code, "s01")


def test_a_hash_in_a_string_is_no_comment() -> None:
    assert 'x = "# 1"' == anonymised('x = "# 1"', "s01")


def test_long_code_is_shortened() -> None:
    code = anonymised("x = 1\n" * 500, "s01")

    assert len(code) < LONGEST_EXAMPLE + 40


def test_line_separators_that_python_does_not_know_do_no_harm() -> None:
    assert 'x = "a\u2028b"' == anonymised('x = "a\u2028b"  # Ada', "s01")


def test_control_characters_are_visible() -> None:
    assert 'x = "␇"' == anonymised('x = "\x07"', "s01")
