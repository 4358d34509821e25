"""Rotating an image about its centre, with bilinear interpolation.

Most images have a border of zeros, so that every sound way to treat the edge gives the same result;
where they have none, the rim is judged in quarter turns only (`_without_rim`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import ndimage

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, framed
from autograder.exercises.regularization.warping import (
    TOLERANCE,
    corner,
    cut_off,
    exchanged_centre,
    half_a_pixel_off,
    last_lost,
    rounded_off,
    sampled,
    splashed,
    warped,
    whole_centre,
)
from autograder.matching import numbers
from course_lib import augmentation as reference


def _rotation_cases(rng: Rng) -> list[Case]:
    """Sizes and angles in which no point lies exactly half-way between two pixels.

    There, a rounding error would decide what the nearest pixel is, and "nearest-pixel" would not be
    recognised.
    """
    angle = float(rng.uniform(10, 80))
    whole = np.zeros((7, 8), dtype=int)
    whole[1:-1, 1:-1] = rng.integers(1, 256, size=(5, 6))
    return [
        Case("a small example, a quarter turn", (framed(rng, 5, 5).round(1), 90.0), show=True),
        Case("some angle", (framed(rng, 9, 9), angle)),
        Case("some angle, clockwise", (framed(rng, 9, 9), -angle)),
        Case("half of a quarter turn", (framed(rng, 9, 7), 45.0)),
        Case("a small angle", (framed(rng, 10, 7), 7.5)),
        Case("more columns than rows", (framed(rng, 6, 11), 30.0)),
        Case("more rows than columns", (framed(rng, 12, 5), -60.0)),
        Case("an even number of rows, an odd one of columns", (framed(rng, 8, 7), 20.0)),
        Case("a quarter turn of an image that is not square", (framed(rng, 6, 8), 90.0)),
        Case("half a turn", (framed(rng, 6, 7), 180.0)),
        Case("a whole turn", (framed(rng, 6, 6), 360.0)),
        Case("no turn", (framed(rng, 5, 6), 0.0)),
        Case("one row without a border", (np.arange(1.0, 10.0)[np.newaxis], 90.0)),
        Case("no turn, no border", (np.arange(1.0, 13.0).reshape(3, 4), 0.0)),
        Case("more than a whole turn", (framed(rng, 8, 9), 400.0)),
        Case("an angle that is an integer", (framed(rng, 7, 7), 15)),
        Case("integer inputs", (whole, 35.0)),
        Case("content up to the edge", (rng.uniform(0.1, 1.0, size=(7, 10)), 35.0)),
        Case("content up to the edge, clockwise", (rng.uniform(0.1, 1.0, size=(9, 6)), -70.0)),
        Case("float32 inputs", (framed(rng, 8, 10).astype(np.float32), -25.0)),
    ]


def _counter_clockwise(degrees: float) -> Array:
    """Where an offset (rows down, columns right) was before a turn counter-clockwise."""
    t = np.deg2rad(degrees)
    return np.array([[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]])


def _clockwise(degrees: float) -> Array:
    return _counter_clockwise(-degrees)


def _rotated_by_formula(whole: Callable[[Array], Array]) -> Callable[..., Any]:
    """Nearest pixels from the formula as it is usually typed, with its own rounding errors."""

    def rotate(image: Array, degrees: float) -> Any:
        height, width = image.shape
        t, (row, column) = np.deg2rad(degrees), np.indices(image.shape)
        cy, cx = (height - 1) / 2, (width - 1) / 2
        y = whole(cy + (row - cy) * np.cos(t) + (column - cx) * np.sin(t)).astype(int)
        x = whole(cx - (row - cy) * np.sin(t) + (column - cx) * np.cos(t)).astype(int)
        inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
        return np.where(inside, image[y % height, x % width], 0.0)

    return rotate


def _without_rim(case: Case, value: Any) -> Any:
    """The result, with 0 where a point comes from the rim: less than a pixel outside of the image.

    There, sound ways differ: one fades out to the zeros outside, another cuts off at the edge; and
    on the edge itself rounding decides on which side a point lies. Quarter turns are judged whole:
    in them every point of an image without a border lies on a pixel or far outside, exactly.
    """
    image, degrees = case.args
    got = numbers(value)
    if got is None or got.shape != image.shape or degrees % 90 == 0:
        return value
    last = np.array(image.shape)[:, np.newaxis] - 1
    offsets = np.indices(image.shape).reshape(2, -1) - last / 2
    points = _counter_clockwise(degrees) @ offsets + last / 2
    outside = np.max(np.maximum(-points, points - last), axis=0)
    rim = (outside > -1e-6) & (outside < 1 + 1e-6)
    return np.where(rim.reshape(image.shape), 0.0, got)


ROTATE_IMAGE = Exercise(
    id="rotate-image",
    title="Rotating an image",
    points=2,
    reference=reference.rotate_image,
    arguments=("image", "degrees"),
    cases=_rotation_cases,
    tolerance=TOLERANCE,
    view=_without_rim,
    read_again="Rotate",
    mistakes=(
        warped(
            "clockwise",
            "You turn clockwise. Rows count downwards, so a formula from a drawing with an upward "
            "axis turns the other way round; or you follow a pixel forwards where you need to know "
            "where it came from.",
            "After a quarter turn counter-clockwise, where is the pixel that was on the right?",
            (_clockwise, None),
        ),
        warped(
            "about-the-corner",
            "You turn about the corner of the image, so that the content swings out of the frame.",
            "Which point of the image should stay where it is?",
            (_counter_clockwise, corner),
            (_clockwise, corner),
        ),
        warped(
            "radians-and-degrees",
            "The angle comes in degrees, but you use it as if it were in radians.",
            "What does the cosine of NumPy expect, and what is it for a quarter turn?",
            (lambda degrees: _counter_clockwise(np.rad2deg(degrees)), None),
            (lambda degrees: _clockwise(np.rad2deg(degrees)), None),
        ),
        Mistake(
            "nearest-pixel",
            sampled(_counter_clockwise, adjust=lambda points: np.floor(np.round(points, 9) + 0.5)),
            "You take the nearest pixel. Bilinear interpolation takes the weighted mean of the "
            "four pixels around a point.",
            "What should a point half-way between a 0 and a 1 become?",
            also=(
                sampled(_counter_clockwise, adjust=lambda points: np.rint(np.round(points, 9))),
                sampled(_counter_clockwise, adjust=lambda points: np.floor(points + 1e-9)),
                sampled(_counter_clockwise, order=0),
                _rotated_by_formula(np.rint),
                _rotated_by_formula(np.trunc),
            ),
        ),
        Mistake(
            "pixels-sent-forward",
            splashed(_counter_clockwise),
            "You ask of each pixel where it goes. Some places are hit twice then, and others "
            "never: they stay black.",
            "Of which image should each pixel be visited once, the old one or the new one?",
            also=(splashed(_clockwise),),
        ),
        warped(
            "centre-half-a-pixel-off",
            "Your centre lies half a pixel off. With rows 0 to 4, the middle one is row 2.",
            "Which number is half-way between the first and the last row?",
            (_counter_clockwise, half_a_pixel_off),
            (_counter_clockwise, whole_centre),
        ),
        warped(
            "centre-exchanged",
            "The two coordinates of your centre are exchanged: you use the width for the rows.",
            "Which entry of the shape belongs to the rows?",
            (_counter_clockwise, exchanged_centre),
            (_clockwise, exchanged_centre),
        ),
        Mistake(
            "frame-grows",
            lambda image, degrees: ndimage.rotate(image * 1.0, degrees, order=1),
            "Your frame grows so that the corners fit in. The image should keep its size.",
            "Can images of different sizes stand in one batch?",
        ),
        Mistake(
            "edge-repeated",
            sampled(_counter_clockwise, mode="nearest"),
            "Outside of the image you go on with the pixels at its edge, so that they are smeared "
            "over the margin. What lies outside is 0.",
            "What does your function do with a point far outside of the image?",
            also=(
                sampled(_counter_clockwise, mode="reflect"),
                sampled(_counter_clockwise, mode="grid-wrap"),
            ),
        ),
        Mistake(
            "last-row-lost",
            last_lost(_counter_clockwise),
            "The last row and the last column of the image get lost, although they lie inside it.",
            "A point exactly on the last row: do you count it as inside or as outside?",
        ),
        Mistake(
            "cubic",
            lambda image, degrees: ndimage.rotate(image * 1.0, degrees, reshape=False),
            "You interpolate with cubic splines, which overshoot at edges. Bilinear is asked for.",
            "Which order of interpolation does your function use when nothing is said?",
        ),
        warped(
            "quarter-turns-only",
            "You turn by multiples of 90 degrees only.",
            "What should happen for an angle of 20 degrees?",
            (lambda degrees: _counter_clockwise(90.0 * round(degrees / 90)), None),
        ),
        warped(
            "one-sign-wrong",
            "The signs in your formula do not fit each other: the image is sheared and not turned.",
            "In a rotation, one of the two sines has another sign than the other.",
            (lambda degrees: np.abs(_counter_clockwise(degrees)), None),
            (lambda degrees: _counter_clockwise(degrees) * np.array([[1, 1], [-1, 1]]), None),
            (lambda degrees: _counter_clockwise(degrees) * np.array([[1, -1], [1, 1]]), None),
        ),
        Mistake(
            "whole-numbers",
            cut_off(reference.rotate_image),
            "For images of integers the decimals of your result are cut off.",
            "What is the dtype of the array that you write into?",
            also=(rounded_off(reference.rotate_image),),
        ),
    ),
)
