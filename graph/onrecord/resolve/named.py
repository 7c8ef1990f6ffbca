"""Where articles mention the named actors of a story, and what one article holds, by id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from onrecord.model import Action, Analysis, Statement, StoryActor


class Look(Struct, frozen=True):
    """What one article holds, by id."""

    actions: Mapping[str, Action]
    statements: Mapping[str, Statement]
    types: Mapping[str, str]
    """The types of its actors."""


class Named:
    """The named actors of a story, by where they are mentioned; those of one article at a time are at hand."""

    def __init__(
        self, analyses: Sequence[Analysis], actors: Mapping[str, StoryActor], home: Mapping[tuple[str, str], str]
    ) -> None:
        """`home` has the IRI of each actor, by article id and local id."""
        self.actors = actors
        self._analyses, self._home = analyses, home
        self._looks: dict[int, Look] = {}
        self._article = -1
        self._mentions: list[tuple[int, int, str]] = []

    def look(self, article: int) -> Look:
        """What an article holds; that of the last one asked for is at hand."""
        if article not in self._looks:
            found = self._analyses[article]
            self._looks = {
                article: Look(
                    {item.id: item for item in found.actions},
                    {item.id: item for item in found.statements},
                    {item.id: item.type for item in found.actors},
                )
            }
        return self._looks[article]

    def of(self, article: int, ids: Iterable[str]) -> frozenset[str]:
        """IRIs of those of the actors with these ids that have names."""
        key = self._analyses[article].article.id
        return frozenset(iri for item in ids if (iri := self._named(key, item)))

    def _named(self, article: str, local: str) -> str | None:
        iri = self._home.get((article, local))
        return iri if iri is not None and self.actors[iri].named else None

    def ending(self, article: int, start: int, end: int) -> frozenset[str]:
        """As `within`, of the mentions alone that end where the phrase does: "Falk" of "the drivers of Falk"."""
        self.within(article, start, end)
        return frozenset(iri for first, last, iri in self._mentions if start <= first and last == end)

    def within(self, article: int, start: int, end: int) -> frozenset[str]:
        """IRIs of the named actors that the characters [start, end) of an article mention."""
        if article != self._article:
            key, self._article = self._analyses[article].article.id, article
            self._mentions = sorted(
                (place.start, place.end, iri)
                for item in self._analyses[article].actors
                if (iri := self._named(key, item.id))
                for place in item.mentions
            )
        first, last = bisect_left(self._mentions, (start, 0, "")), bisect_left(self._mentions, (end, 0, ""))
        return frozenset(iri for _, stop, iri in self._mentions[first:last] if stop <= end)
