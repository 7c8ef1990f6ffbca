"""Articles in office formats: PDF with text in it, and docx. Pictures of text are not read."""

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
"""A longer PDF is a book or a report, and no article."""
_RATIO = 200
"""Times its size that a docx may unpack to; what unpacks to more is a bomb."""
_ENDS = tuple(".!?:”\"’'")
_FULL = 0.75
"""Part of the longest line of a page up to which a line that ends a sentence ends its paragraph too."""
_HYPHEN = re.compile(r"(\w)-\n(?=[a-z])")
"""A word that is parted at the end of a line; a hyphen of its own there is lost with it."""
# what is wrong with a file is our one sentence; the library's own lines do not even name the file
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf(data: bytes, source: str) -> tuple[str, Given]:
    """The words of a PDF, its lines made paragraphs again; its metadata are nothing to go by. Raises ArticleError."""
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
    # what a broken file makes the library stumble over is no fault of ours, and of many kinds
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        raise _broken(source, "PDF", error) from error
    words = "\n\n".join(text for page in pages if (text := "\n\n".join(_paragraphs(page))))
    if not words.strip():
        raise ArticleError(source, "holds no text: pages that were scanned as pictures have to be recognised first")
    return words, {}


def _paragraphs(page: str) -> Iterator[str]:
    """The paragraphs of a page: a line goes on in the next unless it is short and ends a sentence, or a gap follows."""
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
    """The words of a Word document, paragraph by paragraph, and its title if it has one. Raises ArticleError."""
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
    # python-docx lets through what lxml and zipfile raise, and stumbles over parts that are not there
    except (AttributeError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError) as error:
        raise _broken(source, "docx", error) from error
    words = "\n\n".join(part.strip() for part in parts if part.strip())
    if not words:
        raise ArticleError(source, "holds no text")
    return words, {"title": title} if title else {}


def _is_title(style: object) -> bool:
    return getattr(style, "name", "") in {"Title", "Heading 1"}


def _row(table: object) -> str:
    """The rows of a table, a line each."""
    rows: Iterable[object] = getattr(table, "rows", ())
    cells = ([cell.text.strip() for cell in getattr(row, "cells", ())] for row in rows)
    return "\n".join("\t".join(row) for row in cells)


def _broken(source: str, kind: str, error: Exception) -> ArticleError:
    said = cause(error) or type(error).__name__
    return ArticleError(source, f"cannot be read as {kind} ({said})")
