"""The factuality of a deed: done or not, asserted, ordered, planned, threatened, and by which other deed.

An infinitive is not asserted unless its governor says so ("managed to"); a deed below a negated word is not asserted
either. Words and their effects are data: ``operators.toml``, ``factuality.toml``.
"""

from __future__ import annotations

from msgspec import Struct

from onrecord.language.actions import veridicality
from onrecord.language.actions.frames_around import is_framed
from onrecord.language.actions.governors import beside_what_is_decided, entry_of, operator_above, operators
from onrecord.language.actions.judged_contents import of_content
from onrecord.language.actions.modality import of_clause, of_modifier
from onrecord.language.actions.negation import is_denied, is_negated, is_unsaid
from onrecord.language.actions.triggers import Deed
from onrecord.language.lexicon import Operator, of_class, reporting_verbs
from onrecord.language.syntax import contents, dependents, modifiers, phrase_relations, relations
from onrecord.language.syntax.clauses import clause, with_auxiliaries
from onrecord.language.syntax.control import beside, is_picked
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.tags import FINITE, INFINITIVE_OR_GERUND, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import SUPPOSED
from onrecord.word_sets import word_set

_REACHING = frozenset({"planned", "possible", "conditional", "demanded"})
"""Modalities of a clause that its adverbial participles share: "would close, cutting off the town"."""
_OTHERS = frozenset({"attempted", "planned", "considered", "demanded", "ordered", "threatened"})
"""Modalities that do not carry over to a deed that somebody makes somebody else do, or prevents."""
_PURPOSE = frozenset({"adverbial", "adnominal", "relative"})
_DEPTH = 6
"""Most governing verbs that are followed: sentences nest no deeper, and a broken parse must not loop."""


class Standing(Struct, frozen=True):
    """Polarity and modality of a deed, the governor that sets them (None if its own clause does), and its entry."""

    polarity: str
    modality: str
    operator: int | None = None
    via: str = ""


def factuality_of(tree: Tree, deed: Deed) -> Standing:
    """The factuality of a deed, from its own clause and the words that govern it."""
    found = _factuality(tree, deed)
    if deed.verb_frame is None or not deed.verb_frame.negated:
        return found
    turned = "negative" if found.polarity == "positive" else "positive"  # "did not comply": the refusal was made
    made = found.via == "clause" and found.modality == "planned"  # "will not comply"
    return Standing(turned, "asserted" if made else found.modality, found.operator, found.via)


def _factuality(tree: Tree, deed: Deed) -> Standing:
    turned = is_negated(tree, deed) != veridicality.is_of_no_occurrence(tree, deed.verb)
    modality, above, via = of_modifier(tree, deed), None, "modifier"
    token, caused = deed.verb, False
    for _ in range(_DEPTH):
        if modality is not None:
            break
        modality, via = _of_words(tree, deed, token), "clause"
        if modality is not None:
            break
        passed = _passed_on(tree, token)
        if passed is not None:
            token, denied = passed
            turned ^= denied
            continue
        above = operator_above(tree, token)
        if above is None:
            modality, via, denied = _unruled(tree, token, via)
            turned ^= denied
            break
        operator = _operator(tree, token, above)
        turned ^= operator.polarity == "negative"
        via = operator.id
        caused = caused or (operator.modality == "asserted" and _is_others(tree, token, above))
        modality = _of_operator(tree, token, above, operator)
        turned, modality = _below_negation(tree, above, operator, modality, turned=turned)
        if of_clause(tree, with_auxiliaries(tree, above)) in SUPPOSED or veridicality.is_any(tree, above):
            modality = "possible"  # "would ask him to sell"
        token = tree.head[above] if relations.is_predicate_adjective(tree, above) else above  # "hopes to be able to"
    if caused and modality in _OTHERS:
        modality, above = "possible", None  # "tried to get the firm to sell": the firm did not try to
    if via in {"clause", "modifier", "purpose", "unruled"}:
        above = None  # "will continue to sell": the plan is nobody's deed
    if modality != "conditional" and _is_open(tree, deed):
        modality = "possible"
    return Standing("negative" if turned else "positive", modality or "asserted", above, via)


def _of_words(tree: Tree, deed: Deed, token: int) -> str | None:
    """The modality of the clause of `token`; what a light verb sets for later is planned: "called a strike for May"."""
    light = token == deed.verb and deed.noun_frame is not None and deed.head != deed.verb
    called = light and tree.lemma[token] in word_set("calls_for_day")
    return of_clause(tree, token) or ("planned" if called else None)


def _is_open(tree: Tree, deed: Deed) -> bool:
    """Whether the sentence or a clause above leaves open that the deed is done, whatever its direct governor says."""
    tests = (veridicality.is_left_open, veridicality.is_of_any, veridicality.is_alternative, veridicality.is_asked,
             veridicality.is_example, contents.is_rejected)  # fmt: skip
    return is_unsaid(tree, deed) or is_framed(tree, deed.verb) or any(test(tree, deed.verb) for test in tests)


def _is_others(tree: Tree, token: int, above: int) -> bool:
    """Whether somebody makes somebody else do the deed: "got the firm to sell"."""
    return bool(clause(tree, token).own_subjects or clause(tree, above).own_objects)


def _passed_on(tree: Tree, token: int) -> tuple[int, bool] | None:
    """The word whose factuality a clause shares, and whether that word is denied; None if it shares none."""
    carrier = veridicality.carrier_of_process(tree, token)
    if carrier is not None:
        return carrier, is_denied(tree, carrier)
    if (decided := beside_what_is_decided(tree, token)) is not None:
        return decided, False
    if not _shares(tree, token):
        return None
    if phrase_relations.is_conjunct(tree, token):
        return beside(tree, token), False
    return clause(tree, token).governor or tree.head[token], False


def _operator(tree: Tree, token: int, above: int) -> Operator:
    """The operator at `above`; special cases: "keep" with a bare gerund is transparent, "has yet to" denies."""
    operator = entry_of(tree, above) or operators()["have"]
    bare = relations.is_open_complement(tree, token) and tree.tag[token] == "VBG"
    if operator.id == "prevented" and bare:
        return operators()["continue"]
    if tree.lemma[above] == "have" and any(tree.lower[kid] == "yet" for kid in dependents.adverbs(tree, above)):
        return operators()["fail"]
    return operator


def _of_operator(tree: Tree, token: int, above: int, operator: Operator) -> str | None:
    """The modality that an operator gives; None if it presents the deed as done."""
    if tree.lemma[above] in word_set("wants_deed") and clause(tree, token).own_subjects:
        return "demanded"  # "wants the town to sell": whether the town plans to, is not said
    if operator.modality == "asserted":
        return None
    if operator.modality == "ended" and is_infinitive(tree, above):
        over = operator_above(tree, above)  # "was told to stop selling": whether it stopped is left open
        done = over is not None and (entry_of(tree, over) or operator).modality == "asserted"
        return "ended" if done else "possible"
    duty = tree.pos[above] == "ADJ" and of_clause(tree, tree.head[above]) == "demanded"  # "must be ready to"
    return "demanded" if duty else operator.modality


def _below_negation(
    tree: Tree, above: int, operator: Operator, modality: str | None, *, turned: bool
) -> tuple[bool, str | None]:
    """The polarity and modality of a deed whose governor is negated: "did not manage to", "has not agreed to"."""
    if not is_denied(tree, above):
        if dependents.no_longer(tree, above):
            return turned, "ended"  # "no longer plans to sell it"
        over = operator_above(tree, above) if operator.modality == "planned" else None
        refuted = over is not None and (entry_of(tree, over) or operator).polarity == "negative"
        return turned, "possible" if refuted else modality  # "denied that it had promised to sell"
    if operator.polarity == "negative":
        return turned, modality or "possible"  # "did not refuse to sell": it may have sold
    intends = operator.modality in {"attempted", "planned"} and tree.lemma[above] not in word_set("commits")
    if (intends and operator.control == "subject") or operator.modality == "asserted":
        return not turned, modality  # "did not manage to", "no plan to", but "has not agreed to" leaves it open
    return turned, "possible"  # "did not order him to sell": whether he sold is left open


def _unruled(tree: Tree, token: int, via: str) -> tuple[str, str, bool]:
    """The modality of a deed without an operator above, what it is derived from, and whether the deed is denied."""
    found = clause(tree, token)
    above = found.governor
    if relations.is_direct_object(tree, token) and above is not None and (given := of_clause(tree, above)) is not None:
        return given, "clause", False  # "will announce the closure": a noun has the modality of its verb
    if phrase_relations.is_object_of_preposition(tree, token) and _carries_on(tree, tree.head[tree.head[token]]):
        given = of_clause(tree, tree.head[tree.head[token]])
        return given or "asserted", "clause" if given else via, False  # "will continue with its tour"
    if is_infinitive(tree, token):
        return _infinitive(tree, token, via)
    below = _of_gerund(tree, found.preposition, above) if found.preposition is not None else None
    if below is not None:
        return below, "unruled", False
    whole = found.link == "relative" and bool(found.own_subjects and found.own_objects)  # "the rumour that he sold it"
    if above is None or not (whole or found.link in {"adnominal", "complement", "gerund"}):
        return "asserted", via, False
    modality, denied = of_content(tree, token, above)
    return modality or "asserted", "unruled" if modality else via, denied


def _of_gerund(tree: Tree, preposition: int, above: int | None) -> str | None:
    """The modality of a gerund below a preposition: that which its governor gives or, if uncertain itself, has."""
    given = veridicality.of_gerund(tree, preposition, above)
    if above is not None and relations.is_direct_object(tree, above):
        above = tree.head[above]  # "may have played a role in selling it"
    if given is None and above is not None and tree.pos[above] == "VERB":
        stands = factuality_of(tree, Deed(above, above, (above,), "", tree.lemma[above], None, None, ""))
        return "possible" if stands.modality in SUPPOSED else None
    return given


def _carries_on(tree: Tree, word: int) -> bool:
    """Whether a word says that the deed below its "with" or "on" continues, as with a complement."""
    operator = operators().get(tree.lemma[word])
    return operator is not None and operator.id == "raising" and tree.pos[word] in VERBAL


def _infinitive(tree: Tree, token: int, via: str) -> tuple[str, str, bool]:
    """The same for an infinitive, which may express what somebody is to do or what somebody did."""
    above = (found := clause(tree, token)).governor
    if above is not None:
        real = _realised(tree, found.link, above)
        if real is not None:
            return of_clause(tree, real) or "asserted", "realised", False
        degree = _of_degree(tree, above)
        if degree is not None:
            return degree
        if found.link in {"adnominal", "relative"} and _may(tree, above):
            return "possible", "unruled", False
        if found.link in {"open complement", "complement"} and _unknown(tree, above):
            return ("possible" if is_denied(tree, above) else "planned"), "unruled", False
        if found.link in {"complement", "adnominal"}:
            modality, denied = of_content(tree, token, above)
            if found.link == "complement" or denied or modality == "possible":
                return modality or "asserted", "unruled" if modality else via, denied
    return ("planned", "purpose", False) if found.link in _PURPOSE else ("asserted", via, False)


def _may(tree: Tree, noun: int) -> bool:
    """Whether an infinitive on a noun is only a possibility: "the only way to sell it", "the best man to sell it"."""
    fit = any(tree.lower[kid] in word_set("fit_for") for kid in modifiers.premodifiers(tree, noun))
    return fit or tree.lemma[noun] in word_set("never_picked")


def _realised(tree: Tree, link: str, above: int) -> int | None:
    """The verb whose factuality an infinitive on `above` shares: "the first to sell it", "surged to win"."""
    if link in {"adnominal", "relative"} and is_picked(tree, above):
        return tree.head[above]
    if link in {"adverbial", "open complement"} and tree.lemma[above] in word_set("results"):
        return above
    return None


def _of_degree(tree: Tree, above: int) -> tuple[str, str, bool] | None:
    """The factuality of an infinitive after "too weak to" or "strong enough to"; None if there is no such degree."""
    degrees = {tree.lower[kid] for kid in dependents.adverbs(tree, above)} | {tree.lower[above]}
    if degrees & word_set("degree_falls_short"):
        return "asserted", "unruled", True
    return ("possible", "unruled", False) if degrees & word_set("degree_reaches") else None


def _unknown(tree: Tree, above: int) -> bool:
    """Whether a word leaves open that the infinitive below it was done; "was known to" and "used to" do not."""
    reported = clause(tree, above).passive and tree.lemma[above] in reporting_verbs() | of_class("state")
    return not reported and tree.lemma[above] not in word_set("not_for_purpose")


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a clause shares its governor's factuality: coordinated, an adverbial participle, "by" with a gerund."""
    if phrase_relations.is_conjunct(tree, verb):
        return not _free(tree, verb)
    if tree.tag[verb] != "VBG" or clause(tree, verb).auxiliaries or relations.has_own_subject(tree, verb):
        return False
    found = clause(tree, verb)
    above = found.governor
    if above is not None and tree.lemma[above] in word_set("looks_back"):
        return False  # "will be remembered for her care, building schools": she built them
    if above is None or tree.pos[above] not in VERBAL or of_clause(tree, above) not in _REACHING:
        return relations.is_adverbial_clause(tree, verb) and above is not None and is_infinitive(tree, above)
    by = found.preposition is not None and tree.lower[found.preposition] == "by"
    return by or (relations.is_adverbial_clause(tree, verb) and found.mark is None)


def _free(tree: Tree, verb: int) -> bool:
    """Whether a coordinated clause has its own subject and tense, so that what governs the first does not govern it.

    "Is able to fly and has been sold": a finite verb is not a conjunct of an infinitive, whatever the parse says.
    """
    first = clause(tree, verb).auxiliaries[:1]
    if any(tree.tag[item] in FINITE for item in first) and tree.tag[tree.head[verb]] in INFINITIVE_OR_GERUND:
        return True
    return dependents.own_subject(tree, verb) is not None and tree.tag[verb] not in INFINITIVE_OR_GERUND
