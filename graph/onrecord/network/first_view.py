"""What the first view of the network shows: the actors of the story's lines, and what they did to one another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from onrecord.action_kinds import ACT
from onrecord.network.story_lines import Line
from onrecord.weights import weights_of

_W = weights_of("salience")
_ACTORS = 10
"""Actors that a reader takes in at first sight; a last line may add one or two."""
_MOST_ACTORS = 14
"""Actors of the first view with those of its last lines."""
_OBJECTS = 3
"""Whom or what the deeds of the lines are about, in addition to the actors of their chief reports."""
_ACTIONS = 14
"""Lines of the first view: more would cross."""
_STATEMENTS = 4
"""Statements of the first view, in addition to its actions."""
_A_PAIR = 2
"""Edges shown at first between two actors in one direction; more make a rope, not a sentence."""

_GENERIC = ACT
"""The kind of actions of which no more is known than that they were done."""
_LOOKED_AT = 400
"""The weightiest actions that the first view is chosen from, so that its time does not grow with the story."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """Nodes (actors and statements) and keys of edges of the first view, chief things first."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]


def weights(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    """How much every actor has to do with the story: acting and speaking count most, then being acted upon."""
    found = {node: 0.0 for node, data in graph.nodes(data=True) if data["kind"] == "actor"}
    for start, end, data in graph.edges(data=True):
        generic = data.get("type") == _GENERIC
        worth = (1 + _W["tie.article"] * (data.get("articles", 1) - 1)) * (_W["tie.generic"] if generic else 1.0)
        if data["kind"] == "action":
            found[start] += _W["tie.acts"] * worth
            found[end] += _W["tie.speaks"] * worth
        elif data["kind"] in ("says", "agent"):
            found[start] += _W["tie.speaks"] * worth
        elif end in found:
            found[end] += _W["tie.touched"]
        else:
            found[start] += _W["tie.touched"]
    for node in found:
        data = graph.nodes[node]
        found[node] *= (1 + _W["actor.article"] * (data["articles"] - 1)) * (
            1.0 if data["named"] else _W["actor.unnamed"]
        )
    return found


def choose_first_view(graph: nx.MultiDiGraph[str], worth: Mapping[str, float], lines: Sequence[Line]) -> FirstView:
    """Choose the first view: the actors of the story's lines, what they did to one another, and what that is about.

    While there is room, the actions worth most (see `salience`) are added, each with its weightiest pair; those tied to
    actors already chosen go before others, so that one connected story is told.
    """
    weight = weights(graph)
    chief = [iri for line in lines for iri in line.actors[:2]]
    about = [iri for line in lines for iri in [one for one in line.objects if one in graph][:1]][:_OBJECTS]
    named = dict.fromkeys(chief + about + [iri for line in lines for iri in line.actors[2:]])
    actors = [iri for iri in named if iri in graph][:_MOST_ACTORS]
    edges = [
        f"{line.pair[0]} {line.pair[1]} {line.iri}"
        for line in lines
        if line.pair and set(line.pair) <= set(actors) and graph.has_edge(*line.pair, key=line.iri)
    ]
    edges += [key for line in lines for key in _done_to(line, set(about) - set(line.actors), graph, actors)]
    told: dict[tuple[str, str], set[str]] = {}
    left = _candidates(graph, weight, worth)
    while left and len(edges) < _ACTIONS:
        best = max(left, key=lambda c: (c.worth + (_W["view.tied"] if {c.start, c.end} & set(actors) else 0.0), c.key))
        left.remove(best)
        new = [node for node in (best.start, best.end) if node not in actors]
        said = told.setdefault((best.start, best.end), set())
        full = new and len(actors) + len(new) > _ACTORS
        if best.key in edges or full or best.label in said or len(said) >= _A_PAIR:
            continue
        said.add(best.label)
        actors += new
        edges.append(best.key)
    tied = {node for key in edges for node in key.split(" ")[:2]}
    statements = [line.iri for line in lines if line.kind == "statement" and not tied & set(line.actors[:1])]
    return FirstView(tuple(actors + [iri for iri in statements if iri in graph][:_STATEMENTS]), tuple(edges))


def _done_to(line: Line, objects: set[str], graph: nx.MultiDiGraph[str], actors: Sequence[str]) -> list[str]:
    """The edge of the deed of a line to each of `objects`, from the first of `actors` that has one."""
    found = ((actor, one) for one in sorted(objects) for actor in actors if graph.has_edge(actor, one, key=line.iri))
    return [f"{actor} {one} {line.iri}" for one, actor in {one: actor for actor, one in reversed(list(found))}.items()]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An action with the pair of actors that stands for it."""

    worth: float
    key: str
    start: str
    end: str
    label: str


def _candidates(
    graph: nx.MultiDiGraph[str], weight: Mapping[str, float], salience: Mapping[str, float]
) -> list[_Candidate]:
    best: dict[str, _Candidate] = {}
    for start, end, key, data in graph.edges(keys=True, data=True):
        if data["kind"] != "action":
            continue
        worth = salience.get(data["iri"], 0.0) + _W["view.actors"] * math.log1p(weight[start] + weight[end])
        found = _Candidate(worth, f"{start} {end} {key}", start, end, data["label"])
        if data["iri"] not in best or (worth, found.key) > (best[data["iri"]].worth, best[data["iri"]].key):
            best[data["iri"]] = found
    ranked = sorted(best.values(), key=lambda c: (-c.worth, c.key))
    return ranked[:_LOOKED_AT]
