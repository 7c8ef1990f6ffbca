"""The hours that sentences give of what happened: "the boats collided at 7.50 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Analysis, Place
from onrecord.story.assertion import left_open, points_back
from onrecord.story.circumstances import HOUR, Circumstance
from onrecord.story.denials import base_form
from onrecord.story.inflection import base, is_noun, is_verb
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.story.occasions import occasions_of
from onrecord.story.parties import NONE
from onrecord.story.question_words import alike, events
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_CLOCK = re.compile(r".*T(\d\d):(\d\d)(?::\d\d)?")
_NOON = 12 * 60
_AROUND = 16
"""Most words before an hour among which what happened then is told."""
_BEHIND = 8
"""The same behind an hour that opens its sentence."""
_OPENS = 4
"""Words from the beginning of a sentence within which an hour opens it."""


def hours_in(analysis: Analysis) -> Iterator[Circumstance]:
    """The hours of what happened in the sentences of an article; an event that has two there has none."""
    found = list(_hours(analysis))
    for item in found:
        if len({other.minutes for other in found if other.of == item.of}) == 1:
            yield item


def _hours(analysis: Analysis) -> Iterator[Circumstance]:
    text = analysis.article.text
    clocks = [(item.start, item.end, found) for item in analysis.dates if (found := _CLOCK.fullmatch(item.value or ""))]
    told = [(start, end, 60 * int(found[1]) + int(found[2])) for start, end, found in clocks]
    known = {start for start, _, _ in told}
    told += [
        (item.start("hour"), item.end("minute"), 60 * int(item["hour"]) + int(item["minute"]))
        for item in word_pattern("hour_with_point").finditer(text)
        if item.start("hour") not in known
    ]
    held = {start for start, _, _ in told}
    told += [
        (*item.span(), _NOON if item["noon"] else 0)
        for item in word_pattern("named_hour").finditer(text)
        if item.start() not in held
    ]
    if not told:
        return
    occasions = occasions_of(analysis)
    for start, end in sentences_of_text(analysis):
        here = sorted(item for item in told if start <= item[0] < end)
        if len(here) != 1 and len({minutes for _, _, minutes in here}) != 1:
            continue
        words = words_of_sentence(text, start, end)
        at = next((place for place, word in enumerate(words) if word.start >= here[0][0]), len(words))
        before = words[at - 1].small if at else ""
        if left_open(words, at) or (before not in word_set("before_hour") and not _is_named(words, at)):
            continue
        span = words[at : at + _BEHIND + _OPENS] if at < _OPENS else _clause_before(words, at)
        occasion = next((one for _, one in occasions.get((start, end), ()) if one), "")
        for of in sorted({alike(base_form(word.small)) for word in span} & events()):
            yield Circumstance(
                Place(analysis.article.id, start, end), HOUR, of, NONE, frozenset(), "",
                text[here[0][0] : here[0][1]], "The time of the {what}", occasion, points_back(words), here[0][2],
                not word_set("about_hour").isdisjoint(word.small for word in words[max(0, at - 1) : at + 1]),
            )  # fmt: skip


def _is_named(words: Sequence[Word], at: int) -> bool:
    """Whether an hour stands right behind what it is of, without a preposition: a headline's "shut 6 p.m."."""
    return at > 1 and words[at - 2].small in word_set("before_hour") and words[at - 1].small in word_set("determiner")


def _clause_before(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words of the clause before an hour, from what was done last on."""
    first = max(0, at - _AROUND)
    for place in range(at - 1, first, -1):
        word = words[place]
        if (
            word.text in ",;:()—–"
            or word.small in word_set("opens_clause")
            or word.small in word_set("infinitive_mark")
        ):
            return words[place + 1 : at]
        deed = is_verb(word.small) and not is_noun(word.small) and base(word.small) not in word_set("just_happens")
        if deed and word.small not in word_set("helps_verb"):
            return words[place:at]
    return words[first:at]
