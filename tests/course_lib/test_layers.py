"""The layers: one contract for all of them, against numeric differences, and what is their own."""

from __future__ import annotations

import numpy as np
import pytest

from course_lib.dropout import dropout_forward
from course_lib.gradcheck import check_gradient
from course_lib.layers import Dense, Dropout, Layer, ReLU, Sigmoid, Tanh

N, D = 5, 4


def dense(dtype=np.float64):
    layer = Dense(D, 3, np.random.default_rng(1), dtype=dtype)
    layer.parameters[1] = np.array([0.5, -0.25, 1.0], dtype)
    return layer


LAYERS = {
    "dense": dense,
    "relu": lambda dtype=None: ReLU(),
    "sigmoid": lambda dtype=None: Sigmoid(),
    "tanh": lambda dtype=None: Tanh(),
    "dropout": lambda dtype=None: Dropout(0.4, np.random.default_rng(2)),
}
every_layer = pytest.mark.parametrize("make", LAYERS.values(), ids=LAYERS)


def batch(dtype=np.float64):
    """Inputs away from 0, where ReLU has its kink, and a random upstream gradient for a layer."""
    rng = np.random.default_rng(5)
    X = rng.uniform(0.1, 2.0, (N, D)) * rng.choice([-1, 1], (N, D))
    return X.astype(dtype), lambda A: rng.standard_normal(A.shape).astype(dtype)


@every_layer
@pytest.mark.parametrize("training", [False, True])
def test_gradient_of_the_input_agrees_with_differences(make, training):
    X, upstream = batch()
    layer = make()
    d_A = upstream(layer.forward(X, training))
    d_X = layer.backward(d_A)
    check_gradient(lambda X: np.sum(d_A * make().forward(X, training)), d_X, X, tolerance=1e-8)


@every_layer
def test_gradients_of_the_parameters_agree_with_differences(make):
    X, upstream = batch()
    layer = make()
    d_A = upstream(layer.forward(X))
    layer.backward(d_A)
    for i, (p, g) in enumerate(zip(layer.parameters, layer.gradients, strict=True)):

        def cost(values, i=i):
            other = make()
            other.parameters[i] = values
            return np.sum(d_A * other.forward(X))

        check_gradient(cost, g, p, tolerance=1e-8)


@every_layer
def test_store_gradients_stores_what_backward_stores(make):
    X, upstream = batch()
    layer, other = make(), make()
    d_A = upstream(layer.forward(X))
    layer.backward(d_A)
    other.forward(X)
    other.store_gradients(d_A)
    assert len(layer.gradients) == len(other.gradients)
    for expected, actual in zip(layer.gradients, other.gradients, strict=True):
        np.testing.assert_array_equal(expected, actual)


@every_layer
def test_backward_after_inference_is_the_gradient_of_inference(make):
    X, upstream = batch()
    layer = make()
    layer.forward(X, training=True)
    d_A = upstream(layer.forward(X, training=False))
    d_X = layer.backward(d_A)
    check_gradient(lambda X: np.sum(d_A * make().forward(X)), d_X, X, tolerance=1e-8)


@every_layer
@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_float_type_is_kept(make, dtype, training):
    X, upstream = batch(dtype)
    layer = make(dtype)
    A = layer.forward(X, training)
    d_X = layer.backward(upstream(A))
    arrays = [A, d_X, *layer.parameters, *layer.gradients]
    assert {np.dtype(dtype)} == {array.dtype for array in arrays}


@every_layer
def test_inputs_are_left_as_they_were(make):
    X, upstream = batch()
    layer = make()
    d_A = upstream(layer.forward(X, training=True))
    copies = X.copy(), d_A.copy()
    layer.backward(d_A)
    np.testing.assert_array_equal(X, copies[0])
    np.testing.assert_array_equal(d_A, copies[1])


@every_layer
@pytest.mark.parametrize("n_samples", [0, 1])
def test_a_batch_may_be_empty_or_one_row(make, n_samples):
    layer = make()
    X = np.ones((n_samples, D))
    A = layer.forward(X, training=True)
    assert n_samples == len(A)
    assert X.shape == layer.backward(A).shape


def test_dense_is_a_weighted_sum_of_the_inputs_for_every_unit():
    layer = dense()
    layer.parameters = [np.array([[1.0, 10.0], [2.0, 20.0]]), np.array([0.5, -0.5])]
    np.testing.assert_array_equal(layer.forward(np.array([[3.0, 4.0]])), [[11.5, 109.5]])


def test_dense_divides_nothing_by_the_number_of_samples():
    layer = dense()
    layer.forward(np.ones((N, D)))
    layer.backward(np.ones((N, 3)))
    np.testing.assert_array_equal(layer.gradients[1], [N, N, N])


def test_dense_starts_with_weights_of_the_initializer_and_biases_of_zero():
    layer = Dense(
        2, 3, np.random.default_rng(0), lambda n_in, n_out, rng: np.full((n_in, n_out), 7)
    )
    np.testing.assert_array_equal(layer.parameters[0], np.full((2, 3), 7.0))
    np.testing.assert_array_equal(layer.parameters[1], np.zeros(3))


def test_dense_replaces_its_gradients_and_does_not_add_to_them():
    layer = dense()
    for _ in range(2):
        layer.forward(np.ones((N, D)))
        layer.backward(np.ones((N, 3)))
    np.testing.assert_array_equal(layer.gradients[1], [N, N, N])


def test_relu_passes_no_gradient_at_zero():
    layer = ReLU()
    layer.forward(np.array([[-1.0, 0.0, 2.0]]))
    np.testing.assert_array_equal(layer.backward(np.array([[5.0, 5.0, 5.0]])), [[0, 0, 5]])


@pytest.mark.parametrize("layer", [ReLU(), Sigmoid(), Tanh()])
def test_far_out_everything_is_finite(layer):
    assert np.all(np.isfinite(layer.forward(np.array([[-1000.0, 1000.0]]))))
    assert np.all(np.isfinite(layer.backward(np.array([[3.0, -3.0]]))))


@pytest.mark.parametrize("layer", [ReLU(), Sigmoid(), Tanh()])
def test_integers_are_refused_and_not_cut_off(layer):
    with pytest.raises(TypeError, match="cast"):
        layer.forward(np.array([[1, 2]]))


def test_dropout_in_training_is_the_function_of_the_course():
    X, _ = batch()
    expected, _ = dropout_forward(X, 0.3, np.random.default_rng(9), training=True)
    layer = Dropout(0.3, np.random.default_rng(9))
    np.testing.assert_array_equal(expected, layer.forward(X, training=True))


def test_dropout_draws_a_new_mask_in_each_step():
    layer, X = Dropout(0.5, np.random.default_rng(0)), np.ones((20, 20))
    first, second = layer.forward(X, training=True), layer.forward(X, training=True)
    assert np.any(first != second)


def test_dropout_changes_nothing_and_draws_nothing_in_inference():
    rng = np.random.default_rng(0)
    before = rng.bit_generator.state
    X, _ = batch()
    np.testing.assert_array_equal(X, Dropout(0.9, rng).forward(X))
    assert before == rng.bit_generator.state


@pytest.mark.parametrize("rate", [-0.1, 1.0, 2.0, np.nan])
def test_dropout_of_everything_or_less_than_nothing_is_refused(rate):
    with pytest.raises(ValueError, match="rate"):
        Dropout(rate, np.random.default_rng(0))


@pytest.mark.parametrize("method", ["forward", "backward"])
def test_a_layer_must_say_what_it_computes(method):
    with pytest.raises(NotImplementedError):
        getattr(Layer(), method)(np.ones((1, 1)))
