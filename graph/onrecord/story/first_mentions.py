"""A common noun that an article has named in full before: "the market" that was "the Norland market" at first."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.word_sets import word_set

_BARE = re.compile(r"\bthe ([a-z]+)(?: ([a-z]+))?$")
"""A definite noun at the end of a phrase, perhaps with an adverb of degree behind it."""


def named_in_full(text: str, span: Span, words: str) -> str:
    """`words`, those of `span`, with the name or nationality that the article first had before their last noun.

    Only if every earlier mention of the noun had the same one or was itself "the" and the noun: a label stands alone,
    and its reader has not read the sentences before.
    """
    found = _BARE.search(words)
    if found is None or (found[2] is not None and found[2] not in word_set("whole_or_part")):
        return words
    noun = found[1]
    before = re.findall(rf"((?:\S+\s+){{0,4}}){noun}\b", text[: span[0]])
    full = [re.search(r"\b[Tt]he ((?:[A-Z][\w.’'-]*\s+)+)$", item) for item in before]
    names = {item[1] for item in full if item is not None}
    plain = all(item.casefold().endswith("the ") for item, name in zip(before, full, strict=True) if name is None)
    return f"{words[: found.start(1)]}{names.pop()}{words[found.start(1) :]}" if len(names) == 1 and plain else words
