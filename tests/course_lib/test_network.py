"""The network: the chain of its layers, its gradients, and its parameters as one list."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib.backprop import mlp_backward
from course_lib.gradcheck import check_gradient
from course_lib.layers import Dense, Dropout, ReLU, Sigmoid, Tanh
from course_lib.mlp import mlp_forward
from course_lib.network import Network, mlp
from course_lib.objectives import softmax_crossentropy


@pytest.fixture
def rng():
    return np.random.default_rng(4)


@pytest.fixture
def network(rng):
    layers = [Dense(5, 7, rng), ReLU(), Dense(7, 4, rng), Tanh(), Dense(4, 6, rng), Sigmoid()]
    return Network([*layers, Dense(6, 3, rng)])


def test_forward_feeds_each_layer_with_the_one_before(network, rng):
    X = rng.standard_normal((2, 5))
    expected = X
    for layer in network.layers:
        expected = layer.forward(expected)
    np.testing.assert_array_equal(expected, network.forward(X))


def test_gradients_of_a_deep_network_agree_with_differences(network, rng):
    X, d_A = rng.standard_normal((8, 5)), rng.standard_normal((8, 3))
    network.forward(X)
    network.backward(d_A)
    parameters, gradients = network.parameters, network.gradients
    for i, (p, g) in enumerate(zip(parameters, gradients, strict=True)):

        def cost(values, i=i):
            network.parameters = [*parameters[:i], values, *parameters[i + 1 :]]
            return np.sum(d_A * network.forward(X))

        check_gradient(cost, g, p, tolerance=1e-7)


def test_gradients_of_an_mlp_agree_with_the_plain_functions(rng):
    network = mlp([5, 8, 6, 3], rng)
    X, y = rng.standard_normal((9, 5)), rng.integers(0, 3, 9)
    weights, biases = network.parameters[::2], network.parameters[1::2]
    zs, _ = mlp_forward(X, weights, biases)
    np.testing.assert_allclose(network.forward(X), zs[-1], rtol=1e-13)
    network.backward(softmax_crossentropy.gradient(y, zs[-1]))
    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    for expected, actual in zip(d_weights, network.gradients[::2], strict=True):
        np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)
    for expected, actual in zip(d_biases, network.gradients[1::2], strict=True):
        np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)


def test_integers_and_lists_are_taken_as_numbers_of_the_network_s_type(rng):
    network = mlp([2, 3], rng, dtype=np.float32)
    assert np.float32 == network.forward([[1, 2]]).dtype


@pytest.mark.parametrize("batch_size", [1, 3, 10, 1000])
def test_predict_gives_the_same_in_batches_of_any_size(network, rng, batch_size):
    X = rng.standard_normal((10, 5))
    np.testing.assert_allclose(network.predict(X, batch_size), network.forward(X), rtol=1e-12)


def test_predict_of_no_samples_is_empty(network):
    assert (0, 3) == network.predict(np.empty((0, 5))).shape


def test_predict_drops_nothing(rng):
    network = Network([Dropout(0.5, rng), Dense(4, 2, rng)])
    X = np.ones((3, 4))
    np.testing.assert_array_equal(network.predict(X), network.forward(X, training=False))


def test_parameters_are_listed_layer_by_layer(network):
    shapes = [(5, 7), (7,), (7, 4), (4,), (4, 6), (6,), (6, 3), (3,)]
    assert shapes == [p.shape for p in network.parameters]


def test_parameters_can_be_replaced(network):
    doubled = [2 * p for p in network.parameters]
    network.parameters = doubled
    assert all(a is b for a, b in zip(doubled, network.parameters, strict=True))
    assert network.layers[2].parameters[0] is doubled[2]


@pytest.mark.parametrize(
    "change", [lambda ps: ps[:-1], lambda ps: [*ps, ps[0]], lambda ps: ps[::-1]]
)
def test_parameters_of_other_shapes_are_refused(network, change):
    with pytest.raises(ValueError, match="as large ones"):
        network.parameters = change(network.parameters)


def test_count_parameters_adds_up_weights_and_biases(rng):
    assert (
        784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10
        == mlp([784, 128, 64, 10], rng).count_parameters()
    )


def test_a_network_needs_a_layer():
    with pytest.raises(ValueError, match="at least one layer"):
        Network([])


def test_a_layer_cannot_stand_in_a_network_twice(rng):
    layer = Dense(3, 3, rng)
    with pytest.raises(ValueError, match="only once"):
        Network([layer, ReLU(), layer])


def test_an_mlp_ends_in_sums_and_has_relu_between(rng):
    kinds = [type(layer) for layer in mlp([4, 3, 3, 2], rng).layers]
    assert [Dense, ReLU, Dense, ReLU, Dense] == kinds


def test_an_mlp_of_one_size_is_refused(rng):
    with pytest.raises(ValueError, match="at least one layer"):
        mlp([4], rng)


def test_a_network_without_parameters_computes_in_float64():
    assert np.float64 == Network([ReLU()]).forward([[1]]).dtype


def test_the_gradient_of_the_data_is_not_computed(rng, monkeypatch):
    network = mlp([3, 4, 2], rng)
    d_A = np.ones_like(network.forward(np.ones((2, 3))))
    monkeypatch.setattr(network.layers[0], "backward", None)
    network.backward(d_A)
    assert (3, 4) == network.gradients[0].shape
