"""The softmax, row by row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import Array, Rng
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib.activations import sigmoid, softmax


def _softmax_cases(rng: Rng) -> list[Case]:
    def draw(n: int, k: int) -> Array:
        return rng.normal(scale=1.5, size=(n, k))

    far = np.array([[1000.0, 999.0, 998.0], [-1000.0, -999.0, -1000.0]])
    return [
        Case("a small example", (np.array([[0.0, 0.0], [1.0, -1.0]]),), show=True),
        Case("more samples than classes", (draw(6, 4),)),
        Case("more classes than samples", (draw(3, 5),)),
        Case("as many classes as samples", (draw(4, 4),)),
        Case("one sample", (draw(1, 5),)),
        Case("one class", (draw(4, 1),)),
        Case("equal logits", (np.full((3, 4), rng.normal()),)),
        Case("integer logits", (rng.integers(-3, 4, size=(5, 3)),)),
        Case("float32 logits", (draw(4, 3).astype(np.float32),)),
        Case("logits of 10 to 14", (rng.uniform(10, 14, size=(4, 3)),)),
        Case("logits around 1000", (1000.0 + rng.integers(-3, 4, size=(3, 4)),)),
        Case("logits around -1000", (-1000.0 + rng.integers(-3, 4, size=(2, 3)),)),
        Case("one row around 1000, one around -1000", (far,)),
        Case("1000 beside -1000", (np.array([[1000.0, -1000.0, 0.0], [-1000.0, 1.0, 0.0]]),)),
    ]


def _rowwise(z: Any) -> Any:
    return np.max(z, axis=1, keepdims=True)


def _ratio(
    shift: Callable[[Any], Any] = _rowwise,
    total: Callable[[Any], Any] = lambda e: np.sum(e, axis=1, keepdims=True),
) -> Callable[..., Any]:
    """exp(z - shift) / total, from which the wrong softmaxes are made."""

    def ratio(z: Any) -> Any:
        with np.errstate(all="ignore"):
            e = np.exp(np.asarray(z, dtype=float) - shift(z))
            return e / total(e)

    return ratio


def _nothing(z: Any) -> float:
    return 0.0


def _column_sum(e: Any) -> Any:
    return np.sum(e, axis=0)


def _flat_sum(e: Any) -> Any:
    return np.sum(e, axis=1)


def _flat_max(z: Any) -> Any:
    return np.max(z, axis=1)


def _log_softmax(z: Any) -> Any:
    z = z - _rowwise(z)
    return z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))


def _cut(bound: float) -> Callable[..., Any]:
    return lambda z: softmax(np.clip(z, -bound, bound))


SOFTMAX_MISTAKES = (
    Mistake(
        "along-axis-0",
        _ratio(lambda z: np.max(z, axis=0), _column_sum),
        "Your columns sum to 1, not your rows: the samples compete with each other.",
        "A batch is rows. Among which numbers of the table is one class to be chosen?",
        also=(
            _ratio(np.max, _column_sum),
            _ratio(_rowwise, _column_sum),
            _ratio(_nothing, _column_sum),
        ),
    ),
    Mistake(
        "global-maximum",
        _ratio(np.max),
        "You subtract one maximum of the whole table. A row that lies far below it has only "
        "exponentials of 0 left, and is divided by 0.",
        "Whose largest exponent must be 0, so that no row's sum can vanish?",
    ),
    Mistake(
        "no-max-shift",
        _ratio(_nothing),
        "For large logits your exponentials are infinite, for very negative ones they are all 0.",
        "What may be subtracted from a whole row without changing its softmax?",
        also=(lambda z: np.nan_to_num(_ratio(_nothing)(z)),),
    ),
    Mistake(
        "maximum-of-columns",
        _ratio(lambda z: np.max(z, axis=0)),
        "You subtract the largest number of each column. That shifts the logits of one row by "
        "different amounts.",
        "Along which axis must the shift be the same number?",
    ),
    Mistake(
        "no-keepdims",
        _ratio(_flat_max, _flat_sum),
        "The maximum or the sum of the rows has lost an axis. NumPy lays it along the columns, "
        "or gives up.",
        "Print the shape of what you subtract and of what you divide by. Should they be rows or "
        "columns?",
        also=(
            _ratio(_flat_max),
            _ratio(_rowwise, _flat_sum),
            _ratio(np.max, _flat_sum),
            _ratio(_nothing, _flat_sum),
        ),
    ),
    Mistake(
        "applied-twice",
        lambda z: softmax(softmax(z)),
        "You take the softmax of the softmax: the outputs are far too even.",
        "What range do the numbers have that go into your second one?",
    ),
    Mistake(
        "whole-table",
        _ratio(np.max, np.sum),
        "The whole table sums to 1, not each row.",
        "Should the answer to one sample change when another one is added to the batch?",
        also=(_ratio(_rowwise, np.sum), _ratio(_nothing, np.sum)),
    ),
    Mistake(
        "one-unit",
        lambda z: np.ones_like(z, dtype=float),
        "Every output is 1: each unit is divided by itself, as if it stood alone.",
        "Over which units does the sum in the denominator run?",
    ),
    Mistake(
        "sigmoid-per-unit",
        sigmoid,
        "You take the sigmoid of each unit by itself: the rows do not sum to 1.",
        "How does one output learn of the logits of the other units?",
    ),
    Mistake(
        "not-normalised",
        lambda z: np.exp(z - _rowwise(z)),
        "The exponentials are not divided by their sum.",
        "What must the probabilities of all classes sum to?",
        also=(lambda z: np.exp(np.asarray(z, dtype=float)),),
    ),
    Mistake(
        "logarithm",
        _log_softmax,
        "You return the logarithm of the softmax.",
        "Between which two numbers must every output lie?",
    ),
    Mistake(
        "no-exponential",
        lambda z: z / np.sum(z, axis=1, keepdims=True),
        "You divide the logits by their sum, without any exponential.",
        "What becomes of negative logits? Probabilities have no sign.",
        also=(lambda z: np.abs(z) / np.sum(np.abs(z), axis=1, keepdims=True),),
    ),
    Mistake(
        "sign-in-exponent",
        lambda z: softmax(-np.asarray(z)),
        "The largest logit gets the smallest probability: the sign in the exponent is reversed.",
        "Which unit should win, that with the highest logit or that with the lowest?",
    ),
    Mistake(
        "winner-takes-all",
        lambda z: np.eye(z.shape[1])[np.argmax(z, axis=1)],
        "The highest logit gets 1 and all others 0: that is a decision, not a probability.",
        "How should a narrow victory differ from a clear one?",
    ),
    Mistake(
        "logits-cut-off",
        _cut(500),
        "You cut large logits off, so that logits of 999 and 1000 count as equal.",
        "Subtracting keeps all differences in a row; cutting does not. What is best subtracted?",
        also=tuple(_cut(bound) for bound in (10, 20, 50, 100, 300, 600, 700, 709)),
    ),
    Mistake(
        "base-two",
        lambda z: softmax(np.asarray(z) * np.log(2)),
        "You use powers of 2 (or of 10) in the place of the exponential function.",
        "What is the base of the exponential in the formula?",
        also=(lambda z: softmax(np.asarray(z) * np.log(10)),),
    ),
    Mistake(
        "first-row-only",
        lambda z: softmax(z)[0],
        "You return a single row.",
        "What shape must come back for five samples? Does the return stand inside a loop?",
    ),
)

SOFTMAX = Exercise(
    id="softmax",
    title="Probabilities from logits: the softmax",
    points=2,
    reference=softmax,
    arguments=("z",),
    cases=_softmax_cases,
    # In float32 a logit of 14 is off by 5e-7, and so are the probabilities.
    tolerance=Tolerance(atol=2e-6),
    read_again="One of many: the softmax output",
    mistakes=SOFTMAX_MISTAKES,
)
