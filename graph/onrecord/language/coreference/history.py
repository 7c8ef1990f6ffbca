"""The mentions read so far, and which of their actors is the most salient for a pronoun or description."""

from __future__ import annotations

from collections.abc import Container
from itertools import islice
from typing import NamedTuple

from onrecord.language.coreference import agreement, binding
from onrecord.language.coreference.agreement import Fits
from onrecord.language.coreference.chains import Chain
from onrecord.language.coreference.doubt import least_salience, may_be_firm, needed_lead
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.clauses import clause, with_auxiliaries
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("coreference")
_PRONOUN_WINDOW = int(_W["window.pronoun"])
_REACH = int(_W["window.mentions"])


class Choice(NamedTuple):
    """The chain chosen for an anaphor, if one is; `doubtful` if two chains fit it too equally to choose."""

    chain: Chain | None
    doubtful: bool = False


class History:
    """The mentions read so far with their chains, the newest last."""

    __slots__ = ("_general", "_items", "_tree")

    def __init__(self, tree: Tree, general: Fits) -> None:
        self._tree = tree
        self._general = general
        """Tests whether a noun for any actor of a kind ("the company") fits."""
        self._items: list[tuple[Ment, Chain]] = []

    def add(self, item: Ment, chain: Chain) -> None:
        """Note one mention."""
        if chain.solid:
            self._items.append((item, chain))

    def one_of_two(self, anaphor: Ment) -> Chain | None:
        """The actor that "the former" or "the latter" means: the first or second of the last pair "A and B"."""
        tree = self._tree
        for second, chain in islice(reversed(self._items), _REACH):
            if anaphor.sent - second.sent > _PRONOUN_WINDOW:
                return None
            if not phrase_relations.is_conjunct(tree, second.head) or not second.core:
                continue
            if anaphor.person == "latter":
                return chain
            first = tree.head[second.head]
            return next((other for item, other in reversed(self._items) if item.head == first and item.core), None)
        return None

    def disjoint(self, anaphor: Ment) -> set[Chain]:
        """The chains that a pronoun cannot refer to, because one of their mentions is another argument of its verb."""
        found = set()
        for item, chain in islice(reversed(self._items), _REACH):
            if item.sent != anaphor.sent:
                break
            if binding.disjoint(self._tree, item, anaphor):
                found.add(chain)
        return found

    def at(self, head: int, sent: int) -> Chain | None:
        """The chain of the mention in sentence `sent` whose head is token `head`."""
        near = islice(reversed(self._items), _REACH)
        return next((chain for item, chain in near if item.head == head and item.sent == sent), None)

    def latest(self, anaphor: Ment, window: int, fits: Fits) -> Chain | None:
        """The chain of the latest mention within the last `window` sentences of one that fits."""
        for item, chain in islice(reversed(self._items), _REACH):
            if item.sent < anaphor.sent - window:
                return None
            if item.end <= anaphor.start and fits(chain, anaphor):
                return chain
        return None

    def best(
        self,
        anaphor: Ment,
        window: int,
        fits: Fits,
        speaker: Chain | None = None,
        barred: Container[Chain] = (),
    ) -> Choice:
        """The most salient chain that fits and was mentioned within the last `window` sentences; none if in doubt.

        `speaker` is whoever spoke last, the likelier antecedent of a pronoun that is a speaker. `barred` are the chains
        that grammar rules out.
        """
        scores: dict[Chain, tuple[float, int, Ment]] = {}
        fit: dict[Chain, bool] = {}
        first, start = anaphor.sent - window, anaphor.start
        near = islice(reversed(self._items), _REACH)
        spoke = next((item.sent for item, chain in near if chain is speaker), anaphor.sent)
        brought_in = False  # whether a sentence since the speaker's has somebody else with a name
        for item, chain in islice(reversed(self._items), _REACH):
            if item.sent < first:
                break
            good = fit.get(chain)
            if good is None:
                fit[chain] = good = fits(chain, anaphor)
            if not good or item.end > start or chain in barred or agreement.unlikely(self._tree, chain, item, anaphor):
                continue
            ready = salience(chain, item, anaphor) - agreement.reluctance(self._tree, chain, item, anaphor)
            ready += _W["salience.spoke_last"] if chain is speaker and not brought_in else 0.0
            since = spoke < item.sent < anaphor.sent
            brought_in = brought_in or (since and speaker is not None and self._brings_in(item, chain, speaker))
            if chain not in scores or (ready, item.start) > scores[chain][:2]:
                scores[chain] = (ready, item.start, item)
        ranked = sorted(scores.items(), key=lambda pair: pair[1][:2], reverse=True)
        if not ranked:
            return Choice(None)
        return self._chosen(ranked, anaphor, general=fits is self._general)

    def _chosen(self, ranked: list[tuple[Chain, tuple[float, int, Ment]]], anaphor: Ment, *, general: bool) -> Choice:
        """The first of the chains, with salience and last mention, unless it may as well be another."""
        found, (top, _, last) = ranked[0]
        if top < least_salience(self._tree, anaphor, general=general):
            return Choice(None)
        if len(ranked) > 1:
            second, _, rival = ranked[1][1]
            if top - second < needed_lead(self._tree, last, rival, anaphor, general=general):
                return Choice(None, doubtful=True)
        if general and anaphor.kind == "Company" and self._firm_since(last, found, anaphor):
            return Choice(None, doubtful=True)
        return Choice(found)

    def _firm_since(self, last: Ment, found: Chain, anaphor: Ment) -> bool:
        """Whether what may be another company was named after the `last` mention of the one found for "the company".

        In the same sentence only if that mention is no subject, as in "Haldeno sued Nordbank. The company lost."
        """
        subject = relations.is_subject(self._tree, last.head)
        for item, chain in islice(reversed(self._items), _REACH):
            if item.start <= last.start:
                return False
            same = item.sent == last.sent and subject
            if chain is not found and item.core and item.end <= anaphor.start and not same and may_be_firm(chain):
                return True
        return False

    def _brings_in(self, item: Ment, chain: Chain, speaker: Chain) -> bool:
        """Whether a mention brings in another of the speaker's kind by name, outside quotations and background."""
        alike = chain.named and chain.broad == speaker.broad
        return alike and item.quote < 0 and not _is_background(self._tree, item)

    def only(self, anaphor: Ment, window: int, fits: Fits, speaker: Chain | None) -> Chain | None:
        """The only chain that fits; if several fit, `speaker` if it is one of them, else None."""
        found: dict[Chain, None] = {}
        for item, chain in islice(reversed(self._items), _REACH):
            if item.sent < anaphor.sent - window:
                break
            if item.sent < anaphor.sent and fits(chain, anaphor):
                found[chain] = None
        if speaker is not None and speaker in found:
            return speaker
        return next(iter(found)) if len(found) == 1 else None


def _is_background(tree: Tree, item: Ment) -> bool:
    """Whether a mention stands in the pluperfect, which tells of an earlier time: "Bell had sued in May"."""
    verb = relations.verb_above(tree, item.head)
    if verb is None:
        return False
    return any(
        tree.lower[word] in word_set("pluperfect") for word in clause(tree, with_auxiliaries(tree, verb)).auxiliaries
    )


def salience(chain: Chain, last: Ment, anaphor: Ment) -> float:
    """How salient an actor is for `anaphor`, judged by its last mention."""
    gap = anaphor.sent - last.sent
    often = min(len(chain.members), _W["salience.most_mentions"])
    score = _W["salience.start"] - _W["salience.sentence"] * gap + last.role + often * _W["salience.mention"]
    if chain.named:
        score += _W["salience.named"]
    if gap == 0 and last.role == anaphor.role:
        score += _W["salience.parallel"]
    if last.quote != anaphor.quote:
        score += _W["salience.quotation"]
    return score
