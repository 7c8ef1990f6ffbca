"""The question that somebody answers in an interview, which a line tells with the answer."""

from __future__ import annotations

import re

from onrecord.model import Ref, Span
from onrecord.story.index import Index, once_an_index

_TURN = "turn@"
"""What the rules for turns of an interview begin with."""
_LABEL = re.compile(r"\s*[^\W\d_][^:\n?.]{0,40}:\s+")
"""Who asks: "Q: ", "Halden Post: "."""
_LONGEST = 200
"""Most characters of a question that a line tells."""


@once_an_index
def question(look: Index, ref: Ref) -> Span | None:
    """The span of the question that the statement at `ref` answers; None if it answers none or a long one."""
    item = look.statements[ref]
    if not item.rule.startswith(_TURN) or not item.content:
        return None
    text = look.text(ref.article)
    before = [one for one in look.analyses[ref.article].passages if one.end <= item.content[0][0]]
    told = [place for place, one in enumerate(before) if one.kind == "body"]
    if not told:
        return None
    last = before[told[-1]]
    label = _LABEL.match(text, last.start, last.end)
    start = label.end() if label else last.start
    words = text[start : last.end].rstrip()
    beside = told[-1] > 0 and before[told[-1] - 1].kind == "byline" and text[last.start - 1].isspace()
    asked = label is not None or beside or words.endswith("?")
    return (start, start + len(words)) if asked and 0 < len(words) <= _LONGEST else None
