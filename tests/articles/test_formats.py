"""Feeds, web archives, PDF and docx: honest files, and hostile ones, each refused in one sentence."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.articles import read
from onrecord.errors import ArticleError
from onrecord.model import Article

BODY = [
    "The harbour board closed the old pier on Friday after an inspection of its wooden piles.",
    "Ann Lee, the director of the board, said that it was unsafe and would stay closed until a survey is made of it.",
    "The owners of two boats that moor there asked the board to let them take their boats away before winter comes.",
]
HTML = "".join(f"<p>{words}</p>" for words in BODY)
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Times</title><link>https://h.example/</link>
<item><title>The pier is closed</title><link>https://h.example/pier</link><guid>tag:h,1</guid>
<dc:creator>Ben Cole</dc:creator><pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate><description>Closed.</description>
<content:encoded><![CDATA[{HTML}]]></content:encoded></item>
<item><title>More to come</title><link>https://h.example/more</link><description>A teaser.</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Times</title><id>urn:f</id>
<entry><title>The pier is closed</title><id>urn:e:1</id><link href="https://h.example/pier"/>
<updated>2024-03-05T09:00:00Z</updated><author><name>Ben Cole</name></author>
<content type="html">{HTML.replace("<", "&lt;")}</content></entry></feed>"""


def found(path: Path, data: bytes | str) -> list[Article | ArticleError]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read([str(path)]))


def warc(*records: tuple[str, str, str, bytes], packed: bool = False) -> bytes:
    """A web archive of (type, address, status and type of content, content)."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for kind, address, header, content in records:
        status, _, media = header.partition(" ")
        http = StatusAndHeaders(f"{status} x", [("Content-Type", media)], protocol="HTTP/1.1")
        options = {"http_headers": http} if kind in {"response", "request"} else {"warc_content_type": media}
        writer.write_record(writer.create_warc_record(address, kind, payload=io.BytesIO(content), **options))
    return stream.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with a line of text each."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(width=600, height=800)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(named)})}
        )
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 10 Tf 14 TL 40 760 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "data"), [("f.rss", RSS), ("f.xml", RSS), ("f.atom", ATOM), ("f.xml", ATOM)])
def test_a_feed_with_whole_articles(tmp_path: Path, name: str, data: str) -> None:
    first, *rest = found(tmp_path / name, data)
    assert isinstance(first, Article)
    assert (first.title, first.publisher, first.published) == ("The pier is closed", "Harbour Times", "2024-03-05")
    assert (first.authors, first.url, first.source) == (("Ben Cole",), "https://h.example/pier", str(tmp_path / name))
    assert all(words in first.text for words in BODY)
    assert [str(item).partition(", ")[2] for item in rest] == (
        ["entry 2: holds no article, only a teaser of one: save the page itself"] if data is RSS else []
    )


def test_a_description_that_is_the_article(tmp_path: Path) -> None:
    whole = RSS.replace("A teaser.", " ".join(BODY * 2)).replace("content:encoded", "content:other")
    assert [item.id for item in found(tmp_path / "f.rss", whole) if isinstance(item, Article)] == [
        "https://h.example/more"
    ]


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&b;&c;</title></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("f.rss", "", "is no feed with articles"),
        ("f.rss", "<rss><channel></channel></rss>", "is no feed with articles"),
        ("f.rss", BOMB, "declares entities of its own"),
        ("f.atom", b"\x00\xff\xfe" * 99, "is no feed with articles"),
        ("f.rss", "http://127.0.0.1:1/feed", "is no feed with articles"),
        ("w.warc", "", "holds no records"),
        ("w.warc", "no archive at all\n" * 9, "cannot be read as WARC"),
        ("w.warc", warc(("response", "https://h.example/a", "200 text/html", HTML.encode()))[:400], "record 1"),
        ("w.warc", warc(("response", "https://h.example/a", "200 text/html", b"<p>Hi</p>")), "record 1: no article"),
        ("d.pdf", "", "cannot be read as PDF"),
        ("d.pdf", b"%PDF-1.7\n" + b"1 0 obj << /Kids [1 0 R] >> endobj\n" * 50, "cannot be read as PDF"),
        ("d.pdf", pdf([[]]), "holds no text"),
        ("d.pdf", pdf([BODY])[:300], "cannot be read as PDF"),
        ("d.docx", "", "cannot be read as docx"),
        ("d.docx", "PK no archive", "cannot be read as docx"),
    ],
)
def test_what_is_broken_or_hostile_is_one_sentence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, data: bytes | str, said: str
) -> None:
    [item] = found(tmp_path / name, data)
    assert isinstance(item, ArticleError)
    assert said in str(item)
    assert "\n" not in str(item)
    assert caplog.messages == []  # without a handler the libraries' lines would go to standard error


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    page = f"<html><head><title>The pier</title></head><body><article><h1>The pier</h1>{HTML}</article></body></html>"
    records = [
        ("request", "https://h.example/a", "200 text/html", b""),
        ("response", "https://h.example/a", "200 text/html; charset=utf-8", page.encode()),
        ("response", "https://h.example/old", "301 text/html", b"<p>moved</p>"),
        ("response", "https://h.example/i", "200 image/png", b"\x89PNG"),
        ("conversion", "https://h.example/t", "200 text/plain", "\n\n".join(BODY).encode()),
    ]
    items = found(tmp_path / ("w.warc.gz" if packed else "w.warc"), warc(*records, packed=packed))
    assert [item.id for item in items if isinstance(item, Article)] == ["https://h.example/a", "https://h.example/t"]
    assert [item.url for item in items] == ["https://h.example/a", "https://h.example/t"]
    assert all(words in items[0].text for words in BODY)


def test_a_pdf_has_its_paragraphs_again(tmp_path: Path) -> None:
    lines = ["The harbour board closed the old pier on Friday after an inspec-", "tion of its wooden piles.", BODY[1]]
    [item] = found(tmp_path / "d.pdf", pdf([lines, [BODY[2]]]))
    assert isinstance(item, Article)
    assert item.text.split("\n\n") == BODY


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([BODY]))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "d.pdf")
    [item] = read([str(tmp_path / "d.pdf")])
    assert "is encrypted" in str(item)


def test_a_docx(tmp_path: Path) -> None:
    file = Document()
    file.add_heading("The pier is closed", 0)
    for words in BODY:
        file.add_paragraph(words)
    table = file.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Piles", "40"
    file.save(str(tmp_path / "d.docx"))
    [item] = read([str(tmp_path / "d.docx")])
    assert isinstance(item, Article)
    assert item.title == "The pier is closed"
    assert item.text.split("\n\n") == ["The pier is closed", *BODY, "Piles\t40"]


def test_a_docx_that_is_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "d.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    [item] = read([str(tmp_path / "d.docx")])
    assert "would unpack to 60,000,000 bytes" in str(item)


def test_a_folder_and_a_packed_feed(tmp_path: Path) -> None:
    (tmp_path / "f.rss.gz").write_bytes(gzip.compress(RSS.encode(), mtime=0))
    (tmp_path / "d.pdf").write_bytes(pdf([[BODY[0]]]))
    items = list(read([str(tmp_path)]))
    assert [item.id for item in items if isinstance(item, Article)] == ["d", "tag:h,1"]
