"""Where nodes stand: computed here, so that the page opens still.

Small networks by stress majorisation (Gansner, Koren & North 2004) from a start on a golden-angle spiral, then boxes
pushed apart so that no label lies on another. Large ones by community, each laid out on its own and the discs packed
around the largest. No randomness; the same graph gives the same places.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Size = tuple[float, float]

_GOLDEN = math.pi * (3 - math.sqrt(5))
_SMALL = 160
"""Up to so many nodes are laid out in one piece; beyond it the cost of all pairs is felt."""
_GAP = 36.0
"""Room between boxes: enough for the words on a short edge."""
_WIDE = 1.3
"""Screens are wider than high."""


def gather(
    nodes: Sequence[str], links: Sequence[tuple[str, str]], sizes: Mapping[str, Size]
) -> dict[str, tuple[int, int]]:
    """Places for the few `nodes` of a first view in one piece, as close together as their boxes allow."""
    if not nodes:
        return {}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b) for a, b in links if a != b)
    points = _place(graph, list(nodes), sizes)
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(nodes, points, strict=True)}


def arrange(
    nodes: Sequence[str], links: Sequence[tuple[str, str]], sizes: Mapping[str, Size]
) -> dict[str, tuple[int, int]]:
    """Places for `nodes`, centred on the origin; `sizes` are the boxes (node with label) that must not overlap."""
    if not nodes:
        return {}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b) for a, b in links if a != b)
    groups = [group for part in _components(graph) for group in _split(graph, part)]
    placed = [_place(graph.subgraph(group), group, sizes) for group in groups]
    points = _pack(placed) if len(placed) > 1 else placed[0]
    order = [node for group in groups for node in group]
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(order, points, strict=True)}


def _components(graph: nx.Graph[str]) -> list[list[str]]:
    rank = {node: number for number, node in enumerate(graph)}
    parts = [sorted(part, key=rank.__getitem__) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), rank[part[0]]))


def _split(graph: nx.Graph[str], part: list[str]) -> list[list[str]]:
    """`part` as it is, or where it is large its communities, largest first."""
    if len(part) <= _SMALL:
        return [part]
    rank = {node: number for number, node in enumerate(part)}
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(
        sorted(((a, b) for a, b in graph.subgraph(part).edges), key=lambda e: (rank[e[0]], rank[e[1]]))
    )
    found = nx.community.louvain_communities(ordered, seed=1, resolution=1.2)
    groups = [sorted(group, key=rank.__getitem__) for group in found]
    return sorted(groups, key=lambda group: (-len(group), rank[group[0]]))


def _place(graph: nx.Graph[str], nodes: list[str], sizes: Mapping[str, Size]) -> Points:
    boxes = np.array([sizes[node] for node in nodes], dtype=float)
    if len(nodes) > _SMALL:
        return _separate(_spiral(len(nodes), 70.0), boxes, 20)
    return _separate(_stress(graph, nodes, boxes), boxes, 200)


def _spiral(count: int, step: float) -> Points:
    number = np.arange(count, dtype=float)
    radius = step * np.sqrt(number)
    points: Points = np.column_stack((radius * np.cos(number * _GOLDEN) * _WIDE, radius * np.sin(number * _GOLDEN)))
    return points


def _stress(graph: nx.Graph[str], nodes: list[str], boxes: Points) -> Points:
    """Places whose distances are near the distances in the graph, by majorisation (SMACOF with weights d^-2)."""
    count = len(nodes)
    if count == 1:
        return np.zeros((1, 2))
    rank = {node: number for number, node in enumerate(nodes)}
    hops = np.full((count, count), 3.0)
    for start, lengths in nx.all_pairs_shortest_path_length(graph):
        for end, length in lengths.items():
            hops[rank[start], rank[end]] = min(length, 5)
    reach = boxes[:, 0] * 0.36 + boxes[:, 1] * 0.3
    wanted = hops**0.9 * (reach[:, None] + reach[None, :]) + 46
    unit = float(wanted.mean())
    np.fill_diagonal(wanted, 1.0)
    weights = 1.0 / wanted**2
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    points = _spiral(count, unit * 0.3)
    for _ in range(150):
        gaps = np.linalg.norm(points[:, None] - points[None, :], axis=2)
        np.fill_diagonal(gaps, 1.0)
        pull = -weights * wanted / np.maximum(gaps, 1e-6)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    stretched: Points = _flat(points) * np.array([1.1, 0.95])
    return stretched


def _flat(points: Points) -> Points:
    """`points` turned so that their longest extent lies level, with the first node left of the middle."""
    centred = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ vectors[:, ::-1]
    signs = np.where(turned[0] > 0, -1.0, 1.0)
    return turned * signs


def _separate(points: Points, boxes: Points, rounds: int) -> Points:
    """Push overlapping boxes apart along the shorter way, a little a round."""
    points = points.copy()
    rows, columns = np.triu_indices(len(points), 1)
    for _ in range(rounds):
        delta = points[columns] - points[rows]
        need = (boxes[columns] + boxes[rows]) / 2 + _GAP - np.abs(delta)
        hit = (need[:, 0] > 0) & (need[:, 1] > 0)
        if not hit.any():
            break
        first, second, away = rows[hit], columns[hit], delta[hit]
        along = np.where(need[hit, 0] < need[hit, 1], 0, 1)
        step = need[hit, along] * 0.5
        sign = np.where(away[np.arange(len(along)), along] >= 0, 1.0, -1.0)
        np.add.at(points, (first, along), -sign * step * 0.6)
        np.add.at(points, (second, along), sign * step * 0.6)
    return points


def _pack(groups: list[Points]) -> Points:
    """Discs around groups of points, packed about the first, each as near to the middle as it fits."""
    radii = np.array([_radius(points) for points in groups])
    centres: list[tuple[float, float]] = []
    for number, radius in enumerate(radii):
        centres.append(_free(centres, radii[:number], float(radius)))
    shifted = [
        points - (points.max(axis=0) + points.min(axis=0)) / 2 + np.array([x * _WIDE, y])
        for points, (x, y) in zip(groups, centres, strict=True)
    ]
    joined = np.vstack(shifted)
    centred: Points = joined - (joined.max(axis=0) + joined.min(axis=0)) / 2
    return centred


def _radius(points: Points) -> float:
    width, height = points.max(axis=0) - points.min(axis=0)
    return max(float(width) / _WIDE, float(height)) / 2 + 90


def _free(centres: list[tuple[float, float]], radii: Points, radius: float) -> tuple[float, float]:
    """The first point of a widening spiral where a disc of `radius` touches no other."""
    if not centres:
        return 0.0, 0.0
    others = np.array(centres)
    number = 0
    step = max(radius, 60.0) * 0.5
    while True:
        distance = step * math.sqrt(number)
        x, y = distance * math.cos(number * _GOLDEN), distance * math.sin(number * _GOLDEN)
        if np.all(np.hypot(others[:, 0] - x, others[:, 1] - y) >= radii + radius):
            return x, y
        number += 1
