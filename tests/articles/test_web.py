"""Web pages: the article's text and what the page says of it."""

from __future__ import annotations

import contextlib

import pytest

from onrecord.articles import web
from onrecord.articles.jsonl import article_from_row
from onrecord.errors import ArticleError
from onrecord.ids import bytes_sha256

SENTENCES = (
    "The council of Fowey said on Friday that the harbour wall would be mended before the winter.",
    "Its chairman told the meeting that the money had been found and that work could begin in May.",
    "Fishermen had asked for the wall to be mended after a storm took a part of it two years ago.",
)
HEAD = """<title>Fowey finds the money - Fowey Post</title>
<meta property="og:site_name" content="Fowey Post"><meta property="og:title" content="Fowey finds the money">
<meta name="author" content="Jane Roe">"""
JSON_LD = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "%s"}]}</script>'


def page(head: str = HEAD, body: str = "") -> str:
    paragraphs = "".join(f"<p>{item}</p>" for item in SENTENCES)
    menu = "<nav><a href='/'>Home</a><a href='/n'>News</a></nav>"
    article = f"<article>{paragraphs}{body}</article>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{menu}{article}</body></html>"


def test_text_and_metadata() -> None:
    data = page(HEAD + JSON_LD % "2014-03-04T23:30:00-05:00").encode()
    found = web.article(data, "a", "a.html")
    assert found.text == "\n\n".join(SENTENCES)
    assert (found.title, found.publisher, found.authors) == ("Fowey finds the money", "Fowey Post", ("Jane Roe",))
    assert (found.published, found.published_basis) == ("2014-03-04", "metadata")
    assert found.extracted_from == f"sha256:{bytes_sha256(data)}"


def test_date_of_a_meta_element() -> None:
    head = HEAD + '<meta property="article:published_time" content="2014-03-04T10:00:00Z">'
    assert web.article(page(head), "a", "a.html").published == "2014-03-04"


def test_a_page_without_a_date_gets_none_from_the_clock() -> None:
    found = web.article(page(), "a", "a.html")
    assert (found.published, found.published_basis) == (None, "unknown")


@pytest.mark.parametrize("script", ["[" * 5000, "{", '{"datePublished": 5}', '{"datePublished": "soon"}', "", "null"])
def test_broken_json_ld_is_passed_over(script: str) -> None:
    head = f'{HEAD}<script type="application/ld+json">{script}</script>'
    assert web.article(page(head), "a", "a.html").published is None


def test_what_the_row_gives_goes_before_the_page() -> None:
    row = {"id": "a", "html": page(HEAD + JSON_LD % "2014-03-04"), "title": "Given", "published": "2014-03-05"}
    found = article_from_row(row, "in.jsonl", 4)
    assert (found.title, found.published, found.published_basis) == ("Given", "2014-03-05", "given")
    assert (found.publisher, found.source) == ("Fowey Post", "in.jsonl")


def test_a_page_in_an_old_encoding() -> None:
    data = page(
        HEAD.replace("<title>", "<meta charset='iso-8859-1'><title>"), "<p>The café on the quay will stay open.</p>"
    )
    assert "café" in web.article(data.encode("latin-1"), "a", "a.html").text


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<html><body>" + b"<div>" * 5000,
        b"<!--" * 1000,
        b"\xff\xfe<",
        b"<html><body><script>while(true){}",
        b"\x1f\x8b\x08\x00broken",
    ],
)
def test_pages_without_an_article(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^a\.html: "):
        web.article(data, "a", "a.html")


def test_entities_that_multiply_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE html [<!ENTITY e0 "lol">{bomb}]>{page(body="<p>&e9;</p>").partition(">")[2]}'
    with contextlib.suppress(ArticleError):
        assert len(web.article(data, "a", "a.html").text) < 10_000


def test_too_many_tags_and_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_TAGS", 10)
    with pytest.raises(
        ArticleError, match=r"^a\.html: is a page of \d+ tags, too many for one article \(at most 10\)$"
    ):
        web.article(page(), "a", "a.html")
    monkeypatch.setattr(web, "MAX_BYTES", 100)
    with pytest.raises(ArticleError, match=r"is a page of \d+ bytes"):
        web.article(page(), "a", "a.html")


def test_a_body_in_several_pieces_is_read_to_its_end() -> None:
    first = "".join(f"<p>{item}</p>" for item in SENTENCES)
    later = "<p>The builder promised that stones from the old quay would be used for the new wall.</p>"
    bodies = [f"<div class='article__body'>{item}</div>" for item in (first, later)]
    pieces = "<div class='ad'>Buy boats</div>".join(bodies)
    text = web.article(f"<html><body><main>{pieces}</main></body></html>", "a", "a.html").text
    assert text.endswith("would be used for the new wall.")
    assert "Buy boats" not in text


def test_lines_of_the_source_are_no_paragraphs() -> None:
    found = web.article(page(body="<p>The wall\nof the harbour\n   is long.</p>"), "a", "a.html")
    assert found.text.endswith("\n\nThe wall of the harbour is long.")


def test_what_page_furniture_is_left_is_no_part_of_the_text() -> None:
    found = web.article(page(body="<p>Share on Facebook</p><p>The wall is long.</p>"), "a", "a.html")
    assert found.text.endswith("\n\nThe wall is long.")
    assert "Facebook" not in found.text


def test_a_date_of_the_page_that_the_article_contradicts_is_not_believed() -> None:
    late = "<p>It ruled that all boats should leave the harbour by May 1, 2014.</p>"
    found = web.article(page(HEAD + JSON_LD % "2020-03-03", late), "a", "a.html")
    assert (found.published, found.published_basis) == (None, "unknown")
    assert found.published_note is not None
    assert "2014-05-01 as still to come" in found.published_note


@pytest.mark.parametrize("title", ["Fowey finds the money - Fowey Post", "Fowey finds the money | FOWEY POST"])
def test_the_outlet_is_no_part_of_the_title(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="Fowey Post">'
    assert web.article(page(head), "a", "a.html").title == "Fowey finds the money"
