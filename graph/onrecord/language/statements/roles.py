"""The people of a statement: speaker, principal, addressee and outlet, with its medium and date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.actor_kinds import LIFELESS
from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Candidate, Range, Ranges, covers
from onrecord.language.statements.document_authors import authors_of
from onrecord.language.statements.principals import Principals
from onrecord.language.statements.sources import phrase
from onrecord.language.statements.words import listed
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.modifiers import (
    appositions,
    conjuncts_and_possessors,
    object_below,
    objects_below,
    possessors,
    prepositions,
)
from onrecord.language.syntax.phrase_relations import is_adverbial, is_plain_preposition, is_prepositional
from onrecord.language.syntax.phrases import conjuncts, head_of
from onrecord.language.syntax.relations import is_clause_part, is_dependent_clause
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_RELAYING = word_set("relaying")

_MEDIUM_PREPOSITIONS = word_set("medium_preposition")
_QUOTED_BY = 25
"""Tokens after a cue within which "as quoted by X" belongs to it."""


class People:
    """Looks up actors and dates by token; everything is empty if no component marked them."""

    def __init__(self, doc: Doc, parsed: Tree) -> None:
        self._at = ann.mention_at(doc)
        self._tree = parsed
        known = ann.attrs(doc, ann.MENTIONS)
        self._types = {key: value.get("type", "") for key, value in known.items()}
        self._groups = {key for key, value in known.items() if value.get("members")}
        self._dates = {
            token: span.kb_id_ for span in ann.marks(doc, ann.DATES) for token in range(span.start, span.end)
        }
        self._heads_of: dict[str, list[int]] = {}
        for span in ann.marks(doc, ann.MENTIONS):
            self._heads_of.setdefault(span.kb_id_, []).append(head_of(parsed, span.start, span.end))
        self._principals = Principals(parsed, self._types, self._heads_of, self._headed)

    def at(self, span: Range | None) -> str | None:
        """Actor of the longest mention inside `span` that contains its head; None if there is none."""
        return self._actor(span, head_of(self._tree, *span)) if span is not None else None

    def _actor(self, span: Range, head: int) -> str | None:
        inside = [  # of "A and B", which may be a group as well, the one at the head
            (actor not in self._groups, high - low, -low, actor)
            for low, high, actor in self._at.get(head, [])
            if span[0] <= low and high <= span[1]
        ]
        return max(inside)[3] if inside else None

    def speakers(self, item: Candidate) -> list[str]:
        """Actors of the source: its head and its conjuncts."""
        heads = [item.source_head if item.source_head is not None else -1]
        spans = [part for part in item.source if part[0] <= heads[0] < part[1]] or item.source[:1]
        if not spans:
            return []
        if not spans[0][0] <= heads[0] < spans[0][1]:
            heads = [head_of(self._tree, *spans[0])]
        if item.source_head is not None and heads[0] != item.source_head and self._is_document(item.source_head):
            made = authors_of(self._tree, item.source_head, self._headed, self._types)  # "according to a survey by X"
            if made:
                return made
        heads = self._named_members(heads[0]) or [other for head in heads for other in conjuncts(self._tree, head)]
        told = self._principals.told_of(heads[0]) if len(heads) == 1 else None
        named = self._headed(told)[:1] if told is not None else []
        found = [self._actor(spans[0], head) or self._antecedent(spans[0], head) for head in heads]
        return named or list(dict.fromkeys(actor for actor in found if actor))

    def _named_members(self, head: int) -> list[int]:
        """Names in apposition to a noun for several: "two analysts, Ann Lee and Tom Bell"."""
        if self._tree.pos[head] == "PROPN":  # "Ann Lee, Republican of Halden and one of the few" is one
            return []
        names = [kid for kid in appositions(self._tree, head) if self._tree.pos[kid] == "PROPN"]
        several = [other for kid in names for other in conjuncts(self._tree, kid)]
        return several if len(several) > 1 and all(self._at.get(other) for other in several) else []

    def _is_document(self, token: int) -> bool:
        return self._tree.lemma[token] in listed("documents")

    def _headed(self, token: int) -> list[str]:
        """Actors whose mentions `token` heads, longest mention first."""
        at = reversed(self._at.get(token, []))
        return [actor for low, high, actor in at if head_of(self._tree, low, high) == token]

    def _antecedent(self, span: Range, head: int) -> str | None:
        """The actor that a relative pronoun refers to; None if there is none."""
        meant = antecedent(self._tree, head)
        if meant == head:
            return None
        whole = [(high - low, -low, actor) for low, high, actor in self._at.get(meant, []) if high <= span[1]]
        return max(whole)[2] if whole else None

    def on_behalf_of(self, item: Candidate, speakers: Sequence[str]) -> list[str]:
        """Principals of the source ("a spokesman of X", "X COO Y"), from this mention or another one."""
        return self._principals.of(item.source_head, speakers)

    def employers(self, speakers: Sequence[str]) -> list[str]:
        """Principals of the speakers, from any of their mentions."""
        return self._principals.of(None, speakers)

    def kind_of(self, actor: str) -> str:
        """Type of an actor."""
        return str(self._types.get(actor, ""))

    def is_body(self, actor: str) -> bool:
        """Whether an actor is a person or body and not a thing or a place."""
        return self._types.get(actor, "Person") not in LIFELESS

    def may_speak(self, item: Candidate, speakers: Sequence[str]) -> bool:
        """Whether a name before a colon can be a speaker: "Photo: ..." and "Kabul: ..." are headings.

        Nor does a thing with "by" behind a passive that says where: "are asked to enter by the gates". Always true if
        the cue is another word, if a document speaks, or if the Doc has no actors.
        """
        head = item.source_head
        if item.frame.startswith("pass") and head is not None and self._tree.lemma[head] not in listed("documents"):
            return not speakers or any(self.is_body(actor) for actor in speakers)
        if item.frame not in {"headline", "colon"} or not self._types or head is None:
            return True
        if self._tree.lemma[head] in listed("documents"):
            return True
        return any(self.is_body(actor) for actor in speakers)

    def topics(self, content: Ranges) -> list[str]:
        """Actors that the content is about: those that are a part of its main clauses.

        That is subjects, objects and phrases that depend on its topmost words, on their conjuncts and on the clauses
        that these report. If there is no actor among these, all actors mentioned in the content, in text order.
        """
        tree = self._tree
        inside = [token for low, high in content for token in range(low, high)]
        held = set(inside)
        top = [token for token in inside if tree.head[token] not in held or tree.head[token] == token]
        spine = list(dict.fromkeys(top))
        known = set(spine)
        for token in spine:
            more = [i for i in tree.children[token] if i in held and i not in known and is_dependent_clause(tree, i)]
            spine.extend(more)
            known.update(more)
        heads = {i for token in spine for i in self._parts(token, held)}
        every = [(token, actor) for token in inside for *_, actor in self._at.get(token, [])]
        main = [actor for token, actor in every if token in heads and self._heads(token, actor)]
        return list(dict.fromkeys(main or [actor for _, actor in every]))

    def _parts(self, token: int, held: set[int]) -> list[int]:
        """A word of the spine and the nouns that depend on it as its parts."""
        tree = self._tree
        found = [token]
        for child in tree.children[token]:
            if child in held and is_clause_part(tree, child):
                found.append(child)
            elif child in held and is_prepositional(tree, child):
                found.extend(i for i in objects_below(tree, child) if i in held)
        for item in found[1:]:
            owned = [object_below(tree, link) for link in prepositions(tree, item) if tree.lower[link] == "of"]
            found.extend(i for i in [*conjuncts_and_possessors(tree, item), *owned] if i in held)
        return [item for item in found if item is not None]

    def _heads(self, token: int, actor: str) -> bool:
        """Whether `token` heads a mention of `actor` or is part of its name."""
        return any(key == actor and head_of(self._tree, low, high) == token for low, high, key in self._at[token])

    def date(self, item: Candidate) -> str | None:
        """Value of a date at the cue verb ("said on Friday"); None if there is none."""
        tree = self._tree
        for child in tree.children[item.anchor]:
            if is_adverbial(tree, child) and self._dates.get(child):
                return self._dates[child]
            held = object_below(tree, child) if is_plain_preposition(tree, child) else None
            if held is not None and self._dates.get(held):
                return self._dates[held]
        return None


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words around a cue for the addressee, the outlet and the medium."""

    addressee: Range | None
    outlet: Range | None
    medium: Range | None = None


def role_words(tree: Tree, item: Candidate) -> RoleWords:
    """The words of addressee, outlet and medium that the rule found or that are around the cue verb."""
    addressee, outlet, medium = item.addressee, item.outlet, None
    if tree.pos[item.anchor] not in VERBAL or item.frame == "according":
        return RoleWords(addressee, outlet)
    for oblique in clause(tree, item.anchor).obliques:
        link, form, held = oblique.preposition, oblique.form, object_below(tree, oblique.preposition)
        if held is None or covers(item.content, held):
            continue
        if medium is None and form in _MEDIUM_PREPOSITIONS and _is_medium(tree, held):
            medium = phrase(tree, held, low=link + 1)
            partner = _partners(tree, held)
            addressee, outlet = addressee or partner.addressee, outlet or partner.outlet
        if outlet is None and form == "on":  # "said on Radio Five's morning show"
            outlet = _carrier(tree, held, link)
        if addressee is None and form == "to" and item.frame != "pp:to":
            addressee = phrase(tree, held, low=link + 1)
    return RoleWords(addressee, outlet or _outlet(tree, item), medium)


def _is_medium(tree: Tree, held: int) -> bool:
    return tree.lemma[held] in listed("media") or tree.lower[held] in listed("media")


def _carrier(tree: Tree, held: int, link: int) -> Range | None:
    """The body named in "on …": a broadcaster, or one whose programme it is."""
    owners = possessors(tree, held)
    named = next((word for word in (*owners, held) if tree.ent[word] == "ORG"), None)
    return phrase(tree, named, low=link + 1) if named is not None else None


def _partners(tree: Tree, talk: int) -> RoleWords:
    """The partner in "in an interview with the Post", and the outlet in "an interview on Radio Five"."""
    addressee = outlet = None
    for link in prepositions(tree, talk):
        held = object_below(tree, link)
        if held is None:
            continue
        if addressee is None and tree.lower[link] in word_set("addressee_preposition"):
            addressee = phrase(tree, held, low=link + 1)
        elif outlet is None and tree.lower[link] in word_set("outlet_preposition") and tree.ent[held] == "ORG":
            outlet = phrase(tree, held, low=link + 1)
    return RoleWords(addressee, outlet)


def _outlet(tree: Tree, item: Candidate) -> Range | None:
    """The "X" of "as quoted by X" after the cue."""
    last = tree.sents[tree.sent[item.anchor]][1]
    for token in range(item.anchor + 1, min(last - 2, item.anchor + _QUOTED_BY)):
        if tree.lower[token] != "as" or tree.lemma[token + 1] not in _RELAYING or covers(item.content, token):
            continue
        agent = next(
            (i for i in (token + 2, token + 3) if i < last and tree.lower[i] in word_set("quoted_by_preposition")), None
        )
        held = object_below(tree, agent) if agent is not None else None
        if held is not None:
            return phrase(tree, held, low=(agent or 0) + 1)
    return None
