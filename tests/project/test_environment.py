"""environment.yml gives conda users the versions of requirements.lock."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = [
    Requirement(one)
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for one in group
]
MACHINE = {"python_version": "3.11", "python_full_version": "3.11.15", "sys_platform": "linux"}


def from_conda() -> dict[str, str]:
    """Name → version of conda's own section ("name=version")."""
    lines = [line for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]
    return dict(line.split("=", 1) if "=" in line else (line, "") for line in lines)


def from_pip() -> dict[str, str]:
    """Name → version of the pip section ("name==version; marker")."""
    (section,) = (part["pip"] for part in ENVIRONMENT["dependencies"] if isinstance(part, dict))
    pins = map(Requirement, section)
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def from_lock() -> dict[str, str]:
    """Name → version that the lock gives to Python 3.11, on any system."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = map(Requirement, re.findall(r"^([a-z0-9].*?) \\$", text, re.MULTILINE))
    return {
        pin.name: str(pin.specifier).removeprefix("==")
        for pin in pins
        if "python" not in str(pin.marker) or (pin.marker and pin.marker.evaluate(MACHINE))
    }


def test_python_is_the_lowest_that_the_project_supports() -> None:
    assert PROJECT["requires-python"] == ">=" + from_conda()["python"]


def test_conda_and_pip_do_not_both_install_a_package() -> None:
    assert set() == from_conda().keys() & from_pip().keys()


def test_each_direct_dependency_has_the_version_of_the_lock() -> None:
    names = {canonicalize_name(one.name) for one in DIRECT}
    locked = {name: version for name, version in from_lock().items() if name in names}
    named = {**from_conda(), **from_pip()}
    assert locked == {name: named.get(name) for name in names}


def test_nothing_else_is_named() -> None:
    direct = {canonicalize_name(one.name) for one in DIRECT}
    assert direct | {"python", "pip"} == from_conda().keys() | from_pip().keys()


def test_only_conda_forge_is_asked() -> None:
    assert ["conda-forge", "nodefaults"] == ENVIRONMENT["channels"]
