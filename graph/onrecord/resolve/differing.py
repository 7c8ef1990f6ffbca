"""Accounts of one deed that give different days, places or outcomes, whether or not they were merged into one action.

Two reports with days or places that do not agree are mostly judged to be of two deeds, and rightly so of a deed that
is done again and again. That the miner Falk was arrested, though, is reported once; two days for it are a disagreement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import Literal

from onrecord.days import days_between, fits, whole_day
from onrecord.model import Analysis, Ref, StoryActor
from onrecord.resolve import doings, names
from onrecord.resolve import outcomes as opposites
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.alike_places import Placed, by_key
from onrecord.resolve.disjoint import UnionFind
from onrecord.resolve.opposed import apart, elsewhere
from onrecord.story.inflection import verb
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern

Reports = Sequence[tuple[Ref, Reported]]
Positions = Mapping[str, Sequence[Ref]]
_MOST = int(weights_of("judgements")["disputed.reports"])
_DAYS = int(weights_of("judgements")["disputed.deed.days"])
"""Most days between two full dates of one deed; beyond them it is rather done twice."""
_ONCE_DAYS = int(weights_of("judgements")["disputed.once.days"])
"""The same of a deed that is told as the first or the last of its kind."""
_FINAL_DAYS = int(weights_of("judgements")["disputed.final.days"])
"""Most days between two articles of which the later one tells what the earlier one excludes for good."""


def details(
    reports: Reports, analyses: Sequence[Analysis], actors: Mapping[str, StoryActor]
) -> Iterator[tuple[Literal["date", "place"], Positions]]:
    """Days and places, each of one deed done, that cannot both be right; no article gives two of them."""
    for same in _deeds(reports):
        longest = _ONCE_DAYS if all(item.is_once for _, item in same) else _DAYS
        days = _days([(ref, item, day) for ref, item in same if (day := _day(item, analyses))], longest)
        if days:
            yield "date", days
        places = _places(same)
        towns = [actors[iri] for iri in sorted(places)]
        if len(places) > 1 and apart(places) and elsewhere(towns) and not _nested(same, analyses, towns):
            yield "place", {town.name: places[town.iri] for town in towns}


def _deeds(reports: Reports) -> Iterator[list[tuple[Ref, Reported]]]:
    """Groups of reports, at least one of them on record, that are of one deed done."""
    placed = (
        Placed(item.matter, names.root(item.lemma), place)
        for place, (_, item) in enumerate(reports)
        if item.polarity == "positive" and doings.is_fact(item) and item.matter >= 0
    )
    for _, shelf in by_key(placed):
        if len(shelf) == 1:
            continue
        forest = UnionFind(len(shelf))
        for one, two in combinations(range(len(shelf)), 2) if len(shelf) <= _MOST else ():
            if doings.is_one_deed(reports[shelf[one]][1], reports[shelf[two]][1]):
                forest.join(one, two)
        for group in forest.groups():
            found = [reports[shelf[place]] for place in group]
            if len(found) > 1 and any(item.local.action.recorded for _, item in found):
                yield found


def _day(item: Reported, analyses: Sequence[Analysis]) -> str | None:
    """The day a report gives: in full, without its year, or as a weekday, and printed exactly."""
    day = item.date if item.date and whole_day(item.date) else item.partial
    span = item.local.action.date_span
    return day if day and span is not None and not item.so_far and is_exact(item, analyses) else None


def is_exact(item: Reported, analyses: Sequence[Analysis]) -> bool:
    """Whether a date is printed exactly, as a number or as a weekday alone, and not vaguely ("about May 3").

    One that the report has from the order for its deed counts as that of the order.
    """
    span = item.local.action.date_span
    if span is None:
        return True
    printed = analyses[item.article].article.text[slice(*span)]
    exact = any(char.isdigit() for char in printed) and not word_pattern("vague_time").search(printed)
    return exact or word_pattern("bare_weekday").fullmatch(printed) is not None


def _days(given: Sequence[tuple[Ref, Reported, str]], longest: int) -> Positions:
    """The days, by value, that do not fit one another; a weekday joins the one full day that it can be."""
    found: dict[str, list[Ref]] = defaultdict(list)
    full = sorted({day for _, _, day in given if day[:4].isdigit()})
    for ref, _, day in given:
        meant = [other for other in full if fits(day, other)]
        found[meant[0] if len(meant) == 1 else day].append(ref)
    values = sorted(found)
    clash = [(one, two) for one, two in combinations(values, 2) if fits(one, two) is False and _near(one, two, longest)]
    held = {value: found[value] for value in values if any(value in pair for pair in clash)}
    return held if len(clash) == len(held) * (len(held) - 1) // 2 and held and apart(held) else {}


def _near(one: str, two: str, longest: int) -> bool:
    days = days_between(one, two)
    return days is None or days <= longest


def _places(same: Sequence[tuple[Ref, Reported]]) -> dict[str, list[Ref]]:
    found: dict[str, list[Ref]] = defaultdict(list)
    for ref, item in same:
        if item.place:
            found[item.place].append(ref)
    return found


def _nested(same: Sequence[tuple[Ref, Reported]], analyses: Sequence[Analysis], towns: Sequence[StoryActor]) -> bool:
    """Whether one of the places lies in or near another, as printed: "Halden, Norby", "Halden in Norby"."""
    texts = [analyses[item.article].article.text for _, item in same]
    names_of = [(town.name, *town.alt_names) for town in towns]
    return any(
        word_pattern("place_in_place").fullmatch(between)
        for text in texts
        for one, two in permutations(names_of, 2)
        for left in one
        for right in two
        for between in re.findall(rf"{re.escape(left)}(.{{1,{_BETWEEN}}}?){re.escape(right)}", text)
    )


_BETWEEN = 12
"""Most characters between two names of places of which one says where the other is."""


# ------------------------------------------------------------------ opposite outcomes


def outcomes(reports: Reports) -> Iterator[Positions]:
    """Reports, in different articles on one matter, of outcomes that exclude one another, by the verbs for them."""
    placed = (
        Placed(item.matter, row, 2 * place + first)
        for place, (_, item) in enumerate(reports)
        if item.polarity == "positive" and doings.is_fact(item) and item.matter >= 0
        for row, first in sorted(opposites.sides(item.lemma))
    )
    for _, places in by_key(placed):
        if not 1 < len(places) <= _MOST:
            continue
        shelf = [(*reports[place // 2], place % 2 == 1) for place in places]
        given: dict[frozenset[str], dict[bool, set[Ref]]] = defaultdict(lambda: {True: set(), False: set()})
        verbs = {ref: item.lemma for ref, item, _ in shelf}
        firm = {ref for ref, item, _ in shelf if item.local.action.recorded}
        for (ref, one, first), (other, two, second) in combinations(shelf, 2):
            about = _undergoing(one) & _undergoing(two)
            if first != second and about and _excludes(one, two, about):
                given[about][first].add(ref)
                given[about][second].add(other)
        for _, both in sorted(given.items(), key=lambda pair: sorted(pair[0])):
            held = {verb(min(verbs[ref] for ref in refs), "VBD"): sorted(refs) for refs in both.values()}
            if apart(held) and not firm.isdisjoint(ref for refs in both.values() for ref in refs):
                yield held


def _undergoing(item: Reported) -> frozenset[str]:
    """Whom or what an outcome is of: named actors, else the head words of the things that it is of."""
    if opposites.by_agent(item.lemma):
        return (item.agents or item.patients) & item.named
    return (item.patients & item.named) or item.patient_heads - item.indefinite


def _excludes(one: Reported, two: Reported, about: frozenset[str]) -> bool:
    """Whether two outcomes of `about` are of one time, and of a thing that is not named by the same actor."""
    if one.article == two.article or not doings.at_once(one, two):
        return False
    days = days_between(one.published, two.published)
    if days is not None and days > _DAYS:
        early, late = sorted((one, two), key=lambda item: item.published or "")
        if days > _FINAL_DAYS or not opposites.is_final(early.lemma, late.lemma):
            return False
    return bool(about & one.named) or bool(doings.doers_of(one) & doings.doers_of(two))
