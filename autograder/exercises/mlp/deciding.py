"""The class that a network decides for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.mlp.drawing import (
    Array,
    Forward,
    Layers,
    Network,
    Rng,
    as_type,
    forward,
    network,
    plain,
    relu,
    task,
)
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import mlp as reference


def _class_cases(rng: Rng) -> list[Case]:
    example = (
        np.array([[1.0, 2.0], [3.0, 0.0], [-1.0, -1.0]]),
        [np.array([[1.0, -1.0], [1.0, 2.0]]), np.array([[1.0, 0.0, -1.0], [-1.0, 1.0, 0.5]])],
        [np.array([0.0, 0.5]), np.array([0.0, -1.0, 1.0])],
    )
    X, weights, biases = task(rng, 6, 3, 4, 5)
    return [
        Case("a small example", example, show=True),
        Case("two layers", _spread(rng, 8, 3, 4, 3)),
        Case("three layers", _spread(rng, 7, 2, 5, 4, 3)),
        Case("one layer", _spread(rng, 6, 3, 4)),
        Case("one row", _spread(rng, 1, 3, 4, 5)),
        Case("as many classes as rows", _spread(rng, 4, 3, 5, 4)),
        Case("two classes", _spread(rng, 9, 3, 4, 2)),
        Case("one class", task(rng, 4, 3, 2, 1)),
        Case("two largest outputs", _ties(rng)),
        Case(
            "every output negative",
            (X, weights, [biases[0], np.array([-99.0, -98, -97, -96, -99])]),
        ),
        Case(
            "all outputs the same", (X, [weights[0], 0 * weights[1]], [biases[0], np.full(5, -1.5)])
        ),
        Case("a class that always wins", (X, weights, [biases[0], np.array([0.0, 0, 0, 500, 0])])),
        Case("integer inputs", as_type(_spread(rng, 6, 3, 4, 3), np.int64, double=True)),
        Case("integer samples, decimal weights", _between_whole_numbers(rng)),
        Case("float32 inputs", as_type(_spread(rng, 6, 3, 4, 3), np.float32)),
        Case("large values", (1024.0 * X, weights, biases)),
    ]


def _spread(rng: Rng, n: int, *sizes: int) -> tuple[Array, list[Array], list[Array]]:
    """Some samples and a network that answers with several classes, wherever that can be."""
    while True:
        drawn = task(rng, n, *sizes)
        if n == 1 or len(set(reference.predict_classes(*drawn).tolist())) > 1:
            return drawn


def _ties(rng: Rng) -> tuple[Array, list[Array], list[Array]]:
    """Linear outputs with two largest ones in every row, in changing places."""
    k = int(rng.integers(2, 9))
    X = np.array([[k, k, 0], [0, k, k], [k, 0, k], [-k, 0, 0], [-k, -k, 0]])
    return X, [np.eye(3)], [np.zeros(3)]


def _between_whole_numbers(rng: Rng) -> tuple[Array, list[Array], list[Array]]:
    """Whole samples, and a network whose decisions are lost with the decimals of its sums."""
    spoilt = [_as_whole(np.trunc), _as_whole(np.floor)]
    spoilt += [_after(np.trunc), _after(np.floor), _after(np.round)]
    while True:
        weights, biases = network(rng, 3, 4, 3)
        drawn = rng.integers(-2, 3, (9, 3)), [W / 4 for W in weights], [b / 4 for b in biases]
        right = reference.predict_classes(*drawn)
        if not any(np.array_equal(right, decide(*drawn)) for decide in spoilt):
            return drawn


def _after(cut: Callable[[Array], Array]) -> Network:
    """Decided from outputs that have lost their decimals."""
    return _decided(lambda z: np.argmax(cut(z), axis=1))


def _as_whole(cut: Callable[[Array], Array]) -> Network:
    """Decided with sums that are stored in the type of the samples, cut off in every layer."""

    def decide(X: Array, weights: Layers, biases: Layers) -> Any:
        whole = np.asarray(X).dtype.kind in "iub"
        run = forward(affine=lambda A, W, b: cut(A @ W + b) if whole else A @ W + b)
        return np.argmax(run(X, weights, biases)[0][-1], axis=1)

    return decide


def _decided(
    decide: Callable[[Array], Any], run: Forward | None = None, layer: int = -1
) -> Network:
    """Something decided from the outputs of a network."""
    network = run or forward()
    return lambda X, weights, biases: decide(network(X, weights, biases)[0][layer])


def _last_of_equals(z: Array) -> Array:
    return np.asarray(z.shape[1] - 1 - np.argmax(z[:, ::-1], axis=1))


def _one_hot(z: Array) -> Array:
    return np.asarray(np.eye(z.shape[1], dtype=int)[np.argmax(z, axis=1)])


def _of_hidden(X: Array, weights: Layers, biases: Layers) -> Any:
    """The largest of the last hidden layer, where there is one."""
    activations = forward()(X, weights, biases)[1]
    return np.argmax(activations[max(len(weights) - 2, 0)], axis=1)


PREDICT_CLASSES = Exercise(
    id="predict-classes",
    title="The class that a network decides for",
    points=1,
    reference=reference.predict_classes,
    arguments=("X", "weights", "biases"),
    cases=_class_cases,
    read_again="From outputs to a class",
    mistakes=(
        Mistake(
            "wrong-axis",
            _decided(lambda z: np.argmax(z, axis=0)),
            "You look for the largest number in each column: for each class, the sample that "
            "fits best. What is asked for is, for each sample, the class.",
            "How many numbers must come back: as many as samples or as many as classes?",
        ),
        Mistake(
            "whole-table",
            _decided(np.argmax),
            "You look for the one largest number of the whole table.",
            "Does the function that you call need to be told along which axis it works?",
        ),
        Mistake(
            "value-instead-of-index",
            _decided(lambda z: np.max(z, axis=1)),
            "You return the largest output itself. Asked for is its index, which is the class.",
            "Can a class be 3.7?",
        ),
        Mistake(
            "smallest",
            _decided(lambda z: np.argmin(z, axis=1)),
            "You take the class with the smallest output.",
            "Which output belongs to the class that fits best?",
            also=(_decided(lambda z: np.argsort(z, axis=1, kind="stable")[:, 0]),),
        ),
        Mistake(
            "last-of-equals",
            _decided(_last_of_equals),
            "Of two equally large outputs you take the last; the first one is asked for.",
            "How do you compare: is an output that is just as large already larger?",
        ),
        Mistake(
            "relu-on-the-output",
            _decided(lambda z: np.argmax(relu(z), axis=1)),
            "Where all outputs are negative, you decide as if none were larger than the others: "
            "your output layer has a ReLU, or your search for the largest begins at 0.",
            "Is there an activation on the last layer? And which number is the first that another "
            "one has to exceed?",
        ),
        Mistake(
            "counted-from-one",
            _decided(lambda z: np.argmax(z, axis=1) + 1),
            "Your classes are numbered from 1.",
            "With which number does the first column begin?",
        ),
        Mistake(
            "one-hot",
            _decided(_one_hot),
            "You return a table of zeros and ones; one number per sample is asked for.",
            "In which column does the 1 stand?",
            also=(_decided(lambda z: z == np.max(z, axis=1, keepdims=True)),),
        ),
        Mistake(
            "no-relu",
            _decided(lambda z: np.argmax(z, axis=1), forward(hidden=plain)),
            "The hidden layers have lost their ReLUs.",
            "Did the check of your forward pass succeed? You may call it here.",
        ),
        Mistake(
            "hidden-layer-asked",
            _of_hidden,
            "You look for the largest unit of the last hidden layer, not of the output layer.",
            "Which entry of the list of activations is the output?",
        ),
        Mistake(
            "outputs-returned",
            _decided(lambda z: z),
            "You return the outputs themselves; the decision is missing.",
            "What shape must come back?",
        ),
        Mistake(
            "rounded-outputs",
            _after(np.round),
            "You round the outputs before you compare them, or lose their decimals in another way: "
            "outputs that differ by less than 1 then count as equal.",
            "Which of 2.1 and 2.4 is larger? And of what type are the numbers that you compare?",
            also=(_after(np.trunc), _after(np.floor)),
        ),
        Mistake(
            "whole-sums",
            _as_whole(np.trunc),
            "Your sums have the type of the samples: where the samples are whole numbers, the sums "
            "lose their decimals.",
            "Into what kind of array do you write the sums of a layer?",
        ),
        Mistake(
            "threshold-at-one-half",
            _decided(lambda z: (z[:, -1] > 0.5).astype(int)),
            "You compare one output with a threshold, as if there were only two classes.",
            "How many classes does the network tell apart?",
            also=(
                _decided(lambda z: (z[:, 0] > 0.5).astype(int)),
                _decided(lambda z: (z > 0.5).astype(int)),
                _decided(lambda z: (z[:, -1] > 0).astype(int)),
            ),
        ),
    ),
)
