"""What the analysis records give evidence for: every triple of a graph has to be among these, or rest on a judgement.

Computed from the records alone, not from the graph: that is the point of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord import ids
from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Ref,
    Spans,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.rdf import evidence, merged
from onrecord.rdf.names import Index, Local, index
from onrecord.rdf.nodes import Node
from onrecord.rdf.seal import Triple
from onrecord.story.asserted import is_asserted


def triples(nodes: Iterable[Node]) -> Iterator[Triple]:
    """The triples of nodes."""
    for node in nodes:
        for _, predicate, value in node.rows:
            yield node.subject, predicate, str(value)


def look_ups(analyses: Sequence[Analysis], base: str, outlets: Mapping[str, str]) -> Index:
    """The look-ups of a story that is known by its records alone; `outlets` are publishers and their nodes."""
    homes: dict[Ref, str] = {}
    actors: list[StoryActor] = []
    for analysis in analyses:
        values: tuple[Local, ...] = (*analysis.actors, *analysis.actions, *analysis.statements)
        for local in values:
            if local.iri:
                homes[Ref(analysis.article.id, local.id)] = local.iri
            if isinstance(local, Actor) and local.iri:
                actors.append(StoryActor(iri=local.iri, name=local.name, type=local.type, named=local.named, refs=()))
    found = index(Story(base=base, analyses=tuple(analyses), actors=tuple(actors)))
    new = {name: iri for name, iri in found.new_outlets.items() if outlets.get(name, iri) == iri}
    return replace(found, homes=homes, outlets={**found.outlets, **outlets}, new_outlets=new)


def expected(look: Index, article_id: str) -> set[Triple]:
    """Every triple of one article's evidence: neither more nor fewer may be in the graph."""
    return set(triples([merged.article(look, article_id), *evidence.nodes(look, article_id)]))


def allowed(look: Index) -> set[Triple]:
    """Every triple of the merged layer that at least one record gives evidence for."""
    groups: dict[str, list[Ref]] = defaultdict(list)
    for ref, home in look.homes.items():
        groups[home].append(ref)
    found: set[Triple] = set()
    for home, refs in groups.items():
        values = [look.locals[ref] for ref in refs]
        if all(isinstance(value, Actor) for value in values):
            found.update(triples(_actor(look, home, refs)))
        elif all(isinstance(value, Action) for value in values):
            found.update(triples(_action(look, home, refs)))
        elif all(isinstance(value, Statement) for value in values):
            found.update(triples(_statement(look, home, refs)))
    return found | set(triples(merged.new_outlets(look)))


def _actor(look: Index, home: str, refs: Sequence[Ref]) -> Iterator[Node]:
    locals_ = [(ref, value) for ref in refs if isinstance(value := look.locals[ref], Actor)]
    names = {value.name for _, value in locals_}
    for ref, value in locals_:
        text = look.analyses[ref.article].article.text
        names.update(text[mention.start : mention.end] for mention in value.mentions)
    members = {iri for ref, value in locals_ for iri in look.actors(ref.article, value.members)}
    named = any(value.named for _, value in locals_)
    for name in names:
        for kind in {value.type for _, value in locals_}:
            yield from merged.actor(
                StoryActor(
                    iri=home, name=name, type=kind, named=named, members=tuple(members), refs=(),
                    alt_names=tuple(names - {name}), replaces=_own(look, "actor", home, refs),
                )
            )  # fmt: skip


def _action(look: Index, home: str, refs: Sequence[Ref]) -> Iterator[Node]:
    reports = [(ref, value) for ref in refs if isinstance(value := look.locals[ref], Action)]
    firm = [(ref, value) for ref, value in reports if is_asserted(value)]

    def actors(role: str) -> tuple[str, ...]:
        return tuple({iri for ref, value in firm for iri in look.actors(ref.article, getattr(value, role))})

    places = {look.home(ref.article, value.place) for ref, value in firm} - {None}
    for ref, value in reports:
        story = StoryAction(
            iri=home, type=value.type, plover=value.plover, label=_words(look, ref, value.trigger, " … "),
            agents=actors("agents"), patients=actors("patients"), places=tuple(iri for iri in places if iri),
            dates=tuple({value.date for _, value in firm if value.date}), asserted=bool(firm), refs=tuple(refs),
            replaces=_own(look, "action", home, refs),
        )  # fmt: skip
        yield from merged.action(story, look)


def _statement(look: Index, home: str, refs: Sequence[Ref]) -> Iterator[Node]:
    printings = [(ref, value) for ref in refs if isinstance(value := look.locals[ref], Statement)]

    def actors(role: str) -> tuple[str, ...]:
        found = set()
        for ref, value in printings:
            given = getattr(value, role)
            found.update(look.actors(ref.article, [given] if isinstance(given, str) else given or ()))
        return tuple(found)

    withins = {look.home(ref.article, value.within) for ref, value in printings}
    for _, value in printings:
        for within in withins:
            story = StoryStatement(
                iri=home, kind=value.kind, mode=value.mode, stance=value.stance, speakers=actors("speakers"),
                on_behalf_of=actors("on_behalf_of"), addressees=actors("addressee"), outlets=actors("outlet"),
                media=tuple({item.medium for _, item in printings if item.medium}),
                dates=tuple({item.date for _, item in printings if item.date}), about=actors("about"), within=within,
                refs=tuple(refs), replaces=_own(look, "statement", home, refs),
            )  # fmt: skip
            yield from merged.statement(story, look)


def _words(look: Index, ref: Ref, spans: Spans, gap: str = " ") -> str:
    text = look.analyses[ref.article].article.text
    return gap.join(text[start:end] for start, end in spans)


def _own(look: Index, kind: str, home: str, refs: Sequence[Ref]) -> tuple[str, ...]:
    """The IRIs that each article alone would have given: resolution keeps one of them and replaces the others."""
    found = set()
    for ref in refs:
        value, article = look.locals[ref], look.articles[ref.article]
        if isinstance(value, Actor):
            words, numbers = value.name, [str(value.mentions[0].start) if value.mentions else ""]
        else:
            spans = value.trigger if isinstance(value, Action) else value.content
            words = _words(look, ref, value.trigger if isinstance(value, Action) else value.source)
            numbers = [str(number) for span in spans for number in span]
        found.add(ids.named(look.base, kind, words, article, *numbers))
        found.add(ids.named(look.base, kind, words, article, *numbers, value.id))
    return tuple(found - {home})
