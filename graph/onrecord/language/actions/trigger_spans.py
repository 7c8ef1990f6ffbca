"""The trigger words of a deed: its own words, and those of the subordinate deed that completes its meaning.

If the ministers "demanded the withdrawal of the army", "demanded" alone does not relate them to the army, which is the
patient of the withdrawal. The trigger of an order or demand therefore includes the deed that is ordered, and the
trigger of a deed that takes its patients or class from a subordinate deed includes that deed.
"""

from __future__ import annotations

from onrecord.language.actions.readings import Cast, by_words
from onrecord.language.actions.roles import acted_on
from onrecord.language.actions.triggers import Deed
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.relations import is_adverbial_clause
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import AHEAD

_CHAIN = 3
"""Most subordinate deeds that a trigger includes: "decided to allow the army to withdraw"."""
_CHARGE = "alleged"
"""The operator entry of verbs of accusing; the deed they govern is the charge."""


def words_of(tree: Tree, found: list[Cast]) -> dict[int, tuple[int, ...]]:
    """The trigger tokens of each deed, by its head; words that are already a patient are left out."""
    by_word = by_words([item.reading.deed for item in found])
    inner = _under(tree, found, by_word)
    for item in found:
        reading = item.reading
        below = item.through or reading.heralds or _thing(tree, reading.deed, by_word)
        if below is not None:
            inner[reading.head] = below
    for item in found:
        chosen = inner.get(item.reading.head)
        if chosen is not None and chosen.head in item.roles.patients:
            del inner[item.reading.head]
    return {item.reading.head: _words(item.reading.deed, inner) for item in found}


def _under(tree: Tree, found: list[Cast], by_word: dict[int, Deed]) -> dict[int, Deed]:
    """For each order, demand, threat, plan or charge, by its head: the first deed that it governs."""
    made: dict[int, Deed] = {}
    for item in found:
        standing, deed = item.reading.standing, item.reading.deed
        above = by_word.get(standing.operator) if standing.operator is not None else None
        if above is None or is_adverbial_clause(tree, deed.verb):  # a purpose clause is not the deed ordered
            continue
        if standing.modality in AHEAD or standing.via == _CHARGE:
            made.setdefault(above.head, deed)
    return made


def _thing(tree: Tree, deed: Deed, by_word: dict[int, Deed]) -> Deed | None:
    """The deed that is the object of a verb and shares agents or patients with it ("rejected the request"), or None."""
    if deed.verb_frame is None or not deed.verb_frame.through:
        return None
    found = clause(tree, deed.verb)
    heads = found.subjects if found.passive else acted_on(tree, deed)
    return next((by_word[head] for head in heads if head in by_word), None)


def _words(deed: Deed, inner: dict[int, Deed]) -> tuple[int, ...]:
    chain = [deed]
    while len(chain) <= _CHAIN and (below := inner.get(chain[-1].head)) is not None and below not in chain:
        chain.append(below)
    return tuple(sorted({token for item in chain for token in item.tokens}))
