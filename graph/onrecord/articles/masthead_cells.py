"""The lines above an article cut into cells: a day with or without its year, an outlet, authors, a position, a desk.

"The Halden Gazette | 4 March 2014 | Jane Roe" has three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from onrecord.articles import columns, furniture
from onrecord.articles.outlet_names import is_marked, is_name, is_outlet
from onrecord.articles.printed import printed_dates
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

CellKind = Literal["date", "day", "authors", "outlet", "marked", "name", "role", "section", "release", "label", "other"]
DAYS = ("date", "day")
"""Kinds of cells that are days, with and without their year."""
_TWO = 2
"""Words of a name, the last of which can be a kind of work too: "Digital Media Reporter"."""
LONGEST_BODY = 12
"""Most words in the name of whoever issues a release: "Ministry of Fisheries of the Republic of Halden"."""
_FIGURES = re.compile(r"(?<![\d/.-])\d\d?([/.-])\d\d?\1(?:(?:19|20)\d\d|\d\d)(?![\d/-])")
"""A day in figures of which the day or the month may stand first."""
_JOINT = " | "
"""What stands for a day once it is taken out of its line."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words without labels, what it is, and whether it stands behind the day of its line."""

    text: str
    kind: CellKind
    behind_day: bool = False
    labelled: bool = False
    """Whether its label says what it is ("Source:", "By")."""


def is_section(line: str) -> bool:
    """Whether `line` is the name of a section as pages print it: "World Politics"."""
    found = furniture.entry(line, "early")
    return found is not None and found.id == "section"


def authors_in_places(words: str) -> tuple[str, ...]:
    """The names in `words` if these are authors with the places from which they report, and nothing else."""
    found = list(word_pattern("authors_in_places").finditer(words))
    return tuple(item["author"] for item in found) if sum(len(item[0]) for item in found) == len(words) else ()


@lru_cache(maxsize=64)
def cells(line: str) -> tuple[Cell, ...]:
    """The cells of `line`, which stands above an article, in their order; days are cells of their own."""
    flat = " ".join(columns.joined(line).split())
    if by := word_pattern("by").match(flat):
        first, *others = _of_author(flat[by.end() :])
        return first, *others
    if path := _path(flat):
        return path
    found: list[Cell] = []
    at = 0
    for start, end in days_in(flat):
        found += [cell(part, behind=bool(at)) for part in _parts(flat[at:start])]
        found.append(Cell(flat[start:end], "date"))
        at = end
    return _described([*found, *(cell(part, behind=bool(at)) for part in _parts(flat[at:]))])


def _path(flat: str) -> tuple[Cell, ...]:
    """The cells of "Fowey News > Harbour", where a page says in which part of it the article stands."""
    outlet, *parts = word_pattern("joint_of_path").split(flat)
    if not parts or not is_name(outlet) or not all(map(is_name, parts)):
        return ()
    return cell(outlet), *(Cell(part, "section") for part in parts)


def _described(found: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells, of which one that says what kind or part of an outlet it is makes the name before it an outlet's."""
    made: list[Cell] = []
    genre = len(found) == _TWO and found[0].kind == "section" and word_pattern("kind_of_piece").fullmatch(found[0].text)
    if genre and found[1].kind == "name" and found[1].text.count(" ") in (1, _TWO):
        return found[0], replace(found[1], labelled=True)  # "Opinion | Jane Roe"
    for item in found:
        told = any(word_pattern(name).fullmatch(item.text) for name in ("kind_of_outlet", "edition_of_outlet"))
        if item.kind in ("other", "section") and made and told:
            if made[-1].kind in ("name", "marked"):
                made[-1] = replace(made[-1], kind="outlet", labelled=True)
            item = replace(item, kind="label")  # noqa: PLW2901
        made.append(item)
    return tuple(made)


def issuer(line: str) -> tuple[str, str] | None:
    """Who issued a release by `line`, and what the line says that it is about; None if it is not the line of one."""
    flat = " ".join(columns.joined(line).split())
    flat = flat[: days[0][0]].rstrip(" ,|–—-") if (days := days_in(flat)) else flat
    for name in ("release", "issuer_and_label", "issued_by"):
        found = word_pattern(name).fullmatch(flat)
        if found and _is_issuer(found["issuer"]):
            return found["issuer"], found.groupdict().get("topic") or ""
    return None


def _is_issuer(words: str) -> bool:
    named = len(words.split()) <= LONGEST_BODY and word_pattern("name_of_issuer").fullmatch(words)
    return bool(named) and not word_pattern("label_of_release").fullmatch(words)


def _of_author(rest: str) -> list[Cell]:
    """The cells behind "By": the first is the authors' if a name stands there."""
    rest = word_pattern("filed_under").sub("", rest)
    days = days_in(rest)
    flat = _JOINT.join(rest[low:high] for low, high in _gaps(rest, days)).strip()
    parts = [cell(part) for part in _parts(flat, "between_author_and_outlet")]
    if not parts or parts[0].kind == "other" or not parts[0].text[:1].isupper():
        return [Cell(rest, "other")]
    first = Cell(parts[0].text, "authors" if parts[0].kind == "name" else parts[0].kind, labelled=True)
    return [first, *parts[1:], *(Cell(rest[low:high], "date") for low, high in days)]


def _gaps(text: str, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in taken for edge in span), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _parts(text: str, joint: str = "joint_of_masthead") -> list[str]:
    """The pieces of `text` between joints; one within brackets is without them."""
    found: list[str] = []
    for item in word_pattern(joint).split(text):
        part = item.strip(" ,|/·•–—-:")
        if part.count("(") != part.count(")") or (part[:1], part[-1:]) in (("(", ")"), ("[", "]")):
            part = part.strip(" ()[]")  # "(4 March 2014)" is cut between its brackets
        if part:
            found.append(part)
    return found


def days_in(flat: str) -> list[tuple[int, int]]:
    """The days in `flat` with the label, weekday and time around them."""
    found: list[tuple[int, int]] = []
    figures = [(item.start(), item.end(), "") for item in _FIGURES.finditer(flat)]
    printed = printed_dates(flat)
    more = [item for item in figures if not any(low < item[1] and item[0] < high for low, high, _ in printed)]
    for start, end, _ in sorted([*printed, *more]):
        low = found[-1][1] if found else 0
        before = word_pattern("before_stamp").search(flat, low, start)
        after = word_pattern("after_stamp").match(flat, end)
        found.append((before.start() if before else start, after.end() if after else end))
    return found


def cell(text: str, *, behind: bool = False) -> Cell:
    """The cell that one part of a line is."""
    if told := _labelled(text, behind=behind):
        return told
    if kind := _kind_by_words(text):
        return Cell(text, kind, behind)
    if by := word_pattern("by_within_line").match(text):
        return Cell(text[by.end() :], "name" if _is_names(text[by.end() :]) else "other", behind, labelled=True)
    described = _with_kind(text)
    bare = described or word_pattern("aside_at_end").sub("", text)
    if part := word_pattern("part_at_outlet").search(bare):
        name = bare[: part.start()].strip()
        if is_outlet(name) or is_marked(name):
            return Cell(name, "outlet", behind)
        return Cell(text, "section" if not name or is_name(name) else "other", behind)
    return Cell(bare, "outlet" if described else _kind_of_name(bare), behind, labelled=bool(described))


def _labelled(text: str, *, behind: bool) -> Cell | None:
    """The cell of an outlet or author whose label, verb or position says that it is one."""
    label = word_pattern("label_of_outlet").match(text)
    name = word_pattern("before_day").sub("", text[label.end() :]) if label else ""
    body = label is not None and ":" in label[0] and word_pattern("name_of_issuer").fullmatch(name)
    if name and (body or is_name(name)):
        return Cell(name, "outlet", behind, labelled=True)
    if desk := word_pattern("desk_at_outlet").fullmatch(text):
        return Cell(desk["outlet"], "outlet", behind)
    if found := word_pattern("author_and_verb").fullmatch(text):
        return Cell(found["author"], "name", behind, labelled=True)
    return Cell(name, "outlet", behind) if (name := _before_position(text)) else None


def _before_position(text: str) -> str:
    """The outlet before somebody's position there, "Coast Press Agency Harbour Correspondent"; empty if none is."""
    words = text.split()
    for at in range(len(words) - 1, 1, -1):
        name, rest = " ".join(words[:at]), " ".join(words[at:])
        sure = words[at - 1].casefold() not in word_set("no_outlet_alone") or at > _TWO or words[0].isupper()
        if sure and is_outlet(name) and word_set("outlet_in_byline").issuperset((words[at - 1].casefold(),)):
            return name if word_pattern("position_at_outlet").fullmatch(rest) else ""
    return ""


def _with_kind(text: str) -> str:
    """The name behind which the kind of outlet stands, "Fjord Dispatch (newsletter)"; empty if none does."""
    words = text.split()
    for at in range(1, len(words)):
        name, rest = " ".join(words[:at]), " ".join(words[at:]).strip("()")
        if is_name(name) and word_pattern("kind_behind_name").fullmatch(rest):
            return name
    return ""


def _kind_by_words(text: str) -> CellKind | None:
    if word_pattern("day_without_year").fullmatch(text):
        return "day"
    if word_pattern("label_of_masthead").fullmatch(text):
        return "label"
    if word_pattern("label_of_release").fullmatch(text) or issuer(text):
        return "release"
    if word_pattern("position_at_outlet").fullmatch(text):
        return "role"
    return "section" if word_pattern("section_alone").fullmatch(text) or is_section(text) else None


def _kind_of_name(text: str) -> CellKind:
    if is_outlet(text):
        return "outlet"
    if is_marked(text):
        return "marked"
    return "name" if authors_in_places(text) or is_name(text) or _is_names(text) else "other"


def _is_names(text: str) -> bool:
    return all(map(is_name, word_pattern("between_authors").split(text)))
