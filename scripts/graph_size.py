"""``python scripts/graph_size.py [ARTICLES or builds]``: triples a word of the graph of a corpus, seconds to load it.

Without either the five seeds, then forty articles of the annotated texts that ``make gate`` reads; these are skipped,
saying so, if they are not there. Folders that ``build`` wrote, with this version or another, are loaded as they are, so
that two can be compared in one run. Ends with status 1 if a graph is larger than it should be.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph
import rdflib

import gate
from onrecord import pipeline, rdf
from onrecord.articles import read
from onrecord.evaluation import pairing
from onrecord.model import Article
from onrecord.rdf.ntriples import quads
from onrecord.settings import Settings

CORPUS = "statements/polnear_200.jsonl"
ARTICLES = 40
MOST_ON_RECORD = 3.0
"""Triples a word in the default graph: about what a person would want to open (5,000 words are 15,000 triples)."""
MOST = 8.0
"""The same with the evidence, in graph.nq."""


def main(inputs: list[str]) -> int:
    """Print the figures of each corpus."""
    builds = [Path(name) for name in inputs if Path(name, "graph.nq").is_file()]
    for built in builds:
        on_record, whole = counted(built)
        print(f"{built}: {on_record} triples, {whole} with the evidence")
        print("\n".join(f"  {line}" for line in loads(built)))
    if builds:
        return 0
    corpora: dict[str, Iterable[object]] = {"seeds": read([str(gate.SEEDS)])} if not inputs else {"given": read(inputs)}
    if not inputs and (gate.GOLD / CORPUS).exists():
        rows = pairing.load(gate.GOLD / CORPUS)[:ARTICLES]
        corpora[CORPUS] = (gate._article(row) for row in rows)  # noqa: SLF001  # two scripts of one folder
    elif not inputs:
        print(f"{CORPUS}: skipped, it is not in {gate.GOLD.name}/ (set ONRECORD_GOLD)")
    large = False
    for corpus, articles in corpora.items():
        with tempfile.TemporaryDirectory() as folder:
            words, on_record, whole = size([item for item in articles if isinstance(item, Article)], Path(folder))
            a_word = f"{on_record / words:.2f} triples a word, {whole / words:.2f} with the evidence"
            print(f"{corpus}: {words} words, {a_word}")
            print("\n".join(f"  {line}" for line in loads(Path(folder))))
        large |= on_record > MOST_ON_RECORD * words or whole > MOST * words
    return 1 if large else 0


def size(articles: list[Article], folder: Path) -> tuple[int, int, int]:
    """Words, triples of the default graph, and triples of all graphs, which are written into `folder`."""
    analyses = [
        item for item in pipeline.analyse_all(articles, Settings(), gate.PROCESSES) if not isinstance(item, Exception)
    ]
    rdf.write_graph(pipeline.published(pipeline.resolve(analyses)), folder)
    return sum(len(item.article.text.split()) for item in analyses), *counted(folder)


def counted(folder: Path) -> tuple[int, int]:
    """Triples of graph.ttl, and of all graphs."""
    on_record = pyoxigraph.parse(path=folder / "graph.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    return sum(1 for _ in on_record), len(quads(folder / "graph.nq"))


def loads(folder: Path) -> Iterable[str]:
    """CPU seconds, the best of three, that stores take to load what was written."""
    turtle, quads = folder / "graph.ttl", folder / "graph.nq"
    formats = pyoxigraph.RdfFormat
    tries = (
        (turtle, "Oxigraph", lambda: pyoxigraph.Store().bulk_load(path=turtle, format=formats.TURTLE)),
        (turtle, "RDFLib", lambda: rdflib.Graph().parse(turtle, format="turtle")),
        (quads, "Oxigraph", lambda: pyoxigraph.Store().bulk_load(path=quads, format=formats.N_QUADS)),
        (quads, "RDFLib", lambda: rdflib.Dataset().parse(quads, format="nquads")),
    )
    for file, store, load in tries:
        yield f"{file.name}, {file.stat().st_size / 1000:.0f} kB, into {store}: {_seconds(load):.3f} s of the processor"


def _seconds(load: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        load()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
