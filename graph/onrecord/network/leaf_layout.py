"""Layout of nodes with a single neighbour, around it like the florets of a sunflower.

In a large network most nodes have a single neighbour. Without them, the core is small enough to be laid out well, and
their number around a neighbour shows at a glance who does and says much.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

GOLDEN = math.pi * (3 - math.sqrt(5))
"""The golden angle: points that turn by it, one after the other, cover a circle evenly."""


def leaves(graph: nx.Graph[str]) -> dict[str, list[str]]:
    """For every node that has some: the nodes that have no other neighbour, in the order of `graph`.

    Of two nodes that have only each other, the later one is the leaf of the earlier.
    """
    rank = {node: number for number, node in enumerate(graph)}
    found: dict[str, list[str]] = {}
    for node in graph:
        if graph.degree[node] != 1:
            continue
        (anchor,) = graph[node]
        if graph.degree[anchor] > 1 or rank[anchor] < rank[node]:
            found.setdefault(anchor, []).append(node)
    return found


def florets(count: int, middle: float, step: float) -> Points:
    """Offsets of `count` nodes around a node with a free radius of `middle`, about `step` from one another."""
    first = math.ceil((middle / step) ** 2)
    number = np.arange(first, first + count, dtype=float)
    radius = step * np.sqrt(number + 0.5)
    offsets: Points = np.column_stack((radius * np.cos(number * GOLDEN), radius * np.sin(number * GOLDEN)))
    return offsets


def reach(count: int, middle: float, step: float) -> float:
    """Outer radius of `florets`, including the outermost nodes."""
    return step * math.sqrt(math.ceil((middle / step) ** 2) + count + 0.5) + step / 2


def spread(
    found: Mapping[str, list[str]], places: Mapping[str, tuple[float, float]], middles: Mapping[str, float], step: float
) -> dict[str, tuple[float, float]]:
    """Positions of all leaves, given the positions of their neighbours."""
    spots: dict[str, tuple[float, float]] = {}
    for anchor, hanging in found.items():
        x, y = places[anchor]
        for node, (dx, dy) in zip(hanging, florets(len(hanging), middles[anchor], step).tolist(), strict=True):
            spots[node] = (x + dx, y + dy)
    return spots
