"""How student code tries to end its process, or not to end at all; each costs only its own run."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox import ProbeStep

Attack = Callable[..., Any]
MIB = 1 << 20

DEATHS = {
    "os._exit": ("import os; os._exit(0)", "ended itself with exit code 0"),
    "an exit code of ours": ("import os; os._exit(98)", "could not go on"),
    "SIGKILL": ("import os; os.kill(os.getpid(), 9)", "SIGKILL"),
    "SIGTERM": ("import os; os.kill(os.getpid(), 15)", "SIGTERM"),
    "SIGSEGV": ("import ctypes; ctypes.string_at(0)", "SIGSEGV"),
    "SIGABRT": ("import os; os.abort()", "SIGABRT"),
    "all files closed": ("import os; os.closerange(0, 10_000)", "could not go on"),
    "os.write patched": ("import os; os.write = None", "could not go on"),
}
HANGS = {
    "an endless loop": "while True: pass",
    "an endless loop that ignores signals": (
        "import signal\n"
        "for number in set(range(1, 65)) - {9, 19, 32, 33}:\n"
        "    signal.signal(number, signal.SIG_IGN)\n"
        "while True:\n"
        "    try:\n"
        "        while True: pass\n"
        "    except BaseException: pass"
    ),
    "SIGSTOP": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "sleep": "import time; time.sleep(1e6)",
    "a loop in C": "sum(range(10 ** 15))",
    "a deadlock": "import threading; threading.Lock().__enter__(); threading.Event().wait()",
    "an endless print": "while True: print('x' * 10_000)",
    "an endless write past Python": "import os\nwhile True: os.write(1, b'x' * 65_536)",
    "an endless display": "from IPython.display import display\nwhile True: display(1)",
}


@pytest.mark.parametrize("name", DEATHS)
def test_a_cell_that_ends_its_process_is_named_with_the_way_it_ended(
    attack: Attack, name: str
) -> None:
    cell, reason = DEATHS[name]
    run = attack("x = 1", cell, "x = 2").run
    assert run.ending == "crashed"
    assert reason in run.reason
    assert run.running.index == 1
    assert list(run.cells) == [0]


@pytest.mark.parametrize("name", HANGS)
def test_a_cell_that_does_not_end_is_ended(attack: Attack, name: str) -> None:
    run = attack("x = 1", HANGS[name], "x = 2", step_seconds=1.0).run
    assert run.ending == "timed-out"
    assert run.reason == "a cell ran longer than 1 s"
    assert run.running.index == 1
    assert list(run.cells) == [0]


def test_a_call_that_does_not_end_is_ended(attack: Attack) -> None:
    run = attack("def answer(x):\n    while True: pass", step_seconds=1.0).run
    assert run.ending == "timed-out"
    assert isinstance(run.running, ProbeStep)
    assert run.reason == "the check of answer ran longer than 1 s"


def test_many_slow_cells_end_with_the_notebooks_own_limit(attack: Attack) -> None:
    cells = ["import time; time.sleep(0.6)"] * 20
    run = attack(*cells, step_seconds=5.0, total_seconds=2.5).run
    assert run.ending == "timed-out"
    assert run.reason == "the notebook ran longer than 2.5 s"


def test_nothing_of_an_ended_run_is_left_running(attack: Attack) -> None:
    mark = uuid.uuid4().hex[:15]
    cell = (
        "import os, threading, time\n"
        f"open('/proc/self/comm', 'w').write({mark!r})\n"
        "threading.Thread(target=time.sleep, args=(1e6,)).start()\n"
        "os.setsid() if os.getsid(0) != os.getpid() else None\n"
        "time.sleep(1e6)"
    )
    assert attack(cell, step_seconds=1.0).run.ending == "timed-out"
    assert _disappears(mark)


def test_nothing_of_a_finished_run_is_left_running(attack: Attack) -> None:
    mark = uuid.uuid4().hex[:15]
    cell = (
        "import atexit, threading, time\n"
        f"open('/proc/self/comm', 'w').write({mark!r})\n"
        "class Late:\n"
        "    def __del__(self): time.sleep(1e6)\n"
        "late = Late()\n"
        "atexit.register(time.sleep, 1e6)\n"
        "threading.Thread(target=time.sleep, args=(1e6,)).start()\n"
        "answer = abs"
    )
    assert attack(cell).run.ending == "done"
    assert _disappears(mark)


def _disappears(name: str) -> bool:
    """Whether no process of that name is there, after the moment that the kernel needs."""
    for _ in range(100):
        if name not in _names_of_processes():
            return True
        time.sleep(0.05)
    return False


def _names_of_processes() -> set[str]:
    names = set()
    for place in Path("/proc").glob("[0-9]*/comm"):
        try:
            names.add(place.read_text().strip())
        except OSError:
            continue  # it ended meanwhile
    return names


def test_a_fork_bomb_does_not_go_off(attack: Attack) -> None:
    attacked = attack("import os\nwhile True: os.fork()")
    assert attacked.error(0) == "PermissionError"


def test_a_thread_bomb_meets_the_limit(attack: Attack) -> None:
    attacked = attack(
        "import threading, time\n"
        "threads = [threading.Thread(target=time.sleep, args=(1e6,)) for _ in range(5000)]\n"
        "for thread in threads: thread.start()",
        "x = 1",
    )
    assert attacked.error(0) in ("RuntimeError", "MemoryError")
    assert attacked.run.ending == "done"


@pytest.mark.parametrize(
    "cell",
    [
        "import numpy as np\nnp.ones(10 ** 11)",
        "import numpy as np\nkept = []\nwhile True: kept.append(np.ones(10 ** 6))",
        "kept = bytearray()\nwhile True: kept += bytes(10 ** 7)",
        "kept = 'x'\nwhile True: kept += kept",
    ],
    ids=["at once", "piece by piece", "in place", "doubling"],
)
def test_a_memory_hog_is_told_apart(attack: Attack, cell: str) -> None:
    attacked = attack("x = 1", cell, "x = 2", memory=700 * MIB)
    assert attacked.error(1) == "MemoryError"
    assert attacked.run.ending == "done"
    assert attacked.run.peak_memory < 800 * MIB


def test_a_memory_hog_of_many_small_things_ends_as_out_of_memory(attack: Attack) -> None:
    hog = "kept = []\nwhile True: kept.append([kept, {}])"
    attacked = attack(hog, memory=700 * MIB, step_seconds=90.0, total_seconds=120.0)
    assert attacked.run.ending == "out-of-memory" or attacked.error(0) == "MemoryError"


def test_memory_asked_for_in_a_call_is_an_observation(attack: Attack) -> None:
    seen = attack("import numpy as np\ndef answer(x): return np.ones(10 ** 11)").seen()
    assert seen.outcome == "raised"
    assert seen.error.startswith("MemoryError: ")


def test_endless_recursion_is_an_exception(attack: Attack) -> None:
    seen = attack("def answer(x): return answer(x)").seen()
    assert seen.outcome == "raised"
    assert seen.error.startswith("RecursionError")


def test_recursion_without_a_limit_costs_only_its_own_run(attack: Attack) -> None:
    cell = (
        "import sys; sys.setrecursionlimit(10 ** 9)\n"
        "class Deep:\n    def __repr__(self): return repr(self)\n"
        "x = 1 if repr(Deep()) else 2"
    )
    attacked = attack(cell, memory=700 * MIB, step_seconds=10.0)
    assert attacked.run.ending != "done" or attacked.error(0) != ""


@pytest.mark.parametrize(
    "raised",
    ["SystemExit(0)", "KeyboardInterrupt", "GeneratorExit", "BaseException('x')", "MemoryError"],
)
def test_an_exception_meant_to_end_the_worker_does_not(attack: Attack, raised: str) -> None:
    cell = f"def answer(x): raise {raised}"
    attacked = attack(cell, f"raise {raised}", names=("answer",))
    assert attacked.run.ending == "done"
    assert attacked.error(1) == raised.partition("(")[0]
    assert attacked.seen().outcome == "raised"


def test_an_endless_print_keeps_what_was_allowed_and_says_that_it_is_cut(attack: Attack) -> None:
    attacked = attack("for n in range(10 ** 5): print('x' * 1000)", output=5_000)
    assert len(attacked.text(0)) < 5_200
    assert "the rest of the output is left out" in attacked.text(0)


def test_outputs_of_many_cells_have_a_limit_together(attack: Attack) -> None:
    attacked = attack(*["print('x' * 4_000)"] * 5, names=(), output=5_000, output_in_all=10_000)
    assert sum(attacked.text(cell).count("x") for cell in range(5)) <= 10_000


def test_very_many_outputs_are_cut(attack: Attack) -> None:
    cell = "from IPython.display import display\nfor n in range(50_000): display(n)"
    assert len(attack(cell, names=()).run.cells[0].outputs) < 600


def test_files_are_gone_in_the_next_run(attack: Attack) -> None:
    attack(
        "import os, pathlib\n"
        "for place in ('.', '/tmp', os.path.expanduser('~'), '/tmp/matplotlib'):\n"
        "    pathlib.Path(place).mkdir(exist_ok=True)\n"
        "    pathlib.Path(place, 'planted.py').write_text('x = 1')\n"
        "answer = abs"
    )
    after = attack("import os; print(os.listdir('.'), os.listdir('/tmp'))\nimport planted")
    assert "planted" not in after.text(0)
    assert after.error(0) == "ModuleNotFoundError"
