"""Clusters of local statements become statements of the story, with how their printings differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.model import StoryStatement, Variant
from onrecord.resolve.local import LocalStatement
from onrecord.resolve.statements.features import align
from onrecord.resolve.statements.quoted import Quoted

_MODES = ("direct", "mixed", "indirect")
Place = tuple[str, str]
"""Article id and local id."""


def merged(
    cluster: Sequence[int],
    locals_: Sequence[LocalStatement],
    items: Sequence[Quoted],
    actor_of: Mapping[Place, str],
    statement_of: Mapping[Place, str],
) -> StoryStatement:
    """The story statement of `cluster`; the fullest printing speaks for its kind, mode and stance."""
    chief = min(cluster, key=lambda item: (_MODES.index(items[item].mode), -len(items[item].words), locals_[item].ref))
    group = [locals_[item] for item in cluster]
    iris = sorted(item.iri for item in group)

    def actors(pick: Callable[[LocalStatement], Iterable[str | None]]) -> tuple[str, ...]:
        found = {actor_of.get((item.ref.article, key)) for item in group for key in pick(item) if key}
        return tuple(sorted(iri for iri in found if iri))

    chosen = locals_[chief].statement
    within = Counter(
        statement_of[item.ref.article, item.statement.within]
        for item in group
        if item.statement.within and (item.ref.article, item.statement.within) in statement_of
    )
    within.pop(iris[0], None)
    return StoryStatement(
        iri=iris[0],
        kind=chosen.kind,
        mode=chosen.mode,
        stance=chosen.stance,
        speakers=actors(lambda item: item.statement.speakers),
        on_behalf_of=actors(lambda item: item.statement.on_behalf_of),
        addressees=actors(lambda item: (item.statement.addressee,)),
        outlets=actors(lambda item: (item.statement.outlet,)),
        media=tuple(sorted({item.statement.medium for item in group if item.statement.medium})),
        dates=tuple(sorted({item.statement.date for item in group if item.statement.date})),
        about=actors(lambda item: item.statement.about),
        within=min(within, key=lambda iri: (-within[iri], iri)) if within else None,
        refs=tuple(sorted(item.ref for item in group)),
        chief=locals_[_telling(cluster, locals_, items)].ref,
        variants=_variants(chief, cluster, locals_, items),
        replaces=tuple(iris[1:]),
    )


def _telling(cluster: Sequence[int], locals_: Sequence[LocalStatement], items: Sequence[Quoted]) -> int:
    """The printing that the label is made from: one on record, of a named speaker if there is one, the fullest."""
    return min(
        cluster,
        key=lambda item: (
            not locals_[item].statement.recorded,
            not items[item].named,
            not items[item].speakers,
            _MODES.index(items[item].mode),
            -len(items[item].words),
            locals_[item].ref,
        ),
    )


def _variants(
    chief: int, cluster: Sequence[int], locals_: Sequence[LocalStatement], items: Sequence[Quoted]
) -> tuple[Variant, ...]:
    """How each other printing differs from the fullest one."""
    found = []
    for other in sorted(cluster, key=lambda item: locals_[item].ref):
        if other != chief:
            alignment = align(items[chief].words, items[other].words)
            left, right = locals_[chief].ref, locals_[other].ref
            found.append(Variant(left=left, right=right, relation=alignment.relation, changes=alignment.changes))
    return tuple(found)
