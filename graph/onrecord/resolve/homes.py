"""Which node of the story each local thing belongs to, in tables of single articles that stand in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from onrecord.resolve.judgements import numbered
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement
from onrecord.shelf import Shelf

_Local = LocalActor | LocalStatement | LocalAction
Locals = Sequence[LocalActor] | Sequence[LocalStatement] | Sequence[LocalAction]
_HELD = 1_000_000
"""Bytes of the tables that are at hand: those of some 500 articles."""


class Homes(Mapping[tuple[str, str], str]):
    """The IRI of the node of the story for each local thing, by article id and local id."""

    def __init__(self, articles: Mapping[str, int], tables: Shelf[dict[str, str]]) -> None:
        """`articles` are the places of articles in the run, `tables` those of their local things."""
        self._articles, self._tables = articles, tables

    @classmethod
    def none(cls) -> Homes:
        """Those of no things at all."""
        return cls({}, Shelf(dict[str, str]))

    def __getitem__(self, key: tuple[str, str]) -> str:
        return self._tables[self._articles[key[0]]][key[1]]

    def get(self, key: tuple[str, str], default: str | None = None) -> str | None:  # type: ignore[override]
        """The IRI, or `default` if there is no such thing."""
        place = self._articles.get(key[0])
        return default if place is None else self._tables[place].get(key[1], default)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and self.get(key) is not None

    def place(self, article: str) -> int:
        """The place of an article in the run."""
        return self._articles[article]

    def of(self, article: int) -> Mapping[str, str]:
        """The IRIs for the things of an article, given by its place, by local id."""
        return self._tables[article]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((key, local) for key, place in self._articles.items() for local in self._tables[place])

    def __len__(self) -> int:
        return sum(map(len, self._tables))


def tabled(locals_: Locals, groups: Sequence[Sequence[int]], articles: Mapping[str, int]) -> Homes:
    """The smallest IRI of each group, for all its members; `locals_` stand article by article."""
    group_of = numbered(groups)
    shared = {
        number: min(locals_[place].iri for place in group) for number, group in enumerate(groups) if len(group) > 1
    }
    tables: Shelf[dict[str, str]] = Shelf(dict[str, str], held=_HELD)
    every: Iterable[tuple[int, _Local]] = enumerate(locals_)
    for article, items in groupby(every, key=lambda pair: pair[1].article):
        while len(tables) < article:
            tables.add({})
        tables.add({item.ref.local: shared.get(group_of[place]) or item.iri for place, item in items})
    while len(tables) < len(articles):
        tables.add({})
    return Homes(articles, tables)
