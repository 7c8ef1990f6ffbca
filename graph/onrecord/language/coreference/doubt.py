"""When it is in doubt which of two actors a pronoun stands for: none, rather than the wrong one.

A pronoun left out costs its actor one mention; one taken for the wrong person makes one node of two people. So a
pronoun that neither speaks nor is spoken to, and is not the subject of its clause, wants a clear lead.
"""

from __future__ import annotations

from onrecord.language.coreference import agreement
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import relations
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of

_W = weights_of("coreference")


def is_doubtful(tree: Tree, last: Ment, anaphor: Ment, lead: float) -> bool:
    """Whether a pronoun stands for its likeliest actor, mentioned in `last`, by no more than a small lead.

    `lead` is how much likelier that actor is than the next.
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
