"""Whether a body issued a text itself, as a release or statement, so that what the text asserts is its own account."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from onrecord.articles import columns, mastheads, outlet_names, outlets
from onrecord.model import Article, Passage
from onrecord.value_groups import OWN
from onrecord.word_patterns import word_pattern


def issuer(article: Article, text: str, found: Sequence[Passage]) -> str:
    """The body that issued `article`, as its lines name it; "" if it is no release.

    `text` and `found` are its text as it is read, with the passages there. A release says that it is one, or begins
    with a body that announces something, or stands under the name of a body that is no outlet and that it names too,
    or under a headline that begins with a body, as which it then speaks (see `outlets.speaking`). An outlet issues
    only what says so.
    """
    name = article.publisher or ""
    above = [_line(text, item) for item in takewhile(lambda item: item.kind not in OWN, found)]
    own = [_line(text, item) for item in found if item.kind in OWN]
    heads = [_line(text, item) for item in found if item.kind == "headline"]
    if name and outlets.speaking(heads[:1], own, article.authors) == name:
        return name
    if not name or (outlet_names.is_outlet(name) and not any(map(_is_label, above))):
        return ""
    if any(line.startswith(f"{name}: ") for line in above):
        return name
    if any(_is_label(line) or _names(line, name) for line in above):
        return name
    if name in map(columns.joined, above) and mastheads.is_body(name, ()) and any(name in line for line in own):
        return name
    behind = [_line(text, item) for item in found if item.kind in ("headline", "furniture")]
    return name if outlets.announcing(above, own, behind) == name else ""


def _is_label(line: str) -> bool:
    bare = word_pattern("aside_at_end").sub("", line)
    stated = word_pattern("statement_on").match(bare) or word_pattern("statement_in_capitals").fullmatch(bare)
    return mastheads.is_label_of_release(bare) or stated is not None


def _names(line: str, name: str) -> bool:
    told = mastheads.issuer(line)
    return told is not None and told[0] == name


def _line(text: str, item: Passage) -> str:
    return " ".join(text[item.start : item.end].split())
