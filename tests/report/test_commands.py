"""The table of commands: its rows are those of the shipped question, whatever articles tell of an order."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from chains import chain
from onrecord import rdf
from onrecord.model import Story
from onrecord.rdf import query, read
from onrecord.report.account import accounts
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, statement

Row = tuple[str, str, str]


def shown(story: Story) -> list[Row]:
    """The roles in the rows of the report, with the names in a cell in alphabetical order."""
    sections = [one for told in accounts(story) for one in told.sections]
    rows = [row for one in sections if one.heading == "Who directs, orders, carries out" for row in one.rows]
    return sorted((_sorted(row[0].words), _sorted(row[1].words), _sorted(row[2].words)) for row in rows)


def _sorted(cell: str) -> str:
    return ", ".join(sorted(cell.split(", ")))


def asked(folder: Path) -> list[Row]:
    """The answers of `who-ordered-what`, those to one report in one row, different ones once."""
    names: dict[tuple[str, ...], tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    answer = query.ask(read.store(folder), query.shipped("who-ordered-what").sparql)
    for directed, ordered, executor, deed, _, article, passage, *_ in answer.rows:
        for found, name in zip(names[article, passage, deed], (directed, ordered, executor), strict=True):
            found.update({name} - {""})
    return sorted({(", ".join(sorted(a)), ", ".join(sorted(b)), ", ".join(sorted(c))) for a, b, c in names.values()})


def test_who_directs_orders_and_carries_out_are_three_columns() -> None:
    [told] = accounts(on_record(chain()))
    [section] = [one for one in told.sections if one.heading == "Who directs, orders, carries out"]
    assert [[cell.words for cell in row] for row in section.rows] == [
        ["Coast Ministry", "Harbour Board", "Boxwood Air", "“ordered Boxwood Air to close the pier”", "a"],
    ]


@pytest.mark.parametrize(
    ("text", "spans", "words"),
    [
        ("The Harbour Board ordered a halt to digs.", {"patient_spans": "a halt to digs"}, "ordered a halt to digs"),
        ("The Harbour Board ordered Blue Line to wait.", {"patients": ("x",), "patient_spans": "Blue Line"},
         "ordered Blue Line to wait"),
        ("The Harbour Board ordered a halt to digs within 1,200 metres, and left.", {"patient_spans": "a halt to digs"},
         "ordered a halt to digs within 1,200 metres"),
        ("The Harbour Board ordered a halt to digs and was praised.", {"patient_spans": "a halt to digs"},
         "ordered a halt to digs"),
    ],
)  # fmt: skip
def test_a_row_says_what_is_ordered(text: str, spans: dict[str, object], words: str) -> None:
    people = [actor(text, "b", "The Harbour Board", "RegulatoryAgency")]
    people += [actor(text, "x", "Blue Line", "Company")] if "Blue" in text else []
    deed = action(text, "e", "ordered", type="Order", lemma="order", agents=("b",), **spans)
    story = on_record(with_meaning(resolve([analysis("a", text, *people, deed)])))
    sections = [one for told in accounts(story) for one in told.sections]
    [row] = [row for one in sections if one.heading == "Who directs, orders, carries out" for row in one.rows]
    assert row[3].words == f"“{words}”"


def test_who_was_dismissed_on_somebodys_orders_stands_in_the_row() -> None:
    text = "The pilot, Ada Roth, was dismissed on the orders of the Harbour Board."
    people = actor(text, "b", "the Harbour Board", "RegulatoryAgency"), actor(text, "r", "Ada Roth", "Person")
    deed = action(
        text, "e", "dismissed", type="Dismiss", lemma="dismiss", patients=("r",), patient_spans="The pilot, Ada Roth",
        directors=("b",), directive_spans="on the orders of the Harbour Board",
    )  # fmt: skip
    story = on_record(with_meaning(resolve([analysis("a", text, *people, deed)])))
    sections = [one for told in accounts(story) for one in told.sections]
    [row] = [row for one in sections if one.heading == "Who directs, orders, carries out" for row in one.rows]
    assert row[3].words == "“The pilot, Ada Roth, was dismissed”"


def test_what_is_ordered_in_a_quotation_is_quoted_to_the_end_of_it() -> None:
    text = "“The Harbour Board ordered Blue Line to wait for high water,” Ida Moss told the Heron."
    people = [actor(text, "b", "The Harbour Board", "RegulatoryAgency"), actor(text, "x", "Blue Line", "Company")]
    people.append(actor(text, "i", "Ida Moss", "Person"))
    words = "The Harbour Board ordered Blue Line to wait for high water"
    said = statement(text, "s", words, speakers=("i",), source="Ida Moss", cue="told", mode="direct")
    deed = action(
        text, "e", "ordered", type="Order", lemma="order", agents=("b",), patients=("x",), patient_spans="Blue Line",
        within="s",
    )  # fmt: skip
    story = on_record(with_meaning(resolve([analysis("a", text, *people, said, deed)])))
    sections = [one for told in accounts(story) for one in told.sections]
    [row] = [row for one in sections if one.heading == "Who directs, orders, carries out" for row in one.rows]
    assert row[3].words == "“ordered Blue Line to wait for high water”"


@pytest.mark.model
def test_the_seeds_have_the_rows_of_the_question(built: Path) -> None:
    lines = (built / "report.md").read_text(encoding="utf-8").partition("### Who directs")[2].partition("###")[0]
    cells = [[cell.strip() for cell in line.split("|")[1:4]] for line in lines.splitlines() if line.startswith("|")][2:]
    assert len(cells) > 3
    assert sorted((_sorted(a), _sorted(b), _sorted(c)) for a, b, c in cells) == asked(built)


TEXT = (
    "The Harbour Board ordered Boxwood Air to close the pier. The Board ordered Boxwood Air and Blue Line to leave it. "
    "The Board asked Blue Line to wait. On orders of the Coast Ministry, Boxwood Air sold the mole. "
    "The Board may order Blue Line to pay. The Board never ordered the clerks to go. The Board ordered a halt. "
    "The Board was told by Blue Line to stay."
)
BOARD = {"agents": ("a1",), "lemma": "order", "type": "Order"}


def test_the_report_has_the_rows_of_the_question_whatever_is_ordered(tmp_path: Path) -> None:
    """One or several executors, words alone, a directive without an order, and what is no order: denied or possible."""
    told = analysis(
        "a",
        TEXT,
        actor(TEXT, "a1", "Harbour Board", "RegulatoryAgency", "The Board"),
        actor(TEXT, "a2", "Boxwood Air", "Company", "Boxwood Air#2", "Boxwood Air#3"),
        actor(TEXT, "a3", "Blue Line", "Company", "Blue Line#2"),
        actor(TEXT, "a4", "Coast Ministry", "Ministry"),
        action(TEXT, "e1", "ordered", patients=("a2",), **BOARD),
        action(TEXT, "e2", "close", type="ShutDown", agents=("a2",), under="e1", modality="ordered"),
        action(TEXT, "e3", "ordered#2", patients=("a2", "a3"), **BOARD),
        action(TEXT, "e4", "leave", agents=("a2", "a3"), under="e3", modality="ordered"),
        action(TEXT, "e5", "asked", type="Request", lemma="ask", agents=("a1",), patients=("a3",)),
        action(TEXT, "e6", "sold", type="Sell", lemma="sell", agents=("a2",), directors=("a4",),
               directive_spans="On orders of the Coast Ministry"),
        action(TEXT, "e7", "order", patients=("a3",), start=TEXT.index("order Blue"),
               **{**BOARD, "modality": "possible"}),
        action(TEXT, "e8", "ordered#3", polarity="negative", patient_spans="the clerks", **BOARD),
        action(TEXT, "e9", "ordered#4", patient_spans="a halt", **BOARD),
        action(TEXT, "e10", "told", type="Order", lemma="tell", agents=("a3",), patients=("a1",)),
    )  # fmt: skip
    story = on_record(with_meaning(resolve([told])))
    rdf.write_graph(story, tmp_path)
    expected = [
        ("", "Blue Line", "Harbour Board"),
        ("", "Harbour Board", ""),
        ("", "Harbour Board", "Blue Line, Boxwood Air"),
        ("", "Harbour Board", "Boxwood Air"),
        ("Coast Ministry", "", "Boxwood Air"),
    ]
    assert shown(story) == expected
    assert asked(tmp_path) == expected


def test_every_command_has_its_row(tmp_path: Path) -> None:
    """A long story has as many rows as commands."""
    names = [f"Dock {letter * 3}" for letter in "ABCDEFGHIJKLMN"]
    text = " ".join(f"The Harbour Board ordered {name} to close gate {n}." for n, name in enumerate(names))
    told = analysis(
        "a",
        text,
        actor(text, "b", "Harbour Board", "RegulatoryAgency"),
        *(actor(text, f"a{n}", name, "Company") for n, name in enumerate(names)),
        *(
            action(text, f"e{n}", "ordered", start=text.index(f"ordered {name}"), type="Order", lemma="order",
                   agents=("b",), patients=(f"a{n}",))
            for n, name in enumerate(names)
        ),
    )  # fmt: skip
    story = on_record(with_meaning(resolve([told])))
    rdf.write_graph(story, tmp_path)
    assert shown(story) == asked(tmp_path) == [("", "Harbour Board", name) for name in names]


def test_wares_that_are_ordered_from_a_maker_are_no_command() -> None:
    text = "The Harbour Board ordered turbines from Blue Line."
    people = [actor(text, "b", "The Harbour Board", "RegulatoryAgency"), actor(text, "x", "Blue Line", "Company")]
    deed = action(text, "e", "ordered", type="Order", lemma="order", agents=("b",), patient_spans="turbines")
    story = on_record(with_meaning(resolve([analysis("a", text, *people, deed)])))
    headings = [one.heading for told in accounts(story) for one in told.sections if one.rows]
    assert "Who directs, orders, carries out" not in headings
