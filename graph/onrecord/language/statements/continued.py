"""Quotations without a cue that go on with what the sentence before them reports.

"She said that no siren had sounded. “We had no warning.”": the words are hers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Range, covers
from onrecord.language.statements.cue_search import STOP, Quotation
from onrecord.language.syntax.relations import is_root
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import CLAUSE_FRAMES

_FEWEST = 4
"""Fewest tokens of a quotation that is a sentence of its own, with its marks."""


def quotations(
    tree: Tree, quotes: Sequence[Quotation], bounds: Sequence[Range], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Statements of whole sentences in quotation marks that no cue introduces, by whoever the sentence before cites.

    It has to stand in the same paragraph, and its main verb to be the cue of what somebody says there.
    """
    at: dict[int, list[Candidate]] = {}
    for item in found:
        if item.kind == "speech" and item.source and not item.quotes and item.frame in CLAUSE_FRAMES:
            at.setdefault(tree.sent[item.anchor], []).append(item)
    taken = {number for item in found for number in item.quotes}
    before: Candidate | None = None
    for quote in quotes:
        if quote.number in taken or not quote.full or quote.label != "closed" or not _is_whole(tree, quote, bounds):
            before = None
            continue
        last = quote.start - 1
        while tree.pos[last] == "SPACE":
            last -= 1
        goes_on = before is not None and before.content[-1][1] == last + 1
        said = before if goes_on else _said(tree, at.get(tree.sent[last], ()))
        if said is None:
            continue
        content, own = ((quote.start, quote.end),), lexicon.ANY
        before = Candidate(
            quote.start, (), said.source, content, own.id, "quote", own.kind, own.stance, said.source_head,
            quotes=(quote.number,),
        )  # fmt: skip
        yield before


def _is_whole(tree: Tree, quote: Quotation, bounds: Sequence[Range]) -> bool:
    """Whether a quotation begins behind the end of a sentence in its paragraph, and nothing of its own follows it."""
    low, high = bounds[quote.paragraph]
    opens = quote.start > low and tree.text[quote.start - 1][-1:] in STOP
    closes = quote.end - quote.start > 1 and tree.text[quote.end - 2][-1:] in STOP
    behind = tree.text[quote.end] if quote.end < high else ""
    return opens and closes and (not behind.strip() or behind[:1].isupper())


def _said(tree: Tree, found: Sequence[Candidate]) -> Candidate | None:
    """The one of the statements of a sentence whose cue is its main verb, or stands in none of its own content."""
    return next((item for item in found if is_root(tree, item.anchor) or not covers(item.content, item.anchor)), None)


def is_sentence_behind(tree: Tree, before: Quotation, quote: Quotation) -> bool:
    """Whether a quotation is a sentence of its own behind one that has its cue, in one paragraph.

    In "“It is theirs,” said Lund. “We rent it.” Moss denied that he asked for it" it goes on with the words of Lund.
    """
    if before.paragraph != quote.paragraph or quote.start <= before.end or quote.end - quote.start < _FEWEST:
        return False
    return tree.text[quote.start - 1] in STOP and tree.text[quote.end - 2][-1:] in STOP
