"""Selects the part of a resolved story that belongs on record, from which graph, page and tables are made.

The analyses keep everything that was found; each action and statement says whether it is recorded. A story "on record"
has the recorded ones, the actors that take part in them or have a name, and no reference to anything left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from onrecord.at_hand import known_words
from onrecord.model import (
    Analysis,
    Disagreement,
    Judgement,
    Origin,
    Position,
    Ref,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.shelf import Shelf, after
from onrecord.story import clear_nodes
from onrecord.story.article_order import after_by_article
from onrecord.story.asserted import QUOTED, READING
from onrecord.story.caching import once_a_story
from onrecord.story.disputes import rehomed
from onrecord.story.figures import take_over_figures
from onrecord.story.index import Index, build_index
from onrecord.story.meaning import compared, with_courses, with_meaning
from onrecord.story.origins import of_kept
from onrecord.story.own_record import outward, recorded_together, shown_of, staying, with_actors
from onrecord.story.pages import Kept, put_aside
from onrecord.story.recorded_actions import Reports, as_told
from onrecord.story.shown_lines import unmarked

_WithRefs = TypeVar("_WithRefs", StoryActor, StoryStatement, StoryAction, Position)


def on_record(story: Story) -> Story:
    """`story` with what is published only; offsets, IRIs and ids stay as they are.

    What the story means is found from all that is on record; then what stands in the readings alone is left out, so
    that a report without a line of its own may still contradict another.

    An action within a statement that is kept back is kept back too: without the statement it would read as asserted.
    So is a statement of which nothing but a pronoun says who made it, and nobody in particular (`unnamed`). A
    statement within one that is kept back takes its place within the next one outward. Actors stay if they are
    named, speak, are spoken for or to, relay, take part in a recorded action, or are members of one that stays;
    unnamed ones only if a description tells them apart. Of these the graph has those as nodes that are clear by their
    label (`clear_nodes`).
    """
    parts = recorded_together(story.analyses)
    whole = compared(_with_analyses(story, parts))
    lines, look = shown_of(parts), build_index(whole)
    nodes = known_words((*clear_nodes.among(look, whole.actors, lines), *_disputed(whole, look)))
    limited = put_aside(with_actors(item, nodes) for item in lines)
    shown = _shown(whole, limited)
    if any(said.shown == QUOTED for item in story.analyses for said in item.statements):
        _reported.keep(shown, _shown(whole, shown_of(parts, {READING})))
    return shown


def _shown(whole: Story, analyses: Sequence[Analysis]) -> Story:
    """What of a compared story `analyses` tell."""
    found = _at_home(_with_analyses(whole, analyses))
    take_over_figures(found, whole)
    return with_courses(found)


def _disputed(story: Story, look: Index) -> Iterator[str]:
    """IRIs of what accounts disagree about, and of whom they name."""
    for item in story.disagreements:
        yield from (item.about, rehomed(look, item).about)
        yield from (one.value for one in item.positions)


@once_a_story
def _reported(story: Story) -> Story | None:  # noqa: ARG001  # kept for a story by `on_record`
    return None


def as_reported(story: Story) -> Story:
    """What a report tells of a published `story`: with statements that it quotes and that make no line elsewhere."""
    return _reported(story) or story


def _at_home(story: Story) -> Story:
    """`story` with disagreements about what has no line as ones about whoever their sentences mention."""
    look = build_index(story)
    found = (item if _is_at_home(look, item) else rehomed(look, item) for item in story.disagreements)
    story = replace(story, disagreements=tuple(item for item in found if item.about in look.things))
    build_index.keep(story, look.of(story))
    return story


def _is_at_home(look: Index, item: Disagreement) -> bool:
    """Whether what accounts disagree about is told by a line of one of their articles, or is no deed."""
    thing = look.things.get(item.about)
    if not isinstance(thing, StoryAction):
        return thing is not None
    told = {ref.article for ref in thing.refs}
    sides = {ref.article for side in item.positions for ref in side.refs}
    sides |= {place.article for side in item.positions for place in side.places}
    return not told.isdisjoint(sides)


def _with_analyses(story: Story, analyses: Sequence[Analysis]) -> Story:
    """`story` with the nodes of which `analyses` tell, and what they tell of them."""
    kept = Kept(analyses)
    story = of_kept(story, kept)
    iris = known_words(item.iri for item in story.actors if _any(item.refs, kept))
    stays = known_words(item.iri for item in story.statements if _any(item.refs, kept))
    deeds = known_words(item.iri for item in story.actions if _any(item.refs, kept))
    within = {item.iri: item.within for item in story.statements if item.within is not None}
    reports = Reports(analyses)
    return replace(
        story,
        analyses=analyses,
        actors=Shelf(StoryActor, (_actor(_with_refs(item, kept), iris) for item in story.actors if item.iri in iris)),
        statements=Shelf(
            StoryStatement,
            (
                replace(
                    _statement(_with_refs(item, kept), iris),
                    within=outward(item.within, stays, within),
                    variants=tuple(one for one in item.variants if one.left in kept and one.right in kept),
                )
                for item in story.statements
                if item.iri in stays
            ),
        ),
        actions=after_by_article(
            StoryAction,
            Shelf(StoryAction, (_with_refs(item, kept) for item in story.actions if item.iri in deeds)),
            lambda item: as_told(item, iris, reports.of(item.refs)),
            reports.positions,
        ),
        judgements=Shelf(Judgement, (item for item in story.judgements if item.left in kept and item.right in kept)),
        disagreements=_disagreements(story, kept, iris, deeds),
        origins=after(Origin, story.origins, lambda item: _of_node(item, iris)),
    )


def _of_node(item: Origin, nodes: Container[str]) -> Origin:
    """An origin that names whom it is only if they are a node."""
    return item if item.actor is None or item.actor in nodes else replace(item, actor=None)


def trimmed(story: Story) -> Story:
    """`story` with the reports and actors of its record alone; what it means is not found anew."""
    analyses = recorded_together(story.analyses)
    stays = known_words(actor.iri for item in analyses for actor in item.actors if actor.iri)
    return replace(
        story, analyses=analyses, actors=Shelf(StoryActor, (item for item in story.actors if item.iri in stays))
    )


def everything(story: Story) -> Story:
    """`story` with a line for all that was found."""
    return with_meaning(replace(story, analyses=after(Analysis, story.analyses, unmarked)))


def _any(refs: Iterable[Ref], kept: Container[Ref]) -> bool:
    return any(ref in kept for ref in refs)


def _with_refs(item: _WithRefs, kept: Container[Ref]) -> _WithRefs:
    return replace(item, refs=tuple(ref for ref in item.refs if ref in kept))


def _statement(item: StoryStatement, iris: Container[str]) -> StoryStatement:
    """The statement with those of the people and bodies around it that stay."""
    return replace(
        item,
        speakers=staying(item.speakers, iris),
        on_behalf_of=staying(item.on_behalf_of, iris),
        addressees=staying(item.addressees, iris),
        outlets=staying(item.outlets, iris),
        about=staying(item.about, iris),
    )


def _actor(item: StoryActor, iris: Container[str]) -> StoryActor:
    return replace(
        item,
        members=staying(item.members, iris),
        possibly_same=staying(item.possibly_same, iris),
    )


def _disagreements(
    story: Story, kept: Container[Ref], iris: Container[str], deeds: Container[str]
) -> tuple[Disagreement, ...]:
    """Disagreements of which recorded reports or statements, or sentences, take at least two positions.

    Those that have a label need no thing on record that they are about; `find_disagreements` gives them one. Actors
    who are not on record are named.
    """
    found = []
    values = {one.value for item in story.disagreements for one in item.positions}
    called = {item.iri: item.name for item in story.actors if item.iri in values and item.iri not in iris}
    for item in story.disagreements:
        positions = tuple(
            replace(_with_refs(one, kept), value=called.get(one.value, one.value))
            for one in item.positions
            if one.places or _any(one.refs, kept)
        )
        if (item.about in iris or item.about in deeds or item.label) and len(positions) > 1:
            found.append(replace(item, positions=positions))
    return tuple(found)
