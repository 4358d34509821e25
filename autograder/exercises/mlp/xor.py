"""XOR by three threshold units: many weights are right, so the network's answers are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.exercises.mlp.drawing import Array
from autograder.exercises.model import Case, Exercise, Mistake
from course_lib import mlp as reference

CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR = [0, 1, 1, 0]
SHAPES = {"W1": ((2, 2),), "b1": ((2,),), "W2": ((2, 1), (2,)), "b2": ((1,), ())}
"""What each of the four arrays may look like; the first shape is the one asked for."""

ROUNDING = 8 * float(np.finfo(np.float64).eps)
"""The relative error that two products and two sums can have at most, and some room."""


def _network_outputs(case: Case, value: Any) -> list[int]:
    """What a network of threshold units with these weights answers to the four corners."""
    if not isinstance(value, list | tuple) or len(value) != 4:
        raise ValueError("return four things: W1, b1, W2, b2")
    W1, b1, W2, b2 = (
        _numbers(name, shapes, entry)
        for (name, shapes), entry in zip(SHAPES.items(), value, strict=True)
    )
    hidden, unsure = _fires(CORNERS, W1, b1)
    outputs, unsure_output = _fires(hidden, W2.reshape(2, 1), b2.reshape(1))
    answers: list[int] = outputs[:, 0].tolist()
    if answers != XOR and (unsure or unsure_output):
        raise ValueError(
            "one of the sums that may be meant to be 0 is not quite 0 in the computer's rounding; "
            "choose weights whose sums stay clear of 0"
        )
    return answers


def _fires(inputs: Array, W: Array, b: Array) -> tuple[Array, bool]:
    """The answers of a layer of threshold units, and whether rounding may have decided one."""
    z = inputs @ W + b
    size = np.abs(W).sum(axis=0) + np.abs(b)
    return (z >= 0).astype(int), bool(np.any((z < 0) & (np.abs(z) < ROUNDING * size)))


def _numbers(name: str, shapes: Sequence[tuple[int, ...]], value: Any) -> Array:
    """One of the four as a finite float64 array of one of these shapes."""
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must be a table of numbers") from None
    if array.dtype.kind not in "biuf" or not np.isfinite(array).all():
        raise ValueError(f"{name} must hold finite numbers")
    if array.shape not in shapes:
        raise ValueError(f"{name} must have shape {shapes[0]}, not {array.shape}")
    return array.astype(np.float64)


def _hand_set(W1: Any, b1: Any, W2: Any, b2: float) -> Callable[[], Any]:
    """A network with these weights."""
    return lambda: (np.array(W1), np.array(b1), np.array(W2)[:, None], np.array([b2]))


_OR_AND_NAND = ([[1.0, -1.0], [1.0, -1.0]], [-0.5, 1.5])
_FIRST, _SECOND = (
    ([[1.0, 0.0], [0.0, 1.0]], [-0.5, -0.5]),
    ([[1.0, -1.0], [-1.0, 1.0]], [-0.5, -0.5]),
)


XOR_NETWORK = Exercise(
    id="xor-network",
    title="A network that computes XOR",
    points=2,
    reference=reference.xor_network,
    cases=lambda rng: [Case("the four inputs", show=True)],
    view=_network_outputs,
    returns=("what the network answers to 00, 01, 10, 11",),
    read_again="Two layers solve XOR",
    mistakes=(
        Mistake(
            "is-or",
            _hand_set(*_OR_AND_NAND, [1.0, 0.0], -0.5),
            "Your network computes OR: it also fires when both inputs are 1.",
            "Which hidden unit notices that both inputs are 1, and what should the output unit "
            "make of its answer?",
        ),
        Mistake(
            "is-and",
            _hand_set(*_FIRST, [1.0, 1.0], -1.5),
            "Your network computes AND: it fires only when both inputs are 1, exactly where XOR "
            "is silent.",
            "Write down what the two hidden units answer to each of the four inputs, and only "
            "then choose the output unit.",
        ),
        Mistake(
            "is-nand",
            _hand_set(*_OR_AND_NAND, [0.0, 1.0], -0.5),
            "Your network computes NAND: it also fires when both inputs are 0.",
            "What do the hidden units answer to (0, 0)? The output unit must be silent then.",
        ),
        Mistake(
            "is-nor",
            _hand_set(*_FIRST, [-1.0, -1.0], 0.5),
            "Your network computes NOR: it fires only when both inputs are 0. Weights of a network "
            "of ReLUs give something else with threshold units, and step(0) = 1.",
            "Compute the sums of the hidden units for (0, 0) and for (0, 1). Which of them reach "
            "0?",
        ),
        Mistake(
            "is-xnor",
            _hand_set(*_OR_AND_NAND, [-1.0, -1.0], 1.5),
            "Your network fires when the two inputs are equal: the opposite of XOR.",
            "Which of the units has its answers turned round?",
        ),
        Mistake(
            "always-fires",
            _hand_set(*_OR_AND_NAND, [1.0, 1.0], 0.0),
            "Your output unit fires for every one of the four inputs.",
            "At which sum does a threshold unit fire already? For which answers of the hidden "
            "units must the output's sum be negative?",
        ),
        Mistake(
            "never-fires",
            _hand_set(*_OR_AND_NAND, [1.0, 1.0], -2.5),
            "Your output unit never fires.",
            "Write down what the hidden units answer to (0, 1). Does the output's sum reach 0 "
            "for these?",
        ),
        Mistake(
            "follows-one-input",
            _hand_set(*_FIRST, [1.0, 0.0], -0.5),
            "Your network follows one of its inputs (or the opposite of it) and does not listen "
            "to the other.",
            "For each of the hidden units, write down its answers to the four inputs. Does the "
            "output unit use both?",
            also=(
                _hand_set(*_FIRST, [0.0, 1.0], -0.5),
                _hand_set(*_FIRST, [-1.0, 0.0], 0.5),
                _hand_set(*_FIRST, [0.0, -1.0], 0.5),
            ),
        ),
        Mistake(
            "half-of-xor",
            _hand_set(*_SECOND, [1.0, 0.0], -0.5),
            "Your network fires for one of the two inputs (0, 1) and (1, 0), but not for the "
            "other.",
            "One of your hidden units seems to see one of these two, and the output unit "
            "listens to that one only. Who sees the other?",
            also=(_hand_set(*_SECOND, [0.0, 1.0], -0.5),),
        ),
        Mistake(
            "opposite-of-half",
            _hand_set(*_SECOND, [-1.0, 0.0], 0.5),
            "Your network is silent for one of the two inputs (0, 1) and (1, 0), and fires for "
            "the three others.",
            "Write down the answers of the hidden units to the four inputs. Should the output "
            "unit's weights have the signs that they have?",
            also=(_hand_set(*_SECOND, [0.0, -1.0], 0.5),),
        ),
    ),
)
