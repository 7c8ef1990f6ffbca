"""Title, authors, publisher and day of publication out of the lines around an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.articles.jsonl import article_from_row
from onrecord.articles.printed import iso_date, printed_dates
from onrecord.model import Article

BODY = "The council of Fowey said on Friday that the harbour wall would be mended before the winter."


def article(*paragraphs: str, **given: str) -> Article:
    return article_from_row({"id": "a", "text": "\n\n".join(paragraphs), **given}, "a.jsonl")


def test_title_authors_publisher_and_date_from_the_lines_around() -> None:
    found = article(
        "Fowey finds the money for its harbour wall",
        "By Jane Roe and Mark van den Berg (news@foweypost.example) | First Posted: Mar 4, 2014 10:15 AM GMT",
        BODY,
        "© 2014 Fowey Post. All rights reserved. Do not reproduce without permission.",
    )
    assert found.title == "Fowey finds the money for its harbour wall"
    assert found.authors == ("Jane Roe", "Mark van den Berg")
    assert found.publisher == "Fowey Post"
    assert (found.published, found.published_basis) == ("2014-03-04", "text")
    assert found.published_note is not None
    assert "First Posted: Mar 4, 2014" in found.published_note


def test_what_came_with_the_article_is_left_alone() -> None:
    found = article("A headline of the page", "By Jane Roe, March 4, 2014", BODY, title="Given", published="2013-01-02")
    assert (found.title, found.published, found.published_basis) == ("Given", "2013-01-02", "given")
    assert found.published_note is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("by JANE ROE, Staff Writer", ("JANE ROE",)),
        ("By Jane Roe Mon, 3 Mar 2014", ("Jane Roe",)),
        ("Written by Marty O’Neil for the Fowey Post", ("Marty O’Neil",)),
        ("By 01:33 Mon, 3 Mar 2014 Comments", ()),
        ("By Staff Reporter", ()),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    assert article("Fowey finds the money", line, BODY).authors == authors


@pytest.mark.parametrize(
    ("lines", "authors", "publisher"),
    [
        (("By Jane Roe, The Fowey Courier",), ("Jane Roe",), "The Fowey Courier"),
        (("By Jane Roe and Mark Berg, Coast News Agency",), ("Jane Roe", "Mark Berg"), "Coast News Agency"),
        (("By Jane Roe, The Fowey Looking Glass (English edition)",), ("Jane Roe",), "The Fowey Looking Glass"),
        (("By Jane Roe, HarbourWatch",), ("Jane Roe",), "HarbourWatch"),
        (("By Jane Roe, Ron McArdle",), ("Jane Roe", "Ron McArdle"), None),
        (("By Jane Roe, Staff Writer",), ("Jane Roe",), None),
        (("Fowey FM",), (), "Fowey FM"),
        (("Quay & Crane",), (), "Quay & Crane"),
        (("Reuters",), (), "Reuters"),
        (("World Politics",), (), None),
        (("Press release, Fowey Harbour Trust, Cornwall",), (), "Fowey Harbour Trust"),
        (("Statement by the Fowey Harbour Trust",), (), "Fowey Harbour Trust"),
        (("By Jane Roe, The Fowey Courier", "FOWEY, England (Coast News) -"), ("Jane Roe",), "The Fowey Courier"),
        (("FOWEY, England, March 4, 2014 (Coast News) -",), (), "Coast News"),
    ],
)
def test_the_outlet_in_the_lines_above(lines: tuple[str, ...], authors: tuple[str, ...], publisher: str | None) -> None:
    found = article("\n".join(("Fowey finds the money for its wall", *lines, "March 4, 2014")), BODY)
    assert (found.authors, found.publisher) == (authors, publisher)
    assert (found.title, found.published) == ("Fowey finds the money for its wall", "2014-03-04")


def test_a_long_headline_above_the_line_of_authors_is_no_paragraph() -> None:
    long = "Fowey trust welcomes the plan for the harbour wall and asks who will pay for it when the winter storms come"
    found = article(f"{long}!\nBy Jane Roe, The Fowey Courier\nMarch 4, 2014", BODY)
    assert (found.title, found.published) == (f"{long}!", "2014-03-04")
    assert article(f"{long}.", "March 4, 2014", BODY).title is None


def test_published_before_updated() -> None:
    found = article("Fowey finds the money", "Updated: March 6, 2014", "Published: March 4, 2014", BODY)
    assert found.published == "2014-03-04"


def test_a_copyright_year_is_the_year_of_the_page() -> None:
    found = article(BODY, "The wall was last mended in 2009.", "© 2021 All rights reserved.")
    assert found.published is None
    assert found.published_note == (
        "2021 in the copyright line is the year of the page, not credible as the article's: "
        "the latest year the article itself names is 2009"
    )


def test_a_date_the_article_contradicts_is_not_believed() -> None:
    ahead = "It ruled on Friday that all boats should leave the harbour by May 1, 2014."
    found = article("Fowey closes its harbour", "By 10:15 Tue, 3 Mar 2020 Comments", ahead)
    assert (found.published, found.published_basis) == (None, "unknown")
    assert found.published_note is not None
    assert "'3 Mar 2020' beside the article is not its date" in found.published_note
    assert "2014-05-01 as still to come" in found.published_note


@pytest.mark.parametrize(
    "sentence",
    [
        "It ruled then that all boats were to leave the harbour by May 1, 2014.",
        "The boats left the harbour on May 1, 2014.",
        "It ruled in 2013 that boats must leave by May 1, 2014, and asked again in 2019.",
    ],
)
def test_a_date_is_believed_where_the_article_looks_back(sentence: str) -> None:
    assert article("Fowey closes its harbour", "March 3, 2020", sentence).published == "2020-03-03"


def test_who_asked_for_comment_is_the_outlet() -> None:
    assert article(BODY, "The Fowey Post has contacted the builder for comment.").publisher == "The Fowey Post"
    assert article(BODY, "The builder has contacted the council.").publisher is None


@pytest.mark.parametrize(
    ("stem", "published", "publisher", "authors"),
    [
        ("000", "2015-07-27", "Latinos Post", ("Desiree Salas",)),
        ("001", None, None, ()),
        ("002", None, "TechWeekEurope", ("Ben",)),
        ("003", None, None, ()),
        ("004", None, None, ()),
    ],
)
def test_seeds(stem: str, published: str | None, publisher: str | None, authors: tuple[str, ...]) -> None:
    (path,) = Path("seeds").glob(f"{stem}_*.txt")
    found = article_from_row({"id": "a", "text": path.read_bytes().decode("utf-8")}, "a.jsonl")
    assert (found.published, found.publisher, found.authors) == (published, publisher, authors)
    if stem in ("001", "003"):
        assert found.published_note


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Feb 18, 2014 8:46 PM EST", ["2014-02-18"]),
        ("Wed, 19 Jun 2019", ["2019-06-19"]),
        ("the 3rd of March, 2014 and May 2012", ["2014-03-03", "2012-05"]),
        ("2014-03-04T10:00 and 2014-02-30", ["2014-03-04"]),
        ("February 30, 2014", []),
        ("Posted 14-03-2014, or 14/03/14", ["2014-03-14", "2014-03-14"]),
        ("06.03.14 | Jane Roe", ["2014-03-06"]),
        ("4 Mar '14, 4-Mar-14, Mar 4, ’14", ["2014-03-04"] * 3),
        ("4 de marzo de 2014, le 4 mars 2014, 4. März 2014, 1er août 2014", ["2014-03-04"] * 3 + ["2014-08-01"]),
        ("version 10.12.14.3, at 10.30.45, 1.2.14, 04/03/14", []),
    ],
)
def test_printed_dates(text: str, dates: list[str]) -> None:
    assert [date for _, _, date in printed_dates(text)] == dates


def test_iso_date() -> None:
    assert iso_date(" 2014-02-18T20:46:00-04:00 ") == "2014-02-18"
    assert iso_date("2015-13-01") is None
    assert iso_date("") is None
