"""The chronology of a report: what articles tell of deeds and of days, in order of time, each in the words of one.

A line is the sentence of an article under the name of its outlet or, if that cannot stand alone, a clause for the deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.counts import counted
from onrecord.days import is_weekday, whole_day
from onrecord.model import Analysis, Place, Ref, Span, StoryAction, StoryActor
from onrecord.month_names import month_numbers
from onrecord.report import deeds, scenes, told_days
from onrecord.report.by_article import concerned
from onrecord.report.deeds import Deed
from onrecord.report.lines import Line, Section
from onrecord.report.part import GENERIC, Part
from onrecord.story import clause_parts, date_phrases, excerpts
from onrecord.story.asserted import is_asserted
from onrecord.value_groups import THOUGHT_OF
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_DATED = 30
"""Lines of the chronology, and of what is told without any day."""
_ASIDE = 2
"""Words before a verb among which a relative pronoun makes it an aside: "who had founded"."""
_LEAD = 3
"""First sentences of an article, of which one that tells what somebody says tells what it is about."""
_SOME_DISPUTE = "disputed, see below"


@dataclass(frozen=True, slots=True)
class _Entry:
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


def sections(part: Part, told: Sequence[Deed]) -> Iterator[Section]:
    """What has a day, of its own or of its article, in order of time; what is set for a day; then what has no day.

    Beside days with a year one without has no place in their order.
    """
    found = _chosen([*_of_deeds(part, told), *_of_days(part), *_of_leads(part)])
    days = [item for item in found if item.day]
    years = [item for item in days if not item.day.startswith(told_days.NO_YEAR)]
    undated = sum(part.look.analyses[key].article.published is None for key in part.keys)
    dated = days if undated == len(part.keys) else years
    dated = sorted(dated, key=lambda item: (_sorted_by(item.day), item.how, item.order))
    others = sorted((item for item in found if item not in dated), key=lambda item: item.order)
    note = f"{counted(undated, 'article')} of {len(part.keys)} without a date of publication" if undated else ""
    done = [item for item in dated if item.how != told_days.AHEAD]
    ahead = [item for item in dated if item.how == told_days.AHEAD]
    yield Section("Chronology", tuple(_cited(part, item) for item in done), note=note)
    yield Section("Set for a day", tuple(_cited(part, item) for item in ahead))
    yield Section("Without a date, as told", tuple(_cited(part, item) for item in others))


def _cited(part: Part, item: _Entry) -> Line:
    """The line with the numbers of its evidence, which only lines that are shown have."""
    return replace(item.line, evidence=part.sources.quoting(part.here(item.refs), item.places))


def _chosen(entries: Sequence[_Entry]) -> list[_Entry]:
    """The most telling entries, those with days of their own first; no sentence is told twice."""
    entries = sorted(entries, key=lambda item: (not item.day, item.how == told_days.REPORTED, not item.places))
    found: list[_Entry] = []
    for item in entries:
        known = {place for other in found for place in other.places}
        room = sum(bool(other.day) == bool(item.day) for other in found) < _DATED
        if room and item.own not in known:
            found.append(item)
    longer = [(place, item) for item in found for place in item.places[:-1]]
    return [item for item in found if not any(place == item.own and not _is_apart(item, one) for place, one in longer)]


def _is_apart(item: _Entry, longer: _Entry) -> bool:
    """Whether a sentence that another line quotes before its own has a day of its own, and so its own line."""
    return bool(item.day) and item.how != told_days.REPORTED and item.day != longer.day


def _sorted_by(day: str) -> str:
    """A key of days for sorting; those without a year come last, in the order of the year."""
    return date_phrases.first_day(day.replace(told_days.NO_YEAR, _LAST_YEAR))


_LAST_YEAR = "9999-"


# ------------------------------------------------------------------ of deeds


def _of_deeds(part: Part, told: Sequence[Deed]) -> Iterator[_Entry]:
    for found in told:
        item = found.item
        ahead = deeds.is_ahead(part, item)
        day, how = _day(part, found)
        if ahead and (not day or how == told_days.REPORTED):
            continue
        telling = item.type not in GENERIC or deeds.names_several(part, item) or _is_somebodys(part, found)
        if (how or not day) and not telling:
            continue
        ref = item.chief or item.refs[0]
        if _says_nothing(found.words) or _is_said(part, ref, day, how):
            continue
        words = found.words if found.places or not day else deeds.without_day(part, item, day)
        disputed = _is_disputed(part, found.places) if found.places else part.disputes(item)
        support = "; ".join([*_told_by(part, found), *([_SOME_DISPUTE] if disputed else [])])
        yield _Entry(
            day,
            how,
            Line(words, (), _lead(part, ref.article if found.places else "", f"{how}{_printed(day)}"), support),
            item.refs,
            found.places,
            found.places[-1] if found.places else _sentence(part, ref),
        )


def _says_nothing(words: str) -> bool:
    """Whether a line tells that somebody would not comment or could not be reached: that is no deed."""
    return word_pattern("says_nothing").search(words) is not None


def _is_said(part: Part, ref: Ref, day: str, how: str) -> bool:
    """Whether a deed without a day of its own is only what somebody says: it stands under who said what."""
    return (not day or how == told_days.REPORTED) and part.look.actions[ref].within is not None


def _sentence(part: Part, ref: Ref) -> Place:
    """The sentence of a report, with those that share its quotation marks."""
    start = part.look.actions[ref].trigger[0][0]
    units = (one for one in excerpts.units_of(part.look, ref.article) if one[0] <= start < one[1])
    return Place(ref.article, *next(units, part.look.sentence(ref.article, start)))


def _is_somebodys(part: Part, found: Deed) -> bool:
    """Whether an article itself tells in a whole sentence what somebody named did or underwent."""
    ref = found.item.chief or found.item.refs[0]
    named = (thing for iri in part.roles(found.item) if isinstance(thing := part.look.things.get(iri), StoryActor))
    own = part.look.actions[ref].within is None
    return bool(found.places) and own and any(thing.named for thing in named)


def _told_by(part: Part, found: Deed) -> list[str]:
    """How many articles tell of a deed, unless only that one which the line names."""
    several = len({ref.article for ref in part.here(found.item.support or found.item.refs)}) > 1
    return [deeds.support(part, found.item)] if several or not found.places else []


def _lead(part: Part, article: str, day: str) -> str:
    return " · ".join(filter(None, (day, part.sources.outlet(article) if article else "")))


def _printed(day: str) -> str:
    return date_phrases.in_words(day) if day else ""


def _day(part: Part, found: Deed) -> tuple[str, str]:
    """The day of a deed and what stands before it; that of its report if the deed has none."""
    item = found.item
    ref = item.chief or item.refs[0]
    if found.places and _is_aside(part, ref):
        return told_days.day_of_article(part, ref.article)
    own = told_days.day_within(part, found.places[-1], years=True) if found.places else None
    given, ahead = _date(part, item)
    if own and own[1] != told_days.REPORTED and not ahead and not _says_day(part, ref):
        return own
    if given:
        return given, told_days.AHEAD if ahead or told_days.is_to_come(part, ref.article, given) else ""
    if partial := _yearless(part, found):
        return partial, ""
    if own:
        return own
    keys = [ref.article] if found.places else [one.article for one in item.refs]
    return min((told_days.day_of_article(part, key) for key in keys), key=lambda one: (not one[0], one))


def _is_aside(part: Part, ref: Ref) -> bool:
    """Whether a sentence on something else tells of a deed in a relative clause: "Lund, who founded it, left"."""
    before = clause_parts.before(part.look, ref.article, part.look.actions[ref].trigger[0][0], _ASIDE)
    return bool({*before} & word_set("means_a_person"))


def _date(part: Part, item: StoryAction) -> tuple[str | None, bool]:
    """The date of an action, and whether it is only ordered or planned for that day, as with a deadline."""
    ref = item.chief or item.refs[0]
    report = part.look.actions[ref]
    if item.dates and is_asserted(report):
        return report.date if report.date in item.dates else item.dates[0], False
    below = [part.look.actions[other].date for other in part.look.under.get(ref, ())]
    own = [*item.dates, report.date]
    found = next((value for value in (*own, *below) if value and value[:4].isdigit()), None)
    printed = part.look.analyses[ref.article].article.published
    over = found is not None and printed is not None and found < printed[: len(found)]
    return found, found is not None and (report.modality in THOUGHT_OF or (found not in own and not over))


def _yearless(part: Part, found: Deed) -> str:
    """The day without its year on which the report shown puts a deed, or its weekday as a day if that is known."""
    ref = found.item.chief or found.item.refs[0]
    report, analysis = part.look.actions[ref], part.look.analyses[ref.article]
    given = {(one.start, one.end): one.partial for one in analysis.dates if one.partial and not one.value}
    partial = given.get(report.date_span or (0, 0)) or ""
    if is_weekday(partial):
        return told_days.last_weekday(analysis.article.published, partial) if is_asserted(report) else ""
    place = Place(ref.article, *part.look.sentence(ref.article, report.trigger[0][0]))
    return told_days.with_year(part, place, partial)[0] if whole_day(partial) else ""


def _says_day(part: Part, ref: Ref) -> bool:
    """Whether the day of a report is printed as a day or month of its own, not as so long after another."""
    span = part.look.actions[ref].date_span
    words = part.look.words(ref.article, [span]).casefold() if span else ""
    names = {month.casefold() for month in month_numbers()}
    return any(map(str.isdigit, words)) or bool({*words.split()} & (word_set("relative_day") | names))


# ------------------------------------------------------------------ of days


def _of_days(part: Part) -> Iterator[_Entry]:
    """Sentences that give a day, whatever they tell of it."""
    topics = deeds.known_words(part)
    for key in sorted(part.keys):
        for start, end in excerpts.units_of(part.look, key):
            given = told_days.day_within(part, Place(key, start, end))
            if given is None and told_days.gives_other_day(part, Place(key, start, end)):
                given = told_days.day_of_article(part, key)
            found = excerpts.excerpt(part.look, (key, start), topics) if given else None
            if given is None or found is None or "?" in found.words or _says_nothing(found.words):
                continue
            places = tuple(Place(key, *span) for span in found.places)
            if scenes.is_scene(part, places[-1]) or scenes.is_after_others(part, places):
                continue
            support = _SOME_DISPUTE if _is_disputed(part, places) else ""
            lead = _lead(part, key, f"{given[1]}{_printed(given[0])}")
            yield _Entry(*given, Line(found.words, (), lead, support), (), places, places[-1])


def _of_leads(part: Part) -> Iterator[_Entry]:
    """The sentence with which an article opens, if it tells what somebody did or said: that is what it is about."""
    topics = deeds.known_words(part)
    for key in sorted(part.keys):
        analysis = part.look.analyses[key]
        units = enumerate(excerpts.units_of(part.look, key))
        lead = next((span for place, span in units if _tells(analysis, span, deeds_alone=place >= _LEAD)), None)
        found = excerpts.excerpt(part.look, (key, lead[0]), topics) if lead else None
        if lead is None or found is None or _says_nothing(found.words):
            continue
        places = tuple(Place(key, *span) for span in found.places)
        day, how = told_days.day_within(part, places[-1]) or told_days.day_of_article(part, key)
        support = _SOME_DISPUTE if _is_disputed(part, places) else ""
        line = Line(found.words, (), _lead(part, key, f"{how}{_printed(day)}"), support)
        yield _Entry(day, how, line, (), places, places[-1])


def _tells(analysis: Analysis, span: Span, *, deeds_alone: bool) -> bool:
    """Whether a sentence tells of a deed on record or, unless of `deeds_alone`, of a statement."""
    done = (item for item in analysis.actions if item.recorded and item.within is None)
    starts = [item.trigger[0][0] for item in (done if deeds_alone else analysis.actions) if item.recorded]
    starts += [item.cue[0][0] for item in analysis.statements if item.recorded and item.cue and not deeds_alone]
    return any(span[0] <= start < span[1] for start in starts)


def _is_disputed(part: Part, places: Sequence[Place]) -> bool:
    """Whether a sentence is one side of a dispute."""
    return any(
        place.article == one.article and place.start < one.end and one.start < place.end
        for found in concerned(part.story).disputes("", {one.article for one in places})
        for side in found.positions
        for place in side.places
        for one in places
    )
