"""Whatever student code made becomes plain data, without asking it anything."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from typing import Any

import numpy as np
import pytest

from autograder.probes import Foreign, Limits, fresh, same, snapshot, type_name
from autograder.probes.plain import clean


class Untouchable:
    """Fails the test when anything at all is asked of it."""

    def __getattribute__(self, name: str) -> Any:
        raise AssertionError(f"asked for {name}")

    def __eq__(self, other: object) -> bool:
        raise AssertionError("compared")

    def __hash__(self) -> int:
        raise AssertionError("hashed")

    def __iter__(self) -> Any:
        raise AssertionError("iterated")

    def __len__(self) -> int:
        raise AssertionError("measured")

    def __bool__(self) -> bool:
        raise AssertionError("asked whether it is true")


class UntouchableKind(type):
    """A type of which even the type may not be asked."""

    def __eq__(cls, other: object) -> bool:
        raise AssertionError("type compared")

    def __hash__(cls) -> int:
        raise AssertionError("type hashed")

    def __getattribute__(cls, name: str) -> Any:
        raise AssertionError(f"type asked for {name}")


class MyArray(np.ndarray):
    pass


class MyFloat(float):
    pass


class MyDict(dict[str, int]):
    pass


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -(2**1000), 1.5, -0.0, 1e-320, 2j, "", "é", [], [1, [2]], (), (1,), {1: 2}],
    ids=repr,
)
def test_plain_data_stays_what_it_is(value: Any) -> None:
    assert same(value, snapshot(value))


@pytest.mark.parametrize("dtype", [*"?bBhHiIlLqQefdFD", "<U3", ">f8", ">i4"])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (2, 0, 3)], ids=str)
def test_an_array_keeps_shape_and_dtype(dtype: str, shape: tuple[int, ...]) -> None:
    copied = snapshot(np.ones(shape, dtype))
    assert isinstance(copied, np.ndarray)
    assert copied.shape == shape
    assert copied.dtype == np.dtype(dtype).newbyteorder("=")
    assert copied.dtype.isnative


def test_an_array_becomes_contiguous_and_independent() -> None:
    original = np.arange(6.0).reshape(2, 3)[:, ::-1].T
    copied = snapshot(original)
    assert isinstance(copied, np.ndarray)
    original[...] = 0
    assert copied.flags.c_contiguous
    assert np.array_equal([[2, 5], [1, 4], [0, 3]], copied)


@pytest.mark.parametrize(
    "scalar", [np.float32(1.5), np.int64(3), np.bool_(True), np.complex64(1j), np.str_("ab")]
)
def test_a_numpy_scalar_becomes_an_array_without_axes(scalar: np.generic) -> None:
    copied = snapshot(scalar)
    assert isinstance(copied, np.ndarray)
    assert copied.shape == ()
    assert copied.dtype == scalar.dtype
    assert copied[()] == scalar


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({1, 2}, "set"),
        (range(3), "range"),
        (b"bytes", "bytes"),
        (len, "builtin_function_or_method"),
        (..., "ellipsis"),
        (MyFloat(1), f"{__name__}.MyFloat"),
        (MyDict(), f"{__name__}.MyDict"),
        (np.ones(2).view(MyArray), f"{__name__}.MyArray"),
        (np.datetime64("2020-01-01"), "numpy.datetime64"),
        (np.ma.array([1]), "numpy.ma.MaskedArray"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_anything_else_is_only_named(value: object, name: str) -> None:
    assert Foreign(name) == snapshot(value)


@pytest.mark.parametrize(
    "array",
    [
        np.array([None]),
        np.array([(1, 2.0)], dtype="i4,f8"),
        np.array(["2020-01-01"], dtype="M8[D]"),
        np.array([b"x"]),
        np.zeros(2, dtype=np.longdouble),
    ],
    ids=lambda array: str(array.dtype),
)
def test_an_array_of_another_dtype_is_only_named(array: Any) -> None:
    assert Foreign("numpy.ndarray", f"dtype {array.dtype}") == snapshot(array)


@pytest.mark.parametrize(
    "value",
    [OrderedDict(a=1, b=[2.0]), defaultdict(list, a=1, b=[2.0])],
    ids=lambda value: type(value).__name__,
)
def test_a_dictionary_of_the_standard_library_becomes_a_plain_one(value: Any) -> None:
    copied = snapshot([value])
    assert isinstance(copied, list)
    assert same({"a": 1, "b": [2.0]}, copied[0])


def test_a_default_factory_is_not_called() -> None:
    def factory() -> int:
        raise AssertionError("called")

    assert {} == snapshot(defaultdict(factory))


def test_a_dictionary_that_contains_itself_is_only_named() -> None:
    loop: OrderedDict[str, Any] = OrderedDict()
    loop["a"] = loop
    assert Foreign("collections.OrderedDict", "contains itself") == snapshot(loop)


@pytest.mark.parametrize("base", [OrderedDict, defaultdict], ids=lambda base: base.__name__)
def test_a_dictionary_of_a_students_own_type_is_named_without_being_asked(base: type) -> None:
    def refuse(self: Any, *args: Any) -> Any:
        raise AssertionError("asked")

    members = {"items": refuse, "__iter__": refuse, "__len__": refuse, "__getitem__": refuse}
    own = type("Own", (base,), {"__module__": "their.module", **members})
    assert Foreign("their.module.Own") == snapshot(own())


def test_an_object_is_named_without_being_asked() -> None:
    assert Foreign(f"{__name__}.Untouchable") == snapshot(Untouchable())


def test_a_type_is_named_without_being_asked() -> None:
    odd = UntouchableKind("Odd", (), {"__module__": "their.module"})  # pytest would ask a global
    assert Foreign("their.module.Odd") == snapshot(type.__call__(odd))


def test_what_is_foreign_is_named_in_its_place() -> None:
    assert [1, (Foreign("set"),)] == snapshot([1, ({2},)])


def test_what_is_foreign_already_stays_so() -> None:
    assert [Foreign("set", "why")] == snapshot(snapshot([Foreign("set", "why")]))


def test_a_foreign_that_was_tampered_with_says_nothing() -> None:
    assert Foreign("Foreign") == snapshot(Foreign("set", Untouchable()))  # type: ignore[arg-type]  # on purpose


def test_a_dict_with_other_keys_is_foreign() -> None:
    assert Foreign("dict", "a key of type tuple") == snapshot({(0, 0): 1})


def test_a_list_that_contains_itself_is_foreign() -> None:
    loop: list[object] = [1]
    loop.append(loop)
    assert Foreign("list", "contains itself") == snapshot(loop)


def test_a_list_that_contains_another_twice_is_no_cycle() -> None:
    inner = [1]
    assert [[1], [1]] == snapshot([inner, inner])


@pytest.mark.parametrize(
    ("value", "limits", "reason"),
    [
        ([1, 2, 3], Limits(nodes=3), "more than 3 values"),
        ([[1], [2]], Limits(nodes=4), "more than 4 values"),
        ({"a": 1}, Limits(nodes=2), "more than 2 values"),
        ([[[1]]], Limits(depth=2), "nested more than 2 deep"),
        ("abcd", Limits(text=3), "text of more than 3 characters"),
        (8, Limits(bits=3), "an integer of more than 3 bits"),
        ([np.ones(2), np.ones(2)], Limits(arrays=1), "more than 1 arrays"),
        ([np.ones(2), np.ones(2)], Limits(elements=3), "more than 3 numbers in arrays"),
        (np.empty((0, 10**9)), Limits(), "more than 4194304 numbers in arrays"),
        (np.ones(10), Limits(size=79), "more than 4194304 numbers in arrays"),
        (np.array(["abcd"]), Limits(text=3), "text of more than 3 characters"),
    ],
    ids=str,
)
def test_what_passes_a_limit_is_foreign_as_a_whole(
    value: object, limits: Limits, reason: str
) -> None:
    assert Foreign(type_name(value), reason) == snapshot(value, limits)


def test_a_huge_view_of_one_number_is_not_copied() -> None:
    assert isinstance(snapshot(np.broadcast_to(1.0, (10**6, 10**6))), Foreign)


def test_half_a_surrogate_pair_becomes_an_escape() -> None:
    assert ["\\ud800"] == snapshot(["\ud800"])


def test_an_array_of_text_that_is_no_unicode_is_foreign() -> None:
    array = np.array([0xD800], dtype=np.uint32).view("<U1")
    assert Foreign("numpy.ndarray", "text that is no Unicode") == snapshot(array)


def test_fresh_arguments_share_nothing_with_the_case() -> None:
    case = ([np.zeros(2)], {"a": np.zeros(1)}, 1.0)
    copied = fresh(case)
    copied[0][0][:] = 1
    copied[1]["a"][:] = 1
    assert case[0][0].tolist() == [0, 0]
    assert case[1]["a"].tolist() == [0]


def test_fresh_arguments_keep_numpy_scalars() -> None:
    assert type(fresh([np.float32(1)])[0]) is np.float32


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (0.0, -0.0),
        (1, 1.0),
        (1, True),
        ([1], (1,)),
        ([1], [1, 2]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (np.ones(2), np.ones(2, np.float32)),
        (np.ones(2), np.ones((2, 1))),
        (np.array([0.0]), np.array([-0.0])),
        (Foreign("a"), Foreign("b")),
    ],
    ids=str,
)
def test_snapshots_that_differ_in_a_bit_are_not_the_same(a: Any, b: Any) -> None:
    assert not same(a, b)


def test_nan_is_the_same_as_itself() -> None:
    assert same([float("nan"), np.array(np.nan)], [float("nan"), np.array(np.nan)])


def test_a_line_of_text_is_cut_and_has_no_breaks() -> None:
    assert clean("a\n  b\t\ud800" + "x" * 50, 12) == "a b \\ud800x…"


def test_a_class_without_a_module_is_named_all_the_same() -> None:
    namespace: dict[str, Any] = {"__builtins__": {"type": type}}
    exec("Odd = type('Odd', (), {})", namespace)
    assert snapshot(namespace["Odd"]()) == Foreign("Odd")
