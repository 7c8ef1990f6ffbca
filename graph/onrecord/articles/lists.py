"""Lists that continue the sentence before them are read as one sentence: "agreed to:" and its items."""

from __future__ import annotations

import re

from onrecord.articles.paragraphs import Unit, units
from onrecord.characters import Edit, Plain
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_ITEM = re.compile(r"(?:[-–—•*·▪‣◦]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_LEAD = 20
"""Characters before a list that are searched for the words that introduce it: "the following:"."""
_MOST_WORDS = 60
"""Most words of a list item; a longer paragraph is text."""
_MOST_ITEMS = 40
"""Most items examined after one mark, so that time is linear in the length of the text, not quadratic."""


def joined(plain: Plain) -> Plain:
    """`plain` with lists that complete a sentence joined to that sentence, their items separated by commas."""
    text = plain.text
    if ":" not in text:
        return plain
    found = units(text)
    changes: list[Edit] = []
    number = 0
    while number < len(found):
        items = (
            _items(text, found, number)
            if word_pattern("list_follows").search(text[slice(*found[number])][-_LEAD:])
            else []
        )
        if len(items) > 1:
            changes.extend(_changes(text, found[number], items))
        number += len(items) + 1 if len(items) > 1 else 1
    return plain.then(changes, joints=True)


def _items(text: str, found: list[Unit], number: int) -> list[Unit]:
    """The list items after the unit `number`, without their marks."""
    items: list[Unit] = []
    for start, end in found[number + 1 : number + 1 + _MOST_ITEMS]:
        mark = _ITEM.match(text, start, end)
        if not mark or text.count(" ", start, end) > _MOST_WORDS:
            break
        items.append((mark.end(), end))
    return items


def _changes(text: str, lead: Unit, items: list[Unit]) -> list[Edit]:
    colon = text.rindex(":", *lead)
    opening = word_pattern("list_follows").search(text[lead[0] : lead[1]][-_LEAD:])
    last_word = opening["last"].lower() if opening else ""
    again = f"{last_word} " if last_word in word_set("repeated_in_list") else ""  # or an item could be read as a clause
    changes: list[Edit] = [(colon, items[0][0], " ")]
    for number, (start, end) in enumerate(items[:-1]):
        tail = word_pattern("joint_of_list").search(text, start, end)
        close = tail.start() if tail else end
        last = number == len(items) - 2
        joint = (tail.group("joint") if tail else None) or ("and" if last else "")
        changes.append((close, items[number + 1][0], f", {joint} {again}" if joint else f", {again}"))
    return changes
