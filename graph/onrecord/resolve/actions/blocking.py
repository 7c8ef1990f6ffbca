"""Candidate pairs of reports: the same word or kind in two articles on the same matter, or with the same actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.resolve import names
from onrecord.resolve.actions.event_words import events
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.weights import weights_of

WIDTH = int(weights_of("candidates")["actions.width"])
"""Most other reports with the same word and actor that a report is compared with if the articles are not similar."""
MOST = int(weights_of("candidates")["actions.most"])
"""Most reports with the same word in one article that a report is compared with; no article repeats one that often."""


def pairs(
    items: Sequence[Reported], likeness: Mapping[tuple[int, int], float], by: Comparer = HERE
) -> list[tuple[int, int]]:
    """Candidate pairs of positions in `items`; different words of one kind only if they share a participant."""
    shelves: dict[tuple[int, str], list[int]] = {}
    for position, item in enumerate(items):
        for key in _words(item):
            shelves.setdefault((item.article, key), []).append(position)
    near: dict[int, list[int]] = {}
    for left, right in likeness:
        near.setdefault(left, []).append(right)
    parties = [_parties(item) for item in items]
    found = set(by.candidates([_keys(item) for item in items], width=WIDTH))
    for (article, key), group in shelves.items():
        others = [shelves.get((other, key), ()) for other in near.get(article, ())]
        by_kind = key.startswith("kind ")
        for place, one in enumerate(group):
            later = group[place + 1 : place + 1 + MOST]
            for two in (*later, *(item for shelf in others for item in shelf[:MOST])):
                if not by_kind or not parties[one].isdisjoint(parties[two]):
                    found.add((one, two) if one < two else (two, one))
    return sorted(found)


def _parties(item: Reported) -> frozenset[str]:
    """The participants of a report: actors and head words."""
    return item.agents | item.touched | item.patients | item.agent_heads | item.patient_heads


def _words(item: Reported) -> set[str]:
    kind = {f"kind {item.kind}"} if item.kind else set()
    return {f"root {names.root(item.lemma)}"} | kind | {f"event {key}" for key in events(item.lemma)}


def _keys(item: Reported) -> set[tuple[str, str]]:
    """Blocking keys: the word or kind, each with a named participant."""
    return {(word, iri) for word in _words(item) for iri in item.named}
