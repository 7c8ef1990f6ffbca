"""Packed files, e-mails, and JSON Lines as other programs write them."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.articles import read
from onrecord.errors import ArticleError
from onrecord.model import Article

TEXT = "The board closed the pier on Friday. Ann Lee, its director, said that it was unsafe.\n"
MAIL = (
    "From: Example Times <news@example.org>\nTo: all@example.org\nSubject: The pier is closed\n"
    "Date: Tue, 05 Mar 2024 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n" + TEXT
)


def found(path: Path) -> list[Article | ArticleError]:
    return list(read([str(path)]))


def test_a_packed_text_and_packed_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode(), mtime=0))
    rows = "".join(json.dumps({"id": f"r{number}", "text": f"{number} {TEXT}"}) + "\n" for number in range(3))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(rows.encode(), mtime=0))
    items = found(tmp_path)
    assert [item.id for item in items if isinstance(item, Article)] == ["a", "r0", "r1", "r2"]
    assert items[0].text == TEXT


def test_an_archive_in_the_order_of_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("b/two.txt", "2 " + TEXT)
        archive.writestr("a/one.txt", TEXT)
        archive.writestr("a/.hidden.txt", TEXT)
        archive.writestr("mail.eml", MAIL)
    items = found(tmp_path / "all.zip")
    assert [item.id for item in items] == ["all/a/one", "all/b/two", "all/mail"]
    assert items[0].source == f"{tmp_path}/all.zip/a/one.txt"


def test_an_email(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text(MAIL, encoding="utf-8")
    [item] = found(tmp_path / "m.eml")
    assert (item.title, item.publisher, item.published) == ("The pier is closed", "Example Times", "2024-03-05")
    assert item.text.strip() == TEXT.strip()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.gz", b"no gzip", "cannot be unpacked"),
        ("x.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:-12], "cannot be unpacked"),
        ("x.zip", b"no zip", "cannot be unpacked"),
        ("x.eml", b"Subject: nothing\n\n", "holds no text"),
        ("x.eml", b"Content-Type: image/png\n\nabc", "holds no text"),
    ],
)
def test_what_cannot_be_unpacked_is_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    [item] = found(tmp_path / name)
    assert isinstance(item, ArticleError)
    assert said in str(item)
    assert "\n" not in str(item)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", b"0" * 30_000_000)
        archive.writestr("good.txt", TEXT)
    items = found(tmp_path / "bomb.zip")
    assert "would unpack to" in str(items[0])
    assert items[1].text == TEXT


@pytest.mark.parametrize(
    "row",
    [
        {"maintext": TEXT, "date_publish": "2024-03-05 09:00:00", "source_domain": "Example", "authors": ["Jo Roe"],
         "url": "https://example.org/1"},
        {"text": TEXT, "date": "2024-03-05", "sitename": "Example", "author": "Jo Roe", "id": None,
         "url": "https://example.org/1"},
        {"plaintext": TEXT, "publishing_date": "2024-03-05T09:00:00+00:00", "publisher": "Example",
         "authors": ["Jo Roe"], "url": "https://example.org/1"},
    ],
    ids=["news-please", "trafilatura", "fundus"],
)  # fmt: skip
def test_lines_as_other_programs_write_them(tmp_path: Path, row: dict[str, object]) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    [item] = found(tmp_path / "rows.jsonl")
    assert (item.id, item.text, item.publisher) == ("https://example.org/1", TEXT, "Example")
    assert (item.published, item.authors, item.url) == ("2024-03-05", ("Jo Roe",), "https://example.org/1")


def test_line_separators_in_ids_and_titles_lose_no_article(tmp_path: Path) -> None:
    row = {"id": "a\u2028b", "title": "One\u2028two\n three", "text": TEXT}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    [item] = found(tmp_path / "rows.jsonl")
    assert (item.id, item.title) == ("a b", "One two three")


def test_a_url_that_is_no_address_is_said(tmp_path: Path) -> None:
    row = {"id": "a", "url": "www example org", "text": TEXT}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    article, error = found(tmp_path / "rows.jsonl")
    assert article.id == "a"
    assert "which is no address" in str(error)
