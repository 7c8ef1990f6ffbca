"""The circumstances of a cue; frame and circumstance make a rule, whose rate of attributions was counted.

"They said that ..." in running text is nearly always an attribution; "it is fair to say that ...", "I think ..." inside
a quotation, or a verb without a subject are so much more rarely.
"""

from __future__ import annotations

from onrecord.language.lexicon import operators
from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate
from onrecord.language.statements.words import kind_of, listed
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.contents import is_rejected
from onrecord.language.syntax.tags import FINITE, INFINITIVE_OR_GERUND, NOUNS, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import CLAUSE_FRAMES
from onrecord.word_sets import word_set

_SPEAKER = word_set("speaker_or_hearer")
_IMPERSONAL = word_set("impersonal_pronoun")
_SUPPOSING = word_set("supposing")
SAYING = CLAUSE_FRAMES | {"quote", "according"}
"""Frames whose content is a whole clause, or words in quotation marks."""
_PLAIN = frozenset({"plain", "marked"})


def circumstance(tree: Tree, item: Candidate, quoted: set[int]) -> str:
    """Circumstance of a candidate.

    One of: inner (inside a quotation), inner_self (there, of the speaker's own), nested (there, somebody else's words:
    "He told me that ..."), nobody, self, it, thing, supposed
    (if, whether), bare, denied, modal, marked (some of the content is in quotation marks), plain. One more, reported,
    depends on the surrounding statements (see `reported`).
    """
    source = tree.lower[item.source_head] if item.source_head is not None else ""
    if item.anchor in quoted and not item.quotes:
        if source in _SPEAKER:
            return "inner_self"
        said = _reports(tree, item) and _of_verb(tree, item.anchor) != "denied"
        return "nested" if said else "inner"  # "Mr. Lund never said it was safe" tells no words of his
    if not item.source:
        return "nobody"
    if source in _SPEAKER:
        return "self"
    lifeless = _of_source(tree, item.source_head, source) if item.source_head is not None else None
    if lifeless == "thing" and item.frame in {"quote", "according"}:  # words in quotation marks need no living speaker
        lifeless = None
    verbal = tree.pos[item.anchor] in VERBAL and item.frame != "according"  # "failed, according to Lund" denies nothing
    found = lifeless or (_of_verb(tree, item.anchor) if verbal else "plain")
    return "marked" if found == "plain" and not item.quotes and _holds(item, quoted) else found


def _reports(tree: Tree, item: Candidate) -> bool:
    """Whether a cue inside a quotation reports, in a finite clause, what somebody else said."""
    head = item.source_head
    if head is None or item.kind != "speech" or item.frame not in SAYING or not is_finite(tree, item.anchor):
        return False
    named = tree.pos[head] in NOUNS and tree.lower[head] not in listed("nobody")
    return named and kind_of(tree, head) == "actor"


def is_quoted(circumstance: str) -> bool:
    """Whether a circumstance means that the cue is inside a quotation."""
    return circumstance.startswith("inner") or circumstance == "nested"


def was_said(circumstance: str) -> bool:
    """Whether a circumstance means that somebody really said it in running text: not "would tell" or "able to tell"."""
    return circumstance in _PLAIN


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb is finite, or a participle of a finite one: "said", "has said"."""
    found = clause(tree, verb)
    return tree.tag[verb] in FINITE or (bool(found.auxiliaries) and not found.infinitive)


def _holds(item: Candidate, quoted: set[int]) -> bool:
    """Whether some of the content is in quotation marks."""
    return any(token in quoted for low, high in item.content for token in range(low, high))


def _of_source(tree: Tree, head: int, word: str) -> str | None:
    meant = antecedent(tree, head)
    if meant == head and word in _IMPERSONAL:
        return "it"
    return "thing" if kind_of(tree, meant) == "thing" else None


def _of_verb(tree: Tree, verb: int) -> str:
    found = clause(tree, verb)
    if found.link == "conjunct" and found.governor is not None and not found.own_subjects:
        above = clause(tree, found.governor)  # "refused to confirm or deny that there was an inquiry"
        if above.infinitive and above.governor is not None and _refrained(tree, above.governor):
            return "denied"
    if tree.tag[verb] in INFINITIVE_OR_GERUND and found.governor is not None and _refrained(tree, found.governor):
        return "denied"
    if tree.tag[verb] == "VB" and (not found.auxiliaries or found.infinitive):
        return "denied" if found.negations else "bare"  # "can describe the roof but not say who built it"
    if found.mark is not None and tree.lower[found.mark] in _SUPPOSING:
        return "supposed"
    if found.negations or _opens_denied(tree, verb) or is_rejected(tree, verb):
        return "denied"
    return "modal" if found.modals else "plain"


def _opens_denied(tree: Tree, verb: int) -> bool:
    """Whether the words before a subject that stands behind its auxiliary deny: "Nor did she say", "At no time did"."""
    first = tree.left_edge[verb]
    turned = first + 1 < verb and tree.lower[first + 1] in word_set("no_determiner") and tree.pos[first] == "ADP"
    return turned or tree.lower[first] in word_set("denying_link")


def _refrained(tree: Tree, governor: int) -> bool:
    """Whether what `governor` governs was not said: "refused to confirm", "balked at promising", "stopped short of"."""
    word = tree.lemma[governor]
    if tree.pos[governor] == "ADV":
        word = f"{tree.lemma[tree.head[governor]]} {tree.lower[governor]}"  # "stopped short of naming him"
    cue, operator = lexicon.verbs().get(word), operators().get(word)
    if cue is not None and cue.kind == "refusal_to_comment":
        return True
    return operator is not None and operator.polarity == "negative" and operator.modality == "asserted"
