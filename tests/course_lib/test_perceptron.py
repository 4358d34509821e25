"""The neurons of unit 01 against loops, numeric derivatives and theorems."""

from __future__ import annotations

import copy
import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.special import expit, log_expit

from course_lib.datasets import gate_table, xor_table
from course_lib.perceptron import (
    add_bias,
    hebb_update,
    logic_gates,
    ltu,
    neuron_gradient,
    perceptron_layer,
    perceptron_update,
    sigmoid_neuron,
    train_neuron,
    train_perceptron,
    weighted_sum,
)

SHAPES = [(6, 3), (1, 3), (6, 1), (1, 1)]


def whole_numbers(shape, seed=0):
    """Whole numbers from 0 to 3, as float64: every numeric dtype can hold them."""
    return np.random.default_rng(seed).integers(0, 4, size=shape).astype(np.float64)


def task(n_samples, n_features, seed=0):
    """Random samples, labels of both kinds where there is room, and parameters."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n_samples, n_features))
    y = rng.permutation(np.arange(n_samples) % 2)
    return X, y, rng.normal(size=n_features), float(rng.normal())


CALLS = {
    weighted_sum: (whole_numbers(3), whole_numbers(3, 1), 2),
    ltu: (whole_numbers(3), -whole_numbers(3, 1), 2),
    add_bias: (whole_numbers((4, 3)),),
    perceptron_layer: (whole_numbers((4, 3)), whole_numbers((3, 2), 1), np.array([-9.0, -2.0])),
    hebb_update: (whole_numbers((3, 2)), whole_numbers(3, 1), np.array([1.0, 0.0]), 2),
    perceptron_update: (whole_numbers(3), 1, whole_numbers(3, 1), 0, 2),
    train_perceptron: (whole_numbers((4, 3)), np.array([0.0, 1.0, 1.0, 0.0]), 1, 5),
    sigmoid_neuron: (whole_numbers((4, 3)), whole_numbers(3, 1), 1),
    neuron_gradient: (whole_numbers((4, 3)), np.array([0.0, 1.0, 1.0, 0.0]), np.ones(3), 1),
    train_neuron: (whole_numbers((4, 3)), np.array([0.0, 1.0, 1.0, 0.0]), 1, 5),
}
every_call = pytest.mark.parametrize(
    ("function", "arguments"), CALLS.items(), ids=[function.__name__ for function in CALLS]
)


def arrays_in(value):
    """The arrays of a result or an argument list, at any depth."""
    if isinstance(value, np.ndarray):
        return [value]
    return [a for item in value for a in arrays_in(item)] if isinstance(value, tuple) else []


def assert_same(expected, actual):
    assert type(expected) is type(actual)
    if isinstance(expected, tuple):
        for one, other in zip(expected, actual, strict=True):
            assert_same(one, other)
    else:
        np.testing.assert_array_equal(actual, expected, strict=True)


@every_call
@pytest.mark.parametrize("dtype", [np.float32, np.float16, np.int64, np.int8])
def test_every_numeric_dtype_gives_the_float64_result(function, arguments, dtype):
    converted = [a.astype(dtype) if isinstance(a, np.ndarray) else a for a in arguments]
    assert_same(function(*arguments), function(*converted))


@every_call
def test_lists_are_accepted(function, arguments):
    converted = [a.tolist() if isinstance(a, np.ndarray) else a for a in arguments]
    assert_same(function(*arguments), function(*converted))


@every_call
@pytest.mark.parametrize("scalar", [np.float32, np.uint8])
def test_numpy_scalars_are_accepted(function, arguments, scalar):
    if function in (train_perceptron, train_neuron):
        *arguments, learning_rate, epochs = arguments
        converted = [*arguments, scalar(learning_rate), epochs]
        arguments = [*arguments, learning_rate, epochs]
    else:
        converted = [a if isinstance(a, np.ndarray) else scalar(a) for a in arguments]
    assert_same(function(*arguments), function(*converted))


@every_call
def test_inputs_are_left_as_they_were(function, arguments):
    before = copy.deepcopy(arguments)
    function(*arguments)
    assert_same(before, arguments)


@every_call
def test_results_share_no_memory_with_the_inputs(function, arguments):
    results = arrays_in((function(*arguments),))
    assert not any(np.shares_memory(r, a) for r in results for a in arrays_in(arguments))


@pytest.mark.parametrize("n_features", [0, 1, 4])
def test_weighted_sum_agrees_with_a_loop(n_features):
    x, w = task(2, n_features)[0]
    expected = 0.25 + sum(w_j * x_j for w_j, x_j in zip(w, x, strict=True))
    assert pytest.approx(expected) == weighted_sum(x, w, 0.25)


def test_weighted_sum_of_bytes_does_not_wrap_around():
    assert 1010.0 == weighted_sum(np.uint8([250, 250]), np.uint8([2, 2]), np.uint8(10))


def test_weighted_sum_of_float32_is_added_in_float64():
    x = np.array([1e8, 1, -1e8], dtype=np.float32)
    assert 1.0 == weighted_sum(x, np.ones(3, dtype=np.float32), 0)


def test_weighted_sum_refuses_weights_of_another_length():
    with pytest.raises(ValueError, match="mismatch"):
        weighted_sum([1, 2], [1, 2, 3], 0)


@pytest.mark.parametrize(("b", "expected"), [(-2, 1), (-2.0000001, 0), (0, 1), (-1000, 0)])
def test_ltu_fires_from_the_threshold_on(b, expected):
    assert expected == ltu([1, 1], [1, 1], b)


def test_ltu_returns_a_plain_integer():
    assert int is type(ltu(np.ones(2), np.ones(2), 0.0))


@pytest.mark.parametrize("gate", ["AND", "OR", "NAND"])
def test_gate_weights_reproduce_the_truth_table(gate):
    X, y = gate_table(gate)
    w, b = logic_gates()[gate]
    assert y.tolist() == [ltu(x, w, b) for x in X]


def test_gates_are_new_at_every_call():
    logic_gates()["AND"][0][:] = 0
    assert [1.0, 1.0] == logic_gates()["AND"][0].tolist()


@pytest.mark.parametrize("shape", [*SHAPES, (0, 3), (4, 0)])
def test_add_bias_puts_ones_in_front(shape):
    X = np.random.default_rng(0).normal(size=shape)
    with_bias = add_bias(X)
    assert (shape[0], 1 + shape[1]) == with_bias.shape
    assert np.all(with_bias[:, 0] == 1)
    np.testing.assert_array_equal(with_bias[:, 1:], X)


def test_add_bias_refuses_a_single_sample_without_its_row():
    with pytest.raises(ValueError, match="dimension"):
        add_bias([1.0, 2.0])


@pytest.mark.parametrize(("n_samples", "n_features"), SHAPES)
@pytest.mark.parametrize("n_units", [1, 2])
def test_layer_is_one_threshold_unit_a_column(n_samples, n_features, n_units):
    rng = np.random.default_rng(1)
    X = rng.normal(size=(n_samples, n_features))
    W, b = rng.normal(size=(n_features, n_units)), rng.normal(size=n_units)
    expected = [[ltu(x, W[:, j], b[j]) for j in range(n_units)] for x in X]
    assert expected == perceptron_layer(X, W, b).tolist()


def test_layer_fires_exactly_on_the_threshold():
    assert [[1, 1]] == perceptron_layer([[1, 2]], [[2, 0], [-1, 0]], [0, 0]).tolist()


def test_layer_of_no_samples_has_no_rows():
    assert (0, 2) == perceptron_layer(np.empty((0, 3)), np.ones((3, 2)), np.ones(2)).shape


def test_layer_refuses_transposed_weights():
    with pytest.raises(ValueError, match="mismatch"):
        perceptron_layer(np.ones((4, 3)), np.ones((2, 3)), np.ones(2))


@pytest.mark.parametrize(("n_inputs", "n_units"), SHAPES)
def test_hebb_strengthens_each_synapse_by_the_product_of_its_ends(n_inputs, n_units):
    rng = np.random.default_rng(2)
    W, x = rng.normal(size=(n_inputs, n_units)), rng.normal(size=n_inputs)
    y = rng.integers(0, 2, size=n_units)
    expected = [[W[i, j] + 0.1 * x[i] * y[j] for j in range(n_units)] for i in range(n_inputs)]
    np.testing.assert_allclose(hebb_update(W, x, y, 0.1), expected, rtol=1e-15)


def test_hebb_leaves_the_synapses_of_a_silent_neuron():
    W = np.ones((2, 1))
    np.testing.assert_array_equal(hebb_update(W, [5, 7], [0], 1.0), W)


@pytest.mark.parametrize("y", [0, 1])
def test_update_changes_nothing_when_the_answer_was_right(y):
    w, b = perceptron_update([1, 1], -10.0 + 20 * y, [1, 2], y, 0.5)
    assert ([1.0, 1.0], -10.0 + 20 * y) == (w.tolist(), b)


def test_update_turns_towards_a_sample_that_was_missed():
    w, b = perceptron_update([1, 1], -10, [1, 2], 1, 0.5)
    assert ([1.5, 2.0], -9.5) == (w.tolist(), b)


def test_update_turns_away_from_a_false_alarm():
    w, b = perceptron_update([1, 1], 10, [1, 2], 0, 0.5)
    assert ([0.5, 0.0], 9.5) == (w.tolist(), b)


def test_update_counts_the_threshold_itself_as_firing():
    w, b = perceptron_update([0, 0], 0, [1, 2], 0, 1)
    assert ([-1.0, -2.0], -1.0) == (w.tolist(), b)


def test_update_moves_the_bias_by_an_unsigned_label_without_wrapping_around():
    assert -1.0 == perceptron_update([0], 0, [1], np.uint8(0), 1)[1]


def test_update_adds_to_a_float32_bias_in_float64():
    b = np.float32(0.1)
    assert float(b) - 0.3 == perceptron_update([0], b, [1], 0, 0.3)[1]


def train_in_augmented_space(X, y, learning_rate, max_epochs):
    """Rosenblatt's rule once more: labels -1 and 1, the bias as a weight, no shared code."""
    points = np.column_stack([np.ones(len(X)), X])
    weights, mistakes = np.zeros(points.shape[1]), []
    while len(mistakes) < max_epochs and (not mistakes or mistakes[-1] > 0):
        mistakes.append(0)
        for point, sign in zip(points, np.where(y == 1, 1, -1), strict=True):
            fires = np.dot(weights, point) >= 0
            if fires != (sign == 1):
                weights = weights + learning_rate * sign * point
                mistakes[-1] += 1
    return weights[1:], weights[0], mistakes


@pytest.mark.parametrize(("n_samples", "n_features"), [*SHAPES, (30, 2)])
@pytest.mark.parametrize("seed", range(5))
def test_training_agrees_with_an_independent_version(n_samples, n_features, seed):
    X, y, _, _ = task(n_samples, n_features, seed)
    w, b, mistakes = train_perceptron(X, y, 0.5, max_epochs=20)
    expected_w, expected_b, expected_mistakes = train_in_augmented_space(X, y, 0.5, 20)
    assert expected_mistakes == mistakes
    np.testing.assert_allclose(w, expected_w, atol=1e-12)
    assert pytest.approx(expected_b) == b


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 2**32 - 1),
    n_samples=st.integers(1, 25),
    n_features=st.integers(1, 4),
    learning_rate=st.sampled_from([0.125, 1.0, 8.0]),
)
def test_mistakes_on_separable_data_stay_within_the_novikoff_bound(
    seed, n_samples, n_features, learning_rate
):
    rng = np.random.default_rng(seed)
    separator = rng.normal(size=1 + n_features)
    separator /= np.linalg.norm(separator)
    X = rng.uniform(-3, 3, size=(4 * n_samples, n_features))
    heights = separator[0] + X @ separator[1:]
    clear = np.abs(heights) > 0.2
    assume(np.any(clear))
    X, heights = X[clear][:n_samples], heights[clear][:n_samples]
    gamma = np.min(np.abs(heights))
    radius = np.max(np.linalg.norm(np.column_stack([np.ones(len(X)), X]), axis=1))
    bound = (radius / gamma) ** 2

    w, b, mistakes = train_perceptron(X, heights > 0, learning_rate, math.floor(bound) + 1)

    assert sum(mistakes) <= bound
    assert 0 == mistakes[-1]
    assert (heights > 0).tolist() == [ltu(x, w, b) for x in X]


def test_training_stops_after_the_first_epoch_without_a_mistake():
    *_, mistakes = train_perceptron(*gate_table("AND"))
    assert mistakes.index(0) == len(mistakes) - 1


def test_training_on_xor_never_settles():
    *_, mistakes = train_perceptron(*xor_table(), max_epochs=50)
    assert 50 == len(mistakes)
    assert min(mistakes) > 0


def test_learning_rate_only_scales_what_is_learned_from_zeros():
    X, y, _, _ = task(20, 2)
    w, b, mistakes = train_perceptron(X, y, 1.0, 10)
    w_eighth, b_eighth, mistakes_eighth = train_perceptron(X, y, 0.125, 10)
    assert mistakes == mistakes_eighth
    np.testing.assert_array_equal(w_eighth, w / 8)
    assert b / 8 == b_eighth


def test_training_without_epochs_returns_the_zeros():
    w, b, mistakes = train_perceptron([[1, 2]], [1], max_epochs=0)
    assert ([0.0, 0.0], 0.0, []) == (w.tolist(), b, mistakes)


def test_training_on_no_samples_makes_no_mistake():
    w, b, mistakes = train_perceptron(np.empty((0, 2)), [])
    assert ([0.0, 0.0], 0.0, [0]) == (w.tolist(), b, mistakes)


@pytest.mark.parametrize(("n_samples", "n_features"), [*SHAPES, (0, 3)])
def test_sigmoid_neuron_agrees_with_scipy(n_samples, n_features):
    X, _, w, b = task(n_samples, n_features)
    np.testing.assert_allclose(sigmoid_neuron(X, w, b), expit(X @ w + b), rtol=1e-14)


def test_sigmoid_neuron_saturates_without_a_warning():
    assert [0.0, 0.5, 1.0] == sigmoid_neuron([[-1000], [0], [1000]], [1], 0).tolist()


def exact_cost(X, y, w, b):
    """The mean cross-entropy without clipping, by SciPy's logarithm of the sigmoid."""
    z = X @ w + b
    return -np.mean(y * log_expit(z) + (1 - y) * log_expit(-z))


@pytest.mark.parametrize(("n_samples", "n_features"), [*SHAPES, (40, 5)])
@pytest.mark.parametrize("seed", range(3))
def test_gradient_agrees_with_central_differences(n_samples, n_features, seed):
    X, y, w, b = task(n_samples, n_features, seed)
    h = 1e-5

    def slope(dw, db):
        up, down = exact_cost(X, y, w + dw, b + db), exact_cost(X, y, w - dw, b - db)
        return (up - down) / (2 * h)

    dw, db = neuron_gradient(X, y, w, b)
    expected = [slope(direction, 0) for direction in h * np.eye(n_features)]
    np.testing.assert_allclose(dw, expected, atol=1e-9)
    assert pytest.approx(slope(0, h), abs=1e-9) == db


def test_gradient_agrees_with_a_loop_over_samples_and_features():
    X, y, w, b = task(7, 3)
    errors = [expit(sum(w * x) + b) - label for x, label in zip(X, y, strict=True)]
    dw, db = neuron_gradient(X, y, w, b)
    expected = [sum(e * x[j] for e, x in zip(errors, X, strict=True)) / 7 for j in range(3)]
    np.testing.assert_allclose(dw, expected)
    assert pytest.approx(sum(errors) / 7) == db


def test_gradient_of_a_neuron_certain_and_wrong_is_the_whole_error():
    dw, db = neuron_gradient([[1000], [-1000]], [0, 1], [1], 0)
    assert ([1000.0], 0.0) == (dw.tolist(), db)


def test_gradient_counts_repeated_samples_only_through_the_mean():
    X, y, w, b = task(5, 2)
    once, twice = neuron_gradient(X, y, w, b), neuron_gradient([*X, *X], [*y, *y], w, b)
    np.testing.assert_allclose(once[0], twice[0])
    assert pytest.approx(once[1]) == twice[1]


def test_descent_agrees_with_an_independent_loop():
    X, y, _, _ = task(9, 2)
    theta, points, expected_losses = np.zeros(3), np.column_stack([X, np.ones(9)]), []
    for _ in range(25):
        expected_losses.append(exact_cost(points, y, theta, 0))
        theta = theta - 0.3 * np.mean((expit(points @ theta) - y)[:, None] * points, axis=0)
    w, b, losses = train_neuron(X, y, 0.3, 25)
    np.testing.assert_allclose(losses, expected_losses)
    np.testing.assert_allclose([*w, b], theta)


def test_descent_finds_the_minimum_that_scipy_finds():
    rng = np.random.default_rng(3)
    X = rng.normal(size=(60, 2))
    y = (X @ [1.0, -1.0] + rng.logistic(size=60) > 0).astype(int)
    best = minimize(lambda t: exact_cost(X, y, t[:2], t[2]), np.zeros(3), tol=1e-10).x
    w, b, _ = train_neuron(X, y, learning_rate=1.0, epochs=500)
    np.testing.assert_allclose([*w, b], best, atol=1e-4)


def test_losses_start_at_log_two_and_fall():
    *_, losses = train_neuron(*gate_table("OR"), learning_rate=0.5, epochs=20)
    assert pytest.approx(math.log(2)) == losses[0]
    assert all(later < earlier for earlier, later in itertools.pairwise(losses))


@pytest.mark.parametrize("epochs", [0, 1, 7])
def test_descent_measures_one_loss_an_epoch(epochs):
    *_, losses = train_neuron(*gate_table("AND"), epochs=epochs)
    assert epochs == len(losses)


def test_descent_with_a_float32_learning_rate_stays_in_float64():
    eta = np.float32(0.1)
    expected = train_neuron(*gate_table("AND"), float(eta), 3)
    assert_same(expected, train_neuron(*gate_table("AND"), eta, 3))


@pytest.mark.parametrize("epochs", [1, 3])
def test_descent_on_an_empty_batch_is_refused(epochs):
    with pytest.raises(ValueError, match="empty batch"):
        train_neuron(np.empty((0, 2)), [], epochs=epochs)


def test_gradient_of_an_empty_batch_is_refused():
    with pytest.raises(ValueError, match="empty batch"):
        neuron_gradient(np.empty((0, 2)), [], [1, 2], 0)


@pytest.mark.parametrize(
    ("X", "y"),
    [([[1], [2]], [1]), ([[1], [2]], [[0], [1]]), ([1, 2], [0, 1]), ([[[1]]], [1])],
    ids=["one label missing", "labels in a column", "samples without rows", "three dimensions"],
)
@pytest.mark.parametrize(
    "function", [train_perceptron, train_neuron, lambda X, y: neuron_gradient(X, y, [1], 0)]
)
def test_samples_without_one_label_a_row_are_refused(function, X, y):
    with pytest.raises(ValueError, match="one label for each row"):
        function(X, y)
