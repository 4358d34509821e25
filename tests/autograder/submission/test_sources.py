"""What source text says without being run, however hostile it is."""

from __future__ import annotations

import pytest

from autograder.submission.sources import bound_names, code_key, text_key

BOUND = {
    "def f(): pass": {"f"},
    "async def f(): pass": {"f"},
    "class F: x = 1": {"F"},
    "f = lambda x: x": {"f"},
    "a, (b, *c) = 1, (2, 3)": {"a", "b", "c"},
    "a: int = 1": {"a"},
    "a: int": set(),
    "a += 1": {"a"},
    "a.b = a[0] = 1": set(),
    "import a.b, c as d": {"a", "d"},
    "from a import b as c": {"c"},
    "for a in []:\n    b = 1": {"a", "b"},
    "with open('x') as a: pass": {"a"},
    "try:\n    a = 1\nexcept E:\n    b = 2": {"a", "b"},
    "if (a := 1): pass": {"a"},
    "[x for x in y]": set(),
    "def f():\n    inner = 1": {"f"},
    "print(a)": set(),
    "%matplotlib inline\na = 1": {"a"},
    "!ls\na = 1": {"a"},
    "?a\nb?\nc = 1": {"c"},
    "a = !ls": {"a"},
    "%%time\na = 1": {"a"},
    "%%bash\na=1": set(),
    "%%": set(),
    "def f(:\n    pass\ng = (": {"f", "g"},
    "a == 1\nb = ": {"b"},
    "s = '\\d'": {"s"},
    "a\0b = 1\nc = 2": {"c"},
    "s = '\ud800'": {"s"},
    "": set(),
}


@pytest.mark.parametrize(("source", "names"), BOUND.items())
def test_names_bound_at_top_level_are_found(source: str, names: set[str]) -> None:
    assert names == bound_names(source)


HOSTILE = {
    "brackets": "(" * 40_000,
    "signs": "-" * 40_000 + "1",
    "sums": "1+" * 20_000 + "1",
    "attributes": "a" + ".b" * 20_000,
    "calls": "a" + "()" * 20_000,
    "lambdas": "lambda:" * 7_000 + "1",
    "elif": "if 1:\n pass\n" + "elif 1:\n pass\n" * 3_000,
    "f-string": "f'" + "{1}" * 15_000 + "'",
    "digits": "9" * 40_000,
    "long": "x = 1\n" * 500_000,
    "one long line": "x" * 1_000_000,
    "blanks": " " * 1_000_000 + "x",
    "questions": "?" * 40_000,
    "commas": "a, " * 13_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_survived(source: str) -> None:
    assert isinstance(bound_names(source), frozenset)
    assert isinstance(code_key(source), str)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("def f(x):\n    'Doc.'\n    return x", "def f( x ):  # no\n\n    return x"),
        ("x = 1\n\n\n", "x = 1"),
        ("# only a comment", ""),
        ("not python at all\n", "not python at all  "),
    ],
)
def test_layout_comments_and_docstrings_make_no_difference(one: str, other: str) -> None:
    assert code_key(one) == code_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("def f(x):\n    return x", "def f(x):\n    return -x"),
        ("x = 1", "x = 1.0"),
        ("x = 'a'", "x = 'b'"),
        ("not python at all", "not python"),
    ],
)
def test_code_makes_a_difference(one: str, other: str) -> None:
    assert code_key(one) != code_key(other)


def test_text_is_compared_without_blank_lines_and_ends() -> None:
    assert text_key("a\n\nb  \n") == text_key("a\nb")
    assert text_key("a\nb") != text_key("a\n b")
