"""The section on reliance: which article has what from which outlet or earlier article."""

from __future__ import annotations

from onrecord.counts import counted
from onrecord.model import Reliance
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part

_SHOWN = 3
"""Most sentences cited for one reliance: a copy would cite the whole article."""
_UNDATED = "; no date tells which was first"


def section(part: Part) -> Section:
    """Who relies on whom, one row for each article, what it relies on, and the way in which it does."""
    rows = []
    for item in part.story.reliances:
        if item.article in part.keys:
            own = Line(part.sources.outlet(item.article), part.sources.at(item.places[:_SHOWN]))
            rows.append((own, Line(item.on_label, ()), Line(_how(item), ())))
    columns = ("Article", "Rests on", "How")
    note = "" if rows else "No dependence found between these articles and other outlets."
    return Section("Who relies on whom", columns=columns if rows else (), rows=tuple(rows), note=note)


def _how(item: Reliance) -> str:
    """How an article relies on another, in words; sentences in common are only repeated if they are printed later."""
    if item.kind == "credit":
        return "credits it"
    if item.kind == "told":
        return "cites it"
    number = counted(len(item.places), "sentence")
    if item.kind == "quotation":
        quoted = f"has its quotation in {number}" if item.dated else f"has a quotation in common with it in {number}"
        return quoted + ("" if item.dated else _UNDATED)
    changed = "word for word" if item.exact else "with words changed or left out"
    whole = f" ({item.share:.0%} of its words)"
    if item.dated:
        return f"repeats {number} of it {changed}{whole}"
    return f"shares {number} with it {changed}{whole}{_UNDATED}"
