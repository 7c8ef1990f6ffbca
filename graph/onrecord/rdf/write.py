"""A story as RDF: graph.ttl and graph.jsonld have what is on record; graph.trig and graph.nq add the evidence.

All four contain the same default graph. TriG and N-Quads also contain named graphs with the evidence of each article
and with the judgements; no triple is in two graphs. There are no blank nodes; the same story gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import TextIO

import pyoxigraph

from onrecord import __version__, ids
from onrecord.errors import OutputError
from onrecord.model import Story
from onrecord.rdf import evidence, jsonld, judgements, merged, terms, turtle
from onrecord.rdf.digest import Digest
from onrecord.rdf.names import Index, index
from onrecord.rdf.nodes import DEFAULT, Node
from onrecord.rdf.vocabulary import Used

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
    "origin",
    "rule",
    "person",
    "dataset",
    "evidence",
)
"""Kinds of instances that have their own prefix in Turtle."""
ABOUT = f"""# Onrecord {__version__}: who did what and who said what, according to which sentence of which article.
#
# An action (rec:Action) is reported in reports, a statement (rec:Statement) printed in printings. Each of these is in
# one article (rec:inArticle) and was read from a sentence of it (prov:wasDerivedFrom): the words of the sentence are
# its rec:quote, its place in the text is the end of its IRI. What an article itself asserts has rec:asserted true;
# what somebody says has rec:attributedTo and sem:accordingTo. Exact words, rules and judgements are in graph.trig and
# graph.nq.

"""
_BUFFER = 1 << 20
"""Bytes of a file that are written at a time."""
Part = tuple[str, str, Iterator[Node]]
"""Graph, heading, nodes."""


def parts(story: Story) -> Iterator[Part]:
    """Everything in `story`: the default graph part by part, then each named graph; each ends with its digest."""
    look = index(story)
    used, seen = Used(), list[str]()
    own = Digest()

    def kept(nodes: Iterator[Node], digest: Digest) -> Iterator[Node]:
        for node in nodes:
            digest.add_node(node)
            yield node

    for title, part in merged.sections(story, look):
        yield DEFAULT, title, kept((used.note(node) for node in part), own)
    yield DEFAULT, "Kinds, values, properties and classes in use", kept(used.nodes(), own)
    yield DEFAULT, "This graph", _about(own, story.base, DEFAULT, seen)
    for key in sorted(look.articles):
        name, digest = look.graphs[key], Digest()
        yield name, f"Evidence of {key}", kept(evidence.nodes(look, key), digest)
        yield name, "This graph", _about(digest, story.base, name, seen)
    name, digest = judgements.graph(story.base), Digest()
    yield name, "Judgements", kept(judgements.nodes(story, look), digest)
    yield name, "This graph", _about(digest, story.base, name, list(seen), seen)


def _about(digest: Digest, base: str, graph: str, seen: list[str], of: Iterable[str] = ()) -> Iterator[Node]:
    node = digest.node(base, graph, of)
    seen.append(node.subject)
    yield node


def quads(story: Story) -> Iterator[pyoxigraph.Quad]:
    """All graphs of `story` as quads, without repetition."""
    for _, _, nodes in parts(story):
        for node in nodes:
            yield from _quads(node)


@cache
def _predicate(name: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(name)


def _quads(node: Node) -> Iterator[pyoxigraph.Quad]:
    subject = pyoxigraph.NamedNode(node.subject)
    where = pyoxigraph.NamedNode(node.graph) if node.graph else pyoxigraph.DefaultGraph()
    for predicate, objects in node.grouped():
        name = _predicate(predicate)
        for value in objects.values():
            yield pyoxigraph.Quad(subject, name, value, where)


def _lines(node: Node) -> str:
    """The node in N-Quads; its terms are serialised by pyoxigraph, see `Node.grouped`."""
    end = f" <{node.graph}> .\n" if node.graph else " .\n"
    begun = f"<{node.subject}> <"
    return "".join([f"{begun}{predicate}> {spelt}{end}" for predicate, objects in node.grouped() for spelt in objects])


def prefixes(base: str) -> dict[str, str]:
    """Prefixes of the vocabularies and of our kinds of instances."""
    found = {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}
    return found | {name: f"{base}{name}/" for name in KINDS}


def write_graph(story: Story, folder: Path) -> None:
    """Write the four files into `folder`; each appears complete or not at all.

    Raises OutputError if the folder cannot be written.
    """
    whole(folder, FORMATS, lambda streams: _Writer(story, streams).run())


def whole(folder: Path, names: Iterable[str], run: Callable[[Mapping[str, TextIO]], object]) -> None:
    """Let `run` write files into `folder`, all of them or none. Raises OutputError."""
    parts = {name: folder / f".{name}.part" for name in names}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            run(
                {
                    name: stack.enter_context(path.open("w", _BUFFER, encoding="utf-8", newline="\n"))
                    for name, path in parts.items()
                }
            )
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
        self.speller = turtle.Speller(prefixes(story.base), story.base)
        self.ttl, self.trig, self.nq, self.json = (streams[name] for name in FORMATS)
        self.first = True

    def run(self) -> None:
        look: Index = index(self.story)
        for stream in (self.ttl, self.trig):
            stream.write(ABOUT + self.speller.head())
        texts = (ids.text_iri(look.articles[key]) for key in sorted(look.articles))
        names = jsonld.Names({**self.speller.prefixes, **jsonld.of_texts(texts)})
        self.json.write(jsonld.head(names.prefixes))
        named = DEFAULT
        for graph, title, nodes in parts(self.story):
            if graph != named:
                self.trig.write(turtle.opening(graph, self.speller, first=not named))
                named = graph
            self._part(title, nodes, names)
        self.trig.write("}\n" if named else "")
        self.json.write(jsonld.tail())

    def _part(self, title: str, nodes: Iterator[Node], names: jsonld.Names) -> None:
        wrote = False
        for node in nodes:
            block = turtle.block(node, self.speller, "    " if node.graph else "")
            streams = (self.trig,) if node.graph else (self.ttl, self.trig)
            for stream in streams:
                stream.write(block if wrote else turtle.heading(title) + block)
            wrote = True
            self.nq.write(_lines(node))
            if not node.graph:
                self.json.write(("" if self.first else ",\n") + jsonld.node(node, names))
                self.first = False
