"""Triples that a graph must have because of others: details that an account has only if they differ from its event.

A printing has all of its roles or none, a report has a kind if its action has a different one, and a printing has the
words for its source if its speakers have other names. Which of these an account must have depends on the story's nodes,
so it follows from records and graph together, not from records alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from onrecord.model import Ref
from onrecord.rdf import accounts, terms
from onrecord.rdf.digest import Triple
from onrecord.rdf.names import Index
from onrecord.rdf.passages import Passages
from onrecord.rdf.values import kind, text


class Owed:
    """The triples that follow from one graph, by article."""

    def __init__(self, graph: set[Triple], look: Index, backed: Collection[Triple]) -> None:
        """`backed` are the triples of story nodes that the records support; nothing is derived from others."""
        self._graph = graph
        self._look = look
        self._reliances = _reliances(graph)
        self._told: dict[tuple[str, str], set[str]] = defaultdict(set)
        for subject, predicate, value in graph:
            if predicate in {terms.KIND, terms.SKOS_PREF_LABEL} and (subject, predicate, value) in backed:
                self._told[subject, predicate].add(value)

    def by(self, article_id: str) -> set[Triple]:
        """The triples that an article's accounts must have in this graph, besides those from its record alone."""
        page = Passages(self._look, self._look.analyses[article_id])
        found = set(self._reliances[self._look.articles[article_id]])
        for said in page.analysis.statements:
            node = self._look.evidence(Ref(page.id, said.id)) or ""
            roles = accounts.differing(page, said, always=True)
            own = {(node, predicate, str(value)) for predicate, values in roles.items() for value in values}
            found |= own if own & self._graph else set()
            called = self._called(page.id, said.speakers)
            if said.source and called and str(text(_line(page.words(said.source)))) not in called:
                found.add((node, terms.SOURCE_WORDS, str(text(_line(page.words(said.source, accounts.BETWEEN))))))
        for action in page.analysis.actions:
            whole = self._told.get((self._look.home(page.id, action.id) or "", terms.KIND), set())
            if whole and str(kind(action.type)) not in whole:
                node = self._look.evidence(Ref(page.id, action.id)) or ""
                found.add((node, terms.REPORTED_KIND, str(kind(action.type))))
        return found

    def _called(self, article_id: str, speakers: tuple[str, ...]) -> set[str]:
        iris = self._look.actors(article_id, speakers)
        return {name for iri in iris for name in self._told.get((iri, terms.SKOS_PREF_LABEL), ())}


def _reliances(graph: Collection[Triple]) -> dict[str, set[Triple]]:
    """By the IRI of each article: the triples about the reliances that its sentences show."""
    on: dict[str, str] = {subject: value for subject, predicate, value in graph if predicate == terms.RELIED_ON}
    homes = {f"<{subject}>": value for subject, predicate, value in graph if predicate == terms.IN_ARTICLE}
    found: dict[str, set[Triple]] = defaultdict(set)
    for subject, predicate, value in graph:
        if predicate == terms.PROV_WAS_DERIVED_FROM and subject in on and value in homes:
            article = homes[value].strip("<>")
            found[article] |= {(article, terms.HAS_RELIANCE, f"<{subject}>"), (article, terms.RELIES_ON, on[subject])}
    return found


def _line(words: str) -> str:
    return " ".join(words.split())
