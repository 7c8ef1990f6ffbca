"""Spark with two workers gives what one process gives: the analyses and the graph, also if a worker is killed."""

from __future__ import annotations

import csv
import os
import random
import shutil
import signal
from itertools import pairwise

import pytest

from conftest import ROOT
from onrecord import pipeline
from onrecord.articles import read
from onrecord.engines import Processes
from onrecord.errors import ArticleError, OutputError
from onrecord.rdf.shares import line
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE
from onrecord.settings import Settings

REASON = "pyspark is not installed: pip install onrecord[spark]"
spark = pytest.importorskip("onrecord.engines.spark", reason=REASON)
batches = pytest.importorskip("onrecord.engines.batches", reason=REASON)
pytestmark = [
    pytest.mark.model,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java, which Spark runs on"),
]


@pytest.fixture(scope="module")
def engine():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "graph"), os.environ.get("PYTHONPATH", "")]))
        made = spark.Spark(spark.start(2))
        made.comparer.worth = 0
        yield made
        made.session.stop()


def lines(folder):
    return sorted(
        line for part in folder.glob("part-*") for line in part.read_text(encoding="utf-8").split("\n") if line
    )


def test_the_seeds_give_the_same_analyses_and_the_same_graph(engine, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    pipeline.build([str(ROOT / "seeds")], one)
    written = pipeline.build([str(ROOT / "seeds")], two, engine=engine)
    assert written.files == tuple(sorted(item.name for item in two.iterdir()))
    for name in ("analyses.jsonl", "graph.nq"):
        assert lines(two / name) == sorted(row for row in (one / name).read_text("utf-8").split("\n") if row)
    quads = engine.session.read.parquet(str(two / "quads.parquet")).toArrow().to_pylist()
    assert sorted(line(tuple(row.values())) for row in quads) == lines(two / "graph.nq")
    for name in ("statements", "actions"):
        rows = engine.session.read.parquet(str(two / f"{name}.parquet")).toArrow().to_pylist()
        with (one / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            wanted = sorted((row["article"], int(row["start"]), row["label"]) for row in csv.DictReader(stream))
        assert sorted((row["article"], row["start"], row["label"]) for row in rows) == wanted
    with pytest.raises(OutputError, match="is not empty"):
        engine.check(str(two))


def test_an_address_is_written_by_spark_itself_with_the_same_lines(engine, tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    pipeline.build([str(ROOT / "seeds")], here, engine=engine)
    pipeline.build([str(ROOT / "seeds")], there.as_uri(), engine=engine)
    for name in ("analyses.jsonl", "graph.nq"):
        assert lines(there / name) == lines(here / name)
    for name in ("quads", "statements", "actions"):
        one, two = (
            engine.session.read.parquet(str(folder / f"{name}.parquet")).toArrow().to_pylist()
            for folder in (here, there)
        )
        assert sorted(map(repr, one)) == sorted(map(repr, two))


def test_a_share_whose_writer_is_killed_is_written_again_and_once(engine, tmp_path, monkeypatch):
    one, two, killed, filing = tmp_path / "one", tmp_path / "two", tmp_path / "killed", batches.filing

    def dies_once(story, count, places):
        work = filing(story, count, places)

        def run(parts):
            for batch in work(parts):
                if not killed.exists():
                    killed.write_text(str(os.getpid()))
                    os.kill(os.getpid(), signal.SIGKILL)
                yield batch

        return run

    pipeline.build([str(ROOT / "seeds")], one, engine=engine)
    monkeypatch.setattr(batches, "filing", dies_once)
    pipeline.build([str(ROOT / "seeds")], two, engine=engine)
    assert killed.exists()
    for folder in ("graph.nq", "quads.parquet"):
        assert sorted(item.name for item in (two / folder).iterdir()) == sorted(
            item.name for item in (one / folder).iterdir()
        )
    assert lines(two / "graph.nq") == lines(one / "graph.nq")


def test_a_killed_worker_s_articles_are_read_again_and_once(engine, tmp_path, monkeypatch):
    for number in range(12):
        text = f'The council of Brell shut pool {number} on Monday. "It leaks," said Ida Vorn, who runs it.\n'
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "12.txt").write_bytes(b"")
    given = list(read([str(tmp_path)]))
    killed, reading = tmp_path / "killed", batches.reading

    def dies_once(settings):
        work = reading(settings)

        def run(parts):
            for batch in work(parts):
                if not killed.exists():
                    killed.write_text(str(os.getpid()))
                    os.kill(os.getpid(), signal.SIGKILL)
                yield batch

        return run

    monkeypatch.setattr(batches, "reading", dies_once)
    found = list(engine.read(given, Settings()))
    assert killed.exists()
    assert sum(isinstance(item, ArticleError) for item in found) == 1
    assert [str(item) for item in found] == [str(item) for item in Processes().read(given, Settings())]


def verdicts(chance, count):
    found = []
    for _ in range(3 * count):
        left, right = sorted(chance.sample(range(count), 2))
        score = round(chance.uniform(-1, 1), 2)
        decision = "same" if score > 0.3 else "different"
        found.append(Verdict(left, right, decision, score, (), "rule", chance.random() < 0.05, chance.random() < 0.1))
    return found


def test_candidates_comparisons_and_clusters_are_those_of_one_process(engine):
    chance, there = random.Random(17), engine.comparer
    keys = [{("word", chance.randrange(40)), ("name", chance.randrange(25))} for _ in range(300)]
    weights = {place: chance.randrange(5) for place in range(300)}
    pairs = HERE.candidates(keys, weights, 4)
    assert there.candidates(keys, weights, 4) == pairs

    def compare(one, two, left, right):
        return (left, right, len(one & two)) if one & two and left % 3 else None

    assert list(there.compared(compare, keys, pairs)) == list(HERE.compared(compare, keys, pairs))
    for count in (2, 60, 200):
        given = verdicts(chance, count)
        assert there.partition(count, given) == HERE.partition(count, given)
        told = [frozenset(chance.sample("abc", 2)) for _ in range(count)]
        for facets in ((), told):
            wanted = HERE.balanced(count, given, 0.2, facets, tolerated=0.3)
            assert there.balanced(count, given, 0.2, facets, tolerated=0.3) == wanted


def test_a_long_chain_is_one_component(engine):
    order = list(range(400))
    random.Random(3).shuffle(order)
    links = [*pairwise(order), (500, 501)]
    assert dict(engine.comparer.components(links).collect()) == dict.fromkeys(range(400), 0) | {500: 500, 501: 500}
