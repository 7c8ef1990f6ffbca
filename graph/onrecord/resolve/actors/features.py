"""Evidence for and against two profiles being one actor. Each feature is a pure function of two profiles and the run.

A score of 1 says "surely one", -1 "surely two", 0 nothing; a feature that has nothing to say is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from onrecord import person_names
from onrecord.model import Feature
from onrecord.person_names import PersonName
from onrecord.resolve import names, places
from onrecord.resolve.actors.profiles import Profile
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("actors")


@dataclass(frozen=True, slots=True)
class Run:
    """What the whole run tells about names."""

    articles_of: dict[names.Words, int]
    """In how many articles a form stands."""
    uncertain: dict[names.Words, frozenset[str]]
    """One-word forms with the longer names that they may stand for."""
    apart: frozenset[tuple[names.Words, names.Words]]
    """Pairs of names that begin alike and that some article has for two actors."""


def name(left: Profile, right: Profile, run: Run) -> Feature:
    """How alike the names are: the best pair of printed forms; of people known by full names, of these."""
    if left.territory and left.territory == right.territory:
        return Feature("name", _W["name.territory"], f"both name the territory {left.territory}")
    person = left.family == "person"
    pairs = [(one, two) for one in left.forms for two in right.forms]
    full = [(one, two) for one, two in pairs if min(len(one), len(two)) > 1] if person else _comparable(pairs)
    best = max(_forms(one, two, person, run) for one, two in full or pairs)
    return Feature("name", round(best[0], 3), best[1])


def _forms(one: names.Words, two: names.Words, person: bool, run: Run) -> tuple[float, str]:  # noqa: FBT001 - a fact of the pair, not a switch
    first = " ".join(one)
    if one == two:
        several = len(one) == 1 and (person or len(run.uncertain.get(one, ())) > 1)
        if names.is_generic(one):
            return _W["name.generic"], f"both are called {first!r}, as others may be"
        if several:
            return _W["name.ambiguous"], f"both are called only {first!r}"
        return _W["name.equal"], f"both are called {first!r}"
    if person:
        return _persons(one, two, run)
    found = max(_rewritten(one, two), _shortened(one, two, run), _shortened(two, one, run))
    return found if found[0] else _spelling(one, two)


def _comparable(pairs: list[tuple[names.Words, names.Words]]) -> list[tuple[names.Words, names.Words]]:
    """Pairs of forms that tell something: between bodies known by long names a short name in common tells nothing.

    "Delta" of "Delta Bank" is not "Delta" of "Delta Energy"; initials that stand for both long names do count.
    """
    long = [(one, two) for one, two in pairs if min(len(one), len(two)) > 1]
    if not long:
        return pairs
    wholes = [{form for form in side if len(form) > 1} for side in zip(*long, strict=True)]
    initials = [
        (one, two)
        for one, two in pairs
        if len(one) == 1 and one == two and all(any(one[0] in _initials(form) for form in side) for side in wholes)
    ]
    return long + initials


def _initials(form: names.Words) -> tuple[str, ...]:
    return names.acronyms(" ".join(form))


def _rewritten(one: names.Words, two: names.Words) -> tuple[float, str]:
    """The same words in another order, with another spacing, with and without the country."""
    first, second = " ".join(one), " ".join(two)
    if names.bag(one) == names.bag(two):
        return _W["name.same_words"], f"{first!r} and {second!r} are the same words"
    if names.compact(one) == names.compact(two):
        return _W["name.spacing"], f"{first!r} and {second!r} differ in spacing only"
    rest = places.split(one)[1]
    if names.bag(rest) == names.bag(places.split(two)[1]):
        return _W["name.without_country"], f"{first!r} and {second!r} are {' '.join(rest)!r} with and without a country"
    return 0.0, ""


def _shortened(short: names.Words, long: names.Words, run: Run) -> tuple[float, str]:
    """Initials of the other name, or its beginning, unless some article has both for two actors."""
    printed = f"{' '.join(short)!r} and {' '.join(long)!r}"
    if tuple(sorted((short, long))) in run.apart:
        return 0.0, ""
    if len(short) == 1 and short[0] in names.acronyms(" ".join(long)):
        if len(run.uncertain.get(short, ())) > 1:
            return _W["name.ambiguous_initials"], f"{printed}: these initials stand for others too"
        return _W["name.initials"], f"{printed}: the initials"
    if long[: len(short)] == short and set(long[len(short) :]) <= word_set("trade"):
        return _W["name.beginning"], f"{printed}: one may be short for the other"
    return 0.0, ""


def _persons(one: names.Words, two: names.Words, run: Run) -> tuple[float, str]:
    """Two people's names: equal, one shorter, or contradicting each other."""
    printed = f"{' '.join(one)!r} and {' '.join(two)!r}"
    left, right = person_names.parsed(one), person_names.parsed(two)
    if not person_names.surnames_fit(left.surname, right.surname):
        return _misspelt(one, two) if left.full and right.full else (0.0, f"{printed}: different names")
    why = person_names.conflict(one, two)
    return (_W["name.person.conflict"], f"{printed} are two: {why}") if why else _fitting(left, right, printed, run)


def _fitting(left: PersonName, right: PersonName, printed: str, run: Run) -> tuple[float, str]:
    """How much two people's names that do not contradict each other have in common."""
    if not left.full or not right.full:
        return _W["name.person.surname"], f"{printed} share the surname"
    if len(run.uncertain.get((left.given[0], *left.surname), ())) > 1 and left.given != right.given:
        return _W["name.person.borne_by_others"], f"{printed}: others have this given name and surname"
    if left.suffix != right.suffix:
        return _W["name.person.suffix"], f"{printed}: one is {left.suffix or right.suffix!r}, the other may be"
    return _given(left.given[0], right.given[0], printed)


def _given(one: str, other: str, printed: str) -> tuple[float, str]:
    if one == other:
        return _W["name.person.given"], f"{printed} share given name and surname"
    if 1 in (len(one), len(other)):
        return _W["name.person.initial"], f"{printed} share an initial and the surname"
    return _W["name.person.short_given"], f"{printed} share the surname, the given names are short and long"


def _misspelt(one: names.Words, two: names.Words) -> tuple[float, str]:
    """A given name in common and surnames a letter apart: a slip, or two people, which only other evidence tells."""
    score, reason = _spelling(one, two)
    surnames = person_names.parsed(one).surname, person_names.parsed(two).surname
    if score <= 0:
        return score, reason
    return (_W["name.person.misspelt_surname"], reason) if surnames[0] != surnames[1] else (score, reason)


def _spelling(one: names.Words, two: names.Words) -> tuple[float, str]:
    """Two spellings: each word begins alike and is, where it has five letters or more, at most two apart."""
    first, second = " ".join(one), " ".join(two)
    left, right = (tuple(word for word in item if word not in word_set("small_in_names")) for item in (one, two))
    nothing = (0.0, f"{first!r} and {second!r} are different names")
    if len(left) != len(right) or sum(map(len, left)) < _W["misspelt.letters"]:
        return nothing
    apart = 0
    for short, long in (sorted(pair, key=len) for pair in zip(left, right, strict=True)):
        if short == long:
            continue
        allowed = _slips(short, long)
        distance = DamerauLevenshtein.distance(short, long, score_cutoff=2)
        if short[0] != long[0] or distance > allowed:
            return nothing
        apart += distance
    return _W["name.misspelt"], f"{first!r} and {second!r} differ in {apart} letters"


def _slips(short: str, long: str) -> int:
    """How many letters may differ between two spellings of one word."""
    if len(short) < _W["misspelt.word"] or _digits(short) or _digits(long):
        return 0
    return 1 if len(long) < _W["misspelt.long_word"] else 2


def _digits(word: str) -> str:
    return "".join(char for char in word if char.isdigit())


def kind(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether the types can be one actor's."""
    if left.types == right.types:
        return Feature("kind", _W["kind.same"], f"both are {_listed(left.types)}")
    if left.family == right.family:
        return Feature("kind", _W["kind.akin"], f"{_listed(left.types)} and {_listed(right.types)} are akin")
    pair = {left.family, right.family}
    if "thing" in pair:
        return None
    if "person" in pair:
        return Feature("kind", _W["kind.person"], f"{_listed(left.types)} is not {_listed(right.types)}")
    return Feature("kind", _W["kind.other"], f"{_listed(left.types)} is not {_listed(right.types)}")


def country(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether both are of one country, by their own names and descriptions or by what their articles speak of."""
    if left.countries and right.countries:
        shared = left.countries & right.countries
        if shared:
            return Feature("country", _W["country.same"], f"both are of {_listed(shared)}")
        reason = f"one is of {_listed(left.countries)}, the other of {_listed(right.countries)}"
        return Feature("country", _W["country.other"], reason)
    if left.home and right.home and left.family in {"organisation", "person"}:
        generic = any(names.is_generic(form) for form in left.forms | right.forms)
        if left.home == right.home:
            score = _W["home.same_generic" if generic else "home.same"]
            return Feature("country", score, f"their articles speak of {left.home} most")
        if generic or not left.setting & right.setting:
            places_ = f"{left.home} and {right.home}"
            score = _W["home.other_generic" if generic else "home.other"]
            return Feature("country", score, f"their articles speak of {places_} most")
    return None


def role(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether both are described by the same words."""
    shared = left.roles & right.roles
    return Feature("role", _W["role"], f"both are described as {_listed(shared)}") if shared else None


def listing(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether the same names stand in a list with both."""
    shared = sorted(left.listed & right.listed)
    return Feature("list", _W["list"], f"both stand in a list with {_listed(shared[:4])}") if len(shared) > 1 else None


def companions(left: Profile, right: Profile, run: Run) -> Feature | None:
    """Names that stand beside both; rare ones weigh more."""
    shared = sorted(left.companions & right.companions)
    if not shared:
        return (
            None
            if left.articles & right.articles
            else Feature("companions", _W["companions.none"], "no other name stands beside both")
        )
    weight = sum(1 / max(1, run.articles_of.get(tuple(item.split()), 1) - 1) for item in shared)
    score = min(_W["companions.most"], _W["companions.some"] + _W["companions.each"] * weight)
    return Feature("companions", round(score, 3), f"{_listed(shared[:4])} stand beside both")


def rarity(left: Profile, right: Profile, run: Run) -> Feature | None:
    """A long name that few articles print is hardly two actors'; a short or frequent one may be."""
    shared = left.forms & right.forms
    if not shared:
        return None
    longest = max(shared, key=lambda form: (len(form), form))
    count = run.articles_of.get(longest, 1)
    rare = len(longest) >= _W["rarity.words"] or (len(longest) == 2 and count <= _W["rarity.articles"])
    if rare and not names.is_generic(longest):
        return Feature("rarity", _W["rarity"], f"{' '.join(longest)!r} stands in {count} articles of the run")
    return None


def together(left: Profile, right: Profile, _: Run) -> Feature | None:
    """One article that tells them apart speaks against one actor, one list that names both all the more."""
    if any(" ".join(form) in left.listed for form in right.forms):
        return Feature("together", _W["together.list"], "one list names both")
    if left.articles & right.articles:
        return Feature("together", _W["together.article"], "one article keeps them apart")
    return None


def spelling(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Surnames that no form of the other has: alike as they are, they are mostly two people's."""
    if left.family != "person" or right.family != "person":
        return None
    if {names.surname(form) for form in left.forms} & {names.surname(form) for form in right.forms}:
        return None
    return Feature("spelling", _W["spelling"], "the surnames are spelt differently")


def sex(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether honorifics and pronouns say that one is a man and the other a woman."""
    if left.family == right.family == "person" and left.sex and right.sex and left.sex != right.sex:
        return Feature("sex", _W["sex"], "one article calls a man so, the other a woman")
    return None


def own_article(left: Profile, right: Profile, _: Run) -> Feature | None:
    """A short name is rather that of a longer one in its own article than of one in another."""
    for short, long in ((left, right), (right, left)):
        if any(len(form) > 1 for form in short.forms) or short.territory:
            continue
        starts = tuple(f"{form[0]} " for form in short.forms)
        ends = tuple(f" {form[0]}" for form in short.forms) if short.family == "person" else ()
        others = {" ".join(form) for form in long.forms}
        nearer = [
            name for name in sorted(short.bodies - others) if name.startswith(starts) or (ends and name.endswith(ends))
        ]
        if nearer:
            return Feature("own article", _W["own_article"], f"its own article has {nearer[0]!r}")
    return None


def known(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether a gazetteer knows both by one identifier."""
    if left.known and right.known:
        if left.known & right.known:
            return Feature("known", _W["known.same"], f"both are known as {min(left.known & right.known)}")
        return Feature(
            "known", _W["known.other"], f"one is known as {min(left.known)}, the other as {min(right.known)}"
        )
    return None


FEATURES: tuple[Callable[[Profile, Profile, Run], Feature | None], ...] = (
    name,
    kind,
    country,
    role,
    listing,
    companions,
    rarity,
    together,
    spelling,
    sex,
    own_article,
    known,
)


def _listed(items: object) -> str:
    return ", ".join(sorted(str(item) for item in items))  # type: ignore[attr-defined]  # any iterable of names
