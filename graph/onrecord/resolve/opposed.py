"""Contradictory reports of one deed, whether or not they were merged into one action.

A deed reported as done by one article and as not done by another often becomes two actions, and so does a deed with
different agents in two articles. The deed is the same if its word, agent and object are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, get_args

from onrecord.days import fits
from onrecord.model import ActorType, Ref, StoryActor
from onrecord.resolve import names
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.reported import Reported
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Untold = Literal["harm", "nobody", "unclear", "unsaid", "incomplete"]
"""Reasons for keeping a report off the record although its verb reports a deed."""
_TOLD = frozenset(get_args(Untold))
Reports = Sequence[tuple[Ref, Reported]]
Positions = Mapping[str, Sequence[Ref]]
DONE = "done"
NOT_DONE = "not done"
DENIED = "denied"
"""The reason for a deed that somebody denies."""
_MOST = int(weights_of("judgements")["disputed.reports"])
"""If more reports than this share word and participant, they are about many deeds."""


def done_or_not(reports: Reports) -> Iterator[Positions]:
    """Deeds that one article reports as done by somebody to something, and another as not done."""
    shelves: dict[tuple[str, str], tuple[list[tuple[Ref, Reported]], list[tuple[Ref, Reported]]]] = {}
    for ref, item in reports:
        if _tells(item) and (item.lemma not in word_set("everyday_deed") or item.patients & item.named):
            for party in sorted(_doers(item) or _objects(item)):
                shelf = shelves.setdefault((names.root(item.lemma), party), ([], []))
                shelf[item.polarity == "negative"].append((ref, item))
    against: dict[Ref, set[Ref]] = defaultdict(set)
    for _, (yes, no) in sorted(shelves.items()):
        if len(yes) > _MOST:
            continue
        for negative, denied in no:
            against[negative] |= {
                positive
                for positive, affirmed in yes
                if positive.article != negative.article and _opposed(affirmed, denied)
            }
    firm = {ref for ref, item in reports if item.local.action.recorded}
    joined: dict[frozenset[Ref], set[Ref]] = defaultdict(set)
    for negative, given in sorted(against.items()):
        positives = frozenset(given)
        if not positives.isdisjoint(firm):
            joined[positives].add(negative)
    for positives, negatives in sorted(joined.items(), key=lambda pair: sorted(pair[1])):
        yield {DONE: sorted(positives), NOT_DONE: sorted(negatives)}


def _tells(item: Reported) -> bool:
    """Whether a verb reports the deed as done or not done; it may be off the record, as if its agent has no name."""
    action = item.local.action
    told = action.recorded or action.kept_back in _TOLD
    return told and item.modality in FACT and not action.rule.startswith("noun")


def _opposed(affirmed: Reported, denied: Reported) -> bool:
    """Whether one reports as done the very thing that the other reports as not done.

    A deed that is not done so far ("has not approved") may be done by the time of a later article.
    """
    if affirmed.kind != denied.kind or not _same_doing(affirmed, denied):
        return False
    first, second = affirmed.published, denied.published
    return not denied.so_far or first is None or second is None or first <= second


def _same_doing(one: Reported, two: Reported) -> bool:
    """Whether agent and object agree as far as both are given, and time and place are compatible."""
    doers, objects = _share(_doers(one), _doers(two)), _share(_objects(one), _objects(two))
    if doers is False or objects is False or not (doers or objects):
        return False
    if doers and objects is None and not (_doers(one) & _doers(two) & one.named):
        return False
    if objects and doers is None and not (one.touched & two.touched):
        return False
    known = bool((one.named | one.touched) & (two.named | two.touched))
    return (known or one.matter == two.matter >= 0) and _at_once(one, two)


def _share(left: frozenset[str], right: frozenset[str]) -> bool | None:
    """Whether two sets have a common element; None if both are empty."""
    return None if not left and not right else not left.isdisjoint(right)


def _doers(item: Reported) -> frozenset[str]:
    """The named agents, or else the head words of the agents' phrases."""
    return (item.agents & item.named) or item.agent_heads


def _objects(item: Reported) -> frozenset[str]:
    """The named patients, or else the head words of their phrases: "the gems of the crown" gives gems."""
    return (item.patients & item.named) or item.patient_heads


def _at_once(one: Reported, two: Reported) -> bool:
    first, second = one.date or one.partial, two.date or two.partial
    if first and second:
        if not (first.startswith(second) or second.startswith(first) or fits(first, second)):
            return False
    elif (first or second) and (one.date or two.date):
        told, other = (one, two) if one.date else (two, one)
        year = (other.published or "")[:4]
        if year and (told.date or "")[:4] < year:  # in one report it is long past, in the other it is news
            return False
    return one.place is None or two.place is None or one.place == two.place


def doers(reports: Reports, actors: Mapping[str, StoryActor]) -> Iterator[Positions]:
    """Different single named agents, in different articles, of a deed that only one can have done."""
    shelves: dict[tuple[str, str], list[tuple[Ref, Reported]]] = defaultdict(list)
    for ref, item in reports:
        single = item.lemma in word_set("done_by_one") and len(item.agents & item.named) == 1 == len(item.agents)
        if single and item.modality in FACT and item.polarity == "positive":
            for thing in sorted((item.patients & item.named) or item.patient_heads):
                shelves[item.lemma, thing].append((ref, item))
    for _, items in sorted(shelves.items()):
        given: dict[str, list[Ref]] = defaultdict(list)
        if len(items) > _MOST:
            continue
        for (ref, one), (other, two) in combinations(items, 2):
            (first,), (second,) = one.agents, two.agents
            same = bool(one.touched & two.touched) or one.matter == two.matter >= 0
            if first != second and same and _at_once(one, two) and exclusive(actors[first], actors[second]):
                given[first].append(ref)
                given[second].append(other)
        held = {iri: sorted(set(refs)) for iri, refs in given.items()}
        if held and apart(held):
            yield held


def elsewhere(given: Iterable[StoryActor]) -> bool:
    """Whether all are named towns or similar places, no two of which can be the same or share a word of a name."""
    actors = list(given)
    towns = all(item.type == "Place" and item.named for item in actors)
    return towns and all(
        two.iri not in one.possibly_same and _name_words(one).isdisjoint(_name_words(two))
        for one, two in combinations(actors, 2)
    )


def _name_words(actor: StoryActor) -> set[str]:
    return {names.stem(word) for name in (actor.name, *actor.alt_names) for word in names.words(name)}


def apart(given: Mapping[str, Iterable[Ref]]) -> bool:
    """Whether no article reports two of the values; an article that does so does not see them as contradictory."""
    articles = [article for refs in given.values() for article in {ref.article for ref in refs}]
    return len(set(articles)) == len(articles)


def exclusive(one: StoryActor, two: StoryActor) -> bool:
    """Whether two agents exclude each other: two people, two states or two companies.

    A body and its state, a company and its head, or two names that may belong to one actor do not.
    """
    if one.type != two.type or one.type not in _EXCLUSIVE or two.iri in one.possibly_same:
        return False
    return _name_words(one).isdisjoint(_name_words(two))


_EXCLUSIVE: frozenset[ActorType] = frozenset({"Person", "State", "Company"})
