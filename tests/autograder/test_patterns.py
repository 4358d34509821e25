"""General patterns: each is recognised, and none where the evidence does not single it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.exercises import Case, Exercise
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import observe_target
from autograder.verdict import Verdict


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


def endless(X: Any) -> Any:
    return endless(X)


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
    task = exercise(
        row_sums,
        lambda rng: (
            [Case(f"{n} x 1", (rng.normal(size=(n, 1)),)) for n in (2, 3, 4)]
            + list(table_cases(rng))
        ),
    )
    assert mistake(task, lambda X: X.mean(axis=1)) == ""


def whole_cases(rng: np.random.Generator) -> Sequence[Case]:
    return [Case(f"whole, number {k}", (rng.integers(1, 9, size=(3, 2)),)) for k in (1, 2, 3)]


def test_a_rounded_result_that_is_right_for_whole_numbers_is_not_about_their_size() -> None:
    task = exercise(row_sums, lambda rng: [*whole_cases(rng), *table_cases(rng)[1:]])
    assert mistake(task, lambda X: np.round(X.sum(axis=1), 4)) == ""


def test_among_whole_numbers_alone_a_size_can_be_told() -> None:
    def more_sizes(rng: np.random.Generator) -> Sequence[Case]:
        others = [Case(f"{n} rows", (rng.integers(1, 9, size=(n, 2)),)) for n in (4, 5)]
        return [*whole_cases(rng), *others]

    task = exercise(row_sums, more_sizes)
    assert mistake(task, lambda X: X.reshape(3, 2).sum(axis=1)) == "one-shape-only"


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


def verdict(task: Exercise, answer: Callable[..., Any]) -> Verdict:
    ready = marking(task, 3)
    return judge(ready, observe_target("call", answer, [c.args for c in ready.cases]))


def test_the_part_with_the_wrong_sign_is_called_by_its_name() -> None:
    task = replace(exercise(both), returns=("sums", "largest"))
    (found,) = verdict(task, lambda X: (-X.sum(axis=0), X.max())).diagnoses
    assert found.explanation == "What you return as `sums` has the wrong sign."


def test_a_result_that_is_wrong_as_a_whole_has_the_wrong_sign_throughout() -> None:
    (found,) = verdict(exercise(column_means), lambda X: -X.mean(axis=0)).diagnoses
    assert found.explanation == "Your result has the wrong sign throughout."


def test_halves_among_zeros_and_ones_are_no_factor() -> None:
    task = exercise(lambda X: (X.sum(axis=1) > 0).astype(int))
    assert mistake(task, lambda X: (X.sum(axis=1) > 0) / 2) == ""


def integer_cases(rng: np.random.Generator) -> Sequence[Case]:
    return [
        Case("integers", (rng.integers(1, 9, (3, 2)),)),
        Case("more integers", (rng.integers(1, 9, (4, 2)),)),
    ]


def halved_in_place(X: Any) -> Any:
    X /= 2
    return X


def test_decimals_written_into_integers_are_explained() -> None:
    task = exercise(lambda X: X / 2, integer_cases)
    assert mistake(task, halved_in_place) == "writes-into-integers"


def test_writing_into_the_input_is_the_mistake_though_integers_refuse_it() -> None:
    task = exercise(lambda X: X / 2, lambda rng: [*table_cases(rng), *integer_cases(rng)[:1]])
    assert mistake(task, halved_in_place) == "input-modified"


@pytest.mark.parametrize(
    ("given", "spoil", "word", "way"),
    [
        ([3, 1], lambda items: items.append(1), "list", "`a.append(b)`"),
        ([[3], [1]], lambda items: items.pop(), "list", "`a.append(b)`"),
        ({"x": 1}, lambda values: values.clear(), "dictionary", "`d[name] = value`"),
        (np.ones(2), lambda X: X.fill(0), "array", "`a += b`"),
        ([np.ones(2)], lambda arrays: arrays[0].fill(0), "array", "`a += b`"),
    ],
    ids=["list", "list of lists", "dictionary", "array", "array in a list"],
)
def test_what_was_changed_is_called_what_it_is(
    given: Any, spoil: Callable[[Any], Any], word: str, way: str
) -> None:
    def answer(X: Any) -> int:
        spoil(X)
        return 7

    task = exercise(lambda X: 7, lambda rng: [Case("one", (given,))])
    (found,) = verdict(task, answer).diagnoses
    assert f"changes the {word} it was given" in found.explanation
    assert way in found.hint


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda X: 1 if X > 0 else 0, "if-on-array"),
        (lambda X: X + np.ones(9), "shapes-do-not-fit"),
        (lambda X: np.hstack([X, np.ones((9, 1))]), "pieces-do-not-fit"),
        (lambda X: X @ np.ones((9, 1)), "factors-do-not-fit"),
        (lambda X: np.dot(X, np.ones((9, 1))), "factors-do-not-fit"),
        (lambda X: all([X > 0]), "if-on-array"),
        (lambda X: X.sum(axis=1) and 0, "if-on-array"),
        (endless, "calls-itself-too-often"),
        (lambda X: X["a"], ""),
    ],
    ids=["if", "broadcast", "stack", "matmul", "dot", "all", "and", "recursion", "another error"],
)
def test_errors_that_beginners_meet_often_are_explained(answer: Any, expected: str) -> None:
    task = exercise(row_sums, lambda rng: table_cases(rng)[:2])
    assert expected == mistake(task, answer)


def test_an_error_in_some_cases_does_not_explain_a_wrong_value_in_others() -> None:
    def mixed(X: Any) -> Any:
        return X.sum(axis=1) + 1 if len(X) == 3 else X + np.ones(9)

    assert mistake(exercise(row_sums), mixed) == ""


def test_a_pattern_that_explains_only_some_failures_is_not_named() -> None:
    def mixed(X: Any) -> Any:
        return -X.mean(axis=0) if len(X) == 3 else X.mean(axis=0) + 1

    assert mistake(exercise(column_means), mixed) == ""
