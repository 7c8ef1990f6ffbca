"""What one account denies having been done and another one tells, in words that are kin.

"Nobody phoned me", "staff rang the parents"; "it received no request", "she had asked for a boat". That words are kin
is not enough: two accounts are of one thing if those who take part, what it was done to or the numbers tell so, if an
article sets them side by side, or if what is denied of everybody ("nobody was arrested") is told in few places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache

from onrecord import ids
from onrecord.days import days_between
from onrecord.model import Analysis, Disagreement, Place, Position, Ref, StoryActor
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.kinship import loose
from onrecord.resolve.opposed import DENIED
from onrecord.resolve.told_deeds import Deed, Reading
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("judgements")
_DAYS = _W["denied.days"]
_NEAR = _W["refuted.near"]
_SHARED = _W["refuted.shared"]
_FEW = _W["refuted.few"]
_FEWER = _W["refuted.fewer"]
_MOST = _W["refuted.most"]
TOLD = "told"
Found = tuple[Deed, Sequence[Deed]]
"""A denial, with what is told against it."""


class _Sure(IntEnum):
    """How sure it is that two accounts are of one thing."""

    NOT = 0
    FEW = 1
    """Few places tell anything of the kind."""
    SHARED = 2
    """Something else in them is the same, or they stand side by side."""


def of_refuted(  # noqa: PLR0913, PLR0917  # all that a report belongs to
    reports: Sequence[tuple[Ref, Reported]], analyses: Sequence[Analysis], home: Mapping[tuple[str, str], str],
    actors: Mapping[str, StoryActor], actor_of: Mapping[tuple[str, str], str], base: str,
) -> list[Disagreement]:  # fmt: skip
    """A disagreement for each deed that one account denies and others of the same matter tell; `actors` is by IRI."""
    matters: dict[int, list[int]] = defaultdict(list)

    def noted() -> Iterator[tuple[Ref, Reported]]:
        for place, pair in enumerate(reports):
            matters[pair[1].matter].append(place)
            yield pair

    names, reading = _Names(analyses, actors, actor_of), Reading(analyses, actors, actor_of)
    denials: dict[int, list[Deed]] = defaultdict(list)
    for no in reading.denials(noted()):
        denials[no.item.matter].append(no)
    found = []
    for matter, nos in sorted(denials.items()):
        keys = frozenset(key for no in nos for key in no.keys)
        told = reading.told((reports[place] for place in matters[matter]), keys)
        found += [item for group in _groups(nos, told, names) for item in _made(group, home, base)]
    return found


def _groups(nos: Sequence[Deed], yeses: Iterable[Deed], names: _Names) -> Sequence[Sequence[Found]]:
    """The denials of a matter with what is told against them."""
    told: dict[str, list[Deed]] = defaultdict(list)
    denied: dict[str, list[Deed]] = defaultdict(list)
    for no in nos:
        denied[no.lemma].append(no)
    for yes in yeses:
        for key in yes.keys:
            told[key].append(yes)
    few = {key: places for key, shelf in told.items() if (places := len({one.place for one in shelf})) <= _MOST}
    rare = {key: (told[key], places) for key, places in few.items()}
    found = ((no, _against(no, rare, names)) for items in denied.values() for no in items)
    return _joined([(no, yeses) for no, yeses in found if yeses], denied)


class _Names:
    """The named actors of each article, given by its place; those of the articles asked for last are at hand."""

    def __init__(
        self, analyses: Sequence[Analysis], actors: Mapping[str, StoryActor], actor_of: Mapping[tuple[str, str], str]
    ) -> None:
        self._analyses, self._actors, self._actor_of = analyses, actors, actor_of
        self.of = lru_cache(maxsize=_AT_HAND)(self._of)

    def _of(self, article: int) -> frozenset[str]:
        analysis = self._analyses[article]
        key = analysis.article.id
        iris = (self._actor_of.get((key, item.id)) for item in analysis.actors)
        return frozenset(iri for iri in iris if iri is not None and self._actors[iri].named)


_AT_HAND = 1 << 10
"""Articles whose names are at hand."""


def _against(no: Deed, told: Mapping[str, tuple[Sequence[Deed], int]], names: _Names) -> Sequence[Deed]:
    """What is told against a denial: where something is the same, that alone; `told` is in few places."""
    sure: dict[Ref, tuple[_Sure, Deed]] = {}
    for key in sorted(no.keys):
        shelf, places = told.get(key, ((), 0))
        for yes in shelf:
            how = _contradict(no, yes, places) if _is_one_story(names, no, yes) else _Sure.NOT
            sure[yes.ref] = max(sure.get(yes.ref, (_Sure.NOT, yes)), (how, yes), key=lambda one: one[0])
    most = max((how for how, _ in sure.values()), default=_Sure.NOT)
    return [yes for _, (how, yes) in sorted(sure.items()) if how is most] if most else []


def _is_one_story(names: _Names, no: Deed, yes: Deed) -> bool:
    """Whether two articles name several actors in common."""
    one, two = no.item.article, yes.item.article
    return one == two or len(names.of(one) & names.of(two)) >= _SHARED


def _contradict(no: Deed, yes: Deed, places: int) -> _Sure:
    """How sure it is that what is denied is told; `places`: sentences that tell anything of the kind."""
    near = no.item.article == yes.item.article and abs(no.item.sentence - yes.item.sentence) <= _NEAR
    by_another = no.who and no.who.isdisjoint(yes.parties) and not near
    if by_another or no.place == yes.place or no.item.modality != yes.item.modality or not _is_by_others(no, yes):
        return _Sure.NOT
    things, parties = no.things & yes.things, no.parties & yes.parties
    other_thing = bool(no.things and yes.things and not things)
    other_party = bool(no.parties and yes.parties and not parties) and no.is_carried is yes.is_carried
    apart = other_party and not (no.of_all and things) and not near
    if apart or (other_thing and (other_party or not parties)):
        return _Sure.NOT
    if near:
        return _Sure.SHARED
    everyday = not loose().isdisjoint(no.keys & yes.keys)
    if len(things) + len(parties) + len(no.numbers & yes.numbers) >= 1 + everyday + other_thing:
        return _Sure.SHARED
    few = _FEWER if everyday else _FEW
    return _Sure.FEW if no.of_all and _is_of_anybody(no) and not other_thing and places <= few else _Sure.NOT


def _is_of_anybody(no: Deed) -> bool:
    """Whether nobody at all did or underwent it: no "citizen", not them of whom it is told, and no thing."""
    if no.is_vague or no.parties or no.things:
        return False
    return word_set("nothing").isdisjoint(no.words.casefold().split())


def _is_by_others(no: Deed, yes: Deed) -> bool:
    """Whether two accounts are of two voices, and of a time at which both can be compared."""
    left, right = no.item, yes.item
    if left.article == right.article:
        return bool(no.voice and yes.voice) and no.voice.isdisjoint(yes.voice)
    if (days_between(left.published, right.published) or 0) > _DAYS:
        return False
    return not left.so_far or _is_by_then(left.published, right.date, right.published)


def _is_by_then(published: str | None, day: str | None, printed: str | None) -> bool:
    """Whether what was done on a `day`, or is told in an article of one, was done by the day of another article."""
    done = printed if day is None or (printed is not None and printed[: len(day)] < day) else day
    if not published or not done or min(len(published), len(done)) < len(_MONTH):
        return False
    return done[: len(_MONTH)] < published[: len(_MONTH)] or (len(done) == len(published) and done <= published)


_MONTH = "2024-05"


def _joined(found: Sequence[Found], denied: Mapping[str, Sequence[Deed]]) -> Sequence[Sequence[Found]]:
    """Denials that go against one and the same sentence together, with those that deny the same in one word."""
    groups: list[list[Found]] = []
    group_of: dict[Place, list[Found]] = {}
    for no, yeses in found:
        group = next((group_of[yes.place] for yes in yeses if yes.place in group_of), None)
        if group is None:
            group = []
            groups.append(group)
        group.append((no, yeses))
        for yes in yeses:
            group_of.setdefault(yes.place, group)
    for group in groups:
        members = [no for no, _ in group]
        alike = [one for lemma in dict.fromkeys(no.lemma for no in members) for one in denied[lemma][:_MANY]]
        group += [(one, ()) for one in alike if one not in members and any(_agree(one, no) for no in members)]
    return groups


_MANY = 40
"""Denials in one word among which those of one deed are looked for."""


def _agree(one: Deed, two: Deed) -> bool:
    """Whether two denials deny one deed."""
    if (one.lemma, one.item.modality) != (two.lemma, two.item.modality):
        return False
    shared = bool(one.parties & two.parties or one.things & two.things)
    return shared or (one.keys == two.keys and one.of_all and two.of_all)


def _made(group: Sequence[Found], home: Mapping[tuple[str, str], str], base: str) -> Iterator[Disagreement]:
    told = sorted({yes.ref: yes for _, yeses in group for yes in yeses}.items())
    places = {one.place for _, one in told}
    denied = sorted((one.ref, one) for one, _ in group if one.place not in places)
    if not denied:
        return
    no = max((one for _, one in denied), key=lambda one: (len(one.parties), one.place))
    both = no.parties & frozenset.union(*(one.parties for _, one in told))
    known = {iri for _, one in (*denied, *told) for iri in one.item.agents | one.item.patients}
    about = min(both & known, default=home[told[0][0].article, told[0][0].local])
    yield Disagreement(
        iri=ids.named(base, "disagreement", "", about, "polarity", no.words), about=about, aspect="polarity",
        label=f"Whether it is so: “{no.words}”",
        positions=tuple(
            Position(value, tuple(ref for ref, _ in side), tuple(sorted({one.place for _, one in side})))
            for value, side in ((DENIED, denied), (TOLD, told))
        ),
    )  # fmt: skip
