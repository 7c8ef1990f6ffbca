"""The origin of each account.

An account is as good as its origin: five articles that repeat one outlet's quotation of an official have one origin,
and so have reports in a paragraph that one article has from another.
Two articles with different origins are not called independent, because all we know is that no dependence was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from onrecord import ids
from onrecord.model import (
    Action,
    Disagreement,
    Origin,
    OriginKind,
    Place,
    Ref,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.shelf import Shelf, after, in_order
from onrecord.story.anonymous import possibly_one
from onrecord.story.article_order import after_by_article
from onrecord.story.asserted import is_asserted
from onrecord.story.index import Index
from onrecord.story.pages import Table
from onrecord.story.reliances import find_reliances
from onrecord.story.reuse import COPY, Reuse
from onrecord.word_sets import word_set


def with_origins(story: Story, look: Index, group: Mapping[str, int], reuse: Reuse) -> Story:
    """`story` with its origins and reliances, and each action and statement with the origins that support it.

    `group` says which story each article belongs to: sources without a name are compared within one story. `reuse` is
    what the articles repeat from one another.
    """
    copies = _Copies(reuse)
    alike = possibly_one(story, look, group)
    traced = (_Traced(ref, iri, *values) for ref, (iri, values) in _each(story, look, copies, alike))
    by_origin = in_order(_Traced, traced, lambda one: one.iri)
    of = Table((one.ref, one.iri) for one in by_origin)
    return replace(
        story,
        actions=after_by_article(StoryAction, story.actions, lambda item: _supported(item, look, of), look.positions),
        statements=after(
            StoryStatement,
            story.statements,
            lambda item: replace(item, origins=tuple(sorted({of[ref] for ref in item.refs if ref in of}))),
        ),
        origins=Shelf(Origin, _origins(by_origin, copies)),
        reliances=find_reliances(story, look, reuse),
    )


class _Traced(Struct, frozen=True, array_like=True):
    """A report or printing with its origin."""

    ref: Ref
    iri: str
    kind: OriginKind
    label: str
    actor: str | None
    reason: str


def _origins(by_origin: Iterable[_Traced], copies: _Copies) -> Iterator[Origin]:
    for iri, group in groupby(by_origin, lambda one: one.iri):
        first, *others = group
        refs = sorted([first.ref, *(one.ref for one in others)])
        yield Origin(
            iri=iri, kind=first.kind, label=first.label, actor=first.actor, refs=tuple(refs),
            reason=first.reason or copies.reason(refs),
        )  # fmt: skip


def of_kept(story: Story, kept: Container[Ref]) -> Story:
    """`story` with those of its origins that reports and printings in `kept` have, and what supports each of them."""
    if not story.origins:
        return story
    held = after(Origin, story.origins, lambda item: replace(item, refs=tuple(ref for ref in item.refs if ref in kept)))
    of = Table((ref, item.iri) for item in held for ref in item.refs)

    def having(refs: Iterable[Ref]) -> tuple[str, ...]:
        return tuple(sorted({of[ref] for ref in refs if ref in of}))

    def supported(item: StoryAction) -> StoryAction:
        support = tuple(ref for ref in item.support if ref in kept)
        return replace(item, support=support, origins=having(support))

    return replace(
        story,
        actions=after(StoryAction, story.actions, supported),
        statements=after(StoryStatement, story.statements, lambda item: replace(item, origins=having(item.refs))),
        origins=Shelf(Origin, (item for item in held if item.refs)),
    )


def without_opponents(story: Story, look: Index, disagreements: Iterable[Disagreement]) -> Story:
    """`story` with no report among what supports an action that is on another side of a dispute than its chief one.

    "Sixteen were hurt, not 22" is no account more for "22 were hurt", though both are of one deed.
    """
    sides: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    loud = (item for item in disagreements if not item.note)
    for number, item in enumerate(loud):
        for side, position in enumerate(item.positions):
            for place in position.places:
                sides[place.article].append((place.start, place.end, number, side))
    if not sides:
        return story

    def takes(ref: Ref) -> dict[int, int]:
        at = look.actions[ref].trigger[0][0] if look.actions[ref].trigger else -1
        return {number: side for low, high, number, side in sides.get(ref.article, ()) if low <= at < high}

    def supported(item: StoryAction) -> StoryAction:
        own = takes(item.chief) if item.chief and len(item.support) > 1 else {}
        if not own:
            return item
        against = {ref for ref in item.support if any(own.get(no, side) != side for no, side in takes(ref).items())}
        support = tuple(ref for ref in item.support if ref not in against)
        if not against or not support:
            return item
        origins = sorted({one.iri for one in story.origins if not set(one.refs).isdisjoint(support)})
        return replace(item, support=support, origins=tuple(origins))

    return replace(story, actions=after_by_article(StoryAction, story.actions, supported, look.positions))


def _alike(item: StoryAction, look: Index) -> tuple[Ref, ...]:
    """Those of the reports that tell of the deed as the chief one does, done or not done; without one, as done."""
    chief = look.actions.get(item.chief) if item.chief else None
    told = chief.polarity if chief else "positive"
    return tuple(ref for ref in item.refs if look.actions[ref].polarity == told) or item.refs


def _supported(item: StoryAction, look: Index, of: Mapping[Ref, str]) -> StoryAction:
    """The action with the origins of its asserted reports or, if none is asserted, of all reports."""
    firm = tuple(ref for ref in item.refs if is_asserted(look.actions[ref]))
    support = firm or _alike(item, look)
    return replace(item, support=support, origins=tuple(sorted({of[ref] for ref in support if ref in of})))


Values = tuple[OriginKind, str, str | None, str]


class _Copies:
    """Which article a report comes from if its own article or its sentence is a copy."""

    def __init__(self, reuse: Reuse) -> None:
        self._reuse = reuse
        self._near: dict[str, str] = {}
        for article, rows in groupby(reuse.rows, key=lambda row: row.article):
            share, other = max((row.share, row.other) for row in rows)
            if share >= COPY:
                self._near[article] = other

    def origin(self, article: str, action: Action) -> str:
        """The id of the first article that prints the report."""
        if action.trigger:
            article = self._reuse.origin(Place(article, *action.trigger[0])).article
        while article in self._near:  # an article copies only earlier ones
            article = self._near[article]
        return article

    def passages(self, article: str) -> list[Place]:
        """The sentences that an article repeats from earlier ones."""
        return [item.at for row in self._reuse.of(article) for item in row.passages]

    def repeats(self, look: Index, article: str, said: Statement) -> tuple[str, Statement] | None:
        """The statement in the first article that prints its sentence, if the same words tell there who said it.

        `said` has words for its source.
        """
        place = self._reuse.origin(Place(article, *said.source[0]))
        words = look.words(article, said.source).casefold()
        if place.article == article:
            return None
        for one in look.analyses[place.article].statements:
            here = one.source and place.start <= one.source[0][0] < place.end
            if here and look.words(place.article, one.source).casefold() == words:
                return place.article, one
        return None

    def reason(self, refs: Iterable[Ref]) -> str:
        """Why reports of several articles have their origin in one of them; empty if they are of one article."""
        articles = {ref.article for ref in refs}
        if len(articles) < 2:
            return ""
        return _NEAR if any(one in self._near for one in articles) else _PASSAGE


_NEAR = "the articles are near-copies of one another"
_PASSAGE = "the articles have the passage in common"


def _each(
    story: Story, look: Index, copies: _Copies, alike: Mapping[Ref, tuple[Ref, ...]]
) -> Iterator[tuple[Ref, tuple[str, Values]]]:
    base = story.base
    for analysis in story.analyses:
        key = analysis.article.id
        passages = copies.passages(key)
        for action in analysis.actions:
            one = alike.get(Ref(key, action.within)) if action.within else None
            found = _of_one(look, base, one) if one else _of_report(look, base, key, action, copies)
            yield Ref(key, action.id), found
        for said in analysis.statements:
            ref = Ref(key, said.id)
            if ref in alike:
                yield ref, _of_one(look, base, alike[ref])
                continue
            inside = said.source and any(item.start <= said.source[0][0] < item.end for item in passages)
            first = copies.repeats(look, key, said) if inside else None
            yield ref, _of_statement(look, base, *first) if first else _of_statement(look, base, key, said)


def _of_one(look: Index, base: str, refs: Sequence[Ref]) -> tuple[str, Values]:
    """The origin of statements of unnamed people who are possibly one."""
    words = look.words(refs[0].article, look.statements[refs[0]].source)
    outlets = dict.fromkeys(_name(look, ref.article) for ref in refs)
    reason = f"possibly one unnamed person, as {' and '.join(outlets)} describe them alike and with the same claim"
    return ids.named(base, "origin", words, *(f"{ref.article} {ref.local}" for ref in refs)), (
        "unnamed_source", words, None, reason,
    )  # fmt: skip


def _name(look: Index, key: str) -> str:
    article = look.analyses[key].article
    return article.publisher or article.title or key


def _of_report(look: Index, base: str, key: str, action: Action, copies: _Copies) -> tuple[str, Values]:
    said = look.statements.get(Ref(key, action.within)) if action.within else None
    if said is not None:
        return _of_statement(look, base, key, said)
    origin = copies.origin(key, action)
    label = _name(look, origin)
    return ids.named(base, "origin", label, "article", origin), ("article", label, None, "")


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
