"""Dropout against its definition: what is kept, what is scaled, and what comes on average."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from course_lib.dropout import dropout_backward, dropout_forward, enumerate_subnetworks

RATES = (0.1, 0.25, 0.5, 0.8)
every_rate = pytest.mark.parametrize("rate", RATES)


def rng(seed=0):
    return np.random.default_rng(seed)


@every_rate
def test_output_is_the_scaled_input_where_kept_and_zero_elsewhere(rate):
    X = rng(1).normal(size=(7, 5))
    output, mask = dropout_forward(X, rate, rng(), training=True)
    np.testing.assert_allclose(output[mask], X[mask] / (1 - rate))
    np.testing.assert_array_equal(output[~mask], 0)


@every_rate
def test_share_of_kept_entries_is_one_minus_rate(rate):
    mask = dropout_forward(np.ones((400, 250)), rate, rng(), training=True)[1]
    assert pytest.approx(1 - rate, abs=0.01) == mask.mean()


@every_rate
def test_mean_over_many_draws_is_the_input(rate):
    source, X = rng(), rng(1).normal(size=(3, 4))
    mean = np.mean(
        [dropout_forward(X, rate, source, training=True)[0] for _ in range(20_000)], axis=0
    )
    np.testing.assert_allclose(mean, X, atol=0.12)


def test_every_entry_is_drawn_by_itself():
    mask = dropout_forward(np.ones((2000, 3)), 0.5, rng(), training=True)[1]
    patterns, counts = np.unique(mask, axis=0, return_counts=True)
    assert 8 == len(patterns)
    np.testing.assert_allclose(counts / 2000, 1 / 8, atol=0.04)


def test_after_training_the_input_comes_back_and_nothing_is_drawn():
    source, X = rng(), rng(1).normal(size=(3, 4))
    output, mask = dropout_forward(X, 0.5, source, training=False)
    np.testing.assert_array_equal(output, X)
    assert mask.all()
    assert rng().random() == source.random()


def test_rate_of_zero_keeps_everything():
    X = rng(1).normal(size=(3, 4))
    output, mask = dropout_forward(X, 0.0, rng(), training=True)
    np.testing.assert_array_equal(output, X)
    assert mask.all()


def test_same_seed_drops_the_same_entries_and_another_seed_others():
    X = np.ones((10, 10))
    one, same, other = (dropout_forward(X, 0.5, rng(s), training=True)[1] for s in (3, 3, 4))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_integers_become_float64_and_the_mask_is_bool():
    output, mask = dropout_forward(np.array([[1, 2, 3]]), 0.5, rng(), training=True)
    assert (np.float64, np.bool_) == (output.dtype, mask.dtype)


def test_output_after_training_is_a_new_array():
    X = np.ones((2, 2))
    dropout_forward(X, 0.5, rng(), training=False)[0][:] = 77
    assert (X == 1).all()


@every_rate
def test_backward_is_the_derivative_of_forward_under_the_same_mask(rate):
    X, upstream = rng(1).normal(size=(4, 3)), rng(2).normal(size=(4, 3))
    _, mask = dropout_forward(X, rate, rng(5), training=True)
    gradient, h = dropout_backward(upstream, mask, rate), 1e-6
    for place in np.ndindex(X.shape):
        step = np.zeros_like(X)
        step[place] = h
        above, below = (
            np.sum(upstream * dropout_forward(X + s, rate, rng(5), training=True)[0])
            for s in (step, -step)
        )
        assert pytest.approx((above - below) / (2 * h), abs=1e-7) == gradient[place]


@pytest.mark.parametrize("rate", [-0.1, 1.0, 1.5])
def test_rates_outside_of_the_unit_interval_are_refused(rate):
    with pytest.raises(ValueError, match=f"not {rate}"):
        dropout_forward(np.ones((1, 1)), rate, rng(), training=True)
    with pytest.raises(ValueError, match=f"not {rate}"):
        dropout_backward(np.ones((1, 1)), np.ones((1, 1)), rate)


@pytest.mark.parametrize("n_units", [1, 2, 4, 7])
def test_every_mask_occurs_once(n_units):
    masks, outputs = enumerate_subnetworks(np.ones(n_units), np.ones(n_units), 0.0)
    assert list(itertools.product((0, 1), repeat=n_units)) == [tuple(row) for row in masks]
    np.testing.assert_array_equal(outputs, masks.sum(axis=1))


def test_each_output_is_that_of_its_own_sub_network():
    h, w = rng(1).normal(size=5), rng(2).normal(size=5)
    for mask, output in zip(*enumerate_subnetworks(h, w, 0.7), strict=True):
        expected = sum(h[j] * w[j] for j in range(5) if mask[j]) + 0.7
        assert pytest.approx(expected) == output


def test_mean_of_all_sub_networks_is_the_network_with_halved_weights():
    h, w = rng(1).normal(size=6), rng(2).normal(size=6)
    assert pytest.approx(h @ (w / 2) + 0.3) == enumerate_subnetworks(h, w, 0.3)[1].mean()


def test_mean_weighted_by_the_rate_is_weight_scaling_for_any_rate():
    h, w, keep = rng(1).normal(size=6), rng(2).normal(size=6), 0.8
    masks, outputs = enumerate_subnetworks(h, w, 0.3)
    probability = np.prod(np.where(masks, keep, 1 - keep), axis=1)
    assert pytest.approx(h @ (keep * w) + 0.3) == probability @ outputs
