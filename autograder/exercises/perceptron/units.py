"""One neuron with given weights: weighted sum and threshold unit."""

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
    Rng,
    halves,
)
from course_lib import perceptron as reference
from course_lib.activations import sigmoid


def _vector_cases(rng: Rng) -> list[Case]:
    x, w = np.array([1.0, 2.0, 3.0]), np.array([0.5, -1.0, 2.0])
    return [
        Case("a small example", (x, w, 0.5), show=True),
        Case("a negative bias", (x, w, -5.5)),
        Case("one feature", (halves(rng, 1) + 0.25, halves(rng, 1) + 0.25, 1.5)),
        Case("seven features", (rng.normal(size=7), rng.normal(size=7), -0.75)),
        Case("integer inputs", (rng.integers(1, 5, 4), rng.integers(1, 5, 4), -3)),
        Case("four features", (rng.normal(size=4), rng.normal(size=4), -1.25)),
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
            "If every input came twice, should z double or stay as it is?",
        ),
        Mistake(
            "sums-before-product",
            lambda x, w, b: np.sum(x) * np.sum(w) + b,
            "You add up the inputs and the weights first and multiply the two sums.",
            "Each input meets its own weight before anything is added. In what order do you do it?",
        ),
        Mistake(
            "last-term-skipped",
            lambda x, w, b: x[:-1] @ w[:-1] + b,
            "The last input never enters your sum.",
            "Write down which indices your loop visits when there are three inputs.",
        ),
        Mistake(
            "first-term-skipped",
            lambda x, w, b: x[1:] @ w[1:] + b,
            "The first input never enters your sum.",
            "Which index does Python give the first entry of an array?",
        ),
        Mistake(
            "return-inside-loop",
            lambda x, w, b: x[0] * w[0] + b,
            "Only the first input enters your sum: the function seems to return while the loop is "
            "still in its first round.",
            "How far is the return indented? A function ends at the first return that it meets.",
            also=(lambda x, w, b: x[0] * w[0],),
        ),
        Mistake(
            "sum-overwritten",
            lambda x, w, b: x[-1] * w[-1] + b,
            "Only the last input is left in your sum: each round of the loop seems to overwrite "
            "what the one before has found.",
            "What must happen to the old value of z when the next product arrives?",
            also=(lambda x, w, b: x[-1] * w[-1],),
        ),
        Mistake(
            "step-instead-of-z",
            lambda x, w, b: int(x @ w + b >= 0),
            "You return the neuron's answer, 0 or 1. What is asked for is the sum before the step.",
            "The threshold comes in the next exercise. What stands in front of it?",
            also=(lambda x, w, b: int(x @ w + b > 0),),
        ),
        Mistake(
            "bias-cut-off",
            lambda x, w, b: x @ w + int(b),
            "The decimals of the bias are cut off before it is added.",
            "Is there an int() in your function? What does it do to 0.5?",
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
        Case("a sum between -1 and 0", (one, two, -2.0 * k - 0.5)),
        Case("a sum just below 0", (one, two, -2.0 * k - 0.001)),
        Case("integer x and w, a bias of -0.5", (np.array([2, 1]), np.array([1, -2]), -0.5)),
        Case("integer x and w, a bias of 0.5", (np.array([1, 1]), np.array([1, -2]), 0.5)),
        Case("integer x, fractional w", (np.array([1, 1]), np.array([-0.5, -0.25]), 0.5)),
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
        Mistake(
            "half-at-zero",
            lambda x, w, b: np.heaviside(x @ w + b, 0.5),
            HALF_AT_ZERO,
            HALF_AT_ZERO_HINT,
        ),
        Mistake(
            "three-valued-sign",
            lambda x, w, b: np.sign(x @ w + b),
            THREE_VALUED,
            THREE_VALUED_HINT,
        ),
        Mistake(
            "not-summed",
            lambda x, w, b: x * w + b >= 0,
            "You return one answer per input: each product is compared with 0 by itself.",
            "A neuron adds everything up first and asks once. Where is your sum?",
        ),
        Mistake(
            "rounded-before-step",
            lambda x, w, b: int(int(x @ w + b) >= 0),
            "Your neuron fires although z lies a little below 0: z seems to be rounded to a whole "
            "number before it is compared.",
            "What does int() make of -0.5?",
            also=(
                lambda x, w, b: int(round(float(x @ w + b)) >= 0),
                lambda x, w, b: int(np.ceil(x @ w + b) >= 0),
                lambda x, w, b: int(x @ w + b > -1),
            ),
        ),
        Mistake(
            "bias-cut-off",
            lambda x, w, b: int(x @ w + int(b) >= 0),
            "The decimals of the bias are cut off before it is added.",
            "Is there an int() in your function? What does it do to 0.5?",
        ),
    ),
)
