"""Keeps each submission's result on disk, so that grading can be killed and taken up again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from autograder.files import safe_name, write_durably
from autograder.results import Result

PACKAGES = (Path(__file__).parent, Path(__file__).parent.parent / "course_lib")


class Store:
    """Results under `folder`, one JSON file per student and unit.

    A result is found again only under the same key: the submission's bytes, the seed, the limits,
    and the grader's own code (`fingerprint`), so that nothing stale is ever reused.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, student: str, unit: str, key: str) -> Result | None:
        """The stored result, or None when there is none for that key (or the file is damaged)."""
        try:
            data = json.loads(self._path(student, unit).read_text(encoding="utf-8"))
            return Result.from_json(data["result"]) if data["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, result: Result, key: str) -> None:
        """Store a result for good: after this call it survives whatever happens to the machine."""
        text = json.dumps({"key": key, "result": result.to_json()})
        write_durably(self._path(result.student, result.unit), text)

    def results(self) -> Iterator[Result]:
        """All stored results, whatever their key."""
        for path in sorted(self.folder.glob("*/*.json")):
            try:
                data = json.loads(path.read_text(encoding="utf-8"))
                yield Result.from_json(data["result"])
            except (OSError, ValueError, KeyError, TypeError):
                continue  # a file that is not ours, or one from an older version

    def clear(self, keep: Collection[tuple[str, str]] = ()) -> None:
        """Forget every result but those of these students and units."""
        kept = {self._path(*pair) for pair in keep}
        for path in self.folder.glob("*/*.json"):
            if path not in kept:
                path.unlink()

    def _path(self, student: str, unit: str) -> Path:
        return self.folder / safe_name(student) / f"{safe_name(unit)}.json"


def fingerprint(files: Iterable[Path] = ()) -> str:
    """A digest of the grader's own code and of `files` (SHA-256, hexadecimal)."""
    digest = hashlib.sha256()
    own = (path for package in PACKAGES for path in package.rglob("*.py"))
    for path in sorted((*own, *files)):
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def key_of(data: bytes, *parts: object) -> str:
    """The key of a submission with these bytes, graded under these circumstances."""
    digest = hashlib.sha256(data)
    for part in parts:
        digest.update(f"\0{part!r}".encode())
    return digest.hexdigest()
