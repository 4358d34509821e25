"""Untrusted text made fit to be shown: nothing invisible, nothing endless."""

from __future__ import annotations

import re

# CSI, OSC and two-character escape sequences of ECMA-48, as terminals understand them.
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | end for plane in range(17) for end in (0xFFFE, 0xFFFF)),
)
_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), *_NONCHARACTERS), "\ufffd"),
    **{code: f"\u27e8U+{code:04X}\u27e9" for code in _BIDI},
}


def plain(text: str) -> str:
    r"""`text` with nothing in it that could mislead a reader or break a file.

    Terminal colour codes are dropped, control characters become their pictures, characters that
    turn the reading direction are named, and lone surrogates and non-characters become U+FFFD,
    so that the result can always be written as UTF-8. It still has to be escaped for HTML.

    >>> plain("\x1b[31mred\x1b[0m and NUL \x00") == "red and NUL \u2400"
    True
    """
    text = _ANSI.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_VISIBLE)


def shorten(text: str, limit: int) -> str:
    """`text`, or its first `limit` characters and how many were left out.

    >>> shorten("abcdef", 4)
    'abcd\u2026 (2 more characters)'
    """
    left_out = len(text) - limit
    return text if left_out <= 0 else f"{text[:limit]}\u2026 ({left_out:,} more characters)"


def one_line(text: str, limit: int = 300) -> str:
    r"""`text` as a single line for a table: made plain, white space collapsed, shortened.

    >>> one_line("two\n  lines")
    'two lines'
    """
    return shorten(" ".join(plain(text[: 8 * limit]).split()), limit)


def number(value: float) -> str:
    """A number of points as people write it: at most two decimals, none where none are needed.

    >>> number(2.0), number(1 / 3), number(0.5)
    ('2', '0.33', '0.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
