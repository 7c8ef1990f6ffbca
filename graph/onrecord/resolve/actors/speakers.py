"""Unnamed speakers of the same quotation: if two articles attribute the same words to a source, it is one person.

Similar descriptions alone do not identify a source; the same words do, if the descriptions and the represented bodies
are compatible.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.model import Feature
from onrecord.resolve import names
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.local import LocalActor, LocalStatement
from onrecord.resolve.statements.features import align
from onrecord.resolve.statements.quoted import Quoted
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

BY = "same-quotation"
_W = weights_of("actors")


def verdicts(groups: Iterable[Sequence[Quoted]], actors: Sequence[LocalActor]) -> list[Verdict]:
    """Verdicts on positions in `actors`, from clusters (`groups`) of printings of quotations."""
    place = _Places(actors)
    found: dict[tuple[int, int], Verdict] = {}
    for group in groups:
        given = [item for item in group if item.mode != "indirect"] if len(group) > 1 else []
        spoken = [(item, who) for item in given if (who := _speaker(item.local, actors, place)) is not None]
        for number, (one, left) in enumerate(spoken):
            for two, right in spoken[number + 1 :]:
                reasons = _reasons(one, two, actors[left], actors[right])
                if reasons and left != right:
                    pair = (min(left, right), max(left, right))
                    found.setdefault(pair, Verdict(*pair, "same", _W["quotation.same"], reasons, BY))
                    break  # only neighbours are compared, as a chain, not all pairs
    return [found[pair] for pair in sorted(found)]


class _Places:
    """Where actors stand, article by article."""

    def __init__(self, actors: Sequence[LocalActor]) -> None:
        self._actors = actors
        self._articles = array("I", (item.article for item in actors))

    def of(self, article: int, local: str) -> int | None:
        """The position of an actor; None if there is none."""
        for place in range(bisect_left(self._articles, article), bisect_right(self._articles, article)):
            if self._actors[place].ref.local == local:
                return place
        return None


def _speaker(statement: LocalStatement, actors: Sequence[LocalActor], place: _Places) -> int | None:
    """The single unnamed speaker of a printing; None if there is no such speaker."""
    if len(statement.statement.speakers) != 1:
        return None
    position = place.of(statement.article, statement.statement.speakers[0])
    return position if position is not None and not actors[position].actor.named else None


def _reasons(one: Quoted, two: Quoted, left: LocalActor, right: LocalActor) -> tuple[Feature, ...]:
    """Why both speakers are the same person; empty if they may differ."""
    other_body = one.behalf and two.behalf and one.behalf.isdisjoint(two.behalf)
    if one.article == two.article or left.actor.type != right.actor.type or other_body:
        return ()
    alike = align(one.words, two.words)
    heads = names.head(left.actor.name), names.head(right.actor.name)
    few = alike.common < max(_W["quotation.words"], _W["quotation.share"] * alike.shorter)
    if few or not _compatible(*heads):
        return ()
    first = Feature(
        "quotation", _W["quotation.alike"], f"both are given for the same {alike.common} words of a quotation"
    )
    described = Feature("role", _W["quotation.role"], f"one is a {heads[0]!r}, the other a {heads[1]!r}")
    body = Feature("body", _W["quotation.body"], "both speak for the same")
    return (first, described, *([body] if one.behalf & two.behalf else []))


def _compatible(one: str, two: str) -> bool:
    """Whether two descriptions are compatible: they share a word, or one is less specific than the other."""
    if not one or not two or one == two:
        return bool(one and two)
    return {one, two} <= word_set("speaks_for_body") and bool({one, two} & word_set("speaks_for_body_of_either_sex"))
