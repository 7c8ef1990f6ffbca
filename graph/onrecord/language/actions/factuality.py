"""How a deed stands: done or not, asserted, ordered, planned, threatened, and by which other deed.

An infinitive is a deed that is not said to be done, unless the word above it says so ("managed to"); what stands below
a negated word is not asserted either. Words and their effects are data: ``operators.toml``, ``factuality.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.language import lexicon
from onrecord.language.actions.modality import of_clause, of_modifier
from onrecord.language.actions.negation import is_denied, is_negated, signs
from onrecord.language.actions.triggers import Deed
from onrecord.language.lexicon import Operator, of_class, reporting_verbs
from onrecord.language.lexicon.records import Factuality
from onrecord.language.syntax import dependents, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import ADJUNCTS, beside, is_picked
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.tree import Tree
from onrecord.lexicon_files import whole
from onrecord.word_sets import word_set

UNDER = frozenset({"ordered", "demanded", "threatened", "planned"})
"""Modalities of a deed that stands under the one that orders, demands, threatens or plans it."""
_NAMED = frozenset({"demanded", "considered", "threatened", "planned", "ended", "attempted"})
"""Modalities that a verb gives to the deed its object names ("considered a ban")."""
_OF_DEED = word_set("before_called_for")
"""Prepositions that a call, a plan, a threat has before the deed it is of."""
_CALLS = word_set("calls_for_deed")
_CLOSING = frozenset({"PUNCT", "SPACE"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "''", "``", "«", "»"})
_REACHING = frozenset({"planned", "possible", "conditional", "demanded"})
"""Modalities of a clause that the participles beside it have too: "would close, cutting off the town"."""
_WANTING = word_set("wants_deed")
"""Verbs whose complement, whatever its form, is not done: "wanted the network shut down"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """Polarity and modality, the word above that sets them (None where the deed's own clause does), and its entry."""

    polarity: str
    modality: str
    operator: int | None = None
    via: str = ""


def factuality_of(tree: Tree, deed: Deed) -> Standing:
    """How the deed stands, by its own clause and the words above it."""
    turned = is_negated(tree, deed)
    modality, above, via = of_modifier(tree, deed), None, "modifier"
    token = deed.verb
    for _ in range(_DEPTH):
        if modality is not None:
            break
        modality, via = of_clause(tree, token), "clause"
        if modality is not None:
            break
        if _shares(tree, token):
            conjunct = phrase_relations.is_conjunct(tree, token)
            token = beside(tree, token) if conjunct else clause(tree, token).governor or tree.head[token]
            continue
        above = _operator_above(tree, token)
        if above is None:
            modality, via, denied = _unruled(tree, token, via)
            turned ^= denied
            break
        operator = _operator(tree, token, above)
        turned ^= operator.polarity == "negative"
        via = operator.id
        if operator.modality != "asserted":
            duty = tree.pos[above] == "ADJ" and of_clause(tree, tree.head[above]) == "demanded"  # "must be ready to"
            modality = "demanded" if duty else operator.modality
        turned, modality = _below_negation(tree, above, operator, modality, turned=turned)
        if of_clause(tree, above) in {"conditional", "possible"}:
            modality = "possible"  # "would ask him to sell"
        token = above
    if via in {"clause", "modifier", "purpose", "unruled"}:
        above = None  # "will continue to sell" is planned by nobody
    if modality != "conditional" and _asked(tree, deed.verb):
        modality = "possible"
    return Standing("negative" if turned else "positive", modality or "asserted", above, via)


def _operator(tree: Tree, token: int, above: int) -> Operator:
    """The operator at `above`: with a bare gerund "keep" only passes standing on, "has yet to" denies."""
    operator = _entry(tree, above) or operators()["have"]
    bare = relations.is_open_complement(tree, token) and tree.tag[token] == "VBG"
    if operator.id == "prevented" and bare:
        return operators()["continue"]
    if tree.lemma[above] == "have" and any(tree.lower[kid] == "yet" for kid in dependents.adverbs(tree, above)):
        return operators()["fail"]
    return operator


def _below_negation(
    tree: Tree, above: int, operator: Operator, modality: str | None, *, turned: bool
) -> tuple[bool, str | None]:
    """What a "not" at the word above does to the deed below: "did not manage to", "has not agreed to"."""
    if not is_denied(tree, above):
        return turned, modality
    if operator.polarity == "negative":
        return turned, modality or "possible"  # "did not refuse to sell": it may have sold
    if operator.control == "subject" and operator.modality in {"asserted", "attempted", "planned"}:
        return not turned, modality  # "did not manage to", "has not agreed to", "no plan to"
    if operator.modality == "asserted":
        return not turned, modality
    return turned, "possible"  # "did not order him to sell": whether he sold is not said


def _unruled(tree: Tree, token: int, via: str) -> tuple[str, str, bool]:
    """Modality, where it comes from, and whether it is denied, of a deed with no operator above."""
    found = clause(tree, token)
    above = found.governor
    if relations.is_direct_object(tree, token) and above is not None and (given := of_clause(tree, above)) is not None:
        return given, "clause", False  # "will announce the closure": a noun stands as its verb does
    if phrase_relations.is_object_of_preposition(tree, token) and _carries_on(tree, tree.head[tree.head[token]]):
        given = of_clause(tree, tree.head[tree.head[token]])
        return given or "asserted", "clause" if given else via, False  # "will continue with its tour"
    if is_infinitive(tree, token):
        return _infinitive(tree, token, via)
    if found.preposition is not None and tree.lower[found.preposition] == "against":
        return "possible", "unruled", False  # "voted against selling"
    whole = found.link == "relative" and bool(found.own_subjects and found.own_objects)  # "the rumour that he sold it"
    if above is None or not (whole or found.link in {"adnominal", "complement", "gerund"}):
        return "asserted", via, False
    modality, denied = _of_content(tree, token, above)
    return modality or "asserted", "unruled" if modality else via, denied


def _carries_on(tree: Tree, word: int) -> bool:
    """Whether a word says that the deed its "with" or "on" names goes on, as it would of a complement."""
    operator = operators().get(tree.lemma[word])
    return operator is not None and operator.id == "raising" and tree.pos[word] in relations.VERBAL


def _infinitive(tree: Tree, token: int, via: str) -> tuple[str, str, bool]:
    """The same of an infinitive: what somebody is to do, or did, it may be."""
    found = clause(tree, token)
    above = found.governor
    if above is not None:
        real = _realised(tree, found.link, above)
        if real is not None:
            return of_clause(tree, real) or "asserted", "realised", False
        degree = _of_degree(tree, above)
        if degree is not None:
            return degree
        if found.link in {"open complement", "complement"} and _unknown(tree, above):
            return ("possible" if is_denied(tree, above) else "planned"), "unruled", False
        if found.link in {"complement", "adnominal"}:
            modality, denied = _of_content(tree, token, above)
            if found.link == "complement" or denied:
                return modality or "asserted", "unruled" if modality else via, denied
    purpose = found.link in {"adverbial", "adnominal", "relative"}
    return ("planned", "purpose", False) if purpose else ("asserted", via, False)


def _realised(tree: Tree, link: str, above: int) -> int | None:
    """The verb as real as which an infinitive on `above` is: "the first to sell it", "surged to win"."""
    if link in {"adnominal", "relative"} and is_picked(tree, above):
        return tree.head[above]
    if link in {"adverbial", "open complement"} and tree.lemma[above] in word_set("results"):
        return above
    return None


def _of_degree(tree: Tree, above: int) -> tuple[str, str, bool] | None:
    """What "too weak to win", "strong enough to win" make of an infinitive; None if no degree stands above it."""
    degrees = {tree.lower[kid] for kid in dependents.adverbs(tree, above)} | {tree.lower[above]}
    if degrees & word_set("degree_falls_short"):
        return "asserted", "unruled", True
    return ("possible", "unruled", False) if degrees & word_set("degree_reaches") else None


def _unknown(tree: Tree, above: int) -> bool:
    """Whether a word with an infinitive does not say that the deed below it is done: no "was known to", "used to"."""
    reported = clause(tree, above).passive and tree.lemma[above] in reporting_verbs() | of_class("state")
    return not reported and tree.lemma[above] not in word_set("not_for_purpose")


def _of_content(tree: Tree, token: int, above: int) -> tuple[str | None, bool]:
    """What a noun ("the rumour that") or a judgement ("it is false that") makes of the clause that hangs on it."""
    if tree.pos[above] == "NOUN":
        verb = tree.head[above]
        said = clause(tree, verb).predicates if relations.is_subject(tree, above) else ()
        if any(tree.lemma[item] in signs("false") for item in said):
            return None, True
        effect = signs("noun").get(tree.lemma[above])
        barred = effect is not None and tree.tag[token] != "VBD" and dependents.negations(tree, above)
        return effect, bool(barred)  # "no chance of winning"
    judged = {tree.lemma[item] for item in clause(tree, above).predicates} | {tree.lemma[above]}
    mark = clause(tree, token).mark
    if mark is not None and tree.lower[mark] in word_set("asks_whether"):
        return "possible", False
    if judged & signs("false").keys():
        return None, not is_denied(tree, above)
    return ("possible" if judged & signs("doubt").keys() else None), False


def _asked(tree: Tree, verb: int) -> bool:
    """Whether a deed stands in a question; who asks one in quotation marks does so outside them."""
    first, last = tree.sents[tree.sent[verb]]
    quoted = False
    while last > first and tree.pos[last - 1] in _CLOSING:
        last -= 1
        if "?" in tree.text[last]:
            opening = next((item for item in range(last - 1, first - 1, -1) if tree.text[item] in _QUOTES), first)
            return not quoted or verb > opening
        quoted = quoted or tree.text[last] in _QUOTES
    return False


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a clause stands as the one above it does: coordinated, a participle beside it, "by" with a gerund."""
    if phrase_relations.is_conjunct(tree, verb):
        return not _free(tree, verb)
    if tree.tag[verb] != "VBG" or clause(tree, verb).auxiliaries or relations.has_own_subject(tree, verb):
        return False
    found = clause(tree, verb)
    above = found.governor
    if above is None or tree.pos[above] not in relations.VERBAL or of_clause(tree, above) not in _REACHING:
        return relations.is_adverbial_clause(tree, verb) and above is not None and is_infinitive(tree, above)
    by = found.preposition is not None and tree.lower[found.preposition] == "by"
    return by or (relations.is_adverbial_clause(tree, verb) and found.mark is None)


def _free(tree: Tree, verb: int) -> bool:
    """Whether a coordinated clause has a subject and a tense of its own, so that the first does not govern it.

    "Is able to fly and has been sold": what has a tense is no conjunct of what has none, whatever it hangs on.
    """
    first = clause(tree, verb).auxiliaries
    if first and tree.tag[first[0]] in _FINITE and tree.tag[tree.head[verb]] in {"VB", "VBG"}:
        return True
    return dependents.own_subject(tree, verb) is not None and tree.tag[verb] not in {"VB", "VBG"}


def _operator_above(tree: Tree, token: int) -> int | None:
    """The operator word directly above `token`, if it governs it."""
    head = tree.head[token]
    below = relations.is_gerund_of_preposition(tree, token) or phrase_relations.is_object_of_preposition(tree, token)
    above = tree.head[head] if below else head
    if below and _entry(tree, above) is None and relations.is_direct_object(tree, above):
        above = tree.head[above]  # "cleared the nurse of stealing", the preposition hung on the nurse
        if (_entry(tree, above) or operators()["have"]).modality == "demanded":
            return None  # "had hopes of selling"
    operator = None if phrase_relations.in_fixed_phrase(tree, above) else _entry(tree, above)
    return above if operator is not None and above != token and _governs(tree, token, above, operator) else None


def _entry(tree: Tree, word: int) -> Operator | None:
    """The operator that a word is, with its particle ("held off selling") before by itself."""
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
        return not own and not (verb and tree.lower[tree.head[token]] in ADJUNCTS)
    return _takes_clause(tree, token, operator)


def _takes_clause(tree: Tree, token: int, operator: Operator) -> bool:
    """Whether an operator governs the clause that hangs on it."""
    above = tree.head[token]
    if relations.is_complement_clause(tree, token) and not is_infinitive(tree, token):
        if any(tree.tag[kid] == "WRB" for kid in dependents.adverbs(tree, token)):
            return False  # "asked why she sold it": she did
        return operator.finite or (tree.lemma[above] in _WANTING and above < token)
    if relations.is_adverbial_clause(tree, token):
        phrasal = token - 1 > above and relations.is_particle(tree, token - 1)  # "held off selling"
        return is_infinitive(tree, token) or (phrasal and tree.tag[token] == "VBG")
    participle = tree.tag[token] in {"VBN", "VBG"} and not clause(tree, token).auxiliaries
    return (
        relations.is_complement(tree, token)
        or (
            phrase_relations.is_bare_adnominal(tree, token) and not participle
        )  # "an agreement reached in May" was reached
        or relations.is_object_predicate(tree, token)
    )


@cache
def operators() -> dict[str, Operator]:
    """The operators of both files; those of ``operators.toml`` come first."""
    found = dict(lexicon.operators())
    for entry in whole("factuality.toml", Factuality).operator:
        for word in entry.words:
            found.setdefault(word, entry)
    return found
