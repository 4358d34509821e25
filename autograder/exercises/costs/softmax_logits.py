"""The categorical cross-entropy straight from the logits, with integer labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.costs.drawing import (
    EPSILONS,
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
    Array,
    Rng,
    labels,
)
from autograder.exercises.model import Case, Exercise, Mistake, Tolerance
from course_lib import losses as reference
from course_lib.activations import sigmoid, softmax


def _softmax_cases(rng: Rng) -> list[Case]:
    def draw(n: int, k: int) -> tuple[Array, Array]:
        return labels(rng, n, k), rng.normal(scale=2.0, size=(n, k))

    y, z = draw(6, 4)
    twice = np.append(labels(rng, 3, 4), 0)  # with each class once, exchanged rows cancel
    ends = np.array([[1000.0, -1000.0, 0.0], [-1000.0, 1000.0, 0.0]])
    apart = np.array([[1000.0, 999.0, 998.0], [-1000.0, -999.0, -998.0]])
    return [
        Case(
            "a small example",
            (np.array([0, 2]), np.array([[2.0, 0.0, 1.0], [0.0, 0.0, 0.0]])),
            show=True,
        ),
        Case("more samples than classes", draw(7, 3)),
        Case("more classes than samples", draw(3, 6)),
        Case("as many classes as samples", (twice, draw(4, 4)[1])),
        Case("one sample", draw(1, 5)),
        Case("one class", (np.zeros(5, int), rng.normal(size=(5, 1)))),
        Case("all labels the same", (np.full(5, 2), rng.normal(size=(5, 4)))),
        Case("labels as bytes (uint8)", (labels(rng, 6, 3).astype(np.uint8), draw(6, 3)[1])),
        Case("integer logits", (labels(rng, 6, 3), rng.integers(-4, 5, size=(6, 3)))),
        Case("float32 logits", (y, z.astype(np.float32))),
        Case("wrong by 40", (np.array([1, 0]), np.array([[40.0, 0.0, -3.0], [0.0, 1.0, 38.0]]))),
        Case("logits around 1000", (labels(rng, 4, 3), 1e3 + rng.integers(-3, 4, size=(4, 3)))),
        Case("logits around -1000", (labels(rng, 3, 4), rng.integers(-3, 4, size=(3, 4)) - 1e3)),
        Case("one row around 1000, one around -1000", (np.array([1, 0]), apart)),
        Case("right, z = ±1000", (np.array([0, 1]), ends)),
        Case("wrong, z = ±1000", (np.array([1, 2]), ends)),
    ]


def _peak(z: Any, axis: int | None = 1) -> Any:
    return np.max(z, axis=axis, keepdims=True)


def _log_sum(e: Any) -> Any:
    return np.log(np.sum(e, axis=1, keepdims=True))


def _log_p(z: Any) -> Any:
    z = z - _peak(z)
    return z - _log_sum(np.exp(z))


def _flat_log_p(z: Any) -> Any:
    """The sums of the rows have lost their axis."""
    return z - np.log(np.sum(np.exp(z), axis=1))


def _ratio(z: Any, shift: Any) -> Any:
    e = np.exp(z - shift)
    return e / np.sum(e, axis=1, keepdims=True)


def _right(log_p: Any, y: Any) -> Any:
    return -log_p[np.arange(len(y)), y]


def _rows(log_p: Any, y: Any) -> Any:
    """-y log p with y as one-hot rows: 0 times minus infinity is nan."""
    return -np.sum(_one_hot(y, log_p) * log_p, axis=1)


def _one_hot(y: Any, like: Any) -> Array:
    table: Array = np.eye(like.shape[1])[y]
    return table


def _made(
    log_p: Callable[[Any], Any] = _log_p,
    pick: Callable[[Any, Any], Any] = _right,
    total: Callable[[Any], Any] = np.mean,
) -> Callable[..., Any]:
    """The cost with exchangeable parts, from which the wrong costs are made."""

    def cost(y: Any, z: Any) -> Any:
        with np.errstate(all="ignore"):
            return total(pick(log_p(np.asarray(z, dtype=float)), np.asarray(y)))

    return cost


def _clipped(epsilon: float) -> Callable[..., Any]:
    return _made(lambda z: np.log(np.clip(softmax(z), epsilon, 1 - epsilon)))


def _lifted(epsilon: float) -> Callable[..., Any]:
    return _made(lambda z: np.log(softmax(z) + epsilon))


def _cut(bound: float) -> Callable[..., Any]:
    return _made(lambda z: _log_p(np.clip(z, -bound, bound)))


def _read_as_probability(epsilon: float) -> Callable[..., Any]:
    return _made(lambda z: np.log(np.clip(z, epsilon, 1 - epsilon)))


def _binary(total: Callable[[Any], Any]) -> Callable[..., Any]:
    """Softmax, and then the binary cross-entropy of every entry."""

    def entries(p: Any, y: Any) -> Any:
        t = _one_hot(y, p)
        return -(t * np.log(p) + (1 - t) * np.log(1 - p))

    return _made(lambda z: np.clip(softmax(z), 1e-7, 1 - 1e-7), entries, total)


def _per_sample(costs: Any) -> Any:
    return np.sum(costs) / len(costs)


SOFTMAX_LOGITS_MISTAKES = (
    Mistake(
        "along-axis-0",
        _made(lambda z: _log_p(z.T).T),
        "Your softmax runs down the columns: the samples compete with each other.",
        "A batch is rows. Among which numbers of the table is one class to be chosen?",
        also=(
            _made(lambda z: z - np.log(np.sum(np.exp(z), axis=0))),
            _made(lambda z: np.log(np.exp(z) / np.sum(np.exp(z), axis=0))),
            _made(lambda z: z - _peak(z) - np.log(np.sum(np.exp(z - _peak(z)), axis=0))),
            _made(lambda z: np.log(softmax(z.T).T)),
        ),
    ),
    Mistake(
        "global-maximum",
        _made(lambda z: z - np.max(z) - _log_sum(np.exp(z - np.max(z)))),
        "You subtract one maximum of the whole table. A row that lies far below it has only "
        "exponentials of 0 left, and the logarithm of their sum is infinite.",
        "Whose largest exponent must be 0, so that no row's sum can vanish?",
        also=(_made(lambda z: np.log(_ratio(z, np.max(z)))),),
    ),
    Mistake(
        "no-max-shift",
        _made(lambda z: z - _log_sum(np.exp(z))),
        "For large logits your exponentials are infinite, for very negative ones they are all 0.",
        "What may be subtracted from a whole row without changing its softmax?",
        also=(
            _made(lambda z: np.log(_ratio(z, 0.0))),
            _made(lambda z: np.log(_ratio(z, 0.0)), _rows),
        ),
    ),
    Mistake(
        "log-of-zero",
        _made(lambda z: np.log(softmax(z))),
        "Your softmax is safe, but you take its logarithm afterwards: a probability that has "
        "become 0 costs infinitely much.",
        "The logarithm of a quotient is a difference. Which exponential does it undo?",
        also=(_made(lambda z: np.log(softmax(z)), _rows),),
    ),
    Mistake(
        "clipped",
        _clipped(1e-7),
        "Your cost never grows beyond a certain number: something is clipped on the way.",
        "What should it cost if the right class lies 2000 below the highest?",
        also=(
            *(_clipped(epsilon) for epsilon in EPSILONS[1:]),
            *(_lifted(epsilon) for epsilon in EPSILONS),
            *(_cut(bound) for bound in (20, 30, 50, 100, 500, 700, 709)),
        ),
    ),
    Mistake(
        "softmax-twice",
        _made(lambda z: _log_p(softmax(z))),
        "The softmax is taken twice: its output is used as logits once more.",
        "How near to 0 can your cost come, if the inner numbers lie between 0 and 1?",
    ),
    Mistake(
        "logits-as-probabilities",
        _read_as_probability(1e-7),
        "You take the logarithm of the logits as if they were probabilities.",
        "Do the rows that you are given sum to 1?",
        also=(
            *(_read_as_probability(epsilon) for epsilon in EPSILONS[1:]),
            _made(np.log),
        ),
    ),
    Mistake(
        "binary-cost",
        _binary(np.mean),
        "You join a softmax with the binary cross-entropy, which charges the wrong classes as "
        "well.",
        "The row sums to 1. Does the probability of the right class leave anything to be charged?",
        also=(_binary(_per_sample),),
    ),
    Mistake(
        "sigmoid-instead-of-softmax",
        _made(lambda z: -np.logaddexp(0.0, -z)),
        "Each unit answers by itself: you use a sigmoid, and the other logits have no influence.",
        "If the logit of a wrong class rises, should the cost stay the same?",
        also=(_made(lambda z: np.log(sigmoid(z))),),
    ),
    Mistake(
        "denominator-forgotten",
        _made(lambda z: z),
        "You return the (negative) logit of the right class; the other classes are missing.",
        "What is the logarithm of a quotient?",
        also=(_made(lambda z: z - _peak(z)),),
    ),
    Mistake(
        "maximum-not-restored",
        _made(lambda z: z - _log_sum(np.exp(z - _peak(z)))),
        "You subtract the maximum in one place and use the unshifted logits in the other.",
        "Which terms of the difference have been shifted, and which have not?",
        also=(
            _made(lambda z: z - _peak(z) - _log_sum(np.exp(z))),
            _made(lambda z: z - 2 * _peak(z) - _log_sum(np.exp(z - _peak(z)))),
        ),
    ),
    Mistake(
        "every-pair",
        _made(pick=lambda log_p, y: -log_p[:, y]),
        "You pick the classes of all labels from every row: n × n numbers, not n.",
        "Print the shape of what you pick. Which row belongs to which label?",
        also=(_made(pick=lambda log_p, y: -log_p[:, y], total=_per_sample),),
    ),
    Mistake(
        "divided-by-all-entries",
        _made(total=np.sum, pick=lambda log_p, y: _right(log_p, y) / log_p.shape[1] / len(y)),
        "You divide by all entries of the table. One sample is one cost, however many classes.",
        "If a hundred classes were added that never occur, should the cost become smaller?",
    ),
    Mistake("sum-instead-of-mean", _made(total=np.sum), SUM, SUM_HINT),
    Mistake("divided-twice", _made(total=lambda c: np.mean(c) / len(c)), TWICE, TWICE_HINT),
    Mistake("missing-minus", _made(lambda z: -_log_p(z)), MINUS, MINUS_HINT),
    Mistake(
        "counted-from-one",
        _made(pick=lambda log_p, y: _right(log_p, y.astype(int) - 1)),
        "You charge the class before the right one.",
        "From which number do the labels count?",
    ),
    Mistake(
        "labels-ignored",
        _made(pick=lambda log_p, y: -np.max(log_p, axis=1)),
        "You charge the class that the network prefers, whatever the label is.",
        "What should it cost to be sure of the wrong class?",
    ),
    Mistake(
        "every-class-charged",
        _made(pick=lambda log_p, y: -np.sum(log_p, axis=1)),
        "Every class is charged, the right one and the wrong ones: the labels are left out.",
        "Which of the logarithms of a row should count?",
        also=(_made(pick=lambda log_p, y: -log_p),),
    ),
    Mistake(
        "no-logarithm",
        _made(softmax),
        NO_LOGARITHM,
        NO_LOGARITHM_HINT,
        also=(
            _made(lambda z: -softmax(z)),
            _made(lambda z: softmax(z) - 1),
        ),
    ),
    Mistake(
        "no-keepdims",
        _made(lambda z: _flat_log_p(z - np.max(z, axis=1))),
        "The maximum or the sum of the rows has lost an axis. NumPy lays it along the columns, "
        "or gives up.",
        "Print the shape of what you subtract. Should it be a row or a column?",
        also=(
            _made(lambda z: _flat_log_p(z - _peak(z))),
            _made(lambda z: z - np.max(z, axis=1) - _log_sum(np.exp(z - np.max(z, axis=1)))),
            _made(_flat_log_p),
        ),
    ),
    Mistake("not-averaged", _made(total=np.asarray), NOT_AVERAGED, NOT_AVERAGED_HINT),
)

SOFTMAX_CROSSENTROPY_LOGITS = Exercise(
    id="softmax-crossentropy-logits",
    title="The softmax's cost from its logits",
    points=3,
    reference=reference.softmax_crossentropy_logits,
    arguments=("y", "z"),
    cases=_softmax_cases,
    # Costs near 0 keep few digits in float32, where the difference of two logits is rounded.
    tolerance=Tolerance(atol=1e-6),
    read_again="The softmax's cost from its logits",
    mistakes=SOFTMAX_LOGITS_MISTAKES,
)
