"""The main job on the seeds, through the command: every output, and that they tell the same."""

from __future__ import annotations

import csv
import datetime
import json
import re
from itertools import product

import pyoxigraph
import pytest

from conftest import ROOT, SEEDS
from onrecord import record
from onrecord.model import Analysis
from onrecord.network import project_story
from onrecord.network.lookup import build_lookup, is_speech
from onrecord.resolve import resolve
from onrecord.story.index import build_index
from onrecord.story.own_record import lines, printings, recorded
from onrecord.story.publication import on_record

pytestmark = pytest.mark.model

FORMATS = {
    "graph.ttl": pyoxigraph.RdfFormat.TURTLE,
    "graph.trig": pyoxigraph.RdfFormat.TRIG,
    "graph.nq": pyoxigraph.RdfFormat.N_QUADS,
    "graph.jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
REPORTS = ["report.html", "report.md"]
TABLES = ["statements.csv", "actions.csv"]
OUTPUTS = [*FORMATS, "graph.graphml", "network.html", "analyses.jsonl", *TABLES, *REPORTS, "SHA256SUMS"]


@pytest.fixture(scope="module")
def analyses(built) -> list[Analysis]:
    with (built / "analyses.jsonl").open("rb") as stream:
        return list(record.read(stream))


@pytest.fixture(scope="module")
def triples(built):
    return {
        name: {quad.triple for quad in pyoxigraph.parse(path=str(built / name), format=kind)}
        for name, kind in FORMATS.items()
    }


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_all_outputs_are_there(built):
    assert set(OUTPUTS) <= {path.name for path in built.iterdir()}
    assert all((built / name).stat().st_size > 500 for name in OUTPUTS)


def test_what_is_on_record_is_in_every_format_and_the_evidence_in_two(triples):
    turtle, whole = triples["graph.ttl"], triples["graph.nq"]
    assert len(turtle) > 1_000
    assert turtle == triples["graph.jsonld"]
    assert whole == triples["graph.trig"]
    assert turtle < whole


def test_the_graph_is_no_larger_than_a_person_would_want(built, triples, analyses):
    words = sum(len(item.article.text.split()) for item in analyses)
    assert len(triples["graph.ttl"]) <= 3.0 * words
    assert len(triples["graph.nq"]) <= 8.0 * words


def test_there_are_no_blank_nodes(triples):
    terms = [term for triple in triples["graph.ttl"] for term in (triple.subject, triple.object)]
    assert not any(isinstance(term, pyoxigraph.BlankNode) for term in terms)


def test_no_path_of_the_machine_and_no_date_of_the_run(built):
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    for path in built.iterdir():
        data = path.read_bytes()
        assert str(ROOT).encode() not in data, path.name
        assert str(built.parent).encode() not in data, path.name
        assert today.encode() not in data, path.name


def test_articles_are_sorted_unchanged_and_resolved(analyses):
    assert [item.article.id for item in analyses] == sorted(path.stem for path in SEEDS.glob("*.txt"))
    for analysis in analyses:
        text = (ROOT / analysis.article.source).read_bytes().decode("utf-8")
        assert analysis.article.text == text
        found = [*analysis.actors, *analysis.statements, *analysis.actions]
        assert found
        assert all(item.iri for item in found)


def test_tables_hold_every_statement_and_report_with_its_words(built, analyses):
    texts = {item.article.id: item.article.text for item in analyses}
    statements, actions = rows(built / "statements.csv"), rows(built / "actions.csv")
    assert len(statements) == sum(len(printings(recorded(item))) for item in analyses)
    assert len(actions) == sum(len(lines(recorded(item))) for item in analyses)
    assert all(done.recorded is (done.kept_back is None) for item in analyses for done in item.actions)
    for row in statements:
        text = " ".join(texts[row["article"]][int(row["start"]) : int(row["end"])].split())
        assert all(part in text for part in row["content"].split(" … "))
    for row in actions:
        text = " ".join(texts[row["article"]][int(row["start"]) : int(row["end"])].split())
        assert all(part in text for part in row["trigger"].split(" … "))


def test_an_action_is_asserted_only_by_the_article_itself(built):
    for row in rows(built / "actions.csv"):
        plain = not row["within"] and row["polarity"] == "positive" and row["modality"] == "asserted"
        assert row["asserted"] == ("true" if plain else "false")


def test_the_chief_actors_are_one_node_each(analyses):
    people = json.loads((SEEDS / "gold" / "actors.json").read_text(encoding="utf-8"))
    nodes: dict[str, set[str]] = {}
    for analysis in analyses:
        for actor in analysis.actors:
            for mention in actor.mentions:
                if mention.form in ("name", "short"):
                    nodes.setdefault(analysis.article.text[mention.start : mention.end], set()).add(actor.iri or "")
    chief = ["pta", "isi", "blackberry", "bes", "pi", "mehran", "wsj"]
    found = {key: set().union(*(nodes.get(alias, set()) for alias in people[key]["aliases"])) for key in chief}
    assert {key: len(iris) for key, iris in found.items()} == dict.fromkeys(chief, 1)
    assert len(set.union(*found.values())) == len(chief)


def test_the_summary_says_what_was_read_and_found(built, analyses):
    said = (built.parent / "stdout.txt").read_text(encoding="utf-8")
    assert re.search(r"^Read +5 articles, [\d,]+ words;", said, re.MULTILINE)
    assert re.search(r"^Found +\d+ actors, \d+ of them named", said, re.MULTILINE)
    assert f"printed {sum(len(printings(recorded(item))) for item in analyses)} times" in said
    assert re.search(
        r"^Skipped +\S+: 3 files of a kind that is not read as an article: README.md, gold/", said, re.MULTILINE
    )
    story = on_record(resolve(analyses))
    look = build_lookup(story)
    shown = sum(not is_speech(action, look) for action in story.actions)  # what the head of the page counts
    assert f"{shown} actions reported" in said
    for name in OUTPUTS:
        assert name in said


def test_no_line_joins_two_that_no_report_joins(analyses):
    story = on_record(resolve(analyses))
    look = build_index(story)
    pairs = {
        item.iri: {
            pair
            for ref in item.refs
            for report in [look.actions[ref]]
            for pair in product(look.owners(ref.article, report.agents), look.owners(ref.article, report.patients))
        }
        for item in story.actions
    }
    assert all(set(product(item.agents, item.patients)) <= pairs[item.iri] for item in story.actions)
    drawn = [
        (start, end, data) for start, end, data in project_story(story).edges(data=True) if data["kind"] == "action"
    ]
    assert drawn
    assert all((start, end) in pairs[data["iri"]] for start, end, data in drawn)


def test_labels_are_clauses(analyses):
    story = on_record(resolve(analyses))
    labels = [item.label for item in (*story.actions, *story.statements)]
    assert len(labels) > 20
    assert [label for label in labels if " " not in label or label[:1] != label[:1].upper()] == []
    unquoted = [re.sub("“[^”]*”", "", label) for label in labels]  # of a quotation, sentences are left out
    assert [label for label in unquoted if "…" in label] == []


def test_the_seeds_disagree_on_five_things(analyses):
    labels = [item.label for item in on_record(resolve(analyses)).disagreements]
    subjects = ("By when", "Who ordered", "How many BES users", "How many mobile operators", "Whether BlackBerry had")
    assert len(labels) == len(subjects)
    assert all(any(label.startswith(words) for label in labels) for words in subjects)
