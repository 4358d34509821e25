"""Bytes of an attacker's choice: only plain data or a `WireError` ever comes out of `loads`."""

from __future__ import annotations

from typing import Any

import hypothesis.extra.numpy as arrays
import hypothesis.strategies as st
import numpy as np
from hypothesis import HealthCheck, given, settings

from autograder.probes import Foreign, Limits, WireError, dumps, loads, same, snapshot
from autograder.sandbox import CellStep, Job, ProbeStep
from autograder.sandbox.transcript import Transcript

SOME = settings(
    max_examples=300,
    deadline=None,
    database=None,
    derandomize=True,  # the same examples on every run
    suppress_health_check=[HealthCheck.too_slow],
)
PLAIN_TYPES = (type(None), bool, int, float, complex, str, list, tuple, dict, np.ndarray, Foreign)

dtypes = st.one_of(
    arrays.boolean_dtypes(),
    arrays.integer_dtypes(endianness="="),
    arrays.unsigned_integer_dtypes(endianness="="),
    arrays.floating_dtypes(sizes=(16, 32, 64), endianness="="),
    arrays.complex_number_dtypes(sizes=(64, 128), endianness="="),
)
text = st.text(max_size=20)
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    text,
    arrays.arrays(dtypes, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)),
    st.builds(Foreign, text, text),
)
plain = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.one_of(text, st.integers()), inner, max_size=4),
    ),
    max_leaves=12,
)


def is_plain(value: Any) -> bool:
    """Whether everything in it is of exactly a plain type."""
    if type(value) in (list, tuple):
        return all(map(is_plain, value))
    if type(value) is dict:
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    if type(value) is np.ndarray:
        return not value.dtype.hasobject and value.flags.owndata and value.flags.writeable
    return type(value) in PLAIN_TYPES or isinstance(value, np.generic)


def outcome(data: bytes) -> Any:
    """What `loads` makes of it: a value, or None for a WireError (and nothing else)."""
    try:
        return loads(data, Limits(size=1 << 20, elements=10_000, nodes=1_000))
    except WireError:
        return None


@SOME
@given(plain)
def test_what_was_written_is_read_back_to_the_last_bit(value: Any) -> None:
    assert same(value, loads(dumps(value)))


@SOME
@given(plain)
def test_what_is_read_is_plain(value: Any) -> None:
    assert is_plain(loads(dumps(value)))


@SOME
@given(plain)
def test_a_snapshot_can_be_written(value: Any) -> None:
    copied = snapshot(value)
    assert same(copied, loads(dumps(copied)))


names = st.sampled_from(["ready", "cell-started", "cell-finished", "probe-finished", "done"])
anything = st.one_of(plain, st.sampled_from([0, 1, None]), names)
outputs = st.lists(
    st.fixed_dictionaries(
        {"output_type": st.one_of(anything, st.sampled_from(["stream", "error", "display_data"]))},
        optional={
            name: st.one_of(anything, st.dictionaries(text, anything, max_size=2))
            for name in ("name", "text", "data", "ename", "evalue", "traceback", "execution_count")
        },
    ),
    max_size=2,
)
events = st.fixed_dictionaries(
    {"event": st.one_of(names, anything), "step": st.one_of(st.sampled_from([0, 1]), anything)},
    optional={
        "error": anything,
        "outputs": st.one_of(outputs, anything),
        "observations": st.lists(st.tuples(anything, plain, plain, plain, plain), max_size=2),
        "peak": anything,
    },
)


@SOME
@given(st.lists(events, max_size=6))
def test_a_forged_message_of_any_shape_is_taken_or_dropped(forged: list[Any]) -> None:
    job = Job((CellStep(0, ""), ProbeStep("a", "call", "a", ((1,),))))
    transcript = Transcript(job, most_text=1000)
    transcript.take(dumps({"event": "ready"}))
    transcript.take(dumps({"event": "cell-started", "step": 0}))
    taken = [transcript.take(dumps(event)) for event in forged]
    assert transcript.dropped == taken.count(False)


@SOME
@given(st.binary(max_size=300))
def test_random_bytes_are_refused_or_plain(data: bytes) -> None:
    assert is_plain(outcome(data))


@SOME
@given(st.binary(max_size=200), st.binary(max_size=100))
def test_random_bytes_behind_a_good_beginning_are_refused_or_plain(
    tree: bytes, rest: bytes
) -> None:
    assert is_plain(outcome(b"AGW1" + len(tree).to_bytes(4, "big") + tree + rest))


@SOME
@given(plain, st.data())
def test_a_message_with_changed_bytes_is_refused_or_plain(value: Any, data: st.DataObject) -> None:
    message = bytearray(dumps(value))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(message) - 1))
        message[place] = data.draw(st.integers(0, 255))
    assert is_plain(outcome(bytes(message)))


@SOME
@given(plain, st.data())
def test_a_message_with_a_piece_missing_is_refused_or_plain(
    value: Any, data: st.DataObject
) -> None:
    message = dumps(value)
    begin = data.draw(st.integers(0, len(message) - 1))
    end = data.draw(st.integers(begin + 1, len(message)))
    assert is_plain(outcome(message[:begin] + message[end:]))


@SOME
@given(plain, st.data())
def test_a_message_with_changed_words_is_refused_or_plain(value: Any, data: st.DataObject) -> None:
    words = [b'{"f":', b'{"a":', b'{"s":', b'{"d":', b'{"t":', b"[", b"]", b"}", b"null", b"-1"]
    words += [b"'<f8'", b"'|O'", b"(3,)", b"()", b"999999999", b"True", b"1e5", b"NaN", b"\\ud800"]
    message = dumps(value)
    place = data.draw(st.integers(0, len(message)))
    word = data.draw(st.sampled_from(words))
    assert is_plain(outcome(message[:place] + word + message[place + len(word) :]))
