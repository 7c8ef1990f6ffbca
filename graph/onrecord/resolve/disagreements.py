"""Values of one action that cannot all hold, with the reports that give each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from onrecord import ids
from onrecord.model import ActorType, Disagreement, Position, Ref, StoryAction, StoryActor
from onrecord.resolve import names
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.merge import finest
from onrecord.resolve.actions.reported import Reported
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Aspect = Literal["date", "agent", "patient", "number", "polarity"]
Reports = Sequence[tuple[Ref, Reported]]
Positions = Mapping[str, Sequence[Ref]]


def of_actions(
    stories: Iterable[tuple[StoryAction, Reports]], actors: Mapping[str, StoryActor], base: str
) -> list[Disagreement]:
    """Disagreements of all actions, in the order of the actions; `actors` by IRI."""
    found = []
    for story, reports in stories:
        if len(reports) > 1:
            found += _made(story.iri, "date", _dates(reports), base)
            found += _made(story.iri, "agent", _agents(reports, actors), base)
            found += _made(story.iri, "number", _numbers(reports), base)
            found += _made(story.iri, "polarity", _polarities(reports), base)
    return found


def of_deadlines(reports: Reports, base: str) -> list[Disagreement]:
    """Days by which one actor is to undergo one kind of deed, if articles give different ones.

    What is ordered, planned, demanded or threatened is told in many words ("close", "cease", "block"), so the reports
    need not be of one action: they are of one PLOVER root (or kind), done to one named actor, with days at most `SPAN`
    days apart, in different articles, one of them at least naming it. The disagreement is about the actor.
    """
    given: dict[tuple[str, str], dict[str, list[Ref]]] = {}
    undergone: dict[str, set[Ref]] = {}
    for ref, item in reports:
        for iri in item.patients:
            undergone.setdefault(iri, set()).add(ref)
        root = item.root or item.kind
        if item.modality in AHEAD and item.polarity == "positive" and root and _day(item.date):
            for iri in sorted(item.patients & item.named or item.touched):
                given.setdefault((iri, root), {}).setdefault(item.date or "", []).append(ref)
    found = []
    for (iri, root), days in sorted(given.items()):
        for run in _runs(sorted(days)):
            positions = {day: days[day] for day in run}
            refs = {ref for given_refs in positions.values() for ref in given_refs}
            if len({ref.article for ref in refs}) > 1 and not refs.isdisjoint(undergone.get(iri, ())):
                found += _made(iri, "date", positions, base, root, run[0])
    return found


def once(of_actions: Sequence[Disagreement], deadlines: Sequence[Disagreement]) -> list[Disagreement]:
    """Both, except disagreements of actions that share two positions or more with one on a deadline."""
    given = [{(one.value, ref) for one in item.positions for ref in one.refs} for item in deadlines]

    def told(item: Disagreement) -> bool:
        own = {(one.value, ref) for one in item.positions for ref in one.refs}
        return item.aspect == "date" and any(len({value for value, _ in own & other}) > 1 for other in given)

    return [*(item for item in of_actions if not told(item)), *deadlines]


AHEAD = frozenset({"ordered", "planned", "demanded", "threatened"})
SPAN = int(weights_of("judgements")["deadline.span"])
"""Days that may lie between two accounts of one deadline."""


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value is not None and len(value) == 10 else None
    except ValueError:
        return None


def _runs(days: Sequence[str]) -> list[list[str]]:
    """Days in order, divided into runs that lie more than `SPAN` days apart."""
    runs: list[list[str]] = []
    for day in days:
        before = _day(runs[-1][-1]) if runs else None
        here = _day(day)
        if before is not None and here is not None and (here - before).days <= SPAN:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _made(about: str, aspect: Aspect, positions: Positions, base: str, *parts: str) -> list[Disagreement]:
    if len(positions) < 2:
        return []
    held = tuple(Position(value, tuple(sorted(refs))) for value, refs in sorted(positions.items()))
    iri = ids.named(base, "disagreement", "", about, aspect, *parts)
    return [Disagreement(iri=iri, about=about, aspect=aspect, positions=held)]


def _dates(reports: Reports) -> Positions:
    """Dates that exclude one another; a coarser date that includes a finer one agrees with it and does not count."""
    given: dict[str, list[Ref]] = {}
    for ref, item in reports:
        if item.date and item.date[:4].isdigit():
            given.setdefault(item.date, []).append(ref)
    return {value: given[value] for value in finest(set(given))}


def _agents(reports: Reports, actors: Mapping[str, StoryActor]) -> Positions:
    """Single named agents of one deed that was done to one patient, in different articles, who exclude one another.

    If some report names two together they do not, nor if one article has both; what one orders another carries
    out, so only deeds that were done count.
    """
    given: dict[str, list[Ref]] = {}
    undergone: dict[str, set[str]] = {}
    for ref, item in reports:
        named = sorted(item.agents & item.named)
        if len(named) > 1:
            return {}
        for iri in named if item.modality in FACT and item.polarity == "positive" else ():
            given.setdefault(iri, []).append(ref)
            undergone.setdefault(iri, set()).update(item.patients & item.named if item.kind else ())
    shared = set.intersection(*undergone.values()) if undergone else set()
    apart = _apart(given) and all(exclusive(actors[one], actors[two]) for one, two in combinations(sorted(given), 2))
    return given if apart and shared - set(given) else {}


def _apart(given: Mapping[str, Sequence[Ref]]) -> bool:
    """Whether no article gives two of the values: to an article that does, they do not disagree."""
    articles = [article for refs in given.values() for article in {ref.article for ref in refs}]
    return len(set(articles)) == len(articles)


def exclusive(one: StoryActor, two: StoryActor) -> bool:
    """Whether what one has done the other has not: they are two people, two states or two companies.

    Not a body and its state, a company and its head, nor two names that may be one actor's.
    """
    if one.type != two.type or one.type not in _EXCLUSIVE or two.iri in one.possibly_same:
        return False
    left, right = (
        {names.stem(word) for name in (item.name, *item.alt_names) for word in names.words(name)} for item in (one, two)
    )
    return left.isdisjoint(right)


_EXCLUSIVE: frozenset[ActorType] = frozenset({"Person", "State", "Company"})


def _numbers(reports: Reports) -> Positions:
    """Numbers of one thing: "23 pirates" and "12 pirates" captured; how long something lasted counts no things."""
    given: dict[str, dict[str, list[Ref]]] = {}
    for ref, item in reports:
        for head, number in item.numbers:
            if head not in word_set("duration"):
                given.setdefault(head, {}).setdefault(str(number), []).append(ref)
    differing = [values for _, values in sorted(given.items()) if len(values) > 1 and _apart(values)]
    return differing[0] if differing else {}


def _polarities(reports: Reports) -> Positions:
    """Said to have been done and said not to have been done, to the same named actor, by different articles."""
    given: dict[str, list[Ref]] = {}
    undergone: dict[str, set[str]] = {}
    for ref, item in reports:
        if item.modality in FACT:
            given.setdefault(item.polarity, []).append(ref)
            undergone.setdefault(item.polarity, set()).update(item.patients & item.named if item.kind else ())
    shared = set.intersection(*undergone.values()) if undergone else set()
    return given if shared and _apart(given) else {}
