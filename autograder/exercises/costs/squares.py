"""The mean squared error."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import (
    NOT_AVERAGED,
    NOT_AVERAGED_HINT,
    PER_UNIT,
    PER_UNIT_HINT,
    SUM,
    SUM_HINT,
    TWICE,
    TWICE_HINT,
    Array,
    Rng,
)
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import losses as reference


def _mse_cases(rng: Rng) -> list[Case]:
    def draw(*shape: int) -> tuple[Array, Array]:
        return rng.normal(size=shape), rng.normal(size=shape)

    y, p = draw(6)
    yes, no = rng.integers(-4, 5, size=(2, 5))
    return [
        Case("a small example", (np.array([1.0, 2.0]), np.array([3.0, 1.0])), show=True),
        Case("one number per sample", draw(7)),
        Case("several outputs", draw(5, 3)),
        Case("more outputs than samples", draw(3, 5)),
        Case("as many outputs as samples", draw(4, 4)),
        Case("one sample", draw(1)),
        Case("one sample with several outputs", draw(1, 4)),
        Case("a single column", draw(6, 1)),
        Case("integer inputs", (yes, no)),
        Case("float32 inputs", (y.astype(np.float32), p.astype(np.float32))),
        Case("no error at all", (y, y.copy())),
        Case("errors of several thousand", (1e4 * y, 1e4 * p)),
        Case("errors of thousandths", (y, y + 1e-3 * p)),
        Case("all predictions too high", (y, y + rng.uniform(0.5, 2.0, size=6))),
    ]


def _error(y_true: Any, y_pred: Any) -> Array:
    difference: Array = np.asarray(y_pred) - np.asarray(y_true)
    return difference


MSE = Exercise(
    id="mse",
    title="The mean squared error",
    points=1,
    reference=reference.mse,
    arguments=("y_true", "y_pred"),
    cases=_mse_cases,
    read_again="A number: linear output and mean squared error",
    mistakes=(
        Mistake("sum-instead-of-mean", lambda y, p: np.sum(_error(y, p) ** 2), SUM, SUM_HINT),
        Mistake(
            "divided-twice",
            lambda y, p: np.mean(_error(y, p) ** 2) / len(y),
            TWICE,
            TWICE_HINT,
        ),
        Mistake(
            "divided-by-samples-only",
            lambda y, p: np.sum(_error(y, p) ** 2) / len(y),
            PER_UNIT,
            PER_UNIT_HINT,
        ),
        Mistake(
            "halved",
            lambda y, p: np.mean(_error(y, p) ** 2) / 2,
            "Your cost is half of the mean squared error.",
            "Some texts put ½ in front, to lose the 2 of the derivative. Does this formula?",
        ),
        Mistake(
            "half-the-sum",
            lambda y, p: np.sum(_error(y, p) ** 2) / 2,
            "You return half the sum of the squared errors, a cost of many textbooks.",
            "Which word of the cost's name says how the squares are put together?",
        ),
        Mistake(
            "absolute-error",
            lambda y, p: np.mean(np.abs(_error(y, p))),
            "You take the size of each error, not its square.",
            "How much more than an error of 1 should an error of 10 cost?",
        ),
        Mistake(
            "root",
            lambda y, p: np.sqrt(np.mean(_error(y, p) ** 2)),
            "You return the square root of the cost.",
            "In which unit is this cost when the targets are degrees?",
        ),
        Mistake(
            "not-squared",
            lambda y, p: np.mean(_error(y, p)),
            "The errors are not squared, so too high and too low cancel each other.",
            "What do one error of 1 and one of -1 cost together?",
            also=(lambda y, p: -np.mean(_error(y, p)),),
        ),
        Mistake(
            "mean-before-square",
            lambda y, p: np.mean(_error(y, p)) ** 2,
            "You average the errors first and square their mean.",
            "In which order do the words of the cost's name work, read from the right?",
            also=(lambda y, p: np.sum(_error(y, p)) ** 2 / np.size(y),),
        ),
        Mistake(
            "difference-of-squares",
            lambda y, p: np.mean(np.asarray(p) ** 2 - np.asarray(y) ** 2),
            "You square targets and predictions and subtract then.",
            "Is it the difference that is squared, or are the squares subtracted?",
            also=(lambda y, p: np.mean(np.asarray(y) ** 2 - np.asarray(p) ** 2),),
        ),
        Mistake(
            "sign-reversed",
            lambda y, p: -np.mean(_error(y, p) ** 2),
            "Your cost is negative, and lowest where the predictions are worst.",
            "Can a mean of squares be below 0?",
        ),
        Mistake(
            "variance-of-errors",
            lambda y, p: np.var(_error(y, p)),
            "You measure how much the errors scatter around their own mean.",
            "If every prediction is too high by exactly 3, should that cost nothing?",
        ),
        Mistake(
            "divided-by-one-less",
            lambda y, p: np.sum(_error(y, p) ** 2) / (np.size(y) - 1),
            "You divide by one less than the number of entries, as for a variance in statistics.",
            "How many squares are there, and what is their mean?",
        ),
        Mistake(
            "targets-ignored",
            lambda y, p: np.mean(np.asarray(p) ** 2),
            "The targets have no influence on your cost.",
            "What must be compared with what?",
        ),
        Mistake(
            "several-means",
            lambda y, p: np.mean(_error(y, p) ** 2, axis=0),
            "Where there are several outputs, you return several costs.",
            "Over which axes does the mean run when the targets are a table?",
            also=(lambda y, p: np.mean(_error(y, p) ** 2, axis=-1),),
        ),
        Mistake(
            "not-averaged",
            lambda y, p: _error(y, p) ** 2,
            NOT_AVERAGED,
            NOT_AVERAGED_HINT,
        ),
    ),
)
