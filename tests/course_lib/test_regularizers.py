"""Early stopping, penalties and max-norm against numeric derivatives and runs worked by hand."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.regularizers import early_stopping, l1_penalty, l2_penalty, max_norm

SIZES = [(1, 1), (4, 3, 2), (3, 5, 1, 4)]
every_network = pytest.mark.parametrize("sizes", SIZES, ids=str)
every_penalty = pytest.mark.parametrize("penalty", [l1_penalty, l2_penalty])


def run(losses):
    """A training run with these validation losses; after epoch k all weights are k."""
    remaining = iter(losses)

    def train_epoch(weights):
        for w in weights:
            w[...] = w + 1
        return next(remaining)

    return train_epoch


def stopped(losses, patience, max_epochs=100):
    """The epoch whose weights come back, and the number of epochs that were run."""
    best, seen = early_stopping(run(losses), [np.zeros((2, 3)), np.zeros(3)], patience, max_epochs)
    assert losses[: len(seen)] == seen
    (epoch,) = {number for w in best for number in w.ravel()}
    return int(epoch), len(seen)


@pytest.mark.parametrize(
    ("losses", "patience", "expected"),
    [
        ([5, 4, 3, 4, 5, 6, 1], 2, (3, 5)),
        ([5, 4, 3, 4, 5, 6, 1], 3, (3, 6)),
        ([5, 6, 7, 8], 1, (1, 2)),
        ([5, 3, 3, 3, 9], 2, (2, 4)),
        ([5, 6, 4, 6, 6, 3, 7, 8, 9], 3, (6, 9)),
        ([3, 9, 8, 7, 1], 3, (1, 4)),
    ],
    ids=[
        "rises",
        "patient",
        "first is best",
        "ties",
        "better just in time",
        "falls, but not below",
    ],
)
def test_stops_when_the_patience_is_used_up_and_returns_the_best(losses, patience, expected):
    assert expected == stopped([float(loss) for loss in losses], patience)


def test_max_epochs_end_a_run_that_still_falls():
    assert (4, 4) == stopped([9.0, 8.0, 7.0, 6.0, 5.0], patience=2, max_epochs=4)


def test_no_epoch_leaves_the_initial_weights():
    assert (0, 0) == stopped([1.0], patience=1, max_epochs=0)


def test_a_loss_that_is_nan_is_no_minimum():
    assert (2, 4) == stopped([math.inf, 3.0, math.nan, math.nan], patience=2)[:2]


@given(st.lists(st.integers(0, 6).map(float), min_size=1, max_size=25), st.integers(1, 5))
def test_agrees_with_a_search_in_the_list_of_all_losses(losses, patience):
    ends = [n for n in range(1, len(losses) + 1) if n - 1 - np.argmin(losses[:n]) >= patience]
    epochs = min([*ends, len(losses)])
    expected = (int(np.argmin(losses[:epochs])) + 1, epochs)
    assert expected == stopped(losses, patience, max_epochs=len(losses))


def test_best_weights_are_copies():
    weights = [np.zeros(2)]
    best, _ = early_stopping(run([1.0]), weights, patience=1, max_epochs=1)
    weights[0][:] = 77
    assert [1.0, 1.0] == best[0].tolist()


def test_dtype_of_the_weights_is_kept():
    best, _ = early_stopping(run([1.0]), [np.zeros(2, dtype=np.float32)], 1, 1)
    assert np.float32 == best[0].dtype


def test_patience_of_zero_is_refused():
    with pytest.raises(ValueError, match="at least 1, not 0"):
        early_stopping(run([1.0]), [np.zeros(1)], patience=0, max_epochs=5)


def network(sizes, seed=0):
    rng = np.random.default_rng(seed)
    pairs = list(pairwise(sizes))
    return [rng.normal(size=pair) for pair in pairs], [rng.normal(size=k) for _, k in pairs]


@every_penalty
@every_network
def test_penalty_gradient_agrees_with_central_differences(penalty, sizes):
    weights, biases = network(sizes)
    _, d_weights, d_biases = penalty(weights, biases, 0.3)
    h = 1e-6
    for array, gradient in zip(weights + biases, d_weights + d_biases, strict=True):
        for place in np.ndindex(array.shape):
            old = array[place]
            array[place] = old + h
            above = penalty(weights, biases, 0.3)[0]
            array[place] = old - h
            below = penalty(weights, biases, 0.3)[0]
            array[place] = old
            assert pytest.approx((above - below) / (2 * h), abs=1e-7) == gradient[place]


@every_penalty
@every_network
def test_gradients_have_the_shapes_of_the_parameters(penalty, sizes):
    weights, biases = network(sizes)
    _, d_weights, d_biases = penalty(weights, biases, 0.3)
    assert [w.shape for w in weights] == [d.shape for d in d_weights]
    assert [b.shape for b in biases] == [d.shape for d in d_biases]


def test_l1_counts_sizes_and_l2_squares():
    weights, biases = [[[3, -4]], [[0], [1]]], [[5, 5], [5]]
    assert pytest.approx(0.5 * 8) == l1_penalty(weights, biases, 0.5)[0]
    assert pytest.approx(0.5 * 26) == l2_penalty(weights, biases, 0.5)[0]


def test_l1_leaves_a_weight_of_zero_alone():
    assert [[0.0, 1.0, -1.0]] == l1_penalty([[[0, 2, -3]]], [], 1.0)[1][0].tolist()


def test_l2_step_shrinks_every_weight_by_the_same_share():
    W = np.random.default_rng(0).normal(size=(3, 2))
    gradient = l2_penalty([W], [], 0.1)[1][0]
    np.testing.assert_allclose(W - 0.5 * gradient, 0.9 * W)


@every_penalty
def test_integer_weights_give_float64(penalty):
    value, d_weights, d_biases = penalty([np.array([[1, -2]])], [np.array([1, 1])], 0.25)
    assert float is type(value)
    assert [np.float64, np.float64] == [d_weights[0].dtype, d_biases[0].dtype]


@every_penalty
def test_penalty_of_no_layers_is_zero(penalty):
    assert (0.0, [], []) == penalty([], [], 0.5)


@given(st.integers(0, 1000), st.floats(0.1, 5.0))
def test_max_norm_shortens_long_columns_and_keeps_their_direction(seed, r):
    W = np.random.default_rng(seed).normal(scale=2, size=(4, 6))
    result = max_norm(W, r)
    before, after = np.linalg.norm(W, axis=0), np.linalg.norm(result, axis=0)
    np.testing.assert_allclose(after, np.minimum(before, r))
    np.testing.assert_allclose(result / after, W / before)


def test_max_norm_leaves_columns_inside_the_fence_to_the_bit():
    W = np.random.default_rng(0).normal(size=(4, 3))
    np.testing.assert_array_equal(max_norm(W, 100.0), W)


def test_max_norm_leaves_a_column_of_zeros():
    np.testing.assert_allclose(max_norm([[0, 3], [0, 4]], 1.0), [[0, 0.6], [0, 0.8]])


def test_max_norm_twice_is_max_norm_once():
    once = max_norm(np.random.default_rng(0).normal(size=(5, 7)), 0.5)
    np.testing.assert_allclose(max_norm(once, 0.5), once)


def test_inputs_are_left_as_they_were():
    W, b = np.array([[3.0, 0.0], [4.0, 1.0]]), np.array([1.0, 2.0])
    for penalty in (l1_penalty, l2_penalty):
        _, d_weights, _ = penalty([W], [b], 1.0)
        d_weights[0][:] = 77
    max_norm(W, 10.0)[:] = 77
    np.testing.assert_array_equal(W, [[3, 0], [4, 1]])
    np.testing.assert_array_equal(b, [1, 2])
