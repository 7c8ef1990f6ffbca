"""The first lines of a text where a headline stands below them, apart: the outlet, and what it says of itself.

Pages and pasted texts print the name of the outlet, or of the body that issues a release, over everything else, with
its motto, its place or the name of a section, and set the headline apart by an empty line. So a line there can be the
outlet though nothing in its words says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from onrecord import forenames
from onrecord.articles import columns, furniture, mastheads, openings, outlet_names, outlets
from onrecord.articles.first_person import speaks
from onrecord.model import Passage, PassageKind
from onrecord.word_patterns import word_pattern

_LINES, _WORDS = 3, 12
"""Most lines above the first empty one, and most words in each: a name, a motto and a day."""
_NAMED = ("outlet", "marked", "name", "release")
_PARTS = ("section", "role", "label")


def blocks(text: str, found: Sequence[tuple[int, int]]) -> list[int]:
    """The number of the block in which each unit [start, end) of `text` stands; empty lines are between blocks."""
    numbers: list[int] = []
    for at, (start, _) in enumerate(found):
        apart = bool(at) and text[found[at - 1][1] : start].count("\n") > 1
        numbers.append(numbers[-1] + apart if numbers else 0)
    return numbers


def mark(lines: Sequence[str], kinds: list[PassageKind], first: int, numbers: Sequence[int]) -> None:
    """Make the lines above the first empty one no headlines if one stands below it, before the body at `first`.

    The first of them is a byline if it names an outlet. Changes `kinds` in place.
    """
    top = [number for number in range(first) if not numbers[number]]
    if not 0 < len(top) <= _LINES or len(top) == len(lines) or not all(_is_short(lines[number]) for number in top):
        return
    issued = name(lines[0], lines[first:])
    below = [number for number in range(len(top), first) if _is_head(lines, kinds, number, numbers, first)]
    slugs = [number for number in top[1:] if issued and word_pattern("slug_of_agency").fullmatch(lines[number])]
    for number in slugs:
        if all(item.kind not in mastheads.DAYS for item in mastheads.cells(lines[number])):
            kinds[number] = "furniture"
    apart = bool(below) and (issued or all(item.kind in _PARTS for item in mastheads.cells(lines[0])))
    for number in top if apart else ():
        if kinds[number] in ("headline", "furniture"):
            kinds[number] = "byline" if issued and not number else "furniture"
    others = kinds[1:first].count("headline")
    if issued and (
        slugs or kinds[0] != "headline" or _speaks_for(issued, lines[first:]) or (others and _in_place(lines[0]))
    ):
        kinds[0] = "byline"


def mottos(lines: Sequence[str], numbers: Sequence[int], above: Collection[int]) -> range:
    """The lines right below a name on top of a text, in its block, if a line for its day follows further down."""
    end = next((at for at, number in enumerate(numbers) if number), 0)
    fits = 1 < end <= _LINES and all(_is_short(line) for line in lines[:end]) and max(above, default=0) >= end
    return range(1, end) if fits and outlet_names.is_name(lines[0]) else range(0)


def _is_short(line: str) -> bool:
    return line.count(" ") < _WORDS and all(item.kind != "authors" for item in mastheads.cells(line))


def _is_head(
    lines: Sequence[str], kinds: Sequence[PassageKind], number: int, numbers: Sequence[int], first: int
) -> bool:
    """Whether a line can be the headline: it stands apart from the body, and is no salutation."""
    return kinds[number] == "headline" and numbers[number] < numbers[first] and not lines[number].endswith(",")


def _in_place(line: str) -> bool:
    """Whether `line` is an outlet and where it is, "Fowey FM - Truro"; more words may be a headline."""
    outlet, *places = mastheads.cells(line)
    named = all(item.kind == "name" and " " not in item.text for item in places)
    return outlet.kind == "outlet" and bool(places) and named


def named(text: str, found: Sequence[Passage]) -> str | None:
    """The outlet on the first line of `text` if a headline stands apart below it; None if there is none."""
    if not found or found[0].kind != "byline":
        return None
    heads = [item for item in found if item.kind == "headline"]
    own = [text[item.start : item.end] for item in found if item.kind in ("body", "quote_block")]
    told = name(columns.joined(text[found[0].start : found[0].end]), own)
    if told is None or not own:
        return None
    end = heads[0].start if heads else len(text)
    apart = "\n\n" in "\n".join(line.strip() for line in text[found[0].end : end].split("\n"))
    told = _body_below(text, found, told) or told
    return told if apart or _speaks_for(told, own) else None


def _body_below(text: str, found: Sequence[Passage], told: str) -> str | None:
    """The body on a line below a state's: "Republic of Halden" with "Ministry of Ports"."""
    if not word_pattern("state_over_body").fullmatch(told):
        return None
    above = takewhile(lambda item: item.kind in ("byline", "furniture"), found[1:_LINES])
    lines = (" ".join(text[item.start : item.end].split()) for item in above)
    return next((line for line in lines if mastheads.is_body(line, ())), None)


def _speaks_for(name: str, body: Sequence[str]) -> bool:
    """Whether `body` has been written by the body `name`: it has the name, and the first person outside quotations."""
    first = name.split(maxsplit=1)[0].casefold()
    return sum(map(speaks, body)) > 1 and any(first in line.casefold().split() for line in body)


def _is_dateline(line: str) -> bool:
    """Whether `line` is a dateline or a slug; "Fowey Press (FP)" is neither."""
    dated = line.endswith(openings.DASHES) or any(map(str.isdigit, line))
    return (dated and openings.is_dateline(line)) or furniture.is_slug(line)


def name(line: str, body: Sequence[str]) -> str | None:
    """The outlet or body that `line`, over everything else in a text, names; None if it names none.

    A section, a place or a person is none, and neither are words that the article, `body`, has in small letters:
    "Harbour Wall" over a headline says what the article is about. Beside a day, the place of a dateline can stand.
    """
    if _is_dateline(line):
        return None
    if issued := mastheads.issuer(line):
        return issued[0]
    cells = mastheads.cells(line)
    told = cells[0].text if cells and cells[0].kind in _NAMED else ""
    if not outlet_names.is_name(told) or (cells[0].kind == "release" and mastheads.is_label_of_release(told)):
        return None
    if cells[0].kind != "name":
        return told
    if any(item.kind in mastheads.DAYS for item in cells) or forenames.is_forename(told):
        return None
    small = {word for text in body for word in text.split() if word.islower()}
    is_topic = small.issuperset(word.casefold() for word in told.split())
    return None if is_topic or outlets.is_place(told, (), body) else told
