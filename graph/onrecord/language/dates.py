"""Component: time expressions and their values, ``doc.spans["onrecord_dates"]``.

Form by the grammar in lexicons/dates.toml, meaning by calendar arithmetic from the day of publication
(``doc._.onrecord_published``) or the date last spoken of. Without a credible day of publication what is relative to it
stays without a value: today's clock is never asked.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from spacy.attrs import IDX, LOWER, SENT_START
from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.dates_calendar import Context, Tense, as_day, parts
from onrecord.language.dates_grammar import Found, is_telling, scan, words
from onrecord.language.dates_relative import RESOLVERS
from onrecord.model import TimeType

Place = tuple[Found, int, int]

_LEFT, _RIGHT = 8, 8
"""Tokens before and after a chief word that an expression may take in."""
_NAMES = ("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC")
_REACH = 2
"""Sentences after which a date is no longer the one spoken of."""


def mark_dates(doc: Doc) -> Doc:
    """Write the time expressions of all passages but furniture, in text order."""
    places = _places(doc)
    known = _known_years([item for item, _, _ in places])
    sentences = _sentence_starts(doc)
    focus, at = "", -_REACH - 1
    spans = []
    for item, start, end in places:
        sentence = bisect_right(sentences, start)
        reach = 0 if item.expression.type == "TIME" else _REACH
        context = Context(
            published=doc._.onrecord_published,
            focus=focus if sentence - at <= reach else "",
            tense=_tense(doc, item, start, end),
            known=known,
            fixed=item.expression.fixed,
        )
        value = RESOLVERS[item.expression.resolve](item.groups, context)
        spans.append(Span(doc, start, end, label=_label(item, value), kb_id=value))
        if item.expression.type == "DATE" and parts(value):
            focus, at = value, sentence
    ann.put(doc, ann.DATES, spans)
    return doc


def _label(item: Found, value: str) -> TimeType:
    """The expression's type; moments told in minutes and hours ("an hour later") are times of day."""
    by_clock = item.groups.get("unit", "") in ("second", "minute", "hour")
    return "TIME" if item.expression.type == "DATE" and by_clock and not value else item.expression.type


def _places(doc: Doc) -> list[Place]:
    """The expressions whose surroundings let them be, with their tokens [start, end)."""
    skipped = [(p.start_char, p.end_char) for p in ann.spans(doc, ann.PASSAGES) if p.label_ == "furniture"]
    starts: list[int] = doc.to_array([IDX]).tolist()
    text = doc.text

    def fits(item: Found) -> bool:
        outside = not any(start <= item.start < end for start, end in skipped)
        return outside and _fits(doc, item, *_tokens(item, starts))

    found = [item for first, last in _windows(doc, starts) for item in scan(text, first, last, fits)]
    return [(item, *_tokens(item, starts)) for item in found]


def _sentence_starts(doc: Doc) -> list[int]:
    flags: list[int] = doc.to_array([SENT_START]).tolist()
    return [index for index, flag in enumerate(flags) if flag == 1 or not index]


def _windows(doc: Doc, starts: list[int]) -> list[tuple[int, int]]:
    """The stretches of text, in characters, around the words that no time expression is without."""
    strings = doc.vocab.strings
    lower: list[int] = doc.to_array([LOWER]).tolist()
    telling = {key for key in set(lower) if is_telling(strings[key])}
    found: list[list[int]] = []
    for index in (number for number, key in enumerate(lower) if key in telling):
        first, last = max(0, index - _LEFT), min(len(lower), index + _RIGHT)
        if found and first <= found[-1][1]:
            found[-1][1] = last
        else:
            found.append([first, last])
    ends = [*starts[1:], len(doc.text)]
    return [(starts[first], ends[last - 1]) for first, last in found]


def _tokens(item: Found, starts: list[int]) -> tuple[int, int]:
    """Tokens [start, end) that cover the characters of an expression."""
    first = bisect_right(starts, item.start) - 1
    return first, max(bisect_right(starts, item.end - 1), first + 1)


def _known_years(found: list[Found]) -> dict[tuple[int, int], int]:
    """The years of the full dates of the article, for the same days without a year; none where they differ."""
    years: dict[tuple[int, int], set[int]] = {}
    for item in found:
        value = RESOLVERS["date"](item.groups, Context()) if "year" in item.groups and "day" in item.groups else ""
        if day := as_day(value):
            years.setdefault((day.month, day.day), set()).add(day.year)
    return {key: min(values) for key, values in years.items() if len(values) == 1}


# ------------------------------------------------------------------ the words around


def _fits(doc: Doc, item: Found, start: int, end: int) -> bool:
    """Whether the words around an expression let it be one."""
    if "month" in item.groups or "weekday" in item.groups:
        return _is_name(doc, item, start, end)
    if "adverb" in item.groups and item.raw[0].isupper() and not doc[start].is_sent_start:
        return False  # "L.A. Weekly" is a name
    check = {"year": _is_year, "rate": _is_rate, "duration": _is_length}.get(item.expression.needs)
    return check is None or check(doc, item, start, end)


def _before(doc: Doc, start: int) -> str:
    return doc[start - 1].lower_ if start else ""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words()[name])


def _is_name(doc: Doc, item: Found, start: int, end: int) -> bool:
    """Months and weekdays are written with a capital; short or doubtful ones need a date's surroundings."""
    name = item.groups.get("month") or item.groups["weekday"]
    place = item.raw.lower().find(name)
    if not item.raw[place : place + 1].isupper():
        return False
    if item.expression.needs != "name" or item.groups.get("part"):
        return True
    before = _before(doc, start)
    part_of_name = doc[start].ent_type_ in _NAMES or (end < len(doc) and doc[end].text == "-")
    if part_of_name or ("weekday" in item.groups and before in _set("named_days")):
        return False
    doubtful = name.rstrip(".") in _set("ambiguous") and not name.endswith(".")
    return not doubtful or before in _set("before_dates")


def _is_year(doc: Doc, item: Found, start: int, end: int) -> bool:
    """A number of four digits is a year unless it counts, measures or names something."""
    after = doc[end].lower_ if end < len(doc) else ""
    before = _before(doc, start)
    if after in _set("counted") or after in ("%", "°") or before in ("$", "£", "€", "#", "no.", "flight", "number"):
        return False
    if item.groups.get("part") or before in _set("before_dates"):
        return True
    if doc[start].ent_type_ == "PRODUCT":
        return False
    if after == "-" or before in ("-", "/"):
        return False
    return 1900 <= int(item.groups["year"]) < 2100


def _is_rate(doc: Doc, item: Found, start: int, end: int) -> bool:  # noqa: ARG001  # all checks take the same arguments
    """Whether something is counted just before: "15 boats a year"."""
    return doc[start].lower_ == "per" or any(token.like_num for token in doc[max(0, start - 4) : start])


def _is_length(doc: Doc, item: Found, start: int, end: int) -> bool:  # noqa: ARG001  # all checks take the same arguments
    """Whether "a day" is a length: the words before say so; short seconds and quarters are doubtful."""
    number, unit = item.groups["number"], item.groups["unit"]
    if unit in ("second", "quarter", "minute") and number in ("a", "one", "two", "three"):
        return False
    if number in ("a", "an", "one", "some", "many", "few"):
        return bool(item.groups.get("about")) or _before(doc, start) in _set("before_lengths")
    return True


def _tense(doc: Doc, item: Found, start: int, end: int) -> Tense:
    """Whether the clause that holds an expression tells of what was or of what is to come.

    The present tense looks ahead with a day of the week ("the trial begins Monday") and says nothing of other dates.
    """
    before = _before(doc, start)
    token = doc[start:end].root
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    tags = {child.tag_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    lemma = token.lemma_.lower()
    is_verb = token.pos_ in ("VERB", "AUX")
    if before in _set("ahead") or (
        is_verb and (tags & {"MD", "TO"} or (lemma in _set("ahead") and token.tag_ != "VBD"))
    ):
        return "future"
    if is_verb and ("VBD" in tags or token.tag_ in ("VBD", "VBN")):
        return "past"
    present = is_verb and "weekday" in item.groups and token.tag_ in ("VBZ", "VBP") and not tags
    return "future" if before in _set("toward") or (present and lemma not in _set("telling")) else ""
