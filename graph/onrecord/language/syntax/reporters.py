"""Second verbs of saying: "said the bank had lied and asked why", "hinted she might leave, promising to …".

The parser may attach the second verb of saying to a verb in the content of the first. Really it is coordinated with the
first one, and both have the same speaker.
"""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.tags import FINITE, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import DOUBLE_QUOTES, PAUSES

_OWN = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")
_DEPTH = 6
"""Most clauses that are followed upward."""


def set_off(tree: Tree, verb: int) -> bool:
    """Whether a pause precedes a verb of saying and all its dependents."""
    start = tree.left_edge[verb]
    return start > 0 and tree.text[start - 1] in PAUSES and tree.lemma[verb] in lexical.reporting()


def reporter_above(tree: Tree, verb: int) -> int | None:
    """The first verb of saying with which `verb`, a second one, belongs if the parser attaches it elsewhere, else None.

    A participle after a comma ("…, noting that") belongs to the verb of saying in whose content or adverbial clause it
    is, or else to the last of several coordinated clauses. A finite verb belongs to the verb of saying if both have the
    same tense and the content has another ("says the bank lied and adds that").
    """
    if tree.lemma[verb] not in lexical.reporting() or tree.kids(verb, *_OWN):
        return None
    said = _content_above(tree, verb)
    above = tree.head[said] if said is not None else verb
    reports = said is not None and above < said < verb and tree.lemma[above] in lexical.reporting()
    if tree.tag[verb] == "VBG":
        if tree.dep[verb] != "advcl" or not set_off(tree, verb):
            return None
        if not reports:
            return _last_clause(tree, verb)
    elif not reports or said is None or not is_second(tree, verb, above, said):
        return None
    quoted = sum(tree.text[token] in DOUBLE_QUOTES for token in range(above, verb)) % 2
    return None if quoted else above


def is_second(tree: Tree, verb: int, above: int, said: int) -> bool:
    """Whether `verb`, which depends on the content `said` of `above`, is a second verb of the subject of `above`.

    Corrects the parser, which coordinates "left" in "said he agrees and left" with the content. The signs are that it
    has no subject and has the tense of the verb of saying, while the content has another. In "said they had stood up
    and left" the form is a participle too, and belongs to the content, unless it is that of a verb of saying.
    """
    perfect = any(tree.lemma[kid] == "have" for kid in tree.kids(said, "aux"))
    if perfect and lexical.may_be_participle(tree.lower[verb]) and tree.lemma[verb] not in lexical.reporting():
        return False
    tense = tree.tag[verb] in FINITE and tree.tag[above] == tree.tag[verb] != tree.tag[said]
    return tense and tree.dep[verb] == "conj" and not tree.kids(verb, *_OWN)


def is_set_beside(tree: Tree, verb: int) -> bool:
    """Whether a participle follows a comma without a conjunction.

    Corrects the parser, which attaches ", adding that" after "said it was late" to the content: a participle of a verb
    of saying has the same speaker as the verb before it.
    """
    return tree.tag[verb] == "VBG" and tree.child(verb, "mark") is None and tree.text[tree.left_edge[verb] - 1] == ","


def _last_clause(tree: Tree, verb: int) -> int | None:
    """The verb of saying that governs a participle's adverbial clause, or the last clause before the participle.

    As in "Lund said after Moss won, adding that" and "police came and Lund left, saying that".
    """
    head = tree.head[verb]
    over = tree.head[head]
    if tree.dep[head] == "advcl" and over < head and tree.lemma[over] in lexical.reporting():
        return over if tree.kids(over, "nsubj") else None
    return next((kid for kid in reversed(tree.kids(head, "conj")) if kid < verb and tree.kids(kid, "nsubj")), None)


def _content_above(tree: Tree, verb: int) -> int | None:
    """The head of the reported clause that contains `verb`, through coordination, adverbial clauses and infinitives."""
    found = verb
    for _ in range(_DEPTH):
        if tree.dep[found] not in {"conj", "advcl", "xcomp"} or tree.pos[tree.head[found]] not in VERBAL:
            return None
        found = tree.head[found]
        if tree.dep[found] == "ccomp":
            return found
    return None
