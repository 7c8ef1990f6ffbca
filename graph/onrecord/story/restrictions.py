"""Of whom a share is one: the phrase that opens a sentence ("Among miners alone, ...") and which a label needs."""

from __future__ import annotations

from onrecord.model import Ref, Spans, Wording
from onrecord.story import clause_parts as grammar
from onrecord.story.index import Index
from onrecord.story.wording import words as reworded
from onrecord.word_sets import word_set


def restriction(look: Index, ref: Ref, wording: Wording) -> str:
    """The phrase before the subject that says of whom a share is one, as it reads behind the verb."""
    spans = tuple(span for span in wording.completion if _opens(look, ref, wording, span))
    words = reworded(look, ref.article, spans)
    return f"{words[:1].lower()}{words[1:]}"


def _opens(look: Index, ref: Ref, wording: Wording, span: tuple[int, int]) -> bool:
    """Whether a span of the completion is such a phrase: before subject and verb, with its preposition."""
    first = min((start for start, _ in (*wording.subject, *wording.group)), default=0)
    return span[1] <= first and look.words(ref.article, (span,)).split()[0].casefold() in word_set("restricts_share")


def completing(look: Index, ref: Ref) -> Spans:
    """What completes the verb behind it."""
    wording = grammar.wording(look.actions[ref])
    return tuple(span for span in wording.completion if not _opens(look, ref, wording, span))
