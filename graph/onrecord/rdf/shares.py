"""The graph in shares, so that several processes or machines write it: together they hold the quads of `write.parts`.

A share holds every so-manieth article with all that is told there, and every so-manieth node about the whole story.
What the graph says of itself and of its terms comes last, from the tallies of all shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.model import Story
from onrecord.rdf import evidence, judgements, merged
from onrecord.rdf.digest import Digest
from onrecord.rdf.names import index
from onrecord.rdf.nodes import DEFAULT, Node
from onrecord.rdf.share import Share
from onrecord.rdf.vocabulary import Used

Quad = tuple[str, str, str, str]
"""Graph, an empty string for the default graph, subject and predicate as IRIs, object as a term in N-Triples."""


@dataclass(slots=True)
class Tally:
    """What shares have written: what the graph says of itself is made of it."""

    default: Digest = field(default_factory=Digest)
    judged: Digest = field(default_factory=Digest)
    used: Used = field(default_factory=Used)
    graphs: list[str] = field(default_factory=list)
    """The nodes that say the digests of graphs that are whole."""

    def add(self, other: Tally) -> None:
        """Count in what another share has written."""
        self.default.join(other.default)
        self.judged.join(other.judged)
        self.used.concepts |= other.used.concepts
        self.used.declared |= other.used.declared
        self.graphs += other.graphs


def quads(story: Story, share: Share, tally: Tally) -> Iterator[Quad]:
    """The quads of a share; updates `tally` for them."""
    look = index(story)
    for _, part in merged.sections(story, look, share):
        for node in part:
            yield from _counted(tally.used.note(node), tally.default)
    for key in share.of(sorted(look.articles)):
        digest = Digest()
        for node in evidence.nodes(look, key):
            yield from _counted(node, digest)
        about = digest.node(story.base, look.graphs[key])
        tally.graphs.append(about.subject)
        yield from _quads(about)
    for node in judgements.nodes(story, look, share):
        yield from _counted(node, tally.judged)


def last(base: str, tally: Tally) -> Iterator[Quad]:
    """The quads that no share holds: the terms in use, and what the graphs say of themselves."""
    for node in tally.used.nodes():
        yield from _counted(node, tally.default)
    about = tally.default.node(base, DEFAULT)
    yield from _quads(about)
    yield from _quads(tally.judged.node(base, judgements.graph(base), [about.subject, *tally.graphs]))


def line(quad: Quad) -> str:
    """The quad in N-Quads, without the line feed."""
    graph, subject, predicate, value = quad
    return f"<{subject}> <{predicate}> {value}{f' <{graph}>' if graph else ''} ."


def _counted(node: Node, digest: Digest) -> Iterator[Quad]:
    digest.add_node(node)
    return _quads(node)


def _quads(node: Node) -> Iterator[Quad]:
    for predicate, objects in node.grouped():
        for spelt in objects:
            yield node.graph, node.subject, predicate, spelt
