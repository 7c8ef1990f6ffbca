"""What grammar needs to know of single words: the only part of syntax that reads the lexicons.

Whose the deed below a verb is, which participles are no passives, which verbs take an object: facts of words, not of
sentences. They come from the lexicons of predicates.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from onrecord import resources


@cache
def lemma_repairs() -> dict[str, str]:
    """Lemmas that the model's rules get wrong ("stag" for "staged"), and the right ones."""
    return {entry["id"]: entry["lemma"] for entry in resources.toml("lexicons", "action_light.toml")["lemma"]}


@cache
def statal() -> dict[str, frozenset[str]]:
    """Participles that with "be" tell what their subject does ("is opposed to"), with their prepositions."""
    return {
        verb: frozenset(entry["preps"])
        for entry in resources.toml("lexicons", "action_light.toml")["statal"]
        for verb in entry["verbs"]
    }


@cache
def control() -> dict[str, str]:
    """For each word that governs a deed whose that is: its own "subject" or its "object"; the first entry counts."""
    found: dict[str, str] = {}
    for entry in resources.toml("lexicons", "action_operators.toml")["operator"]:
        for word in entry["words"]:
            found.setdefault(word, entry["control"])
    return found


@cache
def deed_nouns() -> frozenset[str]:
    """Nouns that name a deed."""
    return frozenset(
        noun for entry in resources.toml("lexicons", "action_nouns.toml")["noun"] for noun in entry["nouns"]
    )


@cache
def known_verbs() -> frozenset[str]:
    """Verbs, alone or with their particle, that the lexicon of deeds has."""
    return frozenset(verb for entry in _verb_entries() for verb in entry["verbs"])


@cache
def transitive() -> frozenset[str]:
    """Those of them that a doer does to an object."""
    return frozenset(
        verb
        for entry in _verb_entries()
        if entry.get("subject", "agent") == "agent" and not entry.get("preps")
        for verb in entry["verbs"]
    )


@cache
def reciprocal() -> frozenset[str]:
    """Those of them that several do to one another ("was agreed between the banks")."""
    return frozenset(verb for entry in _verb_entries() if entry.get("reciprocal") for verb in entry["verbs"])


@cache
def addressing() -> frozenset[str]:
    """Verbs of saying whose object is who is told: without one, and without a subject, they are passive."""
    return frozenset(
        entry.get("lemma", entry["id"])
        for entry in resources.toml("lexicons", "cues_verbs.toml")["verb"]
        if entry.get("addressee")
    )


def _verb_entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = resources.toml("lexicons", "action_verbs.toml")["verb"]
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """A plain list of nouns or verbs: "documents" speak for whoever is "issuing" them."""
    return frozenset(resources.toml("lexicons", "cues_words.toml")["words"][name]["members"])
