"""Results on disk: files that are either the old or the new version, under names that are safe."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

_LONGEST = 80  # bytes; leaves room for a suffix below the 255 bytes of common file systems
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
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


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
