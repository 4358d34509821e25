"""The backward passes against numeric differences and autodiff; the training against theory."""

from __future__ import annotations

import copy
from itertools import pairwise

import numpy as np
import pytest
from scipy.special import log_softmax
from scipy.special import softmax as scipy_softmax
from sklearn.linear_model import LogisticRegression

from course_lib.autodiff import Node, autodiff_backward
from course_lib.backprop import (
    dense_backward,
    minibatches,
    mlp_backward,
    sgd_step,
    softmax_crossentropy_backward,
    train_mlp,
)
from course_lib.gradcheck import check_gradient
from course_lib.losses import softmax_crossentropy_logits
from course_lib.mlp import mlp_forward

SIZES = [(3, 4), (4, 3, 2), (2, 5, 3, 4), (3, 4, 4, 4, 4), (2, 1, 3)]


def network(*sizes, seed=0):
    rng = np.random.default_rng(seed)
    pairs = list(pairwise(sizes))
    return [rng.normal(size=pair) for pair in pairs], [rng.normal(size=k) for _, k in pairs]


def task(n, *sizes, seed=0):
    rng = np.random.default_rng(seed + 100)
    X, y = rng.normal(size=(n, sizes[0])), rng.integers(sizes[-1], size=n)
    return X, y, *network(*sizes, seed=seed)


def whole(*shape, seed=0):
    return np.random.default_rng(seed).integers(-2, 3, size=shape).astype(np.float64)


CALLS = {
    dense_backward: (whole(4, 2), whole(4, 3, seed=1), whole(3, 2, seed=2)),
    softmax_crossentropy_backward: (whole(4, 3), np.array([0.0, 2.0, 1.0, 1.0])),
    mlp_backward: (
        whole(4, 3),
        np.array([0.0, 1.0, 1.0, 0.0]),
        [whole(3, 4, seed=3), whole(4, 2, seed=4)],
        [whole(4, seed=5), whole(2, seed=6)],
    ),
    sgd_step: ([whole(2, 3), whole(3)], [whole(2, 3, seed=7), whole(3, seed=8)], 2),
}
every_call = pytest.mark.parametrize(
    ("function", "arguments"), CALLS.items(), ids=[function.__name__ for function in CALLS]
)


def converted(value, to):
    if isinstance(value, list | tuple):
        return type(value)(converted(item, to) for item in value)
    return to(value) if isinstance(value, np.ndarray) else value


def arrays_in(value):
    if isinstance(value, np.ndarray):
        return [value]
    return [a for item in value for a in arrays_in(item)] if isinstance(value, list | tuple) else []


def assert_same(expected, actual):
    for one, other in zip(arrays_in(expected), arrays_in(actual), strict=True):
        np.testing.assert_array_equal(other, one, strict=True)


@every_call
@pytest.mark.parametrize("dtype", [np.float32, np.float16, np.int64, np.int8])
def test_every_numeric_dtype_gives_the_float64_result(function, arguments, dtype):
    other = converted(arguments, lambda array: array.astype(dtype))
    assert_same(function(*arguments), function(*other))


@every_call
def test_lists_are_accepted(function, arguments):
    assert_same(function(*arguments), function(*converted(arguments, np.ndarray.tolist)))


@every_call
def test_inputs_are_left_as_they_were(function, arguments):
    before = copy.deepcopy(arguments)
    function(*arguments)
    assert_same(before, arguments)


@every_call
def test_results_share_no_memory_with_the_inputs(function, arguments):
    results = arrays_in(function(*arguments))
    assert not any(np.shares_memory(r, a) for r in results for a in arrays_in(arguments))


@pytest.mark.parametrize(("n", "d", "k"), [(5, 3, 2), (1, 4, 3), (4, 1, 1), (3, 3, 3), (2, 5, 6)])
def test_dense_backward_agrees_with_numeric_differences(n, d, k):
    rng = np.random.default_rng(n)
    X, W, b, d_Z = (rng.normal(size=shape) for shape in ((n, d), (d, k), k, (n, k)))

    def weighted(X=X, W=W, b=b):
        return float(np.sum(d_Z * (X @ W + b)))

    d_X, d_W, d_b = dense_backward(d_Z, X, W)
    check_gradient(lambda X: weighted(X=X), d_X, X)
    check_gradient(lambda W: weighted(W=W), d_W, W)
    check_gradient(lambda b: weighted(b=b), d_b, b)


@pytest.mark.parametrize("d_Z", [np.zeros((3, 2)), np.zeros((2, 3)), np.zeros(2)])
def test_dense_backward_refuses_an_upstream_gradient_of_another_shape(d_Z):
    with pytest.raises(ValueError, match="do not make a Z of"):
        dense_backward(d_Z, np.zeros((2, 4)), np.zeros((4, 2)))


@pytest.mark.parametrize(("n", "k"), [(5, 3), (3, 5), (4, 4), (1, 2), (3, 1)])
def test_the_error_at_the_output_agrees_with_numeric_differences(n, k):
    rng = np.random.default_rng(k)
    z, y = 3 * rng.normal(size=(n, k)), rng.integers(k, size=n)

    def cost(z):
        return -float(np.mean(log_softmax(z, axis=1)[np.arange(n), y]))

    check_gradient(cost, softmax_crossentropy_backward(z, y), z, tolerance=1e-7)


def test_the_error_at_the_output_is_probabilities_less_labels():
    z, y = np.random.default_rng(0).normal(size=(4, 3)), np.array([2, 0, 1, 1])
    expected = (scipy_softmax(z, axis=1) - np.eye(3)[y]) / 4
    np.testing.assert_allclose(softmax_crossentropy_backward(z, y), expected, atol=1e-16)


def test_rows_of_the_error_sum_to_zero():
    z = 10 * np.random.default_rng(1).normal(size=(6, 4))
    rows = softmax_crossentropy_backward(z, [0, 1, 2, 3, 0, 0]).sum(axis=1)
    np.testing.assert_allclose(rows, np.zeros(6), atol=1e-16)


def test_scores_of_a_thousand_give_a_finite_error():
    z = np.array([[1000.0, -1000.0], [-1000.0, 1000.0]])
    expected = [[0.0, 0.0], [-0.5, 0.5]]
    np.testing.assert_array_equal(softmax_crossentropy_backward(z, [0, 0]), expected)


@pytest.mark.parametrize(
    ("z", "y", "message"),
    [
        (np.zeros((2, 3)), [0, 3], "from 0 to 2"),
        (np.zeros((2, 3)), [0, -1], "from 0 to 2"),
        (np.zeros((2, 3)), [0.5, 1], "from 0 to 2"),
        (np.zeros((2, 3)), [0], "do not go with"),
        (np.zeros((2, 3)), [[0], [1]], "do not go with"),
        (np.zeros(3), [0, 1, 2], "do not go with"),
        (np.zeros((0, 3)), [], "empty batch"),
    ],
)
def test_labels_that_do_not_fit_the_scores_are_refused(z, y, message):
    with pytest.raises(ValueError, match=message):
        softmax_crossentropy_backward(z, y)


@pytest.mark.parametrize("sizes", SIZES, ids=str)
@pytest.mark.parametrize("n", [1, 4])
def test_mlp_backward_agrees_with_numeric_differences(n, sizes):
    X, y, weights, biases = task(n, *sizes)
    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    assert [W.shape for W in weights] == [d.shape for d in d_weights]
    assert [b.shape for b in biases] == [d.shape for d in d_biases]
    for parameters, gradients in ((weights, d_weights), (biases, d_biases)):
        for i, gradient in enumerate(gradients):

            def cost(p, parameters=parameters, i=i):
                kept, parameters[i] = parameters[i], p
                loss = softmax_crossentropy_logits(y, mlp_forward(X, weights, biases)[0][-1])
                parameters[i] = kept
                return loss

            check_gradient(cost, gradient, parameters[i])


def test_mlp_backward_agrees_with_reverse_mode_on_scalars():
    X, y, weights, biases = task(3, 2, 4, 3)
    nodes = [[np.vectorize(Node)(array) for array in arrays] for arrays in (weights, biases)]
    total = Node(0.0)
    for x, label in zip(X, y, strict=True):
        a = list(x)
        for layer, (W, b) in enumerate(zip(*nodes, strict=True)):
            z = [sum((a_i * w for a_i, w in zip(a, col, strict=True)), b_k) for col, b_k in
                 zip(W.T, b, strict=True)]  # fmt: skip
            a = [z_k.relu() for z_k in z] if layer == 0 else z
        total = total + sum((z_k.exp() for z_k in a), Node(0.0)).log() - a[label]
    autodiff_backward(total / 3)
    expected = [[np.vectorize(lambda v: v.grad)(a) for a in arrays] for arrays in nodes]
    actual = mlp_backward(X, y, weights, biases)
    for one, other in zip(arrays_in(expected), arrays_in(actual), strict=True):
        np.testing.assert_allclose(other, one, atol=1e-14)


def test_units_exactly_at_zero_pass_nothing_back():
    X, y = np.ones((2, 3)), np.array([0, 1])
    d_weights, d_biases = mlp_backward(
        X, y, [np.zeros((3, 4)), whole(4, 2)], [np.zeros(4), np.zeros(2)]
    )
    assert not d_weights[0].any()
    assert not d_biases[0].any()


def test_a_batch_repeated_has_the_same_gradient():
    X, y, weights, biases = task(5, 3, 4, 2)
    once = mlp_backward(X, y, weights, biases)
    twice = mlp_backward(np.vstack([X, X]), np.hstack([y, y]), weights, biases)
    for one, other in zip(arrays_in(once), arrays_in(twice), strict=True):
        np.testing.assert_allclose(other, one, atol=1e-15)


def test_a_small_step_lowers_the_cost_by_the_rate_times_the_squared_gradient():
    X, y, weights, biases = task(6, 3, 5, 4)

    def cost(weights, biases):
        return softmax_crossentropy_logits(y, mlp_forward(X, weights, biases)[0][-1])

    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    moved = sgd_step(weights, d_weights, 1e-6), sgd_step(biases, d_biases, 1e-6)
    squared = sum(float(np.sum(d**2)) for d in (*d_weights, *d_biases))
    assert pytest.approx(-1e-6 * squared, rel=1e-4) == cost(*moved) - cost(weights, biases)


def test_sgd_step_moves_every_parameter_against_its_gradient():
    new = sgd_step([np.array([[1.0, 2.0]]), np.array([3.0])], [[[10, 0]], [-2]], 0.5)
    assert_same([np.array([[-4.0, 2.0]]), np.array([4.0])], new)


def test_sgd_step_of_nothing_is_nothing():
    assert [] == sgd_step([], [], 0.1)


def test_sgd_step_refuses_lists_of_different_lengths():
    with pytest.raises(ValueError, match="zip"):
        sgd_step([[1.0], [2.0]], [[1.0]], 0.1)


def test_sgd_step_refuses_a_gradient_that_numpy_would_broadcast():
    with pytest.raises(ValueError, match=r"shape \(3,\) has a gradient of shape \(1,\)"):
        sgd_step([np.zeros(3)], [np.zeros(1)], 0.1)


@pytest.mark.parametrize(
    ("n", "size", "sizes"),
    [
        (10, 3, [3, 3, 3, 1]),
        (9, 3, [3, 3, 3]),
        (2, 5, [2]),
        (3, 1, [1, 1, 1]),
        (1, 1, [1]),
        (0, 4, []),
    ],
)
def test_batches_have_the_size_that_is_asked_for_but_for_the_last(n, size, sizes):
    batches = minibatches(np.zeros((n, 2)), np.zeros(n), size, np.random.default_rng(0))
    assert sizes == [len(X) for X, _ in batches]


def test_every_sample_comes_once_with_its_label():
    X, y = np.arange(40).reshape(20, 2), np.arange(20)
    batches = list(minibatches(X, y, 6, np.random.default_rng(3)))
    rows, labels = np.vstack([X for X, _ in batches]), np.hstack([y for _, y in batches])
    np.testing.assert_array_equal(rows, X[labels])
    assert list(range(20)) == sorted(labels)
    assert list(range(20)) != list(labels)


def test_the_generator_decides_the_order_and_is_used_once():
    def labels(rng):
        return [y.tolist() for _, y in minibatches(np.zeros((30, 1)), np.arange(30), 7, rng)]

    rng = np.random.default_rng(5)
    first, second = labels(rng), labels(rng)
    assert first != second
    again = np.random.default_rng(5)
    assert [first, second] == [labels(again), labels(again)]


def test_every_order_is_equally_likely():
    rng = np.random.default_rng(0)
    counts = np.zeros((4, 4))
    for _ in range(4000):
        for place, (_, label) in enumerate(minibatches(np.zeros((4, 1)), np.arange(4), 1, rng)):
            counts[place, label[0]] += 1
    assert np.all(np.abs(counts - 1000) < 150)


def test_dtypes_and_further_axes_of_samples_are_kept():
    X = np.zeros((5, 2, 3), dtype=np.uint8)
    X_batch, y_batch = next(minibatches(X, np.zeros(5, np.int32), 2, np.random.default_rng(0)))
    assert ((2, 2, 3), np.uint8, np.int32) == (X_batch.shape, X_batch.dtype, y_batch.dtype)
    assert not np.shares_memory(X, X_batch)


@pytest.mark.parametrize(("n", "size", "message"), [(2, 1, "3 rows but 2"), (3, 0, "is none")])
def test_impossible_batches_are_refused_at_the_call(n, size, message):
    with pytest.raises(ValueError, match=message):
        minibatches(np.zeros((3, 1)), np.zeros(n), size, np.random.default_rng(0))


def test_with_one_batch_training_is_gradient_descent():
    X, y, weights, biases = task(6, 3, 4, 2)
    rng = np.random.default_rng(0)
    W, b, losses = train_mlp(X, y, weights, biases, 0.3, 6, 2, rng)
    for _ in range(2):
        d_weights, d_biases = mlp_backward(X, y, weights, biases)
        weights = sgd_step(weights, d_weights, 0.3)
        biases = sgd_step(biases, d_biases, 0.3)
    for one, other in zip((*weights, *biases), (*W, *b), strict=True):
        np.testing.assert_allclose(other, one, atol=1e-14)
    expected = softmax_crossentropy_logits(y, mlp_forward(X, weights, biases)[0][-1])
    assert pytest.approx(expected) == losses[-1]


def test_equal_samples_make_a_step_for_every_batch():
    X, y, weights, biases = task(1, 3, 4, 2)
    rng = np.random.default_rng(0)
    many = train_mlp(np.tile(X, (7, 1)), np.tile(y, 7), weights, biases, 0.1, 3, 2, rng)
    alone = train_mlp(X, y, weights, biases, 0.1, 1, 6, rng)
    for one, other in zip(arrays_in(alone[:2]), arrays_in(many[:2]), strict=True):
        np.testing.assert_allclose(other, one, atol=1e-14)
    assert pytest.approx(alone[2][2::3]) == many[2]


def test_training_without_layers_in_between_finds_logistic_regression():
    y = np.repeat([0, 1, 2], 40)
    X = np.array([[0, 0], [2, 1], [-1, 2]])[y] + np.random.default_rng(0).normal(size=(120, 2))
    start = [np.zeros((2, 3))], [np.zeros(3)]
    _, _, losses = train_mlp(X, y, *start, 0.5, len(X), 1500, np.random.default_rng(0))
    best = LogisticRegression(C=np.inf, tol=1e-10).fit(X, y).predict_log_proba(X)
    expected = -np.mean(best[np.arange(len(y)), y])
    assert pytest.approx(expected, rel=1e-4) == losses[-1]


def test_no_epochs_give_copies_of_the_parameters():
    X, y, weights, biases = task(3, 2, 2)
    W, b, losses = train_mlp(X, y, weights, biases, 0.1, 1, 0, np.random.default_rng(0))
    assert [] == losses
    assert_same((weights, biases), (W, b))
    assert not np.shares_memory(W[0], weights[0])


def test_the_same_generator_trains_the_same_network():
    X, y, weights, biases = task(20, 2, 4, 3)

    def run(seed):
        return train_mlp(X, y, weights, biases, 0.1, 4, 2, np.random.default_rng(seed))

    assert_same(run(1), run(1))
    assert run(1)[2] != run(2)[2]


def test_the_parameters_to_begin_with_stay_as_they_are():
    X, y, weights, biases = task(4, 2, 3, 2)
    before = copy.deepcopy((weights, biases))
    train_mlp(X, y, weights, biases, 0.5, 2, 3, np.random.default_rng(0))
    assert_same(before, (weights, biases))
