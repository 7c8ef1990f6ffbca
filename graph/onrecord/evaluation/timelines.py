"""Figures for timelines: the dated, ordered events in which one actor takes part, over many articles.

As in SemEval-2015 task 4 (Minard et al. 2015, "TimeLine: Cross-Document Event Ordering") a timeline is a graph of
temporal relations, each event at the same time as its date and before, after or at the same time as other events. It is
scored by temporal awareness (UzZaman and Allen 2011): precision is the share of the found relations, without those that
follow from others, that hold in the annotated timeline or follow from it; recall is the converse. Events that are
annotated without a date have no position in the order and are not scored. Figures cover the relations of all actors.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from onrecord.evaluation.spans import Figures, Row, Rows, harmonic, share

_ALIKE = 0.9
"""Least share of common letters for two names to count as the same, one of them misspelt."""
_DONE = frozenset({"asserted", "ended", "attempted", "planned"})
"""Modalities that are annotated: events that are neither certain nor expected are left out of timelines."""


class Event(NamedTuple):
    """One event of a timeline: its mentions, and its position in time as a sortable value."""

    spans: frozenset[tuple[str, int, int]]
    """Article, start and end (characters, exclusive) of each mention."""
    date: str
    place: tuple[int, str]
    """Its position in the order."""


def score_timelines(gold: Rows, records: Rows) -> Figures:
    """Precision, recall and F1 of the temporal relations, and how many annotated events were found."""
    articles = {record["article"]["id"]: record for record in records}
    right = found = held = wanted = hits = events = 0
    for row in gold:
        timeline = [event for event in map(_annotated, row["events"]) if event is not None]
        told = _told(_actor(row["entity"], records), articles, {key for one in timeline for key, *_ in one.spans})
        names = _aligned(timeline, told)
        ours = {names[place]: event for place, event in enumerate(told)}
        theirs = {f"g{place}": event for place, event in enumerate(timeline)}
        small, whole = _relations(ours)
        less, all_of = _relations(theirs)
        right, found = right + len(small & all_of), found + len(small)
        held, wanted = held + len(less & whole), wanted + len(less)
        hits, events = hits + len(ours.keys() & theirs.keys()), events + len(theirs)
    precision, recall = share(right, found), share(held, wanted)
    return {
        "order.precision": precision,
        "order.recall": recall,
        "order.f1": harmonic(precision, recall),
        "event.recall": share(hits, events),
        "n.timelines": len(gold),
        "n.events": events,
    }


def _annotated(item: Mapping[str, Any]) -> Event | None:
    """An event as annotated; None if it has no date and so no position."""
    date = item["date"].replace("-XX", "")
    if not date[:4].isdigit():
        return None
    told = (one for one in item["mentions"] if one.get("start") is not None)
    return Event(frozenset((str(one["doc_id"]), one["start"], one["end"]) for one in told), date, (item["order"], ""))


def _actor(name: str, records: Rows) -> frozenset[str]:
    """The actor in the records whose name is `name` or most similar to it; of several, the one with most mentions."""
    mentions: Counter[str] = Counter()
    called: dict[str, set[str]] = defaultdict(set)
    for record in records:
        text = record["article"]["text"]
        for actor in record.get("actors", []):
            key = actor.get("iri") or f"{record['article']['id']} {actor['id']}"
            mentions[key] += len(actor.get("mentions", []))
            called[key].add(actor["name"].casefold())
            named = (item for item in actor.get("mentions", []) if item.get("form") in {"name", "short"})
            called[key] |= {text[item["start"] : item["end"]].casefold() for item in named}
    wanted = name.casefold()
    scored = ((max(_likeness(wanted, one) for one in names), mentions[key], key) for key, names in called.items())
    best = max((item for item in scored if item[0] >= _ALIKE), default=None)
    return frozenset([best[2]]) if best else frozenset()


def _likeness(wanted: str, name: str) -> float:
    """Similarity of two names; a name of two or more words, or with a number, may also be part of the other."""
    if wanted == name:
        return 1.0
    words, own = set(wanted.split()), set(name.split())
    part = own < words and (len(own) > 1 or any(char.isdigit() for char in name))
    return _ALIKE if part else SequenceMatcher(None, wanted, name).ratio() if len(words) > 1 else 0.0


def _told(actor: frozenset[str], articles: Mapping[str, Row], keys: Iterable[str]) -> list[Event]:
    """The events in the records in which the actor takes part, from the articles that the timeline covers."""
    groups: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for key in sorted(set(keys) & articles.keys()):
        record = articles[key]
        own = {one["id"] for one in record.get("actors", []) if (one.get("iri") or f"{key} {one['id']}") in actor}
        for item in record.get("actions", []):
            takes_part = not own.isdisjoint([*item.get("agents", ()), *item.get("patients", ())])
            told = item.get("polarity", "positive") == "positive" and item.get("modality", "asserted") in _DONE
            if takes_part and told:
                groups[item.get("iri") or f"{key} {item['id']}"].append((key, item))
    days = {key: str(articles[key]["article"].get("published") or "") for key in articles}
    found = (_event(reports, days) for _, reports in sorted(groups.items()))
    return [event for event in found if event is not None]


def _event(reports: Sequence[tuple[str, Row]], days: Mapping[str, str]) -> Event | None:
    """The event of `reports`, at the date that most of them give, else at the date of the first report."""
    dates = Counter(str(item["date"]) for _, item in reports if str(item.get("date") or "")[:4].isdigit())
    first = min((days[key] for key, item in reports if days[key] and item.get("modality") != "planned"), default="")
    if not dates and not first:
        return None
    date = min(dates, key=lambda value: (-dates[value], -len(value), value)) if dates else first
    spans = frozenset((key, start, end) for key, item in reports for start, end in item["trigger"])
    return Event(spans, date, (0, date))


def _aligned(timeline: Sequence[Event], told: Sequence[Event]) -> list[str]:
    """A name for each event of `told`: that of the annotated event with which it shares most words, or its own."""
    names = [f"s{place}" for place in range(len(told))]
    taken: set[int] = set()
    for place, event in enumerate(told):
        shared = [(_overlap(event, other), -number) for number, other in enumerate(timeline) if number not in taken]
        most, number = max(shared, default=(0, 0))
        if most:
            taken.add(-number)
            names[place] = f"g{-number}"
    return names


def _overlap(one: Event, two: Event) -> int:
    """Number of mentions of one event that overlap a mention of the other."""
    return sum(
        any(key == other and start < stop and begin < end for other, begin, stop in two.spans)
        for key, start, end in one.spans
    )


Relation = tuple[str, str, str]


def _relations(events: Mapping[str, Event]) -> tuple[set[Relation], set[Relation]]:
    """The relations of a timeline: a minimal set from which all others follow, and the full set."""
    groups: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name, event in events.items():
        groups[event.place].append(name)
    runs = [sorted(groups[place]) for place in sorted(groups)]
    dated = {("at", name, event.date) for name, event in events.items()}
    less = dated | {("with", run[0], name) for run in runs for name in run[1:]}
    less |= {("before", one[0], two[0]) for one, two in pairwise(runs)}
    whole = dated | {("with", one, two) for run in runs for one in run for two in run}
    later: list[str] = []
    for run in reversed(runs):
        whole |= {("before", one, two) for one in run for two in later}
        later += run
    return less, whole
