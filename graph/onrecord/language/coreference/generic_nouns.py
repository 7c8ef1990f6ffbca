"""Which actors a general noun refers back to: "the company", "the regulator", "the city"."""

from __future__ import annotations

from onrecord.language import kinds
from onrecord.language.coreference.agreement import Fits
from onrecord.language.coreference.chains import Chain
from onrecord.language.coreference.features import Ment
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.word_sets import word_set

_ANY_BODY = word_set("any_body")
_APART = word_set("other_one")
_DEGREES = word_set("degree")
_MAKERS = word_set("maker")
_REGIONS = word_set("region_noun")
_TOWNS = word_set("town_noun")


def fits_generic(known: ActorWords) -> Fits:
    """A test of whether "the company", "the regulator" may refer back to an actor of its kind."""

    def fits(chain: Chain, anaphor: Ment) -> bool:
        if (
            anaphor.noun not in known.generic
            or anaphor.owned
            or not _says_nothing_else(chain, anaphor)
            or not chain.named
            or bool(anaphor.plural) != chain.plural
        ):
            return False
        broad = chain.broad
        if anaphor.broad != "org":
            same = broad == anaphor.broad and (anaphor.kind == "State") == ("State" in chain.kinds)
            return same and (anaphor.kind != "Place" or _sort_of_place(chain, anaphor))
        if broad != "org":
            return False
        return (
            (anaphor.kind in chain.kinds and anaphor.kind != "Organization")
            or (anaphor.kind == "Organization" and anaphor.lemma in _ANY_BODY and "Outlet" not in chain.kinds)
            or (
                anaphor.kind == "Company"
                and chain.kinds <= {"Organization", "Company"}
                and not chain.worded - {"Company"}
            )
        )

    return fits


def _sort_of_place(chain: Chain, anaphor: Ment) -> bool:
    """Whether a place can be of the sort that a noun names: a known town is no state, and a state no town."""
    names = [" ".join(item.words) for item in chain.members if item.core]
    region = any(name in kinds.regions() and name not in kinds.capitals() for name in names)
    if anaphor.lemma in _REGIONS:
        return region or not any(map(kinds.is_place, names))
    return anaphor.lemma in _TOWNS and not region


def _says_nothing_else(chain: Chain, anaphor: Ment) -> bool:
    """Whether a general description has no possessor, and no noun that the actor was not described with.

    "The harbour board" and "the drivers' union" are separate bodies; "the American company" may be any company.
    """
    other = {word for word in anaphor.says - chain.says if word.startswith("of ") or word in _APART}
    if other:
        return False
    return anaphor.lemma in _MAKERS or anaphor.nouns - _DEGREES <= chain.says | set(anaphor.noun.split("_"))
