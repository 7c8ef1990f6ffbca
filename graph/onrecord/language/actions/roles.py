"""The agents and patients of a deed, as heads of their phrases."""

from __future__ import annotations

from onrecord.action_kinds import ACT
from onrecord.language.actions.frame_conditions import AMOUNTS, others_called_on
from onrecord.language.actions.negation import signs
from onrecord.language.actions.readings import Roles
from onrecord.language.actions.triggers import Deed, noun_frame
from onrecord.language.kinds import NATIONS
from onrecord.language.lexicon import NounFrame, VerbFrame, of_class, reporting_verbs
from onrecord.language.syntax.attachment import linked_heads
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import can_act
from onrecord.language.syntax.dependents import active_subjects, auxiliaries, open_complement
from onrecord.language.syntax.modifiers import bare_adnominals, possessors, premodifiers, prepositions
from onrecord.language.syntax.phrase_relations import is_compound, is_object_of_preposition
from onrecord.language.syntax.phrases import (
    INDIRECT_OBJECT,
    NOMINAL,
    conjuncts,
    objects_linked,
    objects_of,
    whole_words,
)
from onrecord.language.syntax.relations import is_direct_object, is_object_predicate, is_subject
from onrecord.language.syntax.tags import NOUNS, PLACES, TIMES, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.voice import by
from onrecord.word_sets import in_order, word_set

_NAMES = frozenset({"ORG", "GPE", "NORP", "PERSON", "FAC", "LOC"})
_PLACING = word_set("placing")
"""Prepositions whose object is a target only if it is a name: "in Kenya", not "in response"."""
_AIMED = in_order("acts_upon")
"""Prepositions that mark the patient of verbs that are not in the lexicon: "railed against the bank"."""
_MEASURES = AMOUNTS | TIMES
_HIS = word_set("his_or_her")
_BODIES = frozenset({"ORG"})


def arguments(
    tree: Tree, deed: Deed, things: frozenset[int] = frozenset(), speaking: frozenset[int] = frozenset()
) -> Roles:
    """Heads of agents and of patients, each in text order and without duplicates.

    `things` are tokens that do not name an actor, `speaking` the verbs that are cues of statements.
    """
    frame = deed.noun_frame or deed.verb_frame
    verbal = clause(tree, deed.verb)
    if deed.verb_frame is not None and deed.verb_frame.undergoes and not verbal.passive:
        acted = any(can_act(tree, head) for head in verbal.objects)  # "lost her brother": he is the patient
        if not acted:
            return _undergone(tree, deed, deed.verb_frame)
    if deed.noun_frame is not None:
        agents, patients = _noun_roles(tree, deed, deed.noun_frame)
    else:
        agents, patients = _verb_roles(tree, deed, things, speaking)
    agents, patients = _nominal(tree, agents), _nominal(tree, patients)
    if frame is not None and frame.reciprocal and len(agents) > 1 and not _actors(tree, patients):
        return Roles(tuple(agents), tuple(agents))
    return Roles(tuple(agents), tuple(item for item in patients if item not in agents))


def _undergone(tree: Tree, deed: Deed, frame: VerbFrame) -> Roles:
    """Roles of verbs of losing, suffering, receiving: the subject is the patient, the source the agent."""
    found = clause(tree, deed.verb)
    linked = (objects_linked(tree, word, frame.preps) for word in (*found.objects, deed.verb))
    givers = next((heads for heads in linked if heads), [])
    patients = [head for head in _nominal(tree, list(found.subjects)) if head not in givers]
    return Roles(tuple(_nominal(tree, givers)), tuple(patients))


def _nominal(tree: Tree, heads: list[int]) -> list[int]:
    there = [word for head in heads for word in _of_none(tree, head)]
    return whole_words(tree, sorted({head for head in there if tree.pos[head] in NOMINAL and not _dated(tree, head)}))


def _of_none(tree: Tree, head: int) -> list[int]:
    """For "none of the ministers", the ministers, who did not do it; "nobody" is not a participant."""
    return objects_linked(tree, head, ("of",)) if tree.lower[head] in signs("absent") else [head]


def _dated(tree: Tree, head: int) -> bool:
    """Whether a noun is a date below a preposition ("the crash of 2008")."""
    return is_object_of_preposition(tree, head) and tree.ent[head] in TIMES


def _actors(tree: Tree, heads: list[int]) -> list[int]:
    """The heads that are not deeds themselves."""
    return [head for head in heads if tree.pos[head] != "NOUN" or noun_frame(tree, head) is None]


def _verb_roles(
    tree: Tree, deed: Deed, things: frozenset[int], speaking: frozenset[int]
) -> tuple[list[int], list[int]]:
    verb, frame = deed.verb, deed.verb_frame
    found = clause(tree, verb)
    surface = list(found.subjects)
    first = frame.through if frame else ""
    if found.passive:
        return _passive_roles(tree, verb, _through(tree, surface, first))
    patients = acted_on(tree, deed)
    inner = _through(tree, patients, first, others=deed.kind in word_set("kinds_at_others"))
    if frame is not None and frame.target and inner == patients:
        inner = _targets(tree, verb, patients, frame.target) or patients or objects_linked(tree, verb, frame.preps)
    if frame is not None and frame.subject == "patient":
        inner = [head for head in inner if tree.ent[head] not in _MEASURES]  # "fell two percent", "was down on Monday"
    if not inner and verb not in speaking and _happens(tree, deed, surface, things):
        return [], surface
    return surface, inner


def acted_on(tree: Tree, deed: Deed) -> list[int]:
    """Heads of the object of an active verb, including nouns that are deeds."""
    found, frame = list(clause(tree, deed.verb).objects), deed.verb_frame
    if not found and frame is None and deed.noun_frame is None and len(deed.tokens) == 1:
        # "at times they railed against the bank": a phrase before the verb says when or where
        return [
            head for head in objects_linked(tree, deed.verb, _AIMED) if head > deed.verb or tree.ent[head] in _NAMES
        ]
    if frame is not None and frame.needs == "others":
        return list(others_called_on(tree, deed.verb))
    if not found and frame is not None:
        particles = [head for part in deed.tokens[1:] for head in objects_of(tree, part)]
        found = particles or ([] if frame.target else objects_linked(tree, deed.verb, frame.preps))
    return found


def _passive_roles(tree: Tree, verb: int, surface: list[int]) -> tuple[list[int], list[int]]:
    doers = list(clause(tree, verb).agents)
    if open_complement(tree, verb) is not None and tree.lemma[verb] in reporting_verbs() | of_class("attitude"):
        return doers, []  # "is said to be costly": nothing is done to it
    if is_object_predicate(tree, verb) and clause(tree, tree.head[verb]).passive:
        return [], surface  # "was ordered closed by the court": the court ordered
    return doers, surface


def _happens(tree: Tree, deed: Deed, surface: list[int], things: frozenset[int]) -> bool:
    """Whether an intransitive verb expresses what happens to its subject ("died", "the talks ended")."""
    frame = deed.verb_frame
    if frame is not None and frame.subject == "patient":
        return True
    moving = deed.kind in word_set("moving_kinds")  # "the plane left"
    if surface and things.issuperset(surface) and not clause(tree, deed.verb).complements and not moving:
        return True
    plain = frame is None and deed.kind == ACT and not clause(tree, deed.verb).complements
    return bool(surface) and (plain or (frame is not None and frame.ergative)) and not _actors(tree, surface)


def _targets(tree: Tree, verb: int, objects: list[int], preps: tuple[str, ...]) -> list[int]:
    """Heads below one of the target prepositions `preps`, which may depend on the objects or on the verb."""
    for below in linked_heads(tree, (*objects, verb), preps):
        if tree.lower[tree.head[below[0]]] not in _PLACING or any(tree.ent[head] in _NAMES for head in below):
            return below
    return []


def _through(tree: Tree, patients: list[int], first: str, *, others: bool = False) -> list[int]:
    """The actors in the phrase of a deed that is rejected, demanded or supported; empty if there are none.

    "His" usually refers to the agent ("defended his record"), but with `others` to somebody else ("mocked his record").
    """
    if not first:
        return patients
    found = []
    for head in patients:
        frame = noun_frame(tree, head) if tree.pos[head] == "NOUN" else None
        agents, targets = _inside(tree, head, frame) if frame else (_side(tree, head, others=others), [])
        targets = [item for item in targets if not is_compound(tree, item) or tree.ent[item]]
        chosen = (agents or targets) if first == "agent" else (targets or agents)
        found += [item for item in chosen if others or tree.tag[item] != "PRP$"] or [head]
    return found


def _side(tree: Tree, noun: int, *, others: bool = False) -> list[int]:
    """The owner of a side, right, policy or property, or of a person's things ("mocked his hands")."""
    if tree.lemma[noun] not in word_set("aspects"):
        owned = [] if can_act(tree, noun) or tree.pos[noun] != "NOUN" else possessors(tree, noun)
        persons = [kid for kid in owned if tree.ent[kid] == "PERSON" or (others and tree.lower[kid] in _HIS)]
        return [head for kid in persons for head in conjuncts(tree, kid)]
    return [head for kid in possessors(tree, noun) for head in conjuncts(tree, kid)] or objects_linked(
        tree, noun, in_order("of_or_to")
    )


def _inside(tree: Tree, noun: int, frame: NounFrame) -> tuple[list[int], list[int]]:
    """Agents and patients named in the noun's own phrase."""
    agents = by(tree, noun)
    patients: list[int] = []
    for kid in prepositions(tree, noun):
        if tree.lower[kid] in frame.agent_preps:
            agents += objects_of(tree, kid)
        elif tree.lower[kid] in frame.patient_preps:
            patients += objects_of(tree, kid)
    for kid in possessors(tree, noun):
        (agents if frame.poss == "agent" else patients).extend(conjuncts(tree, kid))
    before = [(kid, _before(tree, kid, frame)) for kid in premodifiers(tree, noun)]
    agents += [kid for kid, role in before if role == "agent"]
    weak = [kid for kid, role in before if role == "patient"]
    if tree.pos[noun] == "NOUN" and not auxiliaries(tree, noun):
        agents += [head for kid in active_subjects(tree, noun) if kid < noun for head in conjuncts(tree, kid)]
    agents += [head for kid in bare_adnominals(tree, noun) if clause(tree, kid).passive for head in by(tree, kid)]
    return agents, patients or weak


def _before(tree: Tree, word: int, frame: NounFrame) -> str:
    """The role of the word directly before a noun: the agent in "US attack", the place in "Halden attack"; "" if none.

    A place name in capitals is a state whose name is used as an adjective.
    """
    kind = tree.ent[word]
    if frame.agent_ents or frame.patient_ents:
        kind = "NORP" if kind == "GPE" and tree.text[word].replace(".", "").isupper() else kind
        return "agent" if kind in frame.agent_ents else "patient" if kind in frame.patient_ents else ""
    if kind not in _NAMES:
        held = is_compound(tree, word) and tree.pos[word] in NOUNS and "of" in frame.patient_preps
        return "patient" if held else ""
    if frame.kind in word_set("placed_kinds") and kind in PLACES:
        return ""  # "the U.S. release of the tablet"
    body = kind in NATIONS or (kind in _BODIES and "of" not in frame.patient_preps)
    return "agent" if frame.poss == "agent" and body else "patient"


def _noun_roles(tree: Tree, deed: Deed, frame: NounFrame) -> tuple[list[int], list[int]]:
    noun = deed.head
    agents, patients = _inside(tree, noun, frame)
    if deed.verb != noun:
        agents = list(clause(tree, deed.verb).doers) or agents
        patients = objects_linked(tree, deed.verb, (*frame.patient_preps, INDIRECT_OBJECT)) or patients
    elif not agents and (given := _given(tree, noun, frame)):
        agents = given
    elif not agents and (doers := _underway(tree, noun)):
        agents = doers
    elif not agents and (frame.poss == "agent" or frame.kind in word_set("carried_kinds")):
        agents = _carried(tree, noun)
    if not agents:
        works = [item for item in patients if tree.lower[tree.head[item]] == "of"]
        agents = [head for item in works for head in by(tree, item)]  # "criticism of her work by the bishop"
        patients = [item for item in patients if item not in agents]
    return agents, _through(tree, patients, frame.through, others=frame.kind in word_set("kinds_at_others"))


def _underway(tree: Tree, noun: int) -> list[int]:
    """The agents of a noun in a clause that says it exists ("an inquiry is under way by the bank")."""
    verb = tree.head[noun]
    return by(tree, verb) if is_subject(tree, noun) and tree.lemma[verb] in word_set("copula") else []


def _given(tree: Tree, noun: int, frame: NounFrame) -> list[int]:
    """The agents of a noun whose deed somebody receives ("won an order from the airline")."""
    verb = tree.head[noun]
    if not is_direct_object(tree, noun) or tree.lemma[verb] not in of_class("receiver"):
        return []
    return objects_linked(tree, verb, tuple(sorted(frame.agent_preps - word_set("agent_of_noun"))))


def _carried(tree: Tree, noun: int) -> list[int]:
    """The subject of a support verb, which is the agent of the noun ("announced plans", "is in negotiations")."""
    verb = tree.head[noun]
    if is_object_of_preposition(tree, noun) and tree.lower[verb] in word_set("carrying"):
        kind = "vehicle" if tree.lemma[noun] in word_set("vehicles") else "state"
        verb = tree.head[verb]
        carries = kind == "vehicle" or tree.lemma[verb] in word_set("stays_in_state")
    else:
        carries = is_direct_object(tree, noun) and tree.lemma[verb] in of_class("carrier")
    if not carries or tree.pos[verb] not in VERBAL:
        return []
    return list(clause(tree, verb).doers)
