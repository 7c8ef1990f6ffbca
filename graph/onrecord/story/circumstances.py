"""What sentences give as the cause of something, as the hour of it, and as the place where it was or went.

There is no parse in a record: a cause is the phrase behind words like "caused by", and a place the one behind a
preposition near a verb of finding or sending.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.model import Analysis, Place, Span
from onrecord.story.assertion import left_open, points_back
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import as_printed, is_function, noun_run
from onrecord.story.index import Index
from onrecord.story.inflection import base, is_noun, is_plural, is_verb
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.story.occasions import occasions_of
from onrecord.story.parties import NONE, Party, Sentence, is_opening
from onrecord.story.phrases import Phrase, behind_phrase, forms, phrase_of
from onrecord.story.question_words import alike, events, is_noun_here
from onrecord.word_sets import word_set

CAUSE = "cause"
PLACE = "place"
HOUR = "hour"
_LONGEST = 90
"""Words of the longest sentence that is looked at."""
_CAUSE = 9
"""Most words of the phrase for a cause."""
_NEAR = 9
"""Most words from a verb to the place that it is told with."""
_AROUND = 14
"""Most words from an hour to the words for what happened then."""


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that give a cause or a place; what its fields mean stands in the lexicon."""

    id: str
    phrases: tuple[str, ...]
    asks: str
    example: str
    source: str
    links: tuple[str, ...] = ()
    backwards: bool = False
    happening: bool = False


@dataclass(frozen=True, slots=True)
class Circumstance:
    """The cause, the hour or the place of something."""

    place: Place
    kind: str
    of: str
    """What it is of: the words for an event that are alike, or a row of places."""
    who: Party
    """Of whom or of what it is told."""
    value: frozenset[str]
    """The words that give it, in the base form, with the IRIs of named actors."""
    head: str
    printed: str
    asks: str
    occasion: str
    points_back: bool
    minutes: int = -1
    rough: bool = False
    """Whether an hour is told roughly: "about 9.20"."""


def circumstances_in(look: Index, analysis: Analysis) -> Iterator[Circumstance]:
    """All circumstances that the sentences of an article give."""
    text, sentences = analysis.article.text, sentences_of_text(analysis)
    occasions: dict[Span, tuple[tuple[Span, str], ...]] = {}
    for number, (start, end) in enumerate(sentences):
        words = words_of_sentence(text, start, end)
        if not words or len(words) > _LONGEST or any(word.text == "?" for word in words[-3:]):
            continue
        if not (any(_found(words, CAUSE)) or any(_found(words, PLACE))):
            continue
        occasions = occasions or occasions_of(analysis)
        told = occasions.get((start, end), ())
        dates = [item.start for item in analysis.dates if start <= item.start < end]
        occasion = next((one for _, one in told if one), "") if dates else ""
        reading = _Reading(look, analysis, number, sentences, words, (min(dates, default=0), occasion))
        yield from reading.causes()
        yield from reading.places()


class _Reading:
    """One sentence that is read for circumstances."""

    def __init__(  # noqa: PLR0913, PLR0917  # what is known of a sentence
        self, look: Index, analysis: Analysis, number: int, sentences: Sequence[tuple[int, int]],
        words: Sequence[Word], occasion: tuple[int, str],
    ) -> None:  # fmt: skip
        self.words = words
        self._dated, self._occasion = occasion
        self._text = analysis.article.text
        self.place = Place(analysis.article.id, *sentences[number])
        self.sentence = Sentence(look, self.place, words)
        self._before = words_of_sentence(self._text, *sentences[number - 1]) if number else ()

    def causes(self) -> Iterator[Circumstance]:
        for at, behind, row in _found(self.words, CAUSE):
            if left_open(self.words, at) or _is_denied(self.words, at):
                continue
            if row.backwards and behind == at + 1 and is_noun_here(self.words, at):
                continue
            clause = _clause(self.words, at)
            if row.happening:
                clause = 0
                if not any(base(one.small) in word_set("begins_to_be") for one in self.words[:at]):
                    continue
            if row.backwards:
                effect, cause = self.words[behind : behind + _CAUSE], self.words[max(clause, at - _CAUSE) : at]
            else:
                effect, cause = self.words[clause:behind], _phrase(self.words, behind)
            happened = _events(effect) or _events(self._before)
            told = [word for word in cause if word.is_word and not is_function(word)]
            value = frozenset(base_form(word.small) for word in told) - word_set("no_cause")
            nouns = [word for word in told if is_noun(word.small)]
            if not happened or not nouns or not value or _goes_on(cause):
                continue
            blamed = row.backwards or base(self.words[at].small) in word_set("blames")
            who = NONE if blamed else self.sentence.before(at)
            for of in sorted(happened):
                yield self._made(at, CAUSE, of, who, value, base_form(nouns[-1].small), _chief(cause), row.asks)

    def places(self) -> Iterator[Circumstance]:
        for at, behind, row in _found(self.words, PLACE):
            if left_open(self.words, at) or _is_denied(self.words, at):
                continue
            passive = any(one.small in word_set("makes_passive") for one in self.words[max(0, at - 3) : at])
            who = self.sentence.before(at)
            if not passive and (behind < len(self.words)) and (given := self.sentence.behind(behind)).known:
                who = given
            spot = self._spot(row, at, behind)
            if spot is not None and who.known:
                party, printed = spot
                value = party.actors | party.nouns
                yield self._made(at, PLACE, row.id, who, value, min(party.nouns, default=""), printed, row.asks)

    def _spot(self, row: Row, at: int, behind: int) -> tuple[Party, str] | None:
        """The first place behind a verb, or the first of the sentence if a cleft opens it."""
        spans = [range(behind, min(len(self.words) - 1, behind + _NEAR))]
        if any(word.small in word_set("existential") for word in self.words[:4]):
            spans.append(range(at))
        for span in spans:
            for place in span:
                if self.words[place].text in ";:" or (self.words[place].small in word_set("opens_clause")):
                    break
                if self.words[place].small in row.links:
                    party = self.sentence.behind(place + 1)
                    if party.actors or not party.nouns.isdisjoint(word_set("spot")):
                        return party, f"{self.words[place].text} {party.printed}"
        return None

    def _made(  # noqa: PLR0913, PLR0917  # what a circumstance holds
        self, at: int, kind: str, of: str, who: Party, value: frozenset[str], head: str, printed: str, asks: str
    ) -> Circumstance:
        occasion = self._occasion if self._dated < self.words[at].start else ""
        return Circumstance(
            self.place, kind, of, who, value, head, printed, asks, occasion,
            points_back(self.words),
        )  # fmt: skip


@cache
def _rows(kind: str) -> Mapping[str, Row]:
    return {item.id: item for item in entries("circumstances.toml", kind, Row)}


@cache
def _phrases(kind: str) -> Mapping[str, Sequence[tuple[Phrase, str]]]:
    found: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for row in _rows(kind).values():
        for printed in row.phrases:
            phrase = phrase_of(printed)
            for word in sorted(phrase[0]):
                found[word].append((phrase, row.id))
    return found


@lru_cache(maxsize=1 << 14)
def _beginning(kind: str, small: str) -> tuple[tuple[Phrase, str], ...]:
    return tuple(item for form in sorted(forms(small)) for item in _phrases(kind).get(form, ()))


def _found(words: Sequence[Word], kind: str) -> Iterator[tuple[int, int, Row]]:
    """Where the phrases of a kind stand, with their rows; of those that overlap the longest."""
    last = 0
    for at, word in enumerate(words):
        begun = _beginning(kind, word.small)
        if not begun or at < last or not word.is_word:
            continue
        best = (0, "")
        for phrase, key in begun:
            best = max(best, (behind_phrase(words, at + 1, phrase[1:]), key))
        if best[0]:
            last = best[0]
            yield at, best[0], _rows(kind)[best[1]]


def _chief(cause: Sequence[Word]) -> str:
    """The first phrase of a cause, with what stands behind an "of" in it, as printed."""
    stop = 0
    while True:
        first = stop
        while first < len(cause) and is_opening(cause[first]):
            first += 1
        run = noun_run(cause, first)
        stop = run[-1] + 1 if run else stop
        if not run or stop >= len(cause) or cause[stop].small not in word_set("measures_of"):
            break
        stop += 1
    return as_printed(cause, 0, stop or len(cause)).strip()


def _goes_on(cause: Sequence[Word]) -> bool:
    """Whether words open with a verb in its base form, and so with no cause: "due to give birth"."""
    first = cause[0].small
    if not is_verb(first) or base(first) != first or is_plural(first):
        return False
    return not is_noun(first) or (len(cause) > 1 and (is_noun(cause[1].small) or is_opening(cause[1])))


def _events(words: Sequence[Word]) -> frozenset[str]:
    """The events that words tell of."""
    return frozenset(found for word in words if (found := alike(base_form(word.small))) in events())


def _phrase(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words from `at` on up to the next clause."""
    for place in range(at, min(len(words), at + _CAUSE)):
        word = words[place]
        if word.text in ',;:()—–."”' or (word.small in word_set("opens_clause") and place > at):
            return words[at:place]
    return words[at : at + _CAUSE]


def _clause(words: Sequence[Word], at: int) -> int:
    for place in range(at - 1, -1, -1):
        if words[place].text in ",;:—–" or words[place].small in word_set("opens_clause"):
            return place + 1
    return 0


def _is_denied(words: Sequence[Word], at: int) -> bool:
    """Whether a word denies what the words at `at` tell, or they are an infinitive, so that it is still to be done."""
    if at and words[at - 1].small in word_set("infinitive_mark") and is_verb(words[at].small):
        return True
    near = words[max(0, at - 5) : at]
    joined = tuple(word_set("not_ending"))
    return any(word.small in word_set("denies_clause") or word.small.endswith(joined) for word in near)
