"""The section on what articles of more than one origin agree on: deeds, and numbers of the same things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import Place
from onrecord.report import deeds
from onrecord.report.deeds import Deed
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import agreements, excerpts
from onrecord.story.figures import Figure

_AGREED = 12
"""Most lines on what several articles agree on, so that they fit on a page."""


def section(part: Part, told: Sequence[Deed]) -> Section:
    """Deeds that articles from more than one origin assert of the same people, without those that they dispute.

    Then the sentences with numbers that others give too. Nothing is said if none is found: what articles agree on in
    other words may not have been.
    """
    return Section("Agreed", (*_deeds(part, told), *_numbers(part))[:_AGREED])


def _deeds(part: Part, told: Sequence[Deed]) -> Iterator[Line]:
    several = (one.item for one in told if one.clause and one.item.asserted and len(part.origins(one.item)) > 1)
    for item in several:
        if part.names_one_doer(item) and not part.disputes(item):
            yield Line(item.label, part.cite(item.refs), support=deeds.support(part, item))


def _numbers(part: Part) -> Iterator[Line]:
    known = deeds.known_words(part)
    for group in agreements.agreed(part.story, part.look, part.keys):
        quoted = ((one, excerpts.excerpt(part.look, (one.place.article, one.start), known)) for one in group)
        one, found = next(((one, found) for one, found in quoted if found is not None), (None, None))
        if one is None or found is None:
            continue
        others = _others(part, one, group)
        places = [Place(one.place.article, *span) for span in found.places]
        cited = part.sources.at([*places, *(item.place for item in group if item.place.article != one.place.article)])
        support = f"{one.parts.printed} also in {', '.join(others)}"
        yield Line(found.words, cited, part.sources.outlet(one.place.article), support)


def _others(part: Part, one: Figure, group: Sequence[Figure]) -> list[str]:
    """The outlets of the other articles that give a number."""
    own = part.sources.outlet(one.place.article)
    outlets = dict.fromkeys(part.sources.outlet(item.place.article) for item in group)
    return [item for item in outlets if item != own]
