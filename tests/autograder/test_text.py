"""Untrusted text is shown as it is, except for what would mislead or break."""

from __future__ import annotations

from autograder.text import number, one_line, plain, shorten


def test_ordinary_text_stays_as_it_is() -> None:
    text = "x = 1\n\ty = “ä” 日本 \U0001f600 שלום"

    assert text == plain(text)


def test_terminal_colours_and_titles_are_dropped() -> None:
    assert "red" == plain("\x1b[1;31mred\x1b[0m\x1b]0;title\x07")


def test_an_unfinished_escape_sequence_does_not_swallow_the_text() -> None:
    assert "␛[" == plain("\x1b[")


def test_control_characters_become_visible() -> None:
    assert "␀␇␡" == plain("\x00\x07\x7f")


def test_characters_that_turn_the_reading_direction_are_named() -> None:
    assert "a⟨U+202E⟩b" == plain("a\u202eb")


def test_lone_surrogates_and_noncharacters_can_be_written_afterwards() -> None:
    assert "\ufffd\ufffd" == plain("\ud800\uffff").encode().decode()


def test_line_ends_are_unified() -> None:
    assert "a\nb\nc" == plain("a\r\nb\rc")


def test_short_text_is_not_shortened() -> None:
    assert "abc" == shorten("abc", 3)


def test_long_text_says_how_much_is_left_out() -> None:
    assert "ab… (1,998 more characters)" == shorten("ab" * 1000, 2)


def test_a_table_cell_holds_one_line() -> None:
    assert "Traceback: boom" == one_line(" Traceback:\n\n  boom\t")


def test_points_have_no_digits_that_say_nothing() -> None:
    assert ["0", "2", "0.5", "0.33"] == [number(x) for x in (0.0, 2.0, 0.5, 1 / 3)]
