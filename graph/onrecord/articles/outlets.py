"""The outlet that the lines above an article name: after its authors, on a line of its own, or in the dateline."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.printed import printed_dates
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_LONGEST = 7
"""Most words in the name of an outlet: "The Halden and West Fjord Gazette"."""


def printed(lines: Sequence[str]) -> str | None:
    """The outlet in `lines`, those of authors, dates and places above an article; None if they name none.

    Whoever issued a release stands before the paper that the author writes for, and that before the agency of the
    dateline, whose text a paper may print.
    """
    flat = [" ".join(line.split()) for line in lines]
    return next(
        (name for find in (_issuer, _of_author, _alone, _agency) for line in flat if (name := find(line))), None
    )


def is_outlet(words: str) -> bool:
    """Whether `words` are a name and say that they are an outlet's: "The Halden Gazette", "Fjord FM"."""
    parts = words.casefold().split()
    if not 0 < len(parts) <= _LONGEST or not word_pattern("name_of_outlet").fullmatch(words):
        return False
    return is_agency(words) or not word_set("outlet_in_byline").isdisjoint(parts)


def is_agency(words: str) -> bool:
    """Whether `words` are an agency or broadcaster whose name does not say that it is an outlet."""
    return " ".join(words.casefold().split()) in word_set("agency")


def is_marked(words: str) -> bool:
    """Whether `words` are a name that no person has: "The Fjord", "Fjord24", "Quay & Crane", "FjordWatch"."""
    return len(words.split()) <= _LONGEST and bool(word_pattern("marked_outlet").fullmatch(words))


def _issuer(line: str) -> str | None:
    found = word_pattern("release").fullmatch(line)
    return found["issuer"] if found else None


def _of_author(line: str) -> str | None:
    """The outlet after "by", alone or after the authors; there a name that no person has counts as one."""
    by = word_pattern("by").match(line)
    parts = word_pattern("between_author_and_outlet").split(_undated(line[by.end() :])) if by else []
    outlet = next((part for part in parts if is_outlet(part)), None)
    return outlet or next((part for part in parts[1:] if is_marked(part)), None)


def _alone(line: str) -> str | None:
    """The outlet on a line of its own, or with the date behind it."""
    name = _undated(line)
    return name if is_outlet(name) or is_marked(name) else None


def _undated(line: str) -> str:
    """`line` up to the date in it."""
    dates = printed_dates(line)
    return word_pattern("aside_at_end").sub("", line[: dates[0][0]] if dates else line).strip(" ,|/·•–—:-")


def _agency(line: str) -> str | None:
    found = None if word_pattern("by").match(line) else word_pattern("agency_of_dateline").search(line)
    return found["agency"] if found else None
