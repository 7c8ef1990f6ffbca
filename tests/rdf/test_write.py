"""The four files: one graph, the same bytes, readable by stores nobody here wrote."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
import sys
import warnings
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, Dataset, Graph, URIRef
from rdflib.compare import isomorphic

import stories
from onrecord import ids, rdf
from onrecord.errors import OutputError
from onrecord.rdf import read, terms, values
from onrecord.rdf.nodes import Node
from onrecord.rdf.turtle import Speller, block
from onrecord.rdf.write import FORMATS, quads

NAMES = {"graph.ttl": "turtle", "graph.trig": "trig", "graph.nq": "nquads", "graph.jsonld": "json-ld"}
OXIGRAPH = {
    "graph.ttl": pyoxigraph.RdfFormat.TURTLE,
    "graph.trig": pyoxigraph.RdfFormat.TRIG,
    "graph.nq": pyoxigraph.RdfFormat.N_QUADS,
    "graph.jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    rdf.write(stories.story(), folder)
    return folder


def triples(path: Path) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(path=str(path), format=OXIGRAPH[path.name])}


def test_every_format_holds_the_same_triples(out: Path) -> None:
    expected = {quad.triple for quad in quads(stories.story())}
    assert len(expected) > 500
    for name in FORMATS:
        assert triples(out / name) == expected, name


def test_the_formats_are_isomorphic_in_rdflib(out: Path) -> None:
    turtle = Graph().parse(out / "graph.ttl", format="turtle")
    for name in ("graph.trig", "graph.nq", "graph.jsonld"):
        dataset = Dataset(default_union=True)
        dataset.parse(out / name, format=NAMES[name])
        union = Graph()
        for subject, predicate, value in dataset.triples((None, None, None)):
            union.add((subject, predicate, value))
        assert isomorphic(turtle, union), name


def test_named_graphs_are_the_same_in_trig_and_nquads(out: Path) -> None:
    trig, nquads = (set(pyoxigraph.parse(path=str(out / name))) for name in ("graph.trig", "graph.nq"))
    assert trig == nquads
    assert len({quad.graph_name for quad in trig}) == 3


def test_no_triple_stands_in_two_graphs() -> None:
    found = list(quads(stories.story()))
    assert len(found) == len({quad.triple for quad in found})


def test_evidence_stands_in_the_graph_of_its_article() -> None:
    inside = "https://w3id.org/onrecord/ns#inArticle"
    merged = {"Article", "Actor", "Action", "Disagreement", "Judgement"}
    for quad in quads(stories.story()):
        if quad.predicate.value == inside:
            assert quad.graph_name == quad.object
        if quad.predicate.value.endswith("#type") and quad.object.value.rpartition("#")[2] in merged:
            assert quad.graph_name == pyoxigraph.DefaultGraph()


def test_there_are_no_blank_nodes(out: Path) -> None:
    for name in FORMATS:
        for triple in triples(out / name):
            assert not isinstance(triple.subject, pyoxigraph.BlankNode)
            assert not isinstance(triple.object, pyoxigraph.BlankNode)


def test_the_order_of_the_story_does_not_count(out: Path, tmp_path: Path) -> None:
    rdf.write(stories.shuffled(stories.story()), tmp_path)
    for name in FORMATS:
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name


def test_trig_is_written_without_the_keyword_graph(out: Path) -> None:
    assert not re.search(r"(?m)^\s*GRAPH\b", (out / "graph.trig").read_text(encoding="utf-8"))


def test_turtle_is_grouped(out: Path) -> None:
    text = (out / "graph.ttl").read_text(encoding="utf-8")
    assert "# Actors" in text
    base, subjects = "", []
    for line, following in pairwise(text.splitlines()):
        if line.startswith("@base"):
            base = line
        elif re.fullmatch(r"\S+", line) and following.startswith("    "):
            subjects.append((base if line.startswith(("<#", "<text")) else "", line))
    assert len(subjects) > 20
    assert len(subjects) == len(set(subjects))


def test_what_lies_in_a_text_is_spelt_short(out: Path) -> None:
    text = (out / "graph.ttl").read_text(encoding="utf-8")
    assert re.search(r"(?m)^@base <https://w3id\.org/onrecord/id/article/[\w-]+/text> \.$", text)
    assert re.search(r"(?m)^<#char=\d+,\d+>\n    a rec:Passage", text)
    assert "<text/quote/" in text
    assert '"t1:char=' in (out / "graph.jsonld").read_text(encoding="utf-8")


@pytest.mark.parametrize("base", ["urn:news:", "https://example.org/?id=", "https://example.org/a%20b/"])
def test_a_base_that_nothing_can_be_relative_to_is_spelt_in_full(tmp_path: Path, base: str) -> None:
    story = dataclasses.replace(stories.story(), base=base)
    rdf.write(story, tmp_path)
    expected = {quad.triple for quad in quads(story)}
    assert "@base" not in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    for name in FORMATS:
        assert triples(tmp_path / name) == expected, name


def test_what_stands_around_a_passage_is_given_where_it_is_needed(out: Path) -> None:
    graph = read.graph(out)
    for quote in graph.subjects(RDF.type, URIRef(terms.OA_CLASS_TEXT_QUOTE_SELECTOR)):
        passage = next(graph.subjects(URIRef(terms.OA_HAS_SELECTOR), quote))
        article = next(graph.objects(passage, URIRef(terms.IN_ARTICLE)))
        whole = next(
            item.article.text
            for item in stories.story().analyses
            if str(article) == ids.article_iri(stories.story().base, item.article.id, item.article.sha256)
        )
        words = str(next(graph.objects(quote, URIRef(terms.OA_EXACT))))
        around = len(set(graph.objects(quote, URIRef(terms.OA_PREFIX)))) == 1
        mention = (passage, RDF.type, URIRef(terms.CLASS_MENTION)) in graph
        assert around == (mention or whole.find(words) != whole.rfind(words)), words


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file"):
        rdf.write(stories.story(), tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    story = stories.story()
    broken = dataclasses.replace(story.actions[0], type="Or der>")
    with pytest.raises(ValueError, match="IRI"):
        rdf.write(dataclasses.replace(story, actions=(broken,)), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.stores
@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper (raptor2-utils) is not installed")
@pytest.mark.parametrize(("name", "parser"), [("graph.ttl", "turtle"), ("graph.trig", "trig"), ("graph.nq", "nquads")])
def test_raptor_reads_it_without_a_warning(out: Path, name: str, parser: str) -> None:
    result = subprocess.run(["rapper", "-c", "-i", parser, name], cwd=out, capture_output=True, text=True, check=True)
    said = result.stderr.splitlines()
    assert len(said) == 2, result.stderr
    assert said[1].endswith(f"returned {len(triples(out / name))} triples")


WRITABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")


@given(st.text(WRITABLE, min_size=1, max_size=30))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_story_is_the_same_in_every_format(tmp_path: Path, words: str) -> None:
    story = stories.odd_story(words)
    rdf.write(story, tmp_path)
    expected = {quad.triple for quad in quads(story)}
    for name in FORMATS:
        assert triples(tmp_path / name) == expected, name
    assert len(read.graph(tmp_path)) == len(expected)
    assert words in {str(value) for value in read.graph(tmp_path).objects()}


@pytest.mark.stores
@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper (raptor2-utils) is not installed")
def test_raptor_reads_the_oddest_characters(tmp_path: Path) -> None:
    rdf.write(stories.odd_story(stories.ODD.replace("\ud800", "")), tmp_path)
    for name, parser in (("graph.ttl", "turtle"), ("graph.trig", "trig"), ("graph.nq", "nquads")):
        command = ["rapper", "-c", "-i", parser, name]
        result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert len(result.stderr.splitlines()) == 2, result.stderr


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_rdflib_reads_it_without_a_warning(out: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        graph = read.graph(out / name)
    # rdflib's own parsers call what rdflib has deprecated; that is not about what they read
    assert [item for item in caught if not issubclass(item.category, DeprecationWarning)] == []
    assert caplog.records == []
    assert len(graph) == len(triples(out / name))


@given(st.text(WRITABLE, max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_comes_back_as_it_was(words: str) -> None:
    node = Node("https://w3id.org/onrecord/id/x", "").add("https://w3id.org/onrecord/ns#value", values.text(words))
    written = block(node, Speller({}))
    (read,) = pyoxigraph.parse(written.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert read.object.value == words
    ((_, _, value),) = Graph().parse(data=written, format="turtle")
    assert str(value) == words


def test_what_cannot_be_written_is_replaced_one_by_one() -> None:
    assert values.text("a\ud800b\uffff").value == "a\ufffdb\ufffd"


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2015-11-30", "date"),
        ("2013", "gYear"),
        ("2015-07", "gYearMonth"),
        ("2015-07-27T23:29", "string"),
        ("2015-07-27T23:29:00", "dateTime"),
        ("2015-07-27T23:29:00Z", "dateTime"),
        ("P90D", "duration"),
        ("PT2H", "duration"),
        ("2015-W30", "string"),
        ("P2W", "string"),
        ("201X", "string"),
        ("2015-02-30", "string"),
        ("2015-13", "string"),
        ("0000", "string"),
        ("P", "string"),
        ("PT", "string"),
        ("", "string"),
    ],
)
def test_dates_are_typed_at_the_granularity_printed(value: str, datatype: str) -> None:
    literal = values.when(value)
    assert literal.datatype.value.rpartition("#")[2] == datatype
    assert literal.value == value


@given(st.floats(min_value=-1, max_value=1))
def test_decimals_have_a_point_and_few_digits(value: float) -> None:
    shown = values.decimal(value).value
    assert re.fullmatch(r"-?\d\.\d{1,4}", shown)
    assert abs(float(shown) - value) <= 0.00006


@pytest.mark.slow
def test_the_hash_seed_does_not_count(out: Path, tmp_path: Path) -> None:
    code = (
        "import sys, stories; from pathlib import Path; from onrecord import rdf; rdf.write(stories.story(), Path('.'))"
    )
    tests = Path(stories.__file__).parent
    for seed in ("0", "1"):
        folder = tmp_path / seed
        folder.mkdir()
        paths = f"{tests}:{tests.parent / 'graph'}"
        environment = {"PYTHONPATH": paths, "PYTHONHASHSEED": seed, "PATH": ""}
        subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True)
        for name in FORMATS:
            assert (folder / name).read_bytes() == (out / name).read_bytes(), (seed, name)
