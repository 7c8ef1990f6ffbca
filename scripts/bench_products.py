"""What is saved in the networks: the pipeline as released, with products by numpy, and with all entities at once.

    bench_products.py [FILE ...]

FILEs are articles in any format that is read; without them the seeds are read. Both compute in one thread, as when an
article is read. Printed are tokens, the seconds of the processor that the networks take (the best of three rounds), and
how many tags, arcs and entities differ; the status is 1 if any does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.articles import read
from onrecord.language import entities, factories, matrix_products  # noqa: F401  # registers components
from onrecord.language.load import as_shipped
from onrecord.model import Article
from onrecord.settings import DEFAULT_MODEL
from onrecord.threads import in_one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ROUNDS = 3
NETWORKS = ("tok2vec", "tagger", "parser", "ner")


def main(files: list[str]) -> int:
    """Print the comparison; returns the exit status."""
    texts = [item.text for item in read(files) if isinstance(item, Article)]
    pipelines = {name: as_shipped(DEFAULT_MODEL) for name in ("as shipped", "by numpy", "entities at once")}
    _, numpy, ours = pipelines.values()
    matrix_products.by_numpy(numpy)
    matrix_products.by_numpy(ours)
    entities.at_once(ours)
    tokens = 0
    spent = {name: [0.0] * ROUNDS for name in pipelines}
    differ = {"tags": 0, "arcs": 0, "entities": 0}
    for text in texts:
        made = []
        for number in range(ROUNDS):
            for name, nlp in pipelines.items():
                doc, took = _annotated(nlp, text)
                spent[name][number] += took
                made.append(doc)
        one, *others = made
        tokens += len(one)
        for other in others[: len(pipelines) - 1]:
            for name, found in _differences(one, other):
                differ[name] += found
    print(f"{len(texts)} articles, {tokens:,} tokens")
    for name, rounds in spent.items():
        print(f"{name:16} {min(rounds):7.2f} s   {min(spent['as shipped']) / min(rounds):5.2f} x as fast")
    print("differ:", ", ".join(f"{found} {name}" for name, found in differ.items()))
    return 1 if any(differ.values()) else 0


def _annotated(nlp: Language, text: str) -> tuple[Doc, float]:
    """The text with what the networks make of it, and the seconds they took."""
    doc = nlp.make_doc(text)
    with in_one_thread():
        start = time.process_time()
        for name in NETWORKS:
            doc = nlp.get_pipe(name)(doc)
        return doc, time.process_time() - start


def _differences(one: Doc, other: Doc) -> Iterator[tuple[str, int]]:
    pairs = list(zip(one, other, strict=True))
    yield "tags", sum(a.tag_ != b.tag_ for a, b in pairs)
    yield "arcs", sum((a.head.i, a.dep_) != (b.head.i, b.dep_) for a, b in pairs)
    yield "entities", len({*_entities(one)} ^ {*_entities(other)})


def _entities(doc: Doc) -> Iterator[tuple[int, int, str]]:
    return ((item.start, item.end, item.label_) for item in doc.ents)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [str(Path(__file__).resolve().parents[1] / "seeds")]))
