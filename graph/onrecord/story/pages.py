"""What stands in single articles of a story, worked out when it is asked for and kept as long as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from onrecord.at_hand import AtHand, ByName, known_words
from onrecord.model import Analysis, Ref
from onrecord.shelf import Shelf

T = TypeVar("T")
HELD = 16_000_000
"""Bytes of analyses that are at hand: those of some hundred articles."""


def put_aside(analyses: Iterable[Analysis]) -> Shelf[Analysis]:
    """Analyses, each of which is read by itself."""
    return Shelf(Analysis, analyses, held=HELD, row=1)


class Pages(AtHand[str, Analysis]):
    """The analyses of a story, by article id."""

    most = 250

    def __init__(self, analyses: Sequence[Analysis], positions: dict[str, int] | None = None) -> None:
        super().__init__()
        self.analyses = analyses
        self.positions = positions or {item.article.id: place for place, item in enumerate(analyses)}

    def _find(self, key: str) -> None:
        place = self.positions.get(key)
        if place is not None:
            self[key] = self.analyses[place]

    def __contains__(self, key: object) -> bool:
        return key in self.positions

    def __iter__(self) -> Iterator[str]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)

    def values(self) -> Iterator[Analysis]:  # type: ignore[override]  # one after the other
        """All analyses."""
        return iter(self.analyses)

    def items(self) -> Iterator[tuple[str, Analysis]]:  # type: ignore[override]
        """All analyses with their ids."""
        return ((item.article.id, item) for item in self.analyses)


class ByRef(AtHand[Ref, T]):
    """Values of articles by their references, in the order of these."""

    def __init__(self, pages: Pages, told: Callable[[Analysis], Iterable[tuple[str, T]]]) -> None:
        """`told` gives the local ids of an article with their values."""
        super().__init__()
        self._pages, self._told = pages, told
        self._loaded: set[str] = set()

    def _find(self, key: Ref) -> None:
        if not dict.__len__(self):
            self._loaded.clear()
        if isinstance(key, Ref) and key.article in self._pages.positions and key.article not in self._loaded:
            self._loaded.add(key.article)
            self.update({Ref(key.article, local): value for local, value in self._told(self._pages[key.article])})

    def items(self) -> Iterator[tuple[Ref, T]]:  # type: ignore[override]
        """All references with their values, in order."""
        for key, item in self._pages.items():
            for local, value in sorted(dict(self._told(item)).items()):
                yield Ref(key, local), value

    def __iter__(self) -> Iterator[Ref]:
        return (ref for ref, _ in self.items())

    def __len__(self) -> int:
        return sum(len(dict(self._told(item))) for item in self._pages.values())


class ByArticle(AtHand[str, T]):
    """What `look` makes of the analyses of a story, by article id."""

    most = 500

    def __init__(self, pages: Pages, look: Callable[[Analysis], T]) -> None:
        super().__init__()
        self._pages, self._look = pages, look

    def _find(self, key: str) -> None:
        if key in self._pages:
            self[key] = self._look(self._pages[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages.positions)

    def __len__(self) -> int:
        return len(self._pages.positions)


class Shelved(Mapping[str, T]):
    """What was made of each article, in order, by article id."""

    def __init__(self, keys: Iterable[str], values: Sequence[T]) -> None:
        self._places = {key: place for place, key in enumerate(keys)}
        self._values = values

    def __getitem__(self, key: str) -> T:
        return self._values[self._places[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Row(Struct, frozen=True, array_like=True):
    article: str
    local: str
    value: str

    @property
    def name(self) -> str:
        return f"{self.article} {self.local}"


class Table(AtHand[Ref, str]):
    """A string for each of many references, which are asked for in any order; some twenty bytes each in memory."""

    def __init__(self, rows: Iterable[tuple[Ref, str]]) -> None:
        super().__init__()
        self._rows = Shelf[_Row](_Row, (_Row(ref.article, ref.local, value) for ref, value in rows))
        self._by_name = ByName(self._rows, lambda row: row.name)

    def _find(self, key: Ref) -> None:
        row = self._by_name.get(f"{key.article} {key.local}") if isinstance(key, Ref) else None
        if row is not None:
            self[key] = row.value

    def __iter__(self) -> Iterator[Ref]:
        return (Ref(row.article, row.local) for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def items(self) -> Iterator[tuple[Ref, str]]:  # type: ignore[override]
        """All references with their strings, in the order given."""
        return ((Ref(row.article, row.local), row.value) for row in self._rows)


class Kept:
    """The references to all that analyses hold, eight bytes each."""

    def __init__(self, analyses: Iterable[Analysis]) -> None:
        self._known = known_words(f"{item.article.id} {key}" for item in analyses for key in _ids(item))

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, Ref) and f"{ref.article} {ref.local}" in self._known


def _ids(analysis: Analysis) -> set[str]:
    return {
        *(item.id for item in analysis.actors),
        *(item.id for item in analysis.statements),
        *(item.id for item in analysis.actions),
    }
