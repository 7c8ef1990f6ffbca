"""The comparable words of a statement: those in quotation marks, or else all words of its content."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from msgspec import Struct

from onrecord.model import Analysis, Mode, Spans
from onrecord.resolve.local import LocalStatement
from onrecord.spans import words_of
from onrecord.story.overlap import WORD

_MARKED = re.compile(r"[“\"«„](.+?)(?:[”\"»“]|$)", re.DOTALL)
_EDITORIAL = re.compile(r"\[[^\]]{0,60}\]")


class Quoted(Struct, frozen=True, array_like=True):
    """A statement in the form for comparison; words are folded, speakers are IRIs of story actors."""

    local: LocalStatement
    words: tuple[str, ...]
    mode: Mode
    speakers: frozenset[str]
    named: frozenset[str]
    """The speakers that are named."""
    behalf: frozenset[str]
    article: int
    spans: Spans = ()
    """Spans of its content in the article."""


def to_quoted(
    local: LocalStatement,
    analysis: Analysis,
    iri_of: Mapping[tuple[str, str], str],
    named: Container[str],
) -> Quoted:
    """The statement in the form for comparison; of a mixed statement only the words in quotation marks count."""
    statement = local.statement
    content = words_of(analysis.article.text, statement.content, exact=True)
    if statement.mode == "mixed":
        content = " ".join(_MARKED.findall(content)) or content
    found = {iri_of[local.ref.article, key] for key in statement.speakers if (local.ref.article, key) in iri_of}
    behalf = {iri_of[local.ref.article, key] for key in statement.on_behalf_of if (local.ref.article, key) in iri_of}
    return Quoted(
        local=local,
        words=tuple(word.casefold().replace("’", "'") for word in WORD.findall(_EDITORIAL.sub(" ", content))),
        mode=statement.mode,
        speakers=frozenset(found),
        named=frozenset(iri for iri in found if iri in named),
        behalf=frozenset(behalf),
        article=local.article,
        spans=statement.content,
    )
