"""The sections on who said what, who would not comment, what sources without a name claim, and who is not quoted."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.actor_kinds import BODIES
from onrecord.model import Ref, StoryAction, StoryActor, StoryStatement
from onrecord.report import alone
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.word_sets import word_set

_SAID = 48
"""Most lines on who said what, so that they fit on a page."""
_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOBODY = frozenset({"State", "Place", "Product", "Thing", "Outlet"})
"""Types of actors that no reporter asks for comment, and outlets, which do the asking."""


def statements(part: Part) -> Section:
    """Statements of speakers who are known, by speaker; those that several articles print come first."""
    found = []
    for item in part.statements():
        names = [thing.name for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
        names = names or [" ".join(_source(part, item.chief or item.refs[0])).capitalize()]
        if _is_known(part, item) and item.kind != "refusal_to_comment":
            found.append((names[0], -len({ref.article for ref in item.refs}), item.iri, item))
    found.sort(key=lambda row: row[:3])
    told = [(item, clear) for *_, item in found if (clear := alone.words_of(part, item))]
    lines = [Line(label, part.cite(item.refs), support=alone.support(part, item, ref)) for item, (label, ref) in told]
    return Section("Who said what", tuple(lines[:_SAID]))


def _is_known(part: Part, item: StoryStatement) -> bool:
    """Whether a speaker has a name or is the one body of its kind in the story: "the government", "police"."""
    speakers = [thing for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
    if not speakers:
        return " ".join(_source(part, item.chief or item.refs[0])) in word_set("body_without_article")
    return any(one.named or _is_one(one) for one in speakers)


def _is_one(speaker: StoryActor) -> bool:
    name = speaker.name.casefold()
    return name in word_set("body_without_article") or (speaker.type in BODIES and name.startswith("the "))


def unnamed(part: Part) -> Section:
    """Statements whose speaker has no name and is no body that is known without one."""
    without = {item.iri: item for item in part.story.origins if item.kind == "unnamed_source"}
    lines = []
    for item in part.statements():
        told = bool(item.origins) and set(item.origins) <= set(without) and not _is_known(part, item)
        clear = alone.words_of(part, item) if told and item.kind != "refusal_to_comment" else None
        if clear is not None:
            label, ref = clear
            reasons = sorted({without[iri].reason for iri in item.origins} - {""})
            support = "; ".join([alone.support(part, item, ref), *reasons])
            lines.append(Line(label, part.cite(item.refs), support=support))
    return Section("Claims by unnamed sources", tuple(lines))


def _source(part: Part, ref: Ref) -> list[str]:
    """The words for the source of a statement, without the ending of an owner."""
    words = part.look.words(ref.article, part.look.statements[ref].source)
    return [item[0].casefold() for item in _NAME_WORD.finditer(words)]


def not_quoted(part: Part) -> Section:
    """Named people and organizations that take part in actions but are not quoted.

    Whoever's name stands in the words for a source is left out: "Falk", who may be Ada Falk, or "Falk's lawyer".
    """
    spoke = {iri for item in part.statements() for iri in (*item.speakers, *item.on_behalf_of)}
    sources = {word for item in part.statements() for ref in part.here(item.refs) for word in _source(part, ref)}
    acts_of: dict[str, list[StoryAction]] = defaultdict(list)
    for item in part.actions():
        for iri in part.roles(item):
            acts_of[iri].append(item)
    lines = []
    for actor in part.chief_actors():
        names = {names.split()[-1].casefold() for names in (actor.name, *actor.alt_names)}
        if actor.iri in spoke or actor.type in _NOBODY or not names.isdisjoint(sources):
            continue
        if acts := acts_of.get(actor.iri):
            lines.append(Line(actor.name, part.cite([ref for item in acts for ref in item.refs][:3])))
    return Section("Not quoted", tuple(lines))


def refusals(part: Part) -> Section:
    """Who refused to comment or could not be reached, in the words of the article that tells it."""
    refused = [item for item in part.statements() if item.kind == "refusal_to_comment"]
    lines = [Line(clear[0], part.cite(item.refs)) for item in refused if (clear := alone.words_of(part, item))]
    return Section("Would not comment", tuple(sorted(lines, key=lambda line: line.words)))
