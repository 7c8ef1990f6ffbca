"""JSON Lines: rows become articles, faults name file and line."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import jsonl
from onrecord.articles.jsonl import article_from_row
from onrecord.errors import ArticleError
from onrecord.model import Article

TEXT = "The council said on Friday that the harbour wall would be mended before the winter."


def test_all_fields() -> None:
    row = {
        "id": "fowey-1",
        "text": TEXT,
        "title": "A wall for Fowey",
        "publisher": "Fowey Post",
        "authors": ["Jane Roe", " John Doe "],
        "published": "2014-03-04T10:00:00Z",
        "url": "https://news.example/1",
        "other": {"ignored": True},
    }
    article = article_from_row(row, "in.jsonl", 3)
    assert (article.id, article.source, article.title) == ("fowey-1", "in.jsonl", "A wall for Fowey")
    assert article.authors == ("Jane Roe", "John Doe")
    assert (article.published, article.published_basis, article.published_note) == ("2014-03-04", "given", None)


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2014-03-04", "2014-03-04"),
        ("2014-03", "2014-03"),
        ("2014", "2014"),
        ("March 4, 2014", "2014-03-04"),
        ("4 Mar 2014 10:15", "2014-03-04"),
        ("Tue, 04 Mar 2014 10:15:00 GMT", "2014-03-04"),
        ("2014-02-30", None),
        ("soon", None),
    ],
)
def test_dates_of_publication(published: str, date: str | None) -> None:
    article = article_from_row({"id": "a", "text": TEXT, "published": published}, "in.jsonl")
    assert article.published == date
    if date is None:
        assert article.published_basis == "unknown"
        assert article.published_note == f"the given publication date {published!r} is not a date"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": TEXT}, "in.jsonl, line 2: has no id"),
        ({"id": None, "text": TEXT}, "in.jsonl, line 2: has no id"),
        ({"id": " ", "text": TEXT}, "in.jsonl, line 2: has an empty id"),
        ({"id": True, "text": TEXT}, "in.jsonl, line 2: has true or false as id, not text"),
        ({"id": ["a"], "text": TEXT}, "in.jsonl, line 2: has a list as id, not text"),
        (
            {"id": "a\nb", "text": TEXT},
            "in.jsonl, line 2: has an id with a control character or half a character: 'a\\nb'",
        ),
        ({"id": "a"}, "in.jsonl, line 2: article 'a' has neither text nor html"),
        ({"id": "a", "text": 5}, "in.jsonl, line 2: has a number as text, not text"),
        ({"id": "a", "text": ""}, "in.jsonl, line 2: article 'a' is empty: there is no article to read"),
        ({"id": "a", "text": TEXT, "published": 2014}, "in.jsonl, line 2: has a number as published, not text"),
        ({"id": "a", "text": TEXT, "authors": {}}, "in.jsonl, line 2: has an object as authors, not a list of names"),
        (
            {"id": "a", "text": "\ud83d out"},
            (
                "in.jsonl, line 2: article 'a' holds a lone surrogate, half of a character: "
                "write the text out again as UTF-8"
            ),
        ),
        (
            {"id": "a", "text": "x\0y"},
            "in.jsonl, line 2: article 'a' holds a NUL character at offset 1: this is not plain text",
        ),
        ({"id": "a", "html": "<html></html>"}, "in.jsonl, line 2: no article was found on the page"),
    ],
)
def test_faults_name_file_line_and_what_is_wrong(row: dict[str, Any], said: str) -> None:
    with pytest.raises(ArticleError) as error:
        article_from_row(row, "in.jsonl", 2)
    assert str(error.value) == said


@pytest.mark.parametrize("article_id", ["../../etc/passwd", "a/b", "C:\\x", "ü 1", "x" * 500])
def test_ids_may_hold_what_paths_may_not(article_id: str) -> None:
    assert article_from_row({"id": article_id, "text": TEXT}, "in.jsonl").id == article_id


def test_lines_are_read_one_by_one_and_bad_ones_lose_nothing() -> None:
    lines = [
        b'{"id": "a", "text": "The wall stands."}',
        b'{"id": "b", "te',
        b"",
        b"[1]",
        b"\xff",
        b"[" * 50_000,
        b"null",
    ]
    lines.append(b'{"id": "c", "text": "The wall fell."}')
    found = list(jsonl.articles(io.BytesIO(b"\n".join(lines)), "in.jsonl"))
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "c"]
    assert [str(item).split(" ", 5)[2] for item in found if isinstance(item, ArticleError)] == [
        "2:",
        "4:",
        "5:",
        "6:",
        "7:",
    ]


def test_a_line_too_long_is_passed_over_without_being_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 100)
    lines = b'{"id": "a", "text": "' + b"x" * 1000 + b'"}\n{"id": "b", "text": "The wall stands."}'
    first, second = jsonl.articles(io.BytesIO(lines), "in.jsonl")
    assert str(first) == "in.jsonl, line 1: is longer than 100 bytes, too long for one article"
    assert isinstance(second, Article)


def attempt(row: dict[str, Any]) -> Article | ArticleError:
    try:
        return article_from_row(row, "in.jsonl", 1)
    except ArticleError as error:
        return error


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_KEYS = st.sampled_from(["id", "text", "title", "publisher", "authors", "published", "url"])


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_KEYS, _VALUES, max_size=7))
def test_any_row_is_an_article_or_an_article_error(row: dict[str, Any]) -> None:
    found = attempt(row)
    if isinstance(found, ArticleError):
        assert str(found).startswith("in.jsonl, line 1: ")
    else:
        assert found.text == row["text"]


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_text_is_never_changed(text: str) -> None:
    line = json.dumps({"id": "a", "text": text}).encode()
    for item in jsonl.articles(io.BytesIO(line), "in.jsonl"):
        if isinstance(item, Article):
            assert item.text == text
