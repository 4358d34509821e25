"""The optimizers: their formulas worked by hand, and one contract for all of them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest

from course_lib.optimizers import SGD, Adam

OPTIMIZERS = [SGD(0.1), Adam(0.1)]
every_optimizer = pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda o: type(o).__name__)


def parameters(dtype=np.float64):
    rng = np.random.default_rng(0)
    return [rng.standard_normal(shape).astype(dtype) for shape in [(3, 2), (2,), (2, 4), ()]]


def gradients(step, dtype=np.float64):
    rng = np.random.default_rng(100 + step)
    return [np.asarray(rng.standard_normal(p.shape), dtype) for p in parameters()]


def run(optimizer, steps, dtype=np.float64):
    params = parameters(dtype)
    state = optimizer.start(params)
    for step in range(steps):
        params, state = optimizer.update(params, gradients(step, dtype), state)
    return params, state


def test_sgd_subtracts_eta_times_the_gradient():
    [p], _ = SGD(0.5).update([np.array([1.0, 2.0])], [np.array([4.0, -6.0])], None)
    np.testing.assert_array_equal(p, [-1.0, 5.0])


def test_adam_worked_by_hand_for_three_steps():
    p, m, v = 2.0, 0.0, 0.0
    for t, g in enumerate([0.5, -1.0, 3.0], start=1):
        m = 0.8 * m + 0.2 * g
        v = 0.9 * v + 0.1 * g * g
        p -= 0.1 * (m / (1 - 0.8**t)) / ((v / (1 - 0.9**t)) ** 0.5 + 0.01)
    adam = Adam(learning_rate=0.1, beta_1=0.8, beta_2=0.9, epsilon=0.01)
    params = [np.array(2.0)]
    state = adam.start(params)
    for g in [0.5, -1.0, 3.0]:
        params, state = adam.update(params, [np.array(g)], state)
    np.testing.assert_allclose(params[0], p, rtol=1e-14)
    np.testing.assert_allclose([state.m[0], state.v[0]], [m, v], rtol=1e-14)
    assert 3 == state.t


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e6])
def test_the_first_step_of_adam_is_eta_whatever_the_size_of_the_gradient(size):
    adam, p = Adam(0.01), np.zeros(2)
    [after], _ = adam.update([p], [np.array([size, -size])], adam.start([p]))
    np.testing.assert_allclose(after, [-0.01, 0.01], rtol=1e-3)


def test_epsilon_stands_outside_the_root():
    adam, p = Adam(0.01, epsilon=1e-7), np.zeros(1)
    [after], _ = adam.update([p], [np.array([1e-5])], adam.start([p]))
    np.testing.assert_allclose(after, [-0.01 / 1.01], rtol=1e-10)  # inside: 30 times smaller


def test_adam_leaves_a_parameter_without_gradient_where_it_is():
    adam, p = Adam(), np.ones(3)
    [after], _ = adam.update([p], [np.zeros(3)], adam.start([p]))
    np.testing.assert_array_equal(p, after)


def test_adam_counts_the_steps_once_for_all_parameters():
    assert 5 == run(Adam(), 5)[1].t


@every_optimizer
def test_what_is_given_is_left_as_it_was(optimizer):
    params, grads = parameters(), gradients(0)
    _, state = optimizer.update(params, gradients(1), optimizer.start(params))
    kept = None if state is None else [a.copy() for a in (*state.m, *state.v)]
    optimizer.update(params, grads, state)
    for given, before in [(params, parameters()), (grads, gradients(0))]:
        for a, b in zip(given, before, strict=True):
            np.testing.assert_array_equal(a, b)
    if state is not None:
        for a, b in zip((*state.m, *state.v), kept, strict=True):
            np.testing.assert_array_equal(a, b)


@every_optimizer
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_float_type_is_kept(optimizer, dtype):
    params, state = run(replace(optimizer, learning_rate=np.float64(0.1)), 3, dtype)
    arrays = params if state is None else [*params, *state.m, *state.v]
    assert {np.dtype(dtype)} == {a.dtype for a in arrays}


@every_optimizer
def test_shapes_are_kept(optimizer):
    assert [p.shape for p in parameters()] == [np.shape(p) for p in run(optimizer, 2)[0]]


@every_optimizer
def test_each_parameter_is_updated_as_if_it_were_alone(optimizer):
    together, _ = run(optimizer, 4)
    for i, p in enumerate(parameters()):
        alone, state = [p], optimizer.start([p])
        for step in range(4):
            alone, state = optimizer.update(alone, [gradients(step)[i]], state)
        np.testing.assert_array_equal(alone[0], together[i])


@every_optimizer
def test_one_optimizer_trains_two_networks_without_mixing_them_up(optimizer):
    first, second = parameters(), parameters()
    states = [optimizer.start(first), optimizer.start(second)]
    for step in range(3):
        first, states[0] = optimizer.update(first, gradients(step), states[0])
        second, states[1] = optimizer.update(second, gradients(step), states[1])
    for expected, a, b in zip(run(optimizer, 3)[0], first, second, strict=True):
        np.testing.assert_array_equal(expected, a)
        np.testing.assert_array_equal(expected, b)


@every_optimizer
def test_missing_gradients_are_refused(optimizer):
    with pytest.raises(ValueError, match="zip"):
        optimizer.update(parameters(), gradients(0)[:-1], optimizer.start(parameters()))


@every_optimizer
def test_settings_cannot_change(optimizer):
    with pytest.raises(FrozenInstanceError):
        optimizer.learning_rate = 1.0


@every_optimizer
def test_the_minimum_of_a_bowl_is_found(optimizer):
    params = [np.array([3.0, -2.0])]
    state = optimizer.start(params)
    for _ in range(500):
        params, state = optimizer.update(params, [2 * params[0]], state)
    np.testing.assert_allclose(params[0], [0, 0], atol=1e-3)
