"""requirements.lock: exact, hashed, from nowhere in particular, and enough for pyproject.toml."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = [
    Requirement(one)
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for one in group
]
MACHINES = [
    {"python_version": version, "python_full_version": f"{version}.9", **system}
    for version in ("3.11", "3.12", "3.13")
    for system in (
        {"sys_platform": "linux", "platform_machine": "x86_64"},
        {"sys_platform": "linux", "platform_machine": "aarch64"},
        {"sys_platform": "darwin", "platform_machine": "arm64"},
    )
]


def read_pins(text: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Each pin of a lock with its hashes."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            pin, *hashes = re.split(r"\s+--hash=", line.strip())
            yield Requirement(pin), hashes


PINS = list(read_pins(TEXT))


def pinned_for(machine: dict[str, str]) -> dict[str, str]:
    """Name → version of what the lock installs on a machine."""
    return {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin, _ in PINS
        if pin.marker is None or pin.marker.evaluate(machine)
    }


def test_the_lock_names_no_address() -> None:
    assert [] == re.findall(r".*(?:://|\bindex|--find-links|--trusted-host| @ ).*", TEXT)


def test_the_lock_holds_nothing_but_pins_and_hashes() -> None:
    form = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [] == [line for line in TEXT.splitlines() if not form.fullmatch(line)]


def test_every_pin_is_one_exact_version_with_hashes() -> None:
    exact = [pin for pin, hashes in PINS if hashes and not pin.url and is_exact(pin)]
    assert [pin for pin, _ in PINS] == exact


def is_exact(pin: Requirement) -> bool:
    return [specifier.operator for specifier in pin.specifier] == ["=="]


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: "-".join(machine.values()))
def test_the_lock_satisfies_what_the_project_requires(machine: dict[str, str]) -> None:
    pins = pinned_for(machine)
    needed = [one for one in DEPENDENCIES if one.marker is None or one.marker.evaluate(machine)]
    lacking = [
        str(one)
        for one in needed
        if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"))
    ]
    assert [] == lacking


def test_what_builds_the_project_is_in_the_lock() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    pins = pinned_for(MACHINES[0])
    for requirement in map(Requirement, build["requires"]):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])
    assert "editables" in pins


def test_the_installed_packages_fit_each_other() -> None:
    """Installing takes the lock at its word (--no-deps); this is where the word is checked."""
    command = [sys.executable, "-I", "-m", "pip", "check", "--disable-pip-version-check"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "No broken requirements found.\n" == checked.stdout
