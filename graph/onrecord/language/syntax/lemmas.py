"""Lemmas corrected by the form of a word; corrections of single words are in lexicons/en/lemmas.toml (see `tree`)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.lexicon.actor_words import words
from onrecord.language.lexicon.lookup import verb_endings
from onrecord.language.syntax.tree import Tree


def noun_lemma(tree: Tree, noun: int) -> str:
    """The lemma of a noun.

    Corrects the lemmatizer, which leaves a capitalised plural unchanged ("Ministers"): returns the singular if it is a
    known noun.
    """
    lemma, known = tree.lemma[noun], words()
    singular = lemma.removesuffix("s")
    if tree.tag[noun] == "NNPS" and (singular in known.noun_type or singular in known.senses):
        return singular
    return lemma


def possible_lemmas(form: str) -> Iterator[str]:
    """The possible lemmas of a verb form in lower case, the likeliest first.

    Corrects the lemmatizer, which gets some forms wrong ("hopes": hop); the caller checks which lemmas are real verbs.
    """
    for ending, instead in verb_endings():
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead
