"""The English lexicon as typed records; no other package reads the word entries in ``lexicons/en/``.

A `Predicate` holds every function of a verb, noun or adjective: it may introduce what somebody says, name a deed, or
mark the deed that it governs as planned, demanded or denied. `word_set` returns the closed classes and lists that rules
use. Everything is read once per process; an error in a file raises `onrecord.errors.LexiconError`.
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
