"""Which descriptions and pronouns in a clause can only mean the one that the story takes them for.

A line prints the name in place of a description of somebody told of before. That is sure if the article gives the name
and the noun together ("the director, Ida Moe") and gives them so of nobody else, or if nobody else whom the noun could
mean was named before it. A pronoun is sure if it is for whom the clause tells of and nobody else stands between, or if
nobody but the one whom it is for was named right before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.actor_kinds import BODIES, LIFELESS, LOCATIONS, ORGANIZATIONS
from onrecord.forenames import is_forename
from onrecord.model import Actor, Mention, Ref, Span, StoryActor, Wording
from onrecord.story import clause_parts as grammar
from onrecord.story.content_words import announces
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import singular
from onrecord.story.quote_marks import quoted_spans
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME = re.compile(r"(?<=\w )[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)+")
"""A name of several words within a sentence."""
_JOINT = 2
"""Characters between a name and what stands in apposition to it."""
_BESIDE = 24
"""Characters before a name in which a noun stands right beside it: "mission director K. Falk"."""


@once_an_index
def are_sure(look: Index, ref: Ref) -> bool:
    """Whether the descriptions and pronouns for somebody named in the clause for the report at `ref` are sure."""
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    roles = (*report.agent_spans, *report.patient_spans)
    spans = (*roles, *(span for span in wording.subject if span not in roles), *wording.completion)
    own = _told_of(look, ref, wording)
    taking = {*report.agents, *report.patients}
    for span in dict.fromkeys(spans):
        here = look.mentioned(ref.article, *span)
        if span in roles and any(one.form in NAMES and other.local in taking for one, other in here):
            continue  # of "its president, Ida Moe" a line has the name
        for mention, other in here:
            if _is_described(look, ref.article, mention) and not is_sure(look, mention, other):
                return False
            if mention.form == "pronoun" and other not in own and not _is_sure_pronoun(look, mention, other):
                return False
    return True


def _told_of(look: Index, ref: Ref, wording: Wording) -> set[Ref]:
    """Those of whom a clause tells whose verb follows right behind them: "its" is theirs, not what is named between."""
    if not (wording.subject and wording.group):
        return set()
    start, end = wording.subject[-1]
    words = [item[0].casefold() for item in _WORD.finditer(look.text(ref.article), end, wording.group[0][0])]
    if not word_set("joins_list").isdisjoint(words):
        return set()  # "Lund fined Moe and took its catch"
    own = {other for one, other in look.mentioned(ref.article, start, end) if one.form in NAMES and one.start == start}
    first, _ = look.sentence(ref.article, start)
    before, _ = look.sentence(ref.article, max(first - 1, 0))
    spoken_of = {other for _, other in look.mentioned(ref.article, before, first)} - own
    bodies = (look.things.get(look.homes.get(other, "")) for other in spoken_of)
    if any(isinstance(one, StoryActor) and one.named and one.type in ORGANIZATIONS for one in bodies):
        return set()  # "Moss Lines did not answer. The board withdrew its licence"
    return own


def _is_described(look: Index, article: str, mention: Mention) -> bool:
    """Whether a mention is a description, or a short form without a capital of its own: "the council"."""
    words = look.text(article)[mention.start : mention.end].split()
    small = not any(word[:1].isupper() for word in words if word.casefold() not in word_set("determiner"))
    return mention.form == "description" or (mention.form == "short" and small)


@once_an_index
def all_pronouns_are_sure(look: Index, article: str, spans: tuple[Span, ...]) -> bool:
    """Whether each pronoun outside quotation marks in quoted sentences is for whom they name, and nobody else."""
    text, quoted = look.text(article), quoted_spans(look.analyses[article])
    for start, end in spans:
        found = {one.start: (one, ref) for one, ref in look.mentioned(article, start, end) if one.form == "pronoun"}
        words = [(item.start(), item[0].casefold()) for item in _WORD.finditer(text, start, end)]
        for place, (at, word) in enumerate(words):
            if word not in word_set("stands_for_something") or any(low <= at < high for low, high in quoted):
                continue
            if at not in found:
                told = {ref for one, ref in look.mentioned(article, start, at) if one.form in NAMES}
                if len(told) != 1 and not announces(word, [one for _, one in words[place + 1 :]]):
                    return False
            elif not _is_sure_pronoun(look, *found[at]):
                return False
    return True


def _is_sure_pronoun(look: Index, mention: Mention, ref: Ref) -> bool:
    """Whether a pronoun is for nobody named, or for the only one it can mean of those named right before."""
    thing = look.things.get(look.homes.get(ref, ""))
    word = look.text(ref.article)[mention.start : mention.end].casefold()
    if not isinstance(thing, StoryActor) or not thing.named or word not in word_set("stands_for_something"):
        return True  # "we" is whoever speaks
    own, _ = look.sentence(ref.article, mention.start)
    first, _ = look.sentence(ref.article, max(own - 1, 0))
    person = word in word_set("stands_for_person")
    told = [
        other
        for one, other in look.mentioned(ref.article, first, mention.start)
        if one.form in NAMES and _may_be(look.actors[other], person=person)
    ]
    here = [
        other
        for one, other in look.mentioned(ref.article, own, mention.start)
        if one.form in NAMES and _may_be(look.actors[other], person=person)
    ]
    if _names_others(look, ref.article, own if here else first, mention.start):
        return False
    if here:
        return set(here) == {ref} or (
            ref in here and _owns(word)
        )  # "ordered Lund to close its mill": the line has both
    return set(told) == {ref}


def _names_others(look: Index, article: str, start: int, end: int) -> bool:
    """Whether a name of several words stands there of whom nothing is on record, for whom a pronoun may be too."""
    known = look.mentioned(article, start, end)
    for item in _NAME.finditer(look.text(article), start, end):
        printed = not item[0].isupper()  # no heading in capitals
        if printed and not any(one.start < item.end() and item.start() < one.end for one, _ in known):
            return True
    return False


def _owns(word: str) -> bool:
    return word in word_set("possessive_pronoun") | word_set("his_or_her")


def _may_be(actor: Actor, *, person: bool) -> bool:
    """Whether a pronoun for a person, or for a body or thing, can mean an actor."""
    if person:
        return actor.type in {"Person", "Thing"}
    return actor.type != "Person" or not is_forename(actor.name)  # "Cassa Euganea" may be a bank


@once_an_index
def is_sure(look: Index, mention: Mention, ref: Ref) -> bool:
    """Whether the description `mention` is for nobody named, or can mean only the actor at `ref`."""
    thing, actor = look.things.get(look.homes.get(ref, "")), look.actors[ref]
    if not isinstance(thing, StoryActor) or not thing.named or actor.of_state:
        return True
    names = [one for one in actor.mentions if one.form in NAMES]
    if any(mention.start <= one.end + _JOINT and one.start <= mention.end + _JOINT for one in names):
        return True  # "the baker Ida Moe", "Ida Moe, the baker"
    noun = _noun(look.text(ref.article)[mention.start : mention.end])
    others = {
        other
        for one, other in look.mentioned(ref.article, 0, mention.start)
        if one.form in NAMES and other != ref and _is_alike(look.actors[other], actor, noun)
    }
    own = [one for one in names if one.start < mention.start]
    bearing = _named_so(look, ref.article, noun, mention.start)
    if not all(any(one.start <= at < one.end for one in own) for at in bearing):
        return False
    if _is_called(look, ref, actor, noun):
        return not any(_is_called(look, other, look.actors[other], noun) for other in others)
    return not others


def _named_so(look: Index, article: str, noun: str, end: int) -> Iterator[int]:
    """Where, before the character at `end`, a noun ends a name: that of "Halden Town Council"."""
    text = look.text(article)
    for item in re.finditer(rf"(?<=[A-Z])\w+ (?={re.escape(noun)}\b)", text[:end], re.IGNORECASE):
        if text[item.end()].isupper():
            yield item.end()


def _noun(description: str) -> str:
    """The head noun of a description, in the singular: "director" of "the director of the board"."""
    words = [item[0].casefold() for item in _WORD.finditer(description)]
    behind = word_set("phrase_preposition") | word_set("relative_pronoun")
    ends = (place for place, word in enumerate(words) if place and word in behind)
    front = words[: next(ends, len(words))]
    return singular(front[-1]) if front else ""


def _is_called(look: Index, ref: Ref, actor: Actor, noun: str) -> bool:
    """Whether the article gives an actor's name and `noun` together: in one phrase, or the noun right before it."""
    text = look.text(ref.article)
    for one in actor.mentions:
        if one.form in NAMES:
            words = text[max(0, one.start - _BESIDE) : one.start].split()
            near = [text[one.start : one.end], *words[-1:]]
            if any(singular(item[0]) == noun for part in near for item in _WORD.finditer(part)):
                return True
    return False


def _is_alike(one: Actor, other: Actor, noun: str) -> bool:
    """Whether a noun for one of two could be for the other: both are states, or bodies, or people, or things."""
    if noun in word_set("means_a_state"):
        return one.type in LOCATIONS
    groups = (BODIES, LIFELESS, frozenset({"Person", "Group"}))
    return any({one.type, other.type} <= group for group in groups)
