"""Whether words are set in title case, "Council Votes to Close Old Ferry Landing": decided once, for all stages.

A capital tells nothing there: it makes no name, begins no sentence and is not the text's own spelling of a word.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.weights import weights_of

_NUMBERS = weights_of("layout")
LONG = int(_NUMBERS["title.long"])
"""Letters of the words that are looked at."""
FEWEST = int(_NUMBERS["title.fewest"])
"""Such words of a line that may be one in title case."""
_SHARE = _NUMBERS["title.share"]


def is_title_case(words: Iterable[str], fewest: int = FEWEST) -> bool:
    """Whether the longer ones among `words`, at least `fewest`, have capitals but for a few."""
    longer = [word for word in words if len(word) >= LONG and word[0].isalpha()]
    raised = sum(word[0].isupper() for word in longer)
    return len(longer) >= fewest and raised >= _SHARE * len(longer)
