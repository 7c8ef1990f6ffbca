"""A common noun that an article has named in full before: "the market" that was "the Norland market" at first."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.story.word_places import before
from onrecord.word_sets import word_set

_BARE = re.compile(r"\bthe ([a-z]+)(?: ([a-z]+))?$")
"""A definite noun at the end of a phrase, perhaps with an adverb of degree behind it."""
_FULL = re.compile(r"\b[Tt]he ((?:[A-Z][\w.’'-]*\s+)+)$")
"""A name or nationality at the end of the words before a noun."""
_NEAR = 4
"""Words before a noun among which its name stands."""


def named_in_full(text: str, span: Span, words: str) -> str:
    """`words`, those of `span`, with the name or nationality that the article first had before their last noun.

    Only if every earlier mention of the noun had the same one or was itself "the" and the noun: a label stands alone,
    and its reader has not read the sentences before.
    """
    found = _BARE.search(words)
    if found is None or (found[2] is not None and found[2] not in word_set("whole_or_part")):
        return words
    noun = found[1]
    earlier = list(before(text, noun, span[0], _NEAR))
    full = [_FULL.search(item) for item in earlier]
    names = {item[1] for item in full if item is not None}
    plain = all(item.casefold().endswith("the ") for item, name in zip(earlier, full, strict=True) if name is None)
    return f"{words[: found.start(1)]}{names.pop()}{words[found.start(1) :]}" if len(names) == 1 and plain else words
