"""The printed names and short forms of actors, for which a reader would search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.model import Actor, Analysis, Ref
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_CUT = re.compile(r"\s*[,(\[;–—]\s*")
_CAPITAL = re.compile(r"[^\W\d_]")


def printed_names(analyses: Iterable[Analysis]) -> Iterator[tuple[Ref, tuple[str, ...]]]:
    """For each local actor the names and short forms printed for it, without the words around them.

    "the rights charity Open Water" prints the name "Open Water", "the Telecom Board (TB)" both
    "Telecom Board" and "TB": in a mention that is a name, lower-case words before the first capital and everything
    after a comma are dropped; a bracket is a separate name if it contains one word.
    """
    for analysis in analyses:
        for actor in analysis.actors:
            yield Ref(analysis.article.id, actor.id), tuple(dict.fromkeys(_names(analysis.article.text, actor)))


def _names(text: str, actor: Actor) -> Iterator[str]:
    known = actor.name.casefold()
    for mention in actor.mentions:
        if mention.form not in NAMES:
            continue
        first, *rest = _CUT.split(" ".join(text[mention.start : mention.end].split()))
        brackets = [part.rstrip(")]") for part in rest if part and " " not in part.rstrip(")]")]
        for words in (_bare(first), *(part for part in brackets if part.isupper() and len(part) > 1)):
            # "his Blimp", "Prime Minister Ann Lee": what ends in the name is that name with words before it
            longer = words.casefold().endswith(known) and len(words) > len(known)
            if words and not longer:
                yield words


def _bare(words: str) -> str:
    """`words` from the first that holds a capital, without possessors before a name: "Ruritania's Board" is "Board"."""
    parts = words.split(" ")
    place = next((n for n, part in enumerate(parts) if _has_capital(part)), None)
    if place is None:
        return " ".join(parts[1:]) if parts[0] in word_set("article") else words
    kept = parts[place:]
    if len(kept) > 1 and kept[0].casefold() == "the":
        return " ".join(kept[1:])
    return " ".join(kept)


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word if _CAPITAL.match(char))
