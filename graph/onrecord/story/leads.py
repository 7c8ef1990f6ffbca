"""The lead of an article: the sentence with which its text begins, written to be understood alone.

By the custom of news writing ("inverted pyramid"; see Pöttker, "News and its communicative quality", Journalism Studies
4:4, 2003) it tells the chief event to readers who know nothing of it yet, so that it needs no name that they know. It
may speak of "a police driver" and "the crew of a tuna boat" whom the text names further down.
"""

from __future__ import annotations

from onrecord.model import Ref, Span
from onrecord.story import content_words, excerpts
from onrecord.story.index import Index, once_an_index

_FEWEST = 10
"""Fewest words of a sentence that tells who did what."""


@once_an_index
def lead(look: Index, article: str) -> excerpts.Excerpt | None:
    """The lead of an article as a line quotes it, if it makes one: not a question, nor what points to another text.

    Nor a sentence that opens a tale ("It was raining when he came home"), which its pronouns show.
    """
    first = next(iter(excerpts.units_of(look, article)), None)
    if first is None or len(look.words(article, (first,)).split()) < _FEWEST:
        return None
    found = excerpts.excerpt(look, (article, first[0]), frozenset())
    if found is None or found.places[0] != first:
        return None
    words = found.words.strip("“”")
    return None if words.endswith("?") or content_words.is_open(words) else found


def stands_in_lead(look: Index, ref: Ref, span: Span) -> bool:
    """Whether the characters of `span` stand in a lead that makes a line."""
    found = lead(look, ref.article)
    return found is not None and any(start <= span[0] < end for start, end in found.places)
