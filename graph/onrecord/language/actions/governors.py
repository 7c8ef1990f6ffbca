"""Finds the word that governs a deed as an operator; its effect on the deed is data (``operators.toml``)."""

from __future__ import annotations

from functools import cache

from onrecord.language import lexicon
from onrecord.language.lexicon import Operator
from onrecord.language.lexicon.records import Factuality
from onrecord.language.syntax import attachment, dependents, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import ADJUNCTS
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.tags import PARTICIPLES
from onrecord.language.syntax.tree import Tree
from onrecord.lexicon_files import whole
from onrecord.value_groups import AHEAD
from onrecord.word_sets import word_set

_NAMED = frozenset({"demanded", "considered", "threatened", "planned", "ended", "attempted"})
"""Modalities that a verb gives to a deed named by its object ("considered a ban")."""
_OF_DEED = word_set("before_called_for")
"""Prepositions between a call, a plan or a threat and the deed that it is about."""
_CALLS = word_set("calls_for_deed")
_WANTING = word_set("wants_deed")
"""Verbs whose complement, whatever its form, is not done: "wanted the network shut down"."""


def operator_above(tree: Tree, token: int) -> int | None:
    """The operator word directly above `token`, if it governs it."""
    head = tree.head[token]
    behind = token > head and phrase_relations.is_participle_of(tree, token)
    wanting = attachment.verb_above_object(tree, head) if behind else None
    if wanting is not None and tree.lemma[wanting] in _WANTING:
        return wanting  # "wanted all the miners deported"
    below = relations.is_gerund_of_preposition(tree, token) or phrase_relations.is_object_of_preposition(tree, token)
    above = tree.head[head] if below else head
    verb = attachment.verb_above_object(tree, above) if below and entry_of(tree, above) is None else None
    if verb is not None:
        if tree.lemma[above] in word_set("open_before_gerund"):
            return None  # "made a case for selling"
        above = verb  # "cleared the nurse of stealing"
        if (entry_of(tree, above) or operators()["have"]).modality == "demanded":
            return None  # "had hopes of selling"
    above = _adjective(tree, token, above)
    operator = None if phrase_relations.in_fixed_phrase(tree, above) else entry_of(tree, above)
    return above if operator is not None and above != token and _governs(tree, token, above, operator) else None


def _adjective(tree: Tree, token: int, above: int) -> int:
    """The operator among the predicate adjectives of the copula `above`: "would be hard-pressed to sell"."""
    if tree.lemma[above] not in word_set("copula") or not is_infinitive(tree, token):
        return above
    said = attachment.adjectives_passed(tree, above, token)
    return next((item for item in said if entry_of(tree, item) is not None), above)


def entry_of(tree: Tree, word: int) -> Operator | None:
    """The operator entry of a word; with its particle ("held off selling") if there is such an entry, else alone."""
    particles = [kid for kid in dependents.adverbial_words(tree, word) if relations.is_particle(tree, kid)]
    names = [*(f"{tree.lemma[word]} {tree.lower[kid]}" for kid in particles), tree.lemma[word]]
    return next((operators()[name] for name in names if name in operators()), None)


def _governs(tree: Tree, token: int, above: int, operator: Operator) -> bool:
    verb = tree.tag[above].startswith("VB")
    if operator.gerund and not relations.is_gerund_of_preposition(tree, token):
        return False
    if relations.is_direct_object(tree, token) or relations.is_passive_subject(tree, token):
        return operator.modality in _NAMED and verb
    if phrase_relations.is_object_of_preposition(tree, token):
        prep = tree.lower[tree.head[token]]
        return prep == "of" if operator.id == "cleared" else prep in _OF_DEED and tree.lemma[above] in _CALLS
    if relations.is_gerund_of_preposition(tree, token):
        own = dependents.active_subject(tree, token) is not None  # "ended with the team winning"
        copula = tree.lemma[above] in word_set("copula")  # "was a master at selling"
        return not own and not copula and not (verb and tree.lower[tree.head[token]] in ADJUNCTS)
    return _takes_clause(tree, token, operator)


def _takes_clause(tree: Tree, token: int, operator: Operator) -> bool:
    """Whether an operator governs the clause that depends on it."""
    above = tree.head[token]
    bare = tree.tag[token] == "VB" and not clause(tree, token).auxiliaries  # "helped him sell it"
    if relations.is_complement_clause(tree, token) and not is_infinitive(tree, token) and not bare:
        if any(tree.tag[kid] == "WRB" for kid in dependents.adverbs(tree, token)):
            return False  # "asked why she sold it": she did
        if operator.modality in {"demanded", "ordered"} and _in_past(tree, token):
            return False  # "suggested that she had sold it": who demands it uses no past
        return operator.finite or (tree.lemma[above] in _WANTING and above < token)
    if relations.is_adverbial_clause(tree, token):
        if operator.id == "raising" and _goes_somewhere(tree, above, token):
            return False  # "went to Kenya to sell it": whether it was sold is not said
        phrasal = token - 1 > above and relations.is_particle(tree, token - 1)  # "held off selling"
        return is_infinitive(tree, token) or (phrasal and tree.tag[token] == "VBG")
    participle = tree.tag[token] in PARTICIPLES and not clause(tree, token).auxiliaries
    return (
        relations.is_complement(tree, token)
        or (
            phrase_relations.is_bare_adnominal(tree, token) and not participle
        )  # "an agreement reached in May" was reached
        or relations.is_object_predicate(tree, token)
    )


def beside_what_is_decided(tree: Tree, verb: int) -> int | None:
    """The infinitive of what is decided, if a participle behind it says what comes of that; None if it does not.

    "Voted to close the school, ending years of strife": as long as it is open, nothing is ended.
    """
    above = clause(tree, verb).governor
    plain = tree.tag[verb] == "VBG" and not clause(tree, verb).auxiliaries and clause(tree, verb).mark is None
    if above is None or not plain or not relations.is_adverbial_clause(tree, verb):
        return None
    below = dependents.open_complement(tree, above)
    operator = entry_of(tree, above)
    decided = operator is not None and operator.modality in AHEAD
    return below if decided and below is not None and above < below < verb and is_infinitive(tree, below) else None


def _goes_somewhere(tree: Tree, verb: int, end: int) -> bool:
    """Whether a place to which or from which somebody goes stands between a verb and `end`."""
    ways = (item for item in clause(tree, verb).obliques if verb < item.preposition < end)
    return any(item.form in word_set("way_of_going") for item in ways)


def _in_past(tree: Tree, token: int) -> bool:
    """Whether a clause is told in the past or perfect."""
    first = next(iter(clause(tree, token).auxiliaries), token)
    had = tree.lemma[first] in word_set("perfect") and first != token
    return tree.tag[first] == "VBD" or had


@cache
def operators() -> dict[str, Operator]:
    """The operators of both files; those of ``operators.toml`` take precedence."""
    found = dict(lexicon.operators())
    for entry in whole("factuality.toml", Factuality).operator:
        for word in entry.words:
            found.setdefault(word, entry)
    return found
