"""Central differences, and what becomes of them when x is handled without care.

Steps of 1/2, 1/4 and the like make the difference formulas differ visibly; the inputs in float32
are so large that a step of 1e-5 is lost in them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from autograder.probes.materials import function
from course_lib import gradcheck as reference

Wrong = Callable[..., Any]


def _cases(rng: Rng) -> list[Case]:
    weighing = "np.sum(np.array([[1.0, -2.0, 3.0], [0.5, 1.5, -1.0]]) * x ** 3)"
    odd_numbers = 2 * rng.integers(1, 6, 3) + 1
    return [
        Case(
            "a small example",
            (function("x", "x[0] ** 2 + 3 * x[1]"), np.array([2.0, 5.0])),
            show=True,
        ),
        Case("a step of 1/2", (function("x", "np.sum(x ** 3)"), rng.normal(size=3), 0.5)),
        Case("a product", (function("x", "np.prod(x)"), rng.uniform(0.5, 2, 4))),
        Case(
            "entries that depend on each other",
            (function("x", "np.sum(x) ** 2 + np.sum(x ** 3)"), rng.normal(size=4), 0.25),
        ),
        Case("a matrix", (function("x", "np.sum(x @ x.T)"), rng.normal(size=(3, 2)))),
        Case("a wide matrix", (function("x", weighing), rng.normal(size=(2, 3)), 0.125)),
        Case("three axes", (function("x", "np.sum(x ** 3)"), rng.normal(size=(2, 1, 3)), 0.25)),
        Case("one entry", (function("x", "np.exp(x[0])"), rng.normal(size=1), 0.5)),
        Case("integer inputs", (function("x", "np.sum(x ** 2) / 4"), odd_numbers)),
        Case(
            "integer inputs, a step of 1/2",
            (function("x", "np.sum(x ** 3)"), rng.integers(2, 6, (2, 2)), 0.5),
        ),
        Case(
            "float32 inputs",
            (function("x", "np.sum(x ** 2)"), rng.uniform(300, 900, 3).astype(np.float32)),
        ),
        Case(
            "at the kink of f, the slope of the chord",
            (function("x", "np.sum(np.maximum(x, 0))"), np.array([0.0, 1.0, -1.0, 0.0])),
        ),
        Case(
            "a steep function",
            (function("x", "1e6 * np.sum(x ** 2)"), rng.uniform(1, 2, size=2)),
        ),
    ]


def _differences(
    formula: Callable[[Callable[[float], float], float], float] | None = None,
    prepared: Callable[[Array], Array] = lambda x: x.astype(np.float64),
    result: Callable[[Array], Array] = lambda x: np.zeros(x.shape),
) -> Wrong:
    """Differences along each axis, with exchangeable parts, from which wrong ones are made.

    Args:
        formula: from (t -> f(x + t e_i), h) to the entry of the gradient.
        prepared: the array that is worked on.
        result: the array that is written into.
    """
    rule = formula or (lambda along, h: (along(h) - along(-h)) / (2 * h))

    def gradient(f: Any, x: Any, h: float = 1e-5) -> Array:
        x = np.asarray(x)
        found, start = result(x), prepared(x)
        for i in np.ndindex(x.shape):

            def along(step: float, i: tuple[int, ...] = i) -> float:
                moved = start.copy()
                moved[i] += step
                return f(moved)  # type: ignore[no-any-return]  # a number

            found[i] = rule(along, h)
        return found

    return gradient


def _in_float32(x: Array) -> Array:
    return x.astype(np.float32)


def _floats_kept(x: Array) -> Array:
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def _never_put_back(f: Any, x: Any, h: float = 1e-5) -> Array:
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        gradient[i] = (above - f(x)) / (2 * h)
    return gradient


def _pushed_on(f: Any, x: Any, h: float = 1e-5) -> Array:
    above, below = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
    gradient = np.zeros(above.shape)
    for i in np.ndindex(above.shape):
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


def _aliased(f: Any, x: Any, h: float = 1e-5) -> Array:
    above = below = np.array(x, dtype=np.float64)
    gradient = np.zeros(above.shape)
    for i in np.ndindex(above.shape):
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


def _together(f: Any, x: Any, h: float = 1e-5) -> float:
    x = np.asarray(x, dtype=np.float64)
    return float((f(x + h) - f(x - h)) / (2 * h))


def _row_by_row(f: Any, x: Any, h: float = 1e-5) -> Array:
    x = np.asarray(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        above, below = x.copy(), x.copy()
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


def _unit_vectors(f: Any, x: Any, h: float = 1e-5) -> Array:
    x = np.asarray(x, dtype=np.float64)
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])


def _unit_vectors_by_row(f: Any, x: Any, h: float = 1e-5) -> Array:
    x = np.asarray(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    gradient.T[:] = _unit_vectors(f, x, h)
    return gradient


def _one_per_row(f: Any, x: Any, h: float = 1e-5) -> Array:
    rows = _row_by_row(f, x, h)
    return np.array([np.ravel(row)[0] for row in rows])


def _entry_alone(f: Any, x: Any, h: float = 1e-5) -> Array:
    x = np.asarray(x, dtype=np.float64)
    entries = [(f(entry + h) - f(entry - h)) / (2 * h) for entry in x.ravel()]
    return np.reshape(entries, x.shape)


def _first_entry(f: Any, x: Any, h: float = 1e-5) -> Array:
    gradient = reference.numeric_gradient(f, x, h)
    first = np.zeros(gradient.size)
    first[0] = gradient.ravel()[0]
    return first.reshape(gradient.shape)


NUMERIC_GRADIENT = Exercise(
    id="numeric-gradient",
    title="The gradient by central differences",
    points=2,
    reference=reference.numeric_gradient,
    arguments=("f", "x", "h"),
    cases=_cases,
    # Rounding of f, some 1e-16 times its size (below 100) over a step of 1e-5.
    tolerance=Tolerance(rtol=1e-5, atol=1e-7),
    read_again="Nudge and see",
    mistakes=(
        Mistake(
            "one-sided",
            _differences(lambda along, h: (along(h) - along(0)) / h),
            "Your difference is one-sided: it looks from x to one side only, and its error shrinks "
            "with h instead of with the square of h.",
            "Draw a parabola and both chords: from x to one side, and from side to side. Which one "
            "is parallel to the tangent?",
            also=(_differences(lambda along, h: (along(0) - along(-h)) / h),),
        ),
        Mistake(
            "divided-by-h",
            _differences(lambda along, h: (along(h) - along(-h)) / h),
            "Your gradient is twice too large: the two points are further apart than what you "
            "divide by.",
            "How far is it from the left point to the right one?",
        ),
        Mistake(
            "not-divided",
            _differences(lambda along, h: along(h) - along(-h)),
            "You return the difference of the two values of f; a slope is a difference over a "
            "distance.",
            "What should happen to the result when the step becomes half as long and f is a "
            "straight line?",
        ),
        Mistake(
            "multiplied-by-h",
            _differences(lambda along, h: (along(h) - along(-h)) / 2 * h),
            "Your difference is multiplied by h instead of divided by it.",
            "In which order does Python work off a division and a product that stand in one line?",
        ),
        Mistake(
            "one-sided-over-two-steps",
            _differences(lambda along, h: (along(h) - along(0)) / (2 * h)),
            "Your two points are one step apart, but you divide by two: the result is half of the "
            "slope.",
            "Which two points does the central difference compare?",
            also=(_differences(lambda along, h: (along(0) - along(-h)) / (2 * h)),),
        ),
        Mistake(
            "difference-reversed",
            _differences(lambda along, h: (along(-h) - along(h)) / (2 * h)),
            "Your gradient has the wrong sign: the left value comes first in your difference.",
            "If f grows to the right, which of the two values is the larger?",
        ),
        Mistake(
            "all-entries-at-once",
            _together,
            "You move all entries of x at once, and get one number: the sum of all slopes.",
            "The derivative with respect to one entry holds all others fixed. How many pairs of "
            "points are needed?",
            also=(lambda f, x, h=1e-5: np.full(np.shape(x), _together(f, x, h)),),
        ),
        Mistake(
            "vectors-only",
            _unit_vectors,
            "For a vector your gradient is right, but your nudge is a vector with one entry for "
            "each row of x. It cannot be added to most matrices; where it can, it moves a whole "
            "column.",
            "How many entries has a matrix, and which shape must a nudge of one of them have?",
            also=(_unit_vectors_by_row,),
        ),
        Mistake(
            "row-at-once",
            _row_by_row,
            "For a matrix you move a whole row at once; vectors come out right.",
            "Over what does your loop run when x has two axes, and what does one index pick then?",
            also=(_one_per_row,),
        ),
        Mistake(
            "flattened",
            lambda f, x, h=1e-5: reference.numeric_gradient(f, x, h).ravel(),
            "The numbers are right, but for a matrix they come back in one long row.",
            "The gradient must have the shape of x.",
        ),
        Mistake(
            "entry-not-put-back",
            _never_put_back,
            "The first entry is right, the later ones are not: when you come to an entry, those "
            "before it are still displaced.",
            "What must happen to an entry of x before the loop goes on to the next?",
            also=(_pushed_on,),
        ),
        Mistake(
            "aliased-buffers",
            _aliased,
            "Your gradient is 0 everywhere: the point to the right and the point to the left are "
            "one and the same array, and one change undoes the other.",
            "A second name for an array is no second array. Where is the copy made?",
        ),
        Mistake(
            "entry-alone",
            _entry_alone,
            "You give f one entry alone instead of the whole x with one entry moved.",
            "What does f need to know when it multiplies the entries with each other?",
        ),
        Mistake(
            "dtype-kept",
            _differences(prepared=lambda x: x),
            "You work in the dtype in which x came. In an array of integers a small step is cut "
            "off, and in float32 it is rounded away.",
            "What is 5 plus a step of 0.00001 when the array can hold whole numbers only?",
            also=(
                _differences(prepared=lambda x: x, result=np.zeros_like),
                _differences(
                    prepared=lambda x: x, result=lambda x: np.zeros(x.shape, dtype=np.float32)
                ),
            ),
        ),
        Mistake(
            "integers-kept",
            _differences(prepared=lambda x: x if x.dtype.kind in "iu" else x.astype(float)),
            "For an x of integers your step is cut off: the moved entry is put into an array that "
            "holds whole numbers only.",
            "What is 5 plus a step of 0.00001 in such an array?",
        ),
        Mistake(
            "float32",
            _differences(prepared=_in_float32),
            "You compute in float32, which has seven digits. A step of 0.00001 is rounded away or "
            "drowned in noise.",
            "How many digits do f at the right point and f at the left point share?",
            also=(
                _differences(prepared=_in_float32, result=_in_float32),
                _differences(prepared=_floats_kept),
                _differences(prepared=_floats_kept, result=lambda x: np.zeros_like(x, np.float32)),
            ),
        ),
        Mistake(
            "integer-result",
            _differences(result=np.zeros_like),
            "For an x of integers your gradient holds whole numbers: the decimals were cut off "
            "when they were written into the result.",
            "Of which dtype is an array that is made to be like x?",
        ),
        Mistake(
            "step-fixed",
            lambda f, x, h=1e-5: reference.numeric_gradient(f, x),
            "The step h that is asked for has no influence: yours is always the same small one.",
            "Is h still what was handed over when your function uses it?",
        ),
        Mistake(
            "return-inside-loop",
            _first_entry,
            "Only the first entry is computed; the others stay 0.",
            "How far is the return indented? A function ends at the first return that it meets.",
        ),
    ),
)
