"""Clusters of local actors become actors of the story; no evidence is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from onrecord.model import ActorType, StoryActor
from onrecord.resolve import names, places
from onrecord.resolve.actors.profiles import family
from onrecord.resolve.local import LocalActor

_VAGUE: frozenset[ActorType] = frozenset({"Thing", "Organization", "Place"})
"""Types that a more telling one of the same cluster outweighs."""


def merged(
    cluster: Sequence[LocalActor],
    iri_of: Mapping[tuple[str, str], str],
    outside: Callable[[str, Sequence[str]], str | None],
) -> StoryActor:
    """The story actor of `cluster`.

    `iri_of` gives the story IRI of every local actor, by article and local id; `outside` the IRI that a gazetteer has
    for a family of types and names.
    """
    iris = sorted({item.iri for item in cluster})
    members = {
        iri_of[item.ref.article, member]
        for item in cluster
        for member in item.actor.members
        if (item.ref.article, member) in iri_of
    }
    name = chosen_name(cluster)
    kind = chosen_type(cluster)
    code = places.territory(name) if kind in {"State", "Place", "GovernmentBody"} else None
    known = {places.wikidata(code)} if code else set()
    if any(item.actor.named for item in cluster):
        known.add(outside("territory" if code else family(kind), sorted({item.actor.name for item in cluster})))
    return StoryActor(
        iri=iris[0],
        name=name,
        alt_names=tuple(sorted({item.actor.name for item in cluster} - {name})),
        type=kind,
        named=any(item.actor.named for item in cluster),
        members=tuple(sorted(members - {iris[0]})),
        refs=tuple(sorted(item.ref for item in cluster)),
        same_as=tuple(sorted(iri for iri in known if iri)),
        replaces=tuple(iris[1:]),
    )


def chosen_name(cluster: Sequence[LocalActor]) -> str:
    """The name most articles print, long forms before their acronyms."""
    counts: Counter[str] = Counter(item.actor.name for item in cluster if item.actor.named) or Counter(
        item.actor.name for item in cluster
    )
    return min(counts, key=lambda name: (names.is_acronym(name), -counts[name], -len(name), name))


def chosen_type(cluster: Sequence[LocalActor]) -> ActorType:
    """The type most articles give, telling ones before vague ones."""
    counts = Counter(item.actor.type for item in cluster)
    return min(counts, key=lambda kind: (kind in _VAGUE, -counts[kind], kind))
