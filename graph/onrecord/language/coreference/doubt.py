"""Pronouns that are left unresolved because it is unclear which of two actors they refer to.

An unresolved pronoun costs its actor one mention; a pronoun given to the wrong person mixes two people in one node. So
the likeliest actor needs a clear lead over the next. Subjects of a clause are checked less strictly, and pronouns that
speak or are spoken to not at all.
"""

from __future__ import annotations

from onrecord.language.coreference import agreement
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import relations
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of

_W = weights_of("coreference")


def is_doubtful(tree: Tree, last: Ment, anaphor: Ment, lead: float) -> bool:
    """Whether the likeliest actor of a pronoun, last mentioned in `last`, leads by too little to be chosen.

    `lead` is how much more salient that actor is than the next.
    """
    if anaphor.person != "third" or agreement.in_talk(tree, anaphor):
        return False
    subject, across = relations.is_subject(tree, anaphor.head), anaphor.sent != last.sent
    if anaphor.gender in ("m", "f"):
        if subject:
            return across and lead < _W["lead.subject"]
        return lead < _W["lead.person"]
    if not anaphor.plural or subject:
        return False
    return lead < (_W["lead.plural_across"] if across else _W["lead.plural"])
