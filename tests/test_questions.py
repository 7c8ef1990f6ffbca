"""The questions of docs/howto/questions.md: short, answered on the seeds, and answered rightly."""

from __future__ import annotations

import re

import pytest
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

import sessions
from conftest import ROOT
from onrecord.rdf import explain, query, read, terms

pytestmark = [pytest.mark.model, pytest.mark.slow]

PAGE = (ROOT / "docs" / "howto" / "questions.md").read_text(encoding="utf-8")
TEN = [block.text for block in sessions.blocks(PAGE) if block.language == "sparql" and "SELECT" in block.text]
KNOWN = {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}


def patterns(part: object) -> int:
    """The number of triple patterns of a query."""
    if isinstance(part, CompValue):
        own = len(part.triples) if part.name == "BGP" else 0
        return own + sum(patterns(value) for value in part.values())
    return sum(patterns(item) for item in part) if isinstance(part, list) else 0


@pytest.fixture(scope="module")
def store(built):
    return read.store(built, evidence=False)


@pytest.fixture(scope="module")
def answers(store):
    return [query.ask(store, text) for text in TEN]


def test_there_are_at_least_ten():
    assert len(TEN) >= 10


@pytest.mark.parametrize("text", TEN, ids=range(len(TEN)))
def test_each_has_at_most_eight_patterns_and_an_answer(store, text):
    assert patterns(prepareQuery(text, initNs=KNOWN).algebra) <= 8
    assert query.ask(store, text).rows


def test_the_answers_are_right(answers):
    """What a person who has read the five seeds would say."""
    ordered = [row for row in answers[0].rows if row[2].startswith("2015-1")]
    assert ordered, "there is an order with a deadline at the end of 2015"
    assert any("BlackBerry" in cell for row in answers[1].rows for cell in row)
    assert any("order" in row[1] or "demand" in row[1] or "request" in row[1] for row in answers[2].rows)
    assert any("BES" in row[1] or "BlackBerry" in row[1] for row in answers[3].rows)
    assert {row[1] for row in answers[5].rows} >= {"2015-11-30", "2015-12-01"}
    dates = [row[0] for row in answers[6].rows]
    assert dates == sorted(dates)
    assert any({row[0], row[1]} >= {"Pakistan"} for row in answers[8].rows)
    assert any(re.search(r"n[o']t|never|refus|den", row[0]) for row in answers[9].rows)
    assert {row[1] for row in answers[10].rows} & {"ban", "order", "shut down"}


def test_short_forms_find_who_is_printed_under_them(built):
    whole = read.store(built)
    assert explain.explain_node(whole, "PTA").startswith("Pakistan Telecommunication Authority  (RegulatoryAgency)\n")
    for name, actor in (("BES", "BlackBerry Enterprise Services"), ("ISI", "Inter-Services Intelligence")):
        found = query.ask(whole, query.shipped("evidence").sparql, {"name": name})
        assert any(row[0].startswith(actor) for row in found.rows), name


def test_the_words_and_verbs_of_each_outlet(built):
    """Counted by hand in the articles."""
    whole = read.store(built)
    given = {row[:2]: row[2:] for row in query.ask(whole, query.shipped("words-by-outlet").sparql).rows}
    assert given["a BlackBerry spokeswoman", "Latinos Post"] == ("1", "25")
    assert given["a PTA spokesperson", "Latinos Post"] == ("1", "16")
    chosen = {row[1:3] for row in query.ask(whole, query.shipped("verbs-chosen").sparql).rows}
    third = "BlackBerry's Enterprise Services Will No Longer Function In Pakistan"
    assert chosen == {
        ("001_b833aa42e02a5b8a", "told"),
        ("Latinos Post", "said"),
        ("TechWeekEurope", "told"),
        (third, "explained"),
        (third, "claims"),
    }
