"""The training loop: what it learns, what it writes down, and when it ends."""

from __future__ import annotations

import io
import sys

import numpy as np
import pytest

from course_lib.backprop import train_mlp
from course_lib.layers import Dense, Dropout, ReLU
from course_lib.network import Network, mlp
from course_lib.objectives import softmax_crossentropy, squared_error
from course_lib.optimizers import SGD, Adam
from course_lib.regularizers import early_stopping
from course_lib.training import Callback, EarlyStopping, accuracy, evaluate, fit


def blobs(n=90, seed=0):
    rng = np.random.default_rng(seed)
    y = np.arange(n) % 3
    return np.array([[0, 4], [4, 0], [-4, -4]])[y] + rng.standard_normal((n, 2)), y


def train(network, data=None, optimizer=None, seed=1, **options):
    X, y = data or blobs()
    rng = np.random.default_rng(seed)
    return fit(network, X, y, softmax_crossentropy, optimizer or Adam(0.01), rng, **options)


def small_network(dtype=np.float64):
    return mlp([2, 16, 3], np.random.default_rng(0), dtype=dtype)


def test_three_blobs_are_told_apart():
    network = small_network()
    train(network, epochs=20)
    assert evaluate(network, *blobs(seed=9), softmax_crossentropy, [accuracy])["accuracy"] > 0.95


def test_numbers_can_be_learned_too():
    x = np.linspace(-1, 1, 64)[:, np.newaxis]
    network = mlp([1, 32, 1], np.random.default_rng(0))
    rng = np.random.default_rng(1)
    history = fit(network, x, x**2, squared_error, Adam(0.01), rng, epochs=200)
    assert history["loss"][-1] < 1e-3 < history["loss"][0]


def test_the_same_steps_as_with_the_plain_functions():
    X, y = blobs(50)
    network = small_network()
    weights, biases = network.parameters[::2], network.parameters[1::2]
    train(network, (X, y), SGD(0.1), seed=5, epochs=3, batch_size=16)
    rng = np.random.default_rng(5)
    weights, biases, _ = train_mlp(X, y, weights, biases, 0.1, 16, 3, rng)
    for expected, actual in zip(weights, network.parameters[::2], strict=True):
        np.testing.assert_allclose(actual, expected, rtol=1e-10)
    for expected, actual in zip(biases, network.parameters[1::2], strict=True):
        np.testing.assert_allclose(actual, expected, rtol=1e-10)


def test_the_same_seed_gives_the_same_training():
    histories = [train(small_network(), epochs=2) for _ in range(2)]
    assert histories[0] == histories[1]


def test_global_random_state_is_left_alone():
    before = np.random.get_state()[1].copy()  # noqa: NPY002  # it must stay as it is
    train(small_network())
    np.testing.assert_array_equal(before, np.random.get_state()[1])  # noqa: NPY002  # it must stay as it is


def test_a_float32_network_stays_float32():
    network = small_network(np.float32)
    train(network, epochs=2)
    assert {np.dtype(np.float32)} == {a.dtype for a in network.parameters + network.gradients}


def test_the_history_has_a_number_for_each_epoch():
    history = train(small_network(), epochs=4, metrics=[accuracy], validation=blobs(seed=3))
    assert ["loss", "accuracy", "val_loss", "val_accuracy"] == list(history)
    assert {4} == {len(values) for values in history.values()}
    assert all(type(value) is float for values in history.values() for value in values)


def test_validation_is_measured_after_the_epoch():
    network, held_out = small_network(), blobs(seed=3)
    history = train(network, epochs=3, validation=held_out)
    assert evaluate(network, *held_out, softmax_crossentropy)["loss"] == history["val_loss"][-1]


def test_the_loss_of_a_batch_is_measured_before_its_step():
    network, (X, y) = small_network(), blobs()
    before = evaluate(network, X, y, softmax_crossentropy)["loss"]
    history = train(network, (X, y), batch_size=len(X))
    np.testing.assert_allclose(history["loss"], [before], rtol=1e-12)


def test_a_short_last_batch_counts_as_what_it_is():
    network, (X, y) = small_network(), blobs(50)
    before = evaluate(network, X, y, softmax_crossentropy, [accuracy])
    history = train(network, (X, y), SGD(0.0), batch_size=32, metrics=[accuracy])
    np.testing.assert_allclose(history["loss"], [before["loss"]], rtol=1e-12)
    np.testing.assert_allclose(history["accuracy"], [before["accuracy"]], rtol=1e-12)


def test_dropout_is_at_work_in_training_and_not_in_validation():
    rng = np.random.default_rng(0)
    network = Network([Dense(2, 64, rng), ReLU(), Dropout(0.5, rng), Dense(64, 3, rng)])
    X, y = blobs()
    clean = evaluate(network, X, y, softmax_crossentropy)["loss"]
    history = train(network, (X, y), SGD(0.0), validation=(X, y), batch_size=len(X))
    np.testing.assert_allclose(history["val_loss"], [clean], rtol=1e-12)
    assert clean != pytest.approx(history["loss"][0], rel=1e-6)


def test_validation_data_teach_nothing():
    with_, without = small_network(), small_network()
    train(with_, epochs=2, validation=blobs(seed=3))
    train(without, epochs=2)
    for a, b in zip(with_.parameters, without.parameters, strict=True):
        np.testing.assert_array_equal(a, b)


def test_no_epochs_change_nothing():
    network = small_network()
    before = network.parameters
    assert {} == train(network, epochs=0)
    assert all(a is b for a, b in zip(before, network.parameters, strict=True))


def test_data_are_left_as_they_were():
    X, y = blobs()
    train(small_network(), (X, y))
    np.testing.assert_array_equal(X, blobs()[0])
    np.testing.assert_array_equal(y, blobs()[1])


def test_no_samples_are_refused():
    with pytest.raises(ValueError, match="no samples"):
        train(small_network(), (np.empty((0, 2)), np.empty(0, int)))


def test_a_label_is_needed_for_each_row():
    X, y = blobs()
    with pytest.raises(ValueError, match="labels"):
        train(small_network(), (X, y[:-1]))


def test_accuracy_counts_the_first_of_equal_outputs():
    outputs = np.array([[1.0, 1.0], [0.0, 2.0], [3.0, 0.0], [0.0, 1.0]])
    assert 0.75 == accuracy(np.array([0, 1, 1, 1]), outputs)


class Recorder(Callback):
    def __init__(self, end_at=None):
        self.calls, self.end_at = [], end_at

    def on_train_begin(self, network):
        self.calls.append("begin")

    def on_epoch_end(self, network, history):
        self.calls.append(len(history["loss"]))
        return len(history["loss"]) == self.end_at

    def on_train_end(self, network):
        self.calls.append("end")


def test_callbacks_are_told_of_the_beginning_each_epoch_and_the_end():
    recorder = Recorder()
    train(small_network(), epochs=3, callbacks=[recorder, Callback()])
    assert ["begin", 1, 2, 3, "end"] == recorder.calls


def test_a_callback_can_end_the_training_and_the_others_still_hear_of_that_epoch():
    ending, after = Recorder(end_at=2), Recorder()
    history = train(small_network(), epochs=9, callbacks=[ending, after])
    assert 2 == len(history["loss"])
    assert ["begin", 1, 2, "end"] == ending.calls == after.calls


class Scripted(Callback):
    """Writes given validation losses, and marks the parameters with the number of the epoch."""

    def __init__(self, losses):
        self.losses = losses

    def on_epoch_end(self, network, history):
        epoch = len(history["loss"])
        network.parameters = [np.full_like(p, epoch) for p in network.parameters]
        history.setdefault("val_loss", []).append(self.losses[epoch - 1])
        return False


@pytest.mark.parametrize("patience", [1, 2, 3, 10])
@pytest.mark.parametrize(
    "losses",
    [
        [0.9, 0.5, 0.6, 0.7, 0.1, 0.2],
        [1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
        [6.0, 5.0, 4.0, 3.0, 2.0, 1.0],
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        [0.5, 0.6, 0.4, 0.6, 0.4, 0.3],
        [0.5, np.nan, np.nan, 0.4, np.nan, np.nan],
    ],
)
def test_early_stopping_agrees_with_the_function_of_the_course(losses, patience):
    network, stopping = small_network(), EarlyStopping(patience)
    history = train(network, epochs=6, callbacks=[Scripted(losses), stopping])
    marks, script = [np.zeros(1)], iter(losses)

    def train_epoch(weights):
        weights[0] += 1
        return next(script)

    best, seen = early_stopping(train_epoch, marks, patience, 6)
    np.testing.assert_array_equal(history["val_loss"], seen)
    assert {float(best[0][0])} == {float(p.flat[0]) for p in network.parameters}
    assert best[0][0] - 1 == stopping.best_epoch


def test_early_stopping_keeps_copies_of_the_best_parameters():
    network = small_network()

    class InPlace(Scripted):
        def on_epoch_end(self, network, history):
            for p in network.parameters:
                p[...] = len(history["loss"])
            history.setdefault("val_loss", []).append(self.losses[len(history["loss"]) - 1])
            return False

    stopping = EarlyStopping(patience=2)
    spoiler = InPlace([1.0, 0.5, 0.7, 0.8])
    train(network, optimizer=SGD(0.0), epochs=4, callbacks=[spoiler, stopping])
    assert {2.0} == {float(p.flat[0]) for p in network.parameters}


def test_early_stopping_can_watch_the_training_loss():
    stopping = EarlyStopping(patience=1, monitor="loss")
    history = train(small_network(), optimizer=SGD(0.0), epochs=5, callbacks=[stopping])
    assert len(history["loss"]) <= 5
    assert stopping.best_epoch == int(np.argmin(history["loss"]))


def test_early_stopping_begins_anew_in_each_training():
    stopping = EarlyStopping(patience=2)
    train(small_network(), epochs=3, callbacks=[Scripted([0.1, 0.2, 0.3]), stopping])
    history = train(small_network(), epochs=3, callbacks=[Scripted([9.0, 8.0, 7.0]), stopping])
    assert 3 == len(history["loss"])


def test_early_stopping_without_epochs_leaves_the_network_as_it_is():
    network = small_network()
    before = network.parameters
    train(network, epochs=0, callbacks=[EarlyStopping()])
    assert all(a is b for a, b in zip(before, network.parameters, strict=True))


def test_early_stopping_says_so_when_its_number_is_not_recorded():
    with pytest.raises(ValueError, match=r"val_loss is not recorded; there is loss$"):
        train(small_network(), callbacks=[EarlyStopping()])


def test_early_stopping_needs_some_patience():
    with pytest.raises(ValueError, match="patience of 0"):
        EarlyStopping(patience=0)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_progress_bar_is_shown_on_a_terminal_only(monkeypatch, stream, shown):
    monkeypatch.setattr(sys, "stderr", stream)
    train(small_network(), epochs=2)
    assert shown == ("2/2" in stream.getvalue())
