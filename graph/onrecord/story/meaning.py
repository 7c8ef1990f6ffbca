"""Adds what depends on the story as a whole: chief reports, labels, origins, disputes, courses, threads."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Ref, Story, StoryAction, StoryActor
from onrecord.shelf import after
from onrecord.story import reading
from onrecord.story.asserted import is_asserted
from onrecord.story.courses import find_courses
from onrecord.story.disputed_copies import changed
from onrecord.story.disputed_roles import turned
from onrecord.story.disputed_speakers import with_other_speakers
from onrecord.story.disputes import find_disagreements
from onrecord.story.index import Index, build_index
from onrecord.story.labels import labelled
from onrecord.story.origins import with_origins
from onrecord.story.reuse import find_reuse
from onrecord.story.storylines import group_articles
from onrecord.story.threads import find_threads


def with_meaning(story: Story) -> Story:
    """`story` with all of these; previous values are replaced."""
    look = build_index(story)
    story = replace(story, actions=after(StoryAction, story.actions, lambda item: _read(item, look)))
    story = labelled(story, look.of(story))
    group = {key: number for number, keys in enumerate(group_articles(story)) for key in keys}
    reuse = find_reuse(story.analyses)
    story = with_origins(story, look.of(story), group, reuse)
    whole = look.of(story)
    disputed = [*find_disagreements(story, whole), *with_other_speakers(story, whole, group)]
    disputed += turned(story, whole, group)
    disputed += changed(story, whole, reuse, disputed)
    story = replace(
        story,
        disagreements=tuple(sorted(disputed, key=lambda item: item.iri)),
        courses=find_courses(story, whole),
        threads=find_threads(story, whole),
    )
    build_index.keep(story, look.of(story))
    return story


def _read(item: StoryAction, look: Index) -> StoryAction:
    """The action with a chief report from the story and the roles of that report."""
    if item.chief in look.actions:
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
        asserted=firm,
        agents=tuple(sorted(chief.agents)) if firm else (),
        patients=tuple(sorted(chief.patients)) if firm else (),
    )


def _roles(ref: Ref, look: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
    report = look.actions[ref]
    return look.owners(ref.article, report.agents), look.owners(ref.article, report.patients)
