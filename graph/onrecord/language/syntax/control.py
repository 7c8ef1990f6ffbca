"""Whose a verb is: its own subject, or the one it takes over from the word that governs it.

One rule of control, one of coordination, one for relative pronouns. `subjects` gives the surface subject, which suffers
what a passive tells; `doers` whoever does it.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.language.syntax import lexical
from onrecord.language.syntax.phrases import conjuncts, objects_of
from onrecord.language.syntax.relations import VERBAL, is_infinitive
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.voice import agents_of_passive, by, is_passive

RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
"""Words that may be relative pronouns."""
ADJUNCTS = frozenset({"by", "after", "before", "while", "since", "in", "without", "despite", "through", "when", "upon"})
"""Prepositions whose gerund tells what the subject does besides, whatever verb they stand by."""
_SUBJECT = ("nsubj", "nsubjpass")
_ADDRESSED = frozenset({"call", "appeal", "plead"})
"""Verbs of asking with a preposition: "called on the army to leave"."""
_PICKED = frozenset({"first", "second", "third", "next", "last", "only"})
"""Words that make a noun the subject of its infinitive: "the first model to use it"."""
_ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_COMMAS = frozenset({",", "--", "–", "—"})
_DEPTH = 6
"""How many clauses control is followed upward."""


def doers(tree: Tree, verb: int) -> list[int]:
    """Heads of whoever does what `verb` tells: the agent of a passive, else the subject, its own or taken over."""
    return agents_of_passive(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Heads of the surface subject of `verb`, its own or the one it is controlled by, in text order of the first."""
    if depth:
        return own_subjects(tree, verb) or ([] if depth > _DEPTH else _taken_over(tree, verb, depth))
    key = ("subjects", verb)
    found: list[int] | None = tree.known.get(key)
    if found is None:
        found = tree.known[key] = own_subjects(tree, verb) or _taken_over(tree, verb, depth)
    return found


def own_subjects(tree: Tree, verb: int) -> list[int]:
    """Heads of the subject in the clause of `verb` itself, coordinated ones included.

    Repairs "a man who Smith called a liar", to which the parser gives two subjects: the pronoun is none.
    """
    own = tree.kids(verb, *_SUBJECT)
    if len(own) > 1 and tree.lower[own[0]] in RELATIVE and own[1] < verb:
        own = own[1:]
    return [head for kid in own for head in conjuncts(tree, kid)]


def _taken_over(tree: Tree, verb: int, depth: int) -> list[int]:
    dep, head = tree.dep[verb], tree.head[verb]
    if dep in {"acl", "relcl"}:
        return _of_noun(tree, verb, head, depth)
    if dep in {"conj", "advcl"} and tree.pos[head] in VERBAL:
        chosen = dep == "advcl" and is_infinitive(tree, verb)  # "chose the firm to build it": the parser may hang it so
        doer = by(tree, head) if chosen and is_passive(tree, head) else []
        return doer or (controller if chosen else subjects)(tree, head, depth + 1)
    if dep in {"xcomp", "ccomp", "oprd", "acomp", "attr"}:
        return controller(tree, head, depth + 1)
    if dep == "pcomp":
        return _of_gerund(tree, head, depth)
    return conjuncts(tree, head) if dep == "amod" else []


def _of_gerund(tree: Tree, prep: int, depth: int) -> list[int]:
    """Whose a gerund below a preposition is."""
    above = tree.head[prep]
    held = tree.kids(above, "dobj")
    if tree.lower[prep] == "as" and held:
        return [item for kid in held for item in conjuncts(tree, kid)]  # "quoted him as saying"
    adjunct = tree.lower[prep] in ADJUNCTS and tree.pos[above] in VERBAL
    return (subjects if adjunct else controller)(tree, above, depth + 1)


def controller(tree: Tree, word: int, depth: int = 0) -> list[int]:
    """Whose the deed below `word` is: the object of a verb of ordering or asking, else the subject or owner."""
    if tree.pos[word] in {"NOUN", "PROPN"}:
        return owner(tree, word, depth)
    controls = lexical.control().get(tree.lemma[word])
    if controls == "object" and not is_passive(tree, word) and tree.pos[word] == "VERB":
        below = [head for kid in tree.kids(word, "dobj", "dative") for head in conjuncts(tree, kid)]
        if not below and tree.lemma[word] in _ADDRESSED:
            below = [head for kid in tree.kids(word, "prep") for head in objects_of(tree, kid)]
        if below:
            return below
    return subjects(tree, word, depth)


def _of_noun(tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
    """A participle's subject is the noun it modifies; an infinitive's mostly whoever that noun belongs to."""
    if tree.tag[verb] != "VB" or is_passive(tree, verb):
        return conjuncts(tree, noun)
    picked = any(tree.lower[kid] in _PICKED for kid in tree.kids(noun, "amod", "advmod", "det"))
    headline = tree.dep[noun] == "ROOT"  # "Mayor to open bridge"
    if not object_gap(tree, verb) and (picked or headline or tree.ent[noun] in _ACTORS):
        return conjuncts(tree, noun)
    return owner(tree, noun, depth)


def object_gap(tree: Tree, verb: int) -> bool:
    """Whether an infinitive on a noun lacks the object it needs, which is the noun ("options to exercise")."""
    lemma = tree.lemma[verb]
    needs = lemma not in lexical.known_verbs() or lemma in lexical.transitive()
    return needs and tree.child(verb, "dobj", "xcomp", "ccomp", "prep", "acomp", "attr") is None


def owner(tree: Tree, noun: int, depth: int = 0) -> list[int]:
    """Whose a noun is: its possessor, a name before it, or the subject of the clause it stands in."""
    near = tree.kids(noun, "poss", "compound", "nmod")
    named = [kid for kid in near if tree.dep[kid] == "poss" or tree.ent[kid] in _ACTORS]
    if named:
        return [head for kid in named for head in conjuncts(tree, kid)]
    above = tree.head[noun]
    while tree.pos[above] in {"ADP", "NOUN"} and tree.head[above] != above:
        above = tree.head[above]
    if above == noun or tree.pos[above] not in VERBAL or depth > _DEPTH:
        return []
    if is_passive(tree, above):
        return agents_of_passive(tree, above)
    return [head for head in subjects(tree, above, depth + 1) if head != noun]


def antecedent(tree: Tree, token: int, is_person: Callable[[int], bool] | None = None) -> int:
    """What a relative pronoun stands for: the noun its clause hangs on; any other token stands for itself.

    The parser hangs a clause on the nearest noun. With `is_person`, which tells whether a token heads a phrase for
    people, "who" in "the spokesman of the port, who" is taken up to the first such noun above.
    """
    if tree.lower[token] not in RELATIVE or tree.tag[token] not in {"WDT", "WP", "WP$"}:
        return token
    verb = token
    while tree.head[verb] != verb and tree.dep[verb] != "relcl":
        verb = tree.head[verb]
    if tree.dep[verb] != "relcl":
        return token
    noun = tree.head[verb]
    if is_person is None or tree.lower[token] not in {"who", "whom"}:
        return noun
    found = noun
    for _ in range(_DEPTH):
        if is_person(found) or tree.dep[found] not in ("pobj", "poss", "compound"):
            break
        above = tree.head[found]
        found = tree.head[above] if tree.dep[above] == "prep" else above
    return found if is_person(found) else noun


def objects(tree: Tree, verb: int) -> list[int]:
    """Heads of what an active verb is done to: its object, one moved out of its clause, shared, or indirect."""
    key = ("objects", verb)
    found: list[int] | None = tree.known.get(key)
    if found is None:
        found = tree.known[key] = _objects(tree, verb)
    return found


def _objects(tree: Tree, verb: int) -> list[int]:
    own = [head for kid in tree.kids(verb, "dobj") for head in conjuncts(tree, kid)]
    own = own or _controlled_object(tree, verb) or moved_object(tree, verb)
    if not own:
        own = [head for kid in tree.kids(verb, "dative") for head in conjuncts(tree, kid) if tree.pos[kid] != "ADP"]
    later = tree.child(verb, "conj")
    if not own and later is not None and tree.child(verb, "prep", "xcomp", "ccomp") is None:
        own = [head for kid in tree.kids(later, "dobj") for head in conjuncts(tree, kid)]
    return own


def _controlled_object(tree: Tree, verb: int) -> list[int]:
    """Whom a verb of ordering or asking is addressed to.

    Repairs the parser, which may make them the subject of the clause below.
    """
    if lexical.control().get(tree.lemma[verb]) != "object":
        return []
    for kid in tree.kids(verb, "ccomp", "xcomp"):
        if is_infinitive(tree, kid) or tree.tag[kid] == "VB":
            return [head for below in tree.kids(kid, *_SUBJECT) for head in conjuncts(tree, below)]
    return []


def moved_object(tree: Tree, verb: int) -> list[int]:
    """The noun a relative clause or an infinitive hangs on, if it is the object that the clause lacks."""
    top, above = verb, tree.head[verb]
    while above != top and tree.dep[top] == "xcomp" and is_infinitive(tree, top) and not tree.kids(above, "dobj"):
        top, above = above, tree.head[above]
    if tree.dep[top] == "relcl" and _gap(tree, top, verb):
        return [tree.head[top]]
    if top == verb and tree.dep[verb] == "acl" and tree.tag[verb] == "VB" and object_gap(tree, verb):
        noun = tree.head[verb]
        governs = tree.lemma[noun] in lexical.control() or tree.lemma[noun] in lexical.deed_nouns()
        return [] if governs else [noun]
    return []


def _gap(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a relative clause lacks its object: it has its own subject, no object, no stranded or relative adverb."""
    own = tree.kids(clause, "nsubj")
    if not own or tree.tag[own[-1]] in {"WDT", "WP"}:
        return False
    kids = [kid for kid in (*tree.children[clause], *tree.children[verb]) if kid != verb]
    below = {"dobj", "ccomp"} if clause != verb else {"dobj", "ccomp", "xcomp"}
    return not any(
        tree.dep[kid] in below or tree.tag[kid] == "WRB" or (tree.dep[kid] == "prep" and not objects_of(tree, kid))
        for kid in kids
    )
