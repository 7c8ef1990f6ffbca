"""Deeds and statements that are told by quoting their sentences, because no clause of ours tells them whole."""

from __future__ import annotations

import re

from onrecord.model import Ref, Span
from onrecord.story import (
    anchors,
    content_words,
    deed_lines,
    deed_words,
    excerpts,
    leads,
    relative_days,
    sure_descriptions,
)
from onrecord.story.index import Index, once_an_index
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_MARKS = "“”"
_INNER = re.compile(r"‘([^‘’]*(?:\w’\w[^‘’]*)*)’")
"""A quotation within a quotation."""
_MAY_LEAVE = 2
"""Most nouns of a quoted sentence of which only the story tells which one is meant."""
_FEW = 4
"""Most words in the marks of a quotation within a line: "the 'worst' year"."""


@once_an_index
def quotation(look: Index, ref: Ref) -> str:
    """The sentence of the report at `ref` as a line quotes it (`excerpts`); empty if it cannot be quoted alone."""
    found = _excerpt(look, ref)
    return found.words if found is not None else ""


@once_an_index
def can_be_quoted(look: Index, ref: Ref) -> bool:
    """Whether the report at `ref` has a clause of its own in a quotation that names somebody or says how much or when.

    That of a deed of no kind must be news (`deed_lines.is_worth_telling`).
    """
    found = _excerpt(look, ref) if deed_lines.is_deed(look, ref) and deed_lines.has_clause(look, ref) else None
    if found is None or not deed_lines.is_worth_telling(look, ref):
        return False
    if content_words.is_open(found.words.strip(_MARKS)):
        return False  # "when I attended its meeting"
    named = any(one.form in NAMES for span in found.places for one, _ in look.mentioned(ref.article, *span))
    return named or "[" in found.words or any(map(str.isdigit, found.words))


@once_an_index
def is_clear(look: Index, ref: Ref) -> bool:
    """Whether the quotation of the report at `ref` tells by itself of whom, of what and when.

    Not "The boat left on Monday": which boat, and in a text without a date which Monday? What a headline or the text
    has time and again is what its story is about. The report's own day may be one that its date tells.
    """
    found = _excerpt(look, ref)
    words = found.words.strip(_MARKS) if found is not None else ""
    nouns = deed_words.open_nouns(words, _topics(look, ref.article))
    if found is None or deed_words.goes_on(words) or len(nouns) > _MAY_LEAVE or 0 in nouns:
        return False
    if not any(one.form in NAMES for span in found.places for one, _ in look.mentioned(ref.article, *span)):
        return False
    if not sure_descriptions.all_pronouns_are_sure(look, ref.article, found.places) or _quotes_much(words):
        return False
    if look.actions[ref].lemma.split(" ", 1)[0] in word_set("only_talks"):
        return False
    if look.analyses[ref.article].article.published:
        return True
    own = look.actions[ref].date_span if look.actions[ref].date is not None else None
    times = (item for span in found.places for item in relative_days.times_in(look, ref.article, span))
    return not any(relative_days.is_relative(look, ref.article, one) for one in times if (one.start, one.end) != own)


@once_an_index
def _topics(look: Index, article: str) -> frozenset[str]:
    bodies = word_set("same_body") | word_set("any_body") | word_set("epithet")
    return _known(look, article) - bodies


@once_an_index
def is_lead(look: Index, ref: Ref) -> bool:
    """Whether the report at `ref` stands in the lead of its article, which tells it to those who know nothing of it."""
    report = look.actions[ref]
    return (
        deed_lines.is_report(look, ref)
        and deed_lines.has_clause(look, ref)
        and leads.stands_in_lead(look, ref, report.trigger[0])
    )


@once_an_index
def says_lead(look: Index, ref: Ref) -> bool:
    """Whether the lead of an article tells the statement at `ref`."""
    return _spoken_in_lead(look, ref) is not None


def _quotes_much(words: str) -> bool:
    """Whether a quoted sentence holds a quotation of more than a few words, which is a statement's."""
    return any(len(found[1].split()) > _FEW for found in _INNER.finditer(words))


@once_an_index
def spoken(look: Index, ref: Ref) -> str:
    """The sentences of the printing at `ref` as a line quotes them; empty if they cannot be quoted alone."""
    found = spoken_in(look, ref)
    return found.words if found is not None else ""


@once_an_index
def reported(look: Index, ref: Ref) -> str:
    """The sentences of the printing at `ref` as a report may quote them, which tells of the same things beside them."""
    item = look.statements[ref]
    spans = sorted((*item.cue, *item.content)) or [*item.source]
    if not spans:
        return ""
    whole = (spans[0][0], max(end for _, end in spans) - 1)
    found = excerpts.spoken(look, (ref.article, whole), _known(look, ref.article))
    return found.words if found is not None and not content_words.is_open(found.words.strip(_MARKS)) else ""


@once_an_index
def spoken_in(look: Index, ref: Ref) -> excerpts.Excerpt | None:
    """The sentences that `spoken` quotes: those that say it, with those before them that tell what they point to.

    What a lead tells needs nothing else.
    """
    return _spoken_alone(look, ref) or _spoken_in_lead(look, ref)


def _spoken_in_lead(look: Index, ref: Ref) -> excerpts.Excerpt | None:
    """The lead, if the statement at `ref` is the first that it tells."""
    found = leads.lead(look, ref.article)
    return found if found is not None and ref == _first_said(look, ref.article, found.places[0]) else None


@once_an_index
def _first_said(look: Index, article: str, span: Span) -> Ref | None:
    """The first statement with a source that stands whole in a sentence."""
    for item in look.analyses[article].statements:
        parts = sorted((*item.cue, *item.content))
        if item.recorded and item.source and parts and span[0] <= parts[0][0] and parts[-1][1] <= span[1]:
            return Ref(article, item.id)
    return None


def _spoken_alone(look: Index, ref: Ref) -> excerpts.Excerpt | None:
    item = look.statements[ref]
    spans = sorted((*item.cue, *item.content)) or [*item.source]
    if not spans:
        return None
    whole = (spans[0][0], max(end for _, end in spans) - 1)
    by = frozenset(look.owners(ref.article, item.speakers))
    found = excerpts.spoken(look, (ref.article, whole), _known(look, ref.article), by=by)
    if found is None or content_words.is_open(found.words.strip(_MARKS)):
        return None
    return found if anchors.has_details(look, ref.article, found.places, {*by}) else None


def _excerpt(look: Index, ref: Ref) -> excerpts.Excerpt | None:
    known = _known(look, ref.article)
    return excerpts.excerpt(look, (ref.article, look.actions[ref].trigger[0][0]), known)


@once_an_index
def _known(look: Index, article: str) -> frozenset[str]:
    return deed_words.common_words(look, (article,))
