"""What the documents promise exists, and what exists is documented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, by the words that call it."""
    for word, command in group.commands.items():
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


def all_commands() -> dict[str, click.Command]:
    from autograder import cli

    (group,) = (value for value in vars(cli).values() if isinstance(value, click.Group))
    return dict(commands(group, "autograder"))


def test_every_command_stands_in_the_readme() -> None:
    assert [] == [name for name in all_commands() if f"`{name}" not in README]


def test_every_command_has_a_sentence_of_help() -> None:
    assert [] == [name for name, command in all_commands().items() if not command.help]


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"\bautograder [a-z]+\b", " ".join(re.findall(r"`([^`]+)`", README))))
    assert set() == named - set(all_commands())


def test_the_readme_names_no_target_that_does_not_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set() == set(re.findall(r"`make ([a-z]+)", README)) - targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_within_the_repository_leads_somewhere(document: Path) -> None:
    text = re.sub(r"<!--.*?-->", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    assert [] == [link for link in links if not (document.parent / link).exists()]


def test_every_unit_stands_in_the_readme() -> None:
    units = [path.name for path in ROOT.glob("solutions/[0-9]*") if path.is_dir()]
    assert units
    assert [] == [unit for unit in units if f"`{unit}`" not in README]


def test_the_changelog_has_the_version_of_the_project() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{project['version']}]" in changelog
