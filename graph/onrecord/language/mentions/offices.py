"""Offices, titles and roles within a run of capitalised words: where names of people and offices begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actor_kinds import STATE_BODIES
from onrecord.language import kinds
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax.tags import NOUNS, PROPER
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_MODIFIERS = word_set("office_modifier")
_ADDRESS = word_set("form_of_address")
_BEFORE_PART = word_set("before_part_of_name")


@dataclass(frozen=True, slots=True)
class Text:
    """The data that names are read from; `entity` has each token's entity by number, 0 for none."""

    tree: Tree
    readable: list[bool]
    entity: list[int]
    known: ActorWords


def read_text(tree: Tree, readable: list[bool], known: ActorWords) -> Text:
    """The data that the names of one article are read from."""
    return Text(tree, readable, _entities(tree), known)


def _entities(tree: Tree) -> list[int]:
    """For each token, the number (from 1) of the model's entity that contains it; 0 for none, times and amounts."""
    out = [0] * len(tree)
    number = 0
    for token, label in enumerate(tree.ent):
        if label in LABELS:
            if tree.ent_begin[token] or not token or tree.ent[token - 1] != label:
                number += 1
            out[token] = number
    return out


def opens_person(text: Text, token: int, end: int) -> bool:
    """Whether a word of a run is an office or title before a person's name rather than part of a name."""
    tree, known = text.tree, text.known
    word = tree.lower[token]
    if word in _MODIFIERS:
        after = token + 1
        if after == end:
            return end < len(tree) and tree.lower[end] in known.offices
        if opens_person(text, after, end) or word not in known.titles:
            return opens_person(text, after, end)
    if word not in known.titles:
        return _role_of_person(text, token, end)
    return _title_opens(text, token, end)


def _title_opens(text: Text, token: int, end: int) -> bool:
    """Whether a word that can be a title is one here: a name follows, and the word is not part of a name itself."""
    tree, entity, known = text.tree, text.entity, text.known
    word = tree.lower[token]
    if token + 1 == end and token and tree.lower[token - 1] in _BEFORE_PART:
        return False  # "Department of Justice"
    if token + 2 < end and tree.lower[token + 1] in known.forenames:
        return True  # "Halden Council Chair Ada Brekke", which the model labels as one body
    if tree.ent[token] == "PERSON":
        return token + 1 < end if _begins_person(text, token) else word in known.posts  # "Ada Marie King"
    if word in _ADDRESS and token + 1 < end:
        return not _begins_body(text, token, end)  # "Dr Brandt", whatever the model labels it
    if tree.ent[token] in ("ORG", "FAC", "WORK_OF_ART") and word not in known.posts:
        inside = token + 1 < end and entity[token + 1] == entity[token]
        return not inside and token + 1 < end and tree.ent[token + 1] == "PERSON"
    return not _begins_body(text, token, end)


def _begins_body(text: Text, token: int, end: int) -> bool:
    """Whether a title is only the first word of a body's name: "Captain Vard Society", "Doctor Falk Foundation"."""
    tree, known = text.tree, text.known
    after = range(token + 1, end)
    bodies = [item for item in after if tree.ent[item] == "ORG" and tree.lower[item] in known.name_any]
    return bool(bodies) and all(tree.ent[item] != "PERSON" for item in after)


def _begins_person(text: Text, token: int) -> bool:
    """Whether only titles and their modifiers precede a word in the model's entity for a person."""
    tree, entity, known = text.tree, text.entity, text.known
    while token and entity[token - 1] == entity[token]:
        token -= 1
        if tree.lower[token] not in known.titles and tree.lower[token] not in _MODIFIERS:
            return False
    return True


def _role_of_person(text: Text, token: int, end: int) -> bool:
    """Whether a capitalised noun for people precedes or starts the model's entity for a person.

    As in "Comedian Ada Brekke". A noun for firms is one for people before a forename: "Builder Ada Brekke".
    """
    tree, entity, known = text.tree, text.entity, text.known
    if token + 2 >= end or tree.lower[token] in known.forenames:
        return False
    kind = kinds.of_head(tree.lower[token], known)
    if kind == "Company":
        return tree.lower[token + 1] in known.forenames and token + 3 == end
    if kind != "Person":
        return False
    if tree.ent[token] == "PERSON":
        return entity[token + 2] == entity[token] and (not token or entity[token - 1] != entity[token])
    if tree.lower[token + 1] in known.forenames and token + 3 == end:
        return True  # "Prosecutor Ada Brekke", which the model labels as one body
    behind = entity[token + 1]  # "the Halden Port Administrator Ada Brekke"
    return tree.ent[token + 1] == "PERSON" and entity[token + 2] == behind != entity[token]


def opened_left(text: Text, token: int) -> int:
    """Where a run begins of which the tagger has missed the first word: "Terminales del Halden"."""
    tree = text.tree
    particle, first = token - 1, token - 2
    if first < 0 or tree.lower[particle] not in word_set("particle_of_body") or tree.sent[first] != tree.sent[token]:
        return token
    missed = tree.text[first].istitle() and tree.pos[first] in NOUNS and text.readable[first]
    return first if missed else token


def is_of_two_areas(text: Text, token: int) -> bool:
    """Whether "and" joins two areas of one office of state: "the Department of Harbours and Labour"."""
    tree, known = text.tree, text.known
    before, after = token - 1, token + 1
    of = before - 1
    if of < 1 or tree.lower[of] != "of" or known.name_any.get(tree.lower[of - 1]) not in STATE_BODIES:
        return False
    goes_on = after + 1 < len(tree) and tree.tag[after + 1] in PROPER
    return tree.head[after] == before and not goes_on and tree.ent[after] != "PERSON"
