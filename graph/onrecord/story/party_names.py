"""How a label names whom or what two sentences are about."""

from __future__ import annotations

from onrecord.model import StoryActor
from onrecord.story.denials import base_form
from onrecord.story.index import Index
from onrecord.story.inflection import is_plural
from onrecord.story.numerals import begins_number
from onrecord.story.parties import Party
from onrecord.word_sets import word_set

_QUOTES = "\"'“”‘’"
_FEW = 4
"""Most words of a phrase that a label repeats."""


def called(look: Index, one: Party, two: Party) -> str:
    """Whom or what both are: a name, else the fullest phrase with a noun of both, else a noun, else "it"."""
    for iri in sorted(one.actors & two.actors) or sorted(one.actors | two.actors):
        thing = look.things.get(iri)
        if isinstance(thing, StoryActor):
            return thing.name
    shared = one.nouns & two.nouns
    phrases = [
        words for party in (one, two) if (words := _phrase(party)) and base_form(words.split()[-1].casefold()) in shared
    ]
    nouns = sorted(shared) or sorted(one.nouns | two.nouns)
    if not phrases and not nouns:
        return min(word_set("neuter_pronoun"))
    told = max(phrases, key=lambda words: (len(words.split()), words), default=nouns[0] if nouns else "")
    return f"{min(word_set('definite_article'))} {told}"


def is_several(name: str) -> bool:
    """Whether what `called` gives is a plural."""
    return name.islower() and is_plural(name.rsplit(maxsplit=1)[-1])


def _phrase(party: Party) -> str:
    """The words for somebody or something, without what opens the phrase."""
    words = party.printed.strip(_QUOTES).split()
    passed = word_set("determiner") | word_set("definite_opening") | word_set("part_of_several")
    while words and (words[0].casefold() in passed or begins_number(words[0].casefold())):
        words.pop(0)
    return " ".join(words) if len(words) <= _FEW else ""
