"""Fills empty roles of a deed from the deed in its complement, after both have their own roles.

A threat to bomb a town has the town as its patient; a demand that the army leave is addressed to the army; an
allegation on which somebody is jailed is made against them.
"""

from __future__ import annotations

from onrecord.action_kinds import KINDS
from onrecord.language.actions.readings import Cast, Reading, Roles, by_words
from onrecord.language.actions.roles import arguments
from onrecord.language.actions.triggers import Deed
from onrecord.language.syntax.clauses import completing
from onrecord.language.syntax.modifiers import objects_below, prepositions
from onrecord.language.syntax.phrase_relations import is_object_of_preposition
from onrecord.language.syntax.relations import is_adverbial_clause
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import OBLIGED
from onrecord.word_sets import word_set

_MANNER = word_set("accompanying")


class _Shares:
    """The roles of all deeds, computed from the last deed to the first, because complements follow their verbs."""

    def __init__(self, tree: Tree, found: list[Reading], things: frozenset[int], speaking: frozenset[int]) -> None:
        self.tree = tree
        self.by_word = by_words([item.deed for item in found])
        self.obliged = {item.head for item in found if item.standing.modality in OBLIGED}
        self.roles = {item.head: arguments(tree, item.deed, things, speaking) for item in found}

    def cast(self, item: Reading) -> Cast:
        """The roles of one deed; empty ones are filled from complements and adjuncts."""
        deed, through = item.deed, None
        own = self.roles[item.head]
        if deed.noun_frame is not None and deed.verb == deed.head:
            own = self._from_clause(deed)
        patients = own.patients
        if not patients and item.root is not None:
            inner = self._complement(deed)
            if inner is None:
                shared = self._from_adjunct(deed)
            else:
                below, shared = inner
                if not is_adverbial_clause(self.tree, below.verb):  # a purpose clause is not a complement
                    through = below
            named = [head for head in self._actors(shared) if self.tree.tag[head] != "PRP$"]
            patients = tuple(head for head in named if head not in own.agents)
        words = {deed.verb, *deed.tokens}
        self.roles[item.head] = Roles(
            tuple(head for head in own.agents if head not in words),
            tuple(head for head in patients if head not in words),
        )
        return Cast(item, self.roles[item.head], through)

    def _complement(self, deed: Deed) -> tuple[Deed, tuple[int, ...]] | None:
        """The complement's deed with its patients or, if it is a duty, those who have it; None if there is none."""
        agents = self.roles[deed.head].agents
        for word in dict.fromkeys((deed.verb, deed.head)):
            for below in completing(self.tree, word):
                inner = self.by_word.get(below)
                if inner is None:
                    continue
                found = self.roles[inner.head]
                if deed.head in found.patients:
                    continue  # "the talks held by the firm"
                if inner.head in self.obliged and found.agents and found.agents != agents:
                    return inner, found.agents
                if found.patients:
                    return inner, found.patients
        return None

    def _from_adjunct(self, deed: Deed) -> tuple[int, ...]:
        """Patients of an adjunct's deed of the same class: "staged a strike in protest against the mayor"."""
        root = KINDS[deed.kind].plover
        for kid in prepositions(self.tree, deed.verb):
            for head in objects_below(self.tree, kid) if self.tree.lower[kid] in _MANNER else []:
                inner = self.by_word.get(head)
                if inner is not None and root is not None and KINDS[inner.kind].plover == root:
                    return self.roles[inner.head].patients
        return ()

    def _actors(self, heads: tuple[int, ...]) -> list[int]:
        """The heads, with those that are deeds replaced by their patients or agents."""
        found: list[int] = []
        for head in heads:
            inner = self.by_word.get(head)
            roles = self.roles[inner.head] if inner is not None else None
            found += (roles.patients or roles.agents or (head,)) if roles is not None else (head,)
        return found

    def _from_clause(self, deed: Deed) -> Roles:
        """A noun's roles from its clause if kinds match: "killed three in an attack", "jailed two on allegations"."""
        own = self.roles[deed.head]
        prep = self.tree.head[deed.head]
        manner = is_object_of_preposition(self.tree, deed.head) and self.tree.lower[prep] in _MANNER
        above = self.by_word.get(self.tree.head[prep]) if manner else None
        if above is None or own.agents or above.head == deed.head:
            return own
        root, outer = KINDS[deed.kind].plover, KINDS[above.kind].plover
        if root is not None and (root == outer or (root == "ACCUSE" and outer == "COERCE")):
            clause = self.roles[above.head]
            return Roles(clause.agents, own.patients or clause.patients)
        return own


def cast(tree: Tree, found: list[Reading], things: frozenset[int], speaking: frozenset[int]) -> list[Cast]:
    """The deeds with their participants, in the order of `found`; for `things` and `speaking` see `roles.arguments`."""
    shares = _Shares(tree, found, things, speaking)
    return [shares.cast(item) for item in reversed(found)][::-1]
