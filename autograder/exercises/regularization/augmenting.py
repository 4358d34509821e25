"""A batch in which every image is shifted by chance; the shifts are found again and judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, seed
from autograder.exercises.regularization.moves import batch_view
from autograder.probes import materials
from course_lib import augmentation as reference

Draw = Callable[[Any, int, int], Any]
"""Draws the shifts, (n, 2), from a generator, the number of images and the largest shift."""


def _augment_cases(rng: Rng) -> list[Case]:
    """Batches small enough to come back as lists: at most 10,000 values, 1,000 images."""

    def of(name: str, images: Array, max_shift: int, training: bool = True) -> Case:
        return Case(name, (images, max_shift, materials.generator(seed(rng)), training))

    def grey(*shape: int) -> Array:
        return rng.uniform(0.2, 1.0, size=shape)

    whole = rng.integers(1, 256, size=(60, 5, 7)).astype(np.uint8)
    return [
        of("many images, shifts up to 2", grey(250, 5, 6), 2),
        of("many small images, shifts up to 1", grey(900, 3, 2), 1),
        of("shifts up to 3", grey(40, 8, 9), 3),
        of("one image", grey(1, 6, 5), 2),
        of("a few images", grey(5, 7, 6), 3),
        of("integer inputs", whole, 1),
        of("float32 inputs", grey(50, 6, 5).astype(np.float32), 2),
        of("values below 0", -grey(40, 5, 6), 1),
        of("a limit of 0", grey(6, 4, 5), 0),
        of("not in training", grey(9, 5, 6), 2, training=False),
        of("not in training, one image", grey(1, 6, 4), 3, training=False),
        of("not in training, integer inputs", whole[:5], 1, training=False),
    ]


def _even(rng: Any, n: int, m: int) -> Any:
    return rng.integers(-m, m + 1, size=(n, 2))


def _augmenter(
    draw: Draw = _even,
    *,
    move: Callable[[Array, int, int], Any] = reference.shift_image,
    training_only: bool = True,
) -> Callable[..., Any]:
    """Augmentation with exchangeable parts, from which the wrong ones are made."""

    def augment(images: Array, max_shift: int, rng: Any, training: bool) -> Any:
        if training_only and not training:
            return images
        shifts = np.asarray(draw(rng, len(images), max_shift)).astype(int)
        pairs = zip(images, shifts.tolist(), strict=True)
        return np.stack([move(image, rows, columns) for image, (rows, columns) in pairs])

    return augment


def _training_reversed(images: Array, max_shift: int, rng: Any, training: bool) -> Any:
    return reference.augment_batch(images, max_shift, rng, not training)


def _rolled(image: Array, rows: int, columns: int) -> Array:
    return np.roll(image, (rows, columns), axis=(0, 1))


def _edge_copied(image: Array, rows: int, columns: int) -> Array:
    height, width = image.shape
    padded = np.pad(image, ((abs(rows),) * 2, (abs(columns),) * 2), "edge")
    top, left = abs(rows) - rows, abs(columns) - columns
    return padded[top : top + height, left : left + width]


def _one_for_all(rng: Any, n: int, m: int) -> Any:
    return np.tile(_even(rng, 1, m), (n, 1))


def _diagonal(rng: Any, n: int, m: int) -> Any:
    return np.repeat(rng.integers(-m, m + 1, size=(n, 1)), 2, axis=1)


def _end_excluded(rng: Any, n: int, m: int) -> Any:
    return rng.integers(-m, m, size=(n, 2)) if m else np.zeros((n, 2))


def _one_axis(axis: int) -> Draw:
    return lambda rng, n, m: _even(rng, n, m) * (np.arange(2) == axis)


def _never_zero(rng: Any, n: int, m: int) -> Any:
    steps = [step for step in range(-m, m + 1) if step]
    return rng.choice(steps, size=(n, 2)) if m else np.zeros((n, 2))


def _rounded(rng: Any, n: int, m: int) -> Any:
    return np.rint(rng.uniform(-m, m, size=(n, 2)))


def _bell_shaped(rng: Any, n: int, m: int) -> Any:
    return np.clip(np.rint(rng.normal(scale=max(m, 1) / 2, size=(n, 2))), -m, m)


def _own(number: int) -> Draw:
    return lambda rng, n, m: _even(np.random.default_rng(number), n, m)


def _legacy(rng: Any, n: int, m: int) -> Any:
    return np.random.RandomState(0).randint(-m, m + 1, size=(n, 2))


AUGMENT_BATCH = Exercise(
    id="augment-batch",
    title="A new batch every time",
    points=2,
    reference=reference.augment_batch,
    arguments=("images", "max_shift", "rng", "training"),
    cases=_augment_cases,
    view=batch_view,
    read_again="A new batch every time",
    mistakes=(
        Mistake(
            "active-after-training",
            _augmenter(training_only=False),
            "You shift images outside of training too. Validation and test ask about the images "
            "as they are.",
            "What is the argument `training` for?",
        ),
        Mistake(
            "training-reversed",
            _training_reversed,
            "You shift images outside of training, and none while training.",
            "Which of the two branches belongs to `training` being true?",
        ),
        Mistake(
            "nothing-shifted",
            lambda images, max_shift, rng, training: images,
            "The images come back as they were, in training too.",
            "Do you return the batch that you built, or the one that you were given?",
        ),
        Mistake(
            "one-shift-for-all",
            _augmenter(_one_for_all),
            "All images of the batch get the same shift.",
            "How often do you draw for a batch of ten images?",
        ),
        Mistake(
            "same-for-rows-and-columns",
            _augmenter(_diagonal),
            "Rows and columns of an image always get the same shift, so that images move along one "
            "diagonal only.",
            "How many random numbers does one image need?",
            also=(_augmenter(lambda rng, n, m: _diagonal(rng, n, m) * np.array([1, -1])),),
        ),
        Mistake(
            "rows-only",
            _augmenter(_one_axis(0)),
            "Images move up and down, but never to the side.",
            "How many random numbers does one image need?",
        ),
        Mistake(
            "columns-only",
            _augmenter(_one_axis(1)),
            "Images move to the side, but never up and down.",
            "How many random numbers does one image need?",
        ),
        Mistake(
            "largest-shift-missing",
            _augmenter(_end_excluded),
            "The largest shift, down and to the right, never occurs.",
            "Does your generator's upper limit belong to the numbers that it draws?",
        ),
        Mistake(
            "never-negative",
            _augmenter(lambda rng, n, m: rng.integers(0, m + 1, size=(n, 2))),
            "Images move down and to the right, but never up or to the left.",
            "What is the smallest shift that may be drawn?",
            also=(_augmenter(lambda rng, n, m: rng.integers(0, max(m, 1), size=(n, 2))),),
        ),
        Mistake(
            "beyond-the-limit",
            _augmenter(lambda rng, n, m: rng.integers(-m - 1, m + 2, size=(n, 2))),
            "Some images move farther than `max_shift`.",
            "Which whole numbers lie between -2 and 2, both included?",
            also=(
                _augmenter(lambda rng, n, m: 2 * _even(rng, n, m)),
                _augmenter(lambda rng, n, m: rng.integers(-m, m + 2, size=(n, 2))),
            ),
        ),
        Mistake(
            "only-the-extremes",
            _augmenter(lambda rng, n, m: rng.choice([-m, m], size=(n, 2))),
            "Every image moves by the largest shift, one way or the other. All whole numbers "
            "between them may come, and 0 too.",
            "How many different shifts of rows are there for `max_shift` = 2?",
        ),
        Mistake(
            "never-zero",
            _augmenter(_never_zero),
            "Shifts of 0 never come. Both ends of the range and all whole numbers between them "
            "are possible.",
            "How many different shifts of rows are there for `max_shift` = 2?",
        ),
        Mistake(
            "not-equally-likely",
            _augmenter(_rounded),
            "Some shifts come more often than others, as when decimal numbers are rounded, or "
            "drawn from a bell curve.",
            "Which decimal numbers are rounded to 2, and which to 0? Are these equally many?",
            also=(
                _augmenter(_bell_shaped),
                _augmenter(lambda rng, n, m: rng.uniform(-m, m, size=(n, 2)).astype(int)),
            ),
        ),
        Mistake(
            "wrapped-around",
            _augmenter(move=_rolled),
            "What leaves an image on one side comes back in on the other.",
            "What should come in? You have written a function for this.",
        ),
        Mistake(
            "edge-repeated",
            _augmenter(move=_edge_copied),
            "What comes in is a copy of the edge. It should be 0.",
            "What lies outside the frame of these images?",
        ),
        Mistake(
            "own-generator",
            _augmenter(_own(0)),
            "You draw from a generator of your own, which begins anew in each call, so that the "
            "same shifts come in every epoch. The generator `rng` is handed over for this.",
            "What does `rng` do in your function?",
            also=(_augmenter(_own(42)), _augmenter(_legacy)),
        ),
    ),
)
