"""The graph without what can be told from the rest: for places that are short of room, such as the page.

A passage's offsets stand in its IRI (`#char=10,24`) and its article in `rec:inArticle`; its words stay. What is left
out are the selectors by position, the words before and after, and the link to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_POSITION = re.compile(r"<[^<>]*/position/\d+-\d+>,\s*")
_LEFT_OUT = ("oa:prefix ", "oa:suffix ", "oa:hasSource ")


def lean(turtle: str) -> str:
    """`turtle`, as `write` made it, with fewer triples; every passage keeps its words and its article."""
    return "".join(_blocks(turtle))


def _blocks(turtle: str) -> Iterator[str]:
    for block in turtle.split("\n\n"):
        if "\n    a oa:TextPositionSelector" in block:
            continue
        yield _without(block) if "\n    oa:" in block or "\n    a oa:" in block else block
        yield "\n\n"


def _without(block: str) -> str:
    head, *rows = block.split(" ;\n    ")
    last = rows[-1] if rows else head
    rows = [row.removesuffix(" .") for row in rows]
    kept = [
        _POSITION.sub("", row) if row.startswith("oa:hasSelector") else row
        for row in rows
        if not row.startswith(_LEFT_OUT)
    ]
    text = " ;\n    ".join([head, *kept]) + (" ." if last.endswith(" .") else "")
    return text.replace("a oa:TextQuoteSelector ;\n    ", "", 1)
