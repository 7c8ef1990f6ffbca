"""Which articles tell one story: those that share rare named actors and deeds, found by an index."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import sqrt

from onrecord.model import Story
from onrecord.weights import weights_of

LIKE = weights_of("matters")["story.like"]
"""Likeness (cosine) of two articles' named actors and deeds from which on they tell one story."""
COMMON = int(weights_of("matters")["story.common"])
"""A name that more articles hold brings none of them together."""


def group_articles(story: Story) -> list[list[str]]:
    """Article ids by story, the largest first, then by id; each article once."""
    parent = {item.article.id: item.article.id for item in story.analyses}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for (one, two), value in sorted(_likeness(story).items()):
        if value >= LIKE:
            left, right = sorted((root(one), root(two)))
            parent[right] = left
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parent):
        groups[root(key)].append(key)
    return sorted(groups.values(), key=lambda item: (-len(item), item))


def _likeness(story: Story) -> dict[tuple[str, str], float]:
    """Cosine over what another article holds as well; a thing weighs less the more articles hold it."""
    holding: dict[str, set[str]] = defaultdict(set)
    for actor in story.actors:
        if actor.named:
            holding[actor.iri] |= {ref.article for ref in actor.refs}
    for deed in story.actions:
        holding[deed.iri] |= {ref.article for ref in deed.refs}
    norm: dict[str, float] = defaultdict(float)
    product: dict[tuple[str, str], float] = defaultdict(float)
    for _, found in sorted(holding.items()):
        if not 1 < len(found) <= COMMON:
            continue
        for pair in combinations(sorted(found), 2):
            product[pair] += 1 / len(found)
        for key in found:
            norm[key] += 1 / len(found)
    return {(one, two): value / sqrt(norm[one] * norm[two]) for (one, two), value in product.items()}
