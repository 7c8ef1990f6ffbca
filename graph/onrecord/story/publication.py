"""Selects the part of a resolved story that belongs on record, from which graph, page and tables are made.

The analyses keep everything that was found; each action and statement says whether it is recorded. A story "on record"
has the recorded ones, the actors that take part in them or have a name, and no reference to anything left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.actor_kinds import THINGS
from onrecord.at_hand import known_words
from onrecord.model import (
    Action,
    ActorType,
    Analysis,
    Disagreement,
    Judgement,
    Position,
    Ref,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.shelf import Shelf
from onrecord.story.asserted import MENTION
from onrecord.story.background import in_passing, recurring
from onrecord.story.descriptions import is_brought_in
from onrecord.story.meaning import with_meaning
from onrecord.story.pages import Kept, put_aside
from onrecord.story.recorded_actions import Reports, as_told
from onrecord.story.unnamed import nobody_in_particular, pronouns_of

_PASSING: dict[ActorType, int] = {"Place": 2, "State": 1}
"""Most statements about a place that is still considered a mere location."""
_WithRefs = TypeVar("_WithRefs", StoryActor, StoryStatement, StoryAction, Position)


def on_record(story: Story) -> Story:
    """`story` with what belongs on record only; offsets, IRIs and ids stay as they are.

    An action within a statement that is kept back is kept back too: without the statement it would read as asserted.
    So is a statement of which nothing but a pronoun says who made it, and nobody in particular (`unnamed`). A
    statement within one that is kept back takes its place within the next one outward. Actors stay if they are
    named, speak, are spoken for or to, relay, take part in a recorded action, or are members of one that stays;
    unnamed ones only if a description tells them apart.
    """
    analyses = recorded_together(story.analyses)
    kept = Kept(analyses)
    iris = known_words(item.iri for item in story.actors if _any(item.refs, kept))
    stays = known_words(item.iri for item in story.statements if _any(item.refs, kept))
    deeds = known_words(item.iri for item in story.actions if _any(item.refs, kept))
    within = {item.iri: item.within for item in story.statements if item.within is not None}
    reports = Reports(analyses)
    return with_meaning(
        replace(
            story,
            analyses=analyses,
            actors=Shelf(
                StoryActor, (_actor(_with_refs(item, kept), iris) for item in story.actors if item.iri in iris)
            ),
            statements=Shelf(
                StoryStatement,
                (
                    replace(
                        _statement(_with_refs(item, kept), iris),
                        within=_outward(item.within, stays, within),
                        variants=tuple(one for one in item.variants if one.left in kept and one.right in kept),
                    )
                    for item in story.statements
                    if item.iri in stays
                ),
            ),
            actions=Shelf(
                StoryAction,
                (
                    as_told(told, iris, reports.of(told.refs))
                    for item in story.actions
                    if item.iri in deeds
                    for told in [_with_refs(item, kept)]
                ),
            ),
            judgements=Shelf(
                Judgement, (item for item in story.judgements if item.left in kept and item.right in kept)
            ),
            disagreements=_disagreements(story, kept, iris, deeds),
        )
    )


def trimmed(story: Story) -> Story:
    """`story` with the reports and actors of its record alone; what it means is not found anew."""
    analyses = recorded_together(story.analyses)
    stays = known_words(actor.iri for item in analyses for actor in item.actors if actor.iri)
    return replace(
        story, analyses=analyses, actors=Shelf(StoryActor, (item for item in story.actors if item.iri in stays))
    )


def lines(analysis: Analysis) -> tuple[Action, ...]:
    """The reports of one published article that are lines of their own in tables and lists.

    A noun for a deed told elsewhere only shows that it is spoken of; what is ordered or decided is told with the order
    or decision if the two are one action.
    """
    homes = {item.id: item.iri for item in analysis.actions if item.iri}
    return tuple(
        item
        for item in analysis.actions
        if item.kept_back != MENTION and not (item.under in homes and homes[item.under] == item.iri)
    )


def recorded_together(analyses: Sequence[Analysis]) -> Shelf[Analysis]:
    """The parts of all articles on record, as resolved: what `recorded` gives, and every name of an actor that stays.

    An actor may matter in one article and be named in passing, or described as anybody could be, in another. Without
    that name the judgements that join the others to it would be missing, and nothing would explain why those are one.
    """
    alone = put_aside(map(recorded, analyses))
    stays = known_words(actor.iri for first in alone for actor in first.actors if actor.iri)

    def together(item: Analysis, first: Analysis) -> Analysis:
        more = {actor.id for actor in item.actors if actor.iri and actor.iri in stays}
        return first if more <= {actor.id for actor in first.actors} else recorded(item, more)

    whole = iter(analyses)
    return alone.changed(lambda first: together(next(whole), first))


def recorded(analysis: Analysis, also: Collection[str] = ()) -> Analysis:
    """One article's part of a story on record, with the actors `also` by id; see `on_record`."""
    within = {item.id: item.within for item in analysis.statements}
    told = [item for item in analysis.actions if item.recorded or item.kept_back == MENTION]
    open_ = nobody_in_particular(analysis, [item for item in analysis.statements if item.recorded], told) - set(also)
    pronouns = pronouns_of(analysis, open_)
    statements = {
        item.id: item
        for item in analysis.statements
        if item.recorded and not (item.source and {*item.speakers} <= open_ and pronouns.issuperset(item.source))
    }
    actions = {item.id: item for item in told if item.within is None or item.within in statements}
    needed = _needed(analysis, tuple(statements.values()), tuple(actions.values()), open_) | set(also)
    return replace(
        analysis,
        actors=tuple(
            replace(item, members=_staying(item.members, needed)) for item in analysis.actors if item.id in needed
        ),
        statements=tuple(
            replace(
                item,
                speakers=_staying(item.speakers, needed),
                on_behalf_of=_staying(item.on_behalf_of, needed),
                addressee=item.addressee if item.addressee in needed else None,
                outlet=item.outlet if item.outlet in needed else None,
                about=_staying(item.about, needed),
                within=_outward(item.within, statements, within),
            )
            for item in statements.values()
        ),
        actions=tuple(
            replace(
                item,
                agents=_staying(item.agents, needed),
                patients=_staying(item.patients, needed),
                directors=_staying(item.directors, needed),
                under=item.under if item.under in actions else None,
            )
            for item in actions.values()
        ),
    )


def _staying(keys: Iterable[str], kept: Container[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in kept)


def _needed(
    analysis: Analysis, statements: Collection[Statement], actions: Collection[Action], open_: Collection[str]
) -> set[str]:
    """Ids of the actors that stay: those that do, say or are told something, and named ones that somebody speaks about.

    A place that is spoken about once or twice is mostly where something is. Whoever is only named does not stay, unless
    the article comes back to the name time and again.
    """
    told = Counter(key for said in statements for key in said.about)
    found = {
        item.id
        for item in analysis.actors
        if item.named and item.type != "Thing" and told[item.id] > _PASSING.get(item.type, 0)
    }
    found |= recurring(analysis)
    found -= in_passing(analysis, told.keys())
    for said in statements:
        found.update((*said.speakers, *said.on_behalf_of, *filter(None, (said.addressee, said.outlet))))
    found |= _taking_part(analysis, actions)
    found.difference_update(open_)
    members = {item.id: item.members for item in analysis.actors}
    waiting = list(found)
    for key in waiting:
        new = [one for one in members.get(key, ()) if one not in found and one not in open_]
        found.update(new)
        waiting.extend(new)
    return found


def _taking_part(analysis: Analysis, actions: Iterable[Action]) -> set[str]:
    """Ids of those who take part in a deed: whoever is named, and unnamed people who act with or on somebody named.

    For others ("its doors", "voters" who turned out) the deed keeps only the words, as for an unnamed thing unless
    several deeds are about it, and for what is only counted or brought in to suffer the deed ("a wreath").
    """
    actors = {item.id: item for item in analysis.actors}
    found: set[str] = set()
    deeds: Counter[str] = Counter()
    homes = {done.id: done.iri for done in actions}
    for done in actions:
        present = {*done.agents, *done.patients} & actors.keys()
        named = {key for key in present if actors[key].named}
        found |= named | {*done.directors} | ({done.place} if done.place else set())
        again = done.iri is not None and homes.get(done.under or "") == done.iri  # decided on and done
        for key in present - named if named else ():
            only_suffers = key not in done.agents and actors[key].type != "Person" and is_brought_in(actors[key].name)
            deeds[key] += not again and not only_suffers
            if (actors[key].type not in THINGS and not only_suffers) or deeds[key] > 1:
                found.add(key)
    return found


def _outward(within: str | None, stays: Container[str], above: Mapping[str, str | None]) -> str | None:
    """The innermost statement around that stays."""
    while within is not None and within not in stays:
        within = above.get(within)
    return within


def _any(refs: Iterable[Ref], kept: Container[Ref]) -> bool:
    return any(ref in kept for ref in refs)


def _with_refs(item: _WithRefs, kept: Container[Ref]) -> _WithRefs:
    return replace(item, refs=tuple(ref for ref in item.refs if ref in kept))


def _statement(item: StoryStatement, iris: Container[str]) -> StoryStatement:
    """The statement with those of the people and bodies around it that stay."""
    return replace(
        item,
        speakers=_staying(item.speakers, iris),
        on_behalf_of=_staying(item.on_behalf_of, iris),
        addressees=_staying(item.addressees, iris),
        outlets=_staying(item.outlets, iris),
        about=_staying(item.about, iris),
    )


def _actor(item: StoryActor, iris: Container[str]) -> StoryActor:
    return replace(
        item,
        members=_staying(item.members, iris),
        possibly_same=_staying(item.possibly_same, iris),
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
