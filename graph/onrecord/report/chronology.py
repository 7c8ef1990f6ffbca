"""The chronology of a report: what articles tell of deeds and of days, in order of time, each in the words of one.

A line is the sentence of an article under the name of its outlet or, if that cannot stand alone, a clause for the deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.counts import counted
from onrecord.days import is_weekday, whole_day
from onrecord.model import Place, Ref, StoryAction, StoryActor, TimeExpression
from onrecord.month_names import month_numbers
from onrecord.report import deeds, entries, other_days, repeats, scenes, told_days
from onrecord.report.deeds import Deed
from onrecord.report.entries import SOME_DISPUTE, Entry
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


def sections(part: Part, told: Sequence[Deed]) -> Iterator[Section]:
    """What has a day, of its own or of its article, in order of time; what is set for a day; then what has no day.

    Beside days with a year one without has no place in their order.
    """
    made = [
        item
        for item in (*_of_deeds(part, told), *entries.of_days(part), *entries.of_leads(part))
        if _is_clear(part, item)
    ]
    made = [item for item in made if not _is_given_up(part, item)]
    found = _chosen(repeats.without_copies(part, made, lambda item: item.places))
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


def _is_clear(part: Part, item: Entry) -> bool:
    """Whether the words of a line are no words of its writer on themselves, and say of whom they speak.

    Of a year alone one sentence tells: which of several is of that year a reader does not see.
    """
    if item.places and (scenes.is_of_writer(item.line.words) or scenes.is_loose(part, item.places, item.line.words)):
        return False
    if len(item.places) == 1 and scenes.points_back(item.line.words):
        return False
    return len(item.places) < _SEVERAL or not (len(item.day) == _YEAR and item.day.isdigit())


def _is_given_up(part: Part, item: Entry) -> bool:
    """Whether a line tells that something is set for a day, of which a later article says that it no longer is."""
    told = part.look.analyses[item.own.article].article.published or ""
    return (
        item.how == told_days.AHEAD
        and item.day in other_days.given_up(part)
        and (told <= other_days.given_up(part)[item.day])
    )


_SEVERAL = 2
"""Fewest sentences of a line of which not each can be of a year alone."""
_YEAR = len("2015")


def _cited(part: Part, item: Entry) -> Line:
    """The line with the numbers of its evidence, which only lines that are shown have."""
    return replace(item.line, evidence=part.sources.quoting(part.here(item.refs), item.places))


def _chosen(made: Sequence[Entry]) -> list[Entry]:
    """The most telling entries, those with days of their own first; no sentence is told twice."""
    made = sorted(made, key=lambda item: (not item.day, item.how == told_days.REPORTED, not item.places))
    found: list[Entry] = []
    for item in made:
        known = {place for other in found for place in other.places}
        room = sum(bool(other.day) == bool(item.day) for other in found) < _DATED
        if room and item.own not in known:
            found.append(item)
    longer = [(place, item) for item in found for place in item.places[:-1]]
    return [item for item in found if not any(place == item.own and not _is_apart(item, one) for place, one in longer)]


def _is_apart(item: Entry, longer: Entry) -> bool:
    """Whether a sentence that another line quotes before its own has a day of its own, and so its own line."""
    return bool(item.day) and item.how != told_days.REPORTED and item.day != longer.day


def _sorted_by(day: str) -> str:
    """A key of days for sorting; those without a year come last, in the order of the year."""
    return date_phrases.first_day(day.replace(told_days.NO_YEAR, _LAST_YEAR))


_LAST_YEAR = "9999-"


# ------------------------------------------------------------------ of deeds


def _of_deeds(part: Part, told: Sequence[Deed]) -> Iterator[Entry]:
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
        if entries.says_nothing(found.words) or _is_said(part, ref, day, how) or _is_before(part, found):
            continue
        words = found.words if found.places or not day else deeds.without_day(part, item, day)
        disputed = entries.is_disputed(part, found.places) if found.places else part.disputes(item)
        support = "; ".join([*_told_by(part, found), *([SOME_DISPUTE] if disputed else [])])
        yield Entry(
            day,
            how,
            Line(words, (), entries.lead(part, _only(part, found), f"{how}{entries.printed(day)}"), support),
            item.refs,
            found.places,
            found.places[-1] if found.places else _sentence(part, ref),
        )


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


def _is_before(part: Part, found: Deed) -> bool:
    """Whether a deed only tells since when something is so, or, as a clause, what somebody says had been done before.

    "Lund, who has worked there since the mill opened"; "it had been offered to him", as he recounts.
    """
    ref = found.item.chief or found.item.refs[0]
    if found.places:
        before = clause_parts.before(part.look, ref.article, part.look.actions[ref].trigger[0][0], _CLAUSE)
        return bool({*before} & word_set("day_of_beginning"))
    group = clause_parts.wording(part.look.actions[ref]).group
    words = part.look.words(ref.article, group).casefold().split()
    return bool({*words[:1]} & word_set("past_of_have"))


_CLAUSE = 4
"""Words before a verb among which "since" stands."""


def _only(part: Part, found: Deed) -> str:
    """The article that a line quotes, or the only one that tells a deed; empty if several do."""
    articles = {ref.article for ref in part.here(found.item.support or found.item.refs)}
    ref = found.item.chief or found.item.refs[0]
    return ref.article if found.places or len(articles) == 1 else ""


def _told_by(part: Part, found: Deed) -> list[str]:
    """How many articles tell of a deed, unless only that one which the line names."""
    several = len({ref.article for ref in part.here(found.item.support or found.item.refs)}) > 1
    return [deeds.support(part, found.item)] if several else []


def _day(part: Part, found: Deed) -> tuple[str, str]:
    """The day of a deed and what stands before it; that of its report if the deed has none."""
    item = found.item
    ref = item.chief or item.refs[0]
    first = told_days.first_day(part, found.places[-1], years=True) if found.places else None
    own = first[1] if first else None
    if found.places and _is_aside(part, ref):
        return told_days.day_of_article(part, ref.article)
    given, ahead = _date(part, item)
    if found.places and given and _is_of_another_clause(part, ref, first[0] if first else None):
        given, ahead = None, False
    elif own and own[1] != told_days.REPORTED and not ahead and not _says_day(part, ref):
        return own
    if given:
        return given, told_days.AHEAD if ahead or told_days.is_to_come(part, ref.article, given) else ""
    partial = _yearless(part, found)
    if partial[0] or own:
        return partial if partial[0] else own or ("", "")
    keys = [ref.article] if found.places else [one.article for one in item.refs]
    return min((told_days.day_of_article(part, key) for key in keys), key=lambda one: (not one[0], one))


def _is_of_another_clause(part: Part, ref: Ref, first: TimeExpression | None) -> bool:
    """Whether the day of a deed is not that of the whole sentence, whose day `first` gives, if one does.

    It is that of a side clause, or of one joined to what the sentence tells first: "sold in 2019, and shut in 2022".
    """
    report = part.look.actions[ref]
    times = {(one.start, one.end): one for one in part.look.analyses[ref.article].dates}
    item = times.get(report.date_span or (0, 0))
    if item is None or item == first:
        return False
    if other_days.is_not_of_sentence(part, ref.article, item):
        return True
    start = report.trigger[0][0]
    between = part.look.text(ref.article)[first.end : start] if first is not None and first.end < start else ""
    return word_pattern("joins_clause").search(between) is not None


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


def _yearless(part: Part, found: Deed) -> tuple[str, str]:
    """The day without its year on which the report shown puts a deed, or its weekday as a day if that is known."""
    ref = found.item.chief or found.item.refs[0]
    report, analysis = part.look.actions[ref], part.look.analyses[ref.article]
    given = {(one.start, one.end): one.partial for one in analysis.dates if one.partial and not one.value}
    partial = given.get(report.date_span or (0, 0)) or ""
    if is_weekday(partial):
        return told_days.last_weekday(analysis.article.published, partial) if is_asserted(report) else "", ""
    start, _ = report.date_span or (0, 0)
    place = Place(ref.article, part.look.sentence(ref.article, report.trigger[0][0])[0], start)
    return told_days.with_year(part, place, partial) if whole_day(partial) else ("", "")


def _says_day(part: Part, ref: Ref) -> bool:
    """Whether the day of a report is printed as a day or month of its own, not as so long after another."""
    span = part.look.actions[ref].date_span
    words = part.look.words(ref.article, [span]).casefold() if span else ""
    names = {month.casefold() for month in month_numbers()}
    return any(map(str.isdigit, words)) or bool({*words.split()} & (word_set("relative_day") | names))
