"""Similarity of two actors' names, the first feature of identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from onrecord import person_names
from onrecord.model import Feature
from onrecord.resolve import names, places
from onrecord.resolve.actors.profiles import Profile
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("actors")


@dataclass(frozen=True, slots=True)
class Run:
    """Statistics of names over the whole run."""

    articles_of: dict[names.Words, int]
    """Number of articles that contain each form."""
    uncertain: dict[names.Words, frozenset[str]]
    """One-word forms with the longer names they may be short for."""
    apart: frozenset[tuple[names.Words, names.Words]]
    """Pairs of names with the same beginning that some article uses for two different actors."""
    bearers: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """The full names of people by surname and sex, of those that several have."""
    bodies: Mapping[str, frozenset[names.Words]] = field(default_factory=dict)
    """The names of bodies of more than one word, by their first and by their last word, if nobody else's."""


def name(left: Profile, right: Profile, run: Run) -> Feature:
    """How similar the names are: the most similar pair of printed forms, or of full names if both people have one."""
    if left.territory and left.territory == right.territory:
        return Feature("name", _W["name.territory"], f"both name the territory {left.territory}")
    person = left.family == "person"
    pairs = [(one, two) for one in left.forms for two in right.forms]
    full = [(one, two) for one, two in pairs if min(len(one), len(two)) > 1] if person else _comparable(pairs)
    best = max(_forms(one, two, person, run) for one, two in full or pairs)
    if person and best[0] == _W["name.person.borne_by_several"] and _only_bearer(left, right, run):
        best = _W["name.person.surname"], f"{best[1]}, but nobody else of that sex"
    return Feature("name", round(best[0], 3), best[1])


def _only_bearer(left: Profile, right: Profile, run: Run) -> bool:
    """Whether two people of one sex share a surname that only one person of that sex is known to bear."""
    surnames = {names.surname(form) for form in left.forms} & {names.surname(form) for form in right.forms}
    if not left.sex or left.sex != right.sex or len(surnames) != 1:
        return False
    surname = min(surnames)
    return not _borne_by_several(surname, run.bearers.get((surname, left.sex), frozenset()))


def _forms(one: names.Words, two: names.Words, person: bool, run: Run) -> tuple[float, str]:  # noqa: FBT001 - a fact of the pair, not a switch
    first = " ".join(one)
    if one == two:
        several = len(one) == 1 and (person or len(run.uncertain.get(one, ())) > 1)
        if names.is_generic(one):
            return _W["name.generic"], f"both are called {first!r}, as others may be"
        if several and person and _borne_by_several(one[0], run.uncertain.get(one, frozenset())):
            why = f"both are called only {first!r}, as several people of the run are"
            return _W["name.person.borne_by_several"], why
        if several:
            return _W["name.ambiguous"], f"both are called only {first!r}"
        return _W["name.equal"], f"both are called {first!r}"
    if person:
        return _persons(one, two, run)
    found = max(_rewritten(one, two), _shortened(one, two, run), _shortened(two, one, run))
    return found if found[0] else _spelling(one, two)


def _borne_by_several(surname: str, longer: frozenset[str]) -> bool:
    """Whether two of the full names with a surname have no given name in common, in full or for short."""
    given = [[word for word in name.split() if word != names.stem(surname)] for name in sorted(longer)]
    return any(
        not any(person_names.given_fit(one, other) for one in left for other in right)
        for left, right in combinations([words for words in given if words], 2)
    )


def _comparable(pairs: list[tuple[names.Words, names.Words]]) -> list[tuple[names.Words, names.Words]]:
    """Pairs of forms that are worth comparing: if both bodies have long names, a common short name is no evidence.

    "Delta" for "Delta Bank" is not "Delta" for "Delta Energy"; initials that fit both long names do count.
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
    """Whether the names have the same words in another order, with other spacing, or with and without the country."""
    first, second = " ".join(one), " ".join(two)
    if names.bag(one) == names.bag(two):
        return _W["name.same_words"], f"{first!r} and {second!r} are the same words"
    if names.compact(one) == names.compact(two):
        return _W["name.spacing"], f"{first!r} and {second!r} differ in spacing only"
    (place, rest), (other, again) = places.split(one), places.split(two)
    national = not any("-" in code for code in (place, other) if code)  # a province has bodies of its own
    if names.bag(rest) == names.bag(again) and (national or place == other):
        return _W["name.without_country"], f"{first!r} and {second!r} are {' '.join(rest)!r} with and without a country"
    return 0.0, ""


def _shortened(short: names.Words, long: names.Words, run: Run) -> tuple[float, str]:
    """Whether `short` is the initials or the beginning of `long`, unless some article has both as two actors."""
    printed = f"{' '.join(short)!r} and {' '.join(long)!r}"
    if tuple(sorted((short, long))) in run.apart:
        return 0.0, ""
    if len(short) == 1 and short[0] in names.acronyms(" ".join(long)):
        if len(run.uncertain.get(short, ())) > 1:
            return _W["name.ambiguous_initials"], f"{printed}: these initials stand for others too"
        return _W["name.initials"], f"{printed}: the initials"
    if long[: len(short)] == short and set(long[len(short) :]) <= word_set("trade"):
        return _W["name.beginning"], f"{printed}: one may be short for the other"
    if len(short) == 1 < len(long) and short[0] in (long[0], long[-1]) and _only_body(short[0], run):
        return _W["name.beginning"], f"{printed}: no other body of the run has a name with that word"
    return 0.0, ""


def _only_body(word: str, run: Run) -> bool:
    """Whether all bodies of the run whose name begins or ends with a word are one, some named in full."""
    found = sorted(run.bodies.get(word, ()), key=len)
    if not found:
        return False  # "the Commission" may be one that no article names in full
    whole = found[-1]
    return all(form in (whole[: len(form)], whole[-len(form) :]) for form in found)


def _persons(one: names.Words, two: names.Words, run: Run) -> tuple[float, str]:
    """Compares two people's names: equal, one a short form of the other, or contradictory."""
    printed = f"{' '.join(one)!r} and {' '.join(two)!r}"
    left, right = person_names.parsed(one), person_names.parsed(two)
    if not person_names.surnames_fit(left.surname, right.surname):
        return _misspelt(one, two) if left.full and right.full else (0.0, f"{printed}: different names")
    why = person_names.conflict(one, two)
    return (_W["name.person.conflict"], f"{printed} are two: {why}") if why else _fitting(one, two, printed, run)


def _fitting(one: names.Words, two: names.Words, printed: str, run: Run) -> tuple[float, str]:
    """How much two compatible names of people have in common."""
    left, right = person_names.parsed(one), person_names.parsed(two)
    if left.full and right.full and left.given[0] != right.given[0] and person_names.is_double_surname(one, two):
        return _W["name.person.surname"], f"{printed} share two surnames"
    if not left.full or not right.full:
        alone = left.surname[-1] if not left.full else right.surname[-1]
        if _borne_by_several(alone, run.uncertain.get((alone,), frozenset())):
            return _W["name.person.borne_by_several"], f"{printed} share the surname, as several people of the run do"
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
    """The same given name and surnames one letter apart: a misspelling or two people; other evidence decides."""
    score, reason = _spelling(one, two)
    surnames = person_names.parsed(one).surname, person_names.parsed(two).surname
    if score <= 0:
        return score, reason
    return (_W["name.person.misspelt_surname"], reason) if surnames[0] != surnames[1] else (score, reason)


def _spelling(one: names.Words, two: names.Words) -> tuple[float, str]:
    """Spelling variants: all words begin alike; words of five or more letters may differ in up to two letters."""
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
    """Most letters that may differ between two spellings of one word."""
    if len(short) < _W["misspelt.word"] or _digits(short) or _digits(long):
        return 0
    return 1 if len(long) < _W["misspelt.long_word"] else 2


def _digits(word: str) -> str:
    return "".join(char for char in word if char.isdigit())
