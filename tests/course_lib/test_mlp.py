"""The multi-layer perceptron against loops, hand-worked numbers and scikit-learn."""

from __future__ import annotations

import copy
import itertools

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from course_lib.activations import step
from course_lib.mlp import (
    count_parameters,
    hidden_layer,
    mlp_forward,
    predict_classes,
    xor_network,
)

SIZES = [(3, 2), (2, 5, 3), (4, 3, 5, 2), (1, 1, 1, 1)]
every_network = pytest.mark.parametrize("sizes", SIZES, ids=str)


def network(sizes, seed=0):
    """Whole numbers as weights and biases: every numeric dtype can hold them."""
    rng = np.random.default_rng(seed)
    weights = [rng.integers(-3, 4, pair).astype(float) for pair in itertools.pairwise(sizes)]
    return weights, [rng.integers(-3, 4, n).astype(float) for n in sizes[1:]]


def samples(n, n_features, seed=1):
    return np.random.default_rng(seed).integers(-3, 4, (n, n_features)).astype(float)


def slow_forward(x, weights, biases):
    """One sample, one unit at a time, one product at a time."""
    zs, a = [], list(x)
    for W, b in zip(weights, biases, strict=True):
        n_inputs, n_units = W.shape
        z = [sum(a[i] * W[i, j] for i in range(n_inputs)) + b[j] for j in range(n_units)]
        zs.append(z)
        a = [max(0.0, value) for value in z]
    return zs


def test_a_hidden_layer_cuts_off_what_is_negative():
    answers = hidden_layer([[1, 2], [-3, 0]], [[1, -1], [1, 2]], [0.5, -1])
    np.testing.assert_array_equal(answers, [[3.5, 2.0], [0.0, 2.0]], strict=True)


def test_a_hidden_layer_of_no_samples_is_empty():
    assert hidden_layer(np.zeros((0, 2)), np.ones((2, 3)), np.zeros(3)).shape == (0, 3)


@pytest.mark.parametrize("b", [[0.0], 0.0, [0.0, 0.0, 0.0]], ids=str)
def test_a_hidden_layer_without_one_bias_for_each_unit_is_refused(b):
    with pytest.raises(ValueError, match="do not fit"):
        hidden_layer(np.ones((3, 2)), np.ones((2, 2)), b)


def test_a_hidden_layer_of_another_width_than_its_input_is_refused():
    with pytest.raises(ValueError, match="matmul"):
        hidden_layer(np.ones((3, 2)), np.ones((3, 2)), np.ones(2))


def test_a_single_sample_that_is_no_table_is_refused():
    with pytest.raises(ValueError, match="do not fit"):
        hidden_layer(np.ones(2), np.ones((2, 3)), np.ones(3))


def test_three_threshold_units_compute_xor():
    W1, b1, W2, b2 = xor_network()
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    hidden = step(corners @ W1 + b1)
    assert step(hidden @ W2 + b2).tolist() == [[0], [1], [1], [0]]


def test_the_sums_of_the_xor_network_stay_clear_of_the_threshold():
    W1, b1, W2, b2 = xor_network()
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    hidden_sums = corners @ W1 + b1
    sums = step(hidden_sums) @ W2 + b2
    assert min(np.abs(hidden_sums).min(), np.abs(sums).min()) == 0.5


@every_network
def test_the_forward_pass_agrees_with_loops(sizes):
    weights, biases = network(sizes)
    X = samples(6, sizes[0])
    zs, activations = mlp_forward(X, weights, biases)
    for k, x in enumerate(X):
        expected = slow_forward(x, weights, biases)
        for number, row in enumerate(expected):
            np.testing.assert_array_equal(zs[number][k], row)
            last = number == len(weights) - 1
            answers = row if last else np.maximum(0, row)
            np.testing.assert_array_equal(activations[number][k], answers)


@every_network
def test_there_is_one_array_for_each_layer(sizes):
    zs, activations = mlp_forward(samples(6, sizes[0]), *network(sizes))
    assert [z.shape for z in zs] == [(6, n) for n in sizes[1:]]
    assert [a.shape for a in activations] == [(6, n) for n in sizes[1:]]


def test_the_output_is_not_cut_off():
    zs, activations = mlp_forward([[1.0]], [[[1.0]], [[-2.0]]], [[0.0], [0.0]])
    assert (zs[-1].item(), activations[-1].item()) == (-2.0, -2.0)


def test_the_output_is_an_array_of_its_own():
    zs, activations = mlp_forward(samples(3, 2), *network((2, 3, 2)))
    activations[-1][:] = 99
    assert not np.any(zs[-1] == 99)


def test_without_layers_both_lists_are_empty():
    assert mlp_forward([[1.0, 2.0]], [], []) == ([], [])


def test_a_missing_bias_vector_is_refused():
    weights, biases = network((2, 3, 2))
    with pytest.raises(ValueError, match="shorter"):
        mlp_forward(samples(3, 2), weights, biases[:1])


@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.int8])
def test_every_numeric_dtype_gives_the_float64_result(dtype):
    X, (weights, biases) = samples(5, 3), network((3, 4, 2))
    expected = mlp_forward(X, weights, biases)
    actual = mlp_forward(
        X.astype(dtype), [W.astype(dtype) for W in weights], [b.astype(dtype) for b in biases]
    )
    for one, other in zip(itertools.chain(*expected), itertools.chain(*actual), strict=True):
        np.testing.assert_array_equal(other, one, strict=True)


def test_lists_are_accepted():
    X, (weights, biases) = samples(5, 3), network((3, 4, 2))
    expected = predict_classes(X, weights, biases)
    actual = predict_classes(
        X.tolist(), [W.tolist() for W in weights], [b.tolist() for b in biases]
    )
    np.testing.assert_array_equal(actual, expected, strict=True)


def test_inputs_are_left_as_they_were():
    task = samples(5, 3), *network((3, 4, 2))
    before = copy.deepcopy(task)
    mlp_forward(*task)
    predict_classes(*task)
    hidden_layer(task[0], task[1][0], task[2][0])
    np.testing.assert_array_equal(task[0], before[0])
    for one, other in zip(itertools.chain(*task[1:]), itertools.chain(*before[1:]), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.filterwarnings("ignore:Stochastic Optimizer")  # its weights need not be good
def test_scikit_learns_network_decides_alike():
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(200, 4)), rng.integers(0, 3, 200)
    model = MLPClassifier((7, 5), max_iter=5, random_state=0).fit(X, y)
    actual = predict_classes(X, model.coefs_, model.intercepts_)
    np.testing.assert_array_equal(actual, model.predict(X))


def test_of_equal_outputs_the_first_wins():
    assert predict_classes([[1, 3, 3], [2, 2, 0]], [np.eye(3)], [np.zeros(3)]).tolist() == [1, 0]


def test_classes_are_decided_where_all_outputs_are_negative():
    assert predict_classes([[1.0, 2.0]], [-np.eye(2)], [np.zeros(2)]).tolist() == [0]


def test_no_samples_have_no_classes():
    assert predict_classes(np.zeros((0, 2)), [np.eye(2)], [np.zeros(2)]).shape == (0,)


def test_a_network_without_layers_decides_nothing():
    with pytest.raises(ValueError, match="without layers"):
        predict_classes([[1.0]], [], [])


@every_network
def test_as_many_parameters_are_counted_as_the_arrays_hold(sizes):
    weights, biases = network(sizes)
    assert count_parameters(sizes) == sum(array.size for array in (*weights, *biases))


def test_the_count_is_a_plain_integer_that_does_not_overflow():
    count = count_parameters(np.array([100_000, 100_000], dtype=np.int32))
    assert (type(count), count) == (int, 10_000_100_000)


@pytest.mark.parametrize("sizes", [[], [3]], ids=str)
def test_fewer_than_two_layers_are_no_network(sizes):
    with pytest.raises(ValueError, match="input and an output"):
        count_parameters(sizes)


def test_without_activations_a_deep_network_is_one_layer():
    weights, biases = network((3, 5, 4, 2))
    X = samples(6, 3)
    product = weights[0] @ weights[1] @ weights[2]
    shift = (biases[0] @ weights[1] + biases[1]) @ weights[2] + biases[2]
    linear = X
    for W, b in zip(weights, biases, strict=True):
        linear = mlp_forward(linear, [W], [b])[1][0]
    np.testing.assert_array_equal(linear, X @ product + shift)
