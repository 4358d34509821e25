"""Messages on a byte stream: each with its length before it (4 bytes, big-endian)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from autograder.probes.limits import MESSAGE, TooMuch

LENGTH = struct.Struct(">I")


def frame(message: bytes) -> bytes:
    """The message with its length before it."""
    return LENGTH.pack(len(message)) + message


class Frames:
    """Collects bytes as they arrive and gives whole messages back.

    Args:
        largest: no message may be longer, so that no more than this is ever kept.
    """

    def __init__(self, largest: int = MESSAGE.size) -> None:
        self.largest = largest
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The messages that `data` completes.

        Raises:
            TooMuch: a message announces that it is longer than allowed.
        """
        self._buffer += data
        while len(self._buffer) >= LENGTH.size:
            (length,) = LENGTH.unpack_from(self._buffer)
            if length > self.largest:
                raise TooMuch(f"a message of more than {self.largest} bytes")
            end = LENGTH.size + length
            if len(self._buffer) < end:
                return
            with memoryview(self._buffer) as view:  # one copy less of what may be large
                message = bytes(view[LENGTH.size : end])
            del self._buffer[:end]
            yield message
