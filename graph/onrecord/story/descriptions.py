"""What the words for an unnamed actor say about who or what it is."""

from __future__ import annotations

from onrecord.word_sets import word_set


def is_brought_in(name: str) -> bool:
    """Whether a description brings in something not spoken of before, or a count: "a wreath", "1,300 seats"."""
    first = name.casefold().partition(" ")[0]
    return first in word_set("indefinite_article") or _is_number(first)


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in word_set("number_word")
