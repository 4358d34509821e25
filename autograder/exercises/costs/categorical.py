"""The categorical cross-entropy of a row of probabilities."""

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
    SUM,
    SUM_HINT,
    TWICE,
    TWICE_HINT,
    WRONG_BASE,
    WRONG_BASE_HINT,
    Array,
    Rng,
    labels,
    rows_of_probabilities,
)
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import losses as reference
from course_lib.activations import softmax


def _categorical_cases(rng: Rng) -> list[Case]:
    def draw(n: int, k: int) -> tuple[Array, Array]:
        return np.eye(k)[labels(rng, n, k)], rows_of_probabilities(rng, n, k)

    y, p = draw(6, 3)
    wrong = np.eye(4)[[1, 0, 2]], np.eye(4)[[1, 3, 2]]
    return [
        Case(
            "a small example",
            (np.array([[0, 1, 0], [1, 0, 0]]), np.array([[0.2, 0.5, 0.3], [0.9, 0.1, 0.0]])),
            show=True,
        ),
        Case("more samples than classes", draw(7, 3)),
        Case("more classes than samples", draw(3, 6)),
        Case("as many classes as samples", draw(4, 4)),
        Case("two classes", draw(6, 2)),
        Case("one sample", draw(1, 5)),
        Case("integer targets", (y.astype(int), rows_of_probabilities(rng, 6, 3))),
        Case("float32 inputs", (y.astype(np.float32), p.astype(np.float32))),
        Case("certain and right", (np.eye(3), np.eye(3))),
        Case("certain, and wrong about one sample", wrong),
        Case("certain, and wrong about one sample, epsilon = 0.01", (*wrong, 0.01)),
        Case("epsilon = 0.25", (*draw(5, 3), 0.25)),
        Case(
            "integer predictions, epsilon = 0.125",
            (np.eye(3, dtype=int)[[0, 2]], np.eye(3, dtype=int)[[0, 1]], 0.125),
        ),
    ]


def _clipped(p: Any, epsilon: float) -> Array:
    kept: Array = np.clip(np.asarray(p, dtype=float), epsilon, 1 - epsilon)
    return kept


def _entries(y: Any, p: Any) -> Array:
    costs: Array = -y * np.log(p)
    return costs


def _binary_entries(y: Any, p: Any) -> Array:
    costs: Array = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return costs


def _per_sample(costs: Any) -> Any:
    return np.mean(np.sum(costs, axis=1))


def _made(
    entries: Callable[[Any, Any], Any] = _entries,
    total: Callable[[Any], Any] = _per_sample,
    clip: Callable[[Any, float], Any] = _clipped,
) -> Callable[..., Any]:
    """The cost with exchangeable parts, from which the wrong costs are made."""

    def cost(y_one_hot: Any, y_pred: Any, epsilon: float = EPSILON) -> Any:
        with np.errstate(all="ignore"):
            return total(entries(np.asarray(y_one_hot), clip(np.asarray(y_pred), epsilon)))

    return cost


def _own_epsilon(epsilon: float) -> Callable[..., Any]:
    return _made(clip=lambda p, given: _clipped(p, epsilon))


def _unclipped(p: Any, epsilon: float) -> Any:
    return np.asarray(p, dtype=float)


def _of_the_right_class(y: Any, p: Any) -> Any:
    return np.sum(y * p, axis=1)


def _surprise(y: Any, p: Any) -> Any:
    return -np.log(_of_the_right_class(y, p))


CATEGORICAL_MISTAKES = (
    Mistake(
        "divided-by-all-entries",
        _made(total=np.mean),
        "You divide by all entries of the table. The classes of one sample make one cost together.",
        "If a hundred classes were added that never occur, should the cost become smaller?",
    ),
    Mistake("sum-instead-of-mean", _made(total=np.sum), SUM, SUM_HINT),
    Mistake(
        "divided-twice",
        _made(total=lambda c: _per_sample(c) / len(c)),
        TWICE,
        TWICE_HINT,
    ),
    Mistake(
        "divided-by-classes",
        _made(total=lambda c: np.mean(np.sum(c, axis=0))),
        "You divide by the number of classes in the place of the number of samples.",
        "Which axis is summed and which is averaged?",
    ),
    Mistake("missing-minus", _made(lambda y, p: y * np.log(p)), MINUS, MINUS_HINT),
    Mistake(
        "no-clipping",
        _made(clip=_unclipped),
        "Where a probability is exactly 0, you take its logarithm.",
        LOG_ZERO_HINT,
        also=(
            _made(_surprise, np.mean, _unclipped),
            _made(lambda y, p: np.nan_to_num(_entries(y, p)), clip=_unclipped),
            _made(lambda y, p: np.where(y == 1, -np.log(p), 0), clip=_unclipped),
            _made(total=lambda c: np.nan_to_num(_per_sample(c)), clip=_unclipped),
        ),
    ),
    Mistake(
        "clipped-below-only",
        _made(clip=np.maximum),
        "You keep p away from 0, but not away from 1.",
        "At which two ends does the text say that p is clipped?",
    ),
    Mistake(
        "epsilon-added",
        _made(clip=lambda p, epsilon: p + epsilon),
        EPSILON_ADDED,
        EPSILON_ADDED_HINT,
    ),
    Mistake(
        "epsilon-unused",
        _own_epsilon(1e-7),
        EPSILON_UNUSED,
        EPSILON_UNUSED_HINT,
        also=tuple(_own_epsilon(epsilon) for epsilon in EPSILONS[1:]),
    ),
    Mistake(
        "binary-cost",
        _made(_binary_entries),
        "This is the binary cross-entropy: your cost has a second term, for the wrong classes.",
        "The row sums to 1. Does the probability of the right class leave anything to be charged?",
        also=(_made(_binary_entries, np.mean),),
    ),
    Mistake(
        "every-class-charged",
        _made(lambda y, p: -np.log(p)),
        "Every class is charged, the right one and the wrong ones: the targets are left out.",
        "Which of the logarithms of a row should count?",
        also=(_made(lambda y, p: -np.log(p), np.mean),),
    ),
    Mistake(
        "targets-ignored",
        _made(lambda y, p: -np.log(np.max(p, axis=1)), np.mean),
        "You charge the class that the network prefers, whatever the target is.",
        "What should it cost to be sure of the wrong class?",
    ),
    Mistake(
        "softmax-once-more",
        _made(clip=lambda p, epsilon: _clipped(softmax(p), epsilon)),
        "You take the softmax of what are probabilities already.",
        "What do the rows that you are given sum to?",
    ),
    Mistake(
        "arguments-exchanged",
        lambda y_one_hot, y_pred, epsilon=EPSILON: _made()(y_pred, y_one_hot, epsilon),
        EXCHANGED,
        EXCHANGED_HINT,
    ),
    Mistake(
        "no-logarithm",
        _made(lambda y, p: -y * p),
        NO_LOGARITHM,
        NO_LOGARITHM_HINT,
        also=(
            _made(lambda y, p: y * p),
            _made(lambda y, p: 1 - _of_the_right_class(y, p), np.mean),
            _made(lambda y, p: y * (1 - p)),
        ),
    ),
    Mistake(
        "logarithm-of-the-mean",
        _made(_of_the_right_class, lambda c: -np.log(np.mean(c))),
        "You average the probabilities first and take the logarithm of their mean.",
        "What comes first in the formula, read from the inside out?",
    ),
    Mistake(
        "squared-error",
        _made(lambda y, p: (p - y) ** 2),
        "You return a squared error.",
        "Which cost belongs to a softmax output?",
        also=(
            _made(lambda y, p: (p - y) ** 2, np.mean),
            _made(lambda y, p: (p - y) ** 2, _per_sample, _unclipped),
            _made(lambda y, p: (p - y) ** 2, np.mean, _unclipped),
        ),
    ),
    Mistake(
        "error-rate",
        _made(lambda y, p: np.argmax(y, axis=1) != np.argmax(p, axis=1), np.mean, _unclipped),
        "You count wrong decisions; how sure the prediction was makes no difference.",
        "Should the right class cost the same at 0.4 and at 0.99, as long as it is the largest?",
    ),
    Mistake(
        "wrong-base",
        _made(total=lambda c: _per_sample(c) / np.log(2)),
        WRONG_BASE,
        WRONG_BASE_HINT,
        also=(_made(total=lambda c: _per_sample(c) / np.log(10)),),
    ),
    Mistake(
        "not-averaged",
        _made(total=lambda c: np.sum(c, axis=1)),
        NOT_AVERAGED,
        NOT_AVERAGED_HINT,
        also=(_made(total=np.asarray), _made(total=lambda c: np.sum(c, axis=0))),
    ),
)

CATEGORICAL_CROSSENTROPY = Exercise(
    id="categorical-crossentropy",
    title="The categorical cross-entropy",
    points=2,
    reference=reference.categorical_crossentropy,
    arguments=("y_one_hot", "y_pred", "epsilon"),
    cases=_categorical_cases,
    # In float32, 1 - 1e-7 is off by a fifth of epsilon: certain and right costs 1e-7 or 1.2e-7.
    tolerance=Tolerance(atol=1e-6),
    read_again="Categorical cross-entropy",
    mistakes=CATEGORICAL_MISTAKES,
)
