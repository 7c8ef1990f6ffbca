"""The triples that analysis records support: every triple of a graph must be one of these or depend on a judgement.

They are computed from the records alone, not from the graph, so that they can serve as a check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from pyoxigraph import NamedNode

from onrecord import ids
from onrecord.countries import government
from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Ref,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.rdf import accounts, evidence, judgements, merged, read, terms, vocabulary
from onrecord.rdf.digest import Triple
from onrecord.rdf.names import Index, index
from onrecord.rdf.nodes import DEFAULT, Node
from onrecord.rdf.passages import Passages
from onrecord.rdf.values import kind, text
from onrecord.spans import words_of
from onrecord.story.alternative_names import printed_names
from onrecord.story.asserted import is_asserted
from onrecord.story.index import Local
from onrecord.title_case import is_shouted, unshouted


def triples(nodes: Iterable[Node]) -> Iterator[Triple]:
    """The triples of nodes."""
    for node in nodes:
        for predicate, value in node.rows:
            yield node.subject, predicate, str(value)


def look_ups(analyses: Sequence[Analysis], base: str, outlets: Mapping[str, str]) -> Index:
    """The look-ups of a story of which only the records are known; `outlets` maps publishers to their nodes."""
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


def expected_triples(look: Index, article_id: str) -> set[Triple]:
    """All triples that depend on one article alone: exactly these must be in the graph."""
    page = Passages(look, look.analyses[article_id])
    own = [node for _, node in (*accounts.reports(page), *accounts.printings(page))]
    found = {item for item in triples(own) if item[1] != terms.SOURCE_WORDS}
    rest = [merged.article(look, article_id), accounts.text_node(page), *page.nodes()]
    return found | set(triples(rest))


def evidence_of(look: Index, article_id: str) -> set[Triple]:
    """All triples of one article's evidence graph."""
    return set(triples(evidence.nodes(look, article_id)))


def optional(look: Index, article_id: str) -> set[Triple]:
    """Triples that may also be present: details of accounts that differ from the resolved event, and more sentences."""
    page = Passages(look, look.analyses[article_id])
    found = list(page.nodes(page.analysis.sentences))
    for said in page.analysis.statements:
        node = Node(look.evidence(Ref(page.id, said.id)) or "", DEFAULT)
        for predicate, values in accounts.differing(page, said, always=True).items():
            node.add(predicate, *values)
        found.append(node.add(terms.SOURCE_WORDS, text(" ".join(_words(look, Ref(page.id, said.id)).split()))))
    for action in page.analysis.actions:
        report = look.evidence(Ref(page.id, action.id)) or ""
        found.append(Node(report, DEFAULT).add(terms.REPORTED_KIND, kind(action.type)))
    return set(triples(found))


def allowed(look: Index) -> set[Triple]:
    """All triples of the merged layer that at least one record supports."""
    groups: dict[str, list[Ref]] = defaultdict(list)
    for ref, home in look.homes.items():
        groups[home].append(ref)
    names, orders = dict(printed_names(look.analyses.values())), merged.under(look)
    found: set[Triple] = set(_vocabulary())
    for home, refs in groups.items():
        values = [look.locals[ref] for ref in refs]
        if all(isinstance(value, Actor) for value in values):
            found.update(triples(_actor(look, home, refs, names)))
        elif all(isinstance(value, Action) for value in values):
            found.update(triples(_action(look, home, refs, orders)))
        elif all(isinstance(value, Statement) for value in values):
            found.update(triples(_statement(look, home, refs)))
    return found | set(triples(merged.new_outlets(look)))


@cache
def _vocabulary() -> frozenset[Triple]:
    """Triples on terms that any graph may have: labels of concepts, types of properties and classes."""
    subjects = {quad.subject.value for quad in read.vocabulary() if isinstance(quad.subject, NamedNode)}
    concepts = {iri for iri in subjects if iri in terms.LABELS or iri.startswith(terms.ACTION_KIND)}
    return frozenset(triples([*vocabulary.concepts(concepts), *vocabulary.declarations(subjects)]))


def _tails(printed: str) -> Iterator[str]:
    """A mention as printed, and without its first words: a name may stand after a title or a description."""
    yield printed
    words = printed.split()
    yield from (" ".join(words[start:]) for start in range(1, len(words)))


def _actor(look: Index, home: str, refs: Sequence[Ref], printed: Mapping[Ref, tuple[str, ...]]) -> Iterator[Node]:
    locals_ = [(ref, value) for ref in refs if isinstance(value := look.locals[ref], Actor)]
    names = {value.name for _, value in locals_}
    named = any(value.named for _, value in locals_)
    for ref, value in locals_:
        source = look.analyses[ref.article].article.text
        words = [source[mention.start : mention.end] for mention in value.mentions if named]
        names.update(tail for printed_ in words for tail in _tails(printed_))
        names.update(printed.get(ref, ()))
        names.update({unshouted(value.name)} if is_shouted(value.name) else ())
        names.update({government(value.of_state)} - {""})  # named after its state, whatever articles call it
    members = {iri for ref, value in locals_ for iri in look.actors(ref.article, value.members)}
    for kind_ in {value.type for _, value in locals_}:
        story = StoryActor(iri=home, name=min(names), type=kind_, named=named, members=tuple(members), refs=())
        node = merged.actor(story, sorted(names))
        node.add(terms.ACRONYM, *(text(name) for name in names if name.isupper() or len(name.split()) == 1))
        yield node.add(terms.SKOS_PREF_LABEL, *(text(name) for name in names))
    yield from judgements.replaced(_own(look, "actor", home, refs), home, look.base)


def _action(look: Index, home: str, refs: Sequence[Ref], orders: Mapping[str, list[Ref]]) -> Iterator[Node]:
    reports = [(ref, value) for ref in refs if isinstance(value := look.locals[ref], Action)]
    firm = [(ref, value) for ref, value in reports if is_asserted(value)]

    def actors(role: str) -> tuple[str, ...]:
        return tuple({iri for ref, value in firm for iri in look.actors(ref.article, getattr(value, role))})

    places = {look.home(ref.article, value.place) for ref, value in firm} - {None}
    for _, value in reports:
        story = StoryAction(
            iri=home, type=value.type, plover=value.plover, label="",
            agents=actors("agents"), patients=actors("patients"), places=tuple(iri for iri in places if iri),
            dates=tuple({value.date for _, value in firm if value.date}), asserted=bool(firm), refs=tuple(refs),
        )  # fmt: skip
        yield merged.action(story, look, orders)
    yield from judgements.replaced(_own(look, "action", home, refs), home, look.base)


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
                refs=tuple(refs),
            )  # fmt: skip
            yield from merged.statement(story, look)
    yield Node(home, DEFAULT).add(terms.SCHEMA_TEXT, *(text(merged.words_of(look, ref)) for ref in refs))
    yield from judgements.replaced(_own(look, "statement", home, refs), home, look.base)


def _words(look: Index, ref: Ref) -> str:
    """The words that name the speaker of a printing."""
    value, source = look.locals[ref], look.analyses[ref.article].article.text
    spans = value.source if isinstance(value, Statement) else ()
    return words_of(source, spans, accounts.BETWEEN, exact=True)


def _own(look: Index, kind: str, home: str, refs: Sequence[Ref]) -> tuple[str, ...]:
    """The IRIs that would result from each article alone: resolution keeps one of them and replaces the others."""
    found = set()
    for ref in refs:
        value, article = look.locals[ref], look.articles[ref.article]
        if isinstance(value, Actor):
            words, numbers = value.name, [str(value.mentions[0].start) if value.mentions else ""]
        else:
            spans = value.trigger if isinstance(value, Action) else value.content
            source = look.analyses[ref.article].article.text
            origin = value.trigger if isinstance(value, Action) else value.source
            words = " ".join(source[start:end] for start, end in origin)
            numbers = [str(number) for span in spans for number in span]
        found.add(ids.named(look.base, kind, words, article, *numbers))
        found.add(ids.named(look.base, kind, words, article, *numbers, value.id))
    return tuple(found - {home})
