"""Adds what depends on the story as a whole: chief reports, labels, origins, disputes, courses, threads."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from onrecord.model import Ref, Story, StoryAction, StoryActor, StoryStatement
from onrecord.story import reading
from onrecord.story.article_order import after_by_article
from onrecord.story.asserted import LINES, QUOTED, is_asserted
from onrecord.story.courses import find_courses
from onrecord.story.disputed_copies import changed
from onrecord.story.disputed_roles import turned
from onrecord.story.disputed_speakers import with_other_speakers
from onrecord.story.disputes import find_disagreements
from onrecord.story.figures import take_over_figures
from onrecord.story.index import Index, build_index
from onrecord.story.labels import labelled
from onrecord.story.origins import with_origins, without_opponents
from onrecord.story.reuse import find_reuse
from onrecord.story.side_by_side import find_side_by_side
from onrecord.story.storylines import group_articles, likeness
from onrecord.story.threads import find_threads


def with_meaning(story: Story) -> Story:
    """`story` with all of these; previous values are replaced."""
    return with_courses(compared(story))


def compared(story: Story) -> Story:
    """`story` with all of these but courses and threads."""
    look = build_index(story)
    story = replace(
        story, actions=after_by_article(StoryAction, story.actions, lambda item: _read(item, look), look.positions)
    )
    story = replace(
        story,
        statements=after_by_article(
            StoryStatement, story.statements, lambda item: _printed(item, look), look.positions
        ),
    )
    story = labelled(story, look.of(story))
    alike = likeness(story)
    group = {key: number for number, keys in enumerate(group_articles(story)) for key in keys}
    reuse = find_reuse(story.analyses)
    story = with_origins(story, look.of(story), group, reuse)
    likeness.keep(story, alike)  # its names and deeds are the same
    whole = look.of(story)
    disputed = [*find_disagreements(story, whole, group), *with_other_speakers(story, whole, group)]
    disputed += turned(story, whole, group)
    disputed += changed(story, whole, reuse, disputed)
    disagreements = tuple(sorted(disputed, key=lambda item: item.iri))
    beside = find_side_by_side(story, whole, group, disagreements)
    story = without_opponents(story, whole, disagreements)
    return _with(story, look, disagreements=disagreements, side_by_side=beside)


def with_courses(story: Story) -> Story:
    """`story` with the courses and threads of what it shows; previous ones are replaced."""
    look = build_index(story)
    found = _with(story, look, courses=find_courses(story, look), threads=find_threads(story, look))
    group_articles.keep(found, group_articles(story))
    return found


def _with(story: Story, look: Index, **more: Any) -> Story:
    """`story` with `more`, and with what is known of its reports and figures."""
    found = replace(story, **more)
    build_index.keep(found, look.of(found))
    take_over_figures(found, story)
    return found


def _read(item: StoryAction, look: Index) -> StoryAction:
    """The action with a chief report from the story and the roles of that report."""
    known = look.actions.get(item.chief) if item.chief else None
    if known is not None and known.shown in LINES:
        return item
    roles = {ref: _roles(ref, look) for ref in item.refs}
    taking = {iri: look.things.get(iri) for both in roles.values() for role in both for iri in role}
    named = {iri for iri, thing in taking.items() if isinstance(thing, StoryActor) and thing.named}
    told = [reading.told(ref, look.actions[ref], *roles[ref], named) for ref in item.refs]
    chief = reading.chief(told, item.type, reading.dated((one.ref, one.action) for one in told))
    firm = is_asserted(chief.action)
    return replace(
        item,
        chief=chief.ref,
        asserted=any(is_asserted(one.action) for one in told),
        agents=tuple(sorted(chief.agents)) if firm else (),
        patients=tuple(sorted(chief.patients)) if firm else (),
    )


def _printed(item: StoryStatement, look: Index) -> StoryStatement:
    """The statement with a chief printing that makes a line, or if none does, one that a report can quote."""
    lines = [ref for ref in item.refs if look.statements[ref].shown in LINES]
    told = lines or [ref for ref in item.refs if look.statements[ref].shown == QUOTED]
    if item.chief in told or not told:
        return item
    return replace(item, chief=max(told, key=lambda ref: (_length(look, ref), ref)))


def _length(look: Index, ref: Ref) -> int:
    return sum(end - start for start, end in look.statements[ref].content)


def _roles(ref: Ref, look: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
    report = look.actions[ref]
    return look.owners(ref.article, report.agents), look.owners(ref.article, report.patients)
