"""The initializers: their spread follows the width of the layer, and nothing but the generator."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib.initializers import he_normal, small_normal, xavier_normal

INITIALIZERS = [small_normal, xavier_normal, he_normal]


@pytest.mark.parametrize(
    ("initializer", "expected"),
    [
        (small_normal, 0.01),
        (xavier_normal, np.sqrt(2 / (300 + 500))),
        (he_normal, np.sqrt(2 / 300)),
    ],
)
def test_standard_deviation_is_that_of_the_formula(initializer, expected):
    W = initializer(300, 500, np.random.default_rng(0))
    np.testing.assert_allclose(W.std(), expected, rtol=0.01)


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_mean_is_near_zero(initializer):
    W = initializer(300, 500, np.random.default_rng(1))
    assert abs(W.mean()) < 4 * W.std() / np.sqrt(W.size)


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_draws_are_normal_and_not_uniform(initializer):
    W = initializer(300, 500, np.random.default_rng(2))
    kurtosis = np.mean(W**4) / np.mean(W**2) ** 2
    np.testing.assert_allclose(kurtosis, 3.0, rtol=0.05)  # uniform: 1.8


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_weights_have_a_row_for_each_input_and_a_column_for_each_unit(initializer):
    W = initializer(3, 5, np.random.default_rng(0))
    assert ((3, 5), np.float64) == (W.shape, W.dtype)


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_the_same_generator_gives_the_same_weights(initializer):
    first, again = (initializer(4, 3, np.random.default_rng(7)) for _ in range(2))
    np.testing.assert_array_equal(first, again)


def test_he_keeps_the_size_of_the_signal_through_many_relu_layers():
    rng = np.random.default_rng(3)
    signal = rng.standard_normal((200, 256))
    for _ in range(20):
        signal = np.maximum(0, signal @ he_normal(256, 256, rng))
    assert 0.2 < np.mean(signal**2) < 5


def test_xavier_keeps_the_size_of_the_signal_through_many_linear_layers():
    rng = np.random.default_rng(4)
    signal = rng.standard_normal((200, 256))
    for _ in range(20):
        signal = signal @ xavier_normal(256, 256, rng)
    assert 0.2 < np.mean(signal**2) < 5
