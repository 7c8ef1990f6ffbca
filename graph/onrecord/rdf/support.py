"""What can support a triple: the whole graph, and the evidence and nodes in the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Analysis
from onrecord.rdf import terms
from onrecord.rdf.called import Called
from onrecord.rdf.digest import Triple
from onrecord.rdf.names import Index

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

    def get(self, subject: str, predicate: str) -> frozenset[str]:
        """Objects of a predicate, as terms."""
        return self.values.get(subject, {}).get(predicate, frozenset())

    def is_a(self, subject: str, kind: str) -> bool:
        """Whether the graph gives the type, given as an IRI."""
        return f"<{kind}>" in self.get(subject, terms.RDF_TYPE)


def ground(graph: set[Triple], look: Index, analyses: Iterable[Analysis], *, alone: bool) -> Ground:
    """The support that a graph, the look-ups of its record and all analyses give; for `alone` see `Ground.alone`."""
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in graph:
        values[subject][predicate].add(value)
    homes: dict[str, set[str]] = defaultdict(set)
    for ref, node in look.nodes.items():
        if ref in look.homes:
            homes[f"<{node}>"].add(f"<{look.homes[ref]}>")
    frozen = {subject: {key: frozenset(items) for key, items in found.items()} for subject, found in values.items()}
    return Ground(
        values=frozen,
        evidence=frozenset(homes),
        homes={node: frozenset(found) for node, found in homes.items()},
        nodes=frozenset(f"<{home}>" for home in look.homes.values()),
        alone=alone,
        called=Called(analyses, {key: said.get(terms.SKOS_PREF_LABEL, frozenset()) for key, said in frozen.items()}),
    )
