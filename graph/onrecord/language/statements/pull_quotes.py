"""Quotations whose speaker is given by name and role in the line below: "Ada Lund, director"."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Attribution
from onrecord.language.statements.turns import SURE
from onrecord.language.syntax.tags import FINITE
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import STOPS

_LONGEST = 16
"""Most tokens of a line that names a speaker and a role."""


def attributed_pull_quotes(doc: Doc, tree: Tree) -> list[Attribution]:
    """One attribution for each passage that is only a quotation and is followed by a line with a name and a role."""
    passages = ann.spans(doc, ann.PASSAGES)
    turns = {span.start for span in ann.spans(doc, ann.TURNS)}
    whole = {(span.start, span.end): number for number, span in enumerate(ann.marks(doc, ann.QUOTATIONS))}
    names = {span.start: span for span in ann.marks(doc, ann.NAMES) if span.label_ == "PERSON"}
    found = []
    for above, below in pairwise(passages):
        quoted = whole.get((above.start, _end(above)))
        name = names.get(below.start)
        if quoted is None or name is None or above.start in turns or not _names_speaker(tree, below, name.end):
            continue
        end = _end(below)
        found.append(
            Attribution(
                anchor=below.start,
                cue=((below.start, end),),
                source=((below.start, end),),
                content=((above.start, _end(above)),),
                entry="label",
                frame="turn",
                source_head=name.end - 1,
                quotes=(quoted,),
                confidence=SURE,
            )
        )
    return found


def _names_speaker(tree: Tree, line: Span, behind: int) -> bool:
    """Whether a line that begins with a name continues with a comma and a role, and is not a sentence.

    `behind` is the token after the name.
    """
    end = _end(line)
    if end - line.start > _LONGEST or not behind + 1 < end or tree.text[behind] != ",":
        return False
    return tree.text[end - 1] not in STOPS and not any(tree.tag[token] in FINITE for token in range(behind, end))


def _end(passage: Span) -> int:
    """The end of a passage (exclusive) without trailing white space."""
    end = passage.end
    while end > passage.start + 1 and passage.doc[end - 1].is_space:
        end -= 1
    return end
