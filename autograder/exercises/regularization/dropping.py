"""Dropout, forward: the random mask is judged by its properties.

Long because each of more than twenty mistakes is declared here with its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, away_from_zero, seed
from autograder.exercises.regularization.masks import dropout_view
from autograder.probes import materials
from course_lib import dropout as reference

Draw = Callable[[Any, Array, float], Array]
"""Makes a mask from a generator, an array and the probability to keep."""


def _forward_cases(rng: Rng) -> list[Case]:
    """In training, batches so large that chance explains nothing; small ones where it has no part.

    No more than 4,500 entries, so that output and mask may come back as lists; and never a number
    of which the share 1 - rate is whole, so that the share kept cannot hit it exactly.
    """

    def batch(name: str, shape: tuple[int, int], rate: float, training: bool = True) -> Case:
        X = away_from_zero(rng, *shape)
        return Case(name, (X, rate, materials.generator(seed(rng)), training))

    def of(name: str, X: Array, rate: float, training: bool = True) -> Case:
        return Case(name, (X, rate, materials.generator(seed(rng)), training))

    whole = rng.choice([-3, -2, -1, 1, 2, 3, 5], size=(61, 71))
    relu = away_from_zero(rng, 59, 73)
    return [
        batch("a batch, rate 0.2", (61, 73), 0.2),
        batch("rate 0.5", (67, 61), 0.5),
        batch("rate 0.8", (71, 59), 0.8),
        batch("rate 0.15", (61, 71), 0.15),
        batch("one row", (1, 3989), 0.3),
        batch("one unit", (2003, 1), 0.6),
        of("integer inputs", whole, 0.3),
        of("float32 inputs", away_from_zero(rng, 59, 73).astype(np.float32), 0.4),
        of("inputs of which many are 0", np.maximum(relu, 0.0), 0.3),
        of("large values", 1e6 * away_from_zero(rng, 57, 74), 0.7),
        batch("rate 0", (4, 5), 0.0),
        batch("after training", (4, 7), 0.5, training=False),
        of("after training, integer inputs", whole[:7, :9], 0.25, training=False),
        batch("after training, rate 0", (3, 2), 0.0, training=False),
    ]


def _every_entry(rng: Any, X: Array, keep: float) -> Array:
    return np.asarray(rng.random(X.shape) < keep)


def _dropper(
    draw: Draw = _every_entry,
    *,
    scale: Callable[[float, Array], Any] = lambda rate, mask: 1 / (1 - rate),
    after: Callable[[Array, float], Any] = lambda X, rate: X,
    training_only: bool = True,
    given_mask: Callable[[Array, float], Any] = lambda mask, rate: mask,
    given_after: Callable[[Array], Any] = lambda X: np.ones(X.shape, dtype=bool),
) -> Callable[..., Any]:
    """Dropout with exchangeable parts, from which the wrong ones are made.

    Args:
        draw: makes the mask.
        scale: the factor of what is kept.
        after: what comes out after training.
        training_only: whether `training` is asked for at all.
        given_mask: what is returned as the mask.
        given_after: the same, after training.
    """

    def forward(X: Array, rate: float, rng: Any, training: bool) -> Any:
        if training_only and not training:
            return after(X, rate), given_after(X)
        mask = draw(rng, X, 1 - rate)
        return X * mask * scale(rate, mask), given_mask(mask, rate)

    return forward


def _training_reversed(X: Array, rate: float, rng: Any, training: bool) -> Any:
    return reference.dropout_forward(X, rate, rng, not training)


def _two_draws(X: Array, rate: float, rng: Any, training: bool) -> Any:
    output, _ = reference.dropout_forward(X, rate, rng, training)
    return output, reference.dropout_forward(X, rate, rng, training)[1]


def _mask_from_output(X: Array, rate: float, rng: Any, training: bool) -> Any:
    output, _ = reference.dropout_forward(X, rate, rng, training)
    return output, output != 0


def _cut_off(X: Array, rate: float, rng: Any, training: bool) -> Any:
    output, mask = reference.dropout_forward(X, rate, rng, training)
    return output.astype(X.dtype), mask


def _never(X: Array, rate: float, rng: Any, training: bool) -> Any:
    return X, np.ones(X.shape, dtype=bool)


def _balanced_rows(rng: Any, X: Array, keep: float) -> Array:
    """The same number of entries in every row, at random places."""
    line = np.arange(X.shape[1]) < round(keep * X.shape[1])
    return np.asarray(rng.permuted(np.tile(line, (len(X), 1)), axis=1))


def _balanced_columns(rng: Any, X: Array, keep: float) -> Array:
    return _balanced_rows(rng, X.T, keep).T


def _first_entries(rng: Any, X: Array, keep: float) -> Array:
    return (np.arange(X.size) < round(keep * X.size)).reshape(X.shape)


def _weakest_dropped(rng: Any, X: Array, keep: float) -> Array:
    return np.asarray(np.abs(X) >= np.quantile(np.abs(X), 1 - keep))


def _per_row(rng: Any, X: Array, keep: float) -> Array:
    return np.repeat(rng.random((len(X), 1)) < keep, X.shape[1], axis=1)


def _per_column(rng: Any, X: Array, keep: float) -> Array:
    return np.repeat(rng.random((1, X.shape[1])) < keep, len(X), axis=0)


def _all_at_once(rng: Any, X: Array, keep: float) -> Array:
    return np.full(X.shape, rng.random() < keep)


def _normal(rng: Any, X: Array, keep: float) -> Array:
    return np.asarray(rng.normal(size=X.shape) > 1 - keep)


def _own(number: int) -> Draw:
    return lambda rng, X, keep: np.asarray(np.random.default_rng(number).random(X.shape) < keep)


def _own_reversed(rng: Any, X: Array, keep: float) -> Array:
    return np.asarray(np.random.default_rng(42).random(X.shape) >= 1 - keep)


def _legacy(rng: Any, X: Array, keep: float) -> Array:
    return np.asarray(np.random.RandomState(0).rand(*X.shape) < keep)


def _dropped_with_keep(rng: Any, X: Array, keep: float) -> Array:
    return np.asarray(rng.random(X.shape) < 1 - keep)


DROPOUT_FORWARD = Exercise(
    id="dropout-forward",
    title="Dropout, forward",
    points=3,
    reference=reference.dropout_forward,
    arguments=("X", "rate", "rng", "training"),
    returns=("output", "mask"),
    cases=_forward_cases,
    view=dropout_view,
    read_again="Dropout, forward",
    mistakes=(
        Mistake(
            "keep-and-drop-swapped",
            _dropper(_dropped_with_keep),
            "You keep an entry with the probability with which it should be dropped.",
            "With a rate of 0.2, how many of ten units still speak?",
            also=(
                _dropper(_dropped_with_keep, scale=lambda rate, mask: 1 / max(rate, 1e-12)),
                _dropper(_dropped_with_keep, scale=lambda rate, mask: 1.0),
            ),
        ),
        Mistake(
            "no-scaling",
            _dropper(scale=lambda rate, mask: 1.0),
            "Entries that are kept come out as they were. The factor is missing that makes up for "
            "those that are dropped.",
            "What is the mean output of a unit of 1 in training, and what is it afterwards?",
        ),
        Mistake(
            "scaled-after-training",
            _dropper(scale=lambda rate, mask: 1.0, after=lambda X, rate: X * (1 - rate)),
            "You scale after training, as the first paper on dropout did. It works, but here the "
            "factor belongs to training, and afterwards nothing is touched.",
            "What should a network cost that is only used, and no longer trained?",
            also=(_dropper(after=lambda X, rate: X * (1 - rate)),),
        ),
        Mistake(
            "scaled-down",
            _dropper(scale=lambda rate, mask: 1 - rate),
            "You make what is kept smaller, where it must become larger.",
            "Some units are silent. What must the others do so that the mean stays?",
        ),
        Mistake(
            "divided-by-rate",
            _dropper(scale=lambda rate, mask: np.float64(1) / rate),
            "You divide by the probability to drop.",
            "With a rate of 0.2, which share of the units is left, and by how much must it grow?",
        ),
        Mistake(
            "scaled-by-measured-share",
            _dropper(scale=lambda rate, mask: 1 / max(float(np.mean(mask)), 1e-12)),
            "You divide by the share that happened to be kept. What is asked for is the "
            "probability to be kept, which is the same in every step.",
            "Would one unit's output depend on what chance did to the others?",
        ),
        Mistake(
            "active-after-training",
            _dropper(training_only=False),
            "You drop units after training as well.",
            "What is the argument `training` for?",
        ),
        Mistake(
            "training-reversed",
            _training_reversed,
            "You drop units after training, and none while training.",
            "Which of the two branches belongs to `training` being true?",
        ),
        Mistake(
            "never-drops",
            _never,
            "Nothing is ever dropped.",
            "Where is the random mask, and is the branch that uses it ever reached?",
        ),
        Mistake(
            "mask-reversed",
            _dropper(
                given_mask=lambda mask, rate: ~mask,
                given_after=lambda X: np.zeros(X.shape, dtype=bool),
            ),
            "The output is right, but your mask is True where an entry was dropped.",
            "What does True stand for in the mask that must come back?",
            also=(_dropper(given_mask=lambda mask, rate: ~mask),),
        ),
        Mistake(
            "mask-scaled",
            _dropper(given_mask=lambda mask, rate: mask / (1 - rate)),
            "Your mask already holds the factor. What must come back are truth values: True where "
            "kept.",
            "What will the backward pass make of a mask that is not only zeros and ones?",
        ),
        Mistake(
            "no-mask-after-training",
            _dropper(given_after=lambda X: None),
            "After training there is no mask. It should be there, and say that all was kept.",
            "What will the backward pass do with None?",
        ),
        Mistake(
            "two-draws",
            _two_draws,
            "Output and mask do not belong together: each was drawn by itself.",
            "How often does your function draw, and which draw does each of the two use?",
        ),
        Mistake(
            "mask-from-output",
            _mask_from_output,
            "Your mask asks which outputs are 0. An input that was 0 from the start looks dropped "
            "then, whatever was drawn.",
            "What comes out of an entry of 0 that is kept?",
        ),
        Mistake(
            "one-draw-per-row",
            _dropper(_per_row),
            "All units of a sample are dropped together: one number is drawn for each row.",
            "How many decisions are there for 4 samples and 3 units?",
        ),
        Mistake(
            "one-draw-per-column",
            _dropper(_per_column),
            "A unit is dropped for all samples at once: one number is drawn for each column.",
            "How many decisions are there for 4 samples and 3 units?",
            also=(
                _dropper(lambda rng, X, keep: rng.random(X.shape[1]) < keep),
                _dropper(lambda rng, X, keep: rng.random((1, X.shape[1])) < keep),
            ),
        ),
        Mistake(
            "one-draw-for-all",
            _dropper(_all_at_once),
            "One number decides for the whole batch: everything is kept or everything is dropped.",
            "How many decisions are there for 4 samples and 3 units?",
        ),
        Mistake(
            "same-number-everywhere",
            _dropper(_balanced_rows),
            "In every row (or column) the same number of units is dropped. Each one should be "
            "dropped by itself, so that their number varies.",
            "Toss ten coins: are there always five heads?",
            also=(_dropper(_balanced_columns),),
        ),
        Mistake(
            "not-random",
            _dropper(_first_entries),
            "The places that you drop are not random: they follow a pattern.",
            "What would a network learn if the same places were silent in every step?",
        ),
        Mistake(
            "weakest-dropped",
            _dropper(_weakest_dropped),
            "You drop the entries that are smallest. Dropout does not look at what a unit says: "
            "chance decides.",
            "Which part of your function would come out otherwise with another generator?",
            also=(
                _dropper(lambda rng, X, keep: np.abs(X) > np.quantile(np.abs(X), 1 - keep)),
                _dropper(lambda rng, X, keep: np.quantile(X, 1 - keep) <= X),
                _dropper(lambda rng, X, keep: np.quantile(X, 1 - keep) < X),
            ),
        ),
        Mistake(
            "normal-instead-of-uniform",
            _dropper(_normal),
            "You compare numbers from a normal distribution with the rate. How many of them pass "
            "has little to do with it.",
            "Which distribution lies below 0.2 in exactly 20 of 100 cases?",
            also=(_dropper(lambda rng, X, keep: rng.normal(size=X.shape) > keep),),
        ),
        Mistake(
            "own-generator",
            _dropper(_own(0)),
            "You draw from a generator of your own, which begins anew in each call, so every step "
            "drops the same places. The generator `rng` is handed over for this.",
            "What does `rng` do in your function?",
            also=(_dropper(_own(42)), _dropper(_own_reversed), _dropper(_legacy)),
        ),
        Mistake(
            "whole-numbers",
            _cut_off,
            "For integer inputs the decimals of your output are cut off.",
            "What is the dtype of the array that you write into?",
        ),
    ),
)
