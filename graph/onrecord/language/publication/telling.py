"""How a deed is told: what clause its verb leads, and in which tense."""

from __future__ import annotations

from onrecord.language.tree import Tree

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = {
    "ccomp": "complement",
    "relcl": "relative",
    "advcl": "adverbial",
    "acl": "participle",
    "amod": "attributive",
    "pcomp": "gerund",
    "xcomp": "infinitive",
    "parataxis": "main",
    "ROOT": "main",
    "csubj": "subject",
}
_OF_FORM = {"VBD": "past", "VBZ": "present", "VBP": "present", "VBN": "participle"}
_DEPTH = 8


def clause(tree: Tree, verb: int) -> str:
    """What clause `verb` leads, through coordination."""
    for _ in range(_DEPTH):
        if tree.dep[verb] != "conj" or tree.head[verb] == verb:
            break
        if tree.child(verb, *_SUBJECT) is not None and clause(tree, tree.head[verb]) == "main":
            return "main"
        verb = tree.head[verb]
    name = _CLAUSES.get(tree.dep[verb], tree.dep[verb])
    infinitive = any(tree.lower[kid] == "to" for kid in tree.kids(verb, "aux"))
    if name == "complement":
        return "infinitive" if infinitive else "complement"
    if name in {"participle", "adverbial", "relative"}:
        if infinitive:
            return "purpose"
        if tree.tag[verb] == "VBG" and tree.child(verb, "aux") is None:
            return "participle"
    if name == "infinitive":
        return "infinitive" if infinitive or tree.tag[verb] == "VB" else "gerund" if tree.tag[verb] == "VBG" else "bare"
    return name


def of_noun(tree: Tree, noun: int) -> str:
    """What clause a noun leads that is no part of another one ("An attack on the town."); else nothing."""
    return clause(tree, noun) if tree.dep[noun] == "ROOT" else ""


def tense(tree: Tree, verb: int) -> str:
    """Tense and aspect of the verb group of `verb`: of a word without auxiliaries, that of its own form."""
    verb = _with_auxiliaries(tree, verb)
    auxiliaries = tree.kids(verb, "aux", "auxpass")
    finite = tree.tag[auxiliaries[0]] if auxiliaries else tree.tag[verb]
    if any(tree.lower[kid] == "to" for kid in auxiliaries):
        return "infinitive"
    if any(tree.tag[kid] == "MD" for kid in auxiliaries):
        return "modal"
    if any(tree.lemma[kid] == "have" for kid in auxiliaries):
        return "perfect"
    if tree.tag[verb] == "VBG" and finite != "VBD":
        return "gerund" if finite == "VBG" else "progressive"
    return _OF_FORM.get(finite, "bare")


def _with_auxiliaries(tree: Tree, verb: int) -> int:
    """The verb whose auxiliaries a verb shares in coordination ("was tried and jailed")."""
    for _ in range(_DEPTH):
        above = tree.head[verb]
        own = tree.kids(verb, "aux", "auxpass") or tree.tag[verb] in {"VBD", "VBZ"}
        if own or tree.dep[verb] != "conj" or tree.tag[above] != tree.tag[verb]:
            break
        verb = above
    return verb
