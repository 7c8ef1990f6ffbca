"""Modality given by a deed's own clause or phrase: auxiliaries, adverbs, conjunctions, adjectives."""

from __future__ import annotations

from onrecord.language import lexicon
from onrecord.language.actions.negation import signs
from onrecord.language.actions.triggers import Deed
from onrecord.language.syntax import dependents, phrase_relations
from onrecord.language.syntax.attachment import opens_clause
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.modifiers import premodifiers
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.tags import PRESENT
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_CONDITIONS = word_set("opens_condition")
_INVERTED = word_set("inverted_condition")
"""Auxiliaries whose inversion replaces an "if": "Had she signed, ..."."""
_WHETHER = word_set("asks_whether")
_HAVE = word_set("form_of_have")
_DEPTH = 6
"""Most governing verbs that are followed: sentences nest no deeper, and a broken parse must not loop."""


def of_modifier(tree: Tree, deed: Deed) -> str | None:
    """The modality that an adjective gives to a noun ("planned visit"), or "no longer" to a verb; None if none."""
    table = lexicon.signs("modifier")
    for kid in tree.children[deed.head]:
        if deed.noun_frame is not None and phrase_relations.is_premodifier(tree, kid) and tree.lower[kid] in table:
            return table[tree.lower[kid]]
    return "ended" if dependents.no_longer(tree, deed.head) else None


def of_clause(tree: Tree, token: int) -> str | None:
    """The modality set by auxiliaries, adverbs and conjunctions in the clause of `token`; None if none."""
    found = clause(tree, token)
    mark = tree.lower[found.mark] if found.mark is not None else ""
    opener = tree.lower[tree.left_edge[token]]  # "unless, of course, she signs": no conjunction to the parser
    as_if = found.mark is not None and mark == "as" and tree.lower[found.mark + 1] in _CONDITIONS
    if found.link == "adverbial" and (mark in _CONDITIONS or as_if or opener in word_set("surely_condition")):
        return "conditional"
    if _inverted(tree, token) or _if_so(tree, token) or _once_it_is(tree, token, opener):
        return "conditional"
    places = (head for item in found.obliques if item.form == "in" for head in item.objects)
    loose = found.link == "main" and mark == "that"  # "For instance: That she sold it": who says so, is not said
    asked = found.link == "complement" and mark in _WHETHER
    if loose or asked or any(_supposed(tree, head) for head in places):
        return "possible"
    table = lexicon.signs("modal")
    modal = next((table[tree.lower[kid]] for kid in found.auxiliaries if tree.lower[kid] in table), None)
    if found.link == "main" and found.own_subjects and is_infinitive(tree, token):
        modal = "planned"  # a headline: "Alder Foods to buy rival"
    if modal is not None:
        return modal if modal != "conditional" or not _foretold(tree, token) else "planned"
    adverbs = (signs("adverb").get(tree.lower[kid]) for kid in dependents.adverbs(tree, token))
    told = next((effect for effect in adverbs if effect is not None and effect != "negative"), None)
    if told is not None:
        return told
    acted = bool(found.own_objects) or found.passive  # somebody who "stars in the film" really does so
    told_in = [
        tree.lemma[head]
        for item in found.obliques
        if item.form == "in" and (acted or item.preposition < token)
        for head in item.objects
    ]
    return next((signs("fiction")[noun] for noun in told_in if noun in signs("fiction")), None)


def _if_so(tree: Tree, token: int) -> bool:
    """Whether a present depends on a condition before it: "If shares are left out, the bank leads"."""
    found = clause(tree, token)
    now = tree.tag[next(iter(found.auxiliaries), token)] in PRESENT
    before = (kid for kid in found.adverbials if kid < token)
    marks = (clause(tree, kid).mark for kid in before)
    return now and any(mark is not None and tree.lower[mark] in _CONDITIONS for mark in marks)


def _once_it_is(tree: Tree, token: int, opener: str) -> bool:
    """Whether a present or perfect tells of a time to come: "The town will pay once the firm has sold the mine"."""
    found = clause(tree, token)
    if found.link != "adverbial" or found.governor is None or opener not in word_set("time_of_clause"):
        return False
    ahead = bool(clause(tree, found.governor).modals) or tree.tag[found.governor] == "VB"  # "are to pay once"
    return tree.tag[next(iter(found.auxiliaries), token)] in PRESENT and ahead


def _supposed(tree: Tree, noun: int) -> bool:
    """Whether a noun names a hypothetical case: "in a hypothetical contest"."""
    return any(tree.lower[kid] in word_set("supposed_case") for kid in premodifiers(tree, noun))


def _foretold(tree: Tree, token: int) -> bool:
    """Whether "would" is a future in the past: in a reported clause without a condition."""
    if _hedged(tree, token) or any(tree.lower[kid] in _HAVE for kid in clause(tree, token).auxiliaries):
        return False
    for _ in range(_DEPTH):
        link = clause(tree, token).link
        if link != "conjunct":
            return link in {"complement", "open complement", "adnominal"}
        token = tree.head[token]
    return False


def _hedged(tree: Tree, token: int) -> bool:
    """Whether a "would" has a condition."""
    beside = [*clause(tree, token).adverbials, *clause(tree, token).complements]
    return any(
        _inverted(tree, kid)
        or (clause(tree, kid).mark is not None and tree.lower[clause(tree, kid).mark or 0] in _CONDITIONS)
        for kid in beside
    )


def _inverted(tree: Tree, token: int) -> bool:
    """Whether inversion replaces "if" in a clause: "Had she signed, the bank would have paid"."""
    found = clause(tree, token)
    if not found.auxiliaries or not found.own_subjects or found.link not in {"complement", "adverbial"}:
        return False
    first = found.auxiliaries[0]
    before = first < min(found.own_subjects) and opens_clause(tree, first, token)
    return tree.lower[first] in _INVERTED and before
