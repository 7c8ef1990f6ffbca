"""Shipped questions: help, answers, the same from rdflib as from Oxigraph; and the questions of users."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset, Graph, Literal

import stories
from onrecord import pipeline, rdf
from onrecord.articles import jsonl
from onrecord.errors import OutputError, QueryError
from onrecord.rdf import query, read
from onrecord.resolve import resolve
from onrecord.settings import DEFAULT_MODEL, Settings
from onrecord.story.publication import on_record
from resolution import action, actor, analysis

NAMES = [question.name for question in query.questions()]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    rdf.write_graph(stories.story(), folder)
    return folder


@pytest.fixture(scope="module")
def store(out: Path) -> pyoxigraph.Store:
    return read.store(out)


@pytest.fixture(scope="module")
def graph(out: Path) -> Dataset:
    dataset = Dataset()
    dataset.parse(out / "graph.nq", format="nquads")
    return dataset


def numbers(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows with decimals written alike: Oxigraph's store writes 1.0 as 1."""
    return sorted(
        tuple(str(float(cell)) if re.fullmatch(r"-?\d+\.?\d*", cell) else cell for cell in row) for row in rows
    )


def rows(store: pyoxigraph.Store, name: str, /, **values: str) -> list[dict[str, str]]:
    answer = query.ask(store, query.shipped(name).sparql, values)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_there_are_at_least_twelve_with_a_line_of_help_each() -> None:
    assert len(NAMES) >= 12
    for question in query.questions():
        assert question.help.endswith("."), question.name
        assert question.needs_evidence == (question.name in {"verbs-chosen", "why-the-same"})


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_an_answer_and_where_it_comes_from(store: pyoxigraph.Store, name: str) -> None:
    answer = query.ask(store, query.shipped(name).sparql)
    assert answer.rows
    if "article" in answer.columns:
        assert all(answer.provenance)


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_and_oxigraph_agree(store: pyoxigraph.Store, graph: Dataset, name: str) -> None:
    question = query.shipped(name)
    ours = query.ask(store, question.sparql)
    theirs = graph.query(question.sparql)
    assert tuple(str(variable) for variable in theirs.vars or ()) == ours.columns
    found = numbers(tuple("" if value is None else str(value) for value in row) for row in theirs)  # type: ignore[union-attr]
    assert found == numbers(ours.rows)
    assert len(set(found)) == len(found), "once each"


@pytest.mark.parametrize("name", [item.name for item in query.questions() if item.parameter])
def test_parameters_narrow_the_answer_alike_in_both(store: pyoxigraph.Store, graph: Dataset, name: str) -> None:
    question = query.shipped(name)
    assert question.parameter
    value = "TELECOM" if name == "why-the-same" else "blimp"
    ours = query.ask(store, question.sparql, {question.parameter: value})
    assert 0 < len(ours.rows) < len(query.ask(store, question.sparql).rows)
    theirs = graph.query(question.sparql, initBindings={question.parameter: Literal(value)})
    found = numbers(tuple("" if value is None else str(value) for value in row) for row in theirs)  # type: ignore[union-attr]
    assert found == numbers(ours.rows)
    assert len(set(found)) == len(found), "once each"


def test_every_file_gives_the_same_answers(out: Path) -> None:
    with_evidence = [read.store(out / name) for name in ("graph.trig", "graph.nq")]
    without = [read.store(out / name) for name in ("graph.ttl", "graph.jsonld")]
    for question in query.questions():
        stores = with_evidence + ([] if question.needs_evidence else without)
        answers = {query.ask(store, question.sparql) for store in stores}
        assert len(answers) == 1, question.name


def test_who_said_what_to_whom_via_whom(store: pyoxigraph.Store) -> None:
    (told, relayed) = [row for row in rows(store, "who-said-what") if row["speaker"] == "Omar Sadiq"]
    assert (told["addressee"], told["outlet"], told["on_behalf_of"]) == ("Daily Star", "", "Telecom Board")
    assert (relayed["addressee"], relayed["outlet"]) == ("", "Daily Star")


def test_deadlines_say_which_articles_disagree(store: pyoxigraph.Store) -> None:
    assert {(row["date"], row["others"]) for row in rows(store, "deadlines")} == {
        ("2015-11-30", "2015-12-01"),
        ("2015-12-01", "2015-11-30"),
    }


def test_what_is_only_said_is_not_in_who_did_what(store: pyoxigraph.Store) -> None:
    assert {row["action"] for row in rows(store, "who-did-what")} == {"has ordered", "refused", "banned"}
    assert {row["action"] for row in rows(store, "only-said")} == {"close", "ends", "asked"}


def test_unnamed_sources(store: pyoxigraph.Store) -> None:
    assert [row["source"] for row in rows(store, "unnamed-sources")] == ["A senior official"]


SILENCE = """
Norvex is in talks to sell its ferry line, one person with knowledge of the talks said on Tuesday.

"The valves were old," said an employee who asked not to be named. "It was chaos," one resident, who declined to give
his name, told the Halden Post. The price is 40 million crowns, according to two people familiar with the matter.

Norvex declined to comment on its terms. Ostrel Ferries denied that it had made an offer. Ostrel Ferries
rejected a price of 40 million crowns. The harbour board said the line was safe.
"""


@pytest.mark.model
def test_who_has_no_name_has_a_source_and_who_is_silent_denies_nothing(tmp_path: Path) -> None:
    article = jsonl.article_from_row({"id": "one", "text": SILENCE, "published": "2026-03-18"}, "one.jsonl")
    story = pipeline.resolve([pipeline.analyse(article, pipeline.reader(DEFAULT_MODEL))])
    rdf.write_graph(pipeline.published(story), tmp_path / "lines")
    rdf.write_graph(pipeline.published(story, Settings(record="all")), tmp_path / "all")
    store = read.store(tmp_path / "lines")
    assert {row["source"] for row in rows(read.store(tmp_path / "all"), "unnamed-sources")} >= {
        "one person with knowledge of the talks",
        "an employee who asked not to be named",
        "one resident",
        "two people familiar with the matter",
    }
    denied = {(row["who"], row["how"]) for row in rows(store, "denials")}
    assert {row for row in denied if row[0] == "Ostrel Ferries"} == {
        ("Ostrel Ferries", "denies"),
        ("Ostrel Ferries", "is said not to"),
        ("Ostrel Ferries", "refuses or rejects"),
    }


def test_outlets_relying(store: pyoxigraph.Store) -> None:
    assert {(row["outlet"], row["relies_on"], row["how"]) for row in rows(store, "outlets-relying")} == {
        ("The Morning Post", "Daily Star", "told to"),
        ("Evening Echo", "Daily Star", "relayed by"),
    }


def test_never_quoted(store: pyoxigraph.Store) -> None:
    assert {row["actor"] for row in rows(store, "acted-upon-never-quoted")} == {"Blimp"}


def test_the_line_of_provenance_names_article_characters_and_words(store: pyoxigraph.Store) -> None:
    answer = query.ask(store, query.shipped("unnamed-sources").sparql)
    (line,) = answer.provenance
    assert line.startswith("one, characters ")
    assert line.endswith("that TB had not asked for them.")


def test_users_ask_with_our_prefixes_known(store: pyoxigraph.Store) -> None:
    answer = query.ask(store, query.find("SELECT ?a WHERE { ?a a rec:Article }"))
    assert len(answer.rows) == 2
    assert query.ask(store, "ASK { ?x rec:agent ?y }").truth is True


def test_construct_gives_turtle(store: pyoxigraph.Store) -> None:
    answer = query.ask(store, "CONSTRUCT { ?x rec:agent ?y } WHERE { ?x rec:agent ?y }")
    assert answer.turtle
    assert len(Graph().parse(data=answer.turtle, format="turtle")) == 3


def test_a_file_is_a_question(store: pyoxigraph.Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("ASK { }", encoding="utf-8")
    assert query.ask(store, query.find(str(file))).truth is True


@pytest.mark.parametrize(
    ("question", "fault"),
    [("who-is-it", "no shipped question"), ("no such thing", "no shipped question"), ("missing.rq", "No such file")],
)
def test_what_is_no_question_is_said_so(question: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        query.find(question)


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("deadlnes", "; did you mean deadlines?"),
        ("Deadlines", "; did you mean deadlines?"),
        ("who said what", "; did you mean who-said-what?"),
        ("xyz", f"; shipped are {', '.join(NAMES)}"),
        ("X Y Z", f"; shipped are {', '.join(NAMES)}"),
    ],
)
def test_a_misspelt_question_gets_the_nearest_name(question: str, end: str) -> None:
    with pytest.raises(QueryError) as caught:
        query.find(question)
    assert str(caught.value).endswith(end)


@pytest.mark.parametrize("name", [item.name for item in query.questions() if item.parameter])
def test_a_name_that_nothing_bears_is_said_so(store: pyoxigraph.Store, name: str) -> None:
    with pytest.raises(QueryError, match=r"^no actor, place or thing in this graph is called 'Nobody'$"):
        query.known_name(store, name, {"name": "Nobody"})
    with pytest.raises(QueryError, match=r"is called 'Telecom Bord'; did you mean 'Telecom Board'\?$"):
        query.known_name(store, name, {"name": "Telecom Bord"})
    query.known_name(store, name, {"name": "telecom b"})
    query.known_name(store, name, {})


def test_only_where_actions_are_asked_for_by_their_label_is_it_a_name(store: pyoxigraph.Store) -> None:
    query.known_name(store, "why-the-same", {"name": "banned"})
    with pytest.raises(QueryError, match="is called 'banned'"):
        query.known_name(store, "evidence", {"name": "banned"})


@pytest.mark.parametrize("question", ["who-did-what", "-", "mine.rq", "ASK { }"])
def test_no_other_question_is_about_a_name(store: pyoxigraph.Store, question: str) -> None:
    query.known_name(store, question, {"name": "Nobody"})


@pytest.mark.parametrize(
    "sparql",
    ["SELECT ?x WHERE {", "SELECT * WHERE { SERVICE <http://elsewhere.example/> { ?s ?p ?o } }", "DROP ALL; ASK {}"],
)
def test_a_faulty_question_is_a_query_error(store: pyoxigraph.Store, sparql: str) -> None:
    with pytest.raises(QueryError):
        query.ask(store, sparql)


def test_the_word_service_may_be_asked_for(store: pyoxigraph.Store) -> None:
    answer = query.ask(store, 'SELECT ?x WHERE { ?x skos:prefLabel ?service FILTER(CONTAINS(?service, "a service")) }')
    assert answer.rows == ()


def test_a_parameter_that_is_none_is_said_so(store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match="no VALUES"):
        query.ask(store, "SELECT ?x WHERE { ?x ?y ?z }", {"name": "x"})


def test_a_graph_that_is_none_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no graph is here"):
        read.store(tmp_path)
    broken = tmp_path / "graph.ttl"
    broken.write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(OutputError, match=r"graph\.ttl"):
        read.store(tmp_path)
    with pytest.raises(OutputError, match=r"graph\.ttl"):
        read.graph(tmp_path)


def test_a_limit_holds_and_so_does_a_time(store: pyoxigraph.Store) -> None:
    assert len(query.ask(store, "SELECT ?s WHERE { ?s ?p ?o }", limit=3).rows) == 3
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryError, match=r"no answer within 0\.2 seconds"):
        query.ask(store, endless, seconds=0.2)


def test_all_prefixes_of_the_graph_and_of_logic_are_known(store: pyoxigraph.Store) -> None:
    board = next(item.iri for item in stories.story().actors if item.name == "Telecom Board")
    local = board.rpartition("/")[2]
    assert query.ask(store, f"ASK {{ actor:{local} skos:prefLabel ?name }}").truth is True
    assert (
        query.ask(store, "ASK { rec:agent a owl:ObjectProperty FILTER NOT EXISTS { ?x rdfs:label ?y } }").truth is True
    )


@pytest.mark.parametrize("words", ['"rec:Nonsense"', "<http://example.org/#rec:Nonsense>"])
def test_words_that_look_like_a_term_are_none(store: pyoxigraph.Store, words: str) -> None:
    assert query.ask(store, f"SELECT ?s {{ ?s ?p {words} }} # rec:Nonsense").rows == ()


def test_a_term_is_known_in_full_too(store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match="the nearest is rec:Action"):
        query.ask(store, "SELECT ?s { ?s a <https://w3id.org/onrecord/ns#Actio> }")


def test_what_became_of_a_thing_is_told_in_the_order_of_time(store: pyoxigraph.Store) -> None:
    found = rows(store, "life-cycle", name="blimp")
    told = [(row["step"], row["stage"], row["planned"], row["date"], row["became"]) for row in found]
    assert told == [
        ("1", "ordered", "false", "", ""),
        ("2", "took effect", "false", "2015-W30", ""),
        ("3", "took effect", "true", "2015-11-30", "took effect"),
        ("3", "took effect", "true", "2015-12-01", "took effect"),
    ]
    assert {row["first_told"] for row in found} == {"2015-07-27", ""}


def test_a_thread_tells_what_one_said_about_one_thing(store: pyoxigraph.Store) -> None:
    found = rows(store, "threads", name="blimp")
    assert [(row["speaker"], row["about"], row["step"], row["words"][:11]) for row in found] == [
        ("Telecom Board", "Blimp", "1", "“The ban is"),
        ("Telecom Board", "Blimp", "1", "“The ban is"),
        ("Telecom Board", "Blimp", "2", "The service"),
    ]


def test_what_supports_an_action_and_where_that_comes_from(store: pyoxigraph.Store) -> None:
    found = {(row["what"], row["origin"], row["origin_kind"]) for row in rows(store, "corroboration")}
    assert found >= {
        ("has ordered", "The Morning Post", "article"),
        ("banned", "Evening Echo", "article"),
        ("asked", "A senior official", "unnamed source"),
    }
    # of one report that an article asserts and one that somebody makes, the first is what an action rests on
    counted = {(row["what"], row["articles"], row["origins"]) for row in rows(store, "corroboration")}
    assert ("has ordered", "1", "1") in counted


def test_which_article_has_what_from_whom(store: pyoxigraph.Store) -> None:
    found = {(row["text"], row["relies_on"], row["how"]) for row in rows(store, "reliances")}
    assert found == {
        ("Regulator closes messaging service", "Daily Star", "told"),
        ("two/../odd id", "Daily Star", "told"),
        ("two/../odd id", "The Morning Post", "quotation"),
    }


BEST_FIRST = {
    "acted-upon-never-quoted",
    "deadlines",
    "denials",
    "disagreements",
    "only-said",
    "orders-and-refusals",
    "outlets-relying",
    "reliances",
    "reprints",
    "spokespersons",
    "unnamed-sources",
    "verbs-chosen",
    "who-did-what",
    "who-ordered-what",
    "who-said-what",
}
OWN_ORDER = {
    "articles": "by their ids",
    "corroboration": "by origins",
    "evidence": "by the role in which an actor occurs",
    "life-cycle": "by thing and time",
    "side-by-side": "by what both accounts are called by",
    "threads": "by speaker and time",
    "timeline": "by date",
    "words-by-outlet": "by number of words",
    "why-the-same": "by what was judged",
}


def test_every_question_is_sorted_by_attestation_or_for_another_reason() -> None:
    assert {question.name for question in query.questions()} == {*BEST_FIRST, *OWN_ORDER}


def test_every_question_can_be_read_without_scrolling_sideways() -> None:
    assert [item.name for item in query.questions() if max(map(len, item.sparql.splitlines())) > 120] == []


@pytest.mark.parametrize("name", sorted(BEST_FIRST))
def test_what_most_articles_attest_comes_first(store: pyoxigraph.Store, name: str) -> None:
    sparql = re.sub(r"SELECT (DISTINCT )?\?", r"SELECT \1?articles ?", query.shipped(name).sparql, count=1)
    found = [int(row[0]) for row in query.ask(store, sparql).rows]
    assert found
    assert found == sorted(found, reverse=True)


def test_who_orders_a_thing_done_is_not_who_does_it(tmp_path: Path) -> None:
    """The parse of "was ordered closed by the board" gives the board to both verbs."""
    text = "Alder Quarry was ordered closed in 2021 by the Harbour Board."
    board, quarry = actor(text, "a1", "Harbour Board", "Organization"), actor(text, "a2", "Alder Quarry", "Product")
    roles = {"agents": ("a1",), "patients": ("a2",), "date": "2021"}
    told = analysis(
        "one", text, board, quarry,
        action(text, "e1", "ordered", lemma="order", type="Order", **roles),
        action(text, "e2", "closed", lemma="close", type="ShutDown", modality="ordered", under="e1", **roles),
    )  # fmt: skip
    rdf.write_graph(on_record(resolve([told])), tmp_path)
    for name in ("timeline", "orders-and-refusals"):
        found = {(row["action"], row["agent"]) for row in rows(read.store(tmp_path), name)}
        assert found == {("ordered", "Harbour Board"), ("closed", "")}
