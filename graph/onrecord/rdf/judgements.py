"""Why things were judged to be one, in a named graph: judgements, their judges, and IRIs that were replaced."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord import ids
from onrecord.model import Judgement, Story, StoryAction, StoryActor, StoryStatement
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import Node, of_class, typed
from onrecord.rdf.values import concept, decimal, text


def graph(base: str) -> str:
    """IRI of the named graph."""
    return f"{base}evidence/judgements"


def nodes(story: Story, index: Index) -> Iterator[Node]:
    """Everything in it but what the graph says of itself, each kind sorted."""
    judges: dict[str, Node] = {}
    for value in sorted(story.judgements, key=lambda item: item.iri):
        yield judgement(value, index, judges)
    for key in sorted(judges):
        yield judges[key]
    merged: tuple[StoryActor | StoryAction | StoryStatement, ...] = (*story.actors, *story.actions, *story.statements)
    for item in sorted(merged, key=lambda item: item.iri):
        yield from replaced(item.replaces, item.iri, story.base)


def judgement(value: Judgement, index: Index, judges: dict[str, Node]) -> Node:
    """A judgement and its features; who made it is put into `judges`."""
    where = graph(index.base)
    judge = ids.named(index.base, "person" if value.person else "rule", value.by)
    if judge not in judges:
        types = (terms.PROV_CLASS_PERSON,) if value.person else (terms.CLASS_RULE,)
        judges[judge] = typed(judge, where, *types).add(terms.SKOS_PREF_LABEL, text(value.by))
    node = of_class(value.iri, where, "Judgement").link(terms.PROV_WAS_ATTRIBUTED_TO, [judge])
    sides = (value.left, value.right)
    left, right = (index.evidence(ref) or index.articles.get(ref.article) for ref in sides)  # rejected: gone from it
    node.link(terms.LEFT, [left]).link(terms.RIGHT, [right])
    node.link(terms.JUDGES, (index.homes.get(ref) or index.articles.get(ref.article) for ref in sides))
    node.add(terms.DECISION, concept("Decision", value.decision)).add(terms.SCORE, decimal(value.score))
    reasons = (f"{item.name} {item.score:+.2g}: {item.reason}" for item in value.features)
    return node.add(terms.REASON, *(text(reason) for reason in reasons))


def replaced(old: tuple[str, ...], new: str, base: str) -> Iterator[Node]:
    """IRIs that articles would have given alone, each leading to the one that replaced it."""
    for item in sorted(set(old) - {new}):
        yield Node(item, graph(base)).link(terms.DCTERMS_IS_REPLACED_BY, [new])
