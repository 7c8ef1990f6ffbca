"""What is known of an actor while its mentions are put together."""

from __future__ import annotations

from collections import Counter

from onrecord.language.coreference_mentions import Ment

_NAME_WEIGHT = 3


class Chain:
    """Mentions taken for one actor, in text order, with what they say together."""

    __slots__ = ("_broad", "gender", "kinds", "lemmas", "members", "named", "plural")

    def __init__(self) -> None:
        self.members: list[Ment] = []
        self._broad: Counter[str] = Counter()
        self.kinds: set[str] = set()
        self.gender = ""
        self.lemmas: set[str] = set()
        self.named = False
        self.plural = False

    def add(self, item: Ment) -> None:
        """Take in one mention."""
        self.members.append(item)
        if item.form == "pronoun":
            if item.gender in ("m", "f") and not self.gender:
                self.gender = item.gender
            return
        if item.broad:
            self._broad[item.broad] += _NAME_WEIGHT if item.core else 1
        if item.kind:
            self.kinds.add(item.kind)
        if item.gender and not self.gender:
            self.gender = item.gender
        if item.core:
            self.named = True
        else:
            self.lemmas.add(item.lemma)
        if item.plural and not item.core:
            self.plural = True

    @property
    def broad(self) -> str:
        """Broad kind that most of the names and descriptions speak for; "" where none does."""
        counts = self._broad
        return max(counts, key=lambda name: (counts[name], name)) if counts else ""


def gather(mentions: list[Ment], roots: list[int]) -> dict[int, Chain]:
    """Chains by their root, the number of their first mention."""
    chains: dict[int, Chain] = {}
    for number, item in enumerate(mentions):
        chains.setdefault(roots[number], Chain()).add(item)
    return chains
