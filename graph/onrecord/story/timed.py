"""What a sentence says was done, held or begun at a day or an hour, so that another one may give another.

"The first complaint reached the office in May", "the fire broke out at 9 p.m.", "gave a sample on 4 June": there is no
parse in a record, so what the time is of is read off the words before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Analysis, Place, TimeExpression
from onrecord.story.amount_words import happenings, rows_at, thing
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import as_printed, noun_run, past_determiners, telling_words
from onrecord.story.inflection import base, is_noun, is_verb
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.value_groups import TEXT
from onrecord.word_sets import word_set

FIRST = "first"
BEGUN = "begun"
HELD = "held"
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Timed:
    """Something that a sentence gives the time of."""

    place: Place
    kind: str
    """`FIRST`, `BEGUN` or `HELD`."""
    of: str
    """What it is, the same for all that tell of it: a noun, a verb or a row of events."""
    named: str
    """What it is, as printed."""
    noun: bool
    value: str
    """The day as an ISO date, or the hour as TIMEX3 has it."""
    printed: str
    around: frozenset[str]
    """The words of the sentence that say something, in the base form."""

    @property
    def minutes(self) -> int | None:
        """The minute of the day; None if a day is told and no hour."""
        found = _CLOCK.fullmatch(self.value)
        return 60 * int(found[1]) + int(found[2]) if found else None


def times_told(analysis: Analysis) -> Iterator[Timed]:
    """All that the sentences of an article give the day or the hour of."""
    text = analysis.article.text
    body = [(item.start, item.end) for item in analysis.passages if item.kind in TEXT]
    starts = [start for start, _ in analysis.sentences]
    for item in analysis.dates:
        at = bisect_left(starts, item.start + 1) - 1
        if at < 0 or not _is_exact(item) or (body and not any(one <= item.start < two for one, two in body)):
            continue
        start, end = analysis.sentences[at]
        words = words_of_sentence(text, start, end)
        place = next((number for number, word in enumerate(words) if word.start >= item.start), len(words))
        before = list(words[max(0, place - _REACH) : place])
        if place <= 1 or not before or before[-1].small in word_set("bounds_time"):
            continue
        told = telling_words(words, range(len(words)))
        around = frozenset(base_form(words[one].small) for one in told if words[one].text[0].islower())
        for kind, of, named, noun in _of_what(before, clock=_CLOCK.fullmatch(item.value or "") is not None):
            yield Timed(
                Place(analysis.article.id, start, end), kind, of, named, noun, item.value or "",
                text[item.start : item.end], around,
            )  # fmt: skip


_REACH = 24
"""Most words before a time in which what it is of is looked for."""


def _is_exact(item: TimeExpression) -> bool:
    return bool(item.value and (_CLOCK.fullmatch(item.value) or _DAY.fullmatch(item.value)))


def _of_what(words: Sequence[Word], *, clock: bool) -> Iterator[tuple[str, str, str, bool]]:
    """The kind of each happening before a time, what it is, as printed, and whether a noun names it."""
    for at in range(len(words) - 1, -1, -1):
        small = words[at].small
        if words[at].text in ";:":
            return
        found = _first(words, at) if not clock and small in word_set("first_of_kind") else None
        if found is not None:
            yield found
            return
        if any(rows_at("begins", words, at)) and (subject := _subject(words, at)) is not None:
            rows = sorted(happenings(words, [subject]))
            named = words[subject].small
            yield BEGUN, rows[0] if rows else thing(base_form(named)), named, True
            return
        if not clock and base(small) in word_set("light_verb") and (noun := _object(words, at)) is not None:
            yield HELD, base_form(words[noun].small), words[noun].small, True
            return


def _first(words: Sequence[Word], at: int) -> tuple[str, str, str, bool] | None:
    if at + 1 == len(words):
        return None
    run = noun_run(words, at + 1)
    if run and not (is_verb(words[at + 1].small) and base(words[at + 1].small) != words[at + 1].small):
        noun = words[run[-1]].small
        if base_form(noun) in word_set("first_of_nothing") or run[-1] - at > _PHRASE:
            return None
        return FIRST, thing(base_form(noun)), as_printed(words, at + 1, run[-1] + 1), True
    verb = words[at + 1].small
    if is_verb(verb) and base(verb) != verb:
        return FIRST, base(verb), as_printed(words, at, len(words)), False
    return None


_PHRASE = 3
"""Most words of the noun phrase for the first of a kind."""


def _subject(words: Sequence[Word], verb: int) -> int | None:
    """The noun right before a verb, past auxiliaries."""
    at = verb - 1
    while at >= 0 and words[at].small in word_set("helps_verb"):
        at -= 1
    noun = at >= 0 and words[at].is_word and (words[at].text[0].islower() or at == 0) and is_noun(words[at].small)
    return at if noun else None


def _object(words: Sequence[Word], verb: int) -> int | None:
    """The noun that a verb has behind it, or, of one in the passive, the first of the clause."""
    before = words[verb - 1].small if verb else ""
    if before in word_set("makes_passive"):
        first = past_determiners(words, 0)
        run = noun_run(words, first) if first else []
        return run[-1] if run else None
    first = past_determiners(words, verb + 1)
    while [word.text for word in words[first + 1 : first + 2]] == ["-"]:
        first += 2  # "an out-of-school club": what hyphens join says no more than an adjective
    run = noun_run(words, first)
    return run[-1] if run else None
