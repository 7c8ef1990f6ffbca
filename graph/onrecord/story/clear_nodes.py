"""Which actors of a story on record are nodes of the graph: those whose label alone says who they are.

A reader of a label has no article. A surname alone, "the ministry" and "a police officer" are somebody only beside
their article, and a place where something happens to be is nobody who takes part. What they say and do stays on record
with the words of the text for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.actor_kinds import LOCATIONS, ORGANIZATIONS
from onrecord.forenames import is_forename
from onrecord.model import Actor, ActorType, Analysis, Mention, Ref, StoryActor
from onrecord.punctuation import ENDINGS, MAY_CLOSE, MAY_OPEN
from onrecord.story.index import Index
from onrecord.story.inflection import is_common, singular
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_AGE = re.compile(r", \d{1,2}\b| \(\d{1,2}\)")
"""An age behind a name."""
_FULL = 2
"""Fewest words of a person's full name."""
_SOMEBODY = ORGANIZATIONS | {"Person"}
"""Types of those who are nodes for what they do and say on record, shown or not."""
_LONGEST = 9
"""Most words of a description that is a label."""
_SURE: frozenset[ActorType] = frozenset({"State", "Company", "RegulatoryAgency", "IntelligenceAgency"})
"""Types that more than the model's label tells."""
_OFTEN = 3
"""Fewest times that an article has a word of the language as a name for it to be one: "the ministry told Orange"."""


def among(look: Index, actors: Sequence[StoryActor], shown: Sequence[Analysis]) -> Iterator[str]:
    """IRIs of those of `actors` that are nodes; `shown` has what makes lines, article by article.

    Also nodes are those whom several articles name, by which these are known to tell one story, bodies that speak, and
    those without a name who do or undergo what a line tells, in the words of the line.
    """
    taking_part = {iri for item in shown for iri in _taking_part(item)}
    on_record = {iri for item in look.analyses.values() for iri in _taking_part(item)}
    speaking = {iri for item in shown for iri in _speaking(item)}
    doing = {iri for item in shown for iri in _doing(item)}
    for actor in actors:
        shared = actor.named and len({ref.article for ref in actor.refs}) > 1  # articles that tell one story
        body = actor.iri in speaking and actor.type in ORGANIZATIONS  # whoever speaks and has no node is nobody known
        told = not actor.named and actor.iri in doing  # in the words of a line
        somebody = actor.named and actor.type in _SOMEBODY and actor.iri in on_record
        if shared or body or told or ((somebody or actor.iri in taking_part) and is_clear(look, actor)):
            yield actor.iri


def _taking_part(analysis: Analysis) -> Iterator[str]:
    """IRIs of those who do, undergo, say or are told something in an article, and of others that are spoken about."""
    found: set[str] = set()
    for said in analysis.statements:
        found.update((*said.speakers, *said.on_behalf_of, *filter(None, (said.addressee, said.outlet))))
    for done in analysis.actions:
        found.update((*done.agents, *done.patients, *done.directors))
    about = {key for said in analysis.statements for key in said.about}
    members = {key for item in analysis.actors if item.id in found for key in item.members}
    for item in analysis.actors:
        spoken_of = item.id in about and item.type not in LOCATIONS
        if item.iri and (item.id in found or item.id in members or spoken_of):
            yield item.iri


def _doing(analysis: Analysis) -> Iterator[str]:
    do = {key for done in analysis.actions for key in (*done.agents, *done.patients)}
    return (item.iri for item in analysis.actors if item.iri and item.id in do)


def _speaking(analysis: Analysis) -> Iterator[str]:
    speak = {key for said in analysis.statements for key in said.speakers}
    return (item.iri for item in analysis.actors if item.iri and item.id in speak)


def is_clear(look: Index, actor: StoryActor) -> bool:
    """Whether the label of `actor` says by itself who or what it is."""
    if not actor.named:
        return any(_says_whose(look, ref, actor) for ref in actor.refs)
    words = actor.name.split()
    if not _is_name(actor.name, words):
        return False
    if actor.type == "Person":
        return len(words) >= _FULL and any(_shows_person(look, ref) for ref in actor.refs)
    if len(words) > 1 or actor.name.isupper() or actor.type in _SURE:
        return True
    return (not is_common(singular(words[0])) and _stands_within(look, actor)) or _is_often_named(look, actor)


def _is_name(name: str, words: Sequence[str]) -> bool:
    """Whether words are a name: not "interior ministry", of which country?, no sum, and not "FOR IMMEDIATE RELEASE"."""
    if not any(map(str.isupper, name)) or sum(map(str.isdigit, name)) > sum(map(str.isalpha, name)):
        return False
    return not (name.isupper() and len(words) > _FULL and all(map(is_common, words)))


def _shows_person(look: Index, ref: Ref) -> bool:
    """Whether an article shows that a name is a person's: by a forename, a title or role beside it, "he" or "she".

    What the model labels as a person is a firm, a ship or a saint's church too often.
    """
    text, local = look.text(ref.article), look.actors[ref]
    if local.type != "Person":
        return False
    if is_forename(local.name):
        return True
    for one in local.mentions:
        words = text[one.start : one.end].casefold().split()
        if one.form == "pronoun" and words[0] in word_set("stands_for_person") | word_set("reflexive_of_person"):
            return True
        if one.form == "description" or words[0] in word_set("means_a_person") or _AGE.match(text, one.end):
            return True
        if _has_role(text, one, local.name):
            return True
    return False


def _has_role(text: str, one: Mention, name: str) -> bool:
    """Whether words for a title or role stand before a name: "Farmer Ida Moe", "Ms Moe", but not "the Ida Moe"."""
    printed = text[one.start : one.end]
    last = name.rsplit(maxsplit=1)[-1]
    before, found, _ = printed.partition(name if name in printed else last)
    words = [word.casefold().strip(".,") for word in (*text[: one.start].split()[-1:], *before.split())]
    if not found or not words:
        return False
    front = words[1:] or words  # within the mention, or the one word before it
    titles = word_set("title_of_person") | word_set("form_of_address")
    return front[-1] in titles or (len(words) > 1 and front[-1] not in word_set("determiner") | word_set("vessel"))


def _stands_within(look: Index, actor: StoryActor) -> bool:
    """Whether an article has the name of one word where no sentence or quotation opens, which would have a capital."""
    for ref in actor.refs:
        text = look.text(ref.article)
        for one in _below_headline(look, ref.article, look.actors[ref]):
            before = text[: one.start].rstrip()[-1:]
            if one.form in NAMES and before and before not in {*MAY_OPEN, *ENDINGS, *MAY_CLOSE, ":"}:
                return True
    return False


def _says_whose(look: Index, ref: Ref, actor: StoryActor) -> bool:
    """Whether a description of a person, people or a body prints the name of whose it is: "a source close to Moe"."""
    if actor.type not in ORGANIZATIONS | {"Person", "Group"}:
        return False
    local = look.actors[ref]
    for one in local.mentions:
        if one.form != "description":
            continue
        words = look.text(ref.article)[one.start : one.end].split()
        if len(words) > _LONGEST or any(word.endswith(",") for word in words):
            continue  # "the harbour board, Ida Moe"
        within = [
            (item, other)
            for item, other in look.mentioned(ref.article, one.start, one.end)
            if item.form in NAMES and other != ref and _has_clear_name(look, other)
        ]
        front = words[: _head(words)]
        if within and front and not _is_anybody(front[-1]) and not _opens_with_pronoun(words):
            return True
    return False


def _has_clear_name(look: Index, ref: Ref) -> bool:
    thing = look.things.get(look.homes.get(ref, ""))
    return isinstance(thing, StoryActor) and thing.named and is_clear(look, thing)


def _head(words: Sequence[str]) -> int:
    """Number of the words up to the head of a description: those before the first preposition."""
    ends = word_set("phrase_preposition") | word_set("relative_pronoun")
    return next((place for place, word in enumerate(words) if place and word.casefold() in ends), len(words))


def _is_anybody(word: str) -> bool:
    return singular(word.strip(",")) in word_set("anybody")


def _opens_with_pronoun(words: Sequence[str]) -> bool:
    return words[0].casefold() in word_set("possessive_pronoun") | word_set("his_or_her")


def _is_often_named(look: Index, actor: StoryActor) -> bool:
    """Whether an article has the name time and again, outside its headline."""
    counts: Counter[str] = Counter()
    for ref in actor.refs:
        local = look.actors[ref]
        counts[ref.article] += sum(one.form in NAMES for one in _below_headline(look, ref.article, local))
    return max(counts.values(), default=0) >= _OFTEN


def _below_headline(look: Index, article: str, actor: Actor) -> Iterator[Mention]:
    titles = [item for item in look.analyses[article].passages if item.kind == "headline"]
    return (one for one in actor.mentions if not any(item.start <= one.start < item.end for item in titles))
