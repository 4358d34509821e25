"""The binary cross-entropy straight from the logits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import (
    EPSILONS,
    MINUS,
    MINUS_HINT,
    NOT_AVERAGED,
    NOT_AVERAGED_HINT,
    PER_UNIT,
    PER_UNIT_HINT,
    SUM,
    SUM_HINT,
    TWICE,
    TWICE_HINT,
    Array,
    Rng,
    targets,
)
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import losses as reference
from course_lib.activations import sigmoid, softmax


def _sigmoid_cases(rng: Rng) -> list[Case]:
    def draw(*shape: int) -> tuple[Array, Array]:
        return targets(rng, *shape), rng.normal(scale=2.0, size=shape)

    y, z = draw(6)
    sides = np.array([1000.0, -1000.0, 1000.0])
    return [
        Case("a small example", (np.array([1, 0]), np.array([0.0, 2.0])), show=True),
        Case("one unit", draw(7)),
        Case("several units", draw(5, 3)),
        Case("more units than samples", draw(3, 5)),
        Case("as many units as samples", draw(4, 4)),
        Case("one sample", (np.array([1]), rng.normal(size=1))),
        Case("a single column", draw(6, 1)),
        Case("all labels 0", (np.zeros(4, int), rng.normal(size=4))),
        Case("all labels 1", (np.ones(5, int), rng.normal(size=5))),
        Case("integer logits", (targets(rng, 6), rng.integers(-4, 5, size=6))),
        Case("float32 inputs", (y.astype(np.float32), z.astype(np.float32))),
        Case("wrong by 25 to 60", (np.array([0, 1, 0]), np.array([25.0, -60.0, 40.0]))),
        Case("right, z = ±1000", (np.array([1, 0, 1]), sides)),
        Case("wrong, z = ±1000", (np.array([0, 1, 0]), sides)),
        Case("wrong, z = -1000 and -900", (np.array([1, 1, 1, 0]), -np.array([1e3, 900, 0, 1]))),
    ]


def _softplus(z: Any) -> Any:
    return np.logaddexp(0.0, z)


def _entries(y: Any, z: Any) -> Any:
    return y * _softplus(-z) + (1 - y) * _softplus(z)


def _of_probability(y: Any, p: Any) -> Any:
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def _chosen(y: Any, p: Any, q: Any) -> Any:
    return np.where(y == 1, -np.log(p), -np.log(q))


def _made(
    entries: Callable[[Any, Any], Any] = _entries, total: Callable[[Any], Any] = np.mean
) -> Callable[..., Any]:
    """The cost with exchangeable parts, from which the wrong costs are made."""

    def cost(y_true: Any, z: Any) -> Any:
        with np.errstate(all="ignore"):
            return total(entries(y_true, z))

    return cost


def _clipped_at(epsilon: float) -> Callable[..., Any]:
    return _made(lambda y, z: _of_probability(y, np.clip(sigmoid(z), epsilon, 1 - epsilon)))


def _cut_at(bound: float) -> Callable[..., Any]:
    return _made(lambda y, z: _entries(y, np.clip(z, -bound, bound)))


def _read_as_probability(epsilon: float, dtype: type | None = None) -> Callable[..., Any]:
    """In float32, unless `dtype` says otherwise, 1 - 1e-7 is 1.2e-7 away from 1."""
    return _made(
        lambda y, z: _of_probability(y, np.clip(np.asarray(z, dtype), epsilon, 1 - epsilon))
    )


def _safe(
    hinge: Callable[[Any], Any] = lambda z: np.maximum(z, 0),
    product: Callable[[Any, Any], Any] = lambda y, z: y * z,
    rest: Callable[[Any], Any] = lambda z: np.log1p(np.exp(-np.abs(z))),
) -> Callable[..., Any]:
    """The well-known safe form, max(z, 0) - y z + log(1 + exp(-|z|)), in parts."""
    return _made(lambda y, z: hinge(z) - product(y, z) + rest(z))


SIGMOID_LOGITS_MISTAKES = (
    Mistake(
        "logits-as-probabilities",
        _read_as_probability(1e-7),
        "You put the logits into the cost as if they were probabilities: the sigmoid is missing.",
        "What is a logit of 0 as a probability?",
        also=(
            *(_read_as_probability(epsilon) for epsilon in EPSILONS[1:]),
            *(_read_as_probability(epsilon, float) for epsilon in EPSILONS),
            _made(_of_probability),
        ),
    ),
    Mistake(
        "sigmoid-twice",
        _made(lambda y, z: _entries(y, sigmoid(z))),
        "The sigmoid is taken twice: its output is used as a logit once more.",
        "Between which two numbers can the probabilities of your cost lie?",
    ),
    Mistake(
        "log-of-zero",
        _made(lambda y, z: _of_probability(y, sigmoid(z))),
        "You compute the probability first. Where it has rounded to 0 or 1, its logarithm is "
        "infinite.",
        "The logarithm undoes an exponential. Can the two be brought together on paper?",
        also=(
            _made(lambda y, z: _of_probability(y, 1 / (1 + np.exp(-z)))),
            _made(lambda y, z: _chosen(y, sigmoid(z), 1 - sigmoid(z))),
            _made(lambda y, z: np.nan_to_num(_of_probability(y, sigmoid(z)))),
        ),
    ),
    Mistake(
        "overflow",
        _made(lambda y, z: np.log(1 + np.exp(z)) - y * z),
        "Your cost is exact up to logits of some hundreds. Beyond that an exponential becomes "
        "infinite, or a probability 0.",
        "For a large z, what is log(1 + exp(z)) nearly equal to? Which part of it is small?",
        also=(
            _made(lambda y, z: y * np.log(1 + np.exp(-z)) + (1 - y) * np.log(1 + np.exp(z))),
            _made(lambda y, z: np.log(1 + np.exp(-z)) + (1 - y) * z),
            _made(lambda y, z: _chosen(y, sigmoid(z), sigmoid(-z))),
            _made(lambda y, z: np.log(1 + np.exp(np.where(y == 1, -z, z)))),
        ),
    ),
    Mistake(
        "clipped",
        _clipped_at(1e-7),
        "Your cost never grows beyond a certain number: something is clipped on the way.",
        "What should a logit of -1000 cost when the label is 1? And where is its gradient then?",
        also=(
            *(_clipped_at(epsilon) for epsilon in EPSILONS[1:]),
            *(_cut_at(bound) for bound in (10, 15, 16, 20, 30, 35, 36, 50, 100, 500, 700, 709)),
        ),
    ),
    Mistake(
        "dropped-term",
        _made(lambda y, z: y * _softplus(-z)),
        "Samples with label 0 cost nothing: the term with (1 - y) is missing.",
        "Which logit would be the cheapest, if it were given to all samples?",
    ),
    Mistake(
        "labels-swapped",
        _made(lambda y, z: _entries(y, -z)),
        "A large logit is charged where the label is 1: the sign of z is reversed.",
        "For a label of 1, which logits should cost nothing?",
    ),
    Mistake("missing-minus", _made(lambda y, z: -_entries(y, z)), MINUS, MINUS_HINT),
    Mistake("sum-instead-of-mean", _made(total=np.sum), SUM, SUM_HINT),
    Mistake("divided-twice", _made(total=lambda c: np.mean(c) / len(c)), TWICE, TWICE_HINT),
    Mistake(
        "divided-by-samples-only",
        _made(total=lambda c: np.sum(c) / len(c)),
        PER_UNIT,
        PER_UNIT_HINT,
    ),
    Mistake(
        "labels-ignored",
        _safe(product=lambda y, z: 0),
        "The labels have no influence on your cost.",
        "Should the same logit cost the same for both labels?",
    ),
    Mistake(
        "product-added",
        _safe(product=lambda y, z: -y * z),
        "The product of label and logit has the wrong sign.",
        "For a label of 1, should the cost rise or fall with z?",
    ),
    Mistake(
        "no-maximum",
        _safe(hinge=lambda z: 0),
        "The part that grows with a positive z is missing from your cost.",
        "What is left of your formula at z = 1000 and label 0?",
        also=(_safe(hinge=lambda z: z), _safe(hinge=np.abs)),
    ),
    Mistake(
        "no-absolute-value",
        _safe(rest=lambda z: np.log1p(np.exp(-z))),
        "The exponent in your logarithm has the sign of z: one half of the numbers is wrong.",
        "The same exponent must serve both signs of z. Which numbers are safe to exponentiate?",
        also=(_safe(rest=lambda z: np.log1p(np.exp(z))),),
    ),
    Mistake(
        "no-minus-in-exponent",
        _safe(rest=lambda z: np.log1p(np.exp(np.abs(z)))),
        "The minus before |z| is missing: your exponential grows on both sides of 0, where it "
        "should fade.",
        "How much should your logarithm add when the network is very sure, on either side?",
    ),
    Mistake(
        "hinge-only",
        _safe(rest=lambda z: 0),
        "Your cost has a corner at 0: the smooth part, with the logarithm, is missing.",
        "What should a logit of 0 cost, that is, the toss of a coin?",
    ),
    Mistake(
        "softmax-instead-of-sigmoid",
        _made(lambda y, z: _of_probability(y, np.clip(softmax(z), 1e-7, 1 - 1e-7))),
        "The units compete with each other: you use a softmax. Each of them is a question of its "
        "own here.",
        "May a photo have two tags at once? Then what must the probabilities not do?",
        also=(
            _made(lambda y, z: -y * np.log(softmax(z))),
            _made(lambda y, z: _of_probability(y, softmax(z))),
            _made(lambda y, z: -y * np.log(softmax(z)), lambda c: np.sum(c) / len(c)),
        ),
    ),
    Mistake("not-averaged", _made(total=np.asarray), NOT_AVERAGED, NOT_AVERAGED_HINT),
)

SIGMOID_CROSSENTROPY_LOGITS = Exercise(
    id="sigmoid-crossentropy-logits",
    title="The sigmoid's cost from its logit",
    points=2,
    reference=reference.sigmoid_crossentropy_logits,
    arguments=("y_true", "z"),
    cases=_sigmoid_cases,
    # Costs near 0 keep few digits when a float32 answer subtracts y z from softplus(z).
    tolerance=Tolerance(atol=1e-6),
    read_again="The sigmoid's cost from its logit",
    mistakes=SIGMOID_LOGITS_MISTAKES,
)
