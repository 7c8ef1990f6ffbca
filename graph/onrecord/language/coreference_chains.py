"""What is known of an actor while its mentions are put together."""

from __future__ import annotations

from onrecord.language import kinds
from onrecord.language.coreference_mentions import Ment


class Chain:
    """Mentions taken for one actor, in text order, with what they say together."""

    __slots__ = (
        "_broad",
        "_counts",
        "_gendered",
        "gender",
        "lemmas",
        "members",
        "modifiers",
        "named",
        "plural",
        "solid",
    )

    def __init__(self) -> None:
        self.members: list[Ment] = []
        self._counts: list[tuple[str, int]] = []
        self._broad: str | None = None
        self._gendered = 0
        self.gender = ""
        self.lemmas: set[str] = set()
        self.modifiers: set[str] = set()
        self.named = False
        self.plural = False
        self.solid = False
        """Whether some member is no pronoun."""

    def add(self, item: Ment) -> None:
        """Take in one mention."""
        self.members.append(item)
        self._broad = None
        if item.form == "pronoun":
            if item.gender in ("m", "f"):
                self._gendered += 1
                self.gender = self.gender or item.gender
            return
        self.solid = True
        if item.kind:
            self._counts.append((item.kind, item.weight))
        self._counts += [(vote, kinds.LIKELY) for vote in item.votes]
        if item.gender and not self.gender:
            self.gender = item.gender
        if item.core:
            self.named = True
        else:
            self.lemmas.add(item.lemma)
            self.modifiers |= item.modifiers
        if item.plural and not item.core:
            self.plural = True

    @property
    def broad(self) -> str:
        """Broad kind that most of the names and descriptions speak for; "" where none does."""
        if self._broad is None:
            self._broad = kinds.BROAD[self.kind] if self._counts else ""
        return self._broad

    @property
    def kinds(self) -> set[str]:
        """All kinds that some member speaks for."""
        return {kind for kind, _ in self._counts}

    @property
    def kind(self) -> str:
        """Kind by names, descriptions, context and pronouns."""
        votes = list(self._counts)
        if self._gendered:
            votes.append(("Person", kinds.LIKELY * self._gendered))
        return kinds.decide(kinds.add_up(votes))


def gather(mentions: list[Ment], roots: list[int]) -> dict[int, Chain]:
    """Chains by their root, the number of their first mention."""
    chains: dict[int, Chain] = {}
    for number, item in enumerate(mentions):
        chains.setdefault(roots[number], Chain()).add(item)
    return chains
