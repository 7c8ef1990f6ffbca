"""The body that whoever speaks belongs to, which is "the company" in what they say: "Haldeno chief Ola Lund said"."""

from __future__ import annotations

from onrecord.language.coreference import binding
from onrecord.language.syntax import lexical, modifiers
from onrecord.language.syntax.phrases import objects_under
from onrecord.language.syntax.tree import Tree


def bodies_of_teller(tree: Tree, noun: int) -> list[int]:
    """Heads of names beside the post of whoever says the clause that a noun is the subject of; nearest first."""
    found: list[int] = []
    for teller in binding.tellers(tree, noun):
        posts = [word for word in (teller, *modifiers.titles_beside(tree, teller)) if _is_post(tree, word)]
        for post in posts:
            found += [*objects_under(tree, post, "of", "for", "at"), *modifiers.possessors(tree, post)]
            found += reversed(modifiers.compounds(tree, post))
        if posts:  # "Haldeno Mines chief executive Ola Lund": the firm may hang on the name
            found += [word for word in modifiers.titles_beside(tree, teller) if word not in posts and word < posts[0]]
    return [word for word in found if tree.text[word][:1].isupper()]


def _is_post(tree: Tree, word: int) -> bool:
    return tree.lemma[word] in lexical.person_nouns()
