"""Facts about single words that the rules of grammar need; the only part of syntax that reads the lexicons.

They include whose the deed governed by a verb is, which participles are not passives, and which verbs take an object.
They come from the lexicons of predicates.
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
    "body_nouns",
    "calling_for_deeds",
    "control",
    "deed_nouns",
    "denying",
    "gerund_control",
    "known_verbs",
    "lemma_repairs",
    "listed",
    "may_be_participle",
    "person_nouns",
    "reciprocal",
    "reporting",
    "saying_to_nobody",
    "speaking",
    "statal",
    "transitive",
    "without_prefix",
]


def lemma_repairs() -> Mapping[str, str]:
    """Maps lemmas that the model's rules get wrong ("stag" for "staged") to the right ones."""
    return lexicon.repaired_lemmas()


def may_be_participle(form: str) -> bool:
    """Whether a past form can be a participle too: "walked", "left", not "went"."""
    return form.endswith(tuple(listed("participle_ending"))) or form in listed("past_and_participle")


def without_prefix(lemma: str) -> str:
    """The lemma without a bound prefix: "wife" for "ex-wife"; unchanged if a lexicon has it in full ("co-operate")."""
    prefix, hyphen, rest = lemma.partition("-")
    return rest if hyphen and prefix in listed("bound_prefix") and rest and lemma not in _with_prefix() else lemma


@cache
def _with_prefix() -> frozenset[str]:
    """Hyphenated words that a lexicon has in full."""
    every = {*lexicon.verb_deeds(), *lexicon.noun_deeds(), *reporting(), *words().noun_type, *words().senses}
    return frozenset(word for word in every if "-" in word)


@cache
def statal() -> dict[str, frozenset[str]]:
    """Participles that, with "be", say what their subject does ("is opposed to"), with their prepositions."""
    return dict.fromkeys(lexicon.of_class("statal"), lexicon.verb_classes()["statal"].preps)


@cache
def control() -> dict[str, str]:
    """For each word that governs a deed, whether the agent is the word's own "subject" or its "object".

    If a word has several entries, the first counts. Verbs of telling somebody to do something ("exhorted the crowd to
    leave") have "object".
    """
    told = {verb: "object" for verb, cue in lexicon.cues("verb").items() if "obj_inf" in cue.frames}
    return told | {word: operator.control for word, operator in lexicon.operators().items() if not operator.gerund}


@cache
def calling_for_deeds() -> frozenset[str]:
    """Verbs of ordering, asking for and advising a deed of others: not "kept selling"."""
    calls = {word for word, item in lexicon.operators().items() if item.modality in {"ordered", "demanded"}}
    return frozenset(word for word in calls if control()[word] == "object")


@cache
def gerund_control() -> dict[str, str]:
    """The same as `control` for words that govern only a gerund after a preposition ("fined the firm for selling")."""
    return {word: operator.control for word, operator in lexicon.operators().items() if operator.gerund}


@cache
def actor_nouns() -> frozenset[str]:
    """Nouns for people and bodies."""
    return frozenset(noun for noun, kind in words().noun_type.items() if kind not in LIFELESS)


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for a person."""
    known = words()
    others = {noun for noun, sense in known.senses.items() if sense == "person" and noun not in known.noun_type}
    return frozenset(others | {noun for noun, kind in known.noun_type.items() if kind == "Person"})


@cache
def body_nouns() -> frozenset[str]:
    """Nouns for a body: a firm, an authority, a state."""
    return (
        actor_nouns() - person_nouns() - frozenset(noun for noun, kind in words().noun_type.items() if kind == "Group")
    )


@cache
def reporting() -> frozenset[str]:
    """Verbs that introduce what somebody says."""
    return frozenset(lexicon.cues("verb"))


@cache
def denying() -> frozenset[str]:
    """Verbs with which somebody denies or rejects what is said."""
    return frozenset(verb for verb, cue in lexicon.cues("verb").items() if cue.stance == "denial")


@cache
def speaking() -> frozenset[str]:
    """Verbs of saying, thinking and intending whose subject is a person or body: not "show" and "indicate"."""
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
    """Verbs, alone or with their particle, in the lexicon of deeds."""
    return frozenset(lexicon.verb_deeds())


@cache
def transitive() -> frozenset[str]:
    """Verbs in the lexicon of deeds that have an agent as subject and take an object."""
    verbs = lexicon.verb_deeds().items()
    return frozenset(
        verb for verb, frames in verbs if any(frame.subject == "agent" and not frame.preps for frame in frames)
    )


@cache
def reciprocal() -> frozenset[str]:
    """Verbs in the lexicon of deeds that several agents do to one another ("was agreed between the banks")."""
    verbs = lexicon.verb_deeds().items()
    return frozenset(verb for verb, frames in verbs if any(frame.reciprocal for frame in frames))


@cache
def addressing() -> frozenset[str]:
    """Verbs of saying whose object is the person told; without an object or a subject, they are passive."""
    return frozenset(verb for verb, cue in lexicon.cues("verb").items() if cue.addressee)


@cache
def saying_to_nobody() -> frozenset[str]:
    """Verbs of saying whose object is never who is told: nobody "is announced that it closes"."""
    return reporting() - addressing() - listed("object_is_told")
