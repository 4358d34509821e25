"""Observing an answer: whatever it does becomes an observation, and leaves no trace."""

from __future__ import annotations

import linecache
import sys
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.probes import (
    Foreign,
    Observation,
    WireError,
    materials,
    observe,
    observe_target,
    same,
)


@pytest.fixture
def define() -> Callable[[str], dict[str, Any]]:
    """Runs source as a notebook does: in a namespace of its own, its lines known."""

    def run(source: str) -> dict[str, Any]:
        name = f"<cell {hash(source)}>"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        namespace: dict[str, Any] = {"__name__": "__main__", "np": np}
        exec(compile(source, name, "exec"), namespace)
        return namespace

    return run


Define = Callable[[str], dict[str, Any]]


def test_a_call_is_observed_on_each_case() -> None:
    seen = observe("call", {"double": lambda x: 2 * x}, "double", [(1,), (2.5,)])
    assert [Observation("returned", 2), Observation("returned", 5.0)] == seen


def test_a_name_that_is_not_defined_is_missing_on_each_case() -> None:
    seen = observe("call", {}, "answer", [(1,), (2,)])
    assert ["missing", "missing"] == [observation.outcome for observation in seen]


def test_no_cases_give_no_observations() -> None:
    assert [] == observe("call", {}, "answer", [])
    assert [] == observe_target("value", 1, [])


def test_a_probe_that_does_not_exist_is_our_fault() -> None:
    with pytest.raises(ValueError, match="there are: call, apply, iterate, effect, value"):
        observe_target("look", len, [])


def test_a_value_is_observed_once_for_each_case() -> None:
    seen = observe("value", {"q": {"q1": "a"}}, "q", [("q1",), ("q2",)])
    assert [Observation("returned", {"q1": "a"})] * 2 == seen


def test_what_is_observed_does_not_change_afterwards() -> None:
    kept = np.zeros(2)
    (seen,) = observe_target("call", lambda: kept, [()])
    kept[:] = 1
    assert same(np.zeros(2), seen.value)


def test_each_call_gets_arguments_of_its_own() -> None:
    case = (np.zeros(2), [1])

    def spoil(x: Any, items: list[int]) -> float:
        before = float(x.sum()) + len(items)
        x += 1
        items.append(2)
        return before

    assert [1.0, 1.0] == [seen.value for seen in observe_target("call", spoil, [case, case])]
    assert case[0].tolist() == [0, 0]


def test_changed_arguments_are_named_by_their_index() -> None:
    def change(a: Any, b: Any, c: Any, d: Any) -> None:
        b[0] = 1
        c["k"] = np.ones(1)

    (seen,) = observe_target("call", change, [(np.zeros(1), np.zeros(1), {}, [1])])
    assert (1, 2) == seen.mutated


def test_an_argument_changed_before_an_exception_is_named() -> None:
    def change(a: Any) -> None:
        a[0] = 1
        raise ValueError

    (seen,) = observe_target("call", change, [(np.zeros(1),)])
    assert ("raised", (0,)) == (seen.outcome, seen.mutated)


@pytest.mark.parametrize(
    "change",
    [
        lambda items: items.reverse(),
        lambda items: items.__setitem__(0, len),
        lambda items: items.sort(key=lambda f: f(2)),
        lambda items: items.pop(),
    ],
    ids=["reversed", "replaced", "sorted", "popped"],
)
def test_a_list_whose_functions_moved_counts_as_changed(change: Any) -> None:
    functions = [materials.function("x", "5 - x"), materials.function("x", "x")]
    (seen,) = observe_target("call", change, [(functions,)])
    assert (0,) == seen.mutated


def test_a_function_replaced_deep_inside_a_dictionary_counts_as_changed() -> None:
    def change(graph: Any) -> None:
        graph["y"] = (len, graph["y"][1])

    (seen,) = observe_target("call", change, [({"y": (materials.function("x", "x"), ["x"])},)])
    assert (0,) == seen.mutated


def test_a_list_of_functions_that_was_only_used_counts_as_unchanged() -> None:
    functions = [materials.function("x", "x"), materials.function("x", "2 * x")]
    (seen,) = observe_target("call", lambda items: items[1](items[0](1)), [(functions,)])
    assert () == seen.mutated


def test_arrays_in_a_list_are_compared_by_their_numbers_not_by_identity() -> None:
    def replace(weights: Any) -> None:
        weights[0] = weights[0].copy()

    (seen,) = observe_target("call", replace, [([np.ones(2)],)])
    assert () == seen.mutated


def test_an_argument_with_nan_counts_as_unchanged() -> None:
    (seen,) = observe_target("call", lambda x: 1, [(np.array([np.nan]),)])
    assert seen.mutated == ()


@pytest.mark.parametrize(
    "error",
    [ValueError, SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration, BaseException],
)
def test_every_exception_is_an_observation(error: type[BaseException]) -> None:
    def answer() -> None:
        raise error("why")

    (seen,) = observe_target("call", answer, [()])
    assert Observation("raised", error=f"{error.__name__}: why") == Observation(
        seen.outcome, error=seen.error
    )


def test_an_exception_that_is_let_through_comes_out() -> None:
    def answer() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        observe_target("call", answer, [()], let_through=(KeyboardInterrupt,))


def test_endless_recursion_is_an_observation() -> None:
    def answer(x: int) -> int:
        return answer(x)

    (seen,) = observe_target("call", answer, [(1,)])
    assert seen.error.startswith("RecursionError: maximum recursion depth exceeded")


def test_every_kind_of_memory_error_has_one_name() -> None:
    (seen,) = observe_target("call", lambda: np.ones(10**15), [()])
    assert seen.error.startswith("MemoryError: Unable to allocate")


def test_the_line_is_the_students_own_innermost(define: Define) -> None:
    own = define(
        "def helper(x):\n    return np.ones(2) @ x  # here\ndef answer(x): return helper(x)"
    )
    (seen,) = observe_target("call", own["answer"], [(np.ones(3),)])
    assert "return np.ones(2) @ x # here" == seen.line
    assert seen.error.startswith("ValueError: matmul")


def test_an_error_text_is_one_line_of_limited_length() -> None:
    def answer() -> None:
        raise ValueError("a\nb" + "x" * 10_000)

    (seen,) = observe_target("call", answer, [()])
    assert seen.error.startswith("ValueError: a bxxx")
    assert len(seen.error) == 300


def test_an_exception_whose_text_fails_is_named_by_its_type() -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise SystemExit

    def answer() -> None:
        raise Mute

    (seen,) = observe_target("call", answer, [()])
    assert seen.error.endswith("Mute")


def test_the_placeholder_is_unanswered(define: Define) -> None:
    own = define("def answer(x):\n    raise NotImplementedError('your answer')")
    assert ["unanswered"] == [seen.outcome for seen in observe("call", own, "answer", [(1,)])]


def test_a_placeholder_further_down_is_an_error_of_the_caller(define: Define) -> None:
    own = define("def helper(): raise NotImplementedError\ndef answer(x): return helper()")
    (seen,) = observe("call", own, "answer", [(1,)])
    assert ("raised", "NotImplementedError") == (seen.outcome, seen.error)
    assert seen.line == "def helper(): raise NotImplementedError"


@pytest.mark.parametrize("probe", ["call", "value"])
def test_an_ellipsis_is_unanswered(probe: str) -> None:
    assert [Observation("unanswered")] == observe_target(probe, ..., [(1,)])


def test_returning_an_ellipsis_is_unanswered() -> None:
    (seen,) = observe_target("call", lambda: ..., [()])
    assert seen.outcome == "unanswered"


@pytest.mark.parametrize(("target", "name"), [([1], "a list"), (3, "an int"), (None, "a NoneType")])
def test_what_cannot_be_called_says_what_it_is(target: object, name: str) -> None:
    (seen,) = observe_target("call", target, [(1,)])
    assert Observation("raised", error=f"TypeError: a function was expected, not {name}") == seen


def test_something_callable_that_is_no_function_can_be_called() -> None:
    (seen,) = observe_target("call", np.add, [(1, 2)])
    assert isinstance(seen.value, np.ndarray)
    assert 3 == seen.value[()]


def test_what_comes_back_is_plain_or_foreign() -> None:
    (seen,) = observe_target("call", lambda: {1}, [()])
    assert Foreign("set") == seen.value


def test_a_coroutine_is_foreign_and_causes_no_warning() -> None:
    async def answer() -> int:
        return 1

    (seen,) = observe_target("call", answer, [()])
    assert Foreign("coroutine") == seen.value


def test_warnings_are_silent_and_their_filters_stay() -> None:
    def answer() -> Any:
        warnings.warn("loud", stacklevel=1)
        warnings.simplefilter("ignore")
        return np.log(np.array(-1.0))

    before = list(warnings.filters)
    (seen,) = observe_target("call", answer, [()])
    assert seen.outcome == "returned"
    assert before == list(warnings.filters)


def test_floating_point_errors_are_silent_and_their_state_stays() -> None:
    def answer() -> Any:
        np.seterr(over="raise")
        return np.float64(1) / np.float64(0)

    with np.errstate(divide="raise", over="warn"):
        before = np.geterr()
        (seen,) = observe_target("call", answer, [()])
        assert before == np.geterr()
    assert same(np.array(np.inf), seen.value)


def test_probing_prints_nothing_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    observe_target("call", lambda: 1 / 0, [()])
    assert ("", "") == tuple(capsys.readouterr())


def test_probing_leaves_no_exception_behind() -> None:
    observe_target("call", lambda: 1 / 0, [()])
    assert (None, None, None) == sys.exc_info()


@pytest.mark.parametrize(
    "observation",
    [
        Observation("returned", [1, (2.0,)], mutated=(0, 3)),
        Observation("raised", error="ValueError: x", line="x = 1"),
        Observation("unanswered"),
        Observation("missing", error="NameError"),
    ],
    ids=lambda observation: observation.outcome,
)
def test_an_observation_becomes_plain_and_comes_back(observation: Observation) -> None:
    assert observation == Observation.from_plain(observation.to_plain())


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        ["returned", 1, (), ""],
        ["passed", 1, (), "", ""],
        ["stopped", None, (), "", ""],
        ["returned", 1, [0], "", ""],
        ["returned", 1, (-1,), "", ""],
        ["returned", 1, (True,), "", ""],
        ["returned", 1, (0.0,), "", ""],
        ["returned", 1, (0,) * 101, "", ""],
        ["returned", 1, (), None, ""],
        [["returned"], 1, (), "", ""],
    ],
    ids=repr,
)
def test_what_is_no_observation_of_a_worker_is_refused(plain: Any) -> None:
    with pytest.raises(WireError):
        Observation.from_plain(plain)


def test_an_observation_of_an_exception_carries_no_value() -> None:
    plain: Any = ["raised", [1, 2, 3], (), "ValueError", "x" * 1000]
    seen = Observation.from_plain(plain)
    assert seen.value is None
    assert len(seen.line) == 200
