"""Antecedents of pronouns and definite descriptions.

From left to right, each anaphor is linked to the most salient actor that agrees with it. Salience follows Lappin and
Leass (1994): recency, the grammatical role of the last mention, and how often the actor is mentioned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

from onrecord.language.coreference import agreement, binding, talk
from onrecord.language.coreference.affiliation import bodies_of_teller, body_that_tells
from onrecord.language.coreference.agreement import Fits
from onrecord.language.coreference.chains import Chain
from onrecord.language.coreference.doubt import may_be_firm
from onrecord.language.coreference.expletives import pleonastic
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.generic_nouns import fits_generic
from onrecord.language.coreference.history import History
from onrecord.language.kinds import SOMEBODY
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import modifiers
from onrecord.language.syntax.tags import SINGULAR
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_SOURCES = word_set("source")
_OF_TWO = word_set("one_of_two")
_W = weights_of("coreference")
_QUOTED = 3
"""Sentences of a quotation before the one that says whose it is."""
_PRONOUN_WINDOW = int(_W["window.pronoun"])
_DESCRIPTION_WINDOW = int(_W["window.description"])
_CALLED_WINDOW = int(_W["window.called"])


class Search:
    """Looks for antecedents among the mentions it has been given so far."""

    def __init__(self, tree: Tree, known: ActorWords, chains: dict[int, Chain], spoken_by: Mapping[int, int]) -> None:
        self._tree = tree
        self._known = known
        self._generic = fits_generic(known)
        self._history = History(tree, self._generic)
        self._states = History(tree, self._generic)
        self._heads: set[str] = set()
        self._speaker: Chain | None = None
        self._spoken_by = spoken_by
        """For each quotation, by number, the head token of its speaker's phrase; see `speakers`."""
        self._person = any(chain.broad == "person" and chain.named for chain in chains.values())
        self._named: dict[int, list[tuple[Ment, Chain]]] = defaultdict(list)
        """The mentions by name in each sentence, including those not read yet."""
        for chain in chains.values():
            for item in chain.members if chain.named else ():
                self._named[item.sent].append((item, chain))

    def add(self, item: Ment, chain: Chain) -> None:
        """Note a mention as read."""
        self._history.add(item, chain)
        if item.kind == "State":
            self._states.add(item, chain)
        if item.quote < 0 and talk.takes_floor(self._tree, item, named=chain.named) and chain.solid:
            self._speaker = chain
        self._heads.add(item.words[-1] if item.words else item.lemma)

    def antecedent(self, item: Ment, own: Chain) -> Chain | None:
        """The chain that a mention refers back to; None if it starts its own."""
        if item.form == "pronoun":
            return self._of_pronoun(item)
        if own.named or item.core:
            return None
        again = item.definite and not self._restricted(item) and not self._names(item)
        found = self._of_description(item) if again else None
        beside = next((other for other in own.members if other.form == "pronoun" and other.gender in ("m", "f")), None)
        return self._of_pronoun(beside) if found is None and beside is not None else found

    def _names(self, item: Ment) -> bool:
        """Whether a name right after a description says who is meant: "the company Haldeno"."""
        after = slice(item.end, item.end + 1)
        return item.end == item.head + 1 and self._tree.pos[after] == ["PROPN"]

    def _restricted(self, item: Ment) -> bool:
        """Whether a clause without a comma says who is meant, so that it is nobody named before.

        As in "the member who had left".
        """
        clauses = modifiers.relative_clauses(self._tree, item.head)
        return any(self._tree.left_edge[verb] == item.head + 1 for verb in clauses)

    def _of_pronoun(self, item: Ment) -> Chain | None:
        if item.person in _OF_TWO:
            return self._history.one_of_two(item)
        if item.person != "third" or pleonastic(self._tree, item.head):
            return None
        tree, history = self._tree, self._history
        if (found := self._reflected(item)) is not None:
            return found
        speaker = self._speaker if item.quote < 0 and talk.speaks(tree, item) else None
        barred = history.disjoint(item)
        barred.update(chain for other, chain in self._named[item.sent] if binding.commands(tree, item, other))
        if item.gender in ("m", "f") and (own := self._quoted_by(item)) is not None:
            barred.add(own)
        barred.update(self._spoken_of(item))
        if item.gender == "n" or item.plural:
            bound, found = self._bound_thing(item, barred) if item.gender == "n" else self._bound_several(item, barred)
            if bound:
                return found
        if item.gender in ("m", "f") and (found := self._teller(item, barred)) is not None:
            return found
        fits = agreement.fits_measure if agreement.decided_on(tree, item) else agreement.fits_pronoun
        found = history.best(item, _PRONOUN_WINDOW, fits, speaker, barred).chain
        if found is None and not self._person and item.gender in ("m", "f"):
            found = history.best(item, _PRONOUN_WINDOW, agreement.fits_untyped, None, barred).chain
        return found

    def _teller(self, item: Ment, barred: Container[Chain]) -> Chain | None:
        """The person who says the clause that "he" or "she" is the subject of, unless whom it is told fits as well."""
        tree, history = self._tree, self._history
        fits = agreement.fits_pronoun
        heard = [chain for head in binding.told(tree, item.head) if (chain := history.at(head, item.sent)) is not None]
        if any(fits(chain, item) for chain in heard):
            return None
        found = (history.at(head, item.sent) for head in binding.tellers(tree, item.head))
        return next((chain for chain in found if chain and chain not in barred and fits(chain, item)), None)

    def _reflected(self, item: Ment) -> Chain | None:
        """The actor that a reflexive refers to within its clause, if there is one."""
        if not binding.is_reflexive(self._tree, item.head):
            return None
        heads = binding.bound_by(self._tree, item.head)
        found = next((chain for head in heads if (chain := self._history.at(head, item.sent))), None)
        return found if found is not None and agreement.fits_pronoun(found, item) else None

    def _bound_thing(self, item: Ment, barred: Container[Chain]) -> tuple[bool, Chain | None]:
        """Whether the sentence alone decides what "it" or "its" refers to, and the actor, if it is one."""
        for head in [*binding.told_by_or_of(self._tree, item.head), *binding.fronted_subjects(self._tree, item)]:
            subject = self._history.at(head, item.sent)
            if subject is None or (agreement.fits_pronoun(subject, item) and subject not in barred):
                return True, subject  # None if what it refers to is no actor
        for head in body_that_tells(self._tree, item.head):
            teller = self._history.at(head, item.sent)
            if teller is not None and teller.broad == "org" and teller.kind != "Outlet" and teller not in barred:
                return True, teller  # a paper mostly tells of others
        for head in binding.owners(self._tree, item.head):
            owner = self._history.at(head, item.sent)
            if owner is not None and agreement.fits_pronoun(owner, item) and owner not in barred:
                return True, owner
            if owner is None and self._tree.tag[head] in SINGULAR:
                return True, None
        return False, None

    def _bound_several(self, item: Ment, barred: Container[Chain]) -> tuple[bool, Chain | None]:
        """Whether the sentence alone decides what "they" or "their" refers to, and the actor, if it is one."""
        for head in binding.plural_tellers(self._tree, item.head):
            teller = self._history.at(head, item.sent)
            if teller is None or (agreement.fits_pronoun(teller, item) and teller not in barred):
                return True, teller  # None if who tells it is no actor
        for head in binding.owners(self._tree, item.head):
            owner = self._history.at(head, item.sent)
            if owner is not None and owner.plural and owner.broad in SOMEBODY and owner not in barred:
                return True, owner
        return False, None

    def _quoted_by(self, item: Ment) -> Chain | None:
        """The speaker of the quotation that contains a pronoun; as its "I", the speaker is never its "he" or "she".

        If the speaker is a pronoun too, after the quotation ("he said"), it is assumed to be whoever spoke last.
        """
        head = self._spoken_by.get(item.quote)
        if head is None:
            return None
        named = self._named[self._tree.sent[head]]
        return next((chain for other, chain in named if other.head == head), self._speaker)

    def _spoken_of(self, item: Ment) -> set[Chain]:
        """Those named in the quotations that a pronoun says: "“Colin did it,” he said" is not said by Colin."""
        said = {number for number, head in self._spoken_by.items() if head == item.head}
        sentences = range(max(0, item.sent - _QUOTED), item.sent + 1) if said else ()
        named = (pair for sent in sentences for pair in self._named.get(sent, ()))
        return {chain for other, chain in named if other.quote in said and other.core and not other.attributive}

    def _own_firm(self, item: Ment) -> Chain | None:
        """The firm of whoever says it, for "the company" in what they say."""
        if item.kind != "Company" or item.noun not in self._known.generic or item.says or item.owned:
            return None
        near = (self._history.at(head, item.sent) for head in bodies_of_teller(self._tree, item.head))
        return next((chain for chain in near if chain is not None and may_be_firm(chain)), None)

    def _nearer(self, item: Ment, found: Chain | None, barred: Container[Chain]) -> Chain | None:
        """The actor found, or one without a name that was called by the same noun since: "the bank's board"."""
        if found is None or not found.named:
            return found
        last = self._history.latest(item, _DESCRIPTION_WINDOW, agreement.fits_same_head)
        return found if last is None or last.named or last in barred else last

    def _of_description(self, item: Ment) -> Chain | None:
        if (own := self._own_firm(item)) is not None:
            return own
        best = self._history.best
        sieves: list[tuple[int, Fits]] = []
        if item.noun in self._known.generic and not item.says:  # a named actor is likelier than a described one
            sieves += [(_CALLED_WINDOW, agreement.fits_called), (_DESCRIPTION_WINDOW, self._generic)]
        if item.lemma in self._heads:
            sieves.append((_DESCRIPTION_WINDOW, agreement.fits_same_head))
        if item.noun in self._known.generic:
            sieves.append((_DESCRIPTION_WINDOW, self._generic))
        if item.lemma in _SOURCES:
            sieves.append((_PRONOUN_WINDOW, agreement.fits_source))
        if item.kind in ("Person", None) and item.lemma in self._known.offices:
            sieves.append((_DESCRIPTION_WINDOW, agreement.fits_titled))
        inside = {chain for other, chain in self._named[item.sent] if item.start <= other.start < other.end <= item.end}
        for window, fits in sieves:  # no phrase refers to an actor named inside it: "the group within Haldeno"
            found = best(item, window, fits, None, inside)
            if found.chain is not None or found.doubtful:
                return self._nearer(item, found.chain, inside)
        if agreement.is_epithet(item):
            speaker = self._speaker if talk.speaks(self._tree, item) else None
            return self._history.only(item, _PRONOUN_WINDOW, agreement.fits_epithet, speaker)
        return self._states.best(item, item.sent, self._generic).chain if item.kind == "State" else None
