"""Contradictory reports of one deed, whether or not they were merged into one action.

A deed reported as done by one article and as not done by another often becomes two actions, and so does a deed with
different agents in two articles. The deed is the same if its word, agent and object are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.blocks import Blocks
from onrecord.days import days_between
from onrecord.model import ActorType, Ref, StoryActor
from onrecord.resolve import doings, names
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.alike_places import Placed, by_key
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Reports = Sequence[tuple[Ref, Reported]]
Positions = Mapping[str, Sequence[Ref]]
Voice = Callable[[Reported], frozenset[str]]
"""Whose words a report is in: who is quoted, by ids of its article; nobody if they are the article's own."""
DONE = "done"
NOT_DONE = "not done"
DENIED = "denied"
"""In place of `NOT_DONE` if somebody denies the deed."""
PLANNED, NOT_PLANNED = "planned", "not planned"
_MOST = int(weights_of("judgements")["disputed.reports"])
"""If more reports than this share word and participant, they are about many deeds."""


def done_or_not(reports: Reports, denied: Mapping[Ref, str], voice: Voice) -> Iterator[Positions]:
    """Deeds that one account gives as done or planned by somebody, and another as not done or not planned.

    Accounts are those of two articles, or those of two whose words one article gives, by `voice`. `reports` are those
    that tell. Of everyday deeds without a named object those count that somebody denies, and the like; `denied` has
    their lemmas.
    """
    refuted = {names.root(lemma) for lemma in denied.values()}
    shelves = Blocks()
    for place, (_, item) in enumerate(reports):
        common = item.lemma in word_set("everyday_deed") and names.root(item.lemma) not in refuted
        stated = doings.is_fact(item) or (item.modality == "planned" and item.local.action.under is None)
        if stated and (not common or item.patients & item.named):
            parties = doings.doers_of(item) | item.doing or doings.objects_of(item)
            refuses = item.polarity == "negative"
            shelves.add(2 * place + refuses, ((names.root(item.lemma), party) for party in parties))
    against: dict[Ref, set[Ref]] = defaultdict(set)
    firm, plans = set[Ref](), set[Ref]()
    for both in shelves.shared():
        affirming, refusing = ([place // 2 for place in both if place % 2 == side] for side in (0, 1))
        for (positive, affirmed), negative in _contradicting(reports, affirming, refusing, voice):
            against[negative].add(positive)
            firm |= {positive} if affirmed.local.action.recorded else set()
            plans |= {positive} if affirmed.modality == "planned" else set()
    joined: dict[frozenset[Ref], set[Ref]] = defaultdict(set)
    for negative, given in sorted(against.items()):
        positives = frozenset(given)
        if not positives.isdisjoint(firm):
            joined[positives].add(negative)
    for positives, negatives in sorted(joined.items(), key=lambda pair: sorted(pair[1])):
        ahead = not plans.isdisjoint(positives)
        yes, no = (PLANNED, NOT_PLANNED) if ahead else (DONE, NOT_DONE)
        yield {yes: sorted(positives), no: sorted(negatives)}


def _contradicting(
    reports: Reports, affirming: Sequence[int], refusing: Sequence[int], voice: Voice
) -> Iterator[tuple[tuple[Ref, Reported], Ref]]:
    """Each report that affirms what another account refuses, with that one."""
    for negative, refusal in (reports[place] for place in refusing) if len(affirming) <= _MOST else ():
        for positive, affirmed in (reports[place] for place in affirming):
            if _opposed(affirmed, refusal) and _told_apart(affirmed, refusal, voice):
                yield (positive, affirmed), negative


def _told_apart(one: Reported, two: Reported, voice: Voice) -> bool:
    """Whether two articles, or two whose words one article gives, tell of it; one may be the article itself."""
    if one.article != two.article:
        return True
    left, right = voice(one), voice(two)
    return bool(left or right) and left.isdisjoint(right)


def _opposed(affirmed: Reported, denied: Reported) -> bool:
    """Whether one report gives as done or planned the very thing that the other gives as not done or not planned.

    A deed that is not done so far ("has not approved") may be done by the time of a later article, and a plan may be
    given up.
    """
    ahead = [item.modality == "planned" for item in (affirmed, denied)]
    if affirmed.kind != denied.kind or ahead[0] != ahead[1] or denied.modality == "attempted":
        return False
    anybody = not denied.agents & denied.named and denied.agent_heads & denied.indefinite
    if anybody or not doings.is_same(affirmed, denied):
        return False
    first, second = affirmed.published, denied.published
    if affirmed.modality == "planned":
        if (affirmed.doing & denied.doing).isdisjoint(affirmed.agents & affirmed.named):
            return False  # some of the voters may, and others may not
        days = days_between(first, second)
        return first is None or second is None or (days is not None and days <= _CHANGE_DAYS)
    return not denied.so_far or first is None or second is None or first <= second


_CHANGE_DAYS = int(weights_of("judgements")["disputed.change.days"])
"""Most days between two articles for a plan and its denial to be about one plan, which may have been changed."""


def doers(reports: Reports, actors: Mapping[str, StoryActor]) -> Iterator[Positions]:
    """Different single named agents, in different articles, of a deed that only one can have done."""
    for _, places in by_key(_by_one(reports)):
        items = [reports[place] for place in places] if 1 < len(places) <= _MOST else []
        given: dict[str, list[Ref]] = defaultdict(list)
        for (ref, one), (other, two) in combinations(items, 2):
            (first,), (second,) = one.agents, two.agents
            same = bool(one.touched & two.touched) or doings.in_one_matter(one, two)
            mood = one.modality == two.modality or {one.modality, two.modality} <= FACT
            if not (first != second and same and mood and doings.at_once(one, two)):
                continue
            if exclusive(actors[first], actors[second]):
                given[first].append(ref)
                given[second].append(other)
        held = {iri: sorted(set(refs)) for iri, refs in given.items()}
        if held and apart(held):
            yield held


def _by_one(reports: Reports) -> Iterator[Placed]:
    """The deeds that only one can have done, by word and object."""
    for place, (_, item) in enumerate(reports):
        single = item.lemma in word_set("done_by_one") and len(item.agents & item.named) == 1 == len(item.agents)
        if single and item.modality in FACT | {"planned"} and item.polarity == "positive":
            for thing in sorted((item.patients & item.named) or item.patient_heads):
                yield Placed(0, f"{item.lemma}\0{thing}", place)


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


def contradicted(given: Mapping[str, Sequence[Ref]]) -> dict[str, Sequence[Ref]]:
    """Those of the values that an article gives while another gives another one; not if one of the two gives both.

    Whoever tells two days of one thing knows of two deeds: "suspended on 12 March, to be returned by 20 March".
    """
    by = {value: {ref.article for ref in refs} for value, refs in given.items()}
    return {
        value: refs
        for value, refs in given.items()
        if any(by[value] - by[other] and by[other] - by[value] for other in given if other != value)
    }


def exclusive(one: StoryActor, two: StoryActor) -> bool:
    """Whether two agents exclude each other: two people, two states or two companies.

    A body and its state, a company and its head, or two names that may belong to one actor do not.
    """
    alike = any({one.type, two.type} <= types for types in _EXCLUSIVE)
    if not alike or two.iri in one.possibly_same or one.iri in two.possibly_same:
        return False
    return _name_words(one).isdisjoint(_name_words(two))


_EXCLUSIVE: tuple[frozenset[ActorType], ...] = (
    frozenset({"Person"}),
    frozenset({"State"}),
    frozenset({"Company", "Organization"}),
)
