"""What articles print of an actor, and what an unnamed one may be called after another: "Hill Bank's board"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from onrecord.model import Actor, Analysis
from onrecord.rdf.ntriples import literal_value
from onrecord.rdf.values import text as literal
from onrecord.story.descriptions import Owner, called_after, without_apposition


class Called:
    """The names and words that the records give the actors of a graph, as terms; worked out when first asked for."""

    def __init__(self, analyses: Iterable[Analysis], labels: Mapping[str, Collection[str]]) -> None:
        """`labels` are the names that the graph gives its nodes, by IRI, as terms."""
        self._analyses = analyses
        self._labels = labels

    def printed(self, actor: str) -> set[str]:
        """The words that refer to an actor."""
        return {
            str(literal(item.article.text[one.start : one.end]))
            for item, local in self._locals[actor]
            for one in local.mentions
        }

    def composed(self, actor: str) -> set[str]:
        """The names of an unnamed actor: descriptions without appositions, with the names of those they tell of."""
        if any(local.named for _, local in self._locals[actor]):
            return set()
        names = {without_apposition(local.name) for _, local in self._locals[actor]}
        for item, local in self._locals[actor]:
            for one in local.mentions:
                if one.form == "description":
                    names.update(called_after(item.article.text, one, self._named[item.article.id]))
        return {str(literal(name)) for name in names}

    @cached_property
    def _locals(self) -> Mapping[str, list[tuple[Analysis, Actor]]]:
        """The actors of the articles, each with its article, by the IRI of their node."""
        found: dict[str, list[tuple[Analysis, Actor]]] = defaultdict(list)
        for item in self._analyses:
            for local in item.actors:
                if local.iri:
                    found[local.iri].append((item, local))
        return found

    @cached_property
    def _named(self) -> Mapping[str, list[Owner]]:
        """The mentions of named actors, by article; who is not in the graph has the names that articles give."""
        found: dict[str, list[Owner]] = defaultdict(list)
        for iri, locals_ in self._locals.items():
            if any(local.named for _, local in locals_):
                labels = {literal_value(label) for label in self._labels.get(iri, ())}
                names = labels or {local.name for _, local in locals_}
                kinds = {local.type for _, local in locals_}
                for item, local in locals_:
                    found[item.article.id] += [
                        Owner(one, name, kind) for one in local.mentions for name in names for kind in kinds
                    ]
        return found
