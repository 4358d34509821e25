"""What a case cannot carry over the wire, made beside the answer: generators, functions, graphs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.probes import dumps, loads, materials, observe_target
from autograder.showing import show


def seen(probe: str, answer: Any, *args: Any) -> Any:
    (observation,) = observe_target(probe, answer, [args])
    return observation


@pytest.mark.parametrize(
    "material",
    [
        materials.generator(3),
        materials.function("x", "x + 1"),
        materials.training([[np.ones(2)]], [0.5]),
        materials.graph([(1.0, [], []), (2.0, [0], [1.0])], output=1),
    ],
    ids=lambda m: m["material"],
)
def test_every_material_crosses_the_wire_and_is_made_on_the_other_side(material: Any) -> None:
    assert "returned" == seen("call", lambda made: None, loads(dumps(material))).outcome
    assert "material" not in show(material)


def test_a_generator_is_fresh_for_each_call() -> None:
    case = (materials.generator(3),)
    first, second = observe_target("call", lambda rng: rng.random(), [case, case])
    assert np.random.default_rng(3).random() == first.value == second.value


def test_functions_are_made_inside_lists_tuples_and_dictionaries_too() -> None:
    double = materials.function("x", "2 * x")
    answer = seen("call", lambda a, b: a[0](1) + b["f"][1](2), [double], {"f": (0, double)})
    assert 6 == answer.value


def test_equal_functions_of_one_call_are_one_object() -> None:
    double, half = materials.function("x", "2 * x"), materials.function("x", "x / 2")

    def answer(functions: Any, graph: Any) -> Any:
        a, b, c = functions
        return [a is b, a is c, a is graph["y"]]

    case = ([double, materials.function("x", "2 * x"), half], {"y": double})
    assert [True, False, True] == seen("call", answer, *case).value


def test_two_calls_have_functions_of_their_own() -> None:
    kept: list[Any] = []
    case = (materials.function("x", "x"),)
    observe_target("call", kept.append, [case, case])
    assert kept[0] is not kept[1]


def test_training_writes_into_the_arrays_and_returns_the_losses() -> None:
    epochs = materials.training([[np.full(2, 1.0)], [np.full(2, 2.0)]], [0.5, 0.25])

    def answer(train_epoch: Any, weights: Any) -> Any:
        losses = [train_epoch(weights), train_epoch(weights)]
        return losses, weights[0]

    losses, last = seen("call", answer, epochs, [np.zeros(2)]).value
    assert [0.5, 0.25] == losses
    assert [2.0, 2.0] == last.tolist()


def test_training_for_too_long_raises() -> None:
    epochs = materials.training([], [])
    observation = seen("call", lambda train_epoch: train_epoch([]), epochs)
    assert observation.error.startswith("RuntimeError: training went on")


def test_an_effect_is_what_was_written_into_the_nodes_of_a_graph() -> None:
    graph = materials.graph([(2.0, [], []), (6.0, [0, 0], [1.0, 2.0])], output=1)

    def answer(output: Any) -> None:
        output.grad = 1.0
        for parent, local in zip(output.parents, output.local_derivatives, strict=True):
            parent.grad = local

    assert [2.0, 1.0] == seen("effect", answer, graph).value


def test_nodes_that_nobody_reached_keep_what_stood_in_them() -> None:
    graph = materials.graph([(2.0, [], []), (3.0, [], [])], output=1)
    assert [99.0, 99.0] == seen("effect", lambda output: None, graph).value


def test_a_function_that_comes_back_is_applied_to_each_item_of_the_last_argument() -> None:
    assert [7, 8] == seen("apply", lambda n: lambda x: n + x, 3, [4, 5]).value


def test_a_function_that_works_only_once_is_seen_to() -> None:
    def answer(n: int) -> Any:
        numbers = iter([n])
        return lambda x: x + next(numbers, 0)

    assert [7, 4] == seen("apply", answer, 3, [4, 4]).value


def test_all_functions_are_made_before_the_first_is_applied() -> None:
    shared: list[int] = []

    def answer(n: int) -> Any:
        shared[:] = [n]
        return lambda x: x + shared[0]

    one, other = observe_target("apply", answer, [(3, [10]), (4, [10])])
    assert ([14], [14]) == (one.value, other.value)


def test_an_input_of_one_application_is_not_that_of_another() -> None:
    def spoil(x: Any) -> Any:
        x += 1
        return x.copy()

    first, second = seen("apply", lambda: spoil, [np.zeros(2), np.zeros(2)]).value
    assert [1, 1] == first.tolist() == second.tolist()


def test_what_an_application_changes_is_named() -> None:
    def answer(items: list[int]) -> Any:
        return lambda x: items.pop() + x

    assert (0,) == seen("apply", answer, [1], [4]).mutated


def test_an_exception_while_a_function_is_made_leaves_the_other_cases_alone() -> None:
    one, other = observe_target("apply", lambda n: [abs][n], [(1, [-4]), (0, [-4])])
    assert ("IndexError: list index out of range", [4]) == (one.error, other.value)


def test_an_exception_of_the_function_that_came_back_is_the_answers_exception() -> None:
    assert "ZeroDivisionError" in seen("apply", lambda: lambda x: 1 / x, [1, 0]).error


def test_something_else_than_a_function_coming_back_is_an_error() -> None:
    assert "TypeError: a function must come back, not an int" == seen("apply", abs, 3, [4]).error


def test_nothing_coming_back_is_seen_as_none() -> None:
    assert [None, None] == [seen(p, lambda *a: None, 3, [4]).value for p in ("apply", "iterate")]


def test_a_function_that_returns_nothing_is_seen_as_none() -> None:
    assert seen("apply", lambda: lambda x: None, [4, 5]).value is None


def test_a_function_that_is_not_written_yet_is_unanswered() -> None:
    assert "unanswered" == seen("apply", lambda: lambda x: ..., [4, 5]).outcome


def test_an_iterator_is_read_to_its_end() -> None:
    assert [0, 1, 2] == seen("iterate", lambda n: iter(range(n)), 3).value


def test_an_endless_iterator_is_read_for_a_while() -> None:
    def endless() -> Any:
        while True:
            yield 1

    assert 2000 == len(seen("iterate", endless).value)


def test_a_number_is_nothing_to_loop_over() -> None:
    observation = seen("iterate", lambda: 3)
    assert "TypeError: something to loop over must come back, not an int" == observation.error


def test_an_exception_inside_an_iterator_is_the_answers_exception() -> None:
    def broken() -> Any:
        yield 1
        raise KeyError("a")

    assert "KeyError: 'a'" == seen("iterate", broken).error


def test_thousands_of_nodes_may_hold_numbers_of_numpys() -> None:
    graph = materials.graph([(1.0, [], []), *((1.0, [i], [1.0]) for i in range(3000))], output=3000)

    def answer(node: Any) -> None:
        while node:
            node.grad = np.float64(1)
            node = node.parents[0] if node.parents else None

    assert [1.0] * 3001 == seen("effect", answer, graph).value
