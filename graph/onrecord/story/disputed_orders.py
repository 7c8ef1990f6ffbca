"""Which body ordered that something be done to one thing, if articles name different bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.action_kinds import BAN, DECIDE, ORDER, REQUIRE
from onrecord.model import Disagreement, Position, Ref, Story, StoryActor
from onrecord.story.index import Index
from onrecord.story.inflection import verb
from onrecord.story.positions import kind_in_words, made, sentences_of

_BODIES = frozenset({"State", "GovernmentBody", "Ministry", "RegulatoryAgency", "IntelligenceAgency", "Organization"})
_DIRECTING = frozenset({ORDER, DECIDE, REQUIRE, BAN})


def directed(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Different bodies that are said to have ordered or decided what is done to one thing.

    They may be links of one chain that no article lays out, so they are shown side by side, each with its sentence.
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
            Position(agent, tuple(sorted(refs)), sentences_of(look, refs)) for agent, refs in sorted(agents.items())
        ]
        yield made(story.base, target, "agent", label, positions)


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
    return kind_in_words(look.actions[below[0] if below else ref].type)
