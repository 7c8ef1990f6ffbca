"""What the first view shows: the chief actors, what they did to one another, and a few of their sentences."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

_ACTORS = 12
_STATEMENTS = 5
_A_PAIR = 2
"""Edges shown at first between two actors in one direction; more make a rope, not a sentence."""

_SPEECH = {"direct": 3.0, "mixed": 2.0, "indirect": 1.0}
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
        worth = 1 + 0.6 * (data.get("articles", 1) - 1)
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
        found[node] *= (1 + 0.4 * (data["articles"] - 1)) * (1.0 if data["named"] else 0.6)
    return found


def chief(graph: nx.MultiDiGraph[str]) -> Chief:
    """Choose the first view: at most twelve actors grown from the weightiest along the actions between them."""
    weight = weights(graph)
    ranked = sorted(weight, key=lambda node: (-weight[node], node))
    actors = _grow(graph, ranked, weight)
    edges = _actions(graph, actors)
    statements = _statements(graph, actors, weight)
    tied = {end for start, end in graph.subgraph(actors + statements).edges() if start != end}
    tied |= {start for start, end in graph.subgraph(actors + statements).edges() if start != end}
    kept = [node for node in actors if node in tied] or actors
    return Chief(tuple(kept + statements), tuple(edges))


def _grow(graph: nx.MultiDiGraph[str], ranked: list[str], weight: dict[str, float]) -> list[str]:
    """Start with the weightiest, add the weightiest with a preference for those an action ties to one chosen."""
    acts: dict[str, set[str]] = {node: set() for node in ranked}
    for start, end, data in graph.edges(data=True):
        if data["kind"] == "action":
            acts[start].add(end)
            acts[end].add(start)
    chosen: list[str] = []
    left = ranked[:200]
    while left and len(chosen) < _ACTORS:
        best = max(
            left, key=lambda node: (weight[node] * (2.0 if acts[node] & set(chosen) else 1.0), -left.index(node))
        )
        left.remove(best)
        chosen.append(best)
    return chosen


def _actions(graph: nx.MultiDiGraph[str], actors: list[str]) -> list[str]:
    """Keys of the actions between the chief actors, the best-attested first and few for each pair."""
    inside = graph.subgraph(actors)
    ranked = sorted(
        (
            (data["articles"], _CERTAIN.get(data["mode"], 1.0), start, end, key)
            for start, end, key, data in inside.edges(keys=True, data=True)
        ),
        key=lambda item: (-item[0], -item[1], item[2], item[3], item[4]),
    )
    seen: dict[tuple[str, str], set[str]] = {}
    keys: list[str] = []
    for _, _, start, end, key in ranked:
        label = graph.edges[start, end, key]["label"]
        told = seen.setdefault((start, end), set())
        if label not in told and len(told) < _A_PAIR:
            told.add(label)
            keys.append(f"{start} {end} {key}")
    return keys


def _statements(graph: nx.MultiDiGraph[str], actors: list[str], weight: dict[str, float]) -> list[str]:
    """The best statement of each chief speaker: printed by many, in the speaker's own words, of a fair length."""
    chosen: list[str] = []
    speakers = [
        node for node in actors if any(data["kind"] == "says" for _, _, data in graph.out_edges(node, data=True))
    ]
    for speaker in sorted(speakers, key=lambda node: (-weight[node], node)):
        said = [
            end for _, end, data in graph.out_edges(speaker, data=True) if data["kind"] == "says" and end not in chosen
        ]
        if said and len(chosen) < _STATEMENTS:
            chosen.append(max(said, key=lambda node: (_worth(graph.nodes[node]), node)))
    return chosen


def _worth(data: dict[str, object]) -> float:
    length = len(str(data["label"]))
    fair = 1.0 if 40 <= length <= 260 else 0.5
    return float(int(str(data["articles"]))) * 2 + _SPEECH.get(str(data["mode"]), 1.0) * fair
