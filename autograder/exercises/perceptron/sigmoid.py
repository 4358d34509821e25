"""The neuron with a smooth answer."""

from __future__ import annotations

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from autograder.exercises.perceptron.drawing import (
    BIAS_SIGN,
    NO_BIAS,
    NO_BIAS_HINT,
    Array,
    Rng,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid, step


def _sigmoid_cases(rng: Rng) -> list[Case]:
    X = np.array([[0.0, 0.0], [1.0, 1.0], [-1.0, 2.0]])
    ramp = np.array([[-1000.0], [-30.0], [0.0], [30.0], [1000.0]])
    large = np.array([[8.0, 0.0], [-8.0, -1.0], [10.0, 1.0], [-9.0, 0.5], [-12.0, 0.0]])
    return [
        Case("a small example", (X, np.array([1.0, -0.5]), 0.25), show=True),
        Case("non-square", (rng.normal(size=(5, 3)), rng.normal(size=3), 0.5)),
        Case("a negative bias", (rng.normal(size=(4, 2)), rng.normal(size=2), -1.5)),
        Case("one row", (rng.normal(size=(1, 4)), rng.normal(size=4), 0.3)),
        Case("one feature", (rng.normal(size=(6, 1)), np.array([1.5]), -0.4)),
        Case("integer inputs", (rng.integers(-2, 3, (4, 3)), rng.normal(size=3), 0.1)),
        Case(
            "float32 inputs",
            (rng.normal(size=(3, 2)).astype(np.float32), np.ones(2, np.float32), 0.5),
        ),
        Case("huge sums, z = -1000 to 1000", (ramp, np.array([1.0]), 0.0)),
        Case("integer X, w and b", (rng.integers(-2, 3, (4, 2)), np.array([1, -1]), 1)),
        Case("sums of 8 to 12, almost 0 or 1", (large, np.array([1.0, 0.5]), 0.25)),
    ]


def _naive_ratio(X: Array, w: Array, b: float) -> Array:
    with np.errstate(all="ignore"):
        e = np.exp(X @ w + b)
        ratio: Array = e / (1 + e)
    return ratio


def _softmax(X: Array, w: Array, b: float) -> Array:
    z = np.asarray(X @ w + b, dtype=float)
    e = np.exp(z - z.max())
    shares: Array = e / e.sum()
    return shares


SIGMOID_NEURON = Exercise(
    id="sigmoid-neuron",
    title="A neuron with a smooth answer",
    points=2,
    reference=reference.sigmoid_neuron,
    arguments=("X", "w", "b"),
    cases=_sigmoid_cases,
    # 1/2 + tanh(z/2)/2 in float32 is off by 1e-7, however close to 0 the result.
    tolerance=Tolerance(atol=1e-6),
    read_again="From step to sigmoid",
    mistakes=(
        Mistake("no-bias", lambda X, w, b: sigmoid(X @ w), NO_BIAS, NO_BIAS_HINT),
        Mistake(
            "bias-sign",
            lambda X, w, b: sigmoid(X @ w - b),
            BIAS_SIGN,
            "If there is a minus in your exponent, does it reach the whole of z or only its first "
            "term?",
        ),
        Mistake(
            "sign-in-exponent",
            lambda X, w, b: sigmoid(-(X @ w + b)),
            "Your output falls where it should rise: the sign in the exponent is lost.",
            "For a large positive z, should the output be near 1 or near 0?",
        ),
        Mistake(
            "overflow",
            _naive_ratio,
            "For large z your output is nan: exp(z) is infinite, and infinity divided by infinity "
            "is not a number.",
            "Divide numerator and denominator by exp(z). What is left to compute?",
        ),
        Mistake(
            "step-instead-of-sigmoid",
            lambda X, w, b: step(X @ w + b),
            "Your output still jumps from 0 to 1.",
            "This time the answer should be any number between 0 and 1.",
        ),
        Mistake(
            "returns-z",
            lambda X, w, b: X @ w + b,
            "You return the weighted sums themselves: the sigmoid is missing.",
            "Between which two numbers must every output lie?",
        ),
        Mistake(
            "tanh-instead-of-sigmoid",
            lambda X, w, b: np.tanh(X @ w + b),
            "Your outputs run from -1 to 1: that is the hyperbolic tangent.",
            "What is the sigmoid's value at z = 0?",
        ),
        Mistake(
            "missing-minus",
            lambda X, w, b: 1 / (1 + np.exp(np.clip(X @ w, -700, 700)) * np.exp(-b)),
            "The minus in the exponent reaches only part of z.",
            "Put parentheses around the whole weighted sum, bias included.",
        ),
        Mistake(
            "division-first",
            lambda X, w, b: 1 / 1 + np.exp(-(X @ w + b)),
            "Your outputs exceed 1: the division by 1 comes first, and the exponential is added "
            "to its result.",
            "In what order does Python evaluate / and +? Where do parentheses belong?",
            also=(lambda X, w, b: 1 / 1 + np.exp(-np.clip(X @ w + b, -500, 500)),),
        ),
        Mistake(
            "absolute-value",
            lambda X, w, b: sigmoid(np.abs(X @ w + b)),
            "Your output is never below one half: the sign of z is lost.",
            "The safe form of the formula needs |z| in one place. Where must z itself decide?",
        ),
        Mistake(
            "softmax-over-batch",
            _softmax,
            "Your outputs add up to 1 over the batch: each sample is compared with the others.",
            "Should the answer to one sample change when another one is added to the batch?",
        ),
        Mistake(
            "tanh-without-half",
            lambda X, w, b: 0.5 * (1 + np.tanh(X @ w + b)),
            "Your output is right at z = 0, but rises twice as steeply as the sigmoid.",
            "The sigmoid can be written with tanh. Of what must tanh be taken then?",
        ),
        Mistake(
            "not-summed",
            lambda X, w, b: sigmoid(X * w + b),
            "You return one number per input: the products are there, but they are not added up.",
            "How many numbers should one neuron answer to one sample?",
        ),
        Mistake(
            "nan-replaced-by-zero",
            lambda X, w, b: np.nan_to_num(_naive_ratio(X, w, b)),
            "For large positive z your output is 0, where it should be almost 1.",
            "What was there before you replaced it, and why?",
        ),
        Mistake(
            "slope-instead-of-value",
            lambda X, w, b: sigmoid(X @ w + b) * (1 - sigmoid(X @ w + b)),
            "You return the slope of the sigmoid instead of its value.",
            "What should the output be for a large positive z?",
        ),
        Mistake(
            "bounds-too-narrow",
            lambda X, w, b: sigmoid(np.clip(X @ w + b, -10, 10)),
            "Your z is cut off long before anything could overflow.",
            "Up to which z can the computer still take the exponential?",
            also=(
                lambda X, w, b: sigmoid(np.clip(X @ w + b, -5, 5)),
                lambda X, w, b: np.where(np.abs(X @ w + b) > 8, X @ w + b > 0, sigmoid(X @ w + b)),
            ),
        ),
    ),
)
