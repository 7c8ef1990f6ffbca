"""Who could be asked: people and bodies that several kinds of evidence show to be no book, ship or place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.action_kinds import ACCUSE, ARREST, DISMISS, INVESTIGATE, PUNISH, SANCTION, SUE
from onrecord.actor_kinds import GENERAL
from onrecord.model import Mention, Ref, StoryAction, StoryActor
from onrecord.person_names import title
from onrecord.report.part import Part, once_a_part
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_ACCUSING = frozenset({ACCUSE, ARREST, DISMISS, INVESTIGATE, PUNISH, SANCTION, SUE})
"""Kinds of deeds that whoever undergoes them has something to say to."""


def could_be_asked(part: Part, actor: StoryActor, acts: Sequence[StoryAction]) -> bool:
    """Whether `actor`, who takes part in `acts`, is surely somebody.

    A person is shown by a title before the name, by "he", "she" or "who", and by a name in full; a body by what kind of
    body it is and by a deed of its own, or by several articles that name it. Whoever is accused is somebody.
    """
    if is_accused(part, actor, acts):
        return True
    mentions = [(ref, one) for ref in actor.refs if ref.article in part.keys for one in part.look.actors[ref].mentions]
    if actor.type == "Person":
        full = " " in actor.name and actor.name.split(" ", 1)[0].casefold() not in word_set("determiner")
        titled = any(one.form in NAMES and _is_titled(part, ref, one) for ref, one in mentions)
        meant = any(_means_person(part, ref, one) for ref, one in mentions)
        return sum((full, titled, meant)) > 1
    does = any(_is_agent(part, actor, item) for item in acts)
    articles = {ref.article for ref, one in mentions if one.form in NAMES}
    placed = all(_is_placed(part, ref, one) for ref, one in mentions if one.form in NAMES)
    return does and not placed and (actor.type not in GENERAL | {"Group"} or len(articles) > 1)


def is_accused(part: Part, actor: StoryActor, acts: Sequence[StoryAction]) -> bool:
    """Whether `actor` is arrested, charged, sued, punished or the like in one of `acts`, and so has to be heard."""
    return any(
        actor.iri in part.look.owners(ref.article, part.look.actions[ref].patients)
        for item in acts
        if item.type in _ACCUSING
        for ref in part.here(item.refs)
    )


def _is_placed(part: Part, ref: Ref, mention: Mention) -> bool:
    """Whether a preposition of places stands before a name: "put in at Namibe"."""
    before = part.look.text(ref.article)[: mention.start].casefold().split()[-1:]
    return not (word_set("places_somebody") | word_set("place_preposition")).isdisjoint(before)


def _is_titled(part: Part, ref: Ref, mention: Mention) -> bool:
    """Whether a title stands before a name or opens it: "Ms Lund"."""
    text = part.look.text(ref.article)
    before = text[: mention.start].split()[-1:]
    words = [*before, *text[mention.start : mention.end].split()[:1]]
    return any(title(word.strip(".").casefold()) in word_set("title_of_person") for word in words)


def _means_person(part: Part, ref: Ref, mention: Mention) -> bool:
    word = part.look.text(ref.article)[mention.start : mention.end].casefold()
    return mention.form == "pronoun" and word in word_set("stands_for_person") | word_set("means_a_person")


def _is_agent(part: Part, actor: StoryActor, item: StoryAction) -> bool:
    return any(
        actor.iri in part.look.owners(ref.article, part.look.actions[ref].agents) for ref in part.here(item.refs)
    )


def may_speak(part: Part, actor: StoryActor, sources: Collection[str]) -> bool:
    """Whether somebody may be quoted without their name: by an office that is a source, or as "he" right behind it."""
    for ref in actor.refs:
        if ref.article not in part.keys:
            continue
        text = part.look.text(ref.article)
        for one in part.look.actors[ref].mentions:
            if one.form == "pronoun":
                continue
            words = [*text[max(one.start - _NEAR, 0) : one.start].split()[-1:], *text[one.start : one.end].split()[:-1]]
            offices = {word.strip(".,").casefold() for word in words if word[:1].isupper()}
            behind = text[one.end : one.end + _BEHIND].partition("\n\n")[0]
            if not offices.isdisjoint(sources) or word_pattern("speaks_as_pronoun").search(behind):
                return True
            if not offices.isdisjoint(_offices_speaking(part, ref.article)):
                return True
    return False


@once_a_part
def _offices_speaking(part: Part, article: str) -> frozenset[str]:
    """The offices that say something in an article: "the mayor recalls"."""
    found = word_pattern("speaks_as_office").finditer(part.look.text(article))
    return frozenset((item["before"] or item["behind"]).casefold() for item in found)


def is_animal(part: Part, actor: StoryActor) -> bool:
    """Whether a noun for an animal stands beside a name: "the dog, Bruno", "Bruno, a labrador"."""
    for ref in actor.refs:
        text = part.look.text(ref.article)
        for one in part.look.actors[ref].mentions:
            before, behind = text[max(one.start - _NEAR, 0) : one.start], text[one.end : one.end + _NEAR]
            near = (*before.split()[-_BESIDE:], *behind.split()[:_BESIDE])
            if {word.strip(".,;").casefold() for word in near} & word_set("animal"):
                return True
    return False


_NEAR, _BEHIND = 40, 320
"""Characters before a name that may say what it is of, and behind it in which "he says" still means it."""
_BESIDE = 3
"""Words beside a name among which a noun says that it is an animal's."""
