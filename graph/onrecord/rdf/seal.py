"""The digest that a graph bears of itself: any triple added, taken out or changed is noticed."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord import __version__, ids
from onrecord.rdf import terms
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.values import count, text

WRITER = f"onrecord {__version__}"
SAYS = (terms.RDF_TYPE, terms.TRIPLES, terms.DIGEST, terms.WRITTEN_WITH)
"""What a graph says of itself, once each."""

Triple = tuple[str, str, str]
"""Subject and predicate as IRIs, object as a term in N-Triples."""


class Seal:
    """Counts and digests triples, in any order."""

    def __init__(self) -> None:
        self.triples = 0
        self._total = 0

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in triples, each of them once."""
        for triple in triples:
            self._total = ids.add_digest(self._total, *triple)
            self.triples += 1

    @property
    def digest(self) -> str:
        """The digest so far, hexadecimal."""
        return f"{self._total:064x}"

    def node(self, base: str) -> Node:
        """The node that says it in the graph."""
        node = of_class(f"{base}dataset/{self.digest[:10]}", DEFAULT, "Dataset")
        node.add(terms.TRIPLES, count(self.triples)).add(terms.DIGEST, text(self.digest))
        return node.add(terms.WRITTEN_WITH, text(WRITER))


def about(triples: Iterable[Triple]) -> set[str]:
    """The nodes that graphs say their digests of; more than one where graphs were put together."""
    return {subject for subject, predicate, _ in triples if predicate == terms.DIGEST}
