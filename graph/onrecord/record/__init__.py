"""The analysis record on disk: one JSON object an article, one line each (JSON Lines, UTF-8).

The classes of `onrecord.model` are the format; fields a reader does not know are ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from onrecord.errors import RecordError
from onrecord.model import Analysis

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Analysis)


def dumps(analysis: Analysis) -> bytes:
    """One line of the record, without the line feed."""
    return _encoder.encode(analysis)


def loads(line: bytes | str, source: str = "record", number: int = 1) -> Analysis:
    """One line of the record read back; raises RecordError naming `source`, the line's number and the fault."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise RecordError(source, number, str(error)) from error


def write(analyses: Iterable[Analysis], stream: BinaryIO) -> None:
    """Write records to a binary stream, one a line."""
    stream.writelines(dumps(analysis) + b"\n" for analysis in analyses)


def read(stream: Iterable[bytes], source: str = "record") -> Iterator[Analysis]:
    """Records of a binary stream; blank lines are passed over. Raises RecordError at the first bad line."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield loads(line, source, number)
