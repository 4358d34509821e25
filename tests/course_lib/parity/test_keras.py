"""Layers, losses, gradients, optimizers and training agree with Keras, in float64.

TensorFlow takes several seconds to import, so all that needs it stands in this file: one process
of a parallel run pays for it, once.
"""

from __future__ import annotations

import os
import warnings

import numpy as np
import pytest

from course_lib import activations, losses, regularizers
from course_lib.backprop import mlp_backward, softmax_crossentropy_backward
from course_lib.dropout import dropout_backward
from course_lib.initializers import he_normal, xavier_normal
from course_lib.layers import Dense, Dropout, ReLU, Sigmoid, Tanh
from course_lib.mlp import mlp_forward
from course_lib.network import Network, mlp
from course_lib.objectives import sigmoid_crossentropy, softmax_crossentropy, squared_error
from course_lib.optimizers import SGD, Adam
from course_lib.training import EarlyStopping, accuracy, fit

N, D, K = 7, 5, 4
CLOSE = {"rtol": 1e-10, "atol": 1e-13}
DYADIC = 2**-5
"""A setting such as 0.03 reaches Keras's formulas as the float32 number next to it."""


@pytest.fixture(scope="module")
def tf(tmp_path_factory):
    """TensorFlow, on the CPU, not talkative, and with no file of Keras in anybody's home."""
    quiet = {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_BACKEND": "tensorflow",
        "KERAS_HOME": str(tmp_path_factory.mktemp("keras")),
    }
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        # What TensorFlow and its dependencies warn of while they are imported differs from one
        # release to the next, and is not ours to mend.
        warnings.simplefilter("ignore")
        for name, value in quiet.items():
            patch.setitem(os.environ, name, value)
        return pytest.importorskip("tensorflow")


@pytest.fixture(scope="module")
def keras(tf):
    import keras

    before = keras.config.floatx()
    keras.config.set_floatx("float64")
    yield keras
    keras.config.set_floatx(before)


@pytest.fixture
def rng():
    return np.random.default_rng(1957)


def value_and_gradients(tf, function, *inputs):
    """A function of tensors, its value, and the gradient of that for each of its inputs."""
    tensors = [tf.constant(array, tf.float64) for array in inputs]
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        value = function(*tensors)
    assert value.dtype == tf.float64
    return value.numpy(), [g.numpy() for g in tape.gradient(value, tensors)]


Z = np.array([[-1000.0, -3.0, -1e-9, 0.0], [1e-9, 0.5, 3.0, 1000.0]])


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu"])
def test_activations_and_their_derivatives(tf, keras, name):
    value, [slope] = value_and_gradients(tf, getattr(keras.activations, name), Z)
    np.testing.assert_allclose(getattr(activations, name)(Z), value, **CLOSE)
    np.testing.assert_allclose(activations.activation_derivatives(Z)[name], slope, **CLOSE)


def test_softmax(keras, rng):
    z = np.vstack([rng.standard_normal((N, K)), [[1000, -1000, 0, 999]]])
    np.testing.assert_allclose(
        activations.softmax(z), keras.activations.softmax(z).numpy(), **CLOSE
    )


def test_mse(keras, rng):
    y, z = rng.standard_normal((2, N, K))
    expected = float(keras.losses.MeanSquaredError()(y, z))
    np.testing.assert_allclose(losses.mse(y, z), expected, **CLOSE)


@pytest.mark.parametrize("extreme", [False, True])
def test_binary_crossentropy(keras, rng, extreme):
    y, p = rng.integers(0, 2, (N, K)).astype(float), rng.random((N, K))
    p = np.round(p) if extreme else p
    expected = float(keras.losses.BinaryCrossentropy()(y, p))
    np.testing.assert_allclose(losses.binary_crossentropy(y, p), expected, **CLOSE)


@pytest.mark.parametrize("extreme", [False, True])
def test_categorical_crossentropy(keras, rng, extreme):
    y = losses.one_hot(rng.integers(0, K, N), K)
    p = activations.softmax(rng.normal(scale=1000 if extreme else 1, size=(N, K)))
    expected = float(keras.losses.CategoricalCrossentropy()(y, p))
    np.testing.assert_allclose(losses.categorical_crossentropy(y, p), expected, **CLOSE)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1000.0])
def test_sigmoid_crossentropy_from_logits_and_its_gradient(tf, keras, rng, scale):
    y, z = rng.integers(0, 2, (N, K)).astype(float), scale * rng.standard_normal((N, K))
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    value, [slope] = value_and_gradients(tf, lambda z: loss(y, z), z)
    np.testing.assert_allclose(losses.sigmoid_crossentropy_logits(y, z), value, **CLOSE)
    np.testing.assert_allclose(losses.output_gradients("sigmoid", y, z) / K, slope, **CLOSE)
    np.testing.assert_allclose(sigmoid_crossentropy.gradient(y, z), slope, **CLOSE)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1000.0])
def test_softmax_crossentropy_from_logits_and_its_gradient(tf, keras, rng, scale):
    y, z = rng.integers(0, K, N), scale * rng.standard_normal((N, K))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    value, [slope] = value_and_gradients(tf, lambda z: loss(y, z), z)
    one_hot = losses.one_hot(y, K)
    np.testing.assert_allclose(losses.softmax_crossentropy_logits(y, z), value, **CLOSE)
    np.testing.assert_allclose(softmax_crossentropy_backward(z, y), slope, **CLOSE)
    np.testing.assert_allclose(losses.output_gradients("softmax", one_hot, z), slope, **CLOSE)
    np.testing.assert_allclose(softmax_crossentropy.gradient(y, z), slope, **CLOSE)


def test_squared_error_and_its_gradient(tf, keras, rng):
    y, z = rng.standard_normal((2, N, K))
    loss = keras.losses.MeanSquaredError()
    value, [slope] = value_and_gradients(tf, lambda z: loss(y, z), z)
    np.testing.assert_allclose(squared_error.cost(y, z), value, **CLOSE)
    np.testing.assert_allclose(squared_error.gradient(y, z), slope, **CLOSE)
    half_of_the_sum = losses.output_gradients("linear", y, z)
    np.testing.assert_allclose(half_of_the_sum * 2 / K, slope, **CLOSE)


def test_dense_layer(tf, keras, rng):
    layer, X, d_Z = Dense(D, K, rng), rng.standard_normal((N, D)), rng.standard_normal((N, K))
    W, b = layer.parameters[0], rng.standard_normal(K)
    layer.parameters[1] = b
    twin = keras.layers.Dense(K)

    def forward(X, W, b):
        if not twin.built:
            twin.build(X.shape)
        return twin.stateless_call([W, b], [], X)[0]

    with_upstream = lambda *inputs: tf.reduce_sum(d_Z * forward(*inputs))  # noqa: E731  # one line, one meaning
    _, (d_X, d_W, d_b) = value_and_gradients(tf, with_upstream, X, W, b)
    np.testing.assert_allclose(layer.forward(X), forward(X, W, b).numpy(), **CLOSE)
    np.testing.assert_allclose(layer.backward(d_Z), d_X, **CLOSE)
    np.testing.assert_allclose(layer.gradients[0], d_W, **CLOSE)
    np.testing.assert_allclose(layer.gradients[1], d_b, **CLOSE)


@pytest.mark.parametrize(
    ("layer", "name"), [(ReLU(), "relu"), (Sigmoid(), "sigmoid"), (Tanh(), "tanh")]
)
def test_activation_layers(tf, keras, rng, layer, name):
    X, d_A = np.vstack([rng.standard_normal((N, K)), Z]), rng.standard_normal((N + 2, K))
    twin = keras.layers.Activation(name)
    _, [d_X] = value_and_gradients(tf, lambda X: tf.reduce_sum(d_A * twin(X)), X)
    np.testing.assert_allclose(layer.forward(X), twin(X).numpy(), **CLOSE)
    np.testing.assert_allclose(layer.backward(d_A), d_X, **CLOSE)


def test_dropout_in_training_given_the_same_mask(tf, keras, rng):
    X, d_A = rng.uniform(1, 2, (N, K)), rng.standard_normal((N, K))
    twin, seen = keras.layers.Dropout(0.4, seed=3), []

    def forward(X):
        seen.append(twin(X, training=True))
        return tf.reduce_sum(d_A * seen[0])

    _, [d_X] = value_and_gradients(tf, forward, X)
    kept = seen[0].numpy() != 0
    assert 0 < kept.mean() < 1
    np.testing.assert_allclose(kept * X / (1 - 0.4), seen[0].numpy(), **CLOSE)
    np.testing.assert_allclose(dropout_backward(d_A, kept, 0.4), d_X, **CLOSE)


def test_dropout_in_inference(keras, rng):
    X = rng.standard_normal((N, K))
    expected = keras.layers.Dropout(0.4)(X, training=False).numpy()
    np.testing.assert_array_equal(Dropout(0.4, rng).forward(X), expected)


def twin_of(keras, network):
    """A Keras model of the same layers, with copies of the parameters."""
    activation = {ReLU: "relu", Sigmoid: "sigmoid", Tanh: "tanh"}
    model = keras.Sequential([keras.Input((network.parameters[0].shape[0],))])
    for layer in network.layers:
        if isinstance(layer, Dense):
            model.add(keras.layers.Dense(len(layer.parameters[1])))
        else:
            model.add(keras.layers.Activation(activation[type(layer)]))
    model.set_weights(network.parameters)
    return model


def deep_network(rng):
    layers = [Dense(D, 9, rng), Tanh(), Dense(9, 8, rng), ReLU(), Dense(8, 6, rng), Sigmoid()]
    network = Network([*layers, Dense(6, K, rng)])
    network.parameters = [rng.normal(scale=0.5, size=p.shape) for p in network.parameters]
    return network


@pytest.mark.parametrize("head", ["softmax", "sigmoid", "linear"])
def test_all_gradients_of_a_deep_network(tf, keras, rng, head):
    objective, loss, y = {
        "softmax": (
            softmax_crossentropy,
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            rng.integers(0, K, N),
        ),
        "sigmoid": (
            sigmoid_crossentropy,
            keras.losses.BinaryCrossentropy(from_logits=True),
            rng.integers(0, 2, (N, K)).astype(float),
        ),
        "linear": (squared_error, keras.losses.MeanSquaredError(), rng.standard_normal((N, K))),
    }[head]
    network, X = deep_network(rng), rng.standard_normal((N, D))
    twin = twin_of(keras, network)
    with tf.GradientTape() as tape:
        outputs = twin(X)
        cost = loss(y, outputs)
    expected = tape.gradient(cost, twin.trainable_variables)
    A = network.forward(X, training=True)
    network.backward(objective.gradient(y, A))
    np.testing.assert_allclose(A, outputs.numpy(), **CLOSE)
    np.testing.assert_allclose(objective.cost(y, A), float(cost), **CLOSE)
    for actual, gradient in zip(network.gradients, expected, strict=True):
        np.testing.assert_allclose(actual, gradient.numpy(), **CLOSE)


def test_the_plain_functions_of_the_perceptron_with_hidden_layers(tf, keras, rng):
    network, X, y = mlp([D, 8, 6, K], rng), rng.standard_normal((N, D)), rng.integers(0, K, N)
    weights, biases = network.parameters[::2], network.parameters[1::2]
    twin = twin_of(keras, network)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    with tf.GradientTape() as tape:
        outputs = twin(X)
        cost = loss(y, outputs)
    expected = [g.numpy() for g in tape.gradient(cost, twin.trainable_variables)]
    d_weights, d_biases = mlp_backward(X, y, weights, biases)
    np.testing.assert_allclose(mlp_forward(X, weights, biases)[0][-1], outputs.numpy(), **CLOSE)
    for actual, gradient in zip(d_weights, expected[::2], strict=True):
        np.testing.assert_allclose(actual, gradient, **CLOSE)
    for actual, gradient in zip(d_biases, expected[1::2], strict=True):
        np.testing.assert_allclose(actual, gradient, **CLOSE)


@pytest.mark.parametrize(("name", "penalty"), [("L1", "l1_penalty"), ("L2", "l2_penalty")])
def test_penalties_and_their_gradients(tf, keras, rng, name, penalty):
    weights = [rng.standard_normal((D, K)), rng.standard_normal((K, 3))]
    twin = getattr(keras.regularizers, name)(DYADIC)
    value, slopes = value_and_gradients(tf, lambda *ws: sum(map(twin, ws)), *weights)
    actual, d_weights, _ = getattr(regularizers, penalty)(weights, [np.ones(K), np.ones(3)], DYADIC)
    np.testing.assert_allclose(actual, value, **CLOSE)
    for d_W, slope in zip(d_weights, slopes, strict=True):
        np.testing.assert_allclose(d_W, slope, **CLOSE)


def test_max_norm(keras, rng):
    W = rng.standard_normal((D, K)) * [0.01, 1, 2, 3]
    expected = keras.constraints.MaxNorm(1.5, axis=0)(W).numpy()
    # Keras adds 1e-7 to the norm that it divides by, for columns of zeros.
    np.testing.assert_allclose(regularizers.max_norm(W, 1.5), expected, rtol=1e-4)


def test_ten_steps_of_sgd(keras, rng):
    params = [rng.standard_normal(shape) for shape in [(D, K), (K,)]]
    variables = [keras.Variable(p) for p in params]
    optimizer, twin = SGD(DYADIC), keras.optimizers.SGD(DYADIC)
    for _ in range(10):
        grads = [rng.standard_normal(p.shape) for p in params]
        twin.apply(grads, variables)
        params, _ = optimizer.update(params, grads, None)
        for p, variable in zip(params, variables, strict=True):
            np.testing.assert_allclose(p, variable.numpy(), **CLOSE)


class KerasAdam(Adam):
    """Adam with Keras's epsilon, which is added to sqrt(v) and not to sqrt(v_hat).

    It is the "epsilon hat" of section 2 of the paper: in algorithm 1 it would be
    epsilon / sqrt(1 - beta_2^t), about 30 times larger at first.
    """

    def update(self, params, grads, state):
        epsilon = self.epsilon / np.sqrt(1 - self.beta_2 ** (state.t + 1))
        return Adam(self.learning_rate, self.beta_1, self.beta_2, epsilon).update(
            params, grads, state
        )


@pytest.mark.parametrize(
    ("settings", "tolerance"),
    [
        ((DYADIC, 0.875, 1 - 2**-8, 2**-10), 1e-12),
        ((0.001, 0.9, 0.999, 1e-7), 1e-4),  # 1 - 0.999 of float32 has five digits
    ],
)
def test_ten_steps_of_adam(keras, rng, settings, tolerance):
    params = [rng.standard_normal(shape) for shape in [(D, K), (K,)]]
    starts, variables = params, [keras.Variable(p) for p in params]
    optimizer, twin = KerasAdam(*settings), keras.optimizers.Adam(*settings)
    state = optimizer.start(params)
    for scale in np.logspace(-6, 3, 10):
        grads = [scale * rng.standard_normal(p.shape) for p in params]
        twin.apply(grads, variables)
        params, state = optimizer.update(params, grads, state)
        for p, start, variable in zip(params, starts, variables, strict=True):
            np.testing.assert_allclose(p - start, variable.numpy() - start, rtol=tolerance)


def clouds(rng, n=40):
    y = rng.integers(0, K, n)
    return 2 * np.eye(K, D)[y] + rng.standard_normal((n, D)), y


def test_training_and_early_stopping(keras, rng):
    """The batch is the whole set, so that the order of the samples does not matter."""
    (X, y), held_out = clouds(rng), clouds(rng)
    network = mlp([D, 32, K], rng)
    twin = twin_of(keras, network)
    settings = (DYADIC, 0.875, 1 - 2**-8, 2**-10)
    twin.compile(
        keras.optimizers.Adam(*settings),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    expected = twin.fit(
        X,
        y,
        batch_size=len(X),
        epochs=60,
        validation_data=held_out,
        callbacks=[keras.callbacks.EarlyStopping(patience=4, restore_best_weights=True)],
        verbose=0,
    ).history
    actual = fit(
        network,
        X,
        y,
        softmax_crossentropy,
        KerasAdam(*settings),
        rng,
        epochs=60,
        batch_size=len(X),
        metrics=[accuracy],
        validation=held_out,
        callbacks=[EarlyStopping(patience=4)],
    )
    assert len(expected["loss"]) < 60
    assert expected.keys() == actual.keys()
    for name, values in expected.items():
        np.testing.assert_allclose(actual[name], values, rtol=1e-8, err_msg=name)
    for p, weights in zip(network.parameters, twin.get_weights(), strict=True):
        np.testing.assert_allclose(p, weights, rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize(
    ("initializer", "name"), [(xavier_normal, "GlorotNormal"), (he_normal, "HeNormal")]
)
def test_initializers_have_the_spread_that_keras_gives(keras, rng, initializer, name):
    expected = getattr(keras.initializers, name)(seed=1)((300, 500)).numpy().std()
    np.testing.assert_allclose(initializer(300, 500, rng).std(), expected, rtol=0.02)
