"""Neurons with given weights: weighted sum, threshold unit, logic gates, bias input, layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    BIAS_SIGN,
    BIAS_SIGN_HINT,
    GATE_INPUTS,
    NO_BIAS,
    NO_BIAS_HINT,
    STRICT,
    STRICT_HINT,
    Array,
    Rng,
    halves,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid, step


def _vector_cases(rng: Rng) -> list[Case]:
    x, w = np.array([1.0, 2.0, 3.0]), np.array([0.5, -1.0, 2.0])
    return [
        Case("a small example", (x, w, 0.5), show=True),
        Case("a negative bias", (x, w, -5.5)),
        Case("one feature", (halves(rng, 1) + 0.25, halves(rng, 1) + 0.25, 1.5)),
        Case("seven features", (rng.normal(size=7), rng.normal(size=7), -0.75)),
        Case("integer inputs", (rng.integers(1, 5, 4), rng.integers(1, 5, 4), -3)),
        Case("float32 inputs", (halves(rng, 5).astype(np.float32), np.ones(5, np.float32), 0.25)),
        Case("all inputs zero", (np.zeros(3), halves(rng, 3), 2.5)),
        Case("large values", (rng.uniform(1e5, 1e6, 4), rng.uniform(1, 9, 4), 1e6)),
    ]


WEIGHTED_SUM = Exercise(
    id="weighted-sum",
    title="The weighted sum of a neuron",
    points=1,
    reference=reference.weighted_sum,
    arguments=("x", "w", "b"),
    cases=_vector_cases,
    read_again="The linear threshold unit",
    mistakes=(
        Mistake("no-bias", lambda x, w, b: x @ w, NO_BIAS, NO_BIAS_HINT),
        Mistake("bias-sign", lambda x, w, b: x @ w - b, BIAS_SIGN, BIAS_SIGN_HINT),
        Mistake(
            "not-summed",
            lambda x, w, b: x * w + b,
            "You return one number per input: the products are there, but they are not added up.",
            "A neuron has one cell body. What happens there to everything that arrives?",
        ),
        Mistake(
            "bias-per-feature",
            lambda x, w, b: np.sum(x * w + b),
            "The bias is added once for every input instead of once for the neuron.",
            "Is b inside or outside the sum in the formula?",
        ),
        Mistake(
            "mean-instead-of-sum",
            lambda x, w, b: np.mean(x * w) + b,
            "Your products are averaged instead of added up.",
            "Compare your result with twice as many inputs: should a neuron care?",
        ),
        Mistake(
            "sums-before-product",
            lambda x, w, b: np.sum(x) * np.sum(w) + b,
            "You add up the inputs and the weights first and multiply the two sums.",
            "Each input meets its own weight before anything is added. In what order do you do it?",
        ),
    ),
)


def _ltu_cases(rng: Rng) -> list[Case]:
    k = float(rng.integers(1, 5))
    one, two = np.array([k, k]), np.array([1.0, 1.0])
    return [
        Case("a small example", (np.array([1.0, 1.0]), two, -1.5), show=True),
        Case("a sum of exactly 0", (one, np.array([1.0, -1.0]), 0.0)),
        Case("a bias that brings the sum to exactly 0", (one, two, -2.0 * k)),
        Case("a bias that holds the neuron back", (one, two, -3.0 * k)),
        Case("a bias that lets the neuron fire", (-one, two, 3.0 * k)),
        Case("a bias that agrees with the inputs", (one, two, 3.0 * k)),
        Case("everything negative", (-one, two, -k)),
        Case("one feature", (np.array([k]), np.array([-1.0]), 0.5)),
        Case("integer inputs", (np.array([2, 0, 1]), np.array([1, -3, 1]), -4)),
        Case("float32 inputs", (one.astype(np.float32), two.astype(np.float32), -0.5)),
        Case("large values", (np.full(3, 1e6), np.array([1.0, -1.0, 1.0]), -5e5)),
        Case("random inputs", (halves(rng, 6), halves(rng, 6), 0.25)),
    ]


LTU = Exercise(
    id="ltu",
    title="The linear threshold unit",
    points=1,
    reference=reference.ltu,
    arguments=("x", "w", "b"),
    cases=_ltu_cases,
    read_again="The linear threshold unit",
    mistakes=(
        Mistake("strict-threshold", lambda x, w, b: int(x @ w + b > 0), STRICT, STRICT_HINT),
        Mistake("no-bias", lambda x, w, b: int(x @ w >= 0), NO_BIAS, NO_BIAS_HINT),
        Mistake("bias-sign", lambda x, w, b: int(x @ w >= b), BIAS_SIGN, BIAS_SIGN_HINT),
        Mistake(
            "inverted-step",
            lambda x, w, b: int(x @ w + b < 0),
            "Your neuron is silent when it should fire, and fires when it should be silent.",
            "Which of the two outcomes belongs to z >= 0?",
        ),
        Mistake(
            "signed-output",
            lambda x, w, b: 1 if x @ w + b >= 0 else -1,
            "Your neuron answers -1 where this unit's convention is 0.",
            "The outputs of this unit are 0 and 1, never -1.",
        ),
        Mistake(
            "returns-z",
            lambda x, w, b: x @ w + b,
            "You return the weighted sum itself: the step is missing.",
            "What does the threshold turn z into?",
        ),
        Mistake(
            "sigmoid-instead-of-step",
            lambda x, w, b: sigmoid(x @ w + b),
            "Your output rises smoothly from 0 to 1; a linear threshold unit jumps.",
            "The sigmoid comes later in this unit. Which function has only two values?",
        ),
    ),
)


def _gate_outputs(case: Case, value: Any) -> Array:
    """What the weights returned for one gate make a threshold unit answer: shape (4,)."""
    gate = case.part
    if not isinstance(value, dict):
        raise ValueError("return a dictionary with the keys 'AND', 'OR' and 'NAND'")
    if gate not in value:
        raise ValueError(f"the dictionary has no entry {gate!r}")
    entry = value[gate]
    if not isinstance(entry, list | tuple) or len(entry) != 2:
        raise ValueError(f"the entry {gate!r} must be a pair (w, b)")
    w, b = _numbers(entry[0]), _numbers(entry[1])
    if w is None or w.shape != (2,):
        raise ValueError(f"the weights of {gate!r} must be two finite numbers")
    if b is None or b.shape not in ((), (1,)):
        raise ValueError(f"the bias of {gate!r} must be one finite number")
    outputs: Array = step(GATE_INPUTS @ w + b)
    return outputs


def _numbers(value: Any) -> Array | None:
    """`value` as a finite float64 array, or None when it is something else."""
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    if array.dtype.kind not in "biuf" or not np.isfinite(array).all():
        return None
    return array.astype(np.float64)


def _gates(**changed: tuple[tuple[float, float], float]) -> Callable[[], dict[str, Any]]:
    return lambda: {**reference.logic_gates(), **changed}


def _gate_mistakes() -> tuple[Mistake, ...]:
    on, off = ((0.0, 0.0), 0.0), ((0.0, 0.0), -1.0)
    mistakes = []
    for gate in ("AND", "OR", "NAND"):
        mistakes += [
            Mistake(
                f"{gate.lower()}-always-fires",
                _gates(**{gate: on}),
                f"With these weights the {gate} neuron fires for every one of the four inputs.",
                "At z = 0 the neuron fires already. For which inputs must z be negative?",
                part=gate,
            ),
            Mistake(
                f"{gate.lower()}-never-fires",
                _gates(**{gate: off}),
                f"With these weights the {gate} neuron never fires.",
                "For which inputs must z reach 0? Put them into the sum one after the other.",
                part=gate,
            ),
        ]
    return (
        *mistakes,
        Mistake(
            "and-is-or",
            _gates(AND=((1.0, 1.0), -1.0)),
            "This AND already fires when one of its inputs is 1: it is an OR. With w = (1, 1) and "
            "b = -1 that is because z is then exactly 0, and step(0) = 1.",
            "How much must one input alone fall short, and two together not?",
            part="AND",
        ),
        Mistake(
            "or-is-and",
            _gates(OR=((1.0, 1.0), -1.5)),
            "This OR waits until both inputs are 1: it is an AND.",
            "One input alone must be enough to lift z to 0. Is your bias too strong?",
            part="OR",
        ),
        Mistake(
            "nand-is-and",
            _gates(NAND=((1.0, 1.0), -1.5)),
            "This NAND is an AND: it fires only when both inputs are 1.",
            "NAND is silent only when both inputs are 1. Which signs must weights and bias have?",
            part="NAND",
        ),
        Mistake(
            "nand-is-nor",
            _gates(NAND=((-1.0, -1.0), 0.5)),
            "This NAND is silent as soon as one input is 1: it is a NOR.",
            "How much must the bias outweigh one input alone?",
            part="NAND",
        ),
        Mistake(
            "nand-is-or",
            _gates(NAND=((1.0, 1.0), -0.5)),
            "This NAND is an OR: it is silent only when both inputs are 0.",
            "An input of 1 should make NAND less willing to fire, not more.",
            part="NAND",
        ),
    )


LOGIC_GATES = Exercise(
    id="logic-gates",
    title="AND, OR and NAND as threshold units",
    points=3,
    reference=reference.logic_gates,
    cases=lambda rng: [
        Case(f"the four inputs of {gate}", part=gate) for gate in ("AND", "OR", "NAND")
    ],
    view=_gate_outputs,
    returns=("what the neuron answers to 00, 01, 10, 11",),
    read_again="Logic with neurons",
    mistakes=_gate_mistakes(),
)


def _add_bias_cases(rng: Rng) -> list[Case]:
    return [
        Case("a small example", (np.array([[2.0, 3.0], [4.0, 5.0], [6.0, 7.0]]),), show=True),
        Case("more features than rows", (rng.normal(size=(2, 5)) + 3,)),
        Case("as many rows as features", (rng.normal(size=(3, 3)) + 3,)),
        Case("one row", (rng.normal(size=(1, 4)) + 3,)),
        Case("one feature", (rng.normal(size=(5, 1)) + 3,)),
        Case("integer inputs", (rng.integers(2, 9, size=(4, 2)),)),
        Case("float32 inputs", (rng.normal(size=(3, 2)).astype(np.float32) + 3,)),
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
    ),
)
