"""Lemmas corrected by the form of a word; corrections of single words are in lexicons/en/lemmas.toml (see `tree`)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.lexicon.actor_words import words
from onrecord.language.lexicon.lookup import verb_endings
from onrecord.language.syntax.tree import Tree


def noun_lemma(tree: Tree, noun: int) -> str:
    """The lemma of a noun.

    Corrects the lemmatizer, which leaves some plurals unchanged: capitalised ones ("Ministers") and those that the
    tagger takes for a singular ("fanatics"). Returns the singular if it is a known noun.
    """
    lemma = tree.lemma[noun]
    return lemma.removesuffix("s") if tree.tag[noun] == "NNPS" and _known(lemma) else _singular(tree, noun) or lemma


def is_mistaken_plural(tree: Tree, noun: int) -> bool:
    """Whether the tagger takes a plural for a singular: the word is unknown, and known without its "s"."""
    return _singular(tree, noun) is not None


def _singular(tree: Tree, noun: int) -> str | None:
    """The singular of a plural that is tagged as a singular, else None."""
    lower = tree.lower[noun]
    if tree.tag[noun] != "NN" or tree.lemma[noun] != lower or lower.endswith("ss"):
        return None
    unknown = lower not in words().noun_type and lower not in words().senses
    return lower[:-1] if unknown and _known(lower) else None


def _known(plural: str) -> bool:
    known, singular = words(), plural.removesuffix("s")
    return singular != plural and (singular in known.noun_type or singular in known.senses)


def possible_lemmas(form: str) -> Iterator[str]:
    """The possible lemmas of a verb form in lower case, the likeliest first.

    Corrects the lemmatizer, which gets some forms wrong ("hopes": hop); the caller checks which lemmas are real verbs.
    """
    for ending, instead in verb_endings():
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead
