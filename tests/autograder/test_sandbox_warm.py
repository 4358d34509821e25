"""The warm runner: the same answers as a fresh jail gives, and no job that another one notices."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import SandboxUnavailable
from autograder.sandbox import CellStep, Job, Policy, ProbeStep, Run, available, jail, run, warm
from autograder.sandbox.warm import WarmProcess, WarmRunner

MIB = 1 << 20
QUICK = Policy(memory=1024 * MIB, total_seconds=20.0, step_seconds=5.0)

pytestmark = pytest.mark.skipif(
    any(fact.needed and not fact.ok for fact in available().facts),
    reason="no sandbox on this machine",
)

DEAF = """
import signal
for number in set(signal.valid_signals()) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
while True:
    pass
"""


@pytest.fixture(scope="module")
def runner() -> Iterator[WarmRunner]:
    with WarmRunner() as opened:
        yield opened


def cells(*sources: str) -> Job:
    return Job(tuple(CellStep(number, source) for number, source in enumerate(sources)))


def printed(done: Run, index: int = 0) -> str:
    return "".join(output.get("text", "") for output in done.cells[index].outputs)


def only_process(runner: WarmRunner) -> WarmProcess:
    (process,) = runner._processes.values()
    return process


def test_a_job_gives_what_it_gives_in_a_fresh_jail(runner: WarmRunner) -> None:
    job = Job(
        (
            CellStep(
                0, "import numpy as np, random\ndef f(x):\n    return x / 2\nnp.random.rand()"
            ),
            CellStep(1, "1 / 0"),
            ProbeStep("half", "call", "f", ((1.0,), ("text",))),
        ),
        seed=3,
    )
    one, other = run(job, QUICK), runner.run(job, QUICK)
    assert (one.ending, one.cells, one.observations) == (
        other.ending,
        other.cells,
        other.observations,
    )


def test_nothing_of_a_job_is_left_for_the_next(runner: WarmRunner) -> None:
    spoils = (
        "import numpy, builtins\nnumpy.sum = None\nbuiltins.spoilt = 1\nopen('left', 'w').close()"
    )
    looks = (
        "import numpy, os\nprint(numpy.sum is None, 'spoilt' in dir(__builtins__), os.listdir())"
    )
    assert "done" == runner.run(cells(spoils), QUICK).ending
    assert "False False []\n" == printed(runner.run(cells(looks), QUICK))


def test_a_worker_is_alone_with_the_process_that_waits_for_it(runner: WarmRunner) -> None:
    look = (
        "import os\nprint(sorted(int(n) for n in os.listdir('/proc') if n.isdigit()), os.getpid())"
    )
    assert "[1, 2] 2\n" == printed(runner.run(cells(look), QUICK))


@pytest.mark.parametrize(
    ("source", "ending", "reason"),
    [
        ("import os; os._exit(7)", "crashed", "exit code 7"),
        ("import os, signal; os.kill(os.getpid(), 9)", "crashed", "SIGKILL"),
        ("import ctypes; ctypes.string_at(0)", "crashed", "SIGSEGV"),
        ("import time; time.sleep(60)", "timed-out", "longer than 1 s"),
        (DEAF, "timed-out", "longer than 1 s"),
    ],
)
def test_an_ending_has_its_reason_and_the_next_job_is_served(
    runner: WarmRunner, source: str, ending: str, reason: str
) -> None:
    done = runner.run(cells(source), Policy(total_seconds=10.0, step_seconds=1.0))
    assert ending == done.ending
    assert reason in done.reason
    assert "1\n" == printed(runner.run(cells("print(1)"), QUICK))


def test_the_warm_process_stays_the_same_from_job_to_job(runner: WarmRunner) -> None:
    runner.run(cells("pass"), QUICK)
    process = only_process(runner)
    runner.run(cells("import os; os._exit(1)"), QUICK)
    runner.run(cells("pass"), QUICK)
    assert process is only_process(runner)


def test_a_warm_process_that_was_killed_is_replaced() -> None:
    with WarmRunner() as runner:
        runner.run(cells("pass"), QUICK)
        process = only_process(runner)
        os.killpg(process._process.pid, signal.SIGKILL)
        process._process.wait()
        assert "done" == runner.run(cells("pass"), QUICK).ending
        assert process is not only_process(runner)


def test_a_job_under_which_warm_processes_end_is_tried_twice_and_then_to_blame(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries: list[int] = []
    follow = warm.supervisor.follow

    def killed_meanwhile(*args: Any) -> Run:
        pid = only_process(runner)._process.pid
        tries.append(pid)
        threading.Timer(4.0, os.killpg, (pid, signal.SIGKILL)).start()
        return follow(*args)

    with WarmRunner() as runner:
        monkeypatch.setattr(warm.supervisor, "follow", killed_meanwhile)
        patient = Policy(total_seconds=60.0, step_seconds=30.0)
        done = runner.run(cells("import time; time.sleep(25)"), patient)
        assert "crashed" == done.ending
        assert 2 == len(set(tries))


def test_where_no_fork_can_be_isolated_each_job_gets_a_jail_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuses(*args: Any) -> None:
        raise SandboxUnavailable("no namespaces inside namespaces")

    monkeypatch.setattr(warm, "WarmProcess", refuses)
    with WarmRunner() as runner:
        assert "2\n" == printed(runner.run(cells("print(1 + 1)"), QUICK))


def test_a_course_below_tmp_is_graded_warm_too_and_stays_read_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    room = tmp_path_factory.mktemp("shown")
    assert room.is_relative_to("/tmp")
    room.chmod(0o755)
    (room / "lesson.txt").write_text("to be read")
    binds = jail.binds
    shown = [jail.Bind(room, str(room))]
    monkeypatch.setattr(jail, "binds", lambda modules: [*binds(modules), *shown])
    monkeypatch.setattr(warm.supervisor, "run", None)
    read = f"print(open({str(room / 'lesson.txt')!r}).read())"
    write = f"open({str(room / 'planted')!r}, 'w')"
    look = "import os\nprint(os.getcwd(), os.listdir())"
    with WarmRunner() as runner:
        done = runner.run(cells(read, write, look), QUICK)
    assert "to be read\n" == printed(done)
    assert done.cells[1].error is not None
    assert "OSError" == done.cells[1].error.type
    assert "/tmp/work []\n" == printed(done, 2)


def test_threads_run_jobs_at_once_each_in_its_own_warm_process() -> None:
    def one(number: int) -> str:
        return printed(runner.run(cells(f"print({number})"), QUICK))

    with WarmRunner() as runner, ThreadPoolExecutor(2) as pool:
        assert [f"{n}\n" for n in range(12)] == list(pool.map(one, range(12)))
        assert 2 >= len(runner._processes)


def test_closing_leaves_no_process_behind() -> None:
    with WarmRunner() as runner:
        runner.run(cells("pass"), QUICK)
        process = only_process(runner)
        assert process.alive
    assert not process.alive
    assert not Path(f"/proc/{process._process.pid}").exists()
