"""Running jobs in a jail and without one: what starts, what ends, and what is said about it."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.probes import WireError
from autograder.sandbox import (
    CellStep,
    Job,
    Kind,
    Policy,
    ProbeStep,
    Run,
    SandboxUnavailable,
    available,
    bubblewrap,
    doctor,
    jail,
    launcher,
    run,
)
from autograder.sandbox.jail import Bind

KINDS: tuple[Kind, ...] = ("bubblewrap", "none")
NEEDS_JAIL = pytest.mark.skipif(
    not available().usable, reason="no jail starts on this machine: see `autograder doctor`"
)
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives privileges up")


@pytest.fixture(params=[pytest.param("bubblewrap", marks=NEEDS_JAIL), "none"])
def kind(request: pytest.FixtureRequest) -> Kind:
    found: Kind = request.param
    return found


def cells(*sources: str) -> Job:
    return Job(tuple(CellStep(number, source) for number, source in enumerate(sources)))


def text(result: Run, cell: int = 0) -> str:
    return "".join(output.get("text", "") for output in result.cells[cell].outputs)


class TestRuns:
    def test_an_empty_job_is_done(self, kind: Kind) -> None:
        done = run(Job(()), kind=kind)
        assert ("done", "", None, 0) == (done.ending, done.reason, done.running, done.finished)
        assert done.seconds > 0

    def test_a_probe_observes_each_case(self, kind: Kind) -> None:
        probe = ProbeStep("double", "call", "double", ((1,), (np.float32(2),), (np.ones(2),)))
        job = Job((CellStep(4, "def double(x): return 2 * x"), probe))
        first, second, third = run(job, kind=kind).observations["double"]
        assert 2 == first.value
        assert ("float32", ()) == (second.value.dtype.name, second.value.shape)  # type: ignore[union-attr]  # an array
        assert [2.0, 2.0] == third.value.tolist()  # type: ignore[union-attr]  # an array

    def test_a_job_larger_than_a_pipe_arrives(self, kind: Kind) -> None:
        big = np.arange(300_000.0)
        job = Job((CellStep(0, "answer = len"), ProbeStep("a", "call", "answer", ((big,),))))
        assert 300_000 == run(job, kind=kind).observations["a"][0].value

    def test_runs_side_by_side_do_not_meet(self, kind: Kind) -> None:
        jobs = [
            cells(f"open('own', 'w').write('{n}')", "print(open('own').read())") for n in range(4)
        ]
        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(lambda job: run(job, kind=kind), jobs))
        assert ["0\n", "1\n", "2\n", "3\n"] == [text(result, 1) for result in results]

    def test_the_environment_is_ours_alone(
        self, kind: Kind, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TEST_SECRET", "secret")
        monkeypatch.setenv("PYTHONPATH", "/elsewhere")
        said = text(run(cells("import os, sys; print(dict(os.environ), sys.path)"), kind=kind))
        assert "secret" not in said
        assert "/elsewhere" not in said

    def test_no_descriptor_is_left_open(self, kind: Kind) -> None:
        run(Job(()), kind=kind)
        before = sorted(Path("/proc/self/fd").iterdir())
        run(Job(()), kind=kind)
        assert before == sorted(Path("/proc/self/fd").iterdir())

    def test_a_crash_is_told_with_its_signal(self, kind: Kind) -> None:
        ended = run(cells("x = 1", "import os; os.kill(os.getpid(), 9)"), kind=kind)
        assert ("crashed", "the process was ended by SIGKILL") == (ended.ending, ended.reason)
        assert (CellStep(1, "import os; os.kill(os.getpid(), 9)"), 1) == (
            ended.running,
            ended.finished,
        )

    def test_an_exit_code_of_memory_is_believed_as_such(self, kind: Kind) -> None:
        assert "out-of-memory" == run(cells("import os; os._exit(97)"), kind=kind).ending

    def test_a_step_over_its_time_is_ended(self, kind: Kind) -> None:
        ended = run(cells("while True: pass"), Policy(step_seconds=1.0), kind=kind)
        assert ("timed-out", "a cell ran longer than 1 s") == (ended.ending, ended.reason)

    def test_a_closed_connection_is_a_crash(self, kind: Kind) -> None:
        cell = "import os, time\nos.closerange(3, 1000)\nwhile True: time.sleep(1)"
        ended = run(cells(cell), Policy(step_seconds=30.0), kind=kind)
        assert ("crashed", "the process closed its connection") == (ended.ending, ended.reason)

    def test_a_worker_that_is_too_slow_to_start_is_our_problem(self, kind: Kind) -> None:
        with pytest.raises(SandboxUnavailable, match="ran longer than 0 s"):
            run(Job(()), Policy(start_seconds=0.0), kind=kind)

    def test_a_worker_without_memory_to_start_is_our_problem(self, kind: Kind) -> None:
        with pytest.raises(SandboxUnavailable, match="The worker did not start"):
            run(Job(()), Policy(memory=20 << 20), kind=kind)

    def test_a_module_that_does_not_exist_is_our_fault(self, kind: Kind) -> None:
        with pytest.raises(ValueError, match="course_lib has no module 'nothing'"):
            run(Job((), library=("nothing",)), kind=kind)

    @pytest.mark.parametrize("name", ["../x", "os.path", "", "Plots", "__init__"])
    def test_a_library_must_name_modules(self, name: str, kind: Kind) -> None:
        with pytest.raises(ValueError, match="not all of these are modules"):
            run(Job((), library=(name,)), kind=kind)

    def test_a_case_that_is_not_plain_is_our_fault(self, kind: Kind) -> None:
        with pytest.raises(WireError):
            run(Job((ProbeStep("a", "call", "a", ((object(),),)),)), kind=kind)

    def test_a_library_can_be_named_with_its_package(self, kind: Kind) -> None:
        assert "done" == run(Job((), library=("course_lib.plots",)), kind=kind).ending


def test_without_a_jail_a_process_left_behind_does_not_hold_the_run_up() -> None:
    cell = "import os, time\nif os.fork() == 0:\n    time.sleep(20)\n    os._exit(0)\nos._exit(3)"
    ended = run(cells(cell), Policy(step_seconds=15.0), kind="none")
    assert ("crashed", "the process ended itself with exit code 3") == (ended.ending, ended.reason)


def test_without_a_jail_the_repository_is_not_on_the_path() -> None:
    repository = str(Path(jail.__file__).parents[2])
    said = text(run(cells("import sys; print(sys.path)"), kind="none"))
    assert f"'{repository}'" not in said


class TestUnavailable:
    @pytest.mark.parametrize(
        ("bwrap", "complaint"), [("/nonexistent", "there is no /nonexistent"), ("/bin/false", "")]
    )
    def test_a_run_refuses_with_instructions(
        self, monkeypatch: pytest.MonkeyPatch, bwrap: str, complaint: str
    ) -> None:
        monkeypatch.setenv(bubblewrap.VARIABLE, bwrap)
        with pytest.raises(SandboxUnavailable) as caught:
            run(Job(()))
        assert complaint in str(caught.value)
        assert "apt install bubblewrap" in str(caught.value)
        assert "--sandbox none" in str(caught.value)
        assert 2 == caught.value.exit_code

    def test_the_doctor_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(bubblewrap.VARIABLE, "/nonexistent")
        found = available()
        facts = {fact.name: fact for fact in found.facts}
        assert not found.usable
        assert not facts["bubblewrap"].ok
        assert "AUTOGRADER_BWRAP names /nonexistent" in facts["bubblewrap"].text
        assert not facts["jail"].ok
        assert facts["jail"].advice != ""

    def test_no_bubblewrap_at_all_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bubblewrap, "candidates", list)
        with pytest.raises(SandboxUnavailable, match="bubblewrap is not installed"):
            run(Job(()))

    def test_another_system_has_no_sandbox(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        found = available()
        assert not found.usable
        assert "needs Linux" in found.facts[0].text
        with pytest.raises(SandboxUnavailable, match="bubblewrap needs Linux"):
            bubblewrap.working()

    def test_another_processor_has_no_filter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("platform.machine", lambda: "riscv64")
        assert not available().usable
        with pytest.raises(SandboxUnavailable, match="no seccomp filter"):
            run(Job(()))

    @pytest.mark.parametrize(
        ("settings", "advice"),
        [
            ({"kernel/apparmor_restrict_unprivileged_userns": "1"}, "apparmor_restrict"),
            ({"kernel/unprivileged_userns_clone": "0"}, "unprivileged_userns_clone=1"),
            ({"user/max_user_namespaces": "0"}, "max_user_namespaces=10000"),
            ({}, ""),
        ],
        ids=str,
    )
    def test_the_doctor_names_the_switch_that_is_off(
        self, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], advice: str
    ) -> None:
        places = {f"/proc/sys/{name}": value for name, value in settings.items()}
        monkeypatch.setattr(doctor, "_read", lambda place: places.get(place, ""))
        monkeypatch.setenv(bubblewrap.VARIABLE, "/nonexistent")
        facts = {fact.name: fact for fact in available().facts}
        assert advice in facts["jail"].advice


def test_the_doctor_is_truthful_here() -> None:
    found = available()
    facts = {fact.name: fact for fact in found.facts}
    assert found.usable == (not bubblewrap.trial(bubblewrap.candidates()[0]))
    assert facts["user"].ok == (os.geteuid() != 0)
    assert all(fact.text for fact in found.facts)
    assert all(fact.advice for fact in found.facts if fact.needed and not fact.ok)


@NEEDS_JAIL
@pytest.mark.parametrize("bwrap", bubblewrap.candidates(), ids=str)
def test_every_bubblewrap_that_is_installed_starts_a_jail(
    bwrap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(bubblewrap.VARIABLE, str(bwrap))
    assert "done" == run(cells("x = 1")).ending
    assert bubblewrap.version(bwrap)[0].isdigit()


@NEEDS_JAIL
def test_what_is_to_be_hidden_is_empty() -> None:
    package = jail.sites()[0] / "pip"
    cell = f"import os; print(os.listdir({str(package)!r}))\nopen({str(package / 'x')!r}, 'w')"
    hidden = run(cells(cell), Policy(hide=(package,)))
    assert "[]\n" == text(hidden)
    error = hidden.cells[0].error
    assert error is not None
    assert "OSError" == error.type


@NEEDS_JAIL
def test_whoever_grades_the_jail_belongs_to_an_ordinary_user() -> None:
    mark = uuid.uuid4().hex[:15]
    cell = f"import time; open('/proc/self/comm', 'w').write({mark!r}); time.sleep(1)"
    owners = set()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run, cells(cell))
        while not running.done():
            owners |= owners_of_processes_called(mark)
    assert {os.geteuid() or 65534} == owners


def owners_of_processes_called(name: str) -> set[int]:
    owners = set()
    for place in Path("/proc").glob("[0-9]*/status"):
        try:
            status = dict(line.split("\t", 1) for line in place.read_text().splitlines())
        except OSError:
            continue  # it ended meanwhile
        if status["Name:"] == name:
            owners |= {int(user) for user in status["Uid:"].split()}
    return owners


def test_packages_installed_beside_others_are_masked(tmp_path: Path) -> None:
    for name in ("autograder", "course_lib", "numpy"):
        (tmp_path / "site" / name).mkdir(parents=True)
    shown = [Bind(tmp_path / "site", "/site"), Bind(tmp_path / "site" / "autograder", "/room/a")]
    hide = [tmp_path / "site" / "course_lib", tmp_path / "site" / "autograder", tmp_path]
    assert ["/site/course_lib", "/site/autograder"] == jail.masks(shown, hide)


def test_the_room_holds_nothing_but_what_is_named() -> None:
    shown = jail.room(["plots"])
    modules = {place for place in shown if "__pycache__" not in place}
    assert modules - {"course_lib/data"} == {
        "autograder/__init__.py",
        "autograder/probes",
        "autograder/worker",
        "course_lib/__init__.py",
        "course_lib/plots",
    }


def test_the_place_of_a_reference_is_not_bound() -> None:
    sources = [str(bind.source) for bind in jail.binds(["plots"])]
    assert not any(source.endswith(("course_lib", "perceptron.py")) for source in sources)


@pytest.mark.parametrize(
    ("release", "counted"), [("5.10.0", False), ("6.1.0-x", True), ("?", False)]
)
def test_threads_are_limited_only_where_the_jail_is_counted_alone(
    monkeypatch: pytest.MonkeyPatch, release: str, counted: bool
) -> None:
    monkeypatch.setattr("platform.release", lambda: release)
    assert counted == ("threads" in jail.limits(Policy(), jailed=True))
    assert "threads" not in jail.limits(Policy(), jailed=False)


def test_a_system_call_that_fails_is_named() -> None:
    launcher.check(0, "nothing")
    with pytest.raises(OSError, match="unshare"):
        launcher.check(-1, "unshare")


@needs_root
def test_a_launcher_that_cannot_find_a_source_says_which() -> None:
    plan = '{"sources": ["/nonexistent"], "argv": ["/bin/true"], "user": 65534}'
    command = [sys.executable, "-I", "-S", launcher.__file__, plan]
    ended: Any = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 1 == ended.returncode
    assert "/nonexistent" in ended.stderr


@needs_root
def test_the_launcher_gives_its_privileges_up() -> None:
    plan = '{"sources": ["/etc"], "argv": ["/usr/bin/id", "-u"], "user": 65534}'
    command = [sys.executable, "-I", "-S", launcher.__file__, plan]
    ended: Any = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "65534\n" == ended.stdout


def test_a_course_below_tmp_is_not_covered_by_the_private_folder() -> None:
    command = " ".join(jail.jailed(Path("bwrap"), ["plots"], Policy(), 9, ["true"]))
    assert command.index("--tmpfs") < command.index("--ro-bind")
