"""Who did it and to whom: the heads of the agents' and patients' phrases of a deed."""

from __future__ import annotations

from onrecord.language.actions import lexicon
from onrecord.language.actions.deeds import Deed, noun_frame
from onrecord.language.actions.lexicon import NounFrame
from onrecord.language.syntax.control import doers, objects, subjects
from onrecord.language.syntax.phrases import NOMINAL, conjuncts, objects_of, whole_words
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.voice import agents_of_passive, by, is_passive

_NAMES = frozenset({"ORG", "GPE", "NORP", "PERSON", "FAC", "LOC"})
_PLACING = frozenset({"in", "at", "near", "from"})
"""Prepositions that make a target only of what has a name: "in Kenya", not "in response"."""
_NATIONS = frozenset({"NORP", "GPE"})
_BODIES = frozenset({"ORG"})


def roles(tree: Tree, deed: Deed, things: frozenset[int] = frozenset()) -> tuple[list[int], list[int]]:
    """Heads of agents and of patients, each in text order, without repeats; `things` are tokens that name no actor."""
    frame = deed.noun_frame or deed.verb_frame
    if deed.noun_frame is not None:
        agents, patients = _noun_roles(tree, deed, deed.noun_frame)
    else:
        agents, patients = _verb_roles(tree, deed, things)
    agents, patients = _nominal(tree, agents), _nominal(tree, patients)
    if frame is not None and frame.reciprocal and len(agents) > 1 and not _actors(tree, patients):
        return agents, agents
    return agents, [item for item in patients if item not in agents]


def _nominal(tree: Tree, heads: list[int]) -> list[int]:
    return whole_words(tree, sorted({head for head in heads if tree.pos[head] in NOMINAL and not _dated(tree, head)}))


def _dated(tree: Tree, head: int) -> bool:
    """Whether a phrase is a date below a preposition ("the crash of 2008")."""
    return tree.dep[head] == "pobj" and tree.ent[head] in {"DATE", "TIME"}


def _actors(tree: Tree, heads: list[int]) -> list[int]:
    """Those heads that are no deeds themselves."""
    return [head for head in heads if tree.pos[head] != "NOUN" or noun_frame(tree, head) is None]


def _verb_roles(tree: Tree, deed: Deed, things: frozenset[int]) -> tuple[list[int], list[int]]:
    verb, frame = deed.verb, deed.verb_frame
    surface = subjects(tree, verb)
    first = frame.through if frame else ""
    if is_passive(tree, verb):
        return _passive_roles(tree, verb, _through(tree, surface, first))
    patients = acted_on(tree, deed)
    inner = _through(tree, patients, first)
    if frame is not None and frame.target and inner == patients:
        inner = _targets(tree, verb, patients, frame.target) or patients or _under(tree, verb, frame.preps)
    if not inner and _happens(tree, deed, surface, things):
        return [], surface
    return surface, inner


def acted_on(tree: Tree, deed: Deed) -> list[int]:
    """Heads of what stands as the object of a verb in the active, deeds among them as they are."""
    found, frame = objects(tree, deed.verb), deed.verb_frame
    if not found and frame is not None:
        particles = [head for part in deed.tokens[1:] for head in objects_of(tree, part)]
        found = particles or ([] if frame.target else _under(tree, deed.verb, frame.preps))
    return found


def _passive_roles(tree: Tree, verb: int, surface: list[int]) -> tuple[list[int], list[int]]:
    doers = agents_of_passive(tree, verb)
    if tree.child(verb, "xcomp") is not None and tree.lemma[verb] in lexicon.words("speech") | lexicon.words(
        "attitude"
    ):
        return doers, []  # "is said to be costly": nothing is done to it
    if tree.dep[verb] == "oprd" and is_passive(tree, tree.head[verb]):
        return [], surface  # "was ordered closed by the court": the court ordered
    return doers, surface


def _happens(tree: Tree, deed: Deed, surface: list[int], things: frozenset[int]) -> bool:
    """Whether a verb without an object tells what befalls its subject ("died", "the talks ended")."""
    frame = deed.verb_frame
    if frame is not None and frame.subject == "patient":
        return True
    if surface and things.issuperset(surface) and tree.child(deed.verb, "ccomp", "xcomp") is None:
        return True
    plain = frame is None and deed.kind == lexicon.GENERIC and tree.child(deed.verb, "ccomp", "xcomp") is None
    return bool(surface) and (plain or (frame is not None and frame.ergative)) and not _actors(tree, surface)


def _targets(tree: Tree, verb: int, objects: list[int], preps: tuple[str, ...]) -> list[int]:
    """Heads below the target's preposition, at the object or, where the parser hung it there, at the verb."""
    for word in (*objects, verb):
        below = _under(tree, word, preps)
        if below and (
            tree.lower[tree.head[below[0]]] not in _PLACING or any(tree.ent[head] in _NAMES for head in below)
        ):
            return below
    return []


def _through(tree: Tree, patients: list[int], first: str) -> list[int]:
    """Where a deed or a side of somebody's is rejected, demanded, supported: the actors in its phrase, if any."""
    if not first:
        return patients
    found = []
    for head in patients:
        frame = noun_frame(tree, head) if tree.pos[head] == "NOUN" else None
        agents, targets = _inside(tree, head, frame) if frame else (_side(tree, head), [])
        targets = [item for item in targets if tree.dep[item] != "compound" or tree.ent[item]]
        chosen = (agents or targets) if first == "agent" else (targets or agents)
        found += [item for item in chosen if tree.tag[item] != "PRP$"] or [head]
    return found


def _side(tree: Tree, noun: int) -> list[int]:
    """Whose side, right, policy, property it is."""
    if tree.lemma[noun] not in lexicon.words("aspect"):
        return []
    return [head for kid in tree.kids(noun, "poss") for head in conjuncts(tree, kid)] or _under(
        tree, noun, ("of", "to")
    )


def _under(tree: Tree, token: int, preps: tuple[str, ...]) -> list[int]:
    """Heads below the first preposition of `preps` that `token` has; "dative" stands for an indirect object."""
    kids = [kid for kid in tree.children[token] if tree.dep[kid] in {"prep", "agent", "dative", "prt", "advmod"}]
    for prep in preps:
        for kid in kids:
            if prep == "dative" and tree.dep[kid] == "dative" and tree.pos[kid] != "ADP":
                return conjuncts(tree, kid)
            if tree.lower[kid] == prep or (prep == "dative" and tree.dep[kid] == "dative"):
                below = [head for head in objects_of(tree, kid) if tree.ent[head] not in {"DATE", "TIME"}]
                if below:
                    return below
    return []


def _inside(tree: Tree, noun: int, frame: NounFrame) -> tuple[list[int], list[int]]:
    """Agents and patients named in the noun's own phrase."""
    agents = by(tree, noun)
    patients: list[int] = []
    weak: list[int] = []
    for kid in tree.children[noun]:
        dep = tree.dep[kid]
        if dep == "prep" and tree.lower[kid] in frame.agent_preps:
            agents += objects_of(tree, kid)
        elif dep == "prep" and tree.lower[kid] in frame.patient_preps:
            patients += objects_of(tree, kid)
        elif dep == "poss":
            (agents if frame.poss == "agent" else patients).extend(conjuncts(tree, kid))
        elif dep in {"compound", "amod", "nmod"} and tree.ent[kid] in _NAMES:
            doer = frame.poss == "agent" and (
                tree.ent[kid] in _NATIONS or (tree.ent[kid] in _BODIES and "of" not in frame.patient_preps)
            )
            (agents if doer else weak).append(kid)
        elif dep == "compound" and tree.pos[kid] in {"NOUN", "PROPN"} and "of" in frame.patient_preps:
            weak.append(kid)
        elif dep == "nsubj" and tree.child(noun, "cop", "aux") is None and tree.pos[noun] == "NOUN" and kid < noun:
            agents += conjuncts(tree, kid)
        elif dep == "acl" and is_passive(tree, kid):
            agents += by(tree, kid)
    return agents, patients or weak


def _noun_roles(tree: Tree, deed: Deed, frame: NounFrame) -> tuple[list[int], list[int]]:
    noun = deed.head
    agents, patients = _inside(tree, noun, frame)
    if deed.verb != noun:
        agents = doers(tree, deed.verb) or agents
        patients = _under(tree, deed.verb, (*frame.patient_preps, "dative")) or patients
    elif not agents and (given := _given(tree, noun, frame)):
        agents = given
    elif not agents and (frame.poss == "agent" or frame.kind in lexicon.words("carried")):
        agents = _carried(tree, noun)
    return agents, _through(tree, patients, frame.through)


def _given(tree: Tree, noun: int, frame: NounFrame) -> list[int]:
    """From whom the subject of the verb has what the noun names ("won an order from the airline")."""
    verb = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.lemma[verb] not in lexicon.words("receiver"):
        return []
    return _under(tree, verb, tuple(sorted(frame.agent_preps - {"by", "of", "between"})))


def _carried(tree: Tree, noun: int) -> list[int]:
    """The subject of a verb that tells what its own subject does ("announced plans", "is in negotiations")."""
    verb, dep = tree.head[noun], tree.dep[noun]
    if dep == "pobj" and tree.lower[verb] in {"in", "at", "during", "on", "under"}:
        kind = "vehicle" if tree.lemma[noun] in lexicon.words("vehicle") else "state"
        verb = tree.head[verb]
        carries = kind == "vehicle" or tree.lemma[verb] in {"be", "remain", "stay"}
    else:
        carries = dep == "dobj" and tree.lemma[verb] in lexicon.words("carrier")
    if not carries or tree.pos[verb] not in {"VERB", "AUX"}:
        return []
    return doers(tree, verb)
