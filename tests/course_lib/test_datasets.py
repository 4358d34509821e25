"""The bundled data, the search for the full Fashion-MNIST, and the synthetic sets."""

from __future__ import annotations

import gzip
import lzma
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from course_lib import datasets
from course_lib.datasets import (
    FASHION_MNIST_CLASSES,
    DatasetDamaged,
    DatasetNotFound,
    gate_table,
    load_fashion_mnist,
    load_penguins,
    make_blobs,
    read_idx,
    xor_table,
)

DATA = Path(datasets.__file__).parent / "data"
DEBIAN_FOLDER = Path("/usr/share/datasets/fashion-mnist")
TWO_BY_THREE = b"\0\0\x08\2" + b"\0\0\0\2" + b"\0\0\0\3" + bytes(range(6))
NAMES = [
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
]


def idx(array):
    """The idx form of an array, written here from the description of the format."""
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    return bytes([0, 0, 8, array.ndim]) + sizes + array.astype(np.uint8).tobytes()


def small_set(n_train=3, n_test=2, ink=1):
    """Four idx contents by name; every pixel is `ink`, so that a test can tell sets apart."""
    contents = (
        np.full((n_train, 28, 28), ink),
        np.arange(n_train) % 10,
        np.full((n_test, 28, 28), ink),
        np.arange(n_test) % 10,
    )
    return {name: idx(content) for name, content in zip(NAMES, contents, strict=True)}


def write_set(folder, contents, compress=gzip.compress, ending=".gz"):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / (name + ending)).write_bytes(compress(content))
    return folder


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Three empty places to look in, and a full set that is 3 + 2 images small."""
    monkeypatch.setattr(datasets, "_FULL_SIZES", (3, 2))
    monkeypatch.setattr(datasets, "_DEBIAN_FOLDER", tmp_path / "debian")
    monkeypatch.setenv("FASHION_MNIST_DIR", str(tmp_path / "named"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    return SimpleNamespace(
        named=tmp_path / "named",
        debian=tmp_path / "debian",
        keras=tmp_path / "keras" / "datasets" / "fashion-mnist",
    )


@pytest.fixture
def bundled(tmp_path, monkeypatch):
    """A copy of the bundled data that a test may damage."""
    copied = shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setattr(datasets, "_BUNDLED", copied)
    return copied


@pytest.fixture
def keras(monkeypatch):
    """Keras's downloader, replaced by one that hands out a small set and counts its calls."""
    calls = []

    def load_data():
        calls.append("load_data")
        images, labels = np.full((3, 28, 28), 9, np.uint8), np.zeros(3, np.uint8)
        images.flags.writeable = labels.flags.writeable = False  # as they are in Keras
        return (images, labels), (images[:2], labels[:2])

    fake = ModuleType("keras")
    fake.datasets = SimpleNamespace(fashion_mnist=SimpleNamespace(load_data=load_data))
    fake.calls = calls
    monkeypatch.setitem(sys.modules, "keras", fake)
    return fake


def test_bundled_set_is_shaped_like_that_of_keras():
    (x_train, y_train), (x_test, y_test) = load_fashion_mnist()
    assert [(10000, 28, 28), (10000,)] == [x_train.shape, y_train.shape]
    assert [(2000, 28, 28), (2000,)] == [x_test.shape, y_test.shape]
    assert {np.dtype(np.uint8)} == {a.dtype for a in (x_train, y_train, x_test, y_test)}


def test_bundled_set_has_as_many_images_of_every_class():
    (_, y_train), (_, y_test) = load_fashion_mnist()
    assert [1000] * 10 == np.bincount(y_train).tolist()
    assert [200] * 10 == np.bincount(y_test).tolist()


def test_bundled_set_mixes_the_classes():
    (_, y_train), _ = load_fashion_mnist()
    assert all(set(range(10)) == set(batch) for batch in y_train.reshape(100, 100).tolist())


def test_bundled_set_uses_the_whole_range_of_grey():
    (x_train, _), _ = load_fashion_mnist()
    assert (0, 255) == (x_train.min(), x_train.max())


def test_every_call_returns_new_arrays_that_may_be_changed():
    (x_train, _), _ = load_fashion_mnist()
    x_train[:] = 7
    assert not np.array_equal(x_train, load_fashion_mnist()[0][0])


def test_there_is_a_name_for_each_class():
    assert 10 == len(set(FASHION_MNIST_CLASSES))


@pytest.mark.skipif(
    not DEBIAN_FOLDER.is_dir(), reason="the Debian package dataset-fashion-mnist is not installed"
)
def test_bundled_images_are_images_of_the_full_set_with_their_labels(monkeypatch):
    monkeypatch.setenv("FASHION_MNIST_DIR", str(DEBIAN_FOLDER))
    for subset, full in zip(load_fashion_mnist(), load_fashion_mnist(full=True), strict=True):
        label_of = {image.tobytes(): label for image, label in zip(*full, strict=True)}
        expected = [label_of.get(image.tobytes()) for image in subset[0]]
        assert expected == subset[1].tolist()


def test_no_bundled_image_occurs_twice():
    (x_train, _), (x_test, _) = load_fashion_mnist()
    assert 12000 == len({image.tobytes() for image in (*x_train, *x_test)})


def test_bundled_data_stay_small():
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 5_800_000


@pytest.mark.parametrize("name", [*(f"{name}.xz" for name in NAMES), "penguins.csv"])
def test_one_flipped_bit_in_a_bundled_file_is_noticed(bundled, name):
    content = bytearray((bundled / name).read_bytes())
    content[len(content) // 2] ^= 1
    (bundled / name).write_bytes(content)
    load = load_penguins if name.endswith("csv") else load_fashion_mnist
    with pytest.raises(DatasetDamaged, match=f"{name} does not have its checksum"):
        load()


@pytest.mark.parametrize("name", [f"{NAMES[0]}.xz", "checksums.sha256"])
def test_missing_bundled_file_is_named_with_what_to_do(bundled, name):
    (bundled / name).unlink()
    with pytest.raises(DatasetNotFound, match=f"{name} is missing; restore it"):
        load_fashion_mnist()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n\n", b"one-word\n"])
def test_damaged_list_of_checksums_vouches_for_nothing(bundled, content):
    (bundled / "checksums.sha256").write_bytes(content)
    with pytest.raises(DatasetDamaged, match="does not have its checksum"):
        load_penguins()


@pytest.mark.parametrize(
    ("ending", "compress"), [("", bytes), (".gz", gzip.compress), (".xz", lzma.compress)]
)
def test_idx_file_is_read_whether_compressed_or_not(tmp_path, ending, compress):
    path = tmp_path / f"values{ending}"
    path.write_bytes(compress(TWO_BY_THREE))
    np.testing.assert_array_equal(read_idx(path), np.arange(6, dtype=np.uint8).reshape(2, 3))


@given(shape=st.lists(st.integers(0, 4), max_size=4).map(tuple), seed=st.integers(0, 2**32 - 1))
def test_idx_file_gives_back_what_was_written(tmp_path_factory, shape, seed):
    array = np.random.default_rng(seed).integers(0, 256, size=shape, dtype=np.uint8)
    path = tmp_path_factory.getbasetemp() / "array"
    path.write_bytes(idx(array))
    np.testing.assert_array_equal(read_idx(path), array, strict=True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no idx file"),
        (b"\0\0\x08", "is no idx file"),
        (b"\0\0\x0d\1\0\0\0\0", "is no idx file of unsigned bytes"),
        (b"PK\3\4 something else", "is no idx file"),
        (TWO_BY_THREE[:9], "ends within its header"),
        (TWO_BY_THREE[:-1], r"states the shape \(2, 3\), but holds 17 bytes"),
        (TWO_BY_THREE + b"\0", r"states the shape \(2, 3\), but holds 19 bytes"),
    ],
    ids=["empty", "three bytes", "doubles", "zip", "half a header", "too short", "too long"],
)
def test_damaged_idx_file_is_refused_with_its_name(tmp_path, content, message):
    (tmp_path / "values").write_bytes(content)
    with pytest.raises(DatasetDamaged, match=f"values {message}"):
        read_idx(tmp_path / "values")


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        (".gz", gzip.compress(TWO_BY_THREE)[:-9]),
        (".gz", b"not compressed at all"),
        (".gz", gzip.compress(TWO_BY_THREE)[:10] + b"\xff" * 20),
        (".xz", lzma.compress(TWO_BY_THREE)[:-9]),
        (".xz", b"not compressed at all"),
    ],
    ids=["gz cut off", "no gz", "gz overwritten", "xz cut off", "no xz"],
)
def test_damaged_compression_is_refused_with_the_name_of_the_file(tmp_path, ending, content):
    (tmp_path / f"values{ending}").write_bytes(content)
    with pytest.raises(DatasetDamaged, match=f"values{ending} cannot be decompressed"):
        read_idx(tmp_path / f"values{ending}")


def test_idx_file_that_does_not_exist_is_no_damage(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_idx(tmp_path / "nowhere")


@pytest.mark.parametrize("place", ["named", "debian", "keras"])
def test_full_set_is_found_in_each_place(places, place):
    write_set(getattr(places, place), small_set())
    (x_train, y_train), (x_test, y_test) = load_fashion_mnist(full=True)
    assert ((3, 28, 28), (2, 28, 28)) == (x_train.shape, x_test.shape)
    assert ([0, 1, 2], [0, 1]) == (y_train.tolist(), y_test.tolist())


def test_full_set_is_found_in_the_keras_cache_of_the_home_folder(places, tmp_path, monkeypatch):
    monkeypatch.delenv("KERAS_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    write_set(tmp_path / ".keras" / "datasets" / "fashion-mnist", small_set())
    assert 3 == len(load_fashion_mnist(full=True)[0][0])


def test_folder_that_was_named_comes_before_the_others(places):
    for ink, folder in enumerate((places.named, places.debian, places.keras)):
        write_set(folder, small_set(ink=ink))
    assert 0 == load_fashion_mnist(full=True)[0][0].max()


def test_full_set_may_be_uncompressed(places):
    write_set(places.named, small_set(), compress=bytes, ending="")
    assert 3 == len(load_fashion_mnist(full=True)[0][0])


def test_incomplete_folder_is_passed_over(places):
    contents = small_set(ink=5)
    write_set(places.keras, contents)
    del contents[NAMES[3]]
    write_set(places.named, contents)
    assert 5 == load_fashion_mnist(full=True)[0][0].max()


def test_missing_full_set_says_where_it_was_looked_for_and_what_to_do(places):
    write_set(places.debian, {NAMES[0]: b"", NAMES[1]: b"", NAMES[2]: b""})
    with pytest.raises(DatasetNotFound) as caught:
        load_fashion_mnist(full=True)
    text = str(caught.value)
    assert f"{places.named}: none of the four idx files" in text
    assert f"{places.debian}: lacks {NAMES[3]}" in text
    assert f"{places.keras}: none of the four idx files" in text
    assert "apt install dataset-fashion-mnist" in text
    assert "download=True" in text


def test_missing_full_set_says_that_no_folder_was_named(places, monkeypatch):
    monkeypatch.delenv("FASHION_MNIST_DIR")
    with pytest.raises(DatasetNotFound, match=r"\$FASHION_MNIST_DIR: not set"):
        load_fashion_mnist(full=True)


def test_missing_full_set_is_a_file_not_found(places):
    with pytest.raises(FileNotFoundError):
        load_fashion_mnist(full=True)


def test_search_needs_no_home_folder(places, monkeypatch):
    monkeypatch.delenv("KERAS_HOME")
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # what it does without one
    with pytest.raises(DatasetNotFound, match=r"~/\.keras/datasets/fashion-mnist"):
        load_fashion_mnist(full=True)


def test_full_set_of_another_size_is_refused(places):
    write_set(places.named, small_set(n_test=1))
    with pytest.raises(DatasetDamaged, match=r"test set in .*named should have 2 images"):
        load_fashion_mnist(full=True)


def test_full_set_with_a_label_beyond_nine_is_refused(places):
    write_set(places.named, small_set() | {NAMES[1]: idx(np.array([0, 1, 10]))})
    with pytest.raises(DatasetDamaged, match="has a label 10"):
        load_fashion_mnist(full=True)


def test_damaged_full_set_is_named_and_not_passed_over(places):
    write_set(places.named, small_set() | {NAMES[2]: b"rubbish"})
    write_set(places.debian, small_set())
    with pytest.raises(DatasetDamaged, match=f"{NAMES[2]}.gz is no idx file"):
        load_fashion_mnist(full=True)


def test_keras_fetches_the_full_set_when_told_to(places, keras):
    (x_train, _), (x_test, _) = load_fashion_mnist(full=True, download=True)
    assert (9, 3, 2) == (x_train.max(), len(x_train), len(x_test))


def test_fetched_arrays_may_be_changed(places, keras):
    (x_train, y_train), (x_test, y_test) = load_fashion_mnist(full=True, download=True)
    assert all(array.flags.writeable for array in (x_train, y_train, x_test, y_test))
    assert not np.shares_memory(x_train, x_test)


def test_keras_is_left_alone_without_download(places, keras):
    with pytest.raises(DatasetNotFound):
        load_fashion_mnist(full=True)
    assert [] == keras.calls


def test_keras_is_left_alone_when_the_full_set_is_there(places, keras):
    write_set(places.debian, small_set(ink=4))
    assert 4 == load_fashion_mnist(full=True, download=True)[0][0].max()
    assert [] == keras.calls


def test_keras_is_left_alone_for_the_bundled_set(keras):
    load_fashion_mnist(download=True)
    assert [] == keras.calls


def test_download_that_fails_says_why(places, keras, monkeypatch):
    def load_data():
        raise Exception("URL fetch failure: no route to host")

    monkeypatch.setattr(keras.datasets.fashion_mnist, "load_data", load_data)
    with pytest.raises(DatasetNotFound, match=r"could not fetch .*no route to host"):
        load_fashion_mnist(full=True, download=True)


def test_download_of_something_else_is_refused(places, keras, monkeypatch):
    monkeypatch.setattr(datasets, "_FULL_SIZES", (60_000, 10_000))
    with pytest.raises(DatasetDamaged, match="training set from Keras should have 60000 images"):
        load_fashion_mnist(full=True, download=True)


def test_missing_keras_is_said_when_it_is_needed(places, monkeypatch):
    monkeypatch.setitem(sys.modules, "keras", None)
    with pytest.raises(DatasetNotFound, match="Keras could not fetch"):
        load_fashion_mnist(full=True, download=True)


def test_loading_imports_neither_keras_nor_another_module_of_the_library():
    program = (
        "import sys; from course_lib.datasets import *; load_fashion_mnist(); load_penguins();"
        "print(*(m for m in sys.modules if m.startswith(('course_lib.', 'keras', 'tensorflow'))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ["course_lib.datasets"] == done.stdout.decode().split()


def test_penguins_are_what_a_plain_reading_of_the_table_gives():
    lines = [line.split(",") for line in (DATA / "penguins.csv").read_text().splitlines()[1:]]
    kept = [line for line in lines if "NA" not in line[2:6]]
    penguins = load_penguins()
    np.testing.assert_array_equal(penguins.features, np.array([k[2:6] for k in kept], dtype=float))
    assert [k[0] for k in kept] == penguins.species.tolist()


def test_penguins_are_counted_as_in_the_published_table():
    species, counts = np.unique(load_penguins().species, return_counts=True)
    assert {"Adelie": 151, "Chinstrap": 68, "Gentoo": 123} == dict(
        zip(species.tolist(), counts.tolist(), strict=True)
    )


def test_penguins_without_measurements_are_left_out_and_said_to_be():
    penguins = load_penguins()
    assert (3, 271) == penguins.left_out
    assert not np.isnan(penguins.features).any()


def test_penguins_are_float64_with_a_name_and_a_unit_for_each_column():
    penguins = load_penguins()
    assert (np.float64, (342, 4)) == (penguins.features.dtype, penguins.features.shape)
    assert (
        "bill length (mm)",
        "bill depth (mm)",
        "flipper length (mm)",
        "body mass (g)",
    ) == penguins.feature_names


def test_penguin_columns_are_in_the_units_that_they_name():
    means = load_penguins().features.mean(axis=0)
    np.testing.assert_allclose(means, [43.92, 17.15, 200.92, 4201.75], atol=0.01)


def test_penguin_record_cannot_be_changed():
    with pytest.raises(AttributeError):
        load_penguins().species = None


def is_separable(X, y):
    """Whether a linear programme finds a line with all of y == 1 on one side."""
    Z = np.column_stack([(X - X.mean(axis=0)) / X.std(axis=0), np.ones(len(X))])
    signs = np.where(y, 1, -1)[:, None]
    free = [(None, None)] * Z.shape[1]
    found = linprog(np.zeros(Z.shape[1]), A_ub=-signs * Z, b_ub=-np.ones(len(Z)), bounds=free)
    return found.status == 0


def pair_of_species(one, other, columns):
    penguins = load_penguins()
    rows = np.isin(penguins.species, [one, other])
    return penguins.features[rows][:, columns], penguins.species[rows] == one


def test_adelie_and_gentoo_are_separable_by_their_bills():
    assert is_separable(*pair_of_species("Adelie", "Gentoo", [0, 1]))


@pytest.mark.parametrize("columns", [[i, j] for i in range(4) for j in range(i)])
def test_adelie_and_chinstrap_are_separable_by_no_two_features(columns):
    assert not is_separable(*pair_of_species("Adelie", "Chinstrap", columns))


@settings(deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    n_samples=st.integers(0, 40),
    w=st.lists(st.floats(-5, 5), min_size=1, max_size=4).filter(lambda w: np.linalg.norm(w) > 0.1),
    b=st.floats(-10, 10),
    margin=st.floats(0, 3),
    spread=st.floats(0, 3),
)
def test_blobs_keep_their_margin_on_the_right_side(seed, n_samples, w, b, margin, spread):
    rng = np.random.default_rng(seed)
    X, y = make_blobs(rng, n_samples, w=w, b=b, margin=margin, spread=spread)
    heights = (X @ w + b) / np.linalg.norm(w)
    assert np.all(np.where(y == 1, heights, -heights) >= margin - 1e-9)


@pytest.mark.parametrize(("n_samples", "ones"), [(0, 0), (1, 0), (7, 3), (50, 25)])
def test_half_of_the_blobs_points_are_ones(n_samples, ones):
    X, y = make_blobs(np.random.default_rng(0), n_samples)
    assert ((n_samples, 2), ones) == (X.shape, y.sum())


def test_blobs_without_spread_are_their_centres():
    X, y = make_blobs(np.random.default_rng(0), 4, w=[0, 2], b=-6, distance=1.5, spread=0)
    np.testing.assert_allclose(X, [[0, 4.5] if label else [0, 1.5] for label in y])


def test_blob_that_is_too_near_is_moved_as_a_whole():
    far, y = make_blobs(np.random.default_rng(5), 40, margin=0, distance=50)
    near, _ = make_blobs(np.random.default_rng(5), 40, margin=1, distance=0)
    for label in (0, 1):
        moved = near[y == label] - far[y == label]
        np.testing.assert_allclose(moved, np.broadcast_to(moved[0], moved.shape))


def test_nearest_point_of_a_moved_blob_is_exactly_at_the_margin():
    X, y = make_blobs(np.random.default_rng(1), w=[1, 0], margin=0.7, distance=0.1)
    assert pytest.approx(0.7) == X[y == 1, 0].min()
    assert pytest.approx(-0.7) == X[y == 0, 0].max()


def test_blobs_repeat_with_the_seed_and_differ_without():
    first, again, other = (make_blobs(np.random.default_rng(seed))[0] for seed in (1, 1, 2))
    np.testing.assert_array_equal(again, first)
    assert not np.array_equal(other, first)


def test_blob_labels_are_mixed_integers():
    _, y = make_blobs(np.random.default_rng(0))
    assert np.int64 == y.dtype
    assert 0 < y[:50].sum() < 50


@pytest.mark.parametrize("w", [[0, 0], [[1, 1]], 1.0, []])
def test_blobs_without_a_line_are_refused(w):
    with pytest.raises(ValueError, match="one vector"):
        make_blobs(np.random.default_rng(0), w=w)


@pytest.mark.parametrize("wrong", [{"n_samples": -1}, {"margin": -0.1}, {"spread": -1}])
def test_blobs_of_negative_size_are_refused(wrong):
    with pytest.raises(ValueError, match="must not be negative"):
        make_blobs(np.random.default_rng(0), **wrong)


@pytest.mark.parametrize(
    ("gate", "answer"),
    [
        ("AND", lambda a, b: a and b),
        ("OR", lambda a, b: a or b),
        ("NAND", lambda a, b: not (a and b)),
        ("NOR", lambda a, b: not (a or b)),
        ("XOR", lambda a, b: a != b),
    ],
)
def test_gate_table_agrees_with_python(gate, answer):
    X, y = gate_table(gate)
    assert [[0, 0], [0, 1], [1, 0], [1, 1]] == X.tolist()
    assert [int(answer(bool(a), bool(b))) for a, b in X] == y.tolist()


def test_gate_table_has_float_inputs_and_integer_labels():
    X, y = gate_table("AND")
    assert (np.float64, np.int64) == (X.dtype, y.dtype)


def test_unknown_gate_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="no gate 'and'; the gates are AND, OR, NAND, NOR, XOR"):
        gate_table("and")


def test_xor_table_is_the_table_of_that_gate():
    for expected, actual in zip(gate_table("XOR"), xor_table(), strict=True):
        np.testing.assert_array_equal(actual, expected)


def test_xor_is_not_separable_and_its_neighbours_are():
    assert not is_separable(*xor_table())
    assert all(is_separable(*gate_table(gate)) for gate in ("AND", "OR", "NAND", "NOR"))
