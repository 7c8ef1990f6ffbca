"""Whom "the company" or "the minister" means, where an article leaves no doubt: the name that a line adds to it.

The name has to come with the noun: it is a part of the name ("the council" of Halden Town Council), stands before it
("Transport Minister Ida Lund") or beside it ("Aldus, the company that ..."); and nobody else in the article has it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.actor_kinds import BODIES, FIRMS
from onrecord.model import Mention, Ref, Span, StoryActor
from onrecord.story.index import Index, once_an_article, once_an_index
from onrecord.story.inflection import singular
from onrecord.story.word_places import places_of
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_REACH = 60
"""Most characters of an apposition up to its noun."""
_BEFORE = 40
"""Most characters before a name among which its title stands."""


def sure_name(look: Index, ref: Ref, mention: Mention, noun: str) -> str | None:
    """The name of whoever the description `mention` with its `noun` means; None if it is not sure or there is none."""
    thing = look.things.get(look.homes.get(ref, ""))
    if not isinstance(thing, StoryActor) or not thing.named or thing.type in ("State", "Place"):
        return None
    small = singular(noun)
    if noun.casefold() != small:
        return None  # "the companies"
    actor = look.actors[ref]
    if not any(one.form in NAMES and one.start < mention.start for one in actor.mentions):
        return None
    bearers = _bearers(look, ref.article, small)
    if bearers == {thing.iri}:
        sure = _is_in_name(thing, small) or _is_alone(look, ref, thing, mention.start)
    elif small in word_set("vessel"):
        sure = _vessels(look, ref.article) == {thing.iri}
    else:
        firm = not bearers and small in word_set("means_a_company") and thing.type in FIRMS
        sure = firm and _is_the_company(look, ref, thing, mention.start, small)
    return thing.name if sure else None


def _is_in_name(thing: StoryActor, noun: str) -> bool:
    return noun in {singular(word) for word in _WORD.findall(thing.name)}


def _is_alone(look: Index, ref: Ref, thing: StoryActor, place: int) -> bool:
    """Whether no other body is named before `place`, so that what one is called there is no other one's: "the club"."""
    if thing.type not in BODIES:
        return True
    named = {look.homes.get(other, "") for one, other in look.mentioned(ref.article, 0, place) if one.form in NAMES}
    bodies = (look.things.get(iri) for iri in named - {thing.iri})
    return not any(isinstance(one, StoryActor) and one.type in BODIES for one in bodies)


def sure_bearer(look: Index, article: str, place: int, noun: str) -> str | None:
    """The name of the one actor whom an article names before `place` with a noun as the head of the name; else None.

    As "the federation" of Halden Rowing Federation, also where nothing else ties the two.
    """
    small = singular(noun)
    if noun.casefold() != small or small in word_set("same_body") | word_set("anybody"):
        return None
    bearers = _bearers(look, article, small)
    thing = look.things.get(next(iter(bearers))) if len(bearers) == 1 else None
    if not isinstance(thing, StoryActor) or thing.type in ("Person", "State", "Place"):
        return None
    named = [
        one.start
        for one, ref in look.mentioned(article, 0, place)
        if look.homes.get(ref) == thing.iri and one.form in NAMES
    ]
    words = [word.casefold() for word in _WORD.findall(thing.name)]
    head = words[-1:] == [small] or _until_link(words)[-1:] == [small]
    text = look.text(article)
    others = any(start < place and _opens_anew(text, start) for start in places_of(text, small, place))
    return thing.name if named and head and not others else None


def _opens_anew(text: str, start: int) -> bool:
    """Whether the noun at `start` has an indefinite article or is one of several: "a federation"."""
    before = _WORD.findall(text[max(0, start - _BEFORE) : start])[-2:]
    return any(
        word.casefold() in word_set("indefinite_article") | word_set("one_of_several_of_noun") for word in before
    )


@once_an_index
def _vessels(look: Index, article: str) -> frozenset[str]:
    """IRIs of the ships that an article names."""
    return frozenset(iri for noun in word_set("vessel") for iri in _bearers(look, article, noun))


def _is_the_company(look: Index, ref: Ref, thing: StoryActor, place: int, noun: str) -> bool:
    """Whether a company is the only body named before `place`, and nothing was called by the noun before its name."""
    first = min(one.start for one in look.actors[ref].mentions if one.form in NAMES)
    companies = {
        iri
        for one, other in look.mentioned(ref.article, 0, place)
        if one.form in NAMES
        and (iri := look.homes.get(other))
        and isinstance(found := look.things.get(iri), StoryActor)
        and found.type in FIRMS
    }
    nouns = {*_nouns_of(look.text(ref.article), (first, first + len(thing.name)), thing)}
    titled = nouns - {singular(word) for word in _WORD.findall(thing.name)}
    earlier = any(start < first for start in places_of(look.text(ref.article), noun, first))
    return companies == {thing.iri} and not titled and not earlier


def _bearers(look: Index, article: str, noun: str) -> frozenset[str] | set[str]:
    """IRIs of those whom the article names with a noun: as a part of the name, as a title, or in an apposition."""
    return _by_noun(look, article).get(noun, frozenset())


@once_an_article
def _by_noun(look: Index, article: str) -> Mapping[str, set[str]]:
    """By each noun with which the article names somebody, the IRIs of those whom it names so."""
    text = look.text(article)
    found: dict[str, set[str]] = {}
    for one, ref in look.mentions.get(article, ()):
        iri = look.homes.get(ref) if one.form in NAMES else None
        thing = look.things.get(iri) if iri else None
        if iri and isinstance(thing, StoryActor) and thing.named:
            for noun in _nouns_of(text, (one.start, one.end), thing):
                found.setdefault(noun, set()).add(iri)
    return found


def _nouns_of(text: str, span: Span, thing: StoryActor) -> Iterator[str]:
    yield from (singular(word) for word in _WORD.findall(thing.name))
    printed = text[slice(*span)]
    if printed != thing.name:
        yield from (singular(word) for word in _WORD.findall(printed))
    before = re.split(r"[.;:,!?“”\"()\n]", text[max(0, span[0] - _BEFORE) : span[0]])[-1]
    last = _WORD.findall(before)[-1:]
    if last and before.endswith(" "):
        yield singular(last[0])
    beside = word_pattern("opens_what_it_is").match(text, span[1])
    if beside is not None:
        phrase = re.split(r"[.;:,!?“”\"()\n]", text[beside.end() : beside.end() + _REACH])[0]
        yield from (singular(word) for word in _until_link(_WORD.findall(phrase))[-1:])


def _until_link(words: list[str]) -> list[str]:
    """The words of a noun phrase up to its noun."""
    stop = word_set("behind_noun") | word_set("makes_out") | word_set("links_object")
    return words[: next((at for at, word in enumerate(words) if word.casefold() in stop), len(words))]
