"""The binary cross-entropy against loops, entropies and its edges."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import rel_entr, xlogy

from course_lib.losses import binary_crossentropy

labels_and_predictions = st.lists(
    st.tuples(st.integers(0, 1), st.floats(1e-6, 1 - 1e-6)), min_size=1, max_size=20
)


@given(labels_and_predictions)
def test_mean_agrees_with_a_loop(pairs):
    expected = sum(-math.log(p if y == 1 else 1 - p) for y, p in pairs) / len(pairs)
    y_true, y_pred = zip(*pairs, strict=True)
    assert pytest.approx(expected) == binary_crossentropy(y_true, y_pred)


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_soft_label_costs_its_entropy_and_the_divergence(y, p):
    entropy = -xlogy(y, y) - xlogy(1 - y, 1 - y)
    divergence = rel_entr(y, p) + rel_entr(1 - y, 1 - p)
    assert pytest.approx(entropy + divergence) == binary_crossentropy([y], [p])


def test_both_terms_count():
    assert pytest.approx(binary_crossentropy([1], [0.9])) == binary_crossentropy([0], [0.1])


def test_certain_and_wrong_costs_minus_log_epsilon():
    assert pytest.approx(-math.log(1e-7)) == binary_crossentropy([0, 1], [1, 0])


def test_certain_and_right_costs_next_to_nothing():
    assert pytest.approx(1e-7, rel=1e-6) == binary_crossentropy([0, 1], [0, 1])


def test_epsilon_sets_the_clipping():
    assert pytest.approx(-math.log(0.25)) == binary_crossentropy([1], [0.1], epsilon=0.25)


def test_result_is_a_plain_float():
    assert float is type(binary_crossentropy(np.array([1]), np.array([0.5], dtype=np.float32)))


def test_unsigned_labels_and_float32_predictions_are_computed_in_float64():
    y, p = np.array([0, 1, 1], dtype=np.uint8), np.array([0.3, 0.6, 0.999999], dtype=np.float32)
    expected = binary_crossentropy(y.astype(np.float64), p.astype(np.float64))
    assert expected == binary_crossentropy(y, p)


def test_float32_certainty_is_not_rounded_to_an_infinite_cost():
    assert math.isfinite(binary_crossentropy([0], np.ones(1, dtype=np.float32)))


def test_column_against_row_is_refused():
    with pytest.raises(ValueError, match=r"\(2, 1\) against predictions of shape \(2,\)"):
        binary_crossentropy([[0], [1]], [0.5, 0.5])


def test_empty_batch_is_refused():
    with pytest.raises(ValueError, match="empty batch"):
        binary_crossentropy([], [])


def test_inputs_are_left_as_they_were():
    y, p = np.array([0.0, 1.0]), np.array([0.0, 1.0])
    binary_crossentropy(y, p)
    np.testing.assert_array_equal([y, p], [[0.0, 1.0], [0.0, 1.0]])
