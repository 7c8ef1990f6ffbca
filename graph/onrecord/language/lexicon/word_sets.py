"""Sets of words that the rules ask for by name, from the files of ``lexicons/en/words/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord import resources
from onrecord.errors import LexiconError
from onrecord.language.lexicon.files import FOLDER, entries
from onrecord.language.lexicon.records import Lemma, WordSet


@cache
def word_sets() -> Mapping[str, WordSet]:
    """All sets of words by their ids, which are told apart over all files."""
    found: dict[str, WordSet] = {}
    for file in sorted(item.name for item in resources.find(*FOLDER, "words").iterdir()):
        for item in entries(f"words/{file}", "set", WordSet):
            if item.id in found:
                raise LexiconError(f"words/{file}", item.id, "another file has a set with this id")
            found[item.id] = item
    return found


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of the set `name`, such as "documents"; raises KeyError if no file has one."""
    return frozenset(word_sets()[name].words)


@cache
def repaired_lemmas() -> Mapping[str, str]:
    """Lemmas that the language model gets wrong ("stag" for "staged"), and the right ones."""
    return {item.id: item.lemma for item in entries("lemmas.toml", "lemma", Lemma)}
