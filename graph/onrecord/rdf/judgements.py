"""The named graph of judgements on identity, with their judges and the IRIs that were replaced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from onrecord import ids
from onrecord.model import Judgement, Story, StoryAction, StoryActor, StoryStatement
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import Node, of_class, typed
from onrecord.rdf.share import WHOLE, Share
from onrecord.rdf.values import concept, decimal, text
from onrecord.shelf import in_order


def graph(base: str) -> str:
    """IRI of the named graph."""
    return f"{base}evidence/judgements"


def nodes(story: Story, index: Index, share: Share = WHOLE) -> Iterator[Node]:
    """The nodes in `share`, without the graph's description of itself, each kind sorted."""
    judges: dict[str, Judgement] = {}
    for value in share.of(in_order(Judgement, story.judgements, lambda item: item.iri)):
        yield judgement(value, index)
    for value in story.judgements:
        judges.setdefault(_judge_iri(value, index), value)
    for key in share.of(sorted(judges)):
        yield _judge(key, judges[key], index)
    merged = chain[StoryActor | StoryAction | StoryStatement](story.actors, story.actions, story.statements)
    replacing = ((item.iri, item.replaces) for item in merged)
    for iri, old in share.of(in_order(tuple[str, tuple[str, ...]], replacing, itemgetter(0))):
        yield from replaced(old, iri, story.base)


def _judge_iri(value: Judgement, index: Index) -> str:
    return _named(index.base, "person" if value.person else "rule", value.by)


_named = lru_cache(maxsize=1 << 10)(ids.named)
"""There are few judges and many judgements."""


def _judge(iri: str, value: Judgement, index: Index) -> Node:
    """Who made a judgement: a named person or a rule."""
    types = (terms.PROV_CLASS_PERSON,) if value.person else (terms.CLASS_RULE,)
    return typed(iri, graph(index.base), *types).add(terms.SKOS_PREF_LABEL, text(value.by))


def judgement(value: Judgement, index: Index) -> Node:
    """A judgement and its features."""
    node = of_class(value.iri, graph(index.base), "Judgement")
    node.link(terms.PROV_WAS_ATTRIBUTED_TO, [_judge_iri(value, index)])
    sides = (value.left, value.right)
    left, right = (index.evidence(ref) or index.articles.get(ref.article) for ref in sides)  # article: if rejected
    node.link(terms.LEFT, [left]).link(terms.RIGHT, [right])
    node.link(terms.JUDGES, (index.homes.get(ref) or index.articles.get(ref.article) for ref in sides))
    node.add(terms.DECISION, concept("Decision", value.decision)).add(terms.SCORE, decimal(value.score))
    reasons = (f"{item.name} {item.score:+.2g}: {item.reason}" for item in value.features)
    return node.add(terms.REASON, *(text(reason) for reason in reasons))


def replaced(old: tuple[str, ...], new: str, base: str) -> Iterator[Node]:
    """Nodes for IRIs that articles would have had alone, each with a link to its replacement."""
    for item in sorted(set(old) - {new}):
        yield Node(item, graph(base)).link(terms.DCTERMS_IS_REPLACED_BY, [new])
