"""Control: the subject of a verb, its own or inherited from the word that governs it.

`subjects` gives the surface subject, which is the undergoer in a passive; `doers` gives the agent.
"""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.phrases import conjuncts, objects_of
from onrecord.language.syntax.relations import is_infinitive, verb_above
from onrecord.language.syntax.reporters import reporter_above, set_off
from onrecord.language.syntax.subjects import (
    given_to_reporter,
    opened_by_that,
    own_subjects,
    subject_before_cut,
    subject_of_row,
)
from onrecord.language.syntax.tags import ACTORS, INFINITIVE_OR_GERUND, NOUNS, PARTICIPLES, SURELY_FINITE, VERBAL
from onrecord.language.syntax.transitivity import object_gap
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.voice import agents_of_passive, by, is_passive
from onrecord.word_sets import word_set

ADJUNCTS = word_set("adjunct_opener")
"""Prepositions whose gerund takes the subject of the clause with every verb."""
_ADDRESSED = word_set("calls_on_object")
"""Verbs of asking with a preposition: "called on the army to leave"."""
_PICKED = word_set("picks_out")
"""Words that make a noun the subject of its infinitive: "the first mayor to go"."""
_SOMEBODY = word_set("personal_pronoun")
_OF_OBJECT = word_set("gerund_of_object")
"""Prepositions whose gerund has the object of the verb as its subject, if the object is somebody."""
_HELD = frozenset({"dobj", "nsubjpass", "pobj"})
_TROUBLE = word_set("has_with_gerund")
"""Nouns in "have trouble doing something" and similar phrases."""
_DEPTH = 6
"""Most clauses through which control is followed upward."""


def doers(tree: Tree, verb: int) -> list[int]:
    """Heads of the agents of `verb`: the "by" phrase of a passive, else the subject, its own or inherited."""
    return agents_of_passive(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Heads of the surface subject of `verb`, its own or inherited, in text order."""
    if depth:
        return own_subjects(tree, verb) or _taken_over(tree, verb, depth)
    key = ("subjects", verb)
    found: list[int] | None = tree.known.get(key)
    if found is None:
        found = tree.known[key] = own_subjects(tree, verb) or _taken_over(tree, verb, depth)
    return found


def _taken_over(tree: Tree, verb: int, depth: int) -> list[int]:
    if depth > _DEPTH or tree.child(verb, "csubj", "csubjpass") is not None:
        return []  # "said leaving was necessary to save it": "leaving" is no subject for "save"
    dep, head = tree.dep[verb], tree.head[verb]
    below = tree.pos[head] in VERBAL
    found: list[int] = []
    if head == verb:
        found = subject_before_cut(tree, verb) or subject_of_row(tree, verb)
    elif dep in {"acl", "relcl"}:
        found = _of_noun(tree, verb, head, depth)
    elif dep in {"conj", "parataxis", "dep"} and below:
        given = given_to_reporter(tree, verb, verb - 1)  # "a letter that it says gave warning"
        above = beside(tree, verb) if dep == "conj" else head
        found = subjects(tree, above, depth + 1) if given is None else [given]
    elif dep == "advcl":
        found = _of_adverbial(tree, verb, head, depth) if below else _of_aside(tree, verb, head)
    elif dep in {"xcomp", "ccomp", "oprd", "acomp", "attr"}:
        found = _of_complement(tree, verb, head, depth)
    elif dep == "pcomp":
        found = _of_gerund(tree, head, depth)
    elif dep == "pobj" and tree.tag[verb] == "VBG":
        spent = _spent(tree, verb)
        found = [] if spent is None else subjects(tree, spent, depth + 1)  # "spent much of the year selling maps"
    elif dep == "amod":
        found = conjuncts(tree, head)
    return found


def _of_aside(tree: Tree, verb: int, noun: int) -> list[int]:
    """Subject of a participle that the parser hangs on a noun: "the firm, having sold the mine, left"."""
    behind = tree.tag[verb] in PARTICIPLES and tree.pos[noun] in NOUNS and noun < verb
    return conjuncts(tree, noun) if behind else []


def _of_complement(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    """Subject of a clause that completes `head`."""
    given = given_to_reporter(tree, verb, head)
    if given is not None:
        return [given]  # "the law, which they say ruined the town"
    finite = tree.dep[verb] == "ccomp"
    lost = verb > head and tree.tag[verb] in SURELY_FINITE and tree.kids(head, "dobj", "dative")
    if finite and (lost or opened_by_that(tree, head, verb)):
        return []  # "told the board that on Monday ... left"
    if tree.tag[verb] == "VBG" and _leaves_open_who(tree, head):
        return []  # "recommended closing it"
    found = controller(tree, head, depth + 1)
    if tree.lemma[verb] in lexical.reporting() and not any(can_act(tree, item) for item in found):
        return subjects(tree, head, depth + 1)  # "requested a meeting to discuss it": a meeting does not speak
    return found


def _leaves_open_who(tree: Tree, word: int) -> bool:
    """Whether a verb calls for a deed of others without naming them."""
    asks = tree.lemma[word] in lexical.calling_for_deeds() and tree.pos[word] == "VERB"
    return asks and not is_passive(tree, word) and not tree.kids(word, "dobj", "dative", "nsubjpass")


def beside(tree: Tree, verb: int) -> int:
    """The verb with which a verb is coordinated.

    Corrects the parser in "said that fares would rise and praised the firm": a past tense is never a conjunct of an
    infinitive, but of the nearest finite verb above.
    """
    found = head = tree.head[verb]
    again = reporter_above(tree, verb)
    if again is not None:
        return again
    if tree.tag[verb] not in SURELY_FINITE or tree.child(verb, "aux") is not None:
        return head
    for _ in range(_DEPTH):
        if tree.tag[found] in SURELY_FINITE:
            return found
        if tree.tag[found] not in INFINITIVE_OR_GERUND or tree.pos[tree.head[found]] not in VERBAL:
            break
        found = tree.head[found]
    return head


def _of_adverbial(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    """Subject of an adverbial clause: that of the governing verb, or for a gerund the possessor right before it."""
    if tree.tag[verb] == "VBG" and verb > 1 and tree.dep[verb - 1] == "case":
        return conjuncts(tree, tree.head[verb - 1])  # "complained about the miners' selling it"
    if tree.tag[verb] == "VBG" and tree.dep[tree.head[verb - 1]] == "agent":
        return conjuncts(tree, verb - 1)  # "followed by Kenya losing two"
    above = reporter_above(tree, verb)
    if above is None and tree.tag[verb] == "VBG" and tree.lemma[verb] not in lexical.reporting():
        # "Gunmen attacked the town, residents said, killing two"
        above = next((kid for kid in tree.kids(head, "ccomp") if kid < head < verb), None)
    if above is not None:
        return subjects(tree, above, depth + 1)
    listed = tree.text[tree.left_edge[verb] - 1] == "," and tree.tag[head] == "VB"  # "to meet it, to bring bread"
    if listed or not is_infinitive(tree, verb) or tree.lemma[verb] in word_set("own_aim"):
        return subjects(tree, head, depth + 1)  # "called the bank to try to speak with her"
    doer = by(tree, head) if is_passive(tree, head) else []
    return doer or controller(tree, head, depth + 1)  # "chose the firm to build it": the parser may attach it so


def _of_gerund(tree: Tree, prep: int, depth: int) -> list[int]:
    """Subject of a gerund below a preposition."""
    above = tree.head[prep]
    above = tree.head[above] if tree.pos[above] == "ADV" else above  # "stopped short of selling"
    held = tree.kids(above, "dobj")
    if tree.lower[prep] == "as" and held:
        return [item for kid in held for item in conjuncts(tree, kid)]  # "quoted him as saying"
    if tree.lower[prep] in _OF_OBJECT:
        found = _held_for(tree, prep, above, depth)
        if found:
            return found
    adjunct = tree.lower[prep] in ADJUNCTS and tree.pos[above] in VERBAL
    return (subjects if adjunct else controller)(tree, above, depth + 1)


def _held_for(tree: Tree, prep: int, above: int, depth: int) -> list[int]:
    """The person convicted of, jailed for, thanked for or prevented from the deed of the gerund.

    The parser may attach the preposition to the object and not to the verb.
    """
    if tree.pos[above] not in VERBAL:
        verb, of = tree.lemma[tree.head[above]], tree.lower[prep] == "of"
        if tree.dep[above] not in _HELD or (of and verb in word_set("accuses_of")):
            return conjuncts(tree, above) if tree.dep[above] in _HELD else []
        blamed = verb in lexical.gerund_control()  # "the business of selling" is nobody
        return conjuncts(tree, above) if can_act(tree, above) and (blamed or not of) else []
    if is_passive(tree, above):
        found = subjects(tree, above, depth + 1)
    else:
        found = [item for kid in tree.kids(above, "dobj") for item in conjuncts(tree, kid)]
        aimed = (kid for kid in tree.kids(above, "prep") if tree.lower[kid] in word_set("aimed_at"))
        found = found or [item for kid in aimed for item in objects_of(tree, kid)]  # "lashed out at the bank"
    blamed = lexical.gerund_control().get(tree.lemma[above]) == "object"
    return found if blamed or any(can_act(tree, item) for item in found) else []


def can_act(tree: Tree, head: int) -> bool:
    """Whether a noun or pronoun can refer to somebody, judged by the word alone."""
    if tree.pos[head] == "PRON":
        return tree.lower[head] in _SOMEBODY
    return tree.ent[head] in ACTORS or tree.lemma[head] in lexical.actor_nouns()


def controller(tree: Tree, word: int, depth: int = 0) -> list[int]:
    """Subject of the infinitive or gerund below `word`: the object of a verb of ordering, else its subject or owner."""
    if tree.pos[word] in NOUNS:
        return owner(tree, word, depth)
    controls = lexical.control().get(tree.lemma[word])
    if controls == "object" and not is_passive(tree, word) and tree.pos[word] == "VERB":
        below = [head for kid in tree.kids(word, "dobj", "dative") for head in conjuncts(tree, kid)]
        if not below and tree.lemma[word] in _ADDRESSED:
            below = [head for kid in tree.kids(word, "prep") for head in objects_of(tree, kid)]
        if below:
            return below
    found = subjects(tree, word, depth)
    return _of_plan(tree, found) if tree.lemma[word] == "be" else found


def _of_plan(tree: Tree, found: list[int]) -> list[int]:
    """The owner of the plan in "the firm's plan is to sell"; any other subject is returned unchanged."""
    plans = [head for head in found if tree.pos[head] == "NOUN" and not can_act(tree, head)]
    owners = [kid for head in plans for kid in tree.kids(head, "poss")]
    return [item for kid in owners for item in conjuncts(tree, kid)] or found


def _of_noun(tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
    """Subject of a participle (the noun it modifies) or infinitive (usually the noun's owner) on a noun."""
    found = _of_participle(tree, verb, noun, depth) if tree.tag[verb] == "VBG" else None
    if found is not None:
        return found
    if tree.tag[verb] != "VB" or is_passive(tree, verb):
        return conjuncts(tree, noun)
    headline = tree.dep[noun] == "ROOT"  # "Mayor to open bridge"
    if not object_gap(tree, verb) and (is_picked(tree, noun) or headline or tree.ent[noun] in ACTORS):
        return conjuncts(tree, noun)
    return owner(tree, noun, depth)


def _of_participle(tree: Tree, verb: int, noun: int, depth: int) -> list[int] | None:
    """Subject of a participle that is attached to a noun but belongs to the clause; None if the noun is its subject."""
    above = tree.head[noun]
    if tree.lemma[noun] in _TROUBLE and tree.dep[noun] == "dobj":
        return subjects(tree, above, depth + 1)  # "had no trouble selling"
    if is_issued(tree, noun):
        return doers(tree, above)  # "issued a statement saying ..."
    governor = _spent(tree, noun) or (verb_above(tree, noun) if set_off(tree, verb) else None)
    return None if governor is None else subjects(tree, governor, depth + 1)  # "spent the year selling"


def _spent(tree: Tree, noun: int) -> int | None:
    """The verb of spending with the time `noun` as object, perhaps through "of": "spent much of the year selling"."""
    while tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "of":
        noun = tree.head[tree.head[noun]]
    verb = tree.head[noun]
    time = tree.dep[noun] in {"dobj", "npadvmod"} and tree.ent[noun] not in {"MONEY", "CARDINAL"}
    return verb if time and tree.lemma[verb] in word_set("spends_time") else None


def is_picked(tree: Tree, noun: int) -> bool:
    """Whether a noun is the subject of its infinitive, which is a fact: "the first mayor to visit the island"."""
    picked = any(tree.lower[kid] in _PICKED for kid in tree.kids(noun, "amod", "advmod", "det"))
    return picked and tree.lemma[noun] not in word_set("never_picked")


def is_issued(tree: Tree, noun: int) -> bool:
    """Whether a noun is a document with a verb of issuing: whoever issues a statement says what it says."""
    document = tree.dep[noun] in {"dobj", "nsubjpass"} and tree.lemma[noun] in lexical.listed("documents")
    return document and tree.lemma[tree.head[noun]] in lexical.listed("issuing")


def owner(tree: Tree, noun: int, depth: int = 0) -> list[int]:
    """Owner of a noun: its possessor, a name before it, or the subject of its clause."""
    near = tree.kids(noun, "poss", "compound", "nmod")
    named = [kid for kid in near if tree.dep[kid] == "poss" or tree.ent[kid] in ACTORS]
    if named:
        return [head for kid in named for head in conjuncts(tree, kid)]
    above = tree.head[noun]
    while tree.pos[above] in {"ADP", "NOUN"} and tree.head[above] != above:
        above = tree.head[above]
    if above == noun or tree.pos[above] not in VERBAL or depth > _DEPTH:
        return []
    if tree.lemma[above] in word_set("opposes") and tree.lemma[noun] not in word_set("asks_to_act"):
        return []  # "blocked a plan to sell it": somebody else's plan
    if is_passive(tree, above):
        return agents_of_passive(tree, above)
    return [head for head in subjects(tree, above, depth + 1) if head != noun]


def predicated_of(tree: Tree, noun: int) -> list[int]:
    """Heads of the subject of which `noun` is the predicate: "Lee was the first member to vote"."""
    verb = tree.head[noun]
    if tree.dep[noun] != "attr" or tree.lemma[verb] not in word_set("copula") or tree.child(verb, "neg") is not None:
        return []
    return subjects(tree, verb)
