"""Mini-batches: any random order is right, so what is judged are the properties of the batches."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.exercises.backprop.drawing import Array, Rng
from autograder.exercises.backprop.picking import (
    blocks_shuffled,
    choice_per_batch,
    drawn_anew,
    drawn_full,
    filled_with_last,
    floor_drawn,
    from_orders,
    order_per_batch,
    permuted,
    picked,
    split,
    swapped,
    unshuffled,
    within_blocks,
    without_end,
    wrapped,
)
from autograder.exercises.model import Case, Exercise, Mistake
from autograder.exercises.regularization.chance import own_generators
from autograder.matching import numbers
from autograder.probes import Foreign
from autograder.probes.materials import generator
from course_lib import backprop as reference

ENOUGH = 20
"""From so many samples on, a random order that looks like none has a chance below 1e-9: 2 of the
n! orders are sorted, upwards or downwards, and some forty are those of other generators."""


def _cases(rng: Rng) -> list[Case]:
    def draw(n: int, d: int, dtype: Any = np.float64) -> tuple[Array, Array]:
        X = rng.integers(-40, 40, size=(n, d)) / 4
        X[:, 0] = rng.permutation(n) + 1
        return X.astype(dtype), rng.permutation(n)

    def seed() -> dict[str, Any]:
        return generator(int(rng.integers(10**6, 2**31)))

    images = rng.integers(0, 9, size=(24, 2, 3)).astype(float)
    images[:, 0, 0] = np.arange(24)
    return [
        Case("24 samples in batches of 8", (*draw(24, 3), 8, seed())),
        Case("50 samples in batches of 8", (*draw(50, 2), 8, seed())),
        Case("10 samples in batches of 3", (*draw(10, 4), 3, seed())),
        Case("31 samples in batches of 30", (*draw(31, 2), 30, seed())),
        Case("batches of one", (*draw(21, 2), 1, seed())),
        Case("one batch for all", (*draw(40, 3), 40, seed())),
        Case("a batch size beyond the number of samples", (*draw(22, 3), 100, seed())),
        Case("one sample", (*draw(1, 3), 4, seed())),
        Case("one feature", (*draw(27, 1), 5, seed())),
        Case("integer inputs", (*draw(26, 2, np.int64), 4, seed())),
        Case("float32 inputs", (*draw(25, 2, np.float32), 6, seed())),
        Case("a stack of images", (images, rng.permutation(24), 7, seed())),
    ]


def _properties(case: Case, value: Any) -> tuple[Any, str, str, str]:
    """Sizes of the batches; whether each row came once; pairs kept; in which order they came."""
    if isinstance(value, Foreign):
        return np.zeros(0), "without end", "", ""
    if value is None:
        raise ValueError("something to loop over must come back, not None (is there a return?)")
    X, y = np.asarray(case.args[0]), np.asarray(case.args[1])
    batches = [_pair(item) for item in value]
    sizes = np.array([len(rows) for rows, _ in batches])
    index = {tuple(row): i for i, row in enumerate(_flat(X))}
    found = [[index.get(tuple(row), -1) for row in _flat(rows)] for rows, _ in batches]
    of_labels = [np.atleast_1d(labels) for _, labels in batches]
    together = all(_belong(y, i, labels) for i, labels in zip(found, of_labels, strict=True))
    order = [i for batch in found for i in batch]
    return (
        sizes,
        _completeness(order, len(X)),
        "together" if together else "apart",
        _order(found, order) if len(X) >= ENOUGH else "shuffled",
    )


def _pair(item: Any) -> tuple[Array, Array]:
    if not isinstance(item, list | tuple) or len(item) != 2:
        raise ValueError("each round of the loop must give a pair: (X_batch, y_batch)")
    rows, labels = numbers(item[0]), numbers(item[1])
    if rows is None or labels is None:
        raise ValueError("each round of the loop must give a pair of arrays: (X_batch, y_batch)")
    return np.atleast_1d(rows), labels


def _flat(rows: Array) -> list[list[float]]:
    flat: list[list[float]] = rows.reshape(len(rows), -1).tolist() if rows.size else []
    return flat


def _belong(y: Array, picked: list[int], labels: Array) -> bool:
    return len(picked) == len(labels) and all(
        i >= 0 and y[i] == label for i, label in zip(picked, labels.ravel(), strict=False)
    )


def _completeness(order: list[int], n: int) -> str:
    if -1 in order:
        return "rows that are none of X"
    twice, missing = len(set(order)) < len(order), len(set(order)) < n
    words = {
        (False, False): "each row once",
        (True, False): "rows twice",
        (False, True): "rows missing",
        (True, True): "rows twice and rows missing",
    }
    return words[twice, missing]


def _order(found: list[list[int]], order: list[int]) -> str:
    if order == sorted(order):
        return "as in X"
    if order == sorted(order, reverse=True):
        return "from last to first"
    sizes = [len(batch) for batch in found]
    if _is_rare(len(order), [len(found)]) and all(
        b - a == 1 for batch in found for a, b in pairwise(batch)
    ):
        return "only the batches are shuffled"
    if _is_rare(len(order), sizes) and sorted(order) == [i for one in found for i in sorted(one)]:
        return "shuffled within the batches only"
    if any(np.array_equal(order, other) for other in _orders_of_others(len(order))):
        return "another generator than rng"
    return "shuffled"


def _is_rare(n: int, free: list[int]) -> bool:
    """Whether a random order of n is so with P < 1e-9 when only groups of these sizes are free.

    Of the n! orders, those that shuffle only within the batches number the product of sizes! (each
    batch keeps its samples), and those that shuffle only the batches number batches! at most. For
    24 samples in batches of 8 that is 8!^3 / 24! = 1.1e-10, the largest share of all cases that
    are judged: batches of 7 have 7!^3 3! / 24! = 1.2e-12, 25 samples in batches of 6 have
    6!^4 / 25! = 1.7e-14. Nothing is said of 31 samples in batches of 30, where every 31st order
    leaves the last sample last (30! / 31!), of a single batch (n! / n!), nor of the order of
    batches of one (n! / n!).
    """
    ways = sum(math.lgamma(size + 1) for size in free)
    return ways - math.lgamma(n + 1) < math.log(1e-9)


@cache
def _orders_of_others(n: int) -> list[Array]:
    """What an answer draws that makes a generator of its own."""
    return [
        *own_generators(lambda source: source.permutation(n)),
        *own_generators(lambda source: np.argsort(source.uniform(size=n))),
        *own_generators(lambda source: source.choice(n, size=n, replace=False)),
    ]


def _own(X: Any, y: Any, batch_size: Any, rng: Any) -> Any:
    return list(reference.minibatches(X, y, batch_size, np.random.default_rng(0)))


MINIBATCHES = Exercise(
    id="minibatches",
    title="Mini-batches in random order",
    points=2,
    reference=reference.minibatches,
    arguments=("X", "y", "batch_size", "rng"),
    returns=(
        "the list of the sizes of the batches",
        "the set of rows that came",
        "the pairing of rows and labels",
        "the order of the samples",
    ),
    cases=_cases,
    probe="iterate",
    view=_properties,
    read_again="A handful at a time",
    mistakes=(
        Mistake(
            "shuffled-separately",
            from_orders(labels=permuted),
            "Rows and labels are shuffled each by themselves: afterwards most rows carry the label "
            "of another one.",
            "A row and its label must travel together. How many random orders do you draw?",
            also=(from_orders(labels=unshuffled), from_orders(unshuffled, permuted)),
        ),
        Mistake(
            "last-batch-dropped",
            from_orders(starts=lambda n, size: range(0, n - size + 1, size)),
            "When the batch size does not divide the number of samples, the last, shorter batch is "
            "dropped.",
            "How many samples does your loop visit when there are 10 and a batch has 3?",
        ),
        Mistake(
            "last-sample-dropped",
            from_orders(starts=lambda n, size: range(0, n - 1, size)),
            "A last batch of one single sample is dropped.",
            "Where does your loop over the starting points end, and is the end included?",
        ),
        Mistake(
            "not-shuffled",
            from_orders(unshuffled),
            "The samples come in the order in which they stand in X.",
            "What is the generator for?",
        ),
        Mistake(
            "own-generator",
            _own,
            "You draw from a generator of your own, which begins anew in each call: every epoch "
            "comes in the same order. The generator `rng` is handed over for this.",
            "What does `rng` do in your function?",
        ),
        Mistake(
            "reversed",
            from_orders(lambda n, rng: np.arange(n)[::-1]),
            "The samples come from last to first; that is no random order.",
            "What is the generator for?",
        ),
        Mistake(
            "only-batches-shuffled",
            picked(blocks_shuffled),
            "The batches come in random order, but within each the samples stand side by side as "
            "in X.",
            "If X is sorted by class, what does one of your batches contain?",
        ),
        Mistake(
            "shuffled-within-batches",
            picked(within_blocks),
            "You cut first and shuffle then: each batch holds the same samples in every epoch, in "
            "another order.",
            "If X is sorted by class, what does your first batch contain?",
        ),
        Mistake(
            "drawn-with-replacement",
            picked(drawn_anew),
            "You draw the samples with replacement: in one pass some come twice and others never.",
            "In one epoch every sample should come exactly once. Is that so when you draw "
            "independently?",
            also=(picked(drawn_full), picked(floor_drawn)),
        ),
        Mistake(
            "drawn-for-each-batch",
            picked(choice_per_batch),
            "You draw a new random order for every batch, so that one pass shows some samples "
            "twice and others never.",
            "How many random orders does one epoch need?",
            also=(picked(order_per_batch),),
        ),
        Mistake(
            "last-batch-filled-up",
            picked(wrapped),
            "You fill the last batch up with samples that have already come.",
            "The last batch may be shorter than the others. What should it hold?",
            also=(picked(filled_with_last),),
        ),
        Mistake(
            "first-batch-only",
            from_orders(starts=lambda n, size: range(1)),
            "Only one batch comes: the function ends in the first round of its loop.",
            "What does a return do to a loop, and what would a list or a yield do instead?",
        ),
        Mistake(
            "size-taken-for-number",
            split(lambda n, size: size),
            "You take the batch size for the number of batches.",
            "With 50 samples and a batch size of 8, how many samples should the first batch hold?",
        ),
        Mistake(
            "evened-out",
            split(lambda n, size: -(-n // size)),
            "Your batches are all about equally long. Every batch but the last should have exactly "
            "the size that is asked for.",
            "With 10 samples and a batch size of 3, what are the four sizes?",
            also=(split(lambda n, size: max(1, n // size)),),
        ),
        Mistake(
            "size-ignored",
            from_orders(size_used=lambda n, size: 1),
            "The batch size has no influence: every sample comes alone.",
            "Where in your function does the batch size appear?",
            also=(from_orders(size_used=lambda n, size: n),),
        ),
        Mistake(
            "empty-batch",
            from_orders(starts=lambda n, size: range(0, n + 1, size)),
            "When the batch size divides the number of samples, an empty batch comes last.",
            "Write down the starting points of your loop for 24 samples in batches of 8.",
            also=(from_orders(starts=lambda n, size: range(0, (n // size + 1) * size, size)),),
        ),
        Mistake(
            "one-sample-short",
            from_orders(size_used=lambda n, size: size, rows=lambda n, rng: rng.permutation(n - 1)),
            "One sample never comes: your random order leaves out one index.",
            "Which indices does a random order of n samples contain?",
        ),
        Mistake(
            "pair-swapped",
            swapped,
            "Each pair comes the wrong way round: labels first.",
            "The rows come first: (X_batch, y_batch).",
        ),
        Mistake(
            "without-end",
            without_end,
            "Your batches never end: after one pass over the samples another one begins.",
            "Who decides how many epochs there are, this function or the loop that calls it?",
        ),
    ),
)
