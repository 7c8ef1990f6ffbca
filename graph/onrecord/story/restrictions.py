"""Phrases and clauses that open a sentence and which its label needs: of whom a share is one, on what condition."""

from __future__ import annotations

from onrecord.model import Ref, Spans, Wording
from onrecord.story import clause_parts as grammar
from onrecord.story.index import Index
from onrecord.story.wording import words as reworded
from onrecord.word_sets import word_set


def restriction(look: Index, ref: Ref, wording: Wording) -> str:
    """What stands before the subject and says of whom a share is one, or if what, as it reads after the verb."""
    spans = tuple(span for span in wording.completion if _opens(look, ref, wording, span))
    words = reworded(look, ref.article, spans)
    return f"{words[:1].lower()}{words[1:]}"


def _opens(look: Index, ref: Ref, wording: Wording, span: tuple[int, int]) -> bool:
    """Whether a span of the completion is such a phrase: before subject and verb, with its preposition."""
    first = min((start for start, _ in (*wording.subject, *wording.group)), default=0)
    opener = look.words(ref.article, (span,)).split()[0].casefold()
    return span[1] <= first and opener in word_set("restricts_share") | word_set("opens_condition")


def completing(look: Index, ref: Ref) -> Spans:
    """The complements after the verb."""
    wording = grammar.wording(look.actions[ref])
    return tuple(span for span in wording.completion if not _opens(look, ref, wording, span))
