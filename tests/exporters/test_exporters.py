"""Files for other programs: read back by those programs' own readers."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from msgspec import structs

import stories
from conftest import ROOT
from onrecord.exporters import EXPORTERS, networks
from onrecord.exporters.edges import edges_of, nodes
from onrecord.model import Ref

STORY = stories.story()


def exported(name: str, story=STORY) -> str:
    stream = io.StringIO()
    EXPORTERS[name].write(story, stream)
    return stream.getvalue()


def rows(name: str, story=STORY) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(name, story), newline="")))


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_same_story_gives_the_same_bytes_in_any_order(name):
    assert exported(name) == exported(name, stories.shuffled(STORY))
    assert exported(name)


def test_edges_join_nodes_and_carry_their_sentence():
    known = {row["id"]: row["label"] for row in rows("nodes")}
    found = {(known[row["source"]], row["kind"], known[row["target"]]): row for row in rows("edges")}
    order = found["Telecom Board", "Order", "Blimp"]
    assert order["sentence"].startswith("The Telecom Board (TB) has ordered Blimp")
    assert (order["asserted"], order["weight"]) == ("True", "1")
    assert ("Omar Sadiq", "Say") in {(source, kind) for source, kind, _ in found}


def test_no_edge_joins_what_no_report_joins():
    joined = {(edge.source, edge.target) for edge in edges_of(STORY) if edge.kind != "Say"}
    reported = set()
    homes = {ref: item.iri for item in STORY.actors for ref in item.refs}
    for analysis in STORY.analyses:
        for action in analysis.actions:
            sides = (action.agents, action.patients)
            iris = [[homes.get(Ref(analysis.article.id, key)) for key in keys] for keys in sides]
            reported |= {(agent, patient) for agent in iris[0] for patient in iris[1]}
    assert joined <= reported


@pytest.mark.parametrize("name", ["nodes", "edges", "plover"])
def test_no_cell_begins_a_formula(name):
    actors = tuple(structs.replace(item, name=f"=cmd|{item.name}") for item in STORY.actors)
    text = exported(name, structs.replace(STORY, actors=actors))
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith(("=", "@", "+"))]


def test_gexf_and_graphml_are_read_by_networkx():
    for name, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        network = read(io.BytesIO(exported(name).encode()))
        assert network.number_of_nodes() == len(STORY.actors), name
        assert {data["weight"] for _, _, data in network.edges(data=True)} >= {1.0}
        assert any("has ordered Blimp" in data["sentence"] for _, _, data in network.edges(data=True))


def test_graphml_is_read_by_igraph(tmp_path):
    igraph = pytest.importorskip("igraph", reason="igraph is under the GPL: install it to try")
    (tmp_path / "a.graphml").write_text(exported("graphml"), encoding="utf-8")
    network = igraph.Graph.Read_GraphML(str(tmp_path / "a.graphml"))
    assert network.vcount() == len(STORY.actors)
    assert {"weight", "kind", "date", "sentence"} <= set(network.es.attributes())
    assert any("has ordered Blimp" in words for words in network.es["sentence"])


MODULES = ROOT / ".cache" / "npm"
needs_graphology = pytest.mark.skipif(
    not (shutil.which("node") and (MODULES / "node_modules" / "graphology-gexf").is_dir()),
    reason="the reader of Gephi Lite needs node, and npm's graphology-gexf: python3 scripts/system.py graphology",
)


def read_by_gephi_lite(name: str, path: Path) -> dict[str, Any]:
    words = ["node", Path(__file__).parent / "gephi_lite.cjs", MODULES, name, path]
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@needs_graphology
@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_the_network_is_read_by_gephi_lite(tmp_path, name):
    """Gephi's project reads both formats with these modules in its edition for the browser."""
    actors = tuple(structs.replace(item, name=f'{item.name} <&> "é" \U0001f600\x00') for item in STORY.actors)
    story, path = structs.replace(STORY, actors=actors), tmp_path / f"a.{name}"
    path.write_text(exported(name, story), encoding="utf-8")
    found = read_by_gephi_lite(name, path)
    assert found["kind"] == "directed"
    assert {item["label"] for item in found["nodes"]} == {networks.xml(item.name) for item in nodes(story)}
    assert {item["type"] for item in found["nodes"]} == {item.type for item in nodes(story)}
    read = [(item["kind"], item["weight"], item["date"], item["sentence"]) for item in found["edges"]]
    edges = [(edge.kind, edge.weight, edge.date, networks.xml(edge.sentence)) for edge in edges_of(story)]
    assert sorted(read) == sorted(edges)
    assert read


def test_gexf_is_what_gephi_reads_and_bears_no_day():
    root = ET.fromstring(exported("gexf"))
    assert root.get("version") == "1.2"
    assert "lastmodifieddate" not in exported("gexf")


def test_odd_characters_are_written_as_xml():
    story = stories.odd_story(stories.ODD.replace("\ud800", ""))
    for name in ("gexf", "graphml"):
        ET.fromstring(exported(name, story).encode("utf-8"))


KNOWN = json.loads((Path(__file__).parent / "vendor" / "followthemoney.json").read_text(encoding="utf-8"))["schemata"]
"""What its library, which only a compiler of C++ installs, says of the schemata in use."""


def test_entities_are_as_the_schemata_of_followthemoney_want_them():
    found = [json.loads(line) for line in exported("ftm").splitlines()]
    schemata = {item["id"]: item["schema"] for item in found}
    assert len(schemata) == len(found)
    assert set(schemata.values()) >= {"Person", "Company", "PublicBody", "Article", "UnknownLink"}
    for item in found:
        schema = KNOWN[item["schema"]]
        assert set(schema["required"]) <= set(item["properties"])
        for name, values in item["properties"].items():
            kind, _, wanted = schema["properties"][name].partition(":")
            for value in values:
                if kind == "entity":
                    assert wanted in KNOWN[schemata[value]]["is"], (name, schemata[value])
                if kind == "date":
                    assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value)
                if kind == "url":
                    assert value.startswith(("http://", "https://"))
                assert value.strip()


def test_entities_are_validated_by_followthemoney():
    found = [json.loads(line) for line in exported("ftm").splitlines()]
    ftm = pytest.importorskip("followthemoney", reason="followthemoney needs PyICU, of which there is no wheel")
    for name, schema in KNOWN.items():
        theirs = ftm.model.get(name)
        assert {item.name for item in theirs.schemata} == set(schema["is"]), "the copy of the schemata is another"
        assert set(theirs.required) == set(schema["required"])
    for item in found:
        # values that a type of theirs does not take are dropped when they are cleaned
        cleaned = ftm.model.get_proxy(item, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in cleaned.items()} == {
            name: sorted(values) for name, values in item["properties"].items()
        }
        ftm.model.get(item["schema"]).validate(item)


def test_events_have_a_root_of_plover():
    found = rows("plover")
    assert {row["event_type"] for row in found} <= {"COERCE", "REJECT", "REQUEST", "CONCEDE", "ACCUSE"}
    assert ("COERCE", "Order", "Telecom Board") in {
        (row["event_type"], row["event_mode"], row["source_actor"]) for row in found
    }


def test_only_what_an_article_says_happened_is_asserted_of_an_event():
    found = rows("plover")
    assert {row["asserted"] for row in found} == {"true", "false"}
    for row in found:
        assert row["asserted"] == "false" or (row["modality"], row["polarity"]) == ("asserted", "positive")


def test_annotations_select_the_words_they_are_about():
    page = json.loads(exported("annotations"))
    assert page["type"] == "AnnotationPage"
    texts = [item.article.text for item in STORY.analyses]
    for item in page["items"]:
        place, quote = item["target"]["selector"]
        assert quote["exact"] in {text[place["start"] : place["end"]] for text in texts}
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
