"""Messages of a worker are taken only if they fit the job and the moment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.probes import Foreign, Observation, dumps
from autograder.sandbox import CellError, CellResult, CellStep, Job, ProbeStep
from autograder.sandbox.transcript import Transcript

JOB = Job((CellStep(7, "x = 1"), ProbeStep("ltu", "call", "ltu", ((1,), (2,)))))
SEEN = [["returned", 1, (), "", ""], ["raised", None, (0,), "ValueError: x", "x"]]
READY = {"event": "ready"}
CELL_STARTED = {"event": "cell-started", "step": 0}
CELL_FINISHED = {"event": "cell-finished", "step": 0, "error": None, "outputs": [], "peak": 100}
PROBE_STARTED = {"event": "probe-started", "step": 1}
PROBE_FINISHED = {"event": "probe-finished", "step": 1, "observations": SEEN, "peak": 50}
DONE = {"event": "done"}
WHOLE = [READY, CELL_STARTED, CELL_FINISHED, PROBE_STARTED, PROBE_FINISHED, DONE]


def follow(*events: Any) -> Transcript:
    """A transcript that has been shown these messages."""
    transcript = Transcript(JOB, most_text=1000)
    for event in events:
        transcript.take(event if isinstance(event, bytes) else dumps(event))
    return transcript


def finished(**changes: Any) -> Transcript:
    """The transcript after a cell finished with these fields changed."""
    return follow(READY, CELL_STARTED, {**CELL_FINISHED, **changes})


def test_a_whole_run_is_taken() -> None:
    transcript = follow(*WHOLE)
    assert (True, True, 2, 0) == (
        transcript.ready,
        transcript.done,
        transcript.finished,
        transcript.dropped,
    )
    assert {7: CellResult(7, None, ())} == transcript.cells
    assert transcript.observations["ltu"] == (
        Observation("returned", 1),
        Observation("raised", mutated=(0,), error="ValueError: x", line="x"),
    )


def test_the_highest_peak_is_kept() -> None:
    assert 100 == follow(*WHOLE).peak_memory


@pytest.mark.parametrize("count", range(6))
def test_a_running_step_is_known(count: int) -> None:
    running = [None, None, JOB.steps[0], None, JOB.steps[1], None]
    assert running[count] == follow(*WHOLE[:count]).running


@pytest.mark.parametrize("missing", range(5))
def test_without_any_one_message_the_job_is_not_done(missing: int) -> None:
    transcript = follow(*WHOLE[:missing], *WHOLE[missing + 1 :])
    assert not transcript.done
    assert transcript.dropped > 0


@pytest.mark.parametrize("twice", range(6))
def test_a_message_said_twice_is_dropped_once(twice: int) -> None:
    transcript = follow(*WHOLE[: twice + 1], *WHOLE[twice:])
    assert (True, 1) == (transcript.done, transcript.dropped)


@pytest.mark.parametrize(
    "event",
    [
        b"garbage",
        None,
        [],
        {},
        {"event": "passed", "step": 0},
        {"event": ["ready"]},
        {"event": np.array(["cell-started", "cell-started"]), "step": 0},
        {"event": "cell-finished", "step": 0},
        {"event": "probe-started", "step": 0},
        {"event": "cell-started", "step": 1},
        {"event": "cell-started", "step": False},
        {"event": "cell-started", "step": 0.0},
        {"event": "cell-started", "step": -1},
        {"event": "cell-started", "step": np.array(0)},
        {"event": "cell-started"},
        {"event": "done"},
    ],
    ids=repr,
)
def test_a_message_that_does_not_fit_is_dropped(event: Any) -> None:
    transcript = follow(READY, event, *WHOLE[1:])
    assert (True, 1) == (transcript.done, transcript.dropped)


def test_after_the_end_nothing_is_taken() -> None:
    assert 2 == follow(*WHOLE, CELL_STARTED, DONE).dropped


def test_an_error_is_cut_to_size() -> None:
    error = {"type": "T" * 1000, "message": "a\nb" * 1000, "line": "x" * 1000}
    found = finished(error=error).cells[7].error
    assert isinstance(found, CellError)
    assert (100, 300, 200) == (len(found.type), len(found.message), len(found.line))
    assert "\n" not in found.message


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "stream", "name": "stdout", "text": "a\n"},
        {"output_type": "stream", "name": "stderr", "text": ""},
        {"output_type": "display_data", "data": {"text/html": "<b>"}, "metadata": {}},
        {
            "output_type": "execute_result",
            "execution_count": 3,
            "data": {"text/plain": "2", "image/svg+xml": "<svg>"},
            "metadata": {},
        },
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", "b"]},
    ],
    ids=lambda output: output["output_type"],
)
def test_an_output_is_taken_as_it_is(output: dict[str, Any]) -> None:
    assert (output,) == finished(outputs=[output]).cells[7].outputs


def test_what_an_output_has_beside_its_known_parts_is_left_out() -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "a", "metadata": {"x": 1}}
    (found,) = finished(outputs=[output]).cells[7].outputs
    assert {"output_type", "name", "text"} == set(found)


@pytest.mark.parametrize(
    "changes",
    [
        {"error": "ValueError"},
        {"error": {"type": "E"}},
        {"error": {"type": "E", "message": 1, "line": ""}},
        {"outputs": None},
        {"outputs": {}},
        {"outputs": [None]},
        {"outputs": [{}]},
        {"outputs": [{"output_type": np.array(["stream", "stream"])}]},
        {"outputs": [{"output_type": "stream", "name": np.array(["stdout"] * 2), "text": "a"}]},
        {"outputs": [{"output_type": "stream", "name": "stdlog", "text": "a"}]},
        {"outputs": [{"output_type": "stream", "name": "stdout", "text": ["a"]}]},
        {"outputs": [{"output_type": "stream", "name": "stdout", "text": "a" * 1001}]},
        {"outputs": [{"output_type": "stream", "name": "stdout", "text": "a"}] * 2001},
        {"outputs": [{"output_type": "display_data", "data": {"text/html": 1}}]},
        {"outputs": [{"output_type": "display_data", "data": {"<script>": "a"}}]},
        {"outputs": [{"output_type": "display_data", "data": {1: "a"}}]},
        {"outputs": [{"output_type": "error", "ename": "a", "evalue": "a", "traceback": [1]}]},
        {"outputs": [{"output_type": "error", "ename": "", "evalue": "", "traceback": [""] * 201}]},
    ],
    ids=lambda changes: repr(changes)[:60],
)
def test_a_result_that_is_none_is_dropped(changes: dict[str, Any]) -> None:
    transcript = finished(**changes)
    assert ({}, 1) == (transcript.cells, transcript.dropped)
    assert transcript.running == JOB.steps[0]


@pytest.mark.parametrize("peak", [None, "1", -1, 1 << 60, 1.5])
def test_a_peak_that_is_none_is_not_believed(peak: Any) -> None:
    transcript = finished(peak=peak)
    assert (0, 0, 1) == (transcript.peak_memory, transcript.dropped, transcript.finished)


@pytest.mark.parametrize(
    "observations",
    [None, {}, SEEN[:1], SEEN * 2, [None, None], [["stopped", None, (), "", ""]] * 2],
    ids=repr,
)
def test_observations_that_are_none_are_dropped(observations: Any) -> None:
    event = {**PROBE_FINISHED, "observations": observations}
    transcript = follow(*WHOLE[:4], event)
    assert ({}, 1) == (transcript.observations, transcript.dropped)


def test_a_value_is_held_to_the_limits_of_one_answer() -> None:
    big = ["returned", [0] * 20_000, (), "", ""]
    (seen, _) = follow(*WHOLE[:4], {**PROBE_FINISHED, "observations": [big, SEEN[1]]}).observations[
        "ltu"
    ]
    assert Foreign("list", "more than 10000 values") == seen.value


def test_a_numpy_scalar_in_a_forged_value_becomes_an_array() -> None:
    forged = ["returned", np.float64(1), (), "", ""]
    (seen, _) = follow(
        *WHOLE[:4], {**PROBE_FINISHED, "observations": [forged, SEEN[1]]}
    ).observations["ltu"]
    assert isinstance(seen.value, np.ndarray)
