"""Lines above an article that hold nothing but names: of whoever wrote it, or of the places it comes from.

They have neither a day nor a label, so that only what stands around them and what is known of the names tells them from
a headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import forenames
from onrecord.articles import mastheads, outlet_names, outlets
from onrecord.word_patterns import word_pattern

_LONGEST = 120
"""Most characters of such a line."""
_NAME = range(2, 4)
"""Words in the name of a person."""
_HEADLINE = 4
"""Fewest words of a headline below which a line of names is not one too."""


def among(lines: Sequence[str], top: int) -> set[int]:
    """The numbers of those of the first `top` lines that only name authors or places, below a headline.

    Lines that are too long for that are those of the article.
    """
    found: set[int] = set()
    heads = [line.count(" ") + 1 >= _HEADLINE for line in lines[:top]]
    body = [line for line in lines if len(line) > _LONGEST]
    signed = any(word_pattern("by").match(line) for line in lines[:top])
    for number, line in enumerate(lines[:top]):
        over = any(heads[:number]) and not signed
        alone = authors(line, lines[number + 1 : number + 2], signs=is_signed(lines[:number]))
        names = (alone or reporting(line) or in_place(line, body)) if over else ()
        told = any(name in text for name in names for text in body)  # a subhead has who the article is about
        if (names and not told) or (number and is_places(line)):
            found.add(number)
    return found


def is_signed(above: Sequence[str]) -> bool:
    """Whether the lines `above` say that a text is one of those that have an author: an opinion, a column."""
    cells = [item for line in above for item in _cells(line)]
    return any(item.kind == "section" and word_pattern("kind_of_piece").match(item.text) for item in cells)


def authors(line: str, below: Sequence[str] = (), *, signs: bool = False) -> tuple[str, ...]:
    """The authors if `line` is nothing but their names: known ones, or above somebody's position in `below`.

    If the text `signs` its author (see `is_signed`), any name counts.
    """
    cells = _cells(line)
    if word_pattern("by").match(line) or len(cells) != 1 or cells[0].kind != "name" or line.endswith(outlets.DATELINE):
        return ()
    names = tuple(word_pattern("between_authors").split(cells[0].text))
    sure = signs or all(map(forenames.is_forename, names)) or any(map(mastheads.is_position, below))
    return names if sure and all(map(_is_person, names)) else ()


def reporting(line: str) -> tuple[str, ...]:
    """The authors if `line` names them with the places from which they report: "Jane Roe in Fowey"."""
    found = mastheads.authors_in_places(" ".join(line.split())) if len(line) <= _LONGEST else ()
    return found if found and all(map(_is_person, found)) else ()


def in_place(line: str, body: Sequence[str]) -> tuple[str, ...]:
    """The author if `line` is a name and a place that `body` tells of: "Jane Roe, Fowey"."""
    cells = _cells(line)
    if [item.kind for item in cells] != ["name", "name"] or line.endswith(outlets.DATELINE):
        return ()
    name, place = (item.text for item in cells)
    told = " " not in place and outlets.is_place(place, (), body)
    return (name,) if told and _is_person(name) and not any(name in text for text in body) else ()


def _cells(line: str) -> tuple[mastheads.Cell, ...]:
    return mastheads.cells(line) if len(line) <= _LONGEST else ()


def _is_person(name: str) -> bool:
    return len(name.split()) in _NAME and not (outlet_names.is_outlet(name) or mastheads.is_body(name, ()))


def is_places(line: str) -> bool:
    """Whether `line` only names places, the last of each a country or capital: "Kingston, Jamaica / Lima, Peru"."""
    if len(line) > _LONGEST:
        return False
    groups = [part.strip() for part in word_pattern("between_places").split(line)]
    return all(
        outlet_names.is_name(names[0]) and outlets.is_known_place(names[-1]) and len(names) <= len(_NAME)
        for names in (group.split(", ") for group in groups)
    )
