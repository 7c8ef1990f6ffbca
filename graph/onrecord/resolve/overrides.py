"""Effects of corrections on clusters and merged items: verdicts by named people, and names and types they gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, TypeVar

from msgspec.structs import replace

from onrecord import ids
from onrecord.model import Decision, Judgement, Ref, StoryAction, StoryActor, StoryStatement
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.corrections import Correction, Subject
from onrecord.resolve.replay import feature

Found = Sequence[tuple[Correction, tuple[Ref, ...]]]
_Thing = TypeVar("_Thing", StoryActor, StoryAction, StoryStatement)
_PAIRED = {"merge": "same", "confirm": "same", "split": "different"}


def verdicts(found: Found, on: Subject, refs: Sequence[Ref]) -> list[Verdict]:
    """Verdicts on positions in `refs`, from corrections that refer to two or more items."""
    position = _positions(found, on, refs)
    made = []
    for correction, pointed in found:
        if correction.on != on or correction.do not in _PAIRED:
            continue
        decision: Decision = "different" if correction.do == "split" else "same"
        pairs = combinations(pointed, 2) if correction.do == "split" else ((pointed[0], ref) for ref in pointed[1:])
        for one, two in pairs:
            left, right = sorted((position[one], position[two]))
            if left != right:
                reason = feature(correction)
                made.append(Verdict(left, right, decision, reason.score, (reason,), correction.by, person=True))
    return made


def alone(found: Found, on: Subject, refs: Sequence[Ref]) -> frozenset[int]:
    """Positions that a split with a single address keeps from being merged with anything."""
    position = _positions(found, on, refs)
    return frozenset(
        position[pointed[0]]
        for correction, pointed in found
        if correction.on == on and correction.do == "split" and len(set(pointed)) == 1
    )


def _positions(found: Found, on: Subject, refs: Iterable[Ref]) -> dict[Ref, int]:
    """The positions of what corrections refer to."""
    meant = {ref for correction, pointed in found if correction.on == on for ref in pointed}
    return {ref: place for place, ref in enumerate(refs) if ref in meant} if meant else {}


def without(verdicts_: Iterable[Verdict], apart: frozenset[int]) -> Iterator[Verdict]:
    """The verdicts that do not involve a position in `apart`."""
    return (item for item in verdicts_ if item.left not in apart and item.right not in apart)


def single(found: Found, base: str) -> list[Judgement]:
    """Judgements from corrections of single items; for a rejected item only its article is left to refer to."""
    made = []
    for correction, pointed in found:
        if len(set(pointed)) > 1:
            continue
        ref, reason = pointed[0], feature(correction)
        parts = (correction.do, correction.by, ref.article, ref.local, reason.reason)
        made.append(
            Judgement(
                iri=ids.named(base, "judgement", correction.on, *parts),
                subject=correction.on,
                left=ref,
                right=ref,
                decision="different" if reason.score < 0 else "same",
                score=reason.score,
                features=(reason,),
                by=correction.by,
                person=True,
            )
        )
    return made


def contradicted(found: Found, on: Subject, story_of: Mapping[tuple[str, str], str]) -> list[str]:
    """A sentence for each merge or split that could not be carried out because of another correction."""
    notes = []
    for correction, pointed in found:
        if correction.on == on and correction.do in _PAIRED and len(set(pointed)) > 1:
            iris = {story_of[ref.article, ref.local] for ref in pointed}
            if (correction.do == "split" and len(iris) < len(set(pointed))) or (
                correction.do != "split" and len(iris) > 1
            ):
                notes.append(f"{correction.place} was not carried out: another correction says otherwise")
    return notes


def put_right(
    found: Found, on: Subject, values: Iterable[_Thing], story_of: Mapping[tuple[str, str], str]
) -> Iterator[_Thing]:
    """`values` (story items) with the names and types given by people."""
    given: dict[str, list[Correction]] = {}
    for correction, pointed in found:
        iri = story_of.get((pointed[0].article, pointed[0].local)) if correction.on == on else None
        if iri is not None and correction.to is not None:
            given.setdefault(iri, []).append(correction)
    for value in values:
        item: Any = value
        for correction in given.get(item.iri, ()):
            if correction.do == "retype":
                item = replace(item, **{"kind" if on == "statement" else "type": correction.to})
            elif correction.do == "rename":
                others = {*item.alt_names, item.name} - {correction.to}
                item = replace(item, name=correction.to, alt_names=tuple(sorted(others)))
        yield item
