"""The digest that every graph contains of itself: it reveals any triple added, removed or changed."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord import __version__, ids
from onrecord.rdf import terms
from onrecord.rdf.nodes import Node, of_class
from onrecord.rdf.values import count, text

WRITER = f"onrecord {__version__}"
SAYS = (terms.RDF_TYPE, terms.TRIPLES, terms.DIGEST, terms.WRITTEN_WITH)
"""The properties of the node that describes a graph; each occurs once."""

Triple = tuple[str, str, str]
"""Subject and predicate as IRIs, object as a term in N-Triples."""


class Digest:
    """Counts and digests the triples of one graph, in any order."""

    def __init__(self) -> None:
        self.triples = 0
        self.total = 0
        """The sum of the digests of all triples."""

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples; each may be added only once."""
        found = list(triples)
        self.total = ids.add_digests(self.total, found)
        self.triples += len(found)

    def add_node(self, node: Node) -> None:
        """Add the triples of a node, which may not be added before."""
        found = node.grouped()
        self.total = ids.add_alike(self.total, node.subject, found)
        self.triples += sum([len(objects) for _, objects in found])

    def join(self, other: Digest) -> None:
        """Add the triples of another part of the same graph."""
        self.total = (self.total + other.total) % (1 << 256)
        self.triples += other.triples

    @property
    def digest(self) -> str:
        """The digest so far, in hexadecimal."""
        return f"{self.total:064x}"

    def node(self, base: str, graph: str, parts: Iterable[str] = ()) -> Node:
        """The node that states the digest in the graph `graph`; `parts` are these nodes of the build's other graphs."""
        # the IRI depends on the graph's name, so that two graphs with the same triples have different nodes
        key = ids.digest(graph, self.digest)
        node = of_class(f"{base}dataset/{key}", graph, "Dataset")
        node.add(terms.TRIPLES, count(self.triples)).add(terms.DIGEST, text(self.digest))
        return node.add(terms.WRITTEN_WITH, text(WRITER)).link(terms.DCTERMS_HAS_PART, parts)


def about(triples: Iterable[Triple]) -> set[str]:
    """The nodes that state the digests of graphs."""
    return {subject for subject, predicate, _ in triples if predicate == terms.DIGEST}
