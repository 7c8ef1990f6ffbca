"""Pronouns and descriptions that are left unresolved because it is unclear which of two actors they refer to.

An unresolved mention costs its actor one mention; a mention given to the wrong actor mixes two in one node. So the
likeliest actor needs a clear lead over the next, and must not be too far from the mention or too unlike it. Subjects of
a clause are checked less strictly, and pronouns that speak or are spoken to only for the distance.
"""

from __future__ import annotations

from math import inf

from onrecord.language import kinds
from onrecord.language.coreference import talk
from onrecord.language.coreference.chains import Chain
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of

_W = weights_of("coreference")


def needed_lead(tree: Tree, last: Ment, rival: Ment, anaphor: Ment, *, general: bool) -> float:
    """How much more salient than the next the likeliest actor of a mention must be to be chosen.

    `last` is the last mention of that actor, `rival` that of the next. `general` says that the mention is a noun for
    any actor of a kind: "the company".
    """
    if anaphor.form == "description":
        return _W["lead.general"] if general else _W["lead.noun"]
    if anaphor.person != "third" or talk.in_talk(tree, anaphor):
        return -inf
    if anaphor.gender in ("m", "f"):
        return _lead_of_person(tree, last, rival, anaphor)
    if anaphor.plural:
        return _lead_of_several(tree, last, anaphor)
    return _W["lead.its"] if phrase_relations.is_possessor(tree, anaphor.head) else -inf


def _lead_of_person(tree: Tree, last: Ment, rival: Ment, anaphor: Ment) -> float:
    if relations.is_subject(tree, anaphor.head):
        return _W["lead.subject"] if anaphor.sent != last.sent else -inf
    return _W["lead.beside"] if _beside(tree, last, rival, anaphor) else _W["lead.person"]


def _lead_of_several(tree: Tree, last: Ment, anaphor: Ment) -> float:
    if relations.is_subject(tree, anaphor.head):
        least = _W["lead.they"]
    else:
        least = _W["lead.plural_across"] if anaphor.sent != last.sent else _W["lead.plural"]
    one = last.core is not None and not last.plural and not last.joined
    return max(least, _W["lead.single"]) if one else least


def _beside(tree: Tree, subject: Ment, other: Ment, anaphor: Ment) -> bool:
    """Whether a possessive is in a phrase that tells when or where a subject and another are together.

    As in "Falk met with Brekke during his stay": either may have stayed.
    """
    prep = tree.head[tree.head[anaphor.head]]
    if not phrase_relations.is_possessor(tree, anaphor.head) or not phrase_relations.is_plain_preposition(tree, prep):
        return False
    verb = tree.head[prep]
    if not relations.is_active_subject(tree, subject.head) or tree.head[subject.head] != verb:
        return False
    over = tree.head[other.head]
    if phrase_relations.is_object_of_preposition(tree, other.head):
        return tree.head[over] == verb and over < prep
    return over == verb and relations.is_object(tree, other.head)


def may_be_firm(chain: Chain) -> bool:
    """Whether a named actor may be a company: nothing but the model's label says that it is another body or a place."""
    if chain.kind in {"Company", "Organization"}:
        return not chain.worded - {"Company"}
    weak = all(item.weight <= kinds.WEAK for item in chain.members if item.core)
    return weak and chain.named and chain.broad in {"place", "thing"}


def least_salience(tree: Tree, anaphor: Ment, *, general: bool) -> float:
    """How salient an actor must be for a mention to be chosen, even if no other fits; `general` as above.

    What is less salient is so far from the mention, or so unlike it, that somebody else is probably meant.
    """
    if general:
        return _W["least.general"]
    if anaphor.form != "pronoun" or not (anaphor.plural or anaphor.gender == "n"):
        return -inf
    if talk.in_talk(tree, anaphor):
        return _W["least.talk"]
    return _W["least.they"] if anaphor.plural else _W["least.it"]
