"""Nodes that hang on one other."""

from __future__ import annotations

import math

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from onrecord.network.layout import arrange
from onrecord.network.leaf_layout import florets, leaves, reach


def test_what_has_one_neighbour_hangs_on_it() -> None:
    graph: nx.Graph[str] = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("a", "x"), ("a", "y"), ("p", "q")])
    graph.add_node("alone")
    assert leaves(graph) == {"a": ["x", "y"], "p": ["q"]}


@given(st.integers(1, 400), st.floats(5, 300), st.floats(5, 80))
def test_florets_keep_the_middle_free_and_stay_within_reach(count: int, middle: float, step: float) -> None:
    points = [math.hypot(x, y) for x, y in florets(count, middle, step).tolist()]
    assert len(points) == count
    assert min(points) >= middle * 0.999
    assert max(points) <= reach(count, middle, step)


def test_large_networks_have_flowers_that_do_not_touch() -> None:
    nodes = [f"hub{n}" for n in range(10)] + [f"leaf{n}" for n in range(990)]
    links = [("hub0", f"hub{n}") for n in range(1, 10)] + [(f"leaf{n}", f"hub{n % 10}") for n in range(990)]
    places = arrange(nodes, links, dict.fromkeys(nodes, (64.0, 46.0)), 14.0)
    assert list(places) == nodes
    points = list(places.values())
    closest = min(math.dist(a, b) for i, a in enumerate(points) for b in points[i + 1 :])
    assert closest > 20
