"""The recorder keeps what a cell shows, up to its limits."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.worker.outputs import CUT, MOST_OUTPUTS, Recorder, Stream


@pytest.fixture
def recorder() -> Recorder:
    return Recorder(per_cell=10, in_all=25)


def texts(outputs: list[dict[str, Any]]) -> list[str]:
    return [output["text"] for output in outputs]


def test_pieces_of_one_stream_are_joined(recorder: Recorder) -> None:
    for piece in "abc":
        recorder.stream("stdout", piece)
    assert ["abc"] == texts(recorder.take())


def test_taking_begins_anew(recorder: Recorder) -> None:
    recorder.stream("stdout", "a")
    recorder.take()
    assert [] == recorder.take()


def test_text_beyond_the_limit_is_cut_with_a_note(recorder: Recorder) -> None:
    recorder.stream("stdout", "a" * 8)
    recorder.stream("stdout", "b" * 8)
    recorder.stream("stdout", "c" * 8)
    assert ["a" * 8 + "bb", CUT] == texts(recorder.take())


def test_the_next_cell_has_its_own_room(recorder: Recorder) -> None:
    recorder.stream("stdout", "a" * 100)
    recorder.take()
    recorder.stream("stdout", "b" * 5)
    assert ["b" * 5] == texts(recorder.take())


def test_all_cells_share_what_there_is(recorder: Recorder) -> None:
    kept = []
    for _ in range(4):
        recorder.stream("stdout", "#" * 10)
        kept.append("".join(texts(recorder.take())).count("#"))
    assert [10, 10, 5, 0] == kept


def test_a_display_that_does_not_fit_is_left_out_whole(recorder: Recorder) -> None:
    recorder.display({"text/plain": "a" * 11})
    assert [CUT] == texts(recorder.take())


def test_a_display_without_text_is_left_out(recorder: Recorder) -> None:
    recorder.display({"image/png": b"binary", "application/json": {"a": 1}})
    assert [] == recorder.take()


def test_very_many_outputs_are_cut() -> None:
    recorder = Recorder(per_cell=10**6, in_all=10**6)
    for _ in range(2 * MOST_OUTPUTS):
        recorder.display({"text/plain": "a"})
    outputs = recorder.take()
    assert MOST_OUTPUTS + 1 == len(outputs)
    assert outputs[-1]["text"] == CUT


def test_an_error_is_kept_although_the_room_is_used_up(recorder: Recorder) -> None:
    recorder.stream("stdout", "a" * 100)
    recorder.error("ValueError", "why", ["line"] * 100)
    last = recorder.take()[-1]
    assert "ValueError" == last["ename"]
    assert 50 == len(last["traceback"])


def test_errors_without_end_are_left_out(recorder: Recorder) -> None:
    for _ in range(5 * MOST_OUTPUTS):
        recorder.error("ValueError", "why", [])
    assert len(recorder.take()) < 3 * MOST_OUTPUTS


def test_nothing_is_kept_while_muted(recorder: Recorder) -> None:
    recorder.muted = True
    recorder.stream("stdout", "a")
    recorder.display({"text/plain": "a"})
    recorder.error("ValueError", "why", [])
    recorder.muted = False
    assert [] == recorder.take()


def test_clearing_forgets_but_gives_no_room_back(recorder: Recorder) -> None:
    recorder.stream("stdout", "a" * 8)
    recorder.clear()
    recorder.stream("stdout", "b" * 8)
    assert ["bb", CUT] == texts(recorder.take())


def test_a_stream_is_a_text_file(recorder: Recorder) -> None:
    stream = Stream("stdout", recorder)
    assert 3 == stream.write("abc")
    stream.writelines(["d", "e"])
    stream.flush()
    assert (True, False, "utf-8") == (stream.writable(), stream.isatty(), stream.encoding)
    assert ["abcde"] == texts(recorder.take())


def test_a_subclass_of_text_is_kept_as_text(recorder: Recorder) -> None:
    class Loud(str):
        def __str__(self) -> str:
            raise AssertionError

    Stream("stdout", recorder).write(Loud("a"))
    assert [str] == [type(item) for item in texts(recorder.take())]
