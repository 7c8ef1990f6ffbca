"""The origin of each account, and which article relies on which outlet.

An account is as good as its origin: five articles that repeat one outlet's quotation of an official have one origin.
Two articles with different origins are not called independent, because all we know is that no dependence was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord import ids
from onrecord.model import (
    Action,
    Origin,
    OriginKind,
    Place,
    Ref,
    Reliance,
    RelianceKind,
    Statement,
    Story,
    StoryAction,
    StoryActor,
)
from onrecord.story import overlap
from onrecord.story.asserted import is_asserted
from onrecord.story.index import Index
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


def with_origins(story: Story, look: Index) -> Story:
    """`story` with its origins and reliances, and each action and statement with the origins that support it."""
    shared, counts = overlap.shared(story.analyses)
    first = _first_printed(story, shared, counts)
    found: dict[str, list[Ref]] = defaultdict(list)
    about: dict[str, tuple[OriginKind, str, str | None, str]] = {}
    of: dict[Ref, str] = {}
    for ref, (iri, values) in _each(story, look, first):
        found[iri].append(ref)
        about.setdefault(iri, values)
        of[ref] = iri
    return replace(
        story,
        actions=tuple(_supported(item, look, of) for item in story.actions),
        statements=tuple(
            replace(item, origins=tuple(sorted({of[ref] for ref in item.refs if ref in of})))
            for item in story.statements
        ),
        origins=tuple(
            Origin(
                iri=iri, kind=about[iri][0], label=about[iri][1], actor=about[iri][2],
                refs=tuple(sorted(found[iri])), reason=about[iri][3],
            )
            for iri in sorted(found)
        ),
        reliances=tuple(_reliances(story, look, shared, counts)),
    )  # fmt: skip


def _alike(item: StoryAction, look: Index) -> tuple[Ref, ...]:
    """Those of the reports that tell of the deed as the chief one does: as done, or as not done."""
    chief = look.actions.get(item.chief) if item.chief else None
    same = tuple(ref for ref in item.refs if chief is None or look.actions[ref].polarity == chief.polarity)
    return same or item.refs


def _supported(item: StoryAction, look: Index, of: dict[Ref, str]) -> StoryAction:
    """The action with the origins of its asserted reports or, if none is asserted, of all reports."""
    firm = tuple(ref for ref in item.refs if is_asserted(look.actions[ref]))
    support = firm or _alike(item, look)
    return replace(item, support=support, origins=tuple(sorted({of[ref] for ref in support if ref in of})))


Values = tuple[OriginKind, str, str | None, str]


def _each(story: Story, look: Index, first: dict[str, str]) -> Iterator[tuple[Ref, tuple[str, Values]]]:
    base = story.base
    for analysis in story.analyses:
        key = analysis.article.id
        for action in analysis.actions:
            yield Ref(key, action.id), _of_report(look, base, key, action, first)
        for said in analysis.statements:
            yield Ref(key, said.id), _of_statement(look, base, key, said)


def _of_report(look: Index, base: str, key: str, action: Action, first: dict[str, str]) -> tuple[str, Values]:
    said = look.statements.get(Ref(key, action.within)) if action.within else None
    if said is not None:
        return _of_statement(look, base, key, said)
    origin = first.get(key, key)
    reason = "the articles are near-copies of one another" if origin in first.values() else ""
    article = look.analyses[origin].article
    label = article.publisher or article.title or origin
    return ids.named(base, "origin", label, "article", origin), ("article", label, None, reason)


def _of_statement(look: Index, base: str, key: str, said: Statement) -> tuple[str, Values]:
    """Origin of a statement: its speaker (person, document, outlet), or this article's words for an unknown one."""
    outer = look.statements.get(Ref(key, said.within)) if said.within else None
    iris = look.owners(key, said.speakers)
    if not iris:
        if outer is not None:
            return _of_statement(look, base, key, outer)
        words = look.words(key, said.source) or "somebody"
        return ids.named(base, "origin", words, key), (_unnamed_kind(words), words, None, "")
    actor = look.things[iris[0]]
    if not isinstance(actor, StoryActor):
        return ids.named(base, "origin", actor.label, key), ("unnamed_source", actor.label, None, "")
    kind: OriginKind = "outlet" if actor.type == "Outlet" else "named_source" if actor.named else "unnamed_source"
    if kind == "unnamed_source" and _unnamed_kind(actor.name) == "document":
        kind = "document"
    reason = "the same speaker in every one of them" if len({ref.article for ref in actor.refs}) > 1 else ""
    if kind == "unnamed_source":
        told = _outlet_told(look, key, said)
        reason = f"an unnamed source, {'possibly one person, ' if reason else ''}told {told[0]}" if told else reason
    return ids.named(base, "origin", actor.name, actor.iri), (kind, actor.name, actor.iri, reason)


def _outlet_told(look: Index, key: str, said: Statement) -> list[str]:
    """The name of the outlet that a statement was made to, if any: whoever else was told is nobody's source."""
    heard = [look.things[iri] for iri in look.owners(key, [said.addressee] if said.addressee else [])]
    return [item.name for item in heard if isinstance(item, StoryActor) and item.type == "Outlet"]


def _unnamed_kind(words: str) -> OriginKind:
    return "document" if set(words.casefold().split()) & word_set("quoted_document") else "unnamed_source"


def _first_printed(story: Story, shared: overlap.Overlaps, counts: list[int]) -> dict[str, str]:
    """Article id -> the earliest article that it is a near-copy of, for near-copies and what they copy."""
    found: dict[str, str] = {}
    for (one, two), spans in shared.items():
        if overlap.share(story.analyses[one], spans, counts[one]) < overlap.COPY:
            continue
        left, right = story.analyses[one].article, story.analyses[two].article
        early = min((left, right), key=lambda item: (item.published or "9999", item.id)).id
        for key in (left.id, right.id):
            found[key] = min(found.get(key, early), early)
    return found


# ------------------------------------------------------------------ who relies on whom


def _reliances(story: Story, look: Index, shared: overlap.Overlaps, counts: list[int]) -> Iterator[Reliance]:
    made: dict[tuple[str, str, str], Reliance] = {}
    for item in (*_credits(story, look), *_copies(story, shared, counts)):
        own = look.analyses[item.article].article
        if item.on_label and item.on_label.casefold() != (own.publisher or "").casefold():
            old = made.get((item.article, item.on, item.kind))
            places = tuple(sorted({*(old.places if old else ()), *item.places}))
            made[item.article, item.on, item.kind] = replace(item, places=places)
    yield from (made[key] for key in sorted(made))


def _reliance(base: str, article: str, on: tuple[str, str], kind: RelianceKind, places: Iterable[Place]) -> Reliance:
    iri = ids.named(base, "reliance", on[1], article, on[0], kind)
    return Reliance(iri=iri, article=article, on=on[0], on_label=on[1], kind=kind, places=tuple(places))


def _credits(story: Story, look: Index) -> Iterator[Reliance]:
    """Explicit credits, outlets that somebody told something, and outlets that told it themselves."""
    for analysis in story.analyses:
        key = analysis.article.id
        for match in word_pattern("credit").finditer(analysis.article.text):
            name = match[1].strip()
            yield _reliance(story.base, key, (_outlet(story, name), name), "credit", [Place(key, *match.span())])
        for said in analysis.statements:
            for actor in _outlets(look, key, said):
                where = [Place(key, *look.sentence(key, start)) for start, _ in said.source or said.content][:1]
                yield _reliance(story.base, key, (actor.iri, actor.name), "told", where)


def _copies(story: Story, shared: overlap.Overlaps, counts: list[int]) -> Iterator[Reliance]:
    """Near-copies: the later article relies on the earlier one or, if dates are unknown, on the one named first."""
    for (one, two), spans in shared.items():
        part = overlap.share(story.analyses[one], spans, counts[one])
        own, other = story.analyses[one].article, story.analyses[two].article
        if part >= overlap.COPY and (own.published or "", own.id) >= (other.published or "", other.id):
            on = (other.id, other.publisher or other.title or other.id)
            places = [Place(own.id, *span) for span in spans]
            yield replace(_reliance(story.base, own.id, on, "copy", places), share=round(part, 2))


def _outlets(look: Index, article: str, said: Statement) -> list[StoryActor]:
    """Outlets through which a statement reached its article: as addressee, relay or speaker."""
    keys = [*said.speakers, *filter(None, (said.addressee, said.outlet))]
    found = [look.things[iri] for iri in look.owners(article, keys)]
    return [item for item in found if isinstance(item, StoryActor) and item.type == "Outlet"]


def _outlet(story: Story, name: str) -> str:
    """The IRI of an outlet that is credited by name: the actor of that name, or the one a publisher would have."""
    folded = name.casefold()
    for actor in story.actors:
        if actor.type == "Outlet" and folded in {item.casefold() for item in (actor.name, *actor.alt_names)}:
            return actor.iri
    return ids.named(story.base, "actor", name)
