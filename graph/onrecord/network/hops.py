"""How many steps nodes of a graph are apart."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

_FAR, _FARTHEST = 3.0, 5.0
"""Steps taken for nodes without a path between, and at most."""


def hops_between(graph: nx.Graph[str], nodes: list[str]) -> NDArray[np.float64]:
    """The distances of all pairs of nodes in the graph, in steps, or by the lengths of edges that have one."""
    rank = {node: number for number, node in enumerate(nodes)}
    hops = np.full((len(nodes), len(nodes)), _FAR)
    weighted = bool(nx.get_edge_attributes(graph, "length"))
    paths = (
        nx.all_pairs_dijkstra_path_length(graph, weight="length")
        if weighted
        else nx.all_pairs_shortest_path_length(graph)
    )
    for start, lengths in paths:
        for end, length in lengths.items():
            hops[rank[start], rank[end]] = min(length, _FARTHEST)
    return hops
