"""How a deed stands: done or not, asserted, ordered, planned, threatened, and by which other deed."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.actions import lexicon
from onrecord.language.actions.lexicon import Operator
from onrecord.language.actions.triggers import Deed
from onrecord.language.syntax.control import ADJUNCTS
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.tree import Tree

_BELOW = frozenset({"xcomp", "pcomp", "acl", "ccomp", "advcl", "oprd"})
UNDER = frozenset({"ordered", "demanded", "threatened", "planned"})
"""Modalities of a deed that stands under the one that orders, demands, threatens or plans it."""
_NAMED = frozenset({"demanded", "considered", "threatened", "planned", "ended", "attempted"})
"""Modalities that a verb gives to the deed its object names ("considered a ban")."""
_OF_DEED = frozenset({"for", "of", "on", "to"})
"""Prepositions that a call, a plan, a threat has before the deed it is of."""
_CONDITIONS = frozenset({"if", "unless"})
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """Polarity and modality, the word above that sets them (None where the deed's own clause does), and its entry."""

    polarity: str
    modality: str
    operator: int | None = None
    via: str = ""


def stand(tree: Tree, deed: Deed) -> Standing:
    """How the deed stands, by its own clause and the words above it."""
    turned = _negated(tree, deed)
    modality, above, via = _modifier(tree, deed), None, "modifier"
    token = deed.verb
    for _ in range(_DEPTH):
        if modality is not None:
            break
        modality, via = _own(tree, token), "clause"
        if modality is not None:
            break
        if tree.dep[token] == "conj" and not _free(tree, token):
            token = tree.head[token]
            continue
        above = _operator_above(tree, token)
        if above is None:
            purpose = tree.dep[token] in {"advcl", "acl", "relcl"} and is_infinitive(tree, token)
            modality, via = ("planned", "purpose") if purpose else ("asserted", via)
            break
        operator = lexicon.operators()[tree.lemma[above]]
        turned ^= operator.polarity == "negative"
        via = operator.id
        if operator.modality != "asserted":
            duty = tree.pos[above] == "ADJ" and _own(tree, tree.head[above]) == "demanded"  # "must be ready to"
            modality = "demanded" if duty else operator.modality
        token = above
    if via in {"clause", "modifier", "purpose"}:
        above = None  # "will continue to sell" is planned by nobody
    return Standing("negative" if turned else "positive", modality or "asserted", above, via)


def _free(tree: Tree, verb: int) -> bool:
    """Whether a coordinated clause has a subject and a tense of its own, so that the first does not govern it."""
    return tree.child(verb, "nsubj", "nsubjpass") is not None and tree.tag[verb] not in {"VB", "VBG"}


def _negated(tree: Tree, deed: Deed) -> bool:
    if any(tree.dep[kid] == "neg" or tree.lower[kid] == "never" for kid in tree.children[deed.verb]):
        return True
    if deed.noun_frame is not None:
        above = tree.head[deed.head]
        without = tree.dep[deed.head] == "pobj" and (
            tree.lower[above] == "without"
            or (tree.lower[above] == "of" and tree.lemma[tree.head[above]] in {"lack", "absence"})
        )
        return without or any(tree.lower[kid] == "no" for kid in tree.kids(deed.head, "det"))
    if tree.dep[deed.verb] == "pcomp" and tree.lower[tree.head[deed.verb]] == "without":
        return True
    return any(
        tree.lower[word] == "no"
        for kid in tree.kids(deed.verb, "dobj", "nsubj", "nsubjpass")
        for word in tree.kids(kid, "det")
    )


def _modifier(tree: Tree, deed: Deed) -> str | None:
    """What an adjective says of a deed that a noun names ("planned visit"), or "no longer" of a verb."""
    table = lexicon.signs("modifier")
    for kid in tree.children[deed.head]:
        if deed.noun_frame is not None and tree.dep[kid] in {"amod", "compound"} and tree.lower[kid] in table:
            return table[tree.lower[kid]]
        if tree.lower[kid] == "longer" and any(tree.lower[word] == "no" for word in tree.children[kid]):
            return "ended"
    return None


def _own(tree: Tree, token: int) -> str | None:
    """The modality that auxiliaries and conjunctions of the clause of `token` set."""
    kids = tree.children[token]
    if tree.dep[token] == "advcl" and any(tree.lower[kid] in _CONDITIONS for kid in tree.kids(token, "mark")):
        return "conditional"
    table = lexicon.signs("modal")
    found = next((table[tree.lower[kid]] for kid in kids if tree.dep[kid] == "aux" and tree.lower[kid] in table), None)
    hedged = any(
        tree.lower[word] in _CONDITIONS for kid in kids if tree.dep[kid] == "advcl" for word in tree.kids(kid, "mark")
    )
    return "planned" if found == "conditional" and not hedged else found


def _operator_above(tree: Tree, token: int) -> int | None:
    """The operator word directly above `token`, if it governs it."""
    dep, head = tree.dep[token], tree.head[token]
    above = tree.head[head] if dep in {"pcomp", "pobj"} else head
    operator = lexicon.operators().get(tree.lemma[above])
    return above if operator is not None and above != token and _governs(tree, token, dep, above, operator) else None


def _governs(tree: Tree, token: int, dep: str, above: int, operator: Operator) -> bool:
    if dep in {"dobj", "nsubjpass"}:
        return operator.modality in _NAMED and tree.tag[above].startswith("VB")
    if dep == "pobj":
        return tree.lower[tree.head[token]] in _OF_DEED and tree.lemma[above] in {
            "call", "appeal", "ask", "plan", "threat", "demand",
        }  # fmt: skip
    if dep == "ccomp" and not is_infinitive(tree, token):
        return operator.finite
    if dep == "pcomp" and tree.child(token, "nsubj") is not None:
        return False  # "ended with the team winning"
    if dep == "pcomp" and tree.lower[tree.head[token]] in ADJUNCTS and tree.tag[above].startswith("VB"):
        return False
    return dep in _BELOW and (dep != "advcl" or is_infinitive(tree, token))
