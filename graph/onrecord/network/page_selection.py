"""Selects the part of a large collection for the page: its main deeds and statements, with all their evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.at_hand import known_words
from onrecord.model import Disagreement, Origin, Ref, Step, Story, StoryAction, StoryActor, StoryStatement
from onrecord.network.lookup import build_lookup
from onrecord.network.salience import rated
from onrecord.shelf import in_order
from onrecord.story.index import build_index, things_of

ARTICLES = 400
"""So many articles a page holds: about 25 MB, which a laptop opens in two or three seconds."""

Item = StoryAction | StoryStatement


def select_for_page(story: Story, articles: int = ARTICLES) -> Story:
    """`story` itself if it has at most so many articles; else what is worth most of it, out of so many articles.

    A deed or statement is in the part with every article that tells of it, or not at all, so that what is shown of it
    is what the whole graph shows. Those worth most (see `salience`) are taken first.
    """
    if len(story.analyses) <= articles:
        return story
    kept, chosen = _choose(story, articles)
    named = _names(chosen, story)
    things = known_words(item.iri for items in (story.actors, story.actions, story.statements) for item in items)

    def is_left_out(name: str) -> bool:
        return name in things and name not in named and name not in chosen

    return replace(
        story,
        analyses=tuple(item for item in story.analyses if item.article.id in kept),
        actors=tuple(_within(actor, kept) for actor in story.actors if actor.iri in named),
        actions=tuple(item for item in story.actions if item.iri in chosen),
        statements=tuple(item for item in story.statements if item.iri in chosen),
        judgements=tuple(item for item in story.judgements if item.left.article in kept and item.right.article in kept),
        origins=_origins(story, kept, chosen),
        courses=tuple(item for item in story.courses if item.about in named and _whole(item.steps, kept, chosen)),
        threads=tuple(
            item for item in story.threads if {item.about, item.speaker} <= named and _whole(item.steps, kept, chosen)
        ),
        side_by_side=tuple(
            item for item in story.side_by_side if {place.article for side in item.sides for place in side} <= kept
        ),
        reliances=tuple(item for item in story.reliances if item.article in kept),
        disagreements=tuple(
            item for item in story.disagreements if _articles(item) <= kept and not any(map(is_left_out, _things(item)))
        ),
    )


class _Worth(Struct, frozen=True, array_like=True):
    worth: float
    iri: str


def _choose(story: Story, most: int) -> tuple[set[str], dict[str, Item]]:
    """The articles and the items of the part."""
    rows = (_Worth(worth, iri) for iri, worth in rated(story, build_lookup(story)))
    items = things_of(story)
    kept: set[str] = set()
    chosen: dict[str, Item] = {}
    for row in in_order(_Worth, rows, lambda row: (-row.worth, row.iri)):
        item = items[row.iri]
        if isinstance(item, StoryActor):
            continue
        more = {ref.article for ref in item.refs} - kept
        if len(kept) + len(more) <= most:
            kept |= more
            chosen[item.iri] = item
    return kept, chosen


def _names(chosen: Mapping[str, Item], story: Story) -> set[str]:
    """The actors that a report of what was chosen names, and their members."""
    refs = {ref for item in chosen.values() for ref in item.refs}
    owner = build_index(story).homes
    found: set[str] = set()
    for analysis in story.analyses:
        key = analysis.article.id
        local: set[str | None] = set()
        for action in analysis.actions:
            if Ref(key, action.id) in refs:
                local.update((*action.agents, *action.patients, *action.directors, action.place))
        for said in analysis.statements:
            if Ref(key, said.id) in refs:
                local.update((*said.speakers, *said.on_behalf_of, *said.about, said.addressee, said.outlet))
        found.update(owner[ref] for one in local if one and (ref := Ref(key, one)) in owner)
    return found.union(*(actor.members for actor in story.actors if actor.iri in found))


def _within(actor: StoryActor, kept: set[str]) -> StoryActor:
    return replace(actor, refs=tuple(ref for ref in actor.refs if ref.article in kept))


def _whole(steps: Sequence[Step], kept: set[str], chosen: Mapping[str, Item]) -> bool:
    """Whether all steps of a course or thread are in the part."""
    return all(item.event in chosen and all(ref.article in kept for ref in item.refs) for item in steps)


def _origins(story: Story, kept: set[str], chosen: Mapping[str, Item]) -> tuple[Origin, ...]:
    """The origins that accounts of the part go back to, each with those accounts alone."""
    told = {ref for item in chosen.values() for ref in item.refs if ref.article in kept}
    found = ((item, tuple(ref for ref in item.refs if ref in told)) for item in story.origins)
    return tuple(replace(item, refs=refs) for item, refs in found if refs)


def _articles(item: Disagreement) -> set[str]:
    """Every article that a position is taken in."""
    refs = {ref.article for position in item.positions for ref in position.refs}
    return refs.union(place.article for position in item.positions for place in position.places)


def _things(item: Disagreement) -> set[str]:
    """What it is about, and its values; some of these are IRIs of actors."""
    return {item.about, *(position.value for position in item.positions)}
