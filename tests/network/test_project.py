"""The projection and its GraphML."""

from __future__ import annotations

import io

import networkx as nx

from onrecord.network import graphml, project_story, story_graphml
from stories import large_story, seeds_story


def written(graph: nx.MultiDiGraph[str]) -> str:
    stream = io.StringIO()
    graphml(graph, stream)
    return stream.getvalue()


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
    assert written(project_story(seeds_story())) == written(project_story(seeds_story()))


def test_graphml_reads_back() -> None:
    graph = project_story(large_story(100))
    back = nx.read_graphml(io.BytesIO(written(graph).encode()), force_multigraph=True)
    assert back.number_of_nodes() == graph.number_of_nodes()
    assert back.number_of_edges() == graph.number_of_edges()
    for node, data in graph.nodes(data=True):
        assert back.nodes[node] == data


def test_graphml_is_what_networkx_writes() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a & b", kind="actor", label='says "<yes>"', named=True, articles=2)
    graph.add_node("c", kind="actor", label="", named=False, articles=0, date="2015")
    graph.add_edge("c", "a & b", key='c "says"\t', kind="says", label="a\nb & c > d")
    graph.add_edge("a & b", "c", key="k", kind="action", reports="0 1")
    theirs = io.BytesIO()
    nx.write_graphml_xml(graph, theirs, encoding="utf-8", prettyprint=True, named_key_ids=True)
    assert written(graph).rstrip("\n") == theirs.getvalue().decode().rstrip("\n")


def test_characters_that_xml_does_not_allow_are_replaced() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a\x00", label="b\ufffe")
    assert '<node id="a\ufffd">' in written(graph)
    assert '<data key="label">b\ufffd</data>' in written(graph)


def test_an_empty_network_reads_back() -> None:
    assert nx.read_graphml(io.BytesIO(written(nx.MultiDiGraph()).encode())).number_of_nodes() == 0


def test_a_story_is_written_as_its_projection_is() -> None:
    for story in (seeds_story(), large_story(100)):
        stream = io.StringIO()
        story_graphml(story, stream)
        assert stream.getvalue() == written(project_story(story))
