"""Right shuffles of mini-batches are never refused by chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.exercises.backprop.batches import MINIBATCHES
from autograder.exercises.model import Case

Shuffle = Callable[[int, np.random.Generator], Any]
CASES = MINIBATCHES.draw(1957)[:-1]  # the last one is the first once more


def fisher_yates(n: int, rng: np.random.Generator) -> Any:
    order = np.arange(n)
    for last in range(n - 1, 0, -1):
        other = rng.integers(last + 1)
        order[[last, other]] = order[[other, last]]
    return order


SHUFFLES: dict[str, Shuffle] = {
    "permutation": lambda n, rng: rng.permutation(n),
    "sorted by random keys": lambda n, rng: np.argsort(rng.random(n)),
    "choice without replacement": lambda n, rng: rng.choice(n, n, replace=False),
    "Fisher-Yates": fisher_yates,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("shuffle", SHUFFLES.values(), ids=SHUFFLES)
def test_a_right_shuffle_is_called_shuffled_for_every_seed(case: Case, shuffle: Shuffle) -> None:
    assert MINIBATCHES.view is not None
    X, y, size, _ = case.args
    for seed in range(10**6, 10**6 + 100):
        order = shuffle(len(X), np.random.default_rng(seed))
        picks = [order[start : start + size] for start in range(0, len(X), size)]
        seen = MINIBATCHES.view(case, [(X[pick], y[pick]) for pick in picks])
        assert ("each row once", "together", "shuffled") == seen[1:]
