"""What grammar needs to know of single words: the only part of syntax that reads the lexicons.

Whose the deed below a verb is, which participles are no passives, which verbs take an object: facts of words, not of
sentences. They come from the lexicons of predicates.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.actor_kinds import LIFELESS
from onrecord.language import lexicon
from onrecord.language.lexicon import word_set as listed
from onrecord.language.lexicon.actor_words import words

__all__ = [
    "actor_nouns",
    "addressing",
    "control",
    "deed_nouns",
    "gerund_control",
    "known_verbs",
    "lemma_repairs",
    "listed",
    "reciprocal",
    "reporting",
    "speaking",
    "statal",
    "transitive",
    "without_prefix",
]


def lemma_repairs() -> Mapping[str, str]:
    """Lemmas that the model's rules get wrong ("stag" for "staged"), and the right ones."""
    return lexicon.repaired_lemmas()


def without_prefix(lemma: str) -> str:
    """The lemma a word with a bound prefix is looked up by: "wife" for "ex-wife", but "co-operate", which is listed."""
    prefix, hyphen, rest = lemma.partition("-")
    return rest if hyphen and prefix in listed("bound_prefix") and rest and lemma not in _with_prefix() else lemma


@cache
def _with_prefix() -> frozenset[str]:
    """Words with a hyphen that a lexicon has as they stand."""
    every = {*lexicon.verb_deeds(), *lexicon.noun_deeds(), *reporting(), *words().noun_type, *words().senses}
    return frozenset(word for word in every if "-" in word)


@cache
def statal() -> dict[str, frozenset[str]]:
    """Participles that with "be" tell what their subject does ("is opposed to"), with their prepositions."""
    return dict.fromkeys(lexicon.of_class("statal"), lexicon.verb_classes()["statal"].preps)


@cache
def control() -> dict[str, str]:
    """For each word that governs a deed whose that is: its own "subject" or its "object"; the first entry counts.

    A verb of saying with somebody and what he is to do ("exhorted the crowd to leave") is of the second sort.
    """
    told = {verb: "object" for verb, cue in lexicon.cues("verb").items() if "obj_inf" in cue.frames}
    return told | {word: operator.control for word, operator in lexicon.operators().items() if not operator.gerund}


@cache
def gerund_control() -> dict[str, str]:
    """The same for words that govern only a gerund below a preposition ("fined the firm for selling")."""
    return {word: operator.control for word, operator in lexicon.operators().items() if operator.gerund}


@cache
def actor_nouns() -> frozenset[str]:
    """Nouns for people and bodies."""
    return frozenset(noun for noun, kind in words().noun_type.items() if kind not in LIFELESS)


@cache
def reporting() -> frozenset[str]:
    """Verbs that introduce what somebody says."""
    return frozenset(lexicon.cues("verb"))


@cache
def speaking() -> frozenset[str]:
    """Those of them, and verbs of thinking and meaning to, whose subject is somebody: not "show" and "indicate"."""
    return frozenset(
        verb
        for verb, cue in lexicon.cues("verb").items()
        if ("quote" in cue.frames and cue.frames & {"that", "wh"})
        or (cue.kind in {"belief", "intention"} and cue.frames & {"that", "inf"})
    )


@cache
def deed_nouns() -> frozenset[str]:
    """Nouns that name a deed."""
    return frozenset(lexicon.noun_deeds())


@cache
def known_verbs() -> frozenset[str]:
    """Verbs, alone or with their particle, that the lexicon of deeds has."""
    return frozenset(lexicon.verb_deeds())


@cache
def transitive() -> frozenset[str]:
    """Those of them that a doer does to an object."""
    verbs = lexicon.verb_deeds().items()
    return frozenset(
        verb for verb, frames in verbs if any(frame.subject == "agent" and not frame.preps for frame in frames)
    )


@cache
def reciprocal() -> frozenset[str]:
    """Those of them that several do to one another ("was agreed between the banks")."""
    verbs = lexicon.verb_deeds().items()
    return frozenset(verb for verb, frames in verbs if any(frame.reciprocal for frame in frames))


@cache
def addressing() -> frozenset[str]:
    """Verbs of saying whose object is who is told: without one, and without a subject, they are passive."""
    return frozenset(verb for verb, cue in lexicon.cues("verb").items() if cue.addressee)
