"""The activation functions against SciPy, and at the values where naive formulas break."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from scipy.special import expit

from course_lib.activations import sigmoid, step

FUNCTIONS = [step, sigmoid]


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
