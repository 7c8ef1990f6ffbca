"""The work of one task, as functions from Arrow batches to Arrow batches, which any engine with Arrow can run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec
import pyarrow as pa

from onrecord import record
from onrecord.errors import ArticleError
from onrecord.model import Article, Story
from onrecord.rdf.share import Share
from onrecord.rdf.shares import Quad, Tally, quads
from onrecord.reading import attempts
from onrecord.settings import Settings

Batches = Iterator[pa.RecordBatch]
Work = Callable[[Batches], Batches]

GIVEN = pa.schema([("number", pa.int64()), ("article", pa.binary())])
"""An article as JSON, and its position among those given."""
READ = pa.schema([("number", pa.int64()), ("record", pa.binary()), ("source", pa.string()), ("fault", pa.string())])
"""An analysis as a line of the record; null if the article could not be read, together with the reason."""
SHARE = pa.schema([("number", pa.int64())])
QUADS = pa.schema([(name, pa.string()) for name in ("graph", "subject", "predicate", "object")])
"""A quad, with its object as an N-Triples term; a row without a subject is a tally (see `tally_row`)."""
_ROWS = 20_000
"""Quads in one batch."""


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
        for number in (number for batch in batches for number in batch.column(0).to_pylist()):
            tally, rows = Tally(), list[Quad]()
            for quad in quads(story(), Share(number, count), tally):
                rows.append(quad)
                if len(rows) == _ROWS:
                    yield quad_batch(rows)
                    rows.clear()
            yield quad_batch(rows)
            yield pa.RecordBatch.from_pylist([{"object": tally_row(tally)}], schema=QUADS)

    return run


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
