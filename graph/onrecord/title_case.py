"""Words in title case, "Council Votes to Close Old Ferry Landing", or all in capitals: decided here, for all stages.

A capital means nothing there: it marks neither a name nor the start of a sentence nor a word's usual spelling.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.weights import weights_of
from onrecord.word_sets import word_set

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


def is_shouted(name: str) -> bool:
    """Whether a name of several words is all in capitals, as in a headline: "OLA LUND"."""
    return name.isupper() and " " in name and all(len(word) > 2 for word in name.split())


def unshouted(name: str) -> str:
    """A person's name in capitals as it is usually spelt: "OLA O'DEA" is "Ola O'Dea", "LUND'S YEAR" "Lund's Year"."""
    endings = word_set("possessive_ending")
    return " ".join(
        f"{word[:-2].title()}{word[-2:].casefold()}" if word[-2:].casefold() in endings else word.title()
        for word in name.split()
    )
