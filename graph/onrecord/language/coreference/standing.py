"""What an article says about a person right beside the name: honorific, title, kinship."""

from __future__ import annotations

from msgspec import Struct

from onrecord import person_names
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import modifiers, phrase_relations
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_OFFICE_MODIFIERS = word_set("office_modifier")
_KIN = word_set("kin")
_SEX = {word: sex for sex, name in (("m", "male_title"), ("f", "female_title")) for word in word_set(name)}
_BEFORE_NAME = 6
"""Most words before a name that can belong to its title: "former deputy prime minister"."""


class Standing(Struct, frozen=True):
    """Honorifics, titles and kinship given with a person's name."""

    honor: str = ""
    titles: frozenset[str] = frozenset()
    kin: bool = False


def read_standing(tree: Tree, known: ActorWords, start: int, end: int) -> Standing:
    """Honorifics, titles and kinship before a person's name, and the apposition after it."""
    honor, kin, titles = "", False, set()
    token = start - 1
    while token >= 0 and start - token <= _BEFORE_NAME and tree.sent[token] == tree.sent[start]:
        word = tree.lower[token].rstrip(".")
        title = tree.lower[token] in known.titles or word in known.titles
        if not title and word not in _OFFICE_MODIFIERS and known.noun_type.get(tree.lemma[token]) != "Person":
            break
        honor = honor or _SEX.get(word, "") or known.gender.get(tree.lemma[token], "")
        kin = kin or tree.lemma[token] in _KIN
        if word not in _SEX:
            titles.add(person_names.title(word))
        token -= 1
    over = next((tree.head[item] for item in range(start, end) if phrase_relations.is_apposition(tree, item)), None)
    if over is not None and over < start:  # "her husband, Otto Brandt"
        honor = honor or known.gender.get(tree.lemma[over], "")
        kin = kin or (tree.lemma[over] in _KIN and modifiers.possessor(tree, over) is not None)
        titles |= {tree.lemma[over]} & (known.titles | known.offices)
    beside = [word for item in range(start, end) for word in modifiers.appositions(tree, item)[:1]]
    behind = beside[0] if beside else None
    if behind is not None and behind >= end:
        honor = honor or known.gender.get(tree.lemma[behind], "")
        kin = kin or (tree.lemma[behind] in _KIN and modifiers.possessor(tree, behind) is not None)
    return Standing(honor, frozenset(titles), kin)
