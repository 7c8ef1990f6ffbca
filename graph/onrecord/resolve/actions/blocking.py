"""Candidate pairs of reports: the same word or kind in two articles on the same matter, or with the same actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from onrecord.pairs import Pairs
from onrecord.resolve import names
from onrecord.resolve.actions.event_words import events
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.shelf import Shelf
from onrecord.weights import weights_of

WIDTH = int(weights_of("candidates")["actions.width"])
"""Most other reports with the same word and actor that a report is compared with if the articles are not similar."""
MOST = int(weights_of("candidates")["actions.most"])
"""Most reports with the same word in one article that a report is compared with; no article repeats one that often."""
_HELD = 1_000_000
"""Bytes of the words of articles that are at hand: those of about a hundred articles."""


class _Words(Struct, frozen=True, array_like=True):
    """The reports of one article by their words, and who takes part in each, by position."""

    places: dict[str, list[int]]
    parties: dict[int, frozenset[str]]


def pairs(items: Sequence[Reported], likeness: Mapping[tuple[int, int], float], by: Comparer = HERE) -> Pairs:
    """Candidate pairs of positions in `items`; different words of one kind only if they share a participant."""
    words: Shelf[_Words] = Shelf(_Words, held=_HELD, row=1)
    number: dict[int, int] = {}

    def keys() -> Iterator[set[tuple[str, str]]]:
        for article, found in groupby(enumerate(items), key=lambda pair: pair[1].article):
            reports = list(found)
            number[article] = len(words)
            words.add(_by_word(reports))
            yield from (_keys(item) for _, item in reports)

    found = by.candidates(keys(), width=WIDTH)
    near: dict[int, list[int]] = {}
    for left, right in likeness:
        if left in number and right in number:
            near.setdefault(left, []).append(right)
    for article, place in number.items():
        found.update(_within_matter(words[place], [words[number[other]] for other in near.get(article, ())]))
    return found


def _by_word(reports: Iterable[tuple[int, Reported]]) -> _Words:
    found = _Words({}, {})
    for position, item in reports:
        found.parties[position] = _parties(item)
        for key in _words(item):
            found.places.setdefault(key, []).append(position)
    return found


def _within_matter(own: _Words, others: Sequence[_Words]) -> Iterator[tuple[int, int]]:
    """Pairs of reports with one word, both in one article or one of them in `others`, articles on the same matter."""
    parties = dict(own.parties)
    for other in others:
        parties.update(other.parties)
    for key, group in own.places.items():
        shelves = [other.places.get(key, ()) for other in others]
        by_kind = key.startswith("kind ")
        for place, one in enumerate(group):
            later = group[place + 1 : place + 1 + MOST]
            for two in (*later, *(item for shelf in shelves for item in shelf[:MOST])):
                if not by_kind or not parties[one].isdisjoint(parties[two]):
                    yield (one, two) if one < two else (two, one)


def _parties(item: Reported) -> frozenset[str]:
    """The participants of a report: actors and head words."""
    return item.agents | item.touched | item.patients | item.agent_heads | item.patient_heads


def _words(item: Reported) -> set[str]:
    kind = {f"kind {item.kind}"} if item.kind else set()
    return {f"root {names.root(item.lemma)}"} | kind | {f"event {key}" for key in events(item.lemma)}


def _keys(item: Reported) -> set[tuple[str, str]]:
    """Blocking keys: the word or kind, each with a named participant."""
    return {(word, iri) for word in _words(item) for iri in item.named}
