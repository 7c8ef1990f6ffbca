"""Active or passive voice; all rules use this one test."""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.phrases import objects_of
from onrecord.language.syntax.tags import PAST
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS
from onrecord.word_sets import word_set

_MEASURES = frozenset({"DATE", "TIME", "PERCENT", "QUANTITY", "MONEY", "CARDINAL"})
_CAUSES = word_set("takes_passive_object")
"""Verbs that take an object with a passive participle: "wants the network shut down"."""
_MODIFYING = frozenset({"acl", "amod", "oprd", "advcl", "relcl", "prep"})
_DONE_TO = frozenset({"auxpass", "nsubjpass", "csubjpass"})


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether `verb` is passive: with an auxiliary, as a bare participle, or coordinated with another passive."""
    key = ("is_passive", verb)
    found = tree.known.get(key)
    if found is None:
        tree.known[key] = False  # stops the recursion if a coordination is circular
        found = tree.known[key] = _passive(tree, verb)
    return bool(found)


def _passive(tree: Tree, verb: int) -> bool:
    deps = {tree.dep[kid] for kid in tree.children[verb]}
    if deps & _DONE_TO:
        return not is_statal(tree, verb) and not is_perfect(tree, verb)
    if "agent" in deps and by(tree, verb):
        finite = tree.tag[verb] == "VBD" and "nsubj" in deps  # "Falk left by a side door"
        return not finite and not is_statal(tree, verb)
    return _bare_passive(tree, verb, deps)


def _bare_passive(tree: Tree, verb: int, deps: set[str]) -> bool:
    """Whether a participle without an auxiliary is passive, judged by its position."""
    dep, tag = tree.dep[verb], tree.tag[verb]
    if dep == "conj":
        beside = (tag == "VBN" and not deps & {"aux", "nsubj", "dobj"}) or _told_as_well(tree, verb, deps)
        beside = beside or (tag == "VBN" and "aux" not in deps and not _has_object(tree, verb))
        return beside and is_passive(tree, tree.head[verb])
    if dep == "ROOT" and tag in PAST:
        if tag == "VBN" and not deps & {"aux", "nsubj", "dobj"}:
            return True  # "Asked whether it was late, ..."
        return "aux" not in deps and _clipped(tree, verb, deps)
    caused = dep == "ccomp" and tree.lemma[tree.head[verb]] in _CAUSES
    if caused and not deps & {"aux", "dobj", "xcomp", "ccomp", "mark"}:
        return tag in {"VBN", "VBD", "VB"} and is_transitive(tree, verb)  # "wants the network shut down"
    if tag != "VBN" or "aux" in deps:
        return False
    return dep in _MODIFYING or (dep in {"ccomp", "xcomp"} and "dobj" not in deps)


def _has_object(tree: Tree, verb: int) -> bool:
    """Whether a verb has an object that no dash or colon sets off: "and her maps stolen -- a scandal" has none."""
    return any(tree.text[tree.left_edge[kid] - 1] not in LEADS for kid in tree.kids(verb, "dobj"))


def _told_as_well(tree: Tree, verb: int, deps: set[str]) -> bool:
    """Whether a verb that needs a hearer lacks one and so is passive: in "He was held and told that ...", he is told.

    Corrects the tagger, which takes the second participle for a past tense.
    """
    return (
        tree.tag[verb] in PAST
        and tree.lemma[verb] in lexical.addressing()
        and not deps & {"nsubj", "aux", "dobj", "dative", "prep"}
    )


def is_statal(tree: Tree, verb: int) -> bool:
    """Whether a participle with "be" says what its subject does: "is opposed to", "are engaged in"."""
    preps = lexical.statal().get(tree.lemma[verb])
    return preps is not None and any(tree.lower[kid] in preps for kid in tree.kids(verb, "prep", "aux", "xcomp"))


def is_perfect(tree: Tree, verb: int) -> bool:
    """Whether the "'s" before a participle means "has", as the verb has content: "He's said that ...".

    Corrects the parser, which takes every "'s" before a participle for the "is" of a passive.
    """
    helper = tree.child(verb, "auxpass")
    if (
        helper is None
        or tree.text[helper] not in word_set("possessive_ending")
        or tree.child(verb, "agent") is not None
    ):
        return False
    return any(tree.dep[item] in {"ccomp", "dobj"} for item in tree.children[verb])


def _clipped(tree: Tree, verb: int, deps: set[str]) -> bool:
    """Whether a verb is a headline passive ("Three reporters arrested"); headlines have no past tense or full stop."""
    first, last = tree.sents[tree.sent[verb]]
    while last > first and tree.pos[last - 1] == "SPACE":
        last -= 1
    closed = tree.pos[last - 1] == "PUNCT" or tree.text[last - 1].endswith(".")  # "left at 9 a.m."
    if closed or deps & {"dobj", "aux", "ccomp", "attr", "acomp", "dative"}:
        return False
    return is_transitive(tree, verb)


def _names(tree: Tree, verb: int) -> list[str]:
    """The lemma of a verb, alone and with its particles."""
    lemma = tree.lemma[verb]
    return [lemma, *(f"{lemma} {tree.lower[kid]}" for kid in tree.kids(verb, "prt"))]


def is_transitive(tree: Tree, verb: int) -> bool:
    """Whether the lexicon has the verb, alone or with its particle, with an agent and an object."""
    return not lexical.transitive().isdisjoint(_names(tree, verb))


def by(tree: Tree, token: int, prep: str = "by") -> list[int]:
    """Heads of "by …" phrases of a passive verb or a noun, except measures ("fell by a third")."""
    return [
        head
        for kid in tree.children[token]
        if tree.dep[kid] in {"agent", "prep"} and tree.lower[kid] == prep
        for head in objects_of(tree, kid)
        if tree.ent[head] not in _MEASURES and not _of_manner(tree, head)
    ]


def _of_manner(tree: Tree, head: int) -> bool:
    """Whether "by …" says how or by what time: "by telephone", "by the end of the year"."""
    if tree.lemma[head] in lexical.listed("limits"):
        return True
    alone = not any(kid < head for kid in tree.children[head])
    return alone and tree.lemma[head] in lexical.listed("manners")


def agents_of_passive(tree: Tree, verb: int) -> list[int]:
    """Heads of the agent of a passive verb; the parser may attach "by …" to an infinitive or participle under it."""
    own = by(tree, verb)
    if not own and tree.lemma[verb] in lexical.reciprocal():
        own = by(tree, verb, "between")
    later = tree.child(verb, "conj")
    if not own and later is not None and not _plain_passive(tree, later) and is_passive(tree, later):
        own = by(tree, later)  # "was tested and built by the firm"
    if own:
        return own
    return [head for kid in tree.kids(verb, "xcomp", "oprd") if not _plain_passive(tree, kid) for head in by(tree, kid)]


def _plain_passive(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "auxpass", "nsubjpass") is not None
