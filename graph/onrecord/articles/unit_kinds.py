"""Classifies each unit of a text as headline, byline, body, caption or furniture.

First by its words (`furniture`), then by position and shape: the body runs from the first to the last unit that reads
like a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles import furniture, mastheads, name_lines, openings, outlet_names, outlets, top_block
from onrecord.articles.edges import LIST_ITEM, body_edges
from onrecord.articles.first_person import speaks
from onrecord.model import PassageKind
from onrecord.punctuation import MAY_OPEN
from onrecord.title_case import is_title_case
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]»]*$")
_ENDS = re.compile(r"[.!?…:–—][\"'”’)\]»]*$")
_LEADS_IN = re.compile(r"(?:[:–—]|--)$")
_OPENING = tuple(MAY_OPEN)
_QUOTES = "\"'”’"
_PARTICIPLE = re.compile(r"\b[a-z]{2,}ing\b")
_WORDS = re.compile(r"\b[^\W\d_]+")
_LETTERS = re.compile(r"[^\W_]+")
_ENDING = 60
"""Characters at the end of a paragraph that are searched for the agency behind it."""
_SENTENCE = 4
"""Fewest words of a sentence or headline: "Norby closed its pier"; a caption has one more."""
_SHORT = 14
"""A line that does not end like a sentence is a paragraph only if it has more words than this."""
_HEADS = 2
"""Most lines above a line of authors at the top of a text: a headline and the line under it."""
_IMPRINT = 2
"""Lines at the end of a text that can say where and when it was printed."""
_TOP = 12
"""Mastheads are searched for in this many units at the top."""
_NEAR = 12
"""The headline is searched for in this many units before the body."""
_STANDFIRST = 8
"""A line between headline and body that has more words than this belongs to the body."""


def kinds(lines: list[str], title: str, blocks: Sequence[int] = ()) -> list[PassageKind]:
    """The kind of each unit; `lines` holds the text of the units in order, `blocks` the block that each stands in."""
    above = _mastheads(lines)
    heads = _above_byline(lines, above)
    asking = [number for number in range(min(_TOP, len(lines) - 1)) if _asks_above_byline(lines, number)]
    mottos = top_block.mottos(lines, blocks, above)
    told = [
        number >= heads
        and number not in above
        and _is_paragraph(line)
        and not _same(line, title)
        and number not in asking
        and number not in mottos
        for number, line in enumerate(lines)
    ]
    first, last = body_edges(lines, told)
    found: list[PassageKind] = []
    for number, line in enumerate(lines):
        if number < first and number in above:
            found.append("byline")
        elif number < first:
            head = number < heads or number in asking
            found.append(_by_words(line, "early") or "headline" if head else _above(line, title))
        elif number > last:
            imprint = number >= len(lines) - _IMPRINT and mastheads.is_masthead(line, lines[:number], first=True)
            found.append("byline" if imprint else _by_words(line, "end") or "furniture")
        else:
            found.append(_by_words(line, "anywhere") or _inside(line, number == first))
    _name_issuer(lines, found, first)
    if blocks:
        top_block.mark(lines, found, first, blocks)
    _name_outlets(lines, found, first)
    _headlines(lines, found, first, title, heads)
    _quote_blocks(lines, found)
    return found


def _mastheads(lines: list[str]) -> frozenset[int]:
    """The lines at the top that say who wrote the text, for whom and when: none behind the first that says more."""
    found = []
    for number, line in enumerate(lines[:_TOP]):
        below = number - 1 in found
        if mastheads.is_masthead(line, lines[number + 1 :], first=not number) or (
            below and mastheads.is_position(line)
        ):
            found.append(number)
        elif _is_paragraph(line) and number > _HEADS:
            break
    else:
        number = min(_TOP, len(lines))
    return frozenset({*found, *name_lines.among(lines, number)})


def _above_byline(lines: list[str], above: frozenset[int]) -> int:
    """How many lines at the top are headlines because a line of authors or a date follows, however long they are."""
    for number, line in enumerate(lines[: _HEADS + 1]):
        if number in above or openings.is_dateline(line) or furniture.is_byline(line) or _opens_text(lines, number):
            return number
        if line.endswith("."):
            return 0
    return 0


def _opens_text(lines: Sequence[str], number: int) -> bool:
    """Whether the second line of a text begins with a dateline, so that the first is its headline."""
    return number == 1 and _is_paragraph(lines[1]) and bool(openings.end(lines[1], first=True))


def _asks_above_byline(lines: Sequence[str], number: int) -> bool:
    """Whether a line at the top is a headline that asks or calls, by the line of authors right below it."""
    line, below = lines[number], lines[number + 1]
    asks = line.rstrip(_QUOTES).endswith(("?", "!")) and line.count(" ") < _SHORT
    return asks and furniture.is_byline(below) and bool(word_pattern("by").match(below))


def _name_issuer(lines: list[str], kinds: list[PassageKind], first: int) -> None:
    """Mark who issued a release, on a line of its own beside one that says that it is one. Changes `kinds` in place.

    If nothing else is a headline, the line that says so is: "Official communication".
    """
    body = [line for line, kind in zip(lines, kinds, strict=True) if kind == "body"]
    if first > 1 and word_pattern("release_on_topic").fullmatch(lines[1]) and mastheads.is_name_of_issuer(lines[0]):
        kinds[0], kinds[1] = "byline", "headline"
        return
    for number in range(first):
        alone = mastheads.is_label_of_release(lines[number])
        if kinds[number] != "byline" or not (alone or mastheads.issuer(lines[number])):
            continue
        beside = [at for at in (number - 1, number + 1) if 0 <= at < first and kinds[at] == "headline"]
        beside += [at for at in range(number) if kinds[at] == "headline"][:1]  # its address can stand between
        named = next((at for at in beside if mastheads.is_body(lines[at], body)), None)
        if named is not None and alone:
            kinds[named] = "byline"
        if "headline" not in kinds[:first]:
            kinds[number] = "headline"
        return


def _name_outlets(lines: list[str], kinds: list[PassageKind], first: int) -> None:
    """Mark outlets on a line of their own beside authors or a day, above the headline too. Changes `kinds` in place.

    Above a headline it is one if its name says so, and the first line if the article names it too; the last headline
    that is left stays one.
    """
    for number in range(first):
        left = kinds[:first].count("headline")
        beside = [kinds[at] for at in (number - 1, number + 1) if 0 <= at < first]
        if kinds[number] == "headline" and left > 1 and ("byline" in beside or not number):
            below = "headline" in kinds[:number]
            issues = not number and "byline" in beside and any(lines[number] in line for line in lines[first:])
            issues = issues or (not number and _heads(lines, first))
            if issues or mastheads.is_outlet_line(lines[number], beside=below):
                kinds[number] = "byline"


def _heads(lines: list[str], first: int) -> bool:
    """Whether the first line is whoever publishes the text: initials, a ministry, or a name that the text uses so."""
    line = lines[0]
    cells = mastheads.cells(line)
    name = cells[0].text if cells and cells[0].kind in ("outlet", "marked", "name") else line
    return (
        bool(word_pattern("initials_of_outlet").fullmatch(line))
        or outlet_names.is_desk(line)
        or (bool(word_pattern("ministry").match(line)) and mastheads.is_body(line, ()))
        or (outlet_names.is_name(name) and outlets.calls_itself(name, lines[first:]))
    )


def _above(line: str, title: str) -> PassageKind:
    """The kind of a unit above the body; a sentence there is page furniture, or the body would begin with it."""
    if _same(line, title):
        return "headline"
    is_none = _is_paragraph(line) or outlet_names.is_motto(line)
    return _by_words(line, "early") or ("furniture" if is_none else "headline")


def _by_words(line: str, place: furniture.Where) -> PassageKind | None:
    if place == "early" and openings.is_dateline(line):
        return "byline"
    found = furniture.entry(line, place)
    return found.kind if found else None


def _is_paragraph(line: str) -> bool:
    """Whether a unit reads like article text: it ends like a sentence, or is too long for anything else."""
    if line.endswith((")", "]")):
        end = word_pattern("agency_behind_sentence").search(line, max(0, len(line) - _ENDING))
        line = line[: end.start()] if end else line
    words = line.count(" ") + 1
    firm = words <= _SHORT and line.isupper() and line.rsplit(maxsplit=1)[-1].casefold() in word_set("designator")
    if firm or (words >= _SENTENCE and not line.endswith(".") and is_title_case(_WORDS.findall(line))):
        return False
    return words > _SHORT or (words >= _SENTENCE and bool(_SENTENCE_END.search(line[-6:])))


def _same(line: str, title: str) -> bool:
    """Whether a line is the title, ignoring punctuation."""
    return bool(title) and _LETTERS.findall(line.lower()) == _LETTERS.findall(title.lower())


def _inside(line: str, is_first: bool) -> PassageKind:  # noqa: FBT001  # one flag, private
    if is_first or _is_paragraph(line) or line.startswith(_OPENING) or _ENDS.search(line):
        return "body"
    if line.count(" ") + 1 > _SENTENCE and _PARTICIPLE.search(line) and not is_title_case(_WORDS.findall(line)):
        return "caption"
    if " " not in line:
        return "furniture"
    return "body" if LIST_ITEM.match(line) else "headline"


def _headlines(lines: list[str], kinds: list[PassageKind], first: int, title: str, over: int) -> None:
    """Mark the headline among the lines before the body; short lines above it are furniture, long ones below it text.

    The first `over` lines stand above a line of authors. Changes `kinds` in place.
    """
    heads = [number for number in range(min(first, len(lines))) if kinds[number] == "headline"]
    near = [number for number in heads if number >= first - _NEAR]
    named = (number for number in heads if _same(lines[number], title) or number < over)
    long = (number for number in near if lines[number].count(" ") + 1 >= _SENTENCE)
    best = next(named, next(long, near[0] if near else first))
    for number in heads:
        if number > best and _is_outlet(lines[number], kinds[number - 1], kinds[number + 1]):
            kinds[number] = "byline"
            continue
        if number < best or (number > best and lines[number].count(" ") + 1 < _SENTENCE):
            kinds[number] = "furniture"
        elif number > best and lines[number].count(" ") >= _STANDFIRST:
            kinds[number] = "body"


def _is_outlet(line: str, *beside: PassageKind) -> bool:
    return mastheads.is_outlet_line(line, beside="byline" in beside)


def _quote_blocks(lines: list[str], kinds: list[PassageKind]) -> None:
    """Mark paragraphs after a colon or dash without quotation marks: quotations set off by layout alone.

    The block continues as long as its paragraphs are in the first person outside quotation marks.
    """
    inside = voice = False
    for number in range(1, len(lines)):
        if kinds[number] != "body":
            continue
        line = lines[number]
        if kinds[number - 1] == "body" and _LEADS_IN.search(lines[number - 1]):
            inside = not line.startswith(_OPENING) and not LIST_ITEM.match(line)
            voice = speaks(line)
        else:
            inside = inside and voice and speaks(line)
        if inside:
            kinds[number] = "quote_block"
