"""Actors, statements and actions of single articles with their own identifiers, in an order based on content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from onrecord import countries, ids
from onrecord.model import Action, Actor, Analysis, Article, Ref, Spans, Statement
from onrecord.shelf import Shelf
from onrecord.spans import words_of
from onrecord.story.asserted import NO_CLAUSE
from onrecord.story.shown_lines import unmarked


class LocalActor(Struct, frozen=True, array_like=True):
    """An actor of one analysis; `article` is the analysis' position in the run."""

    ref: Ref
    iri: str
    article: int
    actor: Actor


class LocalStatement(Struct, frozen=True, array_like=True):
    """A statement of one analysis."""

    ref: Ref
    iri: str
    article: int
    statement: Statement


class LocalAction(Struct, frozen=True, array_like=True):
    """A report of an action in one analysis."""

    ref: Ref
    iri: str
    article: int
    action: Action


def in_order(analyses: Shelf[Analysis]) -> tuple[Shelf[Analysis], list[str]]:
    """Analyses sorted by article id, and a sentence for each one that is left out because its id occurred before."""
    keys = [(item.article.id, item.article.sha256, item.article.source) for item in analyses]
    kept: list[int] = []
    notes = []
    for place in sorted(range(len(keys)), key=keys.__getitem__):
        key, digest, source = keys[place]
        if not kept or keys[kept[-1]][0] != key:
            kept.append(place)
        elif keys[kept[-1]][1] != digest:
            notes.append(f"{source}: another article has the id {key!r}, so this one is left out")
    return analyses.ordered(kept), notes


def actors(analyses: Iterable[Analysis], base: str) -> Iterator[LocalActor]:
    """All actors, each with the IRI it would have in its article alone."""
    for position, analysis in enumerate(analyses):
        name = _namer(base, "actor", analysis.article)
        for item in analysis.actors:
            own = name(
                countries.government(item.of_state) or item.name,
                item.id,
                str(item.mentions[0].start) if item.mentions else "",
            )
            yield LocalActor(Ref(analysis.article.id, item.id), own, position, item)


def statements(analyses: Iterable[Analysis], base: str) -> Iterator[LocalStatement]:
    """All statements, each with the IRI it would have in its article alone, readable by the words of its source."""
    for position, analysis in enumerate(analyses):
        name = _namer(base, "statement", analysis.article)
        for item in analysis.statements:
            own = name(words_of(analysis.article.text, item.source, exact=True), item.id, *_numbers(item.content))
            yield LocalStatement(Ref(analysis.article.id, item.id), own, position, item)


def actions(analyses: Iterable[Analysis], base: str) -> Iterator[LocalAction]:
    """All reports of actions, each with the IRI it would have in its article alone, made readable by its trigger."""
    for position, analysis in enumerate(analyses):
        name = _namer(base, "action", analysis.article)
        for item in analysis.actions:
            own = name(words_of(analysis.article.text, item.trigger, exact=True), item.id, *_numbers(item.trigger))
            yield LocalAction(Ref(analysis.article.id, item.id), own, position, item)


def _namer(base: str, kind: str, within: Article) -> Callable[..., str]:
    """A function that makes IRIs from content; if an IRI is already taken, the local id is added."""
    article = ids.article_iri(base, within.id, within.sha256)
    taken: set[str] = set()

    def name(words: str, local: str, *parts: str) -> str:
        iri = ids.named(base, kind, words, article, *parts)
        if iri in taken:
            iri = ids.named(base, kind, words, article, *parts, local)
        taken.add(iri)
        return iri

    return name


def _numbers(spans: Spans) -> tuple[str, ...]:
    return tuple(str(number) for span in spans for number in span)


def as_read(analysis: Analysis) -> Analysis:
    """The analysis without what an earlier run, with other names, kept back."""
    analysis = unmarked(analysis)
    if all(item.kept_back != NO_CLAUSE for item in analysis.actions):
        return analysis
    actions = (
        replace(item, recorded=True, kept_back=None) if item.kept_back == NO_CLAUSE else item
        for item in analysis.actions
    )
    return replace(analysis, actions=tuple(actions))
