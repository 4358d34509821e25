"""Answers to shift-image: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import ndimage


def right_slices(image: Any, rows: Any, columns: Any) -> Any:
    h, w = image.shape
    new = np.zeros_like(image)
    if abs(rows) < h and abs(columns) < w:
        new[max(rows, 0) : h + min(rows, 0), max(columns, 0) : w + min(columns, 0)] = image[
            max(-rows, 0) : h + min(-rows, 0), max(-columns, 0) : w + min(-columns, 0)
        ]
    return new


def right_loops(image: Any, rows: Any, columns: Any) -> Any:
    h, w = image.shape
    new = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            if 0 <= i - rows < h and 0 <= j - columns < w:
                new[i, j] = image[i - rows, j - columns]
    return new


def right_matrices(image: Any, rows: Any, columns: Any) -> Any:
    h, w = image.shape
    return np.eye(h, k=-rows) @ image @ np.eye(w, k=columns)


def right_roll_and_blank(image: Any, rows: Any, columns: Any) -> Any:
    new = np.roll(np.roll(image, rows, axis=0), columns, axis=1)
    if rows > 0:
        new[:rows] = 0
    elif rows < 0:
        new[rows:] = 0
    if columns > 0:
        new[:, :columns] = 0
    elif columns < 0:
        new[:, columns:] = 0
    return new


def right_padded(image: Any, rows: Any, columns: Any) -> Any:
    h, w = image.shape
    r, c = abs(rows), abs(columns)
    return np.pad(image, ((r, r), (c, c)))[r - rows : r - rows + h, c - columns : c - columns + w]


def right_ndimage(image: Any, rows: Any, columns: Any) -> Any:
    return ndimage.shift(np.asarray(image, dtype=float), (rows, columns), order=0)


def wrong_roll(image: Any, rows: Any, columns: Any) -> Any:
    return np.roll(image, (rows, columns), axis=(0, 1))


def wrong_other_way(image: Any, rows: Any, columns: Any) -> Any:
    return right_slices(image, -rows, -columns)


def wrong_swapped(image: Any, rows: Any, columns: Any) -> Any:
    return right_slices(image, columns, rows)


def wrong_edge_repeated(image: Any, rows: Any, columns: Any) -> Any:
    h, w = image.shape
    i = np.clip(np.arange(h) - rows, 0, h - 1)
    j = np.clip(np.arange(w) - columns, 0, w - 1)
    return image[np.ix_(i, j)]


def wrong_negative_comes_back(image: Any, rows: Any, columns: Any) -> Any:
    """A negative index reads from the other side."""
    h, w = image.shape
    new = np.zeros(image.shape)
    for i in range(h):
        for j in range(w):
            if i - rows < h and j - columns < w:
                new[i, j] = image[(i - rows) % h, (j - columns) % w]
    return new


def wrong_far_shift_raises(image: Any, rows: Any, columns: Any) -> Any:
    """Slices whose ends become negative when the shift is larger than the image."""
    h, w = image.shape
    new = np.zeros_like(image)
    new[max(rows, 0) : h + min(rows, 0), max(columns, 0) : w + min(columns, 0)] = image[
        max(-rows, 0) : h - max(rows, 0), max(-columns, 0) : w - max(columns, 0)
    ]
    return new
