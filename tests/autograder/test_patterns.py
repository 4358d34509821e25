"""General patterns: each is recognised, and none where the evidence does not single it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from autograder.exercises import Case, Exercise
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe_target


def table_cases(rng: np.random.Generator) -> Sequence[Case]:
    return [
        Case("3 x 2", (rng.normal(size=(3, 2)),)),
        Case("4 x 5", (rng.normal(size=(4, 5)),)),
        Case("7 x 1", (rng.normal(size=(7, 1)),)),
        Case("large", (np.array([[1000.0, 1.0]]),)),
    ]


def sized_cases(rng: np.random.Generator) -> Sequence[Case]:
    more = [Case(f"3 x 2, number {k}", (rng.normal(size=(3, 2)),)) for k in (2, 3)]
    return [*table_cases(rng), *more]


def exercise(reference: Callable[..., Any], cases: Any = table_cases) -> Exercise:
    return Exercise("probe", "Probe", 1, reference, cases, arguments=("X",))


def mistake(task: Exercise, answer: Callable[..., Any]) -> str:
    ready = marking(task, 3)
    return judge(ready, observe_target("call", answer, [c.args for c in ready.cases])).mistake


def row_sums(X: Any) -> Any:
    return X.sum(axis=1)


def column_means(X: Any) -> Any:
    return X.mean(axis=0)


def doubled(X: Any) -> Any:
    return 2 * X


def both(X: Any) -> Any:
    return X.sum(axis=0), X.max()


def logistic(X: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(X, -500, 500)))


SQUARE_TABLE = exercise(lambda X: X @ X.T + np.arange(len(X)), table_cases)
_calls = iter(range(10**6))


@pytest.mark.parametrize(
    ("reference", "answer", "expected"),
    [
        (row_sums, lambda X: None, "returns-nothing"),
        (row_sums, lambda X: X.sum(axis=1) + next(_calls), "not-repeatable"),
        (doubled, lambda X: (2 * X).T, "transposed"),
        (row_sums, lambda X: X.sum(axis=1, keepdims=True), "extra-axis"),
        (row_sums, lambda X: X.sum(axis=1) + 0 * X.sum(axis=1)[:, None], "broadcast-shape"),
        (row_sums, lambda X: X.sum(axis=1).astype(int), "integer-dtype"),
        (both, lambda X: (X.max(), X.sum(axis=0)), "results-swapped"),
        (column_means, lambda X: -X.mean(axis=0), "sign-reversed"),
        (column_means, lambda X: 2 * X.mean(axis=0), "factor-two"),
        (column_means, lambda X: X.mean(axis=0) / 2, "factor-one-half"),
        (lambda X: X.mean(), lambda X: 3.5, "constant-answer"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_pattern_is_recognised(reference: Any, answer: Any, expected: str) -> None:
    assert expected == mistake(exercise(reference), answer)


def test_a_sum_over_the_batch_is_the_factor_n() -> None:
    assert mistake(exercise(column_means), lambda X: X.sum(axis=0)) == "factor-n"


def test_a_second_division_is_the_factor_one_over_n() -> None:
    assert mistake(exercise(column_means), lambda X: X.mean(axis=0) / len(X)) == "factor-one-over-n"


def test_overflow_for_large_inputs_only() -> None:
    def ratio(X: Any) -> Any:
        return np.exp(X) / (1 + np.exp(X))

    assert mistake(exercise(logistic), ratio) == "overflow"


def test_a_shape_written_into_the_code() -> None:
    task = exercise(row_sums, sized_cases)
    assert mistake(task, lambda X: X.reshape(3, 2).sum(axis=1)) == "one-shape-only"


def test_what_happens_to_hold_for_one_feature_is_not_about_the_size() -> None:
    task = exercise(row_sums, lambda rng: [Case(f"{n} x 1", (rng.normal(size=(n, 1)),)) for n in (
        2, 3, 4)] + list(table_cases(rng)))
    assert mistake(task, lambda X: X.mean(axis=1)) == ""


def test_one_array_of_two_with_the_wrong_sign() -> None:
    assert mistake(exercise(both), lambda X: (-X.sum(axis=0), X.max())) == "sign-reversed"


@pytest.mark.parametrize(
    "answer",
    [
        lambda X: X.sum(axis=1) + 1,
        lambda X: X.prod(axis=1),
        lambda X: X.sum(axis=1) * np.pi,
        lambda X: "text" + str(X),
    ],
    ids=["shifted", "product", "odd factor", "text"],
)
def test_what_no_pattern_explains_gets_no_name(answer: Any) -> None:
    assert mistake(exercise(row_sums), answer) == ""


def test_a_pattern_that_explains_only_some_failures_is_not_named() -> None:
    def mixed(X: Any) -> Any:
        return -X.mean(axis=0) if len(X) == 3 else X.mean(axis=0) + 1

    assert mistake(exercise(column_means), mixed) == ""
