"""The digest of itself that every graph holds: it reveals any triple added, removed or changed."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord import __version__, ids
from onrecord.rdf import terms
from onrecord.rdf.nodes import Node, of_class
from onrecord.rdf.values import count, text

WRITER = f"onrecord {__version__}"
SAYS = (terms.RDF_TYPE, terms.TRIPLES, terms.DIGEST, terms.WRITTEN_WITH)
"""The properties that a graph has itself, each once."""

Triple = tuple[str, str, str]
"""Subject and predicate as IRIs, object as a term in N-Triples."""


class Digest:
    """Counts and digests the triples of one graph, in any order."""

    def __init__(self) -> None:
        self.triples = 0
        self.total = 0
        """The sum of the digests of all triples."""

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples, each of them only once."""
        found = list(triples)
        self.total = ids.add_digests(self.total, found)
        self.triples += len(found)

    def join(self, other: Digest) -> None:
        """Add the triples of another part of the same graph."""
        self.total = (self.total + other.total) % (1 << 256)
        self.triples += other.triples

    @property
    def digest(self) -> str:
        """The digest so far, in hexadecimal."""
        return f"{self.total:064x}"

    def node(self, base: str, graph: str, parts: Iterable[str] = ()) -> Node:
        """The node that says it in the graph `graph`; `parts` are those of the other graphs of the same build."""
        # the name of the graph is part of the IRI: two graphs of the same triples are two
        key = ids.digest(graph, self.digest)
        node = of_class(f"{base}dataset/{key}", graph, "Dataset")
        node.add(terms.TRIPLES, count(self.triples)).add(terms.DIGEST, text(self.digest))
        return node.add(terms.WRITTEN_WITH, text(WRITER)).link(terms.DCTERMS_HAS_PART, parts)


def about(triples: Iterable[Triple]) -> set[str]:
    """The nodes that graphs say their digests of."""
    return {subject for subject, predicate, _ in triples if predicate == terms.DIGEST}
