"""What becomes of the content of a noun: "the claim that ..."."""

from __future__ import annotations

from onrecord.language.syntax import lexical, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree


def is_rejected(tree: Tree, verb: int) -> bool:
    """Whether a clause is, or stands in, what somebody denies: "rejected reports that she had met him"."""
    found = clause(tree, verb)
    for _ in range(_DEPTH):
        if found.link not in {"complement", "open complement"}:
            break
        found = clause(tree, tree.head[found.verb])  # "denied claims that he knew that she had met him"
    noun = found.governor
    if noun is None or tree.pos[noun] not in NOUNS or found.link != "adnominal":
        return False
    told = relations.is_direct_object(tree, noun) or relations.is_passive_subject(tree, noun)
    return told and tree.lemma[tree.head[noun]] in lexical.denying()


_DEPTH = 6
"""Most clauses that are followed upwards, as a broken parse must not loop."""
