"""The binary cross-entropy of a probability."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import (
    EPSILON,
    EPSILON_ADDED,
    EPSILON_ADDED_HINT,
    EPSILON_UNUSED,
    EPSILON_UNUSED_HINT,
    EPSILONS,
    EXCHANGED,
    EXCHANGED_HINT,
    LOG_ZERO_HINT,
    MINUS,
    MINUS_HINT,
    NO_LOGARITHM,
    NO_LOGARITHM_HINT,
    NOT_AVERAGED,
    NOT_AVERAGED_HINT,
    PER_UNIT,
    PER_UNIT_HINT,
    SUM,
    SUM_HINT,
    TWICE,
    TWICE_HINT,
    WRONG_BASE,
    WRONG_BASE_HINT,
    Array,
    Rng,
    certainties,
    targets,
)
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import losses as reference


def _binary_cases(rng: Rng) -> list[Case]:
    def draw(*shape: int) -> tuple[Array, Array]:
        return targets(rng, *shape), certainties(rng, *shape)

    y, p = draw(6)
    wide = targets(rng, 8), np.append(certainties(rng, 6), [0.93, 0.08])
    ends = np.array([1.0, 0.0, 1.0, 0.0, 0.5])
    return [
        Case("a small example", (np.array([1, 0]), np.array([0.9, 0.2])), show=True),
        Case("one unit", draw(7)),
        Case("several units", draw(5, 3)),
        Case("more units than samples", draw(3, 5)),
        Case("as many units as samples", draw(4, 4)),
        Case("one sample", (np.array([1]), certainties(rng, 1))),
        Case("a single column", draw(6, 1)),
        Case("all labels 0", (np.zeros(4, int), certainties(rng, 4))),
        Case("all labels 1", (np.ones(5, int), certainties(rng, 5))),
        Case("float32 inputs", (y.astype(np.float32), p.astype(np.float32))),
        Case("certain and right", (np.array([1, 0, 1, 0, 1]), ends)),
        Case("certain that it is 0, and wrong", (np.array([1, 1, 0]), np.array([0.0, 0.6, 0.3]))),
        Case("certain and wrong, epsilon = 0.01", (np.array([0, 1, 1, 0, 1]), ends, 0.01)),
        Case(
            "certain that it is 1, and wrong, epsilon = 0.01",
            (np.array([0, 1, 0]), np.array([1.0, 0.6, 0.3]), 0.01),
        ),
        Case("epsilon = 0.2", (*wide, 0.2)),
        Case(
            "integer predictions, epsilon = 0.125",
            (np.array([1, 0, 0, 1, 1, 0]), np.array([1, 1, 0, 0, 1, 0]), 0.125),
        ),
    ]


def _clipped(p: Any, epsilon: float) -> Array:
    kept: Array = np.clip(np.asarray(p, dtype=float), epsilon, 1 - epsilon)
    return kept


def _entries(y: Any, p: Any) -> Array:
    """The cost of each entry; nothing is clipped."""
    costs: Array = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return costs


def _made(
    entries: Callable[[Any, Any], Any] = _entries,
    total: Callable[[Any], Any] = np.mean,
    clip: Callable[[Any, float], Any] = _clipped,
) -> Callable[..., Any]:
    """The cost with exchangeable parts, from which the wrong costs are made."""

    def cost(y_true: Any, y_pred: Any, epsilon: float = EPSILON) -> Any:
        with np.errstate(all="ignore"):
            return total(entries(np.asarray(y_true), clip(np.asarray(y_pred), epsilon)))

    return cost


def _own_epsilon(epsilon: float) -> Callable[..., Any]:
    return _made(clip=lambda p, given: _clipped(p, epsilon))


def _added(y_true: Any, y_pred: Any, epsilon: float = EPSILON) -> Any:
    y, p = np.asarray(y_true), np.asarray(y_pred, dtype=float)
    return -np.mean(y * np.log(p + epsilon) + (1 - y) * np.log(1 - p + epsilon))


def _exchanged(clip: Callable[[Any, float], Any]) -> Callable[..., Any]:
    """The arguments in the wrong order; labels in float32 stay so unless `clip` converts them."""
    cost = _made(clip=clip)
    return lambda y_true, y_pred, epsilon=EPSILON: cost(y_pred, y_true, epsilon)


def _unclipped(p: Any, epsilon: float) -> Any:
    return np.asarray(p, dtype=float)


def _chosen(y: Any, p: Any) -> Array:
    costs: Array = np.where(y == 1, -np.log(p), -np.log(1 - p))
    return costs


def _likelihood(y: Any, p: Any) -> Any:
    return np.where(y == 1, p, 1 - p)


BINARY_MISTAKES = (
    Mistake(
        "dropped-term",
        _made(lambda y, p: -y * np.log(p)),
        "Samples with label 0 cost nothing: the term with (1 - y) is missing.",
        "Which answer would be the cheapest, if it were given to all samples?",
    ),
    Mistake(
        "first-term-dropped",
        _made(lambda y, p: -(1 - y) * np.log(1 - p)),
        "Samples with label 1 cost nothing: the term with y is missing.",
        "Which answer would be the cheapest, if it were given to all samples?",
    ),
    Mistake("missing-minus", _made(lambda y, p: -_entries(y, p)), MINUS, MINUS_HINT),
    Mistake(
        "minus-on-first-term",
        _made(lambda y, p: -y * np.log(p) + (1 - y) * np.log(1 - p)),
        "The minus reaches only the first of the two terms.",
        "What sign has the cost of a sample with label 0? Are there brackets in the formula?",
    ),
    Mistake(
        "minus-on-second-term",
        _made(lambda y, p: y * np.log(p) - (1 - y) * np.log(1 - p)),
        "The two terms have opposite signs.",
        "What sign has the cost of a sample with label 1, and of one with label 0?",
    ),
    Mistake(
        "labels-swapped",
        _made(lambda y, p: _entries(1 - y, p)),
        "You charge the probability of a 1 where the label is 0, and the other way round.",
        "For a label of 1, which p should cost nothing?",
    ),
    Mistake("sum-instead-of-mean", _made(total=np.sum), SUM, SUM_HINT),
    Mistake("divided-twice", _made(total=lambda c: np.mean(c) / len(c)), TWICE, TWICE_HINT),
    Mistake(
        "divided-by-samples-only",
        _made(total=lambda c: np.sum(c) / len(c)),
        PER_UNIT,
        PER_UNIT_HINT,
    ),
    Mistake(
        "no-clipping",
        _made(clip=_unclipped),
        "Where a prediction is exactly 0 or 1, you take the logarithm of 0.",
        LOG_ZERO_HINT,
        also=(
            _made(_chosen, clip=_unclipped),
            _made(lambda y, p: np.nan_to_num(_entries(y, p)), clip=_unclipped),
            _made(lambda y, p: np.nan_to_num(_chosen(y, p), posinf=0), clip=_unclipped),
            _made(total=lambda c: np.nan_to_num(np.mean(c)), clip=_unclipped),
        ),
    ),
    Mistake(
        "clipped-below-only",
        _made(clip=np.maximum),
        "You keep p away from 0, but not away from 1.",
        "There are two logarithms in the formula. For which p is the second one infinite?",
    ),
    Mistake(
        "clipped-above-only",
        _made(clip=lambda p, epsilon: np.minimum(p, 1 - epsilon)),
        "You keep p away from 1, but not away from 0.",
        "There are two logarithms in the formula. For which p is the first one infinite?",
    ),
    Mistake("epsilon-added", _added, EPSILON_ADDED, EPSILON_ADDED_HINT),
    Mistake(
        "epsilon-unused",
        _own_epsilon(1e-7),
        EPSILON_UNUSED,
        EPSILON_UNUSED_HINT,
        also=tuple(_own_epsilon(epsilon) for epsilon in EPSILONS[1:]),
    ),
    Mistake(
        "wrong-base",
        _made(total=lambda c: np.mean(c) / np.log(2)),
        WRONG_BASE,
        WRONG_BASE_HINT,
        also=(_made(total=lambda c: np.mean(c) / np.log(10)),),
    ),
    Mistake(
        "arguments-exchanged",
        _exchanged(_clipped),
        EXCHANGED,
        EXCHANGED_HINT,
        also=(_exchanged(lambda p, epsilon: np.clip(p, epsilon, 1 - epsilon)),),
    ),
    Mistake(
        "squared-error",
        _made(lambda y, p: (p - y) ** 2),
        "You return the mean squared error.",
        "Which cost belongs to a sigmoid output?",
        also=(_made(lambda y, p: (p - y) ** 2, clip=_unclipped),),
    ),
    Mistake(
        "no-logarithm",
        _made(lambda y, p: -_likelihood(y, p)),
        NO_LOGARITHM,
        NO_LOGARITHM_HINT,
        also=(
            _made(_likelihood),
            _made(lambda y, p: 1 - _likelihood(y, p)),
            _made(lambda y, p: np.abs(y - p), clip=_unclipped),
        ),
    ),
    Mistake(
        "error-rate",
        _made(lambda y, p: (p >= 0.5) != y, clip=_unclipped),
        "You count wrong decisions; how sure the prediction was makes no difference.",
        "Should p = 0.6 and p = 0.99 cost the same when the label is 1?",
    ),
    Mistake(
        "logarithm-of-the-mean",
        _made(_likelihood, total=lambda c: -np.log(np.mean(c))),
        "You average the probabilities first and take the logarithm of their mean.",
        "What comes first in the formula, read from the inside out?",
    ),
    Mistake(
        "several-means",
        _made(total=lambda c: np.mean(c, axis=0)),
        "Where there are several units, you return several costs.",
        "Over which axes does the mean run when the labels are a table?",
        also=(_made(total=lambda c: np.mean(c, axis=-1)),),
    ),
    Mistake("not-averaged", _made(total=np.asarray), NOT_AVERAGED, NOT_AVERAGED_HINT),
)

BINARY_CROSSENTROPY = Exercise(
    id="binary-crossentropy",
    title="The binary cross-entropy",
    points=2,
    reference=reference.binary_crossentropy,
    arguments=("y_true", "y_pred", "epsilon"),
    cases=_binary_cases,
    # In float32, 1 - 1e-7 is off by a fifth of epsilon: certain and right costs 1e-7 or 1.2e-7.
    tolerance=Tolerance(atol=1e-6),
    read_again="Yes or no: sigmoid output and binary cross-entropy",
    mistakes=BINARY_MISTAKES,
)
