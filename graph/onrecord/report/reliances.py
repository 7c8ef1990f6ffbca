"""The sections on reliance: which article has what from which outlet or earlier article, and what several print."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.counts import counted
from onrecord.model import Reliance
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story.reliances import by_article

_SHOWN = 3
"""Most sentences cited for one reliance: a copy would cite the whole article."""


def sections(part: Part) -> Iterator[Section]:
    """Who relies on whom, one row for each article, what it relies on and how; then what two articles both print.

    A quotation that two print shows no reliance: both may have it from whoever said it. Nor do sentences in common show
    who had them first, if an article has no date.
    """
    here = by_article(part.story).of(part.keys)
    rests = [
        item for item in here if item.kind in ("credit", "told") or (item.kind in ("passage", "copy") and item.dated)
    ]
    rows = tuple(_row(part, item) for item in rests)
    note = "" if rows else "No dependence found between these articles and other outlets."
    columns = ("Article", "Rests on", "How")
    yield Section("Who relies on whom", columns=columns if rows else (), rows=rows, note=note)
    rows = tuple(_row(part, item) for item in here if item not in rests)
    if rows:
        yield Section("Printed by both", columns=("Article", "The other", "What both print"), rows=rows)


def _row(part: Part, item: Reliance) -> tuple[Line, ...]:
    own = Line(part.sources.outlet(item.article), part.sources.at(item.places[:_SHOWN]))
    return own, Line(item.on_label, ()), Line(_how(item), ())


def _how(item: Reliance) -> str:
    """How an article relies on another, or what both print, in words."""
    if item.kind == "credit":
        return "credits it"
    if item.kind == "told":
        return "cites it"
    number = counted(len(item.places), "sentence")
    if item.kind == "quotation":
        return f"a quotation in {number}; each may have it from whoever said it"
    changed = "word for word" if item.exact else "with words changed or left out"
    whole = f" ({item.share:.0%} of its words)"
    if item.dated:
        return f"repeats {number} of it {changed}{whole}"
    return f"{number} {changed}{whole}; no date tells which was first"
