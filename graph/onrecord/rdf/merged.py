"""Nodes of the default graph for the story: articles, actors, actions, statements, disagreements."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from onrecord import ids, spans
from onrecord.at_hand import Counted, Looked, known_words
from onrecord.model import (
    Action,
    Article,
    Origin,
    Ref,
    Span,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
    Variant,
)
from onrecord.rdf import accounts, chains, disagreements, origins, terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.passages import Passages
from onrecord.rdf.share import WHOLE, Share
from onrecord.rdf.values import boolean, concept, count, english, kind, label, root, text, web_address, when
from onrecord.rdf.vocabulary import broadest
from onrecord.shelf import in_order
from onrecord.story.alternative_names import printed_names
from onrecord.story.asserted import is_asserted
from onrecord.story.pages import Table
from onrecord.story.reliances import by_article
from onrecord.value_groups import OBLIGED

Section = tuple[str, Iterator[Node]]
_INTENDED = {
    "ordered": terms.ORDERED,
    "demanded": terms.DEMANDED,
    "threatened": terms.THREATENED,
    "planned": terms.PLANNED,
}
"""Modality of an action that is subordinate to another -> the property from the other to it."""


def sections(story: Story, index: Index, share: Share = WHOLE) -> Iterator[Section]:
    """The parts of the default graph with their headings: what it is about, then the accounts and their sentences.

    Of each part, what belongs to `share`.
    """
    keys = list(share.of(sorted(index.articles)))
    back = origins.gone_back_to(story)
    reports = accounts.written(index, keys, accounts.reports, back)
    printings = accounts.written(index, keys, accounts.printings, back)
    yield "Articles", _articles(story, index, keys)
    yield "Actors, those first that do and say most", share.of(_actors(story, index))
    yield "Actions, each with its reports", _actions(story, index, reports, share)
    yield "Statements, each with its printings", _statements(story, index, printings, share)
    disputed = sorted(story.disagreements, key=lambda x: x.iri)
    yield "Disagreements", share.of(n for item in disputed for n in disagreements.disagreement(item, index))
    beside = sorted(story.side_by_side, key=lambda x: x.iri)
    yield "Accounts side by side", (disagreements.juxtaposition(item, index) for item in share.of(beside))
    yield "What became of things", share.of(chains.courses(story, index))
    yield "What was said over time", share.of(chains.threads(story, index))
    backs = in_order(Origin, story.origins, lambda x: x.iri)
    yield "Origins", (origins.origin(item, label(item.label)) for item in share.of(backs))
    yield "Who relies on whom", share.of(origins.reliances(story, index))
    also: dict[str, list[Span]] = defaultdict(list)
    places = [one for item in disputed for position in item.positions for one in position.places]
    for place in (*places, *(one for item in beside for side in item.sides for one in side)):
        also[place.article].append((place.start, place.end))
    for key in keys:
        repeated = (span for item in by_article(story).of([key]) for span in origins.shown(item))
        yield f"Sentences of {key}", Passages(index, index.analyses[key]).nodes([*also.get(key, ()), *repeated])


def _articles(story: Story, index: Index, keys: Iterable[str]) -> Iterator[Node]:
    actors = known_words(item.iri for item in story.actors)
    for key in keys:
        page = Passages(index, index.analyses[key])
        node, own = article(index, key), by_article(story).of([key])
        node.link(terms.RELIES_ON, (origins.relied_on(item, index, actors) for item in own))
        yield node.link(terms.HAS_RELIANCE, (item.iri for item in own))
        yield accounts.text_node(page)


def article(index: Index, article_id: str) -> Node:
    """The node of the article `article_id` with its metadata."""
    analysis = index.analyses[article_id]
    value: Article = analysis.article
    node = of_class(index.articles[article_id], DEFAULT, "Article")
    node.add(terms.SKOS_PREF_LABEL, text(value.title or value.id))
    node.add(terms.DCTERMS_IDENTIFIER, text(value.id)).add(terms.PATH, text(value.source))
    node.link(terms.HAS_TEXT, [ids.text_iri(node.subject)]).add(terms.SCHEMA_IN_LANGUAGE, text(value.language))
    node.add(terms.PUBLISHED_BASIS, concept("Basis", value.published_basis))
    node.add(terms.AUTHOR, *(text(name) for name in value.authors))
    for predicate, given in (
        (terms.SCHEMA_HEADLINE, value.title),
        (terms.PUBLISHED_NOTE, value.published_note),
        (terms.EXTRACTED_FROM, value.extracted_from),
        (terms.READ_WITH, analysis.model),
    ):
        node.add(predicate, *([text(given)] if given else []))
    if value.publisher:
        node.link(terms.SCHEMA_PUBLISHER, [index.outlets[value.publisher]])
    if value.published:
        node.add(terms.SCHEMA_DATE_PUBLISHED, when(value.published))
    return node.add(terms.SCHEMA_URL, web_address(value.url) if value.url else None)


# ------------------------------------------------------------ actors


def _actors(story: Story, index: Index) -> Iterator[Node]:
    names = Table((ref, "\n".join(found)) for ref, found in printed_names(story.analyses) if found)
    known = Looked(names, lambda found: tuple(found.split("\n")))
    busy = _busy(story)
    outlets = {node.subject: node for node in new_outlets(index)}

    def order(iri: str) -> tuple[int, str]:
        return -busy[iri], iri

    def nodes() -> Iterator[Node]:
        for item in in_order(StoryActor, story.actors, lambda one: order(one.iri)):
            if item.iri not in outlets:
                state = item.of_state if item.of_state is not None and item.of_state in index.labels else None
                yield actor(item, printed(item, known)).link(terms.OF_STATE, [state])

    new = sorted(outlets.values(), key=lambda node: order(node.subject))
    yield from heapq.merge(nodes(), new, key=lambda node: order(node.subject))


def _busy(story: Story) -> Counted:
    """Number of actions and statements in which each actor takes part."""
    done = ({*item.agents, *item.patients} for item in story.actions)
    told = ({*item.speakers, *item.on_behalf_of, *item.addressees, *item.outlets} for item in story.statements)
    return Counted(chain.from_iterable(chain(done, told)))


def printed(value: StoryActor, known: Mapping[Ref, tuple[str, ...]]) -> list[str]:
    """All other names of an actor exactly as printed, because stores match names exactly."""
    own = value.name.removeprefix("The ")
    found = dict.fromkeys((*value.alt_names, *(name for ref in value.refs for name in known.get(ref, ()))))
    return [name for name in found if name.removeprefix("The ") != own]


def new_outlets(index: Index) -> Iterator[Node]:
    """The publishers that are not actors of the story."""
    for name, where in index.new_outlets.items():
        node = of_class(where, DEFAULT, "Outlet").add(terms.SKOS_PREF_LABEL, text(name))
        yield node.add(terms.NAMED, boolean(True))  # noqa: FBT003  # the value


def actor(value: StoryActor, others: list[str]) -> Node:
    """An actor, product, place or thing with its `others` names."""
    node = of_class(value.iri, DEFAULT, value.type).add(terms.SKOS_PREF_LABEL, text(value.name))
    node.add(terms.SKOS_ALT_LABEL, *(text(name) for name in others))
    node.add(terms.ACRONYM, *(text(name) for name in value.acronyms if name in others))
    node.add(terms.NAMED, boolean(value.named)).link(terms.MEMBER, value.members)
    node.link(terms.POSSIBLY_SAME, value.possibly_same)
    return node.add(terms.SCHEMA_SAME_AS, *(web_address(item) for item in value.same_as))


# ------------------------------------------------------------ actions


def _actions(story: Story, index: Index, reports: Mapping[Ref, Node], share: Share) -> Iterator[Node]:
    orders = under(index)
    ordered = in_order(StoryAction, story.actions, lambda x: (not x.asserted, -len(x.refs), x.iri))
    for place, item in enumerate(ordered):
        if share.holds(place):
            yield action(item, index, orders)
        yield from (reports[ref] for ref in item.refs if ref in reports)


def action(value: StoryAction, index: Index, orders: Mapping[str, list[Ref]]) -> Node:
    """An action; `orders` are the reports under each action, as `under` gives them."""
    node = of_class(value.iri, DEFAULT, "Action").add(terms.SKOS_PREF_LABEL, english(label(value.label)))
    node.add(terms.KIND, kind(value.type)).add(terms.ASSERTED, boolean(value.asserted))
    above = broadest(kind(value.type).value) or (root(value.plover).value if value.plover else None)
    node.link(terms.ROOT, [above])
    node.link(terms.BY, value.agents).link(terms.AGENT, value.agents)
    node.link(terms.PATIENT, value.patients).link(terms.AT_PLACE, value.places)
    node.add(terms.DATE, *(when(item) for item in value.dates))
    for ref in orders.get(value.iri, ()):
        report = index.locals[ref]
        if isinstance(report, Action):
            content = index.homes[ref]
            node.link(_INTENDED[report.modality], [content] if content != value.iri else [])
            if report.date and report.modality in OBLIGED:
                node.add(terms.DEADLINE, when(report.date))
    node.link(terms.FROM_ORIGIN, value.origins)
    node.link(terms.SUPPORTED_BY, (index.evidence(ref) for ref in value.support))
    return node.link(terms.REPORTED_IN, (index.evidence(ref) for ref in value.refs))


def under(index: Index) -> dict[str, list[Ref]]:
    """For each action, the reports of what it orders, demands, threatens or plans, if an article asserts that."""
    found: dict[str, list[Ref]] = {}
    for ref, report in index.locals.items():
        if not isinstance(report, Action) or report.under is None or ref not in index.homes:
            continue
        order = index.locals.get(Ref(ref.article, report.under))
        home = index.home(ref.article, report.under)
        stands = isinstance(order, Action) and is_asserted(order)
        firm = report.within is None and report.polarity == "positive" and report.modality in _INTENDED
        if home and stands and firm:
            found.setdefault(home, []).append(ref)
    return found


# ------------------------------------------------------------ statements


def _statements(story: Story, index: Index, printings: Mapping[Ref, Node], share: Share) -> Iterator[Node]:
    for place, item in enumerate(in_order(StoryStatement, story.statements, lambda x: (-len(x.refs), x.iri))):
        first, *variants = statement(item, index) if share.holds(place) else (None,)
        if first is not None:
            yield first
        yield from (printings[ref] for ref in item.refs if ref in printings)
        yield from variants


def statement(value: StoryStatement, index: Index) -> Iterator[Node]:
    """A statement and how its printings differ."""
    node = of_class(value.iri, DEFAULT, "Statement")
    words = whole_words(value, index)
    node.add(terms.SKOS_PREF_LABEL, english(label(value.label or words or "(no words)")))
    node.add(terms.SCHEMA_TEXT, *([text(words)] if words else []))
    node.add(terms.STATEMENT_KIND, concept("StatementKind", value.kind))
    node.add(terms.MODE, concept("Mode", value.mode)).add(terms.STANCE, concept("Stance", value.stance))
    node.link(terms.BY, (*value.speakers, *value.on_behalf_of))
    node.link(terms.SPEAKER, value.speakers).link(terms.ON_BEHALF_OF, value.on_behalf_of)
    node.link(terms.ADDRESSEE, value.addressees).link(terms.VIA, value.outlets)
    node.add(terms.MEDIUM, *(text(item) for item in value.media))
    node.add(terms.DATE, *(when(item) for item in value.dates))
    node.link(terms.ABOUT, value.about).link(terms.WITHIN, [value.within])
    node.link(terms.PRINTED_AS, (index.evidence(ref) for ref in value.refs)).link(terms.FROM_ORIGIN, value.origins)
    variants = [_variant(item, index) for item in value.variants]
    yield node.link(terms.HAS_VARIANT, (nodes[0].subject for nodes in variants))
    for nodes in sorted(variants, key=lambda item: item[0].subject):
        yield from nodes


def whole_words(value: StoryStatement, index: Index) -> str:
    """The words of a statement: those of its longest printing, the first one if several are equally long."""
    found = (words_of(index, ref) for ref in value.refs)
    return max(found, key=len, default="")


def words_of(index: Index, ref: Ref) -> str:
    """The words of one printing."""
    said = index.locals.get(ref)
    places = () if said is None or isinstance(said, Action) else getattr(said, "content", ())
    source = index.analyses[ref.article].article.text
    return spans.words_of(source, places, accounts.BETWEEN, exact=True)


def _variant(value: Variant, index: Index) -> list[Node]:
    left, right = index.evidence(value.left), index.evidence(value.right)
    node = of_class(ids.named(index.base, "variant", "", left or "", right or ""), DEFAULT, "Variant")
    node.link(terms.LEFT, [left]).link(terms.RIGHT, [right])
    node.add(terms.RELATION, concept("Relation", value.relation))
    nodes = [node]
    for number, (old, new) in enumerate(value.changes, 1):
        change = of_class(f"{node.subject}-change-{number}", DEFAULT, "Change")
        change.add(terms.ORDINAL, count(number, terms.XSD_POSITIVE_INTEGER))
        nodes.append(change.add(terms.LEFT_WORDS, text(old)).add(terms.RIGHT_WORDS, text(new)))
    node.link(terms.HAS_CHANGE, (item.subject for item in nodes[1:]))
    return nodes
