"""The work of one task, as functions from Arrow batches to Arrow batches, which any engine with Arrow can run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from onrecord import record
from onrecord.collection import collect_rarely
from onrecord.errors import ArticleError
from onrecord.model import Article, Story
from onrecord.rdf.share import Share
from onrecord.rdf.shares import Quad, Tally, line, quads
from onrecord.reading import attempts
from onrecord.settings import Settings

T = TypeVar("T")
Batches = Iterator[pa.RecordBatch]
Work = Callable[[Batches], Batches]

GIVEN = pa.schema([("number", pa.int64()), ("article", pa.binary())])
"""An article as JSON, and its position among those given."""
READ = pa.schema([("number", pa.int64()), ("record", pa.binary()), ("source", pa.string()), ("fault", pa.string())])
"""An analysis as a line of the record; null if the article could not be read, together with the reason."""
SHARE = pa.schema([("number", pa.int64())])
QUADS = pa.schema([(name, pa.string()) for name in ("graph", "subject", "predicate", "object")])
"""A quad, with its object as an N-Triples term; a row without a subject is a tally (see `tally_row`)."""
TALLY = pa.schema([("tally", pa.string())])
"""A tally (see `tally_row`)."""
_ROWS = 20_000
"""Quads in one batch."""
_GROUP = 5
"""Batches in a row group of a Parquet file."""


def given_batch(articles: Iterable[tuple[int, Article]]) -> pa.Table:
    """Articles with their positions, as input for `reading`."""
    rows = [{"number": number, "article": msgspec.json.encode(item)} for number, item in articles]
    return pa.Table.from_pylist(rows, schema=GIVEN)


def reading(settings: Settings) -> Work:
    """A function that reads articles (GIVEN) and yields analyses (READ)."""

    def run(batches: Batches) -> Batches:
        for batch in batches:
            rows = batch.to_pylist()
            articles = [msgspec.json.decode(row["article"], type=Article) for row in rows]
            found = [
                {"number": row["number"], "source": item.source, "fault": item.fault}
                if isinstance(item, ArticleError)
                else {"number": row["number"], "record": record.dumps(item)}
                for row, item in zip(rows, attempts(articles, settings), strict=True)
            ]
            yield pa.RecordBatch.from_pylist(found, schema=READ)

    return run


def writing(story: Callable[[], Story], count: int) -> Work:
    """A function that turns shares (SHARE), of `count` in all, into quads (QUADS) and a row with the tally of each."""

    def run(batches: Batches) -> Batches:
        for number in _numbers(batches):
            tally = Tally()
            yield from _batches(quads(story(), Share(number, count), tally), quad_batch)
            yield pa.RecordBatch.from_pylist([{"object": tally_row(tally)}], schema=QUADS)

    return run


def filing(story: Callable[[], Story], count: int, places: tuple[str, str]) -> Work:
    """A function that writes shares (SHARE), of `count` in all, as files into folders and yields their tallies (TALLY).

    `places` are the folders for Parquet and for N-Quads. A file of a share that is written again takes the place of
    the one before.
    """

    def run(batches: Batches) -> Batches:
        for number in _numbers(batches):
            tally = Tally()
            file_quads(quads(story(), Share(number, count), tally), places, number)
            yield pa.RecordBatch.from_pylist([{"tally": tally_row(tally)}], schema=TALLY)

    return run


def file_quads(rows: Iterable[Quad], places: tuple[str, str], number: int) -> None:
    """Write quads as part `number` of the folders for Parquet and for N-Quads, whole or not at all."""
    files = [
        Path(place, f"part-{number:05}{ending}") for place, ending in zip(places, (".parquet", ".txt"), strict=True)
    ]
    begun = [path.with_name(f".{path.name}") for path in files]  # neither Spark nor a pattern takes it for a part
    with pq.ParquetWriter(begun[0], QUADS) as table, begun[1].open("w", encoding="utf-8", newline="\n") as lines:
        group: list[pa.RecordBatch] = []
        for batch, text in _batches(rows, lambda some: (quad_batch(some), "\n".join([*map(line, some), ""]))):
            lines.write(text)
            group.append(batch)
            if len(group) == _GROUP:
                table.write_table(pa.Table.from_batches(group))
                group.clear()
        table.write_table(pa.Table.from_batches(group, QUADS))
    for path, done in zip(begun, files, strict=True):
        path.replace(done)


def _numbers(batches: Batches) -> Iterator[int]:
    collect_rarely()
    return (number for batch in batches for number in batch.column(0).to_pylist())


def _batches(rows: Iterable[Quad], made: Callable[[list[Quad]], T]) -> Iterator[T]:
    """What is made of every so many quads."""
    iterator = iter(rows)
    while some := list(islice(iterator, _ROWS)):
        yield made(some)


def quad_batch(rows: list[Quad]) -> pa.RecordBatch:
    """Quads as a batch (QUADS)."""
    columns = list(zip(*rows, strict=True)) or [()] * len(QUADS)
    return pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in columns], schema=QUADS)


class _Tally(msgspec.Struct):
    default: tuple[str, int]
    judged: tuple[str, int]
    concepts: list[str]
    declared: list[str]
    graphs: list[str]


def tally_row(tally: Tally) -> str:
    """A tally as a string, because its sums are too long for JSON numbers."""
    return msgspec.json.encode(
        _Tally(
            (tally.default.digest, tally.default.triples),
            (tally.judged.digest, tally.judged.triples),
            sorted(tally.used.concepts),
            sorted(tally.used.declared),
            tally.graphs,
        )
    ).decode()


def tally_of(row: str) -> Tally:
    """The tally that `tally_row` has written to `row`."""
    read, tally = msgspec.json.decode(row, type=_Tally), Tally()
    for digest, (total, triples) in ((tally.default, read.default), (tally.judged, read.judged)):
        digest.total, digest.triples = int(total, 16), triples
    tally.used.concepts, tally.used.declared = set(read.concepts), set(read.declared)
    tally.graphs = read.graphs
    return tally
