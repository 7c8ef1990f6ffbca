"""A story as RDF: graph.ttl, graph.trig, graph.nq and graph.jsonld, the same graph in each.

Turtle and JSON-LD hold all triples in one graph; TriG and N-Quads hold the merged layer in the default graph and each
article's evidence in the article's graph. No triple stands in two graphs, so that all four count the same. No blank
nodes; the same story gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TextIO

import pyoxigraph

from onrecord import ids
from onrecord.errors import OutputError
from onrecord.model import Story
from onrecord.rdf import evidence, jsonld, merged, terms, turtle
from onrecord.rdf.names import Index, index
from onrecord.rdf.nodes import DEFAULT, Node
from onrecord.rdf.seal import Seal, Triple

FORMATS = ("graph.ttl", "graph.trig", "graph.nq", "graph.jsonld")
KINDS = (
    "article",
    "actor",
    "action",
    "statement",
    "report",
    "printing",
    "variant",
    "judgement",
    "disagreement",
    "rule",
    "person",
    "dataset",
)
"""Kinds of instance that have a prefix of their own in Turtle."""


def nodes(story: Story) -> Iterator[tuple[str, Iterator[Node]]]:
    """Headings and nodes of everything in `story`: the merged layer, then article by article."""
    look = index(story)
    yield from merged.sections(story, look)
    for key in sorted(look.articles):
        yield f"What {key} says", evidence.nodes(look, key)


def quads(story: Story) -> Iterator[pyoxigraph.Quad]:
    """The graph of `story` as quads, without repetition."""
    seal = Seal()
    for _, part in nodes(story):
        for node in part:
            found = list(_quads(node))
            seal.add(_triples(found))
            yield from found
    yield from _quads(seal.node(story.base))


def _triples(found: Iterable[pyoxigraph.Quad]) -> Iterator[Triple]:
    for quad in found:
        yield str(quad.subject).strip("<>"), quad.predicate.value, str(quad.object)


def _quads(node: Node) -> Iterator[pyoxigraph.Quad]:
    subject = pyoxigraph.NamedNode(node.subject)
    for graph, part in sorted(node.parts().items()):
        where = pyoxigraph.NamedNode(graph) if graph else pyoxigraph.DefaultGraph()
        for predicate, objects in part.grouped():
            name = pyoxigraph.NamedNode(predicate)
            for value in objects:
                yield pyoxigraph.Quad(subject, name, value, where)


def prefixes(base: str) -> dict[str, str]:
    """Prefixes of the vocabularies and of our kinds of instance."""
    found = {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}
    return found | {name: f"{base}{name}/" for name in KINDS}


def write(story: Story, folder: Path) -> None:
    """Write the four files into `folder`; each appears whole or not at all.

    Raises OutputError where the folder cannot be written.
    """
    parts = {name: folder / f".{name}.part" for name in FORMATS}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            streams = {
                name: stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
                for name, path in parts.items()
            }
            _Writer(story, streams).run()
        for name, path in parts.items():
            path.replace(folder / name)
    except OSError as error:
        raise OutputError(str(folder), error.strerror or str(error)) from error
    finally:
        for path in parts.values():
            with suppress(OSError):
                path.unlink()


class _Writer:
    """Writes the four files in one pass over the story."""

    def __init__(self, story: Story, streams: Mapping[str, TextIO]) -> None:
        self.story = story
        self.speller = turtle.Speller(prefixes(story.base))
        self.ttl, self.trig, self.nq, self.json = (streams[name] for name in FORMATS)
        self.names = jsonld.Names({})
        self.first = True
        self.seal = Seal()
        self.later: dict[str, list[Node]] = {}
        """What the merged layer says in the graphs of articles, until their turn comes."""

    def run(self) -> None:
        look = index(self.story)
        self.ttl.write(self.speller.head())
        self.trig.write(self.speller.head())
        texts = (ids.text_iri(look.articles[key]) for key in sorted(look.articles))
        self.names = jsonld.Names({**self.speller.prefixes, **jsonld.of_texts(texts)})
        self.json.write(jsonld.head(self.names.prefixes))
        for title, part in merged.sections(self.story, look):
            self._merged(title, part)
        for key in sorted(look.articles):
            self._article(look, key)
        self._merged("This graph", iter([self.seal.node(self.story.base)]))
        self.json.write(jsonld.tail())

    def _merged(self, title: str, part: Iterator[Node]) -> None:
        wrote = False
        for node in part:
            if not wrote:
                self.ttl.write(turtle.heading(title))
                self.trig.write(turtle.heading(title))
                wrote = True
            self._everywhere(node)
            for graph, piece in node.parts().items():
                if graph == DEFAULT:
                    self.trig.write(turtle.block(piece, self.speller))
                else:
                    self.later.setdefault(graph, []).append(piece)

    def _article(self, look: Index, key: str) -> None:
        name = look.articles[key]
        title = turtle.heading(f"What {key} says")
        base = self.speller.rebased(ids.text_iri(name))
        self.ttl.write(title + base)
        self.trig.write(title + base)
        found = list(evidence.nodes(look, key))
        for node in found:
            self._everywhere(node)
        self.trig.writelines(turtle.graph(name, iter([*self.later.pop(name, []), *found]), self.speller))

    def _everywhere(self, node: Node) -> None:
        self.ttl.write(turtle.block(node, self.speller))
        found = list(_quads(node))
        self.seal.add(_triples(found))
        lines = pyoxigraph.serialize(found, format=pyoxigraph.RdfFormat.N_QUADS)
        self.nq.write((lines or b"").decode("utf-8"))
        self.json.write(("" if self.first else ",\n") + jsonld.node(node, self.names))
        self.first = False
