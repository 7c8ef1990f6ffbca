"""What a disagreement on figures is about, in the words of one article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.amount_words import asks, is_sum, plural_unit
from onrecord.story.figure_parts import COUNT, DURATION, MONEY, SUMMED
from onrecord.story.figures import Figure
from onrecord.story.inflection import singular


def label(figures: Sequence[Figure]) -> str:
    """How many of what, or how much of what, the figures give differently."""
    if figures[0].parts.kind == COUNT:
        return _count(figures)
    named = [item for item in figures if item.parts.thing]
    first = min(named, key=lambda item: (-len(item.parts.thing.split()), item.parts.thing), default=figures[0])
    thing = first.parts.thing
    words = thing.split()
    of = thing if words and words[0][0].isupper() else f"the {thing}"
    unit = plural_unit(first.unit.partition("/")[0])
    if first.parts.kind == MONEY:
        plain = bool(words) and (is_sum(singular(words[-1])) or not first.parts.attributive)
        return f"How much {of} came to" if plain else f"How much money: {of}" if thing else "How much money"
    if first.parts.kind == DURATION:
        return f"How long: {of}" if thing else "How long"
    if not thing:
        return f"How many {unit}"
    return f"How many {unit} {of} came to" if first.parts.kind in SUMMED else f"How many {unit}: {of}"


def _count(figures: Sequence[Figure]) -> str:
    told = [item for item in figures if item.parts.telling and item.parts.thing]
    named = told or [item for item in figures if item.parts.thing]
    best = min(
        named or figures, key=lambda item: (len(item.parts.telling.split()), item.parts.telling, item.parts.thing)
    )
    thing = best.parts.thing.casefold() if best.parts.thing.isupper() else best.parts.thing
    shared = frozenset.intersection(*(item.parts.deeds for item in figures))
    telling = best.parts.telling or next((words for row in sorted(shared) if (words := asks(row))), "")
    return f"How many {thing or 'people'} {telling}".strip()
