"""What the articles are about: articles, outlets, actors, actions, statements, disagreements and judgements."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord import ids
from onrecord.model import (
    Article,
    Disagreement,
    Judgement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
    Variant,
)
from onrecord.rdf import evidence, terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class, typed
from onrecord.rdf.values import boolean, concept, count, decimal, kind, root, text, web_address, when

Section = tuple[str, Iterator[Node]]


def sections(story: Story, index: Index) -> Iterator[Section]:
    """The parts of the merged layer with their headings, each sorted."""
    yield "Articles", (article(index, item) for item in sorted(index.articles))
    yield "Actors", _actors(story, index)
    yield "Actions", (n for item in sorted(story.actions, key=lambda x: x.iri) for n in action(item, index))
    yield "Statements", (n for item in sorted(story.statements, key=lambda x: x.iri) for n in statement(item, index))
    yield (
        "Disagreements",
        (n for item in sorted(story.disagreements, key=lambda x: x.iri) for n in disagreement(item, index)),
    )
    yield "Judgements", _judgements(story, index)


def article(index: Index, article_id: str) -> Node:
    """The article `article_id` and what is known of it."""
    analysis = index.analyses[article_id]
    value: Article = analysis.article
    node = of_class(index.articles[article_id], DEFAULT, "Article")
    node.add(terms.DCTERMS_IDENTIFIER, text(value.id)).add(terms.PATH, text(value.source))
    node.link(terms.TEXT, [ids.text_iri(node.subject)]).add(terms.SCHEMA_IN_LANGUAGE, text(value.language))
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


def _actors(story: Story, index: Index) -> Iterator[Node]:
    nodes = {item.iri: [*actor(item)] for item in story.actors}
    nodes |= {node.subject: [node] for node in new_outlets(index)}
    for key in sorted(nodes):
        yield from nodes[key]


def new_outlets(index: Index) -> Iterator[Node]:
    """The publishers that are no actor of the story."""
    for name, where in index.new_outlets.items():
        node = of_class(where, DEFAULT, "Outlet").add(terms.SKOS_PREF_LABEL, text(name))
        yield node.add(terms.NAMED, boolean(True))  # noqa: FBT003  # the value


def actor(value: StoryActor) -> Iterator[Node]:
    """An actor, product, place or thing."""
    node = of_class(value.iri, DEFAULT, value.type).add(terms.SKOS_PREF_LABEL, text(value.name))
    node.add(terms.SKOS_ALT_LABEL, *(text(name) for name in value.alt_names if name != value.name))
    node.add(terms.NAMED, boolean(value.named)).link(terms.MEMBER, value.members)
    node.link(terms.POSSIBLY_SAME, value.possibly_same)
    yield node.add(terms.SCHEMA_SAME_AS, *(web_address(item) for item in value.same_as))
    yield from _replaced(value.replaces, value.iri)


def _replaced(old: tuple[str, ...], new: str) -> Iterator[Node]:
    for item in sorted(set(old) - {new}):
        yield Node(item, DEFAULT).link(terms.DCTERMS_IS_REPLACED_BY, [new])


def action(value: StoryAction, index: Index) -> Iterator[Node]:
    """An action; each link to a report stands in the graph of the report's article."""
    node = of_class(value.iri, DEFAULT, "Action").add(terms.SKOS_PREF_LABEL, text(value.label))
    node.add(terms.KIND, kind(value.type)).add(terms.ASSERTED, boolean(value.asserted))
    if value.plover:
        node.add(terms.ROOT, root(value.plover))
    node.link(terms.AGENT, value.agents).link(terms.PATIENT, value.patients).link(terms.PLACE, value.places)
    node.link(terms.SEM_HAS_ACTOR, sorted({*value.patients} & index.acting))
    node.add(terms.DATE, *(when(item) for item in value.dates))
    for ref in value.refs:
        node.link(terms.REPORTED_IN, [index.evidence(ref)], graph=index.articles[ref.article])
    yield node
    yield from _replaced(value.replaces, value.iri)


def statement(value: StoryStatement, index: Index) -> Iterator[Node]:
    """A statement: wholly in its article's graph, or, where several print it, what they share in the default graph."""
    articles = sorted({index.articles[ref.article] for ref in value.refs})
    node = of_class(value.iri, articles[0] if len(articles) == 1 else DEFAULT, "Statement")
    node.add(terms.STATEMENT_KIND, concept("StatementKind", value.kind))
    node.add(terms.MODE, concept("Mode", value.mode)).add(terms.STANCE, concept("Stance", value.stance))
    node.link(terms.SPEAKER, value.speakers).link(terms.ON_BEHALF_OF, value.on_behalf_of)
    node.link(terms.ADDRESSEE, value.addressees).link(terms.OUTLET, value.outlets)
    node.add(terms.MEDIUM, *(text(item) for item in value.media))
    node.add(terms.DATE, *(when(item) for item in value.dates))
    node.link(terms.ABOUT, value.about).link(terms.WITHIN, [value.within])
    for ref in value.refs:
        where = index.articles[ref.article]
        node.link(terms.PRINTED_AS, [index.evidence(ref)], graph=where).link(terms.IN_ARTICLE, [where], graph=where)
        for predicate, passages in evidence.grounds(index, ref):
            node.link(predicate, passages, graph=where)
    variants = [_variant(item, index) for item in value.variants]
    node.link(terms.VARIANT, (nodes[0].subject for nodes in variants))
    yield node
    for nodes in sorted(variants, key=lambda item: item[0].subject):
        yield from nodes
    yield from _replaced(value.replaces, value.iri)


def _variant(value: Variant, index: Index) -> list[Node]:
    left, right = index.evidence(value.left), index.evidence(value.right)
    node = of_class(ids.named(index.base, "variant", "", left or "", right or ""), DEFAULT, "Variant")
    node.link(terms.LEFT, [left]).link(terms.RIGHT, [right])
    node.add(terms.RELATION, concept("Relation", value.relation))
    nodes = [node]
    for number, (old, new) in enumerate(value.changes, 1):
        change = of_class(f"{node.subject}-change-{number}", DEFAULT, "Change")
        change.add(terms.ORDER, count(number, terms.XSD_POSITIVE_INTEGER))
        nodes.append(change.add(terms.LEFT_WORDS, text(old)).add(terms.RIGHT_WORDS, text(new)))
    node.link(terms.CHANGE, (item.subject for item in nodes[1:]))
    return nodes


def disagreement(value: Disagreement, index: Index) -> Iterator[Node]:
    """A disagreement and its positions."""
    node = of_class(value.iri, DEFAULT, "Disagreement").link(terms.CONCERNS, [value.about])
    node.add(terms.ASPECT, concept("Aspect", value.aspect))
    positions = sorted(value.positions, key=lambda item: item.value)
    names = [f"{value.iri}-position-{number}" for number, _ in enumerate(positions, 1)]
    yield node.link(terms.POSITION, names)
    for name, position in zip(names, positions, strict=True):
        label = index.labels.get(position.value)
        given = of_class(name, DEFAULT, "Position").add(terms.VALUE, text(label or position.value))
        given.link(terms.VALUE_ACTOR, [position.value] if label else [])
        yield given.link(terms.GIVEN_BY, (index.evidence(ref) for ref in position.refs))


def _judgements(story: Story, index: Index) -> Iterator[Node]:
    judges: dict[str, Node] = {}
    for value in sorted(story.judgements, key=lambda item: item.iri):
        yield from judgement(value, index, judges)
    for key in sorted(judges):
        yield judges[key]


def judgement(value: Judgement, index: Index, judges: dict[str, Node]) -> Iterator[Node]:
    """A judgement and its features; who made it is put into `judges`."""
    judge = ids.named(index.base, "person" if value.person else "rule", value.by)
    if judge not in judges:
        types = (terms.PROV_CLASS_PERSON,) if value.person else (terms.CLASS_RULE,)
        judges[judge] = typed(judge, DEFAULT, *types).add(terms.RDFS_LABEL, text(value.by))
    node = of_class(value.iri, DEFAULT, "Judgement").link(terms.PROV_WAS_ATTRIBUTED_TO, [judge])
    sides = (value.left, value.right)
    left, right = (index.evidence(ref) or index.articles.get(ref.article) for ref in sides)  # rejected: gone from it
    node.link(terms.LEFT, [left]).link(terms.RIGHT, [right])
    node.link(terms.CONCERNS, (index.homes.get(ref) or index.articles.get(ref.article) for ref in sides))
    node.add(terms.DECISION, concept("Decision", value.decision)).add(terms.SCORE, decimal(value.score))
    reasons = (f"{item.name} {item.score:+.2g}: {item.reason}" for item in value.features)
    yield node.add(terms.REASON, *(text(reason) for reason in reasons))
