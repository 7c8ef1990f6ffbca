"""The four files: one graph, the same bytes, readable by stores nobody here wrote."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from rdflib import OWL, RDF, SKOS, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

import stories
from onrecord import ids, rdf
from onrecord.errors import OutputError
from onrecord.model import Story
from onrecord.rdf import merged, read, terms, values
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
    rdf.write_graph(stories.story(), folder)
    return folder


DEFAULT = pyoxigraph.DefaultGraph()
WITH_EVIDENCE = {"graph.trig", "graph.nq"}


def triples(path: Path) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(path=str(path), format=OXIGRAPH[path.name])}


def expected(story: Story, name: str) -> set[pyoxigraph.Triple]:
    """What the file `name` holds: what is on record, and in TriG and N-Quads the evidence too."""
    return {quad.triple for quad in quads(story) if name in WITH_EVIDENCE or quad.graph_name == DEFAULT}


def test_every_format_holds_what_it_should() -> None:
    out = Path(tempfile.mkdtemp())
    rdf.write_graph(stories.story(), out)
    assert len(expected(stories.story(), "graph.ttl")) > 400
    for name in FORMATS:
        assert triples(out / name) == expected(stories.story(), name), name


def test_what_is_on_record_is_the_same_in_rdflib_from_every_format(out: Path) -> None:
    turtle = Graph().parse(out / "graph.ttl", format="turtle")
    for name in ("graph.trig", "graph.nq", "graph.jsonld"):
        dataset = Dataset()
        dataset.parse(out / name, format=NAMES[name])
        assert isomorphic(turtle, dataset.default_graph), name


def test_named_graphs_are_the_same_in_trig_and_nquads(out: Path) -> None:
    trig, nquads = (set(pyoxigraph.parse(path=str(out / name))) for name in ("graph.trig", "graph.nq"))
    assert trig == nquads
    names = {str(quad.graph_name).strip("<>").removeprefix(stories.BASE) for quad in trig} - {str(DEFAULT)}
    assert {name.partition("/")[0] for name in names if name != "DEFAULT"} == {"evidence"}
    assert len(names) == 3


def test_the_graph_of_an_article_has_another_name_than_the_article(out: Path) -> None:
    found = set(pyoxigraph.parse(path=str(out / "graph.nq")))
    articles = {quad.subject for quad in found if quad.object == pyoxigraph.NamedNode(terms.CLASS_ARTICLE)}
    assert len(articles) == 2
    assert not articles & {quad.graph_name for quad in found}


def test_no_triple_stands_in_two_graphs() -> None:
    found = list(quads(stories.story()))
    assert len(found) == len({quad.triple for quad in found})


EVIDENCE = {"Span", "Mention", "Judgement", "Rule"}


def test_evidence_stands_in_named_graphs_and_what_is_on_record_in_the_default_graph() -> None:
    for quad in quads(stories.story()):
        if quad.predicate.value == terms.RDF_TYPE:
            name = quad.object.value.rpartition("#")[2]
            outside = name in EVIDENCE or "Selector" in name or quad.object.value == terms.PROV_CLASS_PERSON
            assert name == "Dataset" or (quad.graph_name != DEFAULT) == outside, quad


def test_every_sentence_has_its_words_and_its_place(out: Path) -> None:
    graph = read.graph(out)
    texts = {
        ids.article_iri(stories.story().base, item.article.id, item.article.sha256): item.article.text
        for item in stories.story().analyses
    }
    found = list(graph.subjects(RDF.type, URIRef(terms.CLASS_PASSAGE)))
    assert len(found) > 5
    for passage in found:
        article = str(graph.value(passage, URIRef(terms.IN_ARTICLE)))
        start, end = map(int, str(passage).partition("#char=")[2].split(","))
        assert str(graph.value(passage, URIRef(terms.QUOTE))) == texts[article][start:end]


def test_every_report_and_printing_is_derived_from_one_sentence(out: Path) -> None:
    graph = read.graph(out)
    for kind in (terms.CLASS_REPORT, terms.CLASS_PRINTING):
        for account in graph.subjects(RDF.type, URIRef(kind)):
            (sentence,) = graph.objects(account, URIRef(terms.PROV_WAS_DERIVED_FROM))
            assert (sentence, RDF.type, URIRef(terms.CLASS_PASSAGE)) in graph


def test_names_and_short_forms_are_labels(out: Path) -> None:
    graph = read.graph(out)
    board = graph.value(None, SKOS.prefLabel, Literal("Telecom Board"))
    assert {str(label) for label in graph.objects(board, SKOS.altLabel)} >= {"TB", "Board"}
    assert [str(label) for label in graph.objects(board, URIRef(terms.ACRONYM))] == ["TB"]


def test_a_name_printed_in_other_letters_is_a_label_too() -> None:
    board = next(item for item in stories.story().actors if item.name == "Telecom Board")
    others = ("TELECOM BOARD", "The Telecom Board", "Telecom Board")
    assert merged.printed(structs.replace(board, alt_names=others), {}) == ["TELECOM BOARD"]


def test_what_an_order_orders_and_by_when_is_said_of_the_order(out: Path) -> None:
    graph = read.graph(out)
    ((order, closing),) = graph.subject_objects(URIRef(terms.ORDERED))
    assert str(graph.value(order, SKOS.prefLabel)) == "has ordered"
    assert str(graph.value(closing, SKOS.prefLabel)) == "close"
    assert [str(date) for date in graph.objects(order, URIRef(terms.DEADLINE))] == ["2015-11-30"]
    assert set(graph.objects(order, URIRef(terms.BY))) == set(graph.objects(order, URIRef(terms.AGENT))) != set()


def test_kinds_come_with_their_label_and_what_is_above_them(out: Path) -> None:
    graph = read.graph(out)
    for kind in set(graph.objects(None, URIRef(terms.KIND))):
        (label,) = graph.objects(kind, SKOS.prefLabel)
        assert label.language == "en"
    ban = URIRef(f"{terms.ACTION_KIND}Ban")
    assert set(graph.objects(ban, SKOS.broader)) == {URIRef(f"{terms.ACTION_KIND}RootCoerce")}


def test_kinds_and_roots_never_contradict(tmp_path: Path) -> None:
    story = stories.story()
    wrong = tuple(structs.replace(item, plover="AID") for item in story.actions)
    rdf.write_graph(structs.replace(story, actions=wrong), tmp_path)
    graph = read.graph(tmp_path)
    checked = 0
    for action, kind in graph.subject_objects(URIRef(terms.KIND)):
        above = set(graph.transitive_objects(kind, SKOS.broader)) - {kind}
        (root,) = graph.objects(action, URIRef(terms.ROOT))
        assert not above or root in above
        checked += bool(above)
    assert checked > 2


def test_everything_has_a_label(out: Path) -> None:
    graph = read.graph(out)
    for name in (
        "ACTION",
        "STATEMENT",
        "ARTICLE",
        "ACTOR",
        "PRODUCT",
        "PLACE",
        "THING",
        "REPORT",
        "DISAGREEMENT",
        "COURSE",
        "THREAD",
    ):
        for node in graph.subjects(RDF.type, URIRef(getattr(terms, f"CLASS_{name}"))):
            (label,) = graph.objects(node, SKOS.prefLabel)
            assert str(label).strip()
            assert (label.language == "en") == (name in {"ACTION", "STATEMENT", "DISAGREEMENT", "COURSE", "THREAD"})


def test_an_editor_of_ontologies_knows_every_property_for_what_it_is(out: Path) -> None:
    graph = read.graph(out)
    declared = {OWL.ObjectProperty: URIRef, OWL.DatatypeProperty: Literal, OWL.AnnotationProperty: Literal}
    for predicate in set(graph.predicates()) - {RDF.type}:
        assert (predicate, RDF.type, None) in graph, predicate
        (kind,) = graph.objects(predicate, RDF.type)
        assert all(isinstance(value, declared[kind]) for value in graph.objects(None, predicate)), predicate


def test_there_are_no_blank_nodes(out: Path) -> None:
    for name in FORMATS:
        for triple in triples(out / name):
            assert not isinstance(triple.subject, pyoxigraph.BlankNode)
            assert not isinstance(triple.object, pyoxigraph.BlankNode)


def test_the_order_of_the_story_does_not_count(out: Path, tmp_path: Path) -> None:
    rdf.write_graph(stories.shuffled(stories.story()), tmp_path)
    for name in FORMATS:
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name


def test_trig_is_written_without_the_keyword_graph(out: Path) -> None:
    assert not re.search(r"(?m)^\s*GRAPH\b", (out / "graph.trig").read_text(encoding="utf-8"))


def test_turtle_is_grouped_and_says_what_it_is(out: Path) -> None:
    text = (out / "graph.ttl").read_text(encoding="utf-8")
    assert text.startswith("# Onrecord")
    titles = [line for line in text.splitlines() if line.startswith("# ") and "Sentences of" not in line][-12:]
    assert [title.split(",")[0] for title in titles] == [
        "# Articles",
        "# Actors",
        "# Actions",
        "# Statements",
        "# Disagreements",
        "# Accounts side by side",
        "# What became of things",
        "# What was said over time",
        "# Origins",
        "# Who relies on whom",
        "# Kinds",
        "# This graph",
    ]
    subjects = [
        line for line, after in pairwise(text.splitlines()) if re.fullmatch(r"\S+", line) and after[:4] == "    "
    ]
    assert len(subjects) > 20
    assert len(subjects) == len(set(subjects))
    assert "Selector" not in text


def test_actors_that_do_and_say_most_come_first(out: Path) -> None:
    text = (out / "graph.ttl").read_text(encoding="utf-8").partition("# Actors")[2]
    names = re.findall(r'skos:prefLabel "([^"]+)"', text.partition("# Actions")[0])
    assert set(names[:2]) == {"Telecom Board", "Blimp"}


def test_what_lies_in_a_text_is_spelt_short(out: Path) -> None:
    text = (out / "graph.ttl").read_text(encoding="utf-8")
    assert f"@base <{stories.BASE}> ." in text
    assert re.search(r"(?m)^<article/[\w-]+/text#char=\d+,\d+>\n    a rec:Passage", text)
    assert '"t1:char=' in (out / "graph.jsonld").read_text(encoding="utf-8")


def test_local_names_do_not_begin_with_a_digit(tmp_path: Path) -> None:
    text = stories.story().analyses[0].article
    moved = structs.replace(stories.story().analyses[0], article=structs.replace(text, id="001"))
    rdf.write_graph(structs.replace(stories.story(), analyses=(moved,), actors=(), actions=(), statements=(),
                                  judgements=(), disagreements=(), courses=(), threads=(), origins=(),
                                  reliances=(), side_by_side=()), tmp_path)  # fmt: skip
    written = (tmp_path / "graph.trig").read_text(encoding="utf-8")
    assert "<article/001-" in written
    assert not re.search(r"(?m)(?<![\w/<\"])[a-z]+:\d", re.sub(r'"[^"]*"', "", written))


def test_json_ld_says_in_its_context_what_is_a_node(out: Path) -> None:
    found = json.loads((out / "graph.jsonld").read_text(encoding="utf-8"))
    assert found["@context"]["rec:agent"] == {"@type": "@id"}
    (agent,) = {item["rec:agent"] for item in found["@graph"] if item.get("skos:prefLabel", {}) == {
        "@value": "has ordered", "@language": "en"}}  # fmt: skip
    assert agent.startswith("actor:telecom-board-")


@pytest.mark.parametrize("base", ["urn:news:", "https://example.org/?id=", "https://example.org/a%20b/"])
def test_a_base_that_nothing_can_be_relative_to_is_spelt_in_full(tmp_path: Path, base: str) -> None:
    story = structs.replace(stories.story(), base=base)
    rdf.write_graph(story, tmp_path)
    if not base.startswith("https://example.org/a"):
        assert "@base" not in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    for name in FORMATS:
        assert triples(tmp_path / name) == expected(story, name), name


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file"):
        rdf.write_graph(stories.story(), tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    story = stories.story()
    broken = structs.replace(story.actions[0], type="Or der>")
    with pytest.raises(ValueError, match="IRI"):
        rdf.write_graph(structs.replace(story, actions=(broken,)), tmp_path)
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
    rdf.write_graph(story, tmp_path)
    for name in FORMATS:
        assert triples(tmp_path / name) == expected(story, name), name
    assert len(read.graph(tmp_path)) == len(expected(story, "graph.ttl"))
    assert words in {str(value) for value in read.graph(tmp_path).objects()}


@pytest.mark.stores
@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper (raptor2-utils) is not installed")
def test_raptor_reads_the_oddest_characters(tmp_path: Path) -> None:
    rdf.write_graph(stories.odd_story(stories.ODD.replace("\ud800", "")), tmp_path)
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
        ("2014-02-18T20:46", "string"),
        ("2014-02-18T20:46:00", "dateTime"),
        ("2014-02-18T20:46:00Z", "dateTime"),
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
        "import sys, stories; from pathlib import Path; from onrecord import rdf; "
        "rdf.write_graph(stories.story(), Path('.'))"
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
