"""Nodes of the default graph for the origins of accounts and the reliances of articles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from onrecord.at_hand import known_words
from onrecord.model import Origin, Ref, Reliance, Story
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.passages import Passages
from onrecord.rdf.values import boolean, concept, count, decimal, text
from onrecord.shelf import in_order
from onrecord.story.pages import Table

_COMPARED = frozenset({"quotation", "passage", "copy"})
"""Kinds of reliance that a comparison of two articles shows."""
_PLACES = 3
"""Most sentences shown for a reliance: a copy would show the whole article."""


def origin(value: Origin, label: str) -> Node:
    """An origin, and why accounts in several articles are attributed to it."""
    node = of_class(value.iri, DEFAULT, "Origin").add(terms.SKOS_PREF_LABEL, text(label))
    node.add(terms.ORIGIN_KIND, concept("OriginKind", value.kind)).link(terms.ORIGIN_ACTOR, [value.actor])
    return node.add(terms.ORIGIN_REASON, *([text(value.reason)] if value.reason else []))


def gone_back_to(story: Story) -> Mapping[Ref, str]:
    """The IRI of the origin of each report and printing that has one."""
    return Table((ref, item.iri) for item in story.origins for ref in item.refs)


def reliances(story: Story, index: Index) -> Iterator[Node]:
    """The reliances, each with the sentences that show it."""
    actors = known_words(item.iri for item in story.actors)
    for item in in_order(Reliance, story.reliances, lambda one: one.iri):
        node = of_class(item.iri, DEFAULT, "Reliance").add(terms.SKOS_PREF_LABEL, text(item.on_label))
        node.add(terms.RELIANCE_KIND, concept("RelianceKind", item.kind))
        node.link(terms.RELIED_ON, [relied_on(item, index, actors)])
        if item.kind in _COMPARED:
            node.add(terms.SHARED_SENTENCES, count(len(item.places), terms.XSD_POSITIVE_INTEGER)).add(
                terms.ORDER_KNOWN, boolean(item.dated)
            )
        if item.share:
            node.add(terms.SHARED_WORDS, decimal(item.share)).add(terms.WORD_FOR_WORD, boolean(item.exact))
        page = Passages(index, index.analyses[item.article])
        for span in shown(item):
            node.link(terms.PROV_WAS_DERIVED_FROM, page.of_span(span))
        yield node


def relied_on(value: Reliance, index: Index, actors: Container[str]) -> str | None:
    """The article or actor that is relied on; None if the graph has no node for it."""
    return index.articles.get(value.on, value.on if value.on in actors else None)


def shown(value: Reliance) -> list[tuple[int, int]]:
    """The first places that show a reliance."""
    return [(place.start, place.end) for place in value.places[:_PLACES]]
