"""Quotations with nothing but a name and a role in the line below or behind a dash: "Ada Lund, director"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Attribution
from onrecord.language.statements.turns import SURE
from onrecord.language.syntax.tags import ACTORS, FINITE
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import DASHES, STOPS

_LONGEST = 16
"""Most tokens of a line that names a speaker and a role."""
_LEADS = DASHES | {"-"}
_BEFORE_ROLE = ",("
_PERSON = "PERSON"
_NOBODY = ACTORS - {_PERSON}
"""Labels of what is no person; a name without a label may be one behind a dash."""


def attributed_pull_quotes(doc: Doc, tree: Tree) -> list[Attribution]:
    """One attribution for each quotation that opens a passage and is followed by nothing but a name and a role.

    These stand in the line below, or behind a dash in either line.
    """
    passages = ann.spans(doc, ann.PASSAGES)
    turns = {span.start for span in ann.spans(doc, ann.TURNS)}
    opening = {span.start: (number, span.end) for number, span in enumerate(ann.marks(doc, ann.QUOTATIONS))}
    names = {span.start: span for span in ann.marks(doc, ann.NAMES) if span.label_ not in _NOBODY}
    found = []
    for above, below in pairwise([*passages, None]):
        if above is None or above.start not in opening or above.start in turns:
            continue
        number, closed = opening[above.start]
        same = closed < _end(above)
        if not same and below is None:
            continue
        line = (closed, _end(above)) if same or below is None else (below.start, _end(below))
        head = _speaker(tree, line, names, dashed=same)
        if head is None:
            continue
        found.append(
            Attribution(
                anchor=line[0],
                cue=(line,),
                source=(line,),
                content=((above.start, closed),),
                entry="label",
                frame="turn",
                source_head=head,
                quotes=(number,),
                confidence=SURE,
            )
        )
    return found


def _speaker(tree: Tree, line: tuple[int, int], names: Mapping[int, ann.Mark], *, dashed: bool) -> int | None:
    """The last token of the name in a line that is a name with a role, and no sentence; None if it is none.

    With a dash before it, which it must have if `dashed`, the name may stand alone or behind a title.
    """
    start, end = line
    led = tree.text[start] in _LEADS
    if end - start > _LONGEST or (dashed and not led):
        return None
    name = next((names[token] for token in range(start, end) if token in names), None)
    if name is None or name.end > end or (name.label_ != _PERSON and not led):
        return None
    behind = name.end
    titled = led and all(tree.text[token][:1].isupper() for token in range(start + 1, name.start))
    if name.start > start and not titled:
        return None
    alone = led and behind == end
    if not alone and (behind + 1 >= end or tree.text[behind] not in _BEFORE_ROLE):
        return None
    sentence = tree.text[end - 1] in STOPS or any(tree.tag[token] in FINITE for token in range(behind, end))
    return None if sentence else behind - 1


def _end(passage: Span) -> int:
    """The end of a passage (exclusive) without trailing white space."""
    end = passage.end
    while end > passage.start + 1 and passage.doc[end - 1].is_space:
        end -= 1
    return end
