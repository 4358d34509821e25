"""How student code tries to be believed: forged messages, patched functions, objects that lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.probes import Foreign

Attack = Callable[..., Any]

FORGE = """
import os, stat
from autograder.probes import dumps, frame

def forge(data):
    "Write to every pipe that this process has open."
    for fd in sorted(int(name) for name in os.listdir('/proc/self/fd')):
        try:
            if stat.S_ISFIFO(os.fstat(fd).st_mode):
                os.write(fd, data)
        except OSError:
            pass

def event(**fields):
    forge(frame(dumps(fields)))

right = [['returned', 1.0, (), '', '']]
"""


def test_an_observation_before_its_time_is_dropped(attack: Attack) -> None:
    attacked = attack(
        FORGE,
        "event(event='probe-started', step=3)\n"
        "event(event='probe-finished', step=3, observations=right, peak=0)\n"
        "event(event='probe-finished', step=1, observations=right, peak=0)\n",
        "def answer(x): return 42",
    )
    assert attacked.run.ending == "done"
    assert attacked.run.dropped == 3
    assert attacked.seen().value == 42


def test_a_forged_end_is_no_end(attack: Attack) -> None:
    attacked = attack(FORGE, "event(event='done')", "def answer(x): return 42")
    assert attacked.run.dropped == 1
    assert attacked.seen().value == 42


def test_a_forged_observation_in_time_changes_only_its_own_exercise(attack: Attack) -> None:
    attacked = attack(
        FORGE,
        "def first(x):\n"
        "    event(event='probe-finished', step=2, observations=right, peak=0)\n"
        "    return 42\n"
        "def second(x): return 43",
        names=("first", "second"),
    )
    assert attacked.seen("first").value == 1.0  # what it could have returned as well
    assert attacked.seen("second").value == 43


def test_a_worker_cannot_say_that_it_was_stopped(attack: Attack) -> None:
    attacked = attack(
        FORGE,
        "def answer(x):\n"
        "    stopped = [['stopped', None, (), '', '']]\n"
        "    event(event='probe-finished', step=2, observations=stopped, peak=0)\n"
        "    return 42",
    )
    assert attacked.run.dropped == 1
    assert attacked.seen().value == 42


@pytest.mark.parametrize(
    "cell",
    [
        "forge(b'garbage that is no length and no message at all' * 10)",
        "forge(b'\\xff\\xff\\xff\\xff')",
        "forge(b'\\x00\\x00\\x00\\x05hello' * 3)",
        "forge(b'\\x00')",
    ],
    ids=["garbage", "a huge length", "empty messages", "half a length"],
)
def test_garbage_on_the_result_pipe_costs_only_its_own_run(attack: Attack, cell: str) -> None:
    attacked = attack(FORGE, cell, "answer = abs", step_seconds=2.0)
    assert attacked.run.ending in ("done", "crashed", "timed-out")
    assert 0 in attacked.run.cells


def test_a_flood_on_the_result_pipe_is_stopped(attack: Attack) -> None:
    cell = "message = frame(dumps({'event': 'x' * 10_000}))\nwhile True: forge(message)"
    run = attack(FORGE, cell, result_bytes=1 << 20).run
    assert run.ending == "crashed"
    assert run.reason == "more than 1048576 bytes came back"


def test_a_flood_of_small_messages_is_stopped(attack: Attack) -> None:
    run = attack(FORGE, "while True: forge(bytes(65_536))").run
    assert run.ending == "crashed"
    assert run.reason == "what came back could not be read"


LIARS = {
    "an object that equals everything": (
        "class Liar:\n"
        "    def __eq__(self, other): return True\n"
        "    __array_priority__ = 1e9\n"
        "    def __array__(self, *args, **kwargs): return np.ones(3)\n"
        "    def __array_function__(self, *args): return True\n"
        "    def __array_ufunc__(self, *args, **kwargs): return True\n"
        "    def __float__(self): return 1.0\n"
        "    def __getattr__(self, name): return self\n"
        "    def __call__(self, *args): return True\n"
        "    __class__ = np.ndarray\n"
        "answer = lambda x: Liar()"
    ),
    "an array that equals everything": (
        "class Liar(np.ndarray):\n"
        "    def __eq__(self, other): return True\n"
        "answer = lambda x: np.ones(3).view(Liar)"
    ),
    "a float that equals everything": (
        "class Liar(float):\n    def __eq__(self, other): return True\nanswer = lambda x: Liar(1)"
    ),
    "a list that equals everything": (
        "class Liar(list):\n"
        "    def __eq__(self, other): return True\n"
        "    def __len__(self): return 3\n"
        "answer = lambda x: Liar([1])"
    ),
    "a type that lies about its name": (
        "class Meta(type):\n"
        "    __name__ = __module__ = property(lambda self: 1 / 0)\n"
        "    def __instancecheck__(self, other): return True\n"
        "    def __eq__(self, other): return True\n"
        "    def __hash__(self): return hash(float)\n"
        "class Liar(metaclass=Meta): pass\n"
        "answer = lambda x: Liar()"
    ),
    "an array of objects": (
        "class Liar:\n"
        "    def __eq__(self, other): return True\n"
        "    def __reduce__(self): return (print, ('unpickled',))\n"
        "answer = lambda x: np.array([Liar()])"
    ),
    "a masked array": "answer = lambda x: np.ma.array([1.0], mask=True)",
    "a function": "answer = lambda x: answer",
    "a generator": "answer = lambda x: (n for n in [x])",
    "a coroutine": "async def answer(x): return x",
}


@pytest.mark.parametrize("name", LIARS)
def test_an_object_of_their_own_comes_out_as_foreign(attack: Attack, name: str) -> None:
    seen = attack("import numpy as np\n" + LIARS[name]).seen()
    assert seen.outcome == "returned"
    assert isinstance(seen.value, Foreign)


HUGE = {
    "an array": "np.ones(10 ** 7)",
    "an array without memory": "np.broadcast_to(1.0, (10 ** 6, 10 ** 6))",
    "a list": "[0] * 10 ** 7",
    "a text": "'x' * 10 ** 8",
    "an integer": "1 << 10 ** 8",
    "a deep list": "deep",
    "a list in itself": "loop",
    "a list of itself many times over": "wide",
}


@pytest.mark.parametrize("name", HUGE)
def test_an_answer_that_is_too_much_is_not_carried_over(attack: Attack, name: str) -> None:
    cell = (
        "import numpy as np\n"
        "deep = wide = []\n"
        "for _ in range(100_000): deep = [deep]\n"
        "for _ in range(60): wide = [wide, wide]\n"
        "loop = []; loop.append(loop)\n"
        f"def answer(x): return {HUGE[name]}"
    )
    attacked = attack(cell)
    assert attacked.run.ending == "done"
    assert isinstance(attacked.seen().value, Foreign)
    assert attacked.seen().value.reason != ""


PATCHES = {
    "numpy": (
        "for name in ('allclose', 'array_equal', 'isclose', 'testing', 'all', 'shape'):\n"
        "    setattr(np, name, lambda *args, **kwargs: True)"
    ),
    "builtins": (
        "import builtins\n"
        "builtins.print = builtins.abs = builtins.round = builtins.sum = lambda *args: True"
    ),
    "json": "import json\njson.dumps = json.loads = lambda *args, **kwargs: '{}'",
    "the standard streams": (
        "import sys, io\n"
        "sys.stdout = sys.stderr = sys.__stdout__ = sys.stdin = None\n"
        "sys.displayhook = sys.excepthook = None"
    ),
    "warnings and errors": (
        "import warnings\nwarnings.simplefilter('error')\nnp.seterr(all='raise')"
    ),
    "the random generators": "import random\nnp.random.seed = random.seed = None",
    "the judge's inputs": (
        "import gc\n"
        "for found in gc.get_objects():\n"
        "    if type(found) is dict and 'cases' in found: found['cases'] = [(0.0,)]"
    ),
}


@pytest.mark.parametrize("name", PATCHES)
def test_patching_the_worker_changes_nothing_but_its_own_observation(
    attack: Attack, name: str
) -> None:
    attacked = attack("import numpy as np", PATCHES[name], "def answer(x):\n    return x + 1")
    if attacked.run.ending == "done":
        assert attacked.seen().value in (2.0, 1.0, None)
    else:
        assert attacked.run.ending == "crashed"


HARD_PATCHES = {
    "all of builtins": (
        "import builtins\n"
        "for name in ('len', 'type', 'isinstance', 'list', 'tuple', 'enumerate', 'zip', 'map'):\n"
        "    setattr(builtins, name, None)"
    ),
    "all of numpy": (
        "import numpy as np\n"
        "for name in ('array', 'asarray', 'ndarray', 'dtype', 'errstate', 'frombuffer'):\n"
        "    setattr(np, name, None)"
    ),
    "the probes": (
        "import autograder.probes.call as c, autograder.worker.main as m\n"
        "m.observe = lambda *args: ['passed'] * 1000"
    ),
    "the wire": (
        "import autograder.worker.main as m\nm.dumps = lambda plain: b'AGW1' + bytes(4) + b'null'"
    ),
}


@pytest.mark.parametrize("name", HARD_PATCHES)
def test_breaking_the_worker_breaks_only_its_own_run(attack: Attack, name: str) -> None:
    run = attack("x = 1", HARD_PATCHES[name], "answer = abs", step_seconds=2.0).run
    assert 0 in run.cells
    if run.ending == "done":
        (seen,) = run.observations["answer"]
        assert seen.outcome == "raised"


def test_arguments_cannot_be_changed_behind_the_judges_back(attack: Attack) -> None:
    attacked = attack("def answer(x):\n    x[:] = 0\n    return x", args=(np.ones(3),))
    assert attacked.seen().mutated == (0,)


def test_what_is_printed_while_being_probed_is_dropped(attack: Attack) -> None:
    attacked = attack(
        "import sys\n"
        "def answer(x):\n"
        "    print('hidden', x); sys.stderr.write(str(x)); display(x)\n"
        "    return x",
        args=(123.456,),
    )
    assert attacked.seen().value == 123.456
    assert "123.456" not in str(attacked.run.cells)
