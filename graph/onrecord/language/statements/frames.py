"""The complements of a verb that may be its content, by frame.

Frames: ``that`` (a finite clause, with its conjunction or without), ``wh`` (an embedded question), ``inf`` (to do),
``obj_inf`` (somebody to do), ``ing`` (doing), ``as`` (something as something), ``pred`` (call something something),
``np`` (an object alone), ``pp:X`` (a phrase with the preposition X), ``post`` (a clause before the verb, "X, he said"),
``mid`` (a clause around it, "X, he said, Y"). Three more are made in `verbs`: ``words`` (quoted words directly after a
verb), ``answer`` ("said yes"), ``raising`` (the subject and complement of "seem").
"""

from __future__ import annotations

from msgspec import Struct

from onrecord.language.statements.candidates import Range, Ranges, trimmed
from onrecord.language.statements.content_span import extent
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import (
    clause_mark,
    first,
    infinitives_below,
    object_predicates,
    predication_signs,
    subject_signs,
)
from onrecord.language.syntax.extents import constituent
from onrecord.language.syntax.modifiers import asides, complements_of_preposition, prepositions
from onrecord.language.syntax.phrase_relations import is_plain_preposition, is_relative_clause
from onrecord.language.syntax.relations import (
    is_adverbial_clause,
    is_complement,
    is_object_predicate,
    is_open_complement,
    is_parenthesis,
    is_predicate,
    is_punctuation,
)
from onrecord.language.syntax.tags import FINITE, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import is_quotation_mark
from onrecord.word_sets import word_set

_WH = word_set("opens_question")
_RELATIVES = word_set("relative_pronoun")
_OBJECT_PREPOSITIONS = word_set("content_preposition")


class Complement(Struct, frozen=True):
    """One complement: its frame, its tokens, its head, and a preposition that belongs to the cue."""

    frame: str
    content: Ranges
    head: int
    particle: int | None = None


def clauses_beside(tree: Tree, verb: int) -> list[Complement]:
    """The clauses that depend on `verb` and may be its content."""
    return [item for child in tree.children[verb] if (item := _clause(tree, verb, child)) is not None]


def phrases_beside(tree: Tree, verb: int) -> list[Complement]:
    """The objects and prepositional phrases of `verb` that may be its content."""
    return [*_objects(tree, verb), *_prepositions(tree, verb)]


def _clause(tree: Tree, verb: int, child: int) -> Complement | None:
    around = is_parenthesis(tree, child)
    if not around and not is_complement(tree, child) and not (is_adverbial_clause(tree, child) and _is_wh(tree, child)):
        return None
    if child < verb:
        if tree.lemma[child] in word_set("questioning") and not clause(tree, child).nominative:
            return None  # "Asked whether it was safe, she said no": what was asked is not what she said
        return _before(tree, verb, child) if tree.tag[verb] in FINITE or clause(tree, verb).auxiliaries else None
    if around:
        return None
    start, end = extent(tree, verb, child)
    frame = _frame(tree, child, start)
    holder = next(iter(clause(tree, verb).own_objects), None)
    if frame == "inf" and holder is not None and verb < holder < child:
        start, frame = tree.left_edge[holder], "obj_inf"
        if start <= verb:
            start = holder
    span = trimmed(tree, start, end)
    about = _relative_subject(tree, verb, child) if frame == "that" else None
    return Complement(frame, (about, span) if about else (span,), child) if span else None


def _relative_subject(tree: Tree, verb: int, child: int) -> Range | None:
    """The antecedent of a relative pronoun that is the subject of the content: "daughters who he says live"."""
    own = clause(tree, child).own_subjects
    before = own or [
        item for item in tree.children[verb] if tree.lower[item] in _RELATIVES and tree.tag[child] in FINITE
    ]
    pronoun = next((item for item in before if item < verb), None)
    noun = antecedent(tree, pronoun) if pronoun is not None and tree.lower[pronoun] in _RELATIVES else pronoun
    if pronoun is None or noun is None or noun >= pronoun:
        return None
    return trimmed(tree, *constituent(tree, noun, 0, pronoun))


def _is_wh(tree: Tree, child: int) -> bool:
    return clause_mark(tree, child) is not None and tree.lower[tree.left_edge[child]] in word_set("asks_whether")


def _frame(tree: Tree, child: int, start: int) -> str:
    if tree.lower[start] in _WH or (tree.lower[min(start + 1, len(tree) - 1)] in _WH and tree.pos[start] == "ADP"):
        return "wh"
    if tree.tag[child] == "VB" and clause(tree, child).infinitive:
        return "obj_inf" if any(own < child for own in clause(tree, child).nominative) else "inf"
    if tree.tag[child] == "VBG" and not subject_signs(tree, child):
        return "ing"
    if tree.pos[child] not in VERBAL:
        return "that" if predication_signs(tree, child) else "pred"
    return "that"


def _before(tree: Tree, verb: int, child: int) -> Complement | None:
    """A clause that ends before its verb and subject: from its own first word to the comma."""
    end = tree.right_edge[child] + 1
    inside = [item for item in tree.children[verb] if item < verb and item != child and item > child]
    end = min([end, *(tree.left_edge[item] for item in inside if not is_punctuation(tree, item))])
    if end > verb:
        return None
    span = trimmed(tree, tree.left_edge[child], end)
    return Complement("post", (span,), child) if span else None


def _objects(tree: Tree, verb: int) -> list[Complement]:
    found = []
    held = clause(tree, verb).own_objects
    for child in held:
        if child > verb:
            found.extend(_object(tree, verb, child))
        elif tree.lower[child] in _WH or tree.lower[child] == "that":
            found.extend(_relative_object(tree, verb, child))
    if not held:
        spans = [
            (trimmed(tree, max(verb + 1, tree.left_edge[child]), tree.right_edge[child] + 1), child)
            for child in object_predicates(tree, verb)
            if child > verb
        ]
        found.extend(Complement("pred", (span,), child) for span, child in spans if span)
    return found


def _relative_object(tree: Tree, verb: int, child: int) -> list[Complement]:
    """In "whom he described as a fool": the pronoun and what is said of it; the pronoun alone stands with its noun."""
    noun = tree.head[verb]
    low = tree.left_edge[noun] if is_relative_clause(tree, verb) and noun < child else child
    found = [Complement("np", ((low, child + 1),), child)] if low < child else []
    for item in tree.children[verb]:
        frame = _predicate(tree, item) if item > verb else None
        span = trimmed(tree, tree.left_edge[item], tree.right_edge[item] + 1) if frame else None
        if frame and span:
            return [Complement(frame, ((child, child + 1), span), child), *found]
    return found


def _object(tree: Tree, verb: int, child: int) -> list[Complement]:
    """An object after its verb, both with its predicate and alone."""
    start, end = max(tree.left_edge[child], verb + 1), tree.right_edge[child] + 1
    span = trimmed(tree, start, end)
    if span is None:
        return []
    found = [Complement("np", (_without_asides(tree, child, span),), child)]
    mark = end + (end < len(tree) and tree.text[end] == ",")
    if mark + 1 < len(tree) and is_quotation_mark(tree.text[mark]) and tree.start[mark + 1] == tree.end[mark]:
        return [Complement("pred", ((start, mark + 2),), child), *found]
    if any(
        is_quotation_mark(tree.text[i]) for i in range(start + 2, end - 1)
    ):  # "called the chaos 'a lesson'", read as one
        found.insert(0, Complement("pred", (span,), child))
    wider = []
    for item in tree.children[verb]:
        frame = _predicate(tree, item) if item > child else None
        wide = trimmed(tree, start, tree.right_edge[item] + 1) if frame else None
        if frame and wide:
            wider.append(Complement(frame, (wide,), child))
    return [*wider, *found]


def _without_asides(tree: Tree, head: int, span: Range) -> Range:
    """A noun phrase up to the first aside after a comma: of "praised Falk, who left on Monday" the name."""
    cut = next((start for start in asides(tree, head, clauses=True) if start < span[1]), span[1])
    return trimmed(tree, span[0], cut) or span


def _predicate(tree: Tree, item: int) -> str | None:
    """The frame made by an object and what follows it: "called it a day", "accused him of theft"; None if none."""
    if is_predicate(tree, item) or is_object_predicate(tree, item):
        return "pred"
    if is_open_complement(tree, item) and tree.tag[item] != "VB":
        return "pred"
    if is_adverbial_clause(tree, item) and tree.pos[item] in {"ADJ", "NOUN"}:
        return "as" if tree.lower[tree.left_edge[item]] == "as" else None
    if is_adverbial_clause(tree, item) and tree.tag[item] == "VB" and tree.lower[tree.left_edge[item]] == "to":
        return "obj_inf"
    if is_plain_preposition(tree, item) and tree.lower[item] in _OBJECT_PREPOSITIONS:
        return "as" if tree.lower[item] == "as" else f"np_{tree.lower[item]}"
    return None


def _prepositions(tree: Tree, verb: int) -> list[Complement]:
    found = []
    own = clause(tree, verb).particles
    phrases = prepositions(tree, verb)
    for number, child in enumerate(phrases):
        held = first(complements_of_preposition(tree, child)) if child > verb else None
        if held is None or _is_of_object(tree, verb, child):
            continue
        end = tree.right_edge[child] + 1
        after = phrases[number + 1] if number + 1 < len(phrases) else None
        if (
            after is not None
            and tree.lower[after] == "as"
            and tree.lower[child] in word_set("to_or_on")
            and after == end
        ):
            end = tree.right_edge[after] + 1
        motive = _to_do(tree, verb, end) if tree.lower[child] in word_set("on_or_for") else None
        span = trimmed(tree, child + 1, motive or end)
        if span:
            span = _without_asides(tree, held, span)
            cue = own[0] if own else child
            found.append(Complement(f"pp:{tree.lower[child]}", (span,), held, cue))
    return found


def _is_of_object(tree: Tree, verb: int, prep: int) -> bool:
    """Whether a phrase goes with the object of a verb that asks only without one: "called a strike for Thursday"."""
    alone = f"{tree.lemma[verb]} {tree.lower[prep]}" in word_set("asks_without_object")
    return alone and any(item < prep for item in clause(tree, verb).own_objects)


def _to_do(tree: Tree, verb: int, end: int) -> int | None:
    """End of "to act" in "called on the council to act", if it depends on the verb."""
    for item in infinitives_below(tree, verb):
        if tree.left_edge[item] == end and tree.lower[end] == "to":
            return tree.right_edge[item] + 1
    return None
