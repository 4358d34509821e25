"""One student of the sample class: what was put into the submission, and so what is true of it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from samples.answerbook import Answer, Book
from samples.formats import Save, jupyter
from samples.notebook import Edit, Notebook, write

OPEN = Answer("", kind="unanswered")
"""The answer cell is as it was released."""

WITHOUT_ANSWERS = ("unreadable", "missing")


@dataclass(frozen=True)
class Spoilt:
    """An answer of the book that is right in itself, but calls another one that is not."""

    name: str
    mistake: str


Choice = str | Answer | Spoilt | None


@dataclass(frozen=True)
class Student:
    """A submission, declared.

    Args:
        name: the student's folder.
        what: a line for the table in README.md.
        answers: exercise -> name of an answer in the book (spoilt by another answer, perhaps), an
            answer, or None where it is left open.
        rest: name of the answer to every other exercise ("plain" where it has none of that name),
            or None where all of them are left open.
        written: the answer to the written question, None where it is left open.
        edits: what happens to the notebook after the answers were written.
        save: how it is written to its file.
        status: the status that grading must end in.
    """

    name: str
    what: str
    answers: Mapping[str, Choice] = field(default_factory=dict)
    rest: str | None = "plain"
    written: str | None = None
    edits: tuple[Edit, ...] = ()
    save: Save = jupyter
    status: str = "graded"

    def chosen(self, book: Book) -> dict[str, Answer]:
        """Exercise -> the answer that this student gives.

        Raises:
            LookupError: the book has no such exercise, or no answer of that name.
        """
        unknown = set(self.answers) - set(book)
        if unknown:
            raise LookupError(f"{self.name} answers {', '.join(unknown)}, which is no exercise")
        return {exercise: self._choose(exercise, answers) for exercise, answers in book.items()}

    def _choose(self, exercise: str, answers: Mapping[str, Answer]) -> Answer:
        choice = self.answers.get(exercise, self.rest)
        if choice is None:
            return OPEN
        if isinstance(choice, Answer):
            return choice
        if isinstance(choice, Spoilt):
            return replace(answers[choice.name], points=0.0, mistake=choice.mistake)
        if exercise not in self.answers and choice not in answers:
            choice = "plain"
        if choice not in answers:
            raise LookupError(f"{self.name}: {exercise}.py holds no answer {choice!r}")
        return answers[choice]

    def truth(self, book: Book) -> list[tuple[str, float, str]]:
        """(exercise, points, mistake) of each exercise; in a lost file nothing is worth a point."""
        if self.status in WITHOUT_ANSWERS:
            return [(exercise, 0.0, "") for exercise in book]
        return [(e, answer.points, answer.mistake) for e, answer in self.chosen(book).items()]

    def file(self, released: Notebook, question: str, book: Book) -> bytes | None:
        """The submitted file, None where there is none.

        Args:
            released: the notebook as students get it.
            question: `grade_id` of the written question.
            book: the answers of the unit.
        """
        notebook = copy.deepcopy(released)
        for exercise, answer in self.chosen(book).items():
            if answer is not OPEN:
                write(exercise, answer.source)(notebook)
        if self.written is not None:
            write(question, self.written)(notebook)
        for edit in self.edits:
            edit(notebook)
        return self.save(notebook)
