"""Corrects or completes what a single article says about a name by what most articles of the run say.

In one article of ten a misread pronoun may make a man a woman, or the model may label a newscaster as a product; "the
Senate" in an article about a trip abroad is still that of the run's country.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from sys import intern
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.at_hand import Repeated
from onrecord.resolve import names
from onrecord.resolve.actors.profiles import Profile
from onrecord.shelf import Shelf
from onrecord.weights import weights_of

_W = weights_of("actors")


class _Said(NamedTuple):
    """What one article says about a name."""

    family: str
    sex: str
    is_territory: bool
    articles: frozenset[int]


def settled(profiles: Shelf[Profile]) -> Shelf[Profile]:
    """The profiles of single local actors, corrected by what most articles say about each name."""
    again = Repeated(map(_longest, profiles))
    named: dict[names.Words, list[_Said]] = defaultdict(list)
    here: frozenset[int] = frozenset()
    for item in profiles:
        form = _longest(item)
        here = here if here == item.articles else item.articles  # one set for all that one article names
        if form in again:  # no majority says anything about the others
            said = _Said(intern(item.family), intern(item.sex), bool(item.territory), here)
            named[form].append(said)
    sexes = {form: _clear(item.sex for item in group if item.sex) for form, group in named.items()}
    families = {form: _family(form, group) for form, group in named.items()}
    country = _country(profiles)

    def mended(item: Profile) -> Profile:
        form = _longest(item)
        family, sex = families.get(form), sexes.get(form)
        if family and family != item.family and not item.territory and not _told_apart(item, family, named[form]):
            item = replace(item, family=family)
        if item.family == "person" and sex and item.sex not in ("", sex):
            item = replace(item, sex="")
        if country and not item.countries and names.is_generic(form) and _left_open(item, country):
            item = replace(item, home=country)
        return item

    return profiles.changed(mended)


def _longest(item: Profile) -> names.Words:
    return max(item.forms, key=lambda form: (len(form), form))


def _clear(values: Iterable[str]) -> str:
    """The value that a large majority of articles have; "" if there is none."""
    most = Counter(values).most_common(2)
    if not most or most[0][1] < _W["majority.least"]:
        return ""
    return most[0][0] if len(most) == 1 or most[0][1] >= _W["majority.times"] * most[1][1] else ""


def _family(form: names.Words, group: Sequence[_Said]) -> str:
    """The type family that most articles give to a name; one word, perhaps a surname, is never settled as a person."""
    found = _clear(item.family for item in group if not item.is_territory)
    return "" if found == "person" and len(form) < 2 else found


def _told_apart(item: Profile, family: str, group: Sequence[_Said]) -> bool:
    """Whether an article of the profile has another actor with that name and family."""
    return any(other.family == family and other.articles & item.articles for other in group)


def _country(profiles: Iterable[Profile]) -> str:
    """The country that most articles of the run mention."""
    homes = {article: intern(item.home) for item in profiles for article in item.articles if item.home}
    return _clear(_of_country(home) for home in homes.values())


def _left_open(item: Profile, country: str) -> bool:
    """Whether an article has no main country, or mentions `country` but a part of it or another country more often."""
    return item.home is None or (country in item.setting and item.home != country)


def _of_country(code: str) -> str:
    return code.split("-", maxsplit=1)[0]
