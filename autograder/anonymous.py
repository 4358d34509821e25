"""Makes a student's code fit to be shown to others: nothing in it that says whose it is."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

from autograder.text import plain, shorten

LONGEST_EXAMPLE = 1_500  # characters
SHORTEST_IDENTIFIER = 3  # a shorter one tells nothing and may be the name of a variable
_STARTS_A_STATEMENT = frozenset(
    {tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING}
)


def anonymised(code: str, student: str) -> str:
    r"""`code` without comments, docstrings and the student's identifier, shortened.

    Code that cannot be read as Python is not shown at all. A name inside an ordinary string
    stays, so a person should look before showing the result to a class. The code is only cut
    into tokens: parsing untrusted source can exhaust the stack of the interpreter.

    >>> anonymised("def f(x):  # by Ada Lovelace\n    return x  # ada17\n", "ada17")
    'def f(x):\n    return x'
    """
    text = plain(code[: 4 * LONGEST_EXAMPLE])
    lines = text.split("\n")
    try:
        for (first, left), (last, right) in reversed(list(_telling(text))):
            kept = lines[first - 1][:left] + lines[last - 1][right:]
            lines[first - 1 : last] = [kept]
    except (tokenize.TokenError, SyntaxError):
        return ""
    stripped = "\n".join(line.rstrip() for line in lines if line.strip())
    if len(student) >= SHORTEST_IDENTIFIER:
        whole = rf"(?<!\w){re.escape(student)}(?!\w)"
        stripped = re.sub(whole, "\u2026", stripped, flags=re.IGNORECASE)
    return shorten(stripped, LONGEST_EXAMPLE)


def _telling(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where comments and strings that are statements of their own start and end."""
    before = tokenize.ENCODING
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        docstring = token.type == tokenize.STRING and before in _STARTS_A_STATEMENT
        if token.type == tokenize.COMMENT or docstring:
            yield token.start, token.end
        if token.type != tokenize.COMMENT:
            before = token.type
