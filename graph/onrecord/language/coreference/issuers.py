"""Whoever issued a release calls itself by its noun there: "the Commission" of "Harbour Commission of Halden"."""

from __future__ import annotations

from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.names import name_words
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_BARE = 2
"""Tokens of an article with its noun: "the company"."""


def link_issuer(mentions: list[Ment], sets: Sets, issuer: str) -> None:
    """Unite the name of the `issuer` of a release with "the company", "the Commission" in it; "" for other texts.

    Not if the text names another body with that noun.
    """
    full = name_words(issuer.split())
    own = next((number for number, item in enumerate(mentions) if full and item.words == full), None)
    if own is None:
        return
    words = word_pattern("behind_head").sub("", issuer).casefold().split()
    is_company = bool(words) and words[-1] in word_set("designator")
    nouns = word_set("company_of_itself") if is_company else frozenset(words[-1:])
    if any(len(item.words) > 1 and item.words != full and item.words[-1] in nouns for item in mentions):
        return
    for number, item in enumerate(mentions):
        bare = item.form != "pronoun" and item.definite and item.end - item.start == _BARE and not item.plural
        if bare and (item.words[-1:] or (item.lemma,))[0] in nouns:
            sets.unite(own, number)
