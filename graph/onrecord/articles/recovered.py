"""Recovers title, authors, publisher and date of publication from the lines around a plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from msgspec import structs

from onrecord.articles import bylines, columns, credible, day_order, mastheads, outlet_names, outlets, top_block
from onrecord.articles.layout import passages
from onrecord.articles.printed import printed_dates
from onrecord.figure_orders import in_either_order
from onrecord.model import Article, DateBasis, Passage
from onrecord.value_groups import OWN
from onrecord.word_patterns import word_pattern

_MONTH = len("2015-07")
_SHOWN = 120
"""Most characters of a line that a note repeats."""


def recover(article: Article) -> Article:
    """`article` with missing metadata filled in from its text; existing metadata are unchanged.

    The date of publication is taken from the lines around the article if the article does not contradict it;
    `published_note` says which line gave it, or why a date in those lines is not used.
    """
    found = passages(article)
    text = article.text
    published, basis, note = article.published, article.published_basis, article.published_note
    if published is None:
        published, basis, told = _published(text, found)
        note = "; ".join(item for item in (note, told) if item) or None
    authors = article.authors or bylines.authors(
        _lines(text, found, "byline"), _lines(text, found, "furniture"), _lines(text, found, *OWN)
    )
    return structs.replace(
        article,
        title=article.title or _title(text, found),
        authors=authors,
        publisher=article.publisher or _publisher(text, found, authors),
        published=published,
        published_basis=basis,
        published_note=note,
    )


def _lines(text: str, found: Iterable[Passage], *kinds: str) -> list[str]:
    return [columns.joined(text[item.start : item.end]) for item in found if item.kind in kinds]


def _title(text: str, found: Iterable[Passage]) -> str | None:
    """The headline before the body; None if the only headline stands alone or inside the body."""
    before: list[Passage] = []
    for item in found:
        if item.kind in ("body", "quote_block"):
            title = next((columns.joined(text[head.start : head.end]) for head in before), None)
            return title and word_pattern("label_of_headline").sub("", _without_outlet(title)[0])
        if item.kind == "headline":
            before.append(item)
    return None


def _without_outlet(title: str) -> tuple[str, str | None]:
    """A headline and the outlet that stands behind it as in the title of a page, "Wall falls | Fowey Post"."""
    joints = list(word_pattern("outlet_behind_title").finditer(title))
    if joints and outlet_names.is_outlet(title[joints[-1].end() :]):
        return title[: joints[-1].start()], title[joints[-1].end() :]
    return title, None


def _publisher(text: str, found: tuple[Passage, ...], authors: tuple[str, ...]) -> str | None:
    """The owner in a copyright line, the outlet in the lines above or below, or the one that asked for comment."""
    if owner := _owner(_lines(text, found, "furniture", "byline")) or top_block.named(text, found):
        return owner
    above = list(takewhile(lambda item: item.kind != "body", found))
    around = _lines(text, above, "furniture")
    first = columns.joined(text[found[0].start : found[0].end]) if found else ""
    alone = [
        line
        for line in around
        if outlet_names.is_agency(line) or (line == first and mastheads.is_outlet_line(line, beside=False))
    ]
    heads, own = _lines(text, above, "headline"), _lines(text, found, *OWN)
    about = _lines(text, found[len(above) :], "headline", "furniture")
    if told := outlets.printed([*_lines(text, found, "byline"), *alone], heads, own, authors, about):
        return outlets.of_house(told, own)
    if heads and (outlet := _without_outlet(heads[0])[1]):
        return outlet
    beside = (line for line in (*heads[1:], *around) if mastheads.is_outlet_line(line, beside=False))
    if outlet := outlets.printed([*beside]):
        return outlet
    below = _below(own, _lines(text, found[len(above) :], "byline", "furniture"), _lines(text, found, "body"))
    return below or outlets.speaking(heads, own, authors)


def _owner(lines: Iterable[str]) -> str | None:
    """Who holds the copyright by one of `lines`."""
    for line in lines:
        sign = word_pattern("copyright").search(line)
        owner = word_pattern("owner_of_copyright").match(line, sign.end()) if sign else None
        if owner and (name := word_pattern("after_owner").sub("", owner.group("owner")).strip(" ,.")):
            return name
    return None


def _below(own: Sequence[str], behind: Iterable[str], body: Sequence[str]) -> str | None:
    """The outlet that signs the last of the `own` paragraphs, is credited `behind` them, or asked for comment."""
    told = next((name for line in own[-1:] if (name := outlets.signed(line))), None)
    told = told or next((name for line in behind if (name := outlets.credited(line))), None)
    waits = (word_pattern("outlet_waits").search(line) for line in reversed(body))
    return told or next((item["outlet"] for item in waits if item), None)


def _published(text: str, found: tuple[Passage, ...]) -> tuple[str | None, DateBasis, str | None]:
    """Date, basis and note, from the lines around the article."""
    own = _lines(text, found, "body", "quote_block", "caption", "headline")
    refused = []
    heads = _lines(text, found, "headline")
    dated = [item for item in heads if word_pattern("updated").search(item) or mastheads.is_label_of_release(item)]
    lines = sorted(
        [*_lines(text, found, "byline"), *dated], key=lambda line: bool(word_pattern("updated").search(line))
    )
    lines += [line for line in _lines(text, found, "furniture") if word_pattern("credit_of_outlet").match(line)]
    for line in lines:
        for start, end, date in printed_dates(line):
            if fault := credible.fault(date, own):
                refused.append(f"{line[start:end]!r} beside the article is not its date: {fault}")
            else:
                date = date[:_MONTH] if word_pattern("week_ending").search(line, 0, start) else date  # noqa: PLW2901
                return date, "text", f"printed beside the article: {columns.shown(line)[:_SHOWN]!r}"
    for line in () if refused else lines:
        if (told := day_order.told(line, [text])) and not credible.fault(told[0], own):
            return told[0], "text", f"printed beside the article: {columns.shown(line)[:_SHOWN]!r}; {told[1]}"
    refused += [f"{columns.shown(line)[:_SHOWN]!r} {_TWO_ORDERS}" for line in lines if in_either_order(line)]
    if refused:
        return None, "unknown", "; ".join(refused)
    return None, "unknown", _copyright_note(text, found, own)


_TWO_ORDERS = "beside the article is not used: nothing tells whether the day or the month stands first"


def _copyright_note(text: str, found: tuple[Passage, ...], own: list[str]) -> str | None:
    """Why the year of a copyright line is not used as the article's: it belongs to the page and changes with it."""
    for line in _lines(text, found, "furniture"):
        sign = word_pattern("copyright").search(line)
        if sign and sign.group("year"):
            latest = credible.latest_year(own)
            said = f"the latest year the article itself names is {latest}" if latest else "the article names no year"
            year = sign.group("year")
            return f"{year} in the copyright line is the year of the page, not credible as the article's: {said}"
    return None
