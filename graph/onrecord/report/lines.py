"""Lines of a report and their numbered evidence."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord import ids
from onrecord.model import Place, Ref, Spans
from onrecord.spans import words_of
from onrecord.story.index import Index
from onrecord.value_groups import printed

_LONGEST = 900
"""Most characters of an article that one number of evidence quotes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A label or quotation with the numbers of its evidence; `lead` (a date) stands before it, `support` after it."""

    words: str
    evidence: tuple[int, ...]
    lead: str = ""
    support: str = ""
    more: int = 0
    """How many further sentences it rests on."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines, or with rows of a table whose header is `columns`."""

    heading: str
    lines: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    note: str = ""
    """What a reader has to know about the section; shown even if the section is empty."""


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of an article, which a line's number refers to."""

    number: int
    outlet: str
    article: str
    quote: str
    iri: str
    url: str | None


@dataclass(slots=True)
class Sources:
    """Numbers sentences in the order in which lines cite them."""

    look: Index
    base: str
    numbers: dict[Place, int] = field(default_factory=dict)

    def cite(self, refs: Iterable[Ref]) -> tuple[int, ...]:
        """Numbers of the sentences of reports and printings, in order.

        Those of a statement are all from the first of its words to the last, whoever is told of between them.
        """
        return self.at(self._reported(refs))

    def quoting(self, refs: Iterable[Ref], places: Sequence[Place]) -> tuple[int, ...]:
        """Numbers of the sentences that a line quotes, as one place, and of those of reports that it does not."""
        first, last = places[:1], places[-1:]
        quoted = [Place(one.article, one.start, two.end) for one, two in zip(first, last, strict=True)]
        found = {*quoted, *self._reported(refs)}
        return self.at(_widest(found))

    def _reported(self, refs: Iterable[Ref]) -> list[Place]:
        places: list[Place] = []
        for ref in refs:
            report, said = self.look.actions.get(ref), self.look.statements.get(ref)
            if report and report.trigger:
                places.append(Place(ref.article, *self.look.sentence(ref.article, report.trigger[0][0])))
            elif said:
                places += self._printed(ref, printed(said))
        return places

    def _printed(self, ref: Ref, spans: Spans) -> list[Place]:
        """The sentences of a statement: as one place or, where its words stand far apart, as one for each of them."""
        if not spans:
            return []
        found = [self.look.sentence(ref.article, low) for low, _ in spans]
        found += [self.look.sentence(ref.article, max(high - 1, low)) for low, high in spans]
        start, end = min(low for low, _ in found), max(high for _, high in found)
        whole = end - start <= _LONGEST
        return [Place(ref.article, start, end)] if whole else [Place(ref.article, *one) for one in sorted({*found})]

    def at(self, places: Iterable[Place]) -> tuple[int, ...]:
        """Numbers of places, in order."""
        return tuple(sorted({self.numbers.setdefault(place, len(self.numbers) + 1) for place in places}))

    def cited(self, lines: Iterable[Line]) -> tuple[Place, ...]:
        """The places that `lines` cite."""
        numbers = {number for line in lines for number in line.evidence}
        return tuple(place for place, number in self.numbers.items() if number in numbers)

    def outlet(self, key: str) -> str:
        """The publisher of an article, if it is known."""
        article = self.look.analyses[key].article
        return article.publisher or article.title or article.id

    def article(self, key: str) -> str:
        """An article in a list: title, outlet, date of publication."""
        article = self.look.analyses[key].article
        known = [article.title or article.id, article.publisher, article.published or "no date of publication known"]
        return ", ".join(item for item in known if item)

    def listed(self, numbers: Container[int]) -> tuple[Source, ...]:
        """Those of the numbered sentences that have one of `numbers`, numbered anew without gaps."""
        found: list[Source] = []
        for place, number in self.numbers.items():
            if number not in numbers:
                continue
            article = self.look.analyses[place.article].article
            iri = ids.article_iri(self.base, article.id, article.sha256)
            quote = words_of(article.text, [(place.start, place.end)])
            where = ids.passage_iri(iri, place.start, place.end)
            found.append(Source(len(found) + 1, self.outlet(place.article), article.id, quote, where, article.url))
        return tuple(found)


def _widest(places: Iterable[Place]) -> Iterator[Place]:
    """Places that are no part of another one, in order."""
    last: Place | None = None
    for one in sorted(places, key=lambda place: (place.article, place.start, -place.end)):
        if last is None or one.article != last.article or one.end > last.end:
            last = one
            yield one
