"""All the networks that dropout can make of a layer; their order does not matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.drawing import Array, Rng, away_from_zero
from autograder.matching import numbers
from course_lib import dropout as reference


def _subnetwork_cases(rng: Rng) -> list[Case]:
    def units(name: str, n: int, b: float) -> Case:
        return Case(name, (away_from_zero(rng, n), away_from_zero(rng, n), b))

    h, w = np.array([1.0, 2.0]), np.array([3.0, -4.0])
    return [
        Case("a small example", (h, w, 0.5)),
        units("four units", 4, -0.75),
        units("one unit", 1, 2.0),
        units("three units", 3, 1.25),
        units("six units", 6, -3.0),
        units("eight units", 8, 0.4),
        units("no bias", 5, 0.0),
        Case("integer inputs", (rng.integers(1, 6, 4), np.array([1, -2, 3, 5]), -0.5)),
        Case(
            "float32 inputs",
            (*(away_from_zero(rng, 2, 4).astype(np.float32)), 0.25),
        ),
        Case("units that are silent anyway", (np.array([0.0, 1.5, 0.0]), np.ones(3), 0.5)),
        Case("a bias that is an integer", (away_from_zero(rng, 3), away_from_zero(rng, 3), 2)),
    ]


def _by_mask(case: Case, value: Any) -> Any:
    """Masks and outputs in the order of the masks, read as binary numbers (and then of outputs).

    What has not the form of one output for each mask is put in order as far as it can be: masks
    that stand in columns, or masks alone.
    """
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise ValueError("two things must come back: `masks` and `outputs`")
    masks, outputs = numbers(value[0]), numbers(value[1])
    if masks is None or outputs is None or masks.ndim != 2:
        return tuple(value)
    if masks.shape == (len(case.args[0]), outputs.size) and outputs.size != len(masks):
        masks, outputs = _by_mask(case, (masks.T, outputs))
        return masks.T, outputs
    paired = outputs.shape == masks.shape[:1]
    order = np.lexsort((*([outputs] if paired else []), *masks.T[::-1]))
    return masks[order], outputs[order] if paired else outputs


def _networks(
    output: Callable[[Array, Array, Array, float], Any] = lambda masks, h, w, b: (
        masks @ (h * w) + b
    ),
    *,
    masks: Callable[[Array], Array] = lambda masks: masks,
) -> Callable[..., Any]:
    """All sub-networks with exchangeable parts: what each answers, and which masks there are."""

    def enumerate_them(h: Array, w: Array, b: float) -> Any:
        chosen = masks(reference.enumerate_subnetworks(h, w, b)[0])
        return chosen, output(chosen, h, w, b)

    return enumerate_them


def _outputs_only(h: Array, w: Array, b: float) -> Any:
    masks, outputs = reference.enumerate_subnetworks(h, w, b)
    return masks, float(np.mean(outputs))


def _one_dropped(masks: Array) -> Array:
    return 1 - np.eye(masks.shape[1], dtype=int)


def _one_kept(masks: Array) -> Array:
    return np.eye(masks.shape[1], dtype=int)


def _up_to_one(masks: Array) -> Array:
    n = masks.shape[1]
    return np.vstack([np.ones((1, n), dtype=int), 1 - np.eye(n, dtype=int)])


def _shifted_bits(masks: Array) -> Array:
    """What `i >> j` gives for j = 1, ..., N in the place of 0, ..., N - 1."""
    n = masks.shape[1]
    return np.arange(2**n)[:, np.newaxis] >> np.arange(1, n + 1) & 1


def _same_row(h: Array, w: Array, b: float) -> Any:
    masks, outputs = reference.enumerate_subnetworks(h, w, b)
    return np.ones_like(masks), outputs


def _reversed_masks(masks: Array, h: Array, w: Array, b: float) -> Any:
    return masks[:, ::-1] @ (h * w) + b


def _mean_of_kept(masks: Array, h: Array, w: Array, b: float) -> Any:
    return masks @ (h * w) / np.maximum(masks.sum(axis=1), 1) + b


ENUMERATE_SUBNETWORKS = Exercise(
    id="enumerate-subnetworks",
    title="All sub-networks of a layer",
    points=2,
    reference=reference.enumerate_subnetworks,
    arguments=("h", "w", "b"),
    returns=("masks", "outputs"),
    cases=_subnetwork_cases,
    view=_by_mask,
    read_again="Sixteen networks in one",
    mistakes=(
        Mistake(
            "empty-network-missing",
            _networks(masks=lambda masks: masks[1:]),
            "The network in which all units are dropped is missing.",
            "What does a network answer when no hidden unit says anything?",
        ),
        Mistake(
            "full-network-missing",
            _networks(masks=lambda masks: masks[:-1]),
            "The network in which no unit is dropped is missing.",
            "Count your masks. How many are there of N units that are each kept or dropped?",
        ),
        Mistake(
            "both-ends-missing",
            _networks(masks=lambda masks: masks[1:-1]),
            "The networks in which all units, and in which none are dropped, are missing.",
            "Count your masks. How many are there of N units that are each kept or dropped?",
        ),
        Mistake(
            "one-unit-dropped",
            _networks(masks=_one_dropped),
            "You drop one unit at a time. Any number of them can be silent together.",
            "Count your masks. How many are there of N units that are each kept or dropped?",
            also=(_networks(masks=_one_kept), _networks(masks=_up_to_one)),
        ),
        Mistake(
            "bits-shifted",
            _networks(masks=_shifted_bits),
            "Your masks come twice each, and one column of them is always 0: the digits of the "
            "binary number are read one place too far.",
            "Which digit of a binary number is the first, and which index has it?",
        ),
        Mistake(
            "same-row-everywhere",
            _same_row,
            "All your masks are the same: you seem to collect one and the same list again and "
            "again, and to change it afterwards.",
            "Does your collection hold masks, or one mask under many names?",
        ),
        Mistake(
            "bias-missing",
            _networks(lambda masks, h, w, b: masks @ (h * w)),
            "The bias is missing from the outputs.",
            "What does a network answer when all hidden units are dropped?",
        ),
        Mistake(
            "bias-per-unit",
            _networks(lambda masks, h, w, b: masks @ (h * w + b)),
            "The bias is added once for every unit that is kept. It belongs to the output unit and "
            "is there once.",
            "What does a network answer when all hidden units are dropped?",
            also=(_networks(lambda masks, h, w, b: masks @ (h * w) + len(h) * b),),
        ),
        Mistake(
            "empty-network-silent",
            _networks(lambda masks, h, w, b: (masks @ (h * w) + b) * masks.any(axis=1)),
            "The network in which all units are dropped answers 0 in yours. The bias of the output "
            "unit does not depend on the hidden units.",
            "What is left of the formula when all entries of the mask are 0?",
        ),
        Mistake(
            "dropped-instead-of-kept",
            _networks(lambda masks, h, w, b: (1 - masks) @ (h * w) + b),
            "Your outputs add up the units that are dropped.",
            "What does a 1 in the mask stand for?",
        ),
        Mistake(
            "units-reversed",
            _networks(_reversed_masks),
            "Your masks and outputs do not belong together: the units are counted from one end in "
            "the masks and from the other in the sums.",
            "Take the mask with a single 1. Does its output contain that unit?",
        ),
        Mistake(
            "weights-missing",
            _networks(lambda masks, h, w, b: masks @ h + b),
            "The weights of the output unit are missing.",
            "What happens to a hidden output on its way to the output unit?",
        ),
        Mistake(
            "hidden-outputs-missing",
            _networks(lambda masks, h, w, b: masks @ w + b),
            "The outputs of the hidden units are missing: you add up weights.",
            "What does a weight multiply?",
        ),
        Mistake(
            "scaled-as-dropout",
            _networks(lambda masks, h, w, b: 2 * (masks @ (h * w)) + b),
            "You scale what is kept, as in training with dropout. Here each sub-network answers as "
            "it is.",
            "Is there a factor in the formula of this exercise?",
            also=(
                _networks(lambda masks, h, w, b: masks @ (h * w) / 2 + b),
                _networks(lambda masks, h, w, b: 2 * (masks @ (h * w) + b)),
            ),
        ),
        Mistake(
            "mean-of-kept",
            _networks(_mean_of_kept),
            "You average over the units that are kept. The output unit adds them up.",
            "What does a weighted sum do with the number of its terms?",
        ),
        Mistake(
            "mean-output",
            _outputs_only,
            "You return the mean of the outputs. What is asked for is the output of each network.",
            "How many numbers are there for four hidden units?",
        ),
        Mistake(
            "signs-instead-of-zeros",
            lambda h, w, b: (
                2 * reference.enumerate_subnetworks(h, w, b)[0] - 1,
                (2 * reference.enumerate_subnetworks(h, w, b)[0] - 1) @ (h * w) + b,
            ),
            "Your masks hold -1 where a unit is dropped. It is silent then, and does not turn its "
            "sign.",
            "By what must a contribution be multiplied so that nothing is left of it?",
        ),
        Mistake(
            "masks-transposed",
            lambda h, w, b: (
                reference.enumerate_subnetworks(h, w, b)[0].T,
                reference.enumerate_subnetworks(h, w, b)[1],
            ),
            "Your masks have rows and columns exchanged: one row for each network is asked for.",
            "Which shape must come back for three units?",
        ),
        Mistake(
            "whole-numbers",
            lambda h, w, b: (
                reference.enumerate_subnetworks(h, w, b)[0],
                reference.enumerate_subnetworks(h, w, b)[1].astype(int),
            ),
            "Your outputs are whole numbers: the decimals were cut off.",
            "What is the dtype of the array that you write into?",
        ),
    ),
)
