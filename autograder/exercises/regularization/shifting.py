"""Shifting an image by whole pixels: what leaves the frame is lost, what comes in is 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng
from course_lib import augmentation as reference

Move = Callable[[Array, int, int], Any]


def _shift_cases(rng: Rng) -> list[Case]:
    def image(height: int, width: int) -> Array:
        return rng.uniform(0.1, 1.0, size=(height, width))

    small = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    return [
        Case("a small example", (small, 1, -1), show=True),
        Case("down and right", (image(6, 5), 1, 2)),
        Case("up and left", (image(5, 7), -2, -3)),
        Case("down and left", (image(7, 6), 3, -1)),
        Case("up and right", (image(6, 8), -1, 4)),
        Case("rows only", (image(5, 4), 2, 0)),
        Case("columns only", (image(4, 5), 0, -2)),
        Case("not at all", (image(4, 3), 0, 0)),
        Case("by all rows but one", (image(4, 5), 3, 1)),
        Case("by the whole height", (image(3, 6), 3, 1)),
        Case("by the whole width, to the left", (image(6, 3), 1, -3)),
        Case("a little more than the whole height", (image(5, 6), -6, 1)),
        Case("a little more than the whole width", (image(6, 4), 1, 5)),
        Case("down by more than the height", (image(4, 5), 5, 1)),
        Case("right by more than the width", (image(4, 3), 0, 5)),
        Case("left by more than the width", (image(5, 3), 1, -5)),
        Case("far out", (image(4, 5), -9, 11)),
        Case("one row", (image(1, 6), 0, 2)),
        Case("one column", (image(6, 1), -2, 0)),
        Case("one pixel, moved out", (image(1, 1), 0, 1)),
        Case("integer inputs", (rng.integers(1, 256, size=(5, 6)).astype(np.uint8), -1, 2)),
        Case("float32 inputs", (image(6, 4).astype(np.float32), 2, -1)),
        Case("values below 0", (-image(5, 5) - 1, 1, 1)),
    ]


def _padded(image: Array, rows: int, columns: int, mode: Any = "constant", **options: Any) -> Array:
    """Shifted with a border made by `numpy.pad`."""
    height, width = image.shape
    border = np.pad(image, ((abs(rows),) * 2, (abs(columns),) * 2), mode, **options)
    top, left = abs(rows) - rows, abs(columns) - columns
    return border[top : top + height, left : left + width]


def _wrapped(image: Array, rows: int, columns: int) -> Any:
    return np.roll(image, (rows, columns), axis=(0, 1))


def _one_axis_wrapped(axis: int) -> Move:
    """Rolled, and then only one of the two edges set to 0."""

    def move(image: Array, rows: int, columns: int) -> Any:
        result = np.roll(image, (rows, columns), axis=(0, 1)) * 1.0
        by, lines = (rows, result) if axis else (columns, result.T)
        if by > 0:
            lines[:by] = 0
        elif by < 0:
            lines[by:] = 0
        return result

    return move


def _sliced_carelessly(image: Array, rows: int, columns: int) -> Any:
    """Slices that end at `-shift`: for a shift of 0 they are empty, and nothing is copied."""
    result = np.zeros(image.shape)
    height, width = image.shape
    if abs(rows) >= height or abs(columns) >= width or rows == 0 or columns == 0:
        return result
    return reference.shift_image(image, rows, columns)


def _rolled_when_far(image: Array, rows: int, columns: int) -> Any:
    """Zeros come in, but a shift is taken modulo the size of the image."""
    height, width = image.shape
    return reference.shift_image(image, int(np.fmod(rows, height)), int(np.fmod(columns, width)))


def _downwards_only(image: Array, rows: int, columns: int) -> Any:
    """Right for positive shifts; negative ones are left out."""
    return reference.shift_image(image, max(rows, 0), max(columns, 0))


def _grown(image: Array, rows: int, columns: int) -> Any:
    """The frame grows with the shift in the place of cutting."""
    above, left = max(rows, 0), max(columns, 0)
    return np.pad(image, ((above, max(-rows, 0)), (left, max(-columns, 0))))


def _with(change: Callable[[int, int], tuple[int, int]]) -> Move:
    return lambda image, rows, columns: reference.shift_image(image, *change(rows, columns))


SHIFT_IMAGE = Exercise(
    id="shift-image",
    title="Shifting an image",
    points=1,
    reference=reference.shift_image,
    arguments=("image", "rows", "columns"),
    cases=_shift_cases,
    read_again="Shift",
    mistakes=(
        Mistake(
            "wrapped-around",
            _wrapped,
            "What leaves the image on one side comes back in on the other. It should be lost, and "
            "zeros should come in.",
            "What would the sleeve of a pullover look like that leaves on the right?",
            also=(_one_axis_wrapped(0), _one_axis_wrapped(1)),
        ),
        Mistake(
            "rows-and-columns-exchanged",
            _with(lambda rows, columns: (columns, rows)),
            "You move the image across by `rows` and down by `columns`.",
            "Which axis of the array counts rows, the first or the second?",
        ),
        Mistake(
            "direction-reversed",
            _with(lambda rows, columns: (-rows, -columns)),
            "You move the image up and left where it should go down and right.",
            "When the content moves down by one row, which row of the old image is in row 1 of the "
            "new one?",
        ),
        Mistake(
            "up-instead-of-down",
            _with(lambda rows, columns: (-rows, columns)),
            "Rows move the wrong way: positive means down, and row 0 is at the top.",
            "When the content moves down by one row, which row of the old image is in row 1 of the "
            "new one?",
        ),
        Mistake(
            "left-instead-of-right",
            _with(lambda rows, columns: (rows, -columns)),
            "Columns move the wrong way: positive means to the right.",
            "When the content moves right by one column, which column of the old image is in "
            "column 1 of the new one?",
        ),
        Mistake(
            "rows-only",
            _with(lambda rows, columns: (rows, 0)),
            "The image moves up and down, but never to the side.",
            "Which of your lines uses `columns`?",
        ),
        Mistake(
            "columns-only",
            _with(lambda rows, columns: (0, columns)),
            "The image moves to the side, but never up and down.",
            "Which of your lines uses `rows`?",
        ),
        Mistake(
            "positive-only",
            _downwards_only,
            "Negative shifts are not treated as negative: the image never moves up or to the left.",
            "What does `rows` = -1 ask for?",
            also=(_with(lambda rows, columns: (abs(rows), abs(columns))),),
        ),
        Mistake(
            "edge-repeated",
            lambda image, rows, columns: _padded(image, rows, columns, "edge"),
            "What comes in is a copy of the edge. It should be 0.",
            "What lies outside the frame of these images?",
        ),
        Mistake(
            "mirrored-edge",
            lambda image, rows, columns: _padded(image, rows, columns, "symmetric"),
            "What comes in is the image mirrored at its edge. It should be 0.",
            "What lies outside the frame of these images?",
        ),
        Mistake(
            "filled-with-mean",
            lambda image, rows, columns: _padded(
                image * 1.0, rows, columns, constant_values=float(np.mean(image))
            ),
            "What comes in is another number, such as 1 or the mean or the smallest value of the "
            "image. It should be 0.",
            "What lies outside the frame of these images?",
            also=(
                lambda image, rows, columns: _padded(image, rows, columns, constant_values=1),
                lambda image, rows, columns: _padded(
                    image, rows, columns, constant_values=image.min()
                ),
            ),
        ),
        Mistake(
            "filled-with-nan",
            lambda image, rows, columns: _padded(
                image * 1.0, rows, columns, constant_values=float("nan")
            ),
            "What comes in is nan, which is no number. It should be 0.",
            "What lies outside the frame of these images?",
        ),
        Mistake(
            "zero-shift-loses-all",
            _sliced_carelessly,
            "When one of the two shifts is 0, nothing is left of the image.",
            "What does a slice that ends at -0 hold?",
        ),
        Mistake(
            "far-shift-comes-back",
            _rolled_when_far,
            "A shift by the whole size or more brings the image back into the frame.",
            "What should be left when the content has moved farther than the image is wide?",
        ),
        Mistake(
            "frame-grows",
            _grown,
            "Your image grows with the shift. It should keep its size, and what leaves the frame "
            "is lost.",
            "Can images of different sizes stand in one batch?",
        ),
    ),
)
