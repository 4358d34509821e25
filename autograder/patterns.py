"""General patterns of wrong results, recognised without knowing the exercise.

Each pattern is a function from the evidence to a diagnosis or None, and must explain every case
that went wrong. `recognise` tries them in order, the most specific first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import AGAIN, Case, Exercise, Tolerance
from autograder.matching import close, numbers
from autograder.probes import Observation, same
from autograder.verdict import Diagnosis, Failure

Array = NDArray[Any]


@dataclass(frozen=True)
class Evidence:
    """One part of an exercise as it was seen: parallel tuples, one entry per case."""

    exercise: Exercise
    cases: tuple[Case, ...]
    expected: tuple[Any, ...]
    observations: tuple[Observation, ...]
    failures: tuple[Failure | None, ...]

    @property
    def kinds(self) -> set[str]:
        return {failure.kind for failure in self.failures if failure is not None}

    @property
    def failed(self) -> list[int]:
        return [i for i, failure in enumerate(self.failures) if failure is not None]

    @property
    def passed(self) -> list[int]:
        return [i for i, failure in enumerate(self.failures) if failure is None]


def recognise(evidence: Evidence) -> Diagnosis | None:
    """The first general pattern that explains every failure, or None."""
    if evidence.exercise.view is not None:
        return None
    for pattern in PATTERNS:
        found = pattern(evidence)
        if found is not None:
            return found
    return None


def returns_nothing(evidence: Evidence) -> Diagnosis | None:
    """None came back every time."""
    if all(o.outcome == "returned" and o.value is None for o in evidence.observations):
        return Diagnosis(
            "returns-nothing",
            "Your function computes something but hands nothing back: it returns None.",
            "Printing a result is not returning it. Does every path through it end in a return?",
        )
    return None


def not_repeatable(evidence: Evidence) -> Diagnosis | None:
    """The same call gave two results."""
    if "random" not in evidence.kinds:
        return None
    return Diagnosis(
        "not-repeatable",
        "The same input gives another result the second time.",
        "Is there something random in it, or something it remembers from the call before?",
    )


def input_modified(evidence: Evidence) -> Diagnosis | None:
    """Results are right, but an input was changed on the way."""
    if evidence.kinds != {"mutated"}:
        return None
    return Diagnosis(
        "input-modified",
        "The result is right, but your function changes the array it was given; whoever called it "
        "still needs that array.",
        "`a += b` and `a[...] = b` write into the caller's array; `a = a + b` makes a new one.",
    )


def overflow(evidence: Evidence) -> Diagnosis | None:
    """Only cases with large numbers went wrong, with nan or infinity."""
    if evidence.kinds != {"nan"} or not evidence.passed:
        return None
    if min(_size(evidence, i) for i in evidence.failed) <= max(
        _size(evidence, i) for i in evidence.passed if evidence.cases[i].name != AGAIN
    ):
        return None
    return Diagnosis(
        "overflow",
        "Your formula is right for moderate numbers, but for large ones it overflows to nan or "
        "infinity.",
        "Which intermediate result becomes too large? Can the formula be written without it?",
    )


def _size(evidence: Evidence, index: int) -> float:
    """The largest magnitude among the numeric inputs of a case."""
    arrays = (numbers(arg) for arg in evidence.cases[index].args)
    sizes = (float(np.max(np.abs(a))) for a in arrays if a is not None and a.size)
    return max(sizes, default=0.0)


def transposed(evidence: Evidence) -> Diagnosis | None:
    """Every wrong array is the transpose of the right one."""
    if not _each_leaf(evidence, _is_transposed):
        return None
    return Diagnosis(
        "transposed",
        "Your result has rows and columns exchanged.",
        "Which axis counts samples and which counts units, in the shape that must come back?",
    )


def extra_axis(evidence: Evidence) -> Diagnosis | None:
    """The right numbers in a shape with an axis of length 1 too many or too few."""
    if not _each_leaf(evidence, _is_reshaped):
        return None
    return Diagnosis(
        "extra-axis",
        "The numbers are right, but the shape is not: an axis of length 1 is too many or missing.",
        "Print the shape of your result and compare it with the one that must come back. Where "
        "does the extra (or missing) axis come from?",
    )


def broadcast_shape(evidence: Evidence) -> Diagnosis | None:
    """A vector of n numbers became a table of n by n."""
    if not _each_leaf(evidence, _is_broadcast):
        return None
    return Diagnosis(
        "broadcast-shape",
        "A vector of n numbers has become a table of n × n: somewhere a row met a column, and "
        "NumPy broadcast one along the other.",
        "Print the shapes of both sides of each + and *. Is one of them (n, 1) and the other (n,)?",
    )


def truncated(evidence: Evidence) -> Diagnosis | None:
    """Whole numbers came back where the right ones have decimals."""
    if not _each_leaf(evidence, _is_truncated):
        return None
    return Diagnosis(
        "integer-dtype",
        "Your result holds whole numbers: the decimals were cut off.",
        "What is the dtype of the array you write into? An integer array rounds what it is given.",
    )


def swapped_results(evidence: Evidence) -> Diagnosis | None:
    """The right values in the reverse order."""
    for i in evidence.failed:
        expected, got = evidence.expected[i], evidence.observations[i].value
        if not (isinstance(expected, tuple) and isinstance(got, list | tuple)):
            return None
        pairs = list(zip(expected, reversed(got), strict=False))
        if len(got) != len(expected) or not all(_equal(evidence, a, b) for a, b in pairs):
            return None
    names = ", ".join(evidence.exercise.returns)
    return Diagnosis(
        "results-swapped",
        "What you return is right, but in the wrong order.",
        f"The order that must come back is: {names}.",
    )


def constant_factor(evidence: Evidence) -> Diagnosis | None:
    """Every wrong number is the right one times the same factor."""
    for factor, words in _FACTORS:
        if _each_leaf(evidence, _scaled_by(factor)) and _tells(evidence, factor):
            identifier, explanation, hint = words
            return Diagnosis(identifier, explanation, hint)
    return None


def constant_answer(evidence: Evidence) -> Diagnosis | None:
    """The same result for every input."""
    values = [o.value for o in evidence.observations if o.outcome == "returned"]
    calls = [case for case in evidence.cases if case.args and case.name != AGAIN]
    if len(calls) < 3 or len(values) < len(evidence.cases):
        return None
    if not all(same(values[0], value) for value in values[1:]):
        return None
    return Diagnosis(
        "constant-answer",
        "Your function gives the same result for every input.",
        "Which of its arguments does the function use?",
    )


def one_shape_only(evidence: Evidence) -> Diagnosis | None:
    """Right for inputs of one shape, an exception or a wrong shape for all others."""
    if not evidence.passed or not evidence.kinds <= {"raised", "shape"}:
        return None
    good = {_shapes(evidence.cases[i]) for i in evidence.passed}
    bad = {_shapes(evidence.cases[i]) for i in evidence.failed}
    if len(good) != 1 or len(bad) < 2 or good & bad:
        return None
    return Diagnosis(
        "one-shape-only",
        "Your function is right for one shape of input and fails for every other.",
        "Is there a number in your code that should be read off the shape of the input?",
    )


PATTERNS: tuple[Callable[[Evidence], Diagnosis | None], ...] = (
    returns_nothing,
    not_repeatable,
    input_modified,
    overflow,
    swapped_results,
    transposed,
    extra_axis,
    broadcast_shape,
    constant_answer,
    truncated,
    constant_factor,
    one_shape_only,
)

Leaf = Callable[[Array, Array, Tolerance, int], bool]

_DOWNHILL = "Look at the difference or the derivative: which of the two terms comes first?"
_COUNT = "Is there a mean in the formula, a sum, or both?"
_FACTORS: tuple[tuple[Callable[[int], float], tuple[str, str, str]], ...] = (
    (lambda n: -1.0, ("sign-reversed", "Your result has the wrong sign throughout.", _DOWNHILL)),
    (
        lambda n: 2.0,
        (
            "factor-two",
            "Your result is exactly twice the right one.",
            "Where does the 2 come from?",
        ),
    ),
    (
        lambda n: 0.5,
        (
            "factor-one-half",
            "Your result is exactly half of the right one.",
            "Where does the ½ come from?",
        ),
    ),
    (
        float,
        (
            "factor-n",
            "Your result is too large by the number of rows: summed over the batch.",
            _COUNT,
        ),
    ),
    (
        lambda n: 1.0 / n,
        (
            "factor-one-over-n",
            "Your result is too small by the number of rows: divided once too often.",
            _COUNT,
        ),
    ),
)


def _tells(evidence: Evidence, factor: Callable[[int], float]) -> bool:
    """Whether a factor that depends on the number of rows was seen with more than one number."""
    rows = {_rows(evidence.cases[i]) for i in evidence.failed}
    return factor(3) == factor(5) or len(rows) > 1


def _scaled_by(factor: Callable[[int], float]) -> Leaf:
    def explains(expected: Array, got: Array, tolerance: Tolerance, n: int) -> bool:
        return got.shape == expected.shape and close(expected * factor(n), got, tolerance)

    return explains


def _is_transposed(expected: Array, got: Array, tolerance: Tolerance, n: int) -> bool:
    return (
        expected.ndim == 2
        and got.shape == expected.shape[::-1]
        and close(expected, got.T, tolerance)
    )


def _is_reshaped(expected: Array, got: Array, tolerance: Tolerance, n: int) -> bool:
    return (
        got.shape != expected.shape
        and got.size == expected.size
        and np.squeeze(got).shape == np.squeeze(expected).shape
        and close(expected.ravel(), got.ravel(), tolerance)
    )


def _is_broadcast(expected: Array, got: Array, tolerance: Tolerance, n: int) -> bool:
    return expected.ndim == 1 and got.shape == (expected.size, expected.size)


def _is_truncated(expected: Array, got: Array, tolerance: Tolerance, n: int) -> bool:
    whole = got.dtype.kind in "iub"
    fits = got.shape == expected.shape and close(np.trunc(expected), got, tolerance)
    return whole and fits and not np.array_equal(expected, np.trunc(expected))


def _each_leaf(evidence: Evidence, explains: Leaf) -> bool:
    """Whether `explains` holds for every wrong array of every failed case."""
    leaves = list(_wrong_leaves(evidence))
    return bool(leaves) and all(
        leaf is not None and explains(leaf[0], leaf[1], evidence.exercise.tolerance, leaf[2])
        for leaf in leaves
    )


def _wrong_leaves(evidence: Evidence) -> Iterator[tuple[Array, Array, int] | None]:
    """(expected, got, rows) of each wrong array; None for something that cannot be compared."""
    for i in evidence.failed:
        expected, observation = evidence.expected[i], evidence.observations[i]
        if observation.outcome != "returned":
            yield None
            continue
        pairs = _pairs(expected, observation.value)
        if pairs is None:
            yield None
            continue
        for one, other in pairs:
            if not _equal(evidence, one, other):
                a, b = numbers(one), numbers(other)
                yield None if a is None or b is None else (a, b, _rows(evidence.cases[i]))


def _pairs(expected: Any, got: Any) -> list[tuple[Any, Any]] | None:
    if not isinstance(expected, tuple):
        return [(expected, got)]
    if not isinstance(got, list | tuple) or len(got) != len(expected):
        return None
    return list(zip(expected, got, strict=True))


def _equal(evidence: Evidence, expected: Any, got: Any) -> bool:
    a, b = numbers(expected), numbers(got)
    if a is None or b is None or a.shape != b.shape:
        return False
    return close(a, b, evidence.exercise.tolerance)


def _rows(case: Case) -> int:
    """The number of rows of the first table among the arguments (1 if there is none)."""
    tables = (numbers(arg) for arg in case.args)
    return next((len(table) for table in tables if table is not None and table.ndim == 2), 1)


def _shapes(case: Case) -> tuple[Any, ...]:
    arrays = (numbers(arg) for arg in case.args)
    return tuple(None if array is None else array.shape for array in arrays)
