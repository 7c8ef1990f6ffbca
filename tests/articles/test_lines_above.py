"""Lines above an article that join a name and a day by anything, and those of statements and interviews."""

from __future__ import annotations

import pytest

from onrecord.articles.jsonl import article_from_row
from onrecord.articles.layout import layout_of, passages
from onrecord.model import Article

TITLE = "Fowey finds the money for its wall"
BODY = "The council of Fowey said on Friday that the harbour wall would be mended before the winter."
MORE = "Its chairman said that money had been found. Boats were lost last year, he said, and nobody had mended it."


def read(*blocks: str) -> Article:
    return article_from_row({"id": "a", "text": "\n\n".join(blocks)}, "a.jsonl")


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        ("harbourwatch.blog — posted 4 March 2014 — by “Heron”", "harbourwatch.blog", "2014-03-04"),
        ("El Faro de Fowey (English online) — 10/03/2014", "El Faro de Fowey", "2014-03-10"),
        ("Voz de Fowey, weekly edition, 4 March 2014", "Voz de Fowey", "2014-03-04"),
        ("Fowey Gazette, week ending 4 March 2014", "Fowey Gazette", "2014-03"),
    ],
)
def test_a_name_and_a_day_apart_make_a_line_above(line: str, publisher: str, published: str | None) -> None:
    found = read(TITLE, line, BODY, MORE)
    assert (found.title, found.publisher, found.published) == (TITLE, publisher, published)
    assert [item.kind for item in passages(found)] == ["headline", "byline", "body", "body"]


@pytest.mark.parametrize(
    "line", ["Council Hopes To Open Wall by 4 March 2014", "Fowey Wall, which was to open on 4 March 2014, is shut"]
)
def test_a_headline_with_a_day_is_none(line: str) -> None:
    assert read(TITLE, line, BODY, MORE).published is None


@pytest.mark.parametrize(
    ("lines", "publisher", "title"),
    [
        ("Clean Harbour Fowey\nSTATEMENT ON THE WALL\n4 March 2014", "Clean Harbour Fowey", "STATEMENT ON THE WALL"),
        (
            "MINISTRY OF PORTS\nOfficial Communiqué No. 011-2014\nFowey, 4 March 2014",
            "MINISTRY OF PORTS",
            "Official Communiqué No. 011-2014",
        ),
        (
            f"PRESS RELEASE\nRío Vivo Network – Fowey, 4 March 2014\n\n{TITLE.upper()}",
            "Río Vivo Network",
            TITLE.upper(),
        ),
    ],
)
def test_who_issues_a_statement_stands_beside_the_line_that_says_so(lines: str, publisher: str, title: str) -> None:
    found = read(lines, BODY, MORE)
    assert (found.publisher, found.title, found.published) == (publisher, title, "2014-03-04")


def test_a_day_on_which_something_was_signed_is_not_to_come() -> None:
    told = "The sum is set out in clause 7 of an agreement signed on 2 December 2013."
    assert read(TITLE, "4 March 2014", BODY, told).published == "2014-03-04"
    ahead = "The wall is to be closed by 2 December 2013."
    assert read(TITLE, "4 March 2014", BODY, ahead).published is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ANALYSIS: Why the harbour of Fowey has no wall that any of its boats could lie behind", f"FOWEY — {BODY}"),
        ("Fowey firm drops plan for a 22-storey tower on an old quay", f"Business Desk, updated 14:20\n\n{BODY}"),
        ("Three held over theft of nets", f"Fowey, 19 November (ČN) – {BODY}"),
    ],
)
def test_what_stands_over_a_dateline_or_a_desk_is_the_headline(first: str, second: str) -> None:
    found = read(first, second, MORE)
    assert found.title == first
    assert [item.kind for item in passages(found)] == ["headline", "byline", "body", "body"]


def test_only_whoever_answers_has_a_label() -> None:
    found = read(
        "Haldeno: We had no choice",
        "The Mooring, 4 March 2014",
        "Ms Lund, why Fowey?",
        "Lund: It lost money.",
        "We had tried all else.",
        "The board says that it made money.",
        "Lund: On paper.",
        "Were there offers?",
        "Lund: One, for a euro.",
    )
    turns = layout_of(found).turns
    said = [(item.role, item.label, found.text[item.start : item.end]) for item in turns]
    assert found.title == "Haldeno: We had no choice"
    assert said == [
        ("question", "", "Ms Lund, why Fowey?"),
        ("speech", "Lund", "It lost money."),
        ("speech", "Lund", "We had tried all else."),
        ("question", "", "The board says that it made money."),
        ("speech", "Lund", "On paper."),
        ("question", "", "Were there offers?"),
        ("speech", "Lund", "One, for a euro."),
    ]
