"""Applies corrections to the analyses of a run: what they refer to, what they change, what no longer applies."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any

from msgspec.structs import replace

from onrecord.model import Action, Actor, Analysis, Feature, Ref, Span, Statement
from onrecord.resolve import names
from onrecord.resolve.corrections import Address, Correction, Subject
from onrecord.resolve.dividing import divided
from onrecord.shelf import Shelf

Item = Actor | Statement | Action
_GROUP: Mapping[Subject, str] = {"actor": "actors", "statement": "statements", "action": "actions"}


@dataclass(slots=True)
class Replayed:
    """The corrected analyses, and the corrections that later stages have to apply."""

    analyses: Shelf[Analysis]
    found: list[tuple[Correction, tuple[Ref, ...]]] = field(default_factory=list)
    """Corrections that apply, with the items they refer to."""
    notes: list[str] = field(default_factory=list)


class Edited:
    """Analyses of which some are changed."""

    def __init__(self, given: Shelf[Analysis]) -> None:
        self._given, self._new = given, dict[int, Analysis]()

    def __getitem__(self, place: int) -> Analysis:
        return self._new.get(place) or self._given[place]

    def __setitem__(self, place: int, value: Analysis) -> None:
        self._new[place] = value

    def whole(self) -> Shelf[Analysis]:
        """All of them."""
        places = count()

        def change(item: Analysis) -> Analysis:
            return self._new.get(next(places), item)

        return self._given.changed(change)


def replay_corrections(analyses: Shelf[Analysis], corrections: Sequence[Correction]) -> Replayed:
    """Apply corrections in order. A correction whose item does not exist is left out with a note."""
    result, edited = Replayed(analyses), Edited(analyses)
    position = {item.article.id: place for place, item in enumerate(analyses)} if corrections else {}
    for correction in corrections:
        refs = tuple(_ref(edited, position, address, correction.on) for address in correction.items)
        lost = [str(address) for address, ref in zip(correction.items, refs, strict=True) if ref is None]
        if lost:
            result.notes.append(f"{correction.place} no longer applies: there is no {correction.on} {lost[0]}")
            continue
        kept = tuple(ref for ref in refs if ref is not None)
        if correction.off:
            kept, fault = _divide(edited, position, correction, kept[0])
        else:
            fault = _change(edited, position, correction, kept[0])
        if fault:
            result.notes.append(f"{correction.place} no longer applies: {fault}")
            continue
        result.found.append((correction, kept))
    if result.found:
        result.analyses = edited.whole()
    return _standing(result, position)


def _standing(result: Replayed, position: Mapping[str, int]) -> Replayed:
    """The result without corrections of items that a later correction rejects."""
    left: set[Ref] = set()
    for article in {ref.article for _, refs in result.found for ref in refs}:
        analysis = result.analyses[position[article]]
        items: tuple[Item, ...] = (*analysis.actors, *analysis.statements, *analysis.actions)
        left.update(Ref(article, item.id) for item in items)
    found = []
    for correction, refs in result.found:
        if correction.do == "reject" or all(ref in left for ref in refs):
            found.append((correction, refs))
        else:
            result.notes.append(
                f"{correction.place} was not carried out: another correction rejects its {correction.on}"
            )
    result.found = found
    return result


def _ref(analyses: Edited, position: Mapping[str, int], address: Address, on: Subject) -> Ref | None:
    """The item that `address` refers to: by name, or by the best overlap with the characters; None if there is none."""
    if address.article not in position:
        return None
    analysis = analyses[position[address.article]]
    items: Sequence[Item] = getattr(analysis, _GROUP[on])
    if address.name is not None and address.occurrence is None:
        wanted = names.words(address.name)
        hits = [item for item in items if wanted in {names.words(text) for text in _texts(item, analysis.article.text)}]
        return Ref(address.article, hits[0].id) if hits and wanted else None
    start, end = place(address, analysis.article.text)
    best = None
    for item in items:
        for span in _spans(item):
            shared = min(end, span[1]) - max(start, span[0])
            rank = (shared, -(span[1] - span[0]))
            if shared > 0 and (best is None or rank > best[0]):
                best = (rank, item.id)
    return Ref(address.article, best[1]) if best else None


def place(address: Address, text: str) -> Span:
    """The characters of an address, or those of the given printing of its name; (0, 0) if there is none."""
    if address.name is None:
        return address.start or 0, address.end or 0
    found = re.finditer(rf"(?<!\w){re.escape(address.name)}(?!\w)", text)
    return next((match.span() for match in islice(found, (address.occurrence or 1) - 1, None)), (0, 0))


def _divide(
    analyses: Edited, position: Mapping[str, int], correction: Correction, ref: Ref
) -> tuple[tuple[Ref, ...], str | None]:
    """Divide one actor; returns the two actors, and a sentence if that cannot be done."""
    at = position[ref.article]
    analysis = analyses[at]
    mentions = {(item.start, item.end) for actor in analysis.actors if actor.id == ref.local for item in actor.mentions}
    off: set[Span] = set()
    for address in correction.off:
        start, end = place(address, analysis.article.text)
        hits = [span for span in mentions if span[0] < end and start < span[1]]
        if address.article != ref.article or not hits:
            return (ref,), f"{correction.items[0]} has no mention {address}"
        off.add(min(hits, key=lambda span: (abs(span[0] - start) + abs(span[1] - end), span)))
    if off == mentions:
        return (ref,), f"no mention of {correction.items[0]} would be left"
    analyses[at], new = divided(analysis, ref.local, off)
    return (ref, Ref(ref.article, new)), None


def _spans(item: Item) -> list[Span]:
    if isinstance(item, Actor):
        return [(mention.start, mention.end) for mention in item.mentions]
    return [*item.content, *item.cue] if isinstance(item, Statement) else list(item.trigger)


def _texts(item: Item, text: str) -> list[str]:
    own = [item.name] if isinstance(item, Actor) else []
    return own + [text[start:end] for start, end in _spans(item)]


def _change(analyses: Edited, position: Mapping[str, int], correction: Correction, ref: Ref) -> str | None:
    """Apply a correction within one article; returns a sentence if that cannot be done, else None."""
    at = position[ref.article]
    analysis = analyses[at]
    if correction.do == "reject":
        analyses[at] = _REJECT[correction.on](analysis, ref.local)
    elif correction.do == "retype":
        key = "kind" if correction.on == "statement" else "type"
        analyses[at] = _with(analysis, correction.on, ref.local, {key: correction.to})
    elif correction.do == "confirm" and correction.on != "actor":
        for address in correction.items:
            found = _ref(analyses, position, address, correction.on)
            if found is not None:
                other = position[found.article]
                analyses[other] = _with(analyses[other], correction.on, found.local, {"confidence": 1.0})
    elif correction.do == "re-attribute" and correction.actor is not None:
        actor = _ref(analyses, position, correction.actor, "actor")
        if actor is None or actor.article != ref.article:
            return f"there is no actor {correction.actor} of the same article"
        analyses[at] = _with(analysis, correction.on, ref.local, {_FIELDS[correction.role]: _held(correction, actor)})
    return None


_FIELDS: Mapping[str, str] = {"speaker": "speakers", "agent": "agents", "patient": "patients"} | {
    role: role for role in ("addressee", "on_behalf_of", "outlet")
}


def _held(correction: Correction, actor: Ref) -> str | tuple[str, ...]:
    return actor.local if correction.role in {"addressee", "outlet"} else (actor.local,)


def _with(analysis: Analysis, on: Subject, local: str, values: Mapping[str, Any]) -> Analysis:
    """`analysis` with `values` in one item."""
    items = tuple(replace(item, **values) if item.id == local else item for item in getattr(analysis, _GROUP[on]))
    changed: dict[str, Any] = {_GROUP[on]: items}
    return replace(analysis, **changed)


def _without_actor(analysis: Analysis, local: str) -> Analysis:
    def drop(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if key != local)

    def unless(key: str | None) -> str | None:
        return None if key == local else key

    return replace(
        analysis,
        actors=tuple(replace(item, members=drop(item.members)) for item in analysis.actors if item.id != local),
        statements=tuple(
            replace(
                item,
                speakers=drop(item.speakers),
                on_behalf_of=drop(item.on_behalf_of),
                about=drop(item.about),
                addressee=unless(item.addressee),
                outlet=unless(item.outlet),
            )
            for item in analysis.statements
        ),
        actions=tuple(
            replace(
                item,
                agents=drop(item.agents),
                patients=drop(item.patients),
                directors=drop(item.directors),
                place=unless(item.place),
            )
            for item in analysis.actions
        ),
    )


def _without_statement(analysis: Analysis, local: str) -> Analysis:
    """`analysis` without a statement; what was inside it moves to the next outer statement or to the article."""
    outer = next((item.within for item in analysis.statements if item.id == local), None)
    return replace(
        analysis,
        statements=tuple(
            replace(item, within=outer if item.within == local else item.within)
            for item in analysis.statements
            if item.id != local
        ),
        actions=tuple(
            replace(item, within=outer if item.within == local else item.within) for item in analysis.actions
        ),
    )


def _without_action(analysis: Analysis, local: str) -> Analysis:
    return replace(
        analysis,
        actions=tuple(
            replace(item, under=None if item.under == local else item.under)
            for item in analysis.actions
            if item.id != local
        ),
    )


_REJECT: Mapping[Subject, Callable[[Analysis, str], Analysis]] = {
    "actor": _without_actor,
    "statement": _without_statement,
    "action": _without_action,
}


def feature(correction: Correction) -> Feature:
    """The correction as the only reason of its judgement."""
    said = {
        "rename": f"to {correction.to!r}",
        "retype": f"to {correction.to}",
        "re-attribute": f"to {correction.actor}",
        "reject": f"{correction.on} {correction.items[0]}",
    }
    words = " ".join(item for item in (correction.do, said.get(correction.do), "by hand") if item)
    score = -1.0 if correction.do in {"split", "reject"} else 1.0
    return Feature(correction.do, score, f"{words}: {correction.reason}" if correction.reason else words)
