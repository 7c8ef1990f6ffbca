"""Words that the parser wrongly takes for objects of a verb: subjects of its clause, possessors, others' objects."""

from __future__ import annotations

from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import all_objects, open_complement
from onrecord.language.syntax.phrase_relations import is_relative_clause
from onrecord.language.syntax.relations import is_auxiliary, is_direct_object, is_subject
from onrecord.language.syntax.tags import FINITE_OR_MODAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import CLAUSE_BREAKS, is_quotation_mark


def clause_of_false_object(tree: Tree, verb: int, noun: int) -> tuple[int, int] | None:
    """The verb that an "object" of `verb` is the subject of, and the end of its clause; None if it is a real object.

    Corrects the parser, which analyses "insist the law, which was new, is good" as a verb with an object and a clause
    without a subject. The sign is a finite verb without a subject after the noun's phrase.
    """
    high = tree.sents[tree.sent[verb]][1]
    end = tree.right_edge[noun] + 1
    while end < high and (
        tree.text[end] in CLAUSE_BREAKS or tree.pos[end] in {"ADV", "PART"} or is_quotation_mark(tree.text[end])
    ):
        end += 1
    if end >= high or tree.tag[end] not in FINITE_OR_MODAL:
        return None
    main = end if tree.pos[end] == "VERB" or tree.tag[end] != "MD" else tree.head[end]
    main = tree.head[end] if is_auxiliary(tree, end) else main
    if main <= verb or clause(tree, main).own_subjects or is_relative_clause(tree, main):
        return None
    return main, max(tree.right_edge[main], end) + 1


def subjects_within(tree: Tree, verb: int) -> list[int]:
    """Heads of the subjects among all dependents of `verb`, in text order, including those parsed as objects.

    Corrects the parser, which analyses "although they insist prices are rare" as "insist prices" and a clause without a
    subject: if `verb` has no subject of its own, objects before it count as subjects.
    """
    bare = not any(is_subject(tree, kid) for kid in tree.children[verb])
    within = range(tree.left_edge[verb], tree.right_edge[verb] + 1)
    return [
        word for word in within if is_subject(tree, word) or (bare and word < verb and is_direct_object(tree, word))
    ]


def owned_at(tree: Tree, verb: int, start: int) -> int | None:
    """The object of `verb` that begins at `start`, right after a possessor that is parsed as an object too.

    Corrects the parser, which may find two objects in "told the port's chief"; a noun with "'s" is not one.
    """
    if tree.tag[start - 1] != "POS":
        return None
    objects = (item for item in all_objects(tree, verb) if item > verb and tree.pos[item] != "ADP")
    return next((item for item in objects if tree.left_edge[item] == start), None)


def is_of_infinitive(tree: Tree, verb: int, noun: int) -> bool:
    """Whether an object of `verb` follows an infinitive and is really the infinitive's object.

    Corrects the parser, which may attach the letter in "has yet to read the letter" to "has".
    """
    within = open_complement(tree, verb)
    return within is not None and verb < within < noun
