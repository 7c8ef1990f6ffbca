"""Merges clusters of local statements into story statements, with the differences between printings."""

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
    cluster: Sequence[Quoted], actor_of: Mapping[Place, str], statement_of: Mapping[Place, str]
) -> StoryStatement:
    """The story statement of `cluster`; its kind, mode and stance are those of the fullest printing."""
    fullest = min(cluster, key=lambda item: (_MODES.index(item.mode), -len(item.words), item.local.ref))
    group = [item.local for item in cluster]
    iris = sorted(item.iri for item in group)

    def actors(pick: Callable[[LocalStatement], Iterable[str | None]]) -> tuple[str, ...]:
        found = {actor_of.get((item.ref.article, key)) for item in group for key in pick(item) if key}
        return tuple(sorted(iri for iri in found if iri))

    chosen = fullest.local.statement
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
        chief=_telling(cluster).ref,
        variants=_variants(fullest, cluster),
        replaces=tuple(iris[1:]),
    )


def _telling(cluster: Sequence[Quoted]) -> LocalStatement:
    """The printing for the label: on record, with a named speaker if possible, and the fullest of these."""
    return min(
        cluster,
        key=lambda item: (
            not item.local.statement.recorded,
            not item.named,
            not item.speakers,
            _MODES.index(item.mode),
            -len(item.words),
            item.local.ref,
        ),
    ).local


def _variants(fullest: Quoted, cluster: Sequence[Quoted]) -> tuple[Variant, ...]:
    """How each other printing differs from the fullest one."""
    found = []
    for other in sorted(cluster, key=lambda item: item.local.ref):
        if other is not fullest:
            alignment = align(fullest.words, other.words)
            left, right = fullest.local.ref, other.local.ref
            found.append(Variant(left=left, right=right, relation=alignment.relation, changes=alignment.changes))
    return tuple(found)
