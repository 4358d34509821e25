"""Comparing plain data: what agrees, and the sentence when it does not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.exercises import Tolerance
from autograder.matching import difference, kind, numbers
from autograder.probes import Foreign

EXACT = Tolerance()


@pytest.mark.parametrize(
    "got",
    [
        [1.0, 2.0],
        (1, 2),
        np.array([1.0, 2.0], np.float32),
        np.array([1, 2], np.int8),
        [np.asarray(1.0), np.asarray(2.0)],
    ],
    ids=["list", "tuple", "float32", "int8", "list of scalars"],
)
def test_equal_numbers_agree_in_whatever_form_they_come(got: Any) -> None:
    assert difference(np.array([1.0, 2.0]), got, EXACT) is None


def test_truth_values_agree_with_zeros_and_ones() -> None:
    assert difference(np.array([0, 1]), np.array([False, True]), EXACT) is None


def test_a_python_number_agrees_with_an_array_without_dimensions() -> None:
    assert difference(np.asarray(2.5), 2.5, EXACT) is None


def test_an_array_of_one_number_is_not_a_number() -> None:
    found = difference(2.5, np.array([2.5]), EXACT)
    assert found is not None
    assert found.kind == "shape"


@pytest.mark.parametrize(
    ("got", "expected_kind"),
    [
        (None, "type"),
        ("2.5", "type"),
        (2.5 + 0j, "type"),
        (Foreign("builtins.object"), "type"),
        ([1.0, [2.0]], "type"),
        ([1.0, None], "type"),
        (10**400, "type"),
        (float("nan"), "nan"),
        (float("inf"), "nan"),
        (2.6, "value"),
        ([2.5, 2.5], "shape"),
    ],
    ids=str,
)
def test_anything_else_differs(got: Any, expected_kind: str) -> None:
    found = difference(2.5, got, EXACT)
    assert found is not None
    assert found.kind == expected_kind


def test_an_entry_near_zero_is_measured_by_its_largest_neighbour() -> None:
    expected = np.array([1e4, 0.0])
    assert difference(expected, np.array([1e4, 1e-3]), Tolerance(rtol=1e-6)) is None


def test_a_number_outside_the_tolerance_differs() -> None:
    assert difference(1.0, 1.0 + 3e-5, Tolerance(rtol=1e-5, atol=1e-6)) is not None


def test_nan_agrees_with_nan_only_when_asked() -> None:
    nan = np.array([np.nan, 1.0])
    assert difference(nan, nan.copy(), EXACT) is not None
    assert difference(nan, nan.copy(), EXACT, equal_nan=True) is None


def test_infinities_of_opposite_sign_differ() -> None:
    found = difference(np.array([np.inf]), np.array([-np.inf]), EXACT, equal_nan=True)
    assert found is not None


def test_empty_arrays_agree() -> None:
    assert difference(np.zeros((0, 2)), np.zeros((0, 2)), EXACT) is None


def test_a_tuple_names_the_part_that_differs() -> None:
    found = difference((1.0, 2.0), (1.0, 3.0), EXACT, ("dw", "db"))
    assert found is not None
    assert found.message == "`db` is not the right number"


def test_a_wrong_length_is_told_before_a_wrong_value() -> None:
    found = difference((1.0, np.zeros(2)), (3.0, np.zeros(3)), EXACT, ("b", "losses"))
    assert found is not None
    assert found.message == "`losses` has shape (3,); expected shape (2,)"


def test_few_whole_numbers_are_repeated_in_the_sentence() -> None:
    found = difference([0, 1, 1, 1], [0, 0, 1, 1], EXACT, ("what it answers",))
    assert found is not None
    assert found.message == "what it answers is 0 0 1 1, which is not right"


def test_an_empty_list_is_a_table_without_rows() -> None:
    assert difference(np.zeros((0, 3)), [], EXACT) is None


@pytest.mark.parametrize("got", [np.zeros(0), np.zeros((0, 2))], ids=["flat", "too narrow"])
def test_an_empty_array_must_have_the_right_shape(got: Any) -> None:
    found = difference(np.zeros((0, 3)), got, EXACT)
    assert found is not None
    assert found.kind == "shape"


def test_an_empty_list_is_no_number() -> None:
    assert difference(2.5, [], EXACT) is not None


def test_one_array_instead_of_two_values_is_named() -> None:
    found = difference((1.0, 2.0), np.array([1.0, 2.0]), EXACT, ("dw", "db"))
    assert found is not None
    assert "2 values (dw, db)" in found.message


def test_too_few_values_are_counted() -> None:
    found = difference((1.0, 2.0), (1.0,), EXACT)
    assert found is not None
    assert "1 came back" in found.message


def test_a_missing_dictionary_entry_is_named() -> None:
    found = difference({"a": 1.0}, {}, EXACT)
    assert found is not None
    assert "'a'" in found.message


def test_no_sentence_holds_the_expected_value() -> None:
    for got in (None, 3.0, np.zeros(3), "x", float("nan")):
        found = difference(123.456, got, EXACT)
        assert found is not None
        assert "123" not in found.message


def test_none_is_asked_for_its_return() -> None:
    assert kind(None) == "None (is there a return?)"


def test_numbers_refuses_what_is_no_number() -> None:
    assert [numbers(x) for x in (None, "1", {}, Foreign("x.Y"))] == [None] * 4


RAGGED = [np.ones((2, 3)), np.ones((2, 1))]


@pytest.mark.parametrize("kind", [list, tuple])
def test_arrays_of_different_shapes_are_compared_one_by_one(kind: Any) -> None:
    assert difference(RAGGED, kind(RAGGED), EXACT) is None


def test_the_first_wrong_array_of_a_list_is_named() -> None:
    found = difference(RAGGED, [np.ones((2, 3)), np.ones((1, 2))], EXACT)
    assert found is not None
    assert "value 2 has shape (1, 2)" in found.message.replace("`", "")


def test_a_list_with_an_array_missing_is_counted() -> None:
    found = difference(RAGGED, RAGGED[:1], EXACT)
    assert found is not None
    assert "2 values must come back; 1 came back" == found.message


def test_ragged_lists_within_named_parts_are_compared_too() -> None:
    found = difference((RAGGED, RAGGED), (RAGGED, [RAGGED[0], np.zeros((2, 1))]), EXACT, ("a", "b"))
    assert found is not None
    assert "b[1]" in found.message


def test_a_mistakes_dictionary_is_recognised_only_without_further_entries() -> None:
    assert difference({"a": 1.0}, {"a": 1.0, "b": 2.0}, EXACT) is None
    assert difference({"a": 1.0}, {"a": 1.0, "b": 2.0}, EXACT, equal_nan=True) is not None
