"""Resizing the content of an image about its centre, with bilinear interpolation.

Images have a border of zeros, so that every sound way to treat the edge gives the same result; in
the one that has none, all points are pixels or lie more than a pixel outside, exactly.
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
from course_lib import augmentation as reference


def _magnified(factor: float) -> Array:
    """Where an offset was before the image was enlarged by `factor`."""
    return np.eye(2) / factor


def _resize_cases(rng: Rng) -> list[Case]:
    factor = float(rng.uniform(1.1, 1.9))
    whole = np.zeros((8, 7), dtype=int)
    whole[1:-1, 1:-1] = rng.integers(1, 256, size=(6, 5))
    small = np.zeros((3, 5))
    small[1, 1:4] = [2.0, 4.0, 6.0]
    return [
        Case("a small example", (small, 2.0), show=True),
        Case("enlarged", (framed(rng, 9, 9), factor)),
        Case("shrunk", (framed(rng, 9, 9), 1 / factor)),
        Case("twice as large", (framed(rng, 8, 7), 2.0)),
        Case("half as large", (framed(rng, 7, 10), 0.5)),
        Case("a little larger", (framed(rng, 10, 6), 1.05)),
        Case("a little smaller", (framed(rng, 6, 11), 0.9)),
        Case("three times as large", (framed(rng, 11, 8), 3)),
        Case("not at all", (framed(rng, 5, 6), 1.0)),
        Case("content up to the edge", (rng.uniform(0.1, 1.0, size=(5, 7)), 0.5)),
        Case("very small", (framed(rng, 9, 7), 0.2)),
        Case("very large", (framed(rng, 6, 9), 7.5)),
        Case("integer inputs", (whole, 1.4)),
        Case("float32 inputs", (framed(rng, 7, 9).astype(np.float32), 0.75)),
    ]


def _zoomed(image: Array, factor: float) -> Any:
    return ndimage.zoom(image * 1.0, factor, order=1)


def _zoomed_and_cropped(image: Array, factor: float) -> Any:
    """The zoomed image, cut or padded around its middle: corners go to corners, not pixels."""
    large = _zoomed(image, factor)
    result = np.zeros(image.shape)
    into, out_of = [], []
    for old, new in zip(image.shape, large.shape, strict=True):
        length = min(old, new)
        into.append(slice((old - length) // 2, (old - length) // 2 + length))
        out_of.append(slice((new - length) // 2, (new - length) // 2 + length))
    result[tuple(into)] = large[tuple(out_of)]
    return result


def _with_factor(change: Callable[[float], float]) -> Callable[..., Any]:
    return lambda image, factor: reference.resize_image(image, change(factor))


RESIZE_IMAGE = Exercise(
    id="resize-image",
    title="Resizing the content of an image",
    points=2,
    reference=reference.resize_image,
    arguments=("image", "factor"),
    cases=_resize_cases,
    tolerance=TOLERANCE,
    read_again="Resize",
    mistakes=(
        Mistake(
            "factor-inverted",
            _with_factor(lambda factor: 1 / factor),
            "You shrink where you should enlarge, and the other way round.",
            "With factor 2, from how far away from the centre does a pixel at distance 4 get its "
            "value?",
        ),
        warped(
            "about-the-corner",
            "You resize from the corner of the image, so that the content moves.",
            "Which point of the image should stay where it is?",
            (_magnified, corner),
            (lambda factor: np.eye(2) * factor, corner),
        ),
        Mistake(
            "nearest-pixel",
            sampled(_magnified, adjust=lambda points: np.floor(np.round(points, 9) + 0.5)),
            "You take the nearest pixel. Bilinear interpolation takes the weighted mean of the "
            "four pixels around a point.",
            "What should a point half-way between a 0 and a 1 become?",
            also=(
                sampled(_magnified, adjust=lambda points: np.rint(np.round(points, 9))),
                sampled(_magnified, adjust=lambda points: np.floor(points + 1e-9)),
                sampled(_magnified, order=0),
            ),
        ),
        Mistake(
            "pixels-sent-forward",
            splashed(_magnified),
            "You ask of each pixel where it goes. When the content grows, many places are never "
            "hit and stay black.",
            "Of which image should each pixel be visited once, the old one or the new one?",
        ),
        warped(
            "centre-half-a-pixel-off",
            "Your centre lies half a pixel off. With rows 0 to 4, the middle one is row 2.",
            "Which number is half-way between the first and the last row?",
            (_magnified, half_a_pixel_off),
            (_magnified, whole_centre),
        ),
        warped(
            "centre-exchanged",
            "The two coordinates of your centre are exchanged: you use the width for the rows.",
            "Which entry of the shape belongs to the rows?",
            (_magnified, exchanged_centre),
        ),
        Mistake(
            "rows-only",
            sampled(lambda factor: np.diag([1 / factor, 1.0])),
            "Only the rows are stretched.",
            "In how many directions does a picture grow when it is enlarged?",
        ),
        Mistake(
            "columns-only",
            sampled(lambda factor: np.diag([1.0, 1 / factor])),
            "Only the columns are stretched.",
            "In how many directions does a picture grow when it is enlarged?",
        ),
        warped(
            "area-instead-of-length",
            "You use the root or the square of the factor, as if it spoke of an area. The height "
            "and the width of the content should change by the factor itself.",
            "With factor 2, how wide is a line of 3 pixels afterwards?",
            (lambda factor: np.eye(2) / np.sqrt(factor), None),
            (lambda factor: np.eye(2) / factor**2, None),
        ),
        Mistake(
            "brightness-scaled",
            lambda image, factor: image * float(factor),
            "You multiply the grey values: the picture becomes brighter and not larger.",
            "What should change, the values of the pixels or their places?",
            also=(lambda image, factor: factor * reference.resize_image(image, factor),),
        ),
        Mistake(
            "frame-grows",
            _zoomed,
            "Your whole frame changes its size. It should stay, and only the content should grow "
            "or shrink in it.",
            "Can images of different sizes stand in one batch?",
        ),
        Mistake(
            "corners-to-corners",
            _zoomed_and_cropped,
            "You stretch the image so that its corners come to lie on corners, and cut or pad it "
            "afterwards. That is not quite the same factor, and the centre moves.",
            "With factor 2, how far apart are two neighbouring pixels afterwards, exactly?",
        ),
        Mistake(
            "edge-repeated",
            sampled(_magnified, mode="nearest"),
            "Outside of the image you go on with the pixels at its edge, so that they are smeared "
            "over the margin. What lies outside is 0.",
            "What does your function do with a point far outside of the image?",
            also=(sampled(_magnified, mode="reflect"), sampled(_magnified, mode="grid-wrap")),
        ),
        Mistake(
            "last-row-lost",
            last_lost(_magnified),
            "The last row and the last column of the image get lost, although they lie inside it.",
            "A point exactly on the last row: do you count it as inside or as outside?",
        ),
        Mistake(
            "cubic",
            sampled(_magnified, order=3, mode="constant"),
            "You interpolate with cubic splines, which overshoot at edges. Bilinear is asked for.",
            "Which order of interpolation does your function use when nothing is said?",
        ),
        Mistake(
            "whole-numbers",
            cut_off(reference.resize_image),
            "For images of integers the decimals of your result are cut off.",
            "What is the dtype of the array that you write into?",
            also=(rounded_off(reference.resize_image),),
        ),
    ),
)
