"""Contexts that leave open or retract a clause whatever its own words say, and those that present it as a process.

"This does not mean that they will not sell it" says nothing about a sale; "initially said" implies a later change.
"""

from __future__ import annotations

from onrecord.language.actions.governors import entry_of
from onrecord.language.actions.modality import of_clause
from onrecord.language.actions.negation import is_denied, signs
from onrecord.language.lexicon import reporting_verbs
from onrecord.language.syntax import dependents, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import beside, can_act
from onrecord.language.syntax.modifiers import prepositions
from onrecord.language.syntax.tags import BLANK, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import QUOTES
from onrecord.word_sets import word_set

_LINKS = frozenset({"complement", "open complement", "conjunct", "gerund"})
_DEPTH = 6
"""Most governing verbs that are followed: sentences nest no deeper, and a broken parse must not loop."""


def is_left_open(tree: Tree, verb: int) -> bool:
    """Whether a clause above says that the deed does not follow, or was only initially said or intended."""
    deed = verb
    for _ in range(_DEPTH):
        if relations.is_predicate_adjective(tree, verb):
            verb = tree.head[verb]  # "will be able to"
        found = clause(tree, verb)
        above = beside(tree, verb) if found.link == "conjunct" else found.governor
        if above is None or above == verb:
            return False
        if _foretold(tree, verb, above) or (verb != deed and _hardly_meant(tree, verb, above)):
            return True
        if found.link not in _LINKS:
            return False
        below = found.link in {"complement", "open complement"}
        if below and tree.lemma[above] in word_set("implies") and is_denied(tree, above):
            return True
        if below and (_superseded(tree, verb, above) or _was_plan(tree, verb, above)):
            return True
        verb = above
    return False


def _foretold(tree: Tree, verb: int, above: int) -> bool:
    """Whether a clause is only a forecast or an invention: neither a plan of its agent nor done."""
    found = clause(tree, verb)
    if _comes_to_nothing(tree, above) or (found.link == "complement" and _is_only_foreseen(tree, verb, above)):
        return True
    if found.link in {"adnominal", "relative", "complement"} and tree.pos[above] == "NOUN":
        whole = bool(found.own_subjects) and (found.link != "relative" or bool(found.own_objects))
        supposed = tree.lemma[above] in signs("noun") and of_clause(tree, verb) == "planned"  # "the idea that he will"
        return whole and (supposed or tree.lemma[above] in word_set("foretells"))
    if found.link != "complement" or relations.is_infinitive(tree, verb):
        return False
    return tree.lemma[above] in word_set("foretells") or _hung_too_high(tree, above, found.mark)


def _is_only_foreseen(tree: Tree, verb: int, above: int) -> bool:
    """Whether a clause is somebody's forecast: "estimated that the firm would sell it"."""
    ahead = of_clause(tree, verb) in {"planned", "conditional"}
    return ahead and tree.lemma[above] in word_set("foretells_to_come")


def is_alternative(tree: Tree, verb: int) -> bool:
    """Whether a clause is one of two of which only one holds: "it either sold the mine or closed it"."""
    first = tree.head[verb] if phrase_relations.is_conjunct(tree, verb) else verb
    others = clause(tree, first).coordinated
    words = {tree.lower[kid] for kid in tree.children[first] if relations.is_link(tree, kid)}
    either = any(tree.lower[kid] == "either" for kid in tree.children[first])
    return bool(others) and either and "or" in words and tree.pos[first] in VERBAL


def is_of_no_occurrence(tree: Tree, verb: int) -> bool:
    """Whether a clause describes a case that is said not to exist: "there never was a case when he sold it"."""
    found = clause(tree, verb)
    noun = found.antecedent
    if noun is None or found.link not in {"relative", "adnominal"} or tree.lemma[noun] not in word_set("occurrence"):
        return False
    above = tree.head[noun]
    there = any(relations.is_expletive(tree, kid) for kid in tree.children[above])
    return there and (is_denied(tree, above) or bool(dependents.negations(tree, noun)))


def _hung_too_high(tree: Tree, above: int, mark: int | None) -> bool:
    """Whether a clause belongs to such a noun, not to the verb that the parser chose: "stood by her forecast that"."""
    if mark is None or mark - 1 <= above:
        return False
    word = mark - 1
    while word > above and tree.head[word] != word:
        if tree.pos[word] == "NOUN" and tree.lemma[word] in word_set("foretells"):
            return True
        word = tree.head[word]
    return False


def _hardly_meant(tree: Tree, verb: int, above: int) -> bool:
    """Whether the word above says that the intention in `verb` does not exist: "unlikely to want to"."""
    below, over = entry_of(tree, verb), entry_of(tree, above)
    if below is None or over is None or below.modality == "asserted" or not relations.is_infinitive(tree, verb):
        return False
    return over.polarity == "negative" or over.modality == "possible"


def _superseded(tree: Tree, verb: int, above: int) -> bool:
    """Whether a verb of reporting or planning has "initially" or the like, which implies a later change."""
    adverbs = {tree.lower[kid] for kid in dependents.adverbs(tree, above)}
    aimed = tree.lemma[above] in reporting_verbs() or relations.is_infinitive(tree, verb)
    return aimed and not adverbs.isdisjoint(word_set("superseded"))


def _was_plan(tree: Tree, verb: int, above: int) -> bool:
    """Whether an infinitive says what somebody's plan was ("her aim was to sell it"), so that it no longer is."""
    past = tree.lemma[above] in word_set("copula") and tree.tag[above] == "VBD"
    heads = clause(tree, above).own_subjects
    named = any(tree.pos[head] == "NOUN" and not can_act(tree, head) for head in heads)
    return past and relations.is_infinitive(tree, verb) and named


def _comes_to_nothing(tree: Tree, noun: int) -> bool:
    """Whether a noun names a plan of which nothing is said to have come: "plans to sell it fell through"."""
    verb = tree.head[noun]
    plan = tree.pos[noun] == "NOUN" and (entry := entry_of(tree, noun)) is not None and entry.modality != "asserted"
    return plan and relations.is_subject(tree, noun) and tree.lemma[verb] in word_set("comes_to_nothing")


def carrier_of_process(tree: Tree, verb: int) -> int | None:
    """The verb that carries "in the process of" ("is in the process of selling"); None without such a phrase."""
    if not relations.is_gerund_of_preposition(tree, verb):
        return None
    noun = tree.head[tree.head[verb]]
    if tree.lemma[noun] not in word_set("process") or not phrase_relations.is_object_of_preposition(tree, noun):
        return None
    above = tree.head[tree.head[noun]]
    copula = tree.lemma[above] in word_set("copula") and tree.lower[tree.head[noun]] == "in"
    return above if copula else None


def is_any(tree: Tree, noun: int) -> bool:
    """Whether a noun is non-specific: "any move to sell it"."""
    return tree.pos[noun] == "NOUN" and any(tree.lower[kid] in word_set("nonspecific") for kid in tree.children[noun])


def is_of_any(tree: Tree, verb: int) -> bool:
    """Whether a clause describes a non-specific noun: "any phone that it has produced"."""
    found = clause(tree, verb)
    return found.link == "relative" and found.antecedent is not None and is_any(tree, found.antecedent)


def of_gerund(tree: Tree, preposition: int, above: int | None) -> str | None:
    """The modality of a gerund below a preposition, if the word above it gives one."""
    if _aims(tree, preposition, above):
        return "possible"  # "voted against selling", "turned to selling"
    if above is not None and tree.pos[above] in {"ADV", "ADJ"}:
        return of_clause(tree, tree.head[above])  # "would be far from selling"
    return None


def _aims(tree: Tree, preposition: int, above: int | None) -> bool:
    """Whether a gerund below a preposition is something that somebody is for or against or able to do, not a fact."""
    if above is not None and tree.lemma[above] in word_set("to_what_is_done"):
        return False
    skill = above is not None and tree.pos[above] == "ADJ" and tree.lower[preposition] == "at"  # "good at selling"
    case = above is not None and tree.pos[above] == "NOUN" and tree.lemma[above] in word_set("open_before_gerund")
    return skill or case or tree.lower[preposition] in word_set("aims_at_gerund")


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether a deed is in a question; a verb of asking outside the quotation marks is not part of the question."""
    first, last = tree.sents[tree.sent[verb]]
    quoted = False
    while last > first and tree.pos[last - 1] in BLANK:
        last -= 1
        if "?" in tree.text[last]:
            opening = next((item for item in range(last - 1, first - 1, -1) if tree.text[item] in QUOTES), first)
            return not quoted or verb > opening
        quoted = quoted or tree.text[last] in QUOTES
    return False


def is_example(tree: Tree, verb: int) -> bool:
    """Whether a clause is an example of what is argued: "their claims, like that he sold the mine, are rebutted".

    The parser takes its "that" for the object of the preposition, and the preposition for one of the verb.
    """
    openers = (prep for prep in prepositions(tree, verb) if tree.lower[prep] in word_set("example"))
    return any(tree.lower[prep + 1 : prep + 2] == ["that"] and prep + 2 < verb for prep in openers)


def is_disproved(tree: Tree, noun: int) -> bool:
    """Whether what a noun stands for is shown to be false: "the claim is easily refuted"."""
    verb = tree.head[noun]
    above = entry_of(tree, verb)
    return above is not None and above.id == "disproved" and relations.is_passive_subject(tree, noun)
