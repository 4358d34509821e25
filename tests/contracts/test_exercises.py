"""What every exercise of every unit must hold, run through one suite."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import exercises
from autograder.exercises import Exercise, Mistake
from autograder.judge import judge
from autograder.marking import Marking, marking
from autograder.probes import Observation, observe_target, same, snapshot
from autograder.verdict import Verdict

SEEDS = (1957, 1, 2, 3, 4)
ALL = [e for name in exercises.unit_names() for e in exercises.unit(name).exercises]
CALLED = [e for e in ALL if e.probe != "value"]
MISTAKES = [(e, m) for e in ALL for m in e.mistakes]


def observations(ready: Marking, answer: Callable[..., Any]) -> list[Observation]:
    if ready.exercise.probe == "value":
        return observe_target("value", answer(), [()] * len(ready.cases))
    return observe_target(ready.exercise.probe, answer, [case.args for case in ready.cases])


def verdict(exercise: Exercise, answer: Callable[..., Any], seed: int = SEEDS[0]) -> Verdict:
    ready = marking(exercise, seed)
    return judge(ready, observations(ready, answer))


def _listed(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, tuple | list):
        return [_listed(item) for item in value]
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    return value


def _rounded(value: Any) -> Any:
    """A result as float32, whole numbers and what is no number as they are."""
    if isinstance(value, tuple | list):
        return type(value)(_rounded(item) for item in value)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, np.ndarray | np.generic | float):
        array = np.asarray(value)
        return array.astype(np.float32) if array.dtype.kind == "f" else value
    return value


def _rounded_arrays(value: Any) -> Any:
    """Arguments with all real arrays as float32, however deep they stand."""
    if isinstance(value, tuple | list):
        return type(value)(_rounded_arrays(item) for item in value)
    if isinstance(value, dict):
        return {key: _rounded_arrays(item) for key, item in value.items()}
    return _rounded(value) if isinstance(value, np.ndarray) else value


def _arrays(value: Any) -> Iterator[np.ndarray[Any, Any]]:
    """All arrays in nested tuples, lists and dictionaries."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _arrays(item)
    elif isinstance(value, dict):
        yield from _arrays(list(value.values()))


def test_identifiers_are_unique_in_the_whole_course() -> None:
    identifiers = [e.id for e in ALL]
    assert sorted(set(identifiers)) == sorted(identifiers)


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_the_reference_earns_full_points_for_every_seed(exercise: Exercise) -> None:
    for seed in SEEDS:
        result = verdict(exercise, exercise.reference, seed)
        assert (exercise.points, ()) == (result.points, result.failures)


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_the_same_seed_draws_the_same_cases(exercise: Exercise) -> None:
    first, second = exercise.draw(7), exercise.draw(7)
    assert [c.name for c in first] == [c.name for c in second]
    for one, other in zip(first, second, strict=True):
        assert same(snapshot(one.args), snapshot(other.args))


@pytest.mark.parametrize("exercise", [e for e in CALLED if e.arguments], ids=lambda e: e.id)
def test_another_seed_draws_other_cases(exercise: Exercise) -> None:
    first, second = exercise.draw(7), exercise.draw(8)
    pairs = zip(first, second, strict=True)
    assert not all(same(snapshot(a.args), snapshot(b.args)) for a, b in pairs)


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_case_names_are_unique(exercise: Exercise) -> None:
    names = [case.name for case in exercise.draw(7)]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("exercise", CALLED, ids=lambda e: e.id)
def test_argument_names_are_those_of_the_reference(exercise: Exercise) -> None:
    assert tuple(inspect.signature(exercise.reference).parameters) == exercise.arguments


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_mistake_identifiers_are_unique_within_the_exercise(exercise: Exercise) -> None:
    identifiers = [mistake.id for mistake in exercise.mistakes]
    assert sorted(set(identifiers)) == sorted(identifiers)


@pytest.mark.parametrize(("exercise", "mistake"), MISTAKES, ids=lambda x: x.id)
def test_a_mistake_is_diagnosed_as_itself_for_every_seed(
    exercise: Exercise, mistake: Mistake
) -> None:
    for spelling in mistake.spellings:
        for seed in SEEDS:
            result = verdict(exercise, spelling, seed)
            assert {mistake.id} == {d.mistake for d in result.diagnoses}
            assert result.points < exercise.points


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_an_answer_of_none_earns_nothing(exercise: Exercise) -> None:
    assert verdict(exercise, lambda *args: None).points == 0.0


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_an_object_that_is_equal_to_everything_earns_nothing(exercise: Exercise) -> None:
    class Equal:
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]  # as Python sets it beside __eq__

        def __array__(self, *args: Any, **kwargs: Any) -> Any:
            return np.zeros(1)

    assert verdict(exercise, lambda *args: Equal()).points == 0.0


@pytest.mark.parametrize("exercise", CALLED, ids=lambda e: e.id)
def test_an_answer_that_returns_lists_is_right(exercise: Exercise) -> None:
    def as_lists(*args: Any) -> Any:
        return _listed(exercise.reference(*args))

    assert verdict(exercise, as_lists).points == exercise.points


@pytest.mark.parametrize("exercise", [e for e in CALLED if e.arguments], ids=lambda e: e.id)
def test_an_answer_computed_in_float32_is_right(exercise: Exercise) -> None:
    def in_float32(*args: Any) -> Any:
        return _rounded(exercise.reference(*_rounded_arrays(args)))

    for seed in SEEDS:
        assert verdict(exercise, in_float32, seed).failures == ()


def _can_be_spoilt(exercise: Exercise) -> bool:
    takes_arrays = any(True for _ in _arrays(exercise.draw(0)[0].args))
    return takes_arrays and exercise.pure and exercise.probe in ("call", "iterate")


@pytest.mark.parametrize("exercise", list(filter(_can_be_spoilt, CALLED)), ids=lambda e: e.id)
def test_an_answer_that_changes_its_input_is_told_so(exercise: Exercise) -> None:
    def spoils(*args: Any) -> Any:
        result = exercise.reference(*args)
        result = result if exercise.probe == "call" else list(result)
        for array in _arrays(args):
            if array.size:
                array[...] = 77
                break
        return result

    result = verdict(exercise, spoils)
    assert (0.0, "input-modified") == (result.points, result.mistake)


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_explanations_are_sentences_and_hold_no_code(exercise: Exercise) -> None:
    for mistake in exercise.mistakes:
        for text in filter(None, (mistake.explanation, mistake.hint)):
            assert text.strip()[-1] in ".?!", text
            assert not {"@", "np."} & set(text.split()), text


@pytest.mark.parametrize("name", exercises.unit_names())
def test_what_to_read_again_is_a_heading_of_the_notebook(name: str) -> None:
    path = Path(__file__).parents[2] / "notebooks" / name / f"{name}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    lines = "".join("".join(cell["source"]) + "\n" for cell in cells).splitlines()
    headings = [line for line in lines if line.startswith("#")]
    for exercise in exercises.unit(name).exercises:
        assert any(exercise.read_again in heading for heading in headings), exercise.id
