"""Layout: every unit of a text has its kind, and nothing of the text is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import resources
from onrecord.articles import furniture
from onrecord.articles.jsonl import article_from_row
from onrecord.articles.layout import passages
from onrecord.articles.paragraphs import gaps, units
from onrecord.model import Article

BODY = "The council of Fowey said on Friday that the harbour wall would be mended before the winter."
SECOND = "Its chairman told the meeting that the money had been found and that work could begin in May."


def article(text: str, title: str | None = None) -> Article:
    return article_from_row({"id": "a", "text": text, "title": title}, "a.jsonl")


def kinds(*paragraphs: str, title: str | None = None) -> list[str]:
    return [item.kind for item in passages(article("\n\n".join(paragraphs), title))]


@pytest.mark.parametrize(
    "item", resources.toml("lexicons", "en", "layout.toml")["entry"], ids=lambda item: str(item["id"])
)
def test_every_entry_of_the_lexicon_finds_its_example(item: dict[str, str]) -> None:
    place = "end" if item.get("where") == "end" else "early"
    found = furniture.entry(item["example"], place)
    assert found is not None
    assert (found.id, found.kind) == (item["id"], item["kind"])
    assert item["source"]


@pytest.mark.parametrize("line", [BODY, SECOND, "“We will mend it,” she said.", "He shared the news with Ann."])
def test_sentences_are_no_furniture(line: str) -> None:
    assert furniture.entry(line, "anywhere") is None


def test_a_page_copied_with_all_that_stands_around() -> None:
    assert kinds(
        "Local News",
        "Fowey finds the money for its harbour wall",
        "By Jane Roe | Published: March 4, 2014 10:15 AM GMT",
        "Share on Facebook",
        BODY,
        "WATCH:",
        SECOND,
        "Photo: Jan Novak | Flickr",
        "Senior Writer",
        "© 2014 Fowey Post. All rights reserved.",
    ) == ["furniture", "headline", "byline", "furniture", "body", "furniture", "body", *["furniture"] * 3]


def test_notes_on_the_author_above_and_below() -> None:
    note = "Jane covers ports such as Fowey and Charlestown, and also writes about tides and lighthouses."
    below = "Jane Roe is a reporter based in Truro."
    assert kinds("Fowey finds the money", note, "Follow on:", BODY, SECOND, below) == [
        "headline",
        "furniture",
        "furniture",
        "body",
        "body",
        "furniture",
    ]


def test_a_line_between_headline_and_body_belongs_to_the_body_where_it_says_something() -> None:
    first = "Fowey finds the money for its harbour wall"
    second = "Council says work on the broken wall of the old harbour can begin in May"
    assert kinds(first, second, BODY) == ["headline", "body", "body"]


def test_subheads_and_captions_inside_the_body() -> None:
    assert kinds(BODY, "A costly wall", SECOND, "Fishermen mending their nets on the quay", BODY) == [
        "body",
        "headline",
        "body",
        "caption",
        "body",
    ]


def test_date_alone_on_a_line_is_a_byline() -> None:
    assert kinds("Fowey finds the money", "March 04, 2014", BODY)[1] == "byline"


def test_block_quotations_without_marks() -> None:
    lead = "The chairman of the council wrote in a letter to the fishermen –"
    ours = "The truth is that the sea wanted our wall. We will not give it up."
    more = "A harbour is no place for fear; we are glad to help anybody who will carry stones."
    after = "The council will meet again on Monday to choose a builder for the wall."
    assert kinds(BODY, lead, ours, more, after) == ["body", "body", "quote_block", "quote_block", "body"]
    assert kinds(BODY, lead, f"“{ours}”", after) == ["body"] * 4


def test_comments_after_the_article_are_furniture() -> None:
    comment = "I have lived here for forty years and the wall was always going to fall down one day."
    assert kinds(BODY, SECOND, BODY, "3 Comments", comment) == ["body", "body", "body", "furniture", "furniture"]


def test_a_menu_parts_the_article_from_what_else_the_page_says() -> None:
    menu = ["Home", "Harbour News", "Tides", "Weather", "Boats for sale"]
    cookies = "This page would like to keep a few small files on your computer if you will let it do so."
    teaser = "A lighthouse near Fowey was painted red last week."
    body = f"{BODY} {SECOND} {BODY}"
    found = kinds(cookies, *menu, "Fowey finds the money for its wall", body, SECOND, body, *menu, teaser)
    assert found == [*["furniture"] * 6, "headline", "body", "body", "body", *["furniture"] * 6]


def test_a_list_inside_an_article_is_no_menu() -> None:
    items = [f"{number}. Mend the wall" for number in range(1, 7)]
    assert kinds(BODY, *items, SECOND) == ["body"] * 8


def test_links_to_other_articles_end_the_body_where_links_follow() -> None:
    links = ["Read more", "Lighthouse painted red", "Boats for sale in Charlestown"]
    assert kinds(BODY, SECOND, *links)[2:] == ["furniture"] * 3
    assert kinds(BODY, "Read more", SECOND) == ["body", "furniture", "body"]


def test_a_line_that_is_the_title_is_the_headline() -> None:
    title = "Video: how the harbour wall fell into the sea"
    assert kinds(title, BODY, title=title)[0] == "headline"


def test_one_sentence_is_a_body() -> None:
    assert kinds("Officials agreed on Wednesday that their countries should cooperate") == ["body"]


def test_all_furniture_has_at_most_one_body_line() -> None:
    assert kinds("Share on Facebook", "WATCH:", "Add Comment").count("body") <= 1


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    words = f"{BODY} {SECOND} {BODY}".split()
    lines = [" ".join(words[number : number + 10]) for number in range(0, len(words), 10)]
    assert len(units("\n".join(lines))) == 1
    assert len(units("\r\n".join(lines))) == 1
    assert len(units(f"{BODY}\n{SECOND}\n{BODY}")) == 3


@pytest.mark.parametrize("path", sorted(Path("seeds").glob("*.txt")), ids=lambda path: path.stem[:3])
def test_bodies_of_the_seeds(path: Path) -> None:
    edges = {
        "000": ("Yes, BlackBerry Enterprise", 'less than 1 percent."'),
        "001": ("Pakistan has ordered all", "with the governments."),
        "002": ("Pakistan’s mobile operators", "at the time of publication."),
        "003": ("Pakistan's Ministry of", "phones should be fine."),
        "004": ("As an aftermath of", "in the first place."),
    }
    text = path.read_bytes().decode("utf-8")
    body = [item for item in passages(article(text)) if item.kind in ("body", "quote_block")]
    first, last = edges[path.stem[:3]]
    assert text[body[0].start :].startswith(first)
    assert text[: body[-1].end].endswith(last)


_LINES = st.one_of(
    st.sampled_from(
        [BODY, SECOND, "WATCH:", "By Jane Roe", "Share on Facebook", "© 2014 Post", "A wall", "March 4, 2014"]
    ),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=60),
)
_BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " \n \n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(_LINES, _BREAKS), max_size=12))
def test_passages_tile_the_text(pieces: list[tuple[str, str]]) -> None:
    text = "".join(line + stop for line, stop in pieces)
    found = passages(Article(id="a", text=text, sha256="", source="a"))
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(not text[item.start].isspace() and not text[item.end - 1].isspace() for item in found)
    assert all(not gap.strip() for gap in gaps([(item.start, item.end) for item in found], text))
    assert [item.start for item in found] == sorted(item.start for item in found)


def test_a_line_of_an_outlet_and_a_date_is_no_headline_and_dates_the_article() -> None:
    lines = ["Board shuts the pier", "Lowmere Ledger, March 12, 2024", BODY, SECOND]
    assert kinds(*lines) == ["headline", "byline", "body", "body"]
    assert kinds("Storms shake Fowey, 12 March 2024", BODY, SECOND)[0] == "headline"
