"""Blocking keys of actor profiles: two actors are compared only if a key is shared."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from onrecord.pairs import Pairs
from onrecord.resolve import names, places
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.weights import weights_of

Key = tuple[str, str]
WIDTH = int(weights_of("candidates")["actors.width"])
"""Most profiles with the same key that a profile is compared with: those in most articles, and its neighbours."""


def keys(item: Profile) -> set[Key]:
    """Keys of one profile: territory, name in any word order or without spaces, acronyms, surname, rare last words."""
    found: set[Key] = {("territory", item.territory)} if item.territory else set()
    found.update(("known", iri) for iri in item.known)
    for form in item.forms:
        found.add(("bag", names.bag(form) or " ".join(form)))
        found.add(("compact", _skeleton(names.compact(form))))
        if item.family == "person":
            found.add(("surname", names.surname(form)))
        elif len(form) > 1:
            found.add(("bag", names.bag(places.split(form)[1])))
            found.update(("short", short) for short in names.acronyms(" ".join(form)))
            found.add(("start", " ".join(names.stem(word) for word in form[:2])))
            found.add(("first", form[0]))
            found.add(("first", form[-1]))
    found.update(("first", form[0]) for form in item.forms if len(form) == 1 and item.family != "person")
    if item.listed:  # a misspelt name can be recognized by the list it is in
        found.update(
            ("listed", f"{form[0][:4]} {other}") for form in item.forms if len(form) == 1 for other in item.listed
        )
    found.update(("short", names.compact(names.words(name))) for name in item.printed if names.is_acronym(name))
    return found


def _skeleton(word: str) -> str:
    """First letter and consonants without repetitions, which spelling variants of a name mostly share."""
    kept = word[:1] + "".join(char for char in word[1:] if char not in "aeiouy")
    return "".join(char for place, char in enumerate(kept) if place == 0 or char != kept[place - 1])


def pairs(profiles: Sequence[Profile], by: Comparer = HERE) -> Pairs:
    """Candidate pairs of positions in `profiles`."""
    weights = array("I", (len(item.members) for item in profiles))
    return by.candidates(map(keys, profiles), weights, WIDTH)
