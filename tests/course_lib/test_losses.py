"""The costs against loops, entropies, SciPy, scikit-learn, numeric derivatives and their edges."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, log_expit, log_softmax, rel_entr, xlogy
from scipy.special import softmax as scipy_softmax
from scipy.stats import norm
from sklearn.metrics import log_loss, mean_squared_error

from course_lib.losses import (
    binary_crossentropy,
    categorical_crossentropy,
    mse,
    one_hot,
    output_gradients,
    sigmoid_crossentropy_logits,
    softmax_crossentropy_logits,
)

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


def drawn(seed, n=6, k=4):
    """Labels, their one-hot rows, and logits."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, k, size=n)
    return labels, np.eye(k)[labels], rng.normal(scale=3.0, size=(n, k))


def test_mse_agrees_with_scikit_learn_on_tables():
    rng = np.random.default_rng(0)
    y, yhat = rng.normal(size=(2, 7, 3))
    assert pytest.approx(mean_squared_error(y, yhat)) == mse(y, yhat)


def test_mse_by_hand():
    assert (1 + 4 + 0) / 3 == mse([1, 2, 3], [2, 0, 3])


@pytest.mark.parametrize("s", [0.5, 2.0])
def test_gaussian_surprise_is_mse_times_a_factor_plus_a_constant(s):
    rng = np.random.default_rng(1)
    y, yhat = rng.normal(size=(2, 9))
    surprise = -np.mean(norm.logpdf(y, loc=yhat, scale=s))
    constant = math.log(s * math.sqrt(2 * math.pi))
    assert pytest.approx(surprise) == mse(y, yhat) / (2 * s**2) + constant


@pytest.mark.parametrize("cost", [mse, sigmoid_crossentropy_logits, categorical_crossentropy])
def test_costs_refuse_a_column_against_a_row(cost):
    with pytest.raises(ValueError, match=r"labels of shape \(2, 1\)"):
        cost([[0], [1]], [0.5, 0.5])


@pytest.mark.parametrize("cost", [mse, sigmoid_crossentropy_logits, categorical_crossentropy])
def test_costs_refuse_an_empty_batch(cost):
    with pytest.raises(ValueError, match="empty batch"):
        cost(np.zeros((0, 3)), np.zeros((0, 3)))


def test_one_hot_has_a_column_for_a_class_that_does_not_occur():
    np.testing.assert_array_equal([[0, 1, 0, 0], [1, 0, 0, 0]], one_hot([1, 0], 4))


def test_one_hot_takes_unsigned_labels():
    labels = np.array([2, 0], dtype=np.uint8)
    np.testing.assert_array_equal(np.eye(3)[[2, 0]], one_hot(labels, 3))


def test_one_hot_of_no_labels_has_no_rows():
    assert (0, 3) == one_hot([], 3).shape


@pytest.mark.parametrize("labels", [[0, 3], [-1, 0]])
def test_one_hot_refuses_a_label_that_is_no_class(labels):
    with pytest.raises(ValueError, match="there are 3 classes"):
        one_hot(labels, 3)


@pytest.mark.parametrize("labels", [[0.0, 1.0], [[0, 1]], 1])
def test_one_hot_refuses_what_is_no_vector_of_whole_numbers(labels):
    with pytest.raises(ValueError, match="whole numbers"):
        one_hot(labels, 3)


@pytest.mark.parametrize("seed", range(3))
def test_categorical_crossentropy_agrees_with_scikit_learn(seed):
    labels, y, z = drawn(seed)
    p = scipy_softmax(z, axis=1)
    expected = log_loss(labels, p, labels=range(4))
    assert pytest.approx(expected) == categorical_crossentropy(y, p, epsilon=1e-15)


def test_categorical_crossentropy_of_two_classes_is_the_binary_one():
    q = np.array([0.2, 0.7, 0.9])
    y = np.array([0, 1, 0])
    both = categorical_crossentropy(one_hot(y, 2), np.column_stack([1 - q, q]))
    assert pytest.approx(binary_crossentropy(y, q)) == both


def test_categorical_crossentropy_clips_on_both_sides():
    y, p = np.eye(2), np.array([[0.0, 1.0], [0.0, 1.0]])
    expected = -(math.log(0.1) + math.log(0.9)) / 2
    assert pytest.approx(expected) == categorical_crossentropy(y, p, epsilon=0.1)


def test_categorical_crossentropy_refuses_a_single_row_without_samples():
    with pytest.raises(ValueError, match="a row per sample"):
        categorical_crossentropy([1, 0], [0.5, 0.5])


@given(st.floats(-700, 700), st.floats(0, 1))
def test_sigmoid_cost_from_logits_agrees_with_scipy(z, y):
    expected = -y * log_expit(z) - (1 - y) * log_expit(-z)
    assert pytest.approx(expected) == sigmoid_crossentropy_logits([y], [z])


def test_sigmoid_cost_from_logits_agrees_with_the_cost_of_the_probability():
    rng = np.random.default_rng(3)
    y, z = rng.integers(0, 2, size=(5, 3)), rng.normal(size=(5, 3))
    expected = binary_crossentropy(y, expit(z))
    assert pytest.approx(expected) == sigmoid_crossentropy_logits(y, z)


def test_sigmoid_cost_from_logits_is_exact_where_probabilities_have_rounded_to_1():
    costs = [sigmoid_crossentropy_logits([y], [z]) for y, z in ((0, 50), (1, 50), (1, -1000))]
    assert pytest.approx([50, math.exp(-50), 1000], rel=1e-12) == costs


@pytest.mark.parametrize("seed", range(3))
def test_softmax_cost_from_logits_agrees_with_scipy(seed):
    labels, _, z = drawn(seed)
    expected = -np.mean(log_softmax(z, axis=1)[np.arange(6), labels])
    assert pytest.approx(expected) == softmax_crossentropy_logits(labels, z)


def test_softmax_cost_from_logits_agrees_with_the_cost_of_the_probabilities():
    labels, y, z = drawn(4)
    expected = categorical_crossentropy(y, scipy_softmax(z, axis=1))
    assert pytest.approx(expected) == softmax_crossentropy_logits(labels, z)


def test_softmax_cost_from_logits_is_exact_for_huge_logits():
    z = [[1000, -1000], [-1000, -1000]]
    assert pytest.approx((2000 + math.log(2)) / 2) == softmax_crossentropy_logits([1, 0], z)


def test_softmax_cost_of_certainty_is_a_positive_zero():
    assert 1.0 == math.copysign(1.0, softmax_crossentropy_logits([0], [[1000, 0]]))


@pytest.mark.parametrize(
    ("y", "z", "message"),
    [
        ([0, 1], [[1.0, 2.0]], "2 labels for 1 rows"),
        ([0], [1.0, 2.0], "a row per sample"),
        ([2], [[1.0, 2.0]], "there are 2 classes"),
        (np.zeros(0, int), np.zeros((0, 2)), "empty batch"),
    ],
)
def test_softmax_cost_from_logits_refuses_what_does_not_fit(y, z, message):
    with pytest.raises(ValueError, match=message):
        softmax_crossentropy_logits(y, z)


def cost_of(head, y, z):
    """The cost of `output_gradients`, from its parts in SciPy: sum over units, mean over rows."""
    costs = {
        "linear": lambda: (z - y) ** 2 / 2,
        "sigmoid": lambda: -y * log_expit(z) - (1 - y) * log_expit(-z),
        "softmax": lambda: -y * log_softmax(z, axis=1),
    }
    return np.sum(costs[head]()) / len(z)


@pytest.mark.parametrize("head", ["linear", "sigmoid", "softmax"])
def test_output_gradients_agree_with_central_differences(head):
    _, y, z = drawn(5)
    numeric = np.zeros_like(z)
    for index in np.ndindex(z.shape):
        step = np.zeros_like(z)
        step[index] = 1e-5
        numeric[index] = (cost_of(head, y, z + step) - cost_of(head, y, z - step)) / 2e-5
    np.testing.assert_allclose(numeric, output_gradients(head, y, z), rtol=0, atol=1e-9)


@pytest.mark.parametrize("head", ["linear", "sigmoid", "softmax"])
def test_output_gradients_stay_finite_for_huge_scores(head):
    gradient = output_gradients(head, np.eye(2), [[-1000, 1000], [1000, -1000]])
    assert np.isfinite(gradient).all()


def test_output_gradients_of_integers_are_decimals():
    gradient = output_gradients("linear", [[1], [0]], [[2], [0]])
    np.testing.assert_array_equal([[0.5], [0.0]], gradient)


def test_output_gradients_refuse_an_unknown_head():
    with pytest.raises(ValueError, match="there are: linear, sigmoid, softmax"):
        output_gradients("tanh", [[0]], [[0]])


def test_output_gradients_refuse_a_vector():
    with pytest.raises(ValueError, match="a column per unit"):
        output_gradients("linear", [0], [0])


def test_output_gradients_leave_the_logits_as_they_were():
    z = np.array([[1.0, 2.0]])
    output_gradients("linear", [[0, 0]], z)[...] = 7.0
    np.testing.assert_array_equal([[1.0, 2.0]], z)
