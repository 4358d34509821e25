"""Logic gates as threshold units: many weights are right, so their answers are compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.perceptron.drawing import (
    GATE_INPUTS,
    Array,
)
from course_lib import perceptron as reference
from course_lib.activations import step

TABLES = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}
ROUNDING = 8 * float(np.finfo(np.float64).eps)
"""The relative error that two products and two sums can have at most, and some room."""


def _gate_outputs(case: Case, value: Any) -> list[int]:
    """What the weights returned for one gate make a threshold unit answer to the four inputs."""
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
    z = GATE_INPUTS @ w + b
    outputs: list[int] = step(z).tolist()
    nearly_zero = (z < 0) & (np.abs(z) < ROUNDING * (np.abs(w).sum() + np.abs(b)))
    if outputs != TABLES[gate] and np.where(nearly_zero, 1, outputs).tolist() == TABLES[gate]:
        raise ValueError(
            f"right on paper, but in the computer's rounding one sum of {gate!r} is "
            f"{z[nearly_zero][0]:.1g} instead of 0; choose weights that stay clear of 0"
        )
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
                "At z = 0 the neuron fires already. For which inputs must z be negative? And mind "
                "the sign of b: a threshold of 5 is a bias of -5.",
                part=gate,
            ),
            Mistake(
                f"{gate.lower()}-never-fires",
                _gates(**{gate: off}),
                f"With these weights the {gate} neuron never fires.",
                "For which inputs must z reach 0? Put them into the sum one after the other. And "
                "mind the sign of b: a threshold of 5 is a bias of -5.",
                part=gate,
            ),
        ]
    return (
        *mistakes,
        Mistake(
            "and-is-or",
            _gates(AND=((1.0, 1.0), -1.0)),
            "This AND already fires when one of its inputs is 1: it is an OR.",
            "How much must one input alone fall short, and two together not? If z is exactly 0 "
            "somewhere, remember that step(0) = 1.",
            part="AND",
        ),
        Mistake(
            "and-is-nand",
            _gates(AND=((-1.0, -1.0), 1.5)),
            "This AND is a NAND: it is silent exactly when it should fire.",
            "An input of 1 should make AND more willing to fire, not less.",
            part="AND",
        ),
        *(
            Mistake(
                f"{gate.lower()}-uses-one-input",
                _gates(**{gate: ((1.0, 0.0), -0.5)}),
                f"This {gate} repeats one of its inputs and does not listen to the other.",
                "Change one input at a time: for each of the two there must be a row in the table "
                "where it decides.",
                part=gate,
                also=(_gates(**{gate: ((0.0, 1.0), -0.5)}),),
            )
            for gate in ("AND", "OR")
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
    cases=lambda rng: [Case(f"the four inputs of {gate}", part=gate, show=True) for gate in TABLES],
    view=_gate_outputs,
    returns=("what the neuron answers to 00, 01, 10, 11",),
    read_again="Logic with neurons",
    mistakes=_gate_mistakes(),
)
