"""What the grammar of a sentence allows a pronoun to refer to, after the binding principles of Chomsky (1981).

A reflexive is the subject of its clause (principle A); a pronoun is never another argument of its own clause (B); and
a name inside the clause that a pronoun is the subject or object of names somebody else (C).
"""

from __future__ import annotations

from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import lexical, modifiers, phrase_relations, relations
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import can_act
from onrecord.language.syntax.false_objects import subjects_within
from onrecord.language.syntax.phrases import objects_under
from onrecord.language.syntax.tags import INFINITIVE_OR_GERUND, NOUNS, PLURAL, SINGULAR, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import in_order, word_set

_PERCENT = word_set("percent")
_QUANTITIES = word_set("quantity")
_REFLEXIVE = in_order("reflexive_ending")
_CLIMB = 30
"""Most steps up the tree from a word; no real sentence is deeper."""


def is_reflexive(tree: Tree, token: int) -> bool:
    """Whether a token is "himself" or the like."""
    return tree.lower[token].endswith(_REFLEXIVE)


def bound_by(tree: Tree, token: int) -> list[int]:
    """Head tokens of what a reflexive refers to: the subjects of its clause, or the word it stresses."""
    over = tree.head[token]
    if tree.pos[over] in NOUNS:
        return [over]
    for _ in range(_CLIMB):
        if tree.pos[over] in VERBAL:
            return [subject for subject in clause(tree, over).subjects if subject != token]
        over = tree.head[over]
    return []


def disjoint(tree: Tree, item: Ment, anaphor: Ment) -> bool:  # noqa: PLR0911 - one return for each relation
    """Whether a pronoun and a mention are two arguments of one verb, or one is inside the other's phrase."""
    if anaphor.form != "pronoun" or item.sent != anaphor.sent or is_reflexive(tree, anaphor.head):
        return False
    if _in_relative_clause_on(tree, item, anaphor):
        return True
    if phrase_relations.is_possessor(tree, anaphor.head):
        return _owns_apposition(tree, item, anaphor)
    held = phrase_relations.is_object_of_preposition(tree, anaphor.head)
    verb = tree.head[anaphor.head]
    if not (relations.is_object(tree, anaphor.head) or held or relations.is_active_subject(tree, anaphor.head)):
        return False
    other = tree.head[item.head]
    if other == verb and verb not in (anaphor.head, item.head):
        return True
    if relations.is_object(tree, anaphor.head) and item.head in _silent_subjects(tree, verb):
        return True
    if held and other == tree.head[verb]:
        argument = relations.is_active_subject(tree, item.head) or relations.is_direct_object(tree, item.head)
        return argument and tree.pos[other] == "VERB" and phrase_relations.is_plain_preposition(tree, verb)
    return False


def _in_relative_clause_on(tree: Tree, item: Ment, anaphor: Ment) -> bool:
    """Whether a pronoun is subject or object in a mention's relative clause: "a guide whom she had paid"."""
    verb = tree.head[anaphor.head]
    argument = relations.is_subject(tree, anaphor.head) or relations.is_object(tree, anaphor.head)
    return argument and phrase_relations.is_relative_clause(tree, verb) and tree.head[verb] == item.head


def _owns_apposition(tree: Tree, item: Ment, anaphor: Ment) -> bool:
    """Whether a possessive is in an apposition to a mention, and so is not that mention.

    As in "Halden Air, its first buyer".
    """
    noun = tree.head[anaphor.head]
    return phrase_relations.is_apposition(tree, noun) and tree.head[noun] == item.head


def owners(tree: Tree, pronoun: int) -> tuple[int, ...]:
    """Subjects, implied ones included, of the clause that has a possessive after its verb.

    "The ministry told the port to lower its fares": the port is the implied subject of "lower".
    """
    if not phrase_relations.is_possessor(tree, pronoun):
        return ()
    over = tree.head[pronoun]
    for _ in range(_CLIMB):
        if tree.pos[over] in VERBAL:
            found = clause(tree, over).subjects if over < pronoun else ()
            return tuple(_own_possessor(tree, subject, pronoun) for subject in found)
        if tree.head[over] == over:
            break
        over = tree.head[over]
        owner = modifiers.possessor(tree, over)
        if owner is not None and owner < pronoun:
            return (owner,)  # "the port's report on its fares"
    return ()


def _own_possessor(tree: Tree, subject: int, pronoun: int) -> int:
    """The possessor of a subject, if it is the same pronoun again ("its rate is its lowest"), else the subject."""
    possessor = modifiers.possessor(tree, subject)
    return possessor if possessor is not None and tree.lower[possessor] == tree.lower[pronoun] else subject


def plural_tellers(tree: Tree, pronoun: int) -> list[int]:
    """Plural subjects of the clause that a clause with "they" as its subject completes: "Voters say they are tired".

    So are a number or share ("a third say they are tired"), and "who" if it stands for several.
    """
    verb = tree.head[pronoun]
    if not relations.is_subject(tree, pronoun) or not relations.is_complement_clause(tree, verb):
        return []
    subjects = clause(tree, tree.head[verb]).own_subjects
    return [subject for subject in subjects if subject < pronoun and _are_several(tree, antecedent(tree, subject))]


def tellers(tree: Tree, pronoun: int) -> list[int]:
    """Subjects of a verb of saying above the clause that "he" or "she" is the subject of: "Lund said that he paid".

    In news, whoever says it is mostly whom it is said of. Between the two only clauses complete or continue another.
    """
    if not relations.is_subject(tree, pronoun):
        return []
    verb = tree.head[pronoun]
    for _ in range(_CLIMB):
        above = tree.head[verb]
        complement = relations.is_complement_clause(tree, verb)
        if (
            above == verb
            or not (complement or phrase_relations.is_conjunct(tree, verb))
            or tree.pos[above] not in VERBAL
        ):
            return []
        if complement and tree.lemma[above] in lexical.speaking():
            subjects = clause(tree, above).subjects
            return [antecedent(tree, subject) for subject in subjects if subject < pronoun]
        if any(subject != pronoun for subject in clause(tree, above).own_subjects):
            return []
        verb = above
    return []


def told(tree: Tree, pronoun: int) -> list[int]:
    """Objects of the verb of saying whose subjects are the `tellers` of a pronoun: "Lund told Brekke that he paid"."""
    verb = tree.head[pronoun]
    for _ in range(_CLIMB):
        if relations.is_complement_clause(tree, verb):
            return list(clause(tree, tree.head[verb]).own_objects)
        if tree.head[verb] == verb:
            return []
        verb = tree.head[verb]
    return []


def _are_several(tree: Tree, noun: int) -> bool:
    return tree.tag[noun] in PLURAL or tree.pos[noun] == "NUM" or tree.lower[noun] in _PERCENT | _QUANTITIES


def is_object_beside(tree: Tree, noun: int, pronoun: int) -> bool:
    """Whether a noun is the object in a clause without its own subject that contains a possessive.

    "He asked for money to help Lund with his defence": the defence is Lund's, the person helped.
    """
    prep = tree.head[tree.head[pronoun]]
    if not phrase_relations.is_possessor(tree, pronoun) or not phrase_relations.is_plain_preposition(tree, prep):
        return False
    verb = tree.head[prep]
    beside = relations.is_direct_object(tree, noun) and tree.head[noun] == verb and noun < pronoun
    return beside and tree.tag[verb] in INFINITIVE_OR_GERUND and not clause(tree, verb).own_subjects


def fronted_subjects(tree: Tree, anaphor: Ment) -> list[int]:
    """Singular subjects of a clause that opens the sentence before a subject "it", the nearest first.

    "Although the ministry says surveillance is rare, it has spread": "it" refers to the subject before it (parallel
    function, Chambers and Smyth 1998), whether that is an actor or not.
    """
    if not relations.is_active_subject(tree, anaphor.head):
        return []
    verb = tree.head[anaphor.head]
    before = [kid for kid in tree.children[verb] if kid < anaphor.head and relations.is_adverbial_clause(tree, kid)]
    if not before:
        return []
    return [token for token in reversed(subjects_within(tree, before[-1])) if tree.tag[token] in SINGULAR]


def told_by_or_of(tree: Tree, pronoun: int) -> list[int]:
    """What "it" stands for, or may stand for, in what somebody says for a body or about a thing; empty elsewhere."""
    return _spoken_for(tree, pronoun) or _spoken_of(tree, pronoun)


def _spoken_for(tree: Tree, pronoun: int) -> list[int]:
    """Bodies for which a spokesperson says a clause with "it" as its subject: "A spokesman for the port said it paid".

    Also "the port's spokesman" and "Halden Port spokeswoman Ida Moss".
    """
    verb = tree.head[pronoun]
    if not relations.is_subject(tree, pronoun) or not relations.is_complement_clause(tree, verb):
        return []
    told_by = clause(tree, tree.head[verb]).own_subjects
    near = (token for head in told_by for token in (head, *modifiers.titles_beside(tree, head)))
    role = next((token for token in near if tree.lemma[token] in word_set("speaks_for_body")), None)
    if role is None or role > pronoun:
        return []
    bodies = [*objects_under(tree, role, "for", "of"), *modifiers.possessors(tree, role)]
    return bodies or [token for token in modifiers.compounds(tree, role) if tree.ent[token] == "ORG"]


def _spoken_of(tree: Tree, pronoun: int) -> list[int]:
    """The thing that a sentence tells of before it gives a reason: "rejected the bid, saying that it was too low".

    "It" may be that thing or who says so, and is then neither.
    """
    verb = tree.head[pronoun]
    if not relations.is_subject(tree, pronoun) or not relations.is_complement_clause(tree, verb):
        return []
    saying = tree.head[verb]
    if tree.tag[saying] != "VBG" or not relations.is_adverbial_clause(tree, saying):
        return []
    objects = clause(tree, tree.head[saying]).own_objects
    return [token for token in objects if token < saying and tree.tag[token] == "NN" and not can_act(tree, token)]


def _silent_subjects(tree: Tree, verb: int) -> list[int]:
    """Subjects that a clause without its own takes from another verb: "wrote, asking them to wait", "met and hugged".

    None for an infinitive after an object: "they asked the port to tell them".
    """
    if clause(tree, verb).own_subjects:
        return []
    over = tree.head[verb]
    if relations.is_open_complement(tree, verb) and clause(tree, over).own_objects:
        return []
    joined = phrase_relations.is_conjunct(tree, verb)
    if joined or relations.is_adverbial_clause(tree, verb) or relations.is_open_complement(tree, verb):
        return list(clause(tree, verb).subjects if joined else clause(tree, over).nominative[:1])
    return []


def commands(tree: Tree, anaphor: Ment, item: Ment) -> bool:
    """Whether a mention is inside the clause that a pronoun before it is the subject or object of.

    In "He described Voss", he is not Voss. A predicate noun is the pronoun ("he is the mayor, Ola Lund"), but its
    possessor is not ("it is Haldeno's oldest ship"). A clause on a noun is exempt, because it may repeat a name to
    avoid confusion: "He met Moe, who had told Voss to come".
    """
    token = anaphor.head
    if item.start <= token or not (relations.is_subject(tree, token) or relations.is_object(tree, token)):
        return False
    verb, word, same = tree.head[token], item.head, True
    """`same`: every step up was an apposition, so the word reached is what the mention names."""
    for _ in range(_CLIMB):
        above = tree.head[word]
        if above == verb:
            return not (
                (same and relations.is_predicate_noun(tree, word))
                or relations.is_parenthesis(tree, word)
                or (phrase_relations.is_conjunct(tree, word) and bool(clause(tree, word).own_subjects))
            )
        if (
            above == word
            or phrase_relations.is_relative_clause(tree, word)
            or phrase_relations.is_adnominal_clause(tree, word)
        ):
            return False
        same = same and phrase_relations.is_apposition(tree, word)
        word = above
    return False
