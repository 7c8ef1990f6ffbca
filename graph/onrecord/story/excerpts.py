"""A sentence as a line of its own quotes it: what it points back to is quoted with it or named in square brackets.

A line has no article around it, but a whole sentence under the name of its outlet says no more than the outlet does.
Words are left as they are printed. A pronoun for somebody whom the line has not named is followed by the name in square
brackets, if nobody else can be meant; else the sentence before is quoted too, if that tells it. A sentence that still
speaks of what only its article tells is not quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from onrecord.model import Span
from onrecord.punctuation import ENDINGS, MAY_CLOSE
from onrecord.story import bracketed, content_words, references
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import singular
from onrecord.value_groups import NAMES
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("matters")
_LONGEST = int(_W["excerpt.sentence"])
_LONGEST_OF_TWO = int(_W["excerpt.two"])
_QUOTED_SHARE = _W["excerpt.quoted"]
_FEWEST = int(_W["excerpt.words"])
_BEFORE = int(_W["excerpt.before"])
_OPENING = 4
"""Words behind the article of a sentence's first noun phrase that are looked at."""
_DATELINE = re.compile(r"[^.!?\n]{2,48}?\s(?:-|–|—|--)\s+")
_LONG_DATELINE = 48
"""Most characters of a dateline."""
_INNER = re.compile(r"[“\"]([^“”\"]*)[”\"]")


class _Saying(Struct, frozen=True):
    """What sentences are looked for."""

    said: bool = False
    """Whether they have what somebody says."""
    least: int = 1
    by: frozenset[str] | None = None


_TELLING = _Saying()


class Excerpt(Struct, frozen=True):
    """One or two sentences as a line quotes them."""

    words: str
    """In quotation marks; names that the line adds stand in square brackets."""
    places: tuple[Span, ...]
    """The sentences, in text order."""


@once_an_index
def excerpt(look: Index, at: tuple[str, int], topics: frozenset[str]) -> Excerpt | None:
    """The sentence of the running text `at` a character of an article, as a line quotes it; None if it says too little.

    `topics` are words that need no introduction in the story. What is mostly in quotation marks is not quoted.
    """
    article, place = at
    return _excerpt(look, article, (place, place), topics, _TELLING)


@once_an_index
def spoken(
    look: Index, at: tuple[str, Span], topics: frozenset[str], *, least: int = 1, by: frozenset[str] | None = None
) -> Excerpt | None:
    """The sentences in which somebody says what stands from the first to the last character of a span, as `excerpt`.

    At least `least` sentences are quoted. If it is known `by` whom (IRIs), the sentences point to nothing that they do
    not tell, as `references` finds it.
    """
    article, span = at
    return _excerpt(look, article, span, topics, _Saying(said=True, least=least, by=by))


def _excerpt(look: Index, article: str, wanted: Span, topics: frozenset[str], how: _Saying) -> Excerpt | None:
    units, said, least = units_of(look, article), how.said, how.least
    own, last = (bisect_right(units, (place, len(look.text(article)))) - 1 for place in wanted)
    if own < 0 or wanted[0] >= units[own][1] or not _is_quotable(look, article, units[own], said=said):
        return None
    for first in range(min(own, last + 1 - least), max(own - _BEFORE, 0) - 1, -1):
        if first < 0:
            return None
        spans = units[first : last + 1]
        long = _LONGEST if len(spans) == 1 else _LONGEST_OF_TWO
        if spans[-1][1] - spans[0][0] > long:
            return None
        if first < own and _is_bare_quotation(look, article, spans[0]):
            continue  # whoever says it stands before it
        if not _is_quotable(look, article, spans[0], said=said):
            return None
        if not _is_open(look, article, spans[0], topics, said=said) and (words := _words(look, article, spans, how.by)):
            more = () if said else _outcome(look, article, units[last : last + 2])
            whole = _words(look, article, (*spans, *more)) if more and more[0][1] - spans[0][0] <= _LONGEST else None
            return Excerpt(whole, (*spans, *more)) if whole else Excerpt(words, spans)
    return None


def _outcome(look: Index, article: str, units: Sequence[Span]) -> tuple[Span, ...]:
    """The second of two sentences of one paragraph if it tells on of what the first does: "It was turned down."."""
    if len(units) < 2:
        return ()
    (_, end), (start, stop) = units
    text, analysis = look.text(article), look.analyses[article]
    first = content_words.WORD.match(text, start)
    tells_on = first is not None and first[0].casefold() in word_set("stands_for_thing")
    dated = any(start <= item.start < stop and item.type == "DATE" for item in analysis.dates)
    if not tells_on or dated or "\n" in text[end:start].strip(" ") or text[stop - 1] == "?":
        return ()
    return ((start, stop),) if _is_quotable(look, article, (start, stop), said=False) else ()


@once_an_index
def units_of(look: Index, article: str) -> tuple[Span, ...]:
    """The sentences of the running text, those that share a pair of quotation marks as one."""
    analysis, text = look.analyses[article], look.text(article)
    passages = [(item.start, item.end) for item in analysis.passages if item.kind in ("body", "quote_block")]
    found: list[Span] = []
    for low, high in passages:
        start = -1
        for first, last in analysis.sentences:
            if not low <= first < high:
                continue
            start = first if start < 0 else start
            words = text[start : min(last, high)]
            short = len(words.split()) < _FEWEST + 1 and last < high
            if not (short or words.count('"') % 2 or words.count("“") > words.count("”")):
                found.append((start, min(last, high)))
                start = -1
        if start >= 0:
            found.append((start, high))
    return tuple(found)


def _is_quotable(look: Index, article: str, span: Span, *, said: bool) -> bool:
    """Whether a whole sentence stands at `span`, mostly in the article's own words unless it is of what was `said`."""
    words = look.words(article, (span,))
    whole = words.rstrip(f"{''.join(MAY_CLOSE)})")[-1:] in ENDINGS and words.count('"') % 2 == 0
    if not whole or words[:1].islower() or len(words.split()) < _FEWEST or words.count("“") != words.count("”"):
        return False
    inside = sum(
        min(end, span[1]) - max(start, span[0])
        for start, end in bracketed.quoted(look, article)
        if start < span[1] and span[0] < end
    )
    return said or inside <= _QUOTED_SHARE * (span[1] - span[0])


def _is_bare_quotation(look: Index, article: str, span: Span) -> bool:
    """Whether nothing but a quotation stands at `span`, so that nobody is named who says it."""
    return any(start <= span[0] and span[1] <= end for start, end in bracketed.quoted(look, article))


def _is_open(look: Index, article: str, span: Span, topics: frozenset[str], *, said: bool) -> bool:
    """Whether a sentence opens with what the one before it tells: "Both", "Two had been closed", "The proposal".

    Of what somebody with a name in it `said` no more is asked than that it does not open with "that" or "both".
    """
    named = said and any(one.form in NAMES for one, _ in look.mentioned(article, *span))
    line = content_words.unquoted(look.words(article, (span,)))
    words = [item[0] for item in content_words.WORD.finditer(line)]
    small = [word.casefold() for word in words]
    if f"{' '.join(small)} ".startswith(tuple(f"{opening} " for opening in word_set("needs_sentence_before"))):
        return not (named and small[0] == "the")
    if len(small) > 1 and small[0] in word_set("number_word") and small[1] in word_set("auxiliary"):
        return True
    if any(word == "the" and after in word_set("spoken_of_before") for word, after in pairwise(small)):
        return True
    called = named or bool(bracketed.called(look, article, (span,)))
    return small[:1] == ["the"] and not called and not _is_known(words[1:], topics)


def _is_known(words: Sequence[str], topics: frozenset[str]) -> bool:
    """Whether the noun phrase behind the article with which a sentence opens says what it is, or is of the story."""
    known = _singular(topics) | word_set("needs_no_introduction")
    for place, word in enumerate(words[:_OPENING]):
        if word[:1].isupper() or word[:1].isdigit() or singular(word) in known or word in known:
            return True
        if place and (word in word_set("auxiliary")):
            return False
        if words[place + 1 : place + 2] and words[place + 1] in word_set("tells_which"):
            return True
    return False


@lru_cache(maxsize=1 << 4)
def _singular(words: frozenset[str]) -> frozenset[str]:
    """The words in the singular: sentences of one article after the other are asked about with the same."""
    return frozenset(map(singular, words))


def _words(look: Index, article: str, spans: tuple[Span, ...], speakers: frozenset[str] | None = None) -> str | None:
    """The sentences at `spans` in quotation marks, with names added; None if they point to what they do not tell."""
    named = bracketed.names_added(look, article, spans)
    if named is None:
        return None
    if speakers is not None:
        reading = references.read(look, references.Line(article, spans, speakers=speakers))
        if reading.left:
            return None
        places = {at for at, _ in named}
        named = sorted([*named, *((one.start, one.words) for one in reading.edits if one.start not in places)])
    text, pieces = look.text(article), []
    for number, (start, end) in enumerate(spans):
        place, piece = start + (0 if number else _dateline(look, article, (start, end))), ""
        for at, name in named:
            if place <= at <= end:
                piece += f"{text[place:at]} [{name}]"
                place = at
        pieces.append(piece + text[place:end])
    line = _INNER.sub(r"‘\1’", " ".join(" ".join(pieces).split()))
    return f"“{line}”"


def _dateline(look: Index, article: str, span: Span) -> int:
    """How many characters a dateline takes at the beginning of the first sentence of an article: "NORPORT - "."""
    text = look.text(article)[slice(*span)]
    found = _DATELINE.match(text)
    first = span in units_of(look, article)[:2] and span[0] - units_of(look, article)[0][0] < _LONG_DATELINE
    return found.end() if first and found and not any(word.islower() for word in found[0].split()) else 0
