"""Answers to augment-batch: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import ndimage


def _shift(image: Any, rows: Any, columns: Any) -> Any:
    h, w = image.shape
    return np.eye(h, k=-rows) @ image @ np.eye(w, k=columns)


def right_loop(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    new = np.array(images)
    if training:
        for k, image in enumerate(images):
            rows, columns = rng.integers(-max_shift, max_shift + 1, size=2)
            new[k] = _shift(image, rows, columns)
    return new


def right_endpoint(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training:
        return images.copy()
    rows = rng.integers(-max_shift, max_shift, size=len(images), endpoint=True)
    columns = rng.integers(-max_shift, max_shift, size=len(images), endpoint=True)
    both = zip(images, rows, columns, strict=True)
    return np.array([_shift(image, r, c) for image, r, c in both]).reshape(images.shape)


def right_choice_and_ndimage(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    new = np.array(images, dtype=float)
    if not training:
        return new
    for k in range(len(new)):
        shift = rng.choice(np.arange(-max_shift, max_shift + 1), size=2)
        new[k] = ndimage.shift(new[k], shift, order=0)
    return new


def right_all_at_once(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training:
        return np.array(images)
    n, h, w = images.shape
    m = max_shift
    shifts = rng.integers(0, 2 * m + 1, size=(n, 2))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    row = shifts[:, 0, None] + np.arange(h)
    column = shifts[:, 1, None] + np.arange(w)
    return framed[np.arange(n)[:, None, None], row[:, :, None], column[:, None, :]]


def right_rounded_down(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training:
        return np.copy(images)
    width = 2 * max_shift + 1
    shifts = np.floor(width * rng.random((len(images), 2))).astype(int) - max_shift
    new = [_shift(image, *shift) for image, shift in zip(images, shifts, strict=True)]
    return np.stack(new)


def wrong_high_never_drawn(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training or max_shift == 0:
        return images.copy()
    shifts = rng.integers(-max_shift, max_shift, size=(len(images), 2))
    return np.array([_shift(image, *s) for image, s in zip(images, shifts, strict=True)])


def wrong_one_shift_for_all(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training:
        return images.copy()
    rows, columns = rng.integers(-max_shift, max_shift + 1, size=2)
    return np.array([_shift(image, rows, columns) for image in images])


def wrong_rows_equal_columns(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training:
        return images.copy()
    shifts = rng.integers(-max_shift, max_shift + 1, size=len(images))
    return np.array([_shift(image, s, s) for image, s in zip(images, shifts, strict=True)])


def wrong_always(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    shifts = rng.integers(-max_shift, max_shift + 1, size=(len(images), 2))
    return np.array([_shift(image, *s) for image, s in zip(images, shifts, strict=True)])


def wrong_comes_back(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    if not training:
        return images.copy()
    shifts = rng.integers(-max_shift, max_shift + 1, size=(len(images), 2))
    both = zip(images, shifts, strict=True)
    return np.array([np.roll(image, shift, axis=(0, 1)) for image, shift in both])


def wrong_own_generator(images: Any, max_shift: Any, rng: Any, training: Any) -> Any:
    """All random numbers should come from rng."""
    return right_loop(images, max_shift, np.random.default_rng(), training)
