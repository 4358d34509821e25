"""The judge: points, failures and what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.exercises import Case, Exercise, Mistake, NotAnswered
from autograder.judge import judge
from autograder.marking import marking
from autograder.probes import Observation, observe_target
from autograder.probes.materials import generator
from autograder.verdict import Verdict


def mean_cases(rng: np.random.Generator) -> Sequence[Case]:
    return [
        Case("a small example", (np.array([1.0, 3.0]),), show=True),
        Case("random numbers", (rng.normal(size=5),)),
        Case("one number", (rng.normal(size=1),)),
    ]


MEAN = Exercise(
    id="mean",
    title="The mean",
    points=3,
    reference=np.mean,
    arguments=("x",),
    cases=mean_cases,
)


def verdict(exercise: Exercise, answer: Callable[..., Any]) -> Verdict:
    ready = marking(exercise, 1)
    return judge(ready, observe_target("call", answer, [c.args for c in ready.cases]))


def test_a_right_answer_earns_all_points_as_a_plain_float() -> None:
    result = verdict(MEAN, lambda x: sum(x) / len(x))
    assert (3.0, float, True) == (result.points, type(result.points), result.passed)


def test_one_wrong_case_costs_all_points_of_its_part() -> None:
    assert verdict(MEAN, lambda x: x[0]).points == 0.0


def test_the_failure_shows_input_and_result_but_the_expected_value_only_where_allowed() -> None:
    shown, hidden = verdict(MEAN, lambda x: -7.0).failures[:2]
    assert ("x = [1. 3.]", "-7", "2") == (shown.inputs, shown.got, shown.expected)
    assert hidden.expected == ""


def test_an_exception_is_a_failure_with_its_text_and_line() -> None:
    def raises(x: Any) -> Any:
        raise ValueError("no such thing")

    failure = verdict(MEAN, raises).failures[0]
    assert failure.kind == "raised"
    assert "ValueError: no such thing" in failure.message


def test_a_placeholder_is_unanswered() -> None:
    def placeholder(x: Any) -> Any:
        raise NotImplementedError

    result = verdict(MEAN, placeholder)
    assert (True, 0.0, "") == (result.unanswered, result.points, result.mistake)


def test_a_missing_name_is_unanswered() -> None:
    ready = marking(MEAN, 1)
    result = judge(ready, [Observation("missing")] * len(ready.cases))
    assert result.unanswered
    assert result.failures[0].message == "`mean` is not defined"


def test_a_stopped_answer_says_why() -> None:
    ready = marking(MEAN, 1)
    stopped = [Observation("stopped", error="ran over its time limit of 10 s")] * len(ready.cases)
    result = judge(ready, stopped)
    assert ("stopped", "ran over its time limit of 10 s") == (
        result.failures[0].kind,
        result.failures[0].message,
    )
    assert not result.unanswered


def test_a_changed_input_costs_the_points() -> None:
    def sorts(x: Any) -> Any:
        x.sort()
        x += 1
        return np.mean(x) - 1

    result = verdict(MEAN, sorts)
    assert {"mutated"} == {failure.kind for failure in result.failures}
    assert "`x`" in result.failures[0].message


def test_an_answer_that_changes_from_call_to_call_is_found_out() -> None:
    calls = iter(range(100))
    result = verdict(MEAN, lambda x: np.mean(x) + (1.0 if next(calls) > 2 else 0.0))
    assert ["random"] == [failure.kind for failure in result.failures]
    assert result.mistake == "not-repeatable"


def test_parts_earn_their_shares() -> None:
    two = Exercise(
        id="two",
        title="Two parts",
        points=4,
        reference=lambda: {"a": 1.0, "b": 2.0},
        cases=lambda rng: [Case("the first", part="a"), Case("the second", part="b")],
        view=lambda case, value: value[case.part],
    )
    result = verdict(two, lambda: {"a": 1.0, "b": 3.0})
    assert (2.0, [True, False]) == (result.points, [part.passed for part in result.parts])


def test_a_view_that_refuses_is_a_failure_with_its_sentence() -> None:
    def view(case: Case, value: Any) -> Any:
        if value != 1:
            raise ValueError("return the number 1")
        return value

    one = Exercise("one", "One", 1, lambda: 1, lambda rng: [Case("only")], view=view)
    assert verdict(one, lambda: 2).failures[0].message == "return the number 1"


def test_a_view_may_say_that_there_is_no_answer_yet() -> None:
    def view(case: Case, value: Any) -> Any:
        if value is None:
            raise NotAnswered("not answered yet")
        return value

    one = Exercise("one", "One", 1, lambda: 1, lambda rng: [Case("only")], view=view)
    assert verdict(one, lambda: None).unanswered


def test_a_wrong_number_of_observations_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="4 cases but 1 observations"):
        judge(marking(MEAN, 1), [Observation("missing")])


def test_a_reference_that_fails_is_our_own_fault() -> None:
    broken = Exercise("broken", "Broken", 1, lambda: 1 / 0, lambda rng: [Case("only")])
    with pytest.raises(RuntimeError, match=r"reference of 'broken'.*ZeroDivisionError"):
        marking(broken, 1)


def root_cases(rng: np.random.Generator) -> Sequence[Case]:
    return [
        Case("a small example", (4.0,), show=True),
        Case("a random number", (float(rng.uniform(1, 2)),)),
        Case("a negative number", (-1.0,), raises=("ValueError", "DomainError")),
    ]


def nan_root(x: Any) -> Any:
    return x**0.5 if x >= 0 else float("nan")


def root(x: Any) -> Any:
    if x < 0:
        raise ValueError("no real root")
    return x**0.5


def asserting_root(x: Any) -> Any:
    assert x >= 0, "no real root"
    return x**0.5


ROOT = Exercise(
    id="root",
    title="The root",
    points=1,
    reference=root,
    arguments=("x",),
    cases=root_cases,
    mistakes=(
        Mistake("root-of-nothing", nan_root, "You return something where nothing is right."),
        Mistake("root-asserted", asserting_root, "You assert it; an assertion can be turned off."),
    ),
)


def test_an_exception_is_the_right_answer_where_the_case_says_so() -> None:
    assert verdict(ROOT, root).passed


def test_each_of_several_exceptions_may_be_right() -> None:
    class DomainError(Exception):
        pass

    def answer(x: Any) -> Any:
        if x < 0:
            raise DomainError("a kind of ValueError")
        return x**0.5

    assert verdict(ROOT, answer).passed


def test_a_result_where_an_exception_is_right_is_a_failure_and_can_be_diagnosed() -> None:
    result = verdict(ROOT, nan_root)
    assert (0.0, "root-of-nothing") == (result.points, result.mistake)
    assert ["a ValueError must be raised here, but a result came back"] == [
        failure.message for failure in result.failures
    ]


def test_another_exception_than_the_right_one_is_a_failure_and_can_be_diagnosed() -> None:
    result = verdict(ROOT, asserting_root)
    assert (0.0, "root-asserted") == (result.points, result.mistake)


def test_where_an_exception_is_right_results_alone_do_not_make_a_mistake_somebody_elses() -> None:
    def key_root(x: Any) -> Any:
        if x < 0:
            raise KeyError("no root")
        return x**0.5

    assert "" == verdict(ROOT, key_root).mistake


def test_another_exception_is_not_named_when_results_are_missing_elsewhere_too() -> None:
    def asserting_everywhere(x: Any) -> Any:
        raise AssertionError

    assert "" == verdict(ROOT, asserting_everywhere).mistake


def test_an_alarm_where_none_is_due_can_be_diagnosed() -> None:
    def anxious(x: Any) -> Any:
        if x < 4:
            raise ValueError("no root")
        return x**0.5

    def very_anxious(x: Any) -> Any:
        raise ValueError("no root")

    task = replace(ROOT, mistakes=(*ROOT.mistakes, Mistake("anxious", anxious, "You fear 0.")))
    assert "anxious" == verdict(task, anxious).mistake
    assert "" == verdict(task, very_anxious).mistake


def shuffle(items: Any, rng: Any) -> Any:
    return rng.permutation(items)


SHUFFLE = Exercise(
    id="shuffle",
    title="A shuffle",
    points=1,
    reference=shuffle,
    arguments=("items", "rng"),
    cases=lambda rng: [Case("thirty", (np.arange(30), generator(int(rng.integers(10**6)))))],
    view=lambda case, value: sorted(np.asarray(value).tolist()),
)


def test_any_order_is_right_as_long_as_it_comes_from_the_generator_that_was_handed_over() -> None:
    def by_keys(items: Any, rng: Any) -> Any:
        return items[np.argsort(rng.random(len(items)))]

    assert verdict(SHUFFLE, by_keys).passed


def test_an_order_that_comes_from_elsewhere_does_not_repeat_itself_and_is_found_out() -> None:
    result = verdict(SHUFFLE, lambda items, rng: np.random.default_rng().permutation(items))
    assert (0.0, "not-repeatable") == (result.points, result.mistake)
