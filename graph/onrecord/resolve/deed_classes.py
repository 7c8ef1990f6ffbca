"""Classes of deeds: the words in which articles tell one deed, and which classes exclude one another.

The lexicon lists verbs with what follows them ("pull the plug on") and nouns ("closure"). A report belongs to a class
if its verb or noun, with the words behind it, is listed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.model import Action, Analysis
from onrecord.spans import sentence_at
from onrecord.value_groups import is_nominal

_GAP = "…"
_BETWEEN = r"(?:\W+\w+){0,4}?"
"""What `_GAP` stands for: up to four words."""


class DeedClass(Struct, frozen=True, forbid_unknown_fields=True):
    """One class; `{about}` in its questions stands for whom or what two accounts are about."""

    id: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    asks: str
    example: str
    source: str
    opposite: str = ""
    """The class that excludes it; empty if only its own negation does."""
    by_one: bool = False
    """Whether one party alone can have done it."""
    asks_who: str = ""
    asks_when: str = ""
    """What is disputed if it is by when somebody has to do it."""
    undergone_by_agent: tuple[str, ...] = ()
    """Openings of those of its verbs whose subject undergoes the deed ("she resigned")."""
    things: tuple[str, ...] = ()
    """If there are any, what it is done to is one of these."""
    noun_with: tuple[str, ...] = ()
    """If there are any, its nouns tell of it only beside one of these."""
    by_speech: bool = False
    """Whether it is done by speaking, so that its reports are among those of plain saying."""
    ahead: bool = False
    """Whether what is ordered, demanded or planned counts as told: whoever is to be tried was not let off."""
    symmetric: bool = False
    """Whether whoever does it does it to one another: who meets somebody is met."""
    prior: float = 0.0
    """How far its words alone tell that two accounts are of one deed: nobody leaves the table in two disputes."""
    of_things: bool = False
    """Whether it is done to things alone: an official who is suspended is not closed."""
    prevails: bool = False
    """Whether it holds for an article that tells its opposite too: convicted of one thing and cleared of another."""
    people: bool = False
    """Whether it befalls people, of whom an account may say that there were none."""


class Use(Struct, frozen=True):
    """A class that a report belongs to."""

    id: str
    by_agent: bool
    """Whether the grammatical agent undergoes the deed."""
    words: str
    """The words that tell it, as printed."""
    is_idiom: bool
    """Whether they hold an object of the verb, as "pull the plug on" does."""


class _Entry(Struct, frozen=True):
    id: str
    by_agent: bool
    lemma: str
    behind: re.Pattern[str] | None
    is_idiom: bool


@cache
def classes() -> Mapping[str, DeedClass]:
    """The classes of the lexicon by id."""
    return {item.id: item for item in entries("deed_classes.toml", "class", DeedClass)}


@cache
def _verbs() -> Mapping[str, Sequence[_Entry]]:
    """The verbs by their first word."""
    found: dict[str, list[_Entry]] = {}
    for item in classes().values():
        for words in item.verbs:
            first, *rest = words.split()
            by_agent = any(f"{words} ".startswith(f"{opening} ") for opening in item.undergone_by_agent)
            entry = _Entry(item.id, by_agent, words, _behind(rest) if rest else None, len(rest) > 1)
            found.setdefault(first, []).append(entry)
    return found


def _behind(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for a verb in any form and the words behind it."""
    parts = (_BETWEEN if word == _GAP else rf"\W+(?:{word})\b" for word in words)
    return re.compile(rf"\w+{''.join(parts)}", re.IGNORECASE)


@cache
def _nouns() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for item in classes().values():
        for noun in item.nouns:
            found.setdefault(noun, []).append(item.id)
    return found


@lru_cache(maxsize=1 << 14)
def may_tell(lemma: str) -> frozenset[str]:
    """The classes that reports with this lemma can belong to, of two opposite ones the first by name."""
    keys = [entry.id for entry in _verbs().get(lemma.partition(" ")[0], ())]
    return frozenset(pair_of(key) for key in (*keys, *_nouns().get(lemma, ())))


@cache
def pair_of(key: str) -> str:
    """The name of a class and its opposite."""
    return min(filter(None, (key, classes()[key].opposite)))


def uses(action: Action, analysis: Analysis) -> tuple[Use, ...]:
    """The classes that a report belongs to, in the order of the lexicon; a class stands once."""
    lemma = action.lemma.casefold()
    if not action.trigger:
        return ()
    start, end = action.trigger[0]
    first, last = sentence_at(analysis, start)
    text = analysis.article.text
    found: dict[str, Use] = {}
    if is_nominal(action):
        for key in _nouns().get(lemma, ()):
            beside = classes()[key].noun_with
            if not beside or any(re.search(rf"\b{word}\b", text[first:last], re.IGNORECASE) for word in beside):
                found[key] = Use(key, by_agent=False, words=text[start:end], is_idiom=False)
        return tuple(found.values())
    for entry in _verbs().get(lemma.partition(" ")[0], ()):
        behind = entry.behind.match(text, start, last) if entry.behind else None
        if behind or entry.lemma == lemma:
            words = (
                behind[0]
                if behind and entry.lemma != lemma
                else " ".join(text[low:high] for low, high in action.trigger)
            )
            found.setdefault(entry.id, Use(entry.id, entry.by_agent, " ".join(words.split()), entry.is_idiom))
    return tuple(found.values())
