"""Sentences that one article repeats from an earlier one, outside and inside quotation marks.

A sentence counts as repeated if nearly all of its words stand in the other article in the same order, so that a changed
word here and there makes no difference, or if a long stretch of them does. What outlets and companies say about
themselves is printed by everybody, so it shows no dependence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rapidfuzz.distance import LCSseq

from onrecord.days import printed_day
from onrecord.model import Analysis, Place, Span
from onrecord.shelf import Shelf
from onrecord.spans import words_of
from onrecord.story.overlap import RUN, Met, Words, met
from onrecord.story.quote_marks import quoted_spans
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern

_W = weights_of("matters")
NEARLY = _W["copy.sentence"]
"""Share of the words of a sentence that the other article has to have in the same order."""
COPY = _W["copy.share"]
"""Share of an article's words in repeated sentences at which the whole of it counts as a near-copy."""
STRETCH = int(_W["copy.words"])
"""Fewest words of a repeated passage, and of a repeated stretch of a sentence that is otherwise different."""
PLAIN = int(_W["copy.plain"])
"""Fewest of these without a capital: a long title or list of names is printed by all who mention it."""

_AT_HAND = 1 << 8
"""Articles of which it is held which words stand in quotation marks."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A sentence of an article that an earlier one has."""

    at: Place
    source: Place
    """The sentence there that has most of it."""
    words: int
    """How many of its words outside quotation marks that one has, in the same order."""
    plain: int
    """How many of these have no capital."""
    exact: bool
    """Whether all of its words outside quotation marks stand there, without a change."""
    number: int
    """The number of the sentence."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article repeats from an earlier one."""

    article: str
    other: str
    """The earlier one."""
    passages: tuple[Repeated, ...]
    """The repeated sentences, each from where most of it stands."""
    quotations: tuple[Place, ...]
    """The sentences with a quotation that stands there in quotation marks too."""
    share: float
    """The share of the article's words in its repeated sentences."""
    is_dated: bool
    """Whether dates tell which is the earlier one; if not, the names decide."""


class Reuse:
    """What articles repeat from earlier ones; that of many articles stands in a file."""

    def __init__(self, rows: Iterable[Shared]) -> None:
        """`rows` stand article by article."""
        self.rows: Shelf[Shared] = Shelf(Shared)
        self._places: dict[str, tuple[int, int]] = {}
        """For each article where its rows begin and end."""
        for row in rows:
            first, _ = self._places.get(row.article, (len(self.rows), 0))
            self.rows.add(row)
            self._places[row.article] = first, len(self.rows)

    def of(self, article: str) -> list[Shared]:
        """What an article repeats."""
        return self.rows[slice(*self._places.get(article, (0, 0)))]

    def origin(self, place: Place) -> Place:
        """Where the sentence at `place` comes from: through all articles that repeat it, the first one."""
        for row in self.of(place.article):
            for item in row.passages:
                if item.at.start <= place.start < item.at.end:
                    return self.origin(item.source)
        return place


def find_reuse(analyses: Sequence[Analysis]) -> Reuse:
    """What each of `analyses` repeats from those published before it or, if that is unknown, named before it."""
    ordered = sorted(range(len(analyses)), key=lambda place: _order(analyses[place]))
    rank = [0] * len(analyses)
    for number, place in enumerate(ordered):
        rank[place] = number
    words, pairs = met(analyses, rank)
    return Reuse(_shared(analyses, rank, _Texts(analyses, words), pairs))


def _shared(
    analyses: Sequence[Analysis], rank: Sequence[int], texts: _Texts, pairs: Iterable[tuple[int, int, Met]]
) -> Iterator[Shared]:
    """What each article repeats from others, of `pairs` with the sentences that share a run of words."""
    for one, others in groupby(pairs, key=itemgetter(0)):
        best: dict[int, tuple[int, int, Repeated]] = {}
        quoted: dict[int, list[Place]] = defaultdict(list)
        for _, two, sentences in others:
            for number, near in sorted(texts.with_neighbours(one, two, sentences).items()):
                found = texts.repeated(one, two, number, sorted(near))
                if found is not None:
                    old = best.get(number)
                    if old is None or (found.words, -rank[two]) > (old[0], -rank[old[1]]):
                        best[number] = (found.words, two, found)
                if texts.same_quotation(one, two, number, sorted(near)):
                    quoted[two].append(Place(analyses[one].article.id, *texts.sentence(one, number)))
        passages, quotations = dict(_passages(best)), dict(_first_printed(quoted, rank))
        own, count = analyses[one], texts.count(one)
        for two in sorted({*passages, *quotations}):
            repeated_, other = passages.get(two, ()), analyses[two]
            yield Shared(
                article=own.article.id,
                other=other.article.id,
                passages=repeated_,
                quotations=quotations.get(two, ()),
                share=sum(item.words for item in repeated_) / count,
                is_dated=_is_known(_day(own), _day(other)),
            )


def _order(analysis: Analysis) -> tuple[str, str]:
    """Articles in the order of their dates; those without a year or a date stand last, by day and by name."""
    return _day(analysis) or _NO_DATE, analysis.article.id


_NO_DATE = "Y"
"""Behind any year, the unknown one ("XXXX") too."""


def _day(analysis: Analysis) -> str:
    """The day of publication, or the day without its year that is printed above the article; empty if there is none."""
    printed = None if analysis.article.published else printed_day(analysis)
    return analysis.article.published or (printed.partial or "" if printed else "")


def _is_known(one: str, two: str) -> bool:
    """Whether two days of publication, both with or both without a year, tell which one is earlier."""
    return bool(one and two) and one != two and one.startswith("X") == two.startswith("X")


def _passages(best: Mapping[int, tuple[int, int, Repeated]]) -> Iterator[tuple[int, tuple[Repeated, ...]]]:
    """The repeated sentences of one article in a row that are long enough together, by earlier article."""
    by_other: dict[int, list[Repeated]] = defaultdict(list)
    for _, (_, two, found) in sorted(best.items(), key=itemgetter(0)):
        by_other[two].append(found)
    for two, sentences in sorted(by_other.items()):
        kept: list[Repeated] = []
        row: list[Repeated] = []
        for item in (*sentences, None):
            if row and (item is None or item.number != row[-1].number + 1):
                if sum(one.words for one in row) >= STRETCH and sum(one.plain for one in row) >= PLAIN:
                    kept += row
                row = []
            if item is not None:
                row.append(item)
        if kept:
            yield two, tuple(kept)


def _first_printed(found: Mapping[int, list[Place]], rank: Sequence[int]) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Each quotation of one article only with the first of the articles that print it before."""
    first: dict[Place, int] = {}
    for other, places in found.items():
        for place in places:
            if place not in first or rank[other] < rank[first[place]]:
                first[place] = other
    for other, places in found.items():
        kept = tuple(sorted(place for place in set(places) if first[place] == other))
        if kept:
            yield other, kept


class _Texts:
    """The words of the articles, in and outside quotation marks; those asked for last are at hand."""

    def __init__(self, analyses: Sequence[Analysis], words: Sequence[Words]) -> None:
        self._analyses, self._of = analyses, words
        self._marks = lru_cache(maxsize=_AT_HAND)(self._marked)

    def count(self, article: int) -> int:
        """How many words an article has."""
        return len(self._of[article].numbers)

    def with_neighbours(self, one: int, two: int, sentences: Mapping[int, set[int]]) -> dict[int, set[int]]:
        """The sentences of `one` that share a run with some of `two`, and those beside them with those beside these.

        A short sentence in which a word was changed shares no run, though it is copied with the one before it.
        """
        own, theirs = self._of[one].places, self._of[two].places
        found = {number: set(near) for number, near in sentences.items()}
        for number, near in sentences.items():
            for step in (-1, 1):
                beside = {other + step for other in near if other >= 0} & theirs.keys()
                if number >= 0 and number + step in own and beside:
                    found.setdefault(number + step, set()).update(beside)
        return found

    def repeated(self, one: int, two: int, number: int, near: Sequence[int]) -> Repeated | None:
        """The sentence `number` of one article if the sentences `near` of another have it."""
        span = self.sentence(one, number)
        printed = words_of(self._analyses[one].article.text, [span])
        if word_pattern("describes_itself").search(printed) or word_pattern("agency_line").search(printed):
            return None
        places = [place for place in self._places(one, number) if not self._marks(one)[place]]
        own = [self._of[one].numbers[place] for place in places]
        theirs = [number for other in near for number in self._sentence_words(two, other)]
        blocks = [(item.src_start, item.src_end) for item in LCSseq.opcodes(own, theirs) if item.tag == "equal"]
        common = sum(end - start for start, end in blocks)
        start, end = max(blocks, key=lambda block: block[1] - block[0], default=(0, 0))
        if common < NEARLY * len(own):
            if end - start < STRETCH:
                return None
            blocks, common = [(start, end)], end - start
        text = self._analyses[one].article.text
        shared = [self._of[one].spans[places[place]][0] for low, high in blocks for place in range(low, high)]
        there = self.sentence(two, max(near, key=lambda other: self._common(own, two, other)))
        keys = self._analyses[one].article.id, self._analyses[two].article.id
        return Repeated(
            at=Place(keys[0], *span),
            source=Place(keys[1], *there),
            words=common,
            plain=sum(not text[place].isupper() for place in shared),
            exact=end - start == len(own),
            number=number,
        )

    def _common(self, own: Sequence[int], two: int, number: int) -> int:
        return LCSseq.similarity(own, self._sentence_words(two, number))

    def same_quotation(self, one: int, two: int, number: int, near: Sequence[int]) -> bool:
        """Whether a run of words stands in quotation marks in both sentences."""
        own = self._quotation(one, [number])
        theirs = self._quotation(two, near) if len(own) >= RUN else []
        return any(item.src_end - item.src_start >= RUN for item in LCSseq.opcodes(own, theirs) if item.tag == "equal")

    def sentence(self, article: int, number: int) -> Span:
        """The span of a sentence; of the whole text if the record has none."""
        analysis = self._analyses[article]
        return analysis.sentences[number] if number >= 0 else (0, len(analysis.article.text))

    def _quotation(self, article: int, numbers: Sequence[int]) -> list[int]:
        marks, words = self._marks(article), self._of[article].numbers
        return [words[place] for number in numbers for place in self._places(article, number) if marks[place]]

    def _places(self, article: int, number: int) -> range:
        return range(*self._of[article].places[number])

    def _sentence_words(self, article: int, number: int) -> list[int]:
        words = self._of[article]
        return words.numbers[slice(*words.places[number])]

    def _marked(self, article: int) -> list[bool]:
        """For each word, whether it stands in quotation marks."""
        spans = iter([*quoted_spans(self._analyses[article]), (10**12, 10**12)])
        low, high = next(spans)
        found = []
        for start, _ in self._of[article].spans:
            while start >= high:
                low, high = next(spans)
            found.append(low <= start)
        return found
