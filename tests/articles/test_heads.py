"""Title, outlet, day and authors of texts with heads in many styles; days that are only spoken of are none."""

from __future__ import annotations

import pytest

from onrecord.articles.jsonl import article_from_row

BODY = """The harbour authority of Lowmere has closed the east quay after an inspection found cracks in its wall. Work \
will begin next week, the harbour master, Ada Renner, said on Tuesday.

"We had no choice," Renner said. "The wall would not have stood another winter."

The fishermen, who had asked for the inspection on 3 March, said that they wanted to know who would pay for it."""
DAY = "2021-10-14"


@pytest.mark.parametrize(
    ("head", "title", "publisher", "published", "authors"),
    [
        (
            (
                "THE LOWMERE OBSERVER",
                "Thursday October 14 2021                          HARBOUR",
                "",
                "Quay closed over cracks in its wall",
                "",
                "BY TESS ALLARD",
            ),
            "Quay closed over cracks in its wall",
            "THE LOWMERE OBSERVER",
            DAY,
            ("TESS ALLARD",),
        ),
        (
            (
                "Tide",
                "Independent magazine of sea, sand & salt        Thursday 14 October 2021",
                "",
                "OPINION",
                "",
                "Four questions about the east quay",
            ),
            "Four questions about the east quay",
            "Tide",
            DAY,
            (),
        ),
        (
            (
                "Q U A Y W A T C H",
                "Harbours, without the fog. Every Thursday.",
                "",
                "#41 — 14 October 2021",
                "",
                "**The quay is shut. Now what?**",
                "by Tess Allard",
            ),
            "The quay is shut. Now what?",
            "QUAYWATCH",
            DAY,
            ("Tess Allard",),
        ),
        (
            (
                "HARBOUR FINANCE LETTER",
                "Vol. 31, No. 20                October 14, 2021",
                "For subscribers only. Do not forward.",
                "",
                "LOWMERE, ONE WEEK ON",
            ),
            "LOWMERE, ONE WEEK ON",
            "HARBOUR FINANCE LETTER",
            DAY,
            (),
        ),
        (
            (
                "FJORD NEWS  >  Coast",
                "East quay: What we know so far",
                "Edited by Tess Allard | Updated: Oct 14, 2021, 8:05 am",
            ),
            "East quay: What we know so far",
            "FJORD NEWS",
            DAY,
            ("Tess Allard",),
        ),
        (
            (
                "HARBOUR: EAST QUAY CLOSED",
                "",
                "By Tess Allard, Coast Press Agency Harbour Correspondent",
                "",
                "14 October 2021, 14.32",
            ),
            "HARBOUR: EAST QUAY CLOSED",
            "Coast Press Agency",
            DAY,
            ("Tess Allard",),
        ),
        (
            (
                "RENNER MARINE WORKS PVT. LTD.",
                "Regd. Office: 4 Quay Road, Lowmere",
                "",
                "STATEMENT FOR THE PRESS",
                "14th October, 2021",
            ),
            "STATEMENT FOR THE PRESS",
            "RENNER MARINE WORKS PVT. LTD.",
            DAY,
            (),
        ),
        (
            (
                "HARBOUR SAFETY COMMISSION OF HALDEN",
                "Tide House, 4th Floor, Quay Road, Lowmere",
                "",
                "PRESS RELEASE No. 17 of 2021",
                "FOR IMMEDIATE RELEASE                 14th October 2021",
                "",
                "DETERMINATION IN THE MATTER OF THE EAST QUAY",
            ),
            "DETERMINATION IN THE MATTER OF THE EAST QUAY",
            "HARBOUR SAFETY COMMISSION OF HALDEN",
            DAY,
            (),
        ),
        (
            (
                "REPUBLIC OF HALDEN",
                "MINISTRY OF PORTS AND FISHERIES",
                "",
                "No. 114/2021              Fjordby, 14 October 2021",
                "",
                "PRESS STATEMENT",
                "",
                "Closure of the east quay",
            ),
            "Closure of the east quay",
            "MINISTRY OF PORTS AND FISHERIES",
            DAY,
            (),
        ),
        (
            (
                "RENNER MINING LIMITED",
                "",
                "ASX ANNOUNCEMENT",
                "",
                "14 October 2021",
                "",
                "LOWMERE INCIDENT - UPDATE",
            ),
            "LOWMERE INCIDENT - UPDATE",
            "RENNER MINING LIMITED",
            DAY,
            (),
        ),
        (
            (
                "Halden Constabulary",
                "News release 211/21",
                "Date of issue: 14 October 2021",
                "Contact: Press Office",
                "",
                "Man held after damage at east quay",
            ),
            "Man held after damage at east quay",
            "Halden Constabulary",
            DAY,
            (),
        ),
        (
            (
                "THE DEEP",
                "Journal of the Dockers' Union, Western District",
                "",
                "THEY WERE TOLD",
                "",
                "14 October 2021 | District secretary Tess Allard writes:",
            ),
            "THEY WERE TOLD",
            "THE DEEP",
            DAY,
            ("Tess Allard",),
        ),
        (
            (
                "quay notes",
                "a blog about harbours",
                "",
                "Why the quay is shut",
                "",
                "October 14th, 2021 by Tess Allard | 3 comments",
            ),
            "Why the quay is shut",
            None,
            DAY,
            ("Tess Allard",),
        ),
        (
            (
                "East quay closed | The Halden Post",
                "",
                "14 October 2021 4:05 pm",
            ),
            "East quay closed",
            "The Halden Post",
            DAY,
            (),
        ),
        (
            (
                "LTN NEWS ONLINE | COAST",
                "Published 05/10/2021 19:40 EAT",
                "",
                "Cracks close the east quay",
            ),
            "Cracks close the east quay",
            "LTN NEWS ONLINE",
            "2021-10-05",
            (),
        ),
        (
            (
                "East quay to be rebuilt",
                "Deadline is 14 October 2021",
            ),
            "East quay to be rebuilt",
            None,
            None,
            (),
        ),
    ],
)
def test_a_head_is_read(
    head: tuple[str, ...], title: str, publisher: str | None, published: str | None, authors: tuple[str, ...]
) -> None:
    found = article_from_row({"id": "a", "text": "\n".join((*head, "", BODY))}, "a.jsonl")
    assert (found.title, found.publisher, found.published) == (title, publisher, published)
    assert found.authors == authors


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("LOWMERE (CP) -- Oct. 14, 2021 -- ", "Coast Press"),
        ("LOWMERE (Coast Press Agency) 14.10.2021 17:05 - ", "Coast Press Agency"),
    ],
)
def test_a_day_behind_the_agency_of_a_dateline_is_the_articles(opening: str, publisher: str) -> None:
    by = "By TESS ALLARD\nCoast Press\n\n" if publisher == "Coast Press" else ""
    found = article_from_row({"id": "a", "text": f"East quay closed over cracks\n\n{by}{opening}{BODY}"}, "a.jsonl")
    assert (found.publisher, found.published) == (publisher, DAY)


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("LOWMERE, October 14, 2021 /Fjord Wire/ -- ", ""),
        ("LOWMERE, October 14, 2021 (GLOBE FJORD) -- ", "\n\nAbout Renner Marine Works\nIt builds quays."),
    ],
)
def test_whoever_announces_is_the_outlet_of_a_release_and_not_the_service(opening: str, end: str) -> None:
    told = 'Renner Marine Works plc ("Renner") today announced that it will mend the quay of Lowmere before the winter.'
    text = f"Renner to Mend East Quay of Lowmere\n\n{opening}{told}\n\n{BODY}{end}"
    found = article_from_row({"id": "a", "text": text}, "a.jsonl")
    assert (found.publisher, found.published) == ("Renner Marine Works plc", DAY)


def test_a_day_in_the_text_is_not_the_day_of_publication() -> None:
    text = f"East quay to be rebuilt\n\nBy Tess Allard\n\nIt will be rebuilt by 14 October 2021, Renner said. {BODY}"
    assert article_from_row({"id": "a", "text": text}, "a.jsonl").published is None
