"""What CI runs: `.ci/run` with programs that only write down their arguments, and the workflows."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))

PROGRAMS = {
    "make": 'echo "make $*" >> "$CALLS"; case "$1" in "$BROKEN") exit 2 ;; esac',
    "apt-get": 'echo "apt-get $*" >> "$CALLS"; case "$*" in *"$ABSENT") exit 100 ;; esac',
    "sudo": '[ "$SUDO" = yes ] || exit 1; shift; exec "$@"',
    "id": 'echo "$USER_ID"',
    "dpkg-query": 'case "$INSTALLED" in *"$4"*) echo installed ;; esac',
}


class Run:
    """`.ci/run` on a machine that the test describes."""

    def __init__(self, folder: Path) -> None:
        self.calls = folder / "calls"
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name, body in PROGRAMS.items():
            (self.programs / name).write_text(f"#!/bin/sh\n{body}\n")
            (self.programs / name).chmod(0o755)

    def __call__(self, **machine: str) -> subprocess.CompletedProcess[str]:
        facts = {"USER_ID": "0", "INSTALLED": "", "ABSENT": "nothing", "BROKEN": "nothing"}
        environment = {
            "PATH": f"{self.programs}{os.pathsep}/usr/bin{os.pathsep}/bin",
            "CALLS": str(self.calls),
            "SUDO": "no",
            **facts,
            **machine,
        }
        self.calls.write_text("")
        return subprocess.run(
            ["bash", str(ROOT / ".ci/run")],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self, name: str) -> list[str]:
        return [line for line in self.calls.read_text().splitlines() if line.startswith(name)]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_lint_and_tests_are_run(run: Run) -> None:
    assert 0 == run().returncode
    assert ["make lint", "make test"] == run.called("make")


def test_what_is_missing_is_installed_after_one_update(run: Run) -> None:
    run(INSTALLED="bubblewrap libseccomp2 chromium")
    update, *installed = run.called("apt-get")
    assert "apt-get -qq update" == update
    assert ["dataset-fashion-mnist", "fonts-dejavu-core"] == [one.split()[-1] for one in installed]


def test_nothing_is_asked_where_everything_is_installed(run: Run) -> None:
    run(INSTALLED="bubblewrap libseccomp2 chromium dataset-fashion-mnist fonts-dejavu-core")
    assert [] == run.called("apt-get")


def test_a_package_that_cannot_be_installed_is_named_and_stops_nothing(run: Run) -> None:
    done = run(ABSENT="chromium")
    assert 0 == done.returncode
    assert "could not install chromium" in done.stdout
    assert "apt-get" in run.called("apt-get")[-1]
    assert run.called("apt-get")[-1].endswith("fonts-dejavu-core")
    assert ["make lint", "make test"] == run.called("make")


def test_an_ordinary_user_is_told_what_is_missing(run: Run) -> None:
    done = run(USER_ID="1000")
    assert "may not be installed here: bubblewrap" in done.stdout
    assert [] == run.called("apt-get")
    assert ["make lint", "make test"] == run.called("make")


def test_sudo_is_asked_on_a_ci_machine_only(run: Run) -> None:
    run(USER_ID="1000", SUDO="yes")
    assert [] == run.called("apt-get")
    run(USER_ID="1000", SUDO="yes", CI="true")
    assert [] != run.called("apt-get")


@pytest.mark.parametrize("broken", ["lint", "test"])
def test_one_failure_fails_the_run_and_hides_no_other(broken: str, run: Run) -> None:
    assert 1 == run(BROKEN=broken).returncode
    assert ["make lint", "make test"] == run.called("make")


def test_it_can_be_started_as_it_is() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read(workflow: Path) -> None:
    assert {"contents": "read"} == yaml.safe_load(workflow.read_text())["permissions"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_of_a_workflow_has_a_version(workflow: Path) -> None:
    used = re.findall(r"uses: (\S+)", workflow.read_text())
    assert used
    assert [] == [one for one in used if not re.search(r"@(v\d+|[0-9a-f]{40})$", one)]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_job_has_a_time_limit(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text())["jobs"]
    assert [] == [name for name, job in jobs.items() if "timeout-minutes" not in job]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_target_that_a_workflow_makes_exists(workflow: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    made = re.findall(r"run: .*\bmake ([a-z]+)", workflow.read_text())
    assert set() == set(made) - set(targets)
