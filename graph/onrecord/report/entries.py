"""Lines of the chronology before they are put in order, and those of sentences that give a day or open an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Analysis, Place, Ref, Span
from onrecord.report import deeds, scenes, told_days
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line
from onrecord.report.part import Part
from onrecord.story import date_phrases, excerpts
from onrecord.word_patterns import word_pattern

SOME_DISPUTE = "disputed, see below"
_LEAD = 3
"""First sentences of an article, of which one that tells what somebody says tells what it is about."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the chronology before it is put in order."""

    day: str
    """ISO 8601 or TIMEX3; the year may be "XXXX". Empty if nothing is known."""
    how: str
    """What stands before the day: "for " if only planned for it, "reported " if it is that of the article."""
    line: Line
    """Without the numbers of its evidence."""
    refs: tuple[Ref, ...]
    """The reports of the deed that it tells."""
    places: tuple[Place, ...]
    """The sentences that the line quotes; none if it is a clause."""
    own: Place
    """The sentence that tells it."""

    @property
    def order(self) -> tuple[str, int]:
        """Where it is told."""
        return self.own.article, self.own.start


def lead(part: Part, article: str, day: str) -> str:
    """What stands before a line: its day, and the outlet of its article if one is given."""
    return " · ".join(filter(None, (day, part.sources.outlet(article) if article else "")))


def printed(day: str) -> str:
    """A day in words."""
    return date_phrases.in_words(day) if day else ""


def says_nothing(words: str) -> bool:
    """Whether a line tells that somebody would not comment or could not be reached: that is no deed."""
    return word_pattern("says_nothing").search(words) is not None


def of_days(part: Part) -> Iterator[Entry]:
    """Sentences that give a day, whatever they tell of it."""
    topics = deeds.known_words(part)
    for key in sorted(part.keys):
        for start, end in excerpts.units_of(part.look, key):
            given = told_days.day_within(part, Place(key, start, end))
            if given is None and told_days.gives_other_day(part, Place(key, start, end)):
                given = told_days.day_of_article(part, key)
            found = excerpts.excerpt(part.look, (key, start), topics) if given else None
            if given is None or found is None or "?" in found.words or says_nothing(found.words):
                continue
            places = tuple(Place(key, *span) for span in found.places)
            if scenes.is_scene(part, places[-1]) or scenes.is_after_others(part, places):
                continue
            support = SOME_DISPUTE if is_disputed(part, places) else ""
            before = lead(part, key, f"{given[1]}{printed(given[0])}")
            yield Entry(*given, Line(found.words, (), before, support), (), places, places[-1])


def of_leads(part: Part) -> Iterator[Entry]:
    """The sentence with which an article opens, if it tells what somebody did or said: that is what it is about."""
    topics = deeds.known_words(part)
    for key in sorted(part.keys):
        analysis = part.look.analyses[key]
        units = enumerate(excerpts.units_of(part.look, key))
        opening = next((span for place, span in units if _tells(analysis, span, deeds_alone=place >= _LEAD)), None)
        found = excerpts.excerpt(part.look, (key, opening[0]), topics) if opening else None
        if opening is None or found is None or says_nothing(found.words):
            continue
        places = tuple(Place(key, *span) for span in found.places)
        day, how = told_days.day_within(part, places[-1]) or told_days.day_of_article(part, key)
        support = SOME_DISPUTE if is_disputed(part, places) else ""
        line = Line(found.words, (), lead(part, key, f"{how}{printed(day)}"), support)
        yield Entry(day, how, line, (), places, places[-1])


def _tells(analysis: Analysis, span: Span, *, deeds_alone: bool) -> bool:
    """Whether a sentence tells of a deed on record or, unless of `deeds_alone`, of a statement."""
    done = (item for item in analysis.actions if item.recorded and item.within is None)
    starts = [item.trigger[0][0] for item in (done if deeds_alone else analysis.actions) if item.recorded]
    starts += [item.cue[0][0] for item in analysis.statements if item.recorded and item.cue and not deeds_alone]
    return any(span[0] <= start < span[1] for start in starts)


def is_disputed(part: Part, places: Sequence[Place]) -> bool:
    """Whether a sentence is one side of a dispute."""
    return any(
        place.article == one.article and place.start < one.end and one.start < place.end
        for found in concerned(part.story).disputes("", {one.article for one in places})
        for side in found.positions
        for place in side.places
        for one in places
    )
