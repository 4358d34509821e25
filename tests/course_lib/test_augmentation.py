"""Shifting, rotating and resizing against SciPy, and the symmetries that they must have."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from course_lib.augmentation import augment_batch, resize_image, rotate_image, shift_image

SHAPES = [(5, 5), (8, 11), (9, 6), (28, 28)]
every_shape = pytest.mark.parametrize("shape", SHAPES, ids=str)


def picture(shape, seed=0):
    return np.random.default_rng(seed).uniform(0.1, 1.0, size=shape)


def framed(shape, seed=0):
    """A picture inside a border of zeros, where SciPy's ways to treat the edge agree."""
    return np.pad(picture((shape[0] - 2, shape[1] - 2), seed), 1)


@given(st.integers(-7, 7), st.integers(-7, 7))
def test_shift_agrees_with_scipy(rows, columns):
    image = picture((5, 6))
    expected = ndimage.shift(image, (rows, columns), order=0)
    np.testing.assert_array_equal(shift_image(image, rows, columns), expected)


@pytest.mark.parametrize(("rows", "columns"), [(4, 0), (0, -5), (-9, 9)])
def test_shift_by_the_whole_size_leaves_zeros(rows, columns):
    assert not shift_image(picture((4, 5)), rows, columns).any()


@every_shape
@pytest.mark.parametrize("degrees", [0, 90, 45, -30, 17.5, 180, 270, 400, -1])
def test_rotation_agrees_with_scipy(shape, degrees):
    image = framed(shape)
    expected = ndimage.rotate(image, degrees, reshape=False, order=1)
    np.testing.assert_allclose(rotate_image(image, degrees), expected, atol=1e-12)


def test_quarter_turn_is_counter_clockwise_as_seen():
    image = picture((6, 6))
    np.testing.assert_allclose(rotate_image(image, 90), np.rot90(image), atol=1e-12)


def test_half_a_turn_reverses_both_axes():
    image = picture((4, 7))
    np.testing.assert_allclose(rotate_image(image, 180), image[::-1, ::-1], atol=1e-12)


@every_shape
@pytest.mark.parametrize("factor", [0.3, 0.5, 0.9, 1, 1.3, 2, 5])
def test_resizing_agrees_with_scipy(shape, factor):
    image = framed(shape)
    centre = (np.array(shape) - 1) / 2
    expected = ndimage.affine_transform(
        image, np.eye(2) / factor, offset=centre - centre / factor, order=1
    )
    np.testing.assert_allclose(resize_image(image, factor), expected, atol=1e-12)


def test_pixels_outside_count_as_zero():
    np.testing.assert_allclose(resize_image(np.ones((1, 3)), 0.8), [[0.75, 1, 0.75]])


def test_resizing_keeps_a_linear_ramp_linear():
    ramp = np.arange(9.0)[:, np.newaxis] * np.ones(7)
    expected = 4 + (np.arange(9.0) - 4)[:, np.newaxis] / 2 * np.ones(7)
    np.testing.assert_allclose(resize_image(ramp, 2), expected)


@pytest.mark.parametrize("factor", [0, -1, float("nan")])
def test_factors_that_are_not_positive_are_refused(factor):
    with pytest.raises(ValueError, match="positive"):
        resize_image(np.ones((2, 2)), factor)


@pytest.mark.parametrize(
    "change",
    [lambda i: shift_image(i, 1, 0), lambda i: rotate_image(i, 45), lambda i: resize_image(i, 2)],
)
def test_bytes_become_float64_and_are_left_as_they_were(change):
    image = np.array([[0, 255, 0], [10, 200, 30]], dtype=np.uint8)
    before = image.copy()
    assert np.float64 == change(image).dtype
    np.testing.assert_array_equal(image, before)


def shifts_of(images, result, limit):
    """The shift that explains each image of the result."""
    reach = range(-limit, limit + 1)
    pairs = [(r, c) for r in reach for c in reach]
    return [
        next(p for p in pairs if np.array_equal(shift_image(image, *p), moved))
        for image, moved in zip(images, result, strict=True)
    ]


def test_all_shifts_up_to_the_limit_are_equally_likely():
    images = picture((3000, 4, 5))
    result = augment_batch(images, 1, np.random.default_rng(0), training=True)
    found, counts = np.unique(shifts_of(images, result, 1), axis=0, return_counts=True)
    assert 9 == len(found)
    np.testing.assert_allclose(counts / 3000, 1 / 9, atol=0.03)


def test_images_come_back_as_they_are_when_not_training():
    images, source = picture((4, 3, 5)), np.random.default_rng(0)
    result = augment_batch(images, 2, source, training=False)
    np.testing.assert_array_equal(result, images)
    assert not np.shares_memory(result, images)
    assert np.random.default_rng(0).random() == source.random()


def test_a_limit_of_zero_moves_nothing():
    images = picture((4, 3, 5))
    result = augment_batch(images, 0, np.random.default_rng(0), training=True)
    np.testing.assert_array_equal(result, images)


def test_same_seed_gives_the_same_batch():
    images = picture((20, 4, 4))
    one, other = (augment_batch(images, 2, np.random.default_rng(7), training=True) for _ in "ab")
    np.testing.assert_array_equal(one, other)
