"""The object of a verb, wherever it is in the sentence."""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.phrases import conjuncts, objects_linked, objects_of
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.subjects import inverted_subject
from onrecord.language.syntax.tags import RELATIVE_TAGS, SUBJECT
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import in_order, word_set

_BARE = word_set("takes_bare_infinitive")
_PLAIN = frozenset({"VB", "VBP"})
"""Tags of a verb without an ending, as an infinitive after a plural noun may be tagged as a present."""
"""Verbs with an object and a bare infinitive: "helped the firm win"."""
_AIMS = in_order("aims_at")
"""Prepositions that introduce the real object of a reflexive verb: "attached himself to the party"."""


def object_gap(tree: Tree, verb: int) -> bool:
    """Whether an infinitive on a noun lacks the object it needs, which is the noun ("options to exercise")."""
    lemma = tree.lemma[verb]
    needs = lemma not in lexical.known_verbs() or lemma in lexical.transitive()
    return needs and tree.child(verb, "dobj", "xcomp", "ccomp", "prep", "acomp", "attr") is None


def objects(tree: Tree, verb: int) -> list[int]:
    """Heads of an active verb's object: in its clause, moved out of it, shared, or indirect."""
    key = ("objects", verb)
    found: list[int] | None = tree.known.get(key)
    if found is None:
        found = tree.known[key] = _objects(tree, verb)
    return found


def _objects(tree: Tree, verb: int) -> list[int]:
    speaker = inverted_subject(tree, verb)
    own = [head for kid in tree.kids(verb, "dobj") if kid != speaker for head in conjuncts(tree, kid)]
    if own and all(tree.lower[head].endswith(in_order("reflexive_ending")) for head in own):
        own = objects_linked(tree, verb, _AIMS) or own
    if own and all(_is_own_way(tree, head) for head in own):
        own = [head for head in objects_linked(tree, verb, in_order("makes_way")) if head > verb] or own
    own = own or _controlled_object(tree, verb) or moved_object(tree, verb)
    if not own:
        own = [head for kid in tree.kids(verb, "dative") for head in conjuncts(tree, kid) if tree.pos[kid] != "ADP"]
    later = tree.child(verb, "conj")
    shares = later is not None and "than" not in tree.lower[verb:later]  # "paid rather than sue the bank"
    if not own and later is not None and shares and tree.child(verb, "prep", "xcomp", "ccomp") is None:
        behind = tree.kids(later, "prep")  # "mocked her and spoke of his plan the whole day": the day is not mocked
        own = [
            head
            for kid in tree.kids(later, "dobj")
            if not any(later < prep < kid for prep in behind)
            for head in conjuncts(tree, kid)
        ]
    return own


def _is_own_way(tree: Tree, noun: int) -> bool:
    """Whether a noun only expresses motion: "talked her way across the county"."""
    return tree.lemma[noun] == "way" and any(tree.tag[kid] == "PRP$" for kid in tree.kids(noun, "poss"))


def _controlled_object(tree: Tree, verb: int) -> list[int]:
    """Heads of the persons to whom a verb of ordering or asking is addressed.

    Corrects the parser, which may make them the subject of the complement clause.
    """
    asked, bare = lexical.control().get(tree.lemma[verb]) == "object", tree.lemma[verb] in _BARE
    for kid in tree.kids(verb, "ccomp", "xcomp") if asked or bare else []:
        if (asked and is_infinitive(tree, kid)) or (tree.tag[kid] in _PLAIN and not is_infinitive(tree, kid)):
            return [head for below in tree.kids(kid, *SUBJECT) for head in conjuncts(tree, below)]
    return []


def moved_object(tree: Tree, verb: int) -> list[int]:
    """The noun that a relative clause or an infinitive depends on, if it is the missing object of `verb`."""
    top, above = verb, tree.head[verb]
    while above != top and tree.dep[top] == "xcomp" and is_infinitive(tree, top) and not tree.kids(above, "dobj"):
        top, above = above, tree.head[above]
    if tree.dep[top] == "relcl" and _gap(tree, top, verb):
        timed = tree.lemma[tree.head[top]] in word_set("clause_says_when")
        spent = tree.lemma[verb] in word_set("spends_time")  # "the year he wasted", but not "the year he sold out"
        return [tree.head[top]] if spent or not timed else []
    if top == verb and tree.dep[verb] == "acl" and tree.tag[verb] == "VB" and object_gap(tree, verb):
        noun = tree.head[verb]
        governs = tree.lemma[noun] in lexical.control() or tree.lemma[noun] in lexical.deed_nouns()
        return [] if governs else [noun]
    return []


def _gap(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a relative clause lacks an object: it has its own subject, no object, no stranded or relative adverb."""
    own = tree.kids(clause, "nsubj")
    if not own or tree.tag[own[-1]] in RELATIVE_TAGS:
        return False
    kids = [kid for kid in (*tree.children[clause], *tree.children[verb]) if kid != verb]
    below = {"dobj", "ccomp"} if clause != verb else {"dobj", "ccomp", "xcomp"}
    return not any(
        tree.dep[kid] in below or tree.tag[kid] == "WRB" or (tree.dep[kid] == "prep" and not objects_of(tree, kid))
        for kid in kids
    )


def is_of_hearer(tree: Tree, verb: int) -> bool:
    """Whether a participle modifies the person told something: "told visiting officials that they must pay".

    Corrects the parser, which takes the participle for the content.
    """
    above = tree.head[verb]
    told = tree.dep[verb] == "xcomp" and tree.tag[verb] == "VBG" and above == verb - 1
    return told and tree.lemma[above] in lexical.addressing()
