"""Rebuild course_lib/data: the Fashion-MNIST subset, the penguins and their checksums.

    python scripts/build_data.py --penguins PENGUINS_CSV [--fashion-mnist FOLDER] [--output FOLDER]

PENGUINS_CSV is palmerpenguins/data/penguins.csv from the PyPI package palmerpenguins 0.1.6:

    pip download --no-deps palmerpenguins==0.1.6 && unzip palmerpenguins-0.1.6-*.whl

The images that the subset holds depend on SEED and on the labels alone. They are ranked by a hash,
not drawn from a random generator, because a generator may draw differently in the next version
of its library and SHA-256 will not.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from course_lib.datasets import read_idx

SEED = 2017
PER_CLASS = {"train": 1_000, "t10k": 200}
PENGUINS_SHA256 = "f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93"
DEBIAN_FOLDER = Path("/usr/share/datasets/fashion-mnist")
DATA_FOLDER = Path(__file__).resolve().parent.parent / "course_lib" / "data"


def main(arguments: list[str] | None = None) -> None:
    """Build every file of course_lib/data that has a checksum."""
    options = parsed(arguments)
    files = {"penguins.csv": penguins(options.penguins)}
    for split in PER_CLASS:
        files |= fashion_mnist(options.fashion_mnist, split)
    files["checksums.sha256"] = checksums(files)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (options.output / name).write_bytes(content)
        print(f"{len(content):>9,} bytes  {name}")


def parsed(arguments: list[str] | None) -> argparse.Namespace:
    """The command line's options, as paths."""
    parser = argparse.ArgumentParser(description="Rebuild course_lib/data from its sources.")
    parser.add_argument("--penguins", type=Path, required=True, help="penguins.csv of the package")
    parser.add_argument("--fashion-mnist", type=Path, default=DEBIAN_FOLDER, help="idx .gz files")
    parser.add_argument("--output", type=Path, default=DATA_FOLDER, help="where to write")
    return parser.parse_args(arguments)


def penguins(path: Path) -> bytes:
    """The table as it is in the package, to the byte; SystemExit if it is another one."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != PENGUINS_SHA256:
        raise SystemExit(f"{path} is not the penguins.csv of palmerpenguins 0.1.6")
    return content


def fashion_mnist(folder: Path, split: str) -> dict[str, bytes]:
    """Images and labels of one split's subset, as compressed idx files by name."""
    arrays = {
        name: read_idx(folder / f"{name}.gz")
        for name in (f"{split}-images-idx3-ubyte", f"{split}-labels-idx1-ubyte")
    }
    chosen = choose(arrays[f"{split}-labels-idx1-ubyte"], split, PER_CLASS[split])
    return {f"{name}.xz": compressed(idx(array[chosen])) for name, array in arrays.items()}


def choose(labels: NDArray[np.uint8], split: str, per_class: int) -> NDArray[np.int64]:
    """The same number of indices for each class, in rising order.

    Of each class those are taken whose text "SEED/split/index" has the lowest SHA-256.
    """
    hashes = [hashlib.sha256(f"{SEED}/{split}/{i}".encode()).digest() for i in range(len(labels))]
    ranked = np.array(sorted(range(len(labels)), key=hashes.__getitem__), dtype=np.int64)
    chosen = [ranked[labels[ranked] == label][:per_class] for label in np.unique(labels)]
    return np.sort(np.concatenate(chosen))


def idx(array: NDArray[np.uint8]) -> bytes:
    """An array of unsigned bytes in the idx format that `course_lib.datasets.read_idx` reads."""
    header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    return header + np.ascontiguousarray(array).tobytes()


def compressed(content: bytes) -> bytes:
    """The smallest of the simple forms tried (the figures are in PROVENANCE.md)."""
    return lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)


def checksums(files: dict[str, bytes]) -> bytes:
    """One line a file, in the format of sha256sum."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode("ascii")


if __name__ == "__main__":
    main()
