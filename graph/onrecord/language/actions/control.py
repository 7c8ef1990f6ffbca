"""The surface subject of a verb: its own, or the one it takes over from the word that governs it."""

from __future__ import annotations

from onrecord.language.actions import lexicon
from onrecord.language.actions.phrases import conjuncts, objects_of
from onrecord.language.tree import Tree

_SUBJECT = ("nsubj", "nsubjpass")
ADJUNCTS = frozenset({"by", "after", "before", "while", "since", "in", "without", "despite", "through", "when", "upon"})
"""Prepositions whose gerund tells what the subject does besides, whatever verb they stand by."""
_MEASURES = frozenset({"DATE", "TIME", "PERCENT", "QUANTITY", "MONEY", "CARDINAL"})
_CAUSES = frozenset({"want", "see", "get", "have", "order", "find", "like", "need"})
"""Verbs whose object something is done to: "wants the network shut down"."""
_ADDRESSED = frozenset({"call", "appeal", "plead"})
"""Verbs of asking with a preposition: "called on the army to leave"."""
_PICKED = frozenset({"first", "second", "third", "next", "last", "only"})
"""Words that make a noun the subject of its infinitive: "the first model to use it"."""
_ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_DEPTH = 6
"""How many clauses control is followed upward."""


def passive(tree: Tree, verb: int) -> bool:
    """Whether `verb` stands in the passive, with or without an auxiliary."""
    deps = {tree.dep[kid] for kid in tree.children[verb]}
    if deps & {"auxpass", "nsubjpass"} or ("agent" in deps and by(tree, verb)):
        return not _statal(tree, verb)
    return _bare_passive(tree, verb, deps)


def _bare_passive(tree: Tree, verb: int, deps: set[str]) -> bool:
    """Whether a participle without an auxiliary is passive, by where it stands."""
    dep, tag = tree.dep[verb], tree.tag[verb]
    if dep == "ROOT" and tag in {"VBN", "VBD"}:
        return "aux" not in deps and _clipped(tree, verb, deps)
    if (
        dep == "ccomp"
        and tree.lemma[tree.head[verb]] in _CAUSES
        and not deps & {"aux", "dobj", "xcomp", "ccomp", "mark"}
    ):
        return tag in {"VBN", "VBD", "VB"} and transitive(tree, verb)  # "wants the network shut down"
    if tag != "VBN" or "aux" in deps:
        return False
    if dep == "conj":
        return not deps & {"nsubj", "dobj"} and passive(tree, tree.head[verb])
    return dep in {"acl", "amod", "oprd", "advcl", "relcl"} or (dep in {"ccomp", "xcomp"} and "dobj" not in deps)


def _statal(tree: Tree, verb: int) -> bool:
    """Whether a participle with "be" tells what its subject does: "is opposed to", "are engaged in"."""
    preps = lexicon.statal().get(tree.lemma[verb])
    return preps is not None and any(tree.lower[kid] in preps for kid in tree.kids(verb, "prep", "aux", "xcomp"))


def _clipped(tree: Tree, verb: int, deps: set[str]) -> bool:
    """Headline passives ("Three reporters arrested"): headlines tell in the present, and end without a full stop."""
    first, last = tree.sents[tree.sent[verb]]
    while last > first and tree.pos[last - 1] == "SPACE":
        last -= 1
    if tree.pos[last - 1] == "PUNCT" or deps & {"dobj", "aux", "ccomp", "attr", "acomp", "dative"}:
        return False
    return transitive(tree, verb)


def transitive(tree: Tree, verb: int) -> bool:
    """Whether the lexicon has the verb, with an object and a doer, alone or with its particle."""
    table, lemma = lexicon.verbs(), tree.lemma[verb]
    names = [lemma, *(f"{lemma} {tree.lower[kid]}" for kid in tree.kids(verb, "prt"))]
    return any(frame.subject == "agent" and not frame.preps for name in names for frame in table.get(name, ()))


def infinitive(tree: Tree, verb: int) -> bool:
    """Whether `verb` has its "to"."""
    return any(tree.lower[kid] == "to" for kid in tree.kids(verb, "aux"))


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Heads of the surface subject of `verb`, its own or the one it is controlled by."""
    own = [head for kid in tree.kids(verb, *_SUBJECT) for head in conjuncts(tree, kid)]
    if own or depth > _DEPTH:
        return own
    dep, head = tree.dep[verb], tree.head[verb]
    found: list[int] = []
    if dep in {"acl", "relcl"}:
        found = _of_noun(tree, verb, head, depth)
    elif dep in {"conj", "advcl"} and tree.pos[head] in {"VERB", "AUX"}:
        doer = by(tree, head) if dep == "advcl" and infinitive(tree, verb) and passive(tree, head) else []
        chosen = dep == "advcl" and infinitive(tree, verb)  # "chose the firm to build it", wherever the parser hangs it
        found = doer or (controller if chosen else subjects)(tree, head, depth + 1)
    elif dep in {"xcomp", "ccomp", "oprd", "acomp", "attr"}:
        found = controller(tree, head, depth + 1)
    elif dep == "pcomp":
        above = tree.head[head]
        if tree.lower[head] == "as" and tree.kids(above, "dobj"):
            return [item for kid in tree.kids(above, "dobj") for item in conjuncts(tree, kid)]  # "quoted him as saying"
        adjunct = tree.lower[head] in ADJUNCTS and tree.pos[above] in {"VERB", "AUX"}
        found = (subjects if adjunct else controller)(tree, above, depth + 1)
    elif dep == "amod":
        found = conjuncts(tree, head)
    return found


def controller(tree: Tree, word: int, depth: int = 0) -> list[int]:
    """Whose the deed below `word` is: the object of a verb of ordering or asking, else the subject or owner."""
    if tree.pos[word] in {"NOUN", "PROPN"}:
        return owner(tree, word, depth)
    operator = lexicon.operators().get(tree.lemma[word])
    if operator is not None and operator.control == "object" and not passive(tree, word) and tree.pos[word] == "VERB":
        below = [head for kid in tree.kids(word, "dobj", "dative") for head in conjuncts(tree, kid)]
        if not below and tree.lemma[word] in _ADDRESSED:
            below = [head for kid in tree.kids(word, "prep") for head in objects_of(tree, kid)]
        if below:
            return below
    return subjects(tree, word, depth)


def _of_noun(tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
    """A participle's subject is the noun it modifies; an infinitive's mostly whoever that noun belongs to."""
    if tree.tag[verb] != "VB" or passive(tree, verb):
        return conjuncts(tree, noun)
    picked = any(tree.lower[kid] in _PICKED for kid in tree.kids(noun, "amod", "advmod", "det"))
    headline = tree.dep[noun] == "ROOT"  # "Mayor to open bridge"
    if not object_gap(tree, verb) and (picked or headline or tree.ent[noun] in _ACTORS):
        return conjuncts(tree, noun)
    return owner(tree, noun, depth)


def object_gap(tree: Tree, verb: int) -> bool:
    """Whether an infinitive on a noun lacks the object it needs, which is the noun ("options to exercise")."""
    frames = lexicon.verbs().get(tree.lemma[verb], ())
    needs = not frames or any(not frame.preps and frame.subject == "agent" for frame in frames)
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
    if above == noun or tree.pos[above] not in {"VERB", "AUX"} or depth > _DEPTH:
        return []
    if passive(tree, above):
        return agents_of_passive(tree, above)
    return [head for head in subjects(tree, above, depth + 1) if head != noun]


def agents_of_passive(tree: Tree, verb: int) -> list[int]:
    """Heads of the agent of a passive verb; the parser may hang "by …" on the infinitive or participle below it."""
    own = by(tree, verb)
    if not own and any(frame.reciprocal for frame in lexicon.verbs().get(tree.lemma[verb], ())):
        own = by(tree, verb, "between")
    later = tree.child(verb, "conj")
    if not own and later is not None and not _plain_passive(tree, later) and passive(tree, later):
        own = by(tree, later)  # "was tested and built by the firm"
    if own:
        return own
    return [head for kid in tree.kids(verb, "xcomp", "oprd") if not _plain_passive(tree, kid) for head in by(tree, kid)]


def _plain_passive(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "auxpass", "nsubjpass") is not None


def by(tree: Tree, token: int, prep: str = "by") -> list[int]:
    """Heads of "by …" below a passive verb or a noun."""
    return [
        head
        for kid in tree.children[token]
        if tree.dep[kid] in {"agent", "prep"} and tree.lower[kid] == prep
        for head in objects_of(tree, kid)
        if tree.ent[head] not in _MEASURES
    ]
