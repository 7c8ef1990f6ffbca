"""With which words an article introduced what it later calls "the bridge", as a line says them in square brackets.

Only if the article introduces one such thing and no other, in words that have a name: "a footbridge at Brod".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.actor_kinds import FIRMS
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_noun
from onrecord.story.noun_phrases import is_name, without_owner
from onrecord.story.word_places import in_word, places_of
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_WINDOW = 6000
"""Most characters before a noun in which it is looked for, so that no text takes longer than its length."""
"""Types of those whom an article may call a company."""
_BEFORE = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*[’']?")
_LEFT = 6
"""Most words before a noun that belong to it, with the determiner."""
_SPACE = 90
"""Most characters of them."""


class Introduction(NamedTuple):
    """How a noun stands in an article."""

    words: str
    """What is said of it, with the noun; empty if nothing is."""
    is_new: bool
    """Whether it brings in something."""
    is_named: bool
    """Whether a name is part of the words."""


@once_an_index
def introduced(look: Index, article: str, place: int, noun: str) -> str | None:
    """The words with which the article introduced the one `noun` that it means at `place`; None if that is not sure."""
    found = list(_introductions(look, article, place, noun))
    if None in found or (noun in word_set("means_a_company") and _names_company(look, article, place)):
        return None
    known = [item for item in found if item is not None]
    new = [item for item in known if item.is_new]
    named = {item.words for item in known if item.is_named}
    if len(named) != 1 or len(new) > 1 or (new and not new[0].is_named and new[0] is not known[0]):
        return None
    return f"{named.pop()}"


def _names_company(look: Index, article: str, place: int) -> bool:
    """Whether a company is named before `place`, which "the company" may mean too."""
    here = look.mentioned(article, 0, place)
    return any(one.form in NAMES and look.actors[ref].type in FIRMS for one, ref in here)


def _introductions(look: Index, article: str, place: int, noun: str) -> Iterator[Introduction | None]:
    text = look.text(article)
    titles = [(one.start, one.end) for one in look.analyses[article].passages if one.kind == "headline"]
    for start in places_of(text, noun, place):
        if start < place - _WINDOW or (start and in_word(text[start - 1])):
            continue
        if any(low <= start < high for low, high in titles):
            continue
        yield from _introduction(text, start, noun)


def _introduction(text: str, start: int, noun: str) -> Iterator[Introduction | None]:
    """How the noun at `start` is introduced there; None if as one of several; nothing if it is part of another."""
    end = start + len(noun)
    if text[end : end + 1] == "-":
        return
    after = _BEFORE.match(text, end + 1) if text[end : end + 1] == " " else None
    if after is not None and after[0].islower() and is_noun(after[0]) and after[0] not in word_set("behind_noun"):
        return  # "the ferry operator" is no ferry
    left = text[max(0, start - _SPACE) : start]
    left = re.split(r"[.;:!?“”\"()\n—–]|, ", left)[-1]
    words = _BEFORE.findall(left)[-_LEFT:]
    place = next((at for at in reversed(range(len(words))) if _is_determiner(words[at])), None)
    if place is None:
        named = bool(words) and words[-1][0].isupper()
        yield None if named else Introduction("", is_new=False, is_named=False)
        return
    opening, modifiers = words[place].casefold(), words[place + 1 :]
    if any(word.casefold() in word_set("behind_noun") | word_set("links_object") for word in modifiers):
        yield Introduction("", is_new=False, is_named=False)
        return
    if opening in word_set("one_of_several_of_noun") or any(
        word.casefold() in word_set("one_of_several_of_noun") for word in modifiers
    ):
        yield None
        return
    behind, named_behind = _behind(text, end)
    own = _owns(words[place])
    named = named_behind or own or any(is_name(word) for word in modifiers)
    owner = _run_of_names(words, place) if own else ["the"]
    said = " ".join([*owner, *modifiers, noun]) + behind
    yield Introduction(said if modifiers or behind or own else "", is_new=opening not in _known(), is_named=named)


def _run_of_names(words: list[str], place: int) -> list[str]:
    """The whole name that ends at `place`: "Halden Town Council's" of "after Halden Town Council's"."""
    first = place
    while first and words[first - 1][0].isupper():
        first -= 1
    return words[first : place + 1]


def _known() -> frozenset[str]:
    return word_set("definite_opening")


def _is_determiner(word: str) -> bool:
    small = word.casefold()
    if small in word_set("determiner") | word_set("possessive_pronoun") | word_set("one_of_several_of_noun"):
        return True
    return small == "her" or small in word_set("number_word") or small.isdigit() or _owns(word)


def _owns(word: str) -> bool:
    return without_owner(word) != word and word[0].isupper()


def _behind(text: str, end: int) -> tuple[str, bool]:
    """The words behind a noun that end in a name and say which one it is; and whether there are any."""
    found = word_pattern("ends_in_name").match(text, end)
    if found is None or found["link"] not in word_set("places_noun") | word_set("joins_to_name"):
        return "", False
    if not all(is_name(word) for word in found["name"].split() if word[0].isupper()):
        return "", False
    return found[0], True
