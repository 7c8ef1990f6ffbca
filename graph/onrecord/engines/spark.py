"""The engine for many machines: Apache Spark. The only importer of pyspark (``pip install onrecord[spark]``, Java 17).

Reading runs as `mapInArrow` over articles, comparing by blocking key, clustering by connected component, and writing
share by share. The driver parses the inputs and holds a part of the story in memory, and the processes
that write hold all of it: see docs/howto/scale.md.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.errors import PySparkException, PySparkRuntimeError
from pyspark.sql import SparkSession

from onrecord import record, staging, tables
from onrecord.engines import batches
from onrecord.engines.spark_comparer import SparkComparer
from onrecord.errors import ArticleError, OutputError, SettingsError
from onrecord.model import Analysis, Article, Story
from onrecord.rdf.shares import Tally, last
from onrecord.reading import reader
from onrecord.settings import Settings, under_spark_submit

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_TASKS = 4
"""Tasks per core; several, so that the last ones to end are short."""
_MOST = 24
"""Most articles in a task, which is repeated if its process dies; few, so that no core waits long for the last."""
_TRIES = 4
"""How often a task is tried on one machine; on many machines, Spark repeats tasks by default."""
_HERE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
"""Settings for one machine: Spark accepts no connections from others and does not write to the terminal."""
FILES = ("actions.parquet", "analyses.jsonl", "graph.nq", "quads.parquet", "statements.parquet")
"""Names of the outputs; each is a folder of parts."""


def start(cores: int, master: str | None = None) -> SparkSession:
    """The driver's session: that of `spark-submit`, one at `master`, or one on this machine with `cores` cores.

    Raises SettingsError if Java is not installed.
    """
    builder = SparkSession.builder.appName("onrecord")
    if master is None and not under_spark_submit():
        master = f"local[{cores},{_TRIES}]"
    if master is not None:
        builder = builder.master(master)
        if master.startswith("local"):
            for name, value in _HERE.items():
                builder = builder.config(name, value)
            builder = builder.config("spark.sql.shuffle.partitions", _TASKS * cores)
    try:
        session = builder.getOrCreate()
    except (PySparkRuntimeError, FileNotFoundError) as error:
        raise SettingsError(
            "engine spark: Java 17 is needed; on Debian: apt-get install openjdk-17-jre-headless"
        ) from error
    if master is not None and master.startswith("local"):
        session.sparkContext.pythonExec = sys.executable  # the first python on the path may be a different one
    return session


@dataclass(slots=True)
class Spark:
    """The engine that runs a build on a Spark session."""

    session: SparkSession
    comparer: SparkComparer = field(init=False)

    def __post_init__(self) -> None:
        self.comparer = SparkComparer(self.session.sparkContext)

    def check(self, folder: str) -> None:
        """Raise OutputError if `folder` exists, because parts of two builds must not be mixed."""
        if "://" not in folder:
            if Path(folder).exists() and any(Path(folder).iterdir()):
                raise OutputError(folder, "is not empty; with the engine spark give a folder that is new")
            staging.check(folder)

    def read(self, given: Sequence[Article | ArticleError], settings: Settings) -> Iterator[Analysis | ArticleError]:
        """Yield the analyses of `given` in their order; an article that fails yields its error."""
        if importlib.util.find_spec(settings.model) is None if settings.model.isidentifier() else True:
            reader(settings.model)  # reports a missing model once, here, and not in every task
        table = batches.given_batch((n, item) for n, item in enumerate(given) if isinstance(item, Article))
        tasks = max(1, min(len(given), max(_TASKS * self._cores, len(given) // _MOST)))
        frame = self.session.createDataFrame(table).repartition(tasks)
        rows = frame.mapInArrow(batches.reading(settings), _ddl(batches.READ)).toArrow().to_pylist()
        found = {row["number"]: row for row in rows}
        for number, item in enumerate(given):
            row = found.get(number)
            if row is None or isinstance(item, ArticleError):
                yield item if isinstance(item, ArticleError) else ArticleError(item.source, "the engine lost it")
            elif row["record"] is None:
                yield ArticleError(row["source"], row["fault"])
            else:
                yield record.loads(row["record"])

    def write(self, story: Story, shown: Story, read: Sequence[Analysis], folder: str, settings: Settings) -> list[str]:  # noqa: ARG002
        """Write the records, the quads in N-Quads and Parquet and the two tables, each as a folder of parts."""
        if "://" in folder:
            self._write(story, shown, folder.rstrip("/"))
        else:
            with staging.folder(folder) as stage:
                self._write_here(story, shown, stage)
        return list(FILES)

    @property
    def _cores(self) -> int:
        return int(self.session.sparkContext.defaultParallelism)

    def _write(self, story: Story, shown: Story, place: str) -> None:
        try:
            self._lines([record.dumps(item).decode() for item in story.analyses]).write.text(f"{place}/analyses.jsonl")
            for name, rows, columns in _tables(shown):
                self.session.createDataFrame(_table(rows, columns)).write.parquet(f"{place}/{name}.parquet")
            self._graph(shown, place)
        except PySparkException as error:
            raise OutputError(place, str(error).splitlines()[0]) from error

    def _write_here(self, story: Story, shown: Story, stage: Path) -> None:
        """The same into a folder that all processes see: the files are written where they are made.

        Records and tables are written while the engine writes the quads.
        """
        places = str(stage / "quads.parquet"), str(stage / "graph.nq")
        for name in FILES:
            (stage / name).mkdir()
        try:
            # the story is sent before its tables are made: what stands in files is read by one thread at a time
            with self._shares(shown) as (sent, count, numbers), ThreadPoolExecutor(1) as beside:
                work = numbers.mapInArrow(batches.filing(sent, count, places), _ddl(batches.TALLY))
                told = beside.submit(work.toArrow)
                with (stage / "analyses.jsonl" / "part-00000.txt").open("wb") as stream:
                    record.write(story.analyses, stream)
                for name, rows, columns in _tables(shown):
                    pq.write_table(_table(rows, columns), stage / f"{name}.parquet" / "part-00000.parquet")
                tally = _joined(told.result().column("tally").to_pylist())
            batches.file_quads(last(shown.base, tally), places, count)
        except PySparkException as error:
            raise OutputError(str(stage), str(error).splitlines()[0]) from error

    def _graph(self, shown: Story, place: str) -> None:
        """Write the quads: shares in parallel, then the graph's own metadata; N-Quads are made from the same rows."""
        parts = f"{place}/.quads.parts"
        with self._shares(shown) as (story, count, numbers):
            numbers.mapInArrow(batches.writing(story, count), _ddl(batches.QUADS)).write.parquet(parts)
        written = self.session.read.parquet(parts)
        tally = _joined(written.where("subject IS NULL").toArrow().column("object").to_pylist())
        ending = pa.Table.from_batches([batches.quad_batch(list(last(shown.base, tally)))])
        whole = written.where("subject IS NOT NULL").unionByName(self.session.createDataFrame(ending))
        whole.write.parquet(f"{place}/quads.parquet")
        graph = "CASE WHEN graph = '' THEN '' ELSE concat(' <', graph, '>') END"
        whole.selectExpr(
            f"concat('<', subject, '> <', predicate, '> ', object, {graph}, ' .') AS value"  # constants
        ).write.text(f"{place}/graph.nq")
        self._remove(parts)

    @contextmanager
    def _shares(self, shown: Story) -> Iterator[tuple[Callable[[], Story], int, DataFrame]]:
        """The story as the processes that write get it, how many shares of the graph there are, and their numbers."""
        count = max(1, min(len(shown.analyses), _TASKS * self._cores))
        shared = self.session.sparkContext.broadcast(shown)
        numbers = self.session.createDataFrame(pa.table({"number": list(range(count))}, schema=batches.SHARE))
        yield (lambda: shared.value), count, numbers.repartitionByRange(count, "number")
        shared.destroy()

    def _lines(self, lines: list[str]) -> DataFrame:
        return self.session.createDataFrame(pa.table({"value": pa.array(lines, pa.string())}))

    def _remove(self, place: str) -> None:
        """Remove a folder from whatever file system it is on."""
        java: Any = self.session.sparkContext._jvm  # noqa: SLF001  # pyspark has no file systems of its own
        path = java.org.apache.hadoop.fs.Path(place)
        path.getFileSystem(self.session.sparkContext._jsc.hadoopConfiguration()).delete(path, True)  # noqa: FBT003, SLF001


def _joined(rows: list[str]) -> Tally:
    """The tally of all shares."""
    tally = Tally()
    for row in sorted(rows):
        tally.add(batches.tally_of(row))
    return tally


def _tables(shown: Story) -> Iterator[tuple[str, Iterator[dict[str, Any]], Sequence[str]]]:
    """The tables: name, rows, columns."""
    yield "statements", tables.statements(shown), tables.STATEMENT_COLUMNS
    yield "actions", tables.actions(shown), tables.ACTION_COLUMNS


def _table(rows: Iterator[dict[str, Any]], columns: Sequence[str]) -> pa.Table:
    """Rows of a table, with all columns as strings except character offsets."""
    kinds = {"start": pa.int64(), "end": pa.int64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in columns])
    return pa.Table.from_pylist(
        [{name: None if row.get(name) == "" else row.get(name) for name in columns} for row in rows], schema=schema
    )


def _ddl(schema: pa.Schema) -> str:
    """An Arrow schema in Spark's notation."""
    names = {pa.int64(): "bigint", pa.binary(): "binary", pa.string(): "string"}
    return ", ".join(f"{item.name} {names[item.type]}" for item in schema)
