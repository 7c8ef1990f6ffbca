"""Words for a speaker that a label adds or changes: the pronoun for them, and the tense of what they plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from onrecord.actor_kinds import BODIES
from onrecord.model import Ref, Statement, StoryActor
from onrecord.story.index import Index
from onrecord.story.inflection import verb
from onrecord.word_sets import in_order, word_set

Role = Literal["object_pronouns", "owner_pronouns"]
_LASTING = frozenset({"intention", "belief"})
"""Kinds of statements that tell a state of mind."""


def pronoun(look: Index, article: str, who: Iterable[str], role: Role) -> str:
    """The pronoun for speakers: "her" for a woman whom the article calls "she", "its" for one body, else "their"."""
    body, man, woman, others = in_order(role)
    keys = list(who)
    found = [look.things[iri] for iri in look.owners(article, keys)]
    if len(found) != 1 or not isinstance(found[0], StoryActor):
        return others
    if found[0].type in BODIES:
        return body
    text = look.text(article)
    local = [one for key in keys if (one := look.actors.get(Ref(article, key))) is not None]
    words = {text[one.start : one.end].casefold() for actor in local for one in actor.mentions if one.form == "pronoun"}
    he, she = (not words.isdisjoint(word_set(name)) for name in ("means_a_man", "means_a_woman"))
    return others if he == she else man if he else woman


def introduced(look: Index, ref: Ref, item: Statement, word: str) -> str:
    """The verb `word` that introduces what was said, in the past; what somebody plans or believes they go on with."""
    printed = look.words(ref.article, item.cue[-1:]).casefold()
    return printed if item.kind in _LASTING and printed == verb(word, "VBZ") else verb(word, "VBD")
