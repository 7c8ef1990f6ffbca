"""Lines of bytes that a build puts aside in a file without a name."""

from __future__ import annotations

import tempfile
from typing import BinaryIO

from onrecord.errors import OutputError

_BUFFER = 1 << 18
"""Bytes that are gathered before they are written."""


class Pile:
    """Lines of bytes in a file without a name, which ends with the process whatever becomes of it.

    There is no file before there is enough to write.
    """

    def __init__(self) -> None:
        self._new = bytearray()
        self._written = 0
        self._file: BinaryIO | None = None

    def add(self, line: bytes) -> int:
        """Where `line` stands from now on."""
        start = self._written + len(self._new)
        self._new += line
        if len(self._new) > _BUFFER:
            self._flush()
        return start

    def read(self, start: int, size: int) -> bytes:
        """The `size` bytes that stand at `start`, which were added together."""
        if start >= self._written:
            return bytes(self._new[start - self._written : start - self._written + size])
        file = self._opened()
        file.seek(start)
        return file.read(size)

    def _opened(self) -> BinaryIO:
        if self._file is None:
            try:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - ends with the last shelf
            except OSError as error:
                raise _no_room(error) from error
        return self._file

    def _flush(self) -> None:
        file = self._opened()
        try:
            file.seek(self._written)
            with memoryview(self._new) as left:
                done = 0
                while done < len(left):
                    done += file.write(left[done:])
        except OSError as error:
            raise _no_room(error) from error
        self._written += len(self._new)
        self._new = bytearray()


def _no_room(error: OSError) -> OutputError:
    return OutputError(tempfile.gettempdir(), f"cannot hold what a build puts aside: {error.strerror or error}")
