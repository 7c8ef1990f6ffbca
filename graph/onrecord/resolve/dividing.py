"""Divides a local actor that a person's correction says are two."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from onrecord.model import Action, Actor, Analysis, Mention, Span, Statement
from onrecord.value_groups import FORMS, NAMES


def divided(analysis: Analysis, local: str, off: Collection[Span]) -> tuple[Analysis, str]:
    """`analysis` with the mentions `off` of the actor `local` made a separate actor, and the new actor's local id.

    Statements and actions go with the mentions in their own words (source, agent, content) or, if there are none, with
    the last mention before them. A group that had the actor as a member keeps both.
    """
    actor = next(item for item in analysis.actors if item.id == local)
    gone = tuple(item for item in actor.mentions if (item.start, item.end) in off)
    kept = tuple(item for item in actor.mentions if (item.start, item.end) not in off)
    new = _new_id(analysis, local)
    sides = _Sides(local, new, kept, gone)
    actors = []
    for item in analysis.actors:
        if item.id == local:
            actors += [_part(analysis, actor, kept, local), _part(analysis, actor, gone, new)]
        else:
            both = tuple(side for key in item.members for side in ((local, new) if key == local else (key,)))
            actors.append(replace(item, members=both))
    return replace(
        analysis,
        actors=tuple(actors),
        statements=tuple(_statement(item, sides) for item in analysis.statements),
        actions=tuple(_action(item, sides) for item in analysis.actions),
    ), new


def _new_id(analysis: Analysis, local: str) -> str:
    taken = {item.id for item in analysis.actors}
    return next(name for number in range(2, len(taken) + 3) if (name := f"{local}-{number}") not in taken)


def _part(analysis: Analysis, actor: Actor, mentions: tuple[Mention, ...], local: str) -> Actor:
    """The actor with some of its mentions; it keeps its name if one of them prints it."""
    text = analysis.article.text
    printed = [(text[item.start : item.end], item.form) for item in mentions]
    if any(actor.name == words for words, _ in printed):
        return replace(actor, id=local, mentions=mentions)
    name, form = min(printed, key=lambda item: (FORMS.index(item[1]), -len(item[0])))
    named = actor.named and form in NAMES
    return replace(actor, id=local, name=name, named=named, mentions=mentions, members=())


class _Sides:
    """Decides which of the two actors the words of the article refer to."""

    def __init__(self, old: str, new: str, kept: Sequence[Mention], gone: Sequence[Mention]) -> None:
        self.old, self.new = old, new
        self.mentions = sorted(
            [((item.start, item.end), old) for item in kept] + [((item.start, item.end), new) for item in gone]
        )

    def of(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """The ids of one of the two actors or both, the old one first."""
        found = {side for (start, end), side in self.mentions if any(a < end and start < b for a, b in spans)}
        if found:
            return tuple(side for side in (self.old, self.new) if side in found)
        first = min(spans, default=(0, 0))[0]
        before = [side for (start, _), side in self.mentions if start < first]
        return (before[-1] if before else self.mentions[0][1],)

    def all_of(self, keys: Sequence[str], spans: Sequence[Span]) -> tuple[str, ...]:
        """`keys` with the old id replaced by the ids of those mentioned in `spans`."""
        return tuple(side for key in keys for side in (self.of(spans) if key == self.old else (key,)))

    def one_of(self, key: str | None, spans: Sequence[Span]) -> str | None:
        """`key`, or if it is the old id, the first of those mentioned in `spans`."""
        return self.of(spans)[0] if key == self.old else key


def _statement(item: Statement, sides: _Sides) -> Statement:
    frame = (*item.source, *item.cue) or item.content
    return replace(
        item,
        speakers=sides.all_of(item.speakers, item.source or frame),
        on_behalf_of=sides.all_of(item.on_behalf_of, item.source or frame),
        addressee=sides.one_of(item.addressee, item.cue),
        outlet=sides.one_of(item.outlet, item.cue),
        about=sides.all_of(item.about, item.content),
    )


def _action(item: Action, sides: _Sides) -> Action:
    return replace(
        item,
        agents=sides.all_of(item.agents, item.agent_spans or item.trigger),
        patients=sides.all_of(item.patients, item.patient_spans or item.trigger),
        directors=sides.all_of(item.directors, item.directive_spans or item.trigger),
        place=sides.one_of(item.place, item.trigger),
    )
