"""Accounts: reports in the form in which those of one class of deeds are compared, and how far two are of one deed.

Articles tell one deed in unlike words, and models of language miss some of whoever takes part. Whether two accounts are
of one deed is therefore weighed: participants, days, places and the words around them count for it or against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from onrecord.actor_kinds import PEOPLE
from onrecord.days import days_between, whole_day
from onrecord.model import Action, Analysis, Place, Ref, StoryActor
from onrecord.resolve import doings, names
from onrecord.resolve.actions.context import overlap
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.deed_classes import DeedClass, Use, classes, uses
from onrecord.resolve.named import Look, Named
from onrecord.spans import sentence_at, words_of
from onrecord.story.amount_words import is_person
from onrecord.value_groups import AHEAD, OBLIGED, is_nominal
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_W = weights_of("accounts")
_CLAUSE_END = re.compile(r"[,;:] |[.!?](?:\s|$)|[”\"]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DONE = FACT - {"attempted"}
_NO_DEED = frozenset({"plain_saying", "told_above"})
"""Reasons for keeping back what is no deed."""


class Account(Struct, frozen=True):
    """One report as an account of a deed of a class."""

    ref: Ref
    item: Reported
    use: Use
    place: Place
    who: frozenset[str]
    """Who did it: IRIs of named actors, else the head words of their phrases."""
    what: frozenset[str]
    """What it was done to or who underwent it: IRIs of named actors, and words."""
    words: frozenset[str]
    """The words of the phrases of what it was done to: "the four-year lease"."""
    beside: frozenset[str]
    """The named actors of its sentence."""
    is_denied: bool
    """Whether the account says that it was not done."""
    is_refuted: bool
    """Whether somebody is quoted with a denial of it."""
    is_of_none: bool
    """Whether it says so of everybody: nobody did it, or it was done to nobody."""
    among: frozenset[str]
    """The named actors of the phrase for nobody: "no one on the Alder"."""
    is_fact: bool
    """Whether it says that it was done or was not, or that it was ordered by somebody."""
    is_earlier: bool
    """Whether it is told in the past perfect, as of a time before that of the article's matter."""
    doer: str
    """The words for who did it."""
    day: str | None
    """The day it gives, if it gives a whole one."""


def told_at(
    reports: Sequence[tuple[Ref, Reported]], places: Sequence[int], analyses: Sequence[Analysis], named: Named
) -> Iterator[Account]:
    """The accounts that the reports at `places` give, one for each class that a report belongs to."""
    for place in places:
        ref, item = reports[place]
        analysis = analyses[item.article]
        for use in uses(item.local.action, analysis):
            found = _account(ref, item, use, analysis, named)
            if found is not None:
                yield found


def _account(ref: Ref, item: Reported, use: Use, analysis: Analysis, named: Named) -> Account | None:
    action, text = item.local.action, analysis.article.text
    kind = classes()[use.id]
    if (action.kept_back in _NO_DEED and not kind.by_speech) or (is_nominal(action) and not _has_parties(action)):
        return None
    start = action.trigger[0][0]
    first, last = sentence_at(analysis, start)
    no_sign = word_pattern("no_sign").search(text, first, start) is not None
    look = named.look(item.article)
    over = _order(item, look)
    is_fact = item.modality in _DONE or no_sign or over is not None
    if not (is_fact or (kind.ahead and item.modality in AHEAD)):
        return None
    stop = _clause_end(text, start, last, len(use.words))
    if kind.things and not _holds(kind.things, text[first:last] if is_nominal(action) else text[start:stop]):
        return None
    near = named.within(item.article, start, stop)
    who, what = _parties(item, use, text[first:start], text[start + len(use.words) : stop], near)
    within = look.statements.get(action.within or "")
    refuted = within is not None and within.stance == "denial"
    cleft = word_pattern("cleft").search(text, first, start)
    doer = words_of(text, [cleft.span("who")] if cleft else action.agent_spans)
    if over is not None:
        who = named.of(item.article, over.agents)
    elif within is not None and refuted and _is_pronoun(words_of(text, action.agent_spans)):
        who = named.of(item.article, (*within.speakers, *within.on_behalf_of)) or who  # "denied that it had"
    elif cleft is not None:
        who = named.ending(item.article, *cleft.span("who")) or frozenset({names.head(cleft["who"])}) - {""}
    spans = (*action.agent_spans, *action.patient_spans)
    after = start + len(use.words) + 1
    none = no_sign or any(
        word_pattern("opens_with_none").match(text, low) for low in (after, *(low for low, _ in spans))
    )
    if kind.people and any(word_pattern("of_no_others").match(text, low) for low, _ in spans):
        return None
    people = _befalls_people(action, use, look, text)
    if (kind.people and not none and (is_nominal(action) or not people)) or (kind.of_things and people):
        return None
    day = (over.date if over else None) or item.date
    return Account(
        ref=ref, item=item, use=use, place=Place(item.local.ref.article, first, last), who=who, what=what - who,
        words=_stems(words_of(text, action.patient_spans)),
        beside=named.within(item.article, first, last), is_denied=item.polarity == "negative" or none,
        is_refuted=refuted, is_of_none=none, among=_among(item, spans, text, named) if none else frozenset(),
        is_fact=is_fact, is_earlier=_is_earlier(action, text), doer=doer,
        day=day if whole_day(day) else None,
    )  # fmt: skip


def _among(item: Reported, spans: Sequence[tuple[int, int]], text: str, named: Named) -> frozenset[str]:
    """The named actors of the phrases that say that there was nobody."""
    opening = (span for span in spans if word_pattern("opens_with_none").match(text, span[0]))
    return frozenset(iri for span in opening for iri in named.within(item.article, *span))


def _is_earlier(action: Action, text: str) -> bool:
    group = action.wording.group if action.wording else ()
    return not word_set("past_of_have").isdisjoint(words_of(text, group).casefold().split())


def _is_pronoun(words: str) -> bool:
    return words.casefold() in word_set("pronoun_alone")


def _has_parties(action: Action) -> bool:
    return bool(action.agent_spans or action.patient_spans)


def _order(item: Reported, look: Look) -> Action | None:
    """The order for a deed, if it was given: whoever orders a closure closes."""
    action = item.local.action
    if action.under is None or item.modality not in OBLIGED:
        return None
    over = look.actions.get(action.under)
    given = over is not None and over.plover == "COERCE" and over.modality in FACT and over.polarity == "positive"
    return over if given else None


def _parties(
    item: Reported, use: Use, text_before: str, behind: str, near: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Who did it, and what it was done to or who underwent it; `near` are the named actors of its clause."""
    who = (item.agents & item.named) or item.agent_heads or item.doing
    what = doings.objects_of(item) | (item.touched - item.doing)
    before = text_before.split()[-1:]
    if not what and before and not use.by_agent and not is_nominal(item.local.action):
        what = _stems(before[0]) - who  # "drivers bused in from Norby"
    if use.is_idiom or not (what or use.by_agent or is_nominal(item.local.action)):
        what = (near - item.doing) | item.touched | _stems(behind)  # the object of "pull the plug on" is no plug
    if use.by_agent:
        return frozenset(), who or what
    return (frozenset(), who | what) if classes()[use.id].symmetric else (who, what)


def _befalls_people(action: Action, use: Use, look: Look, text: str) -> bool:
    """Whether those who undergo a deed are people, by their kinds, or by the noun if they are no actors."""
    ids, spans = (action.agents, action.agent_spans) if use.by_agent else (action.patients, action.patient_spans)
    if ids:
        return any(look.types.get(key) in PEOPLE for key in ids)
    return any(is_person(names.head(text[start:end])) for start, end in spans)


def _clause_end(text: str, start: int, last: int, least: int) -> int:
    """The end of the clause behind a verb, but not before the end of its words."""
    after = min(start + least, last)
    return after + len(_CLAUSE_END.split(text[after:last], maxsplit=1)[0])


def _stems(words: str) -> frozenset[str]:
    found = (word.casefold() for word in _WORD.findall(words))
    return frozenset(names.stem(word) for word in found if word not in word_set("stop_word"))


def _holds(things: Sequence[str], text: str) -> bool:
    known = _stems(text)
    return any(names.stem(word) in known for word in things)


def weight(one: Account, two: Account, actors: Mapping[str, StoryActor], *, by_whom: bool) -> float:
    """How far two accounts are of one deed; `by_whom`: whether who did it is what they differ in."""
    left, right = one.item, two.item
    if not doings.at_once(left, right):
        return _W["day.other"]
    kind: DeedClass = classes()[one.use.id]
    found = kind.prior + min(_W["around"] * overlap(left.context, right.context), _W["around.most"])
    what, who = _what(one, two, actors), 0.0 if by_whom else _doers(one, two, actors)
    both = what == _W["what.named"] and (kind.symmetric or who > 0)
    if one.day and two.day:
        found += _W["day.same" if one.day == two.day else "day.other"]
    elif (days_between(left.published, right.published) or 0) > _W["printed.days"] and not both:
        return _W["day.other"]
    dated = by_whom and one.day is not None and one.day == two.day
    if what <= 0 and not (kind.prior or kind.people or dated):
        return _W["what.other"]  # two deeds of one kind, done to one thing and another
    if (one.beside & two.beside) - one.who - two.who:
        found += _W["beside"]
    if one.is_refuted or two.is_refuted:
        found += _W["refuted"]
    return found + what + who


def _what(one: Account, two: Account, actors: Mapping[str, StoryActor]) -> float:
    named, other = _named(one.what, actors), _named(two.what, actors)
    least = 2 if classes()[one.use.id].symmetric and not (one.is_of_none or two.is_of_none) else 1
    if len(named & other) >= least:
        return _W["what.named"]
    if least > 1:
        return _W["what.other"]
    if alike(named, other, actors):
        return _W["what.named"]
    if named and other:
        return _W["what.other"]
    if not one.what & two.what:
        return 0.0
    more = (one.words & two.words) - one.what - two.what
    return _W["what.word"] + (_W["what.words"] if more else 0.0)


def _doers(one: Account, two: Account, actors: Mapping[str, StoryActor]) -> float:
    named, other = _named(one.who, actors), _named(two.who, actors)
    if named & other or alike(named, other, actors):
        return _W["who.named"]
    if named and other:
        return _W["who.other"]
    return _W["who.word"] if one.who & two.who else 0.0


def _named(parties: frozenset[str], actors: Mapping[str, StoryActor]) -> frozenset[str]:
    return frozenset(party for party in parties if party in actors)


def alike(named: frozenset[str], other: frozenset[str], actors: Mapping[str, StoryActor]) -> frozenset[str]:
    """Actors of two sides with a name within that of one of the other: "the Commission", "the Harbour Commission"."""
    found: set[str] = set()
    for one in named:
        for two in other:
            left, right = set(names.words(actors[one].name)), set(names.words(actors[two].name))
            found |= {one, two} if left <= right or right <= left else set()
    return frozenset(found)
