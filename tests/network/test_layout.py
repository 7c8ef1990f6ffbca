"""Places of nodes: the same every time, no box on another, large networks in good time."""

from __future__ import annotations

import time
from itertools import combinations

import networkx as nx
import pytest
from threadpoolctl import ThreadpoolController

from onrecord.network import project_story
from onrecord.network.first_view import FirstView, choose_first_view, weights
from onrecord.network.layout import arrange, gather
from onrecord.network.lookup import build_lookup
from onrecord.network.salience import rate_salience
from onrecord.network.story_lines import choose_lines
from stories import large_story, seeds_story


def opening(graph: nx.MultiDiGraph[str]) -> FirstView:
    index = build_lookup(seeds_story())
    worth = rate_salience(seeds_story(), index)
    return choose_first_view(graph, worth, choose_lines(seeds_story(), index, worth, weights(graph)))


def test_boxes_of_a_first_view_do_not_overlap() -> None:
    graph = project_story(seeds_story())
    nodes = opening(graph).nodes
    sizes = {node: (216.0, 84.0) if graph.nodes[node]["kind"] == "statement" else (120.0, 70.0) for node in nodes}
    links = [(a, b, 1.0) for a, b in graph.subgraph(nodes).edges()]
    places = gather(nodes, links, sizes)
    assert set(places) == set(nodes)
    for a, b in combinations(nodes, 2):
        beside = abs(places[a][0] - places[b][0]) >= (sizes[a][0] + sizes[b][0]) / 2 - 2
        above = abs(places[a][1] - places[b][1]) >= (sizes[a][1] + sizes[b][1]) / 2 - 2
        assert beside or above, (a, b)


@pytest.mark.parametrize("nodes", [[], ["one"], ["one", "two"]])
def test_few_nodes_are_no_trouble(nodes: list[str]) -> None:
    sizes = dict.fromkeys(nodes, (80.0, 60.0))
    assert set(arrange(nodes, [], sizes)) == set(nodes)
    assert set(gather(nodes, [], sizes)) == set(nodes)


def test_places_do_not_depend_on_the_run() -> None:
    graph = nx.gnp_random_graph(500, 0.004, seed=3)
    nodes = [str(node) for node in graph]
    links = [(str(a), str(b)) for a, b in graph.edges]
    sizes = dict.fromkeys(nodes, (60.0, 44.0))
    assert arrange(nodes, links, sizes) == arrange(nodes, links, sizes)


def test_places_do_not_depend_on_the_number_of_threads() -> None:
    nodes = [f"n{number}" for number in range(230)]
    links = [(nodes[number], nodes[number * 7 % number]) for number in range(1, 230) if number % 7]
    links += [(nodes[number], nodes[number * 31 % 230]) for number in range(230)]
    sizes = {node: (40.0 + number % 13 * 8, 20.0) for number, node in enumerate(nodes)}
    placed = []
    for threads in (1, 2, 4):
        with ThreadpoolController().limit(limits=threads, user_api="blas"):
            placed.append(arrange(nodes, links, sizes))
    assert placed[0] == placed[1] == placed[2]


def test_thousands_of_nodes_are_placed_in_good_time() -> None:
    graph = project_story(large_story(1500))
    begin = time.process_time()
    places = arrange(list(graph), [(a, b) for a, b, _ in graph.edges], dict.fromkeys(graph, (60.0, 44.0)))
    assert time.process_time() - begin < 20
    assert len(set(places.values())) == len(places)


def test_first_view_is_small_named_and_has_the_actors_of_every_line() -> None:
    graph = project_story(seeds_story())
    index = build_lookup(seeds_story())
    worth = rate_salience(seeds_story(), index)
    lines = choose_lines(seeds_story(), index, worth, weights(graph))
    first = choose_first_view(graph, worth, lines)
    assert {iri for line in lines for iri in line.actors if iri in graph} <= set(first.nodes)
    kinds = [graph.nodes[node]["kind"] for node in first.nodes]
    assert kinds.count("actor") <= 14
    assert kinds.count("statement") <= 4
    labels = {graph.nodes[node]["label"] for node in first.nodes}
    assert {"Pakistan Telecommunication Authority", "BlackBerry", "Khurram Mehran"} <= labels
    assert "customers" not in labels or len(labels) > 8
