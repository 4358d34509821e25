"""Stored results: found again under the same key only, whatever happened to the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.results import Result
from autograder.store import Store, fingerprint, key_of

RESULT = Result("ada", "01_perceptron", "graded", "", 1.5, written={"q": "a\x00b\ud800"})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "results")


def test_a_result_is_found_again_under_its_key(store: Store) -> None:
    store.save(RESULT, "key")
    assert store.load("ada", "01_perceptron", "key") == RESULT


def test_another_key_finds_nothing(store: Store) -> None:
    store.save(RESULT, "key")
    assert store.load("ada", "01_perceptron", "other") is None


def test_nothing_stored_finds_nothing(store: Store) -> None:
    assert store.load("ada", "01_perceptron", "key") is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": "key"}', '{"key": "key", "result": 1}'])
def test_a_damaged_file_counts_as_nothing(store: Store, damage: str) -> None:
    store.save(RESULT, "key")
    next(store.folder.glob("*/*.json")).write_text(damage)
    assert store.load("ada", "01_perceptron", "key") is None
    assert list(store.results()) == []


def test_all_results_are_listed_and_cleared(store: Store) -> None:
    store.save(RESULT, "key")
    assert list(store.results()) == [RESULT]
    store.clear()
    assert list(store.results()) == []


def test_a_student_called_like_a_path_stays_in_the_folder(store: Store) -> None:
    store.save(Result("../../x", "01_perceptron", "missing", "", 0.0), "key")
    assert [p.parent.parent for p in store.folder.rglob("*.json")] == [store.folder]


def test_the_fingerprint_changes_with_a_file(tmp_path: Path) -> None:
    path = tmp_path / "release.ipynb"
    path.write_text("a")
    before = fingerprint([path])
    path.write_text("b")
    assert before != fingerprint([path])


def test_a_key_depends_on_bytes_and_circumstances() -> None:
    keys = {key_of(b"x", 1), key_of(b"y", 1), key_of(b"x", 2), key_of(b"x", "1")}
    assert len(keys) == 4
