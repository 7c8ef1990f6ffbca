"""Lemmas put right by the form of a word; those of single words stand in lexicons/en/lemmas.toml (see `tree`)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.lexicon.actor_words import words
from onrecord.language.lexicon.lookup import verb_endings
from onrecord.language.syntax.tree import Tree


def noun_lemma(tree: Tree, noun: int) -> str:
    """The lemma of a noun.

    Corrects the lemmatizer, which leaves a capitalised plural as it is ("Ministers"): the singular if that is known.
    """
    lemma, known = tree.lemma[noun], words()
    singular = lemma.removesuffix("s")
    if tree.tag[noun] == "NNPS" and (singular in known.noun_type or singular in known.senses):
        return singular
    return lemma


def possible_lemmas(form: str) -> Iterator[str]:
    """What a verb form, in lower case, may be a form of, the likeliest first.

    Repairs the lemmatizer, which takes some forms apart wrongly ("hopes": hop): whoever asks knows the verbs there are.
    """
    for ending, instead in verb_endings():
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead
