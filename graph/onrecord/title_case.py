"""Whether words are in title case, "Council Votes to Close Old Ferry Landing": decided here, for all stages.

A capital means nothing there: it marks neither a name nor the start of a sentence nor a word's usual spelling.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.weights import weights_of

_NUMBERS = weights_of("layout")
LONG = int(_NUMBERS["title.long"])
"""Fewest letters in a word that is considered."""
FEWEST = int(_NUMBERS["title.fewest"])
"""Fewest words of that length in a line before it can count as title case."""
_SHARE = _NUMBERS["title.share"]


def is_title_case(words: Iterable[str], fewest: int = FEWEST) -> bool:
    """Whether there are at least `fewest` longer words in `words` and nearly all of them are capitalized."""
    longer = [word for word in words if len(word) >= LONG and word[0].isalpha()]
    raised = sum(word[0].isupper() for word in longer)
    return len(longer) >= fewest and raised >= _SHARE * len(longer)
