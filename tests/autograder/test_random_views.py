"""Random answers of unit 05: any way of drawing is right, and wrong distributions are found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.exercises.model import Exercise
from autograder.exercises.regularization.augmenting import AUGMENT_BATCH
from autograder.exercises.regularization.chance import REFUSED, chance
from autograder.exercises.regularization.dropping import DROPOUT_FORWARD
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe_target
from autograder.verdict import Verdict
from course_lib.augmentation import shift_image

Answer = Callable[..., Any]
SEEDS = range(20, 28)


def verdict(exercise: Exercise, answer: Answer, seed: int) -> Verdict:
    ready = marking(exercise, seed)
    return judge(ready, observe_target("call", answer, [case.args for case in ready.cases]))


def dropping(draw: Callable[[Any, tuple[int, ...], float], Any]) -> Answer:
    """Dropout with a mask that `draw(rng, shape, keep)` makes."""

    def dropout_forward(X: Any, rate: float, rng: Any, training: bool) -> Any:
        if not training:
            return X, np.ones(X.shape, dtype=bool)
        mask = np.asarray(draw(rng, X.shape, 1 - rate)).astype(bool)
        return np.where(mask, X / (1 - rate), 0.0), mask

    return dropout_forward


def in_loops(rng: Any, shape: tuple[int, ...], keep: float) -> Any:
    rows, columns = shape
    return [[rng.random() < keep for _ in range(columns)] for _ in range(rows)]


RIGHT_MASKS = {
    "uniform below": lambda rng, shape, keep: rng.random(shape) < keep,
    "uniform above": lambda rng, shape, keep: rng.uniform(size=shape) >= 1 - keep,
    "binomial": lambda rng, shape, keep: rng.binomial(1, keep, size=shape),
    "choice": lambda rng, shape, keep: rng.choice([False, True], size=shape, p=[1 - keep, keep]),
    "float32": lambda rng, shape, keep: rng.random(shape, dtype=np.float32) < keep,
    "column by column": lambda rng, shape, keep: rng.random(shape[::-1]).T < keep,
    "loops": in_loops,
}

WRONG_MASKS = {
    "a rate that is too high": lambda rng, shape, keep: rng.random(shape) < keep - 0.15,
    "every second row copied": lambda rng, shape, keep: np.repeat(
        rng.random((shape[0] // 2 + 1, shape[1])) < keep, 2, axis=0
    )[: shape[0]],
    "sorted": lambda rng, shape, keep: np.sort(rng.random(shape), axis=1) < keep,
    "same for all rows": lambda rng, shape, keep: np.tile(
        rng.random(shape[1]) < keep, (shape[0], 1)
    ),
    "a fixed number in each row": lambda rng, shape, keep: rng.permuted(
        np.tile(np.arange(shape[1]) < keep * shape[1], (shape[0], 1)), axis=1
    ),
    "nothing dropped": lambda rng, shape, keep: np.ones(shape),
}


@pytest.mark.parametrize("draw", RIGHT_MASKS.values(), ids=RIGHT_MASKS)
def test_any_way_of_drawing_a_mask_is_right(draw: Any) -> None:
    for seed in SEEDS:
        assert () == verdict(DROPOUT_FORWARD, dropping(draw), seed).failures


@pytest.mark.parametrize("draw", WRONG_MASKS.values(), ids=WRONG_MASKS)
def test_masks_of_another_distribution_are_found(draw: Any) -> None:
    for seed in SEEDS:
        assert 0 == verdict(DROPOUT_FORWARD, dropping(draw), seed).points


def augmenting(draw: Callable[[Any, int, int], Any]) -> Answer:
    """Augmentation with the shifts (n, 2) that `draw(rng, n, max_shift)` makes."""

    def augment_batch(images: Any, max_shift: int, rng: Any, training: bool) -> Any:
        if not training:
            return images
        shifts = np.asarray(draw(rng, len(images), max_shift)).tolist()
        pairs = zip(images, shifts, strict=True)
        return [shift_image(image, int(r), int(c)) for image, (r, c) in pairs]

    return augment_batch


RIGHT_SHIFTS = {
    "integers": lambda rng, n, m: rng.integers(-m, m + 1, size=(n, 2)),
    "rows, then columns": lambda rng, n, m: (
        np.array([rng.integers(-m, m, size=n, endpoint=True) for _ in range(2)]).T
    ),
    "one by one": lambda rng, n, m: [[rng.integers(-m, m + 1) for _ in "rc"] for _ in range(n)],
    "choice": lambda rng, n, m: rng.choice(np.arange(-m, m + 1), size=(n, 2)),
    "floor": lambda rng, n, m: np.floor(rng.uniform(-m, m + 1, size=(n, 2))),
    "one number for both": lambda rng, n, m: (
        np.array(np.divmod(rng.integers((2 * m + 1) ** 2, size=n), 2 * m + 1)).T - m
    ),
}

WRONG_SHIFTS = {
    "rounded": lambda rng, n, m: np.rint(rng.uniform(-m, m, size=(n, 2))),
    "sum of coins": lambda rng, n, m: rng.binomial(2 * m, 0.5, size=(n, 2)) - m,
    "zero left out": lambda rng, n, m: rng.choice(
        [k for k in range(-m, m + 1) if k] or [0], size=(n, 2)
    ),
    "one too far": lambda rng, n, m: rng.integers(-m, m + 2, size=(n, 2)),
    "all alike": lambda rng, n, m: np.tile(rng.integers(-m, m + 1, size=2), (n, 1)),
    "rows as columns": lambda rng, n, m: np.repeat(rng.integers(-m, m + 1, size=(n, 1)), 2, axis=1),
}


@pytest.mark.parametrize("draw", RIGHT_SHIFTS.values(), ids=RIGHT_SHIFTS)
def test_any_way_of_drawing_shifts_is_right(draw: Any) -> None:
    for seed in SEEDS:
        assert () == verdict(AUGMENT_BATCH, augmenting(draw), seed).failures


@pytest.mark.parametrize("draw", WRONG_SHIFTS.values(), ids=WRONG_SHIFTS)
def test_shifts_of_another_distribution_are_found(draw: Any) -> None:
    for seed in SEEDS:
        assert 0 == verdict(AUGMENT_BATCH, augmenting(draw), seed).points


@pytest.mark.parametrize(
    ("exercise", "answer"),
    [
        (DROPOUT_FORWARD, dropping(lambda _, *rest: in_loops(np.random.default_rng(), *rest))),
        (
            AUGMENT_BATCH,
            augmenting(lambda _, n, m: np.random.default_rng().integers(-m, m + 1, size=(n, 2))),
        ),
    ],
    ids=["dropout-forward", "augment-batch"],
)
def test_random_numbers_from_elsewhere_are_found(exercise: Exercise, answer: Answer) -> None:
    result = verdict(exercise, answer, 1)
    assert (0, "not-repeatable") == (result.points, result.mistake)


@pytest.mark.parametrize("n", [500, 1800, 4400])
@pytest.mark.parametrize("p", [1 / 5, 1 / 3, 0.5, 0.8])
def test_a_share_leaves_its_bounds_less_often_than_stated(n: int, p: float) -> None:
    from scipy.stats import binom

    above, below = n * (p + chance(n)), n * (p - chance(n))
    assert binom.sf(np.floor(above), n, p) + binom.cdf(np.ceil(below), n, p) < REFUSED


def test_nothing_is_said_about_the_mean_of_no_numbers() -> None:
    assert np.inf == chance(0)


@pytest.mark.parametrize(
    ("exercise", "answer", "sentence"),
    [
        (DROPOUT_FORWARD, lambda X, rate, rng, training: X, "two things"),
        (DROPOUT_FORWARD, lambda X, rate, rng, training: (X[:0], X), "`output` must be"),
        (DROPOUT_FORWARD, lambda X, rate, rng, training: (X, np.ones(3)), "`mask` must have"),
        (AUGMENT_BATCH, lambda images, m, rng, training: images[:0], "a batch of the shape"),
    ],
    ids=["no mask", "another output", "another mask", "another batch"],
)
def test_what_cannot_be_looked_at_is_told_in_a_sentence(
    exercise: Exercise, answer: Answer, sentence: str
) -> None:
    result = verdict(exercise, answer, 1)
    assert 0 == result.points
    assert sentence in result.failures[0].message
