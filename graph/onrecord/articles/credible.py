"""Whether a printed date can be the day an article was published, by what the article itself says.

Pages are printed anew: a date or a copyright year beside an article may be the day somebody looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.printed import printed_dates
from onrecord.word_patterns import word_pattern

_SHOWN = 60
"""Characters of a sentence that a note on a date quotes: "will be opened on 3 May 2016"."""
_YEAR = re.compile(r"(?<![\d$£€#.,/-])(19[5-9]\d|20\d\d)(?!\d|[,.]\d|s\b)")


def latest_year(texts: Sequence[str]) -> int | None:
    """The latest year that the article's own sentences name."""
    years = [int(match.group(1)) for text in texts for match in _YEAR.finditer(text)]
    return max(years, default=None)


def still_to_come(texts: Sequence[str]) -> tuple[str, str] | None:
    """The latest full date the article speaks of as ahead, with the words around it; None if there is none.

    Only if no later year is named: who looks back from afar names what came after.
    """
    latest = latest_year(texts)
    found = []
    for text in texts:
        for start, end, date in printed_dates(text):
            sentence = text[_sentence_start(text, start) : end]
            if (
                word_pattern("looks_ahead").search(sentence)
                and not word_pattern("looked_ahead").search(sentence)
                and int(date[:4]) == latest
            ):
                found.append((date, sentence[-_SHOWN:].partition(" ")[2] if len(sentence) > _SHOWN else sentence))
    return max(found, default=None)


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence around `position` begins, near enough."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"‘])", text[:position])]
    inner = [end for end in ends if not re.search(r"\b[A-Z][a-z]{0,3}\.\s+$", text[:end])]
    return inner[-1] if inner else 0


def fault(date: str, texts: Sequence[str]) -> str | None:
    """Why `date` (ISO) cannot be when the article with the sentences `texts` was published, or None."""
    ahead = still_to_come(texts)
    if ahead and len(date) >= len("2015-07") and date[:7] > ahead[0][:7]:
        return f"the article speaks of {ahead[0]} as still to come ({ahead[1].strip()!r}), so it is older"
    return None
