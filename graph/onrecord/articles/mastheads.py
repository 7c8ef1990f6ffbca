"""Which of the lines above an article say who wrote it, for whom and when: those of which every cell is known.

A sentence has words that are none of these, so that no sentence becomes such a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles import columns
from onrecord.articles.masthead_cells import (
    DAYS,
    LONGEST_BODY,
    Cell,
    authors_in_places,
    cell,
    cells,
    days_in,
    is_section,
    issuer,
)
from onrecord.articles.outlet_names import is_agency, is_outlet
from onrecord.articles.printed import printed_dates
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

__all__ = [
    "DAYS", "Cell", "authors_in_places", "cells", "is_body", "is_label_of_release", "is_masthead", "is_name_of_issuer",
    "is_no_person", "is_outlet_line", "is_position", "is_section", "issuer",
]  # fmt: skip

_LONGEST, _WORDS = 200, 24
"""Most characters and words of a masthead: "By" with three names, an outlet and a day are half of it."""
_SENTENCE_END = re.compile(r"[a-z][.!?][\"'”’)]*$")


def is_position(line: str) -> bool:
    """Whether `line` is only somebody's position: "Harbour Correspondent"."""
    return 0 < len(line) <= _LONGEST and all(item.kind == "role" for item in cells(line))


def is_no_person(words: str) -> bool:
    """Whether `words` behind "By" are an outlet, a position or a desk, and nobody's name."""
    return is_outlet(words) or cell(words).kind in ("role", "section", "outlet", "release")


def is_masthead(line: str, body: Sequence[str], *, first: bool) -> bool:
    """Whether `line` only says who wrote an article, for whom and when, and names a day, authors or a release.

    On the `first` line of a text, "Report: Harbour Wall Unsafe", authors alone do not count, and "Statement by" a name
    only if it is that of a body (see `is_body`, with `body`).
    """
    line = columns.joined(line)
    if len(line) > _LONGEST or line.count(" ") >= _WORDS:
        return False
    found = cells(line)
    kinds = {item.kind for item in found}
    if issued := issuer(line):
        # "Statement by the Trust on the Wall" is a headline, and so is "Statement by Mayor Angers Town"
        told = not issued[1] or bool(printed_dates(line))
        doubtful = first or "release" not in kinds  # "Wall of Fowey - update" is one too
        return told and (not doubtful or is_body(issued[0], body))
    if "other" in kinds:
        # beside an outlet and a day, a cell may be anything: "Fowey TV, a report for members, 4 March 2014"
        some = "date" in kinds and not kinds.isdisjoint(("outlet", "release"))
        apart = columns.parts(line)
        some = some or (len(apart) > 1 and any(_is_day(column) for column in apart)) or _is_of_named(line)
        return some and not first and not _SENTENCE_END.search(line)
    told = not kinds.isdisjoint(("date", "release")) or ("day" in kinds and kinds <= {"day", "label"} and ":" in line)
    updated = not first and "section" in kinds and any(_is_timed(item) for item in found)
    return told or updated or (not first and ("day" in kinds or any(item.labelled for item in found)))


def _is_of_named(line: str) -> bool:
    """Whether a line has a name first, and a day that joints part from all else in it, of which nothing is long.

    "Correio do Halden, English page | Thursday, 4 March 2014" is no headline: "Wall to open by 4 March 2014" joins its
    day to a sentence.
    """
    flat = " ".join(line.split())
    days = days_in(flat)
    if not days or flat.count(" ") >= _SHORT or cells(line)[0].kind not in ("name", "marked", "outlet"):
        return False
    start, end = days[0]
    joint = word_pattern("joint_of_masthead")
    before, behind = flat[:start].rstrip(), flat[end:]
    apart = (
        not before
        or joint.fullmatch(f" {before[-1]} ")
        or word_pattern("label_of_masthead").fullmatch(before.rpartition(" ")[2])
    )
    return (
        bool(apart)
        and (not behind or joint.match(f"{behind} ") is not None)
        and all(item.text.count(" ") < _CELL for item in cells(line) if item.kind == "other")
    )


def _is_timed(cell: Cell) -> bool:
    """Whether a cell says at what time an article was changed: "updated 14:20"."""
    return cell.kind == "label" and any(map(str.isdigit, cell.text)) and any(map(str.isalpha, cell.text))


_SHORT = 16
"""Most words of a line with a name and a day of which the rest may be anything."""
_CELL = 4
"""Most words of a part of such a line that is none of what is known."""


def _is_day(column: str) -> bool:
    """Whether a column of a line is a day and nothing else."""
    return all(item.kind in ("date", "label") for item in cells(column)) and bool(days_in(column))


def is_outlet_line(line: str, *, beside: bool) -> bool:
    """Whether `line` is an outlet, with its desk if it names one; `beside` a masthead any name can be one.

    Elsewhere its first or last word has to say so: "Fowey Gazette Wins Prize" is a headline.
    """
    if len(line) > _LONGEST or line.endswith((".", "!", "?", ":")):
        return False
    found = cells(line)
    kinds = [item.kind for item in found]
    outlets, names = kinds.count("outlet"), sum(kind in ("outlet", "marked", "name") for kind in kinds)
    if any(kind not in ("outlet", "marked", "name", "role", "section", "label") for kind in kinds):
        return False
    if beside:
        # five words are a headline, unless they name a body
        short = all(item.kind != "name" or item.text.count(" ") < _CELL or is_body(item.text, ()) for item in found)
        return short and (names == 1 or outlets > 0 or len(found) <= 2)
    known = word_set("outlet_in_byline")
    words = [item.text.split() for item in found if item.kind == "outlet" and not item.labelled]
    return names == outlets > 0 and all(
        not known.isdisjoint((item[0].casefold(), item[-1].casefold()))
        or word_pattern("initials_of_outlet").fullmatch(item[0])
        or is_agency(" ".join(item))
        for item in words
    )


_PLACES = 2
"""Most places that a line names in which a release was issued: "Halden/Fowey"."""
_OF_LABEL = frozenset({"release", "date", "day", "label"})


def is_label_of_release(line: str) -> bool:
    """Whether `line` only says that a text is a release, and where and when: "Press service — Statement No. 3"."""
    flat = " ".join(line.split()).strip(" .:")
    label = word_pattern("before_terms").match(flat)
    first, rest = (label[0].rstrip(" :|–—,(-"), flat[label.end() :]) if label else (flat, "")
    if word_pattern("label_of_release").fullmatch(first) and (not rest or word_pattern("terms_of_release").match(rest)):
        return True
    found = cells(line)
    kinds = {item.kind for item in found}
    others = [item for item in found if item.kind not in _OF_LABEL]
    places = [item for item in others if item.kind == "name" and not is_body(item.text, ())]
    placed = len(others) == len(places) <= _PLACES and not kinds.isdisjoint(DAYS)
    return "release" in kinds and (not others or placed)


def is_name_of_issuer(line: str) -> bool:
    """Whether `line` can be the name of whoever issues a release, and says no more."""
    flat = " ".join(line.split())
    return len(flat.split()) <= LONGEST_BODY and bool(word_pattern("name_of_issuer").fullmatch(flat))


def is_body(line: str, body: Sequence[str]) -> bool:
    """Whether `line` is the name of a body that the article names too, or that says what it is by its noun."""
    flat = " ".join(line.split())
    if not is_name_of_issuer(flat):
        return False
    if any(flat in text for text in body):
        return True
    head = word_pattern("behind_head").sub("", flat).casefold().split()
    return bool(head) and not word_set("issuing_body").isdisjoint((head[-1], head[-1].rstrip(".")))
