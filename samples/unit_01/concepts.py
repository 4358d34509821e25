"""Answers to the concept check of unit 01, made from six letters."""

from __future__ import annotations

from collections.abc import Callable

from samples.answerbook import Answer

RIGHT = "cbdcba"

_LINES = """\
perceptron_concepts = {{
{entries}
}}
if None in perceptron_concepts.values():
    # YOUR CODE HERE
    raise NotImplementedError()"""


def concepts(letters: str, written: Callable[[str], str] = str) -> Answer:
    """The dictionary filled with `letters`, "-" where None was left; a point for each right one.

    The mistake is that of the first wrong letter. `written` changes how a letter is written.

    >>> concepts("cbdaba").points, concepts("cbdaba").mistake
    (5.0, 'q4-a')
    """
    values = ["None" if letter == "-" else f'"{written(letter)}"' for letter in letters]
    entries = "\n".join(f'    "q{i}": {value},' for i, value in enumerate(values, start=1))
    wrong = (
        f"q{i}-{letter}"
        for i, (letter, right) in enumerate(zip(letters, RIGHT, strict=True), start=1)
        if letter != right and letter in "abcd"
    )
    return Answer(
        source=_LINES.format(entries=entries),
        points=float(sum(a == b for a, b in zip(letters, RIGHT, strict=True))),
        mistake=next(wrong, ""),
    )
