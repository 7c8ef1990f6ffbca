"""Chains: the data about an actor collected while its mentions are linked."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.language import kinds
from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.names import name_heads


class Chain:
    """Mentions of one actor, in the order in which they were added, with their combined features.

    Features are updated as mentions are added, because an actor of a very long text has thousands of mentions.
    """

    __slots__ = (
        "_broad", "_tally", "called", "first_words", "gender", "kinds", "last_words", "lemmas", "members", "modifiers",
        "named", "plural", "says", "says_i", "solid", "two_words", "worded",
    )  # fmt: skip

    def __init__(self) -> None:
        self.members: list[Ment] = []
        self._tally = kinds.Tally()
        self._broad: str | None = None
        self.kinds: set[str] = set()
        """The kinds that at least one member is evidence for."""
        self.worded: set[str] = set()
        """The kinds that the words of a name are evidence for."""
        self.gender = ""
        self.lemmas: set[str] = set()
        self.called: set[str] = set()
        """Nouns that say what the actor is ("a research firm"), not how it is related to another ("their parent")."""
        self.modifiers: set[str] = set()
        self.says: set[str] = set()
        """The words of descriptions apart from their heads, and all words of names."""
        self.last_words: set[tuple[str, str]] = set()
        """Last words of names, each with the broad kind that its mention is evidence for."""
        self.first_words: set[str] = set()
        """First words of names of more than one word."""
        self.says_i = False
        """Whether an "I" refers to it: evidence of a person that counts once, however often "I" is said."""
        self.two_words = False
        """Whether the only evidence for the kind of a two-word name is the model's label."""
        self.named = False
        self.plural = False
        self.solid = False
        """Whether at least one member is not a pronoun."""

    def add(self, item: Ment) -> None:
        """Add one mention."""
        self.members.append(item)
        self._broad = None
        if item.form == "pronoun":
            self._add_pronoun(item)
            return
        self.solid = True
        if item.kind:
            self._speak(item.kind, item.weight)
            if item.weight == kinds.STRONG:
                self.worded.add(item.kind)
        for vote in item.votes:
            unknown = item.core is None and item.kind is None and vote == "Thing"  # a noun of no known kind that speaks
            self._speak(vote, kinds.WEAK if unknown else kinds.LIKELY)
        if item.gender and not self.gender:
            self.gender = item.gender
        if item.core:
            self.named = True
            self.says.update(item.words)
            self.first_words.update(item.words[:1] if len(item.words) > 1 else ())
            self.last_words.update((word, item.broad) for word in name_heads(item.words))
            self.two_words = self.two_words or (len(item.words) == 2 and item.weight == kinds.WEAK)
        else:
            self.lemmas.add(item.lemma)
            self.modifiers |= item.modifiers
            self.says |= item.says
            if not item.possessed:
                self.called.add(item.lemma)
        if item.plural and not item.core:
            self.plural = True

    def _add_pronoun(self, item: Ment) -> None:
        sexed = item.gender in ("m", "f")
        own = item.person == "first" and not item.plural and not self.says_i
        if sexed:
            self.gender = self.gender or item.gender
        if own or sexed:
            self._tally.add("Person", kinds.LIKELY)
        self.says_i = self.says_i or own

    def in_text_order(self) -> list[Ment]:
        """The mentions in text order; of those that begin at the same token, the longest first."""
        return sorted(self.members, key=lambda item: (item.start, -item.end))

    def _speak(self, kind: str, weight: int) -> None:
        self.kinds.add(kind)
        self._tally.add(kind, weight)

    @property
    def broad(self) -> str:
        """The broad kind with the most evidence among names and descriptions; "" if there is none."""
        if self._broad is None:
            self._broad = kinds.BROAD[self.kind] if self.kinds else ""
        return self._broad

    @property
    def kind(self) -> str:
        """Kind by names, descriptions, context and pronouns."""
        return kinds.decide(self._tally.total())


class Placed(NamedTuple):
    """A mention with the chain it belongs to."""

    mention: Ment
    chain: Chain


def gather(mentions: list[Ment], sets: Sets) -> dict[int, Chain]:
    """Chains by their root, the number of their first mention."""
    chains: dict[int, Chain] = {}
    for number, item in enumerate(mentions):
        chains.setdefault(sets.root(number), Chain()).add(item)
    return chains
