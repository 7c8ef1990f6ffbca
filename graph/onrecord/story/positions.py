"""Makes a disagreement from its positions, each with its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord import ids
from onrecord.model import Disagreement, Place, Position, Ref
from onrecord.story.index import Index
from onrecord.word_sets import in_order


def made(  # noqa: PLR0913  # the fields of a disagreement
    base: str, about: str, aspect: str, label: str, positions: Sequence[Position], *, note: str = ""
) -> Disagreement:
    """A disagreement on one `aspect` of the thing with the IRI `about`; a `note` says why it only seems to be one."""
    iri = ids.named(base, "disagreement", label, about, aspect)
    return Disagreement(
        iri=iri, about=about, aspect=aspect, label=label,  # type: ignore[arg-type]  # callers give literals
        positions=tuple(sorted(positions, key=lambda item: item.value)), note=note,
    )  # fmt: skip


def sentences_of(look: Index, refs: Iterable[Ref]) -> tuple[Place, ...]:
    """The sentences that reports and statements stand in, in the order of the articles and of the text."""
    places = set()
    for ref in refs:
        spans = look.actions[ref].trigger if ref in look.actions else look.statements[ref].content
        if spans:
            places.add(Place(ref.article, *look.sentence(ref.article, spans[0][0])))
    return tuple(sorted(places))


def set_against(found: Iterable[Disagreement]) -> set[frozenset[Place]]:
    """The pairs of sentences that stand on two sides of one of the disagreements `found`."""
    return {
        frozenset({left, right})
        for item in found
        for one, two in combinations(item.positions, 2)
        for left in one.places
        for right in two.places
    }


def kind_in_words(kind: str) -> str:
    """A kind of action as a verb: "ShutDown" is "shut down"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).casefold()


def without(label: str, value: str, *, rest: bool = False) -> str:
    """A label without the value that is disputed and the word that links it, and with `rest` without what follows.

    "was arrested in Norby" is "was arrested" if the place is disputed.
    """
    link = "|".join(in_order("links_object"))
    return re.sub(rf",? (?:{link}) {re.escape(value)}(?![\w.]\w){'.*' if rest else ''}", "", label)
