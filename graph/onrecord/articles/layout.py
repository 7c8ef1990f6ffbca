"""The layout of a plain text: which stretches are headline, byline, body, caption and furniture."""

from __future__ import annotations

import re

from onrecord.model import Article, Passage

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def passages(article: Article) -> tuple[Passage, ...]:
    """Passages that tile all of the text but white space between them, in text order."""
    found = _PARAGRAPH.finditer(article.text)
    return tuple(Passage(m.start(), m.start() + len(m.group().rstrip()), "body") for m in found)
