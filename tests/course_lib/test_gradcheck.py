"""Numeric gradients against known derivatives, and a check that says what it found."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib.gradcheck import (
    GradientMismatch,
    check_gradient,
    numeric_gradient,
    relative_error,
)


def cubes(x):
    return float(np.sum(x**3))


@pytest.mark.parametrize("shape", [(), (1,), (4,), (2, 3), (2, 1, 3), (0,)])
def test_the_gradient_has_the_shape_of_x(shape):
    x = np.random.default_rng(0).normal(size=shape)
    gradient = numeric_gradient(cubes, x)
    assert shape == gradient.shape
    np.testing.assert_allclose(gradient, 3 * x**2, rtol=1e-8, atol=1e-9)


def test_the_difference_is_central():
    x, h = np.array([1.5, -2.0]), 0.5
    np.testing.assert_allclose(numeric_gradient(cubes, x, h), 3 * x**2 + h**2)


def test_entries_may_depend_on_each_other():
    x = np.array([2.0, 3.0, 5.0])
    np.testing.assert_allclose(numeric_gradient(np.prod, x), [15, 10, 6], rtol=1e-9)


@pytest.mark.parametrize("dtype", [np.float32, np.float16, np.int64, np.uint8])
def test_every_dtype_is_differentiated_in_float64(dtype):
    x = np.array([3, 20], dtype=dtype)
    gradient = numeric_gradient(lambda x: np.sum(x**2) / 4, x)
    assert np.float64 == gradient.dtype
    np.testing.assert_allclose(gradient, [1.5, 10.0], rtol=1e-8)


def test_lists_are_accepted():
    np.testing.assert_allclose(numeric_gradient(cubes, [[1, 2]]), [[3, 12]], rtol=1e-8)


def test_x_is_left_as_it_was():
    x = np.array([0.1, 0.2])
    before = x.copy()
    numeric_gradient(cubes, x)
    np.testing.assert_array_equal(x, before, strict=True)


def test_a_function_that_keeps_or_spoils_its_argument_does_no_harm():
    seen = []

    def spoils(x):
        seen.append(x)
        value = cubes(x)
        x[...] = 77
        return value

    np.testing.assert_allclose(numeric_gradient(spoils, [1.0, 2.0]), [3, 12], rtol=1e-8)
    assert 4 == len({id(x) for x in seen})


def test_across_a_kink_comes_the_slope_of_the_chord():
    np.testing.assert_allclose(numeric_gradient(lambda x: np.maximum(x, 0).sum(), [0.0]), [0.5])


def test_the_error_falls_with_the_square_of_h_and_rises_again_below_the_best_step():
    def error(h):
        return abs(numeric_gradient(lambda x: np.exp(x).sum(), [1.0], h)[0] - np.e)

    assert pytest.approx(100, rel=0.01) == error(1e-1) / error(1e-2)
    assert error(1e-5) < 1e-9 < error(1e-11)


def test_equal_gradients_have_no_relative_error_zero_ones_included():
    assert 0.0 == relative_error([1.0, 2.0], [1, 2])
    assert 0.0 == relative_error(np.zeros((2, 2)), np.zeros((2, 2)))


def test_the_relative_error_does_not_depend_on_the_scale():
    a, b = np.array([1.0, 2.0]), np.array([1.0, 2.5])
    assert pytest.approx(relative_error(a, b)) == relative_error(1e-9 * a, 1e-9 * b)


def test_gradients_of_different_shapes_are_not_compared():
    with pytest.raises(ValueError, match=r"shape \(2, 1\) against one of shape \(2,\)"):
        relative_error([[1], [2]], [1, 2])


def test_a_right_gradient_passes_and_its_error_comes_back():
    x = np.random.default_rng(1).normal(size=(3, 2))
    assert check_gradient(cubes, 3 * x**2, x) < 1e-8


def test_a_wrong_gradient_is_reported_with_the_place_and_both_numbers():
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    wrong = 3 * x**2
    wrong[1, 0] = 20.0
    with pytest.raises(GradientMismatch) as caught:
        check_gradient(cubes, wrong, x)
    said = str(caught.value)
    assert "at [1, 0] the gradient is 20" in said
    assert "the differences say 27" in said


def test_a_tiny_wrong_gradient_is_noticed():
    with pytest.raises(GradientMismatch, match=r"5\.0e-01"):
        check_gradient(lambda x: 1e-9 * x[0], [3e-9], [1.0])


def test_a_gradient_that_is_no_number_is_wrong():
    with pytest.raises(GradientMismatch, match="relative error nan"):
        check_gradient(cubes, [np.nan], [1.0])


def test_a_mismatch_is_an_assertion_error():
    assert issubclass(GradientMismatch, AssertionError)
