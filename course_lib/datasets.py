"""The data of the course: two bundled sets, the full Fashion-MNIST, and small synthetic ones.

Where the bundled files come from, their licences and how they were chosen stands in
`data/PROVENANCE.md`. Nothing here needs a network, except `load_fashion_mnist` when it is told
to download, and nothing is unpickled.

    DatasetNotFound (a FileNotFoundError)   the files are not where they were looked for
    DatasetDamaged (a ValueError)           the files are there and are not what they should be
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import lzma
import math
import os
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "FASHION_MNIST_CLASSES",
    "DatasetDamaged",
    "DatasetNotFound",
    "Penguins",
    "gate_table",
    "load_fashion_mnist",
    "load_penguins",
    "make_blobs",
    "read_idx",
    "xor_table",
]

FloatArray = NDArray[np.float64]
LabelArray = NDArray[np.int64]
ByteArray = NDArray[np.uint8]
ImagesAndLabels = tuple[ByteArray, ByteArray]

FASHION_MNIST_CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)
"""Names of the labels 0 to 9."""

_BUNDLED = Path(__file__).parent / "data"
_DEBIAN_FOLDER = Path("/usr/share/datasets/fashion-mnist")
_FULL_SIZES = (60_000, 10_000)
_PREFIXES = ("train", "t10k")
_IDX_NAMES = tuple(
    f"{prefix}-{kind}-ubyte" for prefix in _PREFIXES for kind in ("images-idx3", "labels-idx1")
)
_ENDINGS = ("", ".xz", ".gz")
_GATES = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "NAND": (1, 1, 1, 0),
    "NOR": (1, 0, 0, 0),
    "XOR": (0, 1, 1, 0),
}


class DatasetNotFound(FileNotFoundError):
    """The files of a data set are in none of the places where they were looked for."""


class DatasetDamaged(ValueError):
    """A file of a data set is there, but is not what it should be."""


def load_fashion_mnist(
    *, full: bool = False, download: bool = False
) -> tuple[ImagesAndLabels, ImagesAndLabels]:
    """Fashion-MNIST, shaped as `keras.datasets.fashion_mnist.load_data` returns it.

    By default the bundled subset: 10,000 training and 2,000 test images, 1,000 and 200 of each
    class. With `full=True` all 60,000 and 10,000, from the first of these that has them:

    1. the folder named by the environment variable FASHION_MNIST_DIR,
    2. /usr/share/datasets/fashion-mnist (Debian package dataset-fashion-mnist),
    3. the Keras cache: datasets/fashion-mnist in $KERAS_HOME, or else in ~/.keras.

    A folder counts if it holds all four idx files under their usual names, compressed or not.

    Args:
        full: load the full set instead of the bundled subset.
        download: where the full set is in none of these places, let Keras fetch it (this alone
            imports Keras and needs a network); without `full` it changes nothing.

    Returns:
        ((x_train, y_train), (x_test, y_test)): images uint8 (n, 28, 28), 0 is background and
        255 full ink; labels uint8 (n,), indices into FASHION_MNIST_CLASSES. New arrays in every
        call, in the order of the original files (the classes are mixed).

    Raises:
        DatasetNotFound: the files are missing; the text says where they were looked for and
            what to install.
        DatasetDamaged: a file is truncated, or is something else, or its checksum differs.

    Source:
        H. Xiao, K. Rasul and R. Vollgraf (2017), "Fashion-MNIST: a novel image dataset for
        benchmarking machine learning algorithms", arXiv:1708.07747. MIT licence, Zalando SE.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = load_fashion_mnist()
        >>> x_train.shape, x_test.shape, FASHION_MNIST_CLASSES[y_train[0]]
        ((10000, 28, 28), (2000, 28, 28), 'Ankle boot')
    """
    if not full:
        _verify_checksums(*(name + ".xz" for name in _IDX_NAMES))
        return _load_folder(_BUNDLED, (10_000, 2_000))
    for folder in _folders_of_full_set():
        if len(_located(folder)) == len(_IDX_NAMES):
            return _load_folder(folder, _FULL_SIZES)
    if download:
        return _download_with_keras()
    raise DatasetNotFound(_what_was_looked_for())


def read_idx(path: str | os.PathLike[str]) -> ByteArray:
    """Read a file of unsigned bytes in the idx format of MNIST, compressed or not.

    The format: two zero bytes, one byte for the type (8 for unsigned bytes), one byte for the
    number of dimensions, each dimension as four bytes (big-endian), then the values row by row.

    Args:
        path: a file; `.gz` and `.xz` are decompressed, anything else is read as it is.

    Returns:
        uint8 array of the shape that the file states; new and writable.

    Raises:
        FileNotFoundError: there is no such file.
        DatasetDamaged: the file cannot be decompressed, is no idx file of unsigned bytes, or
            holds fewer or more values than it states.
    """
    path = Path(path)
    content = _decompressed(path)
    if len(content) < 4 or content[:3] != b"\0\0\x08":
        raise DatasetDamaged(f"{path} is no idx file of unsigned bytes")
    header = 4 + 4 * content[3]
    if len(content) < header:
        raise DatasetDamaged(f"{path} ends within its header")
    shape = struct.unpack(f">{content[3]}I", content[4:header])
    if len(content) - header != math.prod(shape):
        raise DatasetDamaged(f"{path} states the shape {shape}, but holds {len(content)} bytes")
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape).copy()


@dataclass(frozen=True, eq=False)
class Penguins:
    """Body measurements of penguins at Palmer Station, Antarctica, 2007 to 2009.

    Args:
        features: measurements, float64 (342, 4), one row a bird, none missing.
        species: "Adelie", "Chinstrap" or "Gentoo" for each row, text (342,).
        feature_names: what the columns of `features` are, with their units.
        left_out: which rows of the table (counted from 0) are not here, since those birds were
            not measured.
    """

    features: FloatArray
    species: NDArray[np.str_]
    feature_names: tuple[str, ...]
    left_out: tuple[int, ...]


def load_penguins() -> Penguins:
    """The Palmer penguins: 342 birds of three species, four measurements each.

    The table has 344 rows. Two of them, 3 and 271, have none of the four measurements; they are
    left out (and listed in `left_out`), nothing is filled in. Nine more rows lack only the sex,
    which is not used here, and stay. Rows are in the order of the table: sorted by species.

    Adelie and Gentoo are separated by a line in bill length against bill depth; Adelie and
    Chinstrap are separated by a line in no two of the four features.

    Returns:
        A `Penguins` record with new arrays.

    Raises:
        DatasetNotFound: the bundled file is missing.
        DatasetDamaged: the bundled file does not have its checksum.

    Source:
        K. B. Gorman, T. D. Williams and W. R. Fraser (2014), "Ecological sexual dimorphism and
        environmental variability within a community of Antarctic penguins (genus Pygoscelis)",
        PLoS ONE 9(3), e90081. The data are in the public domain (CC0).

    Example:
        >>> penguins = load_penguins()
        >>> penguins.features.shape, penguins.feature_names[0]
        ((342, 4), 'bill length (mm)')
    """
    _verify_checksums("penguins.csv")
    columns = {
        "bill_length_mm": "bill length (mm)",
        "bill_depth_mm": "bill depth (mm)",
        "flipper_length_mm": "flipper length (mm)",
        "body_mass_g": "body mass (g)",
    }
    with (_BUNDLED / "penguins.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    measured = [all(row[column] != "NA" for column in columns) for row in rows]
    kept = [row for row, complete in zip(rows, measured, strict=True) if complete]
    return Penguins(
        features=np.array([[float(row[column]) for column in columns] for row in kept]),
        species=np.array([row["species"] for row in kept]),
        feature_names=tuple(columns.values()),
        left_out=tuple(i for i, complete in enumerate(measured) if not complete),
    )


def make_blobs(
    rng: np.random.Generator,
    n_samples: int = 100,
    *,
    w: ArrayLike = (1.0, 1.0),
    b: float = 0.0,
    margin: float = 0.5,
    distance: float = 2.0,
    spread: float = 1.0,
) -> tuple[FloatArray, LabelArray]:
    """Two Gaussian blobs on the two sides of the line w . x + b = 0, none nearer than `margin`.

    Each blob is drawn around a centre at `distance` from the line. If its nearest point then
    lies within the margin or across the line, the whole blob is moved straight away from the
    line until that point is exactly `margin` away: the blob keeps its shape. As (w, b) are
    given, a separating line is known, and with it a bound for the perceptron's mistakes.

    Args:
        rng: source of the random numbers.
        n_samples: number of points; half of them (rounded down) have label 1.
        w: normal of the line, (n_features,), of any length but 0.
        b: bias of the line.
        margin: least distance of a point from the line (apart from rounding), >= 0.
        distance: distance of each centre from the line, before any move.
        spread: standard deviation of a blob in every direction, >= 0.

    Returns:
        (X, y): X float64 (n_samples, n_features); y int64 (n_samples,), 1 where w . x + b > 0
        and 0 on the other side, in random order.

    Raises:
        ValueError: w is no vector or has length 0, or a number is negative that must not be.

    Example:
        >>> X, y = make_blobs(np.random.default_rng(0), n_samples=50, w=[3, 4], b=-5, margin=0.5)
        >>> distances = (X @ [3, 4] - 5) / 5
        >>> bool(np.all(np.where(y == 1, distances, -distances) >= 0.5 - 1e-12))
        True
    """
    w = np.asarray(w, dtype=np.float64)
    if w.ndim != 1 or not np.any(w):
        raise ValueError("w must be one vector, and not zero")
    if min(n_samples, margin, spread) < 0:
        raise ValueError("n_samples, margin and spread must not be negative")
    length = np.linalg.norm(w)
    normal, on_line = w / length, -b * w / length**2
    y = rng.permutation(np.arange(n_samples) % 2)
    side = 2 * y - 1
    offsets = spread * rng.standard_normal((n_samples, len(w))) + distance * np.outer(side, normal)
    for label, sign in ((0, -1), (1, 1)):
        nearest = np.min(sign * (offsets[y == label] @ normal), initial=margin)
        offsets[y == label] += sign * (margin - nearest) * normal
    return on_line + offsets, y


def gate_table(gate: str) -> tuple[FloatArray, LabelArray]:
    """The truth table of a gate with two inputs, as samples and labels.

    Args:
        gate: "AND", "OR", "NAND", "NOR" or "XOR".

    Returns:
        (X, y): X float64 (4, 2), the rows 00, 01, 10, 11; y int64 (4,), what the gate answers.

    Raises:
        ValueError: there is no gate of that name.

    Example:
        >>> X, y = gate_table("NAND")
        >>> y
        array([1, 1, 1, 0])
    """
    if gate not in _GATES:
        raise ValueError(f"no gate {gate!r}; the gates are {', '.join(_GATES)}")
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
    return X, np.array(_GATES[gate], dtype=np.int64)


def xor_table() -> tuple[FloatArray, LabelArray]:
    """The truth table of XOR, which no single line separates: `gate_table("XOR")`."""
    return gate_table("XOR")


def _decompressed(path: Path) -> bytes:
    """The content of a file, decompressed if its name says that it is compressed."""
    content = path.read_bytes()
    try:
        if path.suffix == ".gz":
            return gzip.decompress(content)
        if path.suffix == ".xz":
            return lzma.decompress(content)
    except (gzip.BadGzipFile, lzma.LZMAError, zlib.error, EOFError) as error:
        raise DatasetDamaged(f"{path} cannot be decompressed: {error}") from error
    return content


def _verify_checksums(*names: str) -> None:
    """Compare bundled files with checksums.sha256, which `sha256sum --check` reads as well."""
    advice = "restore it from the repository or rebuild it with scripts/build_data.py"
    try:
        listed = (_BUNDLED / "checksums.sha256").read_text("ascii", errors="replace").splitlines()
        actual = {name: hashlib.sha256((_BUNDLED / name).read_bytes()) for name in names}
    except FileNotFoundError as error:
        raise DatasetNotFound(f"{error.filename} is missing; {advice}") from error
    for name, checksum in actual.items():
        if f"{checksum.hexdigest()}  {name}" not in listed:
            raise DatasetDamaged(f"{_BUNDLED / name} does not have its checksum; {advice}")


def _located(folder: Path) -> dict[str, Path]:
    """Those of the four idx files that a folder has; none if it cannot be listed."""
    try:
        names = {path.name for path in folder.iterdir()}
    except OSError:
        return {}
    return {
        name: folder / (name + ending)
        for name in _IDX_NAMES
        for ending in _ENDINGS
        if name + ending in names
    }


def _load_folder(folder: Path, sizes: tuple[int, int]) -> tuple[ImagesAndLabels, ImagesAndLabels]:
    """Training and test set from a folder with all four files, checked to have these sizes."""
    paths = _located(folder)
    x_train, y_train, x_test, y_test = (read_idx(paths[name]) for name in _IDX_NAMES)
    return (
        _checked(x_train, y_train, sizes[0], f"the training set in {folder}"),
        _checked(x_test, y_test, sizes[1], f"the test set in {folder}"),
    )


def _checked(images: ByteArray, labels: ByteArray, n: int, source: str) -> ImagesAndLabels:
    if images.shape != (n, 28, 28) or labels.shape != (n,):
        raise DatasetDamaged(
            f"{source} should have {n} images of 28 x 28 and as many labels, "
            f"but has the shapes {images.shape} and {labels.shape}"
        )
    if labels.max() >= len(FASHION_MNIST_CLASSES):
        raise DatasetDamaged(f"{source} has a label {labels.max()}; there are only 0 to 9")
    return images, labels


def _folders_of_full_set() -> list[Path]:
    """Where the full set may be, in the order in which to look."""
    named = os.environ.get("FASHION_MNIST_DIR")
    keras_home = os.environ.get("KERAS_HOME") or os.path.expanduser(  # noqa: PTH111
        "~/.keras"  # stays as it is in a sandbox without a home, where Path.expanduser raises
    )
    folders = [_DEBIAN_FOLDER, Path(keras_home, "datasets", "fashion-mnist")]
    return [Path(named), *folders] if named else folders


def _what_was_looked_for() -> str:
    """Say for each place why it would not do, and what to do about it."""
    lines = ["the full Fashion-MNIST (70,000 images) was not found. Looked in:"]
    if not os.environ.get("FASHION_MNIST_DIR"):
        lines.append("  $FASHION_MNIST_DIR: not set")
    for folder in _folders_of_full_set():
        missing = [name for name in _IDX_NAMES if name not in _located(folder)]
        all_missing = len(missing) == len(_IDX_NAMES)
        why = "none of the four idx files" if all_missing else f"lacks {', '.join(missing)}"
        lines.append(f"  {folder}: {why}")
    return "\n".join(lines) + (
        "\nInstall the Debian package (apt install dataset-fashion-mnist), or set "
        "FASHION_MNIST_DIR to a folder with the four idx files, or let Keras fetch them: "
        "load_fashion_mnist(full=True, download=True). "
        "The bundled subset, load_fashion_mnist(), needs none of this."
    )


def _download_with_keras() -> tuple[ImagesAndLabels, ImagesAndLabels]:
    """Fetch the full set into the Keras cache; the one place of course_lib that imports Keras."""
    try:
        import keras

        train, test = keras.datasets.fashion_mnist.load_data()
    except Exception as error:  # an unreachable address is a bare Exception in Keras
        raise DatasetNotFound(f"Keras could not fetch Fashion-MNIST: {error}") from error
    return (
        _checked(train[0].copy(), train[1].copy(), _FULL_SIZES[0], "the training set from Keras"),
        _checked(test[0].copy(), test[1].copy(), _FULL_SIZES[1], "the test set from Keras"),
    )
