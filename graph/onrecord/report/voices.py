"""The section on voice: the words with which several outlets introduce one statement.

How many words of whom an outlet prints is not counted here: the count is that of the speakers who were found, and a
reader would take it for that of all. The question `words-by-outlet` gives the sentences counted.
"""

from __future__ import annotations

from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story.asserted import QUOTED

_STATEMENTS = 12
"""Most statements whose verbs are compared, so that the table fits on a page."""


def section(part: Part) -> Section:
    """The cues with which several outlets introduce one statement, as the question `verbs-chosen` finds them."""
    found = []
    for item in part.statements():
        printed = ((ref, part.look.statements[ref]) for ref in part.here(item.refs))
        refs = [ref for ref, said in printed if said.cue and said.shown != QUOTED]
        if len({part.sources.outlet(ref.article) for ref in refs}) > 1:
            found.append((-len({ref.article for ref in refs}), item.iri, item.label, refs))
    rows = []
    for *_, label, refs in sorted(found)[:_STATEMENTS]:
        for ref in refs:
            verb = part.look.words(ref.article, part.look.statements[ref].cue)
            told = Line(part.sources.outlet(ref.article), part.sources.cite([ref]))
            rows.append((Line(label, ()), told, Line(f"“{verb}”", ())))
    columns = ("Statement", "Outlet", "Introduced by")
    return Section("One statement, by outlet", columns=columns if rows else (), rows=tuple(rows))
