"""The section in which accounts of one matter stand side by side that may not agree, without being called disputed."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Juxtaposition, Place
from onrecord.report import deeds
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import excerpts


def section(part: Part) -> Section:
    """Each pair of accounts in a row, called by the noun that both count or by words that both share."""
    known = deeds.known_words(part)
    found = [item for item in concerned(part.story).side_by_side.of(part.keys) if _is_here(part, item)]
    rows = tuple(
        (Line(item.label, ()), *(_account(part, side, known) for side in item.sides))
        for item in sorted(found, key=lambda one: (one.label, one.iri))
    )
    return Section("Accounts side by side", (), ("About", "One account", "Another") if rows else (), rows)


def _is_here(part: Part, item: Juxtaposition) -> bool:
    """Whether a pair is of this story: the accounts of one may stand in two."""
    return item.sides[0][0].article in part.keys


def _account(part: Part, side: Sequence[Place], known: frozenset[str]) -> Line:
    """The sentences of one side under the name of their outlet."""
    article, first, last = side[0].article, side[0].start, side[-1].start
    found = excerpts.spoken(part.look, (article, (first, last)), known)
    if found is not None:
        cited = part.sources.quoting((), [Place(article, *span) for span in found.places])
        return Line(found.words, cited, part.sources.outlet(article))
    words = part.look.words(article, [(side[0].start, side[-1].end)])
    quoted = words if words[:1] in '“"' and words[-1:] in '”"' else f"“{words}”"
    return Line(quoted, part.sources.quoting((), side), part.sources.outlet(article))
