"""Data augmentation: the same picture, shifted, turned or resized, is another training sample.

Images are arrays (height, width), row 0 at the top; what comes from outside an image is 0. Rotating
and resizing ask the same question for each pixel of the result, "where was this point before?",
and answer it with bilinear interpolation. Asked the other way round ("where does this pixel go?"),
some pixels of the result would be hit twice and others never.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["augment_batch", "resize_image", "rotate_image", "shift_image"]

FloatArray = NDArray[np.float64]


def shift_image(image: ArrayLike, rows: int, columns: int) -> FloatArray:
    """Move the content down by `rows` and right by `columns` whole pixels.

        result[r, c] = image[r - rows, c - columns]   where that pixel exists, else 0

    Args:
        image: (height, width).
        rows: how far down; negative is up.
        columns: how far to the right; negative is to the left.

    Returns:
        (height, width), float64, a new array. What leaves the frame is lost: a shift by the whole
        size or more leaves nothing but zeros.

    Example:
        >>> shift_image([[1, 2, 3], [4, 5, 6]], rows=1, columns=-1)
        array([[0., 0., 0.],
               [2., 3., 0.]])
    """
    image = np.asarray(image, dtype=np.float64)
    height, width = image.shape
    result = np.zeros_like(image)
    if abs(rows) < height and abs(columns) < width:
        target, source = _overlap(rows, height), _overlap(-rows, height)
        to, of = _overlap(columns, width), _overlap(-columns, width)
        result[target, to] = image[source, of]
    return result


def rotate_image(image: ArrayLike, degrees: float) -> FloatArray:
    """Turn the content counter-clockwise about the centre of the image.

    The centre is (height - 1) / 2, (width - 1) / 2: between the middle pixels where their number
    is even. With dy rows down and dx columns right of it, the content that a turn by t brings to
    (dy, dx) was before at

        (dy cos t + dx sin t, dx cos t - dy sin t)

    which is the rotation by -t, written for an axis of rows that points down.

    Args:
        image: (height, width).
        degrees: angle of the turn; positive is counter-clockwise as one sees the image with row 0
            at the top, negative is clockwise.

    Returns:
        (height, width), float64, a new array of the same size: corners that turn out of the frame
        are lost.

    Example:
        >>> rotate_image([[0, 0, 0], [0, 1, 2], [0, 0, 0]], 90).round(3) + 0
        array([[0., 2., 0.],
               [0., 1., 0.],
               [0., 0., 0.]])
    """
    t = np.deg2rad(degrees)
    image = np.asarray(image, dtype=np.float64)
    dy, dx = _offsets(image)
    return _bilinear(image, dy * np.cos(t) + dx * np.sin(t), dx * np.cos(t) - dy * np.sin(t))


def resize_image(image: ArrayLike, factor: float) -> FloatArray:
    """Enlarge or shrink the content about the centre of the image; the frame keeps its size.

    What a magnification by `factor` brings to (dy, dx) from the centre was at
    (dy / factor, dx / factor) before.

    Args:
        image: (height, width).
        factor: more than 1 enlarges (what leaves the frame is lost), less than 1 shrinks (zeros
            come in from outside).

    Returns:
        (height, width), float64, a new array.

    Raises:
        ValueError: factor is not positive.

    Example:
        >>> resize_image([[0, 0, 0, 0, 0], [0, 0, 4, 0, 0], [0, 0, 0, 0, 0]], 2)
        array([[0., 1., 2., 1., 0.],
               [0., 2., 4., 2., 0.],
               [0., 1., 2., 1., 0.]])
    """
    if not factor > 0:
        raise ValueError(f"factor must be positive, not {factor}")
    image = np.asarray(image, dtype=np.float64)
    dy, dx = _offsets(image)
    return _bilinear(image, dy / factor, dx / factor)


def augment_batch(
    images: ArrayLike, max_shift: int, rng: np.random.Generator, training: bool
) -> FloatArray:
    """A batch as training sees it: each image shifted by its own random whole number of pixels.

    Rows and columns are drawn independently, all of -max_shift, ..., max_shift equally likely.
    Only training data is augmented: validation and test ask about the images as they are.

    Args:
        images: (n, height, width).
        max_shift: the largest shift in each direction, at least 0.
        rng: where the randomness comes from.
        training: when False, the images come back as they are.

    Returns:
        (n, height, width), float64, a new array.

    Source:
        P. Y. Simard, D. Steinkraus and J. C. Platt (2003), "Best practices for convolutional
        neural networks applied to visual document analysis", ICDAR.

    Example:
        >>> images = np.arange(1.0, 10.0).reshape(1, 3, 3)
        >>> augment_batch(images, max_shift=1, rng=np.random.default_rng(3), training=True)
        array([[[0., 0., 0.],
                [2., 3., 0.],
                [5., 6., 0.]]])
    """
    images = np.asarray(images, dtype=np.float64)
    if not training:
        return images.copy()
    shifts = rng.integers(-max_shift, max_shift, size=(len(images), 2), endpoint=True)
    result = np.empty_like(images)
    for i, (rows, columns) in enumerate(shifts):
        result[i] = shift_image(images[i], int(rows), int(columns))
    return result


def _overlap(shift: int, length: int) -> slice:
    """The indices of an axis that are also there after it was moved by `shift`."""
    return slice(max(shift, 0), length + min(shift, 0))


def _offsets(image: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Offsets from the centre: of rows, (height, 1), downwards; of columns, (1, width), right."""
    height, width = image.shape
    dy = np.arange(height)[:, np.newaxis] - (height - 1) / 2
    dx = np.arange(width)[np.newaxis, :] - (width - 1) / 2
    return dy, dx


def _bilinear(image: FloatArray, dy: FloatArray, dx: FloatArray) -> FloatArray:
    """The image's values at points between its pixels, given by their offsets from the centre.

    A point in the unit square between four pixels gets their mean, each weighted by the area of
    the rectangle between the point and the opposite corner. Pixels outside the image are 0: one
    row and column of zeros all around, to which everything farther out is moved, stands for them.
    """
    height, width = image.shape
    y = np.clip(dy + (height - 1) / 2 + 1, 0, height + 1)
    x = np.clip(dx + (width - 1) / 2 + 1, 0, width + 1)
    top = np.minimum(y.astype(np.int64), height)
    left = np.minimum(x.astype(np.int64), width)
    down, right = y - top, x - left
    padded = np.pad(image, 1)
    upper = (1 - right) * padded[top, left] + right * padded[top, left + 1]
    lower = (1 - right) * padded[top + 1, left] + right * padded[top + 1, left + 1]
    result: FloatArray = (1 - down) * upper + down * lower
    return result
