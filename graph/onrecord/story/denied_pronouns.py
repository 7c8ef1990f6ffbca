"""What a pronoun in a clause stands for: "it was not stopped", "I never bought them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import Analysis
from onrecord.story.figure_parts import telling_words
from onrecord.story.inflection import base, is_noun, is_plural, is_verb, singular
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.word_sets import word_set

Told = tuple[int, str, bool]
"""A word that tells something: its index, its base form, and whether it is a verb."""
_APART = 3
"""Most words from a verb to a pronoun that it is done to: "was sitting on it"."""
_BEFORE = 4
"""Sentences before one in which what "it" and "them" stand for is looked for, as far as a deed says of what it is."""


def has_pronoun(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a pronoun that may stand for a thing."""
    return any(word.small in _objects() for word in words_of_sentence(text, start, end))


def _objects() -> frozenset[str]:
    return word_set("thing_done_to")


def of_pronouns(
    analysis: Analysis, part: Sequence[Word], start: int, told: Sequence[Told], *, denied: bool
) -> frozenset[tuple[str, str]]:
    """The verbs of a clause in the sentence that begins at `start`, each with the nouns that its pronoun may stand for.

    What is `told` in the passive of a subject is one of the sentence right before, and only what is denied counts.
    """
    found: set[tuple[str, str]] = set()
    passive = any(word.small in word_set("makes_passive") for word in part)
    if denied and told and passive and told[0][2] and part[0].small in word_set("stands_for_thing"):
        found |= {(noun, told[0][1]) for noun, _ in _nouns(analysis, start, 1) if noun != told[0][1]}
    for at, root, verb in told:
        pronoun = _object(part, at)
        if verb and pronoun is not None and not any(at < other <= at + _APART for other, _, _ in told):
            plural = is_plural_pronoun(pronoun)
            found |= {
                (root, noun) for noun, many in _nouns(analysis, start, _BEFORE) if many is plural and noun != root
            }
    return frozenset(found)


def is_plural_pronoun(word: Word) -> bool:
    """Whether a pronoun stands for several things."""
    return word.small in word_set("stands_for_several")


def _object(part: Sequence[Word], verb: int) -> Word | None:
    """The pronoun that the verb at an index is done to; None if there is none, or it is the subject of another."""
    at = next((at for at in range(verb + 1, min(len(part), verb + 1 + _APART)) if part[at].small in _objects()), None)
    if at is None:
        return None
    behind = part[at + 1].small if at + 1 < len(part) else ""
    return None if behind in word_set("helps_verb") or (is_verb(behind) and not is_noun(behind)) else part[at]


def _nouns(analysis: Analysis, start: int, sentences: int) -> Iterator[tuple[str, bool]]:
    """The nouns of the sentences before one, in the base form, and whether they are plurals."""
    ahead = [span for span in analysis.sentences if span[1] <= start]
    for span in ahead[len(ahead) - min(sentences, len(ahead)) :]:
        words = words_of_sentence(analysis.article.text, *span)
        for at in telling_words(words, range(len(words))):
            small = words[at].small
            verb = is_verb(small) and not is_plural(small) and (base(small) != small or not is_noun(small))
            if words[at].text[0].islower() and not verb:
                yield base(singular(small)), is_plural(small)
