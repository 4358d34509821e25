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
    for pattern in PATTERNS if evidence.exercise.view is None else WHATEVER_THE_VIEW:
        found = pattern(evidence)
        if found is not None:
            return found
    return None


def returns_nothing(evidence: Evidence) -> Diagnosis | None:
    """None came back whenever something went wrong."""
    failed = [evidence.observations[i] for i in evidence.failed]
    failed = [o for o in failed if _CASTING not in o.error]  # wrote into an input, returns nothing
    if not failed or any(o.outcome != "returned" or o.value is not None for o in failed):
        return None
    when = "On some inputs your" if evidence.passed else "Your"
    return Diagnosis(
        "returns-nothing",
        f"{when} function hands nothing back: it returns None.",
        "Printing a result is not returning it. Does every path through it end in a return?",
    )


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
    failed = evidence.failed
    right = [i for i in failed if _is_mutated(evidence, i)]
    if 2 * len(right) <= len(failed) or not all(_writes_into_input(evidence, i) for i in failed):
        return None
    changed = [
        evidence.cases[i].args[position]
        for i in right
        for position in evidence.observations[i].mutated
    ]
    what, hint = next(words for fits, words in _CHANGED if all(map(fits, changed)))
    return Diagnosis(
        "input-modified",
        f"The result is right, but your function changes the {what} it was given; whoever called "
        f"it still needs that {what}.",
        hint,
    )


_INTO_ARRAYS = (
    "`a += b` and `a[...] = b` write into the caller's array; `a = a + b` makes a new one."
)
_CHANGED: tuple[tuple[Callable[[Any], bool], tuple[str, str]], ...] = (
    (
        lambda changed: isinstance(changed, list) and not any(map(_holds_arrays, changed)),
        (
            "list",
            "`a.append(b)`, `a.pop()` and `a[i] = b` change the caller's list. Work with your own.",
        ),
    ),
    (
        lambda changed: isinstance(changed, dict),
        (
            "dictionary",
            "`d[name] = value` and `d.pop(name)` change the caller's one. Work with your own.",
        ),
    ),
    (lambda changed: True, ("array", _INTO_ARRAYS)),
)
"""What was changed, and in which words that is said: the first that fits everything."""


def _holds_arrays(item: Any) -> bool:
    return isinstance(item, np.ndarray) or (
        isinstance(item, list | tuple) and any(map(_holds_arrays, item))
    )


def _is_mutated(evidence: Evidence, index: int) -> bool:
    failure = evidence.failures[index]
    return failure is not None and failure.kind == "mutated"


def _writes_into_input(evidence: Evidence, index: int) -> bool:
    """Whether an input was changed, or would have been if its whole numbers took decimals."""
    observation = evidence.observations[index]
    return bool(observation.mutated) or _CASTING in observation.error


def overflow(evidence: Evidence) -> Diagnosis | None:
    """Only cases with large numbers went wrong, with nan or infinity."""
    if not evidence.passed or not all(_overflows(evidence, i) for i in evidence.failed):
        return None
    if min(_size(evidence, i) for i in evidence.failed) <= max(
        _size(evidence, i) for i in evidence.passed if evidence.cases[i].name != AGAIN
    ):
        return None
    return Diagnosis(
        "overflow",
        "Your formula is right for moderate numbers, but for large ones it overflows.",
        "Which intermediate result becomes too large? Can the formula be written without it?",
    )


def _overflows(evidence: Evidence, index: int) -> bool:
    failure, observation = evidence.failures[index], evidence.observations[index]
    is_nan = failure is not None and failure.kind == "nan"
    return is_nan or observation.error.startswith("OverflowError")


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
        "What is the dtype of the array you write into? An integer array cuts off the decimals of "
        "what it is given, and so does int().",
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
        if not _each_leaf(evidence, _scaled_by(factor)) or not _tells(evidence, factor):
            continue
        identifier, explanation, hint = words
        return Diagnosis(identifier, explanation.format(*_which_results(evidence)), hint)
    return None


def constant_answer(evidence: Evidence) -> Diagnosis | None:
    """The same result for every input."""
    values = [o.value for o in evidence.observations if _is_result(o.value)]
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


def _is_result(value: Any) -> bool:
    """Numbers, or a list or tuple of such; not None and nothing foreign."""
    if isinstance(value, list | tuple) and numbers(value) is None:
        return all(_is_result(item) for item in value)
    return numbers(value) is not None


def one_size_only(evidence: Evidence) -> Diagnosis | None:
    """Right for one size of input (that of the example, say), wrong for every other.

    At least three different cases must be right, so that chance does not pass for a size. Where
    some cases hold decimals, only those count: of whole numbers, a rounded result is right, too.
    """
    passed = [evidence.cases[i] for i in evidence.passed if evidence.cases[i].name != AGAIN]
    decimals = any(map(_has_decimals, evidence.cases))
    telling = [case for case in passed if not decimals or _has_decimals(case)]
    if len(telling) < 3 or "mutated" in evidence.kinds:
        return None
    good = [_sizes(case) for case in passed]
    bad = [_sizes(evidence.cases[i]) for i in evidence.failed]
    if not any(_separates(axis, good, bad) for axis in good[0]):
        return None
    return Diagnosis(
        "one-shape-only",
        "Your function is right for one size of input and fails for every other.",
        "Is there a number in your code that should be read off the shape of the input?",
    )


def _has_decimals(case: Case) -> bool:
    """Whether an argument holds a number that is not whole."""
    arrays = (numbers(arg) for arg in case.args)
    return any(a is not None and bool(np.any(a != np.rint(a))) for a in arrays)


def _sizes(case: Case) -> dict[tuple[int, int], int]:
    """The length of each axis of each array among the arguments."""
    arrays = enumerate(numbers(arg) for arg in case.args)
    return {
        (position, axis): length
        for position, array in arrays
        if array is not None
        for axis, length in enumerate(array.shape)
    }


def _separates(
    axis: tuple[int, int],
    good: list[dict[tuple[int, int], int]],
    bad: list[dict[tuple[int, int], int]],
) -> bool:
    """Whether one length of that axis is right, and at least two others are all wrong.

    An axis of length 1 tells nothing: there, a sum is a mean and a first entry the only one.
    """
    right, wrong = {sizes.get(axis) for sizes in good}, {sizes.get(axis) for sizes in bad}
    return len(right) == 1 and right != {1} and len(wrong) >= 2 and not right & wrong


def telling_error(evidence: Evidence) -> Diagnosis | None:
    """Every failure is the same exception, one that beginners meet often."""
    failed = [i for i in evidence.failed if not _is_mutated(evidence, i)]
    errors = [evidence.observations[i].error for i in failed]
    for texts, diagnosis in _ERRORS:
        if errors and all(any(text in error for text in texts) for error in errors):
            return diagnosis
    return None


_CASTING = "Cannot cast ufunc"
_ERRORS = (
    (
        ("truth value of an array",),
        Diagnosis(
            "if-on-array",
            "A question with one answer, yes or no, is put to a whole array: a row of answers, "
            "some true and some false. That happens at an `if` or `while`, but also at `and`, "
            "`or`, `not`, and inside `all` and `any`.",
            "What do you want to know? If it is something about each entry: comparing the array "
            "gives an array of answers by itself. If it is whether there is a value at all: 0 is "
            "one, and so is an array; ask in another way.",
        ),
    ),
    (
        (_CASTING,),
        Diagnosis(
            "writes-into-integers",
            "You write decimals into an array of whole numbers, probably one that was handed to "
            "your function.",
            "`a -= b` and `a += b` write into the array a itself, which may hold integers; what "
            "does `a = a - b` do instead?",
        ),
    ),
    (
        ("could not be broadcast together",),
        Diagnosis(
            "shapes-do-not-fit",
            "Two arrays whose shapes do not fit meet in a sum or an entry-by-entry product.",
            "Print the shapes of both sides. Should these two be combined entry by entry at all, "
            "and along which axis?",
        ),
    ),
    (
        ("concatenation axis must match",),
        Diagnosis(
            "pieces-do-not-fit",
            "The pieces that you join do not have the same length.",
            "Print the shapes of both pieces. Along which axis are they joined, and which of their "
            "lengths must then agree?",
        ),
    ),
    (
        ("mismatch in its core dimension", "not aligned"),
        Diagnosis(
            "factors-do-not-fit",
            "The two factors of a matrix product do not fit together.",
            "Write their shapes side by side: the two lengths in the middle must be the same.",
        ),
    ),
    (
        ("RecursionError",),
        Diagnosis(
            "calls-itself-too-often",
            "A function of yours calls itself, directly or by way of another, so many times that "
            "Python gives up.",
            "Does every such call come nearer to an end? And if a function is made in a loop: it "
            "looks up the loop's variables when it is called, and finds in them what they hold "
            "after the last round.",
        ),
    ),
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
    one_size_only,
    telling_error,
)

WHATEVER_THE_VIEW = (returns_nothing, not_repeatable, input_modified)
"""Patterns that say something true even where many different results are right."""

Leaf = Callable[[Array, Array, Tolerance, int], bool]

_DOWNHILL = "Look at the difference or the derivative: which of the two terms comes first?"
_COUNT = "Is there a mean in the formula, a sum, or both?"
_FACTORS: tuple[tuple[Callable[[int], float], tuple[str, str, str]], ...] = (
    (lambda n: -1.0, ("sign-reversed", "{} has the wrong sign{}.", _DOWNHILL)),
    (
        lambda n: 2.0,
        (
            "factor-two",
            "{} is exactly twice the right one.",
            "Where does the 2 come from?",
        ),
    ),
    (
        lambda n: 0.5,
        (
            "factor-one-half",
            "{} is exactly half of the right one.",
            "Where does the ½ come from?",
        ),
    ),
    (
        float,
        (
            "factor-n",
            "{} is too large by the number of rows: summed over the batch.",
            _COUNT,
        ),
    ),
    (
        lambda n: 1.0 / n,
        (
            "factor-one-over-n",
            "{} is too small by the number of rows: divided once too often.",
            _COUNT,
        ),
    ),
)


def _tells(evidence: Evidence, factor: Callable[[int], float]) -> bool:
    """Whether a factor was seen on enough cases to be told from chance.

    That is on two different numbers other than 0 (of zeros and ones, many things are the half),
    and, if it depends on the number of rows, with more than one such number.
    """
    arrays = [leaf[0].ravel() for leaf in _wrong_leaves(evidence) if leaf is not None]
    values = np.unique(np.concatenate(arrays))
    if np.count_nonzero(values) < 2:
        return False
    rows = {_rows(evidence.cases[i]) for i in evidence.failed}
    return factor(3) == factor(5) or len(rows) > 1


def _which_results(evidence: Evidence) -> tuple[str, str]:
    """The subject of the sentence, and " throughout" when it is the whole result."""
    names, wrong, parts = evidence.exercise.returns, set(), 1
    for i in evidence.failed:
        pairs = _pairs(evidence.expected[i], evidence.observations[i].value) or []
        parts = max(parts, len(pairs))
        wrong |= {k for k, (one, other) in enumerate(pairs) if not _equal(evidence, one, other)}
    if len(wrong) == parts:
        return "Your result", " throughout"
    labels = [f"`{names[k]}`" if k < len(names) else f"value {k + 1}" for k in sorted(wrong)]
    return f"What you return as {' and '.join(labels)}", ""


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
        pairs = [leaf for one, other in pairs for leaf in _unlisted(one, other)]
        for one, other in pairs:
            if not _equal(evidence, one, other):
                a, b = numbers(one), numbers(other)
                yield None if a is None or b is None else (a, b, _rows(evidence.cases[i]))


def _unlisted(expected: Any, got: Any) -> list[tuple[Any, Any]]:
    """A list of arrays of different shapes, item by item; anything else as it is."""
    lists = isinstance(expected, list) and isinstance(got, list | tuple)
    if lists and len(expected) == len(got):
        return list(zip(expected, got, strict=True))
    return [(expected, got)]


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
