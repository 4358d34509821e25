"""The activation functions against SciPy, and at the values where naive formulas break."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from scipy.special import expit
from scipy.special import softmax as scipy_softmax

from course_lib.activations import activation_derivatives, relu, sigmoid, softmax, step, tanh

FUNCTIONS = [step, sigmoid, tanh, relu]


@given(npst.arrays(np.float64, npst.array_shapes(min_dims=0), elements=st.floats(-750, 750)))
def test_sigmoid_agrees_with_scipy(z):
    np.testing.assert_allclose(sigmoid(z), expit(z), rtol=1e-14, atol=1e-300)


@given(st.floats(allow_nan=False))
def test_sigmoid_of_minus_z_is_the_rest_to_one(z):
    assert pytest.approx(1.0, abs=1e-15) == sigmoid(z) + sigmoid(-z)


def test_sigmoid_is_a_half_at_zero():
    assert 0.5 == sigmoid(0)


@pytest.mark.parametrize(("z", "expected"), [(1000, 1.0), (-1000, 0.0), (np.inf, 1), (-np.inf, 0)])
def test_sigmoid_reaches_its_limits_without_a_warning(z, expected):
    assert expected == sigmoid(z)


def test_sigmoid_keeps_relative_precision_for_very_negative_z():
    np.testing.assert_allclose(sigmoid(-700.0), np.exp(-700.0), rtol=1e-14)


def test_sigmoid_lets_nan_through():
    assert np.isnan(sigmoid(np.nan))


def test_sigmoid_of_float32_is_computed_in_float64():
    z = np.array([0.1, -3.7], dtype=np.float32)
    np.testing.assert_array_equal(sigmoid(z), sigmoid(z.astype(np.float64)))
    assert np.float64 == sigmoid(z).dtype


@given(st.floats(allow_nan=False))
def test_step_agrees_with_a_comparison(z):
    assert (1 if z >= 0 else 0) == step(z)


@pytest.mark.parametrize("zero", [0, 0.0, -0.0, np.float32(0), False])
def test_step_fires_exactly_on_the_threshold(zero):
    assert 1 == step(zero)


def test_step_is_silent_just_below_the_threshold():
    assert 0 == step(-np.nextafter(0, 1))


def test_step_of_nan_is_zero():
    assert 0 == step(np.nan)


def test_step_returns_integers():
    assert np.int64 == step([0.5, -0.5]).dtype


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (0,), (0, 4)])
def test_shape_is_kept(function, shape):
    assert shape == function(np.zeros(shape)).shape


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("z", [[-2, 0, 3], np.array([-2, 0, 3], dtype=np.int8)])
def test_integers_are_accepted(function, z):
    np.testing.assert_array_equal(function(z), function(np.array([-2.0, 0.0, 3.0])))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_unsigned_integers_are_not_negated_in_their_own_type(function):
    np.testing.assert_array_equal(function(np.array([0, 200], np.uint8)), function([0.0, 200.0]))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_input_is_left_as_it_was(function):
    z = np.array([-1.0, 0.0, 1.0])
    function(z)
    np.testing.assert_array_equal(z, [-1.0, 0.0, 1.0])


@given(npst.arrays(np.float64, npst.array_shapes(min_dims=0), elements=st.floats(-750, 750)))
def test_tanh_agrees_with_numpy(z):
    np.testing.assert_allclose(tanh(z), np.tanh(z), rtol=1e-14, atol=0)


@given(npst.arrays(np.float64, 5, elements=st.floats(-20, 20)))
def test_tanh_is_the_stretched_sigmoid(z):
    np.testing.assert_allclose(tanh(z), 2 * sigmoid(2 * z) - 1, rtol=0, atol=1e-15)


@pytest.mark.parametrize(("z", "expected"), [(1000, 1), (-1000, -1), (np.inf, 1), (-np.inf, -1)])
def test_tanh_reaches_its_limits_without_a_warning(z, expected):
    assert expected == tanh(z)


def test_tanh_of_a_tiny_number_is_that_number():
    np.testing.assert_allclose(tanh([1e-17, -1e-300]), [1e-17, -1e-300], rtol=1e-15)


def test_tanh_lets_nan_through():
    assert np.isnan(tanh(np.nan))


@given(npst.arrays(np.float64, npst.array_shapes(min_dims=0), elements=st.floats(allow_nan=False)))
def test_relu_is_the_positive_part(z):
    np.testing.assert_array_equal(relu(z), np.where(z > 0, z, 0))


def test_relu_of_integers_is_float64():
    assert np.float64 == relu([-1, 2]).dtype


def test_relu_lets_nan_through():
    assert np.isnan(relu(np.nan))


@given(npst.arrays(np.float64, (3, 4), elements=st.floats(-1000, 1000)))
def test_softmax_agrees_with_scipy_row_by_row(z):
    np.testing.assert_allclose(softmax(z), scipy_softmax(z, axis=1), rtol=1e-12, atol=0)


@given(npst.arrays(np.float64, (3, 4), elements=st.floats(-1e300, 1e300)))
def test_softmax_rows_sum_to_one(z):
    np.testing.assert_allclose(softmax(z).sum(axis=1), 1.0, rtol=1e-15)


def test_softmax_takes_the_maximum_of_each_row():
    np.testing.assert_array_equal(softmax([[0, 0], [5000, 5000]]), [[0.5, 0.5], [0.5, 0.5]])


def test_softmax_of_two_classes_is_the_sigmoid_of_the_difference():
    z = np.array([-3.0, 0.0, 0.7])
    probabilities = softmax(np.column_stack([z, np.zeros(3)]))
    np.testing.assert_allclose(probabilities[:, 0], sigmoid(z), rtol=1e-14)


def test_softmax_of_one_class_is_one():
    np.testing.assert_array_equal(softmax([[-1000], [3]]), [[1.0], [1.0]])


def test_softmax_of_no_samples_is_empty():
    assert (0, 3) == softmax(np.empty((0, 3))).shape


def test_softmax_of_one_row_sums_over_it():
    np.testing.assert_allclose(softmax([1, 2]), softmax([[1, 2]])[0])


@pytest.mark.parametrize("z", [3.0, np.empty((2, 0))])
def test_softmax_without_a_row_of_classes_is_refused(z):
    with pytest.raises(ValueError, match=r"softmax|zero-size"):
        softmax(z)


def test_softmax_leaves_its_input_as_it_was():
    z = np.array([[1.0, 2.0]])
    softmax(z)
    np.testing.assert_array_equal(z, [[1.0, 2.0]])


@pytest.mark.parametrize("function", [sigmoid, tanh, relu])
def test_derivative_is_the_slope(function):
    z, h = np.array([[-3.0, -0.5, 0.25], [1.0, 2.0, 8.0]]), 1e-5
    slope = (function(z + h) - function(z - h)) / (2 * h)
    np.testing.assert_allclose(
        activation_derivatives(z)[function.__name__], slope, rtol=1e-6, atol=1e-11
    )


def test_derivatives_at_zero_are_a_quarter_one_and_by_convention_zero():
    slopes = {name: float(slope) for name, slope in activation_derivatives(0).items()}
    assert {"sigmoid": 0.25, "tanh": 1.0, "relu": 0.0} == slopes


def test_derivatives_are_finite_far_out():
    slopes = activation_derivatives([-1000, 1000])
    np.testing.assert_array_equal(slopes["sigmoid"], [0, 0])
    np.testing.assert_array_equal(slopes["tanh"], [0, 0])
    np.testing.assert_array_equal(slopes["relu"], [0, 1])


def test_derivatives_keep_relative_precision_where_the_sigmoid_rounds_to_one():
    slopes = activation_derivatives([-50.0, 50.0])
    np.testing.assert_allclose(slopes["sigmoid"], np.exp(-50.0), rtol=1e-14)
    np.testing.assert_allclose(slopes["tanh"], 4 * np.exp(-100.0), rtol=1e-13)


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (0,)])
def test_derivatives_have_the_shape_of_z(shape):
    slopes = activation_derivatives(np.zeros(shape, dtype=np.int64))
    assert [shape] * 3 == [slope.shape for slope in slopes.values()]
