"""The default graph with terms of other vocabularies added, for queries in PROV-O, SEM, schema.org or Web Annotation.

It has the classes and properties above ours that a reasoner would infer from ontology/alignment.ttl. It also has the
selectors of every sentence, and the publisher or article as the source of reports in the article's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TextIO

from pyoxigraph import Literal, NamedNode

from onrecord import ids
from onrecord.model import Story
from onrecord.rdf import terms, turtle
from onrecord.rdf.nodes import DEFAULT, Node, typed
from onrecord.rdf.read import vocabulary
from onrecord.rdf.values import count, iri
from onrecord.rdf.write import parts, prefixes, whole

FILE = "graph.aligned.ttl"
_PLACE = re.compile(r"(.*)/text#char=(\d+),(\d+)")
_SUB_CLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_SUB_PROPERTY = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"
ABOUT = """# The graph of graph.ttl in the terms of PROV-O, SEM, schema.org, RDFS and Web Annotation beside its own.

"""


def write(story: Story, folder: Path) -> None:
    """Write graph.aligned.ttl into `folder`. Raises OutputError."""
    speller = turtle.Speller(prefixes(story.base), story.base)

    def run(streams: Mapping[str, TextIO]) -> None:
        stream = streams[FILE]
        stream.write(ABOUT + speller.head())
        for title, nodes in sections(story):
            stream.write(turtle.heading(title))
            for node in nodes:
                stream.write(turtle.block(node, speller))

    whole(folder, [FILE], run)


def sections(story: Story) -> Iterator[tuple[str, Iterator[Node]]]:
    """The parts of the default graph with aligned terms; without its digest, which would no longer be right."""
    publishers: dict[str, str] = {}
    for graph, title, nodes in parts(story):
        if graph == DEFAULT and title != "This graph":
            yield title, (found for node in nodes for found in _aligned(node, publishers))
        else:
            for _ in nodes:  # consumed only because the digests need all nodes
                pass


def _aligned(node: Node, publishers: dict[str, str]) -> Iterator[Node]:
    types = {value.value for predicate, value in node.rows if predicate == terms.RDF_TYPE}
    if any(kind.startswith(terms.PREFIXES["owl"]) for kind in types):
        yield node
        return
    rows = list(node.rows)
    for kind in sorted(types):
        node.link(terms.RDF_TYPE, _above(kind, _SUB_CLASS))
    for predicate, value in rows:
        if predicate == terms.SCHEMA_PUBLISHER:
            publishers[node.subject] = value.value
        for above in _above(predicate, _SUB_PROPERTY):
            node.add(above, value)
        if predicate == terms.SKOS_PREF_LABEL:
            node.add(terms.RDFS_LABEL, value)
    if terms.CLASS_REPORT in types and not any(predicate == terms.SEM_ACCORDING_TO for predicate, _ in rows):
        article = next(value.value for predicate, value in rows if predicate == terms.IN_ARTICLE)
        node.add(terms.SEM_ACCORDING_TO, iri(publishers.get(article, article)))
    place = _PLACE.fullmatch(node.subject) if terms.CLASS_PASSAGE in types else None
    if not place:
        yield node
        return
    yield from _selected(node, place[1], int(place[2]), int(place[3]))


def _selected(node: Node, article: str, start: int, end: int) -> Iterator[Node]:
    """A sentence and its selectors."""
    position, quote = ids.selector_iris(article, start, end)
    node.link(terms.OA_HAS_SOURCE, [ids.text_iri(article)]).link(terms.OA_HAS_SELECTOR, [position, quote])
    yield node
    found = typed(position, DEFAULT, terms.OA_CLASS_TEXT_POSITION_SELECTOR).add(terms.OA_START, count(start))
    yield found.add(terms.OA_END, count(end))
    words = [value for predicate, value in node.rows if predicate == terms.QUOTE and isinstance(value, Literal)]
    yield typed(quote, DEFAULT, terms.OA_CLASS_TEXT_QUOTE_SELECTOR).add(terms.OA_EXACT, *words)


@cache
def _above(term: str, predicate: str) -> tuple[str, ...]:
    """The terms of other vocabularies that the alignment puts above `term`."""
    found: list[str] = []
    waiting = [term]
    for one in waiting:
        quads = vocabulary().quads_for_pattern(NamedNode(one), NamedNode(predicate), None)
        new = sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode))
        waiting.extend(item for item in new if item not in waiting)
        found.extend(item for item in new if not item.startswith(terms.REC) and item not in found)
    return tuple(found)
