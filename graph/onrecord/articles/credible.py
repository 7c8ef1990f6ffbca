"""Whether a printed date can be the article's date of publication, judged by what the article says.

Pages are generated again and again: a date or copyright year next to an article may be that of the last visit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.printed import printed_dates
from onrecord.word_patterns import word_pattern

_SHOWN = 60
"""Most characters of a sentence that a note on a date quotes: "will be opened on 3 May 2016"."""
_YEAR = re.compile(r"(?<![\d$£€#.,/-])(19[5-9]\d|20\d\d)(?!\d|[,.]\d|s\b)")


def latest_year(texts: Sequence[str]) -> int | None:
    """The latest year mentioned in the article's own sentences; None if there is none."""
    years = [int(match.group(1)) for text in texts for match in _YEAR.finditer(text)]
    return max(years, default=None)


def still_to_come(texts: Sequence[str]) -> tuple[str, str] | None:
    """The latest full date that the article puts in the future, with the words around it; None if there is none.

    Also None if a later year is mentioned: then the article looks back.
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
    """Offset at which the sentence around `position` begins, approximately."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"‘])", text[:position])]
    inner = [end for end in ends if not re.search(r"\b[A-Z][a-z]{0,3}\.\s+$", text[:end])]
    return inner[-1] if inner else 0


def fault(date: str, texts: Sequence[str]) -> str | None:
    """Why `date` (ISO) cannot be the date of publication of the article with the sentences `texts`, or None."""
    ahead = still_to_come(texts)
    if ahead and len(date) >= len("2015-07") and date[:7] > ahead[0][:7]:
        return f"the article speaks of {ahead[0]} as still to come ({ahead[1].strip()!r}), so it is older"
    return None
