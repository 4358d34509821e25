"""One hidden layer of rectified linear units."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.exercises.mlp.drawing import (
    BIAS_SIGN,
    BIAS_SIGN_HINT,
    NO_BIAS,
    NO_BIAS_HINT,
    Array,
    Rng,
    fires,
    halves,
    logistic,
    relu,
)
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import mlp as reference


def _hidden_layer_cases(rng: Rng) -> list[Case]:
    X, W = np.array([[1.0, 2.0], [-3.0, 0.0]]), np.array([[1.0, -1.0, 0.5], [1.0, 2.0, 0.0]])
    ramp = np.arange(-3.0, 4.0)[:, None]
    return [
        Case("a small example", (X, W, np.array([0.5, -1.0, 2.0])), show=True),
        Case("sums on both sides of 0", (ramp, np.array([[1.0, -2.0, 0.5]]), np.array([0, 1, -1]))),
        Case("non-square", (halves(rng, 5, 3), halves(rng, 3, 4), halves(rng, 4))),
        Case("random decimals", (rng.normal(size=(4, 5)), rng.normal(size=(5, 3)), halves(rng, 3))),
        Case(
            "as many inputs as units", (rng.normal(size=(6, 3)), rng.normal(size=(3, 3)) + 1, W[0])
        ),
        Case("as many rows as units", (halves(rng, 4, 3), halves(rng, 3, 4), halves(rng, 4))),
        Case("one row", (rng.normal(size=(1, 3)), rng.normal(size=(3, 4)), halves(rng, 4))),
        Case("one unit", (halves(rng, 6, 2), halves(rng, 2, 1), np.array([0.5]))),
        Case("one feature", (ramp / 2, np.array([[2.0, -1.0]]), np.array([-0.5, 0.5]))),
        Case("every unit silent", (np.abs(X), -np.abs(W), np.array([-1.0, -2.0, -3.0]))),
        Case("every unit active", (np.abs(X), np.abs(W), np.array([1.0, 2.0, 3.0]))),
        Case(
            "integer inputs",
            (rng.integers(-3, 4, (4, 3)), rng.integers(-3, 4, (3, 2)), np.array([4, -1])),
        ),
        Case(
            "integer samples", (rng.integers(-3, 4, (4, 3)), halves(rng, 3, 2), np.array([1, 0.5]))
        ),
        Case(
            "integer samples and weights, decimal biases",
            (rng.integers(-3, 4, (5, 3)), rng.integers(-3, 4, (3, 2)), np.array([0.5, 1.25])),
        ),
        Case("integer weights", (halves(rng, 4, 3) / 2, rng.integers(-3, 4, (3, 2)), np.ones(2))),
        Case(
            "float32 inputs",
            (halves(rng, 4, 3).astype("f4"), halves(rng, 3, 2).astype("f4"), np.ones(2, "f4")),
        ),
        Case("large values", (1e6 * ramp, np.array([[1.0, -1.0]]), np.array([0.5, -0.5]))),
        Case("small values", (1e-3 * ramp, np.array([[1.0, -1.0]]), np.array([0.002, -0.001]))),
    ]


def _with(respond: Callable[[Array], Array]) -> Callable[[Array, Array, Array], Array]:
    """A layer with another activation."""
    return lambda X, W, b: respond(np.asarray(X, dtype=float) @ W + b)


def _column_bias(X: Array, W: Array, b: Array) -> Array:
    return relu(X @ W + (b[:, None] if len(X) == len(b) else b))


HIDDEN_LAYER = Exercise(
    id="hidden-layer",
    title="A hidden layer of rectified linear units",
    points=1,
    reference=reference.hidden_layer,
    arguments=("X", "W", "b"),
    cases=_hidden_layer_cases,
    read_again="A layer that passes on how much",
    mistakes=(
        Mistake(
            "no-relu",
            _with(lambda z: z),
            "You return the weighted sums themselves, negative ones included: the ReLU is missing.",
            "What must stand where a sum is below 0?",
        ),
        Mistake(
            "step-instead-of-relu",
            _with(fires),
            "Your units answer 0 or 1, as threshold units do. A ReLU passes on how far the sum is "
            "above 0.",
            "What is relu(2.5)?",
            also=(_with(lambda z: (z > 0).astype(float)),),
        ),
        Mistake(
            "sigmoid-instead-of-relu",
            _with(logistic),
            "Your units answer with a sigmoid, between 0 and 1.",
            "Which function does the formula of this layer name?",
        ),
        Mistake("no-bias", lambda X, W, b: relu(X @ W), NO_BIAS, NO_BIAS_HINT),
        Mistake("bias-sign", lambda X, W, b: relu(X @ W - b), BIAS_SIGN, BIAS_SIGN_HINT),
        Mistake(
            "bias-after-relu",
            lambda X, W, b: relu(X @ W) + b,
            "You add the biases after the ReLU, so that negative answers can come out. The bias is "
            "part of the sum that the ReLU looks at.",
            "Can a unit with a ReLU ever answer with a negative number?",
        ),
        Mistake(
            "relu-before-weights",
            lambda X, W, b: relu(X) @ W + b,
            "You apply the ReLU to the inputs, before the weighted sum.",
            "In which order do the three steps come: weights, bias, ReLU?",
            also=(lambda X, W, b: relu(relu(X) @ W + b),),
        ),
        Mistake(
            "absolute-value",
            _with(np.abs),
            "Negative sums come out with their sign turned round: that is the absolute value.",
            "The ReLU is 0 for every negative number, however large.",
        ),
        Mistake(
            "negative-side-kept",
            _with(lambda z: np.minimum(0, z)),
            "You keep the negative sums and set the positive ones to 0: the wrong half.",
            "Does the formula take the larger or the smaller of 0 and z?",
            also=(_with(lambda z: relu(-z)),),
        ),
        Mistake(
            "capped-at-one",
            _with(lambda z: np.clip(z, 0, 1)),
            "Your answers never exceed 1, but a ReLU has no upper end.",
            "What is relu(7)?",
        ),
        Mistake(
            "transposed-weights",
            lambda X, W, b: relu(X @ W.T + b),
            "You use the weights as if each unit were a row of W.",
            "W has one column per unit. Write the shapes of both factors side by side.",
        ),
        Mistake(
            "bias-per-sample",
            lambda X, W, b: relu(X @ W + b[:, None]),
            "Your biases stand in a column, so that each belongs to a sample instead of a unit.",
            "Write the shape of the weighted sums beside the shape of your b. Which axis of both "
            "counts the units?",
            also=(_column_bias,),
        ),
        Mistake(
            "first-bias-for-all",
            lambda X, W, b: relu(X @ W + b[0]),
            "Every unit gets the bias of the first one.",
            "How many biases has a layer, and which one belongs to which column?",
        ),
        Mistake(
            "leaky",
            _with(lambda z: np.where(z > 0, z, 0.01 * z)),
            "A little of the negative sums leaks through. There is an activation that does so, but "
            "it comes in unit 6.",
            "What must stand where a sum is below 0?",
        ),
    ),
)
