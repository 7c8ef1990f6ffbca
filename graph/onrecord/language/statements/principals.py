"""The principal for whom somebody speaks, by a role that any phrase for the speaker in the article mentions.

A document speaks for its author. A role is linked to its body by grammar (see `affiliations`), never by distance alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.actor_kinds import BODIES
from onrecord.language.statements import affiliations
from onrecord.language.statements.document_authors import authors_of
from onrecord.language.statements.words import listed
from onrecord.language.syntax.modifiers import coordinated
from onrecord.language.syntax.tags import PLURAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

Actors = Callable[[int], list[str]]
"""Gives the ids of actors whose phrases a token heads, longest first."""
_SPOKEN_FOR = BODIES | {"Person", "Group", "Place"}
_NO_EMPLOYERS = frozenset({"State", "Place", "Person", "Group"})
_NEVER = word_set("speaks_for_nobody")
"""Roles of heads of state, who speak for themselves, and of sources that do not represent the body named near them."""


class Principals:
    """Looks up the principals of a Doc's actors; `heads` are the heads of each actor's mentions in text order."""

    def __init__(self, tree: Tree, types: Mapping[str, str], heads: Mapping[str, Sequence[int]], at: Actors) -> None:
        self._tree, self._types, self._heads, self._at = tree, types, heads, at
        self._known: dict[str, list[str]] = {}

    def of(self, head: int | None, speakers: Sequence[str]) -> list[str]:
        """The principals of the source at `head`, and those that other mentions of its `speakers` give."""
        own = [actor for token in self._tokens(head) for actor in self._of_token(token, speakers)]
        if own:
            return list(dict.fromkeys(own))
        return list(dict.fromkeys(actor for one in speakers for actor in self._learned(one)))

    def _tokens(self, head: int | None) -> list[int]:
        return [] if head is None else [head, *coordinated(self._tree, head)]

    def _learned(self, speaker: str) -> list[str]:
        """The principals of `speaker`, from the first of its mentions that names any."""
        if speaker not in self._known:
            found = (self._of_token(token, [speaker]) for token in self._heads.get(speaker, ()))
            self._known[speaker] = next((item for item in found if item), [])
        return self._known[speaker]

    def _of_token(self, head: int, speakers: Iterable[str]) -> list[str]:
        tree, own = self._tree, set(speakers)
        if tree.lemma[head] in listed("documents"):
            return [actor for actor in self._authors(head) if actor not in own]
        for role in affiliations.roles(tree, head):
            for group in affiliations.principals(tree, role):
                found = [self._actor(token, role, own) for token in group]
                kept = [actor for actor in found if actor is not None]
                if kept:
                    return kept
        if any(self._types.get(actor) == "Person" for actor in own):
            found = [self._actor(token, None, own) for token in affiliations.employers(tree, head)]
            return [actor for actor in found if actor is not None and self._types.get(actor) not in {"State", "Place"}]
        return []

    def _authors(self, document: int) -> list[str]:
        """The authors of a document, by its phrase; for a poll without one, the article's only author of polls."""
        told = self.told_of(document)
        return authors_of(self._tree, document if told is None else told, self._at, self._types)

    def told_of(self, document: int) -> int | None:
        """The phrase that names the author of a poll, if the article has a single author of polls.

        "The poll" in an article about one pollster is by that pollster.
        """
        tree = self._tree
        several = tree.tag[document] in PLURAL
        if several or tree.lemma[document] not in listed("paper_of_name"):
            return None
        if authors_of(tree, document, self._at, self._types):
            return None
        alike = [token for token in range(len(tree)) if tree.lemma[token] == tree.lemma[document]]
        known = [(token, found) for token in alike if (found := authors_of(tree, token, self._at, self._types))]
        return known[0][0] if len({tuple(found) for _, found in known}) == 1 else None

    def _actor(self, token: int, role: int | None, own: set[str]) -> str | None:
        """The actor at `token` for whom the holder of `role` may speak; None if there is none."""
        tree = self._tree
        if tree.pos[token] == "ADJ" or tree.ent[token] == "NORP" or tree.lower[token] in listed("offices_of"):
            return None
        lone = role is None or tree.lemma[role] in _NEVER
        for actor in self._at(token):
            kind = self._types.get(actor)
            if actor not in own and kind in _SPOKEN_FOR and not (lone and kind in _NO_EMPLOYERS):
                return actor
        return None
