"""What was said, as the line on a statement has it: names in place of pronouns, additions in square brackets.

Of a quotation a line has only the sentences that it can tell without the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.characters import plain
from onrecord.model import Ref, Span, Spans, Statement
from onrecord.story import content_words, interviews, references
from onrecord.story.edits import Edit, edited
from onrecord.story.index import Index, once_an_index
from onrecord.value_groups import is_issued
from onrecord.word_sets import word_set

_MARKS = re.compile(r"^(?:[“\"«„”»\s]|''|``)+|(?:[“\"«„”»\s]|'')+$")
_CLOSED = re.compile(r"’(?!\w)")
"""A mark that closes a quotation, not one within a word."""
_COMMA = re.compile(r",([”\"’']{1,2})$")
"""A comma before the mark at the end of a label, which the sentence needed and the label does not."""
_LONGEST = 900
"""Most characters quoted in a label; of a longer statement, the first sentence is quoted."""
_MOST_SENTENCES = 6
"""Most sentences of a quotation among which those that a line can tell are looked for."""
_MAY_LEAVE = 2
"""Most nouns with "the" of which the words of a statement may leave open which one is meant: who reads a line knows the
story of its article."""
_SHORT_SENTENCE = 4
"""Fewest words of a sentence of its own in a quotation."""


@once_an_index
def words(look: Index, ref: Ref) -> str:
    """The content on one line with balanced quotation marks; if it is long, the first sentence.

    Outside quotation marks, pronouns for others than the speaker are replaced by names.
    """
    if look.statements[ref].mode == "direct":
        return _quotation(look, ref)
    found = _told(look, ref, reading(look, ref).edits)
    line = _COMMA.sub(r"\1", _balanced(found.words.rstrip(" ,.;")))
    opener, _, rest = line.partition(" ")
    return rest if opener in word_set("joins_sentences") and rest else line


@once_an_index
def reading(look: Index, ref: Ref) -> references.Reading:
    """What the words that a line has of the printing at `ref` point to, and what it adds to them."""
    return references.read(look, _line(look, ref, shown_spans(look, ref), replaced(look, ref)))


def asked(look: Index, ref: Ref) -> str:
    """The question that is answered, as a line tells it; empty if none is."""
    span = interviews.question(look, ref)
    if span is None:
        return ""
    return _MARKS.sub("", " ".join(plain(edited(look.text(ref.article), span, reading(look, ref).edits)).split()))


def is_loose(look: Index, ref: Ref) -> bool:
    """Whether a pronoun outside quotation marks stands for nobody known."""
    return _told(look, ref).is_open


def replaced(look: Index, ref: Ref) -> frozenset[int]:
    """Where the line has names in place of the pronouns that an article prints; characters."""
    return frozenset() if look.statements[ref].mode == "direct" else _told(look, ref).replaced


def _told(look: Index, ref: Ref, edits: tuple[Edit, ...] = ()) -> content_words.Told:
    known, speakers = _known(look, ref, look.statements[ref])
    return content_words.told(look, ref.article, shown_spans(look, ref), known, speakers, edits)


def _line(look: Index, ref: Ref, spans: Spans, replaced: frozenset[int]) -> references.Line:
    known, speakers = _known(look, ref, look.statements[ref])
    own = not is_issued(look.statements[ref].rule)
    asked = interviews.question(look, ref)
    words = (asked, *spans) if asked else spans
    return references.Line(ref.article, words, known, speakers, replaced, is_content=own, may_leave=_MAY_LEAVE)


def _known(look: Index, ref: Ref, item: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """IRIs of all whom the line names before what was said, and of those who say it."""
    around = () if item.speakers else item.source
    here = (pair for span in around for pair in look.mentioned(ref.article, *span))
    printed = [other.local for one, other in here if one.form != "pronoun"]
    told = [item.addressee] if item.addressee and not opens_words(look, ref, item.addressee) else []
    own = () if is_issued(item.rule) else item.speakers  # of itself a release does not say "its"
    known = frozenset(look.owners(ref.article, [*own, *told, *printed]))
    return known, frozenset(look.owners(ref.article, item.speakers))


def opens_words(look: Index, ref: Ref, actor: str) -> bool:
    """Whether the statement's words begin with `actor`: "asked the operators to close" names them once."""
    first = min((start for start, _ in look.statements[ref].content), default=-1)
    found = look.actors.get(Ref(ref.article, actor))
    return found is not None and any(item.start == first for item in found.mentions)


@once_an_index
def shown_spans(look: Index, ref: Ref) -> Spans:
    """The spans of the content that a line has: all of them, or of what is quoted the sentences that it can tell.

    Of a long one that is not quoted, those of the first sentence.
    """
    item = look.statements[ref]
    if item.mode == "direct":
        return _clearest(look, ref, item.content)
    return (_first(look, ref, item.content[0]),) if _length(item.content) > _LONGEST else item.content


def _clearest(look: Index, ref: Ref, spans: Spans) -> Spans:
    """The longest row of sentences of a quotation that point to nothing outside it; its first one if none does."""
    units = [unit for span in spans for unit in _sentences(look, ref.article, span)][:_MOST_SENTENCES]
    best: Spans = ()
    for first in range(1 if interviews.question(look, ref) else len(units)):
        for last in range(first + 1, len(units) + 1):
            row = tuple(units[first:last])
            if _length(row) > _LONGEST and last - first > 1:
                break
            if _length(row) > _length(best) and not references.read(look, _line(look, ref, row, frozenset())).left:
                best = row
    return best or tuple(units[:1]) or spans


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _sentences(look: Index, article: str, span: Span) -> list[Span]:
    """The sentences of a span, those of a few words with the one before."""
    found: list[Span] = []
    start = span[0]
    while start < span[1]:
        end = min(max(look.sentence(article, start)[1], start + 1), span[1])
        words_ = look.words(article, ((start, end),)).split()
        if found and len(words_) < _SHORT_SENTENCE:
            found[-1] = (found[-1][0], end)
        elif words_:
            found.append((start, end))
        start = end
        while start < span[1] and look.text(article)[start].isspace():
            start += 1
    return found


def _quotation(look: Index, ref: Ref) -> str:
    """What is quoted, with what the line adds to it; dots stand for what it leaves out."""
    text, content, spans = look.text(ref.article), look.statements[ref].content, shown_spans(look, ref)
    edits = reading(look, ref).edits
    pieces = [
        _MARKS.sub("", piece).rstrip(",")
        for span in spans
        if (piece := " ".join(plain(edited(text, span, edits)).split()))
    ]
    if not any(pieces):
        return ""
    before = "… " if spans[0][0] > content[0][0] else ""
    after = " …" if spans[-1][1] < content[-1][1] else ""
    return f"“{before}{_run(pieces)}{after}”"


def _run(pieces: Sequence[str]) -> str:
    """The parts of an interrupted quotation joined; a part that begins a sentence is preceded by a full stop."""
    whole = pieces[0]
    for piece in pieces[1:]:
        whole += f"{'' if whole.endswith(('.', '!', '?')) or not piece[:1].isupper() else '.'} {piece}"
    return whole


def _first(look: Index, ref: Ref, span: Span) -> Span:
    """The first sentence of `span` that has more than a word or two."""
    _, end = look.sentence(ref.article, span[0] + 1)
    return span[0], min(span[1], max(end, span[0] + 1))


def _balanced(content: str) -> str:
    """Marks of two apostrophes written as quotation marks, and those that never open or never close left out."""
    parts = re.split("''|``", content)
    if len(parts) % 2:
        content = "".join(
            part + ("“", "”", "")[-1 if place == len(parts) - 1 else place % 2] for place, part in enumerate(parts)
        )
    if content.count("‘") > len(_CLOSED.findall(content)):
        content = content.replace("‘", "", 1)
    for left, right in (("“", "”"), ("«", "»")):
        if content.count(left) != content.count(right):
            content = content.replace(left, "").replace(right, "")
    return content.replace('"', "") if content.count('"') % 2 else content
