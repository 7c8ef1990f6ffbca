"""What stands over an article, the headline apart below it: outlets, mottos, sections; and what is none of these."""

from __future__ import annotations

import pytest

from onrecord.articles.jsonl import article_from_row
from onrecord.articles.layout import passages
from onrecord.model import Article

TITLE = "Fowey finds the money for its wall"
BODY = (
    "The council of Fowey said on Friday that the harbour wall would be mended before the winter.",
    "Its chairman told reporters that the money had been found, and that boats would be safe behind it.",
)
OURS = (
    "We have found the money for the harbour wall, and our engineers will mend it before the winter.",
    "Call the Kelmar Trust if you own a boat. Our office is open every day until the wall is mended.",
)


def read(*blocks: str) -> Article:
    return article_from_row({"id": "a", "text": "\n\n".join(blocks)}, "a.jsonl")


@pytest.mark.parametrize(
    ("over", "outlet"),
    [
        ("QUAYWATCH\n// notes for people who mend walls", "QUAYWATCH"),
        ("TIDE & TALK\nnotes from a small harbour", "TIDE & TALK"),
        ("THE HARBOUR HOWL\nFowey's only honest paper", "THE HARBOUR HOWL"),
        ("ESTUARY RADIO 98.1\nNews / Transcript & web story", "ESTUARY RADIO 98.1"),
        ("FOWEY ROVERS - OFFICIAL SITE\nClub News", "FOWEY ROVERS"),
        ("KELMAR CONSTABULARY - NEWS RELEASE\nDate: Thursday 6 March 2014", "KELMAR CONSTABULARY"),
        ("Pelican Notes", "Pelican Notes"),
        ("World Desk | Americas", None),
    ],
)
def test_the_outlet_stands_over_the_headline(over: str, outlet: str | None) -> None:
    found = read(over, f"{TITLE}\nby Isolde Vane", *BODY)
    assert (found.title, found.publisher, found.authors) == (TITLE, outlet, ("Isolde Vane",))


@pytest.mark.parametrize("over", ["Harbour Wall", "HARBOUR TRUST TO MEND WALL OF FOWEY", "What happened next?"])
def test_a_headline_over_another_is_no_outlet(over: str) -> None:
    assert read(over, TITLE, *BODY).publisher is None


@pytest.mark.parametrize("over", ["Jane Roe", "Fowey, 4 March"])
def test_a_person_or_place_over_the_headline_is_no_outlet(over: str) -> None:
    assert read(over, TITLE, *BODY).publisher is None


def test_the_slug_of_an_agency_is_no_headline() -> None:
    found = read("Estuary Press (EPA)\nURGENT - 2nd lead, adds chairman", f"FOWEY, March 4 - {BODY[0]}", BODY[1])
    assert (found.title, found.publisher) == (None, "Estuary Press")


def test_whoever_speaks_in_the_first_person_under_its_name_issued_the_text() -> None:
    found = read("KELMAR TRUST\nInformation for owners of boats - updated 6 March 2014", *OURS)
    assert (found.publisher, found.published) == ("KELMAR TRUST", "2014-03-06")
    assert found.title == "Information for owners of boats - updated 6 March 2014"


def test_a_name_over_what_others_say_is_the_headline() -> None:
    found = read("KELMAR TRUST\nInformation for owners of boats - updated 6 March 2014", *BODY)
    assert found.publisher is None


def test_an_outlet_with_its_town_stands_over_the_headline() -> None:
    found = read(f"Estuary FM News - Truro\n{TITLE}\n4 March 2014, 1:05 pm", *BODY)
    assert (found.title, found.publisher, found.published) == (TITLE, "Estuary FM News", "2014-03-04")


def test_lines_in_small_letters_over_an_article_are_lines_of_their_own() -> None:
    found = read(f"{TITLE}\nby: Isolde Vane", *BODY)
    assert [found.text[item.start : item.end] for item in passages(found)][:2] == [TITLE, "by: Isolde Vane"]


def test_a_dateline_ends_with_its_agency_on_a_line_of_its_own() -> None:
    found = read(f"{TITLE}\nEstuary Press News\nFOWEY, Cornwall, Oct 8 (EPN)", *BODY)
    assert [item.kind for item in passages(found)] == ["headline", "byline", "byline", "body", "body"]
    assert (found.title, found.publisher) == (TITLE, "Estuary Press News")


@pytest.mark.parametrize(
    ("over", "used", "outlet"),
    [
        ("QUAY & CRANE NORTHERN", "Quay & Crane", "QUAY & CRANE NORTHERN"),
        ("Estuary Weekly — harbour desk", "Estuary Weekly", "Estuary Weekly"),
        ("Estuary Weekly — harbour desk", "Fowey FM", None),
    ],
)
def test_the_article_calls_its_outlet_by_the_first_words_over_a_headline(
    over: str, used: str, outlet: str | None
) -> None:
    found = read(f"{over}\n{TITLE}\nBy Isolde Vane", *BODY, f"The wall was old, its chairman told {used}.")
    assert found.publisher == outlet
    assert found.title == (TITLE if outlet else over)


@pytest.mark.parametrize(
    ("byline", "told", "outlet"),
    [
        ("Post Report", "the Estuary Courier", "Estuary Courier"),
        ("Post Report", "Reuters", "Post Report"),
        ("Fowey Post", "the Estuary Courier", "Fowey Post"),
    ],
)
def test_the_byline_of_a_house_is_no_outlet_if_the_text_names_it(byline: str, told: str, outlet: str) -> None:
    found = read(f"{TITLE}\n{byline}\nFowey, 4 March 2014", *BODY, f"The wall was old, its chairman told {told}.")
    assert found.publisher == outlet
