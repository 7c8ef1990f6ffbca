"""The words of action, as the rules of this package ask for them."""

from __future__ import annotations

from functools import cache

from onrecord.action_kinds import ACT, KINDS, SAY
from onrecord.language.lexicon import (
    NounFrame,
    Operator,
    VerbFrame,
    of_class,
    operators,
    results,
    signs,
    word_set,
)
from onrecord.language.lexicon import noun_deeds as nouns
from onrecord.language.lexicon import verb_deeds as verbs

__all__ = ["NounFrame", "Operator", "VerbFrame", "nouns", "operators", "results", "signs", "verbs"]

GENERIC = ACT
"""The kind of a deed that the lexicon does not know: its lemma says what was done."""
SPEECH = SAY
"""The kind of the verbs of saying that do nothing besides: what was said stands in a statement."""
BEFALLEN = VerbFrame(
    id="result", kind=GENERIC, example="The miner was found dead.", source="onrecord", subject="patient"
)
"""The frame of adjectives that tell what has befallen somebody."""
_SETS = {
    "vehicle": "vehicles",
    "aspect": "aspects",
    "carried": "carried_kinds",
    "attributive": "attributive_kinds",
    "measured": "measured",
    "empty": "empty_verbs",
    "placed": "placed_kinds",
    "at others": "kinds_at_others",
    "result": "results",
}


@cache
def plover() -> dict[str, str | None]:
    """The PLOVER root of each kind."""
    return {name: kind.plover for name, kind in KINDS.items()}


@cache
def words(table: str) -> frozenset[str]:
    """The words of one class: "light", "state", "speech", "carrier" and so on."""
    return word_set(_SETS[table]) if table in _SETS else of_class(table)
