"""Tables, CSV, JSON and Turtle of answers."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest

from onrecord.cells import plain
from onrecord.cli import answers
from onrecord.errors import QueryError
from onrecord.rdf.query import Answer, ask, shortened


def short(value):
    return value.replace("https://w3id.org/onrecord/ns#", "")


ROWS = Answer(
    columns=("who", "kind", "article", "passage", "quote"),
    rows=(
        ("Ann Lee", "https://w3id.org/onrecord/ns#Person", "a", "p", "she said"),
        ("A ministry with a name that is far too long for one line of a narrow table", "", "b", "q", "it; was"),
    ),
    provenance=("one, characters 1-9: she said", "two, characters 3-7: it; was"),
)


def shown(answer, form, width=60):
    return answers.shown(answer, form, width, ("article", "passage", "quote"), short)


def test_a_table_has_a_line_of_provenance_under_each_answer():
    assert shown(ROWS, "table").splitlines() == [
        "who                                                   kind",
        "----------------------------------------------------  ------",
        "Ann Lee                                               Person",
        "    one, characters 1-9: she said",
        "A ministry with a name that is far too long for one",
        "line of a narrow table",
        "    two, characters 3-7: it; was",
        "2 answers",
    ]


def test_no_line_is_wider_than_the_table():
    for width in (20, 40, 80):
        assert max(map(len, shown(ROWS, "table", width).splitlines())) <= width


def test_csv_and_json_hold_everything_in_full():
    rows = list(csv.DictReader(io.StringIO(shown(ROWS, "csv"))))
    assert rows[0]["kind"] == "https://w3id.org/onrecord/ns#Person"
    assert rows[1]["quote"] == "it; was"
    found = json.loads(shown(ROWS, "json"))
    assert found[0] == dict(zip(ROWS.columns, ROWS.rows[0], strict=True))
    assert "kind" not in found[1], "what has no value is left out"


def test_no_answer_is_a_table_too():
    assert shown(Answer(columns=("who",)), "table").splitlines()[-1] == "0 answers"


def test_yes_no_and_graphs():
    assert shown(Answer(truth=True), "table") == "yes"
    assert shown(Answer(truth=False), "json") == "false"
    assert shown(Answer(turtle="<a> <b> <c> .\n"), "table") == "<a> <b> <c> ."
    with pytest.raises(QueryError, match="answered in Turtle, not as csv"):
        shown(Answer(turtle=""), "csv")
    with pytest.raises(QueryError, match="only a CONSTRUCT"):
        shown(ROWS, "turtle")


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@x", "\tx"])
def test_no_cell_begins_a_formula(cell):
    assert plain(cell) == f"'{cell}"
    text = shown(Answer(columns=("who",), rows=((cell,),)), "csv")
    assert next(csv.reader(io.StringIO(text.partition("\n")[2]))) == [f"'{cell}"]


@pytest.mark.parametrize("cell", ["-1.5", "+3", "a=b", ""])
def test_numbers_and_words_stay_as_they_are(cell):
    assert plain(cell) == cell


def test_result_formats_of_sparql_are_read_by_others():
    store = pyoxigraph.Store()
    store.load(b'<urn:a> <urn:b> "x\\ty"@en , 1.5 , <urn:c> .', format=pyoxigraph.RdfFormat.TURTLE)
    answer = ask(store, "SELECT ?o ?none { ?s ?p ?o }")
    formats = {"sparql-json": pyoxigraph.QueryResultsFormat.JSON, "sparql-xml": pyoxigraph.QueryResultsFormat.XML,
               "tsv": pyoxigraph.QueryResultsFormat.TSV}  # fmt: skip
    for form, kind in formats.items():
        read = pyoxigraph.parse_query_results(shown(answer, form), format=kind)
        assert {row["o"] for row in read} == {row[0] for row in answer.values}, form
    truth = ask(store, "ASK {}")
    for form, kind in list(formats.items())[:2]:
        assert bool(pyoxigraph.parse_query_results(shown(truth, form), format=kind)) is True


def test_terms_are_written_as_people_write_them():
    short = shortened(pyoxigraph.Store())
    assert short("https://w3id.org/onrecord/ns#OrderedModality") == "Ordered"
    assert short("https://w3id.org/onrecord/action#ShutDown") == "Shut down"
    assert short("http://www.w3.org/2004/02/skos/core#Concept") == "skos:Concept"
    assert short("plain words") == "plain words"
