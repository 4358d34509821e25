"""Answers to rotate-image: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import ndimage


def _places(shape: Any) -> Any:
    """Rows and columns of all pixels, measured from the centre, and the centre."""
    row, column = np.indices(shape)
    middle_row, middle_column = (shape[0] - 1) / 2, (shape[1] - 1) / 2
    return row - middle_row, column - middle_column, middle_row, middle_column


def _look_up(image: Any, row: Any, column: Any, **how: Any) -> Any:
    how = {"order": 1, "mode": "grid-constant"} | how
    return ndimage.map_coordinates(np.asarray(image, dtype=float), [row, column], **how)


def right_look_up(image: Any, degrees: Any) -> Any:
    u, v, m, n = _places(image.shape)
    a = np.deg2rad(degrees)
    row = u * np.cos(a) + v * np.sin(a)
    column = -u * np.sin(a) + v * np.cos(a)
    return _look_up(image, row + m, column + n)


def right_loops(image: Any, degrees: Any) -> Any:
    """All by hand, four neighbours for each pixel."""
    h, w = image.shape
    a = degrees * np.pi / 180
    c, s = np.cos(a), np.sin(a)
    new = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            u, v = i - (h - 1) / 2, j - (w - 1) / 2
            row = u * c + v * s + (h - 1) / 2
            column = -u * s + v * c + (w - 1) / 2
            top, left = int(np.floor(row)), int(np.floor(column))
            for r in (top, top + 1):
                for k in (left, left + 1):
                    if 0 <= r < h and 0 <= k < w:
                        new[i, j] += (1 - abs(row - r)) * (1 - abs(column - k)) * image[r, k]
    return new


def right_complex(image: Any, degrees: Any) -> Any:
    """A place is a complex number, a turn is a product."""
    u, v, m, n = _places(image.shape)
    before = (v - 1j * u) * np.exp(-1j * np.radians(degrees))
    return _look_up(image, m - before.imag, n + before.real)


def right_affine_transform(image: Any, degrees: Any) -> Any:
    a = np.radians(degrees)
    turn = np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    middle = (np.array(image.shape) - 1) / 2
    return ndimage.affine_transform(
        image.astype(float), turn, middle - turn @ middle, order=1, mode="grid-constant"
    )


def right_ndimage_rotate(image: Any, degrees: Any) -> Any:
    image = np.asarray(image, dtype=float)
    return ndimage.rotate(image, degrees, reshape=False, order=1, mode="grid-constant")


def right_padded_with_zeros(image: Any, degrees: Any) -> Any:
    """A frame of zeros in place of a rule for the outside."""
    u, v, m, n = _places(image.shape)
    a = np.deg2rad(degrees)
    row = np.clip(u * np.cos(a) + v * np.sin(a) + m + 1, 0, image.shape[0] + 1)
    column = np.clip(-u * np.sin(a) + v * np.cos(a) + n + 1, 0, image.shape[1] + 1)
    framed = np.pad(np.asarray(image, dtype=float), 1)
    top = np.minimum(row.astype(int), image.shape[0])
    left = np.minimum(column.astype(int), image.shape[1])
    f, g = row - top, column - left
    upper = (1 - g) * framed[top, left] + g * framed[top, left + 1]
    lower = (1 - g) * framed[top + 1, left] + g * framed[top + 1, left + 1]
    return (1 - f) * upper + f * lower


def wrong_degrees_as_radians(image: Any, degrees: Any) -> Any:
    return right_look_up(image, np.rad2deg(degrees))


def wrong_clockwise(image: Any, degrees: Any) -> Any:
    return right_look_up(image, -degrees)


def wrong_about_the_corner(image: Any, degrees: Any) -> Any:
    u, v = np.indices(image.shape)
    a = np.deg2rad(degrees)
    return _look_up(image, u * np.cos(a) + v * np.sin(a), -u * np.sin(a) + v * np.cos(a))


def wrong_centre_half_a_pixel_off(image: Any, degrees: Any) -> Any:
    row, column = np.indices(image.shape)
    m, n = image.shape[0] / 2, image.shape[1] / 2
    u, v, a = row - m, column - n, np.deg2rad(degrees)
    return _look_up(image, u * np.cos(a) + v * np.sin(a) + m, -u * np.sin(a) + v * np.cos(a) + n)


def wrong_nearest_pixel(image: Any, degrees: Any) -> Any:
    u, v, m, n = _places(image.shape)
    a = np.deg2rad(degrees)
    row, column = u * np.cos(a) + v * np.sin(a) + m, -u * np.sin(a) + v * np.cos(a) + n
    return _look_up(image, row, column, order=0)


def wrong_edge_smeared(image: Any, degrees: Any) -> Any:
    """The pixels at the edge go on for ever, in place of 0 outside."""
    u, v, m, n = _places(image.shape)
    a = np.deg2rad(degrees)
    row, column = u * np.cos(a) + v * np.sin(a) + m, -u * np.sin(a) + v * np.cos(a) + n
    return _look_up(image, row, column, mode="nearest")
