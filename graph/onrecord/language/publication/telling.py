"""The form of a deed: the kind of clause its verb heads, its tense; the syntactic position of a noun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.lexicon import operators
from onrecord.language.syntax import lexical, phrase_relations, relations
from onrecord.language.syntax.attachment import marks_behind
from onrecord.language.syntax.clauses import clause, with_auxiliaries
from onrecord.language.syntax.tags import FINITE_OR_MODAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_CLAUSES = {
    "main": "main",
    "parenthesis": "main",
    "complement": "complement",
    "open complement": "infinitive",
    "relative": "relative",
    "adverbial": "adverbial",
    "adnominal": "participle",
    "gerund": "gerund",
    "modifier": "attributive",
}
_PLACES = (
    (relations.is_subject, "subject"),
    (relations.is_direct_object, "object"),
    (phrase_relations.is_object_of_preposition, "prepositional"),
    (relations.is_predicate_noun, "predicate"),
    (relations.is_root, "fragment"),
    (phrase_relations.is_compound, "compound"),
    (phrase_relations.is_possessor, "possessor"),
    (phrase_relations.is_apposition, "apposition"),
)
_OF_FORM = {"VBD": "past", "VBZ": "present", "VBP": "present", "VBN": "participle"}
_WITH_TENSE = frozenset({"past", "perfect", "present", "progressive", "modal", "gerund"})
_SHORT = word_set("possessive_ending")
_DEPTH = 8
"""Most clauses above that are followed: sentences nest no deeper, and a broken parse must not loop."""


def clause_kind(tree: Tree, verb: int) -> str:
    """What clause `verb` leads, through coordination: "main", "complement", "relative", "purpose" and so on."""
    for _ in range(_DEPTH):
        above = tree.head[verb]
        if above == verb or not phrase_relations.is_conjunct(tree, verb):
            break
        if relations.has_own_subject(tree, verb) and clause(tree, above).link == "main":
            return "main"
        verb = above
    mark = clause(tree, verb).mark
    compares = mark is not None and tree.lower[mark] == "than"
    name = "comparison" if compares else _CLAUSES.get(clause(tree, verb).link, "other")
    infinitive = relations.is_infinitive(tree, verb)
    if name == "complement" and infinitive:
        return "infinitive"
    if name in {"participle", "adverbial", "relative"} and infinitive:
        return "purpose"
    if name == "adverbial" and tree.tag[verb] == "VBG" and not clause(tree, verb).auxiliaries:
        return "participle"
    if name == "infinitive" and tree.tag[verb] == "VBG":
        return "gerund"
    return name


def place(tree: Tree, noun: int) -> str:
    """Where a noun stands: "subject", "object", "prepositional", "fragment" (no part of a clause) and so on."""
    return next((name for holds, name in _PLACES if holds(tree, noun)), "other")


def tense(tree: Tree, verb: int) -> str:
    """Tense and aspect of the verb group of `verb`: of a word without auxiliaries, that of its own form."""
    verb = with_auxiliaries(tree, verb)
    auxiliaries = clause(tree, verb).auxiliaries
    finite = tree.tag[auxiliaries[0]] if auxiliaries else tree.tag[verb]
    if any(tree.lower[kid] == "to" for kid in auxiliaries):
        return "infinitive"
    if any(tree.tag[kid] == "MD" for kid in auxiliaries):
        return "modal"
    has = tree.tag[verb] == "VBN" and not clause(tree, verb).passive  # the "'s" of "he's sold it"
    if any(tree.lemma[kid] in word_set("perfect") or (has and tree.lower[kid] in _SHORT) for kid in auxiliaries):
        return "perfect"
    if tree.tag[verb] == "VBG" and auxiliaries and tree.lemma[auxiliaries[0]] != "be":
        return _OF_FORM.get(finite, "progressive")  # "they start selling it"
    if tree.tag[verb] == "VBG" and finite != "VBD":
        return "gerund" if finite == "VBG" else "progressive"
    return _OF_FORM.get(finite, "bare")


def asks(tree: Tree, verb: int) -> bool:
    """Whether the "if" or "whether" of what was asked stands after a verb."""
    return any(tree.lower[mark] in word_set("asks_whether") for mark in marks_behind(tree, verb))


def ends_in_relative(tree: Tree, start: int, end: int) -> bool:
    """Whether a phrase ends in a relative pronoun: "most of whom" says nothing outside its sentence."""
    return end - start > 1 and tree.lower[end - 1] in word_set("relative_word") and tree.pos[end - 2] == "ADP"


def is_version(words: set[str]) -> bool:
    """Whether words name an earlier version of a text."""
    return not words.isdisjoint(word_set("version")) and not words.isdisjoint(word_set("earlier"))


def in_complement(tree: Tree, verb: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether one of the phrases at `spans` stands in a clause that completes `verb`, behind it or before it."""
    found = clause(tree, verb).complements
    begins = [tree.left_edge[kid] for kid in found if kid > verb]
    before = [(tree.left_edge[kid], tree.right_edge[kid]) for kid in found if kid < verb]
    return any(
        any(start >= first for first in begins) or any(first <= start <= last for first, last in before)
        for start, _ in spans
    )


def has_verb_before_noun(tree: Tree, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether what reads as a plural before a noun is rather a verb: "Minister orders dam emptied"."""
    plurals = (token for start, end in spans for token in range(start, end) if tree.tag[token] == "NNS")
    return any(tree.lemma[token] in operators() and phrase_relations.is_compound(tree, token) for token in plurals)


def has_lost_its_subject(tree: Tree, verb: int) -> bool:
    """Whether an active verb with a tense, or a gerund, is left without a subject.

    It had one, which the parser attached to something else: "After the win in the final, the twins left".
    """
    found = clause(tree, verb)
    with_tense = tense(tree, verb) in _WITH_TENSE
    return not found.passive and not found.subjects and with_tense and found.link != "modifier"


def has_lost_its_object(tree: Tree, verb: int, told: Sequence[tuple[int, int]]) -> bool:
    """Whether the object of a relative clause is not in the phrases `told`: "the lunches which she had with him"."""
    found = clause(tree, verb)
    if found.link != "relative":
        return False
    gap = [kid for kid in found.own_objects if kid < verb and tree.lower[kid] in word_set("relative_pronoun")]
    meant = [*gap, *(() if found.antecedent is None else (found.antecedent,))]
    return bool(gap) and not any(start <= word < end for word in meant for start, end in told)


def leaves_open(tree: Tree, verb: int) -> bool:
    """Whether the clause of a verb leaves open whose or which thing it tells of, or is what something is like.

    "He knew exactly whose money she was spending", "this is how it left her".
    """
    found = clause(tree, verb)
    if found.link != "complement":
        return False
    asked = (kid for noun in (*found.own_objects, *found.own_subjects) for kid in tree.children[noun] if noun < verb)
    if any(tree.tag[kid] in {"WP$", "WDT"} for kid in (*asked, *found.own_objects) if kid < verb):
        return True
    like = any(tree.tag[kid] == "WRB" for kid in tree.children[verb] if kid < verb)
    return like and found.governor is not None and tree.lemma[found.governor] == "be"


def has_finite_verb(tree: Tree, word: int) -> bool:
    """Whether the sentence of a word has a finite verb."""
    first, end = tree.sents[tree.sent[word]]
    return any(tree.tag[token] in FINITE_OR_MODAL for token in range(first, end))


def is_in_capitals(tree: Tree, word: int) -> bool:
    """Whether all words of the sentence of a word are in capitals: "NORLAND WINS AGAIN"."""
    first, end = tree.sents[tree.sent[word]]
    return "".join(tree.text[first:end]).isupper()


def is_in_title(tree: Tree, noun: int) -> bool:
    """Whether a noun is capitalised within its sentence and beside another capital: part of a name."""
    first = tree.sents[tree.sent[noun]][0]
    if is_in_capitals(tree, noun):
        return not has_finite_verb(tree, noun)
    if noun == first or not tree.text[noun].istitle():
        return False
    before = tree.text[noun - 1]
    behind = next((word for word in tree.text[noun + 1 : noun + 4] if word.lower() not in word_set("small")), "")
    return before.istitle() or behind.istitle()


def tokens_marked(doc: Doc, group: str, labels: set[str]) -> frozenset[int]:
    """The tokens within the spans of a group that have one of `labels`."""
    return frozenset(
        token for span in ann.marks(doc, group) if span.label_ in labels for token in range(span.start, span.end)
    )


def never_said(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in what somebody is told not to have said: "Lund never said that the mine was sold"."""
    for _ in range(_DEPTH):
        above = tree.head[verb]
        told = relations.is_complement_clause(tree, verb)
        if told and tree.lemma[above] in lexical.speaking() and clause(tree, above).negations:
            return True
        if above == verb or not (told or phrase_relations.is_conjunct(tree, verb)):
            return False
        verb = above
    return False
