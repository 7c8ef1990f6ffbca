"""The days that sentences give, for the chronology: with their year where it is known, and whether still to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from onrecord.days import days_between, is_end_of_week, is_weekday, printed_day, whole_day
from onrecord.model import Place, TimeExpression
from onrecord.report import other_days
from onrecord.report.part import Part
from onrecord.story import bracketed, clause_parts
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_LONG = frozenset({"DURATION", "SET"})
_DAY = len("2015-07-20")
_MONTH = len("2015-07")
_YEAR = len("2015")
_NEAR = int(weights_of("matters")["yearless.days"])
_AROUND = 12
"""Last words before a day that say whether it is to come."""
_RANGE = 3
"""Words before a day among which stands "between", of which it is the end."""
_HALF = 183
"""Most days after publication of a day without a year: the same day of the year before is nearer."""
_NEXT = 2
"""Most days after publication of a day on which something was added to an article."""
NO_YEAR = "XXXX-"
"""The year of a day whose year is not known, as TIMEX3 writes it."""
REPORTED = "reported "
"""What stands before a day that is only that of an article."""
AHEAD = "for "
"""What stands before a day that was still to come."""


def day_within(part: Part, place: Place, *, years: bool = False) -> tuple[str, str] | None:
    """The first day or month that a sentence gives outside quotation marks, and AHEAD if it was still to come.

    A year that is all that it gives counts if `years`. A weekday that may be any is told by the day of the report.
    """
    found = first_day(part, place, years=years)
    return found[1] if found else None


def first_day(part: Part, place: Place, *, years: bool = False) -> tuple[TimeExpression, tuple[str, str]] | None:
    """The time expression that gives the day of a sentence, with that day as `day_within` has it."""
    analysis = part.look.analyses[place.article]
    given = [item for item in analysis.dates if place.start <= item.start < place.end]
    given = [item for item in given if item != printed_day(analysis) and not _is_quoted(part, place, item)]
    for item in given:
        value = (item.value or item.partial or "")[:_DAY]
        if item.type in _LONG or _is_limit(part, place.article, item) or _is_of_aside(part, place, item):
            continue
        if other_days.is_not_of_sentence(part, place.article, item) or _is_told_apart(part, place.article, item):
            continue
        before = Place(place.article, place.start, item.start)
        if is_weekday(value):
            day = _weekday(part, before, value)
        elif years and len(given) == 1 and len(value) == _YEAR and value.isdigit() and item.type == "DATE":
            day = value, ""
        elif len(value) in (_DAY, _MONTH) and whole_day(value if len(value) == _DAY else f"{value}-01"):
            day = _known(part, before, item, value)
        else:
            continue
        return (item, day) if day else None
    return None


def _known(part: Part, before: Place, item: TimeExpression, value: str) -> tuple[str, str]:
    """A day or month with the words `before` it; a weekday is the one that its clause was read to mean."""
    printed = part.look.words(before.article, [(item.start, item.end)])
    if len(value) == _DAY and word_pattern("bare_weekday").fullmatch(printed) and value[:1].isdigit():
        published = part.look.analyses[before.article].article.published or ""
        return value, AHEAD if published and value > published[: len(value)] else ""
    return with_year(part, before, value, printed)


def _is_told_apart(part: Part, article: str, item: TimeExpression) -> bool:
    """Whether a weekday is told by what came before or after it, "the Thursday before", or a day only by "this day"."""
    text = part.look.text(article)
    printed = text[item.start : item.end].casefold()
    before = {*clause_parts.before(part.look, article, item.start, 1)} | {*printed.split()[:-1]}
    behind = {word.strip(",.;:") for word in text[item.end : item.end + _AROUND].casefold().split()[:1]}
    weekday = word_pattern("bare_weekday").fullmatch(printed.split()[-1]) is not None
    apart = not before.isdisjoint(word_set("definite_article")) and not behind.isdisjoint(word_set("tells_weekday"))
    return (weekday and apart) or printed in word_set("no_day_of_its_own")


def _weekday(part: Part, before: Place, weekday: str) -> tuple[str, str] | None:
    """The day meant by a weekday with the words `before` it: the last one or, of what is to come, the next one."""
    analysis = part.look.analyses[before.article]
    day = whole_day(analysis.article.published)
    if _looks_ahead(part, before):
        ahead = (int(weekday[-1]) - day.isoweekday()) % 7 or 7 if day else 0
        return ((day + timedelta(days=ahead)).isoformat(), AHEAD) if day else None
    if day:
        return last_weekday(analysis.article.published, weekday), ""
    printed = printed_day(analysis)
    return (printed.partial, REPORTED) if printed and printed.partial else None


def last_weekday(published: str | None, weekday: str) -> str:
    """The last such weekday up to the day of publication; empty if that is not known."""
    day = whole_day(published)
    back = (day.isoweekday() - int(weekday[-1])) % 7 if day else 0
    return (day - timedelta(days=back)).isoformat() if day else ""


def with_year(part: Part, place: Place, day: str, printed: str = "") -> tuple[str, str]:
    """A day or month with its year, if that is known, and "for " if it is to come.

    A day that an article prints without its year is in the last year up to its publication or, in an article without a
    date, in the one near which the other articles of the story were published. So is a day long after publication of
    which the words, as `printed`, have no year, unless the sentence speaks of what will be.
    """
    published = part.look.analyses[place.article].article.published or ""
    looks_ahead = _looks_ahead(part, place)
    before = part.look.text(place.article)[max(place.end - _BEFORE, 0) : place.end]
    moved = word_pattern("put_off_to").search(before) is not None
    if published and day > published[: len(day)] and moved:
        return day, AHEAD
    if looks_ahead and len(day) == _MONTH and day == published[:_MONTH]:
        return day, AHEAD
    if day.startswith(NO_YEAR) and len(published) >= _MONTH:
        later = day[len(NO_YEAR) :] > published[len(NO_YEAR) :][: len(day) - len(NO_YEAR)] and not looks_ahead
        day = f"{int(published[:_YEAR]) - later}-{day[len(NO_YEAR) :]}"
    elif day.startswith(NO_YEAR):
        day = _near_others(part, day) or day
    gap = days_between(day, published) or 0
    late = bool(published and day[:1].isdigit() and day > published[: len(day)])
    if late and gap > _HALF and printed and day[:_YEAR] not in printed:
        # of what is to come it may be the coming year or, in "had put off a visit planned for 15 March", the last one
        return day_of_article(part, place.article) if looks_ahead else (f"{int(day[:_YEAR]) - 1}{day[_YEAR:]}", "")
    early = bool(published and looks_ahead and day[:1].isdigit() and day < published[: len(day)])
    if early and printed and day[:_YEAR] not in printed:
        following = f"{int(day[:_YEAR]) + 1}{day[_YEAR:]}"
        if 0 < (days_between(published, following) or 0) <= _HALF:
            return following, AHEAD
    unknown = looks_ahead and not published
    return day, AHEAD if unknown or (late and (looks_ahead or gap > _NEXT or len(day) == _MONTH)) else ""


def is_to_come(part: Part, article: str, day: str) -> bool:
    """Whether a day is later than its article, and so later than what was done could have been."""
    published = part.look.analyses[article].article.published or ""
    late = bool(published) and day.replace("-", "").isdigit() and day > published[: len(day)]
    return late and (len(day) <= _MONTH or (days_between(day, published) or 0) > _NEXT)


def _near_others(part: Part, day: str) -> str:
    """A day without its year, in the one year in which the other articles were published near it; else empty."""
    given = [part.look.analyses[key].article.published for key in sorted(part.keys)]
    days = [found for value in given if (found := whole_day(value))]
    years = {found.year for found in days}
    if len(years) != 1:
        return ""
    (year,) = years
    whole = whole_day(f"{year}{day[_YEAR:]}" if len(day) == _DAY else f"{year}{day[_YEAR:]}-01")
    near = whole is not None and all(abs((whole - found).days) <= _NEAR for found in days)
    return f"{year}{day[_YEAR:]}" if near else ""


def day_of_article(part: Part, article: str) -> tuple[str, str]:
    """The day of publication, without its year if that is not known, and what stands before it."""
    analysis = part.look.analyses[article]
    if analysis.article.published:
        return analysis.article.published, REPORTED
    printed = printed_day(analysis)
    if printed is None or not printed.partial:
        return "", ""
    if is_end_of_week(analysis.article.text, printed):
        return printed.partial[:_MONTH], REPORTED
    return _near_others(part, printed.partial) or printed.partial, REPORTED


_BEFORE_NOUN = word_set("article") | word_set("possessive_pronoun")
"""Words behind which "scheduled" and "planned" belong to a noun."""


def _looks_ahead(part: Part, place: Place) -> bool:
    """Whether words, or the last ones of many, speak of what will be: "will", "is to", "set for"."""
    printed = part.look.words(place.article, [(place.start, place.end)]).casefold().replace("’", "'").split()
    words = printed[-_AROUND:]
    if {*printed[:1]} & word_set("opens_condition"):
        return True
    coming = any(
        (word in word_set("speaks_of_what_will_be") and before not in _BEFORE_NOUN) or word.endswith("'ll")
        for before, word in pairwise(("", *words))  # "took part in a scheduled session" is over
    )
    to_be = any(one in word_set("present_of_be") and two == "to" for one, two in pairwise(words))
    limited = bool({*words[-1:]} & word_set("limit_of_order")) and bool({*words} & word_set("leads_to_deed"))
    fixed = bool({*words[-1:]} & word_set("leads_to_fixed_day")) and bool({*words} & word_set("fixed_for_day"))
    return coming or to_be or limited or fixed


def _is_limit(part: Part, article: str, item: TimeExpression) -> bool:
    """Whether a day is that since, up to or before which something is so, or one that belongs to a noun."""
    before = clause_parts.before(part.look, article, item.start, _RANGE)
    text = part.look.text(article)
    owner = text[item.end : item.end + 2] in word_set("possessive_ending")
    weekday = word_pattern("bare_weekday").fullmatch(text[item.start : item.end]) is not None
    owner = owner and (weekday or len(item.value or "") == _MONTH)
    running = (item.value or "") == (part.look.analyses[article].article.published or "")[:_MONTH]
    years = " ".join(text[item.end :].split(maxsplit=3)[:3]).casefold()
    told_before = years.startswith(tuple(word_set("year_told_before")))
    # "a premium to Friday's close", "for last October's fire"; "agreed to leave by the end of August", told in August
    if owner or told_before or (running and before[-1:] == ["by"]):
        return True
    words = text[max(item.start - _BEFORE, 0) : item.start]
    if _is_new_day(part, article, item) or word_pattern("part_of_day_before_day").search(words):
        return False  # "on the night of Friday, 6 May"
    limits = word_set("day_of_something_else")
    if _is_of_paper(before) or _was_planned(part, article, item):
        return True
    return bool({*before[-1:]} & limits) or (before[-1:] == ["and"] and bool({*before} & limits))


def _is_new_day(part: Part, article: str, item: TimeExpression) -> bool:
    """Whether something was put off until a day that is still to come: "adjourned until 14 May"."""
    published, value = part.look.analyses[article].article.published or "", (item.value or "")[:_DAY]
    before = part.look.text(article)[max(item.start - _BEFORE, 0) : item.start]
    return bool(published) and value > published[: len(value)] and word_pattern("put_off_to").search(before) is not None


_BEFORE = 120
"""Characters before a day among which stands what was put off to it."""


def _is_of_paper(before: Sequence[str]) -> bool:
    """Whether the words before a day say that it is printed on a paper, or that something counts from it."""
    words = f" {' '.join(before)} "
    return any(f" {phrase} " in words for phrase in word_set("dates_a_paper"))


def gives_other_day(part: Part, place: Place) -> bool:
    """Whether a sentence gives the day of a paper or of a former plan, on which what it tells was not done."""
    given = [item for item in part.look.analyses[place.article].dates if place.start <= item.start < place.end]
    return any(
        _is_of_paper(clause_parts.before(part.look, place.article, item.start, _RANGE))
        or _was_planned(part, place.article, item)
        or _is_of_aside(part, place, item)
        or (len(item.value or "") == _MONTH and _is_limit(part, place.article, item))
        for item in given
    )


def _is_of_aside(part: Part, place: Place, item: TimeExpression) -> bool:
    """Whether a day only says which thing is meant, or was only planned for something and is past.

    "A sale that was reported in July", "was to have been held on 15 September".
    """
    before = part.look.text(place.article)[place.start : item.start]
    if word_pattern("day_of_aside").search(before):
        return True
    published = part.look.analyses[place.article].article.published or ""
    value = (item.value or "")[:_DAY]
    past = not (published and value[:1].isdigit() and value > published[: len(value)])
    return past and word_pattern("day_planned_in_vain").search(before) is not None


def _was_planned(part: Part, article: str, item: TimeExpression) -> bool:
    """Whether something had only been planned for a day, and was not done then: "had aimed to move in May"."""
    words = clause_parts.before(part.look, article, item.start, _AROUND)
    other = next((place for place, word in enumerate(reversed(words)) if any(map(str.isdigit, word))), len(words))
    words = words[len(words) - other :]  # what was planned for another day says nothing of this one
    opened = word_set("opens_former_plan")
    return any(one in opened and two in word_set("plans_in_vain") for one, two in pairwise(words))


def _is_quoted(part: Part, place: Place, item: TimeExpression) -> bool:
    return any(low <= item.start < high for low, high in bracketed.quoted(part.look, place.article))
