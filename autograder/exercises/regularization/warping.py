"""Parts from which wrong ways to rotate or resize an image are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import ndimage

from autograder.exercises.model import Mistake, Tolerance
from autograder.exercises.regularization.drawing import Array

TOLERANCE = Tolerance(rtol=1e-4, atol=1e-6)
"""Coordinates computed in float32 move a point by about a millionth of the image's size."""


Turn = Callable[[float], Array]
"""From degrees or a factor to the 2 x 2 matrix that takes an offset back to where it came from."""

Centre = Callable[[int, int], tuple[float, float]]
"""The centre of an image, from its height and width."""


def middle(height: int, width: int) -> tuple[float, float]:
    """The right centre."""
    return (height - 1) / 2, (width - 1) / 2


def sampled(
    turn: Turn,
    *,
    centre: Centre = middle,
    order: int = 1,
    adjust: Callable[[Array], Array] = lambda points: points,
    mode: str = "grid-constant",
) -> Callable[..., Any]:
    """A way to fill each pixel from the point at which it was before.

    Args:
        turn: of an offset from the centre, (rows, columns).
        centre: about which the image is turned or stretched.
        order: of the interpolation: 0 nearest pixel, 1 bilinear, 3 cubic.
        adjust: what is done to the points before they are looked up.
        mode: what lies outside the image, as `scipy.ndimage` calls it: "grid-constant" fades out to
            zeros, "constant" cuts off at the edge.
    """

    def warp(image: Array, amount: float) -> Any:
        image = np.asarray(image, dtype=float)
        grid = np.indices(image.shape).reshape(2, -1)
        fixed = np.array(centre(*image.shape))[:, np.newaxis]
        points = adjust(turn(amount) @ (grid - fixed) + fixed)
        values = ndimage.map_coordinates(image, points, order=order, mode=mode)
        return values.reshape(image.shape)

    return warp


def warped(id: str, explanation: str, hint: str, *ways: tuple[Turn, Centre | None]) -> Mistake:
    """A mistake in the geometry, each of its ways with an edge that fades out and one cut off."""
    spellings = tuple(
        sampled(turn, centre=centre or middle, mode=mode)
        for turn, centre in ways
        for mode in ("grid-constant", "constant")
    )
    return Mistake(id, spellings[0], explanation, hint, also=spellings[1:])


def splashed(turn: Turn) -> Callable[..., Any]:
    """Each pixel is sent to where it goes, rounded: some places are hit twice, others never."""

    def warp(image: Array, amount: float) -> Any:
        image = np.asarray(image, dtype=float)
        result = np.zeros(image.shape)
        fixed = (np.array(image.shape) - 1) / 2
        forward = np.linalg.inv(turn(amount))
        for place in np.ndindex(*image.shape):
            row, column = np.rint(np.round(forward @ (place - fixed) + fixed, 9)).astype(int)
            if 0 <= row < image.shape[0] and 0 <= column < image.shape[1]:
                result[row, column] = image[place]
        return result

    return warp


def corner(height: int, width: int) -> tuple[float, float]:
    """The centre of one who turns or stretches about row 0, column 0."""
    return 0.0, 0.0


def half_a_pixel_off(height: int, width: int) -> tuple[float, float]:
    """The centre of one who counts edges and not pixels."""
    return height / 2, width / 2


def whole_centre(height: int, width: int) -> tuple[float, float]:
    """The centre of one who needs an index."""
    return height // 2, width // 2


def exchanged_centre(height: int, width: int) -> tuple[float, float]:
    """The centre with its two coordinates exchanged."""
    return (width - 1) / 2, (height - 1) / 2


def last_lost(turn: Turn) -> Callable[..., Any]:
    """A point counts as inside only if the pixel below and to the right of it exists."""

    def warp(image: Array, amount: float) -> Any:
        last = np.array(image.shape)[:, np.newaxis] - 1
        offsets = np.indices(image.shape).reshape(2, -1) - last / 2
        first = np.floor(turn(amount) @ offsets + last / 2)
        inside = ((first >= 0) & (first + 1 <= last)).all(axis=0)
        return np.where(inside.reshape(image.shape), sampled(turn)(image, amount), 0.0)

    return warp


def cut_off(right: Callable[..., Any]) -> Callable[..., Any]:
    """The right result, cast to the image's own dtype."""
    return lambda image, amount: right(image, amount).astype(image.dtype)


def rounded_off(right: Callable[..., Any]) -> Callable[..., Any]:
    """The right result, rounded to whole numbers for images of integers."""

    def warp(image: Array, amount: float) -> Any:
        values = right(image, amount)
        return np.rint(values).astype(image.dtype) if image.dtype.kind in "iu" else values

    return warp
