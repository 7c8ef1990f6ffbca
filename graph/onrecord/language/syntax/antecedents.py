"""The antecedents of relative pronouns: the nouns that "who", "which" and "that" stand for.

The parser attaches a relative clause to a noun, mostly the nearest or the highest; words and names decide where that
cannot be.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.language.syntax import lexical
from onrecord.language.syntax.relations import acts_before
from onrecord.language.syntax.tags import NOUNS, PROPER
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import PAUSES
from onrecord.word_sets import in_order, word_set

RELATIVE = word_set("relative_word")
"""Words that may be relative pronouns."""
_DOERS = in_order("doer_ending")
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT"})
_DEPTH = 6
"""Most nouns above a relative clause that are tried."""


def antecedent(tree: Tree, token: int, is_person: Callable[[int], bool] | None = None) -> int:
    """The antecedent of a relative pronoun, that is the noun its clause depends on; any other token is returned itself.

    Corrects the parser: "who" in "the spokesman of the port, who" is resolved to the first noun above for people. With
    `is_person`, which says whether a token heads a phrase for people, it decides; without, the words alone do.
    """
    if tree.lower[token] not in RELATIVE or tree.tag[token] not in {"WDT", "WP", "WP$"}:
        return token
    verb = token
    while tree.head[verb] != verb and tree.dep[verb] != "relcl":
        verb = tree.head[verb]
    if tree.dep[verb] != "relcl":
        return token
    noun = tree.head[verb]
    if acts_before(tree, noun, token):
        return token
    if tree.lower[token] not in word_set("relative_of_person"):
        return noun
    if is_person is None:
        return _of_people(tree, token, noun)
    return next((item for item in _upward(tree, noun) if is_person(item)), noun)


def _upward(tree: Tree, noun: int) -> list[int]:
    """A noun and those above it, through prepositions, possessors and compounds."""
    found = [noun]
    while len(found) <= _DEPTH and tree.dep[found[-1]] in ("pobj", "poss", "compound"):
        above = tree.head[found[-1]]
        found.append(tree.head[above] if tree.dep[above] == "prep" else above)
    return found


def _of_people(tree: Tree, token: int, noun: int) -> int:
    """The antecedent of "who" by words alone: not a body or place, nor a name that a clause without a comma restricts.

    "A clerk in a Halden bank who had left", "the brother of Tom Bell who lives abroad".
    """
    restricted = tree.tag[noun] in PROPER and tree.ent[noun] == "PERSON" and tree.text[token - 1] not in PAUSES
    if not (restricted or tree.ent[noun] in _BODIES or tree.lemma[noun] in lexical.body_nouns()):
        return noun
    above = (item for item in _upward(tree, noun)[1:] if tree.pos[item] in NOUNS)
    return next((item for item in above if _for_person(tree.lemma[item])), noun)


def _for_person(lemma: str) -> bool:
    return lemma in lexical.person_nouns() or lemma.endswith(_DOERS)
