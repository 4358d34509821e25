"""Max-norm: a fence around the incoming weights of each unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, away_from_zero
from course_lib import regularizers as reference


def _with_norms(rng: Rng, n_inputs: int, norms: list[float]) -> Array:
    """A matrix whose columns have these Euclidean norms."""
    W = away_from_zero(rng, n_inputs, len(norms))
    scaled: Array = W / np.linalg.norm(W, axis=0) * np.array(norms)
    return scaled


def _max_norm_cases(rng: Rng) -> list[Case]:
    W = np.array([[3.0, 0.6, 0.0, -6.0], [4.0, 0.8, 0.0, 8.0]])
    mixed = _with_norms(rng, 3, [0.5, 4.0, 1.5, 9.0, 2.5])
    whole = np.array([[3, 1, 0, -6], [4, 1, 0, 2], [0, 1, 0, 3]])
    return [
        Case("a small example", (W, 2.0), show=True),
        Case("some columns too long", (mixed, 2.0)),
        Case("all columns too long", (_with_norms(rng, 4, [5.0, 3.0]), 0.75)),
        Case("no column too long", (_with_norms(rng, 4, [0.5, 1.0, 2.0]), 3.0)),
        Case("more inputs than units", (_with_norms(rng, 7, [3.0, 0.4]), 1.5)),
        Case("more units than inputs", (_with_norms(rng, 2, [3.0, 0.4, 2.0, 0.7, 5.0]), 1.5)),
        Case("a limit below 1", (_with_norms(rng, 3, [0.9, 0.2, 0.5, 3.0]), 0.4)),
        Case("columns of zeros", (_with_norms(rng, 3, [0.0, 4.0, 0.0, 1.0]), 2.0)),
        Case("exactly at the limit", (np.array([[3.0, 6.0], [4.0, 8.0]]), 5.0)),
        Case("one unit", (_with_norms(rng, 5, [4.0]), 2.5)),
        Case("one input", (np.array([[0.5, -3.0, 2.0, -1.0]]), 1.5)),
        Case("integer inputs", (whole, 2)),
        Case("float32 inputs", (mixed.astype(np.float32), 1.75)),
        Case("large weights", (1e4 * mixed, 2.0)),
        Case("a tiny column beside a long one", (_with_norms(rng, 3, [1e-5, 6.0]), 3.0)),
    ]


def _scaled(W: Array, factor: Any) -> Any:
    return np.asarray(W, dtype=float) * factor


def _fence(
    norm: Callable[[Array], Any], *, compared: Callable[[Any], Any] = lambda norm: norm
) -> Callable[..., Any]:
    """Max-norm with another norm, or with something made of the norm in the comparison."""

    def limit(W: Array, r: float) -> Any:
        length = np.asarray(norm(np.asarray(W, dtype=float)))
        return _scaled(W, np.where(compared(length) > r, r / np.where(length, length, 1), 1.0))

    return limit


def _euclid(W: Array) -> Any:
    return np.sqrt((W**2).sum(axis=0))


def _always(W: Array, r: float) -> Any:
    return _scaled(W, r / _euclid(np.asarray(W, dtype=float)))


def _always_but_zeros(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float))
    return _scaled(W, r / np.where(length > 0, length, 1.0))


def _all_by_the_longest(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float)).max()
    return _scaled(W, r / length if length > r else 1.0)


def _unconditional_if_any(W: Array, r: float) -> Any:
    return _always_but_zeros(W, r) if np.any(_euclid(W) > r) else _scaled(W, 1.0)


def _to_length_one(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float))
    return _scaled(W, np.where(length > r, 1 / np.where(length > 0, length, 1.0), 1.0))


def _only_the_short(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float))
    return _scaled(W, np.where(length < r, r / np.where(length > 0, length, 1.0), 1.0))


def _nan_for_zeros(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float))
    return np.asarray(W, dtype=float) / length * np.minimum(length, r)


def _divided_by_limit(W: Array, r: float) -> Any:
    return _scaled(W, np.where(_euclid(np.asarray(W, dtype=float)) > r, 1 / r, 1.0))


def _times_limit(W: Array, r: float) -> Any:
    return _scaled(W, np.where(_euclid(np.asarray(W, dtype=float)) > r, r, 1.0))


def _shortened_by_limit(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float))
    return _scaled(W, np.where(length > r, 1 - r / np.where(length > 0, length, 1.0), 1.0))


def _ratio_squared(W: Array, r: float) -> Any:
    length = _euclid(np.asarray(W, dtype=float))
    return _scaled(W, np.where(length > r, r / np.where(length > 0, length, 1.0) ** 2, 1.0))


def _dropped(W: Array, r: float) -> Any:
    return _scaled(W, np.where(_euclid(np.asarray(W, dtype=float)) > r, 0.0, 1.0))


MAX_NORM = Exercise(
    id="max-norm",
    title="Max-norm",
    points=2,
    reference=reference.max_norm,
    arguments=("W", "max_value"),
    cases=_max_norm_cases,
    read_again="Max-norm",
    mistakes=(
        Mistake(
            "always-scaled",
            _always_but_zeros,
            "You bring every column to the length `max_value`, so that short ones grow. Max-norm "
            "is a fence and not a length: what is inside stays as it is.",
            "Which columns may change at all?",
            also=(_always, _unconditional_if_any),
        ),
        Mistake(
            "rows-instead-of-columns",
            _fence(lambda W: np.sqrt((W**2).sum(axis=1, keepdims=True))),
            "You measure rows. The incoming weights of one unit stand in a column of W.",
            "Along which axis does the sum run that gives one length for each unit?",
        ),
        Mistake(
            "whole-matrix",
            _fence(lambda W: np.sqrt((W**2).sum())),
            "You measure the whole matrix at once. Every unit has a fence of its own.",
            "How many lengths are there when W has four columns?",
        ),
        Mistake(
            "all-by-the-longest",
            _all_by_the_longest,
            "As soon as one column is too long you shrink all of them by the same factor.",
            "What does the length of one unit's weights have to do with its neighbour's?",
        ),
        Mistake(
            "entries-clipped",
            lambda W, r: np.clip(np.asarray(W, dtype=float), -r, r),
            "You limit each weight by itself. What is limited is the length of a whole column, and "
            "its direction stays.",
            "How long can a column be when each of its entries is at most `max_value`?",
        ),
        Mistake(
            "sum-of-sizes",
            _fence(lambda W: np.abs(W).sum(axis=0)),
            "You measure a column by the sum of the sizes of its entries (the 1-norm).",
            "How long is the vector (3, 4)?",
        ),
        Mistake(
            "largest-entry",
            _fence(lambda W: np.abs(W).max(axis=0)),
            "You measure a column by its largest entry.",
            "How long is the vector (3, 4)?",
        ),
        Mistake(
            "root-missing",
            _fence(lambda W: (W**2).sum(axis=0)),
            "You compare the squared length with `max_value`, or divide by it: a root is missing.",
            "How long is the vector (3, 4)?",
            also=(
                _fence(_euclid, compared=lambda norm: norm**2),
                _ratio_squared,
            ),
        ),
        Mistake(
            "scaled-to-one",
            _to_length_one,
            "Columns that are too long come out with length 1 instead of `max_value`.",
            "How long is a vector after it was divided by its own length?",
        ),
        Mistake(
            "short-ones-scaled",
            _only_the_short,
            "You lengthen the columns inside the fence and leave those outside as they are: the "
            "comparison points the wrong way.",
            "Which of the two must change, a column that is too long or one that is not?",
        ),
        Mistake(
            "zero-column-nan",
            _nan_for_zeros,
            "For a unit whose weights are all zero you divide 0 by 0.",
            "What is the length of such a column? Should it change at all?",
        ),
        Mistake(
            "divided-by-limit",
            _divided_by_limit,
            "You divide long columns by `max_value`: their new length then depends on the old one.",
            "A column of length 10 and a limit of 2: with which number must it be multiplied?",
            also=(_times_limit,),
        ),
        Mistake(
            "shortened-by-limit",
            _shortened_by_limit,
            "You subtract `max_value` from the length. The new length must be `max_value` itself.",
            "A column of length 10 and a limit of 2: how long is it in the end?",
        ),
        Mistake(
            "long-columns-dropped",
            _dropped,
            "You set columns that are too long to zero. They should be shortened and keep their "
            "direction.",
            "What does the unit still know after your line?",
        ),
    ),
)
