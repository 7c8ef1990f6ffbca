"""What the first view shows: the chief actors, what they did to one another, and a few of their sentences."""

from __future__ import annotations

import math
from dataclasses import dataclass

import networkx as nx

_ACTORS = 10
_WITH_SPEAKERS = 13
_ACTIONS = 14
_STATEMENTS = 5
_A_PAIR = 2
"""Edges shown at first between two actors in one direction; more make a rope, not a sentence."""

_SPEECH = {"direct": 3.0, "mixed": 2.0, "indirect": 1.0}
_GENERIC = "Act"
"""The kind of actions of which no more is known than that they were done."""
_LOOKED_AT = 400
_CERTAIN = {"asserted": 3.0, "said": 2.0, "planned": 1.5, "denied": 1.0}


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


def chief(graph: nx.MultiDiGraph[str]) -> Chief:
    """Choose the first view: the best-attested actions one after the other, each with its weightiest pair of actors.

    Actions tied to actors already chosen go before others, so that one connected story is told.
    """
    weight = weights(graph)
    actors: list[str] = []
    edges: list[str] = []
    told: dict[tuple[str, str], set[str]] = {}
    left = _candidates(graph, weight)
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
    statements = _statements(graph, actors, weight)
    return Chief(tuple(actors + statements), tuple(edges))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An action with the pair of actors that stands for it."""

    worth: float
    key: str
    start: str
    end: str
    label: str


def _candidates(graph: nx.MultiDiGraph[str], weight: dict[str, float]) -> list[_Candidate]:
    best: dict[str, _Candidate] = {}
    for start, end, key, data in graph.edges(keys=True, data=True):
        if data["kind"] != "action":
            continue
        named = sum(bool(graph.nodes[node]["named"]) for node in (start, end))
        worth = (
            2.0 * min(data["articles"], 4)
            + _CERTAIN.get(data["mode"], 1.0)
            + (0.0 if data["type"] == _GENERIC else 2.5)
            + 1.2 * named
            + 0.7 * math.log1p(weight[start] + weight[end])
        )
        found = _Candidate(worth, f"{start} {end} {key}", start, end, data["label"])
        if data["iri"] not in best or (worth, found.key) > (best[data["iri"]].worth, best[data["iri"]].key):
            best[data["iri"]] = found
    ranked = sorted(best.values(), key=lambda c: (-c.worth, c.key))
    return ranked[:_LOOKED_AT]


def _statements(graph: nx.MultiDiGraph[str], actors: list[str], weight: dict[str, float]) -> list[str]:
    """The best statement of each chief speaker: printed by many, in the speaker's own words, of a fair length.

    A named speaker who is not among `actors` joins them while there is room.
    """
    best: dict[str, tuple[float, str]] = {}
    for speaker, end, data in graph.edges(data=True):
        if data["kind"] == "says":
            best[speaker] = max(best.get(speaker, (0.0, "")), (_worth(graph.nodes[end]), end))
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


def _worth(data: dict[str, object]) -> float:
    length = len(str(data["label"]))
    fair = 1.0 if 40 <= length <= 260 else 0.5
    return float(int(str(data["articles"]))) * 2 + _SPEECH.get(str(data["mode"]), 1.0) * fair
