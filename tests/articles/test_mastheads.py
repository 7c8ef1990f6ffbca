"""Who wrote an article, for whom and when, in the layouts in which pasted texts print it; and what is none of these."""

from __future__ import annotations

import signal

import pytest

from onrecord.articles import bylines, mastheads, outlets
from onrecord.articles.furniture import LONGEST
from onrecord.articles.jsonl import article_from_row
from onrecord.articles.layout import passages
from onrecord.articles.printed import printed_dates
from onrecord.model import Article

TITLE = "Fowey finds the money for its wall"
DAY = "2014-03-04"
BODY = (
    "The council of Fowey said on Friday that the harbour wall would be mended before the winter.",
    "Its chairman told the Lantern that money had been found. Boats were lost in Fowey last year, he said.",
)
VANE, BOTH = ("Isolde Vane",), ("Isolde Vane", "Piers Crake")


def read(*blocks: str) -> Article:
    return article_from_row({"id": "a", "text": "\n\n".join(blocks)}, "a.jsonl")


def slow(signal_number: int, frame: object) -> None:
    raise TimeoutError


def kinds(found: Article) -> list[str]:
    return [item.kind for item in passages(found)]


LAYOUTS = [
    ("Correio da Fowey, English page | Tuesday, 4 March 2014", "Correio da Fowey", ()),
    ("Voz de Fowey – English summary – 4 March 2014", "Voz de Fowey", ()),
    ("Diario da Ría – English digest – Vigo, 4 March 2014\nBy Isolde Vane", "Diario da Ría", VANE),
    ("Quay & Cable (trade weekly), Fowey, 4 March 2014", "Quay & Cable", ()),
    ("FoweyPost.ro English, 4 March 2014", "FoweyPost.ro English", ()),
    ("Harbour Lantern | 4 March 2014 | Isolde Vane and Piers Crake", "Harbour Lantern", BOTH),
    ("Fowey Gazette • 4 March 2014", "Fowey Gazette", ()),
    ("Isolde Vane / Fowey Gazette / 4 March 2014", "Fowey Gazette", VANE),
    ("Analysis | Isolde Vane | Fowey Gazette | 4 March 2014", "Fowey Gazette", VANE),
    ("By Isolde Vane for Harbour Lantern\n4 March 2014", "Harbour Lantern", VANE),
    ("By Isolde Vane and Piers Crake for The Lantern\n4 March 2014", "The Lantern", BOTH),
    ("By Isolde Vane, Lantern\n4 March 2014", "Lantern", VANE),
    ("By Isolde Vane, Political Editor, FBC\n4 March 2014", "FBC", VANE),
    ("By Isolde Vane, Political Editor\n4 March 2014", None, VANE),
    ("By Isolde Vane, Court Reporter, Fowey Observer\n4 March 2014", "Fowey Observer", VANE),
    ("By Isolde Vane, Fowey\n4 March 2014", None, VANE),
    ("By Isolde Vane, London\n4 March 2014", None, VANE),
    ("By Isolde Vane\nHarbour Correspondent\nFowey Gazette\n4 March 2014", "Fowey Gazette", VANE),
    ("By Isolde Vane\nFBC\n4 March 2014", "FBC", VANE),
    ("By Fowey Gazette staff\n4 March 2014", "Fowey Gazette", ()),
    ("By our own correspondent\nFowey Gazette, 4 March 2014", "Fowey Gazette", ()),
    ("Report: Isolde Vane — March 4, 2014", None, VANE),
    ("March 4, 2014 — Isolde Vane", None, VANE),
    ("Fowey Tides news agency\nFOWEY, March 4, 2014 (Tuesday)", "Fowey Tides", ()),
    ("Quay and Net (newsletter)\nMarch 4, 2014 | by Isolde Vane", "Quay and Net", VANE),
    ("Net & Crate, the weekly for the fish trade\n4 March 2014", "Net & Crate", ()),
    ("The Mooring — sailing monthly\nFowey, 4 March 2014\nBy Isolde Vane", "The Mooring", VANE),
    ("Fowey Gazette\nBy Isolde Vane, staff writer\nTuesday, March 4, 2014 (updated 6:15 p.m.)", "Fowey Gazette", VANE),
    ("Jane Roe | March 4, 2014", None, ("Jane Roe",)),
    ("4 March 2014\nIsolde Vane in Fowey and Piers Crake in Truro", None, BOTH),
    ("Posted on 4 March 2014 by Isolde Vane", None, VANE),
    ("Harbour Lantern\nBy Isolde Vane\n\n4 March 2014", "Harbour Lantern", VANE),
    ("Special to the Fowey Gazette\nBy Isolde Vane\n4 March 2014", "Fowey Gazette", VANE),
    ("Source: Fowey Gazette\nDate: 4 March 2014\nAuthor: Isolde Vane", "Fowey Gazette", VANE),
    ("From the Fowey Gazette, 4 March 2014", "Fowey Gazette", ()),
    ("The Fowey Gazette (4 March 2014)", "The Fowey Gazette", ()),
    ("Fowey Gazette / Coast News\n4 March 2014", "Fowey Gazette", ()),
    ("Fowey Gazette editorial, 4 March 2014", "Fowey Gazette", ()),
    ("fowey-gazette.example, 4 March 2014", "fowey-gazette.example", ()),
    ("Evening Herald — late edition, 4 March 2014", "Evening Herald", ()),
    ("Channel 9 News, Breakfast Programme\n4 March 2014", "Channel 9 News", ()),
    ("Public Radio 2, Morning Business\n4 March 2014", "Public Radio 2", ()),
    ("Fjord24 Health Desk\nLast updated: March 4, 2014", "Fjord24", ()),
    ("Radio Fowey FM, bulletin\nFOWEY, March 4, 2014, 1:15 p.m.", "Radio Fowey FM", ()),
    ("Broadcast on 4 March 2014 at 18:00, Fowey FM", "Fowey FM", ()),
    ("FOWEY (Coast News), 4 March 2014", "Coast News", ()),
    ("(Coast News) 4 March 2014", "Coast News", ()),
    ("FOWEY — March 4, 2014", None, ()),
    ("Fowey, Tuesday 4th March 2014", None, ()),
    ("World Politics | 4 March 2014", None, ()),
    ("Staff and agencies\n4 March 2014", None, ()),
    ("Fowey Harbour Trust plc — News release\n4 March 2014", "Fowey Harbour Trust plc", ()),
    ("Fowey Harbour Trust, press release, 4 March 2014", "Fowey Harbour Trust", ()),
    ("PRESS RELEASE\nFowey Harbour Trust\n4 March 2014", "Fowey Harbour Trust", ()),
    ("FOR IMMEDIATE RELEASE — 4 March 2014\nFowey Harbour Trust", "Fowey Harbour Trust", ()),
    ("Product recall notice\nFowey Foods plc\n4 March 2014", "Fowey Foods plc", ()),
    ("Fowey Ferries — incident update 3\n4 March 2014", "Fowey Ferries", ()),
    ("Statement from Fowey Town Council, 4 March 2014", "Fowey Town Council", ()),
    ("Issued by the press office of Fowey Town Council\n4 March 2014", "Fowey Town Council", ()),
    ("Ministry of Fisheries\n4 March 2014", "Ministry of Fisheries", ()),
    ("GOVERNMENT OF HALDEN, OFFICE OF THE SPOKESMAN\n4 March 2014", "GOVERNMENT OF HALDEN", ()),
    ("Halden Dam Authority (HDA)\nSituation report no. 2\n4 March 2014", "Halden Dam Authority (HDA)", ()),
    ("Embassy of the Republic of Halden\nPress section\n4 March 2014", "Embassy of the Republic of Halden", ()),
    ("Message from the Fowey Pilots' Union to its members, 4 March 2014", "Fowey Pilots' Union", ()),
    ("A statement from the Reporters' Guild\n4 March 2014", "Reporters' Guild", ()),
    ("Fowey Trade Review, no. 12, 4 March 2014, page 3", "Fowey Trade Review", ()),
    ("The Fowey Review\nIssue of 4 March 2014", "The Fowey Review", ()),
    ("[Coast News] 4 March 2014", "Coast News", ()),
    ("By Isolde Vane\nCoast News Agency, Fowey bureau, 4 March 2014", "Coast News Agency", VANE),
    ("FBC News | Isolde Vane in Fowey | 4 March 2014", "FBC News", VANE),
    ("From Isolde Vane in Fowey\nThe Lantern, 4 March 2014", "The Lantern", VANE),
    ("Isolde Vane, The Lantern\n4 March 2014", "The Lantern", VANE),
    ("Live blog: Isolde Vane\nFowey Gazette live, 4 March 2014", "Fowey Gazette", VANE),
]


@pytest.mark.parametrize(("lines", "publisher", "authors"), LAYOUTS, ids=lambda item: str(item)[:40])
def test_lines_below_a_headline(lines: str, publisher: str | None, authors: tuple[str, ...]) -> None:
    found = read(TITLE, lines, *BODY)
    assert (found.publisher, found.published, found.authors, found.title) == (publisher, DAY, authors, TITLE)
    assert kinds(found)[-2:] == ["body", "body"]
    assert kinds(found).count("body") == 2


@pytest.mark.parametrize("lines", [item[0] for item in LAYOUTS if item[1] and "\n" not in item[0]])
def test_lines_above_a_headline(lines: str) -> None:
    below, above = read(TITLE, lines, *BODY), read(lines, TITLE, *BODY)
    assert (above.publisher, above.published, above.authors) == (below.publisher, DAY, below.authors)
    assert above.title == TITLE


def test_an_outlet_alone_on_top_is_no_headline() -> None:
    found = read("Fowey Gazette", TITLE, "By Isolde Vane\n4 March 2014", *BODY)
    assert (found.title, found.publisher) == (TITLE, "Fowey Gazette")
    assert read("Fowey Gazette wins prize", "By Isolde Vane\n4 March 2014", *BODY).title == "Fowey Gazette wins prize"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("Fowey Gazette, 4 March 2014", "Fowey Gazette"), ("(Coast News, 4 March 2014)", "Coast News")],
)
def test_an_imprint_at_the_end(line: str, publisher: str) -> None:
    found = read(TITLE, *BODY, line)
    assert (found.publisher, found.published, kinds(found)[-1]) == (publisher, DAY, "byline")
    above = read(TITLE, "The Fowey Review, 5 March 2014", *BODY, line)
    assert (above.publisher, above.published) == ("The Fowey Review", "2014-03-05")


@pytest.mark.parametrize("line", ["The wall has been shut since 4 March 2010", "Boats in Fowey, 4 March 2010"])
def test_a_line_with_a_day_that_names_no_outlet_is_not_sure(line: str) -> None:
    assert read(TITLE, "By Isolde Vane", line, *BODY).published is None


def test_a_place_in_a_dateline_is_no_issuer() -> None:
    assert read(TITLE, f"STATE COLLEGE — {BODY[0]}", BODY[1]).publisher is None


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        ("OFFICIAL COMMUNICATION\n\nFowey Rowing Club\n4 March 2014", "OFFICIAL COMMUNICATION", "Fowey Rowing Club"),
        (
            "MINISTRY OF FISHERIES OF THE REPUBLIC OF HALDEN\nPress service — Communiqué No. 3\n\nHalden, 4 March 2014",
            "Press service — Communiqué No. 3",
            "MINISTRY OF FISHERIES OF THE REPUBLIC OF HALDEN",
        ),
        (
            "Statement by the Minister of Fisheries on the wall\n\nMinistry of Fisheries — press release\n4 March 2014",
            "Statement by the Minister of Fisheries on the wall",
            "Ministry of Fisheries",
        ),
        (
            "Fowey Town Council — media release\n4 March 2014",
            "Fowey Town Council — media release",
            "Fowey Town Council",
        ),
    ],
)
def test_releases_without_another_headline(lines: str, title: str, publisher: str) -> None:
    found = read(lines, "The Fowey Rowing Club has lost its quay.", *BODY)
    assert (found.title, found.publisher, found.published) == (title, publisher, DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday, all boats had left the harbour and the wall was closed.",
        "Published in 2009, the report said the wall was safe and sound.",
        "Statement or not, Fowey will have its wall, the mayor said.",
        "On March 4, 2014, the council closed the wall.",
        "Isolde Vane, who was born on 4 March 2014, sued the council.",
    ],
)
def test_a_sentence_of_the_article_is_no_masthead(sentence: str) -> None:
    found = read(TITLE, "Fowey Gazette, 5 March 2014", sentence, *BODY)
    assert kinds(found) == ["headline", "byline", "body", "body", "body"]
    assert found.published == "2014-03-05"


@pytest.mark.parametrize(
    "title", ["Report: Harbour Wall Unsafe", "Statement by Mayor Angers Town", "Rising seas: update no. 4"]
)
def test_a_headline_is_no_masthead(title: str) -> None:
    found = read(title, "By Isolde Vane\n4 March 2014", *BODY)
    assert (found.title, found.publisher) == (title, None)


@pytest.mark.parametrize(
    "line",
    ["Fowey Gazette, Tuesday 4 March", "Fowey Gazette | Updated: March 4, 10:15 GMT", "Fowey Gazette — 4th March"],
)
def test_a_day_without_its_year_is_no_headline_and_no_date(line: str) -> None:
    found = read(TITLE, line, *BODY)
    assert (found.title, found.publisher, found.published) == (TITLE, "Fowey Gazette", None)
    assert kinds(found) == ["headline", "byline", "body", "body"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12-Mar-2014", "2014-03-12"),
        ("2014/03/12", "2014-03-12"),
        ("12.3.2014", "2014-03-12"),
        ("25/03/2014", "2014-03-25"),
        ("03/25/2014", "2014-03-25"),
        ("March 3-4, 2014", DAY),
        ("03/04/2014", None),
        ("version 1.2.2014.7", None),
    ],
)
def test_days_in_figures(words: str, day: str | None) -> None:
    assert [date for _, _, date in printed_dates(words)] == ([day] if day else [])


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer that interrupts")
def test_no_line_takes_long() -> None:
    pieces = (
        "A ",
        "Aa, ",
        "by ",
        "for ",
        " | ",
        "1 ",
        "March 4, ",
        "staff ",
        "news ",
        "world ",
        "of ",
        "in Fowey and ",
    )
    before = signal.signal(signal.SIGALRM, slow)
    try:
        for piece in pieces:
            for end in ("", "!"):
                line = (piece * LONGEST)[: LONGEST - len(end)] + end
                signal.setitimer(signal.ITIMER_REAL, 5)  # milliseconds on any machine, or for ever
                mastheads.is_masthead(line[:190], BODY, first=False)
                outlets.printed([line], ["A headline"], BODY, ("Jane Roe",))
                bylines.authors([line], [], BODY)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    "line", ["Harbour opens daily", "Lantern Prize goes to weekly paper", "A weekly trail of papers"]
)
def test_a_headline_with_the_noun_of_an_outlet_is_none(line: str) -> None:
    assert not mastheads.is_outlet_line(line, beside=False)
    assert "outlet" not in {item.kind for item in mastheads.cells(line)}


def test_lines_in_a_row_of_one_length_are_no_paragraph_if_one_is_a_masthead() -> None:
    block = f"{TITLE} at last\nFowey Tides, sailing newspaper\nFOWEY, 4 March 2014 (Tuesday)"
    found = read(block, *BODY)
    assert (found.title, found.publisher, found.published) == (f"{TITLE} at last", "Fowey Tides", DAY)
