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


@pytest.mark.parametrize(
    ("header", "publisher", "authors", "day"),
    [
        ("By Una Lind, Fowey Evening Post\nMarch 4, 2014", "Fowey Evening Post", ("Una Lind",), "2014-03-04"),
        ("By Una Lind, The Lowmere Bay Ledger (weekend edition)\n4 March 2014", "The Lowmere Bay Ledger", ("Una Lind",),
         "2014-03-04"),
        ("By Una Lind and Ivo Berg, CoastDesk\n4 March 2014", "CoastDesk", ("Una Lind", "Ivo Berg"), "2014-03-04"),
        ("By Una Lind, Ivo Berg\n4 March 2014", None, ("Una Lind", "Ivo Berg"), "2014-03-04"),
        ("By Una Lind, Staff Writer\n4 March 2014", None, ("Una Lind",), "2014-03-04"),
        ("Rope & Tar\n4 March 2014", "Rope & Tar", (), "2014-03-04"),
        ("Press release, Friends of the Fowey Marsh\n4 March 2014", "Friends of the Fowey Marsh", (), "2014-03-04"),
        ("By Una Lind, Coast Wire\nFOWEY, Corn., March 4, 2014 (Coast Wire) -", "Coast Wire", ("Una Lind",),
         "2014-03-04"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "title",
    [
        "Fowey finds the money for its harbour wall",
        "Money found at last for a wall of the old harbour that has been falling for years, the council says",
        "At last: a wall!",
    ],
)
def test_a_header_in_one_block_names_outlet_authors_and_day(
    title: str, header: str, publisher: str | None, authors: tuple[str, ...], day: str
) -> None:
    found = article(f"{title}\n{header}", BODY, BODY)
    assert (found.title, found.publisher, found.authors, found.published) == (title, publisher, authors, day)


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
    ],
)
def test_printed_dates(text: str, dates: list[str]) -> None:
    assert [date for _, _, date in printed_dates(text)] == dates


def test_iso_date() -> None:
    assert iso_date(" 2014-02-18T20:46:00-04:00 ") == "2014-02-18"
    assert iso_date("2015-13-01") is None
    assert iso_date("") is None
