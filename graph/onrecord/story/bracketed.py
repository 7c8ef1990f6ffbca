"""Whom the pronouns of a quoted sentence stand for, and the names that a line adds to them in square brackets.

A name is added only where nobody else can be meant: a wrong one does more harm than a line that is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.actor_kinds import GENERAL
from onrecord.model import Mention, Ref, Span, StoryActor
from onrecord.nouns_for_people import person_nouns
from onrecord.story import content_words, descriptions_named
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_plural
from onrecord.story.noun_phrases import WORD, phrase
from onrecord.story.quote_marks import quoted_spans
from onrecord.story.sure_descriptions import is_sure
from onrecord.story.wording import owns
from onrecord.value_groups import NAMES
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_NEAR = int(weights_of("matters")["excerpt.near"])
_DESCRIBED = 3
"""Most words of a description to which a name is added."""
_CLEFT = 10
"""Words behind an "it" among which stands who is put forward."""


@once_an_index
def quoted(look: Index, article: str) -> tuple[Span, ...]:
    """What stands in quotation marks in an article, in text order."""
    return tuple(quoted_spans(look.analyses[article]))


def names_added(look: Index, article: str, spans: tuple[Span, ...]) -> list[tuple[int, str]] | None:
    """Where names are added, and which; None if a pronoun stands for what neither the words nor a sure name tells."""
    added = called(look, article, spans)
    told: set[Ref] = set()
    words: list[str] = []
    for start, end in spans:
        mentioned = look.mentioned(article, start, end)
        pronouns = {one.start: (one, ref) for one, ref in mentioned if one.form == "pronoun"}
        names = [(one, ref) for one, ref in mentioned if one.form != "pronoun"]
        found = list(_unquoted_words(look, article, (start, end)))
        for place, item in enumerate(found):
            told.update(ref for one, ref in names if one.start < item.start())
            word = item[0].casefold().replace("’", "'").partition("'")[0]
            if word in word_set("stands_for_something"):
                behind = [one[0].casefold() for one in found[place + 1 :]]
                one, ref = pronouns.get(item.start(), (None, None))
                if not (is_cleft(word, behind) or (ref is None and content_words.announces(word, behind))):
                    person = word in word_set("stands_for_person")
                    if one is None or ref is None:
                        if not (is_brought_in(words, word, person=person) or (person and _people(look, told))):
                            return None
                    elif ref not in told and not (person and _is_one_person(look, told, ref, mentioned)):
                        name = sure_name(look, one, ref)
                        if name is None:
                            return None
                        added.append((one.end, name))
                        told.add(ref)
            kept = place > 0 or any(one.start == item.start() for one, _ in names)
            words.append(item[0] if kept else item[0].casefold())
    return added


def is_brought_in(before: list[str], word: str, *, person: bool) -> bool:
    """Whether the words before a pronoun bring in what it can stand for: for "their" also "masked thieves"."""
    if content_words.brings_in(before, person=person):
        return True
    if word in word_set("stands_for_several") and any(item in word_set("somebody") for item in before):
        return True
    return word in word_set("stands_for_several") and any(is_plural(item) for item in before if item.islower())


def called(look: Index, article: str, spans: tuple[Span, ...]) -> list[tuple[int, str]]:
    """Where the name is added to a description with which the first sentence opens, as "the company"; and the name."""
    start, end = spans[0][0], spans[-1][1]
    for mention, ref in look.mentioned(article, start, end):
        if mention.start != start or mention.form != "description":
            continue
        actor = look.actors[ref]
        words = look.text(article)[mention.start : mention.end].split()
        within = any(one.form in NAMES and start <= one.start < end for one in actor.mentions)
        if within or len(words) > _DESCRIBED or words[0] != "The":
            return []
        name = descriptions_named.sure_name(look, ref, mention, words[-1]) if is_sure(look, mention, ref) else None
        return [(mention.end, name)] if name is not None else []
    return []


def is_sure_of_doers(look: Index, ref: Ref) -> bool:
    """Whether whoever does or undergoes what a report tells is named there, or meant for sure by a pronoun."""
    report = look.actions[ref]
    for span in (*report.agent_spans, *report.patient_spans):
        if look.words(ref.article, (span,)).casefold() in word_set("relative_pronoun"):
            return False
        for mention, other in look.mentioned(ref.article, *span):
            whole = (mention.start, mention.end) == span and mention.form == "pronoun"
            first, _ = look.sentence(ref.article, span[0])
            told = {one for item, one in look.mentioned(ref.article, first, span[0]) if item.form in NAMES}
            if whole and other not in told and sure_name(look, mention, other) is None:
                return False
    return True


def is_cleft(word: str, behind: Sequence[str]) -> bool:
    """Whether an "it" only puts forward who did something: "it was Lund who left"."""
    near = behind[:_CLEFT]
    return (
        word == "it"
        and near[:1] != []
        and near[0] in word_set("form_of_be") | word_set("tense_of_have")
        and "who" in near
    )


def _unquoted_words(look: Index, article: str, span: Span) -> Iterator[re.Match[str]]:
    marked = [(low, high) for low, high in quoted(look, article) if low < span[1] and span[0] < high]
    for item in content_words.WORD.finditer(look.text(article), *span):
        if not any(low <= item.start() < high for low, high in marked):
            yield item


def _people(look: Index, refs: set[Ref]) -> bool:
    return any(_reads_as_person(look, ref) for ref in refs)


def _is_one_person(look: Index, told: set[Ref], ref: Ref, mentioned: Sequence[tuple[Mention, Ref]]) -> bool:
    """Whether only one person was told of, by name or as the first thing of the sentence: "The boy ... he".

    Not if the pronoun is for another one with a name, at `ref`: "Ida Moss sued him".
    """
    if look.actors[ref].named:
        return False
    people = [ref for ref in told if _reads_as_person(look, ref)]
    first = mentioned[0][1] if mentioned else None
    return len(people) == 1 and (look.actors[people[0]].named or people[0] == first)


def _is_person(look: Index, ref: Ref) -> bool:
    """Whether an actor is a person, or may be one: with a name of which no more is known than that it is one."""
    kinds = _kinds(look, ref)
    return "Person" in kinds or (bool(kinds) and look.actors[ref].named and kinds <= GENERAL - {"Place"})


def _reads_as_person(look: Index, ref: Ref) -> bool:
    """Whether a reader takes an actor for a person: it is one, or a name of several words may be one's."""
    if "Person" in _kinds(look, ref) or not _is_person(look, ref):
        return "Person" in _kinds(look, ref)
    named = (one for one in look.actors[ref].mentions if one.form in NAMES)
    return any(" " in look.words(ref.article, ((one.start, one.end),)) for one in named)


def _kinds(look: Index, ref: Ref) -> set[str]:
    """The types of an actor in its article and in the story."""
    actor, thing = look.actors.get(ref), look.things.get(look.homes.get(ref, ""))
    if actor is None:
        return set()
    return {actor.type, thing.type if isinstance(thing, StoryActor) else actor.type}


def sure_name(look: Index, mention: Mention, ref: Ref) -> str | None:
    """The name of the one person whom a pronoun can stand for; None if it may be another.

    Somebody is sure if the article names them in one of the sentences right before, and no other person since, nor in
    the same sentence before them.
    """
    thing, actor = look.things.get(look.homes.get(ref, "")), look.actors.get(ref)
    text = look.text(ref.article)
    word = text[mention.start : mention.end].casefold()
    if not isinstance(thing, StoryActor) or actor is None or not thing.named or thing.type != "Person":
        return None
    if word not in word_set("stands_for_person"):
        return None
    last = max((one.start for one in actor.mentions if one.form in NAMES and one.start < mention.start), default=-1)
    starts = [start for start, _ in look.analyses[ref.article].sentences if last < start <= mention.start]
    if last < 0 or len(starts) > _NEAR:
        return None
    first, _ = look.sentence(ref.article, last)
    others = {
        other
        for one, other in look.mentioned(ref.article, first, mention.start)
        if one.form != "pronoun" and other != ref and _is_person(look, other)
    }
    if others & (_speaking(look, ref.article, first, mention.start) if _speaks(look, ref, mention) else others):
        return None
    other = _tells_of_person(look, ref.article, (first, mention.start), opening=_speaks(look, ref, mention))
    if other or _is_of_both(look, ref) or _may_be_another(look, ref, last, mention.start):
        return None
    owner = word in word_set("possessive_pronoun") or (word == "her" and owns(look, ref.article, mention))
    return f"{thing.name}{'’' if thing.name.endswith('s') else '’s'}" if owner else thing.name


def is_done_to_another(look: Index, mention: Mention, ref: Ref) -> bool:
    """Whether "him" in what the actor at `ref` says may be somebody else, whom the article names right before.

    "Lund was found at noon. Captain Moe said that officers had arrested him": Lund, though Moe speaks.
    """
    word = look.text(ref.article)[mention.start : mention.end].casefold()
    if word not in word_set("pronoun_done_to") or (word == "her" and owns(look, ref.article, mention)):
        return False
    own, _ = look.sentence(ref.article, mention.start)
    first, _ = look.sentence(ref.article, max(own - 1, 0))
    before = (other for one, other in look.mentioned(ref.article, first, own) if one.form in NAMES)
    return any(other != ref and _reads_as_person(look, other) for other in before)


def _tells_of_person(look: Index, article: str, span: Span, *, opening: bool) -> bool:
    """Whether a noun with "the" stands there for a person of whom nothing is on record: "the envoy had left".

    If `opening`, only one with which a sentence opens, "The midwife dares not say so", may be whom "she said" means.
    """
    known = {at for one, _ in look.mentioned(article, *span) for at in range(one.start, one.end)}
    starts = {start for start, _ in look.analyses[article].sentences} if opening else set()
    words = list(WORD.finditer(look.text(article), *span))
    for place, item in enumerate(words):
        if item[0].casefold() == "the" and item.start() not in known and (not opening or item.start() in starts):
            found = phrase([one[0] for one in words[place + 1 : place + _DESCRIBED + 1]])
            if found is not None and found.head in person_nouns():
                return True
    return False


def _may_be_another(look: Index, ref: Ref, start: int, end: int) -> bool:
    """Whether a person is told of in between by an office that somebody else in the article has too: "the bishop"."""
    text = look.text(ref.article)
    told = [one for one in look.actors[ref].mentions if one.form == "description" and start < one.start < end]
    heads = {text[one.start : one.end].split()[-1].casefold() for one in told}
    if not heads:
        return False
    holders = {
        actor.id
        for actor in look.analyses[ref.article].actors
        if actor.named and actor.type == "Person"
        for one in actor.mentions
        if one.start < end and one.form in NAMES and heads & _offices(text, one)
    }
    return len(holders) > 1


def _offices(text: str, mention: Mention) -> set[str]:
    """The words right before a name and first in it, one of which may be an office."""
    before = text[max(mention.start - _OFFICE, 0) : mention.start].split()[-1:]
    return {word.casefold() for word in (*before, *text[mention.start : mention.end].split()[:1])}


_OFFICE = 40
"""Characters before a name in which the word for an office stands."""


def _is_of_both(look: Index, ref: Ref) -> bool:
    """Whether an actor is "he" and "she" in one article, so that one of the pronouns stands for somebody else."""
    text = look.text(ref.article)
    words = {text[one.start : one.end].casefold() for one in look.actors[ref].mentions if one.form == "pronoun"}
    return not (words.isdisjoint(word_set("means_a_man")) or words.isdisjoint(word_set("means_a_woman")))


def _speaks(look: Index, ref: Ref, mention: Mention) -> bool:
    """Whether a pronoun is for the source of a statement: "she said"."""
    return any(
        start <= mention.start < end and ref.local in item.speakers
        for item in look.analyses[ref.article].statements
        for start, end in item.source
    )


def _speaking(look: Index, article: str, start: int, end: int) -> set[Ref]:
    """Who speaks in an article from `start` to `end`."""
    said = look.analyses[article].statements
    return {Ref(article, key) for item in said if item.cue and start <= item.cue[0][0] < end for key in item.speakers}


def is_sure_of_speaker(look: Index, ref: Ref) -> bool:
    """Whether words say who makes the statement at `ref`, or a pronoun that can mean nobody else."""
    said = look.statements[ref]
    for start, end in said.source:
        words = look.words(ref.article, ((start, end),)).casefold()
        if words not in word_set("stands_for_something"):
            return True
        here = [(one, other) for one, other in look.mentioned(ref.article, start, end) if one.form == "pronoun"]
        if any(sure_name(look, one, other) for one, other in here if other.local in said.speakers):
            return True
    return False
