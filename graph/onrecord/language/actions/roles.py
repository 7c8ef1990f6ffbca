"""Who did it and to whom: the heads of the agents' and patients' phrases of a deed."""

from __future__ import annotations

from onrecord.language.actions import lexicon
from onrecord.language.actions.deeds import Deed
from onrecord.language.actions.phrases import NOMINAL, conjuncts, objects_of
from onrecord.language.tree import Tree

_SUBJECT = ("nsubj", "nsubjpass")
_DEPTH = 6
"""How many clauses control is followed upward."""


def roles(tree: Tree, deed: Deed) -> tuple[list[int], list[int]]:
    """Heads of agents and of patients, each in text order, without repeats."""
    if deed.noun_frame is None:
        agents, patients = _verb_roles(tree, deed)
    else:
        agents, patients = _noun_roles(tree, deed)
    return _nominal(tree, agents), [item for item in _nominal(tree, patients) if item not in agents]


def _nominal(tree: Tree, heads: list[int]) -> list[int]:
    return sorted({head for head in heads if tree.pos[head] in NOMINAL})


def passive(tree: Tree, verb: int) -> bool:
    """Whether `verb` stands in the passive, with or without an auxiliary."""
    deps = {tree.dep[kid] for kid in tree.children[verb]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if tree.tag[verb] != "VBN" or "aux" in deps:
        return False
    dep = tree.dep[verb]
    if dep == "conj":
        return not deps & {"nsubj", "dobj"} and passive(tree, tree.head[verb])
    return dep in {"acl", "amod", "oprd", "advcl", "relcl"} or (dep in {"ccomp", "xcomp"} and "dobj" not in deps)


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Heads of the surface subject of `verb`, its own or the one it is controlled by."""
    own = [head for kid in tree.kids(verb, *_SUBJECT) for head in conjuncts(tree, kid)]
    if own or depth > _DEPTH:
        return own
    dep, head = tree.dep[verb], tree.head[verb]
    verbal = tree.tag[head].startswith("VB")
    found: list[int] = []
    if dep == "acl":
        found = _of_noun(tree, verb, head, depth)
    elif dep in {"conj", "advcl"} and verbal:
        found = subjects(tree, head, depth + 1)
    elif dep in {"xcomp", "ccomp", "oprd"}:
        found = controller(tree, head, depth + 1)
    elif dep in {"pcomp", "prep"}:
        found = _of_gerund(tree, tree.head[head] if dep == "pcomp" else head, depth)
    return found


def _of_noun(tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
    """A participle's subject is the noun it modifies; an infinitive's is whoever the noun belongs to."""
    if tree.tag[verb] != "VB":
        return conjuncts(tree, noun)
    if owner := tree.kids(noun, "poss"):
        return owner
    governor = tree.head[noun]
    if governor != noun and tree.tag[governor].startswith("VB"):
        return subjects(tree, governor, depth + 1)
    return []


def _of_gerund(tree: Tree, governor: int, depth: int) -> list[int]:
    if tree.tag[governor].startswith("VB"):
        return controller(tree, governor, depth + 1)
    return tree.kids(governor, "poss")


def controller(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Whose the deed below `verb` is: the object of a verb of ordering or asking, else the subject."""
    operator = lexicon.operators().get(tree.lemma[verb])
    if operator is not None and operator.control == "object" and not passive(tree, verb):
        below = [head for kid in tree.kids(verb, "dobj", "dative") for head in conjuncts(tree, kid)]
        if not below:
            below = [head for kid in tree.kids(verb, "prep") for head in objects_of(tree, kid)][:1]
        return below
    return subjects(tree, verb, depth)


def _by(tree: Tree, token: int) -> list[int]:
    """Heads of "by …" below a passive verb or a noun."""
    return [
        head
        for kid in tree.children[token]
        if tree.dep[kid] in {"agent", "prep"} and tree.lower[kid] == "by"
        for head in objects_of(tree, kid)
    ]


def _verb_roles(tree: Tree, deed: Deed) -> tuple[list[int], list[int]]:
    verb, frame = deed.verb, deed.verb_frame
    surface = subjects(tree, verb)
    if passive(tree, verb):
        return _by(tree, verb), surface
    patients = _objects(tree, verb)
    if frame is not None:
        if frame.target and (target := _under(tree, verb, frame.target)):
            patients = target
        elif not patients:
            patients = _under(tree, verb, frame.preps)
        if frame.subject == "patient" and not patients:
            return [], surface
    return surface, patients


def _objects(tree: Tree, verb: int) -> list[int]:
    own = [head for kid in tree.kids(verb, "dobj") for head in conjuncts(tree, kid)]
    if not own:
        own = _controlled_object(tree, verb)
    if not own and tree.dep[verb] == "relcl" and _gap(tree, verb):
        own = [tree.head[verb]]
    if not own:
        own = [head for kid in tree.kids(verb, "dative") for head in conjuncts(tree, kid) if tree.pos[kid] != "ADP"]
    if (
        not own
        and (later := tree.child(verb, "conj")) is not None
        and tree.child(verb, "prep", "xcomp", "ccomp") is None
    ):
        own = [head for kid in tree.kids(later, "dobj") for head in conjuncts(tree, kid)]
    return own


def _controlled_object(tree: Tree, verb: int) -> list[int]:
    """The object of "told the crew to leave" where the parser makes the crew the subject of leaving."""
    operator = lexicon.operators().get(tree.lemma[verb])
    if operator is None or operator.control != "object":
        return []
    for kid in tree.kids(verb, "ccomp", "xcomp"):
        if any(tree.lower[word] == "to" for word in tree.kids(kid, "aux")):
            return [head for below in tree.kids(kid, *_SUBJECT) for head in conjuncts(tree, below)]
    return []


def _gap(tree: Tree, verb: int) -> bool:
    """Whether a relative clause lacks its object: it has its own subject, no object, no stranded or relative adverb."""
    own = tree.kids(verb, "nsubj")
    if not own or tree.tag[own[0]] in {"WDT", "WP"}:
        return False
    return not any(
        tree.dep[kid] in {"dobj", "ccomp", "xcomp"}
        or tree.tag[kid] == "WRB"
        or (tree.dep[kid] == "prep" and not objects_of(tree, kid))
        for kid in tree.children[verb]
    )


def _under(tree: Tree, token: int, preps: frozenset[str]) -> list[int]:
    """Heads below the first preposition of `preps` under `token`; "dative" stands for an indirect object."""
    for kid in tree.children[token]:
        if tree.dep[kid] == "dative" and "dative" in preps:
            return conjuncts(tree, kid) if tree.pos[kid] != "ADP" else objects_of(tree, kid)
        marks = tree.dep[kid] in {"prep", "agent", "dative", "prt", "advmod"} and tree.lower[kid] in preps
        if marks and (below := objects_of(tree, kid)):
            return below
    return []


def _noun_roles(tree: Tree, deed: Deed) -> tuple[list[int], list[int]]:
    noun, frame = deed.head, deed.noun_frame
    assert frame is not None  # noqa: S101 -- what makes a deed nominal
    agents: list[int] = _by(tree, noun)
    patients: list[int] = []
    for kid in tree.children[noun]:
        dep = tree.dep[kid]
        if dep == "prep" and tree.lower[kid] in frame.agent_preps:
            agents += objects_of(tree, kid)
        elif dep == "prep" and tree.lower[kid] in frame.patient_preps:
            patients += objects_of(tree, kid)
        elif dep == "poss":
            (agents if frame.poss == "agent" else patients).append(kid)
        elif dep in {"compound", "amod", "nmod"} and tree.ent[kid] in {"ORG", "GPE", "NORP", "PERSON"}:
            (agents if frame.poss == "agent" and tree.ent[kid] in {"NORP", "GPE"} else patients).append(kid)
        elif dep == "compound" and tree.pos[kid] in {"NOUN", "PROPN"} and "of" in frame.patient_preps:
            patients.append(kid)
    if deed.verb != noun:
        own = _by(tree, deed.verb) if passive(tree, deed.verb) else subjects(tree, deed.verb)
        agents = own or agents
        if not patients:
            patients = _under(tree, deed.verb, frame.patient_preps | {"dative"})
    return agents, patients
