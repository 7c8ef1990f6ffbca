"""Figures: printed amounts with what they count or measure, what happened to it, and when.

There is no parse in a record, so what a figure is of is read off the words around it: the noun behind a unit ("40
tonnes of rice", "a $5 million fine"), the noun before ("a fine of $5 million"), or what is told to amount to it ("the
bill came to $5 million").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from onrecord.model import Analysis, Place, Span, Story
from onrecord.shelf import Shelf
from onrecord.story.amount_words import PERSON, base_unit
from onrecord.story.caching import once_a_story
from onrecord.story.figure_parts import DURATION, MONEY, Parts
from onrecord.story.figure_reading import may_be_money, read
from onrecord.story.figure_sources import givers, revises
from onrecord.story.figure_sums import Counted, added_up
from onrecord.story.number_phrases import numbers_in
from onrecord.story.numerals import Word, has_number, words_of_sentence
from onrecord.story.occasions import occasions_of
from onrecord.story.pages import Shelved

_ABOUT = 0.1
"""Tolerance of "about", as a share of the number."""


_CONVERTED = 0.05
"""How far amounts in two units may be apart, as a share of the higher one: 45 miles are 70 kilometres."""
_LIMITS = 1.5
"""Of two numbers given as the most, how many times the lower one the higher is if they are at odds."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed amount."""

    value: float
    """In the unit that it is compared in."""
    exact_to: float
    least: float | None
    """Where the number is the end of a range ("4,000 to 5,000"): its beginning."""
    parts: Parts
    place: Place
    start: int
    """Where its number begins."""
    occasion: str
    sources: tuple[str, ...]
    """Local ids of those whose statement gives it."""
    givers: frozenset[str] = frozenset()
    """The words for who gives it, if its sentence says so and nothing of another number before or after."""

    @property
    def unit(self) -> str:
        """The unit it is compared in, and what it is for one of: "kilogram/day"; empty for a count."""
        return base_unit(self.parts.unit)[0]

    @property
    def of_people(self) -> bool:
        """Whether it counts people."""
        return PERSON in self.parts.things

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value compatible with the words."""
        if self.least is not None:
            return self.least, self.value
        return {
            "about": (self.value * (1 - _ABOUT), self.value * (1 + _ABOUT)),
            "under": (-inf, self.value - self.exact_to / 1e6),
            "at_most": (-inf, self.value),
            "over": (self.value + self.exact_to / 1e6, inf),
            "at_least": (self.value, inf),
        }.get(self.parts.comparison, (self.value, self.value))

    @property
    def rounded(self) -> float:
        """How far the number may be off, if no word beside it says how it is meant."""
        return self.exact_to if self.parts.comparison == "exactly" and self.least is None else 0.0

    def alike(self, other: Figure) -> bool:
        """Whether both give the same number in the same way."""
        return (self.parts.comparison, self.value, self.least) == (other.parts.comparison, other.value, other.least)

    def excludes(self, other: Figure) -> bool:
        """Whether the two contradict each other: no number is within the bounds of both, rounded as they are."""
        if self.parts.comparison == other.parts.comparison == "at_most":  # two limits cannot both be meant
            return max(self.value, other.value) >= _LIMITS * min(self.value, other.value)
        (low, high), (least, most) = self.bounds, other.bounds
        if not (high < least or most < low):
            return False
        if self.parts.of_part != other.parts.of_part:
            part, whole = (self, other) if self.parts.of_part else (other, self)
            if part.value <= whole.value:
                return False
        rounded = max(self.rounded, other.rounded)
        if self.parts.kind == DURATION:
            rounded /= 2  # whoever says four years does not mean four and a half
        if self.parts.unit != other.parts.unit:
            rounded = max(rounded, _CONVERTED * max(self.value, other.value))
        return max(low, least) - min(high, most) >= rounded


def by_number(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The figures that give one number together, "nine" with "at least nine": neither excludes the other."""
    found: list[list[Figure]] = []
    for item in sorted(figures, key=lambda one: (one.parts.comparison, one.value, one.least or 0)):
        same = (group for group in found if all(one.alike(item) or _is_one_number(one, item) for one in group))
        group = next(same, None)
        if group is None:
            found.append([item])
        else:
            group.append(item)
    return found


def _is_one_number(one: Figure, two: Figure) -> bool:
    """Whether two figures give the same number, as it is or roughly: "more than nine" gives none."""
    gives = all(item.bounds[0] <= item.value <= item.bounds[1] for item in (one, two))
    return (one.value, one.least) == (two.value, two.least) and gives and not one.excludes(two)


@once_a_story
def figures_by_article(story: Story) -> Mapping[str, tuple[Figure, ...]]:
    """The figures of each article of a story, by article id; those of many articles stand in a file."""
    return _held(story.analyses, (tuple(figures_of(item)) for item in story.analyses))


def take_over_figures(story: Story, whole: Story) -> None:
    """Have the figures of `whole` for `story`, which has the same texts with fewer statements: read them but once."""
    given = figures_by_article(whole)
    if story.analyses is not whole.analyses:
        own = (tuple(_said(one, item) for one in given[item.article.id]) for item in story.analyses)
        given = _held(story.analyses, own)
    figures_by_article.keep(story, given)


def _said(figure: Figure, analysis: Analysis) -> Figure:
    """The same figure by whom the statements of `analysis` have it."""
    sources = _sources(analysis, figure.start)
    return figure if sources == figure.sources else replace(figure, sources=sources)


def _held(analyses: Iterable[Analysis], found: Iterable[tuple[Figure, ...]]) -> Mapping[str, tuple[Figure, ...]]:
    keys = [item.article.id for item in analyses]
    if len(keys) <= _FEW:
        return dict(zip(keys, found, strict=True))
    return Shelved(keys, Shelf(tuple[Figure, ...], found, row=1))


_FEW = 500
"""Articles whose figures are held in memory."""


def figures_of(analysis: Analysis) -> Iterator[Figure]:
    """All figures in the sentences of an article, without dates, scores and numbers that are names."""
    found, sums = _read(analysis, "")
    currencies = {figure.unit.partition("/")[0] for figure in found if figure.parts.kind == MONEY}
    if sums and len(currencies) == 1:  # "a fee of 29 million" is in the one that the article names
        found, _ = _read(analysis, min(currencies))
    yield from found


def _read(analysis: Analysis, currency: str) -> tuple[list[Figure], bool]:
    """The figures of an article, its sums without a currency in `currency`, and whether there may be any of these."""
    text = analysis.article.text
    times = occasions_of(analysis)
    dates = [item for item in analysis.dates if item.type != "DURATION"]
    found: list[Figure] = []
    sums = False
    for start, end in analysis.sentences:
        if not has_number(text, start, end):
            continue
        place, words = Place(analysis.article.id, start, end), words_of_sentence(text, start, end)
        dated = {(item.start, item.end) for item in dates if start <= item.start < end}
        near = found[-1] if found and _goes_on(text, found[-1].place, start) else None
        here: list[Counted] = []
        for numeral in numbers_in(words):
            first = words[numeral.first].start
            if any(begins <= first < ends for begins, ends in dated):
                continue
            told = here[-1].parts if here else near.parts if near else None
            at = words[here[-1].numeral.first].start if here else near.start if near else -1
            open_sum = may_be_money(words, numeral)
            sums = sums or open_sum
            parts = read(words, numeral, told, at, currency if open_sum else "")
            if parts is not None:
                here.append(Counted(numeral, parts))
        found += [_figure(analysis, place, words, one, times[start, end]) for one in added_up(words, here)]
    return found, sums


def _goes_on(text: str, place: Place, start: int) -> bool:
    """Whether the sentence that begins at `start` is near one before it: in its paragraph, or right behind."""
    return start - place.end <= _NEAR and text[place.end : start].count("\n") < _NEAR


_NEAR = 3
"""Characters between sentences that follow one another."""


def _figure(
    analysis: Analysis, place: Place, words: Sequence[Word], item: Counted, times: Sequence[tuple[Span, str]]
) -> Figure:
    numeral, in_base = item.numeral, base_unit(item.parts.unit)[1]
    first = words[numeral.first].start
    return Figure(
        value=numeral.value * in_base,
        exact_to=numeral.exact_to * in_base,
        least=None if item.parts.least is None else item.parts.least * in_base,
        parts=item.parts,
        place=place,
        start=first,
        occasion=next(told for (_, stop), told in times if first < stop),
        sources=_sources(analysis, first),
        givers=frozenset() if revises(words, numeral.first) else givers(words, numeral.first, numeral.behind),
    )


def _sources(analysis: Analysis, at: int) -> tuple[str, ...]:
    """Who the innermost statement around a place is by."""
    around = [
        (max(end for _, end in item.content) - min(begin for begin, _ in item.content), item)
        for item in analysis.statements
        if any(begin <= at < end for begin, end in item.content)
    ]
    return min(around, key=lambda pair: (pair[0], pair[1].id))[1].speakers if around else ()
