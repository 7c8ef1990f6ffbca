"""Deadlines in unlike words: until when somebody was given, or has, to do something.

"Until May 3" is no day on which anything is done, but with an infinitive behind it ("has until May 3 to close") it is
the last day for that deed. Accounts are of one deadline if they are for one party and for deeds of one class, and for
deeds of one PLOVER root if the party is the same by its name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from onrecord import ids
from onrecord.days import days_between, last_day_of, whole_day
from onrecord.model import Analysis, Disagreement, Place, Position, Ref, StoryActor, TimeExpression
from onrecord.resolve import names
from onrecord.resolve.accounts import alike
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.alike_places import Placed, by_key
from onrecord.resolve.deed_classes import classes, pair_of, uses
from onrecord.resolve.differing import is_exact
from onrecord.resolve.named import Named
from onrecord.resolve.opposed import apart
from onrecord.spans import sentence_at, words_of
from onrecord.story.notes import MOVED
from onrecord.value_groups import AHEAD
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

Reports = Sequence[tuple[Ref, Reported]]
_SPAN = int(weights_of("judgements")["deadline.span"])
_MOVED_DAYS = int(weights_of("judgements")["deadline.moved.days"])
"""Days from one article to the next from which on a later deadline is a new one, as it is if the article says so."""
_ANY = "act"
"""The class that asks by when anything had to be done."""
_BITS = 32
"""Bits of the number of a matter; what is asked of a class of deeds comes before what is asked of a word."""
_REACH = 90
"""Characters before a verb that are searched for its deadline."""
_MONTH = len("2015-11")


class Limit(Struct, frozen=True):
    """One account of a deadline."""

    ref: Ref
    item: Reported
    place: Place
    day: str
    party: frozenset[str]
    """IRIs of the named actors who must act or whose matter it is."""
    doer: str
    """The words for whoever must act and has no name: "the teachers of Ostby"."""
    is_given: bool
    """Whether it stands before the verb: "has until Friday to"."""
    is_new: bool
    """Whether the sentence says that it was put off or brought forward."""


def of_limits(
    reports: Reports,
    analyses: Sequence[Analysis],
    actors: Mapping[str, StoryActor],
    actor_of: Mapping[tuple[str, str], str],
    base: str,
) -> list[Disagreement]:
    """Contradictory deadlines; one that a later article tells as new was moved."""
    named = Named(analyses, actors, actor_of)
    placed = (
        Placed(((key not in classes()) << _BITS) + item.matter, key, place)
        for place, (ref, item) in enumerate(reports)
        if item.matter >= 0 and _limit(ref, item, analyses, named) is not None
        for key in _keys(item, analyses)
    )
    found: dict[str, Disagreement] = {}
    seen: dict[Place, list[set[Place]]] = defaultdict(list)
    for (_, key), shelf in by_key(placed):
        told = (_limit(*reports[place], analyses, named) for place in shelf if len(shelf) > 1)
        for one in _differing([limit for limit in told if limit is not None], actors, base, key):
            places = {place for side in one.positions for place in side.places}
            if not any(places <= other for other in seen[min(places)]):
                for place in places:
                    seen[place].append(places)
                found.setdefault(one.iri, one)
    return list(found.values())


def _keys(item: Reported, analyses: Sequence[Analysis]) -> list[str]:
    told = {pair_of(use.id) for use in uses(item.local.action, analyses[item.article])}
    root = {f"root {item.root}"} if item.root else set()
    return sorted({*told, f"word {names.root(item.lemma)}", *root})


def _limit(ref: Ref, item: Reported, analyses: Sequence[Analysis], named: Named) -> Limit | None:
    analysis = analyses[item.article]
    action, text = item.local.action, analysis.article.text
    if item.polarity != "positive" or not action.trigger or item.is_noun:
        return None
    start = action.trigger[0][0]
    first, last = sentence_at(analysis, start)
    low = bisect_left(analysis.dates, start - _REACH, key=lambda one: one.start)
    near = (one for one in analysis.dates[low : bisect_left(analysis.dates, start, key=lambda one: one.start)])
    set_by = next((one for one in near if _limits(one, start, text)), None)
    if set_by is not None:
        day, before = last_day(set_by, text), set_by.start
    elif item.modality in AHEAD and whole_day(item.date) and is_exact(item, analyses):
        day, before = item.date, start
    else:
        return None
    told = named.within(item.article, first, before)
    given = word_pattern("before_limit").search(text, first, before)
    receiver = named.ending(item.article, first, given.start() - 1) if given and set_by else frozenset()
    party = receiver or ((item.agents | item.touched) & told) or item.touched or told
    unnamed = not receiver and not item.agents & item.named
    doer = _uncapitalised(words_of(text, action.agent_spans[:1])) if unnamed else ""
    return Limit(
        ref, item, Place(item.local.ref.article, first, last), day, party, doer,
        is_given=set_by is not None,
        is_new=word_pattern("tells_of_new_date").search(text, first, last) is not None,
    ) if day and party else None  # fmt: skip


def _uncapitalised(phrase: str) -> str:
    """A phrase without the capital of a sentence's first word, if that is an article."""
    first, _, rest = phrase.partition(" ")
    return f"{first.casefold()} {rest}" if first.casefold() in word_set("article") else phrase


def _limits(time: TimeExpression, start: int, text: str) -> bool:
    """Whether a time is the last one for the infinitive at `start`: "until Friday to"."""
    before = word_pattern("before_limit").search(text, max(0, time.start - _REACH), time.start)
    return before is not None and word_pattern("limit_to_verb").fullmatch(text, time.end, start) is not None


def last_day(time: TimeExpression, text: str) -> str | None:
    """The day that a time is as a deadline: a whole day, or the last one of a month whose end is printed."""
    value = time.value or ""
    if whole_day(value):
        vague = word_pattern("vague_time").search(text[time.start : time.end])
        return value if not vague else None
    near = text[max(0, time.start - _MONTH * 2) : time.end]
    return last_day_of(value) if len(value) == _MONTH and word_pattern("end_of_month").search(near) else None


def _differing(
    limits: Sequence[Limit], actors: Mapping[str, StoryActor], base: str, key: str
) -> Iterator[Disagreement]:
    pairs = [
        (one, two)
        for one, two in combinations(sorted(limits, key=lambda item: (item.day, item.ref)), 2)
        if one.item.article != two.item.article and (one.is_given or two.is_given)
        if 1 < (days_between(one.day, two.day) or 0) <= _SPAN  # "until Friday" and "from Saturday" are the same
        if one.party & two.party or alike(one.party, two.party, actors)
    ]
    firm = [pair for pair in pairs if not _moved(*pair)]
    sides: dict[str, dict[Ref, Limit]] = defaultdict(dict)
    for one in (one for pair in firm or pairs for one in pair):
        sides[one.day][one.ref] = one
    if len(sides) < 2 or not apart(sides):
        return
    told = [one for side in sides.values() for one in side.values()]
    who = min((iri for one in told for iri in one.party), key=lambda iri: (actors[iri].type != "Company", iri))
    kind = classes().get(key)
    asks = (kind.asks_when if kind else "") or classes()[_ANY].asks_when
    about = next((one.doer for one in told if one.doer), actors[who].name)
    yield Disagreement(
        iri=ids.named(base, "disagreement", "", who, "date", f"limit {key}"),
        about=who,
        aspect="date",
        positions=tuple(
            Position(day, tuple(sorted(side)), tuple(sorted({one.place for one in side.values()})))
            for day, side in sorted(sides.items())
        ),
        label=asks.replace("{about}", about),
        note="" if firm else MOVED,
    )


def _moved(early: Limit, late: Limit) -> bool:
    """Whether the later day is of a later article that is some days younger or tells it as a new one."""
    after = (early.item.published or "") < (late.item.published or "")
    gap = days_between(early.item.published, late.item.published) or 0
    return after and (late.is_new or gap >= _MOVED_DAYS)
