"""The section on what articles of more than one origin agree on: deeds, and numbers of the same things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from onrecord.model import Place
from onrecord.report import deeds
from onrecord.report.deeds import Deed
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import agreements, excerpts

_AGREED = 12
"""Most lines on what several articles agree on, so that they fit on a page."""


def section(part: Part, told: Sequence[Deed]) -> Section:
    """Deeds that articles from more than one origin assert of the same people, without those that they dispute.

    Then, side by side, sentences of two origins that tell the same in like words, and those that give the same number
    of the same things. Nothing is said if none is found: what articles agree on in other words may not have been.
    """
    lines = tuple(_deeds(part, told))[:_AGREED]
    rows = tuple(_told_alike(part))[:_AGREED]
    return Section("Agreed", lines, ("One account", "Another") if rows else (), rows)


def _deeds(part: Part, told: Sequence[Deed]) -> Iterator[Line]:
    several = (one.item for one in told if one.clause and one.item.asserted and len(part.origins(one.item)) > 1)
    for item in several:
        if part.names_one_doer(item) and not part.disputes(item):
            yield Line(item.label, part.cite(item.refs), support=deeds.support(part, item))


def _told_alike(part: Part) -> Iterator[tuple[Line, Line]]:
    """Sentences of two origins that tell the same, side by side: so that a reader sees what both say."""
    known = deeds.known_words(part)
    told: set[Place] = set()
    for one, two in (*agreements.told_alike(part.story, part.look, part.keys), *_numbers(part)):
        lines = [_quoted(part, place, known) for place in (one, two)]
        if told.isdisjoint((one, two)) and lines[0] is not None and lines[1] is not None:
            told |= {one, two}
            yield lines[0], lines[1]


def _numbers(part: Part) -> Iterator[tuple[Place, Place]]:
    """The first two sentences of different articles that give the same number of the same things, of two origins."""
    for group in agreements.agreed(part.story, part.look, part.keys):
        pairs = combinations((item.place for item in group), 2)
        across = ((one, two) for one, two in pairs if one.article != two.article)
        yield from islice((pair for pair in across if agreements.are_of_two(part.story, part.look, *pair)), 1)


def _quoted(part: Part, place: Place, known: frozenset[str]) -> Line | None:
    """The sentence at `place` under the name of its outlet."""
    found = excerpts.spoken(part.look, (place.article, (place.start, place.start)), known)
    if found is None:
        return None
    cited = part.sources.quoting((), [Place(place.article, *span) for span in found.places])
    return Line(found.words, cited, part.sources.outlet(place.article))
