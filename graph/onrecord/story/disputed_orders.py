"""Contradictory accounts of who ordered a deed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.action_kinds import BAN, DECIDE, ORDER, REQUIRE
from onrecord.actor_kinds import STATE_PARTS
from onrecord.model import Disagreement, Position, Ref, Story, StoryAction, StoryActor
from onrecord.story.index import Index
from onrecord.story.inflection import verb
from onrecord.story.labels import asked
from onrecord.story.notes import CHAIN, STATE
from onrecord.story.positions import kind_in_words, made, sentences_of
from onrecord.value_groups import is_nominal
from onrecord.weights import weights_of

_BODIES = frozenset({"State", "GovernmentBody", "Ministry", "RegulatoryAgency", "IntelligenceAgency", "Organization"})
_OFFICE = int(weights_of("judgements")["disputed.office"])
"""Characters before a person's name that are searched for their office."""
DIRECTING = frozenset({ORDER, DECIDE, REQUIRE, BAN})


def directed(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Disagreements on which body or official ordered or decided a deed, or a deed to the same thing.

    A state and its bodies, or one body that acts on the directive of another, only seem to be rivals. Others may still
    be parts of a chain of command that no article explains, so each is shown with its sentence.
    """
    given = _given(look, group)
    told: dict[str, list[set[str]]] = defaultdict(list)
    known = _Known(look)
    for (_, target), bodies in sorted(
        given.items(), key=lambda item: (isinstance(look.things[item[0][1]], StoryAction), item[0])
    ):
        agents = _governments(look, bodies)
        if len(agents) < 2 or len({ref.article for refs in agents.values() for ref in refs}) < 2:
            continue
        thing = look.things[target]
        label = _of_thing(look, thing.name, agents) if isinstance(thing, StoryActor) else _of_deed(look, agents)
        if label and not _one_office(look, agents) and not any(set(agents) <= other for other in told[min(agents)]):
            for agent in agents:
                told[agent].append(set(agents))
            positions = [
                Position(agent, tuple(sorted(refs)), sentences_of(look, refs)) for agent, refs in sorted(agents.items())
            ]
            note = _explained(known, target, agents)
            yield made(story.base, target, "agent", label, positions, note=note)


class _Known:
    """Who directs whom, and which states there are, in a whole story."""

    def __init__(self, look: Index) -> None:
        self.look = look
        self.states = [item for item in look.things.values() if isinstance(item, StoryActor) and item.type == "State"]
        self.directors: dict[str, set[str]] = defaultdict(set)
        """By an actor or action: those on whose directive something is done to it, or it is done."""
        for ref, report in look.actions.items():
            if report.directors:
                for target in {look.homes.get(ref), *_named_beside(look, ref)} - {None}:
                    self.directors[target or ""].update(look.owners(ref.article, report.directors))


def _named_beside(look: Index, ref: Ref) -> frozenset[str]:
    """The actors that the sentence of a report mentions."""
    trigger = look.actions[ref].trigger
    here = look.mentioned(ref.article, *look.sentence(ref.article, trigger[0][0])) if trigger else ()
    return frozenset(look.homes[other] for _, other in here if other in look.homes)


def _explained(known: _Known, target: str, agents: dict[str, list[Ref]]) -> str:
    """Why all of `agents` can have ordered it; empty if two of them cannot."""
    directors = known.directors.get(target, set())
    states = [item for iri in agents if isinstance(item := known.look.things[iri], StoryActor) and item.type in _WHOLE]
    parts = agents.keys() - {item.iri for item in states}
    if len(states) > 1 or len(parts - directors) > 1:
        return ""
    if not all(_is_part(known, iri, state) for iri in parts for state in states or (None,)):
        return ""
    return CHAIN if directors & agents.keys() else STATE if states else ""


_WHOLE = frozenset({"State", "GovernmentBody"})


def _is_part(known: _Known, iri: str, state: StoryActor | None) -> bool:
    """Whether an actor is a body through which `state` acts; one whose name has that of another state is not."""
    actor = known.look.things[iri]
    if not isinstance(actor, StoryActor) or actor.type not in STATE_PARTS:
        return False
    own = _states_in(known, (actor.name, *actor.alt_names))
    return (
        state is None or not own or not own.isdisjoint({state.iri, state.of_state, *_states_in(known, (state.name,))})
    )


def _states_in(known: _Known, names: Iterable[str]) -> set[str]:
    """The states of the story whose name is part of one of `names`: "the Harbour Ministry of Norland"."""
    printed = [f" {name} " for name in names]
    return {item.iri for item in known.states if any(f" {item.name} " in name for name in printed)}


def _given(look: Index, group: dict[str, int]) -> dict[tuple[int, str], dict[str, list[Ref]]]:
    """The reported agents of orders, with the reports, by story and by the thing or deed ordered."""
    given: dict[tuple[int, str], dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for ref, report in look.actions.items():
        if report.type not in DIRECTING or report.polarity == "negative" or report.modality != "asserted":
            continue
        if report.type == BAN and is_nominal(report):
            continue
        for agent in look.owners(ref.article, report.agents):
            actor = look.things[agent]
            if not isinstance(actor, StoryActor) or not actor.named:
                continue
            for target in _targets(look, ref) if actor.type in _BODIES else ():
                if agent != target:
                    given[group[ref.article], target][agent].append(ref)
            if report.type == ORDER and actor.type in _BODIES | {"Person"}:
                given[group[ref.article], look.homes[ref]][agent].append(ref)
    return given


def _of_thing(look: Index, name: str, agents: dict[str, list[Ref]]) -> str:
    deeds = [_deed(look, ref) for refs in agents.values() for ref in refs]
    deed = min(set(deeds), key=lambda word: (-deeds.count(word), word))
    return f"Who ordered {name} to be {verb(deed, 'VBN')}"


def _of_deed(look: Index, agents: dict[str, list[Ref]]) -> str:
    """The deed as a question with "who"; empty if one article reports two of the agents, so that both are right."""
    articles = [{ref.article for ref in refs} for refs in agents.values()]
    if any(one & two for one, two in combinations(articles, 2)):
        return ""
    return next((words for ref in sorted(min(agents.values())) if (words := asked(look, ref, "who"))), "")


def _one_office(look: Index, agents: dict[str, list[Ref]]) -> bool:
    """Whether one of two holds an office in the other: "Interior Minister Ana Falk", "the Interior Ministry"."""
    actors = [item for iri in agents if isinstance(item := look.things[iri], StoryActor)]
    for person in (item for item in actors if item.type == "Person"):
        before = " ".join(
            look.text(ref.article)[max(0, mention.start - _OFFICE) : mention.end]
            for ref in person.refs
            for mention in look.actors[ref].mentions
        ).casefold()
        for body in actors:
            words = [word.casefold() for word in body.name.split() if word[0].isupper()]
            if body is not person and any(word in before for word in words):
                return True
    return False


def _governments(look: Index, given: dict[str, list[Ref]]) -> dict[str, list[Ref]]:
    """`given` with the reports of a state moved to its government, if both are named."""
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
    """Named things and companies in the order's object or in the object of the deed ordered."""
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
    return kind_in_words(look.actions[below[0] if below else ref].type)
