"""The English lexicon as typed records; no other package reads the word entries in ``lexicons/en/``.

A `Predicate` holds all that a verb, noun or adjective does: introduce what somebody says, name a deed, make the deed
below it stand as planned, demanded or denied. `word_set` gives the closed classes and lists that rules ask for.
Everything is read once per process; a fault in a file raises `onrecord.errors.LexiconError`.
"""

from onrecord.language.lexicon.lookup import (
    BEFALLEN,
    Predicate,
    cues,
    noun_deeds,
    of_class,
    operators,
    predicates,
    repaired_lemmas,
    reporting_verbs,
    results,
    signs,
    verb_classes,
    verb_deeds,
)
from onrecord.language.lexicon.records import Cue, NounFrame, Operator, VerbFrame
from onrecord.word_sets import word_set

__all__ = [
    "BEFALLEN",
    "Cue",
    "NounFrame",
    "Operator",
    "Predicate",
    "VerbFrame",
    "cues",
    "noun_deeds",
    "of_class",
    "operators",
    "predicates",
    "repaired_lemmas",
    "reporting_verbs",
    "results",
    "signs",
    "verb_classes",
    "verb_deeds",
    "word_set",
]
