"""Answers to compose: right ones in different styles, and wrong ones that come close."""

from __future__ import annotations

import functools
from typing import Any


def right_loop(functions: Any) -> Any:
    def chain(x: Any) -> Any:
        for function in functions:
            x = function(x)
        return x

    return chain


def right_reduce_value(functions: Any) -> Any:
    return lambda x: functools.reduce(lambda value, function: function(value), functions, x)


def right_reduce_functions(functions: Any) -> Any:
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions, lambda x: x)


def right_recursive(functions: Any) -> Any:
    if not functions:
        return lambda x: x
    rest = right_recursive(functions[1:])
    return lambda x: rest(functions[0](x))


class _Chain:
    def __init__(self, functions: Any) -> None:
        self.functions = tuple(functions)

    def __call__(self, x: Any) -> Any:
        for k in range(len(self.functions)):
            x = self.functions[k](x)
        return x


def right_callable_object(functions: Any) -> Any:
    return _Chain(functions)


def right_copy_and_pop(functions: Any) -> Any:
    def chain(x: Any) -> Any:
        left = list(functions)
        while left:
            x = left.pop(0)(x)
        return x

    return chain


def right_recursive_from_the_end(functions: Any) -> Any:
    def chain(x: Any, k: int = len(functions)) -> Any:
        return x if k == 0 else functions[k - 1](chain(x, k - 1))

    return chain


def right_default_argument(functions: Any) -> Any:
    result: Any = lambda x: x  # noqa: E731  # as students write
    for function in functions:

        def step(x: Any, f: Any = function, before: Any = result) -> Any:
            return f(before(x))

        result = step
    return result


def wrong_order(functions: Any) -> Any:
    def chain(x: Any) -> Any:
        for function in reversed(functions):
            x = function(x)
        return x

    return chain


def wrong_only_the_last(functions: Any) -> Any:
    def chain(x: Any) -> Any:
        value = x
        for function in functions:
            value = function(x)
        return value

    return chain


def wrong_list_is_reversed(functions: Any) -> Any:
    functions.reverse()

    def chain(x: Any) -> Any:
        for function in functions[::-1]:
            x = function(x)
        return x

    return chain


def wrong_pops(functions: Any) -> Any:
    def chain(x: Any) -> Any:
        while functions:
            x = functions.pop(0)(x)
        return x

    return chain


def wrong_iterator_used_up(functions: Any) -> Any:
    steps = iter(functions)

    def chain(x: Any) -> Any:
        for function in steps:
            x = function(x)
        return x

    return chain


def wrong_late_binding(functions: Any) -> Any:
    result: Any = lambda x: x  # noqa: E731  # as students write
    for function in functions:
        before = result
        result = lambda x: function(before(x))  # noqa: B023, E731  # the mistake itself
    return result


_latest: list[Any] = []


def wrong_one_list_for_all(functions: Any) -> Any:
    _latest[:] = functions

    def chain(x: Any) -> Any:
        for function in _latest:
            x = function(x)
        return x

    return chain


def wrong_same_function_once(functions: Any) -> Any:
    def chain(x: Any) -> Any:
        for function in dict.fromkeys(functions):
            x = function(x)
        return x

    return chain


def wrong_list_is_sorted(functions: Any) -> Any:
    steps = list(functions)
    functions.sort(key=id, reverse=True)
    return right_loop(steps)


def wrong_first_of_the_list_replaced(functions: Any) -> Any:
    steps = list(functions)
    if functions:
        functions[0] = right_loop(steps)
    return right_loop(steps)


def wrong_first_result_kept(functions: Any) -> Any:
    results: list[Any] = []

    def chain(x: Any) -> Any:
        if not results:
            results.append(right_loop(functions)(x))
        return results[0]

    return chain
