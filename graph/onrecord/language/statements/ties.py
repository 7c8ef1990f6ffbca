"""The tie between a role and whom it is held for: "a spokesman for the bank", "bank COO Ann Lee", "Voss's aide".

Grammar only: which nouns name a role of somebody, and which words in their phrases name whose.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.statements.words import listed
from onrecord.language.syntax.tree import Tree

_TIES = frozenset({"of", "for", "at", "with", "to", "from", "in"})
_BEFORE = frozenset({"compound", "nmod", "poss", "amod"})
_DEPTH = 4
"""Steps from a role to the body it is held for: "a member of the board of the firm"."""


def roles(tree: Tree, head: int) -> list[int]:
    """Nouns that say what the one named at `head` is: itself, in apposition, before the name, after "is".

    None if two of them are joined by "and": whoever is "an adviser to the mayor and a professor" speaks for neither.
    """
    near = [head, *tree.kids(head, "appos", "compound", "nmod")]
    if tree.dep[head] in {"appos", "compound", "nmod"}:
        near.append(tree.head[head])
    verb = tree.head[head]
    if tree.dep[head] == "nsubj" and tree.lemma[verb] == "be":
        near += tree.kids(verb, "attr")
    found = [word for word in near if tree.lemma[word] in listed("representatives") and tree.ent[word] != "ORG"]
    beside = [word for role in found if role != head for word in tree.kids(role, "conj") if tree.pos[word] == "NOUN"]
    return [] if any(word not in found for word in beside) else found


def principals(tree: Tree, role: int) -> list[list[int]]:
    """Heads of phrases that may name whom `role` is held for, in groups of the same closeness, closest first.

    None if it is held no more ("a former aide to Voss").
    """
    if any(tree.lower[word] in listed("former") for word in tree.children[role]):
        return []
    if tree.lemma[role] in listed("teams"):  # "the Lund campaign" is a body of its own; "Lund's campaign" is his
        return [tree.kids(role, "poss")]
    found = list(_behind(tree, role, 0))
    owned = [word for word in tree.kids(role, *_BEFORE) if word != role]
    found.append(owned + [word for one in owned for word in tree.kids(one, "compound", "poss", "nmod", "conj")])
    above = tree.head[role]
    if tree.dep[role] in {"compound", "nmod"}:  # "bank spokeswoman Ann Lee": the bank hangs on the name
        found.append([word for word in tree.kids(above, "compound", "nmod", "poss") if word < role])
    return [group for group in found if group]


def employers(tree: Tree, name: int) -> list[int]:
    """Heads of "of the Post" behind a person's name; of no other noun ("a historian at the museum")."""
    if tree.pos[name] != "PROPN":
        return []
    links = [link for link in tree.kids(name, "prep") if tree.lower[link] in {"of", "at", "with", "from"}]
    return [held for link in links for held in tree.kids(link, "pobj")]


def _behind(tree: Tree, noun: int, depth: int) -> Iterator[list[int]]:
    """Groups of nouns below the prepositions of a noun, each before what hangs on it ("the board of the firm")."""
    links = [link for link in tree.kids(noun, "prep") if tree.lower[link] in _TIES and depth <= _DEPTH]
    for link in links:
        for held in tree.kids(link, "pobj"):
            yield [held, *tree.kids(held, "conj")]
            yield tree.kids(held, "poss")
            yield from _behind(tree, held, depth + 1)
