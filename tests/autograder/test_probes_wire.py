"""The wire format says everything exactly, and reads nothing but what it writes."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest

from autograder.probes import Foreign, Frames, Limits, TooMuch, WireError, dumps, frame, loads, same

NAN, INF = float("nan"), float("inf")


def message(tree: str, *blobs: bytes) -> bytes:
    """A message put together by hand."""
    arrays = b"".join(struct.pack(">Q", len(blob)) + blob for blob in blobs)
    return b"AGW1" + struct.pack(">I", len(tree.encode())) + tree.encode() + arrays


def npy(
    descr: str = "'<f8'",
    fortran: str = "False",
    shape: str = "(2,)",
    body: bytes = bytes(16),
    version: bytes = b"\x01\x00",
    end: str = ", }",
) -> bytes:
    """A `.npy` file with a header of one's choice."""
    header = f"{{'descr': {descr}, 'fortran_order': {fortran}, 'shape': {shape}{end}"
    header += " " * (-(len(header) + 11) % 64) + "\n"
    return b"\x93NUMPY" + version + struct.pack("<H", len(header)) + header.encode() + body


@pytest.mark.parametrize(
    "value",
    [
        [None, True, False, 0, -1, 2**1000, "", "é\u2028\x00", "😀"],
        [0.1, -0.0, 5e-324, 1.7976931348623157e308, INF, -INF, NAN],
        [1 + 2j, complex(NAN, -0.0), complex(INF, 1e-320)],
        ([], (), {}, ((),)),
        {"a": 1, 2: {"b": [3]}, "": None},
        {"f": 1.0, "a": 0, "x": []},
        Foreign("package.Type", "why"),
        np.array(3.0),
        [np.zeros((0, 3)), np.ones((2, 3, 4), np.float32), np.array(["a", "bcd"])],
        np.array([NAN, -0.0, INF]),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    assert same(value, loads(dumps(value)))


def test_a_numpy_scalar_stays_one() -> None:
    back = loads(dumps([np.float32(1.5)]))
    assert [np.float32] == [type(item) for item in back]


def test_an_array_comes_back_writable_and_owned() -> None:
    back = loads(memoryview(dumps(np.arange(6).reshape(2, 3).T)))
    assert back.flags.writeable
    assert back.flags.owndata
    assert back.flags.c_contiguous
    assert [[0, 3], [1, 4], [2, 5]] == back.tolist()


def test_numpy_can_read_the_arrays_too() -> None:
    array = np.arange(6.0).reshape(2, 3)
    data = dumps(array)
    assert np.array_equal(array, np.load(io.BytesIO(data[data.index(b"\x93NUMPY") :])))


def test_an_honest_header_is_read() -> None:
    assert [0.0, 0.0] == loads(message('{"a":0}', npy())).tolist()


def test_a_byte_that_is_no_bool_becomes_one() -> None:
    back = loads(message('{"a":0}', npy(descr="'|b1'", shape="(3,)", body=b"\x00\x02\xff")))
    assert [0, 1, 1] == back.view(np.uint8).tolist()


@pytest.mark.parametrize(
    "value",
    [{1, 2}, object(), b"x", {(1,): 2}, {None: 1}, {True: 1}, np.array([None]), range(2), "\ud800"],
    ids=["set", "object", "bytes", "tuple key", "None key", "bool key", "objects", "range", "half"],
)
def test_what_is_not_plain_is_not_written(value: object) -> None:
    with pytest.raises(WireError):
        dumps(value)


@pytest.mark.parametrize(
    "blob",
    [
        npy(descr="'|O'"),
        npy(descr="'<M8[s]'"),
        npy(descr="'<f16'"),
        npy(descr="'>f8'"),
        npy(descr="'=f8'"),
        npy(descr="'|V16'"),
        npy(descr="'<U0'", shape="(2,)", body=b""),
        npy(descr="'<U9999999'"),
        npy(descr="[('a', '<f8')]"),
        npy(descr="'<f8' + x"),
        npy(fortran="True"),
        npy(shape="(3,)"),
        npy(shape="(-2,)"),
        npy(shape="(2"),
        npy(shape="(2)"),
        npy(shape="2"),
        npy(shape="(2L,)"),
        npy(shape="(True,)"),
        npy(shape="(999999999, 999999999, 999999999)"),
        npy(shape="(0, 99999999999999999999)", body=b""),
        npy(shape="(0, 999999999)", body=b""),
        npy(shape="(4294967296, 4294967296, 2)"),
        npy(shape="(" + "1, " * 40 + "1)"),
        npy(shape="(2,)", body=bytes(15)),
        npy(shape="(2,)", body=bytes(17)),
        npy(version=b"\x02\x00"),
        npy(version=b"\x09\x09"),
        npy(end="}"),
        npy(end=", 'descr': '|O', }"),
        npy(descr="'<U1'", shape="(1,)", body=b"\x00\xd8\x00\x00"),
        npy(descr="'<U1'", shape="(1,)", body=b"\xff\xff\xff\xff"),
        b"",
        b"\x93NUMPY",
        b"\x93NUMPY\x01\x00\xff\xff",
        b"PK\x03\x04",
        b"\x80\x04N.",
    ],
)
def test_a_lying_array_is_refused(blob: bytes) -> None:
    with pytest.raises(WireError):
        loads(message('{"a":0}', blob))


@pytest.mark.parametrize(
    "tree",
    [
        "",
        "[",
        "nul",
        "[1,]",
        "1.0",
        "1e5",
        "NaN",
        "-Infinity",
        "{}",
        '{"f":"0x1p+0","c":["nan","nan"]}',
        '{"f":"0x1p+0","f":"0x1p+0"}',
        '{"z":1}',
        '{"f":1}',
        '{"f":"1.0"}',
        '{"f":"0x1.8p+99999"}',
        '{"f":"0x1.8p+2000"}',
        '{"f":" nan "}',
        '{"c":["nan"]}',
        '{"c":"nan"}',
        '{"t":1}',
        '{"d":1}',
        '{"d":[[1]]}',
        '{"d":[[null,1]]}',
        '{"d":[[true,1]]}',
        '{"d":[[[],1]]}',
        '{"d":[[1,1],[1,2]]}',
        '{"x":["a"]}',
        '{"x":["a",1]}',
        '{"a":0}',
        '{"a":true}',
        '{"a":-1}',
        '{"s":0}',
        '"\\ud800"',
        "[" * 100_000,
        "[" * 500 + "]" * 500,
        "1" * 5_000,
        "9" * 400,
        '"é"',
    ],
    ids=lambda tree: tree[:30],
)
def test_a_tree_that_we_do_not_write_is_refused(tree: str) -> None:
    with pytest.raises(WireError):
        loads(message(tree))


def test_an_array_that_nothing_mentions_is_refused() -> None:
    with pytest.raises(WireError, match="nothing mentions"):
        loads(message("null", npy()))


def test_an_array_mentioned_twice_is_refused() -> None:
    with pytest.raises(WireError, match="not the next one"):
        loads(message('[{"a":0},{"a":0}]', npy()))


def test_arrays_out_of_order_are_refused() -> None:
    with pytest.raises(WireError, match="not the next one"):
        loads(message('[{"a":1},{"a":0}]', npy(), npy()))


def test_a_scalar_with_a_shape_is_refused() -> None:
    with pytest.raises(WireError, match="a scalar with a shape"):
        loads(message('{"s":0}', npy()))


@pytest.mark.parametrize("cut", [1, 4, 7, 8, 12, 20, 30, 100])
def test_a_message_that_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(WireError):
        loads(dumps([1.0, np.ones(3)])[:-cut])


@pytest.mark.parametrize("start", [b"", b"AGW2", b"AGW1\xff\xff\xff\xff", b"AGW1\x00\x00\x00\x09"])
def test_a_message_that_begins_otherwise_is_refused(start: bytes) -> None:
    with pytest.raises(WireError):
        loads(start + b"null")


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ([1, 2, 3], Limits(nodes=3)),
        ([[[]]], Limits(depth=1)),
        ("abcd", Limits(text=3)),
        (2**64, Limits(bits=64)),
        ([np.ones(1)] * 3, Limits(arrays=2)),
        (np.ones(5), Limits(elements=4)),
        (["x" * 100], Limits(tree=50)),
        (np.ones(100), Limits(size=500)),
    ],
    ids=str,
)
class TestLimits:
    def test_hold_when_writing(self, value: object, limits: Limits) -> None:
        with pytest.raises(WireError):
            dumps(value, limits)

    def test_hold_when_reading(self, value: object, limits: Limits) -> None:
        with pytest.raises(WireError):
            loads(dumps(value), limits)


def test_frames_give_messages_back_however_they_arrive() -> None:
    frames, stream = Frames(), frame(b"one") + frame(b"") + frame(b"three")
    assert [b"one", b"", b"three"] == [
        found for byte in stream for found in frames.feed(bytes([byte]))
    ]


def test_a_frame_that_announces_too_much_is_refused_at_once() -> None:
    with pytest.raises(TooMuch, match="more than 10 bytes"):
        list(Frames(largest=10).feed(b"\x00\x00\x00\x0b"))


def test_a_frame_before_one_that_is_too_long_is_given() -> None:
    frames = Frames(largest=10).feed(frame(b"one") + b"\xff\xff\xff\xff")
    assert b"one" == next(frames)
    with pytest.raises(TooMuch):
        next(frames)
