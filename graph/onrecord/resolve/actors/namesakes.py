"""Puts together the profiles that are obviously of one actor, by name, kind and country."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence

import numpy as np

from onrecord.at_hand import Repeated
from onrecord.resolve import names
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.disjoint import Groups
from onrecord.shelf import Shelf

_Key = tuple[object, ...]
_ALONE = "alone"
_TERRITORY = "territory"


def put_together(profiles: Sequence[Profile], uncertain: dict[names.Words, frozenset[str]]) -> Shelf[Profile]:
    """Merge profiles with the same name, family and country, except ambiguous one-word names.

    A surname alone is never enough: people need a name of two words.
    """
    again = Repeated(_key(item, uncertain) for item in profiles)
    groups: dict[_Key, int] = {}
    sexes: dict[_Key, set[str]] = {}
    numbers = array("I")
    count = 0
    for item in profiles:
        key = _key(item, uncertain)
        if key not in again:
            number = count
        else:
            if key[0] != _TERRITORY and {item.sex, *sexes.get(key, ())} >= {"m", "f"}:
                key = (_ALONE, *item.members)  # a man in one article, a woman in another
            number = groups.setdefault(key, count)
            sexes.setdefault(key, set()).add(item.sex)
        numbers.append(number)
        count = max(count, number + 1)
    groups_ = Groups.under(np.array(numbers, np.uint32))
    return Shelf(Profile, (_united([profiles[place] for place in group]) for group in groups_), row=1)


def _key(item: Profile, uncertain: dict[names.Words, frozenset[str]]) -> _Key:
    """What profiles that are put together have in common."""
    longest = max(item.forms, key=lambda form: (len(form), form))
    if item.territory:
        return _TERRITORY, item.territory
    if _several(longest, item, uncertain):
        return _ALONE, *item.members
    around = item.home if names.is_generic(longest) else None
    return item.family, longest, tuple(sorted(item.countries)), around


def _several(form: names.Words, item: Profile, uncertain: dict[names.Words, frozenset[str]]) -> bool:
    """Whether a name is ambiguous by itself: a surname, or initials that two bodies share."""
    shared = len(uncertain.get(form, ())) > 1
    return (item.family == "person" and (shared or len(form) < 2)) or (len(form) < 2 and shared)


def _united(group: Sequence[Profile]) -> Profile:
    if len(group) == 1:
        return group[0]
    families = Counter(item.family for item in group)
    sexes = {item.sex for item in group} - {""}
    return Profile(
        members=tuple(sorted(member for item in group for member in item.members)),
        family=max(sorted(families), key=lambda name: families[name]),
        types=frozenset().union(*(item.types for item in group)),
        printed=tuple(sorted({name for item in group for name in item.printed})),
        forms=frozenset().union(*(item.forms for item in group)),
        territory=group[0].territory,
        countries=frozenset().union(*(item.countries for item in group)),
        setting=frozenset().union(*(item.setting for item in group)),
        home=group[0].home if len({item.home for item in group}) == 1 else None,
        roles=frozenset().union(*(item.roles for item in group)),
        companions=frozenset().union(*(item.companions for item in group)),
        bodies=frozenset.intersection(*(item.bodies for item in group)),
        articles=frozenset().union(*(item.articles for item in group)),
        known=frozenset().union(*(item.known for item in group)),
        listed=frozenset().union(*(item.listed for item in group)),
        sex=next(iter(sexes)) if len(sexes) == 1 else "",
    )
