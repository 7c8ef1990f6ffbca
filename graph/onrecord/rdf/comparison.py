"""Compares two builds: what the newer graph adds, confirms, no longer confirms, contradicts and takes back.

An action or statement is the same in both if they share a report or printing, whose IRI changes only with its article,
or else if it has the same IRI or label. Its own IRI may change with the reports merged into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode

from onrecord.counts import counted
from onrecord.rdf import read, terms
from onrecord.rdf.facts import Facts

_EVENTS = {terms.CLASS_ACTION: terms.REPORTED_IN, terms.CLASS_STATEMENT: terms.PRINTED_AS}
_NEGATIVE = terms.VALUES["Polarity", "negative"]
_DENIAL = terms.VALUES["Stance", "denial"]


@dataclass(frozen=True, slots=True)
class Note:
    """One change: the label of the thing concerned, what changed, and the sentences that show it."""

    label: str
    reason: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The differences between a newer graph and an older one; only triples on record are compared."""

    articles: tuple[Note, ...]
    added: tuple[Note, ...]
    confirmed: tuple[Note, ...]
    less_confirmed: tuple[Note, ...]
    """What fewer articles support than before, and still one."""
    contradicted: tuple[Note, ...]
    taken_back: tuple[Note, ...]
    more: tuple[str, ...]
    """Triples that only the newer graph has, as N-Triples."""
    fewer: tuple[str, ...]
    """Triples that only the older graph has, as N-Triples."""


def compare(old: Path, new: Path) -> Comparison:
    """The builds, or graph files, `old` and `new` compared. Raises OutputError if one cannot be read."""
    first, second = _Side(old), _Side(new)
    pairs = _pairs(first, second)
    known = set(pairs.values())
    return Comparison(
        articles=tuple(_articles(first, second)),
        added=_sorted(second.note(iri) for iri in second.events if iri not in known),
        confirmed=_sorted(_confirmed(first, second, pairs)),
        less_confirmed=_sorted(_less_confirmed(first, second, pairs)),
        contradicted=_sorted((*_denied(first, second, pairs), *_disputed(first, second))),
        taken_back=_sorted(_taken_back(first, second, pairs)),
        more=tuple(sorted(second.triples - first.triples)),
        fewer=tuple(sorted(first.triples - second.triples)),
    )


def _sorted(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda item: (item.label, item.reason)))


class _Side(Facts):
    """One of the two graphs: what is on record in it."""

    def __init__(self, path: Path) -> None:
        whole = read.store(path, evidence=False)
        recorded = pyoxigraph.Store()
        recorded.extend(whole.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))
        super().__init__(recorded)
        own = set(self._of_class(terms.CLASS_DATASET))  # a graph's description of itself always differs
        self.triples = {
            f"{quad.triple} ."
            for quad in recorded
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in own
        }
        self.events = {iri: accounts for kind, accounts in _EVENTS.items() for iri in self._of_class(kind)}
        self.articles = {self.text(iri, terms.DCTERMS_IDENTIFIER): iri for iri in self._of_class(terms.CLASS_ARTICLE)}
        self.disagreements = {self.label(iri): iri for iri in self._of_class(terms.CLASS_DISAGREEMENT)}

    def _of_class(self, kind: str) -> list[str]:
        return self.back(terms.RDF_TYPE, kind)

    def label(self, iri: str) -> str:
        """The label of a node."""
        return self.text(iri, terms.SKOS_PREF_LABEL)

    def accounts(self, event: str) -> list[str]:
        """The reports or printings of an event."""
        return self.many(event, self.events[event])

    def asserted(self, event: str) -> bool:
        """Whether some article asserts an event."""
        return "true" in self.texts(event, terms.ASSERTED)

    def values(self, disagreement: str) -> list[str]:
        """What the positions of a disagreement give."""
        return [self.text(item, terms.VALUE) for item in self.many(disagreement, terms.HAS_POSITION)]

    def article(self, account: str) -> str:
        """The identifier of the article of an account or passage."""
        return self.text(self.one(account, terms.IN_ARTICLE) or "", terms.DCTERMS_IDENTIFIER)

    def home(self, event: str) -> set[str]:
        """Identifiers of the articles that report an event."""
        return {self.article(account) for account in self.accounts(event)}

    def support(self, event: str) -> dict[str, list[str]]:
        """The accounts that support an event, by the identifiers of their articles."""
        found: dict[str, list[str]] = defaultdict(list)
        for account in self.many(event, terms.SUPPORTED_BY) or self.accounts(event):
            found[self.article(account)].append(account)
        return found

    def shown(self, nodes: Iterable[str]) -> tuple[str, ...]:
        """For each account or position the sentence it is derived from, with its article."""
        passages = {passage for node in nodes for passage in self.many(node, terms.PROV_WAS_DERIVED_FROM)}
        return tuple(self._line(passage) for passage in sorted(passages))

    def is_denial(self, report: str) -> bool:
        """Whether a report that something was not done stands within somebody's denial."""
        return any(_DENIAL in self.many(said, terms.STANCE) for said in self.many(report, terms.ATTRIBUTED_TO))

    def _line(self, passage: str) -> str:
        place = passage.rpartition("#char=")[2].replace(",", "-")
        quoted = " ".join(self.text(passage, terms.QUOTE).split())
        return f"{self.article(passage)}, characters {place}: {quoted}"

    def note(self, event: str, reason: str = "") -> Note:
        """A note on an event, with all its accounts."""
        return Note(self.label(event), reason, self.shown(self.accounts(event)))

    def told(self, event: str) -> str:
        """Words for the number of articles and of origins that report an event."""
        articles, origins = len(self.home(event)), len(self.many(event, terms.FROM_ORIGIN))
        return f"{counted(articles, 'article')}, {counted(origins, 'origin')}"


def _pairs(first: _Side, second: _Side) -> dict[str, str]:
    """Events of the first graph -> the same events in the second."""
    homes = {account: event for event in second.events for account in second.accounts(event)}
    labels = {(second.label(event), kind): event for event, kind in second.events.items()}
    found: dict[str, str] = {}
    for event, kind in sorted(first.events.items()):
        shared = [homes[account] for account in first.accounts(event) if account in homes]
        if shared:
            found[event] = min(set(shared), key=lambda iri: (-shared.count(iri), iri))
        elif event in second.events:
            found[event] = event
        elif (first.label(event), kind) in labels:
            found[event] = labels[first.label(event), kind]
    return found


def _articles(first: _Side, second: _Side) -> Iterator[Note]:
    """Articles that were added or removed, or whose text changed."""
    for name in sorted(first.articles.keys() | second.articles.keys()):
        if name not in first.articles:
            yield Note(name, "added")
        elif name not in second.articles:
            yield Note(name, "left out")
        elif first.articles[name] != second.articles[name]:
            yield Note(name, "its text has changed")


def _confirmed(first: _Side, second: _Side, pairs: dict[str, str]) -> Iterator[Note]:
    """Events that new articles report without denying them; merging two old events does not confirm either."""
    new = _new_articles(first, second)
    for now, before in _by_event(pairs):
        told = [account for account in second.accounts(now) if second.article(account) in new]
        fresh = [account for account in told if not _denies(second, account)]
        if fresh:
            reason = f"{second.told(now)}; before: {'; '.join(first.told(old) for old in before)}"
            yield Note(second.label(now), reason, second.shown(fresh))


def _less_confirmed(first: _Side, second: _Side, pairs: dict[str, str]) -> Iterator[Note]:
    """Events that several articles supported and fewer do now, with the sentences that no longer support them."""
    for now, before in _by_event(pairs):
        after = second.support(now)
        for old in before:
            lost = {name: told for name, told in first.support(old).items() if name not in after}
            if lost and 0 < len(after) < len(first.support(old)):
                was, rest = (
                    counted(len(side.support(event)), "article") for side, event in ((first, old), (second, now))
                )
                evidence = first.shown(account for told in lost.values() for account in told)
                yield Note(second.label(now), f"supported by {rest}; before: {was}", evidence)


def _denied(first: _Side, second: _Side, pairs: dict[str, str]) -> Iterator[Note]:
    """Events that a new article tells as not done, or that somebody in it denies."""
    new = _new_articles(first, second)
    for now, _ in _by_event(pairs):
        told = [account for account in second.accounts(now) if second.article(account) in new]
        fresh = [account for account in told if _denies(second, account)]
        if fresh:
            denied = all(map(second.is_denial, fresh))
            yield Note(second.label(now), "denied" if denied else "told as not done", second.shown(fresh))


def _new_articles(first: _Side, second: _Side) -> set[str]:
    """Identifiers of articles that the first graph lacks or has with a different text."""
    return {name for name, iri in second.articles.items() if first.articles.get(name) != iri}


def _by_event(pairs: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Each event of the second graph, with the events of the first that are the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for old, new in pairs.items():
        found[new].append(old)
    return sorted(found.items())


def _denies(side: _Side, account: str) -> bool:
    return _NEGATIVE in side.many(account, terms.POLARITY)


def _disputed(first: _Side, second: _Side) -> Iterator[Note]:
    """New disagreements, and new positions in old ones."""
    for label, iri in second.disagreements.items():
        old = first.disagreements.get(label)
        before = first.values(old) if old else []
        positions = second.many(iri, terms.HAS_POSITION)
        fresh = [item for item in positions if second.text(item, terms.VALUE) not in before]
        if fresh:
            yield Note(label, " or ".join(sorted(second.values(iri))), second.shown(fresh))


def _taken_back(first: _Side, second: _Side, pairs: dict[str, str]) -> Iterator[Note]:
    """Events that are no longer reported or no longer asserted, and disagreements that are gone."""
    for event in first.events:
        new = pairs.get(event)
        if new is None:
            yield first.note(event, "no longer told")
        elif first.asserted(event) and not second.asserted(new):
            yield first.note(event, "no article asserts it any more")
    for label, iri in first.disagreements.items():
        if label not in second.disagreements:
            yield Note(label, "no longer disputed", first.shown(first.many(iri, terms.HAS_POSITION)))
