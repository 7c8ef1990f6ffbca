"""What the first view shows: the chief actors, what they did to one another, and a few of their sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

_ACTORS = 10
_WITH_SPEAKERS = 13
_ACTIONS = 14
_STATEMENTS = 5
_A_PAIR = 2
"""Edges shown at first between two actors in one direction; more make a rope, not a sentence."""

_GENERIC = "Act"
"""The kind of actions of which no more is known than that they were done."""
_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Chief:
    """Nodes (actors and statements) and keys of edges of the first view, chief things first."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]


def weights(graph: nx.MultiDiGraph[str]) -> dict[str, float]:
    """How much every actor has to do with the story: acting and speaking count most, then being acted upon."""
    found = {node: 0.0 for node, data in graph.nodes(data=True) if data["kind"] == "actor"}
    for start, end, data in graph.edges(data=True):
        worth = (1 + 0.6 * (data.get("articles", 1) - 1)) * (0.4 if data.get("type") == _GENERIC else 1.0)
        if data["kind"] == "action":
            found[start] += 2.0 * worth
            found[end] += 1.5 * worth
        elif data["kind"] in ("says", "agent"):
            found[start] += 1.5 * worth
        elif end in found:
            found[end] += 0.5
        else:
            found[start] += 0.5
    for node in found:
        data = graph.nodes[node]
        found[node] *= (1 + 0.4 * (data["articles"] - 1)) * (1.0 if data["named"] else 0.5)
    return found


def chief(graph: nx.MultiDiGraph[str], worth: Mapping[str, float]) -> Chief:
    """Choose the first view: the actions worth most (see `worths`) one after the other, each with its weightiest pair.

    Actions tied to actors already chosen go before others, so that one connected story is told.
    """
    weight = weights(graph)
    actors: list[str] = []
    edges: list[str] = []
    told: dict[tuple[str, str], set[str]] = {}
    left = _candidates(graph, weight, worth)
    while left and len(edges) < _ACTIONS:
        best = max(left, key=lambda c: (c.worth + (1.5 if {c.start, c.end} & set(actors) else 0.0), c.key))
        left.remove(best)
        new = [node for node in (best.start, best.end) if node not in actors]
        said = told.setdefault((best.start, best.end), set())
        if len(actors) + len(new) > _ACTORS or best.label in said or len(said) >= _A_PAIR:
            continue
        said.add(best.label)
        actors += new
        edges.append(best.key)
    statements = _statements(graph, actors, weight, worth)
    return Chief(tuple(actors + statements), tuple(edges))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An action with the pair of actors that stands for it."""

    worth: float
    key: str
    start: str
    end: str
    label: str


def _candidates(
    graph: nx.MultiDiGraph[str], weight: Mapping[str, float], worths: Mapping[str, float]
) -> list[_Candidate]:
    best: dict[str, _Candidate] = {}
    for start, end, key, data in graph.edges(keys=True, data=True):
        if data["kind"] != "action":
            continue
        worth = worths.get(data["iri"], 0.0) + 0.5 * math.log1p(weight[start] + weight[end])
        found = _Candidate(worth, f"{start} {end} {key}", start, end, data["label"])
        if data["iri"] not in best or (worth, found.key) > (best[data["iri"]].worth, best[data["iri"]].key):
            best[data["iri"]] = found
    ranked = sorted(best.values(), key=lambda c: (-c.worth, c.key))
    return ranked[:_LOOKED_AT]


def _statements(
    graph: nx.MultiDiGraph[str], actors: list[str], weight: Mapping[str, float], worths: Mapping[str, float]
) -> list[str]:
    """The best statement of each chief speaker.

    A named speaker who is not among `actors` joins them while there is room.
    """
    best: dict[str, tuple[float, str]] = {}
    for speaker, end, data in graph.edges(data=True):
        if data["kind"] == "says":
            best[speaker] = max(best.get(speaker, (-math.inf, "")), (worths.get(end, 0.0), end))
    chosen: list[str] = []
    ranked = sorted(best, key=lambda node: (-best[node][0] - math.log1p(weight[node]), node))
    for speaker in ranked:
        if len(chosen) >= _STATEMENTS or best[speaker][1] in chosen:
            continue
        if speaker not in actors:
            if len(actors) >= _WITH_SPEAKERS or not graph.nodes[speaker]["named"]:
                continue
            actors.append(speaker)
        chosen.append(best[speaker][1])
    return chosen
