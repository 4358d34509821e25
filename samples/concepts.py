"""Answers to a unit's concept check, made from its letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samples.answerbook import Answer

_CELL = """\
{name} = {{
{entries}
}}
if None in {name}.values():
    # YOUR CODE HERE
    raise NotImplementedError()"""


@dataclass(frozen=True)
class ConceptAnswers:
    """Makes the answer cell of one concept check; `right` are the right letters."""

    name: str
    right: str

    def __call__(self, letters: str, written: Callable[[str], str] = str) -> Answer:
        """The dictionary filled with `letters`, "-" where None was left; a point for each right.

        The mistake is that of the first wrong letter. `written` changes how a letter is written.

        >>> answer = ConceptAnswers("perceptron_concepts", "cbdcba")("cbdaba")
        >>> answer.points, answer.mistake
        (5.0, 'q4-a')
        """
        values = ["None" if letter == "-" else f'"{written(letter)}"' for letter in letters]
        entries = "\n".join(f'    "q{i}": {value},' for i, value in enumerate(values, start=1))
        pairs = list(zip(letters, self.right, strict=True))
        wrong = (
            f"q{i}-{letter}"
            for i, (letter, right) in enumerate(pairs, start=1)
            if letter != right and letter in "abcd"
        )
        return Answer(
            source=_CELL.format(name=self.name, entries=entries),
            points=float(sum(a == b for a, b in pairs)),
            mistake=next(wrong, ""),
        )
