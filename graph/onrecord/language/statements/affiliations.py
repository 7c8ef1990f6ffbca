"""The relation between a role and its principal: "a spokesman for the bank", "bank COO Ann Lee", "Voss's aide".

Grammar only: which nouns name somebody's role, and which words in their phrases name the principal.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.statements.words import listed
from onrecord.language.syntax.dependents import predicate_nouns
from onrecord.language.syntax.modifiers import (
    coordinated,
    names_beside,
    objects_below,
    owners_before,
    possessors,
    prepositions,
    titles_beside,
    words_before,
)
from onrecord.language.syntax.phrase_relations import is_apposition, is_noun_before_noun
from onrecord.language.syntax.relations import is_active_subject
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_TIES = word_set("tie_preposition")
_BODIES = frozenset({"ORG", "GPE"})
_DEPTH = 4
"""Most steps from a role to its principal: "a member of the board of the firm"."""


def roles(tree: Tree, head: int) -> list[int]:
    """Role nouns for the person at `head`: the head itself, appositions, nouns before the name, predicates after "is".

    Empty if two roles are joined by "and": "an adviser to the mayor and a professor" speaks for neither.
    """
    near = [head, *titles_beside(tree, head)]
    titled = is_noun_before_noun(tree, head) and tree.ent[head] not in _BODIES  # no role of the port in "port reporter"
    if titled or is_apposition(tree, head):
        near.append(tree.head[head])
    verb = tree.head[head]
    if is_active_subject(tree, head) and tree.lemma[verb] == "be":
        near += predicate_nouns(tree, verb)
    found = [word for word in near if tree.lemma[word] in listed("representatives") and tree.ent[word] != "ORG"]
    beside = [word for role in found if role != head for word in coordinated(tree, role) if tree.pos[word] == "NOUN"]
    return [] if any(word not in found for word in beside) else found


def principals(tree: Tree, role: int) -> list[list[int]]:
    """Heads of phrases that may name the principal of `role`, in groups of equal distance, closest first.

    Empty if the role is no longer held ("a former aide to Voss").
    """
    first = tree.left_edge[tree.head[role]] if is_noun_before_noun(tree, role) else role
    if any(tree.lower[word] in listed("former") for word in (*tree.children[role], *range(first, role))):
        return []
    if tree.lemma[role] in listed("teams"):  # "the Lund campaign" is a body of its own; "Lund's campaign" is his
        return [possessors(tree, role)]
    found = list(_behind(tree, role, 0))
    owned = [word for word in words_before(tree, role) if word != role]
    found.append(owned + [word for one in owned for word in names_beside(tree, one)])
    above = tree.head[role]
    if is_noun_before_noun(tree, role):  # "bank spokeswoman Ann Lee": the bank depends on the name
        found.append([word for word in owners_before(tree, above) if word < role])
    return [group for group in found if group]


def employers(tree: Tree, name: int) -> list[int]:
    """Heads of "of the Post" after a person's name; of no other noun ("a historian at the museum")."""
    if tree.pos[name] != "PROPN":
        return []
    links = [link for link in prepositions(tree, name) if tree.lower[link] in word_set("affiliation_preposition")]
    return [held for link in links for held in objects_below(tree, link)]


def _behind(tree: Tree, noun: int, depth: int) -> Iterator[list[int]]:
    """Groups of nouns below the prepositions of a noun, each before what depends on it ("the board of the firm")."""
    sent = tree.lemma[noun] in word_set("is_sent_to")  # the French ambassador to Mali does not speak for Mali
    ties = _TIES - word_set("where_one_is_sent") if sent else _TIES
    links = [link for link in prepositions(tree, noun) if tree.lower[link] in ties and depth <= _DEPTH]
    for link in links:
        for held in objects_below(tree, link):
            yield [held, *coordinated(tree, held)]
            yield possessors(tree, held)
            yield from _behind(tree, held, depth + 1)
