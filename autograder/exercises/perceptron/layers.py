"""Many samples and many neurons at once: the bias as an input, and a layer of threshold units."""

from __future__ import annotations

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    BIAS_SIGN,
    BIAS_SIGN_HINT,
    HALF_AT_ZERO,
    HALF_AT_ZERO_HINT,
    NO_BIAS,
    NO_BIAS_HINT,
    STRICT,
    STRICT_HINT,
    THREE_VALUED,
    THREE_VALUED_HINT,
    Array,
    Rng,
    halves,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid


def _add_bias_cases(rng: Rng) -> list[Case]:
    return [
        Case("a small example", (np.array([[2.0, 3.0], [4.0, 5.0], [6.0, 7.0]]),), show=True),
        Case("more features than rows", (rng.normal(size=(2, 5)) + 3,)),
        Case("as many rows as features", (rng.normal(size=(3, 3)) + 3,)),
        Case("one row", (rng.normal(size=(1, 4)) + 3,)),
        Case("one feature", (rng.normal(size=(5, 1)) + 3,)),
        Case("integer inputs", (rng.integers(2, 9, size=(4, 2)),)),
        Case("float32 inputs", (rng.normal(size=(3, 2)).astype(np.float32) + 3,)),
        Case("zeros in the first column", (np.array([[0.0, 1.5], [2.0, 0.0], [0.0, -1.0]]),)),
        Case("no rows", (np.zeros((0, 3)),)),
    ]


def _overwritten(X: Array) -> Array:
    result = X.copy()
    result[:, 0] = 1
    return result


ADD_BIAS = Exercise(
    id="add-bias",
    title="The bias as an input that is always 1",
    points=1,
    reference=reference.add_bias,
    arguments=("X",),
    cases=_add_bias_cases,
    read_again="A bias is a weight, too",
    mistakes=(
        Mistake(
            "ones-last",
            lambda X: np.column_stack([X, np.ones(len(X))]),
            "Your column of ones stands behind the features; this unit puts it in front.",
            "x_0 comes before x_1.",
        ),
        Mistake(
            "ones-as-row",
            lambda X: np.vstack([np.ones(X.shape[1]), X]),
            "You added a row of ones: that is one more sample, not one more input.",
            "Every sample (row) gets one more entry. Which axis grows?",
        ),
        Mistake(
            "zeros-instead-of-ones",
            lambda X: np.column_stack([np.zeros(len(X)), X]),
            "Your extra input is 0, so its weight can never matter.",
            "What must the input be for its weight to act as the bias itself?",
        ),
        Mistake(
            "first-feature-lost",
            _overwritten,
            "The first feature has been overwritten by ones; the result should be a column wider.",
            "How many columns go in, and how many must come out?",
        ),
        Mistake(
            "added-to-values",
            lambda X: X + 1,
            "You added 1 to every value; what is asked for is one more column.",
            "Look at the shape that must come back.",
            also=(lambda X: np.array((X + 1).tolist()),),
        ),
        Mistake(
            "flattened",
            lambda X: np.insert(X, 0, 1),
            "The table has become one long row: its columns are lost.",
            "Does the function you call need to be told along which axis it works?",
            also=(lambda X: np.append(1, X), lambda X: np.append(np.ones(len(X)), X)),
        ),
        Mistake(
            "block-of-ones",
            lambda X: np.hstack([np.ones_like(X), X]),
            "You put a whole table of ones in front of X, as wide as X itself.",
            "How many columns of ones does one bias need?",
        ),
        Mistake(
            "ones-second",
            lambda X: np.insert(X, 1, 1, axis=1),
            "Your column of ones stands behind the first feature instead of in front of it.",
            "At which index does Python begin to count?",
        ),
        Mistake(
            "only-the-column",
            lambda X: np.ones((len(X), 1)),
            "You return the column of ones alone; the features are missing.",
            "What must the new column be joined to?",
        ),
    ),
)


def _layer_cases(rng: Rng) -> list[Case]:
    X, W = np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([[1.0, -1.0, 0.5], [0.5, 1.0, 0.0]])
    on_edge = np.array([[1.0, 1.0], [2.0, 2.0], [-1.0, 3.0]])
    edge_weights = np.array([[1.0, 1.0], [-1.0, 1.0]])
    ramp = np.arange(-3.0, 4.0)[:, None]
    return [
        Case("a small example", (X, W, np.array([-2.0, 0.0, 0.5])), show=True),
        Case("as large as the example", (halves(rng, 2, 2), halves(rng, 2, 3), halves(rng, 3))),
        Case(
            "integers, as large as the example",
            (rng.integers(-3, 4, (2, 2)), rng.integers(-3, 4, (2, 3)), rng.integers(-3, 4, 3)),
        ),
        Case("everything fires", (np.abs(X), np.abs(W), np.array([1.0, 2.0, 3.0]))),
        Case("nothing fires", (X, W, np.array([-7.0, -8.0, -9.0]))),
        Case("sums of exactly 0", (on_edge, edge_weights, np.array([0.0, -4.0]))),
        Case(
            "one input, biases on both sides", (ramp, np.ones((1, 3)), np.array([-2.0, 0.0, 2.0]))
        ),
        Case("non-square", (halves(rng, 5, 3), halves(rng, 3, 4), halves(rng, 4))),
        Case("as many inputs as neurons", (halves(rng, 6, 3), _skewed(rng), halves(rng, 3))),
        Case("one row", (halves(rng, 1, 3), halves(rng, 3, 4), halves(rng, 4))),
        Case("one neuron", (halves(rng, 6, 2), halves(rng, 2, 1), halves(rng, 1))),
        Case("integer inputs", (rng.integers(-3, 4, (4, 3)), halves(rng, 3, 2), np.zeros(2))),
        Case(
            "float32 inputs",
            (
                halves(rng, 4, 3).astype(np.float32),
                np.ones((3, 2), np.float32),
                np.array([1.0, 0.0]),
            ),
        ),
        Case("large values", (1e6 * ramp, np.array([[1.0, -1.0]]), np.array([0.5, -0.5]))),
        Case(
            "as many samples as neurons",
            (
                np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, -1.0]]),
                np.array([[1.0, -1.0, 0.5], [0.5, 1.0, -1.0]]),
                np.array([-3.0, 0.5, 3.0]),
            ),
        ),
        Case(
            "sums between -1 and 0",
            (np.array([[1.0], [2.0], [3.0]]), np.array([[1.0, 0.5]]), np.array([-2.5, -1.25])),
        ),
    ]


def _skewed(rng: Rng) -> Array:
    """A square weight matrix whose transpose gives other outputs."""
    W = np.array([[1.0, 3.0, 0.5], [-3.0, 1.0, -2.0], [2.0, -0.5, 1.0]])
    return W[rng.permutation(3)]


def _layer(X: Array, W: Array, b: Array) -> Array:
    return np.asarray(X, dtype=float) @ W + b


PERCEPTRON_LAYER = Exercise(
    id="perceptron-layer",
    title="A layer of threshold units",
    points=2,
    reference=reference.perceptron_layer,
    arguments=("X", "W", "b"),
    cases=_layer_cases,
    read_again="The perceptron: one layer of threshold units",
    mistakes=(
        Mistake("strict-threshold", lambda X, W, b: _layer(X, W, b) > 0, STRICT, STRICT_HINT),
        Mistake("no-bias", lambda X, W, b: _layer(X, W, 0 * b) >= 0, NO_BIAS, NO_BIAS_HINT),
        Mistake("bias-sign", lambda X, W, b: _layer(X, W, -b) >= 0, BIAS_SIGN, BIAS_SIGN_HINT),
        Mistake(
            "transposed-weights",
            lambda X, W, b: _layer(X, W.T, b) >= 0,
            "You use the weights as if each neuron were a row of W.",
            "W has one column per neuron. Write the shapes of both factors side by side.",
        ),
        Mistake(
            "transposed-result",
            lambda X, W, b: (_layer(X, W, b) >= 0).T,
            "Your result has one row per neuron; it should have one row per sample.",
            "Which axis of X counts the samples, and which axis of your result?",
        ),
        Mistake(
            "inverted-step",
            lambda X, W, b: _layer(X, W, b) < 0,
            "Your neurons are silent when they should fire, and the other way round.",
            "Which of the two outcomes belongs to z >= 0?",
        ),
        Mistake(
            "signed-output",
            lambda X, W, b: np.where(_layer(X, W, b) >= 0, 1, -1),
            "Your neurons answer -1 where this unit's convention is 0.",
            "The outputs of this unit are 0 and 1, never -1.",
        ),
        Mistake(
            "returns-z",
            _layer,
            "You return the weighted sums themselves: the step is missing.",
            "What does the threshold turn z into?",
        ),
        Mistake(
            "sigmoid-instead-of-step",
            lambda X, W, b: sigmoid(_layer(X, W, b)),
            "Your outputs rise smoothly from 0 to 1; threshold units jump.",
            "Which function has only two values?",
        ),
        Mistake(
            "half-at-zero",
            lambda X, W, b: np.heaviside(_layer(X, W, b), 0.5),
            HALF_AT_ZERO,
            HALF_AT_ZERO_HINT,
        ),
        Mistake(
            "three-valued-sign",
            lambda X, W, b: np.sign(_layer(X, W, b)),
            THREE_VALUED,
            THREE_VALUED_HINT,
        ),
        Mistake(
            "bias-per-sample",
            lambda X, W, b: _layer(X, W, b[:, None]) >= 0,
            "Your biases stand in a column, so that each belongs to a sample instead of a neuron.",
            "Write the shape of the weighted sums beside the shape of your b. Which axis of both "
            "counts the neurons?",
            also=(lambda X, W, b: _layer(X, W, b[:, None] if len(X) == len(b) else b) >= 0,),
        ),
        Mistake(
            "first-bias-for-all",
            lambda X, W, b: _layer(X, W, b[0]) >= 0,
            "Every neuron gets the bias of the first one.",
            "How many biases has a layer, and which one belongs to which column?",
        ),
        Mistake(
            "biases-summed",
            lambda X, W, b: _layer(X, W, np.sum(b)) >= 0,
            "Every neuron gets the sum of all biases.",
            "Which entry of b does the first neuron know?",
        ),
        Mistake(
            "one-answer-for-all",
            lambda X, W, b: int(np.all(_layer(X, W, b) >= 0)),
            "You return one number for the whole batch; there should be one for every sample and "
            "every neuron.",
            "Does something in your function ask whether all (or any) of the sums reach 0?",
            also=(lambda X, W, b: int(np.any(_layer(X, W, b) >= 0)),),
        ),
        Mistake(
            "first-sample-only",
            lambda X, W, b: _layer(X[0], W, b) >= 0,
            "Only the first sample is answered.",
            "How many rows has X, and how many your result?",
        ),
        Mistake(
            "last-row-forgotten",
            lambda X, W, b: np.vstack([_layer(X[:-1], W, b) >= 0, 0 * W[:1]]),
            "The last sample is never looked at; its row stays 0.",
            "Which indices does your loop over the samples visit?",
        ),
    ),
)
