"""Whether two names are of one outlet: in full, shortened, and by its initials."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.story.overlap import WORD
from onrecord.word_sets import word_set


def initials(name: str) -> str:
    """The first letters of the words of a name but for the small ones: "AP" of "the Associated Press"."""
    return "".join(word[0] for word in WORD.findall(name) if word.casefold() not in word_set("small_in_names"))


def is_own(publisher: str, name: str) -> bool:
    """Whether an outlet's name is that of the article's own, in full or shortened: "told the Courier"."""
    own, told = (set(WORD.findall(item.casefold())) - word_set("small_in_names") for item in (publisher, name))
    return bool(told) and told <= own


def known_as(names: Iterable[str]) -> set[str]:
    """Outlets' names, folded and without article, and the initials of those of several words."""
    plain = {" ".join(w for w in name.casefold().split() if w not in word_set("article")) for name in names}
    return plain | {short.casefold() for name in plain if len(short := initials(name)) > 1}
