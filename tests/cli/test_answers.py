"""Tables, CSV, JSON and Turtle of answers."""

from __future__ import annotations

import csv
import io
import json

import pytest

from onrecord.cli import answers
from onrecord.errors import QueryError
from onrecord.rdf.query import Answer

PREFIXES = {"rec": "https://w3id.org/onrecord/ns#"}
ROWS = Answer(
    columns=("who", "kind", "article", "passage", "quote"),
    rows=(
        ("Ann Lee", "https://w3id.org/onrecord/ns#Person", "a", "p", "she said"),
        ("A ministry with a name that is far too long for one line of a narrow table", "", "b", "q", "it; was"),
    ),
    provenance=("one, characters 1-9: she said", "two, characters 3-7: it; was"),
)


def shown(answer, form, width=60):
    return answers.shown(answer, form, width, ("article", "passage", "quote"), PREFIXES)


def test_a_table_has_a_line_of_provenance_under_each_answer():
    assert shown(ROWS, "table").splitlines() == [
        "who                                               kind",
        "------------------------------------------------  ----------",
        "Ann Lee                                           rec:Person",
        "    one, characters 1-9: she said",
        "A ministry with a name that is far too long for",
        "one line of a narrow table",
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
