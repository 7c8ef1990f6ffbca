"""Actions across articles: reports -> candidate pairs -> verdicts -> clusters -> folding -> merge -> disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, groupby

from msgspec import structs
from msgspec.structs import replace

from onrecord.at_hand import ByName, known_words
from onrecord.model import Action, Disagreement, Story, StoryAction, StoryActor
from onrecord.resolve import deadlines, disagreements, each_once, likeness, local, overrides, refuted, unlike
from onrecord.resolve.actions import blocking, folding, judgement, merge
from onrecord.resolve.actions.context import count_holding
from onrecord.resolve.actions.event_words import facets
from onrecord.resolve.actions.reported import Reported, kind_of, look_up, to_reported
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.disjoint import UnionFind
from onrecord.resolve.judgements import telling
from onrecord.resolve.work import Work, grouped, put_aside
from onrecord.shelf import Seen, Shelf, in_order
from onrecord.story.asserted import MENTION
from onrecord.story.storylines import group_articles

_HELD = 24_000_000
"""Bytes of reports that are at hand: pairs of them are asked for in the order of the first one alone."""


def resolved(
    work: Work, actors_: ByName[StoryActor], alike: Mapping[tuple[int, int], float]
) -> tuple[Shelf[StoryAction], list[Disagreement]]:
    """The actions of the story and what articles report differently about them; `actors_` is by IRI."""
    named = known_words(item.iri for item in actors_.values() if item.named)
    matters = likeness.groups(work.texts, alike, judgement.EVEN, work.by)
    told: list[frozenset[str]] = []

    def reported() -> Iterator[Reported]:
        holding = count_holding(work.texts)
        for article, found in groupby(local.actions(work.analyses, work.base), key=lambda item: item.article):
            look = look_up(work.analyses[article], holding, matters[article])
            for item in found:
                told.append(facets(item.action.lemma.casefold(), kind_of(item.action)))
                yield to_reported(item, look, work.actor_of, work.statement_of, named)

    items = Shelf(Reported, reported(), held=_HELD, row=1)
    refs = Seen(items, lambda item: item.local.ref)
    apart = overrides.alone(work.found, "action", refs)
    judged = judgement.verdicts(items, blocking.pairs(items, alike, work.by), alike, work.by)
    by_people = overrides.verdicts(work.found, "action", refs)
    verdicts = put_aside(overrides.without(judged, apart), by_people)
    groups = work.by.balanced(len(items), verdicts, judgement.SAME, told, tolerated=judgement.TOLERATED)
    told_once = folding.folded(groups, items, work.texts, _judged(by_people))
    explained = (judgement.explained(item, items, alike) for item in telling(verdicts, groups, "action"))
    kept, groups = chain(explained, told_once.verdicts), told_once.groups
    items = _as_mentions(work, items, told_once.nouns)
    work.action_of = story_of = grouped(work, "action", Seen(items, lambda item: item.local), groups, kept)
    group_of: dict[str, int] = {}

    def merged() -> Iterator[StoryAction]:
        for number, group in enumerate(groups):
            item = merge.merged([items[place].local for place in group], work.texts, work.actor_of, named)
            if len(group) > 1:
                group_of[item.iri] = number
            yield item

    stories = in_order(
        StoryAction, overrides.put_right(work.found, "action", merged(), story_of), lambda item: item.iri
    )
    wider = _wider(work, matters, actors_, stories)
    every = Seen(items, lambda item: (item.local.ref, _placed(item, wider)))
    pairs = ((item, [every[place] for place in groups[group_of[item.iri]]]) for item in stories if len(item.refs) > 1)
    of_actions = disagreements.of_actions(pairs, actors_, work.base)
    of_actions += disagreements.of_opposed(every, work.analyses, story_of, actors_, work.base)
    unlike_words = unlike.of_unlike(every, work.analyses, story_of, actors_, work.actor_of, work.base)
    unlike_words += deadlines.of_limits(every, work.analyses, actors_, work.actor_of, work.base)
    unlike_words += refuted.of_refuted(every, work.analyses, story_of, actors_, work.actor_of, work.base)
    by_when = disagreements.of_deadlines(every, work.analyses, work.base)
    return stories, each_once.once(of_actions, by_when, unlike_words)


def _wider(
    work: Work, matters: Sequence[int], actors_: ByName[StoryActor], actions: Sequence[StoryAction]
) -> list[int]:
    """For each article, by position, the number of its matter or, if that tells more, of the story that it tells."""
    places = work.articles
    forest = UnionFind(len(places))
    for place, matter in enumerate(matters):
        forest.join(matter, place)
    story = Story(
        base=work.base,
        analyses=work.analyses,
        actors=actors_.sequence,
        actions=actions,
        statements=(),
    )
    for first, *others in group_articles(story):
        for other in others:
            forest.join(places[first], places[other])
    return [forest.root(place) for place in range(len(places))]


def _placed(item: Reported, matters: Sequence[int]) -> Reported:
    matter = matters[item.article]
    return item if item.matter == matter else structs.replace(item, matter=matter)


def _judged(by_people: Iterable[Verdict]) -> frozenset[int]:
    """Positions of items that a person has judged different from others."""
    apart = [item for item in by_people if item.decision == "different"]
    return frozenset(place for item in apart for place in (item.left, item.right))


def _as_mentions(work: Work, items: Shelf[Reported], nouns: frozenset[int]) -> Shelf[Reported]:
    """`items` with those at `nouns` marked, here and in the analyses, as mentions of a deed reported elsewhere.

    Such marks from earlier runs, in which the deed was reported elsewhere, are removed.
    """
    new: dict[tuple[str, str], str] = {}
    places = count()

    def with_mark(item: Reported) -> Reported:
        action, ref = item.local.action, item.local.ref
        if next(places) in nouns:
            reason = MENTION
        elif action.kept_back == MENTION:
            reason = folding.TOPIC
        else:
            return item
        new[ref.article, ref.local] = reason
        return structs.replace(item, local=structs.replace(item.local, action=replace(action, kept_back=reason)))

    def marked(item: Action, article: str) -> Action:
        reason = new.get((article, item.id))
        return item if reason is None else replace(item, kept_back=reason)

    told = items.changed(with_mark)
    changed = {article for article, _ in new}
    work.analyses = work.analyses.changed(
        lambda item: (
            replace(item, actions=tuple(marked(one, item.article.id) for one in item.actions))
            if item.article.id in changed
            else item
        )
    )
    return told
