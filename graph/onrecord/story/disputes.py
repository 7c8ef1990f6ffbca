"""What articles of one story tell differently: dates, doers, numbers, whether it was done, whether somebody commented.

Only what cannot all hold is a disagreement. A date that one article moves is a change, not a dispute; a vague time is
never made exact; a coarser date or number that holds a finer one agrees with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from onrecord import ids
from onrecord.action_kinds import BAN, DECIDE, ORDER, PUBLISH, REQUIRE
from onrecord.model import Disagreement, Place, Position, Ref, Story, StoryAction, StoryActor
from onrecord.story.clauses import opened
from onrecord.story.index import Index, build_index
from onrecord.story.inflection import verb
from onrecord.story.labels import asked, plain
from onrecord.story.matters import group_articles
from onrecord.story.parts import is_nominal
from onrecord.story.quantities import Quantity, quantities_of
from onrecord.word_patterns import word_pattern

_BODIES = frozenset({"State", "GovernmentBody", "Ministry", "RegulatoryAgency", "IntelligenceAgency", "Organization"})
_DIRECTING = frozenset({ORDER, DECIDE, REQUIRE, BAN})


def find_disagreements(story: Story) -> tuple[Disagreement, ...]:
    """All disagreements of `story`, each with a label in words and the sentences of its positions."""
    look = build_index(story)
    group = {key: number for number, keys in enumerate(group_articles(story)) for key in keys}
    found = [
        *_kept(story, look),
        *_directed(story, look, group),
        *_counted(story, look, group),
        *_comments(story, look, group),
    ]
    unique = {item.iri: item for item in found}
    return tuple(unique[iri] for iri in sorted(unique))


def _made(base: str, about: str, aspect: str, label: str, positions: Sequence[Position]) -> Disagreement:
    iri = ids.named(base, "disagreement", label, about, aspect)
    return Disagreement(
        iri=iri, about=about, aspect=aspect, label=label,  # type: ignore[arg-type]  # callers give literals
        positions=tuple(sorted(positions, key=lambda item: item.value)),
    )  # fmt: skip


def _sentences(look: Index, refs: Iterable[Ref]) -> tuple[Place, ...]:
    places = set()
    for ref in refs:
        spans = look.actions[ref].trigger if ref in look.actions else look.statements[ref].content
        if spans:
            places.add(Place(ref.article, *look.sentence(ref.article, spans[0][0])))
    return tuple(sorted(places))


# ------------------------------------------------------------------ what resolution found


def _kept(story: Story, look: Index) -> Iterator[Disagreement]:
    """Dates, doers and denials of one action, as resolution found them, if printed exactly and not moved."""
    for item in story.disagreements:
        thing = look.things.get(item.about)
        if thing is None or item.aspect == "number":
            continue
        positions = [
            replace(one, refs=refs, places=_sentences(look, refs))
            for one in item.positions
            if (refs := tuple(ref for ref in one.refs if ref in look.actions and _exact(look, ref, item.aspect)))
        ]
        if item.aspect == "date":
            positions = _near_one_another(positions)
        if len(positions) < 2 or (item.aspect == "date" and _moved(look, positions)):
            continue
        if item.aspect == "polarity" and not _same_deed(look, positions):
            continue
        label = _label(look, item, positions)
        if label:
            yield replace(item, positions=tuple(positions), label=label)


def _near_one_another(positions: Sequence[Position]) -> list[Position]:
    """The days that lie within a month of the first: what is dated further apart happened twice."""
    days = {item.value: _day(item.value) for item in positions}
    first = min((day for day in days.values() if day), default=None)
    return [item for item in positions if first and (day := days[item.value]) and (day - first).days <= _MONTH]


_MONTH = 31


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _same_deed(look: Index, positions: Sequence[Position]) -> bool:
    """Whether what one affirms and the other denies has a doer and an object in common."""
    sides = []
    for item in positions:
        reports = [(ref, look.actions[ref]) for ref in item.refs]
        sides.append(
            (
                {iri for ref, report in reports for iri in look.owners(ref.article, report.agents)},
                {iri for ref, report in reports for iri in look.owners(ref.article, report.patients)},
            )
        )
    return all(set.intersection(*found) for found in zip(*sides, strict=True))


def _exact(look: Index, ref: Ref, aspect: str) -> bool:
    """Whether a date is printed as one: with a number, and with nothing that makes it vague."""
    report = look.actions[ref]
    over = look.actions.get(Ref(ref.article, report.under)) if report.under else None
    span = report.date_span or (over.date_span if over else None)
    if aspect != "date" or span is None:
        return aspect != "date"
    printed = look.text(ref.article)[slice(*span)]
    if look.actions[ref].date == look.analyses[ref.article].article.published or look.actions[ref].type == PUBLISH:
        return False  # when it was printed, not when it was done
    return any(char.isdigit() for char in printed) and not word_pattern("vague_time").search(printed)


def _moved(look: Index, positions: Sequence[Position]) -> bool:
    """Whether the dates come one after the other, each from articles published later than those of the one before."""
    times = []
    for item in sorted(positions, key=lambda one: one.value):
        given = [look.analyses[ref.article].article.published for ref in item.refs]
        if any(value is None for value in given):
            return False
        times.append(sorted(value for value in given if value))
    return all(one[-1] < two[0] for one, two in pairwise(times))


def _label(look: Index, item: Disagreement, positions: Sequence[Position]) -> str:
    thing = look.things[item.about]
    first = min(ref for one in positions for ref in one.refs)
    if isinstance(thing, StoryActor):
        return f"By when {thing.name} must be {verb(_words(_commonest(look, positions)), 'VBN')}"
    chief = thing.chief if isinstance(thing, StoryAction) and thing.chief in look.actions else first
    told = [ref for one in positions for ref in one.refs if not is_nominal(look.actions[ref])]
    if item.aspect == "agent":
        return next((words for ref in sorted(told) if (words := asked(look, ref, "who"))), "")
    if is_nominal(look.actions[chief]) and told:
        chief = min(told)
    words = plain(look, chief)
    if is_nominal(look.actions[chief]):
        return f"The date of {words}" if item.aspect == "date" else ""
    return opened({"date": f"when {words}", "polarity": f"whether {words}"}.get(item.aspect, words))


def _commonest(look: Index, positions: Sequence[Position]) -> str:
    kinds = [look.actions[ref].type for one in positions for ref in one.refs]
    return min(set(kinds), key=lambda kind: (-kinds.count(kind), kind))


def _words(kind: str) -> str:
    """A kind of action as a verb: "ShutDown" is "shut down"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).casefold()


# ------------------------------------------------------------------ who ordered it


def _directed(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Different bodies that are said to have ordered or decided what is done to one thing.

    They may be links of one chain, which no article lays out; so they are shown side by side, each with its sentence.
    """
    given: dict[tuple[int, str], dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for ref, report in sorted(look.actions.items()):
        if report.type not in _DIRECTING or report.polarity == "negative" or report.modality != "asserted":
            continue
        if report.type == BAN and report.rule.startswith("noun"):
            continue
        for target in _targets(look, ref):
            for agent in look.owners(ref.article, report.agents):
                actor = look.things[agent]
                if isinstance(actor, StoryActor) and actor.named and actor.type in _BODIES and agent != target:
                    given[group[ref.article], target][agent].append(ref)
    for (_, target), bodies in sorted(given.items()):
        agents = _governments(look, bodies)
        if len(agents) < 2 or len({ref.article for refs in agents.values() for ref in refs}) < 2:
            continue
        deeds = [_deed(look, ref) for refs in agents.values() for ref in refs]
        deed = min(set(deeds), key=lambda word: (-deeds.count(word), word))
        label = f"Who ordered {look.things[target].name} to be {verb(deed, 'VBN')}"  # type: ignore[union-attr]
        positions = [
            Position(agent, tuple(sorted(refs)), _sentences(look, refs)) for agent, refs in sorted(agents.items())
        ]
        yield _made(story.base, target, "agent", label, positions)


def _governments(look: Index, given: dict[str, list[Ref]]) -> dict[str, list[Ref]]:
    """What is said of a state is said of its government, if both are named."""
    found = dict(given)
    for iri, refs in given.items():
        state = look.things[iri]
        if not isinstance(state, StoryActor) or state.type != "State":
            continue
        for other in given:
            body = look.things[other]
            if isinstance(body, StoryActor) and body.type == "GovernmentBody" and body.name.endswith(f" {state.name}"):
                found[other] = [*found[other], *found.pop(iri, refs)]
    return found


def _targets(look: Index, ref: Ref) -> list[str]:
    """Named things and companies in what is ordered: in its own object, or in that of the deed under it."""
    spans = [*look.actions[ref].patient_spans]
    for below in look.under.get(ref, ()):
        spans += look.actions[below].patient_spans
    found = set()
    for local in look.analyses[ref.article].actors:
        inside = any(start <= item.start and item.end <= end for item in local.mentions for start, end in spans)
        actor = look.things.get(look.homes.get(Ref(ref.article, local.id), "")) if inside else None
        if (
            isinstance(actor, StoryActor)
            and actor.named
            and actor.type in {"Product", "Company", "Organization", "Outlet"}
        ):
            found.add(actor.iri)
    return sorted(found)


def _deed(look: Index, ref: Ref) -> str:
    below = look.under.get(ref, ())
    return _words(look.actions[below[0] if below else ref].type)


# ------------------------------------------------------------------ how many


def _counted(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Numbers of the same things in different articles of one story that exclude one another."""
    shelves: dict[tuple[int, str], list[Quantity]] = defaultdict(list)
    for analysis in story.analyses:
        for item in quantities_of(analysis):
            shelves[group[analysis.article.id], item.counted].append(item)
    for _, items in sorted(shelves.items()):
        if len({item.place.article for item in items}) < 2 or len(items) > _MOST:
            continue
        for one, two in combinations(sorted(items, key=lambda item: (item.place, item.value)), 2):
            if one.place.article == two.place.article or not one.excludes(two) or not _same_things(one, two):
                continue
            about = sorted(_mentioned(look, one.place) & _mentioned(look, two.place))
            same = [item for item in items if item in (one, two) or item.alike(one) or item.alike(two)]
            if about and not _together(same, one, two):
                yield _numbers(story.base, about[0], same)
                break


def _mentioned(look: Index, place: Place) -> set[str]:
    """IRIs of the named actors that a sentence mentions."""
    found: set[str] = set()
    for local in look.analyses[place.article].actors:
        if local.named and any(place.start <= item.start and item.end <= place.end for item in local.mentions):
            found.update(look.owners(place.article, [local.id]))
    return found


_MOST = 60
"""Numbers of one noun in one story beyond which it counts many different things."""


def _same_things(one: Quantity, two: Quantity) -> bool:
    """Whether the phrases say the same of what they count; numbers far apart are of different things."""
    shared = one.qualifiers & two.qualifiers
    far = max(one.value, two.value) > 2 * min(one.value, two.value)
    return len(shared) >= (2 if far else 1)


def _together(items: Sequence[Quantity], one: Quantity, two: Quantity) -> bool:
    """Whether one article gives both numbers, and so knows that they differ: of different things, or at other times."""
    articles = [{item.place.article for item in items if item.alike(same)} for same in (one, two)]
    return bool(articles[0] & articles[1])


def _numbers(base: str, about: str, items: Sequence[Quantity]) -> Disagreement:
    given: dict[tuple[str, int], list[Quantity]] = defaultdict(list)
    for item in items:
        given[item.comparison, item.value].append(item)
    things = sorted({item.thing for item in items}, key=lambda words: (len(words.split()) < 2, len(words), words))
    positions = [
        Position(min(item.printed for item in same), (), tuple(sorted({item.place for item in same})))
        for _, same in sorted(given.items())
    ]
    return _made(base, about, "number", f"How many {things[0]}", positions)


# ------------------------------------------------------------------ whether somebody commented


def _comments(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Named actors that one article quotes as answering and of which another says that they have not commented."""
    called: dict[tuple[str, str], list[StoryActor]] = defaultdict(list)
    for actor in story.actors:
        if actor.named and actor.type not in {"Place", "Product", "Thing"}:
            called[actor.name.casefold(), actor.type].append(actor)
    for alike in called.values():  # one name and kind: kept apart, they are still asked and answer under it
        actor = alike[0]
        silent = sorted({place for one in alike for ref in one.refs for place in _silent(look, ref)})
        for number in sorted({group[place.article] for place in silent}):
            here = tuple(place for place in silent if group[place.article] == number)
            spoke = [ref for ref in _answers(look, alike) if group[ref.article] == number]
            apart = [ref for ref in spoke if ref.article not in {place.article for place in here}]
            if here and apart:
                yield _made(
                    story.base, actor.iri, "polarity", f"Whether {actor.name} had commented",
                    [
                        Position("has commented", tuple(sorted(apart)), _sentences(look, apart)),
                        Position("has not commented", (), here),
                    ],
                )  # fmt: skip


def _silent(look: Index, ref: Ref) -> Iterator[Place]:
    for mention in look.actors[ref].mentions:
        start, end = look.sentence(ref.article, mention.start)
        sentence = look.text(ref.article)[start:end]
        after, before = word_pattern("no_answer_from").search(sentence), word_pattern("no_answer_by").search(sentence)
        if (after and 0 <= mention.start - start - after.end() <= _NEAR) or (
            before and 0 <= before.start() - (mention.end - start) <= _NEAR
        ):
            yield Place(ref.article, start, end)


_NEAR = 12
"""Characters between the actor's name and the words that say it has not commented ("comment from the firm Blimp")."""


def _answers(look: Index, alike: Sequence[StoryActor]) -> Iterator[Ref]:
    """Direct words of the actor, or of an unnamed speaker for it, that are an answer: to an outlet, or by a medium."""
    for ref, said in sorted(look.statements.items()):
        if said.mode != "direct" or said.kind != "speech" or not (said.addressee or said.medium):
            continue
        if {one.iri for one in alike} & set(look.owners(ref.article, (*said.speakers, *said.on_behalf_of))):
            yield ref
