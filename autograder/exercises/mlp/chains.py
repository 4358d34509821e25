"""Chains of functions: composing any number of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from autograder.exercises.mlp.drawing import Rng, halves
from autograder.exercises.model import Case, Exercise, Mistake
from autograder.probes import materials
from course_lib import graph as reference

Functions = Sequence[Callable[[Any], Any]]


def _compose_cases(rng: Rng) -> list[Case]:
    c = int(rng.integers(2, 6))
    double, plus_one = _function("2 * x"), _function("x + 1")
    square, minus, half = _function("x ** 2"), _function(f"x - {c}"), _function("x / 2")
    W1, W2 = halves(rng, 3, 2).tolist(), halves(rng, 2, 4).tolist()
    return [
        Case("a small example", ([double, plus_one], [5, 6]), show=True),
        Case("the same two in the other order", ([plus_one, double], [5, c])),
        Case("three functions", ([minus, square, double], [c + 3, c - 2, c + 3])),
        Case("a function that stands in the list twice", ([plus_one, square, square], [c, -c])),
        Case("the same function first and last", ([double, minus, double], [c, c + 1])),
        Case("one function", ([square], [c + 2, 1])),
        Case("no function: the identity", ([], [c + 7, -c])),
        Case("five functions", ([minus, double, square, plus_one, half], [c + 2, 0])),
        Case("decimal numbers", ([half, minus, square], [0.5, -1.25])),
        Case("thirty functions", ([plus_one] * 29 + [double], [c / 4, c / 2])),
        Case("arrays", ([double, minus, square], [halves(rng, 3) + 0.25, halves(rng, 4) + 0.25])),
        Case(
            "layers: product, ReLU, product",
            (
                [
                    _function(f"x @ np.array({W1})"),
                    _function("np.maximum(0, x)"),
                    _function(f"x @ np.array({W2})"),
                ],
                [halves(rng, 5, 3), halves(rng, 2, 3)],
            ),
        ),
        Case(
            "functions from text to text",
            ([_function("x + 'b'"), _function("x + x"), _function("x + 'c'")], ["a", "z"]),
        ),
    ]


def _function(expression: str) -> materials.Material:
    return materials.function("x", expression)


def _chain(functions: Functions, x: Any) -> Any:
    for function in functions:
        x = function(x)
    return x


def _chosen(choose: Callable[[list[Any]], Functions]) -> Callable[[Functions], Any]:
    """A chain of other functions than those that were given."""
    return lambda functions: lambda x: _chain(choose(list(functions)), x)


def _numbered(functions: Functions) -> Callable[[Any], Any]:
    return lambda x: [function(x) for function in functions]


def _each_from_x(functions: Functions, combine: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    """Every function is given x itself, and the results are combined."""

    def all_of(x: Any) -> Any:
        result = functions[0](x) if functions else x
        for function in functions[1:]:
            result = combine(result, function(x))
        return result

    return all_of


def _zero_when_empty(functions: Functions) -> Callable[[Any], Any]:
    return lambda x: _chain(functions, x) if functions else 0


def _all_values(functions: Functions) -> Callable[[Any], Any]:
    def values(x: Any) -> list[Any]:
        seen = [x]
        for function in functions:
            seen.append(function(seen[-1]))
        return seen

    return values


def _used_up(functions: Functions) -> Callable[[Any], Any]:
    steps = iter(functions)
    return lambda x: _chain(list(steps), x)


def _first_result_kept(functions: Functions) -> Callable[[Any], Any]:
    results: list[Any] = []

    def first_result(x: Any) -> Any:
        if not results:
            results.append(_chain(functions, x))
        return results[0]

    return first_result


COMPOSE = Exercise(
    id="compose",
    title="A chain of functions",
    points=2,
    probe="apply",
    reference=reference.compose,
    arguments=("functions",),
    cases=_compose_cases,
    read_again="A chain of functions",
    mistakes=(
        Mistake(
            "reversed-order",
            _chosen(lambda functions: functions[::-1]),
            "Your chain applies the last function of the list first.",
            "In the formula the innermost function comes first. Which entry of the list is that?",
        ),
        Mistake(
            "only-the-last",
            _chosen(lambda functions: functions[-1:]),
            "Only the last function of the list has an effect: each round seems to begin with x "
            "again, or to overwrite the function made in the round before.",
            "What must the second function be given: x, or what the first one returned?",
        ),
        Mistake(
            "only-the-first",
            _chosen(lambda functions: functions[:1]),
            "Only the first function of the list is applied.",
            "How far is the return indented? A function ends at the first return that it meets.",
        ),
        Mistake(
            "last-one-missing",
            _chosen(lambda functions: functions[:-1]),
            "The last function of the list is never applied.",
            "Which indices does your loop visit when there are three functions?",
        ),
        Mistake(
            "first-one-missing",
            _chosen(lambda functions: functions[1:]),
            "The first function of the list is never applied.",
            "What does x have to go through before it reaches the second function?",
        ),
        Mistake(
            "first-one-twice",
            _chosen(lambda functions: functions[:1] + functions),
            "The first function is applied twice.",
            "If you begin with the result of the first function, where must your loop begin?",
        ),
        Mistake(
            "only-first-two",
            _chosen(lambda functions: functions[:2]),
            "Your chain ends after two functions, however many there are.",
            "What does your function do with a list of three?",
        ),
        Mistake(
            "not-chained",
            _numbered,
            "You apply every function to x itself and return a list of the results. In a chain "
            "each one continues with what the one before returned.",
            "How many values come out of f2(f1(x))?",
        ),
        Mistake(
            "results-combined",
            lambda functions: _each_from_x(functions, lambda a, b: a + b),
            "Every function is given x itself, and their results are added or multiplied. A chain "
            "passes the result of one function on to the next.",
            "Is f2(f1(x)) a sum or a product?",
            also=(lambda functions: _each_from_x(functions, lambda a, b: a * b),),
        ),
        Mistake(
            "all-steps-returned",
            _all_values,
            "You return every value on the way; only the last one is asked for.",
            "How many values come out of f2(f1(x))?",
        ),
        Mistake(
            "no-identity",
            _zero_when_empty,
            "Your chain is right, but not for the empty list: it must give a function that "
            "returns its argument unchanged.",
            "With which value does your loop begin, and what is left of it when there is nothing "
            "to apply?",
        ),
        Mistake(
            "works-only-once",
            _used_up,
            "Your function works the first time that it is called; after that it applies nothing "
            "any more. Something is used up on the way: an iterator that has come to its end, or "
            "a list from which the functions are taken.",
            "What is left for the second call, and what would have to happen anew in each call?",
        ),
        Mistake(
            "first-result-kept",
            _first_result_kept,
            "Your function computes its result once and gives the same one ever after, whatever "
            "it is called with.",
            "Which lines must run each time that the function is called, and where do they stand?",
        ),
        Mistake(
            "each-function-once",
            _chosen(lambda functions: list(dict.fromkeys(functions))),
            "A function that stands in the list several times is applied only once.",
            "What becomes of the second of two equal entries in what you made of the list?",
        ),
    ),
)
