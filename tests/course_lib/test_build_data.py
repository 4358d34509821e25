"""The script that builds course_lib/data makes the files that are there."""

from __future__ import annotations

import hashlib
import importlib.util
import lzma
from pathlib import Path

import numpy as np
import pytest

from course_lib import datasets

ROOT = Path(__file__).parents[2]
DATA = ROOT / "course_lib" / "data"
BUILT = sorted(path.name for path in DATA.iterdir() if path.suffix in {".xz", ".csv", ".sha256"})


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("build_data", ROOT / "scripts/build_data.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rebuilt(script, tmp_path_factory):
    """A folder with everything built anew."""
    if not script.DEBIAN_FOLDER.is_dir():
        pytest.skip("the Debian package dataset-fashion-mnist is not installed")
    folder = tmp_path_factory.mktemp("rebuilt")
    script.main(["--penguins", str(DATA / "penguins.csv"), "--output", str(folder)])
    return folder


def test_rebuilding_makes_every_file_and_no_other(rebuilt):
    assert BUILT == sorted(path.name for path in rebuilt.iterdir())


@pytest.mark.parametrize("name", [name for name in BUILT if name.endswith(".xz")])
def test_rebuilding_gives_the_same_images_and_labels(rebuilt, name):
    same = datasets.read_idx(DATA / name), datasets.read_idx(rebuilt / name)
    np.testing.assert_array_equal(same[1], same[0], strict=True)


@pytest.mark.parametrize("name", BUILT)
def test_rebuilding_gives_the_same_bytes(rebuilt, name):
    labels = (DATA / "train-labels-idx1-ubyte.xz").read_bytes()
    if labels != lzma.compress(lzma.decompress(labels), preset=9 | lzma.PRESET_EXTREME):
        pytest.skip("this liblzma compresses the same content to other bytes")
    assert (DATA / name).read_bytes() == (rebuilt / name).read_bytes()


def test_choice_takes_as_many_of_each_class_in_rising_order(script):
    labels = np.random.default_rng(0).integers(0, 5, size=400).astype(np.uint8)
    chosen = script.choose(labels, "train", 20)
    assert [20] * 5 == np.bincount(labels[chosen]).tolist()
    assert chosen.tolist() == sorted(set(chosen.tolist()))


def test_choice_takes_the_lowest_hashes_of_each_class(script):
    labels = np.array([0, 1] * 30, dtype=np.uint8)

    def rank(i):
        return hashlib.sha256(f"2017/t10k/{i}".encode()).hexdigest()

    expected = sorted(
        [*sorted(range(0, 60, 2), key=rank)[:4], *sorted(range(1, 60, 2), key=rank)[:4]]
    )
    assert expected == script.choose(labels, "t10k", 4).tolist()


def test_choice_differs_between_the_splits(script):
    labels = np.zeros(100, dtype=np.uint8)
    train, test = (script.choose(labels, split, 10).tolist() for split in ("train", "t10k"))
    assert train != test


@pytest.mark.parametrize("shape", [(3, 28, 28), (5,), (0, 2)])
def test_idx_written_is_idx_read(script, tmp_path, shape):
    array = np.random.default_rng(0).integers(0, 256, size=shape, dtype=np.uint8)
    (tmp_path / "array.xz").write_bytes(script.compressed(script.idx(array)))
    np.testing.assert_array_equal(datasets.read_idx(tmp_path / "array.xz"), array, strict=True)


def test_another_penguin_table_is_refused(script, tmp_path):
    (tmp_path / "penguins.csv").write_text("species,island\n")
    with pytest.raises(SystemExit, match=r"is not the penguins\.csv of palmerpenguins"):
        script.penguins(tmp_path / "penguins.csv")


def test_every_file_and_the_seed_stand_in_the_provenance(script):
    text = (DATA / "PROVENANCE.md").read_text(encoding="utf-8")
    assert [] == [name for name in BUILT if f"`{name}`" not in text]
    assert f"`{script.SEED}/train/<index>`" in text
