"""The body that whoever speaks belongs to, which is "the company" in what they say: "Haldeno chief Ola Lund said"."""

from __future__ import annotations

from onrecord.language.coreference import binding
from onrecord.language.syntax import lexical, modifiers, relations
from onrecord.language.syntax.clauses import clause
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


def body_that_tells(tree: Tree, pronoun: int) -> list[int]:
    """The subject of a verb of saying for an "it" right behind that does something: "the bank said it had no comment".

    What "it" is in "the bank said it was unsafe" may be anything spoken of.
    """
    verb = tree.head[pronoun]
    above = tree.head[verb]
    tells = relations.is_complement_clause(tree, verb) and tree.lemma[above] in lexical.speaking()
    between = tree.lower[above + 1 : pronoun]
    if not tells or not relations.is_subject(tree, pronoun) or between not in ([], ["that"]):
        return []
    found = clause(tree, verb)
    if any(tree.pos[word] == "ADJ" for word in found.predicates):
        return []
    return [subject for subject in clause(tree, above).own_subjects if subject < above]


def _is_post(tree: Tree, word: int) -> bool:
    return tree.lemma[word] in lexical.person_nouns()
