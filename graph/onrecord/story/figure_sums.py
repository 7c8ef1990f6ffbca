"""Numbers that are added up in a sentence: "nine men and two women", "287 passengers and a crew of six"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.story.amount_words import PERSON
from onrecord.story.figure_parts import COUNT, Parts, as_printed, is_part
from onrecord.story.numerals import Numeral, Word
from onrecord.word_sets import word_set


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what stands around it."""

    numeral: Numeral
    parts: Parts


_BETWEEN = 4
"""Most words between two numbers that are added up: "and a crew of"."""


def added_up(words: Sequence[Word], items: Sequence[Counted]) -> list[Counted]:
    """The numbers of a sentence, those marked that are parts of a sum, and the sums of people."""
    found = list(items)
    at = 0
    while at < len(items):
        behind = at + 1
        while behind < len(items) and _are_added(words, items[behind - 1].parts, items[behind].parts):
            behind += 1
        if behind > at + 1:
            parts = items[at:behind]
            for place in range(at, behind):
                found[place] = replace(found[place], parts=replace(found[place].parts, of_part=True))
            found.append(_sum(words, parts))
        at = behind
    return found


def _are_added(words: Sequence[Word], one: Parts, two: Parts) -> bool:
    """Whether two numbers of people to whom the same happened are joined by an "and"."""
    if one.kind != COUNT or two.kind != COUNT or not one.deeds & two.deeds or one.comparison != two.comparison:
        return False
    if PERSON not in one.things or PERSON not in two.things or one.some or two.some or not one.thing:
        return False
    between = [word.small for word in words[one.span[1] : two.span[0]]]
    if not between or between[0] not in word_set("number_and") or len(between) > _BETWEEN:
        return False
    return len(between) == 1 or between[-1] in word_set("measures_of")


def _sum(words: Sequence[Word], items: Sequence[Counted]) -> Counted:
    first, last = items[0].parts, items[-1].parts
    span = first.span[0], last.span[1]
    parts = replace(
        last,
        things=frozenset({PERSON}),
        deeds=frozenset.intersection(*(item.parts.deeds for item in items)),
        printed=as_printed(words, *span),
        thing="people",
        span=span,
        of_part=is_part(words, span[1]),
        around=first.around & last.around,
        agents=first.agents,
        least=None,
    )
    value = sum(item.numeral.value for item in items)
    numeral = replace(items[0].numeral, behind=items[-1].numeral.behind, value=value, exact_to=1.0)
    return Counted(numeral, parts)
