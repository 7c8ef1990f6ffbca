"""What the words for an unnamed actor say about who or what it is, and whose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.model import ActorType, Mention
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


class Owner(NamedTuple):
    """A mention of somebody named in an article, with the name and type of the node it belongs to."""

    mention: Mention
    name: str
    type: ActorType


def is_brought_in(name: str) -> bool:
    """Whether a description brings in something not spoken of before, or a count: "a wreath", "1,300 seats"."""
    first = name.casefold().partition(" ")[0]
    return first in word_set("indefinite_article") or _is_number(first)


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in word_set("number_word")


def without_apposition(description: str) -> str:
    """A description up to the comma before its apposition, on one line: "a flight of the jet, the largest yet"."""
    return " ".join(_alone(description).split())


def _alone(description: str) -> str:
    behind = word_pattern("apposition").search(description)
    return description[: behind.start()] if behind else description


def called_after(text: str, description: Mention, named: Iterable[Owner]) -> Iterator[str]:
    """The names a description gives with the name of one of the mentions of somebody `named` that it holds.

    "Harbor Bank's board" for "its board" or "the bank's board". Those told of first come first. A short form is kept
    as printed, but a person's: "Holm's aides" are "Ada Holm's aides".
    """
    start, end = description.start, description.start + len(_alone(text[description.start : description.end]))
    within = (one for one in named if start <= one.mention.start and one.mention.end <= end)
    for mention, name, type_ in sorted(within, key=lambda one: (one.mention.start, -one.mention.end)):
        front, own, rest = text[start : mention.start], text[mention.start : mention.end], text[mention.end : end]
        if (front or rest) and _tells_whose(mention, front, own, rest):
            called = own if type_ != "Person" and mention.form in ("name", "short") else name
            mark = "'s" if mention.form == "pronoun" else ""
            yield " ".join(f"{front}{called}{mark}{rest}".split())


def _tells_whose(mention: Mention, front: str, own: str, rest: str) -> bool:
    """Whether a mention between two parts of a description has the place of a name: a possessor, or after "of"."""
    before, behind = front.casefold().split()[-1:], rest.casefold().split()[:1]
    prepositions = word_set("phrase_preposition")
    if mention.form == "pronoun":
        object_ = not behind or behind[0] in prepositions | word_set("determiner")
        return own.casefold() in word_set("possessive_pronoun") | word_set("his_or_her") and not object_
    return (
        mention.form != "description"
        or rest.startswith(tuple(sorted(word_set("possessive_or_apostrophe_ending"))))
        or bool(before and before[0] in prepositions)
    )
