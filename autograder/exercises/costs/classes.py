"""Labels as rows of 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import Array, Rng, labels
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import losses as reference


def _one_hot_cases(rng: Rng) -> list[Case]:
    low = rng.integers(0, 2, size=5)
    low[:3] = [1, 0, 1]
    return [
        Case("a small example", (np.array([2, 0, 1, 2]), 3), show=True),
        Case("more samples than classes", (labels(rng, 8, 4), 4)),
        Case("more classes than samples", (labels(rng, 3, 6), 6)),
        Case("as many classes as samples", (labels(rng, 5, 5), 5)),
        Case("one sample", (np.array([1]), 3)),
        Case("one class", (np.zeros(4, int), 1)),
        Case("the highest classes do not occur", (low, 4)),
        Case("class 0 does not occur", (rng.integers(1, 4, size=6), 4)),
        Case("only one class occurs", (np.full(4, 2), 5)),
        Case("labels as bytes (uint8)", (labels(rng, 6, 10).astype(np.uint8), 10)),
    ]


def _compared(k: Any, n_classes: int) -> Array:
    """Row i: where the classes 0, 1, ... equal label i."""
    rows: Array = (np.asarray(k)[:, None] == np.arange(n_classes)).astype(float)
    return rows


def _assigned(write: Callable[[Array, Any], None]) -> Callable[..., Any]:
    """A table of zeros of the right shape, into which `write` writes."""

    def rows(k: Any, n_classes: int) -> Array:
        table = np.zeros((len(k), n_classes))
        write(table, k)
        return table

    return rows


def _set_columns(table: Array, k: Any) -> None:
    table[:, k] = 1


def _set_rows(table: Array, k: Any) -> None:
    table[k] = 1


ONE_HOT = Exercise(
    id="one-hot",
    title="Labels as rows: one-hot",
    points=1,
    reference=reference.one_hot,
    arguments=("labels", "n_classes"),
    cases=_one_hot_cases,
    read_again="Labels as rows: one-hot",
    mistakes=(
        Mistake(
            "classes-counted-in-batch",
            lambda k, n_classes: _compared(k, int(np.max(k)) + 1),
            "You read the number of classes off the labels; here not every class occurs in them.",
            "Which of your arguments says how many columns there are?",
            also=(
                lambda k, n_classes: _compared(k, len(np.unique(k))),
                lambda k, n_classes: (np.asarray(k)[:, None] == np.unique(k)).astype(float),
            ),
        ),
        Mistake(
            "whole-columns",
            _assigned(_set_columns),
            "You set whole columns: every row has a 1 for each class that occurs anywhere.",
            "One entry of each row is to be set. What must be said for the rows, so that the first "
            "label is used for the first row only?",
        ),
        Mistake(
            "whole-rows",
            _assigned(_set_rows),
            "You set whole rows: your labels count rows, not columns.",
            "Which axis belongs to the samples, and which to the classes?",
        ),
        Mistake(
            "transposed",
            lambda k, n_classes: _compared(k, n_classes).T,
            "Your samples are columns; a batch is rows in this course.",
            "What shape must come back for 8 samples and 4 classes?",
        ),
        Mistake(
            "counted-from-one",
            lambda k, n_classes: _compared(np.asarray(k, dtype=int) - 1, n_classes),
            "Your 1 stands one column too far to the left.",
            "Which column belongs to class 0?",
            also=(lambda k, n_classes: _compared((k.astype(int) - 1) % n_classes, n_classes),),
        ),
        Mistake(
            "one-column-more",
            lambda k, n_classes: _compared(k, n_classes + 1),
            "Your rows have one column more than there are classes.",
            "How many classes are there when the labels run from 0 to 9?",
        ),
        Mistake(
            "one-class-left-out",
            lambda k, n_classes: _compared(k, n_classes)[:, 1:],
            "One class has no column: its rows are all 0.",
            "Statisticians often drop one column. What would the softmax compare that class with?",
            also=(lambda k, n_classes: _compared(k, n_classes - 1),),
        ),
        Mistake(
            "labels-ignored",
            lambda k, n_classes: np.eye(len(k), n_classes),
            "You return 1 on the diagonal, whatever the labels are.",
            "Where do your labels come in?",
            also=(lambda k, n_classes: np.eye(n_classes),),
        ),
        Mistake(
            "one-cold",
            lambda k, n_classes: 1 - _compared(k, n_classes),
            "You have 0 at the right class and 1 at all the others.",
            "What do the entries of a row sum to?",
        ),
        Mistake(
            "label-as-value",
            lambda k, n_classes: _compared(k, n_classes) * np.asarray(k)[:, None],
            "You write the label itself into its column, so the rows of class 0 are all 0.",
            "Which two numbers may occur in the table?",
        ),
        Mistake(
            "staircase",
            lambda k, n_classes: (np.arange(n_classes) <= np.asarray(k)[:, None]).astype(float),
            "Your rows are 1 up to the class of the label and not at it alone.",
            "How many entries of a row are 1?",
            also=(
                lambda k, n_classes: (np.arange(n_classes) < np.asarray(k)[:, None]).astype(float),
            ),
        ),
    ),
)
