"""Results on disk: files that are either the old or the new version, under names that are safe."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.errors import OutputInUse

_LONGEST = 80  # bytes; leaves room for a suffix below the 255 bytes of common file systems
_BESIDE = re.compile(r"\..+\.[0-9]+\.part")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def write_atomically(path: Path, text: str) -> Path:
    """Write `text` as UTF-8 so that a reader sees the old file or the new one, never a part.

    Folders on the way are created. The text goes to a file beside the target, which then takes
    the target's place in one step.

    Raises:
        OSError: the folder cannot be written; no temporary file is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(path, text, durably=False)


def write_durably(path: Path, text: str) -> Path:
    """The same, and the file survives a loss of power from the moment of return on.

    Raises:
        OSError: the folder cannot be written; no temporary file is left behind.
    """
    return _write(path, text, durably=True)


def _write(path: Path, text: str, *, durably: bool) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            if durably:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    if durably:
        _settle(path.parent)
    return path


def _settle(folder: Path) -> None:
    """Have the folder's entries written, the new name of a file among them."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_parts(folder: Path) -> None:
    """Remove what writing left in `folder` and below when its process was killed."""
    for path in folder.rglob(".*.part"):
        if _BESIDE.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold `folder`, which exists, against other runs; the kernel lets go when a holder dies.

    Raises:
        OutputInUse: another process holds it.
        OSError: the folder cannot be written.
    """
    import fcntl

    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode("ascii", "replace") or "unknown"
            raise OutputInUse(
                f"another run (process {holder}) is writing to {folder}; wait for it, or choose "
                "another --output"
            ) from None
        os.truncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def safe_name(text: str) -> str:
    """`text` as one part of a path on any common system: itself where possible.

    Letters, digits, ".", "_", "-", "@" and "+" stay. Whatever else there is becomes "_", and then
    "~" and a digest of the original are appended. As "~" is never kept, two different texts
    never share a name, and none of them leaves its folder, hides, or is reserved by Windows.

    >>> safe_name("s01"), safe_name("../../etc/passwd")
    ('s01', '______etc_passwd~3754d6cb3a')
    """
    kept = "".join(c if c.isalnum() or c in "._-@+" else "_" for c in text)
    if kept == text and _is_ordinary(text):
        return text
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:10]
    short = kept.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
    return f"{short.replace('.', '_').lstrip('-')}~{digest}"


def _is_ordinary(name: str) -> bool:
    return (
        bool(name)
        and name[0] not in ".-"
        and name[-1] != "."
        and len(name.encode()) <= _LONGEST
        and unicodedata.is_normalized("NFC", name)
        and name.split(".", maxsplit=1)[0].lower() not in _RESERVED
    )
