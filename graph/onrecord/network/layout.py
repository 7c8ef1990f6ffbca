"""Positions of nodes, computed in advance so that nothing moves when the page opens.

Small networks are laid out by stress majorisation (Gansner, Koren & North 2004), starting from a golden-angle spiral;
then boxes are pushed apart so that no labels overlap. Large networks are laid out by community, and the communities'
discs packed around the largest. There is no randomness: the same graph gives the same positions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from onrecord.network import leaf_layout
from onrecord.network.hops import hops_between
from onrecord.network.leaf_layout import GOLDEN
from onrecord.threads import in_one_thread
from onrecord.weights import weights_of

Points = NDArray[np.float64]
Size = tuple[float, float]

_N = weights_of("drawing")
_NONE = 1e-6
"""Pixels used instead of a distance of zero, which cannot be a divisor; two nodes may start at one point."""
_SMALL = 240
"""Up to so many nodes are laid out in one piece; beyond it the cost of all pairs is felt."""
_FLOWERS = 400
"""Nodes from which on leaves are set around their actor instead of being placed one by one."""
_CLOSE = 0.75
"""Factor for the distance of nodes with a single neighbour: their signs must not touch, their names show on zooming."""
_GAP = 36.0
"""Room between boxes: enough for the words on a short edge."""
_NEAR = 1.9
"""Hops up to which nodes count as tied."""
_STARTS = 10
"""Nodes from which a layout is begun anew; the best is kept."""
_CROWD = 60
"""Nodes from which on half the rounds do: a crowd needs no fine placing."""
_ROUNDS = 90
"""Steps of the majorisation, after which nothing moves by a visible length."""
_MANY = 300
"""Groups from which on their discs are rounded up to a few sizes, so that packing stays quick."""
_ROUGH = 48.0
"""Pixels to which radii are rounded up, so that boxes of nearly one size share their tries."""
_TRIED_AT_ONCE = 128
"""Places that are tried in one operation of the array library."""
_WIDE = 1.3
"""Screens are wider than high."""


def gather(
    nodes: Sequence[str], links: Sequence[tuple[str, str, float]], sizes: Mapping[str, Size]
) -> dict[str, tuple[int, int]]:
    """Positions (pixels) for the few `nodes` of a first view, as close together as their boxes allow.

    `links` have a relative length, usually 1; a line with words on it has to be longer.
    """
    if not nodes:
        return {}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    for a, b, length in sorted(links, key=lambda link: link[2]):
        if a != b:
            graph.add_edge(a, b, length=length)
    boxes = np.array([sizes[node] for node in nodes], dtype=float)
    rank = {node: number for number, node in enumerate(nodes)}
    pairs = np.array([(rank[a], rank[b]) for a, b in graph.edges], dtype=int).reshape(-1, 2)
    wanted = np.array([_N["line.length"] * graph.edges[a, b]["length"] for a, b in graph.edges])
    hops = hops_between(graph, list(nodes))
    begun = np.stack([_stress(hops, boxes, _GAP, turn) for turn in range(min(len(nodes), _STARTS))])
    tried = _separate(begun, boxes, _GAP, int(_N["rounds.few"]))
    points = min(tried, key=lambda found: untidy(found, pairs, wanted, boxes))
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(nodes, points, strict=True)}


def untidy(points: Points, pairs: NDArray[np.int_], wanted: Points, boxes: Points) -> float:
    """How hard a picture is to read: lines through nodes, lines that cross, lines too short for their words."""
    if not len(pairs):
        return 0.0
    start, end = points[pairs[:, 0]], points[pairs[:, 1]]
    along = end - start
    lengths = np.hypot(along[:, 0], along[:, 1])
    to = points[None, :, :] - start[:, None, :]
    share = np.clip((to * along[:, None, :]).sum(axis=2) / np.maximum(lengths[:, None] ** 2, _NONE), 0, 1)
    off = np.abs(to - share[:, :, None] * along[:, None, :])
    through = (off < boxes[None] * _N["untidy.within"]).all(axis=2)
    through[np.arange(len(pairs)), pairs[:, 0]] = False
    through[np.arange(len(pairs)), pairs[:, 1]] = False
    short = np.clip(wanted - lengths, 0, None).sum() / _N["untidy.short"]
    width, height = np.ptp(points, axis=0)
    through_nodes, area = _N["untidy.through"] * through.sum(), width * height / _N["untidy.area"]
    return float(through_nodes + _crossings(start, end, pairs) + short + area)


def _crossings(start: Points, end: Points, pairs: NDArray[np.int_]) -> int:
    """How many pairs of lines without a common end cross."""

    def side(a: Points, b: Points, c: Points) -> Points:
        found: Points = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (
            c[..., 0] - a[..., 0]
        )
        return found

    one, other = np.triu_indices(len(pairs), 1)
    apart = (pairs[one][:, :, None] != pairs[other][:, None, :]).all(axis=(1, 2))
    one, other = one[apart], other[apart]
    p, q, r, s = start[one], end[one], start[other], end[other]
    crossing = (side(p, q, r) * side(p, q, s) < 0) & (side(r, s, p) * side(r, s, q) < 0)
    return int(crossing.sum())


def arrange(
    nodes: Sequence[str], links: Sequence[tuple[str, str]], sizes: Mapping[str, Size], gap: float = _GAP
) -> dict[str, tuple[int, int]]:
    """Positions (pixels) for `nodes`, centred on the origin.

    `sizes` are the boxes (node with label) that must not overlap, `gap` is the room between them. From `_FLOWERS`
    nodes on, those with one neighbour only stand about it.
    """
    if not nodes:
        return {}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b) for a, b in links if a != b)
    hanging = leaf_layout.leaves(graph) if len(nodes) >= _FLOWERS else {}
    graph.remove_nodes_from([node for group in hanging.values() for node in group])
    step = max((*(size[1] for size in sizes.values()), 1.0)) * _CLOSE
    middles = {node: max(sizes[node]) * _CLOSE for node in hanging}
    wide = {node: 2 * leaf_layout.reach(len(group), middles[node], step) for node, group in hanging.items()}
    boxes = {node: (wide[node], wide[node]) if node in wide else sizes[node] for node in graph}
    groups = [group for part in _components(graph) for group in _split(graph, part)]
    groups.sort(key=lambda group: -sum(boxes[node][0] * boxes[node][1] for node in group))
    placed = [_place(graph.subgraph(group).copy(), group, boxes, gap) for group in groups]
    extents = [np.array([(wide.get(node, 0.0),) * 2 for node in group]) for group in groups]
    points = _pack(placed, extents) if len(placed) > 1 else placed[0]
    order = [node for group in groups for node in group]
    places = dict(zip(order, map(tuple, points.tolist()), strict=True))
    places |= leaf_layout.spread(hanging, places, middles, step)
    return {node: (round(places[node][0]), round(places[node][1])) for node in nodes}


def _components(graph: nx.Graph[str]) -> list[list[str]]:
    rank = {node: number for number, node in enumerate(graph)}
    parts = [sorted(part, key=rank.__getitem__) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), rank[part[0]]))


def _split(graph: nx.Graph[str], part: list[str]) -> list[list[str]]:
    """`part` as it is, or if it is large its communities, largest first."""
    if len(part) <= _SMALL:
        return [part]
    rank = {node: number for number, node in enumerate(part)}
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(
        sorted(((a, b) for a, b in graph.subgraph(part).edges), key=lambda e: (rank[e[0]], rank[e[1]]))
    )
    found = nx.community.louvain_communities(ordered, seed=1, resolution=_N["community.fine"])
    groups = [sorted(group, key=rank.__getitem__) for group in found]
    return sorted(groups, key=lambda group: (-len(group), rank[group[0]]))


def _place(graph: nx.Graph[str], nodes: list[str], sizes: Mapping[str, Size], gap: float) -> Points:
    boxes = np.array([sizes[node] for node in nodes], dtype=float)
    if len(nodes) > _SMALL:
        begun = _spiral(len(nodes), _N["spiral.step"])[None]
        return _separate(begun, boxes, gap, int(_N["rounds.crowd"])).reshape(-1, 2)
    rounds = int(_N["rounds.few" if len(nodes) < _CROWD else "rounds.some"])
    return _settled(hops_between(graph, nodes).tobytes(), boxes.tobytes(), gap, rounds)


@lru_cache(maxsize=1 << 8)
def _settled(hops: bytes, boxes: bytes, gap: float, rounds: int) -> Points:
    """The places of a group in one piece: most groups of a large network look like others."""
    sizes = np.frombuffer(boxes).reshape(-1, 2)
    apart = np.frombuffer(hops).reshape(len(sizes), len(sizes))
    return _separate(_stress(apart, sizes, gap)[None], sizes, gap, rounds).reshape(-1, 2)


def _spiral(count: int, step: float) -> Points:
    number = np.arange(count, dtype=float)
    radius = step * np.sqrt(number)
    points: Points = np.column_stack((radius * np.cos(number * GOLDEN) * _WIDE, radius * np.sin(number * GOLDEN)))
    return points


@in_one_thread()
def _stress(hops: Points, boxes: Points, gap: float, turn: int = 0) -> Points:
    """Places whose distances are near those in the graph (`hops`), by majorisation (SMACOF with weights d^-2).

    `turn` says which node the spiral that it starts from begins with: other starts end in other places.
    """
    count = len(hops)
    if count == 1:
        return np.zeros((1, 2))
    reach = boxes[:, 0] * _N["reach.across"] + boxes[:, 1] * _N["reach.down"]
    wanted = hops ** _N["hops.power"] * (reach[:, None] + reach[None, :]) + gap * _N["reach.gap"]
    unit = float(wanted.mean())
    np.fill_diagonal(wanted, 1.0)
    weights = np.where(hops < _NEAR, _N["hops.tied"], 1.0) / wanted**2
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count) - 1.0 / count  # the pseudo-inverse of a Laplacian
    points = np.roll(_spiral(count, unit * _N["start.step"]), turn, axis=0)
    for _ in range(_ROUNDS if count < _CROWD else _ROUNDS // 2):
        across, down = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
        gaps = np.sqrt(across * across + down * down)
        np.fill_diagonal(gaps, 1.0)
        pull = -weights * wanted / np.maximum(gaps, _NONE)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    stretched: Points = _flat(points) * np.array([_N["stretch.across"], _N["stretch.down"]])
    return stretched


def _flat(points: Points) -> Points:
    """`points` rotated so that their longest extent is horizontal, with the first node left of the middle."""
    centred = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ vectors[:, ::-1]
    signs = np.where(turned[0] > 0, -1.0, 1.0)
    return turned * signs


def _separate(layouts: Points, boxes: Points, gap: float, rounds: int) -> Points:
    """Push overlapping boxes of layouts of the same nodes apart in the shorter direction, a little in each round."""
    places, (rows, columns) = layouts.transpose(2, 0, 1).copy(), np.triu_indices(layouts.shape[1], 1)
    room = [(boxes[columns, axis] + boxes[rows, axis]) / 2 + gap for axis in (0, 1)]
    for _ in range(rounds):
        across = places[0][:, columns] - places[0][:, rows]
        wide = room[0] - np.abs(across)
        layout, near = np.nonzero(wide > 0)  # a few of all pairs: only these are looked at in the other direction
        down = places[1][layout, columns[near]] - places[1][layout, rows[near]]
        high = room[1][near] - np.abs(down)
        hit = high > 0
        if not hit.any():
            break
        layout, near, high, down = layout[hit], near[hit], high[hit], down[hit]
        wide, across = wide[layout, near], across[layout, near]
        flat = wide < high  # whether they are pushed apart across
        step = np.where(flat, wide, high) * np.where(np.where(flat, across, down) >= 0, 1, -1) * _N["push"]
        along = np.where(flat, 0, 1)
        np.add.at(places, (along, layout, rows[near]), -step)
        np.add.at(places, (along, layout, columns[near]), step)
    return np.ascontiguousarray(places.transpose(1, 2, 0))


def _pack(groups: list[Points], extents: list[Points]) -> Points:
    """Discs around groups of points, packed about the first, each as near to the middle as it fits.

    `extents` are the boxes of what stands about the points.
    """
    radii = np.array([_radius(points, boxes) for points, boxes in zip(groups, extents, strict=True)])
    if len(groups) > _MANY:  # discs of few sizes: each size goes on where its last disc found room
        radii = np.ceil(radii / _ROUGH) * _ROUGH
    centres: list[tuple[float, float]] = []
    taken: dict[float, int] = {}
    for number, radius in enumerate(radii.tolist()):
        centre, taken[radius] = _free(centres, radii[:number], radius, taken.get(radius, 0))
        centres.append(centre)
    shifted = [
        points - (points.max(axis=0) + points.min(axis=0)) / 2 + np.array([x * _WIDE, y])
        for points, (x, y) in zip(groups, centres, strict=True)
    ]
    joined = np.vstack(shifted)
    centred: Points = joined - (joined.max(axis=0) + joined.min(axis=0)) / 2
    return centred


def _radius(points: Points, boxes: Points) -> float:
    width, height = (points + boxes / 2).max(axis=0) - (points - boxes / 2).min(axis=0)
    return max(float(width) / _WIDE, float(height)) / 2 + _N["disc.rim"]


def _free(
    centres: list[tuple[float, float]], radii: Points, radius: float, begin: int
) -> tuple[tuple[float, float], int]:
    """The first point of a widening spiral, from its point `begin` on, where a disc of `radius` touches no other.

    Comes with the point's number: what is full stays full, so that the next disc of this size can begin there.
    """
    if not centres:
        return (0.0, 0.0), 0
    others = np.array(centres)
    step = max(radius, _N["disc.least"]) * _N["disc.step"]
    first = begin
    while True:
        number = np.arange(first, first + _TRIED_AT_ONCE, dtype=float)
        x = step * np.sqrt(number) * np.cos(number * GOLDEN)
        y = step * np.sqrt(number) * np.sin(number * GOLDEN)
        apart = np.hypot(others[:, 0, None] - x, others[:, 1, None] - y) >= (radii + radius)[:, None]
        free = np.flatnonzero(apart.all(axis=0))
        if len(free):
            return (float(x[free[0]]), float(y[free[0]])), first + int(free[0])
        first += _TRIED_AT_ONCE
