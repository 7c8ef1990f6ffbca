"""Which texts a body issued itself."""

from __future__ import annotations

import pytest

from onrecord.articles import jsonl, releases
from onrecord.articles.layout import layout_of

BODY = """The harbour wall will be mended before the winter, and the east quay will stay closed until then.

Our divers found two cracks in it on Tuesday. Halden Harbour Trust will pay for the work."""


def issuer(head: str, body: str = BODY, **given: str) -> str:
    article = jsonl.make("a", f"{head}\n\n{body}", "a.txt", given)
    found = layout_of(article)
    return releases.issuer(article, found.plain.text, found.passages)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Halden Harbour Trust\n\nPress release\n\nQuay stays closed\n\n14 October 2021", "Halden Harbour Trust"),
        ("HALDEN HARBOUR WORKS LTD.\n\nSTATEMENT FOR THE PRESS\n14 October 2021", "HALDEN HARBOUR WORKS LTD."),
        ("Halden Harbour Trust\n\nEast quay to stay closed\n\n14 October 2021", "Halden Harbour Trust"),
        ("Halden Harbour Trust\n\nStatement on the east quay\n\n14 October 2021", "Halden Harbour Trust"),
        ("HALDEN PRESS WORKS LIMITED\n\nSTATEMENT TO THE MEDIA, 14 October 2021", "HALDEN PRESS WORKS LIMITED"),
        (
            "Halden Harbour Trust\nPRESS INFORMATION — Fowey, 14 October 2021\n\nQuay closed",
            "Halden Harbour Trust",
        ),
        ("Halden Harbour Trust\nPress statement: for immediate use\n\nQuay stays closed", "Halden Harbour Trust"),
        ("CLUB STATEMENT\nThursday, October 14\nHalden Rowing Club Ltd", "Halden Rowing Club Ltd"),
        ("PRESS RELEASE\n\nHalden Harbour Trust: update on the quay\n\n14/10/2021", "Halden Harbour Trust"),
    ],
)
def test_a_release_names_its_issuer(head: str, name: str) -> None:
    assert issuer(head) == name


OURS = """Halden Quay has read what the papers say of the harbour wall, and would like to answer them.

Our divers found two cracks in it on Tuesday. Not one of them was there before we began.

The wall will be mended before the winter, and all that it costs will be paid by us."""


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        ("Halden Quay LLC: setting the record straight\n\n14 October 2021", OURS, "Halden Quay LLC"),
        ("Halden Quay: setting the record straight\n\n14 October 2021", OURS, ""),
        ("Halden Quay LLC: setting the record straight\n\n14 October 2021", OURS.replace("Halden Quay", "It"), ""),
        ("Halden Quay LLC: a reply\n\n14 October 2021", OURS.replace("Our", "Its").replace("us", "it"), ""),
    ],
)
def test_whoever_a_headline_begins_with_speaks_as_we(head: str, body: str, name: str) -> None:
    assert issuer(head, body) == name


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        ("Halden Quay answers what the papers say\n\n14 October 2021", OURS, "Halden Quay"),
        ("Halden Quay: news for our members\n\n14 October 2021", OURS, "Halden Quay"),
        ("Halden Quay answers what the papers say\n\nBy Jane Roe\n14 October 2021", OURS, ""),
        ("Halden Quay answers what the papers say\n\n14 October 2021", OURS.replace("Our divers", "Our hopes"), ""),
        ("Halden Quay answers what the papers say\n\n14 October 2021", OURS.replace("us", "it"), ""),
        ("Halden Quay answers what the papers say\n\n14 October 2021", OURS.replace("Halden Quay", "It"), ""),
        (
            "Halden Quay opens its east quay\n\n14 October 2021",
            "Halden Quay Ltd. is pleased to inform its members that the quay is open.\n\nOur divers found no cracks.",
            "Halden Quay",
        ),
        (
            "Halden Quay opens its east quay\n\n14 October 2021",
            "Halden Quay Ltd. told its members that the quay is open.\n\nOur divers found no cracks.",
            "",
        ),
        (
            "Halden Horizon answers what the papers say\n\n14 October 2021",
            OURS.replace("Quay", "Horizon"),
            "Halden Horizon",
        ),
        ("Jane Roe answers what the papers say\n\n14 October 2021", OURS.replace("Halden Quay", "Jane Roe"), ""),
        ("Quay answers what the papers say\n\n14 October 2021", OURS, ""),
    ],
)
def test_whoever_a_headline_begins_with_calls_its_people_its_own(head: str, body: str, name: str) -> None:
    assert issuer(head, body) == name


def test_whoever_announces_through_a_service_is_the_issuer() -> None:
    told = "LOWMERE, October 14, 2021 /Fjord Wire/ -- Halden Harbour Works today announced that it will mend the quay."
    assert issuer("Quay Works to Mend East Quay", f"{told}\n\n{BODY}") == "Halden Harbour Works"


@pytest.mark.parametrize(
    "head",
    [
        "The Halden Gazette\n\nEast quay to stay closed\n\nBy Jane Roe\n\n14 October 2021",
        "East quay to stay closed\n\nBy Jane Roe\n\n14 October 2021",
        "Coast Press Agency\n\nEast quay to stay closed\n\n14 October 2021",
        "Halden Voices\n\nEast quay to stay closed\n\n14 October 2021",
    ],
)
def test_an_article_has_no_issuer(head: str) -> None:
    assert issuer(head) == ""


def test_a_publisher_that_came_with_the_article_issues_nothing_by_its_name_alone() -> None:
    assert issuer("East quay to stay closed", publisher="Halden Harbour Trust") == ""
