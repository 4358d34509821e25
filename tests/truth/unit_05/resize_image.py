"""Answers to resize-image: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import ndimage


def _look_up(image: Any, row: Any, column: Any, **how: Any) -> Any:
    how = {"order": 1, "mode": "grid-constant"} | how
    return ndimage.map_coordinates(np.asarray(image, dtype=float), [row, column], **how)


def right_look_up(image: Any, factor: Any) -> Any:
    row, column = np.indices(image.shape)
    m, n = (image.shape[0] - 1) / 2, (image.shape[1] - 1) / 2
    return _look_up(image, (row - m) / factor + m, (column - n) / factor + n)


def right_hat_matrices(image: Any, factor: Any) -> Any:
    """Bilinear interpolation is linear: one matrix for the rows, one for the columns."""

    def hats(n: Any) -> Any:
        k = np.arange(n)
        before = (k - (n - 1) / 2) / factor + (n - 1) / 2
        return np.maximum(0.0, 1 - np.abs(before[:, None] - k))

    return hats(image.shape[0]) @ image @ hats(image.shape[1]).T


def right_loops(image: Any, factor: Any) -> Any:
    h, w = image.shape
    new = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            row = (i - (h - 1) / 2) / factor + (h - 1) / 2
            column = (j - (w - 1) / 2) / factor + (w - 1) / 2
            top, left = int(np.floor(row)), int(np.floor(column))
            for r in (top, top + 1):
                for k in (left, left + 1):
                    if 0 <= r < h and 0 <= k < w:
                        new[i, j] += (1 - abs(row - r)) * (1 - abs(column - k)) * image[r, k]
    return new


def right_pixel_edges(image: Any, factor: Any) -> Any:
    """Measured from the edges: pixel i reaches from i to i + 1, and the centre is h / 2."""
    half = np.array(image.shape) / 2
    i, j = (np.arange(n) + 0.5 for n in image.shape)
    row, column = (i - half[0]) / factor + half[0] - 0.5, (j - half[1]) / factor + half[1] - 0.5
    return _look_up(image, *np.meshgrid(row, column, indexing="ij"))


def right_affine_transform(image: Any, factor: Any) -> Any:
    middle = (np.array(image.shape) - 1) / 2
    return ndimage.affine_transform(
        np.asarray(image, dtype=float),
        np.eye(2) / factor,
        middle * (1 - 1 / factor),
        order=1,
        mode="grid-constant",
    )


def right_float32(image: Any, factor: Any) -> Any:
    return right_look_up(image, factor).astype(np.float32)


def wrong_times_factor(image: Any, factor: Any) -> Any:
    return right_look_up(image, 1 / factor)


def wrong_about_the_corner(image: Any, factor: Any) -> Any:
    row, column = np.indices(image.shape)
    return _look_up(image, row / factor, column / factor)


def wrong_centre_half_a_pixel_off(image: Any, factor: Any) -> Any:
    row, column = np.indices(image.shape)
    m, n = image.shape[0] / 2, image.shape[1] / 2
    return _look_up(image, (row - m) / factor + m, (column - n) / factor + n)


def wrong_nearest_pixel(image: Any, factor: Any) -> Any:
    row, column = np.indices(image.shape)
    m, n = (image.shape[0] - 1) / 2, (image.shape[1] - 1) / 2
    return _look_up(image, (row - m) / factor + m, (column - n) / factor + n, order=0)


def wrong_rows_only(image: Any, factor: Any) -> Any:
    row, column = np.indices(image.shape)
    m = (image.shape[0] - 1) / 2
    return _look_up(image, (row - m) / factor + m, column)


def wrong_edge_smeared(image: Any, factor: Any) -> Any:
    """The pixels at the edge go on for ever, in place of a margin of 0."""
    row, column = np.indices(image.shape)
    m, n = (image.shape[0] - 1) / 2, (image.shape[1] - 1) / 2
    return _look_up(image, (row - m) / factor + m, (column - n) / factor + n, mode="nearest")
