"""Quotation marks: what stands between them in an article, and which of them are kept in the words of a label."""

from __future__ import annotations

import re

from onrecord.model import Analysis, Span
from onrecord.punctuation import DOUBLE_QUOTES
from onrecord.value_groups import is_issued
from onrecord.word_sets import word_set

_STRAY = str.maketrans(dict.fromkeys(mark for mark in DOUBLE_QUOTES if len(mark) == 1))
_PAIR = re.compile(r"“([^“”\"]+)”|\"([^“”\"]+)\"|''((?:(?!'')[^“”\"])+)''|‘((?:[^‘’]|’(?=\w))+)’(?!\w)")
"""Words between two marks that belong together; an apostrophe inside a word closes none."""
_PAIRS = (("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"))
_QUOTED = re.compile(r"[“„][^“”]*(?:[”“]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)|‘(?:[^‘’]|’(?=\w))+’(?!\w)")
"""Words between marks; those that nothing closes go on to the end of the paragraph, as the next one opens anew."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_OPEN, _CLOSE, _OPEN_SINGLE, _CLOSE_SINGLE = "\ue000", "\ue001", "\ue002", "\ue003"
_WRITTEN = str.maketrans({_OPEN: "“", _CLOSE: "”", _OPEN_SINGLE: "‘", _CLOSE_SINGLE: "’"})


def quoted_spans(analysis: Analysis) -> list[Span]:
    """What of an article is in quotation marks, set off as a quotation or read as direct speech; in text order."""
    text = analysis.article.text
    found = [item.span() for one in _PARAGRAPH.finditer(text) for item in _QUOTED.finditer(text, *one.span())]
    found += [(item.start, item.end) for item in analysis.passages if item.kind == "quote_block"]
    quoted = (item for item in analysis.statements if item.mode == "direct" and not is_issued(item.rule))
    found += [span for item in quoted for span in item.content]
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def kept(words: str, printed: str) -> str:
    """`words` with the marks around what `printed`, the text they come from, has in the same words.

    Marks around words that were changed, around a speaker's "we" and "our" (in a label somebody else), and those that
    do not come in pairs are left out; an apostrophe stays. Marks of the text's own make are written as “ ” and ‘ ’.
    """
    source = " ".join(printed.split()).casefold()

    def marked(found: re.Match[str]) -> str:
        single, inner = found[4] is not None, next(part for part in found.groups() if part is not None)
        ours = not word_set("pronoun_of_speech").isdisjoint(inner.casefold().split())
        if ours or found[0].casefold() not in source:
            return f"‘{inner}’" if single else inner
        return f"{_OPEN_SINGLE}{inner}{_CLOSE_SINGLE}" if single else f"{_OPEN}{inner}{_CLOSE}"

    return _without_marks(_PAIR.sub(marked, words)).translate(_WRITTEN)


def with_its_marks(text: str, span: Span) -> Span:
    """`span` with the marks right around it, or the one whose other half stands inside: a parser leaves them out."""
    start, end = span
    inside = text[start:end]
    for opening, closing in _PAIRS:
        if text.endswith(opening, 0, start) and text.startswith(closing, end) and opening not in inside:
            return start - len(opening), end + len(closing)
        single = opening == closing
        left = inside.count(opening) % 2 if single else inside.count(opening) - inside.count(closing)
        if left > 0 and text.startswith(closing, end):
            return start, end + len(closing)
        if (left < 0 or (single and left)) and text.endswith(opening, 0, start):
            return start - len(opening), end
    return span


def _without_marks(text: str) -> str:
    text = text.replace("''", "").replace("``", "")
    return re.sub(r"’(?!\w)", "", text.replace("‘", "")) if "‘" in text else text.translate(_STRAY)
