"""The slopes of sigmoid, tanh and ReLU: a part of the exercise each, so that each is told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng
from autograder.exercises.model import Case, Exercise, Mistake, NotAnswered
from course_lib.activations import activation_derivatives, relu, sigmoid, tanh

FUNCTIONS = ("sigmoid", "tanh", "relu")


def _cases(rng: Rng) -> list[Case]:
    inputs = {
        "a small example": np.array([-1.0, 0.0, 2.0]),
        "random inputs": rng.normal(size=7) * 2,
        "a table": rng.normal(size=(3, 4)),
        "one number in an array": rng.normal(size=1) + 0.1,
        "integer inputs": np.concatenate([[0, 1, -1], rng.integers(-3, 4, 3)]),
        "float32 inputs": rng.normal(size=(2, 3)).astype(np.float32),
        "zeros": np.zeros((2, 2)),
        "tiny inputs": np.array([1e-9, -1e-9, 0.0]),
        "saturated, but not yet flat": np.append(
            rng.uniform(3, 6, 4) * np.array([1, -1, 1, -1]), 0.5
        ),
        "huge inputs": np.array([1000.0, -1000.0]),
    }
    return [
        Case(f"{name}, {part}", (z,), part=part, show=name == "a small example")
        for part in FUNCTIONS
        for name, z in inputs.items()
    ]


def _slope_of_part(case: Case, value: Any) -> Any:
    """What stands in the dictionary under the name of the case's function."""
    if not isinstance(value, dict):
        raise ValueError("a dictionary with the keys 'sigmoid', 'tanh' and 'relu' must come back")
    if case.part not in value:
        raise ValueError(f"the dictionary has no entry {case.part!r}")
    if value[case.part] is None or value[case.part] is ...:
        raise NotAnswered(f"the entry {case.part!r} is not filled in yet")
    return value[case.part]


def _with(part: str, wrong: Callable[[Array], Any]) -> Callable[[Any], dict[str, Any]]:
    """The right slopes but for one."""

    def slopes(z: Any) -> dict[str, Any]:
        return {**activation_derivatives(z), part: wrong(np.asarray(z, dtype=float))}

    return slopes


def _truncated(part: str) -> Callable[[Any], dict[str, Any]]:
    def slopes(z: Any) -> dict[str, Any]:
        right = activation_derivatives(z)
        return {**right, part: right[part].astype(np.asarray(z).dtype)}

    return slopes


def _sigmoid_by_exponentials(z: Array) -> Array:
    e = np.exp(-z)
    return np.asarray(e / (1 + e) ** 2)


def _sigmoid_by_growing_exponentials(z: Array) -> Array:
    e = np.exp(z)
    return np.asarray(e / (1 + e) ** 2)


def _tanh_by_exponentials(z: Array) -> Array:
    up, down = np.exp(z), np.exp(-z)
    return np.asarray(1 - ((up - down) / (up + down)) ** 2)


def _tanh_by_squares(z: Array) -> Array:
    e = np.exp(2 * z)
    return np.asarray(1 - ((e - 1) / (e + 1)) ** 2)


def _wrong(
    part: str, id: str, wrong: Callable[[Array], Any], explanation: str, hint: str, *also: Any
) -> Mistake:
    spellings = tuple(_with(part, other) for other in also)
    return Mistake(f"{part}-{id}", _with(part, wrong), explanation, hint, part, spellings)


_SIGMOID = (
    _wrong(
        "sigmoid",
        "rule-on-z",
        lambda z: z * (1 - z),
        "You put the pre-activation z itself into the rule a(1 - a). The rule is written for the "
        "activation a, the output of the sigmoid.",
        "Between which two numbers does the slope of the sigmoid lie? Does yours?",
    ),
    _wrong(
        "sigmoid",
        "rule-on-a-again",
        lambda z: sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z))),
        "The sigmoid is applied twice: what goes into your rule is the sigmoid of an activation.",
        "Is the argument of your derivative a pre-activation or an activation? Which of the two "
        "was handed over?",
    ),
    _wrong(
        "sigmoid",
        "not-the-slope",
        sigmoid,
        "You return the sigmoid itself, not its slope.",
        "How steep is the curve far out on the right, where it is nearly 1?",
    ),
    _wrong(
        "sigmoid",
        "one-factor",
        lambda z: 1 - sigmoid(z),
        "One of the two factors of the slope is missing.",
        "The curve is flat on both sides. Where does your slope go to 0?",
        lambda z: 1 - sigmoid(z) ** 2,
        lambda z: sigmoid(z) ** 2,
    ),
    _wrong(
        "sigmoid",
        "sign",
        lambda z: sigmoid(z) * (sigmoid(z) - 1),
        "Your slope is negative, but the sigmoid rises everywhere.",
        "Which of the two terms in the bracket is the larger?",
    ),
    _wrong(
        "sigmoid",
        "overflow",
        _sigmoid_by_exponentials,
        "For moderate z your slope is right; for z = 1000 or z = -1000 it is not a number, since "
        "an exponential overflows.",
        "Of which z would you have to take the exponential? Can the slope be written with values "
        "of a stable sigmoid alone?",
        _sigmoid_by_growing_exponentials,
    ),
    Mistake(
        "sigmoid-integers",
        _truncated("sigmoid"),
        "For an integer z your slope of the sigmoid holds whole numbers: the decimals were cut "
        "off.",
        "Of which dtype is an array that is made to be like z?",
        "sigmoid",
    ),
)

_TANH = (
    _wrong(
        "tanh",
        "rule-on-z",
        lambda z: 1 - z**2,
        "You put the pre-activation z itself into the rule 1 - a². The rule is written for the "
        "activation a, the output of tanh.",
        "Can the slope of a rising curve be negative? Try z = 2.",
    ),
    _wrong(
        "tanh",
        "rule-on-a-again",
        lambda z: 1 - tanh(tanh(z)) ** 2,
        "tanh is applied twice: what goes into your rule is the tanh of an activation.",
        "Is the argument of your derivative a pre-activation or an activation? Which of the two "
        "was handed over?",
    ),
    _wrong(
        "tanh",
        "not-the-slope",
        tanh,
        "You return tanh itself, not its slope.",
        "How steep is tanh at 0?",
    ),
    _wrong(
        "tanh",
        "not-squared",
        lambda z: 1 - tanh(z),
        "The square is missing from your slope of tanh.",
        "tanh is flat on both sides. Where does your slope go to 0?",
        lambda z: 1 / np.cosh(z),
        lambda z: 1 - np.abs(tanh(z)),
    ),
    _wrong(
        "tanh",
        "sigmoid-rule",
        lambda z: tanh(z) * (1 - tanh(z)),
        "You use the rule of the sigmoid for tanh.",
        "The slope of tanh at 0 is 1. What does your formula give there?",
    ),
    _wrong(
        "tanh",
        "inner-derivative",
        lambda z: 2 * sigmoid(2 * z) * sigmoid(-2 * z),
        "You differentiate 2σ(2z) - 1, but the derivative of what stands inside, 2z, is missing.",
        "Two factors of 2 come into the slope: where from?",
    ),
    _wrong(
        "tanh",
        "sigmoid-at-z",
        lambda z: 4 * sigmoid(z) * sigmoid(-z),
        "You write the slope of tanh with the sigmoid at z. Your curve is twice as wide as it "
        "should be: the tanh is a sigmoid of another argument.",
        "In tanh(z) = 2σ(2z) - 1, where is the sigmoid taken?",
        lambda z: 2 * sigmoid(z) * sigmoid(-z),
    ),
    _wrong(
        "tanh",
        "sign",
        lambda z: tanh(z) ** 2 - 1,
        "Your slope is negative, but tanh rises everywhere.",
        "Which of the two terms is the larger?",
    ),
    _wrong(
        "tanh",
        "overflow",
        _tanh_by_exponentials,
        "For moderate z your slope of tanh is right; for z = 1000 or z = -1000 it is not a number, "
        "since an exponential overflows.",
        "Is there a function for tanh that you need not build from exponentials yourself?",
        _tanh_by_squares,
    ),
    Mistake(
        "tanh-integers",
        _truncated("tanh"),
        "For an integer z your slope of tanh holds whole numbers: the decimals were cut off.",
        "Of which dtype is an array that is made to be like z?",
        "tanh",
    ),
)

_RELU = (
    _wrong(
        "relu",
        "one-at-zero",
        lambda z: z >= 0,
        "At z = 0 exactly your slope of ReLU is 1. This course takes 0 there.",
        "At 0 there is a kink and no derivative, so a convention decides: where does the text "
        "state it?",
    ),
    _wrong(
        "relu",
        "half-at-zero",
        lambda z: np.heaviside(z, 0.5),
        "At z = 0 exactly your slope of ReLU is one half. This course takes 0 there.",
        "At 0 there is a kink and no derivative, so a convention decides: where does the text "
        "state it?",
        lambda z: (1 + np.sign(z)) / 2,
    ),
    _wrong(
        "relu",
        "not-the-slope",
        relu,
        "You return ReLU itself, not its slope.",
        "How steep is ReLU at z = 2, and how steep at z = 1000?",
    ),
    _wrong(
        "relu",
        "sign-of-z",
        np.sign,
        "For negative z your slope of ReLU is -1; but ReLU is flat there.",
        "How much does ReLU change when z moves from -2 to -1?",
    ),
    _wrong(
        "relu",
        "inverted",
        lambda z: z < 0,
        "Your slope is 1 on the side on which ReLU is flat.",
        "On which side of 0 does ReLU let z through?",
        lambda z: z <= 0,
    ),
    _wrong(
        "relu",
        "always-one",
        np.ones_like,
        "Your slope of ReLU is 1 everywhere.",
        "How much does ReLU change when z moves from -2 to -1?",
    ),
    _wrong(
        "relu",
        "quotient",
        lambda z: np.maximum(z, 0) / z,
        "You divide ReLU by z. That is its slope as long as z is not 0; there it is 0 / 0.",
        "Can the slope be found by a comparison, without any division?",
    ),
)

ACTIVATION_DERIVATIVES = Exercise(
    id="activation-derivatives",
    title="The slopes of sigmoid, tanh and ReLU",
    points=3,
    reference=activation_derivatives,
    arguments=("z",),
    returns=("the slope",),
    cases=_cases,
    view=_slope_of_part,
    read_again="Why the step has to go",
    mistakes=(*_SIGMOID, *_TANH, *_RELU),
)
