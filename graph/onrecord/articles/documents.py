"""Articles as PDF with a text layer or as docx. Scanned pages are not read."""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterable, Iterator

from onrecord.articles.checks import MAX_BYTES
from onrecord.errors import ArticleError, cause

Given = dict[str, str]
_MOST_PAGES = 300
"""Most pages of a PDF; a longer one is a book or a report, not an article."""
_RATIO = 200
"""Highest compression ratio of a docx; one that unpacks to more is a zip bomb."""
_ENDS = tuple(".!?:”\"’'")
_FULL = 0.75
"""A line that ends a sentence also ends its paragraph if it has at most this share of the page's longest line."""
_HYPHEN = re.compile(r"(\w)-\n(?=[a-z])")
"""A word hyphenated at the end of a line; a hyphen that belongs to the word is lost there too."""
# we report a fault in one sentence of our own; the library's log lines do not even name the file
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf(data: bytes, source: str) -> tuple[str, Given]:
    """The text of a PDF, its lines joined to paragraphs; its metadata are not reliable. Raises ArticleError."""
    from pypdf import PdfReader  # noqa: PLC0415  # only for PDF
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    if len(data) > MAX_BYTES:
        raise ArticleError(source, f"is longer than {MAX_BYTES:,} bytes, too long for one article")
    try:
        file = PdfReader(io.BytesIO(data))
        if file.is_encrypted:
            raise ArticleError(source, "is encrypted: save it without a password")
        if len(file.pages) > _MOST_PAGES:
            raise ArticleError(source, f"has {len(file.pages):,} pages, too many for one article")
        pages = [page.extract_text() for page in file.pages]
    except PyPdfError as error:
        raise _broken(source, "PDF", error) from error
    # a broken file makes the library fail in many ways
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        raise _broken(source, "PDF", error) from error
    words = "\n\n".join(text for page in pages if (text := "\n\n".join(_paragraphs(page))))
    if not words.strip():
        raise ArticleError(source, "holds no text: pages that were scanned as pictures have to be recognised first")
    return words, {}


def _paragraphs(page: str) -> Iterator[str]:
    """The paragraphs of a page: they end with a short line that ends a sentence, or before a gap."""
    lines = [line.strip() for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    open_: list[str] = []
    for line in lines:
        if line:
            open_.append(line)
        if open_ and (not line or (line.endswith(_ENDS) and len(line) <= _FULL * width)):
            yield _HYPHEN.sub(r"\1", "\n".join(open_)).replace("\n", " ")
            open_ = []
    if open_:
        yield _HYPHEN.sub(r"\1", "\n".join(open_)).replace("\n", " ")


def docx(data: bytes, source: str) -> tuple[str, Given]:
    """The text of a Word document, paragraph by paragraph, and its title if it has one. Raises ArticleError."""
    from docx import Document  # noqa: PLC0415  # only for docx
    from docx.table import Table  # noqa: PLC0415

    if len(data) > MAX_BYTES:
        raise ArticleError(source, f"is longer than {MAX_BYTES:,} bytes, too long for one article")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
        if size > max(_RATIO * len(data), MAX_BYTES) or size > 10 * MAX_BYTES:
            raise ArticleError(source, f"would unpack to {size:,} bytes from {len(data):,}")
        file = Document(io.BytesIO(data))
        parts = [_row(part) if isinstance(part, Table) else part.text for part in file.iter_inner_content()]
        title = next((item.text.strip() for item in file.paragraphs if _is_title(item.style)), "")
    except zipfile.BadZipFile as error:
        raise _broken(source, "docx", error) from error
    # python-docx passes on what lxml and zipfile raise, and fails on missing parts
    except (AttributeError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError) as error:
        raise _broken(source, "docx", error) from error
    words = "\n\n".join(part.strip() for part in parts if part.strip())
    if not words:
        raise ArticleError(source, "holds no text")
    return words, {"title": title} if title else {}


def _is_title(style: object) -> bool:
    return getattr(style, "name", "") in {"Title", "Heading 1"}


def _row(table: object) -> str:
    """The rows of a table, one per line."""
    rows: Iterable[object] = getattr(table, "rows", ())
    cells = ([cell.text.strip() for cell in getattr(row, "cells", ())] for row in rows)
    return "\n".join("\t".join(row) for row in cells)


def _broken(source: str, kind: str, error: Exception) -> ArticleError:
    said = cause(error) or type(error).__name__
    return ArticleError(source, f"cannot be read as {kind} ({said})")
