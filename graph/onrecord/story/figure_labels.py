"""What a disagreement on figures is about, in the words of one article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.allowances import TO
from onrecord.story.amount_words import asks, is_lasting, is_sum, plural_unit
from onrecord.story.figure_parts import COUNT, DURATION, MONEY, SHARE, SUMMED
from onrecord.story.figures import Figure
from onrecord.story.inflection import is_common, singular
from onrecord.word_sets import word_set


def label(figures: Sequence[Figure]) -> str:
    """How many of what, or how much of what, the figures give differently."""
    if figures[0].parts.kind == COUNT:
        return _count(figures)
    named = [item for item in figures if item.parts.thing]
    first = min(named, key=lambda item: (-len(item.parts.thing.split()), item.parts.thing), default=figures[0])
    thing = first.parts.thing
    words = thing.split()
    if words and words[0][1:].islower() and is_common(words[0]):
        thing = " ".join([words[0].casefold(), *words[1:]])  # it opens its sentence
    of = thing if words and thing[0].isupper() else f"the {thing}"
    unit = plural_unit(first.parts.unit.partition("/")[0])
    if first.parts.kind == MONEY:
        plain = bool(words) and (is_sum(singular(words[-1])) or not first.parts.attributive)
        return (
            f"How much {of} came to"
            if plain
            else f"How much money: {of}"
            if thing
            else f"How much money {_asked(figures)}".strip()
        )
    if first.parts.kind == DURATION:
        return _length(figures, of if thing else "")
    if not thing:
        return f"How many {unit} {_asked(figures)}".strip()
    if first.parts.kind == SHARE and first.parts.attributive:
        return f"How many {unit} of {of} {_asked(figures)}".strip()
    return f"How many {unit} {of} came to" if first.parts.kind in SUMMED else f"How many {unit}: {of}"


def _length(figures: Sequence[Figure], of: str) -> str:
    lasting = next((row for row in sorted(_shared(figures)) if is_lasting(row)), "")
    allowed = next((row for row in sorted(_shared(figures)) if row.startswith(TO)), "")
    if allowed and not of:
        return f"How long there is {allowed}"
    return f"How long the {lasting} was" if lasting else f"How long: {of}" if of else "How long"


def _count(figures: Sequence[Figure]) -> str:
    told = [item for item in figures if item.parts.telling and item.parts.thing]
    named = told or [item for item in figures if item.parts.thing]
    best = min(
        named or figures, key=lambda item: (len(item.parts.telling.split()), item.parts.telling, item.parts.thing)
    )
    thing = best.parts.thing.casefold() if best.parts.thing.isupper() else best.parts.thing
    if singular(thing) in word_set("stands_for_people"):
        thing = ""  # "two lives" are two people
    telling = best.parts.telling or _asked(figures)
    return f"How many {thing or 'people'} {telling}".strip()


def _shared(figures: Sequence[Figure]) -> frozenset[str]:
    """The rows of what happened in all figures."""
    return frozenset.intersection(*(item.parts.deeds for item in figures))


def _asked(figures: Sequence[Figure]) -> str:
    """How the question ends of how many it happened to; empty if nothing happened in all figures."""
    return next((words for row in sorted(_shared(figures)) if (words := asks(row))), "")
