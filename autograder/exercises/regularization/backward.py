"""Dropout, backward: the gradient goes through the mask of the forward pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, away_from_zero
from autograder.matching import numbers
from course_lib import dropout as reference

ANOTHER = -7777.0
"""Stands in every entry of a gradient that went through another mask, whichever it was."""


def _backward_cases(rng: Rng) -> list[Case]:
    def of(name: str, shape: tuple[int, ...], rate: float) -> Case:
        d_output = away_from_zero(rng, *shape)
        return Case(name, (d_output, _mixed_mask(rng, shape, rate), rate))

    mask = np.array([[True, False, True], [False, True, True]])
    whole = rng.choice([-3, -2, 1, 2, 5], size=(5, 4))
    return [
        Case("a small example", (np.array([[1.0, 2, -3], [4, -5, 6]]), mask, 0.5), show=True),
        of("rate 0.2", (7, 5), 0.2),
        of("rate 0.75", (6, 8), 0.75),
        of("one row", (1, 9), 0.4),
        of("one unit", (8, 1), 0.3),
        Case("all kept", (away_from_zero(rng, 3, 4), np.ones((3, 4), dtype=bool), 0.3)),
        Case("all dropped", (away_from_zero(rng, 2, 3), np.zeros((2, 3), dtype=bool), 0.6)),
        Case("rate 0", (away_from_zero(rng, 4, 2), np.ones((4, 2), dtype=bool), 0.0)),
        Case("integer inputs", (whole, _mixed_mask(rng, (5, 4), 0.3), 0.3)),
        Case(
            "float32 inputs",
            (away_from_zero(rng, 4, 6).astype(np.float32), _mixed_mask(rng, (4, 6), 0.6), 0.6),
        ),
        Case("large values", (1e5 * away_from_zero(rng, 5, 6), _mixed_mask(rng, (5, 6), 0.1), 0.1)),
    ]


def _mixed_mask(rng: Rng, shape: tuple[int, ...], rate: float) -> Array:
    """A random mask whose share of True is not exactly 1 - rate, with both values in it."""
    mask = rng.random(shape) >= rate
    mask.flat[:3] = [True, False, True]
    if np.isclose(mask.mean(), 1 - rate):
        mask.flat[3] = ~mask.flat[3]
    return mask


def _backward_view(case: Case, value: Any) -> Any:
    """The gradient itself, or `ANOTHER` throughout if it is that of another mask.

    A new mask differs from the given one in nearly every draw; what else comes back (reversed,
    unmasked, unscaled) is compared as it is.
    """
    d_output, mask, _ = case.args
    got = numbers(value)
    if got is None or got.shape != d_output.shape:
        return value
    passed = got != 0
    if passed.all() or any(np.array_equal(passed, m) for m in (mask, ~mask, 0 * mask)):
        return value
    ratios = got[passed] / d_output[passed]
    same_factor = np.ptp(ratios) <= 1e-4 * np.max(np.abs(ratios))
    return np.full(d_output.shape, ANOTHER) if same_factor else value


def _backward(factor: Callable[[float], float], *, masked: bool = True) -> Callable[..., Any]:
    return lambda d_output, mask, rate: d_output * (mask if masked else 1) * factor(rate)


def _new_mask(d_output: Array, mask: Array, rate: float) -> Any:
    new = np.random.default_rng(0).random(d_output.shape) >= rate
    return d_output * new / (1 - rate)


def _new_mask_unscaled(d_output: Array, mask: Array, rate: float) -> Any:
    return _new_mask(d_output, mask, rate) * (1 - rate)


def _measured_share(d_output: Array, mask: Array, rate: float) -> Any:
    return d_output * mask / max(float(np.mean(mask)), 1e-12)


def _backward_cut_off(d_output: Array, mask: Array, rate: float) -> Any:
    return reference.dropout_backward(d_output, mask, rate).astype(d_output.dtype)


DROPOUT_BACKWARD = Exercise(
    id="dropout-backward",
    title="Dropout, backward",
    points=1,
    reference=reference.dropout_backward,
    arguments=("d_output", "mask", "rate"),
    returns=("d_X",),
    cases=_backward_cases,
    view=_backward_view,
    read_again="Dropout, backward",
    mistakes=(
        Mistake(
            "unscaled",
            _backward(lambda rate: 1.0),
            "The gradient passes through the mask, but the factor of the forward pass is missing.",
            "If X grows by a little, by how much does the output of a unit that is kept grow?",
        ),
        Mistake(
            "scaled-down",
            _backward(lambda rate: 1 - rate),
            "You multiply where the forward pass divides.",
            "If X grows by a little, by how much does the output of a unit that is kept grow?",
        ),
        Mistake(
            "divided-by-rate",
            _backward(lambda rate: float(np.float64(1) / rate) if rate else np.inf),
            "You divide by the probability to drop.",
            "Which factor did the forward pass use?",
        ),
        Mistake(
            "scaled-twice",
            _backward(lambda rate: 1 / (1 - rate) ** 2),
            "The factor is there twice.",
            "How often does the factor stand in the forward pass?",
        ),
        Mistake(
            "scaled-by-measured-share",
            _measured_share,
            "You divide by the share of True in the mask. The forward pass used the probability to "
            "be kept.",
            "Which factor did the forward pass use? The gradient needs the same.",
        ),
        Mistake(
            "mask-ignored",
            _backward(lambda rate: 1 / (1 - rate), masked=False),
            "The gradient also reaches inputs that were dropped.",
            "How does the output change when a dropped input changes?",
        ),
        Mistake(
            "gradient-unchanged",
            _backward(lambda rate: 1.0, masked=False),
            "The gradient comes out as it came in: neither the mask nor the factor is used.",
            "What did the forward pass do to X? Each step of it has its place in the gradient.",
        ),
        Mistake(
            "mask-reversed",
            lambda d_output, mask, rate: d_output * ~mask / (1 - rate),
            "The gradient reaches exactly those inputs that were dropped.",
            "What does True stand for in the mask?",
            also=(
                lambda d_output, mask, rate: d_output * ~mask,
                lambda d_output, mask, rate: d_output * ~mask / (rate or np.inf),
            ),
        ),
        Mistake(
            "new-mask",
            _new_mask,
            "You draw a new mask for the way back. Units that said nothing get the blame then.",
            "Which units contributed to the cost? Where is that written?",
            also=(_new_mask_unscaled,),
        ),
        Mistake(
            "mask-returned",
            lambda d_output, mask, rate: mask / (1 - rate),
            "You return the derivative of the layer alone. The gradient that arrives from above is "
            "not used.",
            "What does the chain rule do with the two derivatives?",
            also=(lambda d_output, mask, rate: 1.0 * mask,),
        ),
        Mistake(
            "whole-numbers",
            _backward_cut_off,
            "For integer gradients the decimals of your result are cut off.",
            "What is the dtype of the array that you write into?",
        ),
    ),
)
