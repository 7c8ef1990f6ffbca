"""The projection and its GraphML."""

from __future__ import annotations

import io

import networkx as nx

from onrecord.network import graphml, project_story
from stories import large_story, seeds_story


def test_nodes_are_actors_statements_and_actions_without_both_ends() -> None:
    graph = project_story(seeds_story())
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"actor", "statement", "action"}
    assert not [node for node in graph if not node.startswith("https://w3id.org/onrecord/id/")]


def test_parallel_actions_stay_parallel() -> None:
    graph = project_story(seeds_story())
    names = {data["label"]: node for node, data in graph.nodes(data=True)}
    between = graph.get_edge_data(
        names["Pakistan Telecommunication Authority"], names["BlackBerry Enterprise Services"]
    )
    assert between is not None
    back = graph.get_edge_data(names["BlackBerry"], names["Pakistan"])
    assert {data["label"] for data in back.values()} == {"exit", "not comply"}


def test_what_is_not_asserted_says_so() -> None:
    graph = project_story(seeds_story())
    labels = {data["label"]: data["mode"] for _, _, data in graph.edges(data=True) if data["kind"] == "action"}
    assert labels["cease (ordered)"] == "planned"
    assert labels["not confirmed"] == "denied"
    assert labels["closed"] == "said"
    assert labels["ordered"] == "asserted"


def test_equal_stories_give_equal_bytes() -> None:
    assert graphml(project_story(seeds_story())) == graphml(project_story(seeds_story()))


def test_graphml_reads_back() -> None:
    graph = project_story(large_story(100))
    back = nx.read_graphml(io.BytesIO(graphml(graph)), force_multigraph=True)
    assert back.number_of_nodes() == graph.number_of_nodes()
    assert back.number_of_edges() == graph.number_of_edges()
    for node, data in graph.nodes(data=True):
        assert back.nodes[node] == data
