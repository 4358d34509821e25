"""What the repository holds: no trace of anybody's machine, little data, both licences."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OWN_NAME = "tests/project/"  # these files name what no other may

# A home folder, a kernel's or an environment's own path, and this clone's place.
LOCAL_PATHS = re.compile(
    r"/(?:home|Users)/[a-z]\w+|/root/\.\w+/|/tmp/ipykernel_|/lib/python3\.\d+/site-packages"
    rf"|{re.escape(str(ROOT))}(?![\w-])"
)
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|anaconda\.org"
    r"|(?<!no-emit-)\b(?:extra-)?index-url\b|--find-links|trusted-host",
)


def tracked() -> list[Path]:
    """Files of the repository, those about to be added among them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git clone: which files belong to the repository is unknown")
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Each "file: match" outside the tests of this folder."""
    found = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(OWN_NAME):
            found += [f"{name}: {match[0]}" for match in pattern.finditer(text_of(path))]
    return found


def test_no_file_names_a_path_of_the_machine_it_was_made_on() -> None:
    assert [] == lines_with(LOCAL_PATHS)


def test_no_file_names_a_package_registry() -> None:
    assert [] == lines_with(REGISTRIES)


@pytest.mark.parametrize(
    "text", ["/home/ada/course", "/Users/ada", "/tmp/ipykernel_12/3.py", f'"{ROOT}/notebooks"']
)
def test_a_local_path_is_recognised(text: str) -> None:
    assert LOCAL_PATHS.search(text)


@pytest.mark.parametrize("text", ["/usr/share/datasets", "/tmp/x", ".venv/lib/python3*/x"])
def test_a_path_that_is_the_same_everywhere_is_none(text: str) -> None:
    assert LOCAL_PATHS.search(text) is None


def test_the_bundled_data_is_small() -> None:
    data = [path for path in tracked() if path.is_relative_to(ROOT / "course_lib/data")]
    assert data
    assert sum(path.stat().st_size for path in data) < 6_000_000


def test_the_bundled_data_says_where_it_is_from_and_under_which_licence() -> None:
    provenance = (ROOT / "course_lib/data/PROVENANCE.md").read_text(encoding="utf-8")
    assert "MIT" in provenance
    assert "CC0" in provenance


def test_the_code_is_under_the_mit_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n")
    assert 'THE SOFTWARE IS PROVIDED "AS IS"' in text


def test_the_course_text_is_under_cc_by_4_with_its_legal_text() -> None:
    text = (ROOT / "LICENSE-TEXT").read_text(encoding="utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    sections = re.findall(r"^Section (\d) -- ", text, re.MULTILINE)
    assert list("12345678") == sections


def test_tests_are_no_package() -> None:
    assert [] == [path for path in tracked() if path.match("tests/**/__init__.py")]


def test_every_decision_record_has_a_number_and_the_usual_parts() -> None:
    records = sorted((ROOT / "docs/adr").glob("*.md"))
    numbers = [f"{number:04}" for number in range(1, len(records) + 1)]
    assert numbers == [record.name[:4] for record in records]
    for record in records:
        headings = re.findall(r"^## (\w+)", record.read_text(encoding="utf-8"), re.MULTILINE)
        assert ["Context", "Decision", "Consequences"] == headings
