"""What the phrases of a report say, and the words around its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model import Action, Analysis, Span, Spans
from onrecord.resolve import names
from onrecord.spans import sentence_at, sentence_number, words_of
from onrecord.value_groups import is_nominal
from onrecord.word_sets import in_order, word_set

_CLAUSE_END = re.compile(r"[,;:] |[.!?](?:\s|$)")
_AMOUNT = re.compile(r"(?<!\w)(?P<sign>[$€£]?)(?P<number>\d(?:[\d.,/]*\d)?)(?!\w)(?: (?P<unit>[^\W\d_]+))?")


def amounts(action: Action, analysis: Analysis) -> frozenset[tuple[str, str]]:
    """Numbers behind its verb but for those of times, each with its unit: a currency or the next word."""
    start, end = _span_behind(action, analysis)
    text = analysis.article.text
    digits = (
        (match["sign"] or names.stem((match["unit"] or "").casefold()), match["number"])
        for match in _AMOUNT.finditer(text, start, end)
        if not any(item.start <= match.start("number") < item.end for item in analysis.dates if item.type != "DURATION")
    )
    return frozenset((*digits, *_in_words(text[start:end].casefold().split())))


def _in_words(words: list[str]) -> Iterator[tuple[str, str]]:
    """Amounts in words, each with the next word as its unit: "four seasons"."""
    known = word_set("number_word")
    if known.isdisjoint(words):
        return
    for word, unit in pairwise(words):
        if word in known and unit.isalpha():
            yield names.stem(unit), str(in_order("number_word").index(word))


def behind(action: Action, analysis: Analysis) -> str:
    """The text behind its verb, up to a punctuation mark; empty for a noun."""
    return analysis.article.text[slice(*_span_behind(action, analysis))].strip()


def _span_behind(action: Action, analysis: Analysis) -> Span:
    if not action.trigger or is_nominal(action):
        return 0, 0
    start, end = action.trigger[-1][1], sentence_at(analysis, action.trigger[0][0])[1]
    found = _CLAUSE_END.search(analysis.article.text, start, end)
    return start, found.start() if found else max(start, end)


def is_once(action: Action, analysis: Analysis) -> bool:
    """Whether an adverb before the verb tells the deed as the first or the last of its kind."""
    if not action.trigger or is_nominal(action):
        return False
    verb = action.trigger[0][0]
    before = analysis.article.text[sentence_at(analysis, verb)[0] : verb].rsplit(None, 1)
    return bool(before) and before[-1].casefold() in word_set("done_once")


def sentence(action: Action, analysis: Analysis) -> int:
    """The number of its sentence in the article; -1 if unknown."""
    start = min((start for start, _ in action.trigger), default=-1)
    return sentence_number(analysis, start) if start >= 0 else -1


def numbers_of(spans: Spans, analysis: Analysis) -> tuple[tuple[str, int], ...]:
    """Head words of phrases with their number."""
    phrases = [analysis.article.text[start:end] for start, end in spans]
    found = ((names.head(phrase), names.count(phrase)) for phrase in phrases)
    return tuple(sorted({(head, number) for head, number in found if head and number is not None}))


def indefinite_heads(spans: Spans, analysis: Analysis) -> frozenset[str]:
    """Head words of the phrases that may be any one of their kind."""
    phrases = [analysis.article.text[start:end] for start, end in spans]
    found = (names.head(item) for item in phrases if names.is_indefinite(item))
    return frozenset(head for head in found if head)


def heads_of(spans: Spans, analysis: Analysis) -> frozenset[str]:
    """Head words of phrases: the last word before any preposition; pronouns have none."""
    found = (names.head(analysis.article.text[start:end]) for start, end in spans)
    return frozenset(word for word in found if word)


def is_so_far(action: Action, analysis: Analysis) -> bool:
    """Whether a deed without a date is in the present perfect."""
    group = action.wording.group if action.wording and not action.date else ()
    return bool(group) and not word_set("so_far").isdisjoint(words_of(analysis.article.text, group).casefold().split())
