"""Files are whole or absent, and names from outside stay inside their folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import OutputInUse
from autograder.files import held, remove_parts, safe_name, write_atomically, write_durably

NASTY = ["../..", "..", ".", "", "/etc/passwd", "a/b", "a\\b", "a\x00b", "\ud800", "CON", "nul.txt",
         ".hidden", "-rf", "a.", "a b", "x" * 300, "\u202eabc", "a~b", "e\u0301"]  # fmt: skip


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.html"

    write_atomically(path, "a long first version")
    write_atomically(path, "second\n")

    assert "second\n" == path.read_text(encoding="utf-8")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = write_atomically(tmp_path / "page.html", "old")

    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "new \ud800")

    assert ["page.html"] == [entry.name for entry in tmp_path.iterdir()]
    assert "old" == path.read_text(encoding="utf-8")


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    assert b"a\nb\n" == write_atomically(tmp_path / "x", "a\nb\n").read_bytes()


@pytest.mark.parametrize(
    "name", ["s01", "Anna", "m.muster-1_2", "müller", "学生", "ada@example.org"]
)
def test_ordinary_names_are_kept(name: str) -> None:
    assert name == safe_name(name)


@pytest.mark.parametrize("name", NASTY)
def test_nasty_names_become_one_harmless_part_of_a_path(name: str, tmp_path: Path) -> None:
    safe = safe_name(name)

    path = write_atomically(tmp_path / safe / "page.html", "")

    assert tmp_path.resolve() == path.resolve().parent.parent
    assert safe[0] not in ".-"
    assert len(safe.encode()) < 100


def test_nasty_names_do_not_collide() -> None:
    assert len(NASTY) == len({safe_name(name) for name in NASTY})


@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_two_different_names_never_share_a_file(one: str, other: str) -> None:
    assert (one == other) == (safe_name(one) == safe_name(other))


def test_the_name_of_an_attacker_cannot_be_made_to_match_a_digest() -> None:
    victim = safe_name("a b")

    assert victim != safe_name(victim)


def test_what_a_killed_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = write_atomically(tmp_path / "ada" / ".page.html.123.part", "half")
    kept = [write_atomically(tmp_path / name, "") for name in (".lock", "a.part", ".git.x.part")]

    remove_parts(tmp_path)

    assert not left.exists()
    assert all(path.exists() for path in kept)


def test_what_is_written_durably_is_there(tmp_path: Path) -> None:
    path = write_durably(tmp_path / "new" / "result.json", "first")
    assert "second" == write_durably(path, "second").read_text(encoding="utf-8")


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with (
        held(tmp_path),
        pytest.raises(OutputInUse, match=rf"another run \(process {os.getpid()}\)"),
        held(tmp_path),
    ):
        pass


def test_a_folder_can_be_held_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with held(tmp_path):
            assert str(os.getpid()) == (tmp_path / ".lock").read_text()


def test_a_holder_that_is_killed_lets_go(tmp_path: Path) -> None:
    source = f"from autograder.files import *; c = held(Path({str(tmp_path)!r})); c.__enter__();"
    program = f"{source} print('held', flush=True); import time; time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert b"held\n" == holder.stdout.readline()
        with pytest.raises(OutputInUse, match=str(holder.pid)), held(tmp_path):
            pass
        holder.kill()
    with held(tmp_path):
        pass
