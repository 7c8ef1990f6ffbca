"""Contradictions told in unlike words: opposite outcomes, what was done or denied, and who did it.

Accounts are compared if their words are of one class of deeds or of two that exclude each other, in different articles
on one matter. What only one article tells in both ways is no contradiction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import combinations
from typing import Literal

from msgspec import Struct

from onrecord import ids
from onrecord.actor_kinds import ORGANIZATIONS
from onrecord.days import days_between
from onrecord.model import Analysis, Disagreement, Place, Position, Ref, StoryActor
from onrecord.resolve import names
from onrecord.resolve.accounts import Account, told_at, weight
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.alike_places import Placed, by_key
from onrecord.resolve.deed_classes import classes, may_tell, pair_of
from onrecord.resolve.named import Named
from onrecord.resolve.opposed import DENIED, DONE, NOT_DONE, exclusive
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Reports = Sequence[tuple[Ref, Reported]]
_W = weights_of("accounts")
_MOST = int(_W["most"])
_DAYS = int(weights_of("judgements")["disputed.deed.days"])
_OFFICE = int(weights_of("judgements")["disputed.office"])
_APART = (({"Person"}, ORGANIZATIONS - {"Outlet"}), ({"Company", "Organization"}, ORGANIZATIONS - {"Company"}))
"""Types of two actors of whom one can have done what another account gives to the other."""


class Way(IntEnum):
    """In what two accounts contradict each other."""

    OUTCOME = 1
    WHO = 2
    DENIED = 3


class Contradiction(Struct, frozen=True):
    """Accounts that contradict one another, by what they say."""

    aspect: Literal["agent", "polarity"]
    key: str
    """The class of deeds and the way in which they differ."""
    label: str
    about: frozenset[str]
    """Whom or what both sides are about: IRIs of named actors."""
    sides: Mapping[str, Sequence[Account]]


def of_unlike(  # noqa: PLR0913, PLR0917  # all that a report belongs to
    reports: Reports,
    analyses: Sequence[Analysis],
    home: Mapping[tuple[str, str], str],
    actors: Mapping[str, StoryActor],
    actor_of: Mapping[tuple[str, str], str],
    base: str,
) -> list[Disagreement]:
    """The contradictions as disagreements; each is about an actor of both sides or about the deed of one."""
    found: dict[str, Disagreement] = {}
    for item in contradictions(reports, analyses, actors, actor_of):
        told = [one for side in item.sides.values() for one in side]
        firm = sorted(one.ref for one in told if one.item.local.action.recorded) or [min(one.ref for one in told)]
        about = min(item.about, default=home[firm[0].article, firm[0].local])
        positions = tuple(
            Position(value, tuple(one.ref for one in side), tuple(sorted({one.place for one in side})))
            for value, side in sorted(item.sides.items())
        )
        iri = ids.named(base, "disagreement", "", about, item.aspect, item.key)
        found[iri] = Disagreement(iri=iri, about=about, aspect=item.aspect, positions=positions, label=item.label)
    return list(found.values())


def contradictions(
    reports: Reports,
    analyses: Sequence[Analysis],
    actors: Mapping[str, StoryActor],
    actor_of: Mapping[tuple[str, str], str],
) -> Iterator[Contradiction]:
    """All contradictions between accounts of one class of deeds, in the order of matters and classes."""
    placed = (
        Placed(item.matter, key, place)
        for place, (_, item) in enumerate(reports)
        if item.matter >= 0
        for key in sorted(may_tell(item.lemma))
    )
    named = Named(analyses, actors, actor_of)
    known = _Actors(actors, analyses)
    for (_, key), places in by_key(placed):
        if len(places) > 1 and len({reports[place][1].article for place in places}) > 1:
            told = told_at(reports, places, analyses, named)
            held = [one for one in told if pair_of(one.use.id) == key]
            if len(held) <= _MOST:
                yield from _contrary(held, known)


def _contrary(told: Sequence[Account], known: _Actors) -> Iterator[Contradiction]:
    pairs: dict[Way, list[tuple[Account, Account]]] = defaultdict(list)
    for one, two in combinations(told, 2):
        if one.item.article != two.item.article and (how := _how(one, two, known)):
            pairs[how].append((one, two))
    pairs[Way.OUTCOME] = [(one, two) for one, two in pairs[Way.OUTCOME] if not _turned(one, two, told)]
    made = [item for how in Way for item in _joined(how, pairs[how], known)]
    for item in made:  # one side may tell it as refused and as not granted
        others = (_places(other) for other in made[: made.index(item)])
        if not any(_places(item) <= other for other in others):
            yield item


def _turned(one: Account, two: Account, told: Sequence[Account]) -> bool:
    """Whether an article of two tells both outcomes of the same thing, so that one came after the other.

    Unless what it tells there prevails.
    """
    return any(
        other.item.article == here.item.article
        and other.use.id == there.use.id
        and other.what & (here.what | there.what)
        for here, there in ((one, two), (two, one))
        for other in told
        if not other.is_denied and not classes()[here.use.id].prevails
    )


def _places(item: Contradiction) -> set[Place]:
    return {one.place for side in item.sides.values() for one in side}


def _how(one: Account, two: Account, known: _Actors) -> Way | None:
    """The way in which two accounts contradict each other; None if they do not."""
    same, kind, actors = one.use.id == two.use.id, classes()[one.use.id], known.actors
    if one.is_denied and two.is_denied:
        return None
    if not same:
        opposite = not (one.is_denied or two.is_denied or _is_later(one, two))
        return Way.OUTCOME if opposite and weight(one, two, actors, by_whom=False) >= _W["least"] else None
    if one.is_denied != two.is_denied:
        no, yes = (one, two) if one.is_denied else (two, one)
        least = _W["least.people" if kind.people and no.is_of_none else "least"]
        later = no.item.so_far and not yes.is_earlier and (yes.item.published or "") > (no.item.published or "9999")
        told = (
            yes.is_fact
            and not later
            and not _is_of_others(no, yes)
            and not (no.among and no.among.isdisjoint(yes.beside | yes.who | yes.what))
            and weight(one, two, actors, by_whom=False) >= least
        )
        return Way.DENIED if told else None
    if kind.by_one and one.is_fact and two.is_fact and known.exclude(one.who, two.who):
        return Way.WHO if weight(one, two, actors, by_whom=True) >= _W["least"] else None
    return None


def _is_later(one: Account, two: Account) -> bool:
    """Whether two outcomes are told so far apart in time that one can have come after the other."""
    same_day = one.day is not None and one.day == two.day
    return not same_day and (days_between(one.item.published, two.item.published) or 0) > _DAYS


def _is_of_others(no: Account, yes: Account) -> bool:
    """Whether an account says of its doer alone that they did not do it: "Falk did not hire her"."""
    return bool(no.who) and not (no.who & yes.who or no.is_refuted or no.is_of_none)


def _joined(how: Way, found: Sequence[tuple[Account, Account]], known: _Actors) -> Iterator[Contradiction]:
    if not found:
        return
    kind = classes()[found[0][0].use.id]
    about = frozenset(iri for one, two in found for iri in one.what & two.what if iri in known.actors)
    sides: dict[str, dict[Ref, Account]] = defaultdict(dict)
    for pair in found:
        for one in pair:
            sides[_side(how, one, known)][one.ref] = one
    articles = [article for side in sides.values() for article in {one.item.article for one in side.values()}]
    if len(sides) > 1 and len(set(articles)) == len(articles):
        held = {
            _value(how, name, min(side.values(), key=lambda one: one.ref), known): [side[ref] for ref in sorted(side)]
            for name, side in sorted(sides.items())
        }
        aspect: Literal["agent", "polarity"] = "agent" if how is Way.WHO else "polarity"
        asks = kind.asks_who if how is Way.WHO else kind.asks
        called = known.parties(found) if kind.symmetric else known.called(about, found)
        yield Contradiction(aspect, f"{kind.id} {how.name}", asks.replace("{about}", called), about, held)


def _side(how: Way, one: Account, known: _Actors) -> str:
    """What tells the sides apart: who did it, the class, or whether it was done."""
    if how is Way.WHO:
        return known.doer(one.who)
    return one.use.id if how is Way.OUTCOME else str(one.is_denied)


def _value(how: Way, side: str, one: Account, known: _Actors) -> str:
    if how is Way.WHO:
        return side if side in known.actors else one.doer
    if how is Way.OUTCOME:
        return one.use.words.casefold()
    return (DENIED if one.is_refuted else NOT_DONE) if one.is_denied else DONE


def _are_apart(one: StoryActor, two: StoryActor) -> bool:
    pairs = ((one.type, two.type), (two.type, one.type))
    return one.type != two.type and any(
        left in first and right in second for left, right in pairs for first, second in _APART
    )


class _Actors:
    """The actors of a story, and which of them exclude each other as doers."""

    def __init__(self, actors: Mapping[str, StoryActor], analyses: Sequence[Analysis]) -> None:
        self.actors = actors
        self._analyses = analyses
        self._places = {item.article.id: place for place, item in enumerate(analyses)}

    def _of(self, article: str) -> Analysis:
        return self._analyses[self._places[article]]

    def doer(self, who: frozenset[str]) -> str:
        """The one who did it: an IRI, else a noun."""
        return min(who, key=lambda item: (item not in self.actors, item), default="")

    def parties(self, found: Sequence[tuple[Account, Account]]) -> str:
        """The parties to what is done to one another: those of the account that names most."""
        told = [one for pair in found for one in pair]
        sides = [sorted(self.actors[iri].name for iri in one.what if iri in self.actors) for one in told]
        joins = f" {min(word_set('joins_names'))} "
        most: list[str] = max(sides, key=lambda names_: (len(names_), names_))
        return joins.join(most)

    def called(self, about: frozenset[str], found: Sequence[tuple[Account, Account]]) -> str:
        """What accounts are about, in words: a name, else the noun that both print, else one of one side."""
        if about:
            return self.actors[min(about)].name
        shared = frozenset(word for one, two in found for word in one.what & two.what)
        for words in (shared, frozenset(word for pair in found for one in pair for word in one.what)):
            for one in (one for pair in found for one in pair):
                if noun := self._noun(one, words - self.actors.keys()):
                    return noun
            if named := sorted(self.actors[word].name for word in words if word in self.actors):
                return named[0]
        return min(word_set("neuter_pronoun"))

    def _noun(self, one: Account, words: frozenset[str]) -> str:
        """The first of some nouns behind the verb of an account, as printed, with the definite article."""
        text = self._of(one.place.article).article.text[one.item.local.action.trigger[0][1] : one.place.end]
        found = (item[0] for item in re.finditer(r"[^\W\d_]{3,}", text) if names.stem(item[0].casefold()) in words)
        noun = next((item.casefold() for item in found if not item.istitle()), "")
        return f"{min(word_set('definite_article'))} {noun}" if noun else ""

    def exclude(self, one: frozenset[str], two: frozenset[str]) -> bool:
        """Whether the doers of two accounts exclude each other."""
        first, second = self.doer(one), self.doer(two)
        left, right = self.actors.get(first), self.actors.get(second)
        if not first or not second or one & two or len(one) != 1 or len(two) != 1:
            return False
        if left is None or right is None:  # "the firm" may be any firm that is named elsewhere
            return left is None and right is None and not {first, second} <= word_set("employer")
        return exclusive(left, right) or (_are_apart(left, right) and not self._holds_office(left, right))

    def _holds_office(self, one: StoryActor, two: StoryActor) -> bool:
        """Whether words of one of two names stand before the other, as an office or an owner does."""
        return any(
            not set(names.words(other.name)).isdisjoint(names.words(text))
            for actor, other in ((one, two), (two, one))
            for text in self._before(actor)
        )

    def _before(self, actor: StoryActor) -> Iterator[str]:
        for ref in actor.refs:
            analysis = self._of(ref.article)
            local = next((item for item in analysis.actors if item.id == ref.local), None)
            for mention in local.mentions if local else ():
                yield analysis.article.text[max(0, mention.start - _OFFICE) : mention.end]
