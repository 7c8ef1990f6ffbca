"""Nodes of the default graph for disagreements: each with its positions, and who takes them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Disagreement, Juxtaposition
from onrecord.rdf import accounts, terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.passages import Passages
from onrecord.rdf.values import concept, english, label, text


def juxtaposition(value: Juxtaposition, index: Index) -> Node:
    """Two accounts side by side, with the sentences of both."""
    node = of_class(value.iri, DEFAULT, "Juxtaposition").add(terms.SKOS_PREF_LABEL, text(label(value.label)))
    for place in (one for side in value.sides for one in side):
        page = Passages(index, index.analyses[place.article])
        node.link(terms.PROV_WAS_DERIVED_FROM, page.of_span((place.start, place.end)))
    return node


def disagreement(value: Disagreement, index: Index) -> Iterator[Node]:
    """A disagreement and its positions, each with the reports or statements that give it and their sentences."""
    node = of_class(value.iri, DEFAULT, "Disagreement").link(terms.CONCERNS, [value.about])
    node.add(terms.ASPECT, concept("Aspect", value.aspect))
    positions = sorted(value.positions, key=lambda item: item.value)
    names = [f"{value.iri}-position-{number}" for number, _ in enumerate(positions, 1)]
    shown = [index.labels.get(position.value, position.value) for position in positions]
    node.add(terms.SKOS_PREF_LABEL, english(label(value.label or f"{value.aspect}: {' or '.join(shown)}")))
    node.add(terms.SKOS_NOTE, *([english(value.note)] if value.note else []))
    yield node.link(terms.HAS_POSITION, names)
    for name, words, position in zip(names, shown, positions, strict=True):
        given = of_class(name, DEFAULT, "Position").add(terms.VALUE, text(words))
        given.link(terms.VALUE_ACTOR, [position.value] if position.value in index.labels else [])
        for ref in position.refs:
            sentences = accounts.sentences_of(index, ref)[:1]
            of_actor = index.nodes.get(ref, "").startswith(index.articles.get(ref.article, "\0"))
            given.link(terms.GIVEN_BY, sentences if of_actor else [index.evidence(ref)])
            given.link(terms.PROV_WAS_DERIVED_FROM, sentences)
        for place in position.places:
            page = Passages(index, index.analyses[place.article])
            sentences = page.of_span((place.start, place.end))
            given.link(terms.GIVEN_BY, () if position.refs else sentences).link(terms.PROV_WAS_DERIVED_FROM, sentences)
        yield given
