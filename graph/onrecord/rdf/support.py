"""What can support a triple: the whole graph, and the evidence and nodes in the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.days import last_day_of
from onrecord.model import Analysis, TimeExpression
from onrecord.rdf import terms
from onrecord.rdf.called import Called
from onrecord.rdf.digest import Triple
from onrecord.rdf.names import Index
from onrecord.rdf.ntriples import literal_value

_PASSAGE = "/text#char="
"""What stands between the IRI of an article and the offsets of a passage in it."""

Values = Mapping[str, Mapping[str, frozenset[str]]]
"""Subject -> predicate -> objects."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole graph, and from the records the evidence with the nodes it belongs to."""

    values: Values
    evidence: frozenset[str]
    homes: Mapping[str, frozenset[str]]
    nodes: frozenset[str]
    """The nodes of the merged layer that occur in records, as terms."""

    alone: bool
    """Whether the graph has only what is on record: without judgements, only its digest protects their results."""

    called: Called
    """What the records call its actors."""

    written_in: Mapping[str, frozenset[str]]
    """Evidence, and nodes of the merged layer, as terms -> IRIs of the articles that they are of."""

    times: Mapping[str, tuple[TimeExpression, ...]]
    """IRI of an article -> the dates in it."""

    def get(self, subject: str, predicate: str) -> frozenset[str]:
        """Objects of a predicate, as terms."""
        return self.values.get(subject, {}).get(predicate, frozenset())

    def articles_of(self, term: str) -> frozenset[str]:
        """IRIs of the articles that a node, its evidence or a passage is of."""
        article, mark, _ = term.strip("<>").partition(_PASSAGE)
        return frozenset({article}) if mark else self.written_in.get(term, frozenset())

    def days_in(self, term: str) -> frozenset[str]:
        """The dates in a passage, complete or partial, a month also as its last day; none if the term is no passage."""
        article, _, offsets = term.strip("<>").partition(_PASSAGE)
        start, _, end = offsets.partition(",")
        if not (start.isdigit() and end.isdigit()):
            return frozenset()
        inside = (item for item in self.times.get(article, ()) if int(start) <= item.start < int(end))
        values = {day for item in inside for day in (item.value, item.partial) if day}
        return frozenset(values | {last for value in values if (last := last_day_of(value))})

    def words_of(self, term: str) -> Iterator[str]:
        """The words of a passage, which are verified with its offsets; nothing if the term is no passage."""
        iri = term.strip("<>")
        return (literal_value(item) for item in self.get(iri, terms.QUOTE) | self.get(iri, terms.OA_EXACT))

    def is_a(self, subject: str, kind: str) -> bool:
        """Whether the graph gives the type, given as an IRI."""
        return f"<{kind}>" in self.get(subject, terms.RDF_TYPE)


def ground(graph: set[Triple], look: Index, analyses: Iterable[Analysis], *, alone: bool) -> Ground:
    """The support that a graph, the look-ups of its record and all analyses give; for `alone` see `Ground.alone`."""
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in graph:
        values[subject][predicate].add(value)
    homes: dict[str, set[str]] = defaultdict(set)
    written_in: dict[str, set[str]] = defaultdict(set)
    for ref, node in look.nodes.items():
        if ref in look.homes:
            homes[f"<{node}>"].add(f"<{look.homes[ref]}>")
            for iri in (node, look.homes[ref]):
                written_in[f"<{iri}>"].add(look.articles[ref.article])
    frozen = {subject: {key: frozenset(items) for key, items in found.items()} for subject, found in values.items()}
    return Ground(
        values=frozen,
        evidence=frozenset(homes),
        homes={node: frozenset(found) for node, found in homes.items()},
        nodes=frozenset(f"<{home}>" for home in look.homes.values()),
        alone=alone,
        written_in={node: frozenset(found) for node, found in written_in.items()},
        times={look.articles[key]: item.dates for key, item in look.analyses.items()},
        called=Called(analyses, {key: said.get(terms.SKOS_PREF_LABEL, frozenset()) for key, said in frozen.items()}),
    )
