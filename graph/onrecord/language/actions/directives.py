"""On whose directive a deed is done: "closed the pier on the instructions of the governor"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from onrecord.language.actions.triggers import Deed
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import further_clauses
from onrecord.language.syntax.modifiers import all_prepositions, bare_adnominals, possessors, premodifiers
from onrecord.language.syntax.phrases import conjuncts, objects_linked, objects_of
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import in_order, word_set


class Directive(Struct, frozen=True):
    """A phrase that names the directive that a deed follows."""

    words: tuple[int, int]
    """Its tokens [start, end), the preposition included."""
    heads: tuple[int, ...]
    """Heads of the phrases of those whose directive it is."""


def directive_of(tree: Tree, deed: Deed) -> Directive | None:
    """The first directive in the clause of a deed that somebody does; None if there is none or it is nobody's.

    What rises or falls "on orders from abroad" does so by itself: its orders are those of customers.
    """
    found = clause(tree, deed.verb)
    frame = deed.verb_frame
    if frame is not None and frame.subject == "patient" and not found.passive:
        return None
    acting = [item for item in further_clauses(tree, deed.verb) if tree.lower[item] in word_set("acts_on_directive")]
    # the parser attaches "on his orders" in "shut the pool on his orders" to the object
    for word in dict.fromkeys((deed.verb, deed.head, *found.objects, *acting)):
        for link, noun in _directives(tree, word):
            if heads := _owners(tree, noun):
                return Directive((link, tree.right_edge[noun] + 1), tuple(heads))
    return None


def _directives(tree: Tree, word: int) -> Iterator[tuple[int, int]]:
    """Prepositions on a word with the nouns for a directive below them ("in line with the orders")."""
    for link in all_prepositions(tree, word):
        found = objects_of(tree, link)
        if tree.lower[link] in word_set("before_directive"):
            yield from ((link, noun) for noun in found if tree.lemma[noun] in word_set("directive"))
        for middle in found:
            if tree.lemma[middle] in word_set("follows_directive"):
                below = (noun for kid in all_prepositions(tree, middle) for noun in objects_of(tree, kid))
                yield from ((link, noun) for noun in below if tree.lemma[noun] in word_set("directive"))


def _owners(tree: Tree, noun: int) -> list[int]:
    """Heads of the phrases that say whose directive it is, after or before the noun or after its participle."""
    before = [head for kid in possessors(tree, noun) for head in conjuncts(tree, kid)]
    after = objects_linked(tree, noun, in_order("gives_directive"))
    given = [
        head
        for kid in bare_adnominals(tree, noun)
        if tree.lower[kid] in word_set("directive_given")
        for head in objects_linked(tree, kid, in_order("gives_directive"))
    ]
    return after or given or before or premodifiers(tree, noun)
