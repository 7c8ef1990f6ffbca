"""The analysis record on disk: one JSON object per article, one per line (JSON Lines, UTF-8).

The classes of `onrecord.model` define the format; unknown fields are ignored on reading.
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
    """`analysis` as one line of the record, without the line feed."""
    return _encoder.encode(analysis)


def loads(line: bytes | str, source: str = "record", number: int = 1) -> Analysis:
    """The analysis in one line of the record; raises RecordError naming `source`, the line number and the fault."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise RecordError(source, number, str(error)) from error


def write(analyses: Iterable[Analysis], stream: BinaryIO) -> None:
    """Write records to a binary stream, one per line."""
    stream.writelines(dumps(analysis) + b"\n" for analysis in analyses)


def read(stream: Iterable[bytes], source: str = "record") -> Iterator[Analysis]:
    """The records in a binary stream; blank lines are skipped. Raises RecordError at the first bad line."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield loads(line, source, number)
