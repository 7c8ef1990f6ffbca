"""Antecedents of pronouns and definite descriptions.

Left to right, each anaphor takes the most salient actor that agrees with it. Salience follows Lappin and Leass (1994):
recency, the grammatical role of the last mention, how often the actor is spoken of.
"""

from __future__ import annotations

from itertools import islice

from onrecord.language.actor_words import ActorWords
from onrecord.language.coreference import agreement
from onrecord.language.coreference.agreement import Fits
from onrecord.language.coreference.chains import Chain
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import control, dependents, relations
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights
from onrecord.word_sets import in_order, word_set

_SOURCES = word_set("source")
_REFLEXIVE = in_order("reflexive_ending")
_OF_TWO = word_set("one_of_two")
_W = weights("coreference")
_PRONOUN_WINDOW = int(_W["window.pronoun"])
_DESCRIPTION_WINDOW = int(_W["window.description"])
_REACH = int(_W["window.mentions"])


class History:
    """Mentions read so far with the chains they are in, the newest last."""

    __slots__ = ("_items",)

    def __init__(self) -> None:
        self._items: list[tuple[Ment, Chain]] = []

    def add(self, item: Ment, chain: Chain) -> None:
        """Note one mention."""
        if chain.solid:
            self._items.append((item, chain))

    def one_of_two(self, tree: Tree, anaphor: Ment) -> Chain | None:
        """The first or second of the two actors last coordinated ("A and B"), for "the former" and "the latter"."""
        for second, chain in islice(reversed(self._items), _REACH):
            if anaphor.sent - second.sent > _PRONOUN_WINDOW:
                return None
            if not relations.is_conjunct(tree, second.head) or not second.core:
                continue
            if anaphor.person == "latter":
                return chain
            first = tree.head[second.head]
            return next((other for item, other in reversed(self._items) if item.head == first and item.core), None)
        return None

    def best(self, tree: Tree, anaphor: Ment, window: int, fits: Fits, speaker: Chain | None = None) -> Chain | None:
        """The most salient chain that fits, its last mention at most `window` sentences back.

        `speaker` is who spoke last, to whom a pronoun that speaks rather goes.
        """
        top: tuple[float, int] | None = None
        found = None
        fit: dict[Chain, bool] = {}
        first, start = anaphor.sent - window, anaphor.start
        for item, chain in islice(reversed(self._items), _REACH):
            if item.sent < first:
                break
            good = fit.get(chain)
            if good is None:
                fit[chain] = good = fits(chain, anaphor)
            if not good or item.end > start:
                continue
            if blocked(tree, item, anaphor):
                fit[chain] = False  # nor do the earlier mentions of who the verb's other argument is
                continue
            ready = salience(chain, item, anaphor) - agreement.reluctance(tree, chain, item, anaphor)
            score = (ready + (_W["salience.spoke_last"] if chain is speaker else 0.0), item.start)
            if top is None or score > top:
                top, found = score, chain
        return found


def salience(chain: Chain, last: Ment, anaphor: Ment) -> float:
    """How ready an actor is to be taken up again by `anaphor`, by one of its mentions."""
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


def blocked(tree: Tree, item: Ment, anaphor: Ment) -> bool:
    """Whether grammar forbids a pronoun to stand for a mention: two arguments of one verb, or a phrase around it."""
    if anaphor.form != "pronoun" or item.sent != anaphor.sent:
        return False
    verb = tree.head[anaphor.head]
    if (
        relations.is_object(tree, anaphor.head)
        or relations.is_object_of_preposition(tree, anaphor.head)
        or relations.is_active_subject(tree, anaphor.head)
    ) and not tree.lower[anaphor.head].endswith(_REFLEXIVE):
        if item.head == _silent_subject(tree, verb) or (
            relations.is_object(tree, anaphor.head) and _shares(tree, item, verb)
        ):
            return True
        other = tree.head[item.head]
        if other == verb and verb not in (anaphor.head, item.head):
            return True
        if (
            relations.is_object_of_preposition(tree, anaphor.head)
            and other == tree.head[verb]
            and (relations.is_active_subject(tree, item.head) or relations.is_direct_object(tree, item.head))
        ):
            return tree.pos[other] == "VERB" and relations.is_plain_preposition(tree, verb)
    return False


def _shares(tree: Tree, item: Ment, verb: int) -> bool:
    """Whether a mention is the subject that a coordinated verb takes over: "the port read the letter and sent it"."""
    own = dependents.own_subject(tree, verb) is not None
    return relations.is_conjunct(tree, verb) and not own and item.head in control.subjects(tree, verb)


def _silent_subject(tree: Tree, verb: int) -> int | None:
    """The subject a clause without one shares with the verb over it: "the port wrote, asking them to wait"."""
    if (
        not (relations.is_adverbial_clause(tree, verb) or relations.is_open_complement(tree, verb))
        or dependents.own_subject(tree, verb) is not None
    ):
        return None
    over = tree.head[verb]
    if relations.is_open_complement(tree, verb) and dependents.own_object(tree, over) is not None:
        return None
    return dependents.active_subject(tree, over)


class Search:
    """Looks for antecedents among the mentions it has been given so far."""

    def __init__(self, tree: Tree, known: ActorWords, chains: dict[int, Chain]) -> None:
        self._tree = tree
        self._known = known
        self._generic = agreement.fits_generic(known)
        self._history = History()
        self._states = History()
        self._heads: set[str] = set()
        self._speaker: Chain | None = None
        self._person = any(chain.broad == "person" and chain.named for chain in chains.values())

    def add(self, item: Ment, chain: Chain) -> None:
        """Note a mention as read."""
        self._history.add(item, chain)
        if item.kind == "State":
            self._states.add(item, chain)
        if item.quote < 0 and agreement.speaks(self._tree, item) and chain.solid:
            self._speaker = chain
        self._heads.add(item.words[-1] if item.words else item.lemma)

    def antecedent(self, item: Ment, own: Chain) -> Chain | None:
        """The chain that a mention takes up; None where it opens its own."""
        if item.form == "pronoun":
            return self._of_pronoun(item)
        if own.named or item.core:
            return None
        found = self._of_description(item) if item.definite else None
        beside = next((other for other in own.members if other.form == "pronoun" and other.gender in ("m", "f")), None)
        return self._of_pronoun(beside) if found is None and beside is not None else found

    def _of_pronoun(self, item: Ment) -> Chain | None:
        if item.person in _OF_TWO:
            return self._history.one_of_two(self._tree, item)
        if item.person != "third" or agreement.pleonastic(self._tree, item.head):
            return None
        speaker = self._speaker if item.quote < 0 and agreement.speaks(self._tree, item) else None
        found = self._history.best(self._tree, item, _PRONOUN_WINDOW, agreement.fits_pronoun, speaker)
        if found is None and not self._person and item.gender in ("m", "f"):
            found = self._history.best(self._tree, item, _PRONOUN_WINDOW, agreement.fits_untyped)
        return found

    def _of_description(self, item: Ment) -> Chain | None:
        best = self._history.best
        sieves: list[tuple[int, Fits]] = []
        if item.noun in self._known.generic and not item.says:  # rather a named actor than one described otherwise
            sieves += [(_DESCRIPTION_WINDOW, agreement.fits_called), (_DESCRIPTION_WINDOW, self._generic)]
        if item.lemma in self._heads:
            sieves.append((_DESCRIPTION_WINDOW, agreement.fits_same_head))
        if item.noun in self._known.generic:
            sieves.append((_DESCRIPTION_WINDOW, self._generic))
        if item.lemma in _SOURCES:
            sieves.append((_PRONOUN_WINDOW, agreement.fits_source))
        for window, fits in sieves:
            found = best(self._tree, item, window, fits)
            if found is not None:
                return found
        return self._states.best(self._tree, item, item.sent, self._generic) if item.kind == "State" else None
